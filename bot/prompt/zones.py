"""Where the text ends and the parameters begin, and which words start a parameter, well written or not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from bot.prompt.errors import Edit, Mistake, mistake
from bot.prompt.nearest import guess
from bot.prompt.table import BY_SPELLING, Kind
from bot.prompt.tokens import Token, Word, plain_words, tokens, words
from bot.words.phrase import Phrase

_MARKER = re.compile(r"(?:--|—)[^\W_]")
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\u30fc"
"""The last two are what the hyphen's key gives where Japanese and Chinese are typed."""
_OTHER_DASHES = re.compile(rf"([{_DASHES}]+)([A-Za-z][\w-]*)\S*")
_DASHED = re.compile(rf"(?<!\S)[{_DASHES}]")
_LONE = frozenset({"--", "—"})
_FIGURES = re.compile(r"[-+]?[0-9.][0-9.:x/]*")
_DASH_NAMES = {
    "\u2013": "dash.en",
    "\u2212": "dash.minus",
    "\u2014": "dash.em",
    "-": "dash.hyphens",
    "\uff0d": "dash.wide",
    "\u30fc": "dash.vowel",
}


class Named(NamedTuple):
    """A parameter as it is written: its dashes begin at `start`, its name is `name`, from `at` to `end`."""

    name: str
    start: int
    at: int
    end: int
    words: tuple[Word, ...]

    @property
    def value(self) -> str:
        """What stands behind it."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True)
class Zones:
    """A text before its parameters, and the parameters; `border` is where the first of them begins."""

    source: str
    text: tuple[Token, ...]
    parameters: tuple[Named, ...]
    border: int
    mistakes: tuple[Mistake, ...]


class _Start(NamedTuple):
    """A word that starts a parameter: where its dashes and its name begin, and what is wrong with the dashes."""

    start: int
    at: int
    mistake: Mistake | None = None


def divide(text: str) -> Zones:
    """The zones of a cleaned text without braces."""
    dashes = _DASHED.search(text)
    plain = dashes.start() if dashes else len(text)
    before = plain_words(text, plain) if text.find(":", 0, plain) < 0 else []
    last = before[-1] if before else None
    is_after_dashes = False
    for token in tokens(text, plain if before else 0):
        is_word = token.kind == "word"
        has_dashes = is_word and token.text[0] in _DASHES
        if has_dashes or (is_word and is_after_dashes):
            start = _start(last, token)
            if start:
                found, mistakes = _parameters(text, start, next(words(text, token.start)))
                kept = tuple(each for each in before if each.kind == "link" or each.start < start.start)
                return Zones(text, kept, found, start.start, mistakes)
        if token.kind != "link":
            last, is_after_dashes = token if is_word else None, has_dashes
        before.append(token)
    return Zones(text, tuple(before), (), len(text), ())


def _parameters(text: str, first: _Start, opening: Word) -> tuple[tuple[Named, ...], tuple[Mistake, ...]]:
    """The parameters from the one that this word starts on, and what is wrong with their dashes."""
    found: list[Named] = []
    mistakes: list[Mistake] = []
    last: Word | None = None
    held: list[Word] = []
    for number, word in enumerate(chain((opening,), words(text, opening.end))):
        start = _start(last, word) if number else first
        if start is None:
            held.append(word)
            last = word
            continue
        if held and start.start == held[-1].start:
            held.pop()
        if found:
            found[-1] = _holding(found[-1], held)
        held, last = [], None
        name, tail = _name(text, start.at, word)
        if tail:
            held.append(tail)
        found.append(Named(name, start.start, start.at, start.at + len(name), ()))
        if start.mistake:
            mistakes.append(start.mistake)
    found[-1] = _holding(found[-1], held)
    return tuple(found), tuple(mistakes)


def _holding(named: Named, held: Sequence[Word]) -> Named:
    return Named(named.name, named.start, named.at, named.end, tuple(held))


def _name(text: str, at: int, word: Word) -> tuple[str, Word | None]:
    """The name from `at` to where the starting words end; for `-ar 16:9` the last of these is already a value."""
    name = text[at:].split(" ", 1)[0] if at < word.start else text[at : word.end]
    return name, word if at + len(name) <= word.start else None


def _start(last: Token | Word | None, word: Token | Word) -> _Start | None:
    """What the word starts, for itself or together with the one before it; None for ordinary words."""
    text = word.text
    if text[0] in _DASHES and _MARKER.match(text):
        return _Start(word.start, word.start + (1 if text[0] == "—" else 2))
    if last is not None and last.text[0] in _DASHES:
        joined = _lone(last, word) or _hyphen(last, word)
        if joined:
            return joined
    return _other_dashes(word) if text[0] in _DASHES else None


def _lone(last: Token | Word, word: Token | Word) -> _Start | None:
    """`-- ar`: dashes by themselves before a parameter's name. An em dash is punctuation more often than not."""
    if last.text not in _LONE or word.text.lower() not in BY_SPELLING:
        return None
    if last.text == "—" and BY_SPELLING[word.text.lower()].kind in {Kind.FLAG, Kind.WORDS, Kind.NAME}:
        return None
    found = mistake("space", dashes=last.text, parameter=f"{last.text} {word.text}", suggestion=f"--{word.text}")
    return _Start(last.start, word.start, found.fixed_by(Edit(last.end, word.start)))


def _hyphen(last: Token | Word, word: Token | Word) -> _Start | None:
    """`-ar 16:9`: one hyphen, a parameter's name, and figures behind it."""
    name = last.text[1:]
    if last.text[0] != "-" or name not in BY_SPELLING or not _FIGURES.fullmatch(word.text):
        return None
    if BY_SPELLING[name].kind in {Kind.FLAG, Kind.WORDS}:
        return None
    found = mistake("hyphen", parameter=last.text, value=word.text, suggestion=f"--{name}")
    return _Start(last.start, last.start + 1, found.fixed_by(Edit(last.start, last.start, "-")))


def _other_dashes(word: Token | Word) -> _Start | None:
    """An en dash, or three hyphens: no parameter's dashes, before what is or is nearly a parameter's name."""
    found = _OTHER_DASHES.match(word.text)
    if not found or found[1] == "-" or found[1] in _LONE:
        return None
    dashes, name = found[1], found[2]
    if name not in BY_SPELLING and guess(word.text[len(dashes) :]) is None:
        return None
    at = word.start + len(dashes)
    kind = Phrase(_DASH_NAMES.get(dashes[0], "dash.other"))
    wrong = mistake("dash", parameter=word.text, dash=kind, suggestion=f"--{word.text[len(dashes) :]}")
    return _Start(word.start, at, wrong.fixed_by(Edit(word.start, at, "--")))
