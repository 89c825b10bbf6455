"""Who did what to whose job."""

from sqlalchemy import BigInteger, Column, Integer, String, Table

from bot.store.tables.base import Moment, Words, metadata

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("member_id", BigInteger, nullable=False),
    Column("action", String, nullable=False),
    Column("job_id", Words, nullable=False, index=True),
)
