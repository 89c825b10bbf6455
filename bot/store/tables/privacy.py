"""What is to go: members who asked to be forgotten, messages that are to be deleted, how long servers keep jobs."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table

from bot.store.tables.base import Moment, metadata
from bot.store.tables.jobs import originals, pictures

# No foreign keys: these outlive what they speak of.
leaving = Table(
    "leaving",
    metadata,
    Column("member_id", BigInteger, primary_key=True, autoincrement=False),
    Column("since", Moment, nullable=False),
)

erasures = Table(
    "erasures",
    metadata,
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("due_at", Moment, nullable=False, index=True),
    Column("tries", Integer, nullable=False),
)

retention = Table(
    "retention",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("days", Integer, nullable=False),
)

Index("ix_pictures_blob", pictures.c.blob)
Index("ix_originals_blob", originals.c.blob)
