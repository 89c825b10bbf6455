"""Keeps progress messages up to date: the latest counts, seldom enough for Discord, one edit at a time in a channel."""

import asyncio
import io
import math
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import discord
import structlog
from structlog.contextvars import bind_contextvars

from bot.delivery.answers import Answers
from bot.delivery.line import Line
from bot.delivery.parts import Parts
from bot.delivery.trouble import Trouble, judge
from bot.jobs.job import Job, State
from bot.messages import is_private
from bot.store.errors import StoreError
from bot.store.messages import Kind, Message
from bot.words import say
from engine.protocol import Event

log = structlog.stdlib.get_logger("bot.delivery")

FINAL_TRIES = 8
"""After which an end that cannot be shown is left; the next start tries it again."""


class Board:
    """The progress messages of all jobs. `on_untold` is told of failed jobs that no message here tells of."""

    def __init__(self, parts: Parts, answers: Answers, on_untold: Callable[[Job], None]) -> None:
        self._parts, self._answers, self._on_untold = parts, answers, on_untold
        self._lines: dict[str, Line] = {}
        self._early: dict[str, tuple[Job, Event | None]] = {}
        self._busy: set[tuple[int, bool]] = set()
        """Channels where an edit is under way, and those where a message is being taken away."""
        self._wake = asyncio.Event()

    def put(self, line: Line) -> None:
        """This message shows from now on how far its job is."""
        heard = self._early.pop(line.job.id, None)
        if heard and not line.job.state.is_final:
            line.hear(*heard)
        self._lines[line.job.id] = line
        self._wake.set()

    def hear(self, job: Job, event: Event | None) -> None:
        """The job is now this, or this happened to it. Never blocks."""
        line = self._lines.get(job.id)
        if event is None:
            self._queue_moved()
        if line is not None:
            line.hear(job, event)
        elif job.state is State.FAILED:
            self._on_untold(job)
        if line is None and not job.state.is_final:
            self._early[job.id] = job, event
        elif line is None:
            self._early.pop(job.id, None)
        self._wake.set()

    def catch_up(self, job: Job) -> None:
        """The store has the job in this state; what was heard of it may be later."""
        line = self._lines.get(job.id)
        if line is not None and not line.job.state.is_final and line.job.state is not job.state:
            line.hear(job, None)
            self._wake.set()

    def has(self, job_id: str) -> bool:
        """True where a message shows how far the job is."""
        return job_id in self._lines

    def became_result(self, job_id: str, message_id: int) -> None:
        """This message has the job's pictures; if it showed progress until now, it does no more."""
        line = self._lines.get(job_id)
        if line is not None and line.message.id == message_id:
            del self._lines[job_id]

    async def run(self) -> None:
        """Edit until cancelled."""
        loop = asyncio.get_running_loop()
        async with asyncio.TaskGroup() as editing:
            while True:
                self._wake.clear()
                now = loop.time()
                next_at = math.inf
                for way, lines in self._free().items():
                    at, line = min(
                        ((each.due_at(self._parts.pace, now), each) for each in lines),
                        key=lambda due: (due[0] > now, *(due[1].rank if due[0] <= now else (0, due[0]))),
                    )
                    if at <= now:
                        self._busy.add(way)
                        line.is_busy = True
                        editing.create_task(self._bring_up_to_date(line, way))
                    else:
                        next_at = min(next_at, at)
                with suppress(TimeoutError):
                    async with asyncio.timeout(None if next_at == math.inf else next_at - now):
                        await self._wake.wait()

    def _free(self) -> dict[tuple[int, bool], list[Line]]:
        """The lines in channels where nothing of the kind is under way: Discord counts edits and deletions apart."""
        found: dict[tuple[int, bool], list[Line]] = {}
        for line in self._lines.values():
            way = line.message.channel_id, line.job.state is State.DELIVERED
            if way not in self._busy and line.is_changed and not line.is_busy:
                found.setdefault(way, []).append(line)
        return found

    async def keep_time(self) -> None:
        """Look now and then at what those who wait can expect, until cancelled: time passes."""
        while True:
            await asyncio.sleep(self._parts.pace.positions)
            self._queue_moved()
            self._wake.set()

    def _queue_moved(self) -> None:
        for line in self._lines.values():
            if line.job.state is State.WAITING:
                line.touch()

    async def _bring_up_to_date(self, line: Line, way: tuple[int, bool]) -> None:
        bind_contextvars(job=line.job.id)
        now = asyncio.get_running_loop().time()
        try:
            if line.job.state is State.DELIVERED:
                await self._remove(line)
            else:
                await self._edit(line)
        except StoreError as failure:
            log.warning("progress not recorded", job=line.job.id, reason=str(failure))
            line.not_before = now + self._parts.pace.edits
        except Exception as failure:  # noqa: BLE001 - one message that cannot be edited must not end the others
            await self._failed(line, failure)
        finally:
            line.is_busy = False
            self._busy.discard(way)
            self._wake.set()

    async def _edit(self, line: Line) -> None:
        marks, number = line.marks, line.previews
        is_end = line.job.state.is_final
        position = await self._parts.position(line.job) if line.job.state is State.WAITING else None
        text = line.text(position)
        if is_end or text != line.said or line.has_new_preview:
            changes: dict[str, Any] = {"content": text, "allowed_mentions": discord.AllowedMentions.none()}
            if line.has_new_preview or line.said is None:
                changes["attachments"] = await self._attached(line)
            if is_end:
                changes["view"] = None
            line.edited_at = asyncio.get_running_loop().time()
            await self._change(line, changes)
        line.said, line.shown, line.tries = text, number, 0
        line.is_changed = line.marks != marks
        if is_end:
            await self._ended(line)

    async def _attached(self, line: Line) -> list[discord.File]:
        """The preview, where there is one that may be seen; the engine takes it away when the job has ended."""
        preview = line.preview
        if preview is None or not await self._parts.may_preview(line.job, preview):
            return []
        try:
            content = await asyncio.to_thread(preview.read_bytes)
        except OSError:
            return []
        return [discord.File(io.BytesIO(content), filename=f"grid_0{preview.suffix}")]

    async def _change(self, line: Line, changes: dict[str, Any]) -> None:
        answer = self._answer(line)
        if answer is not None:
            await answer.edit(**changes)
            return
        channel = self._parts.channel(line.message.channel_id)
        await channel.get_partial_message(line.message.id).edit(**changes)

    def _answer(self, line: Line) -> discord.Message | None:
        """The message as the answer that it is, where it can only be edited as that."""
        is_needed = self._parts.is_by_answer(line.job) or line.is_closed
        return self._answers.of(line.job.id) if is_needed else None

    async def _remove(self, line: Line) -> None:
        answer = self._answer(line)
        with suppress(discord.NotFound, discord.Forbidden):
            if answer is not None and is_private(line.job):
                sent = say("stealth.sent", line.job.asked.member.locale)
                await answer.edit(content=sent, attachments=[], view=None)
            elif answer is not None:
                await answer.delete()
            else:
                channel = self._parts.channel(line.message.channel_id)
                await channel.get_partial_message(line.message.id).delete()
        await self._parts.store.messages.forget(line.message.id)
        self._gone(line)

    async def _ended(self, line: Line) -> None:
        message = line.message
        await self._parts.store.messages.record(Message(message.id, message.channel_id, message.job_id, Kind.ENDED))
        self._gone(line)

    def _gone(self, line: Line) -> None:
        self._answers.drop(line.job.id)
        if self._lines.get(line.job.id) is line:
            del self._lines[line.job.id]

    async def _failed(self, line: Line, failure: Exception) -> None:
        verdict = judge(failure)
        log.info("progress not shown", job=line.job.id, reason=repr(failure), why=verdict.trouble)
        line.tries += 1
        is_end, is_first = line.job.state.is_final, not line.is_closed
        now = asyncio.get_running_loop().time()
        line.not_before = now + (verdict.wait or self._parts.pace.retry(line.tries))
        if verdict.trouble is Trouble.GONE:
            await self._lost(line)
        elif verdict.trouble is Trouble.TOO_LARGE:
            line.preview, line.shown = None, line.previews
        elif verdict.trouble is not Trouble.PASSING:
            line.is_closed = True
            if is_first and self._answers.of(line.job.id):
                line.not_before = now
            elif is_end:
                await self._lost(line)
        elif is_end and line.tries >= FINAL_TRIES:
            self._gone(line)

    async def _lost(self, line: Line) -> None:
        """The message cannot be edited any more."""
        with suppress(StoreError):
            await self._parts.store.messages.forget(line.message.id)
        self._gone(line)
        if line.job.state is State.FAILED:
            self._on_untold(line.job)
        elif not line.job.state.is_final:
            self._early[line.job.id] = line.job, line.event
