"""What was set for servers, roles, channels and members; every change is an act of the audit."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from bot.jobs.scene import Scene
from bot.policy.settings import Given, Place, Scope, Value
from bot.store.audit import Act, Entry, note
from bot.store.engine import Database, reading, writing
from bot.store.errors import CannotUndo, Undoing
from bot.store.tables import limits
from bot.store.weighing import WEIGHED, weigh

ACTION = "limit"


class Limits:
    """The use cases of whoever asks what may be, and of whoever says it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def here(self, scene: Scene) -> Given:
        """All that may hold for this member in this place of a server."""
        places = [Place(Scope.MEMBER, scene.member_id)]
        places += [Place(Scope.CHANNEL, number) for number in (scene.channel_id, *scene.parents)]
        places += [Place(Scope.ROLE, number) for number in scene.roles]
        return await self._read(scene.guild_id or 0, [*places, Place(Scope.SERVER, scene.guild_id or 0)])

    async def every(self, guild_id: int) -> Given:
        """All that was set in a server."""
        return await self._read(guild_id)

    async def at(self, guild_id: int, place: Place) -> dict[str, Value]:
        """What was set for this place by itself, by the name of the setting."""
        found = await self._read(guild_id, [place])
        return {name: values[place] for name, values in found.items()}

    @writing
    def set(self, connection: Connection, by: Act, place: Place, name: str, value: Value) -> Entry | None:
        """Set it, or with None leave it to what holds for more; None where it was so already.

        `by` says who does it and where.
        """
        before = _value(connection, by.guild_id or 0, place, name)
        if before == value:
            return None
        act = Act(by.member_id, ACTION, f"{name} {place}", by.guild_id, by.channel_id, None, before, value)
        put(connection, act)
        return note(connection, act, self._database.now())

    @reading
    def _read(self, connection: Connection, guild_id: int, places: Sequence[Place] | None = None) -> Given:
        """What was set in these places, or in all."""
        sought: dict[str, Any] = {"guild_id": guild_id}
        if places is not None:
            sought["subjects"] = [place.id for place in places]
        found: dict[str, dict[Place, Value]] = {}
        for row in connection.execute(_HERE if places is None else _AT, sought).mappings():
            place = Place(Scope(row["scope"]), row["subject_id"])
            if places is None or place in places:
                found.setdefault(row["name"], {})[place] = json.loads(row["value"])
        return found


def put(connection: Connection, act: Act) -> None:
    """Make a setting as the act says. Raises CannotUndo where it is not as it was."""
    name, _, at = act.subject.partition(" ")
    place, guild_id = Place.read(at), act.guild_id or 0
    if _value(connection, guild_id, place, name) != act.before:
        raise CannotUndo(Undoing.CHANGED)
    _write(connection, guild_id, place, name, act.after)
    if name in WEIGHED:
        weigh(connection, guild_id)


def _write(connection: Connection, guild_id: int, place: Place, name: str, after: Value) -> None:
    if after is None:
        connection.execute(delete(limits).where(_is(guild_id, place), limits.c.name == name))
        return
    row = {"guild_id": guild_id, "scope": place.scope, "subject_id": place.id, "name": name}
    value = json.dumps(after, ensure_ascii=False)
    query = insert(limits).values(row | {"value": value})
    keys = ["guild_id", "scope", "subject_id", "name"]
    connection.execute(query.on_conflict_do_update(index_elements=keys, set_={"value": value}))


def _value(connection: Connection, guild_id: int, place: Place, name: str) -> Value:
    query = select(limits.c.value).where(_is(guild_id, place), limits.c.name == name)
    found = connection.scalar(query)
    return None if found is None else json.loads(found)


def _is(guild_id: int, place: Place) -> ColumnElement[bool]:
    return and_(limits.c.guild_id == guild_id, limits.c.scope == place.scope, limits.c.subject_id == place.id)


# Statements that every press executes.
_HERE = select(limits).where(limits.c.guild_id == bindparam("guild_id"))
_AT = _HERE.where(limits.c.subject_id.in_(bindparam("subjects", expanding=True)))
