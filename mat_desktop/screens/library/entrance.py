"""The way in: a new library with its passphrase, the passphrase of an old one, the recovery sheet, a copy."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from mat_desktop.facilitation.dispatch import Dispatcher
from mat_desktop.facilitation.library.notices import LOCKED, ON_PAPER, SAVED_UP_TO, Doors, OpenLibrary, check_passphrase
from mat_desktop.facilitation.library.way_back import NOT_THERE, LibraryLost
from mat_desktop.screens.library.bringing_back import BringingBack
from mat_desktop.screens.library.secret import secret_line
from mat_desktop.screens.look.belonging import all_in
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.beside import Beside
from mat_desktop.screens.shared.buttons import ENTER
from mat_desktop.screens.shared.entering import enter
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.laying_out import lay_out
from mat_desktop.screens.shared.lines import Text
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import button, card, column, emptied, fault_lines, label, row, scrolled
from mat_desktop.screens.shared.ring import Ringed
from mat_desktop.workshop.refusal import Refusal, without_saving

Opened = Callable[[OpenLibrary], object]
AskFolder = Callable[[str], Path | None]
_WIDE, _MOST = 620, 1000
"""How wide the card is where it has room, in pixels at text of 100 %; and its share of the room, before all others."""


class Entrance(Ringed):
    """One card in the middle of the window, for whatever is needed to come in."""

    def __init__(
        self,
        doors: Doors,
        opened: Opened,
        ask_folder: AskFolder,
        settings: Callable[[], object],
        dispatcher: Dispatcher,
        *,
        locked: str | None = None,
    ) -> None:
        """`opened` is handed the library; `ask_folder` chooses a folder; `settings` shows those of this computer.

        `dispatcher` does what may take long; `locked`: it was open a moment ago, with all saved up to then, if any.
        """
        super().__init__()
        self.setObjectName("canvas")
        self._doors, self._opened, self._ask_folder, self._locked = doors, opened, ask_folder, locked
        self._making = Beside(self, dispatcher)
        self._error = fault_lines()
        frame, self._card = card(margins=20, gap=10)
        hold(frame, most_width=_WIDE)
        middle = QWidget()
        around = QHBoxLayout(middle)
        around.addStretch(1)
        around.addWidget(frame, _MOST, Qt.AlignmentFlag.AlignVCenter)
        around.addStretch(1)
        self.settings = button("Settings", settings, "quiet", "settings")
        self.settings.setToolTip("Colours, size of words, locks (Ctrl+,)")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.addWidget(scrolled(middle), 1)
        layout.addWidget(self.settings, 0, Qt.AlignmentFlag.AlignHCenter)
        self.begin()

    def begin(self) -> None:
        """The page for what lies in the folder now."""
        try:
            if not self._doors.exists() and self._locked is not None:
                self.show_waiting(NOT_THERE)
            elif not self._doors.exists():
                self.show_welcome()
            elif self._doors.needs_passphrase():
                self.show_unlock()
            else:
                self._enter(lambda: self._doors.open(None))
        except Refusal as refusal:
            self._show_refused(refusal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line goes on, from the last one to the filled button."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            enter(self, confirms=True)

    def take_focus(self) -> None:
        """Put the cursor where the first answer goes."""
        if lines := all_in(self, QLineEdit):
            lines[0].setFocus()

    def _afresh(self, title: str, words: str) -> None:
        emptied(self._card)
        self._error = fault_lines()
        self._card.addWidget(label(title, "title", wrap=True))
        self._card.addWidget(label(words, "muted", wrap=True))

    def _give_keyboard(self, widget: QWidget) -> None:
        """What was just put on the page is there for the very next key."""
        lay_out(self)
        widget.setFocus()

    def _named(self, name: str, edit: QWidget) -> None:
        said = label(name, "label")
        self._card.addLayout(column(said, edit, gap=4))

    def _try(self, way: Callable[[], OpenLibrary], again: Callable[[], object] = lambda: None) -> None:
        """Go in; a page that led in is touched no more. A refusal is said, then `again`; a loss shows the way back."""
        try:
            self._enter(way)
        except LibraryLost as lost:
            self.show_lost(str(lost))
        except Refusal as refusal:
            self._error.setText(str(refusal))
            again()

    def _enter(self, way: Callable[[], OpenLibrary]) -> None:
        library = way()
        try:
            self._opened(library)
        except Refusal:
            library.close()
            raise

    def say(self, sentence: str) -> None:
        """Say something on the page that is shown."""
        self._error.setText(sentence)

    def _show_refused(self, refusal: Refusal) -> None:
        if isinstance(refusal, LibraryLost):
            self.show_lost(str(refusal))
        else:
            self.show_waiting(str(refusal))

    def show_waiting(self, sentence: str) -> None:
        """It cannot be opened now, though nothing is lost: another window, a disk that is full or out."""
        self._afresh("The library cannot be opened now", without_saving(sentence))
        self._card.addWidget(self._error)
        again = button("Try again", self.begin, "primary")
        self._card.addLayout(row(self._sample_button(), self._way_back_button(), None, again))
        self._give_keyboard(again)

    def show_welcome(self) -> None:
        """First start."""
        self._afresh(
            "Welcome to MAT Desktop",
            "Everything you write is kept in one encrypted library on this computer. Choose a passphrase for it. "
            "MAT Desktop sends nothing.",
        )
        first, second = secret_line("New passphrase"), secret_line("The same again")
        self._named("New passphrase", first)
        self._named("The same again", second)
        self._card.addWidget(self._error)

        def create() -> None:
            wrong = check_passphrase(first.text(), second.text())
            self._error.setText(wrong)
            if not wrong:
                self._wait("Making your library …")
                self._try(lambda: self._doors.create(first.text()))

        make = button("Make my library", create, "primary", "arrow-right", after=True)
        self._card.addWidget(_ways(self._sample_button(), self._way_back_button(), make))
        self._give_keyboard(first)

    def _sample_button(self) -> QWidget:
        found = button("Try the sample workshop", self._open_sample, "quiet")
        found.setToolTip("Invented people, no passphrase")
        return found

    def _way_back_button(self) -> QWidget:
        return button("Bring a library back", self.show_way_back, "quiet")

    def _open_sample(self) -> None:
        """The first time it is made beside the window, which can stop it; then it is there at once."""
        task = self._doors.making_sample()
        if task is None:
            self._try(self._doors.sample)
            return
        self._show_preparing()
        self._making.start(task, lambda _made: self._enter_sample(), self._not_prepared)

    def _show_preparing(self) -> None:
        self._afresh("The sample workshop is prepared", "All its people are invented. This is done once.")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName("The sample workshop is being prepared")
        self._card.addWidget(bar)
        self._card.addWidget(self._error)
        stop = button("Stop", self._stop_preparing)
        self._card.addLayout(row(None, stop))
        self._give_keyboard(stop)

    def _enter_sample(self) -> None:
        try:
            self._enter(self._doors.sample)
        except Refusal as refusal:
            self._not_prepared(str(refusal))

    def _stop_preparing(self) -> None:
        self._making.leave()
        self.begin()

    def _not_prepared(self, sentence: str) -> None:
        self.begin()
        self.say(sentence)

    def _wait(self, words: str) -> None:
        """Say what is being done, in the colour of what is no fault, before the window is busy with it."""
        self._in_kind("small")
        self._error.setText(words)
        self._error.repaint()
        self._in_kind("error")

    def _in_kind(self, kind: str) -> None:
        self._error.setProperty("kind", kind)
        self._error.style().unpolish(self._error)
        self._error.style().polish(self._error)

    def show_unlock(self) -> None:
        """The passphrase page of an old library."""
        if self._locked is not None:
            self._afresh(LOCKED, f"{SAVED_UP_TO.format(saved=self._locked)} {ON_PAPER}" if self._locked else ON_PAPER)
        else:
            self._afresh("Welcome back", "Type your passphrase to open the library.")
        secret = secret_line("Passphrase")
        self._named("Passphrase", secret)
        self._card.addWidget(self._error)

        def unlock() -> None:
            self._error.setText("")
            self._try(lambda: self._doors.open(secret.text()), secret.selectAll)

        opening = button("Open", unlock, "primary", "arrow-right", after=True)
        forgotten = button("I have forgotten it", self.show_recovery, "quiet")
        self._card.addWidget(_ways(forgotten, self._way_back_button(), self._sample_button(), opening))
        self._give_keyboard(secret)

    def show_recovery(self) -> None:
        """The recovery sheet opens the library and sets a new passphrase."""
        self._afresh("The recovery sheet", "Type the eight lines as they stand on the paper, then a new passphrase.")
        lines = Text()
        hold(lines, height=210)
        first, second = secret_line("New passphrase"), secret_line("The same again")
        lines.setAccessibleName("The eight lines")
        self._named("The eight lines", lines)
        self._named("New passphrase", first)
        self._named("The same again", second)
        self._card.addWidget(self._error)

        def recover() -> None:
            wrong = check_passphrase(first.text(), second.text())
            self._error.setText(wrong)
            if not wrong:
                self._try(lambda: self._doors.open_with_recovery(lines.toPlainText(), first.text()))

        on = button("Open", recover, "primary", "arrow-right", after=True)
        self._card.addLayout(row(button("Back", self.begin, icon="arrow-left"), None, on))
        self._give_keyboard(lines)

    def show_lost(self, sentence: str) -> None:
        """The library is damaged or gone: say so, and offer the way back."""
        self._bring_back("The library cannot be opened", sentence)
        sheet = button("Open it with the recovery sheet", self.show_recovery, "quiet")
        self._card.addLayout(row(sheet, self._sample_button(), None))

    def show_way_back(self) -> None:
        """A copy is wanted in the place of what lies there, or where there is nothing."""
        self._bring_back("Bring a library back", "What lies here now, if anything, is kept beside it.")
        self._card.addLayout(row(button("Back", self.begin, icon="arrow-left"), None))

    def _bring_back(self, title: str, sentence: str) -> None:
        self._afresh(title, sentence)
        form = BringingBack(self._doors, self._ask_folder, self._brought_back)
        self._card.addWidget(form)
        self._card.addWidget(self._error)
        lay_out(self)
        form.start()

    def _brought_back(self, passphrase: str) -> str:
        """Open what was brought back. Returns why it does not open, or nothing."""
        try:
            self._enter(lambda: self._doors.open(passphrase))
        except Refusal as refusal:
            return str(refusal)
        return ""


def _ways(*ways: QWidget) -> QWidget:
    """The ways on: the last one at the right, or all in lines where there is no room."""
    left, right = QWidget(), QWidget()
    left.setLayout(FlowLayout(*ways[:-1]))
    right.setLayout(FlowLayout(ways[-1], ends=True))
    return PageZones((left, 1), (right, 0), natural=True)
