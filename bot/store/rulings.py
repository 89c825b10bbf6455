"""Rulings: what moderators have set and decided, each a value by server, kind and subject; all of it in the audit."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from bot.jobs.queue import Hold
from bot.policy.pictures import PictureRules
from bot.policy.standing import Ruling, Standing
from bot.policy.words.builtin import Builtin
from bot.policy.words.used import Used
from bot.store.audit import Act, Entry, Value, note
from bot.store.engine import Database, reading, writing
from bot.store.errors import CannotUndo, Undoing
from bot.store.holds import QUEUE, hold_of
from bot.store.tables import rulings

WORD, ALLOWED, BUILTIN = "word", "allowed", "builtin"
WARNING, MUTE, BAN = "warning", "mute", "ban"
HIDDEN, REPORTS, PICTURES = "hidden", "reports", "pictures"
REPORTED, EXPLICIT = "reported", "explicit"
"""Which no moderator sets: that a picture was reported already, and that it is for age-restricted channels only."""

ABOUT_MEMBERS = (WARNING, MUTE, BAN)
"""Their subject is a member's id."""

KINDS = (WORD, ALLOWED, BUILTIN, WARNING, MUTE, BAN, HIDDEN, REPORTS, PICTURES, QUEUE)
"""Each is the name of an act in the audit too."""


@dataclass(frozen=True)
class By:
    """Who decides, and where."""

    member_id: int
    guild_id: int
    channel_id: int | None = None


class Rulings:
    """The use cases of moderators, and of whoever has to know what they decided."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def decide(self, by: By, kind: str, subject: str, value: Value) -> Entry | None:
        """From now on it is so; None takes it away. Gives the audit's entry, None where it was so before."""
        entries = await self.decide_all(by, kind, {subject: value})
        return entries[0] if entries else None

    @writing
    def decide_all(self, connection: Connection, by: By, kind: str, values: Mapping[str, Value]) -> tuple[Entry, ...]:
        """The same for several, all or none."""
        made = []
        for subject, value in values.items():
            before = _value(connection, by.guild_id, kind, subject)
            if before != value:
                act = Act(by.member_id, kind, subject, by.guild_id, by.channel_id, before=before, after=value)
                put(connection, act)
                made.append(note(connection, act, self._database.now()))
        return tuple(made)

    @writing
    def note(self, connection: Connection, by: By, action: str, subject: str, value: Value) -> None:
        """Something that happened, for moderators to read; it cannot be undone."""
        act = Act(by.member_id, action, subject, by.guild_id, by.channel_id, after=value)
        note(connection, act, self._database.now())

    async def of(self, guild_id: int, kind: str) -> dict[str, Value]:
        """All of a kind in a server, by their subject."""
        return {subject: value for _, subject, value in await self._rows(guild_id, kind)}

    @reading
    def one(self, connection: Connection, guild_id: int, kind: str, subject: str = "") -> Value:
        """This one; None where nothing was decided."""
        return _value(connection, guild_id, kind, subject)

    async def words(self, guild_id: int | None) -> Used:
        """The words that a server has, and which lists of ours it uses; elsewhere ours as they come."""
        rows = await self._rows(guild_id, WORD, ALLOWED, BUILTIN) if guild_id is not None else []
        return Used(
            tuple((subject, value) for kind, subject, value in rows if kind == WORD),
            frozenset(subject for kind, subject, _ in rows if kind == ALLOWED),
            {Builtin(subject): bool(value) for kind, subject, value in rows if kind == BUILTIN},
        )

    async def standing(self, member_id: int, guild_id: int | None) -> Standing:
        """How a member stands in a server; outside of servers, mutes and bans of every one count."""
        kinds = (WARNING, MUTE, BAN) if guild_id is not None else (MUTE, BAN)
        found: dict[str, Ruling] = {}
        for row in await self._about(kinds, str(member_id), guild_id):
            made = Ruling(row[0], row[1].get("reason") or "", row[1].get("until"))
            known = found.get(row[2])
            if known is None or (known.until or float("inf")) < (made.until or float("inf")):
                found[row[2]] = made
        return Standing(found.get(WARNING), found.get(MUTE), found.get(BAN))

    async def acknowledge(self, member_id: int, guild_id: int) -> None:
        """The member has read the warning."""
        await self.decide(By(member_id, guild_id), WARNING, str(member_id), None)

    @writing
    def report(self, connection: Connection, guild_id: int, job_id: str, by: int) -> bool:
        """Note that it is reported; False where it is already."""
        row = {"guild_id": guild_id, "kind": REPORTED, "subject": job_id, "value": json.dumps({"by": by})}
        query = insert(rulings).values(row).on_conflict_do_nothing()
        return connection.execute(query).rowcount > 0

    @writing
    def mark_explicit(self, connection: Connection, guild_id: int, job_id: str) -> None:
        """Its pictures are for age-restricted channels only."""
        row = {"guild_id": guild_id, "kind": EXPLICIT, "subject": job_id, "value": "true"}
        connection.execute(insert(rulings).values(row).on_conflict_do_nothing())

    async def are_hidden(self, job_ids: Sequence[str]) -> bool:
        """True where one of these jobs was hidden, in whatever server."""
        return await self._any(HIDDEN, job_ids)

    async def are_explicit(self, job_ids: Sequence[str]) -> bool:
        """True where the pictures of one of these jobs are."""
        return await self._any(EXPLICIT, job_ids)

    async def pictures(self, guild_id: int) -> PictureRules:
        """How a server has pictures checked."""
        value = await self.one(guild_id, PICTURES) or {}
        channel = value.get("channel")
        return PictureRules(value.get("check", True), int(channel) if channel else None)

    async def hold(self, guild_id: int | None) -> Hold | None:
        """What the queue of a server does not do any more; None where it goes on as usual."""
        return None if guild_id is None else hold_of(await self.one(guild_id, QUEUE))

    @reading
    def _any(self, connection: Connection, kind: str, job_ids: Sequence[str]) -> bool:
        return connection.scalar(_ANY, {"kind": kind, "subjects": job_ids}) is not None

    @reading
    def _rows(self, connection: Connection, guild_id: int, *kinds: str) -> list[tuple[str, str, Value]]:
        found = connection.execute(_OF_KINDS, {"guild_id": guild_id, "kinds": kinds})
        return [(row.kind, row.subject, json.loads(row.value)) for row in found]

    @reading
    def _about(
        self, connection: Connection, kinds: Sequence[str], subject: str, guild_id: int | None
    ) -> list[tuple[int, Any, str]]:
        sought = {"kinds": kinds, "subject": subject}
        if guild_id is None:
            found = connection.execute(_ABOUT, sought)
        else:
            found = connection.execute(_ABOUT_HERE, sought | {"guild_id": guild_id})
        return [(row.guild_id, json.loads(row.value), row.kind) for row in found]


