"""What the scheduler remembers: the virtual time, who has used how much of it, and how fast the models are."""

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Float, Integer, String, Table

from bot.store.tables.base import metadata

virtual_time = Table(
    "virtual_time",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seconds", Float, nullable=False),
    Column("model", String),
    CheckConstraint("id = 1", name="single"),
)

# No foreign key: a share may outlive what is known of its member.
shares = Table(
    "shares",
    metadata,
    Column("member_id", BigInteger, primary_key=True, autoincrement=False),
    Column("speed", String, primary_key=True),
    Column("tag", Float, nullable=False),
    Column("is_waiting", Boolean, nullable=False),
)

rates = Table(
    "rates",
    metadata,
    Column("model", String, primary_key=True),
    Column("seconds", Float, nullable=False),
)
