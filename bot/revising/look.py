"""A look: what is said, and what comes of it."""

from dataclasses import dataclass

from bot.images.grade import PLAIN, Grade


@dataclass(frozen=True)
class Look:
    """`words` take the place of those of the same axis that stand in the prompt already."""

    axis: str
    said: str
    words: str
    strength: float
    grade: Grade = PLAIN
