"""All settled boxes as pictures, grouped by their reading: a wrong one leaps to the eye, and a click asks it again."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mat_desktop.facilitation.printer import AnswerPlace
from mat_desktop.facilitation.sheets.log_answers import Answer, LogAnswers, Untold
from mat_desktop.facilitation.sheets.reading.sheet_answers import CANNOT_TELL, SheetAnswers
from mat_desktop.facilitation.shown.dates import full
from mat_desktop.facilitation.shown.words.contact import MARKS
from mat_desktop.screens.contact.pictures.straight import around_all, crop
from mat_desktop.screens.look.theme import colour, type_font, worn

DAY_TILE, LINE_TILE = (76, 32), (300, 34)
_GAP, _HEAD = 4, 26
_AHEAD = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


def name_of(answer: Answer) -> str:
    """What a group is called."""
    if isinstance(answer, Untold):
        return "not known"
    return MARKS[answer] if answer is not None else "empty"


@dataclass(frozen=True, kw_only=True)
class SettledBox:
    """One box, or one line of boxes, that needs no answer any more: what it is, how it is called, and where it lies."""

    item: Hashable
    name: str
    place: AnswerPlace


@dataclass(frozen=True, kw_only=True)
class SettledGroup:
    """Boxes of which the same was read."""

    name: str
    boxes: Sequence[SettledBox]


def groups_of_days(answers: LogAnswers) -> list[SettledGroup]:
    """The days of a log by what they say."""
    return [
        SettledGroup(name=name_of(answer), boxes=[SettledBox(item=b, name=full(b.day), place=b.place) for b in boxes])
        for answer, boxes in answers.groups()
    ]


def groups_of_lines(answers: SheetAnswers) -> list[SettledGroup]:
    """The lines of a sheet by what is crossed on them, in the order in which it is first met."""
    found: dict[str, list[SettledBox]] = {}
    for line, value in answers.settled():
        name = {"": "nothing marked", CANNOT_TELL: "cannot be read"}.get(value) or line.line.said(value)
        box = SettledBox(item=line.line.item, name=line.line.label, place=around_all(line.places))
        found.setdefault(name, []).append(box)
    return [SettledGroup(name=name, boxes=boxes) for name, boxes in found.items()]


@dataclass(frozen=True)
class _Tile:
    box: SettledBox
    under: str
    image: QImage
    at: QRect


class CropGroups(QWidget):
    """The pictures, drawn as one; `doubted` is called with the box that is clicked, or chosen by Enter or Space."""

    def __init__(self, doubted: Callable[[Any], object]) -> None:
        super().__init__()
        self._doubted = doubted
        self._groups: Sequence[SettledGroup] = ()
        self._size = DAY_TILE
        self._straight, self._scale = QImage(), 1.0
        self._tiles: list[_Tile] = []
        self._heads: list[tuple[QRect, str]] = []
        self._at = 0
        self._high = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Boxes by their reading")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def show_groups(
        self, groups: Sequence[SettledGroup], straight: QImage, scale: float, size: tuple[int, int] = DAY_TILE
    ) -> None:
        """What is settled now; `size` is that of one picture, as drawn at 100 %."""
        self._groups, self._straight, self._scale, self._size = groups, straight, scale, size
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other rows."""
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        wide, high, gap, head = (worn().px(n) for n in (*self._size, _GAP, _HEAD))
        across = max(1, self.width() // (wide + gap))
        self._tiles, self._heads, y = [], [], 0
        for group in self._groups:
            boxes = group.boxes
            self._heads.append((QRect(0, y, self.width(), head), f"{len(boxes)} × {group.name}"))
            y += head
            for number, box in enumerate(boxes):
                at = QRect(number % across * (wide + gap), y + number // across * (high + gap), wide, high)
                self._tiles.append(_Tile(box, group.name, crop(self._straight, self._scale, box.place, 0.4), at))
            y += -(-len(boxes) // across) * (high + gap) + gap
        self._at = min(self._at, max(0, len(self._tiles) - 1))
        if y != self._high:
            self._high = y
            self.updateGeometry()
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as all groups."""
        return QSize(worn().px(400), self._high)

    def minimumSizeHint(self) -> QSize:
        """At least a few beside each other."""
        return QSize(worn().px(3 * DAY_TILE[0]), self._high)

    def _tell(self) -> None:
        heads = ", ".join(words for _, words in self._heads)
        here = self._tiles[self._at] if self._tiles else None
        said = f". {here.box.name}: {here.under}. Enter asks it again" if here else ""
        self.setAccessibleDescription(f"{heads}{said}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each group under its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(type_font("strong"))
        painter.setPen(colour("ink"))
        for at, words in self._heads:
            painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        for number, tile in enumerate(self._tiles):
            shown = tile.image.size().scaled(tile.at.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRectF(tile.at.x(), tile.at.y(), shown.width(), shown.height()), tile.image)
            ring = number == self._at and self.hasFocus()
            painter.setPen(QPen(colour("focus" if ring else "control"), worn().ring if ring else 1))
            painter.drawRect(tile.at.adjusted(0, 0, -1, -1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The box that is pressed is asked again when the button is let go."""
        self._at = next((n for n, t in enumerate(self._tiles) if t.at.contains(event.position().toPoint())), self._at)
        self._tell()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask it again, where the hand is still over it."""
        if self._tiles and self._tiles[self._at].at.contains(event.position().toPoint()):
            self._doubted(self._tiles[self._at].box.item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from picture to picture; Enter and Space ask one again."""
        key = event.key()
        if key in _AHEAD and self._tiles:
            self._at = max(0, min(len(self._tiles) - 1, self._at + _AHEAD[Qt.Key(key)]))
            self._tell()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._tiles:
            if not event.isAutoRepeat():
                self._doubted(self._tiles[self._at].box.item)
        else:
            super().keyPressEvent(event)
