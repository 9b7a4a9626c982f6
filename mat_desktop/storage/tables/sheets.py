"""Rows of everything that was ever issued on paper.

Paper outlives what it was printed for: undo may take a partnership back, never the sheet. Hence no foreign keys to
people and partnerships here.
"""

from sqlalchemy import Column, ForeignKey, Integer, String

from mat_desktop.storage.tables.columns import POINTS_TO, Instant, Worded, mappers, own_table, words
from mat_desktop.workshop.sheets import IssuedSheet, SheetKind

issued_sheets = own_table(
    "issued_sheet",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, index=True),
    Column("code", String(6), nullable=False, unique=True),
    Column("kind", Worded(SheetKind), nullable=False),
    Column("version", Integer, nullable=False),
    Column("participant_id", Integer, info={POINTS_TO: "participant"}),
    Column("partnership_id", Integer, info={POINTS_TO: "partnership"}),
    Column("occasion", String(40), nullable=False),
    Column("printed_at", Instant()),
    words("fields", 60000),
)


def map_room() -> None:
    """Tie the plain class to its table."""
    mappers.map_imperatively(IssuedSheet, issued_sheets, version_id_col=issued_sheets.c.row_version)
