"""What every step's page is: its content, its tools in the header, its actions in the bar."""

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from mat_desktop.screens.look.tokens import MARGIN
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.beside import Beside, WorkStrip
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
        self.primary: QPushButton | None = None
        """The page's own next action; None lets the window offer the next step."""

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

    def open_sheet(self, kind: SheetKind, key: int, version: int = 1) -> None:
        """Be ready for what stands on one sheet of paper."""
        self.work_on(key)

    def work_on(self, person: int) -> None:
        """Another person is on the table now."""
        self.person = person
        self.refresh()
        self.bench.worked_on.emit(person)

    def under_way(self) -> list[str]:
        """What would be lost of the work beside the window if it closed now, a sentence each."""
        return [work.if_closed for work in self.findChildren(Beside) if work.busy and work.if_closed]

    def abandon(self) -> None:
        """Somebody else has the laptop, or the page goes: nothing may come of work beside the window any more."""
        for strip in self.findChildren(WorkStrip):
            strip.leave()
        for work in self.findChildren(Beside):
            work.leave()

    def finds(self) -> QLineEdit | None:
        """The field that finds a person, where one is in sight."""
        from mat_desktop.screens.shared.people_list import PeopleList

        fields = (people.search for people in self.findChildren(PeopleList))
        return next((field for field in fields if field.isVisible()), None)

    def keep_typing(self) -> None:
        """Keep whatever is typed and not kept yet."""
        from mat_desktop.screens.shared.fields import Field

        for field in self.findChildren(Field):
            field.commit()
