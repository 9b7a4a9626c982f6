"""Whom a row is about, and what hangs on whom: read from the references of the tables, so that none is named here."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from graphlib import TopologicalSorter
from typing import Any

from sqlalchemy import Column
from sqlalchemy.orm import Mapper

from mat_desktop.storage.tables.columns import MENTIONS, POINTS_TO, mappers, metadata

PERSON = "participant"
Read = Callable[[str, int], Mapping[str, Any] | None]
"""Reads a row of a table; None where it is not there."""


@cache
def references(table: str) -> tuple[tuple[str, str], ...]:
    """The columns of a table that point to another, each with the table to which it points."""
    found = ((column.name, _target(column)) for column in metadata.tables[table].columns)
    return tuple((column, target) for column, target in found if target)


def _target(column: Column[Any]) -> str:
    for key in column.foreign_keys:
        return key.column.table.name
    return str(column.info.get(POINTS_TO, ""))


@cache
def leads_to_people(table: str, passed: frozenset[str] = frozenset()) -> bool:
    """Whether a table points to people, or to what points to them."""
    targets = {target for _, target in references(table)} - passed - {table}
    return PERSON in targets or any(leads_to_people(target, passed | {table}) for target in targets)


def people_of(table: str, row_id: int, image: Mapping[str, Any], read: Read) -> frozenset[int]:
    """Everybody a row is about: those to whom it points, or else those of the nearest rows to which it belongs."""
    if table == PERSON:
        return frozenset({row_id})
    return _people(table, image, read, frozenset({(table, row_id)}))


def _people(table: str, image: Mapping[str, Any], read: Read, passed: frozenset[tuple[str, int]]) -> frozenset[int]:
    pointed = [(target, image[column]) for column, target in references(table) if image.get(column)]
    own = frozenset(key for target, key in pointed if target == PERSON)
    owners = {owner for owner in pointed if leads_to_people(owner[0])} - passed
    if own or not owners:
        return own
    return frozenset().union(*(_people(o[0], read(*o) or {}, read, passed | owners) for o in owners))


@cache
def mentions(table: str) -> tuple[tuple[type[Any], str], ...]:
    """Each kind that only mentions rows of a table, with the column: it stays when they go, and names nobody then."""
    return tuple(_pointing(table, mentioned=True))


@cache
def hanging(table: str) -> tuple[tuple[type[Any], str], ...]:
    """Each kind that is there only because of a row of a table, with the column, in the order of removal."""
    found = [(kind, column) for kind, column in _pointing(table, mentioned=False) if not _is_owned(table, kind)]
    kinds = {kind for kind, _ in found}
    order = list(TopologicalSorter({kind: _before(kind, kinds) for kind in kinds}).static_order())
    return tuple(sorted(found, key=lambda one: (order.index(one[0]), one[1])))


def _pointing(table: str, *, mentioned: bool) -> Iterator[tuple[type[Any], str]]:
    for mapper in sorted(mappers.mappers, key=_name):
        for key in metadata.tables[_name(mapper)].foreign_keys:
            if key.column.table.name == table and key.parent.info.get(MENTIONS, False) is mentioned:
                yield mapper.class_, key.parent.name


def _before(kind: type[Any], kinds: set[type[Any]]) -> set[type[Any]]:
    """Which of these kinds point to this one, or to what it owns, and so go first."""
    tables = _whole(_mapper(kind))
    return {other for other in kinds - {kind} if tables & {t for o in _whole(_mapper(other)) for _, t in references(o)}}


def _is_owned(table: str, kind: type[Any]) -> bool:
    return _name(_mapper(kind)) in _whole(next(m for m in mappers.mappers if _name(m) == table))


def _whole(mapper: Mapper[Any]) -> set[str]:
    """The table of a kind, and those of what it owns."""
    return {_name(mapper)}.union(*(_whole(relation.mapper) for relation in mapper.relationships))


def _mapper(kind: type[Any]) -> Mapper[Any]:
    return next(mapper for mapper in mappers.mappers if mapper.class_ is kind)


def _name(mapper: Mapper[Any]) -> str:
    return str(getattr(mapper.local_table, "name", ""))
