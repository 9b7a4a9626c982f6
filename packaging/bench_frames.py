"""Frames while working: how long the window is busy at a time while a large table is worked out beside it.

Frames are counted in processor time of the window's own thread, so that other work on the machine does not count.
"""

import statistics
import tempfile
import time
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

from measuring import Row

PEOPLE = 999
MOST_FRAME_MS = 50
MOST_ANSWER_S = 5
PATIENCE_S = 60
"""After so long the work is stopped, as a hand would: frames and the stop are measured all the same."""


def frames() -> list[Row]:
    """Suggest pairs for an odd 999 people by a click on the window; frames, the answer, and the stop."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QPushButton

    from mat_desktop.app.window import Window
    from mat_desktop.rehearsal.demo import application
    from mat_desktop.rehearsal.hands import seen
    from mat_desktop.workshop.journey import Step

    held = application()
    assert held
    with tempfile.TemporaryDirectory() as folder:
        _roster(Path(folder) / "many")
        window = Window(Path(folder) / "many")
        window.resize(1366, 768)
        window.show()
        QTest.qWait(800)
        place = window.workplace
        assert place is not None
        place.open_workshop(1, Step.PAIRING, None)
        QTest.qWait(500)
        strip = place.page.strip

        def click(name: str) -> None:
            found = seen(window, QPushButton, name)
            at = found.mapTo(window, found.rect().center())
            QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

        marks: list[float] = []
        timer = QTimer(interval=1)
        timer.timeout.connect(lambda: marks.append(time.thread_time()) if strip.busy else None)
        click("Suggest pairs")
        assert strip.busy
        timer.start()
        began = time.perf_counter()
        while strip.busy and time.perf_counter() - began < PATIENCE_S:
            QTest.qWait(5)
        took = (time.perf_counter() - began) * 1000
        timer.stop()
        if not strip.busy:
            click("Suggest again")
            QTest.qWait(500)
        began = time.perf_counter()
        click("Stop")
        stopped = (time.perf_counter() - began) * 1000
        assert not strip.busy
        window.close()
        window.deleteLater()
        QTest.qWait(10)
    lengths = sorted((b - a) * 1000 for a, b in pairwise(marks))
    middle, longest = statistics.median(lengths), lengths[-1]
    return [
        _row(f"frames_while_working_{PEOPLE}", middle, longest, MOST_FRAME_MS),
        _row(f"suggest_{PEOPLE}", MOST_ANSWER_S * 1000, took, MOST_ANSWER_S * 1000),
        _row(f"stop_by_click_{PEOPLE}", middle, stopped, 500),
    ]


def _row(name: str, reference: float, ours: float, most: float) -> Row:
    return Row(name, round(reference, 2), round(ours, 2), round(ours / reference, 2), f"<= {most} ms", ours <= most)


def _roster(folder: Path) -> None:
    """Included people with different weeks, languages and aims."""
    from mat_desktop.app.system import SystemCodes
    from mat_desktop.facilitation import screening
    from mat_desktop.facilitation.desk import Desk
    from mat_desktop.facilitation.library.sample import SampleClock
    from mat_desktop.facilitation.participants import newcomers, roster
    from mat_desktop.facilitation.participants.newcomers import Newcomer
    from mat_desktop.facilitation.rules import standing_rules
    from mat_desktop.facilitation.setup import workshop as setup
    from mat_desktop.storage.folder.library import create
    from mat_desktop.workshop.participants.participant import DayKind, PartOfDay
    from mat_desktop.workshop.screening import ScreeningOutcome

    library = create(folder, None, standing_rules)
    desk = Desk(library.archive, SampleClock(datetime(2026, 3, 14, 9, tzinfo=UTC)), SystemCodes())
    workshop = setup.create(desk, "Many", "", date(2026, 3, 14), "UTC")
    every = [(day, part) for day in DayKind for part in PartOfDay]
    people_of_the_file = [
        Newcomer(
            (("name", f"Person {n:03}"), ("phone", f"021 {n:04}"), ("challenge_kind", "abcdefghij"[n * 7 % 10])),
            frozenset(w for place, w in enumerate(every) if (n * 37 % 255 + 1) >> place & 1),
        )
        for n in range(PEOPLE)
    ]
    newcomers.take_in(desk, workshop, people_of_the_file, [])
    for row in roster.roster(desk, workshop):
        screening.decide(desk, row.id, ScreeningOutcome.INCLUDE, "well known")
    library.close()
