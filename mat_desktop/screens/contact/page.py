"""Step 7: taking in sheets, how the pairs are, calls and talks, meetings."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.contact import happenings, sheet
from mat_desktop.facilitation.contact.sheet import MemberRow
from mat_desktop.screens.contact.calls_view import CallsView
from mat_desktop.screens.contact.happened import tell_what_happened
from mat_desktop.screens.contact.meetings_view import MeetingsView
from mat_desktop.screens.contact.pairs_view import ContactPairs
from mat_desktop.screens.contact.pictures.view import PictureView
from mat_desktop.screens.contact.take_in import TakeIn
from mat_desktop.screens.shared.beginning import begin_in
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.page_stack import PageStack
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import Segments, button, label
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.screens.shared.people_rows import PersonEntry
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.sheets import SheetKind
from mat_desktop.workshop.today import DueKind

_VIEWS = (
    ("enter", "Take in sheets"),
    ("pairs", "How the pairs are"),
    ("calls", "Calls and talks"),
    ("meetings", "Meetings"),
)


_VIEW_OF = {
    DueKind.SHEETS: "enter",
    DueKind.RATING: "enter",
    DueKind.MEETING: "meetings",
    DueKind.ATTENDANCE: "meetings",
}
"""Where a due thing is done; everything else is a call or a talk."""


class ContactPage(StepPage):
    """Four views: taking in sheets shows only the sheet at hand; how the pairs are opens with ratings hidden."""

    def __init__(self, bench: Bench, step: Step) -> None:
        super().__init__(bench)
        self.step = step
        self._members: dict[int, MemberRow] = {}
        self._view = Segments(_VIEWS, "View", self.show_view, 84)
        self.tools = [self._view]
        self.happened = button("Something has happened", self._something_happened, icon="info")
        self.side = [self.happened]
        self.list = PeopleList("Whose sheet", self.work_on, 230)
        self.take_in, self.pairs = TakeIn(bench, self.open_pictures), ContactPairs(bench, self._open_talk)
        self.pictures = PictureView(bench, self._back_to_typing)
        self.calls, self.meetings = CallsView(bench), MeetingsView(bench)
        self._stack = PageStack()
        self._pages = {"enter": self._enter(), "pairs": self.pairs, "calls": self.calls, "meetings": self.meetings}
        for view in (*self._pages.values(), self.pictures):
            self._stack.addWidget(view)
        self.content.addWidget(self._stack, 1)
        self.show_view("enter")

    def _enter(self) -> QWidget:
        self.empty = label("No logs yet. There are no confirmed pairs; they are made in step 4.", "muted", wrap=True)
        return PageZones((self.list, 0), (self.take_in, 1), (self.empty, 1))

    def show_view(self, view: str) -> None:
        """One of the four views. Ratings are hidden again whenever the pairs are opened."""
        self.keep_typing()
        self._view.set(view)
        self.pairs.close_ratings()
        self._stack.setCurrentWidget(self._pages[view])
        self.refresh()

    def is_about(self, people: Sequence[int]) -> bool:
        """Only a sheet is about one person; the other views are about all."""
        return self._stack.currentWidget() is not self._pages["enter"] or super().is_about(people)

    def whom(self) -> int:
        """Whose sheet is at hand; in the other views nobody is alone on the page."""
        return self.person if self._stack.currentWidget() is self._pages["enter"] else 0

    def refresh(self) -> None:
        """Show what is kept: only the view that is seen."""
        rows = sheet.members(self.bench.desk, self.bench.workshop_id, self.bench.desk.clock.today())
        self._members = {row.participant_id: row for row in rows}
        self.happened.setEnabled(bool(happenings.whom(self.bench.desk, self.bench.workshop_id)))
        shown = self._stack.currentWidget()
        if isinstance(shown, ContactPairs | CallsView | MeetingsView | PictureView):
            shown.refresh()
        else:
            self._show_sheets(rows)

    def begin(self) -> None:
        """The log of this person, the first open question of their alliance check, or the first call to be noted."""
        shown = self._stack.currentWidget()
        if isinstance(shown, CallsView):
            shown.start()
        if not self.person or not self.take_in.isVisible():
            return
        if self.take_in.table.isVisible():
            self.take_in.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            begin_in(self.take_in)

    def _show_sheets(self, rows: tuple[MemberRow, ...]) -> None:
        if self.person not in self._members:
            self.person = rows[0].participant_id if rows else 0
        entries = [PersonEntry(row.participant_id, row.name, "missing" if row.silent else "") for row in rows]
        self.list.show_entries(entries, self.person)
        self.take_in.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if self.person:
            self.take_in.show_member(self._members[self.person])

    def open_sheet(self, kind: SheetKind, owner_id: int, version: int = 1) -> None:
        """The log of one member, at the first day that is not known; or their alliance check."""
        self.show_view("enter")
        if owner_id not in self._members:
            self.bench.messages.tell("This person was in no pair that began; there is nowhere to type this sheet.")
            return
        self.work_on(owner_id)
        self.take_in.show_sheet("check" if kind is SheetKind.ALLIANCE_CHECK else "log")
        self.take_in.table.setFocus()

    def open_due(self, kind: DueKind, person: int) -> None:
        """The view in which a due thing is done."""
        self.show_view(_VIEW_OF.get(kind, "calls"))
        member = self._members.get(person)
        if kind in (DueKind.SHEETS, DueKind.RATING) and member is not None:
            self.work_on(person)
            self.take_in.show_sheet("check" if kind is DueKind.RATING else "log")
        elif kind not in _VIEW_OF and member is not None:
            self.calls.open_place(member.places[-1][0])

    def _open_talk(self, place: int) -> None:
        self.show_view("calls")
        self.calls.open_place(place)

    def open_pictures(self) -> None:
        """The pile on the table."""
        self.keep_typing()
        self._stack.setCurrentWidget(self.pictures)
        self.refresh()
        self.pictures.sources.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back_to_typing(self) -> None:
        self.show_view("enter")

    def abandon(self) -> None:
        """Somebody else has the laptop: no picture of anybody's sheet stays in memory."""
        super().abandon()
        self.pictures.let_go()

    def _something_happened(self) -> None:
        tell_what_happened(self, self.bench, self.person)
