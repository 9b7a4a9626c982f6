"""The ten steps of the rail as a route: done with a tick, current as a tab, ahead as a ring with its number."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mat_desktop.screens.look import icons
from mat_desktop.screens.look.theme import colour, type_font, worn
from mat_desktop.workshop.journey import DAY_STEPS, TITLES, YEAR_STEPS, Progress, Step, number

_Index = QModelIndex | QPersistentModelIndex
_ROW, _HEAD = 42, 28
_NODE, _WORDS, _NARROW_NODE = 37, 62, 32
"""Where the nodes and the words stand, from the left, in a wide rail; and the nodes in a narrow one."""


@dataclass(frozen=True)
class StepLine:
    """One line of the rail: a step, or a heading without one."""

    step: Step | None
    words: str


LINES = (
    StepLine(None, "The workshop"),
    *(StepLine(step, TITLES[step]) for step in DAY_STEPS),
    StepLine(None, "The year after"),
    *(StepLine(step, TITLES[step]) for step in YEAR_STEPS),
)


class StepModel(QAbstractListModel):
    """The ten steps and their two headings."""

    def __init__(self) -> None:
        super().__init__()
        self.progress: dict[Step, Progress] = {}
        self.current: Step | None = None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """All lines."""
        return 0 if parent.isValid() else len(LINES)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings cannot be chosen; every step can, at any time."""
        if LINES[index.row()].step is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, and the sentence for a screen reader."""
        found = LINES[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole and found.step is not None:
            return self._sentence(found.step)
        said = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return found.words if role in said else None

    def _sentence(self, step: Step) -> str:
        done = self.progress.get(step, Progress(0, 0))
        state = "done" if done.finished else f"{done.done} of {done.total}"
        return f"Step {number(step)}, {TITLES[step]}, {state}"

    def show(self, progress: dict[Step, Progress], current: Step | None) -> None:
        """Take the state of every step."""
        self.progress, self.current = progress, current
        self.dataChanged.emit(self.index(0, 0), self.index(len(LINES) - 1, 0))


class StepDelegate(QStyledItemDelegate):
    """Paints the nodes on their route, and their words where the rail is wide."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.narrow = False

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Headings are lower than steps; without words they are a gap."""
        heading = LINES[index.row()].step is None
        return QSize(1, worn().px((_HEAD // 3 if self.narrow else _HEAD) if heading else _ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One line of the rail."""
        found = LINES[index.row()]
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if found.step is not None:
            model = index.model()
            assert isinstance(model, StepModel)
            self._paint_step(painter, box, model, found.step)
            if option.state & QStyle.StateFlag.State_HasFocus:
                _paint_focus(painter, box, current=model.current is found.step)
        elif not self.narrow:
            painter.setFont(type_font("small"))
            painter.setPen(colour("rail_muted"))
            painter.drawText(box.adjusted(24, 6, 0, 0), Qt.AlignmentFlag.AlignVCenter, found.words)
        painter.restore()

    def _paint_step(self, painter: QPainter, box: QRect, model: "StepModel", step: Step) -> None:
        current, done = model.current is step, model.progress.get(step, Progress(0, 0))
        x = worn().px(_NARROW_NODE if self.narrow else _NODE)
        _paint_route(painter, box, step, x)
        if current:
            tab = QPainterPath()
            tab.addRoundedRect(QRectF(x - worn().px(13) - 12, box.top(), box.width(), box.height()), 10, 10)
            painter.fillPath(tab, colour("rail_cur"))
        _paint_node(
            painter,
            QRectF(x - worn().px(13), box.center().y() + 1 - worn().px(13), worn().px(26), worn().px(26)),
            step,
            current=current,
            finished=done.finished,
        )
        if not self.narrow:
            _paint_words(painter, box, step, current, done)


def _paint_focus(painter: QPainter, box: QRect, *, current: bool) -> None:
    painter.setPen(QPen(colour("focus" if current else "rail_focus"), worn().ring))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(14, 2, -3, -2), 8, 8)


def _paint_node(painter: QPainter, node: QRectF, step: Step, *, current: bool, finished: bool) -> None:
    if finished and not current:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("rail_done"))
        painter.drawEllipse(node)
        side = worn().px(16)
        icons.draw(painter, "check", "rail", node.center().x() - side / 2, node.center().y() - side / 2, side)
        return
    painter.setPen(Qt.PenStyle.NoPen if current else QPen(colour("rail_line"), 2))
    painter.setBrush(colour("primary" if current else "rail"))
    painter.drawEllipse(node.adjusted(1, 1, -1, -1))
    painter.setFont(type_font("small_strong"))
    painter.setPen(colour("on_primary" if current else "rail_muted"))
    painter.drawText(node, Qt.AlignmentFlag.AlignCenter, str(number(step)))


def _paint_route(painter: QPainter, box: QRect, step: Step, x: int) -> None:
    steps = DAY_STEPS if step in DAY_STEPS else YEAR_STEPS
    painter.setPen(QPen(colour("rail_line"), 2))
    top = box.center().y() if step is steps[0] else box.top()
    bottom = box.center().y() if step is steps[-1] else box.bottom() + 1
    painter.drawLine(x, top, x, bottom)


def _paint_words(painter: QPainter, box: QRect, step: Step, current: bool, done: Progress) -> None:
    count = f"{done.done} / {done.total}" if current and done.total > 1 and not done.finished else ""
    painter.setFont(type_font("strong" if current else "body"))
    left = worn().px(_WORDS)
    wide = painter.fontMetrics().horizontalAdvance(TITLES[step])
    painter.setPen(colour("ink" if current else "rail_ink" if done.finished else "rail_muted"))
    painter.drawText(box.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, TITLES[step])
    painter.setFont(type_font("small_strong"))
    if count and painter.fontMetrics().horizontalAdvance(count) < box.width() - left - wide - 20:
        painter.drawText(box.adjusted(0, 0, -12, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
