"""The main window: it holds the rail and the pages, moves between them, and does nothing else itself.

What Today does not need is imported when a workshop is opened, so that Today is there sooner.
"""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mat_desktop.facilitation.library import locking
from mat_desktop.facilitation.library import notices as library
from mat_desktop.facilitation.library.notices import OpenLibrary
from mat_desktop.facilitation.ports import Bookmark
from mat_desktop.facilitation.today import evening
from mat_desktop.facilitation.today import page as today_room
from mat_desktop.screens.frame import menu
from mat_desktop.screens.frame.actions import open_pictures
from mat_desktop.screens.frame.around import Guidance, Header
from mat_desktop.screens.frame.bar import ActionBar
from mat_desktop.screens.frame.covers import Covers
from mat_desktop.screens.frame.errands import Errands
from mat_desktop.screens.frame.idle import After, Idle
from mat_desktop.screens.frame.keys import KeyWatch, redoes, takes_undo, undoes
from mat_desktop.screens.frame.open_dialogs import holds_typing, leave, open_dialogs
from mat_desktop.screens.frame.opened import OpenPages
from mat_desktop.screens.frame.pages import PAGES, PageName
from mat_desktop.screens.frame.people_errands import Tools
from mat_desktop.screens.frame.rail import Rail
from mat_desktop.screens.frame.scrolling import WorkshopFrame
from mat_desktop.screens.frame.surroundings import Surroundings
from mat_desktop.screens.frame.undo import Turning
from mat_desktop.screens.look.standing_on import window_of
from mat_desktop.screens.printing.filing import Filing
from mat_desktop.screens.shared.band import Strip
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.buttons import ENTER
from mat_desktop.screens.shared.entering import enter
from mat_desktop.screens.shared.let_go import OnceLetGo
from mat_desktop.screens.shared.page_stack import PageStack
from mat_desktop.screens.shared.ring import FocusRing, can_have_the_keyboard, into_sight
from mat_desktop.screens.shared.staying import staying
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.screens.shared.unkept import not_kept
from mat_desktop.screens.today.page import TodayPage
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import SheetKind
from mat_desktop.workshop.today import DueKind


