"""What the bot does with pictures: those of members are kept, those of the engine are encoded to be posted."""

import asyncio
import errno
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from bot.images.blobs import Blobs
from bot.images.decoding.pool import CannotDecode, Decoders
from bot.images.encode import Encoded, encoded, is_larger, ready
from bot.images.errors import NoRoom, NotFetched, Reason
from bot.images.fetch import LARGEST, Fetcher
from bot.images.grade import Grade
from bot.images.masks import Size, boxed, painted
from bot.images.places import Place
from bot.images.small import Small
from bot.images.starts import graded, measured

ATTACHMENTS, LINKS = 6, 8
"""Pictures that are on their way at a time, and held in memory: slow links stand in no attachment's way."""

_MASK = "mask.png"
"""What errors call a mask that was handed over."""


class Pictures:
    """Blobs, a fetcher and decoders, put together."""

    def __init__(self, *, blobs: Blobs, fetcher: Fetcher, decoders: Decoders) -> None:
        self.blobs = blobs
        self.small = Small(blobs)
        self._fetcher = fetcher
        self._decoders = decoders
        self._attachments, self._links = asyncio.Semaphore(ATTACHMENTS), asyncio.Semaphore(LINKS)
        self._encoding = asyncio.Semaphore(2)

    async def keep(self, link: str) -> str:
        """Fetch the picture, make an original of it, and store that; its key. Raises NotFetched, NoRoom."""
        async with self._attachments if self._fetcher.is_attachment(link) else self._links:
            return await self._kept(await self._fetcher.fetch(link), link)

    async def keep_upload(self, content: bytes, name: str) -> str:
        """The same for a file that was handed over; errors call it `name`. Raises NotFetched, NoRoom."""
        if len(content) > LARGEST:
            raise NotFetched(Reason.TOO_LARGE, name)
        async with self._attachments:
            return await self._kept(content, name)

    async def keep_mask(self, source: str | bytes, size: Size) -> str:
        """The mask for a picture of this size behind a link, or in bytes that were handed over; its key.

        Raises NotFetched, NoRoom, WrongMask.
        """
        async with self._attachments:
            content = source if isinstance(source, bytes) else await self._fetcher.fetch(source)
            if len(content) > LARGEST:
                raise NotFetched(Reason.TOO_LARGE, _MASK)
            return await self._kept(content, source if isinstance(source, str) else _MASK, partial(painted, size=size))

    async def size(self, key: str) -> Size:
        """Width and height of what was kept. Raises PictureGone."""
        return await asyncio.to_thread(measured, self.blobs.path(key))

    async def graded(self, key: str, grade: Grade, mask: str | None = None) -> str:
        """The picture in another light, or only where a mask is white; its key. Raises PictureGone, NoRoom."""
        paths = self.blobs.path(key), None if mask is None else self.blobs.path(mask)
        async with self._encoding:
            content = await asyncio.to_thread(graded, *paths, grade)
        return await self._put(content)

    async def mark(self, place: Place, size: Size) -> str:
        """The mask of a place that was named, for a picture of this size; its key. Raises NoRoom, WrongMask."""
        return await self._put(await asyncio.to_thread(boxed, place.boxes, size, is_inverted=place.is_inverted))

    async def grid(self, sources: Sequence[str | Path]) -> Encoded:
        """1 to 4 pictures side by side, as a PNG with the recipe of the first for all of them. Raises PictureGone.

        A source is the key of a blob, or the path of a file of the engine's.
        """
        return await self.encode(sources, None)

    async def encode(self, sources: Sequence[str | Path], limit: int | None, grid: str | Path | None = None) -> Encoded:
        """One picture as it is, or the grid of several, in a file of at most `limit` bytes. Raises PictureGone.

        `grid` may be a file with the grid of these pictures, which serves where it is a PNG that fits.
        """
        tries_png = True
        if grid is not None:
            if found := await asyncio.to_thread(ready, Path(grid), limit):
                return found
            # What the engine wrote as PNG is what would come of writing it as PNG again.
            tries_png = not await asyncio.to_thread(is_larger, Path(grid), limit)
        paths = [self.blobs.path(each) if isinstance(each, str) else each for each in sources]
        async with self._encoding:
            return await asyncio.to_thread(encoded, paths, limit, tries_png=tries_png)

    async def _kept(self, content: bytes, link: str, changed: Callable[[bytes], bytes] | None = None) -> str:
        try:
            original = await self._decoders.decode(content)
        except CannotDecode as failure:
            raise NotFetched(failure.reason, link) from None
        return await self._put(await asyncio.to_thread(changed, original) if changed else original)

    async def _put(self, content: bytes) -> str:
        try:
            return await self.blobs.put(content)
        except OSError as failure:
            if failure.errno not in {errno.ENOSPC, errno.EDQUOT}:
                raise
            raise NoRoom from failure
