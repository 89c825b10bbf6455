"""The rows of the contact sheet that start from pictures: what references, strength and a start picture do."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import torch
from PIL import Image

from engine.families.edges import lineart
from engine.families.pixels import to_picture
from engine.pocket.evaluate.artist import Artist, Wish
from engine.pocket.recipe.world.captions import WHEN, WHERE
from engine.protocol import Role

STRENGTHS: Final = (0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
WEIGHTS: Final = (0.0, 0.5, 1.0, 1.25, 1.5, 2.0, 3.0)
FINISHED: Final = (0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8)
INK: Final = 0.3
"""How strong an edge is of which a line is drawn."""
LIT: Final = ("a house on a beach", "a castle in a desert")
Row = tuple[list[str], torch.Tensor]
"""Words, and the pictures over them, (count, 3, height, width) in [-1, 1]."""


def picture_rows(artist: Artist) -> list[Row]:
    """Those that the model can draw; the first picture of each is where the others start from."""
    rows = [strength(artist), sketch(artist), lights(artist)]
    if "lineart" in artist.facts.controls:
        rows.append(lines(artist))
    if artist.facts.adapter(Role.IMAGE):
        rows.append(image_weights(artist))
    if artist.facts.adapter(Role.STYLE):
        rows.append(styles(artist))
    if artist.facts.adapter(Role.CHARACTER):
        rows.append(character(artist))
    return rows


def strength(artist: Artist, first: str = "a red apple", then: str = "a lemon") -> Row:
    """One thing turns into another as the strength rises."""
    start = artist.draw([Wish(first)])
    wishes = [Wish(then, 7, _picture(start), each) for each in STRENGTHS]
    return _row(artist, [first], start, wishes, [f"{then}, strength {each:g}" for each in STRENGTHS])


def sketch(artist: Artist, thing: str = "a cat") -> Row:
    """From a pencil sketch to what it is a sketch of."""
    start = artist.draw([Wish(f"{thing}, pencil sketch", 3)])
    wishes = [Wish(thing, 5, _picture(start), each) for each in FINISHED]
    return _row(artist, ["sketch"], start, wishes, [f"finished, strength {each:g}" for each in FINISHED])


def lines(artist: Artist, thing: str = "a cat") -> Row:
    """What is drawn along the same lines."""
    (shown,) = artist.draw([Wish(thing, 3)])
    drawn = 1 - 2 * (lineart(shown / 2 + 0.5)[None] > INK).float()
    texts = [thing, "a dog", "a fox", *(f"{thing}, {way}" for way in ("watercolor", "neon", "oil painting")), "a panda"]
    wishes = [Wish(each, 5, lines=_picture(drawn)) for each in texts]
    return _row(artist, ["line art"], drawn, wishes, [f"{each} --control" for each in texts])


def lights(artist: Artist) -> Row:
    """From day to night."""
    texts = [f"{each} {ways[0]}" for each in LIT for ways in WHEN.values()]
    wishes = [Wish(each, 11) for each in texts]
    return texts, artist.draw(wishes)


def image_weights(artist: Artist, shown: str = "a strawberry", text: str = "a cat") -> Row:
    """A picture counts for more and more beside a text."""
    start = artist.draw([Wish(shown, 2)])
    wish = Wish(text, 4, sights=((Role.IMAGE, _picture(start)),))
    wishes = [replace(wish, iw=each) for each in WEIGHTS]
    return _row(artist, [shown], start, wishes, [f"{text} --iw {each:g}" for each in WEIGHTS])


def styles(artist: Artist, text: str = "a cat") -> Row:
    """The looks of one picture on another thing, by pairs."""
    given = [f"a house, {way}" for way in ("pencil sketch", "neon", "blueprint", "watercolor")]
    starts = artist.draw([Wish(each, 6) for each in given])
    made = artist.draw([Wish(text, 4, sights=((Role.STYLE, _picture(each[None])),)) for each in starts])
    words = [word for each in given for word in (each, f"{text} --sref")]
    return words, torch.stack([each for pair in zip(starts, made, strict=True) for each in pair])


def character(artist: Artist, shown: str = "a panda") -> Row:
    """The same one elsewhere."""
    start = artist.draw([Wish(shown, 1)])
    texts = [f"{shown} {ways[0]}" for ways in list(WHERE.values())[:7]]
    wishes = [Wish(each, 9, sights=((Role.CHARACTER, _picture(start)),)) for each in texts]
    return _row(artist, [shown], start, wishes, [f"{each} --cref" for each in texts])


def _row(artist: Artist, first: Sequence[str], start: torch.Tensor, wishes: list[Wish], words: list[str]) -> Row:
    return [*first, *words], torch.cat([start, artist.draw(wishes)])


def _picture(pixels: torch.Tensor) -> Image.Image:
    return to_picture(pixels[0] / 2 + 0.5)
