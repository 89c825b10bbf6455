"""What reads pictures and prompts for members: by the same rules, and through the same doors, as what draws."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass

from bot.images.errors import NoRoom, NotFetched
from bot.images.shown import preview, swatches
from bot.imagine.deciding import Deciding
from bot.imagine.errors import INTERNAL_ERROR, INVALID_LINK, Refused
from bot.imagine.parts import Parts
from bot.jobs.job import Asked
from bot.policy.order import Order
from engine.reading.talk import CannotRead, Reader, Seen, Weighed

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Described:
    """A picture that was read, the picture itself to be shown (WebP), and its colours drawn (PNG)."""

    seen: Seen
    preview: bytes
    swatches: bytes


class Reading:
    """The use cases of /describe and /shorten."""

    def __init__(self, parts: Parts, reader: Reader) -> None:
        self._parts, self._reader = parts, reader
        self._deciding = Deciding(parts)

    async def describe(self, asked: Asked, link: str) -> Described:
        """The picture behind the link, or what was attached, taken apart. Raises Refused, StoreError.

        It is fetched, decoded and looked at as pictures for /imagine are; its copy goes again within hours.
        """
        await self._deciding.decide(asked, Order("describe"), await self._deciding.known(asked))
        try:
            key = await self._parts.pictures.keep(link)
        except NotFetched as failure:
            raise Refused(INVALID_LINK, failure.key, link=failure.shown) from None
        except NoRoom as failure:
            raise Refused(INTERNAL_ERROR, failure.key) from None
        path = self._parts.pictures.blobs.path(key)
        await self._parts.looking.accept_of(asked, [path])
        try:
            seen = await self._reader.describe(path)
        except CannotRead as failure:
            _log.warning("a picture could not be read: %s", failure)
            raise Refused(INTERNAL_ERROR, "describe.failed") from None
        shown, colours = await asyncio.gather(
            asyncio.to_thread(preview, path), asyncio.to_thread(swatches, seen.palette)
        )
        return Described(seen, shown, colours)

    async def weigh(self, asked: Asked, words: Sequence[str]) -> Weighed:
        """Which of a prompt's words matter. Raises Refused, StoreError."""
        await self._deciding.decide(asked, Order("shorten"), await self._deciding.known(asked))
        try:
            return await self._reader.weigh(words)
        except CannotRead as failure:
            _log.warning("a prompt could not be read: %s", failure)
            raise Refused(INTERNAL_ERROR, "shorten.failed") from None
