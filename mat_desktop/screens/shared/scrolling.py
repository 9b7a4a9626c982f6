"""A part of a page that scrolls."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QScrollArea

from mat_desktop.screens.look.theme import worn

_FEW_LINES = 180
A_QUESTION = 132
"""The height of a question in three lines with its answers, as drawn at 100 %: less is no use to whoever asks it."""


class Scrolled(QScrollArea):
    """It takes what height there is, and asks for enough to read a few lines in."""

    def __init__(self) -> None:
        super().__init__()
        self._needs = 0

    def viewportEvent(self, event: QEvent) -> bool:
        """Qt tells nobody that what is inside became wider; zones that stand beside each other have to know."""
        done = super().viewportEvent(event)
        inside = self.widget()
        if event.type() == QEvent.Type.LayoutRequest and inside is not None:
            needs = inside.minimumSizeHint().width()
            if needs != self._needs:
                self._needs = needs
                self.updateGeometry()
        return done

    def sizeHint(self) -> QSize:
        """A few lines, however long the content is or becomes."""
        return QSize(super().sizeHint().width(), worn().px(_FEW_LINES))
