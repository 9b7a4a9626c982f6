"""What a look shows, written down as lines of text, one field a line: what differs is read in a diff."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from enum import Enum
from itertools import groupby
from zlib import crc32

ROW = 100
"""What fits into so many characters stays in one line."""
MANY = 12
"""Of more things than that in a row the first are written, and one number for the rest."""
LIBRARY = r"[0-9a-f]{32}(?=@mat-desktop)"
"""Ids of calendar entries hang on the library, which is drawn by lot."""


def written(value: object, many: int = MANY) -> str:
    """A value with all that is in it; of more than so many things in a row only the first."""
    return "\n".join(_lines(value, "", many)) + "\n"


def _lines(value: object, before: str, many: int) -> Iterator[str]:
    inside = list(_parts(value))
    line = f"{before}{_in_a_row(value)}"
    if not inside or len(line) <= ROW:
        yield line
        return
    yield f"{before}{_kind(value)}".rstrip()
    for name, part in inside[:many]:
        for text in _lines(part, f"{name}: " if name else "- ", many):
            yield f"  {text}"
    if len(inside) > many:
        rest = re.sub(LIBRARY, "", "\n".join(_in_a_row(part) for _, part in inside[many:]))
        yield f"  and {len(inside) - many} more, {crc32(rest.encode()):08x}"


def _parts(value: object) -> Iterator[tuple[str, object]]:
    if is_dataclass(value):
        yield from ((field.name, getattr(value, field.name)) for field in fields(value))
    elif isinstance(value, Mapping):
        yield from ((_in_a_row(one), value[one]) for one in sorted(value, key=_in_a_row))
    elif isinstance(value, Set):
        yield from (("", one) for one in sorted(value, key=_in_a_row))
    elif isinstance(value, Sequence) and not isinstance(value, str | bytes):
        yield from (("", one) for one in value)


def _in_a_row(value: object) -> str:
    match value:
        case Enum():
            return f"{value.value}"
        case float():
            return f"{value:.6g}"
        case bytes():
            return f"{len(value)} bytes, {crc32(value):08x}"
        case str():
            return repr(value)
    parts = [f"{name}={_in_a_row(part)}" if name else _in_a_row(part) for name, part in _parts(value)]
    if is_dataclass(value):
        return f"{_kind(value)}({', '.join(parts)})"
    if isinstance(value, Mapping | Set | Sequence):
        return f"[{', '.join(_once(parts))}]"
    return str(value)


def _once(parts: Sequence[str]) -> Iterator[str]:
    """What stands there several times running is written once."""
    for part, same in groupby(parts):
        times = len(list(same))
        yield f"{times} x {part}" if times > 2 else ", ".join([part] * times)


def _kind(value: object) -> str:
    return type(value).__name__ if is_dataclass(value) else ""
