"""The main window of a running program: painted first, filled after."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

import mat_desktop.app.beforehand  # noqa: F401  first of all, for it makes the imports that follow quicker
from mat_desktop.app.ahead import read_pages_ahead, start_reading_ahead
from mat_desktop.app.doors import SystemDoors
from mat_desktop.app.first_paint import FirstPaint
from mat_desktop.app.leaving import Leaving, Session
from mat_desktop.app.locking import Locking
from mat_desktop.app.mishap_log import MishapLog
from mat_desktop.app.mishaps import Mishaps
from mat_desktop.app.settings import NAME, SettingsFile
from mat_desktop.app.sleeping import Sleeping
from mat_desktop.app.system import Press, SystemClock
from mat_desktop.app.trail import MemoryTrail
from mat_desktop.app.worker import Processes
from mat_desktop.screens.frame.shell import Opening, Shell
from mat_desktop.screens.look.dress import dress
from mat_desktop.screens.look.standing_on import screen_of, window_of
from mat_desktop.screens.look.wardrobe import Wardrobe
from mat_desktop.screens.look.wishes import SystemWishes
from mat_desktop.workshop.refusal import Refusal

if TYPE_CHECKING:
    from mat_desktop.app.backing_up import BackingUp
    from mat_desktop.app.erasing_on import ErasingOn
    from mat_desktop.facilitation.library.notices import OpenLibrary
    from mat_desktop.facilitation.ports import Clock
    from mat_desktop.screens.frame.window import Workplace
    from mat_desktop.screens.private.window import ParticipantWindow
    from mat_desktop.screens.shared.band import Strip
    from mat_desktop.screens.shared.bench import Messages


_AFTER_TODAY = 300
"""Milliseconds from the opening of a library to reading ahead."""


class Window(Shell):
    """The main window: painted first, filled after. `log` is where errors of the program itself are noted."""

    def __init__(
        self,
        folder: Path,
        clock: "Clock | None" = None,
        log: Path | None = None,
        wardrobe: Wardrobe | None = None,
    ) -> None:
        """Without a wardrobe of the running program, the settings lie beside the library."""
        super().__init__()
        self.wardrobe = wardrobe or _wardrobe_beside(folder)
        self.wardrobe.on_refused = self._tell_mishap
        self.trail = MemoryTrail()
        self.mishaps = Mishaps(MishapLog(log or folder.with_name("mishaps.log")), self.trail, clock or SystemClock())
        self.mishaps.met.connect(self._tell_mishap)
        self.mishaps.refused.connect(self._tell_refused)
        self.doors = SystemDoors(folder, folder.with_name("sample"), clock, self.trail)
        self.workplace: Workplace | None = None
        self.participant: ParticipantWindow | None = None
        self._library: OpenLibrary | None = None
        self._backing_up: BackingUp | None = None
        self._erasing_on: ErasingOn | None = None
        self._leaving = Leaving()
        self.locking = Locking(self, lambda: self.workplace, self._shut)
        self.sleeping = Sleeping(self, self.locking.lock)
        self._left_behind: list[str] = []
        """What was stopped beside the window when the laptop was handed over, or locked."""
        self.make_messages: Callable[[QWidget, Strip], Messages] | None = None
        self.on_usable: Callable[[], object] = lambda: None
        self.on_painted: Callable[[], object] = lambda: None
        self.ready = False
        self.recovery_offered = False
        first = FirstPaint(self._painted)
        self.setCentralWidget(first)

    def _painted(self) -> None:
        self.on_painted()
        QTimer.singleShot(0, self.fill)

    def fill(self) -> None:
        """Read in the rest, then show the way in or Today."""
        from mat_desktop.screens.frame.pages import PageName

        self.trail.shown(PageName.ENTRANCE)
        self.locking.begin()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        dress(application)
        self.wardrobe.dress()
        self._show_entrance(locked=None)
        if self.workplace is None:
            QTimer.singleShot(0, read_pages_ahead)
            self.on_usable()
        # While Today is being painted, nothing else may take the time.
        QTimer.singleShot(0 if self.workplace is None else _AFTER_TODAY, start_reading_ahead)
        QTimer.singleShot(_AFTER_TODAY, self, self.sleeping.listen)
        self.ready = True

    def _show_entrance(self, *, locked: str | None) -> None:
        """The way in; a library without a passphrase may be open by the time it is made."""
        from mat_desktop.screens.library.entrance import Entrance

        beside = Processes(self.mishaps.note)
        entrance = Entrance(self.doors, self.enter, self._ask_folder, self.show_settings, beside, locked=locked)
        if self.workplace is None:
            self.setCentralWidget(entrance)
            entrance.take_focus()

    def _shut(self) -> None:
        """Locked: every page goes, the library is closed, and the way in is shown."""
        from mat_desktop.screens.frame.pages import PageName

        assert self.workplace is not None
        self._left_behind = self.workplace.under_way()
        saved = self.workplace.covers.saved_up_to()
        self.workplace.close_library()
        self.workplace.desk.archive.forget()
        self.workplace = self._library = None
        self._end_beside()
        self.setCentralWidget(Opening())
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.trail.shown(PageName.ENTRANCE)
        self._show_entrance(locked=saved)

    def _ask_folder(self, title: str) -> Path | None:
        """Which folder or stick, before there is a workplace to ask it."""
        from mat_desktop.screens.shared.band import Strip
        from mat_desktop.screens.shared.messages import WindowMessages

        return (self.make_messages or WindowMessages)(self, Strip()).folder(title)

    def show_settings(self) -> None:
        """The settings of this computer, before any library is open."""
        from mat_desktop.screens.frame.settings import SettingsDialog

        SettingsDialog(self, self.wardrobe, self._ask_folder).exec()

    def enter(self, library: "OpenLibrary") -> None:
        """A library is open: build the workplace. If the laptop was in a participant's hands, it still is."""
        from mat_desktop.app.backing_up import BackingUp
        from mat_desktop.app.erasing_on import ErasingOn
        from mat_desktop.facilitation.private.handed_over import handed_over

        self._library = library
        self._end_beside()
        self._backing_up = BackingUp(self, library, Processes(self.mishaps.note), self._tell_mishap)
        self._erasing_on = ErasingOn(self, library, Processes(self.mishaps.note), self._tell_mishap)
        kept = handed_over(library.desk)
        if kept is not None:
            QTimer.singleShot(0, lambda: self.hand_over(kept))
        else:
            self.locking.come_back(self._build_workplace(library))
            self._tell_stopped("locked")
        QTimer.singleShot(_AFTER_TODAY, self, self._erasing_on.begin)
        self.on_usable()

    def _end_beside(self) -> None:
        """Leave what is done beside the window with the library that was open."""
        for beside in (self._backing_up, self._erasing_on):
            if beside is not None:
                beside.end()

    def _build_workplace(self, library: "OpenLibrary") -> "Workplace":
        from mat_desktop.app.eyes import SystemEye
        from mat_desktop.facilitation.ports import Fact
        from mat_desktop.screens.frame.people_errands import Tools
        from mat_desktop.screens.frame.window import Workplace
        from mat_desktop.screens.shared.messages import WindowMessages
        from mat_desktop.storage.folder.files import write_whole

        make, beside = self.make_messages or WindowMessages, Processes(self.mishaps.note)
        assert self._erasing_on is not None
        tools = Tools(
            printer=Press(beside),
            dispatcher=beside,
            eye=SystemEye(),
            write=write_whole,
            messages=make,
            hand_over=self.hand_over,
            lock=self.locking.lock,
            leave_backup=self._leave_backup,
            alone_with_copies=self._erasing_on.held,
            wardrobe=self.wardrobe,
            mishaps=self.mishaps.log.read,
        )
        self.workplace = Workplace(library, tools)
        self.setCentralWidget(self.workplace)
        if library.encrypted and not library.desk.archive.fact(Fact.RECOVERY_OFFERED):
            library.desk.hold(Fact.RECOVERY_OFFERED, "yes")
            QTimer.singleShot(0, self._offer_recovery)
        return self.workplace

    def _leave_backup(self) -> None:
        if self._backing_up is not None:
            self._backing_up.leave()

    def hand_over(self, hand_over_id: int) -> None:
        """The laptop goes to a participant: every page and model goes, this window hides, theirs comes."""
        from mat_desktop.facilitation.private import talk as private
        from mat_desktop.screens.frame.pages import PageName
        from mat_desktop.screens.private.window import ParticipantWindow

        library = self._library
        assert library is not None
        if self.workplace is not None:
            self._left_behind = self.workplace.under_way()
            self.workplace.let_go()
        self.workplace = None
        self.setCentralWidget(Opening())
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        library.desk.archive.forget()
        self.trail.shown(PageName.PARTICIPANT)
        talk = private.talk(library.desk, hand_over_id, library.is_passphrase)
        self.participant = ParticipantWindow(talk, lambda: self._taken_back(hand_over_id))
        # A projector is a screen too: the questions stand where her own window stood.
        screen = screen_of(self)
        self.participant.setScreen(screen)
        self.participant.setGeometry(screen.availableGeometry())
        if self.isFullScreen() or self.make_messages is None:
            self.participant.showFullScreen()
        else:
            self.participant.resize(self.size())
            self.participant.show()
        self.hide()

    def _taken_back(self, hand_over_id: int) -> None:
        """The PIN was right: theirs goes, ours comes back behind the privacy screen."""
        from mat_desktop.facilitation.private import talk as private

        participant, library = self.participant, self._library
        assert participant is not None
        assert library is not None
        self.participant = None
        place = self._build_workplace(library)
        workshop_id, person, read = private.something_to_read(library.desk, hand_over_id)
        place.come_back(workshop_id, person, something_to_read=read)
        self._tell_stopped("handed over")
        self.show()
        participant.close()
        participant.deleteLater()

    def _tell_stopped(self, when: str) -> None:
        """What was being worked out when the laptop was handed over, or the library locked."""
        from mat_desktop.screens.shared.bench import Look

        if self._left_behind and self.workplace is not None:
            words = f"was stopped when the laptop was {when}. Nothing is lost; ask for it again."
            self.workplace.messages.tell(f"What was being worked out {words}", Look.NOTE)
        self._left_behind = []

    def _tell_refused(self, sentence: str) -> None:
        """What the disk did not take, on whichever page it was; to a participant without the facilitator's words."""
        from mat_desktop.screens.library.entrance import Entrance

        page = self.centralWidget()
        if self.participant is not None:
            self.participant.say_refused()
        elif self.workplace is not None:
            self.workplace.messages.tell(sentence)
        elif isinstance(page, Entrance):
            page.say(sentence)

    def _tell_mishap(self, sentence: str) -> None:
        """Say it where it can be read; in a participant's hands nothing is said."""
        if self.workplace is not None:
            self.workplace.messages.tell(sentence)

    def _offer_recovery(self) -> None:
        if self.workplace is not None:
            self.workplace.errands.print_recovery()
        self.recovery_offered = True

    def session_ends(self, session: Session) -> None:
        """The system ends the session: what is under way is asked about once, and waiting keeps the session."""
        if self.workplace is not None:
            self._leaving.session_ends(self.workplace, session)

    def showEvent(self, event: QShowEvent) -> None:
        """The keys for the size of words are heard from the first moment on."""
        super().showEvent(event)
        self.wardrobe.hear(window_of(self))

    def _may_close(self) -> bool:
        """Let go of the library, unless somebody would rather stay."""
        if self.workplace is not None:
            if not self._leaving.may_leave(self.workplace) or not self._leaving.backed_up(self.workplace):
                return False
            self.workplace.close_library()
            self.workplace = None
        elif self.participant is not None and self._library is not None:
            self.participant.deleteLater()
            self.participant = None
            with suppress(Refusal):
                self._library.back_up()
            self._library.close()
        self._end_beside()
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is typed and back up, then go."""
        event.setAccepted(self._may_close())
        if event.isAccepted():
            self.wardrobe.rest()


def _wardrobe_beside(folder: Path) -> Wardrobe:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return Wardrobe(application, SettingsFile(folder.with_name(NAME)), SystemWishes(1.0))
