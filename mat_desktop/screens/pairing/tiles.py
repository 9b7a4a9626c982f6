"""The tiles of the board: a card for each partnership, and one for those who are not placed yet."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from mat_desktop.facilitation.pairing.board import BoardCard
from mat_desktop.screens.look import icons, sizes
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.pairing.chip import Landing
from mat_desktop.screens.shared.columns import Columns
from mat_desktop.screens.shared.parts import label, row

CHIPS_A_ROW = 2


def fit_bar(fit: int) -> QProgressBar:
    """How well a partnership fits, as a bar; the figure stands beside it."""
    bar = QProgressBar()
    bar.setRange(0, 100)
    bar.setValue(fit)
    bar.setTextVisible(False)
    sizes.hold(bar, width=64)
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
        return super().sizeHint().expandedTo(QSize(worn().px(240), worn().px(128)))


def chips_in_rows(chips: list[QWidget]) -> Columns:
    """Chips beside each other, or one under the other where the card is narrow."""
    return Columns(*chips, most=CHIPS_A_ROW, least=0, gap=8)


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
