"""A study: the sealed list, revealing arm by arm, comparing them, and planning the next one."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.outcomes import study, views
from mat_desktop.facilitation.outcomes.study import AllocationView
from mat_desktop.facilitation.outcomes.words import arms_in_words
from mat_desktop.facilitation.shown.dates import clock, day_month_year
from mat_desktop.facilitation.shown.figure_words import occasion
from mat_desktop.facilitation.shown.numbers import spelled
from mat_desktop.screens.outcomes.measured import Found, Measured
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.columns import Columns
from mat_desktop.screens.shared.fields import ChoiceField, LineField, Tick
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import button, card, emptied, label, line, row, scrolled
from mat_desktop.workshop.outcomes.power import FEWEST, people_needed, permutation_power, power
from mat_desktop.workshop.refusal import Refusal

_NOT_YET = "There are no answers of two arms yet."
_CROSSED = (
    "Those who waited have had calls as well by the last follow-up with answers, so nothing is left to compare there. "
    "An earlier one can be chosen under Figures."
)
_MOST_PAIRS = 200
_POWERS = (("0.8", "80 %"), ("0.9", "90 %"))


class ArmsView(QWidget):
    """Three parts: the list, the comparison, the plan. No place that is not revealed is ever shown."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._ticks: dict[int, Tick] = {}
        self._answers: dict[int, list[Tick]] = {}
        self.first = LineField("A question that divides the list (optional)", lambda _w, _v: "", "Are both in work?")
        self.second = LineField("A second one (optional)", lambda _w, _v: "")
        self._blind = True
        self.measured = Measured(bench, lambda: emptied(self._compared), self._show_compared)
        self._list, self._compared = QVBoxLayout(), QVBoxLayout()
        self.d = LineField("Difference to be found, in standard deviations", self._typed, "0.5")
        self.icc = LineField("How alike partners change (ICC)", self._typed, "0.2")
        self.wanted = ChoiceField("Power", list(_POWERS), lambda _key: self._plan())
        self.pairs = LineField("Or: pairs in each arm", self._typed, "10")
        self.planned = label("", "strong", wrap=True)
        self.d.set("0.5")
        self.icc.set("0.2")
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(10)
        layout.addWidget(label("The list of arms", "section"))
        layout.addLayout(self._list)
        layout.addWidget(line())
        layout.addWidget(label("The arms beside each other", "section"))
        layout.addWidget(self.measured.strip)
        layout.addLayout(self._compared)
        layout.addWidget(line())
        layout.addWidget(label("Planning a trial", "section"))
        layout.addLayout(Columns(self.d, self.icc))
        layout.addLayout(Columns(self.wanted, self.pairs))
        layout.addWidget(self.planned)
        layout.addStretch(1)
        frame, inner = card()
        inner.addWidget(scrolled(body), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def refresh(self) -> None:
        """Show what is kept."""
        found = study.allocations(self._bench.desk, self._bench.workshop_id)
        emptied(self._list)
        self._ticks, self._answers = {}, {}
        if found.sealed:
            self._show_sealed(found)
        else:
            self._show_open(found)
        self._compare(found)
        self._plan()

    def _show_open(self, view: AllocationView) -> None:
        said = (
            "Choose the arms that take part. The whole list is drawn in random blocks and sealed; then each pair’s arm "
            "is revealed, one by one. It cannot be drawn again."
        )
        self._list.addWidget(label(said, wrap=True))
        for key, words in view.arms:
            tick = Tick(words, lambda _on: None)
            self._ticks[key] = tick
            self._list.addWidget(tick)
        self.first, self.second = (
            LineField("A question that divides the list (optional)", lambda _w, _v: "", "Are both in work?"),
            LineField("A second one (optional)", lambda _w, _v: ""),
        )
        self._list.addLayout(Columns(self.first, self.second))
        self._list.addLayout(row(button("Draw and seal the list", self._seal, icon="lock"), None))

    def _show_sealed(self, view: AllocationView) -> None:
        assert view.sealed_at is not None
        sealed = f"{day_month_year(view.sealed_at.date())}, {clock(view.sealed_at)}"
        self._list.addWidget(label(f"Sealed on {sealed}. Write the seal down now:", wrap=True))
        seal = label(view.seal, "small", wrap=True)
        seal.setAccessibleName("Seal of the list, SHA-256")
        self._list.addWidget(seal)
        ok = "The list is as it was sealed." if view.unchanged else "The list is not the one that was sealed."
        self._list.addWidget(label(ok, "strong" if view.unchanged else "attn"))
        if not view.blind:
            self._list.addLayout(row(button("Save the sealed list", self._save_list, icon="download"), None))
        for names, arm in view.revealed:
            self._list.addWidget(label(f"{names}: {arm}", wrap=True))
        for key, names in view.waiting:
            ticks = [Tick(question, lambda _on: None) for question in view.questions]
            self._answers[key] = ticks
            reveal = button("Reveal the arm", partial(self._reveal, key))
            reveal.setAccessibleName(f"Reveal the arm of {names}")
            self._list.addLayout(FlowLayout(label(names, "strong", wrap=True), *ticks, reveal, gap=12))
        if not view.waiting:
            self._list.addWidget(label("No pair waits for its arm.", "muted"))

    def _compare(self, view: AllocationView) -> None:
        self._blind = view.blind
        self.measured.want(views.arms_asked(self._bench.desk, self._bench.workshop_id))

    def _show_compared(self, worked_out: Found) -> None:
        emptied(self._compared)
        shown = False
        for measure in worked_out:
            comparison = measure.summary.comparison
            if comparison is not None:
                shown = True
                when = occasion(measure.summary.at or 0)
                self._compared.addWidget(label(f"{measure.title}, at {when}", "strong", wrap=True))
                for sentence in arms_in_words(comparison, blind=self._blind, decimals=measure.decimals):
                    self._compared.addWidget(label(sentence, wrap=True))
        crossed = any(measure.summary.crossed for measure in worked_out)
        if not shown:
            self._compared.addWidget(label(_CROSSED if crossed else _NOT_YET, "muted", wrap=True))
        if self._blind and (shown or crossed):
            said = "The arms stand under letters until you name them; that cannot be taken back."
            name = button("Name the arms", self._unblind)
            beside = row(label(said, "small", wrap=True), name)
            beside.setStretch(0, 1)
            self._compared.addLayout(beside)

    def _seal(self) -> None:
        chosen = [key for key, tick in self._ticks.items() if tick.isChecked()]
        questions = [self.first.text(), self.second.text()]
        question = "Draw the list and seal it? It cannot be drawn again, nor changed; there is no undo."
        if not self._bench.messages.ask(question, "Draw and seal", "Not yet", destroys=True):
            return
        seal, refused = self._bench.attempt("", study.seal_list, self._bench.workshop_id, chosen, questions)
        said = refused or f"The list is sealed. Write the seal down: {seal}"
        self._bench.messages.tell(said, Look.FAULT if refused else Look.DONE)

    def _save_list(self) -> None:
        path = self._bench.messages.file_to_save("Save the sealed list", "sealed-list.txt", "Text (*.txt)")
        if path is None:
            return
        try:
            self._bench.write(path, study.sealed_list(self._bench.desk, self._bench.workshop_id))
        except Refusal as refusal:
            self._bench.messages.tell(str(refusal))
            return
        self._bench.messages.tell(f"Saved as {path.name}. “mat-desktop verify-seal” checks it anywhere.", Look.NOTE)

    def _reveal(self, place: int) -> None:
        answers = [tick.isChecked() for tick in self._answers[place]]
        question = "Reveal this pair’s arm? What was seen cannot be unseen; there is no undo."
        if not self._bench.messages.ask(question, "Reveal the arm", "Not yet", destroys=True):
            return
        arm, refused = self._bench.attempt("", study.reveal, place, answers)
        self._bench.messages.tell(refused or f"This pair’s arm: {arm}", Look.FAULT if refused else Look.DONE)

    def _unblind(self) -> None:
        question = "Name the arms beside their results? What was seen cannot be unseen; there is no undo."
        if self._bench.messages.ask(question, "Name the arms", "Keep them under letters", destroys=True):
            self._bench.do(study.unblind, self._bench.workshop_id)

    def _typed(self, _words: str, _visit: str) -> str:
        self._plan()
        return ""

    def _plan(self) -> None:
        try:
            d, icc = float(self.d.text() or "0.5"), float(self.icc.text() or "0")
            wanted = float(self.wanted.box.currentData() or 0.8)
            found = people_needed(d, wanted, icc)
            pairs = int(self.pairs.text() or "0")
            said = _can(d, pairs, icc) if FEWEST <= pairs <= _MOST_PAIRS else _not_planned(pairs)
        except ValueError:
            self.planned.setText(
                "A difference from 0.05 to 5, an ICC above −1 up to 1, with a point: 0.5; pairs as a whole number."
            )
            return
        self.planned.setText(
            f"Each arm needs {found.partnerships} whole pairs ({found.whole_people} people) to find a difference of "
            f"{d:g} standard deviations at the two-sided 5 % level, by t over pairs.{said}"
        )


def _can(d: float, pairs: int, icc: float) -> str:
    own = f"{permutation_power(d, pairs, icc):.0%}"
    return (
        f" With {pairs} pairs in each arm the power by t is {power(d, pairs, icc):.0%}; exchanging the labels of "
        f"pairs, as this program does, finds it in {own} of such trials."
    )


def _not_planned(pairs: int) -> str:
    if pairs <= 0:
        return ""
    if pairs < FEWEST:
        return f" Fewer than {spelled(FEWEST)} pairs in an arm can never show a difference at this level."
    return f" What more than {_MOST_PAIRS} pairs in each arm can show is not worked out."
