"""Rows of step 4: ballots, rules about two people, rounds, weights, partnerships and their members."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, UniqueConstraint

from mat_desktop.storage.tables.columns import Worded, mappers, own_table, owned, words
from mat_desktop.workshop.pairing.nouns import (
    Ballot,
    Choice,
    Couple,
    CriterionWeight,
    KeepApart,
    Meeting,
    Member,
    Partnership,
    PartnershipState,
    Reply,
    Similarity,
)

ballots = own_table(
    "ballot",
    Column("participant_id", ForeignKey("participant.id"), nullable=False),
    Column("about_id", ForeignKey("participant.id"), nullable=False),
    Column("choice", Worded(Choice), nullable=False),
    UniqueConstraint("participant_id", "about_id"),
)
keep_apart = own_table(
    "keep_apart",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, index=True),
    Column("first_id", ForeignKey("participant.id"), nullable=False),
    Column("second_id", ForeignKey("participant.id"), nullable=False),
    words("reason"),
)
couples = own_table(
    "couple",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, index=True),
    Column("first_id", ForeignKey("participant.id"), nullable=False),
    Column("second_id", ForeignKey("participant.id"), nullable=False),
    Column("first_opts_in", Boolean, nullable=False),
    Column("second_opts_in", Boolean, nullable=False),
)
similarities = own_table(
    "similarity",
    Column("participant_id", ForeignKey("participant.id"), nullable=False),
    Column("about_id", ForeignKey("participant.id"), nullable=False),
    Column("rating", Integer, nullable=False),
    UniqueConstraint("participant_id", "about_id"),
)
meetings = own_table(
    "meeting",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, index=True),
    Column("round", Integer, nullable=False),
    Column("first_id", ForeignKey("participant.id"), nullable=False),
    Column("second_id", ForeignKey("participant.id"), nullable=False),
)
criterion_weights = own_table(
    "criterion_weight",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, index=True),
    words("criterion", 40),
    Column("stop", Integer, nullable=False),
    UniqueConstraint("workshop_id", "criterion"),
)
partnerships = own_table(
    "partnership",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, index=True),
    Column("state", Worded(PartnershipState), nullable=False),
    Column("fit", Integer, nullable=False),
    Column("confirmed_on", Date),
    Column("ended_on", Date),
    words("ended_reason"),
    Column("days_talked", Integer, nullable=False),
    Column("days_known", Integer, nullable=False),
    Column("last_known_day", Date),
    Column("held_from", Worded(PartnershipState)),
    Column("held_on", Date),
    Column("locked", Boolean, nullable=False),
    words("override", 400),
    Column("together", Boolean, nullable=False),
    Column("arm_id", ForeignKey("arm.id")),
)
members = own_table(
    "member",
    Column("partnership_id", ForeignKey("partnership.id"), nullable=False, index=True),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("reply", Worded(Reply)),
    Column("joined_on", Date),
)


def map_room() -> None:
    """Tie the plain classes to their tables."""
    mappers.map_imperatively(Ballot, ballots, version_id_col=ballots.c.row_version)
    mappers.map_imperatively(KeepApart, keep_apart, version_id_col=keep_apart.c.row_version)
    mappers.map_imperatively(Couple, couples, version_id_col=couples.c.row_version)
    mappers.map_imperatively(Similarity, similarities, version_id_col=similarities.c.row_version)
    mappers.map_imperatively(Meeting, meetings, version_id_col=meetings.c.row_version)
    mappers.map_imperatively(CriterionWeight, criterion_weights, version_id_col=criterion_weights.c.row_version)
    mappers.map_imperatively(Member, members, version_id_col=members.c.row_version)
    mappers.map_imperatively(
        Partnership,
        partnerships,
        version_id_col=partnerships.c.row_version,
        properties={"members": owned(Member, members.c.position)},
    )
