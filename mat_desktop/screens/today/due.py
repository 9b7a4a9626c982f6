"""What is due on Today: one row for each kind, its entries unfold, and each can be opened, put off or done."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mat_desktop.facilitation.shown.dates import short, until
from mat_desktop.facilitation.today.page import Due, DueEntry, TodayView
from mat_desktop.facilitation.today.reminders import DueReply
from mat_desktop.screens.look import icons, sizes
from mat_desktop.screens.shared.parts import button, card, emptied, label, line, row
from mat_desktop.workshop.today import DueKind

Open = Callable[[Due, DueEntry | None], object]
Remind = Callable[[int, DueReply, DueEntry], object]


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
        self._layout.addLayout(row(label("What is due", "section"), None, label(where, "small")))
        frame, layout = card(margins=0, gap=0)
        if not view.due:
            said = "Nothing is due. A workshop, a call log or a follow-up appears here when its day comes."
            empty = label(
                said if view.workshops else "A workshop appears here once you set one up.", "muted", wrap=True
            )
            empty.setContentsMargins(16, 16, 16, 16)
            layout.addWidget(empty)
        self._action_width = max((button(i.action, bool).sizeHint().width() for i in view.due), default=0)
        width = max((_when(i.day, view.day).sizeHint().width() for i in view.due), default=0)
        for place, item in enumerate(view.due):
            if place:
                layout.addWidget(line())
            layout.addWidget(self._row(item, view.day, width))
            if item.entries and _key(item) in self._unfolded:
                layout.addWidget(self._entries(item, view.day))
        self._layout.addWidget(frame)

    def _row(self, item: Due, day: date, width: int) -> QWidget:
        frame = QFrame()
        late = item.day < day
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(item.title, "strong", wrap=True))
        words.addWidget(label(f"{item.workshop}. {item.detail}", "small", wrap=True))
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(16)
        layout.addWidget(_mark(item.icon, late=late), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(_when(item.day, day, width))
        fold = self._fold_button(item)
        keeps = fold.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        fold.setSizePolicy(keeps)
        fold.setVisible(bool(item.entries))
        layout.addWidget(fold)
        only = item.entries[0] if len(item.entries) == 1 else None
        open_ = button(item.action, partial(self._open, item, only))
        open_.setAccessibleName(f"{item.action}: {item.title}, {item.workshop}")
        open_.setFixedWidth(self._action_width)
        layout.addWidget(open_)
        return frame

    def _fold_button(self, item: Due) -> QPushButton:
        found = button("", partial(self._fold, item), "quiet", "chevron-down")
        found.setAccessibleName(f"Show who: {item.title}")
        found.setToolTip("Show who")
        found.setFixedWidth(44)
        return found

    def _fold(self, item: Due) -> None:
        self._unfolded ^= {_key(item)}
        if self._view is not None:
            self.show_due(self._view)

    def _entries(self, item: Due, day: date) -> QWidget:
        frame = QWidget()
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(72, 0, 16, 10)
        layout.setSpacing(6)
        for entry in item.entries:
            layout.addLayout(self._entry(item, entry, day))
        return frame

    def _entry(self, item: Due, entry: DueEntry, day: date) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(entry.who, wrap=True))
        if entry.ways:
            words.addWidget(label(entry.ways, "small", wrap=True))
        found = row(gap=8)
        found.addLayout(words, 1)
        late = entry.day < day
        found.addWidget(label(until(entry.day, day) if late else "", "attn"))
        for reply in _offers(entry):
            said = _REPLIES[reply]
            one = button(said, partial(self._remind, item.workshop_id, reply, entry), "quiet")
            one.setAccessibleName(f"{said}: {item.title}, {entry.who}")
            found.addWidget(one)
        go = button("Open", partial(self._open, item, entry), "quiet")
        go.setAccessibleName(f"Open: {item.title}, {entry.who}")
        found.addWidget(go)
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


def _when(due: date, day: date, width: int = 0) -> QLabel:
    late = due < day
    found = label(until(due, day) if late or due == day else short(due), "attn" if late else "small")
    found.setMinimumWidth(width)
    return found


def _mark(icon: str, *, late: bool) -> QLabel:
    mark = QLabel()
    icons.shown(mark, icon, "attn_ink" if late else "pause_ink")
    mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
    sizes.hold(mark, width=40, height=40)
    mark.setObjectName("lateMark" if late else "dueMark")
    return mark
