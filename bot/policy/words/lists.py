"""A list of words, made ready: finds in a text what its rules match."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby, product

from bot.policy.words.readings import Reading, is_wide, readings, surface
from bot.policy.words.rules import Compiled, Rule, expression

MOST_LONG_RUNS = 4
"""Letters drawn out in one word that are read both as one and as two."""


@dataclass(frozen=True)
class Found:
    """A rule matched here: `start` and `end` count characters of what was typed, `typed` is what stands there."""

    rule: Rule
    start: int
    end: int
    typed: str
    is_disguised: bool = False
    """It had to be read with signs for letters, or put together."""


@dataclass(frozen=True)
class WordList:
    """Rules, and the words and phrases that are right all the same."""

    rules: tuple[Rule, ...] = ()
    allowed: frozenset[str] = frozenset()

    def find(self, typed: str, allowed: frozenset[str] = frozenset()) -> tuple[Found, ...]:
        """What matches, each rule once, in the order of the text; `allowed` is right beside what the list allows."""
        found: dict[Rule, Found] = {}
        free = _Allowed(typed, self.allowed | allowed)
        for number, reading in enumerate(readings(typed)):
            for rule, *place in self._matches(reading):
                start, end = reading.span(*place)
                if rule not in found and not free.covers(start, end):
                    found[rule] = Found(rule, start, end, typed[start:end], is_disguised=number > 0)
        return tuple(sorted(found.values(), key=lambda each: (each.start, each.end)))

    @cached_property
    def _phrases(self) -> dict[str, list[tuple[tuple[str, ...], Rule]]]:
        """Those that begin with a word."""
        made: dict[str, list[tuple[tuple[str, ...], Rule]]] = {}
        for rule in self._plain:
            if not is_wide(rule.words):
                words = tuple(rule.words.split())
                made.setdefault(words[0], []).append((words, rule))
        return made

    @property
    def _plain(self) -> Iterator[Rule]:
        return (rule for rule in self.rules if not rule.is_expression and not rule.is_wildcard)

    @cached_property
    def _compiled(self) -> tuple[tuple[Rule, Compiled], ...]:
        return tuple((rule, expression(rule)) for rule in self.rules if rule.is_expression or rule.is_wildcard)

    def _matches(self, reading: Reading) -> Iterator[tuple[Rule, int, int]]:
        yield from self._of_phrases(reading)
        for rule in self._plain:
            if is_wide(words := rule.words) and (at := find_wide(reading.text, words)) is not None:
                yield rule, at, at + len(words)
        for rule, compiled in self._compiled:
            for match in compiled.finditer(reading.text):
                start, end = match.span()
                if reading.text[start:end].strip():
                    yield rule, start + _blank(reading.text[start]), end - _blank(reading.text[end - 1])

    def _of_phrases(self, reading: Reading) -> Iterator[tuple[Rule, int, int]]:
        words = reading.text.split()
        starts = [0, *accumulate(len(word) + 1 for word in words)]
        spelt = [spellings(word) for word in words]
        for number, ways in enumerate(spelt):
            for phrase, rule in (each for way in ways for each in self._phrases.get(way, ())):
                last = number + len(phrase)
                if last <= len(words) and all(each in spelt[number + at] for at, each in enumerate(phrase)):
                    yield rule, starts[number], starts[last] - 1


def spellings(word: str) -> tuple[str, ...]:
    """The word, and where letters are drawn out (thiiis) each way to read them as one or as two."""
    runs = [(letter, len([*same])) for letter, same in groupby(word)]
    long = sum(length > 2 for _, length in runs)
    if not long or long > MOST_LONG_RUNS:
        return (word,) if not long else ("".join(letter for letter, _ in runs),)
    ways = ([letter * length] if length <= 2 else [letter, letter * 2] for letter, length in runs)
    return (word, *("".join(way) for way in product(*ways)))


def find_wide(text: str, words: str) -> int | None:
    """Where the words stand in a text without spaces; what is written in katakana has to stand by itself."""
    at = text.find(words)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(words) : at + len(words) + 1]
        if not (_is_katakana(words[0]) and before.strip()) and not (_is_katakana(words[-1]) and after.strip()):
            return at
        at = text.find(words, at + 1)
    return None


class _Allowed:
    """Where in a text allowed words and phrases stand, as they were honestly written."""

    def __init__(self, typed: str, allowed: Iterable[str]) -> None:
        self._spans: list[tuple[int, int]] = []
        text = "".join(_honest(char) for char in typed)
        for words in allowed:
            at = text.find(words)
            while at >= 0:
                end = at + len(words)
                if is_wide(words) or not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                    self._spans.append((at, end))
                at = text.find(words, at + 1)

    def covers(self, start: int, end: int) -> bool:
        """True for what stands in one of them."""
        return any(first <= start and end <= last for first, last in self._spans)


def _honest(char: str) -> str:
    """In lower case; nothing that can be found for what only looks like a letter."""
    lower = char.casefold()
    return lower if len(lower) == 1 and surface(char) == lower else "\0"


def _blank(char: str) -> int:
    return int(char == " ")


def _is_katakana(char: str) -> bool:
    return "\u30a0" <= char <= "\u30ff" or char in "\u3099\u309a"
