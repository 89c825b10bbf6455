"""Interactions whose answer takes long, so that members see the bot thinking: kept until they are answered."""

import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from bot.store.engine import Database, reading, writing
from bot.store.tables import thinking


@dataclass(frozen=True)
class Thought:
    """Who waits for an answer to what, and where it shows."""

    interaction_id: int
    channel_id: int
    member_id: int
    locale: str
    is_shown: bool = True
    """False for a press of which nothing is to be seen until it is done."""

    @property
    def nonce(self) -> str:
        """Posting with it twice within minutes gives one message."""
        return f"t{self.interaction_id}"


class Thinking:
    """The use cases of whoever answers, and of the next run, which takes away what will not be answered any more."""

    def __init__(self, database: Database) -> None:
        self._database, self._life = database, secrets.token_hex(8)

    @writing
    def begin(self, connection: Connection, thought: Thought) -> None:
        """This run is at it."""
        row = {name: getattr(thought, name) for name in thought.__dataclass_fields__}
        connection.execute(_BEGIN, row | {"life": self._life})

    @reading
    def left(self, connection: Connection) -> tuple[Thought, ...]:
        """What earlier runs were at when they ended, the oldest first."""
        columns = [thinking.c[name] for name in Thought.__dataclass_fields__]
        query = select(*columns).where(thinking.c.life != self._life).order_by(thinking.c.interaction_id)
        return tuple(Thought(**row) for row in connection.execute(query).mappings())

    @writing
    def done(self, connection: Connection, interaction_id: int) -> None:
        """It is answered, or nobody waits for it any more."""
        connection.execute(_DONE, {"sought": interaction_id})


_BEGIN = insert(thinking).on_conflict_do_nothing()
_DONE = delete(thinking).where(thinking.c.interaction_id == bindparam("sought"))
