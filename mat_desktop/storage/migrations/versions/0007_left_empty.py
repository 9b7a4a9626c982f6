"""Parts of a follow-up sheet that were left empty. Whoever counted as answered before counts as answered still."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
_ANSWERED = sa.text("SELECT id FROM follow_up WHERE state IN ('done', 'late')")
_LEFT = sa.text("INSERT INTO left_empty (uid, row_version, follow_up_id, part) VALUES (:uid, 1, :follow_up_id, 'rest')")


def upgrade() -> None:
    """Make the table. What stood unanswered on a sheet that was done is taken as left empty."""
    op.create_table(
        "left_empty",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("follow_up_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["follow_up_id"], ["follow_up.id"], name=op.f("fk_left_empty_follow_up_id_follow_up")),
        sa.UniqueConstraint("follow_up_id", "part", name=op.f("uq_left_empty_follow_up_id_part")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_left_empty")),
        sa.UniqueConstraint("uid", name=op.f("uq_left_empty_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_left_empty_follow_up_id"), "left_empty", ["follow_up_id"])
    connection = op.get_bind()
    for follow_up_id in connection.execute(_ANSWERED).scalars().all():
        connection.execute(_LEFT, {"uid": secrets.token_hex(16), "follow_up_id": follow_up_id})
