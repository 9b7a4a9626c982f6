"""Outcomes drawn: dumbbells, and ratings by month."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF

from mat_desktop.facilitation.outcomes.words import gain_in_words
from mat_desktop.facilitation.shown.outcomes import (
    LEVEL_AXIS,
    Dumbbell,
    MonthBar,
    dumbbells,
    goal_dumbbells,
    months_of_alliance,
)
from mat_desktop.facilitation.shown.plots import ALLIANCE_READING, GOALS_READING
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.theme import colour, drawn_font
from mat_desktop.screens.outcomes.enlarged import enlarged
from mat_desktop.screens.outcomes.picture import FittedPicture, Picture
from mat_desktop.workshop.outcomes.trajectory import Trajectory

_ROW, _TOP, _WORDS, _LINE = 30, 54, 22, 15
_NARROW = 520
"""A chart narrower than this, in pixels at text of 100 %, has its words above its lines."""
_APART = 24
"""So far a name stays from the words at the end of its line, in a narrow chart."""
_MIDDLE_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class BeforeAfter(FittedPicture):
    """One line a person: ring at the start, diamond at six months, disc at one year.

    The words stand beside the line, or above it where the window is narrow.
    """

    narrow_below = _NARROW

    def __init__(self) -> None:
        super().__init__()
        self._people: Sequence[Trajectory] = ()
        self._rows: tuple[Dumbbell, ...] = ()
        self._names = False
        hold(self, least_width=280)

    def show_people(self, people: Sequence[Trajectory], *, names: bool = False) -> None:
        """Take the people; without names they stand in the order of where they began."""
        self._names = names
        self._people = people if names else sorted(people, key=lambda p: (p.start, p.contact_days))
        self._rows = dumbbells(people, by_start=not names)
        self.told(". ".join(gain_in_words(p) for p in self._people) or "No answers yet", GOALS_READING)
        self._fit()
        self.update()

    def show_goals(self, goals: Sequence[Trajectory]) -> None:
        """Take every goal, called by its number, in the order in which they come."""
        self._names, self._people, self._rows = True, goals, goal_dumbbells(goals)
        self.told(". ".join(f"{g.name}: {gain_in_words(g)}" for g in goals) or "No answers yet", GOALS_READING)
        self._fit()
        self.update()

    @property
    def _row(self) -> int:
        return _ROW + (_WORDS if self._narrow else 0)

    def _fit(self) -> None:
        hold(self, least_height=_TOP + self._row * max(1, len(self._rows)) + 10)

    def _x(self, share: float, wide: float) -> float:
        left, right = (40, wide - 40) if self._narrow else (150 if self._names else 40, wide - 180)
        return left + (right - left) * share

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the room that there is."""
        enlarged(self, self._draw)

    def _draw(self, painter: QPainter, wide: float, high: float) -> None:
        """The axis, then each person."""
        self._legend(painter)
        if not self._rows:
            painter.setPen(colour("ink_muted"))
            painter.setFont(drawn_font("body"))
            room = QRectF(0, _TOP, wide, high - _TOP)
            painter.drawText(room, int(Qt.TextFlag.TextWordWrap), "Nobody with a goal has begun yet.")
            return
        self._axis(painter, wide)
        for place, (row, person) in enumerate(zip(self._rows, self._people, strict=True)):
            self._person(painter, row, person, _TOP + self._row * (place + 1) - _ROW / 2, wide)

    def _axis(self, painter: QPainter, wide: float) -> None:
        bottom = _TOP + self._row * len(self._rows)
        painter.setFont(drawn_font("small"))
        for level in LEVEL_AXIS:
            x = self._x(level.x, wide)
            painter.setPen(colour("ink_muted"))
            painter.drawText(QRectF(x - 50, 28, 100, 20), Qt.AlignmentFlag.AlignCenter, level.words)
            painter.setPen(QPen(colour("control" if level.hoped else "line"), 1.5 if level.hoped else 1))
            painter.drawLine(QPointF(x, _TOP - 4), QPointF(x, bottom))

    def _legend(self, painter: QPainter) -> None:
        x = 9.0
        painter.setFont(drawn_font("small"))
        for kind, words in (("start", "start"), ("six", "six months"), ("year", "one year")):
            _mark(painter, kind, QPointF(x, 12))
            painter.setPen(colour("ink"))
            painter.drawText(QPointF(x + 14, 17), words)
            x += 14 + painter.fontMetrics().horizontalAdvance(words) + 24

    def _person(self, painter: QPainter, row: Dumbbell, person: Trajectory, y: float, wide: float) -> None:
        self._words(painter, row, person, y - (_WORDS if self._narrow else 0), wide)
        painter.setPen(QPen(colour("primary"), 3, Qt.PenStyle.DotLine if row.dotted else Qt.PenStyle.SolidLine))
        painter.drawLine(QPointF(self._x(row.ends[0], wide), y), QPointF(self._x(row.ends[1], wide), y))
        for kind, at in (("start", row.start), ("year", row.one_year), ("six", row.six_months)):
            if at is not None:
                _mark(painter, kind, QPointF(self._x(at, wide), y))

    def _words(self, painter: QPainter, row: Dumbbell, person: Trajectory, y: float, wide: float) -> None:
        painter.setFont(drawn_font("small_strong"))
        painter.setPen(colour("ink"))
        if row.name:
            own = painter.fontMetrics().horizontalAdvance(gain_in_words(person))
            room = wide - own - _APART if self._narrow else 130
            name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(QRectF(0, y - 12, room, 24), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(colour("ink" if person.gain is not None else "ink_muted"))
        words = gain_in_words(person)
        own = painter.fontMetrics().horizontalAdvance(words)
        painter.fillRect(QRectF(wide - 10 - own, y - 10, own + 8, 20), colour("surface"))
        painter.drawText(QRectF(wide - 186, y - 12, 180, 24), _MIDDLE_RIGHT, words)


def _mark(painter: QPainter, kind: str, at: QPointF) -> None:
    painter.setPen(QPen(colour("primary"), 2.5))
    painter.setBrush(colour("primary" if kind == "year" else "surface"))
    if kind == "six":
        points = [at + QPointF(0, -6), at + QPointF(6, 0), at + QPointF(0, 6), at + QPointF(-6, 0)]
        painter.drawPolygon(QPolygonF(points))
    else:
        painter.drawEllipse(at, 6, 6)


class AllianceByMonth(Picture):
    """A bar a month from the lowest to the highest rating, a dot at the middle one."""

    def __init__(self) -> None:
        super().__init__()
        self._bars = months_of_alliance(())
        hold(self, least_height=124)

    def show_months(self, months: Sequence[tuple[int, int, float, float, float]]) -> None:
        """Take the months."""
        self._bars = months_of_alliance(months)
        said = (f"month {b.month}: {b.count} ratings, middle {10 * b.middle:.1f}" for b in self._bars)
        self.told("; ".join(said) or "No ratings yet", ALLIANCE_READING)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the room that there is."""
        enlarged(self, self._draw)

    def _draw(self, painter: QPainter, wide: float, high: float) -> None:
        """The scale from 0 to 10, then the months."""
        painter.setFont(drawn_font("small"))
        left, right, top = 34.0, wide - 16.0, 12.0
        lines = self._lines_of_counts(painter, right - left - 20)
        bottom = high - 22.0 - _LINE * lines
        for level in (0, 5, 10):
            y = bottom - (bottom - top) * level / 10
            painter.setPen(colour("ink_muted"))
            painter.drawText(QRectF(0, y - 10, 26, 20), _MIDDLE_RIGHT, str(level))
            painter.setPen(QPen(colour("line"), 1))
            painter.drawLine(QPointF(left, y), QPointF(right, y))
        if self._bars:
            painter.setPen(colour("ink_muted"))
            painter.drawText(QRectF(0, bottom + 18, 26, 18), _MIDDLE_RIGHT, "n")
        for place, bar in enumerate(self._bars):
            x = left + 10 + (right - left - 20) * bar.x
            _draw_month(painter, bar, x, bottom, bottom - top)
            under = QRectF(x - 22, bottom + 18 + _LINE * (place % lines), 44, 18)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, str(bar.count))

    def _lines_of_counts(self, painter: QPainter, wide: float) -> int:
        """Two where the numbers of ratings would run into each other on one line."""
        widths = [painter.fontMetrics().horizontalAdvance(str(b.count)) for b in self._bars]
        apart = [wide * (later.x - bar.x) for bar, later in pairwise(self._bars)]
        return 2 if apart and max(widths) + 6 > min(apart) else 1


def _draw_month(painter: QPainter, bar: MonthBar, x: float, bottom: float, high: float) -> None:
    """From the lowest to the highest, a dot at the middle, and the month under it."""
    painter.setPen(QPen(colour("control"), 1.5))
    painter.drawLine(QPointF(x, bottom - high * bar.low), QPointF(x, bottom - high * bar.high))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("primary"))
    painter.drawEllipse(QPointF(x, bottom - high * bar.middle), 4.5, 4.5)
    painter.setPen(colour("ink_muted"))
    painter.drawText(QRectF(x - 15, bottom + 3, 30, 18), Qt.AlignmentFlag.AlignCenter, str(bar.month))
