"""What becomes of pictures that look explicit: shown, hidden behind a press, moved, or withheld."""

from dataclasses import dataclass
from enum import StrEnum

EXPLICIT = 0.8
"""The score from which a picture counts as explicit: so the network's authors advise (github.com/yahoo/open_nsfw)."""
ROUGH = 0.5
"""The same of a preview and of what somebody attaches: less is certain there, and less is lost."""


@dataclass(frozen=True)
class PictureRules:
    """Of a server: whether pictures are looked at, and the age-restricted channel that explicit ones are moved to."""

    is_on: bool = True
    channel_id: int | None = None


class Fate(StrEnum):
    """What becomes of a result."""

    SHOWN = "shown"
    SPOILERED = "spoilered"
    MOVED = "moved"
    WITHHELD = "withheld"


def fate(score: float, rules: PictureRules, *, is_age_restricted: bool) -> Fate:
    """Explicit pictures are seen in age-restricted channels only, and there behind a press."""
    if not rules.is_on or score < EXPLICIT:
        return Fate.SHOWN
    if is_age_restricted:
        return Fate.SPOILERED
    return Fate.WITHHELD if rules.channel_id is None else Fate.MOVED
