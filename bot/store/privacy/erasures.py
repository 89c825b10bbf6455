"""Messages of the bot's that are to be deleted at Discord, until they are."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select, update

from bot.store.engine import Database, reading, writing
from bot.store.messages import plan_erasures
from bot.store.outbox import FAR
from bot.store.tables import erasures, messages


@dataclass(frozen=True)
class Erasure:
    """A message to be deleted, and how often that was tried."""

    message_id: int
    channel_id: int
    tries: int = 0


class Erasures:
    """The use cases of whoever deletes them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @reading
    def due(self, connection: Connection, limit: int = 20) -> tuple[Erasure, ...]:
        """What is to be deleted now, the longest due first; as in the outbox where the clock was put back."""
        query = select(erasures.c.message_id, erasures.c.channel_id, erasures.c.tries)
        now = self._database.now()
        query = (
            query.where((erasures.c.due_at <= now) | (erasures.c.due_at > now + FAR))
            .order_by(erasures.c.due_at)
            .limit(limit)
        )
        return tuple(Erasure(*row) for row in connection.execute(query))

    @reading
    def left(self, connection: Connection) -> int:
        """How many are still to be deleted."""
        return int(connection.scalar(select(func.count()).select_from(erasures)) or 0)

    @writing
    def done(self, connection: Connection, message_id: int) -> None:
        """It is gone, or can be deleted by nobody."""
        connection.execute(delete(erasures).where(erasures.c.message_id == message_id))

    @writing
    def put_off(self, connection: Connection, message_id: int, until: float) -> None:
        """Discord did not take it; it is due again."""
        query = update(erasures).where(erasures.c.message_id == message_id)
        connection.execute(query.values(due_at=until, tries=erasures.c.tries + 1))


def plan(connection: Connection, job_ids: list[str], now: float) -> None:
    """The messages that show these jobs are to be deleted."""
    shown = select(messages.c.id, messages.c.channel_id).where(messages.c.job_id.in_(job_ids))
    found = [(row.id, row.channel_id) for row in connection.execute(shown)]
    plan_erasures(connection, found, now)
