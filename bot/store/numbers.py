"""How many jobs there are that have not ended, for whoever watches the bot."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from bot.store.engine import Database, reading
from bot.store.tables import IS_RUNNING, IS_WAITING, deliveries, jobs


@dataclass(frozen=True)
class Numbers:
    """Jobs that wait, that run, and whose pictures have still to be posted; the one that has waited the longest."""

    waiting: int
    running: int
    rendered: int
    oldest: str | None


class Counting:
    """The use case of whoever measures."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @reading
    def now(self, connection: Connection) -> Numbers:
        """As things stand. Raises StoreError."""
        waiting, oldest = connection.execute(select(func.count(), func.min(jobs.c.id)).where(IS_WAITING)).one()
        running = connection.scalar(select(func.count()).where(IS_RUNNING))
        rendered = connection.scalar(select(func.count()).select_from(deliveries))
        return Numbers(waiting, running or 0, rendered or 0, oldest)
