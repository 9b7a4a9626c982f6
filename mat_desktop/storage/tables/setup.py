"""Rows of step 1: the workshop, its follow-up points and its run sheet."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, String

from mat_desktop.storage.tables.answers import measures
from mat_desktop.storage.tables.columns import Instant, Worded, mappers, own_table, owned, words
from mat_desktop.storage.tables.safety import crisis_contacts
from mat_desktop.workshop.answers.responses import Measure
from mat_desktop.workshop.safety import CrisisContact
from mat_desktop.workshop.setup import FollowUpPoint, Frequency, RunSheetBlock, Workshop

workshops = own_table(
    "workshop",
    words("title"),
    words("place"),
    Column("held_on", Date, nullable=False),
    Column("time_zone", String(60), nullable=False),
    words("facilitator"),
    words("facilitator_phone"),
    words("safety_words"),
    Column("first_call_on", Date),
    Column("frequency", Worded(Frequency), nullable=False),
    Column("contact_months", Integer, nullable=False),
    Column("trial_days", Integer, nullable=False),
    Column("finished", Boolean, nullable=False),
    words("second_person", 200),
    words("answers_reader", 200),
    Column("second_entry", Boolean, nullable=False),
    words("card_words"),
    Column("contacts_checked_on", Date),
    Column("ballots_destroyed", Boolean, nullable=False),
    Column("paper_counted", Boolean, nullable=False),
    Column("closed_at", Instant()),
    words("safety_contact", 200),
    Column("avoid_earlier", Boolean, nullable=False),
    Column("study", Boolean, nullable=False),
    words("headline", 40),
    Column("headline_on", Date),
    Column("group_agreed_on", Date),
    Column("unblinded_on", Date),
    Column("typed_on", Date),
    Column("phone_until", Date),
    words("authority", 200),
    words("authority_web", 200),
    Column("answer_within", String(40), nullable=False),
    Column("authority_checked_on", Date),
    Column("kept_until", Date),
    Column("begins_at", String(20), nullable=False),
    words("home_heading", 80),
)
follow_up_points = own_table(
    "follow_up_point",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, index=True),
    Column("months", Integer, nullable=False),
    Column("meeting_date", Date),
    words("meeting_time", 20),
)
run_sheet_blocks = own_table(
    "run_sheet_block",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    words("title"),
    Column("minutes", Integer, nullable=False),
    words("step", 20),
    Column("droppable", Boolean, nullable=False),
    Column("dropped", Boolean, nullable=False),
    Column("started_at", Instant()),
)


def map_room() -> None:
    """Tie the plain classes to their tables."""
    mappers.map_imperatively(FollowUpPoint, follow_up_points, version_id_col=follow_up_points.c.row_version)
    mappers.map_imperatively(RunSheetBlock, run_sheet_blocks, version_id_col=run_sheet_blocks.c.row_version)
    mappers.map_imperatively(
        Workshop,
        workshops,
        version_id_col=workshops.c.row_version,
        properties={
            "points": owned(FollowUpPoint, follow_up_points.c.months),
            "blocks": owned(RunSheetBlock, run_sheet_blocks.c.position, loaded=False),
            "measures": owned(Measure, measures.c.id, loaded=False),
            "contacts": owned(CrisisContact, crisis_contacts.c.position, loaded=False),
        },
    )
