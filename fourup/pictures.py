"""Picture files of the shell's commands: grids put together, recipes in and out, previews for a terminal."""

from collections.abc import Mapping, Sequence
from math import ceil, sqrt
from pathlib import Path

from PIL import Image, UnidentifiedImageError
from PIL.PngImagePlugin import PngInfo

from engine.recipe import Recipe, read

Colour = tuple[int, int, int]


def recipe_in(path: Path) -> Recipe | None:
    """How the picture in this file was made; None where nothing in it says so, or where it is no picture."""
    try:
        with Image.open(path) as picture:
            return read(picture.info)
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError):
        return None


def write_grid(pictures: Sequence[Path], chunks: Mapping[str, str], out: Path) -> None:
    """The pictures side by side, as a square of them or the next wider, as a PNG with the text chunks."""
    opened = [_opened(path) for path in pictures]
    width, height = opened[0].size
    columns = ceil(sqrt(len(opened)))
    grid = Image.new("RGB", (columns * width, ceil(len(opened) / columns) * height))
    for number, picture in enumerate(opened):
        grid.paste(picture, (number % columns * width, number // columns * height))
    info = PngInfo()
    for key, text in chunks.items():
        info.add_text(key, text)
    grid.save(out, "PNG", pnginfo=info)


def half_blocks(path: Path, columns: int) -> list[list[tuple[Colour, Colour]]]:
    """The picture for a terminal: rows of so many cells, each the colours of its upper and of its lower half."""
    picture = _opened(path)
    lines = max(1, round(columns * picture.height / picture.width / 2))
    small = picture.resize((columns, 2 * lines), Image.Resampling.BOX).tobytes()
    colours = [(small[at], small[at + 1], small[at + 2]) for at in range(0, len(small), 3)]
    rows = [colours[at : at + columns] for at in range(0, len(colours), columns)]
    return [list(zip(upper, lower, strict=True)) for upper, lower in zip(rows[::2], rows[1::2], strict=True)]


def _opened(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("RGB")
