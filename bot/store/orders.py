"""Orders of several grids, from the question to the last of their jobs."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from bot.jobs.ordered import Ordered
from bot.store.engine import Database, reading, writing
from bot.store.tables import jobs, orders

KEPT = 86_400.0
"""Seconds after which a question that nobody answered is forgotten, and what was told to its end."""


class Orders:
    """The use cases of whoever asks, answers, and tells of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @writing
    def ask(self, connection: Connection, order: Ordered) -> Ordered:
        """Keep it until it is answered; an interaction that was seen already gives the order that it gave then."""
        columns = {name: getattr(order, name) for name in order.__dataclass_fields__}
        is_old = orders.c.at < self._database.now() - KEPT
        connection.execute(delete(orders).where(is_old, or_(orders.c.has_ended, ~_has_jobs())))
        connection.execute(insert(orders).values(columns).on_conflict_do_nothing())
        found = _load(connection, orders.c.interaction_id == order.interaction_id)
        return found[0]

    @reading
    def get(self, connection: Connection, order_id: str) -> Ordered | None:
        """The order of this id; None where it was answered with no, or is forgotten."""
        return next(iter(_load(connection, orders.c.id == order_id)), None)

    @reading
    def of(self, connection: Connection, interaction_id: int) -> Ordered | None:
        """The order of this interaction; None where it is none of several grids."""
        return next(iter(_load(connection, orders.c.interaction_id == interaction_id)), None)

    @writing
    def drop(self, connection: Connection, order_id: str) -> None:
        """It is not meant."""
        connection.execute(delete(orders).where(orders.c.id == order_id))

    @reading
    def under_way(self, connection: Connection) -> tuple[Ordered, ...]:
        """Those that have jobs and were not told of to the end, the oldest first."""
        return _load(connection, ~orders.c.has_ended, _has_jobs())

    @writing
    def end(self, connection: Connection, order_id: str) -> None:
        """All is told of it."""
        connection.execute(update(orders).where(orders.c.id == order_id).values(has_ended=True))


def _has_jobs() -> ColumnElement[bool]:
    return select(jobs.c.id).where(jobs.c.interaction_id == orders.c.interaction_id).exists()


def _load(connection: Connection, *conditions: ColumnElement[Any]) -> tuple[Ordered, ...]:
    columns = [orders.c[name] for name in Ordered.__dataclass_fields__]
    found = connection.execute(select(*columns).where(*conditions).order_by(orders.c.at, orders.c.id))
    return tuple(Ordered(**row) for row in found.mappings())
