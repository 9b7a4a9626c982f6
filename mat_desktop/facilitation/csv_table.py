"""A table as a CSV file: its delimiter is found, its encoding declared, its faults named by row and column."""

import csv
import io
from dataclasses import dataclass

from mat_desktop.workshop.participants.participant import MOST_PEOPLE
from mat_desktop.workshop.refusal import Refusal

MOST_BYTES = 20_000_000

ENCODINGS = ("utf-8", "windows-1252", "iso-8859-1", "utf-16")


@dataclass(frozen=True)
class CsvTable:
    """A file as read: the header and its rows, each with its row number in the spreadsheet (header = 1)."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Fault:
    """What is wrong with one place of a file."""

    row: int
    column: str
    sentence: str

    def __str__(self) -> str:
        """`row 3, column Phone: what is expected`."""
        return f"row {self.row}, column {self.column}: {self.sentence}"


class OtherEncoding(Refusal):
    """The bytes are no text of the encoding that was declared. `fault` says so, without what to do in a terminal."""

    def __init__(self, fault: str) -> None:
        super().__init__(f"{fault} Save it as UTF-8, or name its encoding: --encoding windows-1252.")
        self.fault = fault


def read(content: bytes, encoding: str = "utf-8", *, nobody: bool = False) -> CsvTable:
    """Read a CSV file. The delimiter is found, the encoding is declared and never guessed.

    Args:
        content: the file.
        encoding: its text encoding.
        nobody: whether a header alone will do.

    Raises:
        Refusal: naming what is wrong with the file as a whole.
    """
    text = _decoded(content, encoding)
    lines = _parsed(text)
    if not lines:
        raise Refusal("The file is empty: row 1 must name the columns, for example “name”.")
    header = tuple(cell.strip() for cell in lines[0][1])
    if len(lines) == 1 and not nobody:
        raise Refusal("The file has a header and no people. Row 2 must hold the first person.")
    if len(lines) - 1 > MOST_PEOPLE:
        raise Refusal(f"The file has {len(lines) - 1:,} people; a workshop has at most {MOST_PEOPLE:,}.")
    return CsvTable(header, tuple(lines[1:]))


def _decoded(content: bytes, encoding: str) -> str:
    if len(content) > MOST_BYTES:
        raise Refusal("The file is larger than 20 MB. A roster of 1,000 people is far smaller.")
    try:
        text = content.decode("utf-8-sig" if encoding.lower().replace("_", "-") in ("utf-8", "utf8") else encoding)
    except LookupError:
        raise Refusal(f"“{encoding[:40]}” is no encoding. Try windows-1252.") from None
    except UnicodeError as fault:
        row = content[: getattr(fault, "start", 0)].count(b"\n") + 1
        raise OtherEncoding(f"The file is not {encoding.upper()} text (row {row}).") from None
    if "\0" in text:
        raise Refusal("The file holds NUL characters. It is no CSV file; export it again as CSV.")
    return text


def _parsed(text: str) -> list[tuple[int, tuple[str, ...]]]:
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found: list[tuple[int, tuple[str, ...]]] = []
    number = 0
    try:
        for cells in reader:
            number += 1
            if any(cell.strip() for cell in cells):
                found.append((number, tuple(cells)))
    except csv.Error as fault:
        raise Refusal(f"The file breaks off in row {number + 1}: {fault}. Export it again as CSV.") from None
    return found
