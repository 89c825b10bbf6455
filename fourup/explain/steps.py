"""The way from what is typed to what is read."""

from dataclasses import dataclass
from typing import Self

from bot.prompt.parse import RULES, Rules
from bot.prompt.personal import Personal

NOTHING = Personal()


@dataclass(frozen=True)
class By:
    """By what a prompt is read: the rules, and what its author has set for every prompt."""

    rules: Rules = RULES
    mine: Personal = NOTHING


BY = By()


@dataclass(frozen=True)
class Steps:
    """A prompt before it is read: as typed, and with its author's macros, suffix or settings."""

    typed: str
    expanded: str

    @classmethod
    def of(cls, typed: str, mine: Personal) -> Self:
        """Those of this prompt."""
        return cls(typed, mine.expanded(typed))
