"""Lines and texts into which words come by keys and by pasting on purpose, never by a slip of the mouse.

A third finger on a touchpad is the middle button, which on Linux puts in whatever was last marked, the name of somebody
else perhaps; and words that were marked hang on the pointer with the next pull and are dropped into another field, or
into another program, which takes them out of this one.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

_MIDDLE = Qt.MouseButton.MiddleButton


class Line(QLineEdit):
    """One line."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.setAcceptDrops(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The middle button puts nothing in."""
        if event.button() != _MIDDLE:
            super().mouseReleaseEvent(event)


class Text(QPlainTextEdit):
    """Several lines; Tab leaves them."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setTabChangesFocus(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on what is marked begins to mark anew; with Shift it goes on marking."""
        cursor = self.textCursor()
        if event.button() == Qt.MouseButton.LeftButton and cursor.hasSelection() and not event.modifiers():
            cursor.clearSelection()
            self.setTextCursor(cursor)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The middle button puts nothing in."""
        if event.button() != _MIDDLE:
            super().mouseReleaseEvent(event)
