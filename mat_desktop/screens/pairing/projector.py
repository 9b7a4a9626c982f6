"""What may be shown to the room: the names of those who both said yes, and nothing else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from mat_desktop.facilitation.pairing import telling
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.parts import button, column, label, row
from mat_desktop.workshop.text import joined


class Projector(Dialog):
    """Full screen; Esc goes back. Proposals, fit and reasons never come here."""

    def __init__(self, bench: Bench, window: QWidget) -> None:
        super().__init__(window, "Pairs")
        self.setObjectName("projector")
        begun = telling.telling(bench.desk, bench.workshop_id).begun
        grid = QGridLayout()
        grid.setHorizontalSpacing(48)
        grid.setVerticalSpacing(18)
        for place, names in enumerate(begun):
            grid.addWidget(label(joined(list(names)), "number", wrap=True), place // 2, place % 2)
        words = "" if begun else "No pair is shown before both have said yes."
        back = button("Back to the board", self.reject)
        layout = column(gap=24)
        layout.setContentsMargins(64, 48, 64, 32)
        layout.addWidget(label("Who talks with whom", "title"))
        if words:
            layout.addWidget(label(words, "section", wrap=True))
        layout.addLayout(grid)
        layout.addStretch(1)
        layout.addLayout(row(None, back))
        self.setLayout(layout)
        self.setWindowState(Qt.WindowState.WindowFullScreen)
