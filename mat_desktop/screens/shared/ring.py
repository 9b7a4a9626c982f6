"""The focus ring: three pixels, two away from the control, always visible."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QRegion, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QScrollArea,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

from mat_desktop.screens.look.theme import colour, worn

_GAP = 2
"""Between the control and the ring."""
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


_ROOM = 10
"""Around what is scrolled into sight, for the ring."""


class FocusRing(QWidget):
    """Follows the focus within one window; `went` is told where it is now, None where nothing has it any more."""

    def __init__(self, window: QWidget, went: Callable[[QWidget | None], object] = lambda _now: None) -> None:
        super().__init__(window)
        self._went = went
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._watched: list[QWidget] = []
        self._target: QWidget | None = None
        self._listens = False
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._heard)
        self.listen()

    def listen(self) -> None:
        """Follow the focus from now on."""
        if not self._listens:
            self._listens = True
            self._changed(None, QApplication.focusWidget())

    def rest(self) -> None:
        """Follow no more: what is taken apart gives the keyboard away at its end, and may not be touched then.

        The connection stays: taken apart while the news of the focus is under way, it would take the program with it.
        """
        if self._listens:
            self._listens = False
            self._changed(None, None)

    def _heard(self, before: QWidget | None, now: QWidget | None) -> None:
        if self._listens:
            self._changed(before, now)
            if now is None or now.window() is self.window():
                self._went(now)

    def _changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._watched = []
        wanted = now is not None and now.window() is self.window() and not _marks_a_line(now)
        self._target = now if wanted else None
        widget: QWidget | None = self._target
        while widget is not None and widget is not self.window():
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay around the control when it or what holds it moves."""
        if event.type() in _MOVES:
            self._place()
        return False

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        out = _GAP + worn().ring
        box = QRect(target.mapTo(self.window(), QPoint(0, 0)), target.size()).adjusted(-out, -out, out, out)
        shown = box & self._frame_of(target).adjusted(-out, -out, out, out)
        if shown.width() <= out * 2 or shown.height() <= out * 2:
            self.hide()
            return
        self.setGeometry(box)
        self.setMask(QRegion(shown.translated(-box.topLeft())))
        self.raise_()
        self.show()

    def _frame_of(self, target: QWidget) -> QRect:
        """The part of the window through which a scroll area shows the control."""
        found = self.window().rect()
        widget = target.parentWidget()
        while widget is not None and widget is not self.window():
            area = widget.parentWidget()
            if isinstance(area, QAbstractScrollArea) and widget is area.viewport():
                found &= QRect(widget.mapTo(self.window(), QPoint(0, 0)), widget.size())
            widget = area
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, cut off where a scroll area cuts its control off."""
        if self._target is None or not isValid(self._target):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on_rail = _is_on_rail(self._target)
        wide = worn().ring
        painter.setPen(QPen(colour("rail_focus" if on_rail else "focus"), wide))
        radius = 10 if not isinstance(self._target, QLineEdit) else 11
        inset = (wide + 1) / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)


def can_have_the_keyboard(stop: QWidget | None) -> bool:
    """Whether this can keep the keyboard: what Qt takes it from was hidden or switched off, and nobody pressed Tab."""
    return stop is not None and stop.isVisible() and stop.isEnabled()


def into_sight(stop: QWidget | None) -> None:
    """Scroll to where the keyboard went by a key. Qt does so only where it was within the same area before."""
    parent = stop.parentWidget() if stop is not None else None
    while parent is not None and stop is not None:
        if isinstance(parent, QScrollArea):
            _show_whole(parent, stop)
        parent = parent.parentWidget()


def _show_whole(area: QScrollArea, stop: QWidget) -> None:
    """Scroll until all of it is seen. Of a line Qt itself shows the cursor only, and cuts the rest."""
    content, view = area.widget(), area.viewport().size()
    if content is None:
        return
    middle = stop.mapTo(content, stop.rect().center())
    wide, high = min(stop.width(), view.width()), min(stop.height(), view.height())
    area.ensureVisible(
        middle.x(),
        middle.y(),
        min((wide + 1) // 2 + _ROOM, view.width() // 2),
        min((high + 1) // 2 + _ROOM, view.height() // 2),
    )


def lead_to(stop: QWidget) -> None:
    """Give something the keyboard because a key asked for it, as Tab does: it is scrolled into sight."""
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    into_sight(stop)


def _marks_a_line(widget: QWidget) -> bool:
    """Whether a list says itself, in one of its lines, that it has the keyboard. Tables do not."""
    if not isinstance(widget, QAbstractItemView) or isinstance(widget, QTableView):
        return False
    return widget.currentIndex().isValid()


class Ringed(QWidget):
    """A page with a ring of its own, which follows the focus as long as the page is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.ring = FocusRing(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the focus."""
        super().showEvent(event)
        self.ring.listen()

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow it no more."""
        self.ring.rest()
        super().hideEvent(event)


def _is_on_rail(widget: QWidget) -> bool:
    found: QWidget | None = widget
    while found is not None:
        if found.objectName() == "rail":
            return True
        found = found.parentWidget()
    return False
