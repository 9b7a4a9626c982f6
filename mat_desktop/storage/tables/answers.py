"""Rows of instruments: what people answered, which instruments a workshop uses, and own files word for word."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, String, Text

from mat_desktop.storage.tables.columns import Instant, Worded, mappers, own_table, owned, words
from mat_desktop.workshop.answers.responses import (
    Answer,
    AnswerState,
    Informant,
    LoadedInstrument,
    Measure,
    Mode,
    Occasion,
    Response,
)

responses = own_table(
    "response",
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("instrument", String(40), nullable=False),
    Column("version", String(40), nullable=False),
    Column("occasion", Worded(Occasion), nullable=False),
    Column("informant", Worded(Informant), nullable=False),
    Column("mode", Worded(Mode), nullable=False),
    Column("happened_on", Date),
    Column("closed_at", Instant()),
    Column("months", Integer, nullable=False),
)
answers = own_table(
    "answer",
    Column("response_id", ForeignKey("response.id"), nullable=False, index=True),
    Column("item", Integer, nullable=False),
    Column("state", Worded(AnswerState), nullable=False),
    Column("value", Integer),
    words("words"),
    Column("second_state", Worded(AnswerState)),
    Column("second_value", Integer),
)
loaded_instruments = own_table(
    "loaded_instrument",
    Column("instrument", String(40), nullable=False, unique=True),
    Column("content", Text, nullable=False),
    Column("loaded_on", Date, nullable=False),
)
measures = own_table(
    "measure",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, index=True),
    Column("instrument", String(40), nullable=False),
    Column("nobody_earns", Boolean, nullable=False),
)


def map_room() -> None:
    """Tie the plain classes to their tables."""
    mappers.map_imperatively(Answer, answers, version_id_col=answers.c.row_version)
    mappers.map_imperatively(LoadedInstrument, loaded_instruments, version_id_col=loaded_instruments.c.row_version)
    mappers.map_imperatively(Measure, measures, version_id_col=measures.c.row_version)
    mappers.map_imperatively(
        Response,
        responses,
        version_id_col=responses.c.row_version,
        properties={"answers": owned(Answer, answers.c.item)},
    )
