"""What members turn on for buttons and results."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Nothing is on for those who had set something before."""
    op.add_column("preferences", sa.Column("habits", sa.String(), nullable=False, server_default=""))
