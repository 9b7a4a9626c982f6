"""Rows of everything that was ever issued on paper.

Paper outlives what it was printed for: undo may take a partnership back, never the sheet. Hence no foreign keys to
people and partnerships here.
"""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, String

from mat_desktop.storage.tables.columns import POINTS_TO, Instant, Worded, mappers, own_table, words
from mat_desktop.workshop.seen import KeptPage, SheetReading
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
    Column("earlier", Boolean, nullable=False),
)
kept_pages = own_table(
    "kept_page",
    Column("sheet_id", ForeignKey("issued_sheet.id"), nullable=False, index=True),
    Column("page", Integer, nullable=False),
    Column("width", Float, nullable=False),
    Column("height", Float, nullable=False),
    words("marks", 400000),
    words("fields", 60000),
)
"""A name that stood on the page is taken out of its marks like out of any words."""
sheet_readings = own_table(
    "sheet_reading",
    Column("sheet_id", ForeignKey("issued_sheet.id"), nullable=False, index=True),
    Column("page", Integer, nullable=False),
    Column("read_at", Instant(), nullable=False),
    Column("reader", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    *(Column(name, Integer, nullable=False) for name in ("boxes", "asked", "checked", "wrong")),
)


def map_room() -> None:
    """Tie the plain class to its table."""
    mappers.map_imperatively(IssuedSheet, issued_sheets, version_id_col=issued_sheets.c.row_version)
    mappers.map_imperatively(KeptPage, kept_pages, version_id_col=kept_pages.c.row_version)
    mappers.map_imperatively(SheetReading, sheet_readings, version_id_col=sheet_readings.c.row_version)
