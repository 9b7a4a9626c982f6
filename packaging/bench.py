"""Speed as a ratio against a bare reference in the same run: medians of alternating runs, never absolutes."""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from bench_contact import contact  # noqa: E402  the path to the package is set above
from bench_frames import frames  # noqa: E402
from bench_look import look  # noqa: E402
from bench_outcomes import outcomes  # noqa: E402
from bench_pairing import pairing  # noqa: E402
from bench_paper import paper  # noqa: E402
from bench_trust import trust  # noqa: E402
from measuring import RUNS, Row, alternating, crowd, ratio_row, timed  # noqa: E402

ROOMS = ("startup", "screening", "paper", "pairing", "contact", "outcomes", "frames", "trust", "look")

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
class Word(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: (print(time.time(), flush=True), application.quit()))
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(Word("MAT Desktop"))
window.show()
application.exec()
"""

OURS = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from mat_desktop.app.window import Window
from mat_desktop.screens.look.dress import load_fonts
application = QApplication([])
application.setStyle("Fusion")
window = Window(Path(sys.argv[1]))
load_fonts()
marks = []
def painted():
    marks.append(time.time())
def usable():
    def done():
        marks.append(time.time())
        print(*marks, flush=True)
        window.close()
        application.quit()
    QTimer.singleShot(0, lambda: (window.grab(), done()))
window.on_painted = painted
window.on_usable = usable
window.show()
application.exec()
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", default="startup", choices=(*ROOMS, "all"))
    parser.add_argument("--json", action="store_true")
    found = parser.parse_args()
    chosen = ROOMS if found.what == "all" else (found.what,)
    rows = [row for room in chosen for row in BENCHES[room]()]
    if found.json:
        print(json.dumps([asdict(row) for row in rows], indent=1))
    else:
        for row in rows:
            mark = "reached" if row.reached else "MISSED"
            print(
                f"{row.name:28} reference {row.reference_ms:9.2f} ms  ours {row.ours_ms:9.2f} ms  "
                f"ratio {row.ratio:6.2f}  target {row.target:14} {mark}"
            )
    return 0 if all(row.reached for row in rows) else 1


def child(source: str, *arguments: str) -> list[float]:
    start = time.time()
    done = subprocess.run(
        [sys.executable, "-c", source, *arguments], capture_output=True, text=True, cwd=ROOT, check=True
    )
    return [float(word) - start for word in done.stdout.split()]


def startup() -> list[Row]:
    from mat_desktop.app.doors import make_sample

    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "library"
        make_sample(sample)
        bare, painted, usable = [], [], []
        child(BARE), child(OURS, str(sample))
        for _ in range(RUNS):
            bare.append(child(BARE)[0])
            marks = child(OURS, str(sample))
            painted.append(marks[0])
            usable.append(marks[1])
        rows = [ratio_row("first_paint", bare, painted, 1.6), ratio_row("usable_today", bare, usable, 6.0)]
        return [*rows, unlock(Path(folder) / "locked"), switching(Path(folder) / "many")]


def unlock(folder: Path) -> Row:
    """With a passphrase: what comes after Enter beside the key derivation, once the imports ran."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLineEdit

    from mat_desktop.app.doors import make_sample
    from mat_desktop.app.window import Window
    from mat_desktop.rehearsal.demo import application
    from mat_desktop.rehearsal.hands import press
    from mat_desktop.storage.folder import slot

    held = application()
    assert held
    make_sample(folder, "four words of mine")

    def ours() -> float:
        window = Window(folder)
        window.show()
        QTest.qWait(1500)
        (edit,) = window.findChildren(QLineEdit)
        edit.setText("four words of mine")
        took = timed(lambda: (press(window, "Open"), window.grab()))
        window.close()
        window.deleteLater()
        QTest.qWait(10)
        return took

    reference, found = alternating(
        lambda: timed(lambda: slot.unlock(slot.read_slot(folder), "four words of mine")), ours, 5
    )
    first, second = statistics.median(reference) * 1000, statistics.median(found) * 1000
    beside = second - first
    return Row(
        "unlock_beside_derivation",
        round(first, 2),
        round(second, 2),
        round(second / first, 2),
        "<= 400 ms more",
        beside <= 400,
    )


def switching(folder: Path) -> Row:
    """From one step to the next with 200 participants, painted."""
    from PySide6.QtTest import QTest

    from mat_desktop.app.window import Window
    from mat_desktop.rehearsal.demo import application
    from mat_desktop.workshop.journey import Step

    found = application()
    workshop = crowd(folder, 200)
    window = Window(folder)
    window.resize(1366, 768)
    window.show()
    QTest.qWait(600)
    place = window.workplace
    assert place is not None
    place.open_workshop(workshop, Step.SETUP, None)
    took: list[float] = []
    for turn in range(4):
        for step in Step:
            took_now = timed(lambda step=step: (place.open_step(step), found.processEvents()))
            if turn:
                took.append(took_now)
    window.close()
    median = statistics.median(took) * 1000
    return Row("step_switch_200_people", 50.0, round(median, 2), round(median / 50, 2), "<= 50 ms", median <= 50)


