"""What the group may see of its result: counts and ways in the order of the start, without a name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.outcomes.views import OutcomesView, began_in_words
from mat_desktop.facilitation.outcomes.words import ONE_GROUP
from mat_desktop.screens.outcomes.charts import BeforeAfter
from mat_desktop.screens.shared.columns import Columns
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.parts import boxed, button, column, label, row, scrolled


class GroupProjector(Dialog):
    """Full screen; Esc goes back. It opens only after all have agreed."""

    def __init__(self, window: QWidget, view: OutcomesView) -> None:
        super().__init__(window, "Our year")
        self.setObjectName("projector")
        layout = column(gap=20)
        layout.setContentsMargins(64, 40, 64, 28)
        layout.addWidget(label("What became of it", "title"))
        counts = Columns(most=5, least=170, gap=24, rows=8)
        for number, words in began_in_words(view):
            count = row(label(str(number), "number"), label(words, wrap=True), gap=10)
            count.setStretch(1, 1)
            counts.addWidget(boxed(count))
        layout.addLayout(counts)
        chart = BeforeAfter()
        chart.show_people(view.people)
        layout.addWidget(scrolled(chart), 1)
        layout.addWidget(label(f"{ONE_GROUP} It shows what happened here.", wrap=True))
        layout.addLayout(row(None, button("Back", self.reject)))
        self.setLayout(layout)
        self.setWindowState(Qt.WindowState.WindowFullScreen)
