"""Every room's tables in one metadata, every plain class mapped once."""

from functools import cache
from secrets import token_hex
from threading import Lock
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Mapper, configure_mappers

from mat_desktop.storage.tables import (
    agreement,
    answers,
    followup,
    goals,
    library,
    outcomes,
    pairing,
    participants,
    promises,
    safety,
    screening,
    setup,
    sheets,
)
from mat_desktop.storage.tables.columns import mappers, metadata
from mat_desktop.storage.tables.contact import happened, schedule

DOMAIN_TABLES = frozenset(metadata.tables)
"""What deeds may change; read before the ledgers add tables of their own."""


_ROOMS = (
    setup,
    participants,
    screening,
    pairing,
    goals,
    agreement,
    schedule,
    happened,
    followup,
    answers,
    safety,
    promises,
    sheets,
    outcomes,
    library,
)


_turn = Lock()


def map_everything() -> None:
    """Tie all plain classes to their tables; a second call does nothing.

    The program reads ahead in a thread while the facilitator may be opening already: one waits for the other.
    """
    with _turn:
        _map_once()


@cache
def _map_once() -> None:
    for room in _ROOMS:
        room.map_room()
    configure_mappers()
    for mapper in mappers.mappers:
        event.listen(mapper, "before_insert", _give_uid)


def _give_uid(_mapper: Mapper[Any], _connection: object, target: Any) -> None:
    if not target.uid:
        target.uid = token_hex(16)
