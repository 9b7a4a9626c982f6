"""A library with 1.4 million entries is opened; a key is saved beside a bare committed INSERT."""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from bench_contact import PASSPHRASE, WORKSHOPS, desk_of, loaded
from measuring import Row, alternating, ratio_row, timed

MOST_OPENING_MS, MOST_TIMES, MOST_FRAME_MS = 3000, 6.0, 100
EVERY_S = 3
"""So often something is done while the backup is made."""
ANSWERS = 200
"""So many answers a run: one alone is over before the disk is warm."""


def trust() -> list[Row]:
    """All rows."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "many"
        entries = loaded(folder, WORKSHOPS)
        return [opening(folder, entries), *backing_up(folder), saving(folder, Path(place))]


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


def backing_up(folder: Path) -> list[Row]:
    """A backup by a process of its own while she types: the longest frame of the window, and a deed every second."""
    from PySide6.QtWidgets import QWidget

    from mat_desktop.app.backing_up import BackingUp
    from mat_desktop.app.doors import OpenedLibrary
    from mat_desktop.app.worker import Processes
    from mat_desktop.facilitation.participants import people as participants
    from mat_desktop.rehearsal.demo import application

    held = application()
    assert held
    desk, library = desk_of(folder)
    window, failed = QWidget(), list[str]()
    work = BackingUp(window, OpenedLibrary(library, desk), Processes(), failed.append)
    number = count()

    def deed() -> object:
        return participants.change(desk, 1, participants.PersonField.PHONE, f"{next(number)}")

    deed()  # the first one of a session prepares its questions, with or without a backup
    frames = [processor_time(work.begin)]
    began = typed = time.perf_counter()
    while work.busy:
        if time.perf_counter() - typed > EVERY_S:
            frames.append(processor_time(deed))
            typed = time.perf_counter()
        frames.append(processor_time(held.processEvents))
        time.sleep(0.005)
    took = time.perf_counter() - began
    work.end()
    library.close()
    assert not failed, failed
    print(f"the backup took {took:.1f} s on this machine, with {next(number)} deeds meanwhile", file=sys.stderr)
    longest = max(frames)
    ratio, target = round(longest / MOST_FRAME_MS, 2), f"<= {MOST_FRAME_MS} ms"
    return [Row("frame_beside_backup", MOST_FRAME_MS, round(longest, 2), ratio, target, longest <= MOST_FRAME_MS)]


def processor_time(do: Callable[[], object]) -> float:
    """How long this thread was at work, in ms: other work on the machine does not count."""
    began = time.thread_time()
    do()
    return (time.thread_time() - began) * 1000


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
