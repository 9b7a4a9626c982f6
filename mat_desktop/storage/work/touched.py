"""The rows that erasing changed, took out, or left without an image."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy import Connection

from mat_desktop.storage.tables.columns import metadata
from mat_desktop.storage.work.journal import Image, Recorder, RowChange, read_image


@dataclass
class Touched(Recorder):
    """Gathers rows by their tables; each is told in the journal as it is in the end, and never as it was."""

    rows: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, table: str, rows: Collection[int]) -> None:
        """Add some rows of a table."""
        self.rows[table] |= set(rows)

    def changes(self, connection: Connection) -> list[RowChange]:
        """An image of each that lives, and for each that went that it is gone."""
        return [
            RowChange(table, row, None, _image(connection, table, row))
            for table, rows in sorted(self.rows.items())
            for row in sorted(rows)
        ]


def _image(connection: Connection, table: str, row: int) -> Image | None:
    """The row as it is now; nothing of one in a table that only older forms had."""
    return read_image(connection, metadata.tables[table], row) if table in metadata.tables else None
