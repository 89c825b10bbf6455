"""What members have set for every prompt: macros, a suffix, settings."""

from collections.abc import Callable

from sqlalchemy import BindParameter, Connection, bindparam, delete, select
from sqlalchemy import insert as plain_insert
from sqlalchemy.dialects.sqlite import insert

from bot.prompt.personal import Habit, Personal
from bot.store.engine import Database, reading, writing
from bot.store.tables import macros, preferences


class Preferences:
    """The use cases of whoever reads a member's prompts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @reading
    def of(self, connection: Connection, member_id: int) -> Personal:
        """The member's own; nothing at all where nothing was set."""
        return _load(connection, member_id)

    @reading
    def language(self, connection: Connection, member_id: int) -> str:
        """The language that the member has chosen; empty where it is the one set in Discord."""
        return connection.scalar(_LANGUAGE, {"sought": member_id}) or ""

    @writing
    def change(self, connection: Connection, member_id: int, step: Callable[[Personal], Personal]) -> Personal:
        """Write what `step` makes of the member's own, and give it back.

        No two changes pass each other; one that raises, such as WrongPreference, leaves everything as it was.
        """
        changed = step(_load(connection, member_id))
        _write(connection, member_id, changed)
        return changed


# Statements that every press executes.
_SOUGHT: BindParameter[int] = bindparam("sought")
_LANGUAGE = select(preferences.c.language).where(preferences.c.member_id == _SOUGHT)
_MACROS = select(macros.c.name, macros.c.value).where(macros.c.member_id == _SOUGHT).order_by(macros.c.place)
_OWN = select(preferences).where(preferences.c.member_id == _SOUGHT)


def _load(connection: Connection, member_id: int) -> Personal:
    sought = {"sought": member_id}
    values = {row.name: row.value for row in connection.execute(_MACROS, sought)}
    row = connection.execute(_OWN, sought).one_or_none()
    if row is None:
        return Personal(values)
    return Personal(values, row.suffix, row.settings, frozenset(map(Habit, row.habits.split())), row.language)


def _write(connection: Connection, member_id: int, mine: Personal) -> None:
    held = {
        "suffix": mine.suffix,
        "settings": mine.settings,
        "habits": " ".join(sorted(mine.habits)),
        "language": mine.language,
    }
    query = insert(preferences).values(member_id=member_id, **held)
    connection.execute(query.on_conflict_do_update(index_elements=["member_id"], set_=held))
    connection.execute(delete(macros).where(macros.c.member_id == member_id))
    rows = [
        {"member_id": member_id, "name": name, "value": value, "place": place}
        for place, (name, value) in enumerate(mine.macros.items())
    ]
    if rows:
        connection.execute(plain_insert(macros), rows)
