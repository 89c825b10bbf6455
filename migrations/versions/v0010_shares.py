"""What a job takes, who has used how much, and how fast the models are."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Jobs that wait already count as usual ones."""
    op.add_column("jobs", sa.Column("model", sa.String()))
    op.add_column("jobs", sa.Column("work", sa.Float(), nullable=False, server_default="0"))
    op.add_column("jobs", sa.Column("boost", sa.Float(), nullable=False, server_default="1"))
    op.add_column("jobs", sa.Column("charged", sa.Float()))
    op.add_column("jobs", sa.Column("moved_at", sa.BigInteger()))
    moved = sa.text("state = 'waiting' AND moved_at IS NOT NULL")
    op.create_index("ix_jobs_moved", "jobs", ["moved_at"], sqlite_where=moved, postgresql_where=moved)
    op.create_table(
        "virtual_time",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("model", sa.String()),
        sa.PrimaryKeyConstraint("id", name="pk_virtual_time"),
        sa.CheckConstraint("id = 1", name="ck_virtual_time_single"),
    )
    op.create_table(
        "shares",
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("speed", sa.String(), nullable=False),
        sa.Column("tag", sa.Float(), nullable=False),
        sa.Column("is_waiting", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("member_id", "speed", name="pk_shares"),
    )
    op.create_table(
        "rates",
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("model", name="pk_rates"),
    )
