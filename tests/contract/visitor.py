"""Somebody who goes through the whole window by hand: rail, tabs, buttons and menus, with its real dialogs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSize, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget

from mat_desktop.app.doors import OpenedLibrary
from mat_desktop.app.window import Window
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.rehearsal.hands import NotThere
from mat_desktop.screens.frame.window import Workplace
from mat_desktop.screens.look.belonging import seen_in
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.journey import Step, number
from tests.contract.hand import Hand, in_reach, to_the_front
from tests.contract.kept import Keeps, Kept, NothingKept
from tests.people import NEW_ZEALAND
from tests.sure import sure, sure_of

W = TypeVar("W", bound=QWidget)
LARGE, SMALL = QSize(1366, 768), QSize(1280, 680)
_TAB = "View: "
INNER = ("Sheet: ", "Calls: ", "Meeting: ", "Contact by: ")
"""How the tabs within a page are named. Whatever else stands in such a row is an answer: a click on it is a deed."""
TABS = (_TAB, *INNER)


@dataclass(kw_only=True)
class Visitor:
    """One window over one library, opened as the program opens it."""

    folder: Path
    day: datetime
    window: Window = field(init=False)
    hand: Hand = field(init=False)
    pages: set[str] = field(default_factory=set)
    """What of the table of pages was reached."""
    _kept: Keeps = field(default_factory=NothingKept)

    def open(self) -> "Visitor":
        """Start the program and wait until there is something to look at."""
        self.hand = Hand(lambda: self.window.participant or self.window)
        self.window = Window(self.folder, SampleClock(self.day))
        self.window.resize(LARGE)
        self.window.show()
        until(lambda: self.window.ready)
        to_the_front(self.window)
        return self

    def close(self) -> None:
        """Close the program; nothing of it stays."""
        if self.window.workplace is not None:
            self.window.workplace.covers.rest()
        participant = self.window.participant
        asked = QTimer(interval=20)
        asked.timeout.connect(_close_all_the_same)
        asked.start()
        self.window.close()
        asked.stop()
        if participant is not None:
            participant.hide()
        self.window.deleteLater()
        QTest.qWait(1)

    @property
    def place(self) -> Workplace:
        """Everything behind the door."""
        return sure(self.window.workplace)

    @property
    def kept(self) -> Keeps:
        """What the library keeps, also while the laptop is in a participant's hands.

        A closed library is asked nothing more: that would open its file, and nobody else could.
        """
        if self.window.workplace is None and self.window.participant is None:
            return NothingKept()
        if self.window.workplace is not None:
            opened = sure_of(OpenedLibrary, self.window.workplace.library)
            self._kept = Kept(opened.library)
        return self._kept

    @property
    def page(self) -> StepPage:
        """The step that is seen."""
        return sure(self.place.page_in_front)

    def go_to(self, step: Step) -> None:
        """Click a step on the rail."""
        view = self.place.rail.view
        if not view.isVisible():
            self.press("Open ", self.place.today)
        row = number(step) + (1 if number(step) > 6 else 0)
        # The rail has its place with the next event, and in a low window it scrolls.
        QApplication.processEvents()
        view.scrollTo(view.model().index(row, 0))
        spot = view.visualRect(view.model().index(row, 0)).center()
        self.hand.click_at(self.window, view.viewport().mapTo(self.window, spot))
        assert self.place.page_in_front is not None, f"The rail did not open {step}."
        assert self.place.step is step, f"The rail did not open {step}."
        self.pages.add(step)

    def press(self, beginning: str, within: QWidget | None = None) -> None:
        """Click the first button whose name begins like this."""
        self.hand.click(self.button(beginning, within))

    def button(self, beginning: str, within: QWidget | None = None) -> QAbstractButton:
        """The first button in sight whose name begins like this. Raises NotThere where none can be pressed."""
        root = within or self.hand.front
        for patience in range(12):
            for one in _seen(root, QAbstractButton):
                if one.accessibleName().startswith(beginning) and one.isEnabled() and in_reach(one):
                    return one
            QTest.qWait(patience)
        raise NotThere(f"No button “{beginning}…” in {[b.accessibleName() for b in _seen(root, QAbstractButton)]}")

    def choose(self, button: QAbstractButton, words: str) -> None:
        """Open the menu of a button and click the entry that begins like this."""
        before, chosen = self.hand.inside, list[str]()

        def inside(over: QWidget) -> None:
            if isinstance(over, QMenu) and not chosen:
                chosen.append(words)
                self._take(over, words)
            else:
                before(over)

        self.hand.inside = inside
        try:
            self.hand.click(button)
        finally:
            self.hand.inside = before

    def _take(self, menu: QMenu, words: str) -> None:
        actions = [action for action in menu.actions() if action.text().startswith(words)]
        if not actions:
            raise NotThere(f"“{words}” is not in the menu: {[action.text() for action in menu.actions()]}")
        self.hand.click_at(menu, menu.actionGeometry(actions[0]).center())

    def tabs(self, beginnings: tuple[str, ...]) -> list[str]:
        """The tabs in sight."""
        names = [b.accessibleName() for b in _seen(self.place.main, QAbstractButton) if b.isEnabled()]
        return [name for name in names if name.startswith(beginnings)]

    def views(self) -> Iterator[str]:
        """Go through all tabs of the page in front, and through the tabs within them."""
        tabs = self.tabs((_TAB,))
        for tab in tabs or [""]:
            if tab:
                self.press(tab, self.place.header)
            yield tab.removeprefix(_TAB)
            yield from self._inner(tab)

    def _inner(self, tab: str) -> Iterator[str]:
        for inner in self.tabs(INNER):
            found = [b for b in _seen(self.page, QAbstractButton) if b.accessibleName() == inner]
            if found and not found[0].isChecked() and in_reach(found[0]):
                self.hand.click(found[0])
                yield " / ".join(filter(None, (tab.removeprefix(_TAB), inner)))


def _seen(root: QWidget, kind: type[W]) -> list[W]:
    return seen_in(root, kind)


def until(true: Callable[[], bool]) -> None:
    """Wait until something is true. Raises NotThere where it never is."""
    for _ in range(400):
        if true():
            return
        QTest.qWait(5)
    raise NotThere("The window did not become ready.")


def visitor_of(folder: Path, day: date) -> Visitor:
    """A visitor at nine on a day, with the program open."""
    return Visitor(folder=folder, day=datetime.combine(day, time(9), NEW_ZEALAND)).open()


def _close_all_the_same() -> None:
    """What a walk left half typed or half made is asked about on closing, and goes."""
    question = QApplication.activeModalWidget()
    if isinstance(question, QDialog):
        question.accept()
