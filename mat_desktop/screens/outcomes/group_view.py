"""The group without names: every goal's way, contact against steps, ratings by month, how to read it."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mat_desktop.facilitation.outcomes.views import OutcomesView
from mat_desktop.facilitation.shown.plots import ALLIANCE_READING, GOALS_READING, contact_plot
from mat_desktop.screens.look import icons
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.outcomes.charts import AllianceByMonth, BeforeAfter
from mat_desktop.screens.outcomes.plot_view import PlotView
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import boxed, card, column, label, row, scrolled
from mat_desktop.workshop.contact.alliance import ALLIANCE_NOTICE


class GroupView(QWidget):
    """Left the ways and how to read them, right the two small charts."""

    def __init__(self, agreed: QWidget, show: QWidget) -> None:
        super().__init__()
        self._tools = agreed, show
        side = column(self._contact(), self._alliance(), gap=12)
        side.setStretch(0, 3)
        side.setStretch(1, 2)
        outer = column(PageZones((self._ways(), 1), (boxed(side), 0)))
        self.setLayout(outer)

    def _ways(self) -> QWidget:
        frame, layout = card(gap=8)
        tools = QWidget()
        tools.setLayout(FlowLayout(*self._tools, gap=12, ends=True))
        head = row(label("Every goal, before and after", "section", wrap=True), tools)
        head.setStretch(0, 1)
        head.setStretch(1, 1)
        layout.addLayout(head)
        self.chart = BeforeAfter()
        ways = QWidget()
        ways.setLayout(column(self.chart, label(GOALS_READING, "small", wrap=True), gap=6))
        layout.addWidget(scrolled(ways), 1)
        caution, inside = card("caution", margins=12)
        mark = QLabel()
        icons.shown(mark, "info", "attn_ink")
        self.lead, self.rest = label("", "strong", wrap=True), label("", wrap=True)
        words = QVBoxLayout()
        words.addWidget(self.lead)
        words.addWidget(self.rest)
        line = row(mark)
        line.addLayout(words, 1)
        inside.addLayout(line)
        layout.addWidget(caution)
        return frame

    def _contact(self) -> QWidget:
        frame, layout = card(gap=6, margins=12)
        layout.addWidget(label("Contact and steps gained", "section", wrap=True))
        self.dots_note = label("", "small", wrap=True)
        layout.addWidget(self.dots_note)
        self.dots = PlotView("No answers of a follow-up yet", least_height=150)
        layout.addWidget(self.dots, 1)
        hold(frame, least_width=310)
        return frame

    def _alliance(self) -> QWidget:
        frame, layout = card(gap=4, margins=12)
        layout.addWidget(label("How the calls felt, by month", "section", wrap=True))
        frame.setToolTip(ALLIANCE_NOTICE)
        self.months = AllianceByMonth()
        layout.addWidget(self.months, 1)
        self.months_note = label("", "small", wrap=True)
        layout.addWidget(self.months_note)
        hold(frame, least_width=310)
        return frame

    def show_group(self, view: OutcomesView) -> None:
        """Show what came of it."""
        self.chart.show_goals(view.goals)
        picture = contact_plot(view.people, view.agreed_days)
        self.dots.show_plot(picture)
        self.months.show_months(view.alliance)
        self.months_note.setText(ALLIANCE_READING if view.alliance else "No ratings yet.")
        self.dots_note.setText(picture.reading if picture is not None else "")
        self.lead.setText(view.caution[0])
        self.rest.setText(view.caution[1])
