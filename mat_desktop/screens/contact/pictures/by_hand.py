"""A picture whose code cannot be read: the code is typed, and the four corners of the sheet are clicked."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.sheets.pictures import ByHand
from mat_desktop.screens.look.theme import colour, worn
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import lay_out
from mat_desktop.screens.shared.fields import LineField
from mat_desktop.screens.shared.parts import boxed, button, column, fault_lines, flowing, label
from mat_desktop.workshop.codes import read_code, scanned_code

_CORNERS = ("top left", "top right", "bottom right", "bottom left")
_STEP = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def _kept_here(_words: str, _visit: str) -> str:
    """What is typed is asked for when the picture is read."""
    return ""


class CornersOf(QWidget):
    """A picture on which four corners are set, by clicks or by the arrows and Space. `changed` hears of each."""

    def __init__(self, picture: QImage, changed: Callable[[], object]) -> None:
        super().__init__()
        self._picture, self._changed = picture, changed
        self.corners: list[tuple[float, float]] = []
        self._cursor = QPointF(0.1, 0.1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("The picture: click the four corners of the sheet")

    def sizeHint(self) -> QSize:
        """Large enough to hit a corner."""
        return QSize(worn().px(520), worn().px(440))

    def _shown(self) -> QRectF:
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(0, 0, size.width(), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, what is set, and where the arrows are."""
        painter, shown = QPainter(self), self._shown()
        painter.drawImage(shown, self._picture)
        painter.setPen(QPen(colour("focus"), worn().ring))
        for x, y in self.corners:
            at = QPointF(x * shown.width(), y * shown.height())
            painter.drawEllipse(at, 7, 7)
        if self.hasFocus() and len(self.corners) < 4:
            at = QPointF(self._cursor.x() * shown.width(), self._cursor.y() * shown.height())
            painter.drawLine(at - QPointF(9, 0), at + QPointF(9, 0))
            painter.drawLine(at - QPointF(0, 9), at + QPointF(0, 9))
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Set the next corner here."""
        shown = self._shown()
        x, y = event.position().x() / shown.width(), event.position().y() / shown.height()
        if 0 <= x <= 1 and 0 <= y <= 1:
            self._set(x, y)

    def _set(self, x: float, y: float) -> None:
        if len(self.corners) < 4:
            self.corners.append((x, y))
            self._changed()
            self.update()

    def begin_anew(self) -> None:
        """Take all corners away."""
        self.corners.clear()
        self._changed()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move a cross, Space sets a corner there."""
        if event.key() in _STEP:
            x, y = _STEP[Qt.Key(event.key())]
            far = 0.05 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 0.005
            self._cursor = QPointF(
                min(1.0, max(0.0, self._cursor.x() + x * far)), min(1.0, max(0.0, self._cursor.y() + y * far))
            )
            self.update()
        elif event.key() == Qt.Key.Key_Space:
            self._set(self._cursor.x(), self._cursor.y())
        else:
            super().keyPressEvent(event)


class ByHandDialog(Dialog):
    """Asks for the code and the corners; `told` has them once it was accepted."""

    def __init__(self, window: QWidget, picture: QImage) -> None:
        super().__init__(window, "MAT Desktop")
        self.told: ByHand | None = None
        self.code = LineField(
            "Code at the foot of the sheet", lambda _words, _visit: "", "3F7K – 2Q", letters="XXXX – XX/2"
        )
        self.page = LineField("Page", _kept_here, "1", letters="10")
        self.which, self.fault = label("", "strong"), fault_lines(1)
        self.corners = CornersOf(picture, self._tell)
        anew = button("Set the corners again", self.corners.begin_anew)
        self.read = button("Read it", self._read, "primary")
        fields = boxed(flowing(self.code, self.page, fills=False))
        content = column(fields, self.which, self.corners, self.fault)
        content.setStretch(2, 1)
        lay_out(self, content, button("Leave", self.reject), self.read, first=anew)
        self._tell()

    def _tell(self) -> None:
        set_ = len(self.corners.corners)
        words = f"Click the {_CORNERS[set_]} corner of the sheet, as one reads it." if set_ < 4 else "All four are set."
        self.which.setText(words)

    def _read(self) -> None:
        typed, page = self.code.text(), self.page.text().strip() or "1"
        code = scanned_code(typed) or read_code(typed)
        if code is None:
            self.fault.setText("This is no code. It has six letters and figures, such as 3F7K – 2Q.")
        elif not (page.isdigit() and 1 <= int(page) <= 20):
            self.fault.setText("The page is a number, as it stands at the foot of the sheet.")
        elif len(self.corners.corners) < 4:
            self.fault.setText("Set all four corners of the sheet first.")
        else:
            self.told = ByHand(code=code, page=int(page), corners=tuple(self.corners.corners))
            self.accept()
