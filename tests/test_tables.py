"""The tables and numbers that the house stands on, beside what was looked at: words, kinds, limits, days, weights.

`python3 packaging/dev.py golden` writes them anew. A change here changes what somebody reads, counts or waits for.
"""

import ast
import importlib
import os
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from datetime import date, time, timedelta
from enum import Enum
from pathlib import Path

import pytest

import mat_desktop
from tests.facilitation.written import written

HOUSE = Path(mat_desktop.__file__).parent
GOLDEN = Path(__file__).parent / "tables"
LAYERS = ("workshop", "facilitation")


def is_plain(value: object) -> bool:
    """Whether a value is made of words, numbers and days alone."""
    if isinstance(value, Mapping):
        return all(is_plain(one) for one in (*value, *value.values()))
    if isinstance(value, Sequence | Set) and not isinstance(value, str | bytes):
        return all(is_plain(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return all(is_plain(getattr(value, field.name)) for field in fields(value))
    return value is None or isinstance(value, str | int | float | bytes | date | time | timedelta | Enum)


def constants(path: Path) -> Iterator[tuple[str, object]]:
    """The constants that a module gives a name to, in the order in which they stand there."""
    parts = path.relative_to(HOUSE).with_suffix("").parts
    module = importlib.import_module(f"mat_desktop.{'.'.join(parts)}")
    for node in ast.parse(path.read_bytes()).body:
        for target in targets_of(node):
            value = getattr(module, target, None)
            if target.isupper() and is_plain(value):
                yield target, value


def targets_of(node: ast.stmt) -> list[str]:
    """The names that a statement gives; several where it takes a tuple apart."""
    match node:
        case ast.Assign(targets=targets):
            return [one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
    return []


def told(layer: str) -> str:
    """Every constant of this layer, room by room."""
    return "\n".join(
        f"=== {path.relative_to(HOUSE).as_posix()} {name}\n{written(value, many=1000)}"
        for path in sorted((HOUSE / layer).rglob("*.py"))
        for name, value in constants(path)
    )


@pytest.mark.parametrize("layer", LAYERS)
def test_every_table_of_words_and_every_number_is_as_it_was_looked_at(layer):
    said = told(layer)
    path = GOLDEN / f"{layer}.txt"
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(said, encoding="utf-8")
    assert said == path.read_text(encoding="utf-8")
