"""Jobs as members meet them: submitted, looked up, cancelled."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, func, select
from sqlalchemy.dialects.sqlite import insert

from bot.jobs.job import Action, Job, State
from bot.jobs.queue import Counts
from bot.store import outbox, places
from bot.store.audit import Act, note
from bot.store.engine import Database, reading, writing
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

    @writing
    def submit(
        self,
        connection: Connection,
        new: Sequence[Job],
        originals: Mapping[str, str] | None = None,
        admit: Admit | None = None,
    ) -> Submitted:
        """Write the jobs of one interaction, all or none; `originals` has the blob of each link in their prompt.

        A redelivered interaction finds the first one's jobs, and a picture that stands by itself already is found too.
        `admit` is asked between looking and writing, so that no two submissions pass it side by side.
        """
        if found := self._already(connection, new[0]):
            return Submitted(found, is_new=False)
        if admit:
            admit(_counts(connection, new[0].asked.member.id))
        places.know(connection, new[0].asked, self._database.now())
        for job in new:
            add(connection, job)
            _keep(connection, job.id, originals or {})
            if job.state is State.RENDERED:
                outbox.plan(connection, job, self._database.now())
        return Submitted(tuple(new), is_new=True)

    @reading
    def get(self, connection: Connection, job_id: str) -> Job:
        """The job of this id. Raises UnknownJob."""
        return load_one(connection, job_id)

    @reading
    def some(self, connection: Connection, job_ids: Sequence[str]) -> dict[str, Job]:
        """Those of these jobs that there are."""
        return {job.id: job for job in load(connection, select_jobs(jobs.c.id.in_(job_ids)))}

    @reading
    def asked(self, connection: Connection, interaction_id: int) -> tuple[Job, ...]:
        """The jobs of an interaction, in their order; none where it was not seen yet."""
        return load(connection, _OF_INTERACTION, sought=interaction_id)

    @reading
    def of(self, connection: Connection, member_id: int, limit: int = 25) -> tuple[Job, ...]:
        """A member's jobs, the latest first."""
        query = select_jobs(jobs.c.member_id == member_id).order_by(jobs.c.id.desc()).limit(limit)
        return load(connection, query)

    @reading
    def unfinished(self, connection: Connection, member_id: int) -> tuple[Job, ...]:
        """A member's jobs that wait or run, the oldest first."""
        found = [
            job
            for condition in (IS_RUNNING, IS_WAITING)
            for job in load(connection, select_jobs(jobs.c.member_id == member_id, condition))
        ]
        return tuple(sorted(found, key=lambda job: job.id))

    @reading
    def children(self, connection: Connection, job_id: str) -> tuple[Job, ...]:
        """What its buttons gave rise to, the oldest first."""
        return load(connection, select_jobs(jobs.c.parent == job_id).order_by(jobs.c.id))

    @reading
    def pressed(self, connection: Connection, job_id: str) -> tuple[Job, ...]:
        """The first that each of its buttons gave rise to; however often they were pressed, these are few."""
        return load(connection, _PRESSED, sought=job_id)

    @reading
    def originals(self, connection: Connection, job_id: str) -> dict[str, str]:
        """The blob of each link in the job's prompt."""
        return {row.link: row.blob for row in connection.execute(_ORIGINALS, {"sought": job_id})}

    @writing
    def keep(self, connection: Connection, job_ids: Sequence[str], blobs: Mapping[str, str]) -> None:
        """The blobs of further links in the prompt of these jobs; what is kept already stays."""
        for job_id in job_ids:
            _keep(connection, job_id, blobs)

    @reading
    def counts(self, connection: Connection, member_id: int) -> Counts:
        """How many jobs of the member wait, and how many run."""
        return _counts(connection, member_id)

    @writing
    def cancel(self, connection: Connection, job_id: str, by: int, used: float = 0.0, reason: str | None = None) -> Job:
        """The job is not wanted any more, so much of it being drawn, 0 to 1; somebody else's cancelling is audited.

        The reason is a sentence for its author. Raises UnknownJob, WrongState.
        """
        job = load_one(connection, job_id)
        if by != job.asked.member.id:
            asked = job.asked
            act = Act(by, "cancel", guild_id=asked.guild_id, channel_id=asked.channel_id, job_id=job_id)
            note(connection, act, self._database.now())
        return settled(connection, job, job.cancel(used, reason))

    @staticmethod
    def _already(connection: Connection, job: Job) -> tuple[Job, ...]:
        found = load(connection, _OF_INTERACTION, sought=job.asked.interaction_id)
        if not found and job.action is Action.UPSCALE:
            found = load(connection, _TAKEN_OUT, sought=job.parent, index=job.index)
        return found


# Statements that every press executes.
_SOUGHT: BindParameter[Any] = bindparam("sought")
_OF_INTERACTION = select_jobs(jobs.c.interaction_id == _SOUGHT, jobs.c.action != Action.ADOPT).order_by(
    jobs.c.ordinal
)  # a picture that was brought with it is not what was asked for
_TAKEN_OUT = select_jobs(IS_UPSCALED, jobs.c.parent == _SOUGHT, jobs.c.index == bindparam("index"))
_BUTTON = (jobs.c.action, jobs.c.index, jobs.c.strength, jobs.c.edit, jobs.c.zoom, jobs.c.is_remix)
_FIRST = select(func.min(jobs.c.id)).where(jobs.c.parent == _SOUGHT).group_by(*_BUTTON)
_PRESSED = select_jobs(jobs.c.id.in_(_FIRST)).order_by(jobs.c.id)
_ORIGINALS = select(originals.c.link, originals.c.blob).where(originals.c.job_id == _SOUGHT)
_COUNTS = select(
    *(
        select(func.count()).select_from(jobs).where(jobs.c.member_id == _SOUGHT, condition).scalar_subquery()
        for condition in (IS_WAITING, IS_RUNNING)
    )
)


def _counts(connection: Connection, member_id: int) -> Counts:
    return Counts(*connection.execute(_COUNTS, {"sought": member_id}).one())


def _keep(connection: Connection, job_id: str, blobs: Mapping[str, str]) -> None:
    rows = [{"job_id": job_id, "link": link, "blob": blob} for link, blob in blobs.items()]
    if rows:
        connection.execute(insert(originals).on_conflict_do_nothing(), rows)
