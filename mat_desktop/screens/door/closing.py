"""The door list: a row a person, so that nobody goes home without the next step."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mat_desktop.facilitation.door import closing
from mat_desktop.facilitation.door.closing import DayTick, DoorLine, DoorList, DoorTick
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import DateField, Tick
from mat_desktop.screens.shared.parts import button, card, emptied_grid, label, line, row, scrolled
from mat_desktop.screens.shared.shortened import Shortened

_HEADS = ("", "Partner", "First call, or a phone date", "Numbers", "Papers", "Safety")


class DoorListView(QWidget):
    """Everybody who came, and the three things that end the day."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._shown: tuple[DoorLine, ...] = ()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 12, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self.copy = label("", wrap=True)
        self.ballots = Tick("Ballots destroyed", lambda on: self._day(DayTick.BALLOTS_DESTROYED, on))
        self.paper = Tick("Paper counted", lambda on: self._day(DayTick.PAPER_COUNTED, on))
        self.missing = label("", "small", wrap=True)
        self.close_day = button("Close the day", self._close, icon="check")
        frame, layout = card(gap=8)
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.addLayout(self._grid)
        body.addStretch(1)
        holder = QWidget()
        holder.setLayout(body)
        layout.addWidget(scrolled(holder), 1)
        layout.addWidget(line())
        layout.addWidget(self.copy)
        layout.addLayout(row(self.ballots, self.paper, None, self.close_day, gap=20))
        layout.addWidget(self.missing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_list(self, door_list: DoorList) -> None:
        """Show the list; the rows are built afresh only when one of them changed."""
        if door_list.lines != self._shown:
            self._shown = door_list.lines
            self._build(door_list.lines)
        self.copy.setText("A second copy is made" if door_list.copy_made else "No second copy yet (Today, Make a copy)")
        self.ballots.set(door_list.ballots_destroyed)
        self.paper.set(door_list.paper_counted)
        self.close_day.setEnabled(not door_list.closed)
        said = "The day is closed." if door_list.closed else f"Still open: {'; '.join(door_list.missing)}."
        self.missing.setText(said if door_list.missing or door_list.closed else "Everything is done. Close the day.")

    def _build(self, lines: tuple[DoorLine, ...]) -> None:
        emptied_grid(self._grid)
        for column, words in enumerate(_HEADS):
            self._grid.addWidget(label(words, "label"), 0, column)
        for place, found in enumerate(lines, 1):
            self._grid.addWidget(Shortened(found.name, "strong"), place, 0)
            partner = Shortened(found.partner or "not placed yet", "" if found.partner else "muted")
            self._grid.addWidget(partner, place, 1)
            self._grid.addWidget(Shortened(found.first_call) if found.partner else self._date(found), place, 2)
            if found.partner:
                numbers = self._tick(
                    found, DoorTick.NUMBERS_EXCHANGED, "numbers", "exchanged", on=found.numbers_exchanged
                )
                self._grid.addWidget(numbers, place, 3)
                papers = self._tick(found, DoorTick.PAPERS_IN_HAND, "papers", "in hand", on=found.papers_in_hand)
                self._grid.addWidget(papers, place, 4)
            if found.safety_clear:
                self._grid.addWidget(label("no card open", "muted"), place, 5)
            else:
                read = button("Read the card", partial(self._bench.card_wanted.emit, found.id))
                read.setAccessibleName(f"Read the safety card of {found.name}")
                self._grid.addWidget(read, place, 5)
        self._grid.setColumnStretch(len(_HEADS), 1)

    def _date(self, found: DoorLine) -> DateField:
        field = DateField("", lambda day, visit: self._phone(found.id, day, visit), self._bench.desk.clock.today)
        field.edit.setAccessibleName(f"Phone {found.name} on")
        field.set_day(found.phone_on, found.id)
        field.setFixedWidth(190)
        return field

    def _tick(self, found: DoorLine, field: DoorTick, things: str, words: str, *, on: bool) -> Tick:
        tick = Tick(words, lambda now: self._bench.do(closing.tick, found.id, field, on=now))
        tick.setAccessibleName(f"{found.name}: {things} {words}")
        tick.set(on)
        return tick

    def _phone(self, person: int, day: date, visit: str) -> str:
        return self._bench.attempt(f"phone {person} {visit}", closing.phone_on, person, day)[1]

    def _day(self, field: DayTick, on: bool) -> None:
        self._bench.do(closing.day_tick, self._bench.workshop_id, field, on=on)

    def _close(self) -> None:
        question = closing.before_closing(self._bench.desk, self._bench.workshop_id)
        if not question or self._bench.messages.ask(question, "Close the day", "Not yet", destroys=True):
            self._bench.do(closing.close_day, self._bench.workshop_id)
