"""What a page is handed: the desk, the printer, one road for messages, and the way to do a deed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum, auto
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from mat_desktop.facilitation.desk import ClockInZone, Desk
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.refusal import Refusal

if TYPE_CHECKING:
    from mat_desktop.facilitation.dispatch import Dispatcher
    from mat_desktop.facilitation.printer import Printer
    from mat_desktop.facilitation.sheets.pictures import Eye

P = ParamSpec("P")
R = TypeVar("R")

_visits = count(1)


def new_visit() -> str:
    """A name for one stay in one field."""
    return str(next(_visits))


class Look(Enum):
    """The three looks of a message."""

    DONE = auto()
    """Something was done; goes by itself after some seconds."""
    NOTE = auto()
    """Something to know; stays until the next deed."""
    FAULT = auto()
    """Something was refused or went wrong; stays until the next deed, with an icon and a colour of its own."""


class Messages(Protocol):
    """The one road for messages to the facilitator."""

    def tell(self, sentence: str, look: Look = Look.FAULT) -> None:
        """Say something that needs no answer."""
        ...

    def hush(self) -> None:
        """Take the last message away."""
        ...

    def ask(self, question: str, yes: str, no: str, *, destroys: bool = False) -> bool:
        """Ask something; True for yes. The safe answer has the focus."""
        ...

    def pick(self, question: str, answers: Sequence[str], *, filled: int = 0, unasked: bool = False) -> int | None:
        """Ask something each of whose answers does something: which one, from 0 on; None where she leaves, by Esc too.

        `filled` is the answer for the most usual or the safest thing. `unasked`: no hand led to the question, so
        whoever is typing gives no answer.
        """
        ...

    def which(self, question: str, most: int) -> int | None:
        """A number from 1 to `most`; None where there is no answer."""
        ...

    def choose_one(self, question: str, choices: Sequence[tuple[int, str]]) -> int | None:
        """One of several; None where there is no answer."""
        ...

    def file_to_open(self, title: str, kinds: str) -> Path | None:
        """Which file to read."""
        ...

    def files_to_open(self, title: str, kinds: str) -> list[Path]:
        """Which files to read; none where she leaves."""
        ...

    def file_to_save(self, title: str, name: str, kinds: str) -> Path | None:
        """Where to write a file."""
        ...

    def folder(self, title: str) -> Path | None:
        """Which folder."""
        ...


class Bench(QObject):
    """One workshop on the table: pages do their deeds here, the window listens."""

    done = Signal()
    wanted = Signal(str, int)
    worked_on = Signal(int)
    card_wanted = Signal(int)
    hand_over_wanted = Signal(int)
    erasure_wanted = Signal(int)
    """Somebody is to be erased; 0 for the whole workshop."""
    record_wanted = Signal(int)
    audit_wanted = Signal(int)
    print_wanted = Signal(str, tuple)
    """A kind of sheet, and the people for whom it is wanted."""
    sheet_wanted = Signal(str)
    pictures_wanted = Signal()
    """Returned sheets are to be read from pictures."""
    led_on = Signal()
    """What was done here is at its end: the keyboard goes to the button that goes on."""
    bag_wanted = Signal()
    """Everything that goes to a meeting."""

    def __init__(
        self,
        desk: Desk,
        printer: "Printer",
        dispatcher: "Dispatcher",
        messages: Messages,
        workshop_id: int,
        write: Callable[[Path, bytes], object],
        eye: "Eye",
    ) -> None:
        super().__init__()
        self.write = write
        """Writes a whole file, or raises OSError and leaves what was there."""
        self._clock = ClockInZone(desk.clock, "")
        self.desk = replace(desk, clock=self._clock)
        """That of the library, with the day of this workshop."""
        self.printer = printer
        self.dispatcher = dispatcher
        """Does what may take long: small work at once, heavy work beside the window."""
        self.messages = messages
        self.eye = eye
        """Reads returned sheets from pictures."""
        self.workshop_id = workshop_id
        self.go_by_its_zone()

    def go_by_its_zone(self) -> None:
        """What is today, is so in the time zone of the workshop, also after that was changed."""
        self._clock.time_zone = setup.workshop(self.desk, self.workshop_id).time_zone

    def attempt(
        self, visit: str, deed: Callable[Concatenate[Desk, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[R | None, str]:
        """Do a deed; what it returned, and the sentence when it was refused."""
        self.desk.visit = visit
        try:
            result = deed(self.desk, *args, **kwargs)
        except Refusal as refusal:
            return None, str(refusal)
        finally:
            self.desk.visit = ""
        self.messages.hush()
        self.done.emit()
        return result, ""

    def do(self, deed: Callable[Concatenate[Desk, P], R], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Do a deed; a refusal is told. True when it was done."""
        _, refused = self.attempt("", deed, *args, **kwargs)
        if refused:
            self.messages.tell(refused)
        return not refused

    def go(self, step: Step, person: int = 0) -> None:
        """Ask the window for another step."""
        self.wanted.emit(step.value, person)
