"""Who is erased from a library already, and not yet from all of its copies: kept in the same transaction."""

import json
from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection, select

from mat_desktop.facilitation.ports import Erasure, Fact
from mat_desktop.storage.tables.ledger import facts

_FACT = Fact.ERASING.value
_WORKSHOP = "workshop"
"""Written last where a whole workshop is erased."""


def waiting(connection: Connection) -> list[Erasure]:
    """All of them, the first one first."""
    told = connection.execute(select(facts.c.value).where(facts.c.name == _FACT)).scalar()
    return [_read(one) for one in json.loads(told)] if told else []


def add(connection: Connection, erasure: Erasure) -> None:
    """One more."""
    told = json.dumps([_written(one) for one in (*waiting(connection), erasure)])
    connection.execute(facts.delete().where(facts.c.name == _FACT))
    connection.execute(facts.insert().values(name=_FACT, value=told))


def _written(erasure: Erasure) -> Sequence[str]:
    person = (erasure.uid, erasure.on.isoformat(), erasure.at.isoformat(), erasure.reason)
    return (*person, _WORKSHOP) if erasure.workshop else person


def _read(written: Sequence[str]) -> Erasure:
    uid, on, at, reason, *more = written
    return Erasure(
        uid=uid,
        on=date.fromisoformat(on),
        at=datetime.fromisoformat(at),
        reason=reason,
        workshop=_WORKSHOP in more,
    )
