"""Pictures that are zoomed out, panned, made square and enlarged."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """No job that there is did that."""
    op.add_column("jobs", sa.Column("edit", sa.String()))
    op.add_column("jobs", sa.Column("zoom", sa.Float()))
