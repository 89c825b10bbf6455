"""Delivery as the rest of the bot holds it: told of every change, asked to show and to send."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import discord
import structlog
from structlog.contextvars import bind_contextvars

from bot.delivery import dms, sentences
from bot.delivery.alarms import Alarms
from bot.delivery.answers import Answers
from bot.delivery.erasing import erase
from bot.delivery.line import Line
from bot.delivery.orders import Orders
from bot.delivery.parts import Parts
from bot.delivery.posts import Posts, Shown
from bot.delivery.progress import Board
from bot.delivery.repair import repair
from bot.delivery.results import Results
from bot.jobs.job import Action, Job, State
from bot.jobs.ordered import Ordered
from bot.prompt.personal import Habit
from bot.store.errors import StoreError
from bot.store.messages import Kind, Message
from engine.protocol import Event, Rendered

log = structlog.stdlib.get_logger("bot.delivery")


class Delivery:
    """Posts results and keeps progress messages up to date, as long as `run` does."""

    def __init__(self, parts: Parts, alarms: Alarms | None = None) -> None:
        self._parts = parts
        self._posts = Posts(parts)
        self._answers = Answers(parts.now, parts.pace.answer)
        self._orders = Orders(parts)
        self._alarms = alarms or Alarms(parts)
        self._board = Board(parts, self._answers, self._untold)
        self._results = Results(parts, self._posts, self._answers, self._ended)
        self._beside: set[asyncio.Task[None]] = set()

    def changed(self, job: Job, event: Event | None) -> None:
        """The job is in another state (`event` None), or this happened to it while it runs. Never blocks.

        Rendered begins to read or encode the engine's own files, before they are stored.
        """
        if isinstance(event, Rendered):
            self._posts.begin(job, event)
            return
        if job.state is State.RENDERED:
            self._results.wake()
        elif job.state is not State.RUNNING:
            self._posts.forget(job.id)
        self._board.hear(job, event)
        if event is None:
            self._orders.hear(job)

    def alarmed(self) -> None:
        """Moderators are to be told of something. Never blocks."""
        self._alarms.wake()

    def ordered(self, order: Ordered) -> None:
        """One message tells from now on how far it is, and in the end what came of it."""
        self._orders.put(order)

    async def answered(self, job: Job, message: discord.Message, notices: tuple[str, ...] = ()) -> None:
        """This message shows from now on how far the job is; `notices` stand below it until the job ends.

        Of a job that has ended it shows that, or goes.
        """
        record = Message(message.id, message.channel.id, job.id, Kind.PROGRESS)
        self._answers.keep(job, message)
        now = asyncio.get_running_loop().time()
        is_old = job.state.is_final
        self._board.put(Line(job, record, notices, message.content, born_at=now, edited_at=now, is_changed=is_old))
        try:
            await self._parts.store.messages.record(record)
            latest = await self._parts.store.jobs.get(job.id)
        except StoreError as failure:
            log.warning("answer not recorded", job=job.id, reason=str(failure))
            return
        if latest.state is not job.state:
            self._board.catch_up(latest)

    async def shown(self, job: Job, limit: int) -> Shown:
        """The job's result as it would be posted now, in a file of at most `limit` bytes; with it the whole prompt.

        Raises PictureGone.
        """
        return await self._posts.again(job, limit)

    async def small(self, job: Job) -> bytes:
        """Its pictures, small, as WebP. Raises PictureGone."""
        return await self._parts.pictures.small.of([each.blob for each in job.pictures])

    async def texts(self, job: Job) -> dict[str, str]:
        """What is written in its first picture; nothing where that is gone."""
        return await self._parts.pictures.small.texts(job.pictures[0].blob) if job.pictures else {}

    async def send_by_dm(self, job: Job, member_id: int) -> bool:
        """Send the pictures to this member. False where the member takes no direct messages.

        Raises PictureGone, and at last whatever came between the bot and Discord.
        """
        return await dms.send(self._parts, job, member_id)

    async def run(self) -> None:
        """Bring up to date what the last run left; post and edit until cancelled. The client has to be logged in."""
        await self._parts.client.wait_until_ready()
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._board.run())
                tasks.create_task(self._board.keep_time())
                tasks.create_task(self._results.run())
                tasks.create_task(self._orders.run())
                tasks.create_task(self._alarms.run())
                tasks.create_task(erase(self._parts))
                tasks.create_task(repair(self._parts, self._board, self._untold))
        finally:
            for task in self._beside:
                task.cancel()
            await asyncio.gather(*self._beside, return_exceptions=True)
            await self._posts.close()

    def _ended(self, job: Job, message_id: int | None) -> None:
        """The job was delivered, as this message, or given up."""
        self._posts.forget(job.id)
        if message_id is not None:
            self._board.became_result(job.id, message_id)
            if job.action is not Action.UPSCALE and job.asked.guild_id is not None:
                self._spawn(self._also_by_dm(job))
        self._board.hear(job, None)
        self._orders.hear(job)
        self._parts.on_end(job)

    async def _also_by_dm(self, job: Job) -> None:
        """To a member whose results all come by direct message, too: the message in the channel stands already.

        Explicit pictures are seen in age-restricted channels only.
        """
        member_id, store = job.asked.member.id, self._parts.store
        try:
            if Habit.AUTO_DM not in (await store.preferences.of(member_id)).habits:
                return
            if not await store.rulings.are_explicit(job.with_parent):
                await self.send_by_dm(job, member_id)
        except Exception as failure:  # noqa: BLE001 - nothing is lost: the result is where it was asked for
            log.warning("not sent by direct message", job=job.id, reason=repr(failure))

    def _untold(self, job: Job) -> None:
        """The job failed, and no message shows it yet; its answer may be on its way."""
        self._spawn(self._tell(job))

    async def _tell(self, job: Job) -> None:
        bind_contextvars(job=job.id)
        await asyncio.sleep(self._parts.pace.grace)
        if not self._board.has(job.id) and not await self._orders.tells_of(job):
            await sentences.tell(self._parts, job)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)
