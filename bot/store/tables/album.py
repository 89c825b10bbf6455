"""What members think of pictures: favourites, and what its author has taken away."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Table

from bot.store.tables.base import Moment, metadata
from bot.store.tables.jobs import jobs

favourites = Table(
    "favourites",
    metadata,
    Column("job_id", ForeignKey(jobs.c.id), primary_key=True),
    Column("member_id", BigInteger, primary_key=True, autoincrement=False),
    Column("interaction_id", BigInteger, nullable=False),
    Column("is_on", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
)
Index("ix_favourites_member", favourites.c.member_id, favourites.c.job_id)

binned = Table(
    "binned",
    metadata,
    Column("job_id", ForeignKey(jobs.c.id), primary_key=True),
    Column("at", Moment, nullable=False),
)
