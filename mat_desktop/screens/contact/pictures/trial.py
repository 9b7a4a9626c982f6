"""That reading is a trial until thirty real sheets were checked, and how the reader did so far."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.sheets import log_pictures
from mat_desktop.facilitation.sheets.reading.figures import read_figures
from mat_desktop.screens.contact.pictures.figures_dialog import FiguresDialog
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.parts import button, label
from mat_desktop.workshop.seen import TRIAL_SHEETS

TRIAL = "Trial: check every sheet"


class TrialLine(QWidget):
    """The running figure, the page of figures, and the end of the trial once it may end."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.words = label("", "small", wrap=True)
        self.show_figures = button("Figures", self._show_figures)
        self.end_trial = button("Thirty real sheets were checked", self._end_trial)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """In the order in which they stand, beside those that choose pictures."""
        return self.show_figures, self.end_trial

    def refresh(self) -> None:
        """Say how the reader did so far."""
        found = log_pictures.running(self._bench.desk)
        on_trial = not self._bench.desk.fact(Fact.READER_CHECKED)
        self.end_trial.setVisible(on_trial and found.sheets >= TRIAL_SHEETS)
        words = found.words if found.sheets else "No page was read in this library yet."
        self.words.setText(f"{TRIAL}. {words}" if on_trial else words)

    def _show_figures(self) -> None:
        FiguresDialog(self, read_figures(self._bench.desk)).exec()

    def _end_trial(self) -> None:
        refused = self._bench.desk.hold(Fact.READER_CHECKED, "yes")
        if refused:
            self._bench.messages.tell(refused)
        self.refresh()