class Workplace(QWidget):
    """Everything behind the door: made once a library is open."""

    def __init__(self, opened: OpenLibrary, tools: Tools) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.library, self.tools, self.desk = opened, tools, opened.desk
        self.desk.paper = tools.wardrobe.paper()
        self.bench: Bench | None = None
        self.step: Step | None = None
        self.strip = Strip()
        self.messages = tools.messages(self, self.strip)
        self.filing, self.errands = Filing(self, self), Errands(self, self)
        self.turning = Turning(self.desk, self.messages, self)
        errands = self.errands
        self.covers = Covers(self, opened, self._keep_fields, errands.open_card, tools.lock, errands.say_who_left)
        self.rail = Rail(self.open_today, self.open_step, self.open_print, self.filing.ask_code)
        self.today = TodayPage(
            self.open_workshop,
            errands.new_workshop,
            errands.act,
            errands.remind,
            errands.answer_call,
            errands.type_calls,
            errands.evening,
        )
        self.header, self.guidance = Header(self.covers.toggle_privacy, self.errands.card_of_who_is_here), Guidance()
        self.bar = ActionBar(self.go_back, self.turning.undo, self.covers.toggle_step_out, self.go_on)
        self.stack = PageStack()
        self._pages = OpenPages(self.stack)
        self._around = Surroundings(self.desk, self.rail, self.header, self.guidance, self.bar)
        self.frame = WorkshopFrame(self.header, self.guidance, self.stack, self.bar)
        self.main = PageStack()
        self._build()

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.main.addWidget(self.today)
        self.main.addWidget(self.frame)
        layout.addWidget(self.rail)
        layout.addWidget(self.main, 1)
        self.ring = FocusRing(self)
        self._after_deed = OnceLetGo(self, self.show_again)
        menu.listen(self, self)
        self.rail.menu.setMenu(menu.menu_of(self, self))
        self._keys = KeyWatch(self, self._hears)
        self._idle = Idle(
            self, (After(self._minutes_to_cover, self.covers.cover), After(self._minutes_to_lock, self.tools.lock))
        )
        self.tools.wardrobe.changing.connect(self._pages.forget_behind)
        self.open_today()

    def _minutes_to_cover(self) -> int:
        return self.tools.wardrobe.settings.privacy_minutes

    def _minutes_to_lock(self) -> int:
        return locking.minutes_to_lock(self.desk, self.tools.wardrobe.settings)

    def showEvent(self, event: QShowEvent) -> None:
        """The keys of the covers are heard from the first moment on."""
        super().showEvent(event)
        for hears in (self.covers.hear, self._idle.follow):
            hears(window_of(self.window()))
        if not event.spontaneous():
            QTimer.singleShot(0, self, self._keyboard_to_today)

    def _keyboard_to_today(self) -> None:
        """Whoever comes in has the keyboard where she goes on."""
        if self.today.isVisible() and not self.isAncestorOf(self.window().focusWidget() or self.window()):
            self.today.take_keyboard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows have a narrow rail."""
        self.rail.fit(event.size().width())
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """With larger words a window is narrow sooner."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self.rail.fit(self.width())

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab: whatever has the keyboard then is seen, wherever it was before."""
        by_hand = can_have_the_keyboard(self.window().focusWidget())
        went = super().focusNextPrevChild(forwards)
        if by_hand:
            into_sight(self.window().focusWidget())
        return went

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line goes on to the next field; elsewhere it does what the one filled button in sight says.

        Delete comes here only where nothing that has the keyboard means anything by it.
        """
        if event.key() == Qt.Key.Key_Delete and not event.isAutoRepeat():
            menu.do_key(self, "Delete")
            event.accept()
            return
        if event.key() not in ENTER:
            super().keyPressEvent(event)
            return
        event.accept()
        if not event.isAutoRepeat() and not self.covered:
            enter(self.main, confirms=False)

    def _hears(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Scanners are heard first; Ctrl+Z is for a field with typing that is not kept, else for the journal."""
        if self.filing.hears(watched, event):
            return True
        back, again = undoes(event), redoes(event)
        return (back or again) and self._undo_key(watched, event, back)

    def _undo_key(self, watched: QWidget, event: QKeyEvent, back: bool) -> bool:
        if takes_undo(watched) or self.covered:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            (self.turning.undo if back else self.turning.redo)()
        return True

    @property
    def page(self) -> StepPage | None:
        """The step that is open."""
        return self._pages.of(self.step)

    @property
    def page_in_front(self) -> StepPage | None:
        """The step that is seen; None where Today or the print centre is."""
        seen = self.main.currentWidget() is self.frame and self.stack.currentWidget() is self.page
        return self.page if seen else None

    def keep_typing(self) -> None:
        """Keep what is typed on the page, before it is left."""
        if self.page is not None:
            self.page.keep_typing()
        self.messages.hush()

    def _keep_fields(self) -> None:
        if self.page is not None:
            self.page.keep_fields()

    def _at_hand(self) -> bool:
        """Whether the library can be read; where its disk is away that is said, and the page stays whole as it is."""
        try:
            self.desk.archive.at_hand()
        except Refusal as refusal:
            self.messages.tell(str(refusal))
            return False
        return True

    def open_today(self) -> None:
        """Back to Today."""
        self.keep_typing()
        if not self._at_hand():
            return
        self.desk.trail.shown(PageName.TODAY)
        self.step = None
        self._around.show_no_workshop(library.sending_words(self.library.folder))
        with staying(self.today):
            view = today_room.today(self.desk)
            held = [(card.id, card.held_on) for card in view.workshops]
            tonight = evening.evening(self.desk, held, encrypted=self.library.encrypted)
            self.today.show_today(view, library.notices(self.library), tonight)
        self.today.hold(self.strip)
        if self.main.currentWidget() is not self.today:
            self.main.setCurrentWidget(self.today)
            self.today.to_top()

    def leave_workshop(self) -> None:
        """Back to Today from a workshop that is no longer there; nothing that was typed for it is kept."""
        self._pages.forget()
        self.bench = self.step = None
        self.open_today()

    def open_workshop(
        self, workshop_id: int, step: Step | None, person: int | None, due: DueKind | None = None
    ) -> None:
        """Open one workshop at a step, and there where a due thing of this kind is done."""
        self.keep_typing()
        if not self._at_hand():
            return
        if self.bench is None or self.bench.workshop_id != workshop_id:
            self._pages.forget()
            self.step = None
            tools = self.tools
            self.bench = Bench(
                self.desk, tools.printer, tools.dispatcher, self.messages, workshop_id, tools.write, tools.eye
            )
            self.bench.done.connect(self._after_deed.ask)
            self.bench.wanted.connect(lambda found, key: self.open_step(Step(found), key))
            self.bench.worked_on.connect(self._worked_on)
            self.bench.card_wanted.connect(self.errands.open_card)
            self.bench.hand_over_wanted.connect(self.errands.hand_over)
            self.bench.erasure_wanted.connect(self.errands.erase)
            self.bench.record_wanted.connect(self.errands.show_record)
            self.bench.audit_wanted.connect(self.errands.show_audit)
            self.bench.print_wanted.connect(lambda kind, people: self.open_print(SheetKind(kind), set(people)))
            self.bench.led_on.connect(lambda: self.bar.on.setFocus(Qt.FocusReason.OtherFocusReason))
            self.bench.bag_wanted.connect(self.open_meeting_bag)
            self.bench.sheet_wanted.connect(self.filing.open_code)
            self.bench.pictures_wanted.connect(lambda: open_pictures(self))
        self.open_step(step or Step.SETUP, person or 0)
        if due is not None and self.page is not None:
            self.page.open_due(due, person or 0)

    def open_step(self, step: Step, person: int = 0) -> None:
        """Open any step at any time."""
        assert self.bench is not None
        self.keep_typing()
        if not self._at_hand():
            return
        self.desk.trail.shown(step)
        page = self._pages.step(self.bench, step)
        stood = page.isVisible()
        self.step = step
        page.open_person(person)
        self.stack.setCurrentWidget(page)
        self.main.setCurrentWidget(self.frame)
        self.frame.to_top()
        self.frame.hold(self.strip)
        self.rail.mark_paper(False)
        self._keep_place(page.person)
        self.header.show_page(PAGES[step].title, "", page.tools)
        self.show_again(afresh=True)
        before: QWidget | None = self.window().focusWidget()
        if before is not None and not stood and page.isAncestorOf(before):
            # What had the keyboard went with its page, and Qt handed it to anything in this one.
            before.clearFocus()
            before = None
        page.arrive()
        self.frame.to_top()
        now = self.window().focusWidget()
        works = stood and now is not None and page.isAncestorOf(now)
        if now is before and not works and not self.rail.view.hasFocus():
            page.take_keyboard()

    def _worked_on(self, person: int) -> None:
        self._keep_place(person)
        if self.page is not None:
            self._around.show_actions(self.page)

    def _keep_place(self, person: int) -> None:
        """Remember where she is; what cannot be remembered is said, and the page opens all the same."""
        if self.bench is not None and self.step is not None:
            try:
                self.desk.archive.keep_place(Bookmark(self.bench.workshop_id, self.step, person or None))
            except Refusal as refusal:
                self.messages.tell(str(refusal))

    def show_where_we_are(self) -> None:
        """Show what is kept now, after something was taken back or done again."""
        if self.step is None:
            self.open_today()
        else:
            self.show_again()

    def show_again(self, *, afresh: bool = False) -> None:
        """Show what is kept: after every deed, undo and redo, and when a step opens."""
        if self.bench is None or self.step is None:
            return
        try:
            self.bench.go_by_its_zone()
            self._around.show_step(self.bench.workshop_id, self.step, afresh=afresh)
        except Refusal:
            self.open_today()
            return
        page = self.page
        if page is not None:
            person = page.person
            with staying(self, lambda: page.person == person):
                page.refresh()
                self._around.show_actions(page)

    def go_on(self) -> None:
        """The one filled button: the next step of the run sheet or the rail."""
        if self.step is None or self._around.following is self.step:
            self.open_today()
        else:
            self.open_step(self._around.following)

    def go_back(self) -> None:
        """One step back; before the first lies Today."""
        if self._pages.printing_in_front and self.step is not None:
            self.open_step(self.step)
            return
        steps = list(Step)
        place = steps.index(self.step) if self.step is not None else 0
        if place:
            self.open_step(steps[place - 1])
        else:
            self.open_today()

    def ask_about_printed(self) -> None:
        """The print page, with the question whether all of the last print came out."""
        self.open_print()
        if self._pages.printing is not None:
            self._pages.printing.ask_again()

    def open_meeting_bag(self) -> None:
        """The print page, with what goes to a meeting chosen."""
        self.open_print()
        if self._pages.printing is not None:
            self._pages.printing.meeting_bag()

    def open_day_pack(self) -> None:
        """The print page with what the day of the open workshop could not be held without."""
        self.open_print()
        if self._pages.printing is not None:
            self._pages.printing.print_the_day()

    def open_print(self, kind: SheetKind | None = None, keys: set[int] | None = None) -> None:
        """The print page of the open workshop."""
        if self.bench is None or self.main.currentWidget() is self.today:
            return
        self.keep_typing()
        if not self._at_hand():
            return
        self.desk.trail.shown(PageName.PRINT)
        page = self._pages.show_print_centre(self.bench, self.tools.write, kind, tuple(keys or ()))
        self.frame.to_top()
        self._around.show_print_centre(PAGES[PageName.PRINT].title, page)

    def find_person(self) -> None:
        """The keyboard goes to the field that finds somebody in the list of the page, where it has one."""
        field = self.page.finds() if self.page is not None else None
        if field is not None:
            field.setFocus()

    def show_actions(self) -> None:
        """Everything that can be done, to search in; a form code opens its sheet."""
        menu.show_list(self, self)

    def come_back(self, workshop_id: int, person: int, *, something_to_read: bool) -> None:
        """After the PIN: the privacy screen, with at most a word that there is something to read."""
        self.open_workshop(workshop_id, Step.SCREENING, person)
        self.covers.come_back(person if something_to_read else 0)

    @property
    def covered(self) -> bool:
        """Whether something lies over the program."""
        return self.covers.up

    @property
    def printing(self) -> bool:
        """Whether the print centre is the page that is seen."""
        return self._pages.printing_in_front and self.main.currentWidget() is self.frame

    def lock_over(self) -> bool:
        """Keep what is typed, and lay the lock. True where nothing of it would be lost if the page went."""
        self.covers.uncover()
        dialogs = open_dialogs()
        if not dialogs:
            self.keep_typing()
        stays = any(map(holds_typing, dialogs)) or bool(self.not_kept())
        self.covers.lay_lock()
        if not stays:
            leave(dialogs)
        return not stays

    def let_go(self) -> None:
        """Keep what is typed, leave what is under way, and listen to no key any more."""
        self.keep_typing()
        self.abandon_work()
        self._after_deed.rest()
        self._keys.rest()
        self._idle.rest()
        self.covers.rest()

    def abandon_work(self) -> None:
        """Leave what is under way beside the window."""
        self._pages.abandon()

    def under_way(self) -> list[str]:
        """What would be lost of the work beside the window if it closed now, a sentence each."""
        return self._pages.under_way()

    def not_kept(self) -> list[str]:
        """What is typed and was refused, a sentence each: it goes when the window does."""
        return not_kept(self.stack)

    def close_library(self) -> None:
        """Let go of everything, the file last."""
        self.let_go()
        self.library.close()
