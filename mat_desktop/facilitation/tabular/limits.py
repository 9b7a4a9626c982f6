"""How large a table may be, and what a file must be before a byte of it is read."""

from pathlib import Path

from mat_desktop.facilitation.chosen_file import TooLarge, content_of_file
from mat_desktop.workshop.refusal import Refusal

MOST_BYTES = 20_000_000
MOST_COLUMNS = 5_000
"""A wide export of a survey has some hundreds; a square table of fits has one a person."""
_LIBRARY_FILES = frozenset({".db", ".sqlite", ".sqlite3"})


def content_of(path: Path, *, piped: bool = False) -> bytes:
    """The bytes of a table, read only once its kind and size are known.

    Args:
        path: the file.
        piped: whether what another command writes will do too.

    Raises:
        Refusal: for a folder, a device, a database, or a file larger than 20 MB, of which nothing is read.
        OSError: where the system does not give it.
    """
    if path.suffix.casefold() in _LIBRARY_FILES:
        raise Refusal("This is a database, not a table. Choose a CSV or Excel file.")
    try:
        return content_of_file(path, MOST_BYTES, piped=piped)
    except TooLarge:
        raise Refusal(TOO_LARGE) from None


TOO_LARGE = "The file is larger than 20 MB. A roster of 1,000 people is far smaller."


def refuse_width(columns: int) -> None:
    """Raise Refusal for a first row with more columns than a table of people or answers has."""
    if columns > MOST_COLUMNS:
        raise Refusal(f"Row 1 has {columns:,} columns; at most {MOST_COLUMNS:,} are read. Is this the right file?")
