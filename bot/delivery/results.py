"""Posts the results that the outbox holds: each once, one after the other in a channel, the channels side by side."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import discord
import structlog
from structlog.contextvars import bind_contextvars

from bot.delivery.answers import Answers
from bot.delivery.parts import Parts, pinging
from bot.delivery.posts import SMALLEST, Posts, Shown, smaller
from bot.delivery.search import result_of
from bot.delivery.trouble import Trouble, Verdict, is_of_the_way, judge
from bot.images.errors import PictureGone
from bot.jobs.errors import WrongState
from bot.jobs.job import Job, State
from bot.messages import is_private
from bot.store.messages import Kind
from bot.store.outbox import Delivery
from bot.words import say

log = structlog.stdlib.get_logger("bot.delivery")

MOST = 1000
"""Deliveries to look at: more than all of one channel's, so that a slow channel hides no other."""
LONGEST_PAUSE = 5.0
"""Seconds after which the outbox is looked into though nothing was heard of it."""
AFTER_TROUBLE = 1.0
"""Seconds to leave a database alone that failed."""


class _Closed(Exception):
    """The bot cannot post there."""


class Results:
    """The outbox's reader. `on_end` is told of each job that is delivered, with its message, or given up."""

    def __init__(self, parts: Parts, posts: Posts, answers: Answers, on_end: Callable[[Job, int | None], None]) -> None:
        self._parts, self._posts, self._answers, self._on_end = parts, posts, answers, on_end
        self._wake = asyncio.Event()
        self._busy: set[int] = set()

    def wake(self) -> None:
        """There may be something to post."""
        self._wake.set()

    async def run(self) -> None:
        """Post until cancelled."""
        async with asyncio.TaskGroup() as posting:
            while True:
                self._wake.clear()
                pause = await self._begin(posting)
                with suppress(TimeoutError):
                    async with asyncio.timeout(pause):
                        await self._wake.wait()

    async def _begin(self, posting: asyncio.TaskGroup) -> float:
        """Start on what is due in channels where nothing is under way; the seconds until there may be more."""
        try:
            for delivery in await self._parts.store.outbox.due(MOST):
                if delivery.channel_id not in self._busy:
                    self._busy.add(delivery.channel_id)
                    posting.create_task(self._deliver(delivery))
            next_at = await self._parts.store.outbox.next_due_at()
        except Exception:  # the results of everybody hang on this loop
            log.exception("outbox not read")
            return AFTER_TROUBLE
        if next_at is None:
            return LONGEST_PAUSE
        left = next_at - self._parts.now()
        return min(left, LONGEST_PAUSE) if left > 0 else LONGEST_PAUSE

    async def _deliver(self, delivery: Delivery) -> None:
        bind_contextvars(job=delivery.job_id)
        try:
            await self._try(delivery)
        except WrongState:
            log.info("delivered already", job=delivery.job_id)
        except Exception:  # the row stays, and comes up again
            log.exception("delivery not recorded", job=delivery.job_id)
            await asyncio.sleep(AFTER_TROUBLE)
        finally:
            self._busy.discard(delivery.channel_id)
            self.wake()

    async def _try(self, delivery: Delivery) -> None:
        job = await self._parts.store.jobs.get(delivery.job_id)
        if job.state is not State.RENDERED:
            return
        try:
            message_id = await self._posted_before(delivery) or await self._post(job, delivery)
        except PictureGone as failure:
            log.warning("picture gone", job=job.id, reason=str(failure))
            await self._give_up(job, "delivery.lost")
        except _Closed:
            await self._elsewhere(job, delivery)
        except Exception as failure:  # noqa: BLE001 - one post that fails must not end those of others
            await self._failed(job, delivery, failure)
        else:
            if message_id is not None:
                await self._delivered(job, delivery.channel_id, message_id)

    async def _delivered(self, job: Job, channel_id: int, message_id: int) -> None:
        delivered = await self._parts.store.outbox.deliver(job.id, channel_id, message_id)
        log.info("delivered", job=job.id, message=message_id)
        self._on_end(delivered, message_id)

    async def _posted_before(self, delivery: Delivery) -> int | None:
        """The message that an earlier try made, where Discord may not know the nonce any more."""
        since = delivery.first_tried_at
        now = self._parts.now()
        if since is None or 0 <= now - since <= self._parts.pace.nonce:
            return None
        try:
            since = min(since, now)  # the clock may have been put back
            return await result_of(self._parts, delivery.channel_id, delivery.job_id, since)
        except (discord.Forbidden, discord.NotFound):
            return None

    async def _post(self, job: Job, delivery: Delivery) -> int | None:
        """The id of the message; None where there is nothing to post any more."""
        is_diverted = delivery.channel_id != job.asked.channel_id
        if self._parts.is_by_answer(job) and not is_diverted:
            raise _Closed
        if not await self._parts.store.outbox.attempt(job.id, self._parts.now() + self._parts.pace.attempt):
            return None
        channel = self._parts.channel(delivery.channel_id)
        more: dict[str, Any] = {"reference": parent} if (parent := await self._parent(job, delivery.channel_id)) else {}

        async def send(shown: Shown) -> discord.Message:
            return await channel.send(
                **shown.arguments(),
                **more,
                nonce=delivery.nonce,
                allowed_mentions=pinging(job),
                suppress_embeds=True,
            )

        async def answer(shown: Shown) -> discord.Message:
            try:
                return await send(shown)
            except discord.HTTPException as failure:
                if not more or judge(failure).trouble is not Trouble.REFERENCE:
                    raise
            more.clear()
            shown.file.reset()
            return await send(shown)

        notices = (self._not_there(job),) if is_diverted and not is_private(job) else ()
        limit = self._parts.limit(None if is_diverted else job.asked.guild_id)
        return (await self._fitting(job, limit, notices, answer)).id

    async def _fitting(
        self, job: Job, limit: int, notices: tuple[str, ...], send: Callable[[Shown], Awaitable[discord.Message]]
    ) -> discord.Message:
        """Sent, with a file that Discord takes."""
        while True:
            shown = await self._posts.of(job, limit, notices)
            try:
                return await send(shown)
            except discord.HTTPException as failure:
                limit = smaller(limit, shown.size)
                if judge(failure).trouble is not Trouble.TOO_LARGE or limit < SMALLEST:
                    raise
                log.info("too large", job=job.id, size=shown.size, limit=limit)

    async def _parent(self, job: Job, channel_id: int) -> discord.MessageReference | None:
        """The latest message in this channel with the result that the job came of."""
        for message in reversed(await self._parts.store.messages.of(job.parent) if job.parent else ()):
            if message.channel_id == channel_id and message.kind in {Kind.RESULT, Kind.SHOWN}:
                return discord.MessageReference(message_id=message.id, channel_id=channel_id, fail_if_not_exists=False)
        return None

    async def _failed(self, job: Job, delivery: Delivery, failure: Exception) -> None:
        verdict = judge(failure)
        log.warning(
            "not posted",
            job=job.id,
            tries=delivery.tries + 1,
            reason=repr(failure),
            why=verdict.trouble,
            exc_info=None if is_of_the_way(failure) else failure,
        )
        if verdict.trouble is Trouble.PASSING and (verdict.wait or 0.0) <= self._parts.pace.patience:
            await self._put_off(delivery, verdict)
        elif verdict.trouble in {Trouble.PASSING, Trouble.CLOSED}:
            await self._elsewhere(job, delivery)
        else:
            await self._give_up(job, "delivery.refused")

    async def _put_off(self, delivery: Delivery, verdict: Verdict) -> None:
        wait = verdict.wait or self._parts.pace.retry(delivery.tries + 1)
        await self._parts.store.outbox.put_off(delivery.job_id, self._parts.now() + wait)

    async def _elsewhere(self, job: Job, delivery: Delivery) -> None:
        """Into the answer to the interaction, where that can be edited; else to the author, as a direct message.

        What only the author may see goes the other way round: a direct message stays. What is explicit stays in the
        channel that it was asked for in.
        """
        is_last = delivery.channel_id != job.asked.channel_id
        is_explicit = await self._parts.store.rulings.are_explicit(job.with_parent)
        if is_last == (is_private(job) and not is_explicit) and await self._into_the_answer(job):
            return
        if is_last or is_explicit:
            await self._give_up(job, _nowhere(job))
            return
        try:
            channel_id = await self._parts.dm(job.asked.member.id)
        except Exception as failure:  # noqa: BLE001 - as above
            verdict = judge(failure)
            if verdict.trouble is Trouble.PASSING:
                await self._put_off(delivery, verdict)
                return
            channel_id = delivery.channel_id
        if channel_id == delivery.channel_id:
            await self._give_up(job, _nowhere(job))
            return
        log.info("diverted", job=job.id)
        await self._parts.store.outbox.divert(job.id, channel_id)

    async def _into_the_answer(self, job: Job) -> bool:
        answer = self._answers.of(job.id)
        if answer is None:
            return False

        async def edit(shown: Shown) -> discord.Message:
            return await answer.edit(
                content=shown.content, attachments=[shown.file], view=shown.view, allowed_mentions=pinging(job)
            )

        try:
            await self._fitting(job, self._parts.limit(None), (), edit)
        except Exception as failure:  # noqa: BLE001 - as above; the direct message is left
            log.info("answer not edited", job=job.id, reason=repr(failure))
            return False
        self._answers.drop(job.id)
        await self._delivered(job, job.asked.channel_id, answer.id)
        return True

    async def _give_up(self, job: Job, key: str) -> None:
        reason = say(key, job.asked.member.locale, channel=f"<#{job.asked.channel_id}>", job_id=job.id)
        self._on_end(await self._parts.store.outbox.give_up(job.id, reason), None)

    @staticmethod
    def _not_there(job: Job) -> str:
        return say("delivery.elsewhere", job.asked.member.locale, channel=f"<#{job.asked.channel_id}>")


def _nowhere(job: Job) -> str:
    return "stealth.nowhere" if is_private(job) else "delivery.nowhere"
