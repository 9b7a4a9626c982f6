"""The things of a library inside one session, as the deeds ask for them."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import Enum, auto
from functools import cache
from typing import Any, TypeGuard, TypeVar

from sqlalchemy import Select, Table, bindparam, inspect, select
from sqlalchemy.orm import Session, lazyload
from sqlalchemy.orm.attributes import instance_state, set_committed_value

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
        kept = self._known is not None and _is_loaded_whole(mapper)
        found = next(iter((self.kept if kept else self.all)(kind, id=row_id)), None)
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
        found = self._session.scalars(_things(mapper, _forms(equals)), _asked(equals)).all()
        self._bring(mapper, found)
        return found

    def _bring(self, mapper: Any, owners: Sequence[object]) -> None:
        """Bring to each thing all that it owns, and to that what it owns itself, one question a kind."""
        for relation in _owned(mapper):
            bare = {key: owner for owner in owners if (key := _bare(owner, relation)) is not None}
            if bare:
                alone = len(bare) == 1
                owners_asked = {"owner": next(iter(bare))} if alone else {"owners": list(bare)}
                parts = self._session.scalars(_parts(relation, alone), owners_asked).all()
                self._bring(relation.mapper, parts)
                _hand_out(relation, bare, parts)

    def values(self, kind: type[object], columns: Sequence[str], /, **equals: Wanted) -> Sequence[Any]:
        """Some columns of every thing whose columns equal these values, by id; nothing can be changed by them."""
        table = table_of(kind)
        self._read.add(table.name)
        question = _columns(table, tuple(columns), _forms(equals))
        return self._session.connection().execute(question, _asked(equals)).all()

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


def _is_many(wanted: Wanted) -> TypeGuard[Collection[Any]]:
    return isinstance(wanted, Collection) and not isinstance(wanted, str)


class Form(Enum):
    """How a column is asked: whether it is empty, whether it equals a value, or whether it is one of several."""

    EMPTY = auto()
    ONE = auto()
    MANY = auto()


_ALONE = lazyload("*")
"""A thing comes without what it owns, which `_bring` adds: the same questions, but asked with statements made once."""
Forms = tuple[tuple[str, Form], ...]


def _forms(equals: Mapping[str, Wanted]) -> Forms:
    """Which columns are asked, and how: questions that differ only in their values are one statement."""
    return tuple((name, _form(wanted)) for name, wanted in equals.items())


def _form(wanted: Wanted) -> Form:
    if wanted is None:
        return Form.EMPTY
    return Form.MANY if _is_many(wanted) else Form.ONE


def _asked(equals: Mapping[str, Wanted]) -> dict[str, Any]:
    """The values of a question, by the name of their column."""
    return {name: list(wanted) if _is_many(wanted) else wanted for name, wanted in equals.items() if wanted is not None}


@cache
def _things(mapper: Any, forms: Forms) -> Select[Any]:
    """The statement that finds things. Made once: to build it anew took as long as to run it."""
    columns = mapper.local_table.c
    return select(mapper.class_).where(*_conditions(columns, forms)).order_by(columns.id).options(_ALONE)


@cache
def _owned(mapper: Any) -> tuple[Any, ...]:
    """What comes with a thing whoever asks for it."""
    return tuple(relation for relation in mapper.relationships if relation.lazy == "selectin")


@cache
def _parts(relation: Any, alone: bool) -> Select[Any]:
    """The statement that finds what one thing or several own, in its order."""
    owner = _owner_column(relation)
    mine = owner == bindparam("owner") if alone else owner.in_(bindparam("owners", expanding=True))
    return select(relation.mapper.class_).where(mine).order_by(*relation.order_by).options(_ALONE)


def _owner_column(relation: Any) -> Any:
    """The column by which a part says whose it is."""
    ((_, column),) = relation.local_remote_pairs
    return column


def _bare(owner: object, relation: Any) -> int | None:
    """The id of a thing that has not got what it owns yet; None where the session held it before."""
    state = instance_state(owner)
    assert state.identity is not None, "What was read has an id."
    return None if relation.key in state.dict else int(state.identity[0])


def _hand_out(relation: Any, owners: Mapping[int, object], parts: Iterable[object]) -> None:
    found: dict[int, list[object]] = {key: [] for key in owners}
    name = relation.mapper.get_property_by_column(_owner_column(relation)).key
    for part in parts:
        found[getattr(part, name)].append(part)
    for key, owner in owners.items():
        set_committed_value(owner, relation.key, found[key])


@cache
def _columns(table: Table, names: tuple[str, ...], forms: Forms) -> Select[Any]:
    """The statement that reads some columns."""
    return select(*(table.c[name] for name in names)).where(*_conditions(table.c, forms)).order_by(table.c.id)


def _conditions(columns: Any, forms: Forms) -> Iterator[Any]:
    for name, form in forms:
        if form is Form.EMPTY:
            yield columns[name].is_(None)
        elif form is Form.ONE:
            yield columns[name] == bindparam(name)
        else:
            yield columns[name].in_(bindparam(name, expanding=True))
