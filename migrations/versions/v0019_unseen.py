"""Presses that were acknowledged without anything to be seen of it, beside those that all see being thought about."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """All that are noted so far are seen."""
    op.add_column("thinking", sa.Column("is_shown", sa.Boolean(), server_default=sa.true(), nullable=False))
