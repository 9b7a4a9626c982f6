"""Rows of step 7: days of contact and alliance checks."""

from sqlalchemy import Column, Date, ForeignKey, Integer, UniqueConstraint

from mat_desktop.storage.columns import Worded, mappers, own_table, owned, words
from mat_desktop.workshop.contact import AllianceCheck, AllianceRating, ContactDay, Mark, Source

contact_days = own_table(
    "contact_day",
    Column("partnership_id", ForeignKey("partnership.id"), nullable=False),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("day", Date, nullable=False),
    Column("mark", Worded(Mark), nullable=False),
    Column("source", Worded(Source), nullable=False),
    UniqueConstraint("partnership_id", "participant_id", "day"),
)
alliance_checks = own_table(
    "alliance_check",
    Column("partnership_id", ForeignKey("partnership.id"), nullable=False, index=True),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("happened_on", Date, nullable=False),
)
alliance_ratings = own_table(
    "alliance_rating",
    Column("check_id", ForeignKey("alliance_check.id"), nullable=False, index=True),
    words("item", 40),
    Column("value", Integer, nullable=False),
)


def map_room() -> None:
    """Tie the plain classes to their tables."""
    mappers.map_imperatively(ContactDay, contact_days, version_id_col=contact_days.c.row_version)
    mappers.map_imperatively(AllianceRating, alliance_ratings, version_id_col=alliance_ratings.c.row_version)
    mappers.map_imperatively(
        AllianceCheck,
        alliance_checks,
        version_id_col=alliance_checks.c.row_version,
        properties={"ratings": owned(AllianceRating, alliance_ratings.c.id)},
    )
