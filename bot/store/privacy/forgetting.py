"""Members who asked to be forgotten: what they made goes a few jobs at a time, and no crash ends it."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from bot.ids import RANDOM_BITS, job_id, made_at
from bot.jobs.job import State
from bot.store.engine import Database, reading, writing
from bot.store.privacy import erasures
from bot.store.privacy.blobs import blobs_of
from bot.store.privacy.fates import Fate, drop_jobs, drop_settings, member_column, tables_of
from bot.store.tables import jobs, leaving

FINAL = [state.value for state in State if state.is_final]


@dataclass(frozen=True)
class Step:
    """So many jobs of the member went; `blobs` are what they named, and perhaps nobody else."""

    member_id: int
    jobs: int
    blobs: frozenset[str]
    is_last: bool


class Forgetting:
    """The use cases of a member who leaves."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @writing
    def ask(self, connection: Connection, member_id: int) -> None:
        """All that the member made until now is to go, also what a clock that was wrong says to be of later; what was
        set goes at once.
        """
        latest = connection.scalar(select(func.max(jobs.c.id)).where(jobs.c.member_id == member_id))
        since = max(self._database.now(), made_at(latest) + 0.001 if latest else 0.0)
        query = insert(leaving).values(member_id=member_id, since=since)
        connection.execute(query.on_conflict_do_update(index_elements=["member_id"], set_={"since": since}))
        drop_settings(connection, member_id)

    @reading
    def is_leaving(self, connection: Connection, member_id: int) -> bool:
        """True while something is still to go."""
        query = select(leaving.c.member_id).where(leaving.c.member_id == member_id)
        return connection.scalar(query) is not None

    async def step(self, limit: int = 50) -> tuple[Step, ...]:
        """So many jobs at most of each member who leaves, together with what goes with them.

        Jobs that are not at their end stay until they are: whoever asks has cancelled them, and what is being posted
        has to be known, or it could not be deleted.
        """
        return tuple([await self._step(*member, limit) for member in await self._members()])

    @reading
    def _members(self, connection: Connection) -> list[tuple[int, float]]:
        """Who leaves, and since when."""
        return [(row.member_id, row.since) for row in connection.execute(select(leaving))]

    @writing
    def _step(self, connection: Connection, member_id: int, since: float, limit: int) -> Step:
        latest = job_id(int(since * 1000), 2**RANDOM_BITS - 1)
        of_member = (jobs.c.member_id == member_id, jobs.c.id <= latest)
        query = select(jobs.c.id).where(*of_member, jobs.c.state.in_(FINAL)).order_by(jobs.c.id).limit(limit)
        ids = list(connection.execute(query).scalars())
        blobs = blobs_of(connection, ids)
        erasures.plan(connection, ids, self._database.now())
        drop_jobs(connection, ids, self._database.now())
        is_last = connection.scalar(select(jobs.c.id).where(*of_member).limit(1)) is None
        if is_last:
            _end(connection, member_id)
        return Step(member_id, len(ids), blobs, is_last)


def _end(connection: Connection, member_id: int) -> None:
    """Nothing is left that was there when the member asked."""
    has_more = connection.scalar(select(jobs.c.id).where(jobs.c.member_id == member_id).limit(1)) is not None
    for table in tables_of(Fate.AT_THE_END):
        if table is leaving or not has_more:
            connection.execute(delete(table).where(member_column(table) == member_id))
