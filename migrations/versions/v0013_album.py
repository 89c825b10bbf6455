"""Favourites, and pictures that their author took away."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Nothing is a favourite yet."""
    op.create_table(
        "favourites",
        sa.Column("job_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("interaction_id", sa.BigInteger(), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name="fk_favourites_job_id_jobs"),
        sa.PrimaryKeyConstraint("job_id", "member_id", name="pk_favourites"),
    )
    op.create_index("ix_favourites_member", "favourites", ["member_id", "job_id"])
    op.create_table(
        "binned",
        sa.Column("job_id", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name="fk_binned_job_id_jobs"),
        sa.PrimaryKeyConstraint("job_id", name="pk_binned"),
    )
