"""Which column of a form means what: known by its heading, chosen by its cells, and open to change."""

from collections.abc import Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.csv_table import CsvTable
from mat_desktop.facilitation.participants.forms import cells as reading
from mat_desktop.facilitation.participants.forms.belonging import AnothersColumn, somebody_elses
from mat_desktop.facilitation.participants.forms.fields import (
    FIELD_TITLES,
    OF_THE_NAME,
    PARTS_OF_A_NAME,
    SEVERAL,
    Columns,
)
from mat_desktop.facilitation.participants.forms.heading import Heading, plain_words
from mat_desktop.facilitation.participants.forms.order import NameOrder, order_of
from mat_desktop.facilitation.participants.forms.questions import ASKED, emergency_field, may_ask_consent, strange
from mat_desktop.facilitation.participants.forms.vocabulary import ADDRESS_PARTS, BEFORE_FAMILY, KNOWN, by_privacy

_SAMPLE = 200
"""So many rows tell what a column holds."""
_MOST_LETTERS = 400
"""A longer heading is a letter to the reader; it is not searched for words."""


@dataclass(frozen=True, kw_only=True)
class Understanding:
    """What the columns of a form are taken for, what else they might be, and what was decided by their cells."""

    columns: Columns
    offered: dict[int, str]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class _Column:
    """One column that a field could stand in."""

    number: int
    good: float
    """The share of its cells, of those that hold something, that are what the field wants."""
    filled: int
    varied: int


def guess(table: CsvTable) -> Understanding:
    """What each column means. Of two that could be the same the one with the better cells is taken, and it is said."""
    fits: dict[str, list[int]] = {field: [] for field in FIELD_TITLES}
    offered: dict[int, str] = {}
    parts: list[int] = []
    headings = [Heading(words[:_MOST_LETTERS]) for words in table.words]
    for number, heading in enumerate(headings):
        field, sure = _meaning(heading)
        if field and sure:
            fits[field].append(number)
        elif field:
            offered[number] = field
        elif ADDRESS_PARTS.fits(heading) and not strange(heading):
            parts.append(number)
    others = somebody_elses(headings, fits, lambda number: cells_of(table, number))
    for other in others:
        offered[other.number] = other.field
        fits = {field: [n for n in numbers if n != other.number] for field, numbers in fits.items()}
    columns, notes = _chosen(table, fits)
    if "address" in columns and not _is_whole_address(table, columns["address"]):
        columns["address"] = tuple(sorted((*columns["address"], *parts)))
    named, said = _named(table, columns)
    named = _with_what_stands_before(table, named)
    taken = {number for numbers in named.values() for number in numbers}
    left = {number: field for field, numbers in fits.items() for number in numbers if number not in taken}
    return Understanding(
        columns=named,
        offered={n: f for n, f in sorted({**left, **offered}.items()) if n not in taken},
        notes=(
            *(_told_of_another(table, other) for other in others),
            *(words for field in notes if field in named or field not in columns for words in notes[field]),
            *said,
            *_told_of_order(table, named),
        ),
    )


def asked_for(heading: str) -> str:
    """The field that a heading asks for and nothing else; nothing for a heading that is not known."""
    told = Heading(heading[:_MOST_LETTERS])
    field, sure = _meaning(told)
    return field if sure else ""


def _told_of_another(table: CsvTable, other: AnothersColumn) -> str:
    where = f"“{_called(table, other.number)}” (column {other.number + 1})"
    return f"{where} stands beside “{_called(table, other.whose)}” and may be theirs; it is not taken."


def _told_of_order(table: CsvTable, columns: Columns) -> list[str]:
    """What is said of a column whose heading leaves open which part of a name comes first."""
    unsure = [n for n in columns.get("name", ()) if order_of(table.words[n]) is NameOrder.OPEN]
    return [f"In “{_called(table, n)}” either name may come first; see what each is called." for n in unsure]


def _meaning(heading: Heading) -> tuple[str, bool]:
    """The field that a heading asks for, and whether it asks for nothing else; empty for no field."""
    emergency = emergency_field(heading)
    if emergency is not None:
        return emergency, True
    asked = next((field for field, asks in ASKED.items() if asks(heading)), "")
    if asked:
        return asked, True
    if strange(heading):
        return "", False
    known = _known(heading)
    if "#" in heading.text and known != "phone":
        return "", False
    if known or ADDRESS_PARTS.fits(heading):
        return known, bool(known)
    touched = next((field for field, words in KNOWN.items() if words.touches(heading)), "")
    return touched or ("consent_take_part" if may_ask_consent(heading) else ""), False


