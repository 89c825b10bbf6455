"""What the engine says when it cannot draw, in the words of whoever reads it."""

from bot.words.phrase import Phrase
from engine.protocol import Failed
from engine.reasons import Reason


def worded(reason: Reason) -> Phrase:
    """The words of bot.words for a reason of the engine's."""
    filled = {name: worded(value) if isinstance(value, Reason) else value for name, value in reason.values.items()}
    return Phrase(f"engine.{reason.code}", filled)


def why(event: Failed) -> Phrase | str:
    """Why there are no pictures; what has no code is for the log, and in English."""
    return worded(event.why) if event.why else event.reason


def told(event: Failed, locale: str) -> str:
    """Why there are no pictures, for a reader of this locale."""
    said = why(event)
    return said if isinstance(said, str) else said.told(locale)
