"""The outbox: results that have still to be posted. A row goes in the same transaction that makes the job delivered."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, literal, select, update

from bot.jobs.ids import nonce
from bot.jobs.job import Job
from bot.store.engine import Database, reading, writing
from bot.store.messages import Kind, Message, put
from bot.store.rows import change, load_one
from bot.store.tables import Moment, deliveries

FAR = 3600.0
"""Seconds."""


@dataclass(frozen=True)
class Delivery:
    """A result to be posted in this channel. One with `tries` may have been posted already, since `first_tried_at`."""

    job_id: str
    channel_id: int
    due_at: float
    tries: int = 0
    first_tried_at: float | None = None

    @property
    def nonce(self) -> str:
        """Posting with it twice within minutes gives one message."""
        return nonce(self.job_id)


class Outbox:
    """The use cases of whoever posts results."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @reading
    def due(self, connection: Connection, limit: int = 20) -> tuple[Delivery, ...]:
        """What is to be posted now, the longest due first.

        Nothing is put off for as long as FAR: the clock was put back, and nobody is to wait until it is there again.
        """
        now = self._database.now()
        query = select(deliveries).where((deliveries.c.due_at <= now) | (deliveries.c.due_at > now + FAR))
        found = connection.execute(query.order_by(deliveries.c.due_at).limit(limit))
        return tuple(Delivery(**row) for row in found.mappings())

    @reading
    def next_due_at(self, connection: Connection) -> float | None:
        """The second at which the next delivery is due; None where none is."""
        at: float | None = connection.scalar(select(func.min(deliveries.c.due_at)))
        return at

    async def attempt(self, job_id: str, retry_at: float) -> bool:
        """Note before posting that it is tried; unless it is done by then, it is due again at `retry_at`.

        False where there is nothing to post any more.
        """
        now = self._database.now()
        tried = {
            "tries": deliveries.c.tries + 1,
            "first_tried_at": func.coalesce(deliveries.c.first_tried_at, literal(now, Moment)),
        }
        return await self._update(job_id, {**tried, "due_at": retry_at})

    async def put_off(self, job_id: str, until: float) -> bool:
        """It is due later. False where there is nothing to post any more."""
        return await self._update(job_id, {"due_at": until})

    async def divert(self, job_id: str, channel_id: int) -> bool:
        """It goes to another channel, at once, where it was never tried. False where there is nothing to post."""
        now = self._database.now()
        return await self._update(job_id, {"channel_id": channel_id, "due_at": now, "tries": 0, "first_tried_at": None})

    @writing
    def deliver(self, connection: Connection, job_id: str, channel_id: int, message_id: int) -> Job:
        """It is posted, as this message. Raises UnknownJob, WrongState."""
        put(connection, Message(message_id, channel_id, job_id, Kind.RESULT))
        return _end(connection, job_id, lambda job: job.deliver())

    @writing
    def give_up(self, connection: Connection, job_id: str, reason: str) -> Job:
        """It can be posted nowhere. Raises UnknownJob, WrongState."""
        return _end(connection, job_id, lambda job: job.give_up(reason))

    @writing
    def _update(self, connection: Connection, job_id: str, values: dict[str, object]) -> bool:
        query = update(deliveries).where(deliveries.c.job_id == job_id).values(values)
        return connection.execute(query).rowcount > 0


def plan(connection: Connection, job: Job, now: float, moved_to: int | None = None) -> None:
    """The job's result is to be posted where it was asked for, or in the channel that it is moved to."""
    row = {"job_id": job.id, "channel_id": moved_to or job.asked.channel_id, "due_at": now, "tries": 0}
    connection.execute(insert(deliveries).values(row))


def _end(connection: Connection, job_id: str, step: Callable[[Job], Job]) -> Job:
    job = change(connection, step(load_one(connection, job_id)))
    connection.execute(delete(deliveries).where(deliveries.c.job_id == job_id))
    return job
