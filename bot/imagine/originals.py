"""The pictures behind a prompt's links, kept: at once where they come at once, else before the job is drawn."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from bot.images.errors import NoRoom, NotFetched
from bot.images.pictures import Pictures
from bot.imagine.errors import DUPLICATE_IMAGES, INTERNAL_ERROR, INVALID_LINK, Refused
from bot.imagine.patience import patiently
from bot.jobs.job import Job
from bot.store.errors import StoreError
from bot.store.store import Store

SOON = 8.0
"""Seconds that an answer waits for pictures, so that only their sender reads what is wrong with one.

Discord is told meanwhile that the bot is at it. What is wrong with one that takes longer stands in the message that
shows how far the job is.
"""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Gathered:
    """The blob of each link that is there already, and those that are still on their way."""

    kept: Mapping[str, str]
    coming: Mapping[str, "asyncio.Task[str]"]

    def drop(self) -> None:
        """Nobody wants the rest."""
        for task in self.coming.values():
            task.add_done_callback(_failed)
            task.cancel()


class Originals:
    """Fetches and keeps originals, and records for which jobs."""

    def __init__(self, store: Store, pictures: Pictures) -> None:
        self._store = store
        self._pictures = pictures
        self._following: dict[str, asyncio.Task[None]] = {}

    async def soon(self, links: Iterable[str]) -> Gathered:
        """Those that come soon, and the others on their way. Raises Refused for one that cannot be had."""
        tasks = {link: asyncio.create_task(self._keep(link)) for link in dict.fromkeys(links)}
        try:
            if tasks:
                await asyncio.wait(tasks.values(), timeout=SOON, return_when=asyncio.FIRST_EXCEPTION)
            kept = {link: task.result() for link, task in tasks.items() if task.done()}
        except BaseException:
            await _end(tasks.values())
            raise
        return Gathered(kept, {link: task for link, task in tasks.items() if link not in kept})

    def follow(self, jobs: Sequence[Job], gathered: Gathered) -> None:
        """Record for these jobs what is on its way, when it comes."""
        if not gathered.coming:
            return
        following = asyncio.create_task(self._record([job.id for job in jobs], gathered))
        for job in jobs:
            self._following[job.id] = following
        following.add_done_callback(lambda _: [self._following.pop(job.id, None) for job in jobs])

    async def all(self, job: Job, links: Sequence[str], on_wait: Callable[[], None]) -> dict[str, str]:
        """The path of a file for each link of the job's; `on_wait` is called where one has still to come.

        Raises Refused for one that cannot be had.
        """
        if following := self._following.get(job.id):
            on_wait()
            await asyncio.wait([following])
        kept = await self._store.jobs.originals(job.id) if links else {}
        missing = [link for link in dict.fromkeys(links) if link not in kept]
        if missing:
            on_wait()
            blobs = dict(
                zip(missing, await _together([patiently(partial(self._kept, link)) for link in missing]), strict=True)
            )
            await patiently(lambda: self._store.jobs.keep([job.id], blobs))
            kept |= blobs
        return {link: str(self._pictures.blobs.path(kept[link])) for link in links}

    async def close(self) -> None:
        """Fetch no more; what is missing is fetched when its job is drawn."""
        await _end(set(self._following.values()))

    async def _keep(self, link: str) -> str:
        try:
            return await self._kept(link)
        except NoRoom as failure:
            raise Refused(INTERNAL_ERROR, failure.key) from None

    async def _kept(self, link: str) -> str:
        try:
            return await self._pictures.keep(link)
        except NotFetched as failure:
            raise Refused(INVALID_LINK, failure.key, link=failure.shown) from None

    async def _record(self, job_ids: Sequence[str], gathered: Gathered) -> None:
        """Each that comes; one that does not is tried once more when the job is drawn, and then told."""
        try:
            await asyncio.wait(gathered.coming.values())
        except asyncio.CancelledError:
            await _end(gathered.coming.values())
            raise
        blobs = {link: task.result() for link, task in gathered.coming.items() if not _failed(task)}
        try:
            await patiently(lambda: self._store.jobs.keep(job_ids, blobs))
        except StoreError:
            _log.exception("the pictures of %s could not be recorded, and are fetched again", ", ".join(job_ids))


def are_different(gathered: Gathered) -> None:
    """The same file has another link each time that it is attached. Raises Refused where one is there twice."""
    if len({*gathered.kept.values()}) < len(gathered.kept):
        gathered.drop()
        raise Refused(DUPLICATE_IMAGES, "blend.twice")


def _failed(task: "asyncio.Task[str]") -> bool:
    return task.cancelled() or task.exception() is not None


async def _together(keeping: Sequence[Coroutine[Any, Any, str]]) -> list[str]:
    """All of them; the first failure ends the others."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(each) for each in keeping]
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from None
    return [task.result() for task in tasks]


async def _end(tasks: "Iterable[asyncio.Task[Any]]") -> None:
    """Cancel them, and wait until they have ended."""
    ending = [*tasks]
    for task in ending:
        task.cancel()
    await asyncio.gather(*ending, return_exceptions=True)
