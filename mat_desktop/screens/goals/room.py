"""Goals in threes: who sits at which table, and the one clock by which all tables work."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.goals import room
from mat_desktop.facilitation.goals.room import RoomTable, RoomView, SeatView
from mat_desktop.screens.goals.projector import GoalProjector, left_in_words
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import ChoiceField, LineField
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import boxed, button, card, column, emptied, label, line, rename, row, scrolled
from mat_desktop.screens.shared.while_seen import WhileSeen
from mat_desktop.workshop.goals.room import LETTERS
from mat_desktop.workshop.goals.round import TURN_MINUTES

HOW = (
    "At each table one speaks and the others listen and ask; the lowest number speaks first. All tables share one "
    "clock. It goes on while you are out, under F9, and when you come back."
)
NO_TABLE = "no table"
NOBODY_HERE = "Nobody is here yet. People are marked as here in step 2."


class GoalRoom(QWidget):
    """Before it begins the seats, then the clock with whose turn it is at each table."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self._tick = WhileSeen(self, 1000, self._show_clock)
        self.clock, self.turn = label("", "number"), label("", "section", wrap=True)
        self.clock.setAccessibleName("Time left")
        self.minutes = LineField("Minutes for each person", lambda _words, _visit: "", letters="00000")
        self.minutes.set(str(TURN_MINUTES))
        self.begin = button("Begin the clock", self._begin, icon="clock")
        self.pause = button("Pause", self._pause, icon="pause")
        self.more = button("Five minutes more", lambda: self.bench.do(room.more_time, bench.workshop_id))
        self.next = button("Next turn", lambda: self.bench.do(room.next_turn, bench.workshop_id), icon="arrow-right")
        self.end = button("End the clock", lambda: self.bench.do(room.end, bench.workshop_id))
        self.project = button("Projector", lambda: GoalProjector(self.bench, self.window()).exec())
        self._running = (self.pause, self.more, self.next, self.end, self.project)
        self._chosen: dict[int, str] = {}
        self._shown: object = None
        self._paused = False
        self._tables = QVBoxLayout()
        self._tables.setSpacing(8)
        self._build()

    def _build(self) -> None:
        head, inner = card(gap=8)
        inner.addWidget(label("Goals in threes", "strong"))
        inner.addWidget(label(HOW, "small", wrap=True))
        self._time = PageZones((self.turn, 1), (self.clock, 0), natural=True)
        inner.addWidget(self._time)
        inner.addLayout(FlowLayout(self.minutes, self.begin, *self._running, gap=12))
        frame, body = card(gap=8)
        holder = QWidget()
        holder.setLayout(self._tables)
        body.addWidget(scrolled(holder), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(head)
        outer.addWidget(frame, 1)

    def refresh(self) -> None:
        """Show the clock that runs, or who would sit where."""
        found = self._view()
        self.minutes.setVisible(found is None)
        self.begin.setVisible(found is None)
        self._time.setVisible(found is not None)
        for door in self._running:
            door.setVisible(found is not None)
        if found is None:
            self._show_seats(room.seating(self.bench.desk, self.bench.workshop_id))
        else:
            self._show_clock()

    def _view(self) -> RoomView | None:
        return room.room(self.bench.desk, self.bench.workshop_id, self.bench.desk.clock.now())

    def _show_clock(self) -> None:
        """Only the figures move, and the names with the turn; nothing rings."""
        found = self._view()
        self.clock.setText(left_in_words(found.now.seconds_left) if found else "")
        self.turn.setText(_turn_in_words(found) if found else "")
        if found is None:
            return
        self._paused = found.paused
        rename(self.pause, "Go on" if found.paused else "Pause")
        self.next.setEnabled(found.now.turn < found.now.turns)
        if found.tables != self._shown:
            self._shown = found.tables
            emptied(self._tables)
            for number, table in enumerate(found.tables):
                if number:
                    self._tables.addWidget(line())
                self._tables.addWidget(_table(table))
            self._tables.addStretch(1)

    def _show_seats(self, seats: tuple[SeatView, ...]) -> None:
        if seats == self._shown:
            return
        self._shown = seats
        self._chosen = {seat.person: seat.letter for seat in seats}
        emptied(self._tables)
        if not seats:
            self._tables.addWidget(label(NOBODY_HERE, "muted", wrap=True))
        self.begin.setEnabled(bool(seats))
        letters = sorted({*LETTERS, *(seat.letter for seat in seats)})
        fields = [self._seat(seat, letters) for seat in seats]
        self._tables.addLayout(FlowLayout(*fields, gap=12))
        self._tables.addStretch(1)

    def _seat(self, seat: SeatView, letters: list[str]) -> QWidget:
        values = [*((letter, f"table {letter}") for letter in letters), ("", NO_TABLE)]
        found = ChoiceField(seat.name, values, partial(self._chosen.__setitem__, seat.person))
        found.box.setAccessibleName(f"Table of {seat.name}")
        hold(found, least_width=170)
        found.set(seat.letter)
        return found

    def _begin(self) -> None:
        letters = sorted({letter for letter in self._chosen.values() if letter} | set(LETTERS))
        tables = [[person for person, at in self._chosen.items() if at == letter] for letter in letters]
        self.bench.do(room.begin, self.bench.workshop_id, tables, self.minutes.text())

    def _pause(self) -> None:
        self.bench.do(room.pause, self.bench.workshop_id, on=not self._paused)


def _turn_in_words(view: RoomView) -> str:
    words = f"Turn {view.now.turn} of {view.now.turns}"
    if view.over:
        return f"{words}. The time is over; end the clock when all are ready."
    return f"{words}, standing still" if view.paused else words


def _table(table: RoomTable) -> QWidget:
    """One table: who speaks, and under it who listens."""
    speaks = f"{table.speaks} speaks" if table.speaks else room.BY_ITSELF
    listens = f"Listening: {', '.join(table.listen)}" if table.speaks and table.listen else ", ".join(table.listen)
    words = column(label(speaks, "strong", wrap=True), label(listens, "small", wrap=True), gap=2)
    found = row(label(f"Table {table.letter}", "section"), boxed(words), gap=16)
    found.setStretch(1, 1)
    return boxed(found)
