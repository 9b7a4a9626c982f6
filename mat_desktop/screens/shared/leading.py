"""A card or row that leads somewhere: a click anywhere on it is a click on the small arrow that says so."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QFrame


class Leading(QFrame):
    """Leads where its button leads; the keyboard and screen readers have the button alone."""

    def __init__(self) -> None:
        super().__init__()
        self._button: QAbstractButton | None = None
        self._pressed = False

    def lead(self, button: QAbstractButton) -> None:
        """From now on a click on this is a click on the button."""
        self._button = button
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember that the hand came down here."""
        self._pressed = self._button is not None and event.button() == Qt.MouseButton.LeftButton
        event.setAccepted(self._pressed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A hand that comes up here as well meant it."""
        pressed, self._pressed = self._pressed, False
        if pressed and self._button is not None and self.rect().contains(event.position().toPoint()):
            self._button.click()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click is no press."""
        event.accept()
