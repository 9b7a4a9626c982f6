"""Two years of daily logs in a hundred workshops: Today, one pair's strip, memory, beside one workshop."""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from secrets import token_hex
from typing import Any

from large import explain, hurry, uids
from measuring import Row, alternating, crowd, timed

WORKSHOPS, PEOPLE, DAYS = 100, 20, 730
PASSPHRASE = "four words of mine"
HELD_ON, TODAY = date(2024, 10, 5), date(2026, 9, 1)
MOST_TODAY_MS, MOST_STRIP_MS, MOST_MB = 150, 50, 500

MEMORY = """
import resource, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from bench_contact import TODAY, desk_of, places_of
from mat_desktop.facilitation.contact import pairs
from mat_desktop.facilitation.today.page import today
desk, library = desk_of(Path(sys.argv[1]))
today(desk)
for place in places_of(library)[:20]:
    pairs.pair(desk, place, TODAY)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def desk_of(folder: Path) -> tuple:
    """An open library at a desk whose clock stands on the day of the measurement."""
    from mat_desktop.app.system import SystemCodes
    from mat_desktop.facilitation.desk import Desk
    from mat_desktop.facilitation.library.sample import SampleClock
    from mat_desktop.facilitation.rules import standing_rules
    from mat_desktop.storage.folder.library import open_with_passphrase

    library = open_with_passphrase(folder, PASSPHRASE, standing_rules)
    clock = SampleClock(datetime(TODAY.year, TODAY.month, TODAY.day, 9, tzinfo=UTC))
    return Desk(library.archive, clock, SystemCodes()), library


def places_of(library: object) -> list[int]:
    from mat_desktop.workshop.pairing.nouns import Partnership

    with library.archive.look() as rows:
        return [key for (key,) in rows.values(Partnership, ("id",))]


def contact() -> list[Row]:
    """The table: Today with one workshop and with a hundred, a strip, a log for typing, memory."""
    with tempfile.TemporaryDirectory() as folder:
        one, many = Path(folder) / "one", Path(folder) / "many"
        entries = [loaded(one, 1), loaded(many, WORKSHOPS)]
        print(f"day entries: {entries[0]:,} and {entries[1]:,}", file=sys.stderr)
        return [*todays(one, many), *strips(many), memory(many)]


def todays(one: Path, many: Path) -> list[Row]:
    """Opening Today: the first time after a start, and after a key press that changed a log."""
    from mat_desktop.facilitation.contact import log
    from mat_desktop.facilitation.today.page import today
    from mat_desktop.workshop.contact.days import Mark
    from mat_desktop.workshop.pairing.nouns import Partnership, people_of

    small, first = desk_of(one)
    large, second = desk_of(many)
    made = timed(lambda: today(large))
    timed(lambda: today(small))
    print(f"working out all workshops once: {made * 1000:.0f} ms", file=sys.stderr)
    rows = [_today_row("today", alternating(lambda: timed(lambda: today(small)), lambda: timed(lambda: today(large))))]

    turns, marks = count(), (Mark.TALKED, Mark.NO_CALL)

    def after_a_key(desk: object, library: object) -> float:
        place = places_of(library)[0]
        with library.archive.look() as found:
            person = people_of(found.get(Partnership, place))[0]
        log.mark(desk, place, person, HELD_ON + timedelta(days=30), marks[next(turns) % 2])
        return timed(lambda: today(desk))

    measured = alternating(lambda: after_a_key(small, first), lambda: after_a_key(large, second))
    rows.append(_today_row("today_after_a_key", measured))
    first.close()
    second.close()
    return rows


def _today_row(name: str, measured: tuple) -> Row:
    reference, ours = (statistics.median(times) * 1000 for times in measured)
    most = max(2 * reference, MOST_TODAY_MS)
    target = f"<= 2 x or {MOST_TODAY_MS} ms"
    return Row(
        f"{name}_{WORKSHOPS}_workshops",
        round(reference, 2),
        round(ours, 2),
        round(ours / reference, 2),
        target,
        ours <= most,
    )


def strips(many: Path) -> list[Row]:
    """One pair's strip, and one log ready for typing, beside the bare query of its days."""
    from mat_desktop.facilitation.contact import pairs, sheet
    from mat_desktop.workshop.contact.days import ContactDay
    from mat_desktop.workshop.pairing.nouns import Partnership, people_of

    desk, library = desk_of(many)
    places = places_of(library)
    with library.archive.look() as rows:
        person = people_of(rows.get(Partnership, places[50]))[0]

    def bare() -> None:
        with library.archive.look() as rows:
            rows.values(ContactDay, ("participant_id", "day", "mark"), partnership_id=places[50])

    found = []
    asked: dict[str, Callable[[], object]] = {
        "pair_strip": lambda: pairs.pair(desk, places[50], TODAY),
        "log_for_typing": lambda: sheet.log_grid(desk, places[50], person),
    }
    for name, do in asked.items():
        do()
        measured = alternating(lambda: timed(bare), lambda do=do: timed(do))
        reference, ours = (statistics.median(times) * 1000 for times in measured)
        ratio, target = round(ours / reference, 2), f"<= {MOST_STRIP_MS} ms"
        found.append(Row(name, round(reference, 2), round(ours, 2), ratio, target, ours <= MOST_STRIP_MS))
    library.close()
    return found


