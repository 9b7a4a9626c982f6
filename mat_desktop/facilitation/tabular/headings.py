"""Which rows of a table name its columns: one, as a rule; two or three where a survey tool wrote it."""

from collections.abc import Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.tabular.separated import NumberedRow
from mat_desktop.facilitation.tabular.titles import is_title

_IMPORT_ID = '{"importid"'
"""How the third row of headings of one survey tool begins, in every cell."""
_ANSWER_WORDS = frozenset({"response", "open-ended response", "open ended response"})
"""What another one writes under a question that has one answer."""
_SAMPLE = 50


@dataclass(frozen=True, kw_only=True)
class Headed:
    """The rows of a table, told apart: what names the columns, and what stands under it."""

    header: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[NumberedRow, ...]
    number: int
    notes: tuple[str, ...]


def told(title: str, name: str) -> str:
    """What a column is called for people, of its two headings."""
    return title or name


def split(rows: Sequence[NumberedRow]) -> Headed:
    """Tell the headings from the rows. What stands above them or repeats them is left out, and said."""
    first = _first(rows)
    notes = [f"Row {number} stands above the headings and was left out." for number, _ in rows[:first]]
    number, cells = rows[first]
    header, rest = [cell.strip() for cell in cells], list(rows[first + 1 :])
    titles = [""] * len(header)
    imported = next((place for place, (_, row) in enumerate(rest[:2]) if _is_import_ids(row)), None)
    if imported is not None:
        if imported == 1:
            titles = _filled(rest[0][1], len(header))
        notes += [f"Row {skipped} belongs to the headings, not to a person." for skipped, _ in rest[: imported + 1]]
        rest = rest[imported + 1 :]
    elif rest and _is_second_heading(header, rest[0][1], [row for _, row in rest[1:_SAMPLE]]):
        header, titles = under(header, _filled(rest[0][1], len(header)))
        notes.append(f"Row {rest[0][0]} belongs to the headings, not to a person.")
        rest = rest[1:]
    kept = []
    for place, row in rest:
        if [cell.strip() for cell in row] == [cell.strip() for cell in cells]:
            notes.append(f"Row {place} repeats the headings and was left out.")
        else:
            kept.append((place, row))
    return Headed(header=tuple(header), titles=tuple(titles), rows=tuple(kept), number=number, notes=tuple(notes))


def _first(rows: Sequence[NumberedRow]) -> int:
    """Where the headings stand: below titles that fill one cell only, where the table is wider than that."""
    sample = [_width(cells) for _, cells in rows[:_SAMPLE]]
    wide = sum(width > 1 for width in sample)
    if wide < 2 or wide * 3 < len(sample):
        return 0
    return next((place for place, (_, cells) in enumerate(rows[:10]) if not is_title(cells)), 0)


def _width(cells: Sequence[str]) -> int:
    return max((number for number, cell in enumerate(cells, 1) if cell.strip()), default=0)


def _is_import_ids(cells: Sequence[str]) -> bool:
    filled = [cell.strip().casefold().replace(" ", "") for cell in cells if cell.strip()]
    return bool(filled) and all(cell.startswith(_IMPORT_ID) for cell in filled)


def _is_second_heading(header: Sequence[str], cells: Sequence[str], rest: Sequence[Sequence[str]]) -> bool:
    """Whether the second row names parts of questions: it says so, or it alone names the columns of a grid."""
    second = _filled(cells, len(header))
    if any(cell.casefold() in _ANSWER_WORDS for cell in second):
        return "" in (*header, *second)
    parts = any(part and not name for name, part in zip(header, second, strict=True))
    always = [place for place, name in enumerate(header) if name and all(_there(row, place) for row in rest)]
    return parts and len(rest) > 0 and any(not second[place] for place in always[:1])


def _there(row: Sequence[str], place: int) -> bool:
    return place < len(row) and bool(row[place].strip())


def _filled(cells: Sequence[str], width: int) -> list[str]:
    return [*(cell.strip() for cell in cells[:width]), *[""] * (width - len(cells))]


def under(header: Sequence[str], second: Sequence[str]) -> tuple[list[str], list[str]]:
    """Each question spread over its parts, and the part beneath it where it says more than that it is an answer.

    Args:
        header: the upper row of headings; an empty cell belongs to the question before it.
        second: the lower one, as wide.

    Returns:
        The question of each column, and what it is called where a part stands under it; else nothing.
    """
    names, titles, above = [], [], ""
    for name, part in zip(header, second, strict=True):
        above = name or above
        names.append(above)
        titles.append("" if part.casefold() in _ANSWER_WORDS or not part else f"{above} [{part}]")
    return names, titles
