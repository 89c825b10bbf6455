"""Jobs as workers meet them: claimed under a lease, kept, finished or handed back.

A lease is one attempt. Whoever comes with an earlier one gets Superseded, and nothing changes.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from bot.jobs.errors import Superseded
from bot.jobs.job import Job, Lease, Picture, Speed, State
from bot.jobs.queue import Choose, Queue, Ticket, oldest
from bot.store import outbox, shares
from bot.store.engine import Database, reading, writing
from bot.store.errors import UnknownJob
from bot.store.holds import holds, is_elsewhere, paused
from bot.store.rows import add_pictures, change, load, load_one, select_jobs
from bot.store.tables import IS_MOVED, IS_RUNNING, IS_WAITING, channels, jobs


class Leases:
    """The use cases of whoever has jobs drawn."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @writing
    def claim(self, connection: Connection, holder: str, seconds: float, choose: Choose = oldest) -> Job | None:
        """Hand out the job that `choose` takes, for so many seconds; no two holders ever get the same."""
        queue = _queue(connection, _heads(connection, paused(holds(connection))))
        choice = choose(queue)
        if choice is None:
            return None
        job = load_one(connection, choice.job_id)
        if choice.shares is not None:
            shares.write(connection, queue.shares, choice.shares)
        return change(connection, job.claim(holder, self._database.now() + seconds, choice.charged))

    @reading
    def queue(self, connection: Connection) -> Queue:
        """All that wait, not the oldest of each member alone, and all that run."""
        every, found = _tickets(connection, IS_WAITING), holds(connection)
        still = paused(found)
        queue = _queue(connection, tuple(each for each in every if each.guild_id not in still))
        return replace(queue, held=tuple(each for each in every if each.guild_id in still), holds=found)

    async def extend(self, leases: Sequence[Lease], seconds: float) -> tuple[Lease, ...]:
        """The holder lives. Gives back the leases that hold no more: cancelled, or handed to another."""
        until = self._database.now() + seconds
        return await self._each(leases, lambda job, lease: job.extend(lease, until))

    @writing
    def render(
        self,
        connection: Connection,
        lease: Lease,
        pictures: Iterable[Picture],
        gpu_seconds: float,
        moved_to: int | None = None,
    ) -> Job:
        """Record the pictures, and that they have to be posted, in another channel where one is named.

        Raises UnknownJob, Superseded.
        """
        was = load_one(connection, lease.job_id)
        job = was.render(lease, tuple(pictures), gpu_seconds)
        add_pictures(connection, job)
        outbox.plan(connection, job, self._database.now(), moved_to)
        shares.measured(connection, job)
        return settled(connection, was, job)

    @writing
    def fail(self, connection: Connection, lease: Lease, reason: str) -> Job:
        """It cannot be drawn. Raises UnknownJob, Superseded."""
        job = load_one(connection, lease.job_id)
        return settled(connection, job, job.fail(lease, reason))

    async def hand_back(self, leases: Sequence[Lease]) -> tuple[Lease, ...]:
        """The holder was stopped: the jobs wait again. Gives back the leases that held no more."""
        return await self._each(leases, lambda job, lease: job.hand_back(lease))

    async def lose(self, leases: Sequence[Lease], reason: str) -> tuple[Lease, ...]:
        """The worker died: the jobs wait again and run alone; one that is to blame fails with the reason.

        Gives back the leases that held no more.
        """
        return await self._each(leases, lambda job, lease: job.lose(lease, reason))

    async def expire(self) -> tuple[Job, ...]:
        """Take the jobs from holders that have not said in time that they live; they wait again."""
        return await self._take_back(jobs.c.held_until < self._database.now())

    async def recover(self) -> tuple[Job, ...]:
        """At the start, when nobody can be holding any: all that ran wait again, and nobody is to blame."""
        return await self._take_back()

    @writing
    def _each(
        self, connection: Connection, leases: Sequence[Lease], step: Callable[[Job, Lease], Job]
    ) -> tuple[Lease, ...]:
        superseded = []
        for lease in leases:
            try:
                job = load_one(connection, lease.job_id)
                settled(connection, job, step(job, lease))
            except (Superseded, UnknownJob):  # forgotten meanwhile
                superseded.append(lease)
        return tuple(superseded)

    @writing
    def _take_back(self, connection: Connection, *conditions: ColumnElement[bool]) -> tuple[Job, ...]:
        held = load(connection, select_jobs(IS_RUNNING, *conditions))
        return tuple([settled(connection, job, job.hand_back(job.lease)) for job in held])


def settled(connection: Connection, was: Job, job: Job) -> Job:
    """Write what may change in a job, and charge its member for what it took; gives it back."""
    if job.state is not State.RUNNING:
        shares.settle(connection, was, job)
    return change(connection, job)


def _queue(connection: Connection, waiting: tuple[Ticket, ...]) -> Queue:
    running = _tickets(connection, IS_RUNNING)
    return Queue(waiting, running, shares.read(connection), shares.read_rates(connection))


def _heads(connection: Connection, still: frozenset[int]) -> tuple[Ticket, ...]:
    """Of jobs that were asked for in servers whose queue stands still, none."""
    conditions = [is_elsewhere(still)] if still else []
    first = select(func.min(jobs.c.id)).where(IS_WAITING, *conditions).group_by(jobs.c.member_id, jobs.c.speed)
    moved = _tickets(connection, IS_MOVED, *conditions)
    heads = _tickets(connection, jobs.c.id.in_(first))
    return tuple(sorted({*heads, *moved}, key=lambda ticket: ticket.job_id)) if moved else heads


def _tickets(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[Ticket, ...]:
    placed = jobs.outerjoin(channels, jobs.c.channel_id == channels.c.id)
    query: Select[Any] = select(*_OF_A_TICKET).select_from(placed).where(*conditions)
    found = connection.execute(query)  # ORDER BY would have SQLite scan them all
    rows = sorted(found.all(), key=itemgetter(0))
    return tuple([Ticket(job_id, member_id, _SPEEDS[speed], *rest) for job_id, member_id, speed, *rest in rows])


_SPEEDS = {speed.value: speed for speed in Speed}
_OF_A_TICKET = (
    *(jobs.c.id, jobs.c.member_id, jobs.c.speed, jobs.c.is_alone, jobs.c.holder),
    *(jobs.c.model, jobs.c.work, jobs.c.boost, jobs.c.moved_at, jobs.c.charged),
    *(channels.c.guild_id, jobs.c.most_running),
)
