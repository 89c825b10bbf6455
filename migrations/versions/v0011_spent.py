"""The GPU's seconds of jobs that were deleted, so that being forgotten gives nobody a new allowance."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """What was deleted before is not known any more."""
    op.create_table(
        "spent",
        sa.Column("job_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("guild_id", sa.BigInteger()),
        sa.Column("gpu_seconds", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("job_id", name="pk_spent"),
    )
    op.create_index("ix_spent_member", "spent", ["member_id", "job_id"])
