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
    connection.execute(_MEMBER, {"id": member.id, "name": member.name, "locale": member.locale})
    if asked.guild_id is not None:
        _meet(connection, asked.guild_id, now)
    connection.execute(_CHANNEL, {"id": asked.channel_id, "guild_id": asked.guild_id})


def _meet(connection: Connection, guild_id: int, now: float) -> bool:
    return connection.execute(_GUILD, {"id": guild_id, "met_at": now}).rowcount > 0


# Statements that every press executes.
_NEW = insert(members)
_MEMBER = _NEW.on_conflict_do_update(
    index_elements=["id"], set_={"name": _NEW.excluded.name, "locale": _NEW.excluded.locale}
)
_CHANNEL = insert(channels).on_conflict_do_nothing()
_GUILD = insert(guilds).on_conflict_do_nothing()
