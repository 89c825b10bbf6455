"""Who and what the jobs speak of: members, guilds, channels."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from bot.jobs.job import Asked
from bot.store.engine import Database, reading, writing
from bot.store.tables import channels, guilds, members


class Places:
    """The use cases that are about no one job."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @writing
    def meet(self, connection: Connection, guild_id: int) -> bool:
        """True the first time that the bot meets this guild, ever."""
        return _meet(connection, guild_id, self._database.now())

    @reading
    def locale_of(self, connection: Connection, member_id: int) -> str | None:
        """The member's language, as Discord told it last; None for somebody who is not known."""
        found = connection.scalar(select(members.c.locale).where(members.c.id == member_id))
        return None if found is None else str(found)


def know(connection: Connection, asked: Asked, now: float) -> None:
    """Write whom and what a job speaks of, with the member's latest name and locale."""
    member = asked.member
    latest = {"name": member.name, "locale": member.locale}
    query = insert(members).values(id=member.id, **latest)
    connection.execute(query.on_conflict_do_update(index_elements=["id"], set_=latest))
    if asked.guild_id is not None:
        _meet(connection, asked.guild_id, now)
    place = insert(channels).values(id=asked.channel_id, guild_id=asked.guild_id)
    connection.execute(place.on_conflict_do_nothing())


def _meet(connection: Connection, guild_id: int, now: float) -> bool:
    query = insert(guilds).values(id=guild_id, met_at=now).on_conflict_do_nothing()
    return connection.execute(query).rowcount > 0
