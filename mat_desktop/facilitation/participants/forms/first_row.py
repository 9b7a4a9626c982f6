"""Which row of a table names its columns, and whether the table stands upright: found by what stands there, or said."""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from mat_desktop.facilitation.csv_table import CsvTable
from mat_desktop.facilitation.participants.forms.columns import asked_for, guess
from mat_desktop.facilitation.participants.forms.fields import OF_THE_NAME
from mat_desktop.facilitation.tabular.headings import under
from mat_desktop.workshop.refusal import Refusal

_REACHES_SOMEBODY = re.compile(r"\s*(?:[^@\s]+@[^@\s]+\.[^@\s]+|'?\+?(?:[\s()./-]*\d){7,}[\s()./-]*)\s*")
"""An e-mail address or a number: no heading of a column is one."""
_PREFACE = 10
"""So many rows may stand above the headings."""
_MOST_FIELDS = 40
"""A form that asks more is looked at so far."""
LYING = (
    "The table lies on its side: its first column holds the headings, and each person a column. Turn it in the "
    "spreadsheet: copy it, then Paste Special with Transpose."
)


class FirstRow(Enum):
    """What the first row of a file is: found by what stands there, or said by somebody."""

    FOUND = ""
    HEADINGS = "headings"
    PERSON = "person"


def headed(table: CsvTable, first_row: FirstRow = FirstRow.FOUND) -> CsvTable:
    """The same with its headings where they are: in the first row, in two rows, further down, or nowhere.

    Some tools write a small table about the event above the one of the people, and a list that somebody typed may
    begin with its first person.

    Args:
        table: the file.
        first_row: what somebody said that its first row is; else that is found by what stands there.

    Raises Refusal for a table that lies on its side.
    """
    if first_row is FirstRow.PERSON:
        return table.without_headings()
    if _lies_on_its_side(table):
        raise Refusal(LYING)
    if table.rows and _names_columns(table, table.rows[0][1]):
        both = "" in table.header or any(map(asked_for, table.header))
        return _spread_over_two_rows(table) if both else headed(table.below(0), FirstRow.HEADINGS)
    if first_row is FirstRow.HEADINGS or OF_THE_NAME & set(guess(table).columns):
        return table
    for place in range(min(_PREFACE, len(table.rows))):
        lower = table.below(place)
        if len(guess(lower).columns) > 1 and OF_THE_NAME & set(guess(lower).columns):
            return headed(lower, FirstRow.HEADINGS)
    return table.without_headings() if any(map(_REACHES_SOMEBODY.fullmatch, table.header)) else table


def _lies_on_its_side(table: CsvTable) -> bool:
    """Whether the first column holds the headings: several known ones, and nothing that is known beside the first."""
    down = [table.header[0], *(cells[0] for _, cells in table.rows[:_MOST_FIELDS])]
    known = {field for field in map(asked_for, down) if field}
    filled = [text for text in down if text.strip()]
    beside = (cells[1:] for cells in (table.header, *(cells for _, cells in table.rows[:_PREFACE])))
    across = any(asked_for(text) for texts in beside for text in texts)
    return len(table.header) > 1 and not across and len(known) > 1 and 2 * len(known) >= len(filled)


def _names_columns(table: CsvTable, cells: Sequence[str]) -> bool:
    """Whether a row under the headings names the columns too: most of it is known, and what stands under the name."""
    filled = [text for text in cells if text.strip()]
    known = [text for text in filled if asked_for(text)]
    under_the_name = [n for f in OF_THE_NAME for n in guess(table).columns.get(f, ())]
    names_it = all(asked_for(cells[n]) for n in under_the_name if n < len(cells))
    return len(known) > 1 and 3 * len(known) >= 2 * len(filled) and names_it


def _spread_over_two_rows(table: CsvTable) -> CsvTable:
    """The same with the first row under the headings as their second part."""
    number, cells = table.rows[0]
    width = max(len(table.header), len(cells))
    above, below = ([*texts, *[""] * (width - len(texts))] for texts in (table.header, cells))
    header, titles = under(above, below)
    said = f"Row {number} belongs to the headings, not to a person."
    return replace(table, header=tuple(header), titles=tuple(titles), rows=table.rows[1:], notes=(*table.notes, said))
