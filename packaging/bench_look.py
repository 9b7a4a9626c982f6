"""Another theme and another size of words on pages with 200 people, painted.

Counted in processor time of the window's own thread, so that other work on the machine does not count.
"""

import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from measuring import Row, crowd

PEOPLE = 200
MOST_MS = 300
TURNS = 3


def look() -> list[Row]:
    """The median of some changes on each page that lists all people."""
    from PySide6.QtTest import QTest

    from mat_desktop.app.window import Window
    from mat_desktop.facilitation.library.settings import LookWish, TextSize
    from mat_desktop.rehearsal.demo import application
    from mat_desktop.screens.look.dress import dress
    from mat_desktop.workshop.journey import Step

    held = application()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        workshop = crowd(Path(folder) / "many", PEOPLE)
        window = Window(Path(folder) / "many")
        window.resize(1366, 768)
        window.show()
        QTest.qWait(600)
        dress(held)
        place, wardrobe = window.workplace, window.wardrobe
        assert place is not None
        for step in (Step.PARTICIPANTS, Step.SCREENING, Step.PAIRING):
            place.open_workshop(workshop, step, None)
            QTest.qWait(300)
            took: dict[str, list[float]] = {"theme": [], "text": []}
            for turn in range(2 * TURNS):
                colours = LookWish.DARK if turn % 2 else LookWish.LIGHT
                text = TextSize.LARGEST if turn % 2 else TextSize.USUAL
                for name, change in (("theme", {"look": colours}), ("text", {"text": text})):
                    began = time.thread_time()
                    wardrobe.change(replace(wardrobe.settings, **change))
                    held.processEvents()
                    window.grab()
                    took[name].append(1000 * (time.thread_time() - began))
            rows += [_row(f"{name}_change_{step.value}_{PEOPLE}", ms) for name, ms in took.items()]
        window.close()
    return rows


def _row(name: str, took: list[float]) -> Row:
    ms = statistics.median(took)
    return Row(name, MOST_MS, round(ms), round(ms / MOST_MS, 2), f"<= {MOST_MS} ms of the thread", ms <= MOST_MS)
