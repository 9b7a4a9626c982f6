"""Rows about the library itself: what was lost of it."""

from sqlalchemy import Column, Date, ForeignKey

from mat_desktop.storage.tables.columns import MENTIONS, mappers, own_table, words
from mat_desktop.workshop.library import Loss

losses = own_table(
    "loss",
    Column("workshop_id", ForeignKey("workshop.id"), index=True),
    Column("participant_id", ForeignKey("participant.id"), info={MENTIONS: True}),
    Column("happened_on", Date, nullable=False),
    words("words"),
)


def map_room() -> None:
    """Tie the plain class to its table."""
    mappers.map_imperatively(Loss, losses, version_id_col=losses.c.row_version)
