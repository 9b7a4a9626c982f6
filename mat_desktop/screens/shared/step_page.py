"""What every step's page is: its content, its tools in the header, its actions in the bar."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from mat_desktop.screens.look.belonging import all_in
from mat_desktop.screens.look.tokens import MARGIN
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.beside import Beside, WorkStrip
from mat_desktop.screens.shared.entering import first_stop
from mat_desktop.screens.shared.fields import Field
from mat_desktop.screens.shared.form_sheet import FormSheet
from mat_desktop.screens.shared.laying_out import lay_out
from mat_desktop.screens.shared.parts import Segments
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.sheets import SheetKind
from mat_desktop.workshop.today import DueKind


class StepPage(QWidget):
    """One step. `refresh` shows what is kept; it is called after every deed, undo and redo."""

    step: Step

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(MARGIN, 0, MARGIN, 12)
        self.content.setSpacing(12)
        self.person = 0
        self.tools: list[QWidget] = []
        self.side: list[QWidget] = []
        self.extra: list[QWidget] = []

    def refresh(self) -> None:
        """Show what is kept."""

    def note(self) -> str:
        """What the header says about progress."""
        return ""

    def open_person(self, person: int) -> None:
        """Come back to the person whom the facilitator was with."""
        if person:
            self.person = person

    def open_due(self, kind: DueKind, person: int) -> None:
        """Be ready for a due thing of a kind that Today leads to."""

    def open_sheet(self, kind: SheetKind, owner_id: int, version: int = 1) -> None:
        """Be ready for what stands on one sheet of paper."""
        self.work_on(owner_id)

    def open_pictures(self) -> None:
        """Where returned sheets are read from pictures, on the page that does it."""

    def is_about(self, people: Sequence[int]) -> bool:
        """Whether what is seen is about one of these people, or about nobody in particular."""
        return not people or not self.person or self.person in people

    def whom(self) -> int:
        """The person who is on the page now; 0 where it is about a pair, about all, or about nobody."""
        return 0

    def turn_to(self, people: Sequence[int]) -> None:
        """Show what there is about one of these people."""
        self.work_on(people[0])

    def work_on(self, person: int) -> None:
        """Another person is on the table now: from the top, at the first open question, with the keyboard there.

        What was typed for the one before is kept first, and belongs to them. Somebody who goes through a list by its
        arrows stays in the list; Enter leads from there to the work.
        """
        self.keep_typing()
        self.person = person
        self.refresh()
        self.bench.worked_on.emit(person)
        self.arrive()

    def remove_marked(self) -> None:
        """Take out who is marked in the list; only a page that is about people on the list does."""

    def arrive(self) -> None:
        """Show the page from its top, at the first open question, as it is when a step opens or a person comes."""
        lay_out(self.window())
        lists = all_in(self, PeopleList)
        _to_the_top(self, lists)
        if not any(one.browsing for one in lists):
            self.begin()

    def turned(self, tabs: Segments) -> None:
        """Another tab came by a key: the keyboard is with its work, or on the tab; what it was on may be gone."""
        self.arrive()
        focus = self.window().focusWidget()
        if focus is None or not any(part.isAncestorOf(focus) for part in (self, tabs)):
            tabs.take_keyboard()

    def take_keyboard(self) -> None:
        """Hold the keyboard, where opening the page left it anywhere: best where a stray Enter does no deed."""
        anywhere = self.window().focusWidget()
        # What is new in the header is shown with the next event, and only then takes the keyboard.
        QTimer.singleShot(0, self, lambda: self._take_keyboard(anywhere))

    def _take_keyboard(self, anywhere: QWidget | None) -> None:
        if not self.isVisible() or self.window().focusWidget() is not anywhere:
            return
        first = next((stop for part in (*self.tools, self) if (stop := first_stop(part)) is not None), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Put the keyboard where the work with the person on the table begins; pages without questions leave it."""

    def under_way(self) -> list[str]:
        """What would be lost of the work beside the window if it closed now, a sentence each."""
        return [work.if_closed for work in all_in(self, Beside) if work.busy and work.if_closed]

    def abandon(self) -> None:
        """Somebody else has the laptop, or the page goes: nothing may come of work beside the window any more."""
        for strip in all_in(self, WorkStrip):
            strip.leave()
        for work in all_in(self, Beside):
            work.leave()

    def finds(self) -> QLineEdit | None:
        """The field that finds a person, where one is in sight."""
        fields = (people.search for people in all_in(self, PeopleList))
        return next((field for field in fields if field.isVisible()), None)

    def keep_fields(self) -> None:
        """Keep the texts. A number half typed waits, for a cover only borrows the keyboard: the rest of it comes."""
        for field in all_in(self, Field):
            field.commit()

    def keep_typing(self) -> None:
        """Keep whatever is typed and not kept yet, a number half typed as it stands."""
        self.keep_fields()
        for sheet in all_in(self, FormSheet):
            sheet.commit()


def _to_the_top(page: QWidget, lists: list[PeopleList]) -> None:
    """Scroll the page to its top; the lists of people stay where the hand is."""
    for area in all_in(page, QScrollArea):
        if not any(one.isAncestorOf(area) for one in lists):
            area.verticalScrollBar().setValue(0)
