"""Outcomes drawn: dumbbells, dots without a trend line, ratings by month, the forest of several workshops."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mat_desktop.facilitation.outcomes.words import gain_in_words
from mat_desktop.facilitation.shown.outcomes import (
    LEVEL_AXIS,
    Dumbbell,
    Forest,
    contact_and_gain,
    dumbbells,
    months_of_alliance,
)
from mat_desktop.screens.look.theme import colour, type_font
from mat_desktop.workshop.outcomes.trajectory import Trajectory

_ROW, _TOP = 30, 54
_MIDDLE_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class BeforeAfter(QWidget):
    """One line a person: ring at the start, diamond at six months, disc at one year."""

    def __init__(self) -> None:
        super().__init__()
        self._people: Sequence[Trajectory] = ()
        self._rows: tuple[Dumbbell, ...] = ()
        self._names = False

    def show_people(self, people: Sequence[Trajectory], *, names: bool = False) -> None:
        """Take the people; without names they stand in the order of where they began."""
        self._names = names
        self._people = people if names else sorted(people, key=lambda p: (p.start, p.contact_days))
        self._rows = dumbbells(people, by_start=not names)
        self.setMinimumHeight(_TOP + _ROW * len(people) + 10)
        self.setAccessibleName(". ".join(gain_in_words(p) for p in self._people) or "No answers yet")
        self.update()

    def _x(self, share: float) -> float:
        left, right = (150 if self._names else 40), self.width() - 180
        return left + (right - left) * share

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The axis, then each person."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._legend(painter)
        if not self._rows:
            painter.setPen(colour("ink_muted"))
            painter.setFont(type_font("body"))
            painter.drawText(QPointF(0, _TOP + 20), "Nobody with a goal has begun yet.")
            return
        bottom = _TOP + _ROW * len(self._rows)
        painter.setFont(type_font("small"))
        for level in LEVEL_AXIS:
            x = self._x(level.x)
            painter.setPen(colour("ink_muted"))
            painter.drawText(QRectF(x - 50, 28, 100, 20), Qt.AlignmentFlag.AlignCenter, level.words)
            painter.setPen(QPen(colour("control" if level.hoped else "line"), 1.5 if level.hoped else 1))
            painter.drawLine(QPointF(x, _TOP - 4), QPointF(x, bottom))
        for place, (row, person) in enumerate(zip(self._rows, self._people, strict=True)):
            self._person(painter, row, person, _TOP + _ROW * place + _ROW / 2)

    def _legend(self, painter: QPainter) -> None:
        x = 6.0
        painter.setFont(type_font("small"))
        for kind, words in (("start", "start"), ("six", "six months"), ("year", "one year")):
            _mark(painter, kind, QPointF(x, 12))
            painter.setPen(colour("ink"))
            painter.drawText(QPointF(x + 14, 17), words)
            x += 14 + painter.fontMetrics().horizontalAdvance(words) + 24

    def _person(self, painter: QPainter, row: Dumbbell, person: Trajectory, y: float) -> None:
        painter.setFont(type_font("small_strong"))
        painter.setPen(colour("ink"))
        if row.name:
            painter.drawText(QRectF(0, y - 12, 120, 24), Qt.AlignmentFlag.AlignVCenter, row.name)
        painter.setPen(colour("ink" if person.gain is not None else "ink_muted"))
        painter.drawText(QRectF(self.width() - 186, y - 12, 180, 24), _MIDDLE_RIGHT, gain_in_words(person))
        painter.setPen(QPen(colour("primary"), 3, Qt.PenStyle.DotLine if row.dotted else Qt.PenStyle.SolidLine))
        painter.drawLine(QPointF(self._x(row.ends[0]), y), QPointF(self._x(row.ends[1]), y))
        _mark(painter, "start", QPointF(self._x(row.start), y))
        if row.one_year is not None:
            _mark(painter, "year", QPointF(self._x(row.one_year), y))
        if row.six_months is not None:
            _mark(painter, "six", QPointF(self._x(row.six_months), y))


def _mark(painter: QPainter, kind: str, at: QPointF) -> None:
    painter.setPen(QPen(colour("primary"), 2.5))
    painter.setBrush(colour("primary" if kind == "year" else "surface"))
    if kind == "six":
        points = [at + QPointF(0, -6), at + QPointF(6, 0), at + QPointF(0, 6), at + QPointF(-6, 0)]
        painter.drawPolygon(QPolygonF(points))
    else:
        painter.drawEllipse(at, 6, 6)


class ContactAndGain(QWidget):
    """Days talked across, steps gained up, one dot a person."""

    def __init__(self) -> None:
        super().__init__()
        self._found = contact_and_gain((), 1)
        self.setMinimumHeight(108)

    def show_people(self, people: Sequence[Trajectory], agreed_days: int) -> None:
        """Take those with an answer at one year."""
        self._found = contact_and_gain(people, agreed_days)
        said = (f"{p.contact_days} days, {p.gain} steps" for p in people if p.gain is not None)
        self.setAccessibleName("; ".join(said) or "No answers at one year yet")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Axes with words, then the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(type_font("small"))
        left, right, top, bottom = 44.0, self.width() - 12.0, 10.0, self.height() - 24.0
        for share, words in self._found.ticks:
            y = bottom - (bottom - top) * share
            painter.setPen(colour("ink_muted"))
            painter.drawText(QRectF(0, y - 10, 34, 20), _MIDDLE_RIGHT, words)
            painter.setPen(QPen(colour("control" if words == "0" else "line"), 1))
            painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setPen(colour("ink_muted"))
        painter.drawText(QRectF(left, bottom + 4, 60, 20), Qt.AlignmentFlag.AlignLeft, "0")
        most = str(self._found.most)
        painter.drawText(QRectF(right - 60, bottom + 4, 60, 20), Qt.AlignmentFlag.AlignRight, most)
        painter.drawText(QRectF(left, bottom + 4, right - left, 20), Qt.AlignmentFlag.AlignCenter, "agreed days talked")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("primary"))
        for x, y in self._found.dots:
            painter.drawEllipse(QPointF(left + (right - left) * x, bottom - (bottom - top) * y), 6, 6)


class AllianceByMonth(QWidget):
    """A bar a month from the lowest to the highest rating, a dot at the middle one."""

    def __init__(self) -> None:
        super().__init__()
        self._bars = months_of_alliance(())
        self.setMinimumHeight(78)

    def show_months(self, months: Sequence[tuple[int, int, float, float, float]]) -> None:
        """Take the months."""
        self._bars = months_of_alliance(months)
        said = (f"month {b.month}: {b.count} ratings, middle {10 * b.middle:.1f}" for b in self._bars)
        self.setAccessibleName("; ".join(said) or "No ratings yet")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The scale from 0 to 10, then the months."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(type_font("small"))
        left, right, top, bottom = 34.0, self.width() - 16.0, 12.0, self.height() - 22.0
        for level in (0, 5, 10):
            y = bottom - (bottom - top) * level / 10
            painter.setPen(colour("ink_muted"))
            painter.drawText(QRectF(0, y - 10, 26, 20), _MIDDLE_RIGHT, str(level))
            painter.setPen(QPen(colour("line"), 1))
            painter.drawLine(QPointF(left, y), QPointF(right, y))
        for bar in self._bars:
            x = left + 10 + (right - left - 20) * bar.x
            painter.setPen(QPen(colour("control"), 1.5))
            painter.drawLine(
                QPointF(x, bottom - (bottom - top) * bar.low), QPointF(x, bottom - (bottom - top) * bar.high)
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("primary"))
            painter.drawEllipse(QPointF(x, bottom - (bottom - top) * bar.middle), 4.5, 4.5)
            painter.setPen(colour("ink_muted"))
            painter.drawText(QRectF(x - 15, bottom + 3, 30, 18), Qt.AlignmentFlag.AlignCenter, str(bar.month))


class ForestView(QWidget):
    """A row a workshop: a square as large as its weight, its interval, and the numbers; the pooled one as a diamond."""

    def __init__(self) -> None:
        super().__init__()
        self._found = Forest((), 0.5, ())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_forest(self, forest: Forest) -> None:
        """Take the rows."""
        self._found = forest
        self.setMinimumHeight(_ROW * len(forest.rows) + 40)
        self.setAccessibleName("; ".join(f"{r.name}: {r.words}" for r in forest.rows) or "Nothing to pool yet")
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(500, _ROW * len(self._found.rows) + 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The axis and the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right, bottom = 220.0, self.width() - 190.0, _ROW * len(self._found.rows) + 6.0
        painter.setFont(type_font("small"))
        for share, words in self._found.ticks:
            x = left + (right - left) * share
            painter.setPen(QPen(colour("control" if words == "0" else "line"), 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, bottom))
            painter.setPen(colour("ink_muted"))
            painter.drawText(QRectF(x - 30, bottom + 4, 60, 20), Qt.AlignmentFlag.AlignCenter, words)
        for place, row in enumerate(self._found.rows):
            y = _ROW * place + _ROW / 2
            painter.setPen(colour("ink"))
            painter.setFont(type_font("small_strong" if row.pooled else "small"))
            name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, 205)
            painter.drawText(QRectF(0, y - 12, 210, 24), Qt.AlignmentFlag.AlignVCenter, name)
            painter.drawText(QRectF(self.width() - 184, y - 12, 180, 24), _MIDDLE_RIGHT, row.words)
            low, high, at = (left + (right - left) * s for s in (row.low, row.high, row.x))
            painter.setPen(QPen(colour("primary"), 2))
            painter.drawLine(QPointF(low, y), QPointF(high, y))
            painter.setBrush(colour("primary"))
            half = 3 + 4 * row.weight
            if row.pooled:
                painter.drawPolygon(
                    QPolygonF([QPointF(at, y - 7), QPointF(at + 7, y), QPointF(at, y + 7), QPointF(at - 7, y)])
                )
            else:
                painter.drawRect(QRectF(at - half, y - half, 2 * half, 2 * half))
