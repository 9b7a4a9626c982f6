"""The one button of the program: what Enter, a held key and a double click do is decided here and nowhere else."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QPushButton

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""The two keys that a person calls Enter."""


class Button(QPushButton):
    """Enter presses the button that has the focus, once, however long it is held; a double click is one click.

    Qt's own button hands Enter on to whichever button is the default of its dialog, so that Enter on Cancel would
    confirm; and a second click that comes quickly would press what the first one brought under the hand.
    """

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses this button; every other key is Qt's."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
            return
        event.accept()
        if event.isAutoRepeat():
            return
        if self.menu() is not None:
            self.showMenu()
        else:
            self.click()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click is no press."""
        event.accept()


class TickBox(QCheckBox):
    """A box to tick: a double click ticks it once."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click is no press."""
        event.accept()
