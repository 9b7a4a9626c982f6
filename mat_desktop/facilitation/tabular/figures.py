"""What a cell of a table of figures says: a number, that it is missing, or neither. One rule for every table."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite

MISSING_CODES: dict[str, str] = {
    ".n": "not heard from at this occasion",
    ".u": "heard from, but this was left out",
    ".r": "would rather not say",
    ".i": "cannot be read",
    ".x": "does not apply",
}
"""Why a cell of an export holds no number; each reads as missing again."""
SUPPRESSED = ".s"
"""So few people share what would stand there that it is not told."""
_NOTHING = frozenset({"", "na", "n/a", "nan", ".", "null", "none", "#n/a", *MISSING_CODES, SUPPRESSED})
_STAND_INS = frozenset({-1.0, -7.0, -8.0, -9.0, -77.0, -88.0, -99.0, -999.0, -9999.0, 77.0, 88.0, 99.0, 777.0, 888.0})
_MORE_STAND_INS = frozenset({999.0, 9999.0, 99999.0})
"""What programs write where somebody did not answer."""
_LONGEST, _LARGEST = 40, 1e12


@dataclass(frozen=True)
class Figure:
    """The number of a cell, None where it is missing; `problem` says why it is neither."""

    value: float | None
    problem: str = ""


def is_missing(cell: str) -> bool:
    """Whether a cell says that there is no answer."""
    return cell.strip().casefold() in _NOTHING


def figure(cell: str) -> Figure:
    """A number with a point, or nothing."""
    said = cell.strip()
    if is_missing(said):
        return Figure(None)
    try:
        value = float(said) if len(said) <= _LONGEST and said.isascii() and "_" not in said else None
    except ValueError:
        value = None
    if value is None:
        comma = " with a point, not a comma" if "," in said else ""
        return Figure(None, f"“{said[:40]}” is no number; a number{comma} or an empty cell is expected")
    if not isfinite(value) and "inf" in said.casefold():
        return Figure(None, f"“{said[:40]}” has no end; a number or an empty cell is expected")
    if abs(value) > _LARGEST:
        return Figure(None, f"“{said[:40]}” is too large; a number up to {_LARGEST:,.0f} or an empty cell is expected")
    return Figure(value)


def whole(cell: str) -> int | None:
    """The whole number of a cell; `1.0` is 1. None where it is no whole number."""
    value = figure(cell).value
    return int(value) if value is not None and value == int(value) else None


def stand_ins(values: Iterable[float]) -> frozenset[float]:
    """The numbers of a column that stand for no answer, as -99 and 999 do: far outside of all others."""
    every = set(values)
    likely = every & (_STAND_INS | _MORE_STAND_INS)
    others = every - likely
    if not others:
        return frozenset()
    spread = max(others) - min(others) or max(1.0, abs(max(others)))
    return frozenset(v for v in likely if v < min(others) - spread or v > max(others) + spread)
