"""Couples, rounds, ratings of likeness and weights; asking in private; ways of talking and private wishes."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the new tables and columns. Nobody has been asked yet, so all of them begin empty."""
    op.create_table(
        "criterion_weight",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("criterion", sa.String(length=40), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_criterion_weight_workshop_id_workshop")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criterion_weight")),
        sa.UniqueConstraint("uid", name=op.f("uq_criterion_weight_uid")),
        sa.UniqueConstraint("workshop_id", "criterion", name=op.f("uq_criterion_weight_workshop_id_criterion")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_criterion_weight_workshop_id"), "criterion_weight", ["workshop_id"], unique=False)
    op.create_table(
        "couple",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column("first_opts_in", sa.Boolean(), nullable=False),
        sa.Column("second_opts_in", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["first_id"], ["participant.id"], name=op.f("fk_couple_first_id_participant")),
        sa.ForeignKeyConstraint(["second_id"], ["participant.id"], name=op.f("fk_couple_second_id_participant")),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name=op.f("fk_couple_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_couple")),
        sa.UniqueConstraint("uid", name=op.f("uq_couple_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_couple_workshop_id"), "couple", ["workshop_id"], unique=False)
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["first_id"], ["participant.id"], name=op.f("fk_meeting_first_id_participant")),
        sa.ForeignKeyConstraint(["second_id"], ["participant.id"], name=op.f("fk_meeting_second_id_participant")),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name=op.f("fk_meeting_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("uid", name=op.f("uq_meeting_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_meeting_workshop_id"), "meeting", ["workshop_id"], unique=False)
    op.create_table(
        "similarity",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("about_id", sa.Integer(), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["about_id"], ["participant.id"], name=op.f("fk_similarity_about_id_participant")),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_similarity_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_similarity")),
        sa.UniqueConstraint("participant_id", "about_id", name=op.f("uq_similarity_participant_id_about_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_similarity_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.add_column("member", sa.Column("reply", sa.String(length=40), nullable=True))
    op.add_column("participant", sa.Column("talk_phone", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.add_column("participant", sa.Column("talk_relay", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.add_column("participant", sa.Column("talk_in_person", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.add_column("participant", sa.Column("talks_best_by", sa.String(length=40), nullable=True))
    op.add_column("participant", sa.Column("fixes_weekly", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.add_column("participant", sa.Column("gender", sa.String(length=40), nullable=True))
    op.add_column("participant", sa.Column("partner_wish", sa.String(length=40), nullable=True))
    op.add_column("participant", sa.Column("unplaced", sa.String(length=40), nullable=True))
    op.add_column("participant", sa.Column("takes_part", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.add_column("partnership", sa.Column("locked", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.add_column("partnership", sa.Column("override", sa.String(length=400), nullable=False, server_default=""))
    op.add_column("workshop", sa.Column("safety_contact", sa.String(length=200), nullable=False, server_default=""))
    op.add_column("workshop", sa.Column("avoid_earlier", sa.Boolean(), nullable=False, server_default=sa.text("1")))
