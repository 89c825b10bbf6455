"""Favourites, and pictures that their author has taken away."""

from sqlalchemy import BindParameter, Connection, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from bot.store.engine import Database, reading, writing
from bot.store.errors import UnknownJob
from bot.store.tables import binned, favourites, jobs


class Album:
    """The use cases of whoever keeps a picture, or takes one of their own away."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @writing
    def toggle(self, connection: Connection, member_id: int, job_id: str, interaction_id: int) -> bool:
        """Make the job a favourite of the member's, or none any more; True where it is one now.

        An interaction that is delivered twice counts once. Raises UnknownJob.
        """
        of_both = (favourites.c.member_id == member_id, favourites.c.job_id == job_id)
        _there(connection, job_id)
        query = select(favourites.c.is_on, favourites.c.interaction_id).where(*of_both)
        row = connection.execute(query).one_or_none()
        if row is not None and row.interaction_id == interaction_id:
            return bool(row.is_on)
        held = {
            "is_on": not (row is not None and row.is_on),
            "interaction_id": interaction_id,
            "at": self._database.now(),
        }
        new = insert(favourites).values(member_id=member_id, job_id=job_id, **held)
        connection.execute(new.on_conflict_do_update(index_elements=["job_id", "member_id"], set_=held))
        return bool(held["is_on"])

    @reading
    def favourites(self, connection: Connection, job_id: str) -> int:
        """How many members have it as a favourite."""
        return int(connection.scalar(_FAVOURITES, {"sought": job_id}) or 0)

    @writing
    def bin(self, connection: Connection, job_id: str) -> None:
        """Its author has taken it away. Raises UnknownJob."""
        query = insert(binned).values(job_id=job_id, at=self._database.now()).on_conflict_do_nothing()
        _there(connection, job_id)
        connection.execute(query)

    @writing
    def restore(self, connection: Connection, job_id: str) -> None:
        """Its author has brought it back."""
        connection.execute(delete(binned).where(binned.c.job_id == job_id))

    @reading
    def is_binned(self, connection: Connection, job_id: str) -> bool:
        """True where its author has taken it away."""
        return connection.scalar(_BINNED, {"sought": job_id}) is not None


# Statements that every press executes.
_SOUGHT: BindParameter[str] = bindparam("sought")
_BINNED = select(binned.c.job_id).where(binned.c.job_id == _SOUGHT)
_FAVOURITES = select(func.count()).where(favourites.c.job_id == _SOUGHT, favourites.c.is_on)


def _there(connection: Connection, job_id: str) -> None:
    """Raises UnknownJob where it is gone: its author was forgotten meanwhile."""
    if connection.scalar(select(jobs.c.id).where(jobs.c.id == job_id)) is None:
        raise UnknownJob(job_id)
