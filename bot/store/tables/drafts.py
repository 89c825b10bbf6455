"""What members typed into windows that came to nothing yet."""

from sqlalchemy import BigInteger, Column, String, Table

from bot.store.tables.base import Moment, Words, metadata

drafts = Table(
    "drafts",
    metadata,
    Column("member_id", BigInteger, primary_key=True, autoincrement=False),
    Column("window", String, primary_key=True),
    Column("text", Words, nullable=False),
    Column("at", Moment, nullable=False, index=True),
)
