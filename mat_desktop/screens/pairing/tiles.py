"""The tiles of the board: a card for each partnership, and one for those who are not placed yet."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QGridLayout, QProgressBar, QVBoxLayout, QWidget

from mat_desktop.facilitation.pairing.board import BoardCard
from mat_desktop.screens.look import icons
from mat_desktop.screens.pairing.chip import Landing
from mat_desktop.screens.shared.parts import label, row

CHIPS_A_ROW = 2


def fit_bar(fit: int) -> QProgressBar:
    """How well a partnership fits, as a bar; the figure stands beside it."""
    bar = QProgressBar()
    bar.setRange(0, 100)
    bar.setValue(fit)
    bar.setTextVisible(False)
    bar.setFixedWidth(64)
    bar.setAccessibleName(f"Fit {fit} of 100")
    return bar


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


def said_about(card: BoardCard) -> QWidget:
    """What speaks for and against a partnership."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    lines = [("triangle-alert", card.broken)] if card.broken else []
    lines += [("check", said) for said in card.reasons] + [("info", said) for said in card.against]
    for icon, words in lines:
        mark = label()
        icons.shown(mark, icon, "primary" if icon == "check" else "attn_ink", 18)
        line = row(mark, label(words, "small", wrap=True), gap=8)
        line.setStretch(1, 1)
        layout.addLayout(line)
    return holder
