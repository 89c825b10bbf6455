"""Who and what the jobs speak of: members, guilds, channels."""

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.jobs.job import Asked
from bot.store.engine import Database
from bot.store.tables import channels, guilds, members


class Places:
    """The use cases that are about no one job."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def meet(self, guild_id: int) -> bool:
        """True the first time that the bot meets this guild, ever."""
        async with self._database.writing() as connection:
            return await _meet(connection, guild_id, self._database.now())

    async def locale_of(self, member_id: int) -> str | None:
        """The member's language, as Discord told it last; None for somebody who is not known."""
        async with self._database.reading() as connection:
            found = await connection.scalar(select(members.c.locale).where(members.c.id == member_id))
        return None if found is None else str(found)


async def know(connection: AsyncConnection, asked: Asked, now: float) -> None:
    """Write whom and what a job speaks of, with the member's latest name and locale."""
    member = asked.member
    latest = {"name": member.name, "locale": member.locale}
    query = insert(members).values(id=member.id, **latest)
    await connection.execute(query.on_conflict_do_update(index_elements=["id"], set_=latest))
    if asked.guild_id is not None:
        await _meet(connection, asked.guild_id, now)
    place = insert(channels).values(id=asked.channel_id, guild_id=asked.guild_id)
    await connection.execute(place.on_conflict_do_nothing())


async def _meet(connection: AsyncConnection, guild_id: int, now: float) -> bool:
    query = insert(guilds).values(id=guild_id, met_at=now).on_conflict_do_nothing()
    return (await connection.execute(query)).rowcount > 0
