"""Ballots, typed from the cards: a row of digits a person, or a mark at a time."""

from functools import partial

from PySide6.QtCore import QRegularExpression, Qt, QTimer
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mat_desktop.facilitation.pairing import ballots, weighing
from mat_desktop.facilitation.pairing.ballots import BallotView as Ballot
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.entering import DoingLine
from mat_desktop.screens.shared.fields import ChoiceField
from mat_desktop.screens.shared.laying_out import lay_out
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import Segments, card, column, emptied_grid, label, row, scrolled
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.screens.shared.people_rows import PersonEntry
from mat_desktop.workshop.pairing.criteria.similarity import LEAST, MOST
from mat_desktop.workshop.pairing.nouns import Choice

_WORDS = [(Choice.GLADLY, "Gladly"), (Choice.COULD, "Could"), (Choice.RATHER_NOT, "Rather not")]

GONE = "on the card, but not in the pairing: type the mark all the same"


class BallotTable(QWidget):
    """Private: only the facilitator sees it. The others stand here by table number, as on the card."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.voter = 0
        self.list = PeopleList("Whose ballot", self.work_on, 260)
        self._name = label("", "person", wrap=True)
        self._count = label("", "small")
        self.choices: dict[int, Segments] = {}
        self._ratings: dict[int, ChoiceField] = {}
        self._shown: tuple[object, ...] = ()
        self._rows = 0
        self.digits = DoingLine()
        self.digits.setAccessibleName("Digits of the card")
        self.digits.setProperty("kind", "digits")
        self.digits.textEdited.connect(self._typed)
        self.digits.returnPressed.connect(self._keep)
        self._hint = label("", "small", wrap=True)
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self._grid.setColumnStretch(0, 1)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 12, 0)
        inner.addLayout(self._grid)
        inner.addStretch(1)
        frame, body = card(gap=8)
        head = row(self._name, self._count)
        head.setStretch(0, 1)
        body.addLayout(head)
        body.addLayout(column(label("Digits of the card", "label"), self.digits, self._hint, gap=4))
        body.addWidget(scrolled(holder), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(PageZones((self.list, 0), (frame, 1)))

    def work_on(self, voter: int) -> None:
        """The ballot of one person, ready for its digits."""
        self.voter = voter
        self.digits.clear()
        self.refresh()
        self.start()

    def start(self) -> None:
        """Be ready for the digits; whoever goes through the list by its arrows stays in it."""
        if not self.list.browsing:
            lay_out(self)
            self.digits.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the ballot of the person chosen."""
        people = ballots.voters(self._bench.desk, self._bench.workshop_id)
        keys = [person.id for person in people]
        if self.voter not in keys:
            self.voter = keys[0] if keys else 0
        entries = [PersonEntry(p.id, p.name, "done" if p.marked else "to do", p.table_number) for p in people]
        self.list.show_entries(entries, self.voter)
        name = next((p.name for p in people if p.id == self.voter), "Nobody is included yet")
        self._name.setText(name)
        self._count.setText(f"{sum(p.marked > 0 for p in people)} of {len(people)} ballots in")
        if not self.voter:
            return
        found = ballots.ballot(self._bench.desk, self.voter)
        self._build(found, likeness=weighing.asks_likeness(self._bench.desk, self._bench.workshop_id))
        for key, segments in self.choices.items():
            segments.set(found.marks.get(key, ""))
        for key, field in self._ratings.items():
            field.set(str(found.ratings.get(key, "")))

    def _build(self, found: Ballot, *, likeness: bool) -> None:
        shown = (self.voter, found.others, likeness)
        if self._shown == shown:
            return
        self._shown = shown
        count = self._rows = found.digits
        numbers = ", ".join(str(number) for _, number in found.others[:3])
        self._hint.setText(
            f"{count} digits in the order of the table numbers ({numbers} …): "
            "1 gladly, 2 could, 3 rather not, 0 no mark. The next ballot follows by itself."
        )
        self.digits.setValidator(QRegularExpressionValidator(QRegularExpression(f"[0-3]{{0,{count}}}"), self))
        emptied_grid(self._grid)
        self.choices, self._ratings = {}, {}
        for place, (key, number) in enumerate(found.others):
            self._grid.addWidget(label(f"Table {number}"), place, 0)
            if not key:
                self._grid.addWidget(label(GONE, "muted"), place, 1)
                continue
            self.choices[key] = Segments(_WORDS, f"Table {number}", partial(self._mark, key), 0)
            self._grid.addWidget(self.choices[key], place, 1)
            if likeness:
                self._ratings[key] = self._rating(key, number)
                self._grid.addWidget(self._ratings[key], place, 2)

    def _rating(self, key: int, number: int) -> ChoiceField:
        values = [("", "not rated"), *((str(n), f"alike {n}") for n in range(LEAST, MOST + 1))]
        field = ChoiceField(f"Table {number}: felt alike", values, partial(self._rate, key))
        field.title.hide()
        return field

    def _typed(self, digits: str) -> None:
        if len(digits) == self._rows:
            # After the key is through: the field is emptied for the next ballot.
            QTimer.singleShot(0, self._keep)

    def _keep(self) -> None:
        digits = self.digits.text()
        if not digits or not self.voter:
            return
        if self._bench.do(ballots.type_row, self.voter, digits):
            self._following()

    def _following(self) -> None:
        keys = [p.id for p in ballots.voters(self._bench.desk, self._bench.workshop_id)]
        place = keys.index(self.voter) + 1 if self.voter in keys else 0
        self.work_on(keys[place] if place < len(keys) else self.voter)

    def _mark(self, about: int, choice: str) -> None:
        before = ballots.ballot(self._bench.desk, self.voter).marks.get(about)
        self._bench.do(ballots.mark, self.voter, about, None if before == choice else Choice(choice))

    def _rate(self, about: int, rating: str) -> None:
        self._bench.do(ballots.rate, self.voter, about, int(rating) if rating else None)
