"""The contact strip and the trend of ratings, painted from the same plain geometry as on paper."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mat_desktop.facilitation.contact.pairs import MemberLog
from mat_desktop.facilitation.shown.strip import Cell, DayStrip
from mat_desktop.facilitation.shown.weeks import WeekBar
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.theme import colour, type_font, worn
from mat_desktop.screens.shared.badges import PARTNER_LINES, PARTNER_TOKENS, draw_partner
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import boxed, label, row
from mat_desktop.workshop.contact.days import Mark

CELL, PITCH = 8, 10
_MONTHS = 18
"""The height of the line of months. All of these as drawn at 100 %."""


def paint_cell(painter: QPainter, cell: Cell, box: QRectF) -> None:
    """Filled is talked, half is a message, empty is no call, a dot is excused, a slash is not known."""
    if cell.mark is None and not cell.agreed:
        return
    if cell.mark is None:
        painter.setPen(QPen(colour("control"), 1))
        if cell.ahead:
            painter.drawPoint(box.center())
        elif cell.recalled:
            painter.drawLine(QPointF(box.left() + 1, box.center().y()), QPointF(box.right() - 1, box.center().y()))
        else:
            painter.drawLine(box.bottomLeft() + QPointF(1, 0), box.topRight() - QPointF(1, 0))
        return
    painter.setPen(QPen(colour("heat" if cell.mark is Mark.TALKED else "control"), 1))
    painter.setBrush(colour("heat" if cell.mark is Mark.TALKED else "surface"))
    painter.drawRect(box)
    if cell.mark is Mark.MESSAGE:
        painter.fillRect(QRectF(box.left(), box.center().y(), box.width(), box.height() / 2), colour("heat"))
    if cell.mark is Mark.EXCUSED:
        painter.setBrush(colour("control"))
        painter.drawEllipse(box.center(), box.width() * 0.15, box.width() * 0.15)


def month_names(strip: DayStrip) -> list[tuple[int, int, str]]:
    """Left and right edge of each month's name: over its first week, or as near to it as the one before leaves room."""
    metrics = QFontMetrics(type_font("small"))
    found: list[tuple[int, int, str]] = []
    for column, name in strip.months:
        left = max(column * worn().px(PITCH), found[-1][1] + 4 if found else 0)
        found.append((left, left + metrics.horizontalAdvance(name), name))
    return found


class StripView(QWidget):
    """One member's strip: a column a week, a row a weekday."""

    def __init__(self, strip: DayStrip, sentence: str) -> None:
        super().__init__()
        self._strip = strip
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(sentence)

    def sizeHint(self) -> QSize:
        """All weeks, and the names of their months."""
        pitch = worn().px(PITCH)
        end = max((right for _, right, _ in month_names(self._strip)), default=0)
        return QSize(max(self._strip.columns * pitch + 4, end), 7 * pitch + worn().px(_MONTHS))

    def minimumSizeHint(self) -> QSize:
        """No week is left out."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Months above, cells below."""
        painter = QPainter(self)
        painter.setFont(type_font("small"))
        painter.setPen(colour("ink_muted"))
        pitch, side, above = worn().px(PITCH), worn().px(CELL), worn().px(_MONTHS)
        for left, _, name in month_names(self._strip):
            painter.drawText(QPointF(left, worn().px(12)), name)
        for cell in self._strip.cells:
            box = QRectF(cell.column * pitch + 0.5, above + cell.row * pitch + 0.5, side, side)
            paint_cell(painter, cell, box)


