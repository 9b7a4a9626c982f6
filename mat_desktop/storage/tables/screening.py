"""Rows of step 3: the screening talk and the decision. What was answered lies with the instruments."""

from sqlalchemy import Column, Date, ForeignKey

from mat_desktop.storage.tables.columns import Worded, mappers, own_table, words
from mat_desktop.workshop.answers.responses import Mode
from mat_desktop.workshop.screening import Screening, ScreeningOutcome

screenings = own_table(
    "screening",
    Column("participant_id", ForeignKey("participant.id"), nullable=False, unique=True),
    Column("outcome", Worded(ScreeningOutcome)),
    words("reason"),
    words("note"),
    Column("happened_on", Date),
    Column("mode", Worded(Mode)),
)


def map_room() -> None:
    """Tie the plain class to its table."""
    mappers.map_imperatively(Screening, screenings, version_id_col=screenings.c.row_version)
