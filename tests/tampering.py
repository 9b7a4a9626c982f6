"""Somebody writes into the file of a library behind the program's back: one value, one row, or two rows exchanged.

Each tampering is done to the open file, looked at, and taken back, so that a thousand of them cost no thousand
libraries. What may not be written at all, because the database itself refuses it, does not count.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random  # noqa: TID251  with a seed
from typing import Any

from mat_desktop.storage.tables.mapping import DOMAIN_TABLES

LEDGER = ("journal", "journal_change")
_UNMEANING = {"row_version"}
"""Counts how often a row was written, and says nothing about anybody; no image holds it."""
_LEAST, _MOST = 32, 126
_FORGED = '{"name": "Eve"}'


@dataclass(frozen=True)
class Tampered:
    """What was done, in words that say where, and what the check made of it; None where it went wrong itself."""

    where: str
    found: bool | None


def columns_of(driver: Any, table: str) -> list[str]:
    """The columns that say something."""
    told = driver.execute(f'PRAGMA table_info("{table}")').fetchall()
    return [column[1] for column in told if column[1] not in _UNMEANING]


def targets(driver: Any) -> list[tuple[str, str]]:
    """Every column of the journal, and every column of every table of things that has a row."""
    filled = [t for t in sorted(DOMAIN_TABLES) if driver.execute(f'SELECT EXISTS (SELECT 1 FROM "{t}")').fetchone()[0]]
    return [(table, column) for table in (*LEDGER, *filled) for column in columns_of(driver, table)]


def tamperings(driver: Any, count: int, check: Callable[[], list[str]]) -> Iterator[Tampered]:
    """So many tamperings, spread over all columns, the same in each run; each is taken back.

    There are fewer only where the database refuses more than half of what is tried.
    """
    dice, places = Random(20261126), targets(driver)
    dice.shuffle(places)
    done = tried = 0
    while done < count and tried < 2 * count:
        table, column = places[tried % len(places)]
        tried += 1
        ways = (_value, _value, _exchange, _gone, _twice) if column != "salt" else (_value, _emptied, _forged)
        if (tampered := _once(driver, dice.choice(ways), dice, (table, column), check)) is None:
            tampered = _once(driver, _value, dice, (table, column), check)
        if tampered is not None:
            done += 1
            yield tampered


def _once(
    driver: Any, way: Callable[..., bool], dice: Random, place: tuple[str, str], check: Callable[[], list[str]]
) -> Tampered | None:
    driver.execute("PRAGMA defer_foreign_keys = ON")
    driver.execute("SAVEPOINT tampering")
    try:
        if not way(driver, dice, *place):
            return None
        where = f"{place[0]}.{place[1]} {way.__name__[1:]}"
        return Tampered(where, bool(_checked(check)))
    except _Stumbled:
        return Tampered(f"{place[0]}.{place[1]} {way.__name__[1:]}", None)
    except Exception as refused:
        if "constraint" not in str(refused) and "cannot store" not in str(refused):
            raise
        return None
    finally:
        driver.execute("ROLLBACK TO tampering")
        driver.execute("RELEASE tampering")


class _Stumbled(Exception):
    """The check ended in an error instead of a sentence."""


def _checked(check: Callable[[], list[str]]) -> list[str]:
    try:
        return check()
    except Exception as stumbled:
        raise _Stumbled from stumbled


def _a_row(driver: Any, dice: Random, table: str) -> int:
    (count,) = driver.execute(f'SELECT count(*) FROM "{table}"').fetchone()
    asked = f'SELECT rowid FROM "{table}" ORDER BY rowid LIMIT 1 OFFSET {dice.randrange(count)}'
    return int(driver.execute(asked).fetchone()[0])


def _value(driver: Any, dice: Random, table: str, column: str) -> bool:
    """Another value, one that the column can hold."""
    row = _a_row(driver, dice, table)
    (value,) = driver.execute(f'SELECT "{column}" FROM "{table}" WHERE rowid = ?', (row,)).fetchone()
    other = _other(value, dice)
    driver.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?', (other, row))
    return not _means_the_same(value, other)


def _other(value: Any, dice: Random) -> Any:
    if value is None:
        return dice.choice(["0", "[]", "{"])
    if isinstance(value, int | float):
        return value + dice.choice([-1, 1, 1000])
    if isinstance(value, bytes):
        return value[:-1] + bytes([value[-1] ^ 1])
    return dice.choice([_changed(value, dice), _cut(value, dice), "", None, "[" * 3000])


def _changed(value: str, dice: Random) -> str:
    at = dice.randrange(len(value)) if value else 0
    return value[:at] + chr(dice.randint(_LEAST, _MOST)) + value[at + 1 :]


def _cut(value: str, dice: Random) -> str:
    return value[: dice.randrange(len(value))] if value else "x"


def _means_the_same(one: Any, other: Any) -> bool:
    if one == other:
        return True
    try:
        return bool(json.loads(one) == json.loads(other))
    except (ValueError, TypeError, RecursionError):
        return False


def _exchange(driver: Any, dice: Random, table: str, column: str) -> bool:
    """The values of two rows."""
    one, other = _a_row(driver, dice, table), _a_row(driver, dice, table)
    asked = f'SELECT "{column}" FROM "{table}" WHERE rowid = ?'
    (first,), (second,) = (driver.execute(asked, (row,)).fetchone() for row in (one, other))
    if column in ("id", "sequence") and table != "journal_change":
        return False
    if (table, column) == ("journal_change", "id"):
        driver.execute(f'UPDATE "{table}" SET id = -1 WHERE rowid = ?', (one,))
        driver.execute(f'UPDATE "{table}" SET id = ? WHERE rowid = ?', (first, other))
        driver.execute(f'UPDATE "{table}" SET id = ? WHERE rowid = -1', (second,))
        return bool(first != second)
    for row, value in ((one, second), (other, first)):
        driver.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?', (value, row))
    return not _means_the_same(first, second)


def _gone(driver: Any, dice: Random, table: str, _column: str) -> bool:
    """A row less."""
    driver.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (_a_row(driver, dice, table),))
    return True


def _twice(driver: Any, dice: Random, table: str, _column: str) -> bool:
    """A row more, which is another one once again."""
    own = "sequence" if table == "journal" else "id"
    names = [c for c in columns_of(driver, table) if c != own]
    if table in DOMAIN_TABLES:
        names.append("row_version")
    listed = ", ".join(f'"{name}"' for name in names)
    values = ", ".join("hex(randomblob(16))" if name == "uid" else f'"{name}"' for name in names)
    row = _a_row(driver, dice, table)
    driver.execute(f'INSERT INTO "{table}" ({listed}) SELECT {values} FROM "{table}" WHERE rowid = ?', (row,))
    return True


def _emptied(driver: Any, dice: Random, table: str, _column: str) -> bool:
    """An image made to look as if somebody had been erased."""
    blank = f'UPDATE "{table}" SET salt = NULL, before = NULL, after = NULL WHERE rowid = ?'
    driver.execute(blank, (_a_row(driver, dice, table),))
    return True


def _forged(driver: Any, dice: Random, table: str, _column: str) -> bool:
    """An image of somebody's own, which says that it needs no salt."""
    driver.execute(
        f'UPDATE "{table}" SET salt = NULL, after = ? WHERE rowid = ?', (_FORGED, _a_row(driver, dice, table))
    )
    return True


