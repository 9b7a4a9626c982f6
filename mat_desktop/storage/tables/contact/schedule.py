"""Rows of step 7: agreed days, arms of a study, meetings of the group, and what was said about due things."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, UniqueConstraint

from mat_desktop.storage.tables.columns import MENTIONS, Worded, mappers, own_table, owned, words
from mat_desktop.workshop.contact.meetings import Attendance, Came, GroupMeeting, Lead
from mat_desktop.workshop.contact.schedule import Arm, ArmKind, FrequencyChange, Pause, Rest
from mat_desktop.workshop.setup import Frequency
from mat_desktop.workshop.today import Reminder

arms = own_table(
    "arm",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("kind", Worded(ArmKind), nullable=False),
    words("label", 80),
    Column("crossover_on", Date),
)
pauses = own_table(
    "pause",
    Column("partnership_id", ForeignKey("partnership.id"), nullable=False, index=True),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date),
    Column("why", Worded(Rest), nullable=False),
)
frequency_changes = own_table(
    "frequency_change",
    Column("partnership_id", ForeignKey("partnership.id"), nullable=False),
    Column("from_day", Date, nullable=False),
    Column("frequency", Worded(Frequency), nullable=False),
    UniqueConstraint("partnership_id", "from_day"),
)
group_meetings = own_table(
    "group_meeting",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, index=True),
    Column("day", Date, nullable=False),
    words("at_time", 20),
    Column("lead", Worded(Lead), nullable=False),
    Column("host_id", ForeignKey("participant.id"), info={MENTIONS: True}),
    Column("timekeeper_id", ForeignKey("participant.id"), info={MENTIONS: True}),
    Column("held", Boolean, nullable=False),
    Column("typed_on", Date),
)
attendances = own_table(
    "attendance",
    Column("meeting_id", ForeignKey("group_meeting.id"), nullable=False, index=True),
    Column("participant_id", ForeignKey("participant.id"), nullable=False),
    Column("came", Worded(Came)),
    Column("gave", Integer),
    Column("got", Integer),
)
reminders = own_table(
    "reminder",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False),
    words("key", 80),
    Column("put_off_until", Date),
    words("reason", 400),
    Column("attempts", Integer, nullable=False),
    Column("unreachable", Boolean, nullable=False),
    Column("done_on", Date),
    UniqueConstraint("workshop_id", "key"),
)


def map_room() -> None:
    """Tie the plain classes to their tables."""
    plain = (
        (Arm, arms),
        (Pause, pauses),
        (FrequencyChange, frequency_changes),
        (Attendance, attendances),
        (Reminder, reminders),
    )
    for kind, table in plain:
        mappers.map_imperatively(kind, table, version_id_col=table.c.row_version)
    mappers.map_imperatively(
        GroupMeeting,
        group_meetings,
        version_id_col=group_meetings.c.row_version,
        properties={"attendances": owned(Attendance, attendances.c.id)},
    )
