"""Steps 8 and 9: everybody is asked again; check-in at the meeting, and typing the handouts that come back."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.followup import views
from mat_desktop.facilitation.shown.dates import point_title
from mat_desktop.screens.followup.check_in import MeetingCheckIn
from mat_desktop.screens.followup.sheet import FollowUpSheet
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import ChoiceField
from mat_desktop.screens.shared.page_stack import PageStack
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import Segments, boxed, button, column, label
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.screens.shared.people_rows import PersonEntry
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.answers.responses import Informant
from mat_desktop.workshop.followup import FollowUpState
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.sheets import BY_MONTHS, SheetKind

_KINDS = {6: SheetKind.SIX_MONTHS, 12: SheetKind.ONE_YEAR}


class FollowUpPage(StepPage):
    """People left, one person's sheet right, in the order of the paper; or the check-in of the meeting.

    Follow-ups after the first year have no step of their own: they are chosen on the page of one year.
    """

    def __init__(self, bench: Bench, step: Step) -> None:
        super().__init__(bench)
        self.step = step
        self.months = 6 if step is Step.SIX_MONTHS else 12
        self._view = Segments((("sheets", "Take in sheets"), ("door", "Check-in")), "View", self.show_view, 110)
        self.point = ChoiceField("", [], lambda key: self.show_point(int(key)))
        self.point.box.setAccessibleName("Which follow-up")
        hold(self.point, most_width=270)
        self.tools = [self._view]
        self.list = PeopleList("People to ask again", self.work_on)
        self.hand_over = button("Hand over", lambda: bench.hand_over_wanted.emit(self.person), icon="laptop")
        self.sheet, self.check_in = FollowUpSheet(bench), MeetingCheckIn(bench)
        self.empty = label(
            "Nobody has begun yet. People begin when their pair is confirmed in step 4.", "muted", wrap=True
        )
        self._stack = PageStack()
        self._stack.addWidget(self._sheets())
        self._stack.addWidget(self.check_in)
        self.content.addWidget(self.point)
        self.content.addWidget(self._stack, 1)
        self.handouts = button("Handouts", self._print, icon="printer")
        self.pictures = button("From pictures", bench.pictures_wanted.emit, icon="file-text")
        self.side = [self.handouts, self.pictures]
        self.following = button("Next person", self._next_person, icon="arrow-right", after=True)
        self.extra = [self.following]
        self._note = ""
        self._view.set("sheets")

    def _sheets(self) -> QWidget:
        left = column(self.list, self.hand_over)
        left.setStretch(0, 1)
        return PageZones((boxed(left), 0), (self.sheet, 1), (self.empty, 1))

    def show_view(self, view: str) -> None:
        """Taking in sheets, or the check-in."""
        self.keep_typing()
        self._view.set(view)
        self._stack.setCurrentIndex(1 if view == "door" else 0)
        self.refresh()

    def show_point(self, months: int) -> None:
        """Another follow-up point."""
        self.keep_typing()
        self.months = months
        self.refresh()

    def is_about(self, people: Sequence[int]) -> bool:
        """Only a sheet is about one person; the check-in is about all."""
        return self._stack.currentIndex() == 1 or super().is_about(people)

    def whom(self) -> int:
        """Whose sheet is typed; at the check-in nobody is alone on the page."""
        return 0 if self._stack.currentIndex() else self.person

    def refresh(self) -> None:
        """Show the list and the sheet of the person on the table, or who came."""
        self._offer_points()
        rows = views.people(self.bench.desk, self.bench.workshop_id, self.months)
        keys = [r.id for r in rows]
        if self.person not in keys:
            due = [r.id for r in rows if r.state is FollowUpState.DUE]
            self.person = (due or keys or [0])[0]
        answered = sum(r.state in (FollowUpState.DONE, FollowUpState.LATE) for r in rows)
        lost = sum(r.state is FollowUpState.LOST for r in rows)
        self._note = (
            f"{answered} of {len(rows)} answered" + (f", {lost} could not be reached" if lost else "") if rows else ""
        )
        self.sheet.setVisible(bool(self.person))
        self.empty.setVisible(not self.person)
        self.empty.setText(_nobody(self.months))
        self.handouts.setEnabled(bool(rows))
        self.hand_over.setEnabled(bool(rows))
        if self._stack.currentIndex():
            self.check_in.show_point(self.months)
            return
        self.list.show_entries([PersonEntry(r.id, r.name, r.state, r.table_number) for r in rows], self.person)
        self.following.setEnabled(bool(self.list.neighbour(self.person, 1)))
        if self.person:
            self.sheet.show_person(self.person, self.months)

    def _offer_points(self) -> None:
        found = [m for m, _, _ in views.points(self.bench.desk, self.bench.workshop_id)]
        own = [m for m in found if (m == 6) == (self.step is Step.SIX_MONTHS)]
        if self.months not in own:
            self.months = own[0] if own else self.months
        self.point.setVisible(len(own) > 1)
        self.point.box.clear()
        for months in own:
            self.point.box.addItem(point_title(months), str(months))
        self.point.set(str(self.months))

    def begin(self) -> None:
        """The first open question of the sheet."""
        if self.person and not self._stack.currentIndex():
            self.sheet.start()

    def note(self) -> str:
        """How many answered."""
        return self._note

    def open_sheet(self, kind: SheetKind, owner_id: int, version: int = 1) -> None:
        """The sheet of one person, or what an independent rater marked about them."""
        self.show_view("sheets")
        if kind in BY_MONTHS:
            self.months = version
        self.work_on(owner_id)
        if kind is SheetKind.RATER:
            self.sheet.show_informant(Informant.RATER)

    def _print(self) -> None:
        rows = views.people(self.bench.desk, self.bench.workshop_id, self.months)
        kind = _KINDS.get(self.months, SheetKind.LATER)
        self.bench.print_wanted.emit(kind.value, tuple(r.id for r in rows))

    def _next_person(self) -> None:
        if following := self.list.neighbour(self.person, 1):
            self.work_on(following)


def _nobody(months: int) -> str:
    if months > 12:
        return "Nobody has agreed afresh to be asked at this point. The question stands on the handout before it."
    return "Nobody has begun yet. People begin when their pair is confirmed in step 4."
