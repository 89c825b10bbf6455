"""A contact sheet as members would see it: `python -m engine.pocket.evaluate.sheet -o FILE`."""

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import torch
from PIL import Image, ImageDraw

from engine.families.pixels import to_picture
from engine.pocket.evaluate.artist import Artist, Wish
from engine.pocket.recipe.train.machine import device
from engine.pocket.recipe.world.captions import MADE, STYLES, WHERE

SIDE, WORDS, MARGIN = 160, 18, 6
PAPER, WRITING = (250, 249, 246), (40, 40, 46)
THINGS: Final = (
    "a red apple", "a cat", "a dog", "a penguin", "a snowman", "a rocket", "a house", "a robot",
    "a cactus", "a sunflower", "a pizza", "a strawberry", "a red heart", "a ghost", "a fish", "a smiley",
    "a watermelon", "a soccer ball", "a castle", "a mushroom", "a panda", "a butterfly", "a birthday cake", "a guitar",
)  # fmt: skip
LOOKED_AT: Final = "a red apple"
STRENGTHS: Final = (0.1, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0)
ACROSS: Final = 8


@dataclass(frozen=True)
class Shown:
    """A wish, and what stands under its picture."""

    wish: Wish
    words: str


def wishes(thing: str = LOOKED_AT) -> list[Shown]:
    """Things, then the thing in every style, medium and setting."""
    asked = [*THINGS]
    asked += [f"{thing}, {words[0]}" for words in STYLES.values()]
    asked += ["a cat, " + next(iter(STYLES.values()))[0]] * (-len(asked) % ACROSS)
    asked += [f"{thing}, {words[0]}" for words in MADE.values()]
    asked += [f"{thing} {words[0]}" for words in WHERE.values()]
    return [Shown(Wish(text, seed), text) for seed, text in enumerate(asked)]


def varied(start: Image.Image, text: str) -> list[Shown]:
    """The same start picture at rising strengths."""
    return [Shown(Wish(text, 7, start, strength), f"strength {strength}") for strength in STRENGTHS]


def sheet(shown: list[Shown], pictures: torch.Tensor) -> Image.Image:
    """The pictures, (count, 3, height, width) in [-1, 1], in rows, each over its words."""
    down = -(-len(shown) // ACROSS)
    whole = Image.new("RGB", (ACROSS * (SIDE + MARGIN), down * (SIDE + WORDS)), PAPER)
    draw = ImageDraw.Draw(whole)
    for number, (each, pixels) in enumerate(zip(shown, pictures, strict=True)):
        left, top = number % ACROSS * (SIDE + MARGIN), number // ACROSS * (SIDE + WORDS)
        whole.paste(to_picture(pixels / 2 + 0.5).resize((SIDE, SIDE), Image.Resampling.LANCZOS), (left, top))
        draw.text((left + 2, top + SIDE + 2), each.words, fill=WRITING)
    return whole


def main(arguments: list[str] | None = None) -> int:
    """Draw and write the sheet."""
    parser = argparse.ArgumentParser(prog="python -m engine.pocket.evaluate.sheet", description=__doc__)
    parser.add_argument("-o", "--out", type=Path, required=True, help="the PNG to write")
    parser.add_argument("--model", type=Path, default=Path("engine/pocket/weights"))
    asked = parser.parse_args(arguments)
    artist = Artist(asked.model, device().type)
    shown = wishes()
    pictures = artist.draw(each.wish for each in shown)
    more = varied(to_picture(pictures[0] / 2 + 0.5), "a lemon")
    sheet([*shown, *more], torch.cat([pictures, artist.draw(each.wish for each in more)])).save(asked.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
