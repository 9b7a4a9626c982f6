"""The pages of the workshop that is open: each is made when it is first wanted, and all go with the workshop.

The print centre is imported when it is opened, so that Today is there sooner.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mat_desktop.screens.frame.pages import PAGES
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.page_stack import PageStack
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.sheets import SheetKind

if TYPE_CHECKING:
    from mat_desktop.screens.printing.page import PrintPage


class OpenPages:
    """Keeps every page that was made, in the stack that shows one of them."""

    def __init__(self, stack: PageStack) -> None:
        self._stack = stack
        self._steps: dict[Step, StepPage] = {}
        self.printing: PrintPage | None = None

    def of(self, step: Step | None) -> StepPage | None:
        """The page of a step, where it was made already."""
        return self._steps.get(step) if step is not None else None

    def step(self, bench: Bench, step: Step) -> StepPage:
        """The page of a step."""
        if step not in self._steps:
            make = PAGES[step].make
            assert make is not None
            page = self._steps[step] = make(bench, step)
            self._stack.addWidget(page)
        return self._steps[step]

    def show_print_centre(
        self, bench: Bench, write: Callable[[Path, bytes], None], kind: SheetKind | None, people: tuple[int, ...]
    ) -> "PrintPage":
        """Bring the page of printing to the front, with one kind of sheet chosen for these people where it is said."""
        from mat_desktop.screens.printing.page import PrintPage

        if self.printing is None:
            self.printing = PrintPage(bench, write)
            self._stack.addWidget(self.printing)
        self._stack.setCurrentWidget(self.printing)
        if kind is None:
            self.printing.refresh()
        else:
            self.printing.show_kind(kind, people)
        self.printing.settle()
        return self.printing

    @property
    def printing_in_front(self) -> bool:
        """Whether the print centre is the page that is seen."""
        return self.printing is not None and self._stack.currentWidget() is self.printing

    def forget(self) -> None:
        """Leave what is under way, and let all pages go: another workshop is opened."""
        self.abandon()
        for page in (*self._steps.values(), self.printing):
            if page is not None:
                self._stack.removeWidget(page)
                page.deleteLater()
        self._steps, self.printing = {}, None

    def forget_behind(self) -> None:
        """Let go of the pages that are not seen and have nothing under way: they are made anew when they are wanted."""
        front = self._stack.currentWidget()
        for step, page in list(self._steps.items()):
            if page is not front and not page.under_way():
                self._stack.removeWidget(page)
                page.deleteLater()
                del self._steps[step]

    def abandon(self) -> None:
        """Leave what is under way on every page."""
        if self.printing is not None:
            self.printing.abandon()
        for page in self._steps.values():
            page.abandon()

    def under_way(self) -> list[str]:
        """What would be lost of the work beside the window if it closed now, a sentence each."""
        printing = self.printing.under_way() if self.printing is not None else []
        return printing + [sentence for page in self._steps.values() for sentence in page.under_way()]
