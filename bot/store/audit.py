"""The audit: who did what, where, to what, what it was before and after; and undoing it, which is audited too."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, insert, select

from bot.store.engine import Database, reading, writing
from bot.store.errors import CannotUndo, Undoing
from bot.store.tables import audit

Value = Any
"""What JSON can hold."""


@dataclass(frozen=True)
class Act:
    """A member does something: `action` says of which kind, `subject` to what; before it was so, and so afterwards."""

    member_id: int
    action: str
    subject: str = ""
    guild_id: int | None = None
    channel_id: int | None = None
    job_id: str | None = None
    before: Value = None
    after: Value = None


@dataclass(frozen=True)
class Entry:
    """An act that was done at this second since 1970. `undoes` is the number of the one that it undid."""

    number: int
    at: float
    act: Act
    undoes: int | None = None
    undone_by: int | None = None


Put = Callable[[Connection, Act], None]
"""Makes it so: what is as `act.before` says becomes as `act.after` says. Raises CannotUndo where it is otherwise."""


def note(connection: Connection, act: Act, now: float, undoes: int | None = None) -> Entry:
    """Write that it was done, in the transaction that does it."""
    row = {
        "at": now,
        "member_id": act.member_id,
        "action": act.action,
        "subject": act.subject,
        "guild_id": act.guild_id,
        "channel_id": act.channel_id,
        "job_id": act.job_id,
        "before": _json(act.before),
        "after": _json(act.after),
        "undoes": undoes,
    }
    made = connection.execute(insert(audit).values(row).returning(audit.c.id))
    return Entry(made.scalar_one(), now, act, undoes)


class Audit:
    """The use cases of whoever looks at what was done, and undoes it; `puts` has a Put for each kind that can be."""

    def __init__(self, database: Database, puts: Mapping[str, Put]) -> None:
        self._database = database
        self._puts = puts

    def is_undoable(self, entry: Entry) -> bool:
        """True for what can be put back as it was, unless that was done already."""
        return entry.act.action in self._puts and entry.undone_by is None

    @writing
    def do(self, connection: Connection, act: Act) -> Entry:
        """Do it, and write that it was done. Raises CannotUndo where it is not as `act.before` says."""
        self._puts[act.action](connection, act)
        return note(connection, act, self._database.now())

    @writing
    def undo(self, connection: Connection, number: int, by: Act) -> Entry:
        """Make it as it was before the entry of this number of the server `by.guild_id`, in the name of `by`.

        Undoing is an act as any other, and can be undone. Raises CannotUndo.
        """
        rows = connection.execute(_select(audit.c.id == number, audit.c.guild_id == by.guild_id))
        row = rows.mappings().one_or_none()
        if row is None:
            raise CannotUndo(Undoing.UNKNOWN, number)
        entry = _entry(row)
        if entry.undone_by is not None:
            raise CannotUndo(Undoing.DONE, number)
        if entry.act.action not in self._puts:
            raise CannotUndo(Undoing.FINAL, number)
        was = entry.act
        act = replace(was, member_id=by.member_id, channel_id=by.channel_id, before=was.after, after=was.before)
        self._puts[act.action](connection, act)
        return note(connection, act, self._database.now(), undoes=number)

    async def of(self, guild_id: int, before: int | None = None, limit: int = 10) -> tuple[Entry, ...]:
        """What was done in a server, the latest first; only what is older than the entry of number `before`."""
        older = [] if before is None else [audit.c.id < before]
        query = _select(audit.c.guild_id == guild_id, *older).order_by(audit.c.id.desc()).limit(limit)
        return await self._read(query)

    async def of_job(self, job_id: str) -> tuple[Entry, ...]:
        """What others did to the job, the oldest first."""
        return await self._read(_select(audit.c.job_id == job_id).order_by(audit.c.id))

    @reading
    def _read(self, connection: Connection, query: Select[Any]) -> tuple[Entry, ...]:
        return tuple(_entry(row) for row in connection.execute(query).mappings())


_later = audit.alias("later")


def _select(*conditions: ColumnElement[bool]) -> Select[Any]:
    undone = select(_later.c.id).where(_later.c.undoes == audit.c.id).scalar_subquery()
    return select(audit, undone.label("undone_by")).where(*conditions)


def _entry(row: RowMapping) -> Entry:
    act = Act(
        member_id=row["member_id"],
        action=row["action"],
        subject=row["subject"],
        guild_id=row["guild_id"],
        channel_id=row["channel_id"],
        job_id=row["job_id"],
        before=_value(row["before"]),
        after=_value(row["after"]),
    )
    return Entry(row["id"], row["at"], act, row["undoes"], row["undone_by"])


def _json(value: Value) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


def _value(text: str | None) -> Value:
    return None if text is None else json.loads(text)
