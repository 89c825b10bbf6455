"""Rules of a list of words: what they match, how much they weigh, and whether they are well written."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol, cast

import re2

from bot.policy.words.errors import WrongRule
from bot.policy.words.readings import is_wide, plain, surface

LONGEST = 200
"""Characters of a rule."""
LARGEST_PROGRAM = 400
"""Instructions of a compiled expression: matching takes so many steps a character at most."""


_WILD = {"*": "[^ ]*", "?": "[^ ]"}


class Match(Protocol):
    """What an expression found."""

    def span(self) -> tuple[int, int]:
        """From which character to before which."""


class Compiled(Protocol):
    """An expression of RE2."""

    @property
    def programsize(self) -> int:
        """Its instructions."""

    def search(self, text: str) -> Match | None:
        """The first match."""

    def finditer(self, text: str) -> Iterator[Match]:
        """All of them."""


class Weight(IntEnum):
    """What follows when a rule matches; of several, the heaviest counts."""

    NOTE = 0
    """It is written into the log of moderators."""
    CONFIRM = 1
    """The member is asked whether it is meant."""
    REFUSE = 2
    TELL = 3
    """It is refused, and moderators are told."""


@dataclass(frozen=True)
class Rule:
    """A word or a phrase; with * for any letters and ? for one a wildcard; between slashes an expression of RE2."""

    text: str
    weight: Weight = Weight.REFUSE

    @property
    def is_expression(self) -> bool:
        """True for /this/."""
        return len(self.text) > 2 and self.text.startswith("/") and self.text.endswith("/")

    @property
    def is_wildcard(self) -> bool:
        """True for th*s and th?s."""
        return not self.is_expression and any(each in self.text for each in "*?")

    @property
    def words(self) -> str:
        """As readings have it."""
        return plain(self.text).text


def rule(text: str, weight: Weight = Weight.REFUSE) -> Rule:
    """The rule that somebody wrote. Raises WrongRule with the reason."""
    made = Rule(" ".join(text.split()), weight)
    if not made.text:
        raise WrongRule("rule.empty")
    if len(made.text) > LONGEST:
        raise WrongRule("rule.long", most=LONGEST)
    if made.is_expression:
        _check(expression(made))
    elif made.is_wildcard:
        letters = sum(each.isalnum() for each in made.text)
        if letters < 2 and not is_wide(made.text):
            raise WrongRule("rule.wide")
        _check(expression(made))
    elif not made.words:
        raise WrongRule("rule.empty")
    return made


def allowed(text: str) -> str:
    """A word or a phrase that is right though it looks like one that is not. Raises WrongRule."""
    found = " ".join(surface(text).split())
    if not plain(found).text:
        raise WrongRule("rule.empty")
    if len(found) > LONGEST:
        raise WrongRule("rule.long", most=LONGEST)
    return found


def expression(made: Rule) -> Compiled:
    """An expression or a wildcard, compiled: its time is in proportion to the text. Raises WrongRule."""
    options = re2.Options()
    options.log_errors = False
    options.max_mem = 1 << 20
    try:
        pattern = made.text[1:-1] if made.is_expression else _translated(made.text)
        return cast("Compiled", re2.compile(pattern, options))
    except re2.error as failure:
        raise WrongRule("rule.expression", reason=str(failure.args[0])) from None


def _check(compiled: Compiled) -> None:
    if compiled.programsize > LARGEST_PROGRAM:
        raise WrongRule("rule.large")
    if compiled.search("") is not None:
        raise WrongRule("rule.all")


def _translated(text: str) -> str:
    """A wildcard as an expression over words with a space between them."""
    words = ("".join(_WILD.get(each) or re2.escape(plain(each).text) for each in word) for word in text.split())
    return f"(?:^| ){' '.join(words)}(?:$| )"
