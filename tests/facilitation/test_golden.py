"""Every look at a year of twelve people and at the days of eight, and every deed, beside what was looked at.

`python3 packaging/dev.py golden` writes them anew; look at the difference before it is committed. Looks and deeds are
listed by the code; what is asked is told here where these people have more to tell than those of `test_remembered.py`.
"""

import inspect
import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from mat_desktop.facilitation import history
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.today import page as today
from mat_desktop.storage.folder.library import Library
from mat_desktop.storage.tables.ledger import journal, journal_changes
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import GOALS
from mat_desktop.workshop.sheets import SheetKind
from tests.deeds import YEAR_OF_DEEDS, clock_of, eight_people
from tests.facilitation.test_remembered import ASKED_WITH, LOOKS, SHOWN, questions
from tests.facilitation.written import LIBRARY, written
from tests.libraries import library_of
from tests.people import CountedCodes
from tests.twelve import a_year_of_twelve
from tests.years import YEAR

GOLDEN = Path(__file__).parent / "golden"
ROOMS = sorted({name.split(".")[2] for name in LOOKS})
UNSEALED = 1
"""A workshop without a sealed plan: the bytes of a sealed one hold its salt and its time."""
ASKED_OF_ALL = ASKED_WITH | {
    "kinds": (tuple(SheetKind),),
    "months": (6, 12),
    "sealed_plan.workshop_id": (UNSEALED,),
}
ASKED_OF_TWELVE = ASKED_OF_ALL | {
    "person_id": (1, 3, 6, 9),
    "partnership_id": (1, 2, 3),
    "at": (None,),
    "today": (YEAR,),
    "measure": (GOALS, "phq-4"),
    "measure_key": (GOALS, "phq-4"),
    "claimants.kind": (SheetKind.AGREEMENT,),
}
"""Together, in a group of three, ended, and whose partner died."""
MEMBERS = {1: {1, 2}, 2: {3, 4, 5}, 3: {6, 7}}
"""Who is in which partnership: nobody is asked about a partnership of others."""
NEWLINE = "\n"
INSTANT = r"(\dT\d\d:\d\d):\d\d[0-9.+:]*"
DRAWN = {"id", "uid", "row_version", "salt", "sealed_at", "seal", "seed"}
"""What is drawn by lot or counted; no day shows it as it was."""


def seen(folder: Path) -> Mapping[str, str]:
    """By room what every look shows, and what every deed changed."""
    rooms: dict[str, list[str]] = defaultdict(list)
    library = library_of(folder / "twelve", a_year_of_twelve)
    _look_around(library, Desk(library.archive, clock_of(YEAR), CountedCodes()), ASKED_OF_TWELVE, rooms)
    library.close()
    library = library_of(folder / "eight", eight_people)
    clock = clock_of(YEAR)
    desk, ids = Desk(library.archive, clock, CountedCodes()), dict[str, Any]()
    for day, deeds in YEAR_OF_DEEDS:
        clock.go_to(day)
        for deed in deeds:
            rooms["deeds"] += _done(library, desk, deed(desk, ids), ids)
        _look_around(library, desk, ASKED_OF_ALL, rooms)
    library.close()
    return {room: re.sub(LIBRARY, "", "\n".join(_each_once(parts))) for room, parts in rooms.items()}


def _each_once(parts: Iterable[str]) -> Iterator[str]:
    """What a look shows on a later day as it did before is not written again."""
    before = set[str]()
    for part in parts:
        yield f"{part.partition(NEWLINE)[0]} as before" if NEWLINE in part and part in before else part
        before.add(part)


def _look_around(
    library: Library, desk: Desk, asked_with: Mapping[str, tuple[object, ...]], rooms: dict[str, list[str]]
) -> None:
    for room in ROOMS:
        rooms[room].append(f"##### {desk.clock.today()}\n")
    with library.archive.look() as rows:
        for name, function in LOOKS.items():
            for question in questions(name, function, asked_with) if name != SHOWN else ():
                if not _fits(function, question):
                    continue
                shown = _answer(rows, inspect.unwrap(function), question)
                asked = ", ".join(written(one).strip() for one in question)
                rooms[name.split(".")[2]].append(f"=== {name.split('.', 2)[2]} ({asked})\n{shown}")
    rooms["today"].append(f"=== the whole page\n{written(today.today(desk))}")


def _fits(function: Callable[..., object], question: tuple[object, ...]) -> bool:
    asked: dict[str, Any] = dict(zip(list(inspect.signature(function).parameters)[1:], question, strict=False))
    both = {"partnership_id", "person_id"} <= asked.keys()
    return not both or asked["person_id"] in MEMBERS[asked["partnership_id"]]


def _answer(rows: Rows, function: Any, question: tuple[object, ...]) -> str:
    try:
        return written(function(rows, *question))
    except (Refusal, KeyError, StopIteration) as refusal:
        return f"refused: {refusal}\n"


def _done(library: Library, desk: Desk, came: object, ids: dict[str, Any]) -> Iterator[str]:
    """What the last deed wrote, and how undo names it."""
    with library.archive._engine.connect() as connection:
        line = connection.execute(select(journal).order_by(journal.c.sequence.desc()).limit(1)).one()
        ids[line.kind] = came
        yield f"=== {desk.clock.today()} {line.kind}"
        yield from _changed(connection, line.sequence)
    offer = history.undo_offer(desk)
    if offer is not None:
        yield f"  {offer.label}. {offer.question}".rstrip()


def _changed(connection: Connection, sequence: int) -> Iterator[str]:
    for change in connection.execute(select(journal_changes).where(journal_changes.c.sequence == sequence)):
        before, after = change.before or {}, change.after or {}
        fields = [name for name in {**before, **after} if name not in DRAWN and before.get(name) != after.get(name)]
        sides = "new" if not change.before else "gone" if not change.after else "changed"
        told = ", ".join(f"{name}={_cell(before, name)}{_cell(after, name, '>')}" for name in fields)
        yield f"  {change.table_name} {change.row_id} {sides}, about {change.people}: {told}"


def _cell(row: Mapping[str, Any], name: str, sign: str = "") -> str:
    """A cell before or after; an instant to the minute, as the clock of these days goes on by itself."""
    return re.sub(INSTANT, r"\1", f"{sign}{row[name]!r}") if name in row else ""


def as_it_was_looked_at(said: str, name: str) -> bool:
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(said, encoding="utf-8")
    assert said == path.read_text(encoding="utf-8")
    return True


def test_every_look_shows_and_every_deed_writes_what_was_looked_at(tmp_path):
    """One test, since each worker would make these years anew."""
    rooms = seen(tmp_path)
    assert all(as_it_was_looked_at(said, room) for room, said in rooms.items())
    assert {path.stem for path in GOLDEN.iterdir()} == set(rooms) == {*ROOMS, "deeds"}
