"""The things of a library inside one session, as the deeds ask for them."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from mat_desktop.facilitation.ports import Wanted
from mat_desktop.storage.tables.columns import table_of
from mat_desktop.storage.tables.mapping import map_everything
from mat_desktop.storage.work.about import hanging, mentions
from mat_desktop.storage.work.remembered import Remembered
from mat_desktop.workshop.refusal import Refusal

T = TypeVar("T")


class SqlRows:
    """The things of the library inside one session."""

    def __init__(self, session: Session, known: Remembered | None = None) -> None:
        self._session = session
        self._known = known
        self._read: set[str] = set()

    def get(self, kind: type[T], row_id: int, /) -> T:
        """The thing with this id. Raises Refusal when it is gone."""
        mapper = _mapper(kind)
        self._read |= _tables(mapper)
        if self._known is None or not _is_loaded_whole(mapper):
            found = self._session.get(kind, row_id)
        else:
            found = next(iter(self.kept(kind, id=row_id)), None)
        if found is None:
            raise Refusal(f"This {kind.__name__.lower()} is no longer there. It may have been taken back by undo.")
        return found

    def find(self, kind: type[T], /, **equals: Wanted) -> T | None:
        """The one thing whose columns equal these values, or None."""
        found = self.all(kind, **equals)
        return found[0] if found else None

    def all(self, kind: type[T], /, **equals: Wanted) -> Sequence[T]:
        """Every thing whose columns equal these values, by id."""
        mapper = _mapper(kind)
        self._read |= _tables(mapper)
        columns = mapper.local_table.c
        question = select(kind).order_by(columns.id)
        for name, wanted in equals.items():
            question = question.where(_is(columns[name], wanted))
        return self._session.scalars(question).all()

    def values(self, kind: type[object], columns: Sequence[str], /, **equals: Wanted) -> Sequence[Any]:
        """Some columns of every thing whose columns equal these values, by id; nothing can be changed by them."""
        table = table_of(kind)
        self._read.add(table.name)
        own = table.c
        question = select(*(own[name] for name in columns)).order_by(own.id)
        for name, wanted in equals.items():
            question = question.where(_is(own[name], wanted))
        return self._session.connection().execute(question).all()

    def add(self, thing: T) -> T:
        """Keep a new thing and give it its id."""
        self._session.add(thing)
        self._session.flush()
        return thing

    def add_all(self, things: Iterable[object]) -> None:
        """Keep many new things."""
        self._session.add_all(list(things))
        self._session.flush()

    def hanging_on(self, thing: object) -> Sequence[object]:
        """Everything that is there only because of this thing, what nothing else needs first."""
        table, key = _row_of(thing)
        found = [one for kind, name in hanging(table) for one in reversed(self.all(kind, **{name: key}))]
        return list(dict.fromkeys(found))

    def remove(self, thing: object) -> None:
        """Take a thing out, and what it owns; what only mentions it stays, and mentions nothing then."""
        table, key = _row_of(thing)
        for kind, name in mentions(table):
            for one in self.all(kind, **{name: key}):
                setattr(one, name, None)
        self._session.flush()
        self._session.delete(thing)
        self._session.flush()

    def remembered(self, function: Callable[..., T], arguments: tuple[Hashable, ...]) -> T:
        """What a function makes of these rows, once for each state of the tables which it reads.

        What it asks of other remembered functions counts among them. Inside a deed it is made afresh every time.
        """
        if self._known is None:
            return function(self, *arguments)
        question = (function, arguments)
        kept = self._known.get(question)
        if kept is None:
            with self._reading() as tables:
                made = function(self, *arguments)
            kept = self._known.keep(question, made, frozenset(tables))
        self._read |= kept.tables
        found: T = kept.value
        return found

    @contextmanager
    def _reading(self) -> Iterator[set[str]]:
        """The tables that are read meanwhile, and no others; whoever waits for the answer has read them too."""
        outside, inside = self._read, set[str]()
        self._read = inside
        try:
            yield inside
        finally:
            outside |= inside
            self._read = outside

    def kept(self, kind: type[T], /, **equals: Wanted) -> Sequence[T]:
        """The same as `all`, read once for each state of its own tables; inside a deed it is read every time."""
        if self._known is None:
            return self.all(kind, **equals)
        key = (kind, *((name, _key(wanted)) for name, wanted in equals.items()))
        kept = self._known.get(key)
        if kept is None:
            kept = self._known.keep(key, self.all(kind, **equals), _tables(_mapper(kind)))
        self._read |= kept.tables
        found: Sequence[T] = kept.value
        return found


def _row_of(thing: object) -> tuple[str, int]:
    """The table of a thing, and its row there."""
    key: int = getattr(thing, "id")  # noqa: B009  every mapped thing has one
    return str(_mapper(type(thing)).local_table.name), key


def _mapper(kind: type[object]) -> Any:
    """How a kind is mapped. Today needs no mapped class, so all are mapped when the first one is asked for."""
    map_everything()
    return inspect(kind)


@cache
def _tables(mapper: Any) -> frozenset[str]:
    """The table of a kind, and those of what it owns."""
    owned = (_tables(relation.mapper) for relation in mapper.relationships)
    return frozenset({str(mapper.local_table.name)}).union(*owned)


@cache
def _is_loaded_whole(mapper: Any) -> bool:
    """Whether a thing comes with all that it owns, so that it can be looked at when its transaction is over."""
    return all(r.lazy == "selectin" and _is_loaded_whole(r.mapper) for r in mapper.relationships)


def _key(wanted: Wanted) -> Hashable:
    return tuple(wanted) if isinstance(wanted, Collection) and not isinstance(wanted, str) else wanted


def _is(column: Any, wanted: Wanted) -> Any:
    if isinstance(wanted, Collection) and not isinstance(wanted, str):
        return column.in_(list(wanted))
    return column == wanted
