"""The promised calls on Today, before all else: three at a time, and on the day of an event only their number."""

from collections.abc import Callable

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.promises.views import AT_A_TIME
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.today.page import Promised, TodayView
from mat_desktop.screens.promises.call_row import CallRow
from mat_desktop.screens.promises.replies import Reply
from mat_desktop.screens.shared.parts import button, card, emptied, label, line, row

TITLE = "Promised calls"


class PromisedCalls(QWidget):
    """What was promised and is due. `reply` is told of a workshop, what was chosen, and the call."""

    def __init__(self, reply: Reply, type_sheet: Callable[[], object]) -> None:
        super().__init__()
        self._reply, self._type = reply, type_sheet
        self._view: TodayView | None = None
        self._shown = AT_A_TIME
        self._names = False
        """Whether names are shown on the day of an event: other eyes are about, so they come on a second key."""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)

    def show_calls(self, view: TodayView) -> None:
        """Show what is due now; nothing at all where nothing is."""
        self._view = view
        emptied(self._layout)
        here, elsewhere = view.promised, view.promised_elsewhere
        self.setVisible(bool(here) or bool(elsewhere))
        if not here and not elsewhere:
            return
        folded = bool(view.event) and not self._names
        many = label("" if folded else counted(len(here), "call"), "small")
        typing = button("Type a phone list", self._type, "quiet")
        typing.setVisible(not folded and len(here) > 1)
        head = row(label(TITLE, "section"), None, typing, many)
        self._layout.addLayout(head)
        frame, inside = card(margins=16, gap=10)
        if folded:
            self._fold(inside, view)
        else:
            self._rows(inside, view)
        if elsewhere:
            inside.addWidget(label(f"{counted(elsewhere, 'call')} more, not of today’s event.", "muted", wrap=True))
        self._layout.addWidget(frame)

    def _fold(self, inside: QVBoxLayout, view: TodayView) -> None:
        """A number, and the names on a second key."""
        said = counted(len(view.promised), "call") + " promised"
        told = row(label(said, "strong"), button("Show names", self._unfold, "quiet"))
        told.setStretch(0, 1)
        if view.promised:
            inside.addLayout(told)

    def _unfold(self) -> None:
        self._names = True
        self._again()

    def _rows(self, inside: QVBoxLayout, view: TodayView) -> None:
        for place, one in enumerate(view.promised[: self._shown]):
            if place:
                inside.addWidget(line())
            inside.addWidget(self._row(one, view))
        more = len(view.promised) - self._shown
        if more > 0:
            inside.addWidget(line())
            inside.addWidget(button(f"{counted(more, 'more call')}", self._more, "quiet", "chevron-down"))

    def _row(self, one: Promised, view: TodayView) -> CallRow:
        return CallRow(
            one.call,
            view.day,
            lambda chosen: self._reply(one.workshop_id, chosen, one.call),
            about="" if view.event else one.workshop,
            second_person=one.second_person,
        )

    def _more(self) -> None:
        self._shown += AT_A_TIME
        self._again()

    def _again(self) -> None:
        if self._view is not None:
            self.show_calls(self._view)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes back sees three again, and on the day of an event a number."""
        super().hideEvent(event)
        if not event.spontaneous() and self._view is not None and (self._names or self._shown > AT_A_TIME):
            self._names, self._shown = False, AT_A_TIME
