"""The run sheet, live: where the day is, how late, what could be shorter or dropped."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mat_desktop.facilitation.guidance import day_line
from mat_desktop.facilitation.setup import parts_of_the_day, run_sheet
from mat_desktop.facilitation.shown.dates import clock, full
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.setup.part_of_the_day import PartOfTheDay
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import LineField
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import boxed, button, card, column, emptied, label, line, row, scrolled
from mat_desktop.screens.shared.while_seen import WhileSeen
from mat_desktop.workshop.journey import TITLES, Step

STEP_MINUTES = 5
_LEAST_LIST = 220
"""So much of the day is seen at least, in a small window too: there the whole page scrolls."""


class RunSheetTable(QWidget):
    """One row a block; the one under way is tinted."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.now = label("", "strong", wrap=True)
        self.on = button("Start the day", self._start_next, icon="arrow-right", after=True)
        self.begins = LineField("The day begins at", self._keep_begin, "09:00", letters="00:00 00")
        self.add = button("Add a part", lambda: self.part.add(self.part.block), icon="plus")
        self.part = PartOfTheDay(bench, self._open_part)
        head, inner = card("soft", margins=12)
        doors = row(self.begins, self.add, self.on)
        inner.addWidget(PageZones((self.now, 1), (boxed(doors), 0), natural=True))
        frame, body = card(margins=8, gap=0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        holder = QWidget()
        holder.setLayout(self._rows)
        self._area = scrolled(holder)
        hold(self._area, least_height=_LEAST_LIST)
        body.addWidget(self._area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(head)
        layout.addWidget(self.part)
        layout.addWidget(frame, 1)
        self._part = 0
        self._minute = WhileSeen(self, 30_000, self._tell_time)

    def refresh(self) -> None:
        """Show the day as it stands."""
        sheet = self._tell_time()
        self._show_begin()
        self.part.show_part(next((block for block in sheet.blocks if block.id == self._part), None))
        place = self._area.verticalScrollBar().value()
        emptied(self._rows)
        for number, block in enumerate(sheet.blocks):
            if number:
                self._rows.addWidget(line())
            self._rows.addWidget(self._row(block))
        self._rows.addStretch(1)
        QTimer.singleShot(0, lambda: self._area.verticalScrollBar().setValue(place))

    def _sheet(self) -> run_sheet.RunSheetView:
        return run_sheet.run_sheet(self._bench.desk, self._bench.workshop_id, self._bench.desk.clock.now())

    def _tell_time(self) -> run_sheet.RunSheetView:
        sheet, now = self._sheet(), self._bench.desk.clock.now()
        self.now.setText(_now_line(sheet, now))
        following = sheet.following if sheet.running else next((b for b in sheet.blocks if b.state == "ahead"), None)
        self._following = following.id if following else 0
        self.on.setVisible(sheet.held_on == now.date())
        self.on.setEnabled(following is not None)
        self.on.setText(f"Begin: {following.title}" if sheet.running and following else "Start the day")
        self.on.setAccessibleName(self.on.text())
        return sheet

    def _keep_begin(self, typed: str, visit: str) -> str:
        key = f"begins {self._bench.workshop_id} {visit}"
        refused = self._bench.attempt(key, parts_of_the_day.set_begin, self._bench.workshop_id, typed)[1]
        if not refused:
            # Only once the field knows that it is kept: then it shows the time as it was read.
            QTimer.singleShot(0, self, self._show_begin)
        return refused

    def _show_begin(self) -> None:
        self.begins.set(self._sheet().begins_at, self._bench.workshop_id)

    def _open_part(self, block: int) -> None:
        """Put a part of the day on the table to be changed; 0 takes it away."""
        self._part = block
        self.refresh()
        if block:
            self.part.title.edit.setFocus()
        else:
            self.add.setFocus()

    def _start_next(self) -> None:
        if self._following:
            self._bench.do(run_sheet.start_block, self._following)

    def _row(self, block: run_sheet.BlockView) -> QWidget:
        frame = QFrame()
        if block.state == "running":
            frame.setObjectName("soft")
        at = label(clock(block.begins) if block.begins else "", "strong")
        hold(at, least_width=52)
        minutes = label(f"{block.minutes} min", "small")
        hold(minutes, least_width=60)
        kind = {"over": "muted", "dropped": "muted", "running": "strong"}.get(block.state, "body")
        said = {"over": "over", "dropped": "dropped", "running": "now"}.get(block.state, "")
        words = row(at, minutes, label(block.title, kind, wrap=True), label(said, "small"), gap=8)
        words.setStretch(2, 1)
        zones = PageZones((boxed(words), 1), (boxed(row(*self._actions(block), gap=8)), 0), gap=8, natural=True)
        layout = column(zones)
        layout.setContentsMargins(10, 4, 6, 4)
        frame.setLayout(layout)
        return frame

    def _actions(self, block: run_sheet.BlockView) -> list[QWidget]:
        """What can be done with a block: open its page, make it longer or shorter, drop it, change the rest of it."""
        found: list[QWidget] = []
        if block.step:
            open_ = button("Open page", lambda: self._bench.go(Step(block.step)), "quiet")
            open_.setAccessibleName(f"Open {TITLES[Step(block.step)]}")
            found.append(open_)
        return found if block.state == "over" else [*found, *self._changes(block)]

    def _changes(self, block: run_sheet.BlockView) -> list[QWidget]:
        return [
            self._longer(block, "−5", -STEP_MINUTES, "Five minutes less"),
            self._longer(block, "+5", STEP_MINUTES, "Five minutes more"),
            self._drop(block),
            self._change(block),
        ]

    def _change(self, block: run_sheet.BlockView) -> QWidget:
        found = button("Change", partial(self._open_part, block.id), icon="pen-line")
        found.setAccessibleName(f"Change: {block.title}")
        return found

    def _longer(self, block: run_sheet.BlockView, words: str, by: int, name: str) -> QWidget:
        found = button(words, partial(self._bench.do, run_sheet.set_minutes, block.id, block.minutes + by))
        found.setAccessibleName(f"{name} for {block.title}")
        found.setToolTip(name)
        hold(found, least_width=56)
        return found

    def _drop(self, block: run_sheet.BlockView) -> QWidget:
        dropped = block.state == "dropped"
        found = button(
            "Take in" if dropped else "Drop",
            lambda: self._bench.do(run_sheet.drop_block, block.id, dropped=not dropped),
        )
        found.setAccessibleName(f"{found.text()}: {block.title}")
        hold(found, least_width=96)
        found.setEnabled(block.droppable)
        return found


def _now_line(sheet: run_sheet.RunSheetView, now: datetime) -> str:
    """Where the day is; on another day, when it is or was."""
    if sheet.held_on == now.date():
        return day_line(sheet, now).words
    if now.date() > sheet.held_on:
        return f"The day was {full(sheet.held_on)}. It is over."
    at = f" at {sheet.begins_at}" if sheet.begins_at else ". Say when it begins, and every part has its time"
    return f"The day is {full(sheet.held_on)}{at}."
