"""Promised calls, and consents that were answered with no.

A day on which somebody was to be phoned becomes a promise: no rule ever read it before.
"""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0012"
_TO_PHONE = sa.text(
    "SELECT participant.id, participant.phone_on, workshop.held_on FROM participant "
    "JOIN workshop ON workshop.id = participant.workshop_id "
    "WHERE participant.phone_on IS NOT NULL AND participant.died_on IS NULL AND NOT workshop.finished"
)
_PROMISED = sa.text(
    "INSERT INTO promise (uid, row_version, participant_id, reason, promised_on, due_on, by_week, safety, state, "
    "attempts) VALUES (:uid, 1, :person, 'said before', :promised_on, :due_on, :no, :no, 'open', 0)"
)


def upgrade() -> None:
    """Make the table and the columns, and take over every day that was promised.

    What was worked out of a workshop is made anew. Nobody has said no yet: whoever gave no consent is still asked.
    """
    op.create_table(
        "promise",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("promised_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("by_week", sa.Boolean(), nullable=False),
        sa.Column("safety", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("tried_on", sa.Date(), nullable=True),
        sa.Column("instead", sa.String(length=40), nullable=True),
        sa.Column("instead_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_promise_participant_id_participant")
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_promise_partnership_id_partnership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise")),
        sa.UniqueConstraint("uid", name=op.f("uq_promise_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_promise_participant_id"), "promise", ["participant_id"])
    op.add_column("consent", sa.Column("refused", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.add_column("participant", sa.Column("emergency_never", sa.String(length=200), nullable=False, server_default=""))
    connection = op.get_bind()
    for person, due_on, held_on in connection.execute(_TO_PHONE).all():
        promised = {"promised_on": min(due_on, held_on), "due_on": due_on, "no": False}
        connection.execute(_PROMISED, {"uid": secrets.token_hex(16), "person": person, **promised})
    connection.execute(sa.text("DELETE FROM workshop_digest"))
