"""What is due on Today: one row for each kind, its entries unfold, and each can be opened, put off or done."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mat_desktop.facilitation.shown.dates import short, until
from mat_desktop.facilitation.today.page import Due, DueEntry, TodayView
from mat_desktop.facilitation.today.reminders import DueReply
from mat_desktop.screens.look import icons, sizes
from mat_desktop.screens.look.tokens import TARGET
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.leading import Leading
from mat_desktop.screens.shared.parts import boxed, button, card, column, emptied, label, line, row
from mat_desktop.workshop.today import DueKind

Open = Callable[[Due, DueEntry | None], object]
Remind = Callable[[int, DueReply, DueEntry], object]
_WORDS, _COLUMNS = 1, 5
"""The column of the words, and how many there are: mark, words, day, who, action."""
_WHO = 185
"""The width of a name before its actions, in pixels at text of 100 %."""


class DueList(QWidget):
    """Everything that is due. `remind` is told of a workshop, what is to be done, and with which entry."""

    def __init__(self, open_: Open, remind: Remind) -> None:
        super().__init__()
        self._open, self._remind = open_, remind
        self._unfolded: set[tuple[int, DueKind]] = set()
        self._view: TodayView | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)

    def show_due(self, view: TodayView) -> None:
        """Show everything afresh; what was unfolded stays so."""
        self._view = view
        emptied(self._layout)
        where = f"Only {view.event} today" if view.event else "Next 30 days, all workshops"
        span = label(where, "small", wrap=True)
        span.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = row(label("What is due", "section"), span)
        head.setStretch(1, 1)
        self._layout.addLayout(head)
        frame, layout = card(margins=0, gap=0)
        if not view.due:
            said = "Nothing is due. A workshop, a call log or a follow-up appears here when its day comes."
            empty = label(
                said if view.workshops else "A workshop appears here once you set one up.", "muted", wrap=True
            )
            empty.setContentsMargins(16, 16, 16, 16)
            layout.addWidget(empty)
        grid = QGridLayout()
        grid.setContentsMargins(16, 10, 16, 10)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(_WORDS, 1)
        for item in view.due:
            self._add(grid, item, view.day)
        layout.addLayout(grid)
        self._layout.addWidget(frame)

    def _add(self, grid: QGridLayout, item: Due, day: date) -> None:
        """One row; actions and days stand under each other over all rows."""
        place = grid.rowCount()
        if grid.count():
            grid.addWidget(line(), place, 0, 1, _COLUMNS)
            place += 1
        open_ = self._open_button(item)
        told = Leading()
        words = QVBoxLayout(told)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        words.addWidget(label(item.title, "strong", wrap=True))
        words.addWidget(label(f"{item.workshop}. {item.detail}", "small", wrap=True))
        grid.addWidget(_mark(item.icon, late=item.day < day), place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(told, place, _WORDS)
        grid.addWidget(_when(item.day, day), place, 2)
        told.lead(open_)
        if item.entries:
            fold = self._fold_button(item)
            grid.addWidget(fold, place, 3)
            told.lead(fold)
        grid.addWidget(open_, place, 4)
        if item.entries and _key(item) in self._unfolded:
            grid.addWidget(self._entries(item, day), place + 1, _WORDS, 1, _COLUMNS - _WORDS)

    def _open_button(self, item: Due) -> QPushButton:
        only = item.entries[0] if len(item.entries) == 1 else None
        open_ = button(item.action, partial(self._open, item, only))
        open_.setAccessibleName(f"{item.action}: {item.title}, {item.workshop}")
        return open_

    def _fold_button(self, item: Due) -> QPushButton:
        found = button("", partial(self._fold, item), "quiet", "chevron-down")
        found.setAccessibleName(f"Show who: {item.title}")
        found.setToolTip("Show who")
        sizes.hold(found, width=TARGET)
        return found

    def hideEvent(self, event: QHideEvent) -> None:
        """On the day of an event whoever comes back sees no names: they come on a key each time."""
        super().hideEvent(event)
        if not event.spontaneous() and self._view is not None and self._view.event_id and self._unfolded:
            self._unfolded.clear()
            self.show_due(self._view)

    def _fold(self, item: Due) -> None:
        self._unfolded ^= {_key(item)}
        if self._view is not None:
            self.show_due(self._view)

    def _entries(self, item: Due, day: date) -> QWidget:
        frame = QWidget()
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for entry in item.entries:
            layout.addWidget(self._entry(item, entry, day))
        return frame

    def _entry(self, item: Due, entry: DueEntry, day: date) -> QWidget:
        """Who, and what can be done about them; what has no room goes on in a new line."""
        words = column(label(entry.who, wrap=True), gap=0)
        if entry.ways:
            words.addWidget(label(entry.ways, "small", wrap=True))
        who = boxed(words)
        sizes.hold(who, least_width=_WHO)
        found = QWidget()
        line_ = FlowLayout(who, gap=4)
        found.setLayout(line_)
        if entry.day < day:
            line_.addWidget(label(until(entry.day, day), "attn"))
        for reply in _offers(entry):
            said = _REPLIES[reply]
            one = button(said, partial(self._remind, item.workshop_id, reply, entry), "quiet")
            one.setAccessibleName(f"{said}: {item.title}, {entry.who}")
            line_.addWidget(one)
        go = button("Open", partial(self._open, item, entry), "quiet")
        go.setAccessibleName(f"Open: {item.title}, {entry.who}")
        line_.addWidget(go)
        return found


_REPLIES = {
    DueReply.DONE: "Done",
    DueReply.LATER: "Later",
    DueReply.TRIED: "Tried",
    DueReply.LOST: "Could not reach",
}


def _offers(entry: DueEntry) -> list[DueReply]:
    offers = [DueReply.DONE] if entry.done_by_word else []
    if entry.can_wait:
        offers.append(DueReply.LATER)
        if entry.person:
            offers += [DueReply.TRIED, DueReply.LOST]
    return offers


def _key(item: Due) -> tuple[int, DueKind]:
    return item.workshop_id, item.kind


def _when(due: date, day: date) -> QLabel:
    late = due < day
    return label(until(due, day) if late or due == day else short(due), "attn" if late else "small")


def _mark(icon: str, *, late: bool) -> QLabel:
    mark = QLabel()
    icons.shown(mark, icon, "attn_ink" if late else "pause_ink")
    mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
    sizes.hold(mark, width=40, height=40)
    mark.setObjectName("lateMark" if late else "dueMark")
    return mark
