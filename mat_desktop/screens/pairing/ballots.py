"""Ballots, typed from paper: one person left, a choice for everybody else right."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mat_desktop.facilitation import pairing
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.parts import Segments, card, emptied_grid, label, scrolled
from mat_desktop.screens.shared.people_list import Entry, PeopleList
from mat_desktop.workshop.pairing.nouns import Choice


class BallotView(QWidget):
    """Private: only the facilitator sees it."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.voter = 0
        self.list = PeopleList("Whose ballot", self._pick, 260)
        self._name = label("", "person")
        self.choices: dict[int, Segments] = {}
        self._shown: tuple[int, ...] = ()
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self._grid.setColumnStretch(1, 1)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 12, 0)
        inner.addLayout(self._grid)
        inner.addStretch(1)
        frame, body = card(gap=8)
        body.addWidget(self._name)
        body.addWidget(label("As marked on the paper. Choose the same again to take a mark back.", "small"))
        body.addWidget(scrolled(holder), 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.list)
        layout.addWidget(frame, 1)

    def _pick(self, voter: int) -> None:
        self.voter = voter
        self.refresh()

    def refresh(self) -> None:
        """Show the ballot of the person chosen."""
        people = pairing.voters(self._bench.desk, self._bench.workshop_id)
        keys = [key for key, _, _ in people]
        if self.voter not in keys:
            self.voter = keys[0] if keys else 0
        self.list.show_entries([Entry(key, name, "", number) for key, name, number in people], self.voter)
        others = [(key, name, number) for key, name, number in people if key != self.voter]
        self._name.setText(next((name for key, name, _ in people if key == self.voter), "Nobody is included yet"))
        if self._shown != (self.voter, *(key for key, _, _ in others)):
            self._build(others)
        marks = pairing.ballot_of(self._bench.desk, self.voter) if self.voter else {}
        for key, segments in self.choices.items():
            segments.set(marks.get(key, ""))

    def _build(self, others: list[tuple[int, str, int]]) -> None:
        emptied_grid(self._grid)
        self.choices = {}
        for place, (key, name, number) in enumerate(others):
            words = [(Choice.GLADLY, "Gladly"), (Choice.COULD, "Could"), (Choice.RATHER_NOT, "Rather not")]
            found = Segments(words, name, partial(self._mark, key), 104)
            self.choices[key] = found
            self._grid.addWidget(label(str(number), "muted"), place, 0)
            self._grid.addWidget(label(name, wrap=True), place, 1)
            self._grid.addWidget(found, place, 2)
        self._shown = (self.voter, *(key for key, _, _ in others))

    def _mark(self, about: int, choice: str) -> None:
        before = pairing.ballot_of(self._bench.desk, self.voter).get(about)
        self._bench.do(pairing.mark_ballot, self.voter, about, None if before == choice else Choice(choice))
