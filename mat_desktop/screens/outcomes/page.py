"""Step 10: counts first, before and after for each person, the missing named."""

from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from mat_desktop.facilitation import outcomes
from mat_desktop.facilitation.outcomes import OutcomesView, began_in_words, gain_in_words
from mat_desktop.facilitation.shown.numbers import signed
from mat_desktop.screens.look import icons
from mat_desktop.screens.outcomes.charts import BeforeAfter, ContactAndGain
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.parts import Segments, card, emptied, label, row, scrolled
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.followup import FURTHER_BACK
from mat_desktop.workshop.journey import Step

_HEADINGS = ("Name", "Start", "Six months", "One year", "Steps gained", "Days talked")


def make(bench: Bench, step: Step) -> StepPage:
    """The page of this step."""
    return OutcomesPage(bench, step)


class OutcomesPage(StepPage):
    """Two views: the group without names, and each person by name."""

    def __init__(self, bench: Bench, step: Step) -> None:
        super().__init__(bench)
        self.step = step
        self.view = "group"
        self._view = Segments(
            (("group", "Group"), ("people", "Each person"), ("table", "Table")), "View", self.show_view, 110
        )
        self.tools = [self._view]
        for widget, stretch in ((self._counts(), 0), (self._charts(), 1), (self._table(), 1), (self._caution(), 0)):
            self.content.addWidget(widget, stretch)
        self.show_view("group")

    def _counts(self) -> QWidget:
        frame, layout = card(margins=12)
        self.counts = QHBoxLayout()
        self.counts.setSpacing(24)
        layout.addLayout(self.counts)
        return frame

    def _charts(self) -> QWidget:
        left, chart = card(gap=8)
        chart.addWidget(label("First goal, before and after", "section"))
        self.chart = BeforeAfter()
        chart.addWidget(scrolled(self.chart), 1)
        right, dots = card(gap=8)
        dots.addWidget(label("Days of contact and steps gained", "section", wrap=True))
        self.dots_note = label("", "small", wrap=True)
        dots.addWidget(self.dots_note)
        self.dots = ContactAndGain()
        dots.addWidget(self.dots, 1)
        right.setFixedWidth(310)
        self.charts = QWidget()
        both = QHBoxLayout(self.charts)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        both.addWidget(left, 1)
        both.addWidget(right)
        return self.charts

    def _table(self) -> QWidget:
        self.table = QTableWidget(0, len(_HEADINGS))
        self.table.setAccessibleName("Before and after")
        self.table.setHorizontalHeaderLabels(list(_HEADINGS))
        self.table.verticalHeader().setVisible(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setTabKeyNavigation(False)
        return self.table

    def _caution(self) -> QWidget:
        frame, layout = card("caution", margins=12)
        mark = QLabel()
        mark.setPixmap(icons.pixmap("info", "attn_ink"))
        self.lead, self.rest = label("", "strong", wrap=True), label("", wrap=True)
        words = QVBoxLayout()
        words.addWidget(self.lead)
        words.addWidget(self.rest)
        line = row(mark)
        line.addLayout(words, 1)
        layout.addLayout(line)
        return frame

    def show_view(self, view: str) -> None:
        """The group, each person, or the table."""
        self.view = view
        self._view.set(view)
        self.charts.setVisible(view != "table")
        self.table.setVisible(view == "table")
        self.chart.show_names(view == "people")

    def refresh(self) -> None:
        """Work out the result afresh."""
        found = outcomes.outcomes(self.bench.desk, self.bench.workshop_id)
        emptied(self.counts)
        for number, words in began_in_words(found):
            self.counts.addLayout(row(label(str(number), "number"), label(words, "small"), None, gap=10), 1)
        self.chart.show_people(found.people)
        self.dots.show_people(found.people, found.agreed_days)
        shown = sum(p.gain is not None for p in found.people)
        self.dots_note.setText(
            f"Each dot is one person, of the {shown} with both. People doing well may also call more."
        )
        self.lead.setText(found.caution[0])
        self.rest.setText(found.caution[1])
        self._fill(found)

    def _fill(self, found: OutcomesView) -> None:
        self.table.setRowCount(len(found.people))
        for y, person in enumerate(found.people):
            cells = (
                person.name,
                signed(person.start),
                _level(person.six_months),
                _level(person.one_year),
                gain_in_words(person),
                f"{person.contact_days} of {found.agreed_days}",
            )
            for x, words in enumerate(cells):
                self.table.setItem(y, x, QTableWidgetItem(words))


def _level(level: int | None) -> str:
    if level is None:
        return "no answer"
    return "further back" if level == FURTHER_BACK else signed(level)
