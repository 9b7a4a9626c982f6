"""What is done in a dialog about one person: the safety card, a promised call, the contact line, finding somebody.

The dialogs are imported when they are opened, so that Today is there sooner.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library.notices import OpenLibrary
from mat_desktop.facilitation.promises.views import PromiseView
from mat_desktop.screens.promises.replies import CallReply
from mat_desktop.screens.shared.band import Strip
from mat_desktop.screens.shared.bench import Bench, Look, Messages
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.promises import Instead
from mat_desktop.workshop.sheets import SheetKind
from mat_desktop.workshop.today import DueKind

if TYPE_CHECKING:
    from mat_desktop.facilitation.dispatch import Dispatcher
    from mat_desktop.facilitation.printer import Printer
    from mat_desktop.facilitation.sheets.pictures import Eye
    from mat_desktop.screens.frame.covers import Covers
    from mat_desktop.screens.look.wardrobe import Wardrobe
    from mat_desktop.screens.shared.step_page import StepPage


WENT_HOME = "Did somebody go home? Mark “Left” at Check-in in step 2: then a call is promised to them for tomorrow."


@dataclass
class Tools:
    """What the window is given from outside."""

    printer: "Printer"
    dispatcher: "Dispatcher"
    """Does what may take long."""
    eye: "Eye"
    """Reads returned sheets from pictures."""
    write: Callable[[Path, bytes], None]
    messages: Callable[[QWidget, Strip], Messages]
    hand_over: Callable[[int], object]
    """Takes this window away and shows the participant's; given the hand-over, which is kept already."""
    lock: Callable[[], object]
    """Locks the library."""
    leave_backup: Callable[[], object]
    """Leaves the backup that is being made beside the work."""
    alone_with_copies: Callable[[], AbstractContextManager[None]]
    """Keeps what is erased in the copies beside the work away from them for a while."""
    wardrobe: "Wardrobe"
    """Holds the settings of this computer."""
    mishaps: Callable[[], str]
    """Reads what is noted of errors of the program itself."""


class ErrandRoom(Protocol):
    """What errands need of the window."""

    library: OpenLibrary
    tools: Tools
    desk: Desk
    messages: Messages
    bench: Bench | None
    covers: "Covers"
    step: Step | None

    @property
    def page_in_front(self) -> "StepPage | None":
        """The step that is seen."""
        ...

    @property
    def printing(self) -> bool:
        """Whether the print centre is the page that is seen."""
        ...

    def keep_typing(self) -> None:
        """Keep what is typed."""
        ...

    def show_where_we_are(self) -> None:
        """Show what is kept now."""
        ...

    def open_today(self) -> None:
        """Back to Today."""
        ...

    def leave_workshop(self) -> None:
        """Back to Today from a workshop that is no longer there."""
        ...

    def open_workshop(
        self, workshop_id: int, step: Step | None, person: int | None, due: DueKind | None = None
    ) -> None:
        """Open one workshop at a step, and there where a due thing of this kind is done."""
        ...

    def open_day_pack(self) -> None:
        """The print page with what the day could not be held without."""
        ...

    def ask_about_printed(self) -> None:
        """Ask whether all of the last print came out."""
        ...

    def open_print(self, kind: SheetKind | None = None, keys: set[int] | None = None) -> None:
        """The print page, with sheets of these people."""
        ...


class PeopleErrands:
    """Each is about one person, wherever she is in the window."""

    def __init__(self, room: ErrandRoom, window: QWidget) -> None:
        self._place, self._window = room, window

    def open_card(self, person: int) -> None:
        """The safety card of one person, or a new one by hand."""
        from mat_desktop.facilitation.participants import people as participants
        from mat_desktop.screens.safety.card import SafetyDialog

        place = self._place
        assert place.bench is not None
        place.keep_typing()
        name = participants.person(place.desk, person).name

        def refer() -> None:
            place.open_print(SheetKind.REFERRAL, {person})

        SafetyDialog(self._window, place.bench, person, name, refer).exec()

    def card_of_who_is_here(self) -> None:
        """The safety card of the person on the page; where nobody is, she says whose."""
        from mat_desktop.facilitation.participants import roster

        place = self._place
        if place.bench is None:
            return
        page = place.page_in_front
        person = page.whom() if page is not None else 0
        if not person:
            choices = [(row.id, row.name) for row in roster.roster(place.desk, place.bench.workshop_id)]
            person = place.messages.choose_one("Whose safety card?", choices) or 0
        if person:
            self.open_card(person)

    def answer_call(self, workshop_id: int, chosen: CallReply | Instead, call: PromiseView) -> None:
        """What was done about a promised call."""
        from mat_desktop.screens.promises.answering import answer

        if chosen is CallReply.OPEN:
            self.show_line(call.person)
            return
        answer(self._window, self._place.desk, self._place.messages, chosen, call)
        self._place.open_today()

    def show_line(self, person: int) -> None:
        """The contact line of one person: how to reach them, what was agreed, promised, sent and tried."""
        from mat_desktop.screens.promises.person_line import ContactLine

        place = self._place
        place.keep_typing()
        dialog = ContactLine(self._window, place.desk, place.messages, person)
        dialog.exec()
        if dialog.wants_card or dialog.wants_happened:
            if place.bench is None or place.bench.workshop_id != dialog.workshop_id:
                there = Step.SCREENING if dialog.wants_card else Step.CONTACT
                place.open_workshop(dialog.workshop_id, there, person)
            (self.open_card if dialog.wants_card else self.tell_what_happened)(person)
            self._show_again()
        elif dialog.wants_step is not None:
            place.open_workshop(dialog.workshop_id, dialog.wants_step, person)
        else:
            self._show_again()

    def _show_again(self) -> None:
        if self._place.bench is not None and self._place.step is not None:
            self._place.bench.done.emit()
        else:
            self._place.open_today()

    def tell_what_happened(self, person: int = 0) -> None:
        """Something has happened to this person, or to whoever is on the page, in a pair or not."""
        from mat_desktop.screens.contact.happened import tell_what_happened

        place = self._place
        if place.bench is None:
            return
        place.keep_typing()
        page = place.page_in_front
        here = page.whom() if page is not None else 0
        tell_what_happened(self._window, place.bench, person or here)
        self._show_again()

    def find_person(self) -> None:
        """Somebody is found by name or number, from anywhere, and their line is shown."""
        from mat_desktop.screens.promises.finding import FindPerson

        place = self._place
        here = place.bench.workshop_id if place.bench is not None and place.step is not None else 0
        dialog = FindPerson(self._window, place.desk, here)
        if dialog.exec() and dialog.chosen:
            self.show_line(dialog.chosen)

    def type_calls(self) -> None:
        """The call sheet on paper is typed back, one key a person."""
        from mat_desktop.screens.promises.call_sheet import CallSheetDialog

        CallSheetDialog(self._window, self._place.desk, self._place.messages).exec()
        self._place.open_today()

    def say_who_left(self) -> None:
        """She was out with somebody on the workshop day: who went home was told that they would be phoned."""
        place = self._place
        if place.bench is None:
            return
        from mat_desktop.facilitation.setup.workshop import workshop

        if workshop(place.desk, place.bench.workshop_id).held_on == place.desk.clock.today():
            place.messages.tell(WENT_HOME, Look.NOTE)
