"""The three-minute rounds: which table numbers meet when."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mat_desktop.facilitation.pairing import rounds
from mat_desktop.facilitation.pairing.rounds import PairingRoundView, Rota
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.tokens import TARGET
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import button, card, emptied, label, line, rename, row, scrolled
from mat_desktop.screens.shared.still import StillSpin
from mat_desktop.workshop.pairing.rounds import MINUTES_A_ROUND


class RoundsView(QWidget):
    """Minutes above, the plan below."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.minutes = StillSpin()
        self.minutes.setAccessibleName("Minutes for the rounds")
        self.minutes.setRange(MINUTES_A_ROUND, 240)
        self.minutes.setSuffix(" minutes")
        hold(self.minutes, least_height=TARGET)
        self._told = False
        self._say = label("", "small", wrap=True)
        self.plan = button("Plan the rounds", self._plan, icon="shuffle")
        frame, body = card(gap=10)
        body.addLayout(FlowLayout(label("Time for the rounds", "label"), self.minutes, self.plan, gap=12))
        body.addWidget(self._say)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 12, 0)
        inner.addLayout(self._rows)
        inner.addStretch(1)
        body.addWidget(scrolled(holder), 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def refresh(self) -> None:
        """Show the plan as it is kept."""
        found = rounds.rota(self._bench.desk, self._bench.workshop_id)
        if not self._told:
            self.minutes.setValue(found.minutes)
            self._told = True
        rename(self.plan, "Plan again" if found.rounds else "Plan the rounds")
        self._say.setText(_said(found))
        emptied(self._rows)
        for place, one in enumerate(found.rounds):
            if place:
                self._rows.addWidget(line())
            self._rows.addLayout(_row(one))

    def _plan(self) -> None:
        self._bench.do(rounds.plan_rounds, self._bench.workshop_id, self.minutes.value())


def _row(one: PairingRoundView) -> QHBoxLayout:
    numbers = "     ".join(f"{a} – {b}" for a, b in one.meet)
    rest = f"rests: {', '.join(map(str, one.rest))}" if one.rest else ""
    found = row(label(f"Round {one.number}", "strong"), label(numbers, wrap=True), label(rest, "small"))
    found.setStretch(1, 1)
    return found


def _said(found: Rota) -> str:
    if not found.rounds:
        return (
            f"Four minutes a round: three to talk, one to move. {counted(found.people, 'person', 'people')} take part."
        )
    if found.stale:
        return "Somebody came or left since this was planned. Plan again, and print the cards again."
    return f"{counted(len(found.rounds), 'round')}, by table number. The round cards are on the print page."
