"""Keeps the message of each order of several grids up to date, until nothing more comes of it."""

import asyncio
import math
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import discord
import structlog

from bot.buttons import views
from bot.buttons.embeds import ACCENT
from bot.buttons.presses import link_to
from bot.delivery.parts import Parts
from bot.delivery.trouble import Trouble, judge
from bot.jobs.ids import nonce
from bot.jobs.job import Job, State
from bot.jobs.ordered import Ordered
from bot.messages.orders import has_ended, order_links, order_text
from bot.store.messages import Kind, Message

log = structlog.stdlib.get_logger("bot.delivery")


@dataclass
class Shown:
    """An order that is told of; times are those of the event loop's clock."""

    order: Ordered
    said: dict[str, Any] = field(default_factory=dict)
    is_changed: bool = True
    is_busy: bool = False
    not_before: float = -math.inf
    tries: int = 0


class Orders:
    """One message an order, edited as seldom as any that shows how far a job is."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._shown: dict[int, Shown] = {}
        self._wake = asyncio.Event()

    def put(self, order: Ordered) -> None:
        """It has begun."""
        self._shown.setdefault(order.interaction_id, Shown(order))
        self._wake.set()

    def hear(self, job: Job) -> None:
        """The job is in another state. Never blocks."""
        if shown := self._shown.get(job.asked.interaction_id):
            shown.is_changed = True
            self._wake.set()

    async def tells_of(self, job: Job) -> bool:
        """True where a job that failed needs no message of its own."""
        return await self._parts.store.orders.of(job.asked.interaction_id) is not None

    async def run(self) -> None:
        """Edit until cancelled; what an earlier run left is gone on with."""
        await self._recover()
        loop = asyncio.get_running_loop()
        async with asyncio.TaskGroup() as telling:
            while True:
                self._wake.clear()
                for each in [*self._shown.values()]:
                    if each.is_changed and not each.is_busy and each.not_before <= loop.time():
                        each.is_busy, each.is_changed = True, False
                        telling.create_task(self._tell(each))
                with suppress(TimeoutError):
                    async with asyncio.timeout(self._pause(loop.time())):
                        await self._wake.wait()

    def _pause(self, now: float) -> float:
        """Until the next may be edited; and the time that is left is looked at now and then."""
        due = [each.not_before - now for each in self._shown.values() if each.is_changed and not each.is_busy]
        return max(0.0, min([*due, self._parts.pace.positions]))

    async def _recover(self) -> None:
        tries = 0
        while True:
            try:
                for order in await self._parts.store.orders.under_way():
                    self.put(order)
            except Exception as failure:  # noqa: BLE001 - a database that is busy for a moment
                tries += 1
                log.warning("orders not read yet", reason=repr(failure))
                await asyncio.sleep(self._parts.pace.retry(tries))
            else:
                return

    async def _tell(self, shown: Shown) -> None:
        now = asyncio.get_running_loop().time()
        try:
            await self._bring_up_to_date(shown)
            shown.not_before, shown.tries = now + self._parts.pace.edits, 0
        except Exception as failure:  # noqa: BLE001 - one that cannot be told of must not end the others
            await self._failed(shown, failure)
        finally:
            shown.is_busy = False
            self._wake.set()

    async def _bring_up_to_date(self, shown: Shown) -> None:
        jobs = await self._parts.store.jobs.asked(shown.order.interaction_id)
        if not jobs:  # its author was forgotten
            self._shown.pop(shown.order.interaction_id, None)
            return
        is_end = has_ended(jobs)
        text, links = order_text(shown.order, jobs, await self._seconds(jobs)), await self._links(jobs)
        said = {"text": text, "links": links, "is_end": is_end}
        if said != shown.said:
            embed = discord.Embed(description=links, colour=ACCENT) if links else None
            view = None if is_end else views.of_order(shown.order.id)
            await self._write(shown.order, jobs, {"content": text, "embed": embed, "view": view})
            shown.said = said
        if is_end:
            await self._ended(shown)

    async def _write(self, order: Ordered, jobs: tuple[Job, ...], fields: dict[str, Any]) -> None:
        nobody = discord.AllowedMentions.none()
        message = await self._message(jobs[0])
        if message is not None:
            place = self._parts.channel(message.channel_id).get_partial_message(message.id)
            await place.edit(**fields, allowed_mentions=nobody)
            return
        own = f"o{nonce(order.id)}"
        present = {name: value for name, value in fields.items() if value is not None}
        posted = await self._post(jobs[0], {**present, "nonce": own, "allowed_mentions": nobody})
        record = Message(posted.id, posted.channel.id, jobs[0].id, Kind.ORDER)
        await self._parts.store.messages.record(record)

    async def _post(self, first: Job, fields: dict[str, Any]) -> discord.Message:
        """Where it was asked for; to its author alone where it is for nobody else, or the bot may not write there."""
        if not self._parts.is_by_answer(first):
            try:
                return await self._parts.channel(first.asked.channel_id).send(**fields)
            except discord.HTTPException as failure:
                if judge(failure).trouble is not Trouble.CLOSED:
                    raise
        return await self._parts.channel(await self._parts.dm(first.asked.member.id)).send(**fields)

    async def _message(self, first: Job) -> Message | None:
        known = await self._parts.store.messages.of(first.id)
        return next((each for each in known if each.kind is Kind.ORDER), None)

    async def _seconds(self, jobs: tuple[Job, ...]) -> float | None:
        """Until the last of those that wait."""
        places = [await self._parts.position(job) for job in jobs if job.state is State.WAITING]
        return max((place.seconds for place in places if place and place.seconds is not None), default=None)

    async def _links(self, jobs: tuple[Job, ...]) -> str | None:
        found = {}
        for job in jobs:
            if job.state is State.DELIVERED:
                for message in await self._parts.store.messages.of(job.id):
                    if message.kind is Kind.RESULT:
                        found[job.id] = link_to(self._parts.client, job, message)
        return order_links(jobs, found)

    async def _ended(self, shown: Shown) -> None:
        await self._parts.store.orders.end(shown.order.id)
        self._shown.pop(shown.order.interaction_id, None)

    async def _failed(self, shown: Shown, failure: Exception) -> None:
        verdict = judge(failure)
        log.info("order not told of", order=shown.order.id, reason=repr(failure), why=verdict.trouble)
        if verdict.trouble in {Trouble.GONE, Trouble.CLOSED, Trouble.REFUSED}:
            with suppress(Exception):  # it is tried again at the next start
                await self._ended(shown)
            self._shown.pop(shown.order.interaction_id, None)
            return
        shown.tries += 1
        shown.is_changed = True
        shown.not_before = asyncio.get_running_loop().time() + (verdict.wait or self._parts.pace.retry(shown.tries))
