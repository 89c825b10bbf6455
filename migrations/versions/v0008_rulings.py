"""The table of what moderators have set and decided."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """A row for each word, warning, mute, ban and hidden picture of a server."""
    op.create_table(
        "rulings",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("member_id", sa.BigInteger()),
        sa.PrimaryKeyConstraint("guild_id", "kind", "subject", name="pk_rulings"),
    )
    op.create_index("ix_rulings_subject", "rulings", ["kind", "subject"])
    op.create_index("ix_rulings_member_id", "rulings", ["member_id"])
