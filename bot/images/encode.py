"""Pictures as they are posted: a grid of them put together, and the best file that fits a limit."""

import io
import os
from collections import deque
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
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


def put_together(paths: Sequence[Path]) -> tuple[Image.Image, dict[str, str]]:
    """The grid of pictures of one size, in RGB: a square of them or the next wider, in their order, black where none is
    left; and the texts in the first. One picture is its own grid. Raises PictureGone.
    """
    waiting = deque(_threads.submit(_opened, path) for path in paths)
    first, texts = waiting.popleft().result()
    if not waiting:
        return first, texts
    columns = ceil(sqrt(len(paths)))
    grid = Image.new("RGB", (columns * first.width, ceil(len(paths) / columns) * first.height))
    grid.paste(first)
    for number in range(1, len(paths)):
        picture, _ = waiting.popleft().result()
        grid.paste(picture, (number % columns * first.width, number // columns * first.height))
    return grid, texts


def ready(path: Path, limit: int | None) -> Encoded | None:
    """The file as it is, where it is a PNG that fits, and still there."""
    with suppress(PictureGone, OSError):
        return _as_it_is(path, limit)
    return None


def is_larger(path: Path, limit: int | None) -> bool:
    """True for a file that is there and has more bytes."""
    try:
        return limit is not None and path.stat().st_size > limit
    except FileNotFoundError:
        return False


def encoded(paths: Sequence[Path], limit: int | None, *, tries_png: bool = True) -> Encoded:
    """One picture as it is, or the grid of several, in at most `limit` bytes. Raises PictureGone."""
    if len(paths) == 1 and (untouched := _as_it_is(paths[0], limit)):
        return untouched
    picture, texts = put_together(paths)
    texts = texts if len(paths) == 1 else of_the_grid(texts)
    return fitted(picture, texts, limit) if tries_png else _webp(picture, exif_of(texts), limit or 0)


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
            try:
                picture.save(target, "WEBP", quality=quality, method=0, exif=exif)
            except ValueError:  # a large and noisy one: the format's first partition holds 512 KiB (error 6)
                continue
            if target.tell() <= limit or min(picture.size) == 1:
                return Encoded(target.getvalue(), "webp", *picture.size)
        picture = picture.resize((max(1, picture.width // 2), max(1, picture.height // 2)), Image.Resampling.BOX)


def _opened(path: Path) -> tuple[Image.Image, dict[str, str]]:
    try:
        with Image.open(path, formats=FORMATS) as picture:
            texts = texts_of(picture)
            picture.load()
            return picture if picture.mode == "RGB" else picture.convert("RGB"), texts
    except (OSError, UnidentifiedImageError, SyntaxError, ValueError):
        raise PictureGone(path.name) from None
