"""A contact sheet of the world: `python -m engine.pocket.recipe.sheet -o FILE`."""

import argparse
import sys
import textwrap
from pathlib import Path

from PIL import Image, ImageDraw

from engine.pocket.recipe.sources.sprites import load_sprites
from engine.pocket.recipe.world.world import SIDE, Example, World

WORDS = 40
"""Pixels of height for the caption."""
PAPER, WRITING = (250, 249, 246), (40, 40, 46)


def sheet(examples: list[Example], across: int) -> Image.Image:
    """The pictures in rows, each over its caption."""
    height, width = examples[0].picture.shape[:2]
    down = -(-len(examples) // across)
    whole = Image.new("RGB", (across * (width + 8), down * (height + WORDS)), PAPER)
    draw = ImageDraw.Draw(whole)
    for number, example in enumerate(examples):
        left, top = number % across * (width + 8) + 4, number // across * (height + WORDS)
        whole.paste(Image.fromarray(example.picture), (left, top))
        lines = textwrap.wrap(example.caption, width // 6)[:3]
        draw.multiline_text((left, top + height + 1), "\n".join(lines), fill=WRITING, spacing=1)
    return whole


def main(arguments: list[str] | None = None) -> int:
    """Write the sheet."""
    parser = argparse.ArgumentParser(prog="python -m engine.pocket.recipe.sheet", description=__doc__)
    parser.add_argument("-o", "--out", type=Path, required=True, help="the PNG to write")
    parser.add_argument("--sprites", type=Path, default=Path(".pocket/sprites"), help="what recipe.sources rendered")
    parser.add_argument("--seed", type=int, default=0, help="the first example's")
    parser.add_argument("--count", type=int, default=80)
    parser.add_argument("--held-out", action="store_true", help="the combinations that training never sees")
    asked = parser.parse_args(arguments)
    try:
        sprites = load_sprites(asked.sprites)
    except FileNotFoundError:
        sys.stderr.write(f"{asked.sprites} holds no drawings: render them with engine.pocket.recipe.sources.\n")
        return 1
    world = World(sprites, size=(SIDE, SIDE), held_out=asked.held_out)
    sheet([world.example(asked.seed + number) for number in range(asked.count)], across=10).save(asked.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
