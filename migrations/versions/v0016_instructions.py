"""Edits in words: what was typed, what was done about it, and how far the picture is drawn over."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Jobs from before were asked for otherwise."""
    op.add_column("jobs", sa.Column("instruction", sa.Text(), nullable=True))
    op.add_column("jobs", sa.Column("done", sa.Text(), nullable=True))
    op.add_column("jobs", sa.Column("denoising", sa.Float(), nullable=True))
