"""The words that a server has set, and which of our lists it uses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from bot.policy.words.builtin import Builtin
from bot.policy.words.lists import WordList
from bot.policy.words.rules import Rule, Weight

MOST_RULES = 500
"""Of a server."""
MOST_PATTERNS = 50
"""Wildcards and expressions among them, which cost more than words."""
_ALWAYS = {Builtin.EXPLICIT: True, Builtin.GORE: False}
"""Which are used where nothing is set."""


@dataclass(frozen=True)
class Used:
    """Rules with their weights, what is allowed all the same, and our lists as far as they were set."""

    rules: tuple[tuple[str, int], ...] = ()
    allowed: frozenset[str] = frozenset()
    builtin: Mapping[Builtin, bool] = field(default_factory=dict)

    @property
    def own(self) -> WordList:
        """The server's own list, ready."""
        return _made(self.rules, self.allowed)

    def uses(self, name: Builtin) -> bool:
        """True where this list of ours is used."""
        return self.builtin.get(name, _ALWAYS[name])

    def lists(self, *, is_age_restricted: bool) -> tuple[Builtin, ...]:
        """Those that are used here: what is explicit is expected in an age-restricted channel."""
        return tuple(
            each for each in Builtin if self.uses(each) and not (each is Builtin.EXPLICIT and is_age_restricted)
        )


@lru_cache(maxsize=64)
def _made(rules: tuple[tuple[str, int], ...], allowed: frozenset[str]) -> WordList:
    return WordList(tuple(Rule(text, Weight(weight)) for text, weight in rules), allowed)
