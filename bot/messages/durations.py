"""How long something takes, in the units that all languages write alike."""

MINUTE, HOUR = 60, 3600


def about(seconds: float) -> str:
    """In steps that nobody minds to be wrong by: 5 s, then minutes, then 5 minutes."""
    if seconds < MINUTE - 2.5:
        return f"{max(5, 5 * round(seconds / 5))} s"
    if seconds < HOUR - MINUTE / 2:
        return f"{max(1, round(seconds / MINUTE))} min"
    hours, minutes = divmod(5 * round(seconds / MINUTE / 5), 60)
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"
