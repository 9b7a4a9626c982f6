"""What every dialog of the program is: Enter, Esc, the default button, the first field and the size, decided once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from mat_desktop.screens.shared.buttons import ENTER
from mat_desktop.screens.shared.entering import FILLED, enter, filled_button
from mat_desktop.screens.shared.parts import button, label, row

FIELDS = (QLineEdit, QPlainTextEdit)


class Dialog(QDialog):
    """A dialog that Esc leaves without change, asking where something is typed, and Enter confirms.

    The one filled button is the default. In a dialog that destroys or freezes something the safe button is the filled
    one. Enter in a line goes on to the next field, and from the last one to the filled button. No name ever stands in
    the title of the window, for titles are seen where the dialog is not.
    """

    def __init__(self, window: QWidget | None, title: str) -> None:
        super().__init__(window)
        self.setWindowTitle(title)
        self._stood: dict[QWidget, str] = {}

    def exec(self) -> int:
        """Ask, and go for good once the answer was read: what is left of a dialog would be read aloud under a cover."""
        try:
            return super().exec()
        finally:
            if isValid(self):
                self.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        """Remember what stands in the fields, fill the default, stay within the screen."""
        super().showEvent(event)
        self.settle()
        filled = filled_button(self)
        for one in self.findChildren(QPushButton):
            one.setDefault(one is filled)
        self._stay_on_screen()

    def settle(self) -> None:
        """From here on, what stands in the fields now counts as not typed."""
        self._stood = {edit: _text(edit) for kind in FIELDS for edit in self.findChildren(kind)}

    @property
    def typed(self) -> bool:
        """Whether a hand typed something here that leaving would lose."""
        edits = [edit for kind in FIELDS for edit in self.findChildren(kind) if edit.isVisible()]
        return any(_text(edit).strip() != self._stood.get(edit, "").strip() for edit in edits)

    def leave(self) -> None:
        """Leave without change; where something is typed, ask first. Esc and the window's own cross lead here."""
        if not self.typed or asks_to_leave(self):
            self.reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Enter goes on; a held key does nothing twice."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            if not event.isAutoRepeat():
                self.leave()
        elif event.key() in ENTER:
            event.accept()
            if not event.isAutoRepeat():
                enter(self, confirms=True)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own cross is Esc."""
        event.ignore()
        self.leave()

    def _stay_on_screen(self) -> None:
        screen = self.screen()
        room = screen.availableGeometry() if screen is not None else None
        if room is not None and not self.isFullScreen():
            self.setMaximumSize(room.size())


class AskToLeave(Dialog):
    """Typed words are about to be lost; staying is the safe answer."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "MAT Desktop")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(20)
        layout.addWidget(label("You typed something here that is not kept yet.", wrap=True))
        self.stay = button("Stay", self.reject, FILLED)
        layout.addLayout(row(None, button("Leave without it", self.accept), self.stay))
        self.stay.setFocus()


def asks_to_leave(dialog: QWidget) -> bool:
    """Ask whether to leave without what was typed. True for leaving."""
    return AskToLeave(dialog).exec() == QDialog.DialogCode.Accepted


def _text(edit: QWidget) -> str:
    if isinstance(edit, QLineEdit):
        return edit.text()
    return edit.toPlainText() if isinstance(edit, QPlainTextEdit) else ""
