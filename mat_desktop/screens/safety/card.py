"""The safety card of one person: what to do now, whom to phone, and what was done. Never on any other screen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mat_desktop.facilitation import safety
from mat_desktop.facilitation.safety import CardView
from mat_desktop.facilitation.shown.dates import clock, day_month, day_month_year
from mat_desktop.facilitation.shown.typed_day import Tense
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.dialog import Dialog, asks_to_leave
from mat_desktop.screens.shared.entering import FILLED
from mat_desktop.screens.shared.fields import DateField, LineField
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.laying_out import lay_out
from mat_desktop.screens.shared.parts import (
    boxed,
    button,
    column,
    emptied,
    fault_lines,
    flowing,
    label,
    line,
    row,
    scrolled,
)
from mat_desktop.workshop.safety import ACTIONS, RED_FLAGS, with_own_words

_WIDE, _HIGH = 840, 690
"""So large that on a laptop the numbers to phone and what can be done are seen together, without scrolling."""


class SafetyDialog(Dialog):
    """The cards of one person, the open ones first; another can be opened by hand.

    Neither opening nor closing can be taken back, so leaving is filled, and Enter in the last line only leads to what
    opens or closes.
    """

    last_line_confirms = False

    def __init__(self, parent: QWidget, bench: Bench, person: int, name: str, refer: Callable[[], object]) -> None:
        super().__init__(parent, "Safety card")
        self._bench, self._person, self._name, self._refer = bench, person, name, refer
        self.resize(worn().px(_WIDE), worn().px(_HIGH))
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 12, 0)
        self._body.setSpacing(8)
        holder = QWidget()
        holder.setLayout(self._body)
        self.error = fault_lines()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(label(f"Safety card: {name}", "section", wrap=True))
        self._reading = scrolled(holder)
        layout.addWidget(self._reading, 1)
        # What she writes is always in sight; only what she reads scrolls.
        self._deed = column(gap=6)
        layout.addLayout(self._deed)
        layout.addWidget(self.error)
        self._foot = row()
        layout.addLayout(self._foot)
        self._show()

    def _show(self) -> None:
        for part in (self._body, self._deed, self._foot):
            emptied(part)
        found = [c for c in safety.cards(self._bench.desk, self._bench.workshop_id) if c.participant_id == self._person]
        open_ones = [c for c in found if c.open]
        if open_ones:
            self._show_open(open_ones)
        else:
            self._show_new()
        for card in (c for c in found if not c.open):
            words = f"Closed: {card.source}. {card.action}, {card.acted_at}, {card.initials}."
            self._body.addWidget(label(words, "small", wrap=True))
        self._body.addStretch(1)
        self._grow()
        # What is filled in beforehand is not typed by anybody.
        self.settle()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as what is read here, where the screen has the room: no number stands half behind an edge."""
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        holder, layout = self._reading.widget(), self.layout()
        if holder is None or layout is None or not self.isVisible():
            return
        lay_out(self)
        layout.activate()
        room = self._reading.viewport()
        lacking = holder.heightForWidth(room.width()) - room.height()
        if lacking > 0:
            self.resize(self.width(), self.height() + lacking)
            self.stay_on_screen()

    def _show_open(self, cards: list[CardView]) -> None:
        first = cards[0]
        for card in cards:
            written = f", written on {day_month_year(card.written_on)}" if card.written_on else ""
            opened = f"{card.source}{written}. Opened {day_month(card.opened_at.date())}, {clock(card.opened_at)}."
            self._body.addWidget(label(opened, "strong", wrap=True))
        caution = QFrame()
        caution.setObjectName("caution")
        inner = column(label(first.words, wrap=True), gap=6)
        inner.setContentsMargins(14, 10, 14, 10)
        caution.setLayout(inner)
        self._body.addWidget(caution)
        for name, number in first.contacts:
            found = row(label(number, "section"), label(name, wrap=True), gap=16)
            found.setStretch(1, 1)
            self._body.addLayout(found)
        self._show_reach()
        self._body.addWidget(label(first.checked, "small"))
        self._show_flags()
        self._deed.addWidget(line())
        self.action = LineField("What you did", lambda _w, _v: "")
        alone, *others, company = (button(words, partial(self._tap, words), "tap") for words in ACTIONS)
        for taps in ((alone, company), others):
            self._deed.addWidget(boxed(FlowLayout(*taps, gap=6)))
        self._deed.addWidget(self.action)
        now = self._bench.desk.clock.now()
        self.time = LineField("At what time", lambda _w, _v: "", letters="00:00 MM")
        self.time.edit.setText(clock(now))  # type: ignore[union-attr]
        self.initials = LineField("Your initials", lambda _w, _v: "")
        self._deed.addWidget(boxed(flowing(self.time, self.initials)))
        self._foot.addWidget(button("Close the card", lambda: self._close(cards), icon="check"))
        self._foot.addWidget(button("Referral sheet", self._print, icon="printer"))
        self._foot.addStretch(1)
        self._foot.addWidget(button("Leave it open", self.leave, FILLED))

    def _show_reach(self) -> None:
        """Their own number, and whom they named: whether that one may be phoned, and the question before it."""
        found = safety.reach(self._bench.desk, self._person)
        own = row(label(found.phone or "No number", "section"), label(f"{self._name}. {found.ways}", wrap=True), gap=16)
        own.setStretch(1, 1)
        self._body.addLayout(own)
        if found.may_phone_named:
            said = f"Named for an emergency: {found.named}. Ask first: “Is this person part of the worry?”"
        elif found.named:
            said = f"{found.named} is named, but they did not agree that anybody phones this person."
        else:
            said = "Nobody is named who may be phoned."
        self._body.addWidget(label(said, wrap=True))
        if found.never:
            self._body.addWidget(label(f"Never phone: {found.never}", "attn", wrap=True))

    def _show_flags(self) -> None:
        """What asks for a pause and for other help, behind one key."""
        flags = label("\n".join(f"•  {flag}" for flag in RED_FLAGS), wrap=True)
        flags.hide()
        shows = button("Red flags: when to pause and refer", lambda: flags.setVisible(flags.isHidden()), "quiet")
        self._body.addLayout(row(shows, None))
        self._body.addWidget(flags)

    def _show_new(self) -> None:
        self._body.addWidget(
            label(
                "No card is open. Open one when something was said, seen, or written on a sheet that came back. "
                "The person is then in no pair that goes on until you have acted.",
                wrap=True,
            )
        )
        hold = safety.would_hold(self._bench.desk, self._person)
        if hold is not None:
            said = label(f"Say to both: “{hold.words}”", wrap=True)
            caution = column(label(hold.warning, "strong", wrap=True), said, gap=6)
            caution.setContentsMargins(14, 10, 14, 10)
            frame = QFrame()
            frame.setObjectName("caution")
            frame.setLayout(caution)
            self._body.addWidget(frame)
        self._show_flags()
        self.source = LineField("What it is about, in a few words", lambda _w, _v: "")
        self.written = DateField(
            "Day it was written, if it is from a sheet", None, self._bench.desk.clock.today, Tense.HAPPENED
        )
        self._deed.addWidget(self.source)
        self._deed.addWidget(self.written)
        self._foot.addWidget(button("Open a safety card", self._open, icon="triangle-alert"))
        self._foot.addStretch(1)
        self._foot.addWidget(button("Back", self.leave, FILLED))

    def _tap(self, words: str) -> None:
        self.action.edit.setText(with_own_words(self.action.text(), words))  # type: ignore[union-attr]
        self.initials.edit.setFocus()

    def _open(self) -> None:
        if not self.source.text().strip():
            self.source.complain("Write in a few words what it is about. An open card stays until you have acted.")
            self.source.edit.setFocus()
            return
        typed = self.written.text().strip()
        day = self.written.day() if typed else None
        if typed and day is None:
            return
        refused = self._bench.attempt("", safety.open_by_hand, self._person, self.source.text(), day)[1]
        self.error.setText(refused)
        if not refused:
            self._show()
            self.action.edit.setFocus()

    def _close(self, cards: list[CardView]) -> None:
        for card in cards:
            refused = self._bench.attempt(
                "", safety.record_action, card.id, self.action.text(), self.time.text(), self.initials.text()
            )[1]
            if refused:
                self.error.setText(refused)
                return
        self.accept()

    def _print(self) -> None:
        """The sheet is made on another page; what is typed here is not lost for it without a word."""
        if self.typed and not asks_to_leave(self):
            return
        self.accept()
        self._refer()
