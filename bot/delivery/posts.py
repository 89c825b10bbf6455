"""A result as it is posted: its text, its pictures in a file that fits, its buttons."""

import asyncio
import io
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import discord
import structlog
from discord import ui

from bot import messages
from bot.buttons import views
from bot.delivery.parts import Parts
from bot.images.encode import Encoded
from bot.images.errors import PictureGone
from bot.jobs.job import Job
from bot.words import say
from engine.protocol import Rendered

log = structlog.stdlib.get_logger("bot.delivery")

SMALLEST = 64 << 10
"""Bytes below which no picture is worth to be posted."""


@dataclass(frozen=True)
class Shown:
    """A result to be posted; the file can be read once."""

    content: str
    file: discord.File
    view: ui.View | None
    size: int
    """Bytes of the file."""
    more: tuple[discord.File, ...] = ()
    """The whole prompt, where the message cannot hold it."""

    def arguments(self) -> dict[str, Any]:
        """What discord.py's `send` takes."""
        return {"content": self.content, "file": self.file} | ({"view": self.view} if self.view else {})


class Posts:
    """Makes posts of jobs; their pictures may be encoded before anybody asks for them."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._early: dict[str, asyncio.Task[Encoded]] = {}

    def begin(self, job: Job, rendered: Rendered) -> None:
        """Read or encode the engine's own files, which will be the job's pictures, from now on."""
        limit = self._parts.limit(None if messages.is_private(job) else job.asked.guild_id)
        pictures = [Path(each.path) for each in rendered.pictures]
        if pictures and job.id not in self._early:
            encoding = self._parts.pictures.encode(pictures, limit, rendered.grid)
            task = self._early[job.id] = asyncio.create_task(encoding)
            task.add_done_callback(_heard)

    async def again(self, job: Job, limit: int) -> Shown:
        """The same, with the whole prompt in a file of its own where the message cannot hold it."""
        shown = await self.of(job, limit)
        if not messages.is_cut(job.prompt):
            return shown
        prompt = io.BytesIO(job.prompt.encode(errors="replace"))
        return replace(shown, more=(discord.File(prompt, filename="prompt.txt"),))

    async def of(self, job: Job, limit: int, notices: tuple[str, ...] = ()) -> Shown:
        """The job's result in a file of at most `limit` bytes. Raises PictureGone."""
        encoded = await self._encoded(job, limit)
        is_explicit = await self._parts.store.rulings.are_explicit([job.id, *([job.parent] if job.parent else [])])
        store = self._parts.store
        favourites = await store.album.favourites(job.id)
        view = views.of_result(job, await store.jobs.pressed(job.id), favourites)
        # discord.py keeps an entry for each message whose view is not at its end.
        view.stop()
        link = None if is_explicit else self._parts.link(job)
        more = (say("delivery.full", job.asked.member.locale, link=link),) if link else ()
        file = file_of(job, encoded, is_explicit=is_explicit)
        return Shown(messages.result(job, (*notices, *more)), file, view, len(encoded.content))

    def forget(self, job_id: str) -> None:
        """Nobody will ask for it."""
        if task := self._early.pop(job_id, None):
            task.cancel()

    async def close(self) -> None:
        """Stop what was begun."""
        tasks = [*self._early.values()]
        self._early.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _encoded(self, job: Job, limit: int) -> Encoded:
        if task := self._early.pop(job.id, None):
            # The engine's files may be gone: then the stored ones serve.
            with suppress(PictureGone):
                encoded = await task
                if len(encoded.content) <= limit:
                    return encoded
        return await self._parts.pictures.encode([each.blob for each in job.pictures], limit)


def _heard(task: asyncio.Task[Encoded]) -> None:
    """Nobody may come for what went wrong: then the stored pictures are encoded."""
    if not task.cancelled() and (failure := task.exception()):
        log.info("not encoded early", reason=repr(failure))


def file_of(job: Job, encoded: Encoded, index: int | None = None, *, is_explicit: bool = False) -> discord.File:
    """A file to be posted: the grid, or the picture of this number; an explicit one is seen at a press."""
    return discord.File(
        io.BytesIO(encoded.content),
        filename=messages.file_name(job, encoded.extension, index),
        description=messages.alt_text(job, index),
        spoiler=is_explicit,
    )


def smaller(limit: int, size: int) -> int:
    """The limit to try after a file of so many bytes was too large."""
    return min(limit, size) * 3 // 4
