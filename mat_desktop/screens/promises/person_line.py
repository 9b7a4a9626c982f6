"""The contact line of one person, reached from anywhere: number, promises, and what was agreed, sent and tried."""

from datetime import timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.promises import keeping
from mat_desktop.facilitation.promises.line import PersonLine, line
from mat_desktop.facilitation.promises.views import PromiseView
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.promises.answering import answer
from mat_desktop.screens.promises.call_row import CallRow
from mat_desktop.screens.promises.replies import CallReply
from mat_desktop.screens.shared.bench import Messages
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.entering import FILLED
from mat_desktop.screens.shared.fields import DateField, Tick
from mat_desktop.screens.shared.parts import (
    boxed,
    button,
    emptied,
    fault_lines,
    flowing,
    label,
    row,
    scrolled,
)
from mat_desktop.screens.shared.parts import (
    line as hairline,
)
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.promises import Instead
from mat_desktop.workshop.refusal import Refusal

_NOTHING = "Nothing is promised."
_NO_PAST = "Nothing was agreed, sent or tried yet, or it is longer ago than it is kept."


class ContactLine(Dialog):
    """Everything about reaching one person. What was said, and why, stands nowhere on it.

    `wants_card`, `wants_happened` and `wants_step` say where she goes from here, once it is closed.
    """

    last_line_confirms = False

    def __init__(self, window: QWidget, desk: Desk, messages: Messages, person: int) -> None:
        super().__init__(window, "Contact line")
        self._desk, self._messages, self._person = desk, messages, person
        self.workshop_id = 0
        self.wants_card = self.wants_happened = False
        self.wants_step: Step | None = None
        self.resize(worn().px(760), worn().px(640))
        self._head, self._body = QVBoxLayout(), QVBoxLayout()
        self._body.setContentsMargins(0, 0, 12, 0)
        self._body.setSpacing(8)
        holder = QWidget()
        holder.setLayout(self._body)
        self.day = DateField("I will phone by", None, desk.clock.today)
        self.about_safety = Tick("It is about safety", lambda _on: None)
        self.refused = fault_lines(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 16)
        layout.setSpacing(8)
        layout.addLayout(self._head)
        layout.addWidget(scrolled(holder), 1)
        layout.addWidget(hairline())
        promise = button("Promise a call", self._give, icon="phone-call")
        layout.addWidget(boxed(flowing(self.day, self.about_safety, promise)))
        layout.addWidget(self.refused)
        foot = flowing(
            button("Safety card", self._card, icon="triangle-alert"),
            button("Something has happened", self._happened, icon="info"),
            button("Open their page", self._open),
            button("Leave", self.leave, FILLED),
        )
        layout.addLayout(foot)
        self._show()
        self._begin_afresh()

    def _begin_afresh(self) -> None:
        self.day.set_day(self._desk.clock.today() + timedelta(days=1), object())
        self.about_safety.set(False)
        self.settle()

    def _show(self) -> None:
        found = line(self._desk, self._person, self._desk.clock.today())
        self.workshop_id = found.workshop_id
        for part in (self._head, self._body):
            emptied(part)
        self._show_head(found)
        for call in found.promises:
            self._body.addWidget(self._call(found, call))
        if not found.promises:
            self._body.addWidget(label(_NOTHING, "muted"))
        self._body.addWidget(hairline())
        for entry in found.entries:
            said = row(label(day_month_year(entry.day), "small"), label(entry.words, wrap=True), gap=16)
            said.setStretch(1, 1)
            self._body.addLayout(said)
        if not found.entries:
            self._body.addWidget(label(_NO_PAST, "muted", wrap=True))
        self._body.addStretch(1)

    def _show_head(self, found: PersonLine) -> None:
        where = f"{found.workshop}, table {found.table_number}. {found.stands}."
        self._head.addWidget(label(found.name, "section", wrap=True))
        self._head.addWidget(label(where, "small", wrap=True))
        number = row(label(found.phone or "No number", "section"), label(found.ways, wrap=True), gap=16)
        number.setStretch(1, 1)
        self._head.addLayout(number)
        if found.named:
            self._head.addWidget(label(f"Named for an emergency: {found.named}", wrap=True))
        if found.has_open_card:
            self._head.addWidget(label("A safety card is open.", "attn"))

    def _call(self, found: PersonLine, call: PromiseView) -> CallRow:
        def reply(chosen: CallReply | Instead) -> None:
            answer(self, self._desk, self._messages, chosen, call)
            self._show()

        return CallRow(call, self._desk.clock.today(), reply, second_person=found.second_person, opens=False)

    def _give(self) -> None:
        day = self.day.day()
        if day is None:
            return
        try:
            keeping.give(self._desk, self._person, day, safety=self.about_safety.isChecked())
        except Refusal as refusal:
            self.refused.setText(str(refusal))
            return
        self.refused.setText("")
        self._show()
        self._begin_afresh()

    def _card(self) -> None:
        self.wants_card = True
        self.accept()

    def _happened(self) -> None:
        self.wants_happened = True
        self.accept()

    def _open(self) -> None:
        self.wants_step = Step.PARTICIPANTS
        self.accept()
