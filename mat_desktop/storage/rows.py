"""The things of a library inside one session, as the deeds ask for them."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from mat_desktop.facilitation.ports import Wanted
from mat_desktop.workshop.refusal import Refusal

T = TypeVar("T")


class SqlRows:
    """The things of the library inside one session."""

    def __init__(self, session: Session, known: dict[str, Any] | None = None) -> None:
        self._session = session
        self._known = known

    def get(self, kind: type[T], key: int, /) -> T:
        """The thing with this id."""
        found = self._session.get(kind, key)
        if found is None:
            raise Refusal(f"This {kind.__name__.lower()} is no longer there. It may have been taken back by undo.")
        return found

    def find(self, kind: type[T], /, **equals: Wanted) -> T | None:
        """The one thing whose columns equal these values, or None."""
        found = self.all(kind, **equals)
        return found[0] if found else None

    def all(self, kind: type[T], /, **equals: Wanted) -> Sequence[T]:
        """Every thing whose columns equal these values, by id."""
        mapper: Any = inspect(kind)
        columns = mapper.local_table.c
        question = select(kind).order_by(columns.id)
        for name, wanted in equals.items():
            question = question.where(_is(columns[name], wanted))
        return self._session.scalars(question).all()

    def values(self, kind: type[object], columns: Sequence[str], /, **equals: Wanted) -> Sequence[Any]:
        """Some columns of every thing whose columns equal these values, by id; nothing can be changed by them."""
        mapper: Any = inspect(kind)
        own = mapper.local_table.c
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

    def remove(self, thing: object) -> None:
        """Take a thing out, and what it owns."""
        self._session.flush()
        self._session.delete(thing)
        self._session.flush()

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Work something out once for each state of the library; inside a deed it is made afresh every time."""
        if self._known is None:
            return make()
        if name not in self._known:
            self._known[name] = make()
        found: T = self._known[name]
        return found


def _is(column: Any, wanted: Wanted) -> Any:
    if isinstance(wanted, Collection) and not isinstance(wanted, str):
        return column.in_(list(wanted))
    return column == wanted
