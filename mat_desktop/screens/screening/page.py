"""Step 3: the talk with each person, their sheets, and a summary that never opens by itself."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation import screening
from mat_desktop.facilitation.pairing import ties
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.screens.screening.sheets import Sheets
from mat_desktop.screens.screening.talk import TalkPanel
from mat_desktop.screens.shared.badges import BADGES
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.page_stack import PageStack
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import Segments, button, card, emptied, label, rename, scrolled
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.screens.shared.people_rows import PersonEntry
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.participants.calling import first_name
from mat_desktop.workshop.sheets import SheetKind

TALK, SHEETS, SUMMARY = "talk", "sheets", "summary"
WHOSE_COUPLE = "Who here is their partner at home? Talk with each of them alone."
NO_COUPLE = "{0} and {1} are marked as a couple: they are paired only if each, asked alone, wants it. Is that wrong?"
APART = "Talk with each of them alone. They are paired only if each, asked alone, wants it (step 4)."


class ScreeningPage(StepPage):
    """The list left, one person right. The list says done or to do, never what was decided."""

    def __init__(self, bench: Bench, step: Step) -> None:
        super().__init__(bench)
        self.step = step
        self.shown = TALK
        self.list = PeopleList("People to talk with", self.work_on)
        self.talk = TalkPanel(bench, self._next_person)
        self.sheets = Sheets(bench, self._next_person, self.refresh)
        self.summary = ScreeningSummary()
        self.zone = PageStack()
        for part in (self.talk, self.sheets):
            self.zone.addWidget(part)
        self.empty = label("Nobody is expected yet. People are added in step 2.", "muted", wrap=True)
        zones = PageZones((self.list, 0), (self.zone, 1), (self.summary, 1), (self.empty, 1))
        self.content.addWidget(zones, 1)
        self.views = Segments(((TALK, "Talk"), (SHEETS, "Sheets"), (SUMMARY, "Summary")), "View", self.show_view, 76)
        self.hand_over = button("Hand over", lambda: bench.hand_over_wanted.emit(self.person), icon="laptop")
        self.tools = [self.views, self.hand_over]
        self.card = button("Safety card", lambda: bench.card_wanted.emit(self.person), "quiet", "triangle-alert")
        self.couple = button("Couple", self._mark_couple, icon="users")
        self.side = [self.card, self.couple]
        self.following = button("Next person", self._next_person, icon="arrow-right", after=True)
        self.extra = [self.following]

    def show_view(self, shown: str) -> None:
        """The talk, the sheets, or the summary."""
        self.keep_typing()
        self.shown = shown
        self.refresh()
        self.begin()

    def open_sheet(self, kind: SheetKind, owner_id: int, version: int = 1) -> None:
        """The sheets of one person, at the form that was printed."""
        self.work_on(owner_id)
        self.views.set(SHEETS)
        self.show_view(SHEETS)
        self.sheets.open_sheet(kind)

    def _next_person(self) -> None:
        following = self.list.neighbour(self.person, 1)
        if following:
            self.work_on(following)

    def _mark_couple(self) -> None:
        """Two who live as a couple are marked at their talk, so that nobody pairs them unasked; or it was a mistake."""
        found = ties.couple_of(self.bench.desk, self.person)
        if found is not None:
            if self.bench.messages.ask(NO_COUPLE.format(*found.names), "They are no couple", "Leave it"):
                self.bench.do(ties.no_couple, found.id)
            return
        others = [(r.id, r.name) for r in screening.people(self.bench.desk, self.bench.workshop_id)]
        chosen = self.bench.messages.choose_one(WHOSE_COUPLE, [one for one in others if one[0] != self.person])
        if chosen is not None:
            self.bench.do(ties.mark_couple, self.person, chosen)

    def _show_couple(self) -> None:
        found = ties.couple_of(self.bench.desk, self.person) if self.person else None
        rename(self.couple, f"Couple: {first_name(found.names[1])}" if found else "Couple")
        self.couple.setToolTip(APART if found else "")

    def begin(self) -> None:
        """The first open question of the talk or of the sheet."""
        if self.person and self.shown != SUMMARY:
            (self.talk if self.shown == TALK else self.sheets).start()

    def is_about(self, people: Sequence[int]) -> bool:
        """The summary is about everybody."""
        return self.shown == SUMMARY or super().is_about(people)

    def whom(self) -> int:
        """Who is marked in the list."""
        return self.person

    def refresh(self) -> None:
        """Show the list, and the talk with the person on the table."""
        desk = self.bench.desk
        rows = screening.people(desk, self.bench.workshop_id)
        keys = [r.id for r in rows]
        if self.person not in keys:
            waiting = [r.id for r in rows if r.state != screening.DONE]
            self.person = (waiting or keys or [0])[0]
        self.list.show_entries([PersonEntry(r.id, r.name, self._badge(r), r.table_number) for r in rows], self.person)
        self._note = f"{screening.decided(desk, self.bench.workshop_id)} of {len(rows)} decided" if rows else ""
        self.views.set(self.shown)
        summed = self.shown == SUMMARY
        self.list.setVisible(not summed)
        self.zone.setVisible(bool(self.person) and not summed)
        self.summary.setVisible(bool(self.person) and summed)
        self.empty.setVisible(not self.person)
        self._show_couple()
        for part in (self.hand_over, self.card, self.couple, self.following):
            part.setEnabled(bool(self.person) and not summed)
        if not self.person:
            return
        if summed:
            self.summary.show_lines(screening.summary(desk, self.bench.workshop_id))
            return
        self.following.setEnabled(bool(self.list.neighbour(self.person, 1)))
        found = screening.talk(desk, self.person, desk.clock.today())
        zone: TalkPanel | Sheets = self.talk if self.shown == TALK else self.sheets
        zone.show_talk(found)
        self.zone.setCurrentWidget(zone)

    def _badge(self, row: screening.ScreeningRow) -> str:
        """In a talk somebody sits beside the screen: the others are done or to do, and nothing more."""
        if self.shown != TALK or row.id == self.person or row.state == screening.DONE:
            return row.state
        return screening.TO_DO

    def note(self) -> str:
        """How many are decided."""
        return self._note


class ScreeningSummary(QWidget):
    """Who has which outcome; shown only when it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        frame, layout = card()
        layout.addWidget(label("Summary, for your eyes", "section"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        holder = QWidget()
        holder.setLayout(self._lines)
        layout.addWidget(scrolled(holder), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_lines(self, lines: tuple[screening.SummaryLine, ...]) -> None:
        """One outcome after the other, with its number and names."""
        emptied(self._lines)
        for line in lines:
            title = BADGES[line.outcome][2] if line.outcome is not None else "Not decided yet"
            self._lines.addWidget(label(f"{title}: {counted(len(line.names), 'person', 'people')}", "strong"))
            self._lines.addWidget(label(", ".join(line.names) or "Nobody", wrap=True))
        self._lines.addStretch(1)
