"""Whether the journal is what was written: every line, every image, both ends, and that there is one at all.

It is read as it lies there, each line and each image once, in one pass: a journal may hold a million of them.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from mat_desktop.facilitation.deeds import ERASING
from mat_desktop.facilitation.ports import Fact
from mat_desktop.storage.faults import Damaged
from mat_desktop.storage.tables.ledger import facts, journal
from mat_desktop.storage.tables.mapping import DOMAIN_TABLES
from mat_desktop.storage.work.journal import FORM, GENESIS, UNREADABLE, Key, RowChange, commitment, line_hash
from mat_desktop.storage.work.raw import UNREADABLE as NEVER_WRITTEN_SO
from mat_desktop.storage.work.raw import raw

_LINES = (
    "SELECT sequence, at, kind, undoable, workshop_id, visit, takes, touched, previous, hash, form FROM journal "
    "WHERE sequence BETWEEN :first AND :last ORDER BY sequence"
)
_IMAGES = (
    "SELECT sequence, table_name, row_id, before, after, salt, people FROM journal_change "
    "WHERE sequence BETWEEN :first AND :last ORDER BY sequence, id"
)
_ALL = {"first": -(2**63), "last": 2**63 - 1}
_GOES_BACK = (
    "SELECT EXISTS (SELECT 1 FROM (SELECT sequence - lag(sequence) OVER (ORDER BY id) AS step FROM journal_change) "
    "WHERE step < 0)"
)
_NUMBERED = "SELECT count(*), coalesce(min(id), 1), coalesce(max(id), 0) FROM journal_change"
_ERASING = frozenset(kind.value.key for kind in ERASING)
_IMAGE = "An image of line {line} of the journal was changed."


@dataclass
class _Walk:
    """What is known on the way along the journal."""

    previous: str = GENESIS
    last: int = 0
    blank: list[tuple[int, Key]] = field(default_factory=list)
    """Images of which nothing is left, with the line of each."""
    erased: dict[Key, int] = field(default_factory=dict)
    """Rows that an erasing names, with its line: it leaves nothing of what older images held of them."""


def journal_faults(connection: Connection) -> list[str]:
    """What is wrong with the journal, one sentence a fault; nothing when it is whole. Nothing is quoted of it."""
    walk = _Walk()
    with raw(connection) as driver:
        found = list(_along(driver, walk))
        found += _blank_without_reason(walk)
        found += _ends(driver, walk.last)
        found += _strays(driver)
    return found + _without_a_journal(connection, walk.last)


def must_hold(connection: Connection, sequences: Sequence[int]) -> None:
    """Refuse to take anything from lines of which an image is not what was written. Raises Damaged."""
    with raw(connection) as driver:
        for sequence in sequences:
            only = {"first": sequence, "last": sequence}
            lines, images = driver.execute(_LINES, only).fetchall(), driver.execute(_IMAGES, only).fetchall()
            if not lines or list(_line_faults(lines[0], lines[0][8], images, _Walk())):
                raise Damaged(UNREADABLE)


def _along(driver: Any, walk: _Walk) -> Iterator[str]:
    images = _Grouped(driver.execute(_IMAGES, _ALL))
    for line in driver.execute(_LINES, _ALL):
        sequence = line[0]
        if sequence != walk.last + 1:
            yield f"The journal misses line {walk.last + 1}."
        if images.before(sequence):
            yield _STRAY
        yield from _line_faults(line, walk.previous, images.of(sequence), walk)
        walk.previous, walk.last = str(line[9]), sequence
    if images.before(2**63):
        yield _STRAY


_STRAY = "The journal holds an image that belongs to no line."


class _Grouped:
    """Images in the order of their lines, handed out line by line."""

    def __init__(self, images: Iterable[Sequence[Any]]) -> None:
        self._images = iter(images)
        self._next = next(self._images, None)

    def of(self, sequence: int) -> list[Sequence[Any]]:
        """Those of this line."""
        found = []
        while self._next is not None and self._next[0] == sequence:
            found.append(self._next)
            self._next = next(self._images, None)
        return found

    def before(self, sequence: int) -> bool:
        """Whether there were any of lines that are not there; they are passed over."""
        there = False
        while self._next is not None and self._next[0] < sequence:
            there, self._next = True, next(self._images, None)
        return there


def _line_faults(line: Sequence[Any], previous: str, images: Sequence[Any], walk: _Walk) -> Iterator[str]:
    """What is wrong with one line and its images."""
    sequence = line[0]
    try:
        said = _said(line)
        if said["previous"] != previous or said["hash"] != line_hash(said) or said["form"] not in (1, FORM):
            yield f"Line {sequence} of the journal was changed."
        yield from _image_faults(said, images, walk)
    except NEVER_WRITTEN_SO:
        yield f"Line {sequence} of the journal, or an image of it, cannot be read: it was changed."


def _said(line: Sequence[Any]) -> dict[str, Any]:
    names = (
        "sequence",
        "at",
        "kind",
        "undoable",
        "workshop_id",
        "visit",
        "takes",
        "touched",
        "previous",
        "hash",
        "form",
    )
    said = dict(zip(names, line, strict=True))
    return said | {"takes": json.loads(said["takes"]), "touched": json.loads(said["touched"])}


def _image_faults(said: dict[str, Any], images: Sequence[Any], walk: _Walk) -> Iterator[str]:
    sequence, touched = said["sequence"], said["touched"]
    if [[image[1], image[2]] for image in images] != [entry[:2] for entry in touched]:
        yield f"The images of line {sequence} of the journal are not complete."
        return
    for image, entry in zip(images, touched, strict=True):
        row = (str(image[1]), int(image[2]))
        if said["kind"] in _ERASING:
            walk.erased[row] = sequence
        if image[5] is None:
            walk.blank.append((sequence, row))
        if not (_holds(image, entry[2]) and _names_people(json.loads(image[6]), said["form"], entry)):
            yield _IMAGE.format(line=sequence)


def _holds(image: Sequence[Any], promised: str) -> bool:
    """Whether an image is what its line promises. One that was erased has no salt, and nothing is left of it then."""
    _, table, row, before, after, salt, _ = image
    if salt is None:
        return before is None and after is None
    return commitment(RowChange(table, row, _read(before), _read(after)), salt) == promised


def _read(image: str | None) -> Any:
    return None if image is None else json.loads(image)


def _names_people(people: object, form: int, entry: Sequence[Any]) -> bool:
    """Whether an image says whom it is about, as the line has it; lines of form 1 did not have it."""
    if form != 1:
        return bool(people == entry[3])
    return isinstance(people, list) and all(type(one) is int for one in people)


def _blank_without_reason(walk: _Walk) -> Iterator[str]:
    """Images that are empty, and no erasing that came later names their row."""
    for sequence in sorted({line for line, row in walk.blank if walk.erased.get(row, 0) <= line}):
        yield f"An image of line {sequence} of the journal was emptied, and nobody was erased."


def _ends(driver: Any, last: int) -> Iterator[str]:
    """Both numbers of how far it goes: the one that the database counts, and the one kept when it was closed."""
    counted = dict(driver.execute("SELECT name, seq FROM sqlite_sequence WHERE name LIKE 'journal%'").fetchall())
    if counted.get("journal", 0) != last:
        yield f"The journal ends at line {last} and should end at line {counted.get('journal', 0)}."
    images, first, highest = driver.execute(_NUMBERED).fetchone()
    if (first, images) != (1, highest) or counted.get("journal_change", 0) != highest:
        yield "Images of the journal are missing, or were given other numbers."
    kept = driver.execute("SELECT value FROM library_fact WHERE name = ?", (Fact.JOURNAL_HEAD.value,)).fetchone()
    if kept is None or not _stands(driver, str(kept[0])):
        yield "The journal does not go as far as it did when the library was closed last, or goes another way."


def _stands(driver: Any, head: str) -> bool:
    number, _, mark = head.partition(" ")
    if number == "0":
        return mark == GENESIS
    asked = (int(number) if number.isdecimal() and len(number) < _LONGEST else -1,)
    line = driver.execute("SELECT hash FROM journal WHERE sequence = ?", asked).fetchone()
    return line is not None and line[0] == mark


_LONGEST = 18
"""No number of a line has so many figures."""


def head(connection: Connection) -> str:
    """How far the journal goes: the number of its last line, and what that line and all before it come to."""
    last = connection.execute(select(journal.c.sequence, journal.c.hash).order_by(journal.c.sequence.desc())).first()
    return f"{last.sequence} {last.hash}" if last is not None else f"0 {GENESIS}"


def goes_as_on_paper(connection: Connection, number: int, mark: str) -> bool:
    """Whether the journal has a line of this number, and came to this mark there, of which paper has the beginning."""
    line = connection.execute(select(journal.c.hash).where(journal.c.sequence == number)).scalar()
    return (str(line) if line else GENESIS if number == 0 else "").startswith(mark)


def keep_head(connection: Connection) -> None:
    """Keep how far the journal goes beside it, so that a journal that was cut is known."""
    connection.execute(facts.delete().where(facts.c.name == Fact.JOURNAL_HEAD.value))
    connection.execute(facts.insert().values(name=Fact.JOURNAL_HEAD.value, value=head(connection)))


def _strays(driver: Any) -> list[str]:
    """Images that stand in another order than the deeds."""
    (back,) = driver.execute(_GOES_BACK).fetchone()
    return ["Images of the journal stand in another order than its lines."] if back else []


def _without_a_journal(connection: Connection, last: int) -> list[str]:
    """Rows that no deed ever wrote."""
    if last:
        return []
    counts = (f'SELECT EXISTS (SELECT 1 FROM "{name}")' for name in sorted(DOMAIN_TABLES))  # noqa: S608  our tables
    filled = any(connection.exec_driver_sql(count).scalar() for count in counts)
    return ["The journal is empty, and the library is not."] if filled else []
