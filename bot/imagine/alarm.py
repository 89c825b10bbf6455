"""What moderators are told of at once."""

from dataclasses import dataclass

from bot.jobs.job import Asked


@dataclass(frozen=True)
class Alarm:
    """A member asked for this, with words that moderators want to hear of."""

    asked: Asked
    words: str
    prompt: str
