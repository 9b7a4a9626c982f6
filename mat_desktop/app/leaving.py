"""Leaving the program: what would be lost is said first, and asked about once."""

from typing import TYPE_CHECKING, Protocol

from mat_desktop.workshop.refusal import Refusal

if TYPE_CHECKING:
    from mat_desktop.screens.frame.window import Workplace

STOP = "Stop it, and close? Nothing else is lost; you can ask for it again."


def _lost(workplace: "Workplace") -> tuple[tuple[list[str], str], ...]:
    """What would be lost of what is typed and of what is under way, each with its question."""
    return (workplace.not_kept(), "Close without it?"), (workplace.under_way(), STOP)


class Session(Protocol):
    """What the system hands over when it ends the session of whoever is logged in."""

    def allowsInteraction(self) -> bool:
        """Whether there is time to ask."""
        ...

    def release(self) -> None:
        """It was asked."""
        ...

    def cancel(self) -> None:
        """Stay logged in."""
        ...


class Leaving:
    """Asks before the workplace is left, by closing the window or because the system ends the session."""

    def __init__(self) -> None:
        self._asks = False

    def may_leave(self, workplace: "Workplace") -> bool:
        """What is under way, and what was typed and refused, is said before it goes; asked once at a time."""
        if self._asks:
            return False
        workplace.keep_typing()
        self._asks = True
        try:
            return all(self._goes_without(workplace, said, closing) for said, closing in _lost(workplace))
        finally:
            self._asks = False

    @staticmethod
    def _goes_without(workplace: "Workplace", said: list[str], closing: str) -> bool:
        stops = "Stop and close" if closing is STOP else "Close"
        return not said or workplace.messages.ask(f"{' '.join(said)} {closing}", stops, "Wait", destroys=True)

    def session_ends(self, workplace: "Workplace", session: Session) -> None:
        """The system ends the session: what is under way is asked about once, and waiting keeps the session.

        Under a cover nobody is asked, for nobody may be there: the work is left, and the cover no longer keeps the
        window from closing.
        """
        if workplace.covered:
            workplace.let_go()
        elif not session.allowsInteraction():
            workplace.abandon_work()
        elif workplace.under_way():
            self._ask_to_end(workplace, session)

    def _ask_to_end(self, workplace: "Workplace", session: Session) -> None:
        leaves = self.may_leave(workplace)
        session.release()
        if leaves:
            workplace.abandon_work()
        else:
            session.cancel()

    @staticmethod
    def backed_up(workplace: "Workplace") -> bool:
        """Make the last backup of the day; one that fails is said, and whoever stays has let go of nothing."""
        try:
            workplace.library.back_up()
        except Refusal as refusal:
            words = f"The backup was not made. {refusal} Close all the same?"
            return workplace.messages.ask(words, "Close", "Stay", destroys=True)
        return True
