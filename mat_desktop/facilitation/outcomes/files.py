"""Tables of outcomes as CSV files: one row a person, or one row a workshop; every fault named by row and column."""

from collections.abc import Callable, Mapping, Sequence
from math import isfinite

from mat_desktop.facilitation.csv_table import CsvTable, Fault, read
from mat_desktop.facilitation.pairing.files import refuse
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.pooling import LEAST_VARIANCE, Study
from mat_desktop.workshop.refusal import Refusal

OCCASIONS = {"six_months": 6, "one_year": 12}
"""The columns of later occasions, and their months after the workshop."""
STARTS = tuple(f"start_{name}" for name in OCCASIONS)
"""The start that an occasion is held against, where it is another one than the baseline: of the goals marked then."""
MISSING_CODES: dict[str, str] = {
    ".n": "not heard from at this occasion",
    ".u": "heard from, but this was left out",
    ".r": "would rather not say",
    ".i": "cannot be read",
    ".x": "does not apply",
}
"""Why a cell of an export holds no number; each reads as missing again."""
_NOTHING = frozenset({"", "na", "n/a", "nan", ".", "null", *MISSING_CODES})

Row = Mapping[str, str]


def cases(content: bytes, encoding: str = "utf-8") -> tuple[OutcomeCase, ...]:
    """Columns person, partnership, baseline, six_months, one_year; optional arm, contacts, block, start_six_months, ...

    An empty cell, NA or a missing code is missing. Raises Refusal, a line a fault: text where a number belongs, a
    number without end, a person in two rows.
    """
    table = _table(content, encoding)
    places = _places(table, ("person", "partnership", "baseline"), (*OCCASIONS, *STARTS, "arm", "contacts", "block"))
    if not any(name in places for name in OCCASIONS):
        raise Refusal("row 1: a column six_months or one_year is expected")
    faults, found, seen = list[str](), list[OutcomeCase](), dict[str, str]()
    arms, blocks = dict[str, str](), dict[str, str]()
    for number, row in _rows(table, places):
        wrong = _Wrong(number, faults)
        person, partnership, arm = row["person"], row["partnership"], row.get("arm", "")
        if not person:
            wrong("person", "an id is expected in every row")
        elif person in seen:
            same = seen[person] == partnership
            wrong(
                "person",
                f"{person[:40]} stands in an earlier row{'' if same else ', in another partnership'}; "
                "one row a person is expected",
            )
        if not partnership:
            wrong("partnership", "the id that partners share is expected in every row")
        if arms.setdefault(partnership, arm) != arm:
            wrong("arm", "partners are in one arm; an earlier row of this partnership names another")
        if blocks.setdefault(partnership, row.get("block", "")) != row.get("block", ""):
            wrong("block", "partners were allotted in one block; an earlier row of this partnership names another")
        seen[person] = partnership
        after = {OCCASIONS[c]: v for c in OCCASIONS if c in row and (v := _number(row, c, wrong)) is not None}
        contacts = _number(row, "contacts", wrong)
        if contacts is not None and contacts < 0:
            wrong("contacts", "a number of days is expected, 0 or more")
        baseline, block = _number(row, "baseline", wrong), row.get("block", "")
        starts = {OCCASIONS[c]: v for c in OCCASIONS if (v := _number(row, f"start_{c}", wrong)) is not None}
        found.append(OutcomeCase(person, partnership, baseline, after, arm, contacts, block, starts))
    refuse(faults)
    return tuple(found)


def effects(content: bytes, encoding: str = "utf-8") -> tuple[Study, ...]:
    """Columns workshop, g, v: one row a workshop. Raises Refusal, a line a fault."""
    table = _table(content, encoding)
    places = _places(table, ("workshop", "g", "v"), ())
    faults, found, seen = list[str](), list[Study](), set[str]()
    for number, row in _rows(table, places):
        wrong = _Wrong(number, faults)
        name = row["workshop"]
        if not name:
            wrong("workshop", "a name is expected in every row")
        elif name in seen:
            wrong("workshop", f"{name[:40]} stands in an earlier row; each workshop counts once")
        seen.add(name)
        g, v = _number(row, "g", wrong), _number(row, "v", wrong)
        for column, value in (("g", row["g"]), ("v", row["v"])):
            if value.casefold() in _NOTHING:
                wrong(column, "a number is expected; leave out a workshop without one")
        if v is not None and v < LEAST_VARIANCE:
            wrong("v", "a variance above 0 is expected, and none below 1e-12")
        if g is not None and v is not None:
            found.append(Study(name, g, v))
    refuse(faults)
    if not found:
        raise Refusal("the table has no row; at least one workshop is expected")
    return tuple(found)


class _Wrong:
    """Gathers the faults of one row."""

    def __init__(self, number: int, faults: list[str]) -> None:
        self._number, self._faults = number, faults

    def __call__(self, column: str, sentence: str) -> None:
        self._faults.append(str(Fault(self._number, column, sentence)))


def _number(row: Row, column: str, wrong: Callable[[str, str], None]) -> float | None:
    """The number of a cell, or None where it is missing; what is neither is a fault."""
    said = row.get(column, "")
    if said.casefold() in _NOTHING:
        return None
    try:
        value = float(said) if len(said) <= 40 and said.isascii() and "_" not in said else None
    except ValueError:
        value = None
    if value is None:
        comma = " with a point, not a comma" if "," in said else ""
        wrong(column, f"“{said[:40]}” is no number; a number{comma} or an empty cell is expected")
    elif not isfinite(value) or abs(value) > 1e12:
        wrong(column, f"“{said[:40]}” has no end; a number or an empty cell is expected")
        return None
    return value


def _table(content: bytes, encoding: str) -> CsvTable:
    return read(content, encoding, nobody=True)


def _places(table: CsvTable, needed: Sequence[str], others: Sequence[str]) -> dict[str, int]:
    header = [heading.strip().casefold() for heading in table.header]
    missing = [c for c in needed if c not in header]
    twice = [c for c in (*needed, *others) if header.count(c) > 1]
    if missing or twice:
        told = f"“{missing[0]}” is missing" if missing else f"“{twice[0]}” stands there twice"
        raise Refusal(f"row 1: the columns {', '.join(needed)} are expected, each once; {told}")
    return {c: header.index(c) for c in (*needed, *others) if c in header}


def _rows(table: CsvTable, places: Mapping[str, int]) -> list[tuple[int, Row]]:
    return [
        (number, {c: cells[place].strip() if place < len(cells) else "" for c, place in places.items()})
        for number, cells in table.rows
    ]
