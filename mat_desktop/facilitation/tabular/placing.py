"""Where the columns of a table are that are asked for by name, whatever else stands beside them."""

from collections.abc import Mapping, Sequence

from mat_desktop.workshop.refusal import Refusal


def placed(header: Sequence[str], needed: Sequence[str], others: Sequence[str], row: int = 1) -> dict[str, int]:
    """The place of each column that is there. Raises Refusal where one that is needed is not, or stands there twice."""
    titles = [heading.strip().casefold() for heading in header]
    missing = [c for c in needed if c not in titles]
    twice = [c for c in (*needed, *others) if titles.count(c) > 1]
    if missing or twice:
        told = f"“{missing[0]}” is missing" if missing else f"“{twice[0]}” stands there twice"
        raise Refusal(f"row {row}: the columns {', '.join(needed)} are expected, each once; {told}")
    return {c: titles.index(c) for c in (*needed, *others) if c in titles}


def renamed(header: Sequence[str], mapping: Sequence[str], fields: Sequence[str]) -> tuple[str, ...]:
    """The headings with those renamed that somebody mapped, as `field=column`; the column by heading or number.

    Raises Refusal for a field or a column that there is not.
    """
    named = list(header)
    for field, column in _told(mapping, fields).items():
        number = _number(header, column)
        named = ["" if heading.strip().casefold() == field else heading for heading in named]
        named[number] = field
    return tuple(named)


def _told(mapping: Sequence[str], fields: Sequence[str]) -> Mapping[str, str]:
    told = {}
    for words in mapping:
        field, _, column = (part.strip() for part in words.partition("="))
        if field.casefold() not in fields:
            raise Refusal(f"--map {words[:80]}: “{field[:40]}” is no field. There are: {', '.join(fields)}.")
        told[field.casefold()] = column
    return told


def _number(header: Sequence[str], column: str) -> int:
    titles = [heading.strip().casefold() for heading in header]
    if titles.count(column.casefold()) == 1:
        return titles.index(column.casefold())
    if column.isdecimal() and 1 <= int(column[:6]) <= len(header):
        return int(column) - 1
    raise Refusal(f"--map: no column is called “{column[:60]}”, or more than one.")
