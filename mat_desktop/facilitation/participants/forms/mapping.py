"""What a column means, said by hand: in the window, or as `field=column` on the command line."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from mat_desktop.facilitation.csv_table import CsvTable
from mat_desktop.facilitation.participants.forms.columns import Understanding
from mat_desktop.facilitation.participants.forms.fields import FIELD_TITLES, OF_THE_NAME, SEVERAL, Columns
from mat_desktop.workshop.refusal import Refusal


def moved(columns: Columns, number: int, field: str) -> Columns:
    """The same with one column meaning something else, or nothing where `field` is empty."""
    found = {f: tuple(n for n in numbers if n != number) for f, numbers in columns.items()}
    if field == "name":
        found = {f: numbers for f, numbers in found.items() if f not in OF_THE_NAME}
    if field:
        found[field] = tuple(sorted((*found.get(field, ()), number))) if field in SEVERAL else (number,)
    return {f: numbers for f, numbers in found.items() if numbers}


def told_by_hand(understanding: Understanding, table: CsvTable, mapping: Iterable[str]) -> Understanding:
    """The same with `field=column` said on the command line; the column by its heading, or its number from 1.

    Raises Refusal for a field or a column that there is not.
    """
    columns, cleared = understanding.columns, set[str]()
    for words in mapping:
        field, _, column = (part.strip() for part in words.partition("="))
        field = field.casefold().replace(" ", "_").replace("-", "_")
        if field not in FIELD_TITLES:
            raise Refusal(f"--map {words[:80]}: “{field[:40]}” is no field. There are: {', '.join(FIELD_TITLES)}.")
        if field not in cleared:
            columns = {f: numbers for f, numbers in columns.items() if f not in _instead_of(field)}
            cleared |= {field}
        if column:
            columns = moved(columns, _number(table, column, words), field)
    return replace(understanding, columns=columns)


def _instead_of(field: str) -> tuple[str, ...]:
    """What a column that was named by hand takes the place of."""
    return ("name", "given_name", "family_name") if field == "name" else (field,)


def _number(table: CsvTable, column: str, words: str) -> int:
    wanted = column.casefold()
    for headings in (table.words, table.header):
        found = [n for n, heading in enumerate(headings) if heading.casefold() == wanted]
        if len(found) > 1:
            raise Refusal(f"--map {words[:80]}: that heading stands there twice; give the number of the column.")
        if found:
            return found[0]
    if column.isdecimal() and 1 <= int(column[:6]) <= len(table.header):
        return int(column) - 1
    raise Refusal(f"--map {words[:80]}: no column is called so. There are: {', '.join(_first_headings(table))}.")


def _first_headings(table: CsvTable) -> list[str]:
    counted = Counter(heading for heading in table.words if heading)
    return [heading[:40] for heading in list(counted)[:20]]