def _known(heading: Heading) -> str:
    """The field that is all that is asked; in two languages, as in `First name/Prénom`, what both ask."""
    whole = _known_side(heading)
    if whole or len(heading.sides) < 2:
        return whole
    sides = {_known_side(side) for side in heading.sides}
    if len(sides) == 1:
        return sides.pop()
    part = sides - {"name"}
    return part.pop() if len(part) == 1 and part <= set(PARTS_OF_A_NAME) else ""


def _known_side(heading: Heading) -> str:
    """The field that is asked; what stands last says which part of a name: `Full name - First name`."""
    last = [heading.part, *([heading.remark] if heading.remark else [])]
    parts = ((told, field) for told in last for field in PARTS_OF_A_NAME)
    wholes = ((told, field) for told in dict.fromkeys((heading, heading.part)) for field in KNOWN)
    return next((field for told, field in (*parts, *wholes) if KNOWN[field].fits(told)), "")


def _chosen(table: CsvTable, fits: dict[str, list[int]]) -> tuple[Columns, dict[str, list[str]]]:
    """The columns of each field, and what is to be said about it."""
    columns: Columns = {}
    notes: dict[str, list[str]] = {}
    for field, fitting in fits.items():
        numbers = [n for n in fitting if not _says_nothing(table, field, n)] or fitting[:1]
        if numbers and _says_nothing(table, field, numbers[0]):
            said = (
                f"“{_called(table, numbers[0])}” (column {numbers[0] + 1}) holds no {FIELD_TITLES[field]}; not taken."
            )
            notes[field] = [said] if any(cell.strip() for cell in cells_of(table, numbers[0])) else []
        elif field == "phone" and len(usable := _usable(table, field, numbers)) > 1:
            columns[field], notes[field] = _in_turn(table, usable)
        elif numbers and _stand_together(table, field, numbers):
            columns[field] = tuple(_without_doubles(table, field, _filled(table, numbers)))
        elif numbers:
            number, notes[field] = _best(table, field, numbers)
            columns |= {field: (number,)} if number is not None else {}
    return columns, notes


def _says_nothing(table: CsvTable, field: str, number: int) -> bool:
    """Whether a column holds one and the same words that are not what the field wants, as “anonymous” for an e-mail."""
    looked = _looked_at(table, field, number)
    return looked.filled > 2 and looked.varied == 1 and looked.good == 0


def _stand_together(table: CsvTable, field: str, numbers: Sequence[int]) -> bool:
    """Whether all of these columns together hold the field: a grid of days, lines of an address, two surnames."""
    second = {word for number in numbers for word in plain_words(table.words[number])} & {"segundo", "second"}
    return field in SEVERAL and (field != "family_name" or (len(numbers) == 2 and bool(second)))


def _usable(table: CsvTable, field: str, numbers: Sequence[int]) -> list[int]:
    """Those columns most of whose cells are what the field wants."""
    looked_at = [_looked_at(table, field, number) for number in numbers]
    return [c.number for c in looked_at if c.filled and c.good > 0.5]


def _in_turn(table: CsvTable, numbers: Sequence[int]) -> tuple[tuple[int, ...], list[str]]:
    """Several numbers of one person: the mobile one first, as nobody else answers it; the next where it is empty."""
    first, *others = ordered = by_privacy(table.words, numbers)
    rest = " or ".join(f"“{_called(table, n)}”" for n in others)
    said = f"“{_called(table, first)}” (column {first + 1}) is taken as Phone; where it is empty, {rest}."
    return ordered, [said]


def _filled(table: CsvTable, numbers: Sequence[int]) -> Sequence[int]:
    """Those of several columns that hold something; all of them where none does."""
    return [n for n in numbers if any(cell.strip() for cell in cells_of(table, n))] or numbers


def _without_doubles(table: CsvTable, field: str, numbers: Sequence[int]) -> Sequence[int]:
    """An address that stands there as a whole needs no lines of its own."""
    whole = [n for n in numbers if _is_whole_address(table, (n,))]
    return whole[:1] if field == "address" and whole else numbers


def _is_whole_address(table: CsvTable, numbers: Sequence[int]) -> bool:
    return any({"formatted", "full"} & set(plain_words(table.words[number])) for number in numbers)


