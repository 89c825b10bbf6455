"""How long something lasts, as people write it: 30m, 2h, 1d, 2w, 1h 30m."""

import re

_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0, "w": 7 * 86400.0}
_PART = re.compile(r"(\d{1,5})\s*([smhdw])[a-z]*\s*")
LONGEST = 366 * 86400.0


def seconds_of(written: str) -> float | None:
    """So many seconds; None for what is no time, or longer than a year."""
    text, at, total = written.strip().lower(), 0, 0.0
    while found := _PART.match(text, at):
        total += int(found[1]) * _UNITS[found[2]]
        at = found.end()
    return total if text and at == len(text) and 0 < total <= LONGEST else None
