"""Words that moderators are to be told of at once: kept until they are, whatever happens to the bot meanwhile."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from bot.store.engine import Database, reading, writing
from bot.store.outbox import FAR
from bot.store.tables import alarms


@dataclass(frozen=True)
class Alarm:
    """A member asked for this in this channel, with words that moderators want to hear of; and how often it was tried
    to tell them.
    """

    interaction_id: int
    guild_id: int
    channel_id: int
    member_id: int
    words: str
    prompt: str
    tries: int = 0

    @property
    def nonce(self) -> str:
        """Posting with it twice within minutes gives one message."""
        return f"a{self.interaction_id}"


class Alarms:
    """The use cases of whoever sounds them, and of whoever tells."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @writing
    def sound(self, connection: Connection, alarm: Alarm) -> None:
        """It is to be told now. An interaction that comes twice is one alarm."""
        row = {name: getattr(alarm, name) for name in alarm.__dataclass_fields__}
        query = insert(alarms).values(row | {"due_at": self._database.now()})
        connection.execute(query.on_conflict_do_nothing())

    @reading
    def due(self, connection: Connection, limit: int = 20) -> tuple[Alarm, ...]:
        """What is to be told now, the longest due first; as in the outbox where the clock was put back."""
        now = self._database.now()
        columns = [alarms.c[name] for name in Alarm.__dataclass_fields__]
        query = select(*columns).where((alarms.c.due_at <= now) | (alarms.c.due_at > now + FAR))
        rows = connection.execute(query.order_by(alarms.c.due_at, alarms.c.interaction_id).limit(limit))
        return tuple(Alarm(**row) for row in rows.mappings())

    @writing
    def put_off(self, connection: Connection, interaction_id: int, until: float) -> None:
        """Discord did not take it; it is due again."""
        query = update(alarms).where(alarms.c.interaction_id == interaction_id)
        connection.execute(query.values(due_at=until, tries=alarms.c.tries + 1))

    @writing
    def done(self, connection: Connection, interaction_id: int) -> None:
        """It is told, or can be told nowhere."""
        connection.execute(delete(alarms).where(alarms.c.interaction_id == interaction_id))
