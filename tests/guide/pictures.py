"""The strips of docs/guide.md: `python -m tests.guide.pictures` draws them anew with Pocket."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from tests.guide.drawing import drawn
from tests.guide.guide import FOLDER, recipes, starts
from tests.guide.parts import asked, parts, redrawn

SIDE, GAP = 256, 8
PAPER = "#faf9f6"


def strip(given: Sequence[Path], made: Sequence[Path]) -> Image.Image:
    """What was given, a wider gap, and what was made, all of one height."""
    pictures = [
        Image.open(each).convert("RGB").resize((SIDE, SIDE), Image.Resampling.LANCZOS) for each in (*given, *made)
    ]
    width = len(pictures) * (SIDE + GAP) + 3 * GAP
    whole = Image.new("RGB", (width, SIDE + 2 * GAP), PAPER)
    for number, each in enumerate(pictures):
        whole.paste(each, (GAP + number * (SIDE + GAP) + (2 * GAP if number >= len(given) else 0), GAP))
    return whole


def _small(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("RGB").resize((SIDE, SIDE), Image.Resampling.LANCZOS)


async def write() -> None:
    """Draw the pictures that the recipes start from, then the recipes, and write a strip for each."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        links = starts()
        first, _ = await drawn([f"{prompt} --count 1" for prompt in links.values()], {}, folder / "starts")
        files = {link: paths[0] for link, paths in zip(links, first, strict=True)}
        every = recipes()
        made, _ = await drawn([f"{each.prompt} --seed 4" for each in every], files, folder / "made")
        for recipe, paths in zip(every, made, strict=True):
            strip([files[link] for link in recipe.links], paths).save(FOLDER / recipe.strip, quality=88)
        for part in parts():
            mask, request = asked(part, files[part.link], folder / "part")
            paths = await redrawn(request, folder / "part")
            strip([files[part.link], mask], paths).save(FOLDER / part.strip, quality=88)


if __name__ == "__main__":
    asyncio.run(write())
