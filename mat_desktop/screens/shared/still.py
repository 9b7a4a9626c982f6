"""Controls whose value no wheel and no stray letter changes: a page that is scrolled keeps what it says."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSlider, QSpinBox

_OPENS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Space,
    Qt.Key.Key_F4,
)
_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class StillCombo(QComboBox):
    """A closed list passes the wheel on to the page, and arrows and letters open it; only a choice in it counts."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, the value stays."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list, where Qt would change the value at once."""
        plain = not event.modifiers() & _WITH
        if event.key() in _OPENS or (plain and event.text().strip() and event.text().isprintable()):
            event.accept()
            if not event.isAutoRepeat():
                self.showPopup()
            return
        super().keyPressEvent(event)


class StillSpin(QSpinBox):
    """A number that is typed or stepped by arrows, never by the wheel."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, the value stays."""
        event.ignore()


class StillSlider(QSlider):
    """A slider that is drawn or stepped by arrows, never by the wheel."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, the value stays."""
        event.ignore()
