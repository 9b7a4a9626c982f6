"""The laptop on the table: it is opened and closed, its window is clicked and typed into, and the days go by."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Self

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QListView, QWidget

from mat_desktop.app.window import Window
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.library.settings import MINUTES
from mat_desktop.rehearsal.hands import LEFT, NotThere, choose, in_dialog, press, write
from mat_desktop.rehearsal.messages import RecordedMessages
from mat_desktop.screens.frame.window import Workplace
from mat_desktop.screens.look.belonging import seen_in
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.screens.shared.people_rows import PersonEntry


class Laptop:
    """One program in its real window, and whoever sits before it: what can be done on any page."""

    def __init__(self, folder: Path, clock: SampleClock, size: tuple[int, int] = (1366, 768)) -> None:
        self.folder, self.clock, self._size = folder, clock, size
        self.messages = RecordedMessages()
        self.window: Window | None = None

    def open(self, passphrase: str = "") -> Self:
        """Start the program, and type the passphrase where it is asked for."""
        self.window = Window(self.folder, self.clock)
        self.window.make_messages = lambda _window, _strip: self.messages
        self.window.resize(*self._size)
        self.window.show()
        self._wait_until(lambda: self.window is not None and self.window.ready)
        if self.window.workplace is None and passphrase:
            write(self.window, "Passphrase", passphrase)
            press(self.window, "Open")
        return self

    def stay_at_it(self) -> Self:
        """Never be away so long that the window covers or locks itself: a busy machine may need minutes for a scene."""
        assert self.window is not None
        wardrobe = self.window.wardrobe
        wardrobe.settings = replace(
            wardrobe.settings,
            privacy_minutes=MINUTES["privacy_minutes"][1],
            lock_minutes=MINUTES["lock_minutes"][1],
            day_lock_minutes=MINUTES["day_lock_minutes"][1],
        )
        return self

    def make_library(self, passphrase: str) -> Self:
        """First start: choose a passphrase; the recovery sheet is put off."""
        assert self.window is not None
        write(self.window, "New passphrase", passphrase)
        write(self.window, "The same again", passphrase)
        in_dialog(self._make_and_wait, lambda dialog: press(dialog, "Later"))
        return self

    def open_sample(self) -> Self:
        """Look at the sample workshop, which is made the first time."""
        assert self.window is not None
        press(self.window, "Try the sample workshop")
        self._wait_until(lambda: self.window is not None and self.window.workplace is not None, 12_000)
        return self

    def _make_and_wait(self) -> None:
        assert self.window is not None
        press(self.window, "Make my library")
        self._wait_until(lambda: self.window is not None and self.window.recovery_offered)

    def _wait_until(self, true: Any, patience: int = 400) -> None:
        for _ in range(patience):
            if true():
                return
            QTest.qWait(5)
        raise NotThere("The window did not become ready.")

    @property
    def place(self) -> Workplace:
        """Everything behind the door."""
        assert self.window is not None, "The window is closed."
        assert self.window.workplace is not None, "The library is not open."
        return self.window.workplace

    @property
    def page(self) -> QWidget:
        """The page in front."""
        found = self.place.stack.currentWidget()
        assert found is not None
        return found

    def close(self) -> None:
        """Close the window, as with the cross; under a cover as the system does when it ends the session."""
        assert self.window is not None
        if self.window.workplace is not None and self.window.workplace.covered:
            self.window.workplace.covers.rest()
        self.window.close()
        self.window.deleteLater()
        self.window = None
        QTest.qWait(1)

    def settle(self) -> None:
        """Let the window draw what is due."""
        QTest.qWait(220)

    def picture(self, path: Path) -> None:
        """Take a picture of the window."""
        assert self.window is not None
        self.settle()
        self.window.grab().save(str(path))

    def press(self, name: str) -> None:
        """Press the button with this name."""
        press(self.place, name)

    def back_to_work(self) -> None:
        """Come back from under a cover."""
        assert self.window is not None
        press(self.window, "Back to work")

    def today(self) -> None:
        """Go to Today."""
        press(self.place.rail, "Today")

    def write(self, name: str, words: str) -> None:
        """Write into a field of the page."""
        write(self.page, name, words)

    def choose(self, name: str, words: str) -> None:
        """Choose from a list of the page."""
        choose(self.page, name, words)

    def pick(self, name: str) -> None:
        """Click a row of the list of people. Raises NotThere where no list has the name."""
        lists = seen_in(self.page, PeopleList)
        for view, model in ((found.view, found.model) for found in lists):
            rows = [n for n, entry in enumerate(model.shown) if entry.words == name]
            if rows:
                self._click(view, rows[0])
                return
        shown: list[PersonEntry] = [entry for found in lists for entry in found.model.shown]
        raise NotThere(f"{name} is not in the list: {[entry.words for entry in shown]}")

    def buttons(self) -> list[str]:
        """What the buttons of the page are called."""
        return [b.accessibleName() for b in seen_in(self.page, QAbstractButton)]

    def listed(self) -> list[str]:
        """What stands in the list that is seen."""
        lists = seen_in(self.page, PeopleList)
        return [entry.words for found in lists for entry in found.model.shown]

    def _click(self, view: QListView, row: int) -> None:
        index = view.model().index(row, 0)
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())

    def at(self, day: date, hour: int = 9, minute: int = 0) -> None:
        """Another day comes."""
        self.clock.at = datetime(day.year, day.month, day.day, hour, minute, tzinfo=self.clock.at.tzinfo)
