"""Interactions that are being answered, so that the next run knows what was left unanswered."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """None is under way while the bot does not run."""
    op.create_table(
        "thinking",
        sa.Column("interaction_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("locale", sa.String(length=16), nullable=False),
        sa.Column("life", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("interaction_id", name="pk_thinking"),
    )
    op.create_index("ix_thinking_member_id", "thinking", ["member_id"])
