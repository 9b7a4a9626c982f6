"""Rows of step 6: agreements, each version with its frozen snapshot."""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Integer

from mat_desktop.storage.columns import Worded, mappers, own_table, words
from mat_desktop.workshop.agreement import Agreement, AgreementState

_TERMS = ["who_dials", "how_we_listen", "off_limits", "confront_where", "missed_call", "holidays", "shared_project"]

agreements = own_table(
    "agreement",
    Column("partnership_id", ForeignKey("partnership.id"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("state", Worded(AgreementState), nullable=False),
    words("window_starts", 20),
    words("window_backup", 20),
    Column("minutes", Integer, nullable=False),
    *(words(term) for term in _TERMS),
    Column("copied_from_paper", Boolean, nullable=False),
    Column("signed_on", Date),
    Column("snapshot", JSON(none_as_null=True)),
)


def map_room() -> None:
    """Tie the plain class to its table."""
    mappers.map_imperatively(Agreement, agreements, version_id_col=agreements.c.row_version)
