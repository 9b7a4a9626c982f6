"""The way back: a form code that is typed or scanned anywhere opens its sheet, ready for entry."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from mat_desktop.facilitation.desk import Desk
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import Look, Messages
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import lay_out
from mat_desktop.screens.shared.lines import Line
from mat_desktop.screens.shared.parts import button, column, label
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.codes import scanned_code, shown_code, typed_code
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import FACTS, Goes, SheetKind

if TYPE_CHECKING:
    from mat_desktop.facilitation.sheets.filing import FoundSheet

_PAUSE_MS = 100
"""Milliseconds from key to key of one scan, by the system's own time of each key.

What a letter does on its way may take longer on a slow laptop, and does not tear the scan apart. Only a whole valid
code with its page counts.
"""
_ON_TODAY = "This is a phone list. Type it on Today, with “Type a call sheet”, or read it “From pictures” in step 7."
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FilingRoom(Protocol):
    """What the way back needs of the window: where it is, and how to open a page."""

    desk: Desk
    messages: Messages

    @property
    def covered(self) -> bool:
        """Whether something lies over the page."""
        ...

    @property
    def page(self) -> StepPage | None:
        """The page in front."""
        ...

    def open_workshop(self, workshop_id: int, step: Step | None, person: int | None) -> None:
        """Open one workshop at a step."""
        ...


class Filing:
    """Listens for scanners, asks for codes, opens what they stand for."""

    def __init__(self, room: FilingRoom, window: QWidget) -> None:
        self._place, self._widget = room, window
        self._keys, self._last = "", 0
        self._before: tuple[QWidget, str] | None = None
        self._done_before: tuple[int, ...] = ()

    def ask_code(self) -> None:
        """A small dialog with one field."""
        if self._place.covered:
            return
        dialog = CodeDialog(self._widget)
        if dialog.exec():
            self.open_code(dialog.code.text())

    def open_code(self, typed: str) -> None:
        """Open the sheet with this code. One that differs in one place is offered, never taken."""
        from mat_desktop.facilitation.sheets import filing

        found = filing.find_sheet(self._place.desk, typed)
        if found is None:
            found = self._nearly(typed)
        if found is None:
            return
        try:
            self._open(found)
        except Refusal as refusal:
            self._place.messages.tell(str(refusal))

    def _nearly(self, typed: str) -> "FoundSheet | None":
        from mat_desktop.facilitation.sheets import filing

        messages, code = self._place.messages, typed_code(typed)
        if code is None:
            messages.tell("That is no form code. It has six characters and stands at the foot of every sheet.")
            return None
        offered = filing.near_sheets(self._place.desk, typed)
        if not offered:
            messages.tell(f"No sheet of this library has the code {shown_code(code)}. Look at the foot again.")
            return None
        lead = f"No sheet has the code {shown_code(code)}."
        if len(offered) == 1:
            one = offered[0]
            question = f"{lead} Is it {shown_code(one.code)}, {one.said}?"
            return one if messages.ask(question, "Yes, open it", "No") else None
        choices = [(n, f"{shown_code(one.code)}  {one.said}") for n, one in enumerate(offered)]
        number = messages.choose_one(f"{lead} Is it one of these?", choices)
        return offered[number] if number is not None else None

    def _open(self, found: "FoundSheet") -> None:
        from mat_desktop.facilitation.sheets import filing

        place = self._place
        step = filing.step_of(found.kind, found.version)
        if step is None:
            nothing = f"Nothing on this sheet is to be typed. {found.said}"
            words = _ON_TODAY if found.kind is SheetKind.PHONE_LIST else nothing
            place.messages.tell(words, Look.NOTE)
            return
        somebodys = FACTS[found.kind].goes in (Goes.PERSON, Goes.PAIR)
        key = found.partnership_id or found.participant_id or (self._claimed(found) if somebodys else 0)
        if somebodys and not key:
            return
        place.open_workshop(found.workshop_id, step, key)
        assert place.page is not None
        place.page.open_sheet(found.kind, key, found.version)

    def _claimed(self, found: "FoundSheet") -> int:
        """A blank sheet belongs to nobody yet: whose is it?"""
        from mat_desktop.facilitation.sheets import filing

        whose = [(r.key, r.name) for r in filing.claimants(self._place.desk, found.workshop_id, found.kind)]
        if not whose:
            raise Refusal("Nobody is there yet to whom this sheet could belong.")
        key = self._place.messages.choose_one(f"{FACTS[found.kind].title}: whose sheet is it?", whose)
        if key is not None:
            filing.claim(self._place.desk, found.code, key)
        return key or 0

    def hears(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Whether a key ends the burst of a scanner. What the burst did on its way is taken back."""
        if event.type() != QEvent.Type.KeyPress or watched is not QApplication.focusWidget():
            return False
        if self._place.covered:
            return False
        if watched.window() is not self._widget.window():
            return False
        if event.timestamp() - self._last > _PAUSE_MS:
            self._keys = ""
        self._last = event.timestamp()
        if event.key() in _ENTER and self._scanned():
            self._take_back()
            code, self._keys = self._keys, ""
            self.open_code(code)
            return True
        if event.text().isprintable() and event.text():
            if not self._keys:
                self._remember(watched)
            self._keys += event.text()
        return False

    def _scanned(self) -> bool:
        """Whether the burst is a code. Quick hands type digits too: those alone are one only where a sheet has it."""
        from mat_desktop.facilitation.sheets import filing

        code = scanned_code(self._keys)
        if code is None or not self._keys.isdigit():
            return code is not None
        return filing.find_sheet(self._place.desk, code) is not None

    def _remember(self, watched: QWidget) -> None:
        text = watched.text() if isinstance(watched, QLineEdit) else ""
        text = watched.toPlainText() if isinstance(watched, QPlainTextEdit) else text
        self._before = (watched, text)
        last = self._place.desk.archive.last_done()
        self._done_before = last.sequences if last else ()

    def _take_back(self) -> None:
        from mat_desktop.facilitation import history

        assert self._before is not None
        widget, text = self._before
        if isinstance(widget, QLineEdit):
            widget.setText(text)
        elif isinstance(widget, QPlainTextEdit):
            widget.setPlainText(text)
        for _ in self._keys:
            last = self._place.desk.archive.last_done()
            if last is None or last.sequences == self._done_before:
                return
            try:
                history.undo(self._place.desk)
            except Refusal:
                return


class CodeDialog(Dialog):
    """Six characters from the foot of a sheet."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "Find a sheet")
        hold(self, least_width=420)
        content = column(label("The form code, from the foot of the sheet", "section", wrap=True), gap=16)
        self.code = Line()
        self.code.setAccessibleName("Form code")
        self.code.setPlaceholderText("H7K2 6C")
        self.code.setProperty("kind", "digits")
        content.addWidget(self.code)
        content.addWidget(label("Or scan the square beside it. A blank sheet asks whose it is.", "small", wrap=True))
        lay_out(self, content, button("Leave", self.reject), button("Open", self.accept, "primary"))
        self.code.setFocus()
