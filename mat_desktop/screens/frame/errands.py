"""What is done in a dialog of its own and then left: a card, a hand-over, a new workshop, a copy.

The dialogs are imported when they are opened, so that Today is there sooner.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library import notices as library
from mat_desktop.facilitation.library.notices import NoticeAct, OpenLibrary
from mat_desktop.facilitation.today.page import DueEntry
from mat_desktop.facilitation.today.reminders import DueReply
from mat_desktop.screens.shared.band import Strip
from mat_desktop.screens.shared.bench import Bench, Look, Messages
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import SheetKind

if TYPE_CHECKING:
    from mat_desktop.facilitation.dispatch import Dispatcher
    from mat_desktop.facilitation.printer import Printer
    from mat_desktop.screens.frame.covers import Covers
    from mat_desktop.screens.look.wardrobe import Wardrobe


@dataclass
class Tools:
    """What the window is given from outside."""

    printer: "Printer"
    dispatcher: "Dispatcher"
    """Does what may take long."""
    write: Callable[[Path, bytes], None]
    messages: Callable[[QWidget, Strip], Messages]
    hand_over: Callable[[int], object]
    """Takes this window away and shows the participant's; given the hand-over, which is kept already."""
    lock: Callable[[], object]
    """Locks the library."""
    leave_backup: Callable[[], object]
    """Leaves the backup that is being made beside the work."""
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

    def keep_typing(self) -> None:
        """Keep what is typed."""
        ...

    def open_today(self) -> None:
        """Back to Today."""
        ...

    def open_workshop(self, workshop_id: int, step: Step | None, person: int | None) -> None:
        """Open one workshop at a step."""
        ...

    def ask_about_printed(self) -> None:
        """Ask whether all of the last print came out."""
        ...

    def open_print(self, kind: SheetKind | None = None, keys: set[int] | None = None) -> None:
        """The print page, with sheets of these people."""
        ...


class Errands:
    """Each opens, is done or left, and the window is where it was."""

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

    def hand_over(self, person: int) -> None:
        """Hand the laptop to one person: what they answer is chosen, kept, and only then shown."""
        from mat_desktop.facilitation.participants import people as participants
        from mat_desktop.facilitation.private import offered
        from mat_desktop.facilitation.private import talk as private
        from mat_desktop.screens.private.hand_over import HandOverDialog

        place = self._place
        assert place.bench is not None
        place.keep_typing()
        name = participants.person(place.desk, person).name
        everything = offered.offered(place.desk, person, place.desk.clock.today())
        dialog = HandOverDialog(self._window, place.desk, name, everything)
        if not dialog.exec():
            return
        kept, refused = place.bench.attempt("", private.hand_over, person, dialog.chosen)
        if refused or kept is None:
            place.messages.tell(refused)
            return
        QTimer.singleShot(0, lambda: place.tools.hand_over(kept))

    def erase(self, person: int) -> None:
        """Ask for one person to be erased, do it, and hand over the certificate."""
        from mat_desktop.screens.library.erasing import EraseDialog

        place = self._place
        assert place.bench is not None
        place.keep_typing()
        EraseDialog(self._window, place.bench, place.library, person).exec()
        place.bench.done.emit()

    def show_record(self, person: int) -> None:
        """Look through what is kept about one person, and hand it over."""
        from mat_desktop.screens.library.record import RecordDialog

        place = self._place
        assert place.bench is not None
        place.keep_typing()
        RecordDialog(self._window, place.bench, person).exec()
        place.bench.done.emit()

    def show_loss(self) -> None:
        """Something was lost: whose names and what stood on it, what to do, and the note of it."""
        from mat_desktop.screens.library.losing import LossDialog

        place = self._place
        place.keep_typing()
        workshop = place.bench.workshop_id if place.bench is not None else None
        if LossDialog(self._window, place.desk, workshop).exec():
            place.messages.tell("Kept. The page “If something is lost” prints it.", Look.DONE)

    def new_workshop(self) -> None:
        """Set up another workshop."""
        from mat_desktop.screens.setup.new_dialog import NewWorkshop

        dialog = NewWorkshop(self._window, self._place.desk)
        if dialog.exec():
            self._place.open_workshop(dialog.workshop_id, Step.SETUP, None)

    def remind(self, workshop_id: int, reply: DueReply, entry: DueEntry) -> None:
        """What was said on Today about a due thing."""
        from mat_desktop.screens.today.reminding import remind

        remind(self._window, self._place.desk, self._place.messages, workshop_id, reply, entry)
        self._place.open_today()

    def print_recovery(self) -> None:
        """The recovery sheet on paper or as a PDF on a stick."""
        from mat_desktop.screens.library.recovery import RecoveryDialog

        place = self._place
        RecoveryDialog(self._window, place.library, place.tools.printer, place.tools.write, place.messages).exec()
        place.open_today()

    def show_settings(self) -> None:
        """Colours, size of words and the other settings of this computer."""
        from mat_desktop.screens.frame.settings import SettingsDialog

        of_library = [("Change the passphrase", self.change_passphrase)] if self._place.library.encrypted else []
        of_library.append(("Change the PIN", self.change_pin))
        SettingsDialog(self._window, self._place.tools.wardrobe, of_library).exec()

    def change_passphrase(self) -> None:
        """Another passphrase; where everything was encrypted anew, a new recovery sheet is due."""
        from mat_desktop.screens.library.keys import PassphraseDialog

        place = self._place
        if not place.library.encrypted:
            place.messages.tell("The sample workshop has no passphrase.", Look.NOTE)
            return
        place.tools.leave_backup()
        dialog = PassphraseDialog(self._window, place.library)
        if dialog.exec() and dialog.told:
            self.print_recovery()
            place.messages.tell(dialog.told, Look.NOTE)

    def change_pin(self) -> None:
        """Another PIN."""
        from mat_desktop.screens.library.keys import PinDialog

        PinDialog(self._window, self._place.library).exec()

    def act(self, act: NoticeAct) -> None:
        """Do what a notice on Today offers."""
        offered: dict[NoticeAct, Callable[[], object]] = {
            NoticeAct.PRIVACY: self._place.covers.toggle_privacy,
            NoticeAct.RECOVERY: self.print_recovery,
            NoticeAct.COPY: self.copy_to_second_place,
            NoticeAct.MISHAPS: self.show_mishaps,
            NoticeAct.SETTINGS: self.show_settings,
            NoticeAct.PRINTED: self._ask_about_printed,
        }
        offered[act]()

    def _ask_about_printed(self) -> None:
        from mat_desktop.facilitation.sheets import coming_out

        sent = coming_out.last(self._place.desk)
        if sent is not None:
            self._place.open_workshop(sent.order.workshop_id, None, None)
        self._place.ask_about_printed()

    def size_words(self, by: int) -> None:
        """Make words so many steps larger or smaller; 0 makes them usual."""
        self._place.tools.wardrobe.step_text(by)

    def show_mishaps(self) -> None:
        """What is noted of errors of the program, for whoever helps her."""
        from mat_desktop.screens.frame.mishaps import MishapsDialog

        tools = self._place.tools
        MishapsDialog(self._window, tools.mishaps(), tools.write, self._place.messages).exec()

    def copy_to_second_place(self) -> None:
        """One verified copy on a stick or another disk."""
        place = self._place
        folder = place.messages.folder("Where to put the copy: a stick or another disk")
        if folder is None:
            return
        try:
            made = library.copy_to_second_place(place.library, folder)
        except Refusal as refusal:
            place.messages.tell(str(refusal))
            return
        place.open_today()
        place.messages.tell(made.words, Look.NOTE if made.elsewhere else Look.FAULT)
