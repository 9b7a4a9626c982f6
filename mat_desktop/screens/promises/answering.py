"""Does what was chosen about a promised call: kept, not reached, another day, or what is done instead."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.promises import keeping
from mat_desktop.facilitation.promises.line import named_person
from mat_desktop.facilitation.promises.views import PromiseView, by_when, moved_words
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.promises.replies import CallReply
from mat_desktop.screens.shared.bench import Look, Messages
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import lay_out
from mat_desktop.screens.shared.fields import DateField
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import button, column, fault_lines, label
from mat_desktop.workshop.promises import Instead, PromiseState
from mat_desktop.workshop.refusal import Refusal


def answer(window: QWidget, desk: Desk, messages: Messages, chosen: CallReply | Instead, call: PromiseView) -> None:
    """Do what was chosen; a refusal is told."""
    try:
        if isinstance(chosen, Instead):
            _decide(desk, messages, chosen, call)
        elif chosen is CallReply.TALKED:
            keeping.kept(desk, call.which)
            messages.tell(f"{call.who}: kept. Undo takes it back.", Look.DONE)
        elif chosen is CallReply.NO_ANSWER:
            _tried(desk, messages, call)
        else:
            _another_day(window, desk, messages, call)
    except Refusal as refusal:
        messages.tell(str(refusal))


def _another_day(window: QWidget, desk: Desk, messages: Messages, call: PromiseView) -> None:
    dialog = AnotherDay(window, desk, call)
    dialog.exec()
    if dialog.called_off:
        messages.tell(f"{call.who}: no call is promised any more. Undo takes it back.", Look.DONE)


def _tried(desk: Desk, messages: Messages, call: PromiseView) -> None:
    state = keeping.no_answer(desk, call.which)
    if state is PromiseState.NOT_REACHED:
        messages.tell(f"{call.who}: could not reach. No more reminders about this.", Look.NOTE)
    else:
        messages.tell(f"{call.who}: not reached today. It is asked for again.", Look.DONE)


WORRY = (
    "Is this person part of the worry?\n\n{named}\n\nPhone them only if they are not. Say no more than: "
    "“I cannot reach {who}, and I would like to know that they are all right.”"
)
NOBODY_NAMED = "{who} named nobody who may be phoned. Choose one of the other three."


def _decide(desk: Desk, messages: Messages, chosen: Instead, call: PromiseView) -> None:
    """Write down what is done. Before the named person is phoned, the one question is asked."""
    if chosen is Instead.NAMED_PERSON:
        named = named_person(desk, call.person)
        if not named:
            messages.tell(NOBODY_NAMED.format(who=call.who))
            return
        if not messages.ask(WORRY.format(named=named, who=call.who), "No, I phone them", "Yes, or not sure"):
            return
    keeping.decide_instead(desk, call.which, chosen)
    messages.tell(f"{call.who}: noted. The call stays promised until you have talked.", Look.NOTE)


NOT_NEEDED = "No call is needed, and they know"
_QUICK = ((1, "Tomorrow"), (2, "In two days"), (7, "In a week"))


class AnotherDay(Dialog):
    """Another day for a promised call, with the words by which it is promised anew.

    A call that nobody needs any more is called off here; one that is about safety is kept, never called off.
    """

    def __init__(self, window: QWidget, desk: Desk, call: PromiseView) -> None:
        super().__init__(window, "Another day")
        self._desk, self._call = desk, call
        self.called_off = False
        hold(self, least_width=520)
        self.day = DateField("I phone by", lambda day, _visit: self._say(day), desk.clock.today)
        self.words = label("", wrap=True)
        self.refused = fault_lines()
        layout = column(label(f"Another day: {call.who}", "section", wrap=True), gap=10)
        layout.addWidget(label(f"Promised {by_when(call, desk.clock.today())}. A move is told, too:", wrap=True))
        layout.addWidget(self.words)
        layout.addLayout(FlowLayout(*(button(words, partial(self._set, days)) for days, words in _QUICK)))
        layout.addWidget(self.day)
        layout.addWidget(self.refused)
        if not call.safety:
            layout.addWidget(button(NOT_NEEDED, self._call_off, "quiet"))
        lay_out(self, layout, button("Leave", self.reject), button("Promise this day", self._keep, "primary"))
        self._set(1)
        self.day.edit.setFocus()

    def _set(self, days: int) -> None:
        day = self._desk.clock.today() + timedelta(days=days)
        self.day.set_day(day, object())
        self._say(day)

    def _say(self, day: date) -> str:
        self.words.setText(moved_words(self._call, day))
        return ""

    def _keep(self) -> None:
        day = self.day.day()
        if day is not None:
            self._close_after(partial(keeping.moved, self._desk, self._call.which, day))

    def _call_off(self) -> None:
        self.called_off = self._close_after(partial(keeping.called_off, self._desk, self._call.which))

    def _close_after(self, deed: Callable[[], None]) -> bool:
        """Do it and close; a refusal is said here, and the dialog stays."""
        try:
            deed()
        except Refusal as refusal:
            self.refused.setText(str(refusal))
            return False
        self.accept()
        return True
