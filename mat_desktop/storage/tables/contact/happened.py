"""Rows of step 7: days and weeks of contact, what was settled, alliance checks, repair talks and private calls."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, UniqueConstraint

from mat_desktop.storage.tables.columns import Worded, mappers, own_table, owned, words
from mat_desktop.workshop.contact.alliance import AllianceCheck, AllianceRating
from mat_desktop.workshop.contact.calls import CallKind, PrivateCall, Wish
from mat_desktop.workshop.contact.days import ContactDay, Mark, Reason, RecalledWeek, SettledDay, Source, StepDone
from mat_desktop.workshop.contact.happenings import Happened, Happening, NewTie
from mat_desktop.workshop.contact.protocol import RepairTalk, TalkOutcome

contact_days = own_table(
    "contact_day",
    Column("partnership_id", ForeignKey("partnership.id"), nullable=False),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("day", Date, nullable=False),
    Column("mark", Worded(Mark), nullable=False),
    Column("source", Worded(Source), nullable=False),
    Column("typed_on", Date),
    Column("minutes", Integer),
    Column("step", Worded(StepDone)),
    Column("confidence", Integer),
    Column("reason", Worded(Reason)),
    words("with_whom", 4),
    UniqueConstraint("partnership_id", "participant_id", "day"),
)
recalled_weeks = own_table(
    "recalled_week",
    Column("partnership_id", ForeignKey("partnership.id"), nullable=False),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("monday", Date, nullable=False),
    Column("talked", Integer, nullable=False),
    Column("source", Worded(Source), nullable=False),
    Column("typed_on", Date),
    UniqueConstraint("partnership_id", "participant_id", "monday"),
)
settled_days = own_table(
    "settled_day",
    Column("partnership_id", ForeignKey("partnership.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("mark", Worded(Mark), nullable=False),
    words("note", 400),
    UniqueConstraint("partnership_id", "day"),
)
alliance_checks = own_table(
    "alliance_check",
    Column("partnership_id", ForeignKey("partnership.id"), nullable=False, index=True),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("happened_on", Date, nullable=False),
    Column("typed_on", Date),
)
alliance_ratings = own_table(
    "alliance_rating",
    Column("check_id", ForeignKey("alliance_check.id"), nullable=False, index=True),
    words("item", 40),
    Column("value", Integer, nullable=False),
)
repair_talks = own_table(
    "repair_talk",
    Column("partnership_id", ForeignKey("partnership.id"), nullable=False, index=True),
    Column("planned_on", Date, nullable=False),
    words("at_time", 40),
    words("place", 200),
    Column("outcome", Worded(TalkOutcome)),
    Column("held_on", Date),
    words("change", 400),
    Column("check_on", Date),
    Column("helped", Boolean),
    Column("typed_on", Date),
)
private_calls = own_table(
    "private_call",
    Column("partnership_id", ForeignKey("partnership.id"), nullable=False, index=True),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("kind", Worded(CallKind), nullable=False),
    Column("happened_on", Date, nullable=False),
    Column("wish", Worded(Wish)),
    words("note", 400),
    Column("typed_on", Date),
)
happenings = own_table(
    "happening",
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("kind", Worded(Happened), nullable=False),
    Column("happened_on", Date, nullable=False),
    Column("typed_on", Date, nullable=False),
    Column("partnership_id", ForeignKey("partnership.id")),
    words("words", 400),
    Column("tie", Worded(NewTie)),
    Column("may_pass_on", Boolean, nullable=False),
)


def map_room() -> None:
    """Tie the plain classes to their tables."""
    plain = (
        (ContactDay, contact_days),
        (RecalledWeek, recalled_weeks),
        (SettledDay, settled_days),
        (AllianceRating, alliance_ratings),
        (RepairTalk, repair_talks),
        (PrivateCall, private_calls),
        (Happening, happenings),
    )
    for kind, table in plain:
        mappers.map_imperatively(kind, table, version_id_col=table.c.row_version)
    mappers.map_imperatively(
        AllianceCheck,
        alliance_checks,
        version_id_col=alliance_checks.c.row_version,
        properties={"ratings": owned(AllianceRating, alliance_ratings.c.id)},
    )
