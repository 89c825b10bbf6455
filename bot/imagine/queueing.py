"""The queue as members and moderators look at it, and what they do to it."""

from collections.abc import Awaitable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from bot.imagine.drawing import Drawing
from bot.imagine.errors import ACTION_RESTRICTED, INVALID_REQUEST, Refused
from bot.imagine.forecasts import Forecasts
from bot.imagine.parts import Parts
from bot.jobs.job import Job, State
from bot.jobs.queue import Hold, Position, Ticket
from bot.store import fronts
from bot.store.audit import Act, Entry
from bot.store.errors import CannotUndo, UnknownJob
from bot.store.holds import QUEUE, value_of
from bot.store.rulings import By


@dataclass(frozen=True)
class Place:
    """A job in the queue: `position` is None while it runs; `seconds` are those until its pictures, where known."""

    ticket: Ticket
    position: Position | None
    seconds: float | None


@dataclass(frozen=True)
class Overview:
    """What runs, then what waits in its order, then what is held; `holds` has the servers whose queue is stopped.

    `host` is there while the host has nothing drawn for anybody.
    """

    places: tuple[Place, ...]
    holds: Mapping[int, Hold]
    host: Hold | None = None

    @property
    def waiting(self) -> tuple[Place, ...]:
        """Those that do not run."""
        return tuple(place for place in self.places if place.position is not None)

    @property
    def seconds(self) -> float:
        """Until all is drawn that can be."""
        return max((place.seconds or 0.0 for place in self.places), default=0.0)


class Cancel(Protocol):
    """Cancels a job of somebody's."""

    def __call__(self, job_id: str, by: int, *, is_moderator: bool = False) -> Awaitable[Job]:
        """Raises Refused."""


class Queueing:
    """Its use cases."""

    def __init__(self, parts: Parts, forecasts: Forecasts, drawing: Drawing, cancel: Cancel) -> None:
        self._store, self._now, self._host = parts.store, parts.now, parts.host
        self._forecasts, self._drawing, self._cancel = forecasts, drawing, cancel

    async def overview(self) -> Overview:
        """All of it. Raises StoreError."""
        queue, positions = await self._forecasts.whole()
        left = self._drawing.left()
        running = [Place(each, None, left.get(each.job_id, each.charged)) for each in queue.running]
        waiting = [
            Place(each, position, position.seconds)
            for each in (*queue.heads, *queue.held)
            if (position := positions.get(each.job_id))
        ]
        waiting.sort(key=lambda place: _order(place.position))
        return Overview((*running, *waiting), queue.holds, self._host())

    async def cancel_waiting(self, member_id: int) -> int:
        """All of a member's jobs that wait; how many they were."""
        cancelled = 0
        for job in await self._store.jobs.unfinished(member_id):
            if job.state is State.WAITING:
                with suppress(Refused):  # its pictures came meanwhile
                    await self._cancel(job.id, member_id)
                    cancelled += 1
        return cancelled

    async def cancel(self, by: By, job_id: str) -> Job:
        """A moderator cancels a job of the server. Raises Refused."""
        await self._of_server(by, job_id)
        return await self._cancel(job_id, by.member_id, is_moderator=True)

    async def move(self, by: By, job_id: str) -> Entry:
        """A moderator has a waiting job of the server drawn next; the audit's entry. Raises Refused."""
        job = await self._of_server(by, job_id)
        if job.state is not State.WAITING:
            raise Refused(ACTION_RESTRICTED, "queue.not_waiting")
        if job.moved_at is not None:
            raise Refused(ACTION_RESTRICTED, "queue.in_front")
        act = Act(by.member_id, fronts.ACTION, "", by.guild_id, job.asked.channel_id, job.id, None, self._now())
        try:
            entry = await self._store.audit.do(act)
        except CannotUndo:  # it began meanwhile
            raise Refused(ACTION_RESTRICTED, "queue.not_waiting") from None
        self._moved()
        return entry

    async def hold(self, by: By, hold: Hold | None) -> Entry | None:
        """The server's queue is stopped from now on, or with None goes on; None where it was so already."""
        entry = await self._store.rulings.decide(by, QUEUE, "", value_of(hold))
        self._moved()
        return entry

    async def _of_server(self, by: By, job_id: str) -> Job:
        try:
            job = await self._store.jobs.get(job_id)
        except UnknownJob:
            raise Refused(INVALID_REQUEST, "job.unknown") from None
        if job.asked.guild_id != by.guild_id:
            raise Refused(ACTION_RESTRICTED, "queue.not_here")
        return job

    def _moved(self) -> None:
        self._forecasts.forget()
        self._drawing.wake()


def _order(position: Position | None) -> tuple[bool, int]:
    return (False, 0) if position is None else (position.hold is not None, position.number)
