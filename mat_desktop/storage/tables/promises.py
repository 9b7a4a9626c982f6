"""Rows of what was promised to people."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer

from mat_desktop.storage.tables.columns import Worded, mappers, own_table
from mat_desktop.workshop.promises import Instead, Promise, PromiseReason, PromiseState

promises = own_table(
    "promise",
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("partnership_id", ForeignKey("partnership.id")),
    Column("reason", Worded(PromiseReason), nullable=False),
    Column("promised_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("by_week", Boolean, nullable=False),
    Column("safety", Boolean, nullable=False),
    Column("state", Worded(PromiseState), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("tried_on", Date),
    Column("instead", Worded(Instead)),
    Column("instead_on", Date),
    Column("closed_on", Date),
)


def map_room() -> None:
    """Tie the plain class to its table."""
    mappers.map_imperatively(Promise, promises, version_id_col=promises.c.row_version)
