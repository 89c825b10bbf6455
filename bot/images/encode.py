"""Pictures as they are posted: a grid of them put together, and the best file that fits a limit."""

import io
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import ceil, sqrt
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from bot.images.errors import PictureGone
from bot.images.png import TooLarge, write_png
from bot.images.texts import exif_of, of_the_grid, texts_of

FORMATS = ("PNG", "JPEG", "WEBP")
QUALITIES = (90, 75, 50)
"""Of WebP, tried in turn where PNG is too large; then the picture is halved."""
_LONGEST_WEBP = 16383  # pixels a side, the format's own limit
_threads = ThreadPoolExecutor(max(4, os.cpu_count() or 1), thread_name_prefix="encode")


@dataclass(frozen=True)
class Encoded:
    """A file to be posted; `extension` is without a dot, `width` and `height` are in pixels."""

    content: bytes
    extension: str
    width: int
    height: int


def side_by_side(pictures: Sequence[Image.Image]) -> Image.Image:
    """The grid: a square of the pictures or the next wider, in their order, black where none is left; RGB."""
    width, height = pictures[0].size
    columns = ceil(sqrt(len(pictures)))
    grid = Image.new("RGB", (columns * width, ceil(len(pictures) / columns) * height))
    for number, picture in enumerate(pictures):
        grid.paste(picture, (number % columns * width, number // columns * height))
    return grid


def opened(paths: Sequence[Path]) -> tuple[list[Image.Image], dict[str, str]]:
    """Pictures of ours, decoded to RGB, and the texts in the first. Raises PictureGone."""
    found = list(_threads.map(_opened, paths))
    return [picture for picture, _ in found], found[0][1]


def encoded(paths: Sequence[Path], limit: int | None) -> Encoded:
    """One picture as it is, or the grid of several, in at most `limit` bytes. Raises PictureGone."""
    if len(paths) == 1 and (untouched := _as_it_is(paths[0], limit)):
        return untouched
    pictures, texts = opened(paths)
    if len(pictures) == 1:
        return fitted(pictures[0], texts, limit)
    return fitted(side_by_side(pictures), of_the_grid(texts), limit)


def fitted(picture: Image.Image, texts: Mapping[str, str], limit: int | None) -> Encoded:
    """The picture in at most `limit` bytes: PNG where that fits, else WebP, at last in a smaller size."""
    try:
        return Encoded(write_png(picture, texts, limit, _threads), "png", *picture.size)
    except TooLarge:
        return _webp(picture, exif_of(texts), limit or 0)


def _as_it_is(path: Path, limit: int | None) -> Encoded | None:
    """The file itself, where it is a PNG that fits."""
    try:
        content = path.read_bytes() if limit is None or path.stat().st_size <= limit else b""
        with Image.open(io.BytesIO(content), formats=("PNG",)) as picture:
            return Encoded(content, "png", *picture.size)
    except FileNotFoundError:
        raise PictureGone(path.name) from None
    except (UnidentifiedImageError, SyntaxError, ValueError):
        return None


def _webp(picture: Image.Image, exif: bytes, limit: int) -> Encoded:
    picture.thumbnail((_LONGEST_WEBP, _LONGEST_WEBP))
    while True:
        for quality in QUALITIES:
            target = io.BytesIO()
            picture.save(target, "WEBP", quality=quality, method=0, exif=exif)
            if target.tell() <= limit or min(picture.size) == 1:
                return Encoded(target.getvalue(), "webp", *picture.size)
        picture = picture.resize((max(1, picture.width // 2), max(1, picture.height // 2)), Image.Resampling.BOX)


def _opened(path: Path) -> tuple[Image.Image, dict[str, str]]:
    try:
        with Image.open(path, formats=FORMATS) as picture:
            texts = texts_of(picture)
            return picture.convert("RGB"), texts
    except (OSError, UnidentifiedImageError, SyntaxError, ValueError):
        raise PictureGone(path.name) from None
