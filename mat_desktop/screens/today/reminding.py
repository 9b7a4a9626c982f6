"""What the facilitator says about a due thing: later with a reason, tried, could not reach, done."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.followup.entry import attempt, could_not_reach
from mat_desktop.facilitation.today import reminders
from mat_desktop.facilitation.today.page import DueEntry
from mat_desktop.facilitation.today.reminders import DueReply
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import Look, Messages
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import lay_out
from mat_desktop.screens.shared.fields import DateField
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.lines import Line
from mat_desktop.screens.shared.parts import button, column, fault_lines, label
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.today import ATTEMPTS


def remind(window: QWidget, desk: Desk, messages: Messages, workshop_id: int, reply: DueReply, entry: DueEntry) -> None:
    """Do what was chosen; a refusal is told."""
    try:
        _DOES[reply](window, desk, messages, workshop_id, entry)
    except Refusal as refusal:
        messages.tell(str(refusal))


def _later(window: QWidget, desk: Desk, _messages: Messages, workshop_id: int, entry: DueEntry) -> None:
    LaterDialog(window, desk, workshop_id, entry).exec()


def _tried(_window: QWidget, desk: Desk, messages: Messages, workshop_id: int, entry: DueEntry) -> None:
    if entry.months:
        number = attempt(desk, entry.person, entry.months)
    else:
        number = reminders.tried(desk, workshop_id, entry.key)
    more = ""
    if number >= ATTEMPTS:
        ends = "Noted as “could not reach”; " if entry.months else "“Could not reach” ends these reminders; "
        more = f" {ends}an answer can still come at any time."
    messages.tell(f"{entry.who}: tried {number} {'time' if number == 1 else 'times'}.{more}", Look.DONE)


def _lost(_window: QWidget, desk: Desk, messages: Messages, workshop_id: int, entry: DueEntry) -> None:
    if entry.months:
        could_not_reach(desk, entry.person, entry.months)
    else:
        reminders.could_not_reach(desk, workshop_id, entry.key)
    messages.tell(f"{entry.who}: noted as “could not reach”. No more reminders about this.", Look.NOTE)


def _done(_window: QWidget, desk: Desk, _messages: Messages, workshop_id: int, entry: DueEntry) -> None:
    reminders.done(desk, workshop_id, entry.key)


_DOES = {DueReply.LATER: _later, DueReply.TRIED: _tried, DueReply.LOST: _lost, DueReply.DONE: _done}


class LaterDialog(Dialog):
    """Until when, and why; both are read again on that day."""

    def __init__(self, window: QWidget, desk: Desk, workshop_id: int, entry: DueEntry) -> None:
        super().__init__(window, "Later")
        self._desk, self._workshop, self._entry = desk, workshop_id, entry
        hold(self, least_width=480)
        self.day, self.reason = DateField("Ask again on", None, desk.clock.today), Line()
        self.reason.setAccessibleName("Why it waits")
        self.refused = fault_lines()
        layout = column(label(f"Later: {entry.who}", "section", wrap=True), gap=10)
        layout.addLayout(FlowLayout(*(self._quick(days, words) for days, words in _QUICK)))
        layout.addWidget(self.day)
        layout.addLayout(column(label("Why it waits, for you alone", "label"), self.reason, gap=4))
        layout.addWidget(self.refused)
        lay_out(self, layout, button("Leave", self.reject), button("Put it off", self._keep, "primary"))
        self._set(7)
        self.reason.setFocus()

    def _quick(self, days: int, words: str) -> QWidget:
        return button(words, lambda: self._set(days))

    def _set(self, days: int) -> None:
        self.day.set_day(self._desk.clock.today() + timedelta(days=days), object())

    def _keep(self) -> None:
        day = self.day.day()
        if day is None:
            return
        try:
            reminders.put_off(self._desk, self._workshop, self._entry.key, day, self.reason.text())
        except Refusal as refusal:
            self.refused.setText(str(refusal))
            return
        self.accept()


_QUICK = ((1, "Tomorrow"), (3, "In three days"), (7, "In a week"))
