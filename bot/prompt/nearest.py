"""What a misspelt parameter was meant to be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from bot.prompt.table import BY_SPELLING, ELSEWHERE, Kind

_LONGEST = 16
_LIKE_ENOUGH = 0.55
_PARTS = re.compile(r"([a-z_-]+?)[:=]?([0-9.].*)|([a-z_]+)[:=-](.+)", re.DOTALL)


@dataclass(frozen=True)
class Guess:
    """What was meant: a spelling, where it starts its value within the name as typed, and how it was missed."""

    spelling: str
    kind: str
    value_at: int | None = None


def guess(name: str) -> Guess | None:
    """What a name that is not in the table was meant to be; None where nothing is near."""
    lower = name.lower()
    if lower in BY_SPELLING:
        return Guess(lower, "case")
    bare = lower.strip(".,;:!?\"'()[]=")
    if bare in BY_SPELLING:
        return Guess(bare, "unknown")
    if bare in ELSEWHERE:
        return Guess(ELSEWHERE[bare], "unknown")
    return _glued(lower) or _misspelt(bare)


def _glued(name: str) -> Guess | None:
    found = _PARTS.fullmatch(name)
    if not found:
        return None
    spelling, value = (found[1], found[2]) if found[1] else (found[3], found[4])
    spelling = ELSEWHERE.get(spelling, spelling)
    if spelling not in BY_SPELLING or BY_SPELLING[spelling].kind is Kind.FLAG:
        return None
    return Guess(spelling, "glued", len(name) - len(value))


@lru_cache(maxsize=1024)
def _misspelt(word: str) -> Guess | None:
    """The known spelling that shares most with the word, of those that are a slip or two of the keyboard away."""
    if len(word) > _LONGEST:
        return None
    near = {spelling for cut in _cuts(word) for spelling in _index().get(cut, ())}
    if not near:
        return None
    best = max(sorted(near), key=lambda spelling: likeness(word, spelling))
    return Guess(best, "unknown") if likeness(word, best) >= _LIKE_ENOUGH else None


def likeness(one: str, other: str) -> float:
    """How much of two words is shared at both ends, 0 to about 1; a common first letter counts a little more."""
    shorter = min(len(one), len(other))
    head = _shared(one, other)
    tail = min(_shared(one[::-1], other[::-1]), shorter - head)
    return 2 * (head + tail) / (len(one) + len(other) or 1) + 0.1 * bool(head)


def _shared(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _cuts(word: str) -> set[str]:
    """The word with up to one letter left out, up to two where it is long enough to bear it."""
    once = {word[:at] + word[at + 1 :] for at in range(len(word))}
    if len(word) < 6:
        return {word} | once
    return {word} | once | {cut[:at] + cut[at + 1 :] for cut in once for at in range(len(cut))}


@cache
def _index() -> Mapping[str, frozenset[str]]:
    """The spellings by what is left of them when letters are left out."""
    index: dict[str, set[str]] = {}
    for spelling in BY_SPELLING:
        for cut in _cuts(spelling):
            if cut:
                index.setdefault(cut, set()).add(spelling)
    return {cut: frozenset(spellings) for cut, spellings in index.items()}
