"""How long jobs are kept: the host's default, and what a server has set for itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from bot.ids import job_id
from bot.jobs.job import State
from bot.store.audit import Act
from bot.store.engine import Database, reading, writing
from bot.store.errors import CannotUndo, Undoing
from bot.store.privacy.blobs import blobs_of
from bot.store.privacy.fates import drop_jobs
from bot.store.tables import channels, jobs, retention

FOREVER = 0
"""Days of a server that keeps its jobs though the host's default does not."""
DAY = 86_400.0
FINAL = frozenset(state.value for state in State if state.is_final)


@dataclass(frozen=True)
class Expired:
    """So many jobs went. `blobs` are what they named; `cursor` is where to go on, None at the end."""

    jobs: int
    blobs: frozenset[str]
    cursor: str | None


class Retention:
    """The use cases of whoever sets it, and of whoever takes away what is too old."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @writing
    def set(self, connection: Connection, guild_id: int, days: int | None) -> None:
        """Keep the jobs of this server for so many days, FOREVER, or as the host says (None)."""
        _set(connection, guild_id, days)

    @reading
    def of(self, connection: Connection, guild_id: int) -> int | None:
        """What the server has set; None where it has not."""
        return _of(connection, guild_id)

    async def expire(self, default: int | None, cursor: str = "", limit: int = 200) -> Expired:
        """Look at so many jobs behind `cursor`, the oldest first, and drop those that are too old.

        Their messages stay where they are: they belong to the conversation in which they were posted.
        """
        old, following = await self._old(default, cursor, limit)
        return Expired(len(old), await self._drop(old) if old else frozenset(), following)

    @reading
    def _old(
        self, connection: Connection, default: int | None, cursor: str, limit: int
    ) -> tuple[list[str], str | None]:
        """Which those are, and where to go on."""
        days = _days(connection)
        oldest = _youngest_cutoff(days, default, self._database.now())
        if oldest is None:
            return [], None
        joined = jobs.join(channels, jobs.c.channel_id == channels.c.id)
        query = select(jobs.c.id, jobs.c.state, channels.c.guild_id).select_from(joined)
        query = query.where(jobs.c.id > cursor, jobs.c.id < oldest).order_by(jobs.c.id).limit(limit)
        rows = connection.execute(query).all()
        cutoffs = {guild_id: _cutoff(each, self._database.now()) for guild_id, each in days.items()}
        usual = _cutoff(default, self._database.now())
        old = [row.id for row in rows if row.state in FINAL and row.id < cutoffs.get(row.guild_id, usual)]
        return old, rows[-1].id if len(rows) == limit else None

    @writing
    def _drop(self, connection: Connection, ids: list[str]) -> frozenset[str]:
        blobs = blobs_of(connection, ids)
        drop_jobs(connection, ids, self._database.now())
        return blobs


def put_days(connection: Connection, act: Act) -> None:
    """An act of the audit's: a moderator sets the days of `act.guild_id`. Raises CannotUndo."""
    if act.guild_id is None or _of(connection, act.guild_id) != act.before:
        raise CannotUndo(Undoing.CHANGED)
    _set(connection, act.guild_id, act.after)


def _of(connection: Connection, guild_id: int) -> int | None:
    return connection.scalar(select(retention.c.days).where(retention.c.guild_id == guild_id))


def _set(connection: Connection, guild_id: int, days: int | None) -> None:
    if days is None:
        connection.execute(delete(retention).where(retention.c.guild_id == guild_id))
        return
    query = insert(retention).values(guild_id=guild_id, days=days)
    connection.execute(query.on_conflict_do_update(index_elements=["guild_id"], set_={"days": days}))


def _days(connection: Connection) -> dict[int, int]:
    rows = connection.execute(select(retention.c.guild_id, retention.c.days))
    return {row.guild_id: row.days for row in rows}


def _cutoff(days: int | None, now: float) -> str:
    """The id that the first job would have that is not too old; before all where nothing ever is."""
    return job_id(int((now - days * DAY) * 1000), 0) if days else ""


def _youngest_cutoff(days: Mapping[int, int], default: int | None, now: float) -> str | None:
    shortest = min((each for each in (*days.values(), default) if each), default=None)
    return _cutoff(shortest, now) if shortest else None
