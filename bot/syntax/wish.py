"""What a prompt wishes for, whatever the syntax: text with weights, what is not wanted, and settings."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from unicodedata import category

from bot.prompt.prompt import Image, Value
from bot.prompt.tokens import is_complete

_EDGES = " \t\n,;"
_LINK = re.compile(r"https?://[^\s<>()\"'\[\],]*", re.IGNORECASE)
_LETTER = re.compile(r"\w")


class Syntax(StrEnum):
    """The models whose syntax is known."""

    MIDJOURNEY = "midjourney"
    STABLE_DIFFUSION = "stable-diffusion"
    FLUX = "flux"
    DALL_E = "dall-e"


@dataclass(frozen=True)
class Piece:
    """Text with the weight that it has against the rest, 1 where nothing was said."""

    text: str
    weight: float = 1.0

    @property
    def words(self) -> str:
        """The text without the commas and spaces at its ends."""
        return self.text.strip(_EDGES)


Note = tuple[str, str]
"""The key of a sentence about what could not be kept, and what it names."""
Chunk = tuple[Piece, ...]
"""Text in one: its pieces follow one another as they were written. Several chunks are read apart."""


@dataclass(frozen=True)
class Wish:
    """A prompt. Settings have the names and values of our own parameters."""

    chunks: tuple[Chunk, ...] = ()
    negative: tuple[Piece, ...] = ()
    settings: Mapping[str, Value] = field(default_factory=dict)
    images: tuple[Image, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Of all chunks, those that say something."""
        return tuple(piece for chunk in self.chunks for piece in chunk if has_words(piece.text))

    @property
    def is_empty(self) -> bool:
        """True where nothing is to be seen."""
        return not self.pieces and not self.images

    def tidied(self) -> "Wish":
        """The same without pieces that say nothing, with neighbours of one weight as one, each unwanted thing once."""
        chunks = tuple(filter(None, (merged(chunk) for chunk in self.chunks)))
        unwanted = {piece.words: piece for piece in self.negative if has_words(piece.text)}
        return replace(
            self, chunks=chunks, negative=tuple(replace(each, text=words) for words, each in unwanted.items())
        )


def without_links(text: str) -> tuple[str, tuple[Image, ...]]:
    """The text without the links to pictures in it, and those."""
    images = tuple(Image(found[0]) for found in _LINK.finditer(text) if is_complete(found[0]))
    return _LINK.sub(" ", text), images


def has_words(text: str) -> bool:
    """True where there is something to read: a letter, a figure, or a sign that is no punctuation (an emoji)."""
    return _LETTER.search(text) is not None or any(category(each) == "So" for each in text)


def listed(text: str) -> tuple[str, ...]:
    """What stands between the commas of a list."""
    return tuple(each for each in (part.strip() for part in text.replace("\n", ",").split(",")) if has_words(each))


def merged(chunk: Iterable[Piece]) -> Chunk:
    """Neighbours of one weight as one piece; nothing where it says nothing."""
    found: list[Piece] = []
    for piece in chunk:
        if not piece.text:
            continue
        if found and (found[-1].weight == piece.weight or not has_words(piece.text)):
            found[-1] = replace(found[-1], text=found[-1].text + piece.text)
        elif found and not has_words(found[-1].text):
            found[-1] = replace(piece, text=found[-1].text + piece.text)
        else:
            found.append(piece)
    if not any(has_words(each.text) for each in found):
        return ()
    return tuple(found)
