"""Before and after as dumbbells, and contact against gain as dots: no trend line through a handful of dots."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.outcomes import gain_in_words
from mat_desktop.facilitation.shown.numbers import signed
from mat_desktop.screens.shared.badges import colour, type_font
from mat_desktop.workshop.followup import FURTHER_BACK
from mat_desktop.workshop.outcomes.trajectory import Trajectory

_ROW, _TOP = 30, 54


class BeforeAfter(QWidget):
    """One line a person: ring at the start, diamond at six months, disc at one year."""

    def __init__(self) -> None:
        super().__init__()
        self._people: Sequence[Trajectory] = ()
        self._names = False

    def show_people(self, people: Sequence[Trajectory]) -> None:
        """Take the people; without names they stand in the order of where they began."""
        self._people = people
        self.setMinimumHeight(_TOP + _ROW * len(people) + 10)
        self.setAccessibleName(". ".join(gain_in_words(p) for p in people) or "No answers yet")
        self.update()

    def show_names(self, on: bool) -> None:
        """Names only where the facilitator chose to see each person."""
        self._names = on
        self.update()

    def _x(self, level: int) -> float:
        left, right = (150 if self._names else 40), self.width() - 180
        return left + (right - left) * (level - FURTHER_BACK) / 5

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The axis, then each person."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._legend(painter)
        if not self._people:
            painter.setPen(colour("ink_muted"))
            painter.setFont(type_font("body"))
            painter.drawText(QPointF(0, _TOP + 20), "Nobody with a goal has begun yet.")
            return
        bottom = _TOP + _ROW * len(self._people)
        painter.setFont(type_font("small"))
        for level in range(FURTHER_BACK, 3):
            words = "back" if level == FURTHER_BACK else "0 hoped" if level == 0 else signed(level)
            painter.setPen(colour("ink_muted"))
            painter.drawText(QRectF(self._x(level) - 50, 28, 100, 20), Qt.AlignmentFlag.AlignCenter, words)
            painter.setPen(QPen(colour("control" if level == 0 else "line"), 1.5 if level == 0 else 1))
            painter.drawLine(QPointF(self._x(level), _TOP - 4), QPointF(self._x(level), bottom))
        people = self._people if self._names else sorted(self._people, key=lambda p: (p.start, p.latest or p.start))
        for place, person in enumerate(people):
            self._person(painter, person, _TOP + _ROW * place + _ROW / 2)

    def _legend(self, painter: QPainter) -> None:
        x = 6.0
        painter.setFont(type_font("small"))
        for kind, words in (("start", "start"), ("six", "six months"), ("year", "one year")):
            _mark(painter, kind, QPointF(x, 12))
            painter.setPen(colour("ink"))
            painter.drawText(QPointF(x + 14, 17), words)
            x += 14 + painter.fontMetrics().horizontalAdvance(words) + 24

    def _person(self, painter: QPainter, person: Trajectory, y: float) -> None:
        painter.setFont(type_font("small_strong"))
        painter.setPen(colour("ink"))
        if self._names:
            painter.drawText(QRectF(0, y - 12, 120, 24), Qt.AlignmentFlag.AlignVCenter, person.name)
        said = gain_in_words(person)
        painter.setPen(colour("ink" if person.gain is not None else "ink_muted"))
        painter.drawText(
            QRectF(self.width() - 186, y - 12, 180, 24),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            said,
        )
        levels = [person.start, *(x for x in (person.six_months, person.one_year) if x is not None)]
        style = Qt.PenStyle.SolidLine if person.one_year is not None else Qt.PenStyle.DotLine
        painter.setPen(QPen(colour("primary"), 3, style))
        painter.drawLine(QPointF(self._x(min(levels)), y), QPointF(self._x(max(levels)), y))
        _mark(painter, "start", QPointF(self._x(person.start), y))
        if person.one_year is not None:
            _mark(painter, "year", QPointF(self._x(person.one_year), y))
        if person.six_months is not None:
            _mark(painter, "six", QPointF(self._x(person.six_months), y))


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
        self._dots: list[tuple[int, int]] = []
        self._most = 1
        self.setMinimumHeight(180)

    def show_people(self, people: Sequence[Trajectory], agreed_days: int) -> None:
        """Take those with an answer at one year."""
        self._dots = [(p.contact_days, p.gain) for p in people if p.gain is not None]
        self._most = max(1, agreed_days)
        said = (f"{days} days, {gain} steps" for days, gain in self._dots)
        self.setAccessibleName("; ".join(said) or "No answers at one year yet")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Axes with words, then the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(type_font("small"))
        low = min([0, *(gain for _, gain in self._dots)])
        high = max([4, *(gain for _, gain in self._dots)])
        left, right, top, bottom = 44.0, self.width() - 12.0, 10.0, self.height() - 46.0
        for level in range(low, high + 1):
            y = bottom - (bottom - top) * (level - low) / (high - low)
            painter.setPen(colour("ink_muted"))
            painter.drawText(
                QRectF(0, y - 10, 34, 20), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, signed(level)
            )
            painter.setPen(QPen(colour("control" if level == 0 else "line"), 1))
            painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setPen(colour("ink_muted"))
        painter.drawText(QRectF(left, bottom + 4, 60, 20), Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(QRectF(right - 60, bottom + 4, 60, 20), Qt.AlignmentFlag.AlignRight, str(self._most))
        words = f"days talked, out of {self._most}"
        painter.drawText(QRectF(left, bottom + 22, right - left, 20), Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("primary"))
        for days, gain in self._dots:
            x = left + (right - left) * min(1.0, days / self._most)
            painter.drawEllipse(QPointF(x, bottom - (bottom - top) * (gain - low) / (high - low)), 6, 6)
