"""Who did what to whom or to what, and what it was before."""

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table

from bot.store.tables.base import Moment, Words, metadata

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("member_id", BigInteger, nullable=False),
    Column("action", String, nullable=False),
    Column("subject", Words, nullable=False),
    Column("guild_id", BigInteger),
    Column("channel_id", BigInteger),
    Column("job_id", Words, index=True),
    Column("before", Words),
    Column("after", Words),
    Column("undoes", Integer, unique=True),
)

Index("ix_audit_guild", audit.c.guild_id, audit.c.id)
