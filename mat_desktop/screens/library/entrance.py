"""The way in: a new library with its passphrase, the passphrase of an old one, the recovery sheet, a backup."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from mat_desktop.facilitation.library.notices import Doors, OpenLibrary, check_passphrase
from mat_desktop.facilitation.shown.dates import MONTHS
from mat_desktop.screens.shared.buttons import ENTER
from mat_desktop.screens.shared.entering import enter
from mat_desktop.screens.shared.parts import button, card, column, emptied, label, row
from mat_desktop.workshop.refusal import Refusal

Opened = Callable[[OpenLibrary], object]


def _secret(name: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    edit.setAccessibleName(name)
    edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    return edit


class Entrance(QWidget):
    """One card in the middle of the window, for whatever is needed to come in."""

    def __init__(self, doors: Doors, opened: Opened) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._doors, self._opened = doors, opened
        self._error = label("", "error", wrap=True)
        frame, self._card = card(margins=32, gap=14)
        frame.setFixedWidth(620)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(frame, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        try:
            if not doors.exists():
                self.show_welcome()
            elif doors.needs_passphrase():
                self.show_unlock()
            else:
                self._try(lambda: doors.open(None))
        except Refusal as refusal:
            self.show_damaged(str(refusal))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line goes on, from the last one to the filled button."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            enter(self, confirms=True)

    def take_focus(self) -> None:
        """Put the cursor where the first answer goes."""
        for edit in self.findChildren(QLineEdit):
            edit.setFocus()
            return

    def _afresh(self, title: str, words: str) -> None:
        emptied(self._card)
        self._error = label("", "error", wrap=True)
        self._card.addWidget(label(title, "title", wrap=True))
        self._card.addWidget(label(words, "muted", wrap=True))

    def _named(self, name: str, edit: QWidget) -> None:
        said = label(name, "label")
        self._card.addLayout(column(said, edit, gap=4))

    def _try(self, way: Callable[[], OpenLibrary]) -> None:
        try:
            library = way()
        except Refusal as refusal:
            self._error.setText(str(refusal))
            if type(refusal).__name__ in ("Damaged", "Missing"):
                self.show_damaged(str(refusal))
            return
        self._opened(library)

    def show_welcome(self) -> None:
        """First start."""
        self._afresh(
            "Welcome to MAT Desktop",
            "Everything you write is kept in one encrypted library on this computer. Choose a passphrase for it. "
            "MAT Desktop sends nothing.",
        )
        first, second = _secret("New passphrase"), _secret("The same again")
        self._named("New passphrase", first)
        self._named("The same again", second)
        self._card.addWidget(self._error)

        def create() -> None:
            wrong = check_passphrase(first.text(), second.text())
            self._error.setText(wrong)
            if not wrong:
                self._try(lambda: self._doors.create(first.text()))

        make = button("Make my library", create, "primary", "arrow-right", after=True)
        self._card.addLayout(row(self._sample_button(), None, make))
        first.setFocus()

    def _sample_button(self) -> QWidget:
        found = button("Try the sample workshop", self._open_sample, "quiet")
        found.setToolTip("Invented people, no passphrase")
        return found

    def _open_sample(self) -> None:
        self._error.setText("Preparing the sample workshop. This takes a few seconds the first time …")
        self._error.repaint()
        self._try(self._doors.sample)

    def show_unlock(self) -> None:
        """The passphrase page of an old library."""
        self._afresh("Welcome back", "Type your passphrase to open the library.")
        secret = _secret("Passphrase")
        self._named("Passphrase", secret)
        self._card.addWidget(self._error)

        def unlock() -> None:
            self._error.setText("")
            self._try(lambda: self._doors.open(secret.text()))
            secret.selectAll()

        opening = button("Open", unlock, "primary", "arrow-right", after=True)
        forgotten = button("I have forgotten it", self.show_recovery, "quiet")
        self._card.addLayout(row(forgotten, self._sample_button(), None, opening))
        secret.setFocus()

    def show_recovery(self) -> None:
        """The recovery sheet opens the library and sets a new passphrase."""
        self._afresh("The recovery sheet", "Type the eight lines as they stand on the paper, then a new passphrase.")
        lines = QPlainTextEdit()
        lines.setTabChangesFocus(True)
        lines.setFixedHeight(210)
        first, second = _secret("New passphrase"), _secret("The same again")
        lines.setAccessibleName("The eight lines")
        self._named("The eight lines", lines)
        self._named("New passphrase", first)
        self._named("The same again", second)
        self._card.addWidget(self._error)

        def recover() -> None:
            wrong = check_passphrase(first.text(), second.text())
            self._error.setText(wrong)
            if not wrong:
                self._try(lambda: self._doors.open_with_recovery(lines.toPlainText(), first.text()))

        back = button("Back", self.show_unlock, icon="arrow-left")
        self._card.addLayout(row(back, None, button("Open", recover, "primary", "arrow-right", after=True)))
        lines.setFocus()

    def show_damaged(self, sentence: str) -> None:
        """The library cannot be opened: say so, and offer the backups."""
        backups = self._doors.backups()
        words = (
            "Choose a backup to put in its place. What lies there now is kept beside it."
            if backups
            else ("There is no backup beside it. Look for your copy in a second place, then use: mat-desktop restore.")
        )
        self._afresh("The library cannot be opened", sentence)
        self._card.addWidget(label(words, wrap=True))
        secret = _secret("Passphrase of the backup")
        if backups:
            self._named("Passphrase of the backup", secret)
        self._card.addWidget(self._error)
        for place in backups[:4]:
            words = f"Restore the backup of {_when(place)}"
            self._card.addWidget(button(words, partial(self._restore_with, place, secret), icon="hard-drive"))
        self._card.addLayout(row(self._sample_button(), None))

    def _restore_with(self, backup: Path, secret: QLineEdit) -> None:
        self._restore(backup, secret.text())

    def _restore(self, backup: Path, passphrase: str) -> None:
        try:
            self._doors.restore(backup, passphrase)
        except Refusal as refusal:
            self._error.setText(str(refusal))
            return
        self._try(lambda: self._doors.open(passphrase))


def _when(backup: Path) -> str:
    """`9 March 2026, 18:05` from the name of a backup."""
    name = backup.name
    try:
        year, month, day = name[:10].split("-")
        return f"{int(day)} {MONTHS[int(month) - 1]} {year}, {name[11:13]}:{name[14:16]}"
    except (ValueError, IndexError):
        return name
