"""Picture files of the shell's commands: grids put together, recipes in and out, previews for a terminal."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from bot.images.encode import put_together
from bot.images.png import write_png
from bot.images.texts import texts_of
from engine.recipe import Recipe, read

Colour = tuple[int, int, int]


def recipe_in(path: Path) -> Recipe | None:
    """How the picture in this file was made; None where nothing in it says so, or where it is no picture."""
    try:
        with Image.open(path) as picture:
            return read(texts_of(picture))
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError):
        return None


def write_grid(pictures: Sequence[Path], chunks: Mapping[str, str], out: Path) -> None:
    """The pictures side by side, as a square of them or the next wider, as a PNG with the text chunks."""
    out.write_bytes(write_png(put_together(pictures)[0], chunks))


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
