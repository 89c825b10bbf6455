"""The audit holds where something was done and to what, what it was before and after, and what was undone."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """What was noted so far, all of it about jobs, goes along."""
    op.drop_index("ix_audit_job_id", "audit")
    op.rename_table("audit", "audit_of_jobs")
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("guild_id", sa.BigInteger()),
        sa.Column("channel_id", sa.BigInteger()),
        sa.Column("job_id", sa.Text()),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        sa.Column("undoes", sa.Integer()),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        sa.UniqueConstraint("undoes", name="uq_audit_undoes"),
    )
    op.execute(
        "INSERT INTO audit (id, at, member_id, action, subject, job_id, guild_id, channel_id) "
        "SELECT a.id, a.at, a.member_id, a.action, '', a.job_id, c.guild_id, c.id FROM audit_of_jobs a "
        "LEFT JOIN jobs j ON j.id = a.job_id LEFT JOIN channels c ON c.id = j.channel_id"
    )
    op.drop_table("audit_of_jobs")
    op.create_index("ix_audit_job_id", "audit", ["job_id"])
    op.create_index("ix_audit_guild", "audit", ["guild_id", "id"])
