"""The focus ring: three pixels, two away from the control, always visible."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from mat_desktop.screens.look.theme import colour, worn

_GAP = 2
"""Between the control and the ring."""
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """Follows the focus within one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._watched: list[QWidget] = []
        self._target: QWidget | None = None
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._changed)

    def _changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._watched = []
        wanted = now is not None and now.window() is self.window() and not isinstance(now, QAbstractItemView)
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


def _is_on_rail(widget: QWidget) -> bool:
    found: QWidget | None = widget
    while found is not None:
        if found.objectName() == "rail":
            return True
        found = found.parentWidget()
    return False
