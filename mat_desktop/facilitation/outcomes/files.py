"""Tables of outcomes as CSV files: one row a person, or one row a workshop; every fault named by row and column."""

from collections.abc import Mapping, Sequence

from mat_desktop.facilitation.csv_table import CsvTable, Fault, read
from mat_desktop.facilitation.pairing.files import refuse
from mat_desktop.facilitation.tabular.figures import MISSING_CODES, SUPPRESSED, figure, is_missing, stand_ins
from mat_desktop.facilitation.tabular.placing import placed, renamed
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.pooling import LEAST_VARIANCE, Study
from mat_desktop.workshop.refusal import Refusal

OCCASIONS = {"six_months": 6, "one_year": 12}
"""The columns of later occasions, and their months after the workshop."""
STARTS = tuple(f"start_{name}" for name in OCCASIONS)
"""The start that an occasion is held against, where it is another one than the baseline: of the goals marked then."""
_COLUMNS = ("person", "partnership", "baseline", *OCCASIONS, *STARTS, "arm", "contacts", "block")
_EFFECTS = ("workshop", "g", "v")
_UNTOLD = frozenset({*MISSING_CODES, SUPPRESSED})
"""What stands in the place of an arm or a block that is not told."""
MOST_ROWS = 100_000

Row = Mapping[str, str]


def cases(content: bytes, encoding: str = "utf-8", mapping: Sequence[str] = ()) -> tuple[OutcomeCase, ...]:
    """Columns person, partnership, baseline, six_months, one_year; optional arm, contacts, block, start_six_months, ...

    An empty cell, NA or a missing code is missing. Raises Refusal, a line a fault: text where a number belongs, a
    number without end or one that stands for no answer, a person in two rows.
    """
    table = _table(content, encoding)
    header = renamed(table.header, mapping, _COLUMNS)
    places = placed(header, _COLUMNS[:3], _COLUMNS[3:], table.heading_row)
    outside = _stand_ins(table, places)
    if not any(name in places for name in OCCASIONS):
        raise Refusal("row 1: a column six_months or one_year is expected")
    faults, found, seen = list[str](), list[OutcomeCase](), dict[str, str]()
    arms, blocks, spelled = dict[str, str](), dict[str, str](), dict[str, str]()
    for number, row in _rows(table, places):
        wrong = _Wrong(number, faults, outside)
        person, arm, block = row["person"], _name(row, "arm"), _name(row, "block")
        partnership = spelled.setdefault(" ".join(row["partnership"].casefold().split()), row["partnership"])
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
        if blocks.setdefault(partnership, block) != block:
            wrong("block", "partners were allotted in one block; an earlier row of this partnership names another")
        seen[person] = partnership
        after = {OCCASIONS[c]: v for c in OCCASIONS if c in row and (v := _number(row, c, wrong)) is not None}
        contacts = _number(row, "contacts", wrong)
        if contacts is not None and contacts < 0:
            wrong("contacts", "a number of days is expected, 0 or more")
        baseline = _number(row, "baseline", wrong)
        starts = {OCCASIONS[c]: v for c in OCCASIONS if (v := _number(row, f"start_{c}", wrong)) is not None}
        found.append(OutcomeCase(person, partnership, baseline, after, arm, contacts, block, starts))
    refuse(faults)
    return tuple(found)


def hides_arms(content: bytes, encoding: str = "utf-8", mapping: Sequence[str] = ()) -> bool:
    """Whether the table hides somebody's arm, as research data do where few people share one."""
    table = _table(content, encoding)
    places = placed(renamed(table.header, mapping, _COLUMNS), _COLUMNS[:3], _COLUMNS[3:], table.heading_row)
    return any(row.get("arm", "").casefold() == SUPPRESSED for _, row in _rows(table, places))


def effects(content: bytes, encoding: str = "utf-8", mapping: Sequence[str] = ()) -> tuple[Study, ...]:
    """Columns workshop, g, v: one row a workshop. Raises Refusal, a line a fault."""
    table = _table(content, encoding)
    places = placed(renamed(table.header, mapping, _EFFECTS), _EFFECTS, (), table.heading_row)
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
            if is_missing(value):
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
    """Gathers the faults of one row; knows what stands for no answer in which column."""

    def __init__(self, number: int, faults: list[str], outside: Mapping[str, frozenset[float]] | None = None) -> None:
        self._number, self._faults = number, faults
        self.outside = outside or {}

    def __call__(self, column: str, sentence: str) -> None:
        self._faults.append(str(Fault(self._number, column, sentence)))


def _name(row: Row, column: str) -> str:
    """The arm or block of a row; empty where there is none, or where it is not told."""
    name = row.get(column, "")
    return "" if name.casefold() in _UNTOLD else name


def _number(row: Row, column: str, wrong: _Wrong) -> float | None:
    """The number of a cell, or None where it is missing; what is neither is a fault."""
    told = figure(row.get(column, ""))
    if told.problem:
        wrong(column, told.problem)
    elif told.value is not None and told.value in wrong.outside.get(column, ()):
        wrong(column, f"{told.value:g} is far outside of all others; if it stands for no answer, write NA")
    return told.value


def _stand_ins(table: CsvTable, places: Mapping[str, int]) -> dict[str, frozenset[float]]:
    """Of the columns of one measure, what stands for no answer; the occasions are judged together."""
    columns = [c for c in ("baseline", *OCCASIONS) if c in places]
    cells = (row[column] for _, row in _rows(table, places) for column in columns)
    outside = stand_ins(value for cell in cells if (value := figure(cell).value) is not None)
    return dict.fromkeys(columns, outside)


def _table(content: bytes, encoding: str) -> CsvTable:
    return read(content, encoding, nobody=True, rows_called="rows", most=MOST_ROWS)


def _rows(table: CsvTable, places: Mapping[str, int]) -> list[tuple[int, Row]]:
    return [
        (number, {c: cells[place].strip() if place < len(cells) else "" for c, place in places.items()})
        for number, cells in table.rows
    ]
