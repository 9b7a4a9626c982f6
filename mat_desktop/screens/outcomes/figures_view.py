"""Figures measure by measure, each in a sentence, with what may be concluded and what not."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.outcomes import views
from mat_desktop.facilitation.outcomes.measuring import MeasureView
from mat_desktop.facilitation.outcomes.words import alliance_in_words
from mat_desktop.facilitation.shown.plots import FOREST_READING
from mat_desktop.screens.outcomes.forest import ForestView
from mat_desktop.screens.outcomes.measure_choice import MeasureChoice
from mat_desktop.screens.outcomes.measured import Found, Measured
from mat_desktop.screens.outcomes.plot_view import PlotView
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import ChoiceField
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import card, emptied, label, scrolled

_AT = (("", "the last follow-up with answers"), ("6", "six months"), ("12", "one year"))


class FiguresView(QWidget):
    """Which measure and which occasion above; the sentences below."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._at = ""
        self.measure = MeasureChoice(bench, self.refresh)
        self.at = ChoiceField("Counted at", list(_AT), self._choose_at)
        self.measured = Measured(bench, lambda: emptied(self._body), self._show)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 12, 0)
        self._body.setSpacing(10)
        holder = QWidget()
        holder.setLayout(self._body)
        frame, layout = card(gap=10)
        layout.addLayout(FlowLayout(self.measure, self.at, self.measured.strip, gap=12))
        layout.addWidget(scrolled(holder), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _choose_at(self, at: str) -> None:
        self._at = at
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept."""
        self.measure.refresh()
        self.at.set(self._at)
        at = int(self._at) if self._at else None
        self.measured.want(views.measures_asked(self._bench.desk, self._bench.workshop_id, (self.measure.key,), at))

    def _show(self, worked_out: Found) -> None:
        (found,) = worked_out
        emptied(self._body)
        if found.headline:
            self._body.addWidget(label(found.headline, "strong", wrap=True))
        for sentence in found.concluded:
            self._body.addWidget(label(sentence, "strong", wrap=True))
        for sentence in found.sentences:
            self._body.addWidget(label(sentence, wrap=True))
        for sentence in alliance_in_words(found.alliance):
            self._body.addWidget(label(sentence, wrap=True))
        self._pictures(found)
        self._body.addStretch(1)

    def _pictures(self, found: MeasureView) -> None:
        """Dots and squares show people: they are for her screen, and never on the projector."""
        if found.people is not None:
            self._body.addWidget(label("Each person", "section"))
            people = PlotView("", least_height=360)
            people.show_plot(found.people)
            self._body.addWidget(people)
            self._body.addWidget(label(found.people.reading, "small", wrap=True))
        if found.partnerships.rows:
            self._body.addWidget(label("Each partnership", "section"))
            forest = ForestView()
            forest.show_forest(found.partnerships, FOREST_READING)
            self._body.addWidget(forest)
            self._body.addWidget(label(FOREST_READING, "small", wrap=True))
