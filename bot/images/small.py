"""Small pictures for panels and pages, and what is written in a picture; the latest small ones stay in memory."""

import asyncio
import io
from collections import OrderedDict
from collections.abc import Sequence
from math import ceil, sqrt
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from bot.images.blobs import Blobs
from bot.images.encode import FORMATS
from bot.images.errors import PictureGone
from bot.images.texts import texts_of

SIDE = 384
"""Pixels of the longer side: three beside each other fill Discord's column."""
KEPT = 256
"""Small pictures in memory, about 20 KiB each."""
QUALITY = 80


class Small:
    """Makes them one at a time, off the event loop, so that what is posted never waits for a page that is leafed."""

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs
        self._made: OrderedDict[tuple[str, ...], bytes] = OrderedDict()
        self._one = asyncio.Lock()

    async def of(self, keys: Sequence[str]) -> bytes:
        """One picture, or a grid of several, as WebP. Raises PictureGone."""
        wanted = tuple(keys)
        async with self._one:
            if wanted not in self._made:
                paths = [self._blobs.path(each) for each in wanted]
                self._made[wanted] = await asyncio.to_thread(small, paths)
            self._made.move_to_end(wanted)
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
            return self._made[wanted]

    async def texts(self, key: str) -> dict[str, str]:
        """What is written in the picture of this key; nothing where it is gone."""
        return await asyncio.to_thread(_texts, self._blobs.path(key))


def small(paths: Sequence[Path], side: int = SIDE) -> bytes:
    """WebP of `side` pixels at most; a picture is made small before the next is opened. Raises PictureGone."""
    columns = ceil(sqrt(len(paths)))
    tiles = [_tile(path, side // columns) for path in paths]
    width, height = tiles[0].size
    whole = Image.new("RGB", (columns * width, ceil(len(tiles) / columns) * height))
    for number, tile in enumerate(tiles):
        whole.paste(tile, (number % columns * width, number // columns * height))
    target = io.BytesIO()
    whole.save(target, "WEBP", quality=QUALITY, method=2)
    return target.getvalue()


def _tile(path: Path, side: int) -> Image.Image:
    try:
        with Image.open(path, formats=FORMATS) as picture:
            rgb = picture if picture.mode == "RGB" else picture.convert("RGB")
            rgb.thumbnail((side, side), Image.Resampling.LANCZOS)
            return rgb.copy()
    except (OSError, UnidentifiedImageError, SyntaxError, ValueError):
        raise PictureGone(path.name) from None


def _texts(path: Path) -> dict[str, str]:
    try:
        with Image.open(path, formats=FORMATS) as picture:
            return texts_of(picture)
    except (OSError, UnidentifiedImageError, SyntaxError, ValueError):
        return {}
