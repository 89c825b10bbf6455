"""Who asks, where, for what, and what came of it."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    false,
    literal_column,
)

from bot.store.tables.base import Moment, Words, metadata

members = Table(
    "members",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Words, nullable=False),
    Column("locale", String, nullable=False),
)

guilds = Table(
    "guilds",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("met_at", Moment, nullable=False),
)

channels = Table(
    "channels",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", ForeignKey(guilds.c.id)),
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", Words, primary_key=True),
    Column("interaction_id", BigInteger, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("member_id", ForeignKey(members.c.id), nullable=False),
    Column("channel_id", ForeignKey(channels.c.id), nullable=False),
    Column("prompt", Words, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("action", String, nullable=False),
    Column("speed", String, nullable=False),
    Column("parent", ForeignKey("jobs.id")),
    Column("index", Integer),
    Column("strength", String),
    Column("edit", String),
    Column("zoom", Float),
    Column("instruction", Words),
    Column("done", Words),
    Column("denoising", Float),
    Column("is_remix", Boolean, nullable=False, server_default=false()),
    Column("state", String, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("holder", String),
    Column("held_until", Moment),
    Column("is_alone", Boolean, nullable=False),
    Column("deaths", Integer, nullable=False),
    Column("reason", Words),
    Column("gpu_seconds", Float),
    Column("model", String),
    Column("work", Float, nullable=False, server_default="0"),
    Column("boost", Float, nullable=False, server_default="1"),
    Column("charged", Float),
    Column("moved_at", Moment),
    Column("most_running", Integer),
    Column("scene", String),
    UniqueConstraint("interaction_id", "ordinal"),
    CheckConstraint("(state = 'running') = (holder IS NOT NULL)", name="held"),
)

# Written out, not as parameters, so that SQLite sees that its partial indexes serve.
IS_WAITING = jobs.c.state == literal_column("'waiting'")
IS_MOVED = IS_WAITING & jobs.c.moved_at.is_not(None)
IS_RUNNING = jobs.c.state == literal_column("'running'")
IS_UPSCALED = (jobs.c.action == literal_column("'upscale'")) & (jobs.c.state != literal_column("'failed'"))

Index("ix_jobs_member", jobs.c.member_id, jobs.c.id)
Index("ix_jobs_parent", jobs.c.parent)
Index(
    "ix_jobs_waiting", jobs.c.member_id, jobs.c.speed, jobs.c.id, sqlite_where=IS_WAITING, postgresql_where=IS_WAITING
)
Index("ix_jobs_moved", jobs.c.moved_at, sqlite_where=IS_MOVED, postgresql_where=IS_MOVED)
Index("ix_jobs_running", jobs.c.member_id, jobs.c.id, sqlite_where=IS_RUNNING, postgresql_where=IS_RUNNING)
Index(
    "uq_jobs_upscaled",
    jobs.c.parent,
    jobs.c.index,
    unique=True,
    sqlite_where=IS_UPSCALED,
    postgresql_where=IS_UPSCALED,
)

originals = Table(
    "originals",
    metadata,
    Column("job_id", ForeignKey(jobs.c.id), primary_key=True),
    Column("link", Words, primary_key=True),
    Column("blob", String, nullable=False),
)

pictures = Table(
    "pictures",
    metadata,
    Column("job_id", ForeignKey(jobs.c.id), primary_key=True),
    Column("index", Integer, primary_key=True, autoincrement=False),
    Column("blob", String, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("seed", BigInteger, nullable=False),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("job_id", ForeignKey(jobs.c.id), primary_key=True),
    Column("channel_id", BigInteger, nullable=False),
    Column("due_at", Moment, nullable=False, index=True),
    Column("tries", Integer, nullable=False),
    Column("first_tried_at", Moment),
)

messages = Table(
    "messages",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("job_id", ForeignKey(jobs.c.id), nullable=False, index=True),
    Column("kind", String, nullable=False),
)

IS_PROGRESS = messages.c.kind == literal_column("'progress'")
Index("ix_messages_progress", messages.c.id, sqlite_where=IS_PROGRESS, postgresql_where=IS_PROGRESS)
