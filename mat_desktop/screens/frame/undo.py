"""Undo and redo as the window offers them: named, asked about where it matters, told afterwards."""

from collections.abc import Callable

from mat_desktop.facilitation.desk import Desk
from mat_desktop.screens.shared.bench import Look, Messages
from mat_desktop.workshop.refusal import Refusal


class Turning:
    """Takes the last step back, or does it again."""

    def __init__(
        self, desk: Desk, messages: Messages, before: Callable[[], object], after: Callable[[], object]
    ) -> None:
        """`before` keeps what is typed, `after` shows what is kept now."""
        self._desk, self._messages, self._before, self._after = desk, messages, before, after

    def undo(self) -> None:
        """Take back the last step, asking first where it is of an earlier day or on paper."""
        from mat_desktop.facilitation import history

        self._before()
        offer = history.undo_offer(self._desk)
        if offer is None:
            self._messages.tell("There is nothing to undo.", Look.NOTE)
        elif not offer.question or self._messages.ask(offer.question, "Undo", "Keep"):
            self._turn(history.undo, f"Undone: {offer.step}.")

    def redo(self) -> None:
        """Do the last undone step again."""
        from mat_desktop.facilitation import history

        self._before()
        offer = history.redo_offer(self._desk)
        if offer is None:
            self._messages.tell("There is nothing to redo.", Look.NOTE)
        else:
            self._turn(history.redo, f"Done again: {offer.step}.")

    def _turn(self, turn: Callable[[Desk], None], said: str) -> None:
        try:
            turn(self._desk)
        except Refusal as refusal:
            self._messages.tell(str(refusal))
            return
        self._after()
        self._messages.tell(said, Look.DONE)
