"""What members were promised an answer to, and have none yet."""

from sqlalchemy import BigInteger, Boolean, Column, String, Table, true

from bot.store.tables.base import metadata

thinking = Table(
    "thinking",
    metadata,
    Column("interaction_id", BigInteger, primary_key=True, autoincrement=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("member_id", BigInteger, nullable=False, index=True),
    Column("locale", String(16), nullable=False),
    Column("life", String(16), nullable=False),
    Column("is_shown", Boolean, nullable=False, server_default=true()),
)
