"""A part of a page that scrolls."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea

from mat_desktop.screens.look.theme import worn

_FEW_LINES = 180
A_QUESTION = 132
"""The height of a question in three lines with its answers, as drawn at 100 %: less is no use to whoever asks it."""


_TURNS = 3
"""So often within one change the bar may come and go; content that needs it never needs as many."""


class Steady(QScrollArea):
    """An area whose bar comes to rest.

    Qt shows the bar where the content has no room, and takes it away where it has. Content that is lower with the bar
    than without, because a button drops its word or parts go under each other, would make it do both in turn, each
    within the other, until the program ends without a word. Then the bar stays, until the area has another size.
    """

    def __init__(self) -> None:
        super().__init__()
        self._within = 0
        self._restless = False
        self._rested_at: QSize | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another room the bar may come and go again."""
        if not self._within and self._rested_at not in (None, self.size()):
            self._rested_at = None
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The content has another size, and Qt asks whether it needs the bar, which gives it another size."""
        if watched is not self.widget() or event.type() != QEvent.Type.Resize:
            return super().eventFilter(watched, event)
        if self._within >= _TURNS:
            self._restless = True
            return False
        self._within += 1
        done = super().eventFilter(watched, event)
        self._within -= 1
        if self._restless and not self._within:
            self._rest()
        return done

    def _rest(self) -> None:
        self._restless = False
        self._rested_at = self.size()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)


class Scrolled(Steady):
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
