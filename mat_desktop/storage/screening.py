"""Rows of step 3: the screening talk and its answers."""

from sqlalchemy import Column, Date, ForeignKey

from mat_desktop.storage.columns import Worded, mappers, own_table, owned, words
from mat_desktop.workshop.screening import Outcome, Screening, ScreeningAnswer

screenings = own_table(
    "screening",
    Column("participant_id", ForeignKey("participant.id"), nullable=False, unique=True),
    Column("outcome", Worded(Outcome)),
    words("reason"),
    words("note"),
    Column("happened_on", Date),
)
screening_answers = own_table(
    "screening_answer",
    Column("screening_id", ForeignKey("screening.id"), nullable=False, index=True),
    words("question", 40),
    words("value", 40),
)


def map_room() -> None:
    """Tie the plain classes to their tables."""
    mappers.map_imperatively(ScreeningAnswer, screening_answers, version_id_col=screening_answers.c.row_version)
    mappers.map_imperatively(
        Screening,
        screenings,
        version_id_col=screenings.c.row_version,
        properties={"answers": owned(ScreeningAnswer, screening_answers.c.id)},
    )
