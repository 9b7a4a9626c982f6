"""The main window of a running program: painted first, filled after."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from mat_desktop.app.doors import SystemDoors
from mat_desktop.app.system import Press
from mat_desktop.screens.look.dress import dress
from mat_desktop.screens.shell import Opening, Shell

if TYPE_CHECKING:
    from mat_desktop.facilitation.library import OpenLibrary
    from mat_desktop.facilitation.ports import Clock
    from mat_desktop.screens.shared.bench import Messages
    from mat_desktop.screens.shared.messages import Strip
    from mat_desktop.screens.window import Workplace


class Window(Shell):
    """The main window: painted first, filled after."""

    def __init__(self, folder: Path, clock: "Clock | None" = None) -> None:
        super().__init__()
        self.doors = SystemDoors(folder, folder.with_name("sample"), clock)
        self.workplace: Workplace | None = None
        self.make_messages: Callable[[QWidget, Strip], Messages] | None = None
        self.on_usable: Callable[[], object] = lambda: None
        self.on_painted: Callable[[], object] = lambda: None
        self.ready = False
        self.recovery_offered = False
        first = FirstPaint(self._painted)
        self.setCentralWidget(first)

    def _painted(self) -> None:
        self.on_painted()
        QTimer.singleShot(0, self.fill)

    def fill(self) -> None:
        """Read in the rest, then show the way in or Today."""
        from mat_desktop.screens.entrance import Entrance

        application = QApplication.instance()
        assert isinstance(application, QApplication)
        dress(application)
        entrance = Entrance(self.doors, self.enter)
        if self.workplace is None:
            self.setCentralWidget(entrance)
            entrance.take_focus()
            threading.Thread(target=_read_ahead, daemon=True).start()
            QTimer.singleShot(0, _read_pages_ahead)
            self.on_usable()
        self.ready = True

    def enter(self, library: "OpenLibrary") -> None:
        """A library is open: build the workplace."""
        from mat_desktop.screens.shared.messages import WindowMessages
        from mat_desktop.screens.window import Tools, Workplace
        from mat_desktop.storage.files import write_whole

        make = self.make_messages or WindowMessages
        self.workplace = Workplace(library, Tools(Press(), write_whole, make))
        self.setCentralWidget(self.workplace)
        self.on_usable()
        if library.encrypted and not library.desk.archive.fact("recovery_offered"):
            library.desk.archive.keep_fact("recovery_offered", "yes")
            QTimer.singleShot(0, self._offer_recovery)

    def _offer_recovery(self) -> None:
        if self.workplace is not None:
            self.workplace.print_recovery()
        self.recovery_offered = True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is typed and back up; a backup that fails is said, and closing waits."""
        from mat_desktop.workshop.refusal import Refusal

        workplace = self.workplace
        if workplace is not None:
            try:
                workplace.close_library()
            except Refusal as refusal:
                words = f"The backup was not made. {refusal} Close all the same?"
                if not workplace.messages.ask(words, "Close", "Stay"):
                    event.ignore()
                    return
                workplace.library.close()
            self.workplace = None
        event.accept()


class FirstPaint(Opening):
    """The opening picture, which tells once that it was painted."""

    def __init__(self, then: Callable[[], object]) -> None:
        super().__init__()
        self._then: Callable[[], object] | None = then

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, then tell."""
        super().paintEvent(event)
        if self._then is not None:
            then, self._then = self._then, None
            QTimer.singleShot(0, then)


def _read_ahead() -> None:
    """Import what comes after the passphrase while it is typed; nothing of Qt, which belongs to the other thread."""
    import argon2.low_level  # noqa: F401
    import cryptography.hazmat.primitives.ciphers.aead  # noqa: F401
    import sqlcipher3.dbapi2  # noqa: F401

    from mat_desktop.storage.mapping import map_everything

    map_everything()


def _read_pages_ahead() -> None:
    """Import the window's pages between two events; Qt is only ever imported here."""
    import mat_desktop.screens.window  # noqa: F401
