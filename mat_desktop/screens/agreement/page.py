"""Step 6: the agreement, beside the page as it prints."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.agreement import prints, signing
from mat_desktop.facilitation.agreement.terms import AgreementTerms, TermField
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.facilitation.shown.dates import clock, day_month_year
from mat_desktop.facilitation.shown.typed_day import Tense
from mat_desktop.facilitation.shown.words.agreement import STATES
from mat_desktop.screens.agreement.usual import UsualWords
from mat_desktop.screens.agreement.voices import Voices
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.beginning import begin_in
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import DateField, LineField, TextField
from mat_desktop.screens.shared.more import More
from mat_desktop.screens.shared.page_stack import PageStack
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import Segments, button, card, flowing, label, line, row, scrolled
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.screens.shared.people_rows import PersonEntry
from mat_desktop.screens.shared.preview import Preview
from mat_desktop.screens.shared.print_options import remembered
from mat_desktop.screens.shared.side_by_side import SideBySide
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.agreement import AgreementState
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.sheets import SheetKind
from mat_desktop.workshop.text import joined

_TEXTS = {
    TermField.HOW_WE_LISTEN: ("How we listen", 3),
    TermField.CONFRONT_WHERE: ("Time and place to confront", 2),
    TermField.MISSED_CALL: ("When one cannot call", 2),
}
_LINES = {
    TermField.OFF_LIMITS: "Not talked about",
    TermField.HOLIDAYS: "Holidays",
    TermField.SHARED_PROJECT: "A shared project, if any",
    TermField.WITNESS: "A witness, who takes no part in the workshop",
}


BY_HAND_WORDS = "Signed by hand: type the time of the calls, and press “Signed by hand”. The rest stands on the paper."
TERMS_WORDS = "Type other terms"


class AgreementPage(StepPage):
    """Partnerships left, terms in the middle, the paper right. `person` is the partnership here."""

    def __init__(self, bench: Bench, step: Step) -> None:
        super().__init__(bench)
        self.step = step
        self._unsigned = True
        self._places: tuple[int, ...] = ()
        self._view = Segments((("pairs", "Agreements"), ("usual", "Usual words")), "View", self.show_view, 120)
        self.tools = [self._view]
        self.list = PeopleList("Partnerships", self.work_on, 240, find=False)
        self.fields: dict[TermField, LineField | TextField] = {}
        self.who, self.state = label("", "section", wrap=True), label("", "small", wrap=True)
        self.printed = label("", "small", wrap=True)
        self.signed_on = DateField("Signed on", None, bench.desk.clock.today, Tense.HAPPENED)
        self.voices = Voices(bench, self._day)
        self.sign = button("Signed by everybody", lambda: self._sign(by_hand=False), icon="check")
        self.by_hand = button("Signed by hand", lambda: self._sign(by_hand=True), icon="pen-line")
        self.amend = button("Change the terms", self._amend, icon="file-pen-line")
        self.paper = button("Print", self._print, icon="printer")
        self.form = self._form()
        self.empty = label(
            "There are no pairs yet. They are made in step 4. Blank agreements need no pairs: they are under Print.",
            "muted",
            wrap=True,
        )
        self.preview = Preview("On paper")
        hold(self.preview, width=270)
        self.usual = UsualWords(bench)
        self._stack = PageStack()
        self._stack.addWidget(self._pairs_view())
        self._stack.addWidget(self.usual)
        self.content.addWidget(self._stack, 1)
        self._soon = QTimer(self, interval=150, singleShot=True)
        self._soon.timeout.connect(self._draw)
        self.show_view("pairs")

    def _pairs_view(self) -> QWidget:
        work = PageZones((self.form, 1), (self.empty, 1), (self.preview, 0), gap=12)
        return PageZones((self.list, 0), (work, 1), gap=12)

    def _form(self) -> QWidget:
        frame, layout = card(gap=8)
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, 10, 0)
        body.setSpacing(10)
        body.addWidget(SideBySide((self.who, 1, 160), (self.paper, 0, 0)))
        body.addWidget(self.state)
        body.addWidget(self.printed)
        names = {
            TermField.WINDOW_STARTS: "Call at",
            TermField.WINDOW_BACKUP: "Second try",
            TermField.MINUTES: "Minutes",
        }
        body.addLayout(flowing(*(self._line(field, name, "00:00 or 00:00") for field, name in names.items())))
        self.how = label(BY_HAND_WORDS, "small", wrap=True)
        body.addWidget(self.how)
        body.addLayout(row(self.signed_on, None))
        self.more = More(TERMS_WORDS, self._terms())
        body.addWidget(self.more)
        body.addStretch(1)
        holder = QWidget()
        holder.setLayout(body)
        layout.addWidget(scrolled(holder))
        return frame

    def _terms(self) -> QVBoxLayout:
        """What stands on the paper anyway, written there by hand: typed only where it is wanted in print."""
        body = QVBoxLayout()
        body.setSpacing(10)
        body.addWidget(self._line(TermField.WHO_DIALS, "Who dials"))
        for field, (name, lines) in _TEXTS.items():
            found = TextField(name, self._keep(field), lines)
            self.fields[field] = found
            body.addWidget(found)
        for field, name in _LINES.items():
            body.addWidget(self._line(field, name))
        body.addWidget(line())
        body.addWidget(self.voices)
        return body

    def _line(self, field: TermField, name: str, letters: str = "") -> LineField:
        found = LineField(name, self._keep(field), letters=letters)
        self.fields[field] = found
        return found

    def _keep(self, field: TermField) -> Callable[[str, str], str]:
        def keep(words: str, visit: str) -> str:
            return self.bench.attempt(
                f"{field.value} {self.person} {visit}", agreement.change, self.person, field, words
            )[1]

        return keep

    def show_view(self, view: str) -> None:
        """The agreements, or the words with which they begin."""
        self.keep_typing()
        self._view.set(view)
        self._stack.setCurrentIndex(1 if view == "usual" else 0)
        self.usual.refresh()
        self._show_actions()
        self.bench.worked_on.emit(self.person)

    def _show_actions(self) -> None:
        """What can be done now; the usual words are nothing to be signed."""
        here = bool(self.person) and self._stack.currentIndex() == 0
        self.side = ([self.by_hand, self.sign] if self._unsigned else [self.amend]) if here else []

    def _day(self) -> date | None:
        """The day on which it was signed, which may be earlier than the day on which that is typed."""
        return self.signed_on.day()

    def _sign(self, *, by_hand: bool) -> None:
        self.keep_typing()
        day = self._day()
        if day is None:
            return
        question = signing.before_signing(self.bench.desk, self.person, day, by_hand=by_hand)
        if self.bench.messages.ask(question, "They have all signed", "Not yet", destroys=True):
            self.bench.do(signing.sign, self.person, by_hand=by_hand, signed_on=day)
            # Beside "Change the terms", which a stray Enter would do, lies nothing else: the next pair is in the list.
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _amend(self) -> None:
        self.bench.do(agreement.amend, self.person)
        self.begin()

    def _print(self) -> None:
        self.keep_typing()
        self.bench.print_wanted.emit(SheetKind.AGREEMENT.value, self._members())

    def _members(self) -> tuple[int, ...]:
        found = agreement.terms(self.bench.desk, self.person).voices if self.person else ()
        return tuple(voice.participant_id for voice in found)

    def is_about(self, people: Sequence[int]) -> bool:
        """Whether one of them is in the partnership that is seen."""
        return not (people and self.person) or bool(set(people) & set(self._members()))

    def turn_to(self, people: Sequence[int]) -> None:
        """The agreement of one of them."""
        for place in self._places:
            if set(people) & {v.participant_id for v in agreement.terms(self.bench.desk, place).voices}:
                self.work_on(place)
                return

    def begin(self) -> None:
        """The first empty line of the agreement of this pair."""
        if self.person and self._stack.currentIndex() == 0:
            begin_in(self.form)

    def refresh(self) -> None:
        """Show the partnerships, the terms and the paper."""
        rows = agreement.partnerships(self.bench.desk, self.bench.workshop_id)
        keys = [r.partnership_id for r in rows]
        self._places = tuple(keys)
        if self.person not in keys:
            self.person = keys[0] if keys else 0
        entries = [PersonEntry(r.partnership_id, joined(r.called), r.state or "draft") for r in rows]
        self.list.show_entries(entries, self.person)
        signed = sum(r.state not in (None, AgreementState.DRAFT) for r in rows)
        self._note = f"{signed} of {len(rows)} signed" if rows else ""
        for widget in (self.form, self.preview):
            widget.setVisible(bool(self.person))
        self.empty.setVisible(not self.person)
        self.usual.refresh()
        if self.person:
            self._show(agreement.terms(self.bench.desk, self.person))
        self._show_actions()

    def note(self) -> str:
        """How many are signed."""
        return self._note

    def _show(self, found: AgreementTerms) -> None:
        self.who.setText(joined(found.names))
        signed = found.state is not AgreementState.DRAFT
        frozen = found.state is AgreementState.SIGNED
        self.state.setText(_state(found))
        self.printed.setText(self._printed())
        for field, widget in self.fields.items():
            widget.set(str(getattr(found, field.value)), (self.person, found.version))
            widget.edit.setEnabled(not frozen)
        self.signed_on.set_day(found.signed_on or self.bench.desk.clock.today(), (self.person, found.state))
        self.signed_on.edit.setEnabled(not signed)
        self.how.setVisible(not signed)
        self.voices.show_terms(found)
        self._unsigned = not signed
        self._soon.start()

    def _printed(self) -> str:
        """When it was printed, and whether the terms have changed since."""
        kept = prints.prints(self.bench.desk, self.person)
        if not kept:
            return "Not printed yet. It prints at any moment: what is not known yet is a line for the pen."
        last = kept[-1]
        said = f"Printed on {day_month_year(last.printed_at.date())} at {clock(last.printed_at)}; that paper is kept."
        return f"{said} The terms have changed since: print it again before it is signed." if last.stale else said

    def _draw(self) -> None:
        if not (self.person and self.preview.isVisible()):
            return
        kept = prints.prints(self.bench.desk, self.person)
        state = agreement.terms(self.bench.desk, self.person).state
        if kept and not kept[-1].stale and state is AgreementState.SIGNED:
            self.preview.show_pdf(kept[-1].pdf, "As printed")
            return
        order = Order(workshop_id=self.bench.workshop_id, kinds=(SheetKind.AGREEMENT,), people=self._members())
        found = sheets.preview(self.bench.desk, order)
        pdf = self.bench.printer.pdf(found, remembered(self.bench.desk)) if found else b""
        self.preview.show_pdf(pdf, "On paper")


def _state(found: AgreementTerms) -> str:
    on = f" on {day_month_year(found.signed_on)}" if found.signed_on else ""
    said = f"Version {found.version}, {STATES[found.state]}{on}."
    if found.typed_on and found.typed_on != found.signed_on:
        said += f" Typed on {day_month_year(found.typed_on)}."
    return f"{said} Copied from the signed paper." if found.copied_from_paper else said