class TrendView(QWidget):
    """Each member's own line, 0 to 10. Seen by the facilitator only."""

    def __init__(self, members: tuple[MemberLog, ...]) -> None:
        super().__init__()
        self._members = members
        hold(self, width=190, height=130)
        said = "; ".join(f"{m.name}: {m.ratings}" for m in members)
        self.setAccessibleName(f"Ratings, 0 to 10. {said}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shapes and line styles tell the members apart; a missing rating breaks the line and leaves a mark below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(type_font("small"))
        px = worn().px
        left, top, high = px(24), 8, self.height() - px(22) - 8
        for level in (0, 5, 10):
            y = top + high * (1 - level / 10)
            painter.setPen(colour("ink_muted"))
            painter.drawText(
                QRectF(0, y - px(9), px(18), px(18)),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                str(level),
            )
            painter.setPen(colour("line"))
            painter.drawLine(QPointF(left, y), QPointF(self.width(), y))
        for position, member in enumerate(self._members):
            self._line(painter, position, member, QRectF(left + 8, top, self.width() - left - 16, high))

    def _line(self, painter: QPainter, position: int, member: MemberLog, area: QRectF) -> None:
        places = {
            p: QPointF(area.left() + p.x * area.width(), area.bottom() - p.y * area.height())
            for p in member.trend.points
        }
        painter.setPen(QPen(colour(PARTNER_TOKENS[position]), 2, PARTNER_LINES[position]))
        for first, second in member.trend.joined:
            painter.drawLine(places[first], places[second])
        for place in places.values():
            draw_partner(painter, position, place.x(), place.y(), worn().px(8))
        painter.setPen(QPen(colour("control"), 1))
        for across in member.trend.missing:
            x = area.left() + across * area.width()
            y = area.bottom() + 6 + 6 * position
            painter.drawLine(QPointF(x - 3, y + 3), QPointF(x + 3, y - 3))


class WeeksView(QWidget):
    """The dose over the weeks: filled is talked, the outline what was agreed, hatched what is not known."""

    PITCH = 10

    def __init__(self, bars: tuple[WeekBar, ...], sentence: str) -> None:
        super().__init__()
        self._bars = bars
        hold(self, width=max(1, len(bars)) * self.PITCH + 4, height=44)
        self.setAccessibleName(f"Week by week. {sentence}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A column a week, from below: talked, only a number, not known; the outline is what was agreed."""
        painter = QPainter(self)
        high, base = self.height() - 4.0, self.height() - 2.0
        pitch = (self.width() - 4) / max(1, len(self._bars))
        for number, bar in enumerate(self._bars):
            x, wide = number * pitch + 1.0, pitch - 2.0
            painter.fillRect(QRectF(x, base - high * bar.talked, wide, high * bar.talked), colour("heat"))
            y = base - high * bar.talked
            painter.fillRect(
                QRectF(x, y - high * bar.recalled, wide, high * bar.recalled),
                QBrush(colour("heat"), Qt.BrushStyle.HorPattern),
            )
            y -= high * bar.recalled
            painter.fillRect(
                QRectF(x, y - high * bar.not_known, wide, high * bar.not_known),
                QBrush(colour("control"), Qt.BrushStyle.BDiagPattern),
            )
            painter.setPen(QPen(colour("control"), 1))
            painter.drawRect(QRectF(x, base - high * bar.agreed, wide, high * bar.agreed))


class Legend(QWidget):
    """What the cells mean, in words: a mark and a word each, in as many lines as it takes."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(
            "Filled: talked. Half: message only. Empty: no call. Dot: excused. Slash: not known. Bar: only a number."
        )
        marks = [
            *(Cell(column=0, row=0, mark=mark, ahead=False) for mark in _MARKS),
            Cell(column=0, row=0, mark=None, ahead=False, recalled=True),
        ]
        parts = [
            boxed(row(_Mark(cell), label(words, "small"), gap=8)) for cell, words in zip(marks, _WORDS, strict=True)
        ]
        self.setLayout(FlowLayout(*parts, gap=18))


_MARKS = (Mark.TALKED, Mark.MESSAGE, Mark.NO_CALL, Mark.EXCUSED, None)
_WORDS = ("talked", "message only", "no call", "excused", "not known", "only a number")


class _Mark(QWidget):
    """One cell alone."""

    def __init__(self, cell: Cell) -> None:
        super().__init__()
        self._cell = cell
        hold(self, width=12, height=12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cell, as in a strip."""
        painter = QPainter(self)
        paint_cell(painter, self._cell, QRectF(self.rect()).adjusted(1, 1, -1, -1))