def whole_library_tamperings(driver: Any) -> Iterator[tuple[str, str]]:
    """What is done to the journal as a whole, and a word for it."""
    (last,) = driver.execute("SELECT max(sequence) FROM journal").fetchone()
    for line in sorted({0, 1, last // 2, last - 1}):
        cut = f"DELETE FROM journal_change WHERE sequence > {line}; DELETE FROM journal WHERE sequence > {line}"
        kept = "(SELECT coalesce(max(id), 0) FROM journal_change) WHERE name = 'journal_change'"
        counters = (
            f"UPDATE sqlite_sequence SET seq = {line} WHERE name = 'journal'; UPDATE sqlite_sequence SET seq = {kept}"
        )
        yield f"cut after line {line}", cut
        yield f"cut after line {line} with its counters", f"{cut}; {counters}"
    yield "how far it went is no longer kept", "DELETE FROM library_fact WHERE name = 'journal_head'"
    yield "how far it went is kept otherwise", "UPDATE library_fact SET value = '1 x' WHERE name = 'journal_head'"
    yield "numbers of images moved", "UPDATE journal_change SET id = id + 1000000"
    yield "counter of images", "UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'journal_change'"
    yield "counter of lines", "UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'journal'"
    yield (
        "a stray image",
        "INSERT INTO journal_change (sequence, table_name, row_id, people) VALUES (0, 'goal', 1, '[]')",
    )