def memory(many: Path) -> Row:
    """The most memory of a process that opens Today and twenty strips."""
    done = subprocess.run(
        [sys.executable, "-c", MEMORY, str(many), str(Path(__file__).parent)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parent.parent,
        check=True,
        env={**os.environ, "PYTHONPATH": "."},
    )
    most = float(done.stdout)
    return Row("memory_MB", MOST_MB, round(most), round(most / MOST_MB, 2), f"<= {MOST_MB} MB", most <= MOST_MB)


def loaded(folder: Path, workshops: int) -> int:
    """An encrypted library with so many workshops: one is made by deeds, the others are copies of its rows in bulk."""
    from mat_desktop.storage.folder import engine

    # Once memory is locked, it is for the whole process, and each value of a million rows is locked in by itself.
    usual, engine.CIPHER_MEMORY_SECURITY = engine.CIPHER_MEMORY_SECURITY, "OFF"
    try:
        return _loaded(folder, workshops)
    finally:
        engine.CIPHER_MEMORY_SECURITY = usual


def _loaded(folder: Path, workshops: int) -> int:
    from mat_desktop.facilitation.setup import workshop as setup
    from mat_desktop.storage.folder.engine import make_engine
    from mat_desktop.storage.folder.library import DATABASE
    from mat_desktop.storage.tables.mapping import DOMAIN_TABLES

    crowd(folder, PEOPLE, PASSPHRASE)
    desk, library = desk_of(folder)
    for field, value in ((setup.WorkshopField.CONTACT_MONTHS, 24), (setup.WorkshopField.HELD_ON, HELD_ON)):
        setup.change(desk, 1, field, value)
    key = library.data_key
    library.close()
    engine = make_engine(folder / DATABASE, key)
    raw = engine.raw_connection().driver_connection
    hurry(raw)
    raw.execute("BEGIN")
    raw.execute("PRAGMA defer_foreign_keys = ON")
    raw.execute("UPDATE partnership SET confirmed_on = ?", (HELD_ON.isoformat(),))
    for table in sorted(DOMAIN_TABLES - {"contact_day", "issued_sheet"}):
        _copied(raw, table, workshops)
    members = raw.execute("SELECT partnership_id, participant_id FROM member").fetchall()
    keys = uids()
    raw.executemany(_ENTRY, (entry for place, person in members for entry in _log(keys, place, person)))
    last = (HELD_ON + timedelta(days=DAYS + 1)).isoformat()
    raw.execute("UPDATE partnership SET days_talked = ?, days_known = ?, last_known_day = ?", (DAYS - 104, DAYS, last))
    raw.execute("DELETE FROM workshop_digest")
    raw.execute("COMMIT")
    explain(engine)
    count = raw.execute("SELECT count(*) FROM contact_day").fetchone()[0]
    engine.dispose()
    return int(count)


_ENTRY = (
    "INSERT INTO contact_day (uid, row_version, partnership_id, participant_id, day, mark, source, with_whom, typed_on)"
    " VALUES (?, 1, ?, ?, ?, ?, 'sheet', '', ?)"
)


def _log(keys: Iterator[str], place: int, person: int) -> Iterator[tuple[object, ...]]:
    """Two years of one member: a call on six days of seven, a message on the seventh."""
    for number in range(DAYS):
        day = (HELD_ON + timedelta(days=2 + number)).isoformat()
        mark = "message only" if (number + place) % 7 == 6 else "talked"
        yield next(keys), place, person, day, mark, day


def _copied(raw: Any, table: str, workshops: int) -> None:
    """The rows of the first workshop again for every other: ids moved on, uids new."""
    columns = [column[1] for column in raw.execute(f"PRAGMA table_info({table})")]
    rows = raw.execute(f"SELECT * FROM {table}").fetchall()
    places = ", ".join("?" * len(columns))
    for number in range(1, workshops):
        moved = [[_moved(name, value, number) for name, value in zip(columns, row, strict=True)] for row in rows]
        raw.executemany(f"INSERT INTO {table} VALUES ({places})", moved)


def _moved(name: str, value: object, number: int) -> object:
    if name == "uid":
        return token_hex(16)
    belongs = name == "id" or name.endswith("_id")
    return value + number * 10_000 if belongs and isinstance(value, int) else value
