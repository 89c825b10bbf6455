"""What moderators have set and decided in a server: words, warnings, mutes, bans, hidden pictures, channels."""

from sqlalchemy import BigInteger, Column, Index, String, Table

from bot.store.tables.base import Words, metadata

rulings = Table(
    "rulings",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String, primary_key=True),
    Column("subject", Words, primary_key=True),
    Column("value", Words, nullable=False),
    Column("member_id", BigInteger, index=True),
)

Index("ix_rulings_subject", rulings.c.kind, rulings.c.subject)
