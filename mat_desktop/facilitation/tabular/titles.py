"""Rows above the headings of a table: one cell alone that says what the table is."""

from collections.abc import Sequence


def is_title(cells: Sequence[str]) -> bool:
    """One cell alone that says more than the name of a column does: several words, or a number."""
    filled = [cell for cell in cells if cell.strip()]
    return len(filled) == 1 and (len(filled[0].split()) > 2 or any(c.isdecimal() for c in filled[0]))
