"""A library with 1.4 million entries is opened; a key is saved beside a bare committed INSERT."""

import statistics
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from bench_contact import PASSPHRASE, WORKSHOPS, desk_of, loaded
from measuring import Row, alternating, ratio_row, timed

MOST_OPENING_MS, MOST_TIMES = 3000, 6.0
ANSWERS = 200
"""So many answers a run: one alone is over before the disk is warm."""

_LINES = """
INSERT INTO journal (at, kind, undoable, workshop_id, visit, takes, touched, previous, hash, form)
WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?)
SELECT '2026-08-31T09:00:00+00:00', 'contact.mark', 1, 1, '', '[]', '[["contact_day", 1, "x", [1]]]',
       lower(hex(randomblob(32))), lower(hex(randomblob(32))), 2 FROM number
"""


def trust() -> list[Row]:
    """Both rows."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "many"
        entries = loaded(folder, WORKSHOPS)
        _as_typed_one_by_one(folder, entries)
        return [opening(folder, entries), saving(folder, Path(place))]


def _as_typed_one_by_one(folder: Path, entries: int) -> None:
    """A line of the journal for each entry: nobody's journal can be longer."""
    _, library = desk_of(folder)
    raw: Any = library.archive._engine.raw_connection().driver_connection
    raw.execute(_LINES, (entries,))
    library.keeper.renew()
    library.close()


def opening(folder: Path, entries: int) -> Row:
    """What comes after the key was derived: opening, the words of undo, and Today as it was last worked out."""
    from mat_desktop.app.doors import OpenedLibrary
    from mat_desktop.facilitation import history
    from mat_desktop.facilitation.library.notices import notices
    from mat_desktop.facilitation.today.page import today
    from mat_desktop.storage.folder import slot

    def ours() -> float:
        def open_all() -> None:
            desk, library = desk_of(folder)
            today(desk)
            notices(OpenedLibrary(library, desk))
            history.undo_offer(desk)
            opened.append(library)

        opened: list[Any] = []
        took = timed(open_all)
        opened[0].close()
        return took

    ours()  # Today is worked out once and kept
    derived, whole = alternating(lambda: timed(lambda: slot.open_slot(folder, PASSPHRASE)), ours, 5)
    first, second = statistics.median(derived) * 1000, statistics.median(whole) * 1000
    beside = second - first
    name, target = f"open_{entries / 1e6:.1f}_million_entries", f"<= {MOST_OPENING_MS} ms more"
    return Row(name, round(first, 2), round(second, 2), round(second / first, 2), target, beside <= MOST_OPENING_MS)


def saving(folder: Path, place: Path) -> Row:
    """One key, from the field to what the window may call saved, beside one INSERT with the same settings."""
    from mat_desktop.facilitation.participants import people as participants
    from mat_desktop.storage.folder.engine import connect

    desk, library = desk_of(folder)
    bare = connect(place / "bare.db", library.data_key)
    bare.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY AUTOINCREMENT, words TEXT NOT NULL) STRICT")
    number = count()

    def insert() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO answer (words) VALUES (?)", (f"answer {next(number)}",))
        bare.execute("COMMIT")

    def answer() -> None:
        participants.change(desk, 1, participants.PersonField.PHONE, f"{next(number)}")

    measured = alternating(_each(insert), _each(answer))
    bare.close()
    library.close()
    return ratio_row("key_to_saved", *measured, most=MOST_TIMES)


def _each(do: Callable[[], object]) -> Callable[[], float]:
    """The time of one, as the mean over many."""
    return lambda: timed(lambda: [do() for _ in range(ANSWERS)]) / ANSWERS
