"""Rows of safety: cards, crisis contacts, and the times the laptop was handed over."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, String

from mat_desktop.storage.tables.columns import Instant, Worded, mappers, own_table, words
from mat_desktop.workshop.private import HandOver
from mat_desktop.workshop.safety import CardOpened, ContactRole, CrisisContact, SafetyCard

safety_cards = own_table(
    "safety_card",
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("opened_at", Instant(), nullable=False),
    Column("opened_by", Worded(CardOpened), nullable=False),
    words("source"),
    Column("written_on", Date),
    words("action"),
    words("acted_at", 40),
    words("initials", 40),
    Column("closed_at", Instant()),
)
crisis_contacts = own_table(
    "crisis_contact",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    words("name", 200),
    words("number", 200),
    Column("role", Worded(ContactRole), nullable=False),
)
hand_overs = own_table(
    "hand_over",
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("instruments", String(400), nullable=False),
    Column("handed_at", Instant(), nullable=False),
    Column("ended_at", Instant()),
    Column("stopped", Boolean, nullable=False),
    Column("returned_at", Instant()),
)


def map_room() -> None:
    """Tie the plain classes to their tables."""
    mappers.map_imperatively(SafetyCard, safety_cards, version_id_col=safety_cards.c.row_version)
    mappers.map_imperatively(CrisisContact, crisis_contacts, version_id_col=crisis_contacts.c.row_version)
    mappers.map_imperatively(HandOver, hand_overs, version_id_col=hand_overs.c.row_version)
