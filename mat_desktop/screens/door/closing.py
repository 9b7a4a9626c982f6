"""The door list: a row a person, so that nobody goes home without the next step."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mat_desktop.facilitation.door import closing
from mat_desktop.facilitation.door.closing import DayTick, DoorLine, DoorList, DoorTick
from mat_desktop.screens.look import sizes
from mat_desktop.screens.look.theme import Theme, worn
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import DateField, Tick
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import button, card, emptied_grid, label, line, row, scrolled
from mat_desktop.screens.shared.shortened import Shortened

_HEADS = ("", "Partner", "First call, or a phone date", "Numbers", "Papers", "Safety")
_ROWS = 3
"""Rows of the grid that a person may take: two for what is said, and a hairline."""
_LONGEST_DAY = "30 September 2026"


class DoorListView(QWidget):
    """Everybody who came, and the three things that end the day."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._built_in: Theme | None = None
        self._shown: tuple[DoorLine, ...] = ()
        self._columns, self._needed = len(_HEADS), 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 12, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self.copy = label("", wrap=True)
        self.ballots = Tick("Ballots and slips destroyed", lambda on: self._day(DayTick.BALLOTS_DESTROYED, on))
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
        self._area = scrolled(holder)
        layout.addWidget(self._area, 1)
        layout.addWidget(line())
        layout.addWidget(self.copy)
        # Above the ticks, for it becomes shorter with each of them: what is pressed next stays where it is.
        layout.addWidget(self.missing)
        ticks = QWidget()
        ticks.setLayout(FlowLayout(self.ballots, self.paper, gap=20))
        ends = row(ticks, self.close_day, gap=20)
        ends.setStretch(0, 1)
        layout.addLayout(ends)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: a row a person, or two."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of words, other room."""
        super().changeEvent(event)
        # Under a cover it says so too, and a tick that is made anew would lose the keyboard.
        if event.type() == QEvent.Type.StyleChange and self._shown and self._built_in is not worn():
            self._build(self._shown)

    def _build(self, lines: tuple[DoorLine, ...]) -> None:
        self._built_in = worn()
        self._fill(lines, len(_HEADS))
        self._needed = self._grid.minimumSize().width()
        self._arrange()

    def _arrange(self) -> None:
        """Everything about a person in one row where it has room, else in two."""
        columns = len(_HEADS) if self._needed <= self._area.viewport().width() else len(_HEADS) // 2
        if columns != self._columns:
            self._fill(self._shown, columns)

    def _fill(self, lines: tuple[DoorLine, ...], columns: int) -> None:
        emptied_grid(self._grid)
        self._columns = columns
        for column, words in enumerate(_HEADS):
            self._put(label(words, "label", wrap=True), 0, column)
        for place, found in enumerate(lines, 1):
            for column, part in enumerate(self._parts(found)):
                if part is not None:
                    self._put(part, place, column)
            if columns < len(_HEADS):
                self._grid.addWidget(line(), place * _ROWS + 2, 0, 1, columns)
        for column in range(len(_HEADS) + 1):
            in_rows = columns < len(_HEADS)
            self._grid.setColumnStretch(column, int(column < columns if in_rows else column == len(_HEADS)))

    def _put(self, part: QWidget, place: int, column: int) -> None:
        self._grid.addWidget(part, place * _ROWS + column // self._columns, column % self._columns)
        # A layout counts only what is not hidden, and Qt shows new parts later.
        part.show()

    def _parts(self, found: DoorLine) -> Sequence[QWidget | None]:
        """What stands in the columns about one person, in the order of their heads."""
        name = Shortened(found.name, "strong")
        partner = Shortened(found.partner or "not placed yet", "" if found.partner else "muted")
        if not found.partner:
            return name, partner, self._date(found), None, None, self._safety(found)
        numbers = self._tick(found, DoorTick.NUMBERS_EXCHANGED, "numbers", "exchanged", on=found.numbers_exchanged)
        papers = self._tick(found, DoorTick.PAPERS_IN_HAND, "papers", "in hand", on=found.papers_in_hand)
        return name, partner, Shortened(found.first_call), numbers, papers, self._safety(found)

    def _safety(self, found: DoorLine) -> QWidget:
        if found.safety_clear:
            return label("no card open", "muted")
        read = button("Read the card", partial(self._bench.card_wanted.emit, found.id))
        read.setAccessibleName(f"Read the safety card of {found.name}")
        return read

    def _date(self, found: DoorLine) -> DateField:
        field = DateField("", lambda day, visit: self._phone(found.id, day, visit), self._bench.desk.clock.today)
        field.edit.setAccessibleName(f"Phone {found.name} on")
        field.set_day(found.phone_on, found.id)
        sizes.hold(field.edit, letters=_LONGEST_DAY)
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
            if not self.close_day.isEnabled():
                self._bench.led_on.emit()
