"""What Discord's refusals mean for a post or an edit.

Source: Discord's documentation, "Opcodes and Status Codes" (JSON error codes).
"""

from dataclasses import dataclass
from enum import StrEnum

import discord

TOO_LARGE = 40005
NO_HISTORY = 160002
INVALID_FORM = 50035
ARCHIVED = 50083
UNKNOWN_MESSAGE = 10008
LONGEST_SLEEP = 60.0
"""Seconds to leave Discord alone after a 429 that names no time: one of Cloudflare's."""


class Trouble(StrEnum):
    """What came between."""

    PASSING = "passing"
    """Discord or the way there failed; it may have taken what was sent."""
    TOO_LARGE = "too large"
    REFERENCE = "reference"
    """The message that this answers is gone, or may not be read."""
    GONE = "gone"
    """The message that was to be edited does not stand there any more."""
    CLOSED = "closed"
    """The bot may not write there, or there is nothing."""
    REFUSED = "refused"
    """Discord does not take this, wherever it goes."""


@dataclass(frozen=True)
class Verdict:
    """The trouble; `wait` is how many seconds Discord asks for."""

    trouble: Trouble
    wait: float | None = None


def judge(failure: Exception) -> Verdict:
    """What this means. Anything that is no answer of Discord's is a way there that failed."""
    if isinstance(failure, discord.RateLimited):
        return Verdict(Trouble.PASSING, failure.retry_after)
    if not isinstance(failure, discord.HTTPException):
        return Verdict(Trouble.PASSING)
    if failure.status == 429:
        return Verdict(Trouble.PASSING, LONGEST_SLEEP)
    if failure.code == INVALID_FORM and "message_reference" in failure.text:
        return Verdict(Trouble.REFERENCE)
    return Verdict(_BY_CODE.get(failure.code) or _of_status(failure.status))


def is_of_the_way(failure: Exception) -> bool:
    """True for what Discord and the network do; anything else is a mistake of the program's, and its place matters."""
    library = type(failure).__module__.partition(".")[0]
    return isinstance(failure, OSError | TimeoutError) or library in {"discord", "aiohttp"}


_BY_CODE = {
    TOO_LARGE: Trouble.TOO_LARGE,
    NO_HISTORY: Trouble.REFERENCE,
    UNKNOWN_MESSAGE: Trouble.GONE,
    ARCHIVED: Trouble.CLOSED,
}


def _of_status(status: int) -> Trouble:
    if status >= 500 or status == 401:
        return Trouble.PASSING
    return {403: Trouble.CLOSED, 404: Trouble.CLOSED, 413: Trouble.TOO_LARGE}.get(status, Trouble.REFUSED)
