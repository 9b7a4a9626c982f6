"""Step 7: how the pairs are, and typing in what comes back on paper."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mat_desktop.facilitation import contact
from mat_desktop.facilitation.contact import MemberLog, PairContact
from mat_desktop.facilitation.pairing import life
from mat_desktop.facilitation.shown.dates import day_month
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.screens.contact.alliance_entry import AllianceEntry
from mat_desktop.screens.contact.log_entry import LogTable
from mat_desktop.screens.contact.strips import Legend, StripView, TrendView
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import LineField
from mat_desktop.screens.shared.parts import Segments, button, card, emptied, label, line, row, scrolled
from mat_desktop.screens.shared.people_list import Entry, PeopleList
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.contact import Mark
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.pairing.nouns import PartnershipState
from mat_desktop.workshop.sheets import SheetKind


def make(bench: Bench, step: Step) -> StepPage:
    """The page of this step."""
    return ContactPage(bench, step)


class ContactPage(StepPage):
    """Two views: taking in sheets shows only the sheet at hand; how the pairs are opens with ratings hidden."""

    def __init__(self, bench: Bench, step: Step) -> None:
        super().__init__(bench)
        self.step = step
        self._ratings = False
        self._shown_log = (0, 0)
        self._view = Segments(
            (("enter", "Take in sheets"), ("pairs", "How the pairs are")), "View", self.show_view, 150
        )
        self.tools = [self._view]
        self.list = PeopleList("Whose sheet", self.work_on, 250)
        self.code = LineField("Form code, from the foot of the sheet", lambda words, _visit: self.find_code(words))
        self.what = Segments((("log", "Call log"), ("check", "Alliance check")), "Sheet", self._show_sheet, 120)
        self.whose, self.counts = label("", "section", wrap=True), label("", "small", wrap=True)
        self.table = LogTable(self.mark)
        self.rest = button("Empty days: no call", self.fill_rest)
        self.rest.setToolTip("Up to today, days that are not known become “no call”, as the foot of the sheet says")
        self.check = AllianceEntry(bench)
        self._enter, self._pairs = self._enter_view(), self._pairs_view()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._enter)
        self._stack.addWidget(self._pairs)
        self.content.addWidget(self._stack, 1)
        self.show_view("enter")

    def _enter_view(self) -> QWidget:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.list, 1)
        frame, layout = card(gap=8)
        layout.addLayout(row(self.what, None, self.code))
        self.code.setFixedWidth(280)
        layout.addWidget(self.whose)
        self._sheet = QStackedWidget()
        log = QWidget()
        inner = QVBoxLayout(log)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.table, 1)
        keys = label(
            "Space: talked.  M: message only.  – or N: no call.  E: excused.  Delete: not known.", "small", wrap=True
        )
        below = row(keys, self.rest)
        below.setStretch(0, 1)
        inner.addLayout(below)
        inner.addWidget(self.counts)
        self._sheet.addWidget(log)
        self._sheet.addWidget(self.check)
        layout.addWidget(self._sheet, 1)
        self._entry = frame
        self.empty = label("No logs yet. There are no confirmed pairs; they are made in step 4.", "muted", wrap=True)
        widget = QWidget()
        both = QHBoxLayout(widget)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        both.addLayout(left)
        both.addWidget(frame, 1)
        both.addWidget(self.empty, 1)
        return widget

    def _pairs_view(self) -> QWidget:
        frame, layout = card(gap=8)
        self._rating_button = button("Show ratings", self._toggle_ratings, icon="heart-handshake")
        layout.addLayout(row(Legend(), None, self._rating_button))
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 12, 0)
        self._rows.setSpacing(8)
        holder = QWidget()
        holder.setLayout(self._rows)
        layout.addWidget(scrolled(holder), 1)
        return frame

    def show_view(self, view: str) -> None:
        """Taking in sheets, or how the pairs are."""
        self._view.set(view)
        self._ratings = False
        self._stack.setCurrentWidget(self._enter if view == "enter" else self._pairs)
        if view == "pairs":
            self._show_pairs()

    def _show_sheet(self, what: str) -> None:
        self.what.set(what)
        self._sheet.setCurrentIndex(0 if what == "log" else 1)
        self._show_entry()

    def refresh(self) -> None:
        """Show what is kept."""
        rows = contact.members(self.bench.desk, self.bench.workshop_id, self.bench.desk.clock.today())
        self._places = {r.participant_id: r.partnership_id for r in rows}
        keys = list(self._places)
        if self.person not in keys:
            self.person = keys[0] if keys else 0
        self.list.show_entries(
            [Entry(r.participant_id, r.name, "missing" if r.silent else "") for r in rows], self.person
        )
        self._note = f"{sum(r.begun for r in rows)} of {counted(len(rows), 'log')} begun" if rows else ""
        self._entry.setVisible(bool(keys))
        self.empty.setVisible(not keys)
        self._sheet.setCurrentIndex(max(0, self._sheet.currentIndex()))
        self.what.set("log" if self._sheet.currentIndex() == 0 else "check")
        if keys:
            self._show_entry()
        if self._stack.currentWidget() is self._pairs:
            self._show_pairs()

    def note(self) -> str:
        """How many logs are begun."""
        return self._note

    def _show_entry(self) -> None:
        if not self.person:
            return
        place = self._places[self.person]
        grid = contact.log_grid(self.bench.desk, place, self.person)
        self.whose.setText(f"{grid.name} with {' and '.join(grid.with_whom)}")
        afresh = self._shown_log != (place, self.person)
        self._shown_log = (place, self.person)
        self.table.show_grid(grid, afresh=afresh)
        found = grid.dose
        self.counts.setText(
            f"Of {found.agreed} agreed days: talked {found.talked}, message only {found.message}, "
            f"no call {found.no_call}, excused {found.excused}, not known {found.not_known}."
        )
        self.check.show_member(place, self.person, grid.name)

    def mark(self, day: date, what: Mark | None) -> None:
        """Keep one day of the log at hand."""
        place = self._places[self.person]
        self.bench.do(contact.mark, place, self.person, day, what)

    def fill_rest(self) -> None:
        """As the foot of the sheet says: every day up to today that is empty had no call."""
        place = self._places[self.person]
        grid = contact.log_grid(self.bench.desk, place, self.person)
        today = self.bench.desk.clock.today()
        empty = {day: Mark.NO_CALL for day in grid.days if day <= today and day not in grid.marks}
        if not empty:
            self.bench.messages.tell("No day up to today is empty.", wrong=False)
            return
        first, last = min(empty), max(empty)
        asked = f"Mark {counted(len(empty), 'empty day')} from {day_month(first)} to {day_month(last)} as “no call”?"
        if self.bench.messages.ask(asked, "Mark them", "Leave them not known"):
            self.bench.do(contact.mark_many, place, self.person, empty)

    def find_code(self, words: str) -> str:
        """Open whichever sheet has this code."""
        if words.strip():
            self.code.clear()
            self.bench.sheet_wanted.emit(words)
        return ""

    def open_sheet(self, kind: SheetKind, key: int) -> None:
        """The log of one member, at the first day that is not known; or their alliance check."""
        self.show_view("enter")
        if key not in self._places:
            self.bench.messages.tell("This person is in no pair now; the sheet belongs to one that has ended.")
            return
        self.work_on(key)
        self._show_sheet("check" if kind is SheetKind.ALLIANCE_CHECK else "log")
        self.table.setFocus()

    def work_on(self, person: int) -> None:
        """Another sheet."""
        self.check.keep_typing()
        super().work_on(person)

    def _toggle_ratings(self) -> None:
        self._ratings = not self._ratings
        self._show_pairs()

    def _show_pairs(self) -> None:
        emptied(self._rows)
        self._rating_button.setText("Hide ratings" if self._ratings else "Show ratings")
        found = contact.pairs(self.bench.desk, self.bench.workshop_id, self.bench.desk.clock.today())
        if not found:
            self._rows.addWidget(label("There are no confirmed pairs yet.", "muted"))
        for number, pair in enumerate(found):
            if number:
                self._rows.addWidget(line())
            self._rows.addWidget(self._pair(pair))
        self._rows.addStretch(1)

    def _pair(self, pair: PairContact) -> QWidget:
        widget = QWidget()
        layout = QHBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        logs = QVBoxLayout()
        logs.setSpacing(4)
        for member in pair.members:
            name = label(member.name, "strong", wrap=True)
            name.setFixedWidth(110)
            known = member.dose
            said = f"{member.name}: talked on {known.talked} of {known.agreed} days, {known.not_known} not known"
            logs.addLayout(row(name, StripView(member.strip, said), None))
        layout.addLayout(logs)
        facts = QWidget()
        facts.setLayout(self._facts(pair))
        facts.setFixedWidth(270)
        layout.addWidget(facts)
        if self._ratings:
            layout.addWidget(TrendView(pair.members), 1)
        else:
            layout.addStretch(1)
        return widget

    def _facts(self, pair: PairContact) -> QVBoxLayout:
        facts = QVBoxLayout()
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setSpacing(4)
        facts.addWidget(label(pair.facts, "strong", wrap=True))
        for member in pair.members:
            facts.addWidget(label(_counted(member), "small", wrap=True))
            if self._ratings and member.talk_reason:
                facts.addWidget(label(f"Offer {member.name} a repair talk: {member.talk_reason}", "attn", wrap=True))
        if pair.state is PartnershipState.TRIAL:
            go_on = button("They go on after the trial", lambda: self.bench.do(life.trial_passed, pair.partnership_id))
            facts.addWidget(go_on)
        facts.addStretch(1)
        return facts


def _counted(member: MemberLog) -> str:
    """One member's days in words."""
    known = member.dose
    return f"{member.name}: {known.talked} of {known.agreed}, {known.not_known} not known"
