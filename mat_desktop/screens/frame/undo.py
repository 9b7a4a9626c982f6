"""Undo and redo as the window offers them: the library's last deed, shown where it is before it is asked about."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from mat_desktop.facilitation.desk import Desk
from mat_desktop.screens.shared.bench import Bench, Look, Messages
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.journey import TITLES, Step
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.today import DueKind

if TYPE_CHECKING:
    from mat_desktop.facilitation.history import Offer

FOLLOW_UPS = (Step.SIX_MONTHS, Step.ONE_YEAR)


class Front(Protocol):
    """What is in front of the facilitator, and the ways to something else."""

    bench: Bench | None

    @property
    def page_in_front(self) -> StepPage | None:
        """The step that is seen; None where Today or the print centre is."""
        ...

    def keep_typing(self) -> None:
        """Keep what is typed."""
        ...

    def open_workshop(
        self, workshop_id: int, step: Step | None, person: int | None, due: DueKind | None = None
    ) -> None:
        """Open one workshop at a step."""
        ...

    def open_today(self) -> None:
        """Back to Today."""
        ...

    def show_where_we_are(self) -> None:
        """Show what is kept now."""
        ...


class Turning:
    """Takes the last step back, or does it again."""

    def __init__(self, desk: Desk, messages: Messages, front: Front) -> None:
        self._desk, self._messages, self._front = desk, messages, front

    def undo(self) -> None:
        """Take back the last step, asking first where it is not what is in front, of an earlier day, or on paper."""
        from mat_desktop.facilitation import history

        self._front.keep_typing()
        offer = history.undo_offer(self._desk)
        if offer is None:
            self._messages.tell(history.stays(self._desk) or "There is nothing to undo.", Look.NOTE)
        elif self._agreed(offer):
            self._turn(history.undo, f"Undone: {offer.step}.")

    def redo(self) -> None:
        """Do the last undone step again."""
        from mat_desktop.facilitation import history

        self._front.keep_typing()
        offer = history.redo_offer(self._desk)
        if offer is None:
            self._messages.tell("There is nothing to redo.", Look.NOTE)
        else:
            self._turn(history.redo, f"Done again: {offer.step}.")

    def _agreed(self, offer: "Offer") -> bool:
        """Whether it may be done. What is elsewhere is shown first, and what was in front comes back where it stays."""
        if self._in_front(offer):
            return not offer.asks or self._messages.ask(offer.asks, offer.turn, "Keep")
        back = self._way_back()
        self._show(offer)
        if self._messages.ask(f"{_elsewhere(offer)} {offer.question or f'{offer.label}?'}", offer.turn, "Keep"):
            return True
        back()
        return False

    def _in_front(self, offer: "Offer") -> bool:
        page, bench = self._front.page_in_front, self._front.bench
        if offer.workshop_id is None or offer.step_of_journey is None:
            return page is None or bench is None or offer.workshop_id in (None, bench.workshop_id)
        if page is None or bench is None or bench.workshop_id != offer.workshop_id:
            return False
        same = page.step is offer.step_of_journey or {page.step, offer.step_of_journey} <= set(FOLLOW_UPS)
        return same and page.is_about(offer.people)

    def _show(self, offer: "Offer") -> None:
        assert offer.workshop_id is not None
        self._front.open_workshop(offer.workshop_id, offer.step_of_journey, 0)
        if (page := self._front.page_in_front) is not None and not page.is_about(offer.people):
            page.turn_to(offer.people)

    def _way_back(self) -> Callable[[], object]:
        page, bench = self._front.page_in_front, self._front.bench
        if page is None or bench is None:
            return self._front.open_today
        workshop_id, step, person = bench.workshop_id, page.step, page.person
        return lambda: self._front.open_workshop(workshop_id, step, person)

    def _turn(self, turn: Callable[[Desk], None], said: str) -> None:
        try:
            turn(self._desk)
        except Refusal as refusal:
            self._messages.tell(str(refusal))
            return
        self._front.show_where_we_are()
        self._messages.tell(said, Look.DONE)


def _elsewhere(offer: "Offer") -> str:
    """Where the last thing was done, which is not where the facilitator was."""
    under = f": under {TITLES[offer.step_of_journey]}" if offer.step_of_journey is not None else ""
    whom = f", about {offer.whom}" if offer.whom else ""
    last = f"{offer.passes_over} What you did before that" if offer.passes_over else "The last thing you did"
    return f"{last} was somewhere else{under}{whom}."
