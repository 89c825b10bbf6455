"""Prompts that are changed on the way from one job to the next."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """No job that there is was remixed."""
    op.add_column("jobs", sa.Column("is_remix", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "drafts",
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("window", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("member_id", "window", name="pk_drafts"),
    )
    op.create_index("ix_drafts_at", "drafts", ["at"])
