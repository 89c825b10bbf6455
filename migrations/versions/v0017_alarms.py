"""Alarms, which are told though the bot ended before."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """None is pending: what was not told when the bot ended stands in the log of moderators alone."""
    op.create_table(
        "alarms",
        sa.Column("interaction_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("prompt", sa.Text(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("interaction_id", name="pk_alarms"),
    )
    op.create_index("ix_alarms_member_id", "alarms", ["member_id"])
    op.create_index("ix_alarms_due_at", "alarms", ["due_at"])
