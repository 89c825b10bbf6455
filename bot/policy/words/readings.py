"""A text as somebody reads it who looks through disguises: its words, without accents, tricks and lookalikes."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bot.policy.words.lookalikes import LETTERS, OTHERWISE, SIGNS

LONGEST = 12_000
"""Characters that are read of a text; a prompt has 6,000 at most, and macros may add to it."""
_KEPT_MARKS = "\u3099\u309a"  # of kana: they make another letter
_MARKS = _KEPT_MARKS + "\u30fc"  # the last makes a vowel long
_UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
_UNSEEN_KINDS = frozenset({"Cf", "Cn", "Co", "Cs"})
_JOINTS = frozenset(".-_*~'`’·•^\u2010\u2011\u30fb")
_SCRIPTS = ("CJK UNIFIED", "HIRAGANA", "KATAKANA", "HANGUL")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_FEWEST_LETTERS = 3
"""So many single letters in a row are read as a word."""


@dataclass(frozen=True)
class Reading:
    """Words with a space between them; `places` has for each character where it stands in what was typed."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in what was typed these characters stand."""
        return self.places[start], self.places[end - 1] + 1


class _Char(NamedTuple):
    letter: str
    place: int


class _Word(NamedTuple):
    chars: tuple[_Char, ...]
    gap: str = ""
    """What stands between it and the word before."""


def readings(typed: str) -> tuple[Reading, ...]:
    """Each way to read it, the plainest first, each once: as it stands, with signs for letters, and with words put
    together that were taken apart.
    """
    plain = tuple(_plain(typed[:LONGEST]))
    found: dict[str, Reading] = {}
    for signs in ({}, SIGNS, OTHERWISE):
        words = [*_words(plain, signs)]
        for each in (words, [*_spelt(words)], [*_joined(words)]):
            reading = _reading([_read(word, signs) for word in each])
            found.setdefault(reading.text, reading)
    return tuple(found.values())


def plain(typed: str) -> Reading:
    """The first of them: no sign is taken for a letter, and no word is put together."""
    return _reading([*_words(tuple(_plain(typed[:LONGEST])), {})])


def surface(typed: str) -> str:
    """In lower case with its accents and marks, without what is not to be seen: as it was honestly written."""
    seen = unicodedata.normalize("NFKC", typed[:LONGEST]).casefold()
    return "".join(each for each in seen if not _is_unseen(each))


def is_wide(text: str) -> bool:
    """True for Chinese, Japanese and Korean, which put no spaces between words."""
    return bool(_WIDE.search(text))


def _plain(typed: str) -> Iterator[_Char]:
    for place, char in enumerate(typed):
        if char.isascii():
            yield _Char(char.lower(), place)
            continue
        for each in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold()):
            if _is_unseen(each) or (unicodedata.combining(each) and each not in _KEPT_MARKS):
                continue
            yield _Char(LETTERS.get(each, each), place)


def _is_unseen(char: str) -> bool:
    """Zero width, directions, tags, the soft hyphen, fillers, variation selectors."""
    return unicodedata.category(char) in _UNSEEN_KINDS or char in _UNSEEN or "\ufe00" <= char <= "\ufe0f"


def _words(chars: tuple[_Char, ...], signs: Mapping[str, str]) -> Iterator[_Word]:
    """Runs of letters and digits, those of another script apart; a sign is a letter only in a word that has one."""
    run: list[_Char] = []
    gap = script = ""
    for char in chars:
        is_mark = char.letter in _MARKS
        is_part = is_mark or char.letter.isalnum() or char.letter in signs
        own = script if is_mark else _script(char.letter)
        if run and (not is_part or own != script):
            yield _Word(tuple(run), gap)
            run, gap = [], ""
        if is_part:
            run.append(char)
            script = own
        else:
            gap += char.letter
    if run:
        yield _Word(tuple(run), gap)


def _read(word: _Word, signs: Mapping[str, str]) -> _Word:
    if not signs or not any(char.letter.isalpha() for char in word.chars):
        return word
    return _Word(tuple(_Char(signs.get(char.letter, char.letter), char.place) for char in word.chars), word.gap)


def _script(char: str) -> str:
    """Of what is written without spaces; everything else is one."""
    if char < "\u1100":
        return ""
    name = unicodedata.name(char, "")
    return next((each for each in _SCRIPTS if name.startswith(each)), "")


def _spelt(words: list[_Word]) -> Iterator[_Word]:
    """Single letters in a row become a word: l i k e  t h i s."""
    row: list[_Word] = []
    for word in [*words, None]:
        if word is not None and len(word.chars) == 1 and len(word.gap) <= 3 and not is_wide(word.chars[0].letter):
            row.append(word)
            continue
        if len(row) >= _FEWEST_LETTERS:
            yield _together(row)
        else:
            yield from row
        row = []
        if word is not None:
            yield word


def _joined(words: list[_Word]) -> Iterator[_Word]:
    """What one sign alone keeps apart becomes a word: li.ke th-is."""
    row: list[_Word] = []
    for word in words:
        if row and word.gap not in _JOINTS:
            yield _together(row)
            row = []
        row.append(word)
    if row:
        yield _together(row)


def _together(row: list[_Word]) -> _Word:
    return _Word(tuple(char for word in row for char in word.chars), row[0].gap)


def _reading(words: list[_Word]) -> Reading:
    text: list[str] = []
    places: list[int] = []
    for word in words:
        if text:
            text.append(" ")
            places.append(places[-1])
        text += [char.letter for char in word.chars]
        places += [char.place for char in word.chars]
    return Reading("".join(text), tuple(places))
