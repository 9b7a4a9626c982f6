"""The page of figures: how the reader did in this library, kind by kind."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from mat_desktop.facilitation.sheets.reading.figures import ReadFigures, ReadKind
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import lay_out
from mat_desktop.screens.shared.parts import boxed, button, column, label

_HEADS = ("Sheet", "Reader", "Pages", "Boxes", "Asked", "Checked", "Wrong")
_HOW = (
    "Asked are boxes of which the reader was not certain. On each page three that were certain are asked all the same: "
    "those are checked. Nothing of a picture is kept, and nobody’s name stands here."
)


class FiguresDialog(Dialog):
    """A line a kind, and what it means in words."""

    def __init__(self, window: QWidget, figures: ReadFigures) -> None:
        super().__init__(window, "How the reader did here")
        self.said = label(figures.said, "strong", wrap=True)
        table = (boxed(_table(figures.kinds)),) if figures.kinds else ()
        content = column(self.said, *table, label(_HOW, "small", wrap=True))
        lay_out(self, content, button("Close", self.accept, "primary"))


def _table(kinds: Sequence[ReadKind]) -> QGridLayout:
    table = QGridLayout()
    table.setHorizontalSpacing(16)
    for place, head in enumerate(_HEADS):
        table.addWidget(label(head, "label"), 0, place)
    for row, kind in enumerate(kinds, 1):
        for place, words in enumerate(cells(kind)):
            table.addWidget(label(words), row, place)
    return table


def cells(kind: ReadKind) -> tuple[str, ...]:
    """What stands in the line of one kind."""
    counts = (str(kind.reader), str(kind.pages), str(kind.boxes), kind.share_asked, str(kind.checked), str(kind.wrong))
    return kind.title, *counts
