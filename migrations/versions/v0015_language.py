"""The language in which a member wants to be answered."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Everybody is answered in the language that they have set in Discord, as before."""
    op.add_column("preferences", sa.Column("language", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """Discord's language for all."""
    op.drop_column("preferences", "language")
