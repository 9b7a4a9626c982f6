"""Step 6: the agreement, beside the page as it prints."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mat_desktop.facilitation import agreement, sheets
from mat_desktop.facilitation.agreement import Terms
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import DateField, LineField, TextField
from mat_desktop.screens.shared.parts import button, card, label, row, scrolled
from mat_desktop.screens.shared.people_list import Entry, PeopleList
from mat_desktop.screens.shared.preview import Preview
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.agreement import AgreementState
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.participants import first_name
from mat_desktop.workshop.sheets import SheetKind
from mat_desktop.workshop.text import joined


def make(bench: Bench, step: Step) -> StepPage:
    """The page of this step."""
    return AgreementPage(bench, step)


_TEXTS = {
    "how_we_listen": ("How we listen", 3),
    "confront_where": ("Time and place to confront", 2),
    "missed_call": ("When one cannot call", 2),
}
_LINES = {
    "off_limits": "Not talked about",
    "holidays": "Holidays",
    "shared_project": "A shared project, if any",
}


class AgreementPage(StepPage):
    """Partnerships left, terms in the middle, the paper right. `person` is the partnership here."""

    def __init__(self, bench: Bench, step: Step) -> None:
        super().__init__(bench)
        self.step = step
        self.list = PeopleList("Partnerships", self.work_on, 272, find=False)
        self.fields: dict[str, LineField | TextField] = {}
        self.who, self.state = label("", "section", wrap=True), label("", "small", wrap=True)
        self.signed_on = DateField("Signed on", lambda _day, _visit: "")
        self.sign = button("Signed by everybody", lambda: self._sign(by_hand=False), "primary", "check")
        self.by_hand = button("Signed, terms by hand", lambda: self._sign(by_hand=True), icon="pen-line")
        self.amend = button("Change the terms", self._amend, icon="file-pen-line")
        self.form = self._form()
        self.empty = label(
            "There are no pairs yet. They are made in step 4. Blank agreements need no pairs.", "muted", wrap=True
        )
        self.preview = Preview("How it prints")
        self.preview.setFixedWidth(250)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.list)
        both.addWidget(self.form, 1)
        both.addWidget(self.empty, 1)
        both.addWidget(self.preview)
        self.content.addLayout(both, 1)
        self.side = [self.by_hand, self.amend]
        self._soon = QTimer(self, interval=150, singleShot=True)
        self._soon.timeout.connect(self._draw)

    def _form(self) -> QWidget:
        frame, layout = card(gap=8)
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, 10, 0)
        body.setSpacing(10)
        body.addWidget(self.who)
        body.addWidget(self.state)
        names = {"window_starts": "Call at", "window_backup": "Second try", "minutes": "Minutes"}
        self.times = row(*(self._line(field, name) for field, name in names.items()))
        self.signed_on.setFixedWidth(172)
        body.addLayout(self.times)
        dials = row(self._line("who_dials", "Who dials"), self.signed_on)
        dials.setStretch(0, 1)
        body.addLayout(dials)
        for field, (name, lines) in _TEXTS.items():
            found = TextField(name, self._keep(field), lines)
            self.fields[field] = found
            body.addWidget(found)
        for field, name in _LINES.items():
            body.addWidget(self._line(field, name))
        body.addStretch(1)
        holder = QWidget()
        holder.setLayout(body)
        layout.addWidget(scrolled(holder))
        return frame

    def _line(self, field: str, name: str) -> LineField:
        found = LineField(name, self._keep(field))
        self.fields[field] = found
        return found

    def _keep(self, field: str) -> Callable[[str, str], str]:
        def keep(words: str, visit: str) -> str:
            return self.bench.attempt(f"{field} {self.person} {visit}", agreement.change, self.person, field, words)[1]

        return keep

    def _sign(self, *, by_hand: bool) -> None:
        from mat_desktop.facilitation.shown.dates import read_day

        self.keep_typing()
        day = read_day(self.signed_on.text())
        self.bench.do(agreement.sign, self.person, by_hand=by_hand, signed_on=day)

    def _amend(self) -> None:
        self.bench.do(agreement.amend, self.person)

    def work_on(self, person: int) -> None:
        """Keep what is typed before another partnership is shown."""
        self.keep_typing()
        super().work_on(person)

    def open_person(self, person: int) -> None:
        """The bookmark holds a partnership here."""
        super().open_person(person)

    def refresh(self) -> None:
        """Show the partnerships, the terms and the paper."""
        rows = agreement.partnerships(self.bench.desk, self.bench.workshop_id)
        keys = [r.partnership_id for r in rows]
        if self.person not in keys:
            self.person = keys[0] if keys else 0
        entries = [Entry(r.partnership_id, joined([first_name(n) for n in r.names]), r.state or "draft") for r in rows]
        self.list.show_entries(entries, self.person)
        signed = sum(r.state not in (None, AgreementState.DRAFT) for r in rows)
        self._note = f"{signed} of {len(rows)} signed" if rows else ""
        for widget in (self.form, self.preview):
            widget.setVisible(bool(self.person))
        self.empty.setVisible(not self.person)
        if self.person:
            self._show(agreement.terms(self.bench.desk, self.person))
        for action in (self.by_hand, self.amend):
            action.setVisible(bool(self.person))

    def note(self) -> str:
        """How many are signed."""
        return self._note

    def _show(self, found: Terms) -> None:
        self.who.setText(joined(found.names))
        signed = found.state is not AgreementState.DRAFT
        frozen = found.state is AgreementState.SIGNED
        on = f" on {day_month_year(found.signed_on)}" if found.signed_on else ""
        said = f"Version {found.version}, {found.state}{on}."
        if found.copied_from_paper:
            said += " Copied from the signed paper."
        self.state.setText(said)
        for field, widget in self.fields.items():
            widget.set(str(getattr(found, field)), (self.person, found.version))
            widget.edit.setEnabled(not frozen)
        self.signed_on.set_day(found.signed_on or self.bench.desk.clock.today(), (self.person, found.state))
        self.signed_on.edit.setEnabled(not signed)
        self.by_hand.setEnabled(not signed)
        self.amend.setEnabled(signed)
        self.primary = None if signed else self.sign
        self._soon.start()

    def _draw(self) -> None:
        if not (self.person and self.isVisible()):
            return
        found = sheets.sheets(self.bench.desk, self.bench.workshop_id, SheetKind.AGREEMENT, [self.person])
        paper = self.bench.desk.archive.fact("paper") or "A4"
        self.preview.show_pdf(self.bench.printer.pdf(found, paper))