# Statements that every press executes.
_IS_HERE = rulings.c.guild_id == bindparam("guild_id")
_IS_OF_KINDS = rulings.c.kind.in_(bindparam("kinds", expanding=True))
_IS_ABOUT = rulings.c.subject == bindparam("subject")
_IS_OF_KIND = rulings.c.kind == bindparam("kind")
_ANY = (
    select(rulings.c.subject).where(_IS_OF_KIND, rulings.c.subject.in_(bindparam("subjects", expanding=True))).limit(1)
)
_OF_KINDS = select(rulings).where(_IS_HERE, _IS_OF_KINDS).order_by(rulings.c.kind, rulings.c.subject)
_ABOUT = select(rulings).where(_IS_OF_KINDS, _IS_ABOUT)
_ABOUT_HERE = _ABOUT.where(_IS_HERE)
_VALUE = select(rulings.c.value).where(_IS_HERE, _IS_OF_KIND, _IS_ABOUT)


def put(connection: Connection, act: Act) -> None:
    """Make it as the act says. Raises CannotUndo where it is not as the act found it."""
    guild_id = act.guild_id or 0
    if _value(connection, guild_id, act.action, act.subject) != act.before:
        raise CannotUndo(Undoing.CHANGED)
    if act.after is None:
        connection.execute(delete(rulings).where(*_is(guild_id, act.action, act.subject)))
        return
    value = json.dumps(act.after, ensure_ascii=False)
    member_id = int(act.subject) if act.action in ABOUT_MEMBERS else None
    row = {"guild_id": guild_id, "kind": act.action, "subject": act.subject, "value": value, "member_id": member_id}
    query = insert(rulings).values(row)
    connection.execute(
        query.on_conflict_do_update(index_elements=["guild_id", "kind", "subject"], set_={"value": value})
    )


def _value(connection: Connection, guild_id: int, kind: str, subject: str) -> Value:
    sought = {"guild_id": guild_id, "kind": kind, "subject": subject}
    found: str | None = connection.scalar(_VALUE, sought)
    return None if found is None else json.loads(found)


def _is(guild_id: int, kind: str, subject: str) -> tuple[ColumnElement[bool], ...]:
    return rulings.c.guild_id == guild_id, rulings.c.kind == kind, rulings.c.subject == subject
