"""The half year in detail: what a day was like, agreed days, repair, private calls, meetings, what happened."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the new tables and columns. Days typed before have no day of typing; a hold begun before has no day."""
    op.create_table(
        "workshop_digest",
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", name=op.f("pk_workshop_digest")),
        sqlite_strict=True,
    )
    op.create_table(
        "arm",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("label", sa.String(length=80), nullable=False),
        sa.Column("crossover_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name=op.f("fk_arm_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arm")),
        sa.UniqueConstraint("uid", name=op.f("uq_arm_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_arm_workshop_id"), "arm", ["workshop_id"], unique=False)
    op.create_table(
        "reminder",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("put_off_until", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(length=400), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("unreachable", sa.Boolean(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name=op.f("fk_reminder_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        sa.UniqueConstraint("uid", name=op.f("uq_reminder_uid")),
        sa.UniqueConstraint("workshop_id", "key", name=op.f("uq_reminder_workshop_id_key")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "group_meeting",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at_time", sa.String(length=20), nullable=False),
        sa.Column("lead", sa.String(length=40), nullable=False),
        sa.Column("host_id", sa.Integer(), nullable=True),
        sa.Column("timekeeper_id", sa.Integer(), nullable=True),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("typed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["host_id"], ["participant.id"], name=op.f("fk_group_meeting_host_id_participant")),
        sa.ForeignKeyConstraint(
            ["timekeeper_id"], ["participant.id"], name=op.f("fk_group_meeting_timekeeper_id_participant")
        ),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name=op.f("fk_group_meeting_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_meeting")),
        sa.UniqueConstraint("uid", name=op.f("uq_group_meeting_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_group_meeting_workshop_id"), "group_meeting", ["workshop_id"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("came", sa.String(length=40), nullable=True),
        sa.Column("gave", sa.Integer(), nullable=True),
        sa.Column("got", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["group_meeting.id"], name=op.f("fk_attendance_meeting_id_group_meeting")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_attendance_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("uid", name=op.f("uq_attendance_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_attendance_meeting_id"), "attendance", ["meeting_id"], unique=False)
    op.create_table(
        "frequency_change",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("frequency", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_frequency_change_partnership_id_partnership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_frequency_change")),
        sa.UniqueConstraint("partnership_id", "from_day", name=op.f("uq_frequency_change_partnership_id_from_day")),
        sa.UniqueConstraint("uid", name=op.f("uq_frequency_change_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "happening",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("typed_on", sa.Date(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(length=400), nullable=False),
        sa.Column("tie", sa.String(length=40), nullable=True),
        sa.Column("may_pass_on", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_happening_participant_id_participant")
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_happening_partnership_id_partnership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_happening")),
        sa.UniqueConstraint("uid", name=op.f("uq_happening_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_happening_participant_id"), "happening", ["participant_id"], unique=False)
    op.create_table(
        "pause",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("why", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_pause_partnership_id_partnership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pause")),
        sa.UniqueConstraint("uid", name=op.f("uq_pause_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_pause_partnership_id"), "pause", ["partnership_id"], unique=False)
    op.create_table(
        "private_call",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("wish", sa.String(length=40), nullable=True),
        sa.Column("note", sa.String(length=400), nullable=False),
        sa.Column("typed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_private_call_participant_id_participant")
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_private_call_partnership_id_partnership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_call")),
        sa.UniqueConstraint("uid", name=op.f("uq_private_call_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_private_call_participant_id"), "private_call", ["participant_id"], unique=False)
    op.create_index(op.f("ix_private_call_partnership_id"), "private_call", ["partnership_id"], unique=False)
    op.create_table(
        "recalled_week",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("talked", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("typed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_recalled_week_participant_id_participant")
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_recalled_week_partnership_id_partnership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recalled_week")),
        sa.UniqueConstraint(
            "partnership_id",
            "participant_id",
            "monday",
            name=op.f("uq_recalled_week_partnership_id_participant_id_monday"),
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_recalled_week_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_recalled_week_participant_id"), "recalled_week", ["participant_id"], unique=False)
    op.create_table(
        "repair_talk",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("at_time", sa.String(length=40), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("change", sa.String(length=400), nullable=False),
        sa.Column("check_on", sa.Date(), nullable=True),
        sa.Column("helped", sa.Boolean(), nullable=True),
        sa.Column("typed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_repair_talk_partnership_id_partnership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_repair_talk")),
        sa.UniqueConstraint("uid", name=op.f("uq_repair_talk_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_repair_talk_partnership_id"), "repair_talk", ["partnership_id"], unique=False)
    op.create_table(
        "settled_day",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("mark", sa.String(length=40), nullable=False),
        sa.Column("note", sa.String(length=400), nullable=False),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_settled_day_partnership_id_partnership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settled_day")),
        sa.UniqueConstraint("partnership_id", "day", name=op.f("uq_settled_day_partnership_id_day")),
        sa.UniqueConstraint("uid", name=op.f("uq_settled_day_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    for name, kind in (("typed_on", sa.Date()), ("minutes", sa.Integer()), ("confidence", sa.Integer())):
        op.add_column("contact_day", sa.Column(name, kind, nullable=True))
    for name in ("step", "reason"):
        op.add_column("contact_day", sa.Column(name, sa.String(length=40), nullable=True))
    op.add_column("contact_day", sa.Column("with_whom", sa.String(length=4), nullable=False, server_default=""))
    op.add_column("alliance_check", sa.Column("typed_on", sa.Date(), nullable=True))
    op.add_column("workshop", sa.Column("study", sa.Boolean(), nullable=False, server_default="0"))
    op.add_column("workshop", sa.Column("typed_on", sa.Date(), nullable=True))
    op.add_column("participant", sa.Column("died_on", sa.Date(), nullable=True))
    op.add_column("participant", sa.Column("stopped_on", sa.Date(), nullable=True))
    op.add_column("participant", sa.Column("no_follow_up", sa.Boolean(), nullable=False, server_default="0"))
    op.add_column("member", sa.Column("joined_on", sa.Date(), nullable=True))
    with op.batch_alter_table(
        "partnership", table_kwargs={"sqlite_strict": True, "sqlite_autoincrement": True}
    ) as partnership:
        partnership.add_column(sa.Column("held_on", sa.Date(), nullable=True))
        partnership.add_column(sa.Column("together", sa.Boolean(), nullable=False, server_default="0"))
        partnership.add_column(sa.Column("arm_id", sa.Integer(), nullable=True))
        partnership.create_foreign_key(op.f("fk_partnership_arm_id_arm"), "arm", ["arm_id"], ["id"])
