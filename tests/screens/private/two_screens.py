"""Hands the laptop over on a laptop with a projector, in a process of its own, and says where the questions stand."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication

from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.rehearsal.demo import application
from mat_desktop.rehearsal.facilitator import Facilitator
from mat_desktop.workshop.journey import Step
from tests.screens.conftest import with_passphrase
from tests.screens.test_private import hand_over, two_who_will_answer_alone
from tests.shelf import shelf
from tests.sure import sure


def main(folder: str, own: str) -> None:
    held = application()
    shelf.folder = Path(folder).parent / "shelf"
    shelf.folder.mkdir()
    facilitator = Facilitator(Path(folder), SampleClock(datetime(2026, 3, 14, 9, tzinfo=UTC)))
    with_passphrase(facilitator, two_who_will_answer_alone)
    facilitator.go_to(Step.SCREENING)
    screen = next(one for one in QGuiApplication.screens() if one.name() == own)
    window = sure(facilitator.window)
    window.showNormal()
    window.move(screen.geometry().topLeft() + QPoint(20, 20))
    held.processEvents()
    theirs = hand_over(facilitator, "PHQ-4")
    held.processEvents()
    standing = QGuiApplication.screenAt(theirs.frameGeometry().center())
    sys.stdout.write(standing.name() if standing is not None else "nowhere")
    facilitator.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
