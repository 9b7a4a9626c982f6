"""The tiles of the board: a card for each partnership, and one for those who are not placed yet."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from mat_desktop.facilitation.pairing.board import Card
from mat_desktop.screens.look import icons
from mat_desktop.screens.pairing.chip import Landing
from mat_desktop.screens.shared.badges import colour
from mat_desktop.screens.shared.parts import label, row

CHIPS_A_ROW = 2


class FitBar(QWidget):
    """How well a partnership fits, as a bar; the figure stands beside it."""

    def __init__(self, fit: int) -> None:
        super().__init__()
        self._fit = fit
        self.setFixedSize(64, 8)
        self.setAccessibleName(f"Fit {fit} of 100")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A filled part and the rest."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("line"))
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setBrush(colour("primary"))
        painter.drawRoundedRect(0, 0, round(self.width() * self._fit / 100), self.height(), 4, 4)
        painter.end()


class Tile(Landing, QFrame):
    """A card that people can be dragged onto."""

    def __init__(self, name: str = "card") -> None:
        super().__init__()
        self.setObjectName(name)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(14, 10, 14, 14)
        self.body.setSpacing(8)

    def sizeHint(self) -> QSize:
        """Cards in a row are equally high."""
        return super().sizeHint().expandedTo(QSize(240, 128))


def chips_in_rows(chips: list[QWidget], a_row: int = CHIPS_A_ROW) -> QGridLayout:
    """Chips beside each other; three of a group share one row."""
    grid = QGridLayout()
    grid.setSpacing(8)
    for place, chip in enumerate(chips):
        grid.addWidget(chip, place // a_row, place % a_row)
    return grid


def said_about(found: Card) -> QWidget:
    """What speaks for and against a partnership."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    lines = [("triangle-alert", found.broken)] if found.broken else []
    lines += [("check", said) for said in found.reasons] + [("info", said) for said in found.against]
    for icon, words in lines:
        mark = label()
        mark.setPixmap(icons.pixmap(icon, "primary" if icon == "check" else "attn_ink", 18))
        line = row(mark, label(words, "small", wrap=True), gap=8)
        line.setStretch(1, 1)
        layout.addLayout(line)
    return holder
