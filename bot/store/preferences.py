"""What members have set for every prompt: macros, a suffix, settings."""

from collections.abc import Callable

from sqlalchemy import delete, select
from sqlalchemy import insert as plain_insert
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.prompt.personal import Habit, Personal
from bot.store.engine import Database
from bot.store.tables import macros, preferences


class Preferences:
    """The use cases of whoever reads a member's prompts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, member_id: int) -> Personal:
        """The member's own; nothing at all where nothing was set."""
        async with self._database.reading() as connection:
            return await _load(connection, member_id)

    async def language(self, member_id: int) -> str:
        """The language that the member has chosen; empty where it is the one set in Discord."""
        query = select(preferences.c.language).where(preferences.c.member_id == member_id)
        async with self._database.reading() as connection:
            return (await connection.execute(query)).scalar_one_or_none() or ""

    async def change(self, member_id: int, step: Callable[[Personal], Personal]) -> Personal:
        """Write what `step` makes of the member's own, and give it back.

        No two changes pass each other; one that raises, such as WrongPreference, leaves everything as it was.
        """
        async with self._database.writing() as connection:
            changed = step(await _load(connection, member_id))
            await _write(connection, member_id, changed)
            return changed


async def _load(connection: AsyncConnection, member_id: int) -> Personal:
    named = select(macros.c.name, macros.c.value).where(macros.c.member_id == member_id).order_by(macros.c.place)
    values = {row.name: row.value for row in await connection.execute(named)}
    row = (await connection.execute(select(preferences).where(preferences.c.member_id == member_id))).one_or_none()
    if row is None:
        return Personal(values)
    return Personal(values, row.suffix, row.settings, frozenset(map(Habit, row.habits.split())), row.language)


async def _write(connection: AsyncConnection, member_id: int, mine: Personal) -> None:
    held = {
        "suffix": mine.suffix,
        "settings": mine.settings,
        "habits": " ".join(sorted(mine.habits)),
        "language": mine.language,
    }
    query = insert(preferences).values(member_id=member_id, **held)
    await connection.execute(query.on_conflict_do_update(index_elements=["member_id"], set_=held))
    await connection.execute(delete(macros).where(macros.c.member_id == member_id))
    rows = [
        {"member_id": member_id, "name": name, "value": value, "place": place}
        for place, (name, value) in enumerate(mine.macros.items())
    ]
    if rows:
        await connection.execute(plain_insert(macros), rows)
