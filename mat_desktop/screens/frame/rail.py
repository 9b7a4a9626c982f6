"""The journey rail: Today, the workshop, the ten steps of its year, and when it was saved."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mat_desktop.screens.look import icons
from mat_desktop.screens.look.theme import colour, type_font
from mat_desktop.screens.look.tokens import RAIL_WIDTH
from mat_desktop.screens.shared.parts import button, label, row
from mat_desktop.workshop.journey import DAY_STEPS, TITLES, YEAR_STEPS, Progress, Step, number

_Index = QModelIndex | QPersistentModelIndex
_ROW, _HEAD = 42, 28


@dataclass(frozen=True)
class _Line:
    step: Step | None
    words: str


_LINES = (
    _Line(None, "The workshop"),
    *(_Line(step, TITLES[step]) for step in DAY_STEPS),
    _Line(None, "The year after"),
    *(_Line(step, TITLES[step]) for step in YEAR_STEPS),
)


class StepModel(QAbstractListModel):
    """The ten steps and their two headings."""

    def __init__(self) -> None:
        super().__init__()
        self.progress: dict[Step, Progress] = {}
        self.current: Step | None = None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """All lines."""
        return 0 if parent.isValid() else len(_LINES)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings cannot be chosen; every step can, at any time."""
        if _LINES[index.row()].step is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, and the sentence for a screen reader."""
        found = _LINES[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole and found.step is not None:
            return self._sentence(found.step)
        return found.words if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def _sentence(self, step: Step) -> str:
        done = self.progress.get(step, Progress(0, 0))
        state = "done" if done.finished else f"{done.done} of {done.total}"
        return f"Step {number(step)}, {TITLES[step]}, {state}"

    def show(self, progress: dict[Step, Progress], current: Step | None) -> None:
        """Take the state of every step."""
        self.progress, self.current = progress, current
        self.dataChanged.emit(self.index(0, 0), self.index(len(_LINES) - 1, 0))


class StepDelegate(QStyledItemDelegate):
    """Paints nodes on their route: done with a tick, current as a tab, ahead as a ring with its number."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Headings are lower than steps."""
        return QSize(RAIL_WIDTH, _HEAD if _LINES[index.row()].step is None else _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One line of the rail."""
        found = _LINES[index.row()]
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if found.step is None:
            painter.setFont(type_font("small"))
            painter.setPen(colour("rail_muted"))
            painter.drawText(box.adjusted(24, 6, 0, 0), Qt.AlignmentFlag.AlignVCenter, found.words)
        else:
            model = index.model()
            assert isinstance(model, StepModel)
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            _paint_step(painter, box, model, found.step, focused)
        painter.restore()


def _paint_step(painter: QPainter, box: QRect, model: StepModel, step: Step, focused: bool) -> None:
    current, done = model.current is step, model.progress.get(step, Progress(0, 0))
    _route(painter, box, step)
    if current:
        tab = QPainterPath()
        tab.addRoundedRect(QRectF(12, box.top(), RAIL_WIDTH, box.height()), 10, 10)
        painter.fillPath(tab, colour("rail_cur"))
    middle, x = box.center().y() + 1, 37
    node = QRectF(x - 13, middle - 13, 26, 26)
    if done.finished and not current:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("rail_done"))
        painter.drawEllipse(node)
        icons.draw(painter, "check", "rail", x - 8, middle - 8, 16)
    else:
        painter.setPen(Qt.PenStyle.NoPen if current else QPen(colour("rail_line"), 2))
        painter.setBrush(colour("primary" if current else "rail"))
        painter.drawEllipse(node.adjusted(1, 1, -1, -1))
        painter.setFont(type_font("small_strong"))
        painter.setPen(colour("on_primary" if current else "rail_muted"))
        painter.drawText(node, Qt.AlignmentFlag.AlignCenter, str(number(step)))
    _paint_words(painter, box, step, current, done)
    if focused:
        painter.setPen(QPen(colour("focus" if current else "rail_focus"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(14, 2, -3, -2), 8, 8)


def _route(painter: QPainter, box: QRect, step: Step) -> None:
    steps = DAY_STEPS if step in DAY_STEPS else YEAR_STEPS
    painter.setPen(QPen(colour("rail_line"), 2))
    top = box.center().y() if step is steps[0] else box.top()
    bottom = box.center().y() if step is steps[-1] else box.bottom() + 1
    painter.drawLine(37, top, 37, bottom)


def _paint_words(painter: QPainter, box: QRect, step: Step, current: bool, done: Progress) -> None:
    count = f"{done.done} / {done.total}" if current and done.total > 1 and not done.finished else ""
    painter.setFont(type_font("strong" if current else "body"))
    wide = painter.fontMetrics().horizontalAdvance(TITLES[step])
    painter.setPen(colour("ink" if current else "rail_ink" if done.finished else "rail_muted"))
    painter.drawText(box.adjusted(62, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, TITLES[step])
    painter.setFont(type_font("small_strong"))
    room = RAIL_WIDTH - 62 - wide - 20
    if count and painter.fontMetrics().horizontalAdvance(count) < room:
        painter.drawText(box.adjusted(0, 0, -12, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)


class Rings(QWidget):
    """The mark: two overlapping rings, painted."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(34, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Radius 8.5, centres 8 apart."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for x, token in ((11.0, "rail_done"), (19.0, "rail_ink")):
            painter.setPen(QPen(colour(token), 2.5))
            painter.drawEllipse(QRectF(x - 8.5, 3.5, 17, 17))


class Rail(QFrame):
    """The dark column at the left. Every entry is one that works."""

    def __init__(
        self,
        today: Callable[[], object],
        step: Callable[[Step], object],
        paper: Callable[[], object],
        code: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(RAIL_WIDTH)
        self.today = button("Today", today, icon="house")
        icons.beside(self.today, "house", "rail_ink")
        self.paper = button("Print", paper, icon="printer")
        icons.beside(self.paper, "printer", "rail_ink")
        self.code = button("", code)
        icons.alone(self.code, "qr-code", "rail_ink")
        self.code.setAccessibleName("Find a sheet by its code")
        self.code.setToolTip("Find a sheet by its form code (Ctrl+K)")
        self.code.setFixedWidth(48)
        self.model = StepModel()
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(StepDelegate(self.view))
        self.view.setAccessibleName("Steps of the workshop")
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.clicked.connect(lambda index: self._open(index, step))
        self.view.activated.connect(lambda index: self._open(index, step))
        self.saved = label("")
        self.sends = label("MAT Desktop sends nothing.", wrap=True)
        self._title, self._when = label("", "place"), label("")
        self._build()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 10)
        layout.setSpacing(2)
        self.brand = QWidget()
        self.brand.setLayout(row(Rings(), label("MAT Desktop", "brand"), None, gap=8))
        self.brand.layout().setContentsMargins(22, 8, 0, 8)  # type: ignore[union-attr]
        layout.addWidget(self.brand)
        layout.addLayout(row(12, self.today, gap=0))
        self.box = QFrame()
        self.box.setObjectName("railbox")
        inner = QVBoxLayout(self.box)
        inner.setContentsMargins(12, 7, 12, 7)
        inner.setSpacing(0)
        inner.addWidget(self._title)
        inner.addWidget(self._when)
        layout.addLayout(row(12, self.box, 12, gap=0))
        layout.addWidget(self.view, 1)
        self.filler = QWidget()
        layout.addWidget(self.filler, 1)
        layout.addLayout(row(12, self.paper, 4, self.code, None, 12, gap=0))
        layout.addLayout(row(24, self.sends, 12, gap=0))
        disk = QLabel()
        icons.shown(disk, "hard-drive", "rail_muted", 18)
        self.disk = disk
        layout.addLayout(row(24, disk, 8, self.saved, None, gap=0))

    def _open(self, index: QModelIndex, then: Callable[[Step], object]) -> None:
        step = _LINES[index.row()].step
        if step is not None:
            then(step)

    def show_workshop(self, title: str, when: str, progress: dict[Step, Progress], current: Step | None) -> None:
        """The rail of one workshop; without a title, the rail of Today."""
        inside = bool(title)
        for widget in (self.box, self.view, self.paper):
            widget.setVisible(inside)
        self.brand.setVisible(not inside)
        self.filler.setVisible(not inside)
        self.sends.setVisible(not inside)
        self.today.setProperty("current", not inside)
        icons.beside(self.today, "house", "rail_ink" if inside else "ink")
        for widget in (self.today, self.paper):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        room = RAIL_WIDTH - 50
        self._title.setText(self._title.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room))
        self._when.setText(when)
        self.model.show(progress, current)
        if current is not None:
            place = next(n for n, line in enumerate(_LINES) if line.step is current)
            self.view.setCurrentIndex(self.model.index(place, 0))

    def mark_paper(self, on: bool) -> None:
        """Show that the print page is open."""
        self.paper.setProperty("current", on)
        icons.beside(self.paper, "printer", "ink" if on else "rail_ink")
        self.paper.style().unpolish(self.paper)
        self.paper.style().polish(self.paper)

    def show_saved(self, words: str) -> None:
        """When the last answer was committed, in words."""
        self.saved.setText(words)
        self.disk.setVisible(bool(words))
