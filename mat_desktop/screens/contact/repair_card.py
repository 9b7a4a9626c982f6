"""Missed calls and repair talks of one partnership: what the log asks for, the guide, and each talk's outcome."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.contact import repair
from mat_desktop.facilitation.contact.repair import RepairView, TalkField, TalkView
from mat_desktop.facilitation.shown.choices import begun, choices
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.shown.words.contact import ASKED, OUTCOMES
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import DateField, LineField
from mat_desktop.screens.shared.parts import Segments, button, card, column, emptied, flowing, label
from mat_desktop.screens.shared.side_by_side import SideBySide
from mat_desktop.workshop.contact.protocol import Asked, TalkOutcome

GUIDE = (
    "“When … happened, I felt …; I had hoped …”",
    "The other says it back until the first says yes.",
    "Then the other way round, the same time for each.",
    "Each owns one part of it.",
    "One small change, and a date to look at it again.",
)
AFRAID = "If somebody is afraid of the other, this talk is not held. Phone each alone."
_OUTCOMES = choices(OUTCOMES)
_HELPED = (("yes", "It helped"), ("no", "It did not help"))


class RepairCard(QWidget):
    """Half an hour at the agreed place."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._place = 0
        self.need = label("", "attn", wrap=True)
        self.guide = button("Guide for the talk", self._toggle, "quiet", "chevron-down", after=True)
        self._words = label("\n".join((*(f"{n}.  {w}" for n, w in enumerate(GUIDE, 1)), AFRAID)), wrap=True)
        self._words.hide()
        self.day = DateField("Repair talk on", None, bench.desk.clock.today)
        self.at = LineField("At", lambda _words, _visit: "", "18:00", letters="18:00 M")
        self.where = LineField("Where", lambda _words, _visit: "")
        self.agreed = label("", "small", wrap=True)
        self.arrange = button("Arrange", self._arrange, icon="plus")
        self.arrange.setAccessibleName("Arrange a repair talk")
        self._talks = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        title = label("Missed calls and repair", "section", wrap=True)
        layout.addWidget(SideBySide((title, 1, 220), (self.guide, 0, 0)))
        layout.addWidget(self.need)
        layout.addWidget(self._words)
        layout.addLayout(self._talks)
        self._form = QWidget()
        form = column(gap=4)
        form.addLayout(flowing(self.day, self.at, self.where, self.arrange))
        form.addWidget(self.agreed)
        self._form.setLayout(form)
        layout.addWidget(self._form)

    def _toggle(self) -> None:
        self._words.setVisible(not self._words.isVisible())

    def show_place(self, partnership_id: int) -> None:
        """Show the talks of one partnership."""
        found = repair.repair(self._bench.desk, partnership_id)
        today = self._bench.desk.clock.today()
        self._place = partnership_id
        self.need.setText(_need_words(found))
        self.need.setProperty("kind", "attn" if found.need else "muted")
        self.need.style().unpolish(self.need)
        self.need.style().polish(self.need)
        emptied(self._talks)
        for talk in found.talks:
            self._talks.addWidget(self._talk(talk))
        self._form.setVisible(all(t.outcome is not None for t in found.talks))
        self.day.set_day(today, partnership_id)
        self.at.set("", partnership_id)
        self.where.set("", partnership_id)
        self.agreed.setText(f"Agreed: {found.agreed_place}" if found.agreed_place else "")
        self.agreed.setVisible(bool(found.agreed_place))

    def _arrange(self) -> None:
        day = self.day.day()
        if day is None:
            return
        self._bench.do(repair.arrange, self._place, day, self.at.text(), self.where.text())

    def _talk(self, talk: TalkView) -> QWidget:
        frame, layout = card("soft", margins=12, gap=8)
        when = ", ".join(part for part in (day_month_year(talk.planned_on), talk.at_time, talk.place) if part)
        gone = button("Remove", partial(self._bench.do, repair.remove_talk, talk.id), "quiet")
        gone.setAccessibleName(f"Remove the talk of {day_month_year(talk.planned_on)}")
        layout.addWidget(SideBySide((label(when, "strong", wrap=True), 1, 200), (gone, 0, 0)))
        outcome = Segments(_OUTCOMES, "What came of it", partial(self._change, talk.id, TalkField.OUTCOME), 140)
        outcome.set(talk.outcome or "")
        layout.addWidget(outcome)
        if talk.outcome is TalkOutcome.AGREED:
            self._show_change(talk, layout)
        return frame

    def _show_change(self, talk: TalkView, layout: QVBoxLayout) -> None:
        change = LineField("One small change", partial(self._keep, talk.id, TalkField.CHANGE))
        change.set(talk.change, talk.id)
        again = DateField("Look at it again on", partial(self._keep_day, talk.id), self._bench.desk.clock.today)
        again.set_day(talk.check_on, talk.id)
        layout.addWidget(SideBySide((change, 1, 220), (again, 0, 0)))
        helped = Segments(_HELPED, "Afterwards", lambda key: self._change(talk.id, TalkField.HELPED, key == "yes"), 120)
        helped.set({True: "yes", False: "no", None: ""}[talk.helped])
        layout.addWidget(helped)

    def _change(self, talk: int, field: TalkField, value: object) -> None:
        self._bench.do(repair.change_talk, talk, field, value)

    def _keep(self, talk: int, field: TalkField, words: str, visit: str) -> str:
        return self._bench.attempt(f"{talk} {field.value} {visit}", repair.change_talk, talk, field, words)[1]

    def _keep_day(self, talk: int, day: date, visit: str) -> str:
        return self._bench.attempt(f"{talk} check_on {visit}", repair.change_talk, talk, TalkField.CHECK_ON, day)[1]


def _need_words(found: RepairView) -> str:
    if found.need is None:
        return "The log asks for nothing. Two missed calls running, or three within 14 days, ask for a repair talk."
    within = "within 72 hours, at the agreed place" if found.need.what is Asked.REPAIR else ""
    return f"{found.need.why} {begun(ASKED[found.need.what])} {within}".strip().rstrip(",") + "."
