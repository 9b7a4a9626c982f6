"""The way of everybody on the screen: boxes with their exits, in the places in which they stand on paper."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.outcomes.flow import FlowStep, flow_told
from mat_desktop.facilitation.shown.plots import FLOW_READING, way_columns
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.theme import colour, drawn_font, metrics_of, worn
from mat_desktop.screens.outcomes.enlarged import enlarged
from mat_desktop.screens.outcomes.picture import FittedPicture
from mat_desktop.screens.shared.parts import card, label, scrolled

_BOX, _EXIT, _MOST = 96.0, 20.0, 1000.0
"""Height of a box and of the way out of it, and how wide all of it is at most."""
_APART = 10.0
"""Between the words of one exit and those of the next."""
_STACKED, _GAP, _BESIDE = 62.0, 18.0, 26.0
"""Height of a box, of the way to the next one, and of the way out, where they stand under each other."""
_NARROW = 700
"""A picture narrower than this, in pixels at text of 100 %, has its boxes under each other."""
_WRAPPED = Qt.TextFlag.TextWordWrap


class FlowPicture(FittedPicture):
    """Boxes from the first to the last, and at each who went no further, with why."""

    narrow_below = _NARROW

    def __init__(self) -> None:
        super().__init__()
        self._steps: Sequence[FlowStep] = ()
        hold(self, least_width=300)

    def show_steps(self, steps: Sequence[FlowStep]) -> None:
        """Take the way."""
        self._steps = steps
        self.told(flow_told(steps), FLOW_READING)
        self._fit()
        self.update()

    def _fit(self) -> None:
        rows = self._rows() if self._narrow else [_BOX + _EXIT + self._words_under()]
        hold(self, least_height=round(sum(rows)) + 4)

    @property
    def _across(self) -> float:
        return min(self.width() / worn().factor, _MOST) - 2

    def _words_under(self) -> float:
        """How high the longest words of an exit are under its box."""
        columns = way_columns(len(self._steps))
        wide = self._across * ((columns[0][1] if columns else 1) + _gap(columns)) - _APART
        return max((_high(step.left, wide) for step in self._steps), default=0.0)

    def _rows(self) -> list[float]:
        """How high each box is where they stand under each other, with the way to the next one."""
        beside = self._across * (1 - _SHARE) - _BESIDE
        return [max(_STACKED, _high(step.left, beside)) + _GAP for step in self._steps]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the room that there is."""
        enlarged(self, self._draw)

    def _draw(self, painter: QPainter, _wide: float, _tall: float) -> None:
        """Beside each other as on paper, or one under the other."""
        if self._narrow:
            self._under_each_other(painter)
            return
        across, columns, words = self._across, way_columns(len(self._steps)), self._words_under()
        gap = across * _gap(columns)
        for number, (step, (x, share)) in enumerate(zip(self._steps, columns, strict=True), 1):
            box = QRectF(1 + across * x, 1, across * share, _BOX)
            under = QRectF(box.left(), box.bottom() + _EXIT, box.width() + gap - _APART, words)
            _out(painter, step, QPointF(box.center().x(), box.bottom()), QPointF(0, _EXIT - 4), under)
            _box(painter, step, box)
            if number < len(self._steps):
                _arrow(painter, QPointF(box.right() + 2, box.center().y()), QPointF(gap - 5, 0))

    def _under_each_other(self, painter: QPainter) -> None:
        top, across = 1.0, self._across
        for number, (step, high) in enumerate(zip(self._steps, self._rows(), strict=True), 1):
            box = QRectF(1, top, across * _SHARE, high - _GAP)
            beside = QRectF(box.right() + _BESIDE, top, across - box.right() - _BESIDE, box.height())
            _out(painter, step, QPointF(box.right(), box.center().y()), QPointF(_BESIDE - 8, 0), beside)
            _box(painter, step, box)
            if number < len(self._steps):
                _arrow(painter, QPointF(box.center().x(), box.bottom() + 1), QPointF(0, _GAP - 4))
            top += high


_SHARE = 0.46
"""How much of the width a box takes where its exit stands beside it."""


def _high(words: str, wide: float) -> float:
    """How high small words are in so much room."""
    room = QRectF(0, 0, wide, 10_000)
    return metrics_of("small", 1.0).boundingRect(room, int(_WRAPPED), words).height() if words else 0.0


def _gap(columns: Sequence[tuple[float, float]]) -> float:
    return columns[1][0] - columns[0][0] - columns[0][1] if len(columns) > 1 else 0.0


def _box(painter: QPainter, step: FlowStep, box: QRectF) -> None:
    painter.setPen(QPen(colour("control"), 1.5))
    painter.drawRect(box)
    painter.setPen(colour("ink"))
    painter.setFont(drawn_font("number"))
    count = QRectF(box.left(), box.top() + 4, box.width(), 34)
    painter.drawText(count, Qt.AlignmentFlag.AlignCenter, str(step.count))
    painter.setFont(drawn_font("small"))
    words = QRectF(box.left() + 4, count.bottom(), box.width() - 8, box.bottom() - count.bottom() - 2)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | _WRAPPED), step.words)


def _out(painter: QPainter, step: FlowStep, start: QPointF, way: QPointF, room: QRectF) -> None:
    """Who went no further: a line out of the box to the words, nothing for nobody."""
    if not step.left:
        return
    painter.setPen(QPen(colour("control"), 1.5))
    painter.drawLine(start, start + way)
    painter.setPen(colour("ink"))
    painter.setFont(drawn_font("small"))
    beside = Qt.AlignmentFlag.AlignVCenter if way.x() else Qt.AlignmentFlag.AlignTop
    painter.drawText(room, int(beside | Qt.AlignmentFlag.AlignLeft | _WRAPPED), step.left)


def _arrow(painter: QPainter, start: QPointF, way: QPointF) -> None:
    painter.setPen(QPen(colour("control"), 1.5))
    end, back = start + way, QPointF(4 if way.x() else 0, 0 if way.x() else 4)
    aside = QPointF(back.y(), back.x())
    painter.drawLine(start, end)
    painter.drawLine(end - back - aside, end)
    painter.drawLine(end - back + aside, end)


class WhoCame(QWidget):
    """Who is counted, from registration on, and what may be read from that."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = FlowPicture()
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 12, 0)
        inner.setSpacing(12)
        inner.addWidget(self.picture)
        inner.addWidget(label(FLOW_READING, "small", wrap=True))
        inner.addStretch(1)
        frame, layout = card(gap=10)
        layout.addWidget(label("Who is counted", "section", wrap=True))
        layout.addWidget(scrolled(body), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_steps(self, steps: Sequence[FlowStep]) -> None:
        """Show the way of everybody."""
        self.picture.show_steps(steps)
