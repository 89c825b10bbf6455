"""What jobs that were deleted had taken of the GPU: limits count it until the month is over."""

from sqlalchemy import BigInteger, Column, Float, Index, Table

from bot.store.tables.base import Words, metadata

spent = Table(
    "spent",
    metadata,
    Column("job_id", Words, primary_key=True),
    Column("member_id", BigInteger, nullable=False),
    Column("guild_id", BigInteger),
    Column("gpu_seconds", Float, nullable=False),
)

Index("ix_spent_member", spent.c.member_id, spent.c.job_id)
