"""A contact sheet as members would see it: `python -m engine.pocket.evaluate.sheet -o FILE`."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import torch
from PIL import Image, ImageDraw

from engine.families.pixels import to_picture
from engine.pocket.evaluate.artist import Artist, Wish
from engine.pocket.evaluate.rows import picture_rows
from engine.pocket.recipe.train.machine import device
from engine.pocket.recipe.world.captions import MADE, STYLES, WHERE

SIDE, WORDS, MARGIN = 160, 18, 6
PAPER, WRITING = (250, 249, 246), (40, 40, 46)
THINGS: Final = (
    "a red apple", "a cat", "a dog", "a penguin", "a snowman", "a rocket", "a house", "a robot",
    "a cactus", "a sunflower", "a pizza", "a strawberry", "a red heart", "a ghost", "a fish", "a smiley",
    "a watermelon", "a soccer ball", "a castle", "a mushroom", "a panda", "a butterfly", "a birthday cake", "a guitar",
)  # fmt: skip
TWO: Final = ("a cat and a dog", "a rocket left of a tree", "an apple and a lemon")
LOOKED_AT: Final = "a cat"
ACROSS: Final = 8


def texts(thing: str = LOOKED_AT) -> list[str]:
    """Things, then the thing in every style, medium and setting, in full rows."""
    asked = [*THINGS]
    asked += [f"{thing}, {words[0]}" for words in STYLES.values()]
    asked += list(TWO[: -len(asked) % ACROSS])
    asked += [f"{thing}, {words[0]}" for words in MADE.values()]
    asked += [f"{thing} {words[0]}" for words in WHERE.values()]
    return asked


def sheet(words: Sequence[str], pictures: torch.Tensor) -> Image.Image:
    """The pictures, (count, 3, height, width) in [-1, 1], in rows, each over its words."""
    down = -(-len(words) // ACROSS)
    whole = Image.new("RGB", (ACROSS * (SIDE + MARGIN), down * (SIDE + WORDS)), PAPER)
    draw = ImageDraw.Draw(whole)
    for number, (each, pixels) in enumerate(zip(words, pictures, strict=True)):
        left, top = number % ACROSS * (SIDE + MARGIN), number // ACROSS * (SIDE + WORDS)
        whole.paste(to_picture(pixels / 2 + 0.5).resize((SIDE, SIDE), Image.Resampling.LANCZOS), (left, top))
        draw.text((left + 2, top + SIDE + 2), each, fill=WRITING)
    return whole


def main(arguments: list[str] | None = None) -> int:
    """Draw and write the sheet."""
    parser = argparse.ArgumentParser(prog="python -m engine.pocket.evaluate.sheet", description=__doc__)
    parser.add_argument("-o", "--out", type=Path, required=True, help="the PNG to write")
    parser.add_argument("--model", type=Path, default=Path("engine/pocket/weights"))
    asked = parser.parse_args(arguments)
    artist = Artist(asked.model, device().type)
    words = texts()
    rows = [(words, artist.draw(Wish(each, seed) for seed, each in enumerate(words))), *picture_rows(artist)]
    sheet([word for each, _ in rows for word in each], torch.cat([each for _, each in rows])).save(asked.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
