"""What moderators are still to be told of."""

from sqlalchemy import BigInteger, Column, Integer, Table

from bot.store.tables.base import Moment, Words, metadata

alarms = Table(
    "alarms",
    metadata,
    Column("interaction_id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("member_id", BigInteger, nullable=False, index=True),
    Column("words", Words, nullable=False),
    Column("prompt", Words, nullable=False),
    Column("due_at", Moment, nullable=False, index=True),
    Column("tries", Integer, nullable=False),
)
