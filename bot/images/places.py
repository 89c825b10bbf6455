"""The words for a place in a picture, such as "top left, right third": what they mark, in parts of width and height."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from bot.images.place_words import AND, IDLE, NO, NOT, SHARE, SIDE, TIMES
from bot.images.unspaced import spaced

Box = tuple[Fraction, Fraction, Fraction, Fraction]
"""Left, top, right and bottom, 0 to 1."""

HALF = Fraction(1, 2)
_WORD = re.compile(r"\d{1,3}\s?%|[^\W\d_]+|[,;+/&]|\S")
_EDGE = Fraction(1, 8)


@dataclass(frozen=True)
class Place:
    """Every box in it is marked; where it is turned round, everything but these."""

    boxes: tuple[Box, ...]
    is_inverted: bool = False


class UnknownPlace(Exception):
    """A word that names no place, or nothing at all; `word` is None then."""

    def __init__(self, word: str | None) -> None:
        super().__init__(word or "nothing")
        self.word = word


def place(text: str) -> Place:
    """What the words mark. Raises UnknownPlace."""
    told = re.sub(NO, "not ", re.sub(r"[-'\u2019]", " ", spaced(text).casefold()))
    words = [word for word in _WORD.findall(told) if word not in IDLE]
    is_inverted = bool(words) and words[0] in NOT
    if not is_inverted and words[:1] and SIDE.get(words[0]) == "all" and len(words) > 1 and words[1] in NOT:
        is_inverted, words = True, words[1:]
    boxes = tuple(box for term in _terms(words[is_inverted:]) for box in _boxes(term))
    if not boxes:
        raise UnknownPlace(None)
    return Place(boxes, is_inverted)


def _terms(words: list[str]) -> Iterator[list[str]]:
    term: list[str] = []
    for word in words:
        if word in AND or word in ",;+/&":
            yield term
            term = []
        else:
            term.append(word)
    yield term


def _boxes(term: list[str]) -> Iterator[Box]:
    """Of "top left third": each side that is named cuts its share off, and what is left over of all cuts is marked."""
    if not term:
        return
    sides, share, times = [], None, 1
    for word in term:
        if side := SIDE.get(word):
            sides.append(side)
        elif word in SHARE:
            share = SHARE[word]
        elif word in TIMES:
            times = TIMES[word]
        elif word.endswith("%") and 0 < int(word[:-1].strip()) <= 100:
            share = Fraction(int(word[:-1].strip()), 100)
        else:
            raise UnknownPlace(word)
    if not sides:
        raise UnknownPlace(term[0])
    if "edge" in sides:
        yield from _edges(_EDGE if share is None else share)
        return
    yield _cut(sides, min(Fraction(1), (HALF if share is None else share) * times))


def _cut(sides: list[str], share: Fraction) -> Box:
    left, top, right, bottom = Fraction(0), Fraction(0), Fraction(1), Fraction(1)
    across, down = {"left", "right"} & {*sides}, {"top", "bottom"} & {*sides}
    if "left" in across:
        right = share
    if "right" in across:
        left = 1 - share if "left" not in across else Fraction(0)
        right = Fraction(1)
    if "top" in down:
        bottom = share
    if "bottom" in down:
        top = 1 - share if "top" not in down else Fraction(0)
        bottom = Fraction(1)
    if "center" in sides:
        margin = (1 - share) / 2
        if not across:
            left, right = margin, 1 - margin
        if not down:
            top, bottom = margin, 1 - margin
    return left, top, right, bottom


def _edges(share: Fraction) -> Iterator[Box]:
    share = min(share, HALF)
    yield Fraction(0), Fraction(0), Fraction(1), share
    yield Fraction(0), 1 - share, Fraction(1), Fraction(1)
    yield Fraction(0), Fraction(0), share, Fraction(1)
    yield 1 - share, Fraction(0), Fraction(1), Fraction(1)
