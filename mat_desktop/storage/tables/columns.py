"""How values lie in columns: strict SQLite types, enumerations by value, instants as ISO text with offset."""

import re
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Dialect,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import registry, relationship
from sqlalchemy.types import TypeDecorator, TypeEngine

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
mappers = registry(metadata=metadata)
POINTS_TO = "points to"
"""Says of a column without a foreign key to which table it points all the same."""
MENTIONS = "mentions"
"""Says of a foreign key that its row stays when the other row goes; it then points to nothing."""
FREE = "free"
"""Says of a column that people write in it what they like."""

_STRICT: tuple[tuple[type[TypeEngine[Any]], str], ...] = (
    (String, "TEXT"),
    (Text, "TEXT"),
    (Date, "TEXT"),
    (JSON, "TEXT"),
    (Boolean, "INTEGER"),
    (Float, "REAL"),
    (LargeBinary, "BLOB"),
)


def _strict(kind: type[TypeEngine[Any]], word: str) -> None:
    @compiles(kind, "sqlite")
    def _say(_element: object, _compiler: object, **_kw: object) -> str:
        return word


for _kind, _word in _STRICT:
    _strict(_kind, _word)


class Worded(TypeDecorator[StrEnum]):
    """An enumeration kept by its value."""

    impl = String
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__(40)
        self.words = words

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        """The value itself."""
        return None if value is None else str(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], StrEnum | None]:
        """The member with this value, looked up: a log has thousands of them. Raises ValueError for an unknown one."""
        members = {str(member): member for member in self.words}

        def member_of(value: str | None) -> StrEnum | None:
            return None if value is None else members.get(value) or self.words(value)

        return member_of


class Instant(TypeDecorator[datetime]):
    """A point in time as ISO text with its offset."""

    impl = String
    cache_ok = True

    def __init__(self) -> None:
        super().__init__(40)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """ISO text. Raises ValueError for a time without an offset."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("An instant needs its offset.")
        return value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """The instant with the offset it was kept with."""
        return None if value is None else datetime.fromisoformat(value)


def own_table(name: str, *columns: Any) -> Table:
    """A table of things: an id that is never used twice, a uid that can travel, a row version."""
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True, autoincrement=True),
        Column("uid", String(32), nullable=False, unique=True),
        Column("row_version", Integer, nullable=False),
        *columns,
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def table_of(kind: type[object]) -> Table:
    """The table of a kind, found by its name, so that a few columns can be read before any class is mapped."""
    return metadata.tables[re.sub("(?<!^)(?=[A-Z])", "_", kind.__name__).lower()]


def owned(kind: type[Any], order_by: Any, *, loaded: bool = True) -> Any:
    """What a thing owns, gone with it. What few pages ask for is loaded only where it is asked, in the transaction."""
    return relationship(kind, lazy="selectin" if loaded else "select", cascade="all, delete-orphan", order_by=order_by)


def words(name: str, length: int = 4000) -> Column[str]:
    """A text column; nothing said is the empty text."""
    return Column(name, String(length), nullable=False, info={FREE: True})
