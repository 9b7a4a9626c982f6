"""What stands around a page and tells where the workshop is: rail, header, guidance, and the bar below."""

from typing import TYPE_CHECKING

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.shown.dates import clock, day_month
from mat_desktop.facilitation.today import page as today_room
from mat_desktop.screens.frame.around import Guidance, Header
from mat_desktop.screens.frame.bar import ActionBar
from mat_desktop.screens.frame.rail import Rail
from mat_desktop.screens.shared.parts import rename
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.journey import Step

if TYPE_CHECKING:
    from mat_desktop.screens.printing.page import PrintPage


class Surroundings:
    """Shows what is kept around the page, and knows which step the guidance leads to."""

    def __init__(self, desk: Desk, rail: Rail, header: Header, guidance: Guidance, bar: ActionBar) -> None:
        self._desk, self._rail, self._header, self._guidance, self._bar = desk, rail, header, guidance, bar
        self.following = Step.SETUP

    def show_actions(self, page: StepPage) -> None:
        """What the page itself says and offers."""
        self._header.note.setText(page.note())
        self._bar.show_page(page.side, page.extra)

    def show_step(self, workshop_id: int, step: Step, *, afresh: bool) -> None:
        """Where the workshop is, and what comes next. Raises Refusal where the workshop is no longer there."""
        from mat_desktop.facilitation import guidance
        from mat_desktop.facilitation.setup import workshop as setup

        day = self._desk.clock.today()
        shown = setup.workshop(self._desk, workshop_id)
        when = f"{guidance.day_word(shown, day)} · {day_month(shown.held_on)}"
        self._rail.show_workshop(shown.title, when, today_room.rail(self._desk, workshop_id, day), step)
        self._guidance.show_lines(guidance.lines(self._desk, workshop_id, step), afresh=afresh)
        self.following, words = guidance.next_step(self._desk, workshop_id, step)
        rename(self._bar.on, f"&{words}")
        self._show_saved()
        self._show_undo()

    def show_no_workshop(self, sends: str) -> None:
        """Today is in front: nothing of a workshop stays on the rail. `sends` says who copies the folder elsewhere."""
        self._rail.show_workshop("", "", {}, None)
        self._rail.sends.setText(sends)
        self._show_saved()

    def show_print_centre(self, title: str, page: "PrintPage") -> None:
        """The print centre is in front: it has no step, and its own actions."""
        self._header.show_page(title, page.note(), [])
        self._guidance.show_lines((), afresh=True)
        self._bar.show_page([page.dates], [page.save, page.printing])
        self._rail.model.show(self._rail.model.progress, None)
        self._rail.mark_paper(True)

    def _show_saved(self) -> None:
        """When the last step was saved."""
        saved = self._desk.archive.saved_at()
        words = ""
        if saved is not None:
            here = saved.astimezone(self._desk.clock.now().tzinfo)
            same = here.date() == self._desk.clock.today()
            words = f"Saved here at {clock(here)}" if same else f"Saved {day_month(here.date())}, {clock(here)}"
        self._rail.show_saved(words)

    def _show_undo(self) -> None:
        from mat_desktop.facilitation import history

        offer = history.undo_offer(self._desk)
        would = f"{offer.passes_over} {offer.label}".strip() if offer else ""
        self._bar.undo.setEnabled(offer is not None)
        self._bar.undo.setToolTip(f"{would} (Ctrl+Z)" if would else "There is nothing to undo")
        self._bar.undo.setAccessibleDescription(would)
