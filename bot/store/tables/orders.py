"""Orders of several grids: what their authors are asked about, and which messages tell of them."""

from sqlalchemy import BigInteger, Boolean, Column, String, Table, false

from bot.store.tables.base import Moment, Words, metadata

orders = Table(
    "orders",
    metadata,
    Column("id", String, primary_key=True),
    Column("interaction_id", BigInteger, nullable=False, unique=True),
    Column("member_id", BigInteger, nullable=False, index=True),
    Column("typed", Words, nullable=False),
    Column("is_confirmed", Boolean, nullable=False),
    Column("at", Moment, nullable=False, index=True),
    Column("has_ended", Boolean, nullable=False, server_default=false()),
)