def _best(table: CsvTable, field: str, numbers: Sequence[int]) -> tuple[int | None, list[str]]:
    """The one of several columns whose cells are what the field wants and differ; None where that is not sure."""
    ranked = [_looked_at(table, field, number) for number in numbers]
    best = max(ranked, key=lambda c: (c.varied > 1 or c.filled < 2, round(c.good * c.filled), -c.number))
    title = _called(table, best.number)
    equal = [c for c in ranked if c != best and _called(table, c.number) == title]
    if field in OF_THE_NAME and equal and _differ(table, [best, *equal]):
        return None, [f"Row {table.heading_row} names the column “{title}” twice. Say which one holds the name."]
    said = f"“{title}” (column {best.number + 1}) is taken as {FIELD_TITLES[field]}."
    return best.number, [said] if len(ranked) > 1 else []


def _looked_at(table: CsvTable, field: str, number: int) -> _Column:
    texts = [text for text in cells_of(table, number) if text.strip()]
    read = reading.READ.get(field)
    good = sum(not read(text).problem for text in texts) / len(texts) if read and texts else float(bool(texts))
    return _Column(number=number, good=good, filled=len(texts), varied=len({text.casefold() for text in texts}))


def cells_of(table: CsvTable, number: int) -> list[str]:
    """The first cells of a column, one a row; nothing where a row ends before it."""
    return [cells[number] if number < len(cells) else "" for _, cells in table.rows[:_SAMPLE]]


def _differ(table: CsvTable, columns: Sequence[_Column]) -> bool:
    first, *others = (cells_of(table, c.number) for c in columns)
    return any(texts != first for texts in others)


def _called(table: CsvTable, number: int) -> str:
    return table.words[number][:60] or f"column {number + 1}"


def _named(table: CsvTable, columns: Columns) -> tuple[Columns, list[str]]:
    """The columns of the name: its parts before the whole, where both are there.

    A column “name” beside one part alone is the other part, or the whole; its cells say which.
    """
    columns = _without_empty_parts(table, columns)
    given, family, whole = (columns.get(field, ()) for field in ("given_name", "family_name", "name"))
    others = {
        field: numbers for field, numbers in columns.items() if field not in ("given_name", "family_name", "name")
    }
    if given and family:
        return {"given_name": given, "family_name": family, **others}, []
    if family and not (whole or given):
        return others, [
            f"“{_called(table, family[0])}” is only the family name. Say which column holds the other part."
        ]
    if given and not (whole or family):
        return columns, ["No column is taken for the family name; see whether one of them holds it."]
    if not whole or not (given or family):
        return columns, []
    if _holds(table, whole[0], (given or family)[0]):
        return {"name": whole, **({"called": given} if given and "called" not in others else {}), **others}, []
    rest = "family_name" if given else "given_name"
    said = f"“{_called(table, whole[0])}” is taken as {FIELD_TITLES[rest]}, beside the other part of the name."
    parts = {"given_name": given or whole, "family_name": family or whole}
    return {**parts, **others}, [said]


def _with_what_stands_before(table: CsvTable, columns: Columns) -> Columns:
    """The same with the column that holds `van der` before the one of the family name."""
    family = columns.get("family_name", ())
    headings = ((number, Heading(words[:_MOST_LETTERS])) for number, words in enumerate(table.words))
    before = tuple(n for n, heading in headings if heading.part.core in BEFORE_FAMILY and n not in family)
    return {**columns, "family_name": (*before, *family)} if family and before else columns


def _without_empty_parts(table: CsvTable, columns: Columns) -> Columns:
    """The same without columns of the name that hold nothing, where others hold something."""
    filled = {
        f: any(text.strip() for n in columns[f] for text in cells_of(table, n)) for f in OF_THE_NAME & set(columns)
    }
    return {f: n for f, n in columns.items() if filled.get(f, True)} if any(filled.values()) else columns


def _holds(table: CsvTable, whole: int, part: int) -> bool:
    """Whether the cells of one column hold those of another as words, as a rule."""
    pairs = [
        (plain_words(a), plain_words(b))
        for a, b in zip(cells_of(table, whole), cells_of(table, part), strict=True)
        if a.strip() and b.strip()
    ]
    return sum(set(b) <= set(a) for a, b in pairs) * 2 > len(pairs)
