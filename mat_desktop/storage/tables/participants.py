"""Rows of step 2: participants, their consents, when they are free, and what their registration form said."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, String

from mat_desktop.storage.tables.columns import MENTIONS, Instant, Worded, mappers, own_table, owned, words
from mat_desktop.workshop.goals.goal import PaperWords
from mat_desktop.workshop.participants.consent import Consent, ConsentKind
from mat_desktop.workshop.participants.erasure import ErasureRequest
from mat_desktop.workshop.participants.participant import (
    AvailabilityWindow,
    DayKind,
    Gender,
    ImportedFact,
    Participant,
    PartnerWish,
    PartOfDay,
    Presence,
    Registration,
    Talk,
    Unplaced,
)
from mat_desktop.workshop.participants.record import Correction, RecordRequest, RequestKind

_FLAGS = [
    "access_hearing",
    "access_reading",
    "access_language",
    "access_no_phone",
    "reach_by_post",
    "envelope_may_name",
    "reach_by_phone",
    "may_leave_message",
    "reach_by_email",
    "only_in_person",
    "partner_named",
    "feelings_wanted",
    "opens_own_post",
    "no_letters",
]

participants = own_table(
    "participant",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, index=True),
    words("name", 200),
    Column("table_number", Integer, nullable=False),
    Column("registration", Worded(Registration), nullable=False),
    words("phone", 200),
    words("email", 200),
    words("address"),
    words("languages", 200),
    Column("time_zone", String(60), nullable=False),
    words("challenge_kind", 60),
    words("challenge"),
    words("emergency_name", 200),
    words("emergency_phone", 200),
    words("emergency_never", 200),
    words("access_note"),
    *(Column(flag, Boolean, nullable=False) for flag in _FLAGS),
    Column("presence", Worded(Presence), nullable=False),
    Column("walk_in", Boolean, nullable=False),
    Column("came_at", Instant()),
    Column("left_at", Instant()),
    Column("numbers_exchanged", Boolean, nullable=False),
    Column("papers_in_hand", Boolean, nullable=False),
    Column("phone_on", Date),
    Column("talk_phone", Boolean, nullable=False),
    Column("talk_relay", Boolean, nullable=False),
    Column("talk_in_person", Boolean, nullable=False),
    Column("talks_best_by", Worded(Talk)),
    Column("fixes_weekly", Boolean, nullable=False),
    Column("gender", Worded(Gender)),
    Column("birth_year", Integer),
    Column("partner_wish", Worded(PartnerWish)),
    Column("unplaced", Worded(Unplaced)),
    Column("takes_part", Boolean, nullable=False),
    Column("died_on", Date),
    Column("stopped_on", Date),
    Column("no_follow_up", Boolean, nullable=False),
    words("called", 200),
    Column("goal_words", Worded(PaperWords)),
)
consents = own_table(
    "consent",
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("kind", Worded(ConsentKind), nullable=False),
    words("wording"),
    Column("version", Integer, nullable=False),
    Column("given_on", Date, nullable=False),
    Column("withdrawn_on", Date),
    Column("refused", Boolean, nullable=False),
)
availability_windows = own_table(
    "availability_window",
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("day_kind", Worded(DayKind), nullable=False),
    Column("part", Worded(PartOfDay), nullable=False),
)
imported_facts = own_table(
    "imported_fact",
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    words("fact", 40),
    words("value"),
)
erasure_requests = own_table(
    "erasure_request",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, index=True),
    Column("participant_id", ForeignKey("participant.id"), info={MENTIONS: True}),
    Column("asked_on", Date, nullable=False),
    Column("erase_on", Date, nullable=False),
    Column("done_on", Date),
    Column("whole", Boolean, nullable=False),
)
"""The days of a request outlive its person: that somebody asked, and when it was done, is all that stays of it."""
record_requests = own_table(
    "record_request",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, index=True),
    Column("participant_id", ForeignKey("participant.id"), info={MENTIONS: True}),
    Column("kind", Worded(RequestKind), nullable=False),
    Column("asked_on", Date, nullable=False),
    Column("done_on", Date),
)
"""They outlive their person in the same way."""
corrections = own_table(
    "correction",
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("about", String(120), nullable=False),
    words("statement"),
    Column("written_on", Date, nullable=False),
)


def map_room() -> None:
    """Tie the plain classes to their tables."""
    mappers.map_imperatively(
        AvailabilityWindow, availability_windows, version_id_col=availability_windows.c.row_version
    )
    mappers.map_imperatively(Consent, consents, version_id_col=consents.c.row_version)
    mappers.map_imperatively(Correction, corrections, version_id_col=corrections.c.row_version)
    mappers.map_imperatively(RecordRequest, record_requests, version_id_col=record_requests.c.row_version)
    mappers.map_imperatively(ErasureRequest, erasure_requests, version_id_col=erasure_requests.c.row_version)
    mappers.map_imperatively(ImportedFact, imported_facts, version_id_col=imported_facts.c.row_version)
    mappers.map_imperatively(
        Participant,
        participants,
        version_id_col=participants.c.row_version,
        properties={
            "windows": owned(AvailabilityWindow, availability_windows.c.id),
            "consents": owned(Consent, consents.c.id),
        },
    )
