"""The tables that the life of a job needs."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """From nothing."""
    _people()
    _jobs()
    _indexes_of_jobs()
    _pictures()
    _posts()


def _people() -> None:
    op.create_table(
        "members",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_members"),
    )
    op.create_table(
        "guilds",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("met_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_guilds"),
    )
    op.create_table(
        "channels",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name="pk_channels"),
        sa.ForeignKeyConstraint(["guild_id"], ["guilds.id"], name="fk_channels_guild_id_guilds"),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("job_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_index("ix_audit_job_id", "audit", ["job_id"])


def _jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("interaction_id", sa.BigInteger(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("prompt", sa.Text(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("speed", sa.String(), nullable=False),
        sa.Column("parent", sa.Text()),
        sa.Column("index", sa.Integer()),
        sa.Column("strength", sa.String()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("holder", sa.String()),
        sa.Column("held_until", sa.BigInteger()),
        sa.Column("is_alone", sa.Boolean(), nullable=False),
        sa.Column("deaths", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("gpu_seconds", sa.Float()),
        sa.PrimaryKeyConstraint("id", name="pk_jobs"),
        sa.UniqueConstraint("interaction_id", "ordinal", name="uq_jobs_interaction_id_ordinal"),
        sa.CheckConstraint("(state = 'running') = (holder IS NOT NULL)", name="ck_jobs_held"),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_jobs_member_id_members"),
        sa.ForeignKeyConstraint(["channel_id"], ["channels.id"], name="fk_jobs_channel_id_channels"),
        sa.ForeignKeyConstraint(["parent"], ["jobs.id"], name="fk_jobs_parent_jobs"),
    )


def _indexes_of_jobs() -> None:
    waiting, running = sa.text("state = 'waiting'"), sa.text("state = 'running'")
    upscaled = sa.text("action = 'upscale' AND state != 'failed'")
    op.create_index("ix_jobs_member", "jobs", ["member_id", "id"])
    op.create_index("ix_jobs_parent", "jobs", ["parent"])
    op.create_index(
        "ix_jobs_waiting", "jobs", ["member_id", "speed", "id"], sqlite_where=waiting, postgresql_where=waiting
    )
    op.create_index("ix_jobs_running", "jobs", ["member_id", "id"], sqlite_where=running, postgresql_where=running)
    op.create_index(
        "uq_jobs_upscaled", "jobs", ["parent", "index"], unique=True, sqlite_where=upscaled, postgresql_where=upscaled
    )


def _pictures() -> None:
    op.create_table(
        "originals",
        sa.Column("job_id", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("blob", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("job_id", "link", name="pk_originals"),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name="fk_originals_job_id_jobs"),
    )
    op.create_table(
        "pictures",
        sa.Column("job_id", sa.Text(), nullable=False),
        sa.Column("index", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("blob", sa.String(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("job_id", "index", name="pk_pictures"),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name="fk_pictures_job_id_jobs"),
    )


def _posts() -> None:
    progress = sa.text("kind = 'progress'")
    op.create_table(
        "deliveries",
        sa.Column("job_id", sa.Text(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("first_tried_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("job_id", name="pk_deliveries"),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name="fk_deliveries_job_id_jobs"),
    )
    op.create_index("ix_deliveries_due_at", "deliveries", ["due_at"])
    op.create_table(
        "messages",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("job_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_messages"),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name="fk_messages_job_id_jobs"),
    )
    op.create_index("ix_messages_job_id", "messages", ["job_id"])
    op.create_index("ix_messages_progress", "messages", ["id"], sqlite_where=progress, postgresql_where=progress)
