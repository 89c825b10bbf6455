"""What members have set for themselves."""

from sqlalchemy import BigInteger, Column, Integer, String, Table

from bot.store.tables.base import Words, metadata

# No foreign keys: a member may set these before the first job.
preferences = Table(
    "preferences",
    metadata,
    Column("member_id", BigInteger, primary_key=True, autoincrement=False),
    Column("suffix", Words, nullable=False),
    Column("settings", Words, nullable=False),
    Column("habits", String, nullable=False, server_default=""),
    Column("language", String, nullable=False, server_default=""),
)

macros = Table(
    "macros",
    metadata,
    Column("member_id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", String, primary_key=True),
    Column("value", Words, nullable=False),
    Column("place", Integer, nullable=False),
)
