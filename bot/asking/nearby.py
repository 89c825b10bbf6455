"""Words that are nearly a word: one letter is wrong in them, or they begin alike."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

SHORTEST, SHORT = 5, 3
"""Letters of a word that is looked for like that: shorter ones are too much like each other, but for two letters that
changed their places.
"""
ALIKE = 0.6
"""How much of the longer word both have to begin with."""


class Nearby:
    """What is known, to be found by what was typed."""

    def __init__(self, known: Iterable[str]) -> None:
        self._with_gap: dict[str, list[str]] = defaultdict(list)
        self._swapped: dict[str, list[str]] = defaultdict(list)
        self._begun: dict[str, list[str]] = defaultdict(list)
        for word in known:
            for each in _swaps(word) if len(word) >= SHORT else ():
                self._swapped[each].append(word)
            if len(word) >= SHORTEST and word.isalpha():
                self._begun[word[: SHORTEST - 1]].append(word)
                for each in _gaps(word):
                    self._with_gap[each].append(word)

    def to(self, typed: str) -> tuple[str, ...]:
        """The words that are one letter, or an ending, away from what was typed."""
        if len(typed) < SHORTEST or not typed.isalpha():
            return tuple(self._swapped.get(typed, ()))
        within = (word for each in _gaps(typed) for word in self._with_gap.get(each, ()))
        misspelt = [word for word in within if len(typed) > SHORTEST and word[0] == typed[0]]
        begun = [word for word in self._begun.get(typed[: SHORTEST - 1], ()) if _begin_alike(word, typed)]
        return tuple(dict.fromkeys([*misspelt, *begun]))


def _gaps(word: str) -> Iterator[str]:
    """The word, and it without each of its letters: two that share one of these differ by one letter at most."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def _swaps(word: str) -> Iterator[str]:
    """The word with two neighbours in each other's place."""
    for place in range(1, len(word)):
        yield f"{word[: place - 1]}{word[place]}{word[place - 1]}{word[place + 1 :]}"


def _begin_alike(word: str, typed: str) -> bool:
    shorter, longer = sorted((word, typed), key=len)
    alike = next((place for place, letter in enumerate(shorter) if letter != longer[place]), len(shorter))
    return alike == len(shorter) or (alike >= ALIKE * len(longer) and len(shorter) > SHORTEST)
