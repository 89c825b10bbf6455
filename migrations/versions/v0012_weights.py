"""How many jobs of a member may run beside a waiting one, and by which roles and channels that is decided."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Jobs from before go by what the host has."""
    op.add_column("jobs", sa.Column("most_running", sa.Integer()))
    op.add_column("jobs", sa.Column("scene", sa.String()))
