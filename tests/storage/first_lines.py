"""Lines of the journal as versions up to 0.6.0 wrote them, by code of its own, which is not what verifies them."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, text

_GENESIS = "0" * 64
_LINE = text(
    "INSERT INTO journal (sequence, at, kind, undoable, workshop_id, visit, takes, touched, previous, hash) "
    "VALUES (:sequence, :at, :kind, 0, 1, '', '[]', :touched, :previous, :hash)"
)
_IMAGE = text(
    "INSERT INTO journal_change (sequence, table_name, row_id, before, after, salt, people) "
    "VALUES (:sequence, :table, :row, NULL, :after, :salt, '[1]')"
)


def write_first_line(connection: Connection, kind: str, at: datetime, tables: Sequence[str]) -> None:
    """One line of form 1, with an image of every row of these tables as it lies there."""
    last = connection.execute(text("SELECT sequence, hash FROM journal ORDER BY sequence DESC")).first()
    sequence, previous = (last.sequence + 1, last.hash) if last else (1, _GENESIS)
    rows = [(table, image) for table in tables for image in _images(connection, table)]
    salts = [f"{number:032x}" for number in range(len(rows))]
    touched = [[t, i["id"], _promise(i, salt)] for (t, i), salt in zip(rows, salts, strict=True)]
    line = {
        "at": at.isoformat(),
        "kind": kind,
        "undoable": 0,
        "workshop_id": 1,
        "visit": "",
        "takes": [],
        "touched": touched,
    }
    told = {"sequence": sequence, "at": line["at"], "kind": kind, "touched": json.dumps(touched), "previous": previous}
    connection.execute(_LINE, told | {"hash": _digest(previous, line)})
    for (table, image), salt in zip(rows, salts, strict=True):
        given = {"sequence": sequence, "table": table, "row": image["id"], "after": json.dumps(image), "salt": salt}
        connection.execute(_IMAGE, given)


def _images(connection: Connection, table: str) -> list[dict[str, Any]]:
    rows = connection.execute(text(f"SELECT * FROM {table} ORDER BY id")).mappings().all()
    return [{name: _plain(value) for name, value in row.items() if name != "row_version"} for row in rows]


def _plain(value: Any) -> Any:
    return b64encode(value).decode() if isinstance(value, bytes) else value


def _promise(image: dict[str, Any], salt: str) -> str:
    return _digest(salt, {"before": None, "after": image})


def _digest(before: str, said: dict[str, Any]) -> str:
    words = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256((before + words).encode()).hexdigest()
