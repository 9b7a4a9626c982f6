"""What is done in a dialog of its own and then left: a card, a hand-over, a new workshop, a copy.

The dialogs are imported when they are opened, so that Today is there sooner.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from mat_desktop.facilitation.library import notices as library
from mat_desktop.facilitation.library.notices import NoticeAct
from mat_desktop.facilitation.today.evening import EveningAct
from mat_desktop.facilitation.today.page import DueEntry
from mat_desktop.facilitation.today.reminders import DueReply
from mat_desktop.screens.frame.people_errands import PeopleErrands
from mat_desktop.screens.shared.bench import Look
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import SheetKind
from mat_desktop.workshop.today import DueKind

if TYPE_CHECKING:
    from mat_desktop.screens.shared.bench import Bench


class Errands(PeopleErrands):
    """Each opens, is done or left, and the window is where it was."""

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
        """Ask for one person to be erased, do it, and hand over the certificate; for the whole workshop without one."""
        place = self._place
        assert place.bench is not None
        place.keep_typing()
        if not person:
            self._erase_workshop(place.bench)
            return
        from mat_desktop.screens.library.erasing import EraseDialog

        with place.tools.alone_with_copies():
            EraseDialog(self._window, place.bench, place.library, person).exec()
        place.bench.done.emit()

    def _erase_workshop(self, bench: "Bench") -> None:
        from mat_desktop.screens.library.erasing_workshop import EraseWorkshopDialog

        dialog = EraseWorkshopDialog(self._window, bench, self._place.library)
        with self._place.tools.alone_with_copies():
            dialog.exec()
        if dialog.is_erased:
            self._place.leave_workshop()
        else:
            bench.done.emit()

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
        from mat_desktop.facilitation.setup.facilitator import facilitator, keep_facilitator
        from mat_desktop.screens.frame.settings import OfLibrary, SettingsDialog
        from mat_desktop.screens.shared.print_options import take_paper

        place, wardrobe = self._place, self._place.tools.wardrobe
        changes = [("Change the passphrase", self.change_passphrase)] if place.library.encrypted else []
        mine = OfLibrary(
            facilitator=facilitator(place.desk),
            keep=partial(keep_facilitator, place.desk),
            changes=[*changes, ("Change the PIN", self.change_pin)],
        )
        before = wardrobe.paper()
        SettingsDialog(self._window, wardrobe, place.messages.folder, mine).exec()
        if wardrobe.paper() != before:
            take_paper(place.desk, wardrobe.paper())
            if place.printing:
                place.open_print()

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

    def evening(self, workshop_id: int, act: EveningAct) -> None:
        """One of the keys of the evening before."""
        place = self._place
        opens: dict[EveningAct, Callable[[], object]] = {
            EveningAct.PRINT: place.open_day_pack,
            EveningAct.STAND_IN: partial(place.open_print, SheetKind.STAND_IN),
            EveningAct.LOST: self.show_loss,
        }
        if act is EveningAct.COPY:
            self.copy_to_second_place()
        elif act is EveningAct.PASSPHRASE:
            self.type_passphrase_once()
        elif act is EveningAct.NUMBERS:
            place.open_workshop(workshop_id, Step.SETUP, None, DueKind.CONTACTS)
        else:
            place.open_workshop(workshop_id, Step.PARTICIPANTS, None)
            opens.get(act, place.keep_typing)()

    def type_passphrase_once(self) -> None:
        """The passphrase, the evening before: tomorrow is too late to look for it."""
        from mat_desktop.screens.library.keys import OnceDialog

        if OnceDialog(self._window, self._place.library).exec():
            self._place.open_today()

    def act(self, act: NoticeAct) -> None:
        """Do what a notice on Today offers."""
        offered: dict[NoticeAct, Callable[[], object]] = {
            NoticeAct.PRIVACY: self._place.covers.toggle_privacy,
            NoticeAct.RECOVERY: self.print_recovery,
            NoticeAct.COPY: self.copy_to_second_place,
            NoticeAct.MISHAPS: self.show_mishaps,
            NoticeAct.AUDIT: self.show_audit,
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

    def show_about(self) -> None:
        """What the program is, and the licences of everything that is installed."""
        from mat_desktop.screens.frame.about import AboutDialog

        AboutDialog(self._window).exec()

    def show_audit(self, person: int = 0) -> None:
        """What was done, and when; about one person, or about everybody."""
        from mat_desktop.screens.frame.audit import AuditDialog

        self._place.keep_typing()
        AuditDialog(self._window, self._place.desk, person).exec()

    def show_audit_of_who_is_here(self) -> None:
        """What was done about the person on the page; where nobody is, about everybody."""
        page = self._place.page_in_front
        self.show_audit(page.whom() if page is not None else 0)

    def _folder_of_copies(self) -> Path | None:
        """Where copies go by the settings; None where that is asked each time, or the stick is not there now."""
        told = self._place.tools.wardrobe.settings.copies
        folder = Path(told) if told else None
        try:
            return folder if folder is not None and folder.is_dir() else None
        except OSError:
            return None

    def copy_to_second_place(self) -> None:
        """One verified copy on a stick or another disk."""
        place = self._place
        folder = self._folder_of_copies() or place.messages.folder("Where to put the copy: a stick or another disk")
        if folder is None:
            return
        try:
            made = library.copy_to_second_place(place.library, folder)
        except Refusal as refusal:
            place.messages.tell(str(refusal))
            return
        place.show_where_we_are()
        place.messages.tell(made.words, Look.NOTE if made.elsewhere else Look.FAULT)
