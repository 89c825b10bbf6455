"""A list of words as a text: a line for each, `refuse: word`, which can be written into another server's list."""

from collections.abc import Mapping, Sized

from bot.errors import BotError
from bot.policy.words.rules import Rule, Weight
from bot.policy.words.used import MOST_PATTERNS, MOST_RULES, Used

ALLOWED = "allow"
WEIGHTS: Mapping[str, Weight] = {each.name.lower(): each for each in Weight}


class TooMany(BotError):
    """A server's list has no room for these."""

    def __init__(self, key: str, most: int) -> None:
        super().__init__(f"There is room for {most} at most.")
        self.key, self.most = key, most


def lines_of(used: Used) -> list[str]:
    """Every rule and everything that is allowed."""
    rules = [line_of(Weight(weight).name.lower(), text) for text, weight in used.rules]
    return [*sorted(rules), *(line_of(ALLOWED, each) for each in sorted(used.allowed))]


def line_of(weight: str, text: str) -> str:
    """One of them."""
    return f"{weight}: {text}"


def read_lines(text: str) -> list[tuple[str, str]]:
    """The weight and the word of each line; empty lines and those that begin with # say nothing.

    A line without a weight is one to refuse.
    """
    found = []
    for line in text.splitlines():
        weight, colon, word = line.partition(":")
        name = weight.strip().lower()
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found.append((name, word.strip()) if colon and name in {*WEIGHTS, ALLOWED} else ("refuse", line.strip()))
    return found


def room(used: Used, more: Mapping[str, object]) -> None:
    """That so many rules have room. Raises TooMany."""
    texts = {text for text, _ in used.rules} | {*more}
    patterns: Sized = [text for text in texts if Rule(text).is_expression or Rule(text).is_wildcard]
    if len(texts) > MOST_RULES:
        raise TooMany("words.too_many", MOST_RULES)
    if len(patterns) > MOST_PATTERNS:
        raise TooMany("words.too_many_patterns", MOST_PATTERNS)
