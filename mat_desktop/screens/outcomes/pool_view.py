"""Several workshops pooled: the forest, both estimates, and what may be said of so few."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.chosen_file import content_of_file
from mat_desktop.facilitation.outcomes import measuring, pool
from mat_desktop.facilitation.outcomes.pool import PoolView
from mat_desktop.facilitation.outcomes.pool_words import estimate_in_words, spread_in_words
from mat_desktop.facilitation.research import reading as research_files
from mat_desktop.facilitation.shown.figure_words import occasion
from mat_desktop.facilitation.shown.outcomes import forest
from mat_desktop.facilitation.shown.plots import POOL_READING
from mat_desktop.screens.outcomes.forest import ForestView
from mat_desktop.screens.outcomes.measure_choice import MeasureChoice
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.beside import WorkStrip
from mat_desktop.screens.shared.fields import ChoiceField
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import button, card, emptied, label, row, scrolled
from mat_desktop.workshop.outcomes.summary import INFLATED
from mat_desktop.workshop.outcomes.trajectory import ONE_YEAR, SIX_MONTHS
from mat_desktop.workshop.refusal import Refusal


class PoolPage(QWidget):
    """Which measure above, the forest, the figures; research data from elsewhere can be taken in."""

    def __init__(self, bench: Bench, export: Callable[[], object]) -> None:
        super().__init__()
        self._bench = bench
        self.measure = MeasureChoice(bench, self.refresh, standardised=True)
        self._at = ONE_YEAR
        self.at = ChoiceField("Counted at", [(str(n), occasion(n)) for n in (SIX_MONTHS, ONE_YEAR)], self._choose_at)
        self.take_in = button("Take in research data", self._take_in, icon="plus")
        self.export = button("Export for research", export, icon="download")
        self.chart = ForestView()
        self.strip = WorkStrip(bench.dispatcher, bench.messages)
        self.exporting = WorkStrip(bench.dispatcher, bench.messages)
        self._words = QVBoxLayout()
        self._words.setSpacing(8)
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 12, 0)
        inside.setSpacing(10)
        inside.addWidget(self.chart)
        inside.addLayout(self._words)
        inside.addStretch(1)
        frame, layout = card(gap=10)
        layout.addLayout(
            FlowLayout(self.measure, self.at, self.strip, self.exporting, self.take_in, self.export, gap=12)
        )
        layout.addWidget(scrolled(body), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def refresh(self) -> None:
        """Show what is kept in all workshops of the library."""
        self.measure.refresh()
        self.at.set(str(self._at))
        desk, measure, at = self._bench.desk, self.measure.key, self._at
        emptied(self._words)
        self.chart.hide()
        self.strip.gather(
            (pool.to_pool(desk, key, measure) for key in pool.workshops(desk)),
            lambda own: pool.task(measure, at, own, pool.outside(desk, measure, at)),
            measuring.WORKING,
            self._show,
        )

    def _choose_at(self, at: str) -> None:
        self._at = int(at)
        self.refresh()

    def _show(self, view: PoolView) -> None:
        self.chart.show()
        self.chart.show_forest(forest(view.studies, view.likelihood), POOL_READING)
        emptied(self._words)
        for sentence in pooled_sentences(view):
            self._words.addWidget(label(sentence, wrap=True))
        for effect, name in view.outside:
            gone = button("Leave out", partial(self._leave_out, effect), "danger", "trash-2")
            gone.setAccessibleName(f"Leave out {name}")
            beside = row(label(f"From elsewhere: {name}", wrap=True), gone)
            beside.setStretch(0, 1)
            self._words.addLayout(beside)

    def _leave_out(self, key: int) -> None:
        self._bench.do(pool.leave_out, key)

    def _take_in(self) -> None:
        folder = self._bench.messages.folder("Folder of the research data")
        if folder is None:
            return
        try:
            found = [m for m in research_files.measures(partial(_file, folder)) if m.key == self.measure.key]
            effect = found[0].effect(folder.name, self._at) if found else None
        except Refusal as refusal:
            self._bench.messages.tell(str(refusal))
            return
        if effect is None:
            self._bench.messages.tell(
                "These data hold no effect in this measure at this occasion: too few people, or no answers."
            )
            return
        self._bench.do(pool.take_in, self.measure.key, self._at, [effect])


def _file(folder: Path, name: str) -> bytes:
    try:
        return content_of_file(folder / name, research_files.MOST_BYTES)
    except Refusal as refusal:
        raise Refusal(f"{name}: {refusal}") from None
    except OSError as fault:
        raise Refusal(f"{name}: {fault.strerror}. Choose the folder that holds datapackage.json.") from None


def pooled_sentences(view: PoolView) -> list[str]:
    """What several workshops come to, how sure that is, and what was left out."""
    said = [f"Every workshop is counted at {occasion(view.at)}. {view.certainty}"]
    if view.spread is not None and view.spread.k > 1:
        assert view.likelihood is not None
        assert view.moments is not None
        said.append(estimate_in_words("REML", view.likelihood))
        said.append(estimate_in_words("DerSimonian and Laird", view.moments))
        said.append(spread_in_words(view.spread))
    if view.left_out:
        said.append(f"Without an effect yet, and left out: {'; '.join(view.left_out)}.")
    reading = [POOL_READING] if view.studies else []
    return [*said, *reading, "Better counts up. Each error leaves out one partnership at a time.", INFLATED]
