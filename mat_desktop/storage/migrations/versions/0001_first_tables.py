"""The tables of the first library."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "bookmark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bookmark")),
        sqlite_strict=True,
    )
    op.create_table(
        "journal",
        sa.Column("sequence", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("undoable", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=True),
        sa.Column("visit", sa.String(length=200), nullable=False),
        sa.Column("takes", sa.JSON(), nullable=False),
        sa.Column("touched", sa.JSON(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_journal")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "journal_change",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=60), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("salt", sa.String(length=32), nullable=True),
        sa.Column("people", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_change")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_journal_change_sequence"), "journal_change", ["sequence"], unique=False)
    op.create_table(
        "library_fact",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("value", sa.String(length=4000), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_library_fact")),
        sqlite_strict=True,
    )
    op.create_table(
        "workshop",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=4000), nullable=False),
        sa.Column("place", sa.String(length=4000), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("time_zone", sa.String(length=60), nullable=False),
        sa.Column("facilitator", sa.String(length=4000), nullable=False),
        sa.Column("facilitator_phone", sa.String(length=4000), nullable=False),
        sa.Column("safety_words", sa.String(length=4000), nullable=False),
        sa.Column("first_call_on", sa.Date(), nullable=True),
        sa.Column("frequency", sa.String(length=40), nullable=False),
        sa.Column("contact_months", sa.Integer(), nullable=False),
        sa.Column("trial_days", sa.Integer(), nullable=False),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workshop")),
        sa.UniqueConstraint("uid", name=op.f("uq_workshop_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "follow_up_point",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("meeting_date", sa.Date(), nullable=True),
        sa.Column("meeting_time", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name=op.f("fk_follow_up_point_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up_point")),
        sa.UniqueConstraint("uid", name=op.f("uq_follow_up_point_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_follow_up_point_workshop_id"), "follow_up_point", ["workshop_id"], unique=False)
    op.create_table(
        "issued_sheet",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=True),
        sa.Column("partnership_id", sa.Integer(), nullable=True),
        sa.Column("printed_at", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name=op.f("fk_issued_sheet_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issued_sheet")),
        sa.UniqueConstraint("code", name=op.f("uq_issued_sheet_code")),
        sa.UniqueConstraint("uid", name=op.f("uq_issued_sheet_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_issued_sheet_workshop_id"), "issued_sheet", ["workshop_id"], unique=False)
    op.create_table(
        "participant",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("table_number", sa.Integer(), nullable=False),
        sa.Column("registration", sa.String(length=40), nullable=False),
        sa.Column("phone", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=4000), nullable=False),
        sa.Column("languages", sa.String(length=200), nullable=False),
        sa.Column("time_zone", sa.String(length=60), nullable=False),
        sa.Column("challenge_kind", sa.String(length=60), nullable=False),
        sa.Column("challenge", sa.String(length=4000), nullable=False),
        sa.Column("emergency_name", sa.String(length=200), nullable=False),
        sa.Column("emergency_phone", sa.String(length=200), nullable=False),
        sa.Column("access_note", sa.String(length=4000), nullable=False),
        sa.Column("access_hearing", sa.Boolean(), nullable=False),
        sa.Column("access_reading", sa.Boolean(), nullable=False),
        sa.Column("access_language", sa.Boolean(), nullable=False),
        sa.Column("access_no_phone", sa.Boolean(), nullable=False),
        sa.Column("reach_by_post", sa.Boolean(), nullable=False),
        sa.Column("envelope_may_name", sa.Boolean(), nullable=False),
        sa.Column("reach_by_phone", sa.Boolean(), nullable=False),
        sa.Column("may_leave_message", sa.Boolean(), nullable=False),
        sa.Column("reach_by_email", sa.Boolean(), nullable=False),
        sa.Column("only_in_person", sa.Boolean(), nullable=False),
        sa.Column("consent_take_part", sa.Date(), nullable=True),
        sa.Column("consent_store", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name=op.f("fk_participant_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sa.UniqueConstraint("uid", name=op.f("uq_participant_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_participant_workshop_id"), "participant", ["workshop_id"], unique=False)
    op.create_table(
        "partnership",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("fit", sa.Integer(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_reason", sa.String(length=4000), nullable=False),
        sa.Column("days_talked", sa.Integer(), nullable=False),
        sa.Column("days_known", sa.Integer(), nullable=False),
        sa.Column("last_known_day", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name=op.f("fk_partnership_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partnership")),
        sa.UniqueConstraint("uid", name=op.f("uq_partnership_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_partnership_workshop_id"), "partnership", ["workshop_id"], unique=False)
    op.create_table(
        "run_sheet_block",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=4000), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column("droppable", sa.Boolean(), nullable=False),
        sa.Column("dropped", sa.Boolean(), nullable=False),
        sa.Column("started_at", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name=op.f("fk_run_sheet_block_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run_sheet_block")),
        sa.UniqueConstraint("uid", name=op.f("uq_run_sheet_block_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_run_sheet_block_workshop_id"), "run_sheet_block", ["workshop_id"], unique=False)
    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("window_starts", sa.String(length=20), nullable=False),
        sa.Column("window_backup", sa.String(length=20), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("who_dials", sa.String(length=4000), nullable=False),
        sa.Column("how_we_listen", sa.String(length=4000), nullable=False),
        sa.Column("off_limits", sa.String(length=4000), nullable=False),
        sa.Column("confront_where", sa.String(length=4000), nullable=False),
        sa.Column("missed_call", sa.String(length=4000), nullable=False),
        sa.Column("holidays", sa.String(length=4000), nullable=False),
        sa.Column("shared_project", sa.String(length=4000), nullable=False),
        sa.Column("copied_from_paper", sa.Boolean(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("snapshot", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_agreement_partnership_id_partnership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.UniqueConstraint("uid", name=op.f("uq_agreement_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_agreement_partnership_id"), "agreement", ["partnership_id"], unique=False)
    op.create_table(
        "alliance_check",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_alliance_check_participant_id_participant")
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_alliance_check_partnership_id_partnership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alliance_check")),
        sa.UniqueConstraint("uid", name=op.f("uq_alliance_check_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_alliance_check_participant_id"), "alliance_check", ["participant_id"], unique=False)
    op.create_index(op.f("ix_alliance_check_partnership_id"), "alliance_check", ["partnership_id"], unique=False)
    op.create_table(
        "availability_window",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("day_kind", sa.String(length=40), nullable=False),
        sa.Column("part", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_availability_window_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_availability_window")),
        sa.UniqueConstraint("uid", name=op.f("uq_availability_window_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_availability_window_participant_id"), "availability_window", ["participant_id"], unique=False
    )
    op.create_table(
        "ballot",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("about_id", sa.Integer(), nullable=False),
        sa.Column("choice", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["about_id"], ["participant.id"], name=op.f("fk_ballot_about_id_participant")),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_ballot_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot")),
        sa.UniqueConstraint("participant_id", "about_id", name=op.f("uq_ballot_participant_id_about_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_ballot_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "contact_day",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("mark", sa.String(length=40), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_contact_day_participant_id_participant")
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_contact_day_partnership_id_partnership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_day")),
        sa.UniqueConstraint(
            "partnership_id", "participant_id", "day", name=op.f("uq_contact_day_partnership_id_participant_id_day")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_contact_day_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_contact_day_participant_id"), "contact_day", ["participant_id"], unique=False)
    op.create_table(
        "follow_up",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_follow_up_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
        sa.UniqueConstraint("participant_id", "months", name=op.f("uq_follow_up_participant_id_months")),
        sa.UniqueConstraint("uid", name=op.f("uq_follow_up_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "goal",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=4000), nullable=False),
        sa.Column("now", sa.Integer(), nullable=False),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("look_again_on", sa.Date(), nullable=True),
        sa.Column("witness_heard", sa.Boolean(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_goal_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
        sa.UniqueConstraint("uid", name=op.f("uq_goal_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_goal_participant_id"), "goal", ["participant_id"], unique=False)
    op.create_table(
        "imported_fact",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("fact", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=4000), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_imported_fact_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imported_fact")),
        sa.UniqueConstraint("uid", name=op.f("uq_imported_fact_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_imported_fact_participant_id"), "imported_fact", ["participant_id"], unique=False)
    op.create_table(
        "keep_apart",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=4000), nullable=False),
        sa.ForeignKeyConstraint(["first_id"], ["participant.id"], name=op.f("fk_keep_apart_first_id_participant")),
        sa.ForeignKeyConstraint(["second_id"], ["participant.id"], name=op.f("fk_keep_apart_second_id_participant")),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name=op.f("fk_keep_apart_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keep_apart")),
        sa.UniqueConstraint("uid", name=op.f("uq_keep_apart_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_keep_apart_workshop_id"), "keep_apart", ["workshop_id"], unique=False)
    op.create_table(
        "member",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_member_participant_id_participant")
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_member_partnership_id_partnership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
        sa.UniqueConstraint("uid", name=op.f("uq_member_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_member_participant_id"), "member", ["participant_id"], unique=False)
    op.create_index(op.f("ix_member_partnership_id"), "member", ["partnership_id"], unique=False)
    op.create_table(
        "screening",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("reason", sa.String(length=4000), nullable=False),
        sa.Column("note", sa.String(length=4000), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_screening_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_screening")),
        sa.UniqueConstraint("participant_id", name=op.f("uq_screening_participant_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_screening_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "alliance_rating",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("check_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["check_id"], ["alliance_check.id"], name=op.f("fk_alliance_rating_check_id_alliance_check")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alliance_rating")),
        sa.UniqueConstraint("uid", name=op.f("uq_alliance_rating_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_alliance_rating_check_id"), "alliance_rating", ["check_id"], unique=False)
    op.create_table(
        "follow_up_answer",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("follow_up_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column("words", sa.String(length=4000), nullable=False),
        sa.ForeignKeyConstraint(
            ["follow_up_id"], ["follow_up.id"], name=op.f("fk_follow_up_answer_follow_up_id_follow_up")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up_answer")),
        sa.UniqueConstraint("uid", name=op.f("uq_follow_up_answer_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_follow_up_answer_follow_up_id"), "follow_up_answer", ["follow_up_id"], unique=False)
    op.create_table(
        "follow_up_level",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("follow_up_id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["follow_up_id"], ["follow_up.id"], name=op.f("fk_follow_up_level_follow_up_id_follow_up")
        ),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_follow_up_level_goal_id_goal")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up_level")),
        sa.UniqueConstraint("uid", name=op.f("uq_follow_up_level_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_follow_up_level_follow_up_id"), "follow_up_level", ["follow_up_id"], unique=False)
    op.create_table(
        "goal_level",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=4000), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_goal_level_goal_id_goal")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_level")),
        sa.UniqueConstraint("uid", name=op.f("uq_goal_level_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_goal_level_goal_id"), "goal_level", ["goal_id"], unique=False)
    op.create_table(
        "if_then_plan",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("if_words", sa.String(length=4000), nullable=False),
        sa.Column("then_words", sa.String(length=4000), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_if_then_plan_goal_id_goal")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_if_then_plan")),
        sa.UniqueConstraint("uid", name=op.f("uq_if_then_plan_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_if_then_plan_goal_id"), "if_then_plan", ["goal_id"], unique=False)
    op.create_table(
        "screening_answer",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("screening_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["screening_id"], ["screening.id"], name=op.f("fk_screening_answer_screening_id_screening")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_screening_answer")),
        sa.UniqueConstraint("uid", name=op.f("uq_screening_answer_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_screening_answer_screening_id"), "screening_answer", ["screening_id"], unique=False)
