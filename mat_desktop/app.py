"""The composition root: the one place that knows the window, the storage and the paper."""

import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from secrets import randbelow
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from mat_desktop.screens.look.dress import dress, load_fonts
from mat_desktop.screens.shell import Opening, Shell

if TYPE_CHECKING:
    from mat_desktop.facilitation.desk import Desk
    from mat_desktop.facilitation.library import OpenLibrary
    from mat_desktop.facilitation.ports import Clock
    from mat_desktop.facilitation.sheet_views import Sheet
    from mat_desktop.screens.shared.bench import Messages
    from mat_desktop.screens.shared.messages import Strip
    from mat_desktop.screens.window import Workplace
    from mat_desktop.storage.library import Library

SAMPLE = "harbour-hall.toml"


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """The present instant with its offset."""
        return datetime.now().astimezone()  # noqa: TID251  this is the Clock port

    def today(self) -> date:
        """The civil date here."""
        return self.now().date()


class SystemCodes:
    """Random numbers from the system."""

    def numbers(self, count: int) -> list[int]:
        """`count` numbers of 0 to 31."""
        return [randbelow(32) for _ in range(count)]


class Press:
    """The paper, made when it is first asked for."""

    def pdf(self, sheets: "Sequence[Sheet]", paper: str, *, cards_alone: bool = False) -> bytes:
        """One PDF of these sheets."""
        from mat_desktop.paper import press
        from mat_desktop.paper.leaf import Size

        return press.pdf(sheets, Size(paper), cards_alone=cards_alone)

    def recovery_sheet(self, lines: Sequence[str], made_on: date, paper: str) -> bytes:
        """The recovery sheet."""
        from mat_desktop.paper.leaf import Size
        from mat_desktop.paper.library import recovery_sheet

        return recovery_sheet.pdf(lines, made_on, Size(paper))


@dataclass
class Opened:
    """One open library as the window holds it."""

    library: "Library"
    desk: "Desk"

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.library.folder

    @property
    def encrypted(self) -> bool:
        """Whether it has a passphrase."""
        return self.library.encrypted

    def recovery_lines(self) -> tuple[str, ...]:
        """What the recovery sheet prints."""
        return self.library.recovery_lines()

    def back_up(self) -> Path | None:
        """One verified backup when something changed."""
        return self.library.back_up(self.desk.clock.now())

    def close(self) -> None:
        """Let go of the file."""
        self.library.close()


def at_desk(library: "Library", clock: "Clock | None" = None) -> Opened:
    """A desk over an open library."""
    from mat_desktop.facilitation.desk import Desk

    return Opened(library, Desk(library.archive, clock or SystemClock(), SystemCodes()))


class SystemDoors:
    """The ways into the libraries on this computer."""

    def __init__(self, folder: Path, sample_folder: Path, clock: "Clock | None" = None) -> None:
        self.folder = folder
        self._sample = sample_folder
        self._clock = clock

    def exists(self) -> bool:
        """Whether there is a library."""
        from mat_desktop.storage.folder import exists

        return exists(self.folder)

    def needs_passphrase(self) -> bool:
        """Whether opening asks for a passphrase."""
        from mat_desktop.storage.folder import needs_passphrase

        return needs_passphrase(self.folder)

    def open(self, passphrase: str | None) -> "OpenLibrary":
        """Open the library."""
        from mat_desktop.facilitation.rules import standing_rules
        from mat_desktop.storage.library import open_with_passphrase

        return at_desk(open_with_passphrase(self.folder, passphrase, standing_rules), self._clock)

    def create(self, passphrase: str) -> "OpenLibrary":
        """Make a new library."""
        from mat_desktop.facilitation.rules import standing_rules
        from mat_desktop.storage.library import create

        return at_desk(create(self.folder, passphrase, standing_rules), self._clock)

    def sample(self) -> "OpenLibrary":
        """Open the sample workshop, made when it is first asked for."""
        from mat_desktop.facilitation.rules import standing_rules
        from mat_desktop.storage.library import open_with_passphrase

        if not (self._sample / "library.db").exists():
            make_sample(self._sample)
        return at_desk(open_with_passphrase(self._sample, None, standing_rules), self._clock)

    def open_with_recovery(self, typed: str, passphrase: str) -> "OpenLibrary":
        """Open with the recovery sheet, and set a new passphrase."""
        from mat_desktop.facilitation.rules import standing_rules
        from mat_desktop.storage.library import open_with_recovery

        return at_desk(open_with_recovery(self.folder, typed, passphrase, standing_rules), self._clock)

    def backups(self) -> tuple[Path, ...]:
        """The backups, newest first."""
        from mat_desktop.storage.folder import all_backups

        return all_backups(self.folder)

    def restore(self, backup: Path, passphrase: str) -> None:
        """Put a backup in the library's place."""
        from mat_desktop.storage.backup import restore

        restore(self.folder, backup, passphrase)


def make_sample(folder: Path, passphrase: str | None = None) -> None:
    """The sample workshop up to its six-month meeting; the folder appears whole or not at all."""
    import shutil
    from zoneinfo import ZoneInfo

    from mat_desktop.assets import resources
    from mat_desktop.facilitation import sample
    from mat_desktop.facilitation.desk import Desk
    from mat_desktop.facilitation.rules import standing_rules
    from mat_desktop.storage.library import create

    part = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    library = create(part, passphrase, standing_rules)
    read = sample.read(resources() / "sample" / SAMPLE)
    clock = sample.SampleClock(datetime(2026, 1, 1, 9, tzinfo=ZoneInfo(read.facts["time_zone"])))
    sample.fill(Desk(library.archive, clock, SystemCodes()), clock, read)
    library.archive.keep_fact("sample", "yes")
    library.close()
    part.rename(folder)


def library_folder() -> Path:
    """Where this person's library lies, outside synced folders."""
    from platformdirs import user_data_path

    return user_data_path("MAT Desktop", appauthor=False) / "library"


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


class Mishaps:
    """An error of our own making: one calm sentence, the place of it in a file, no personal data."""

    def __init__(self, window: Window, log: Path) -> None:
        self._window, self._log = window, log
        self._told: set[str] = set()

    def __call__(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Write where it happened, never what was in hand; tell once."""
        lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
        place = lines[-1] if lines else kind.__name__
        if place in self._told:
            return
        self._told.add(place)
        self._log.parent.mkdir(parents=True, exist_ok=True)
        with self._log.open("a", encoding="utf-8") as file:
            file.write("\n".join([kind.__name__, *lines, ""]) + "\n")
        sys.stderr.write(f"MAT Desktop met an error of its own; the place is noted in {self._log}\n")
        if self._window.workplace is not None:
            self._window.workplace.messages.tell(
                "Something went wrong in the program. Everything that the rail calls saved is kept. "
                "If it happens again, close MAT Desktop and open it again."
            )


def run(folder: Path | None = None) -> int:
    """Open the window and stay until it is closed."""
    from platformdirs import user_log_path

    application = QApplication(sys.argv[:1])
    application.setApplicationName("MAT Desktop")
    application.setStyle("Fusion")
    load_fonts()
    window = Window(folder or library_folder())
    sys.excepthook = Mishaps(window, user_log_path("MAT Desktop", appauthor=False) / "errors.log")
    window.show()
    status = application.exec()
    window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return status
