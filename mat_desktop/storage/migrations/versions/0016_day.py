"""When the day begins, and the clock that tables of three share in the round of goals."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Add the column and the tables. Nobody has said when an earlier day began."""
    op.add_column("workshop", sa.Column("begins_at", sa.String(20), nullable=False, server_default=""))
    op.create_table(
        "room_clock",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.String(length=40), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("first_seconds", sa.Integer(), nullable=False),
        sa.Column("second_seconds", sa.Integer(), nullable=False),
        sa.Column("third_seconds", sa.Integer(), nullable=False),
        sa.Column("paused_at", sa.String(length=40), nullable=True),
        sa.Column("paused_seconds", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name=op.f("fk_room_clock_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room_clock")),
        sa.UniqueConstraint("uid", name=op.f("uq_room_clock_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_room_clock_workshop_id"), "room_clock", ["workshop_id"])
    op.create_table(
        "room_seat",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("room_clock_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("letter", sa.String(length=20), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["room_clock_id"], ["room_clock.id"], name=op.f("fk_room_seat_room_clock_id_room_clock")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_room_seat_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room_seat")),
        sa.UniqueConstraint("uid", name=op.f("uq_room_seat_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_room_seat_room_clock_id"), "room_seat", ["room_clock_id"])
    op.create_index(op.f("ix_room_seat_participant_id"), "room_seat", ["participant_id"])
