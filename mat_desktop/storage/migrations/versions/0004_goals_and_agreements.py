"""Goals in versions with the ideas of the group, agreements with each member's part and what was printed."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the new tables and columns. What paper says of an older goal is not chosen yet, so nothing prints of it."""
    op.create_table(
        "printed_agreement",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("printed_at", sa.String(length=40), nullable=False),
        sa.Column("terms_digest", sa.String(length=64), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printed_agreement")),
        sa.UniqueConstraint("uid", name=op.f("uq_printed_agreement_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_printed_agreement_partnership_id"), "printed_agreement", ["partnership_id"], unique=False)
    op.create_table(
        "usual_terms",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("who_dials", sa.String(length=4000), nullable=False),
        sa.Column("how_we_listen", sa.String(length=4000), nullable=False),
        sa.Column("confront_where", sa.String(length=4000), nullable=False),
        sa.Column("missed_call", sa.String(length=4000), nullable=False),
        sa.Column("holidays", sa.String(length=4000), nullable=False),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name=op.f("fk_usual_terms_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_usual_terms")),
        sa.UniqueConstraint("uid", name=op.f("uq_usual_terms_uid")),
        sa.UniqueConstraint("workshop_id", name=op.f("uq_usual_terms_workshop_id")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "goal_suggestion",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(length=4000), nullable=False),
        sa.Column("own_words", sa.String(length=4000), nullable=False),
        sa.Column("kept", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["participant.id"], name=op.f("fk_goal_suggestion_by_id_participant")),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_goal_suggestion_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_suggestion")),
        sa.UniqueConstraint("uid", name=op.f("uq_goal_suggestion_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_goal_suggestion_participant_id"), "goal_suggestion", ["participant_id"], unique=False)
    op.create_table(
        "goal_turn",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.String(length=40), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("paused_at", sa.String(length=40), nullable=True),
        sa.Column("paused_seconds", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_goal_turn_participant_id_participant")
        ),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name=op.f("fk_goal_turn_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_turn")),
        sa.UniqueConstraint("uid", name=op.f("uq_goal_turn_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_goal_turn_participant_id"), "goal_turn", ["participant_id"], unique=False)
    op.create_index(op.f("ix_goal_turn_workshop_id"), "goal_turn", ["workshop_id"], unique=False)
    op.create_table(
        "agreement_voice",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("wants", sa.String(length=40), nullable=True),
        sa.Column("asks", sa.String(length=4000), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_agreement_voice_agreement_id_agreement")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_agreement_voice_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_voice")),
        sa.UniqueConstraint("uid", name=op.f("uq_agreement_voice_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_agreement_voice_agreement_id"), "agreement_voice", ["agreement_id"], unique=False)
    op.add_column("agreement", sa.Column("witness", sa.String(length=200), nullable=False, server_default=""))
    op.add_column("agreement", sa.Column("typed_on", sa.Date(), nullable=True))
    op.add_column("if_then_plan", sa.Column("backup", sa.String(length=4000), nullable=False, server_default=""))
    op.add_column("issued_sheet", sa.Column("occasion", sa.String(length=40), nullable=False, server_default=""))
    with op.batch_alter_table("goal", table_kwargs={"sqlite_strict": True, "sqlite_autoincrement": True}) as goal:
        goal.alter_column("participant_id", existing_type=sa.Integer(), nullable=True)
        goal.add_column(sa.Column("partnership_id", sa.Integer(), nullable=True))
        goal.add_column(sa.Column("typed_on", sa.Date(), nullable=True))
        goal.add_column(sa.Column("kind", sa.String(length=40), nullable=False, server_default="number"))
        goal.add_column(sa.Column("unit", sa.String(length=80), nullable=False, server_default=""))
        goal.add_column(sa.Column("baseline", sa.Float(), nullable=True))
        goal.add_column(sa.Column("hoped", sa.Float(), nullable=True))
        goal.add_column(sa.Column("importance", sa.Integer(), nullable=True))
        goal.add_column(sa.Column("difficulty", sa.Integer(), nullable=True))
        goal.add_column(sa.Column("obstacle", sa.String(length=4000), nullable=False, server_default=""))
        goal.add_column(sa.Column("first_step", sa.String(length=4000), nullable=False, server_default=""))
        goal.add_column(sa.Column("on_paper", sa.String(length=40), nullable=False, server_default="not chosen yet"))
        goal.add_column(sa.Column("short_words", sa.String(length=200), nullable=False, server_default=""))
        goal.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        goal.add_column(sa.Column("revises_id", sa.Integer(), nullable=True))
        goal.create_foreign_key(op.f("fk_goal_revises_id_goal"), "goal", ["revises_id"], ["id"])
        goal.create_foreign_key(op.f("fk_goal_partnership_id_partnership"), "partnership", ["partnership_id"], ["id"])
        goal.create_index(op.f("ix_goal_partnership_id"), ["partnership_id"], unique=False)
