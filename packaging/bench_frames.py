"""Frames while working: how long the window is busy at a time while a large table is worked out beside it.

Frames are counted in processor time of the window's own thread, so that other work on the machine does not count.
"""

import statistics
import tempfile
import time
from datetime import UTC, date, datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from measuring import Row, crowd

if TYPE_CHECKING:
    from mat_desktop.app.window import Window
    from mat_desktop.screens.shared.bench import Messages
    from mat_desktop.screens.shared.beside import WorkStrip
    from mat_desktop.workshop.journey import Step

PEOPLE = 999
FOLLOWED = 200
"""So many people have a year of calls and answers behind them."""
MOST_FRAME_MS = 50
MOST_ANSWER_S = 5
PATIENCE_S = 60
"""After so long the work is stopped, as a hand would: frames and the stop are measured all the same."""


def frames() -> list[Row]:
    """Suggest pairs for an odd 999 people by a click on the window; frames, the answer, and the stop. Then exports."""
    from PySide6.QtTest import QTest

    from mat_desktop.rehearsal.demo import application
    from mat_desktop.workshop.journey import Step

    held = application()
    assert held
    with tempfile.TemporaryDirectory() as folder:
        _roster(Path(folder) / "many")
        window = _opened(Path(folder) / "many", 1, Step.PAIRING)
        place = window.workplace
        assert place is not None
        strip = place.page.strip
        click = partial(_click, window)
        click("Suggest pairs")
        assert strip.busy
        lengths, took = _watched(strip)
        if not strip.busy:
            click("Suggest again")
            QTest.qWait(500)
        began = time.perf_counter()
        click("Stop")
        stopped = (time.perf_counter() - began) * 1000
        assert not strip.busy
        _closed(window)
    middle, longest = statistics.median(lengths), lengths[-1]
    return [
        _row(f"frames_while_working_{PEOPLE}", middle, longest, MOST_FRAME_MS),
        _row(f"suggest_{PEOPLE}", MOST_ANSWER_S * 1000, took, MOST_ANSWER_S * 1000),
        _row(f"stop_by_click_{PEOPLE}", middle, stopped, 500),
        *_exporting(),
    ]


def _exporting() -> list[Row]:
    """The research data of 200 people after a year, made by a click on the window."""
    from bench_outcomes import through_a_year
    from PySide6.QtTest import QTest

    from mat_desktop.rehearsal.messages import RecordedMessages
    from mat_desktop.workshop.journey import Step

    with tempfile.TemporaryDirectory() as folder:
        library, data = Path(folder) / "many", Path(folder) / "data"
        data.mkdir()
        workshop = crowd(library, FOLLOWED)
        through_a_year(library, workshop)
        _agreed_to_research(library, workshop)
        messages = RecordedMessages(paths=[data], picks=[0])
        window = _opened(library, workshop, Step.OUTCOMES, messages)
        place = window.workplace
        assert place is not None
        _click(window, "View: Pool")
        QTest.qWait(500)
        strip = place.page.pool.exporting
        began = time.thread_time()
        _click(window, "Export for research")
        begun = (time.thread_time() - began) * 1000
        assert strip.busy
        lengths, _ = _watched(strip)
        assert list(data.iterdir())
        _closed(window)
    middle = statistics.median(lengths)
    return [
        _row(f"frames_while_exporting_{FOLLOWED}", middle, lengths[-1], MOST_FRAME_MS),
        _row(f"export_begun_{FOLLOWED}", middle, begun, MOST_FRAME_MS),
    ]


def _opened(folder: Path, workshop: int, step: "Step", messages: "Messages | None" = None) -> "Window":
    from PySide6.QtTest import QTest

    from mat_desktop.app.window import Window

    window = Window(folder)
    if messages is not None:
        window.make_messages = lambda _window, _strip: messages
    window.resize(1366, 768)
    window.show()
    QTest.qWait(800)
    assert window.workplace is not None
    window.workplace.open_workshop(workshop, step, None)
    QTest.qWait(500)
    return window


def _click(window: "Window", name: str) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QAbstractButton

    from mat_desktop.rehearsal.hands import seen

    found = seen(window, QAbstractButton, name)
    at = found.mapTo(window, found.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def _watched(strip: "WorkStrip") -> tuple[list[float], float]:
    """How long each frame kept the window busy while the work went on, ascending, and how long it took, in ms."""
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest

    marks: list[float] = []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: marks.append(time.thread_time()) if strip.busy else None)
    timer.start()
    began = time.perf_counter()
    while strip.busy and time.perf_counter() - began < PATIENCE_S:
        QTest.qWait(5)
    timer.stop()
    return sorted((b - a) * 1000 for a, b in pairwise(marks)), (time.perf_counter() - began) * 1000


def _closed(window: "Window") -> None:
    from PySide6.QtTest import QTest

    window.close()
    window.deleteLater()
    QTest.qWait(10)


def _agreed_to_research(folder: Path, workshop: int) -> None:
    from mat_desktop.app.doors import at_desk
    from mat_desktop.facilitation.contact import schedule
    from mat_desktop.facilitation.participants import people as participants
    from mat_desktop.facilitation.rules import standing_rules
    from mat_desktop.storage.folder.library import open_with_passphrase
    from mat_desktop.workshop.participants.consent import ConsentKind

    library = open_with_passphrase(folder, None, standing_rules)
    desk = at_desk(library).desk
    schedule.set_study(desk, workshop, on=True)
    for row in participants.roster(desk, workshop):
        participants.set_consent(desk, row.id, ConsentKind.RESEARCH, given=True)
    library.close()


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