def screening() -> list[Row]:
    """The list of 200 people to talk with: a frame of scrolling, and a letter in the search, each with its paint."""
    from datetime import UTC, datetime

    from PySide6.QtTest import QTest

    from mat_desktop.app.doors import at_desk
    from mat_desktop.app.window import Window
    from mat_desktop.facilitation.library.sample import SampleClock
    from mat_desktop.facilitation.rules import standing_rules
    from mat_desktop.rehearsal.demo import application
    from mat_desktop.storage.folder.library import open_with_passphrase
    from mat_desktop.workshop.journey import Step

    held = application()
    assert held
    with tempfile.TemporaryDirectory() as folder:
        workshop = crowd(Path(folder) / "many", 200)
        window = Window(Path(folder) / "none")
        window.show()
        QTest.qWait(600)
        library = open_with_passphrase(Path(folder) / "many", None, standing_rules)
        clock = SampleClock(datetime(2026, 3, 14, 9, tzinfo=UTC))
        window.enter(at_desk(library, clock))
        place = window.workplace
        assert place is not None
        place.open_workshop(workshop, Step.SCREENING, None)
        QTest.qWait(300)
        people = place.page.list
        bar = people.view.verticalScrollBar()
        empty = place.header
        frames = [
            timed(lambda at=at: (bar.setValue(at), people.view.viewport().repaint()))
            for at in range(0, bar.maximum(), max(1, bar.maximum() // 120))
        ]
        typed = [word[:end] for word in ("person 1", "person 199", "nobody") for end in range(1, len(word) + 1)]
        letters = [timed(lambda w=w: (people.search.setText(w), people.view.viewport().repaint())) for w in typed]
        reference = [timed(empty.repaint) for _ in range(50)]
        window.close()
        window.deleteLater()
        QTest.qWait(10)
    bare = statistics.median(reference) * 1000
    rows = []
    for name, found in (("list_scroll_frame_200", frames), ("list_search_letter_200", letters)):
        ms = statistics.median(found) * 1000
        rows.append(Row(name, round(bare, 2), round(ms, 2), round(ms / bare, 2), "<= 16 ms", ms <= 16))
    return rows


def _sample_desk(folder: str) -> tuple[object, object]:
    from mat_desktop.app.doors import at_desk, make_sample
    from mat_desktop.facilitation.rules import standing_rules
    from mat_desktop.storage.folder.library import open_with_passphrase

    make_sample(Path(folder) / "library")
    library = open_with_passphrase(Path(folder) / "library", None, standing_rules)
    return library, at_desk(library).desk


def one_mark() -> list[Row]:
    """One mark of a log, committed and journalled, against one bare committed row in the same settings."""
    from datetime import date, timedelta

    from mat_desktop.facilitation.contact import log, sheet
    from mat_desktop.storage.folder.engine import connect
    from mat_desktop.workshop.contact.days import Mark

    with tempfile.TemporaryDirectory() as folder:
        library, desk = _sample_desk(folder)
        raw = connect(Path(folder) / "bare.db", None)
        raw.execute("CREATE TABLE mark (id INTEGER PRIMARY KEY, day TEXT, mark TEXT)")
        (row, *_) = sheet.members(desk, 1, date(2026, 9, 1))
        days = [date(2026, 3, 16) + timedelta(days=n) for n in range(20)]

        def bare() -> None:
            for day in days:
                raw.execute("BEGIN IMMEDIATE")
                raw.execute("INSERT INTO mark (day, mark) VALUES (?, ?)", (day.isoformat(), "talked"))
                raw.execute("COMMIT")

        turns = iter(range(1000))

        def ours() -> None:
            mark = (Mark.TALKED, Mark.MESSAGE)[next(turns) % 2]
            for day in days:
                log.mark(desk, row.places[-1][0], row.participant_id, day, mark)

        found = alternating(lambda: timed(bare), lambda: timed(ours))
        raw.close()
        library.close()
    return [ratio_row("log_20_marks", *found, 40.0)]


BENCHES: dict[str, Callable[[], list[Row]]] = {
    "startup": startup,
    "screening": screening,
    "paper": paper,
    "pairing": pairing,
    "contact": lambda: [*one_mark(), *contact()],
    "outcomes": outcomes,
    "frames": frames,
    "trust": trust,
    "look": look,
}

if __name__ == "__main__":
    sys.exit(main())
