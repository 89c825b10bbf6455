"""What was set for servers, roles, channels and members."""

from sqlalchemy import BigInteger, Column, String, Table

from bot.store.tables.base import Words, metadata

# No foreign keys: a role is nobody's row, and a member may be limited before the first job.
limits = Table(
    "limits",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("scope", String, primary_key=True),
    Column("subject_id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", String, primary_key=True),
    Column("value", Words, nullable=False),
)
