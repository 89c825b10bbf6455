"""Jobs as members meet them: submitted, looked up, cancelled."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.jobs.job import Action, Job, State
from bot.jobs.queue import Counts
from bot.store import outbox, places
from bot.store.audit import Act, note
from bot.store.engine import Database
from bot.store.leases import settled
from bot.store.rows import add, load, load_one, select_jobs
from bot.store.tables import IS_RUNNING, IS_UPSCALED, IS_WAITING, jobs, originals

Admit = Callable[[Counts], None]
"""A policy: raises what keeps a member with so many jobs from adding these."""


@dataclass(frozen=True)
class Submitted:
    """The jobs of an interaction; `is_new` is False where they were there already."""

    jobs: tuple[Job, ...]
    is_new: bool


class Jobs:
    """The use cases of whoever asks for pictures."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def submit(
        self, new: Sequence[Job], originals: Mapping[str, str] | None = None, admit: Admit | None = None
    ) -> Submitted:
        """Write the jobs of one interaction, all or none; `originals` has the blob of each link in their prompt.

        A redelivered interaction finds the first one's jobs, and a picture that stands by itself already is found too.
        `admit` is asked between looking and writing, so that no two submissions pass it side by side.
        """
        async with self._database.writing() as connection:
            if found := await self._already(connection, new[0]):
                return Submitted(found, is_new=False)
            if admit:
                admit(await _counts(connection, new[0].asked.member.id))
            await places.know(connection, new[0].asked, self._database.now())
            for job in new:
                await add(connection, job)
                await _keep(connection, job.id, originals or {})
                if job.state is State.RENDERED:
                    await outbox.plan(connection, job, self._database.now())
            return Submitted(tuple(new), is_new=True)

    async def get(self, job_id: str) -> Job:
        """The job of this id. Raises UnknownJob."""
        async with self._database.reading() as connection:
            return await load_one(connection, job_id)

    async def some(self, job_ids: Sequence[str]) -> dict[str, Job]:
        """Those of these jobs that there are."""
        async with self._database.reading() as connection:
            return {job.id: job for job in await load(connection, select_jobs(jobs.c.id.in_(job_ids)))}

    async def asked(self, interaction_id: int) -> tuple[Job, ...]:
        """The jobs of an interaction, in their order; none where it was not seen yet."""
        async with self._database.reading() as connection:
            return await load(connection, _of_interaction(interaction_id))

    async def of(self, member_id: int, limit: int = 25) -> tuple[Job, ...]:
        """A member's jobs, the latest first."""
        query = select_jobs(jobs.c.member_id == member_id).order_by(jobs.c.id.desc()).limit(limit)
        async with self._database.reading() as connection:
            return await load(connection, query)

    async def unfinished(self, member_id: int) -> tuple[Job, ...]:
        """A member's jobs that wait or run, the oldest first."""
        async with self._database.reading() as connection:
            found = [
                job
                for condition in (IS_RUNNING, IS_WAITING)
                for job in await load(connection, select_jobs(jobs.c.member_id == member_id, condition))
            ]
        return tuple(sorted(found, key=lambda job: job.id))

    async def children(self, job_id: str) -> tuple[Job, ...]:
        """What its buttons gave rise to, the oldest first."""
        async with self._database.reading() as connection:
            return await load(connection, select_jobs(jobs.c.parent == job_id).order_by(jobs.c.id))

    async def originals(self, job_id: str) -> dict[str, str]:
        """The blob of each link in the job's prompt."""
        query = select(originals.c.link, originals.c.blob).where(originals.c.job_id == job_id)
        async with self._database.reading() as connection:
            return {row.link: row.blob for row in await connection.execute(query)}

    async def keep(self, job_ids: Sequence[str], blobs: Mapping[str, str]) -> None:
        """The blobs of further links in the prompt of these jobs; what is kept already stays."""
        async with self._database.writing() as connection:
            for job_id in job_ids:
                await _keep(connection, job_id, blobs)

    async def counts(self, member_id: int) -> Counts:
        """How many jobs of the member wait, and how many run."""
        async with self._database.reading() as connection:
            return await _counts(connection, member_id)

    async def cancel(self, job_id: str, by: int, used: float = 0.0, reason: str | None = None) -> Job:
        """The job is not wanted any more, so much of it being drawn, 0 to 1; somebody else's cancelling is audited.

        The reason is a sentence for its author. Raises UnknownJob, WrongState.
        """
        async with self._database.writing() as connection:
            job = await load_one(connection, job_id)
            if by != job.asked.member.id:
                asked = job.asked
                act = Act(by, "cancel", guild_id=asked.guild_id, channel_id=asked.channel_id, job_id=job_id)
                await note(connection, act, self._database.now())
            return await settled(connection, job, job.cancel(used, reason))

    @staticmethod
    async def _already(connection: AsyncConnection, job: Job) -> tuple[Job, ...]:
        found = await load(connection, _of_interaction(job.asked.interaction_id))
        if not found and job.action is Action.UPSCALE:
            found = await load(connection, select_jobs(IS_UPSCALED, jobs.c.parent == job.parent, _index(job)))
        return found


def _of_interaction(interaction_id: int) -> Select[Any]:
    """A picture that was brought with it is not what was asked for."""
    asked = jobs.c.interaction_id == interaction_id, jobs.c.action != Action.ADOPT
    return select_jobs(*asked).order_by(jobs.c.ordinal)


def _index(job: Job) -> ColumnElement[bool]:
    return jobs.c.index == job.index


async def _counts(connection: AsyncConnection, member_id: int) -> Counts:
    numbers = [
        select(func.count()).select_from(jobs).where(jobs.c.member_id == member_id, condition).scalar_subquery()
        for condition in (IS_WAITING, IS_RUNNING)
    ]
    return Counts(*(await connection.execute(select(*numbers))).one())


async def _keep(connection: AsyncConnection, job_id: str, blobs: Mapping[str, str]) -> None:
    rows = [{"job_id": job_id, "link": link, "blob": blob} for link, blob in blobs.items()]
    if rows:
        await connection.execute(insert(originals).on_conflict_do_nothing(), rows)
