"""Requests about the own record, statements of correction, what was lost, the authority, and until when all is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the tables and columns. Nothing was asked before, and what is empty means what is usual in the country."""
    _make(
        "record_request",
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        _points("record_request", "workshop"),
        _points("record_request", "participant"),
    )
    op.create_index(op.f("ix_record_request_workshop_id"), "record_request", ["workshop_id"])
    _make(
        "correction",
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("about", sa.String(length=120), nullable=False),
        sa.Column("statement", sa.String(length=4000), nullable=False),
        sa.Column("written_on", sa.Date(), nullable=False),
        _points("correction", "participant"),
    )
    op.create_index(op.f("ix_correction_participant_id"), "correction", ["participant_id"])
    _make(
        "loss",
        sa.Column("workshop_id", sa.Integer(), nullable=True),
        sa.Column("participant_id", sa.Integer(), nullable=True),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("words", sa.String(length=4000), nullable=False),
        _points("loss", "workshop"),
        _points("loss", "participant"),
    )
    op.create_index(op.f("ix_loss_workshop_id"), "loss", ["workshop_id"])
    for name, length in (("authority", 200), ("authority_web", 200), ("answer_within", 40)):
        op.add_column("workshop", sa.Column(name, sa.String(length=length), nullable=False, server_default=""))
    for name in ("authority_checked_on", "kept_until"):
        op.add_column("workshop", sa.Column(name, sa.Date(), nullable=True))
    op.execute("DELETE FROM workshop_digest")


def _make(table: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        *parts,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("uid", name=op.f(f"uq_{table}_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _points(table: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([f"{to}_id"], [f"{to}.id"], name=op.f(f"fk_{table}_{to}_id_{to}"))
