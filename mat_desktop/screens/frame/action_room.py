"""What an action of the menus and keys may ask of the window."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from mat_desktop.screens.shared.page_stack import PageStack
from mat_desktop.workshop.journey import Step

if TYPE_CHECKING:
    from mat_desktop.screens.frame.around import Header
    from mat_desktop.screens.frame.bar import ActionBar
    from mat_desktop.screens.frame.covers import Covers
    from mat_desktop.screens.frame.errands import Errands
    from mat_desktop.screens.frame.people_errands import Tools
    from mat_desktop.screens.frame.rail import Rail
    from mat_desktop.screens.frame.scrolling import WorkshopFrame
    from mat_desktop.screens.frame.undo import Turning
    from mat_desktop.screens.printing.filing import Filing
    from mat_desktop.screens.shared.step_page import StepPage


class ActionRoom(Protocol):
    """What an action needs of the window."""

    @property
    def step(self) -> Step | None:
        """The step that is open."""
        ...

    @property
    def covered(self) -> bool:
        """Whether something lies over the program."""
        ...

    @property
    def page_in_front(self) -> "StepPage | None":
        """The step that is seen."""
        ...

    @property
    def errands(self) -> "Errands":
        """What is done in a dialog of its own."""
        ...

    @property
    def tools(self) -> "Tools":
        """What the window is given from outside."""
        ...

    @property
    def filing(self) -> "Filing":
        """What finds sheets by their codes."""
        ...

    @property
    def turning(self) -> "Turning":
        """Undo and redo."""
        ...

    @property
    def covers(self) -> "Covers":
        """What lies over the program."""
        ...

    @property
    def rail(self) -> "Rail":
        """The column at the left."""
        ...

    @property
    def header(self) -> "Header":
        """The line over a page."""
        ...

    @property
    def bar(self) -> "ActionBar":
        """The line under a page."""
        ...

    @property
    def frame(self) -> "WorkshopFrame":
        """Everything around the pages of a workshop."""
        ...

    @property
    def main(self) -> PageStack:
        """Today, or a workshop."""
        ...

    @property
    def stack(self) -> PageStack:
        """The pages of a workshop."""
        ...

    def window(self) -> QWidget:
        """The window itself."""
        ...

    def open_step(self, step: Step, /) -> None:
        """Open a step."""
        ...

    def open_today(self) -> None:
        """Back to Today."""
        ...

    def open_print(self) -> None:
        """The print page."""
        ...

    def find_person(self) -> None:
        """The field that finds somebody in the list of the page."""
        ...

    def show_actions(self) -> None:
        """The searchable list of all actions."""
        ...
