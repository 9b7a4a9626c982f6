"""How messages reach the facilitator: a strip in its own place, and questions whose filled answer is the safe one."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared import file_dialogs
from mat_desktop.screens.shared.band import Strip
from mat_desktop.screens.shared.bench import Look
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import lay_out
from mat_desktop.screens.shared.parts import button, column, label
from mat_desktop.screens.shared.still import StillCombo, StillSpin

REST_MS = 700
"""A hand that struck no key for so long has seen the question that came."""


class WindowMessages:
    """Messages through the window: the strip, a small dialog, Qt's own file dialogs."""

    def __init__(self, window: QWidget, strip: Strip) -> None:
        self._window = window
        self._strip = strip

    def tell(self, sentence: str, look: Look = Look.FAULT) -> None:
        """Say something that needs no answer."""
        self._strip.say(sentence, look)

    def hush(self) -> None:
        """Take the last message away."""
        self._strip.hide()

    def ask(self, question: str, yes: str, no: str, *, destroys: bool = False) -> bool:
        """Ask; the focus is on the safe answer."""
        dialog = ConfirmDialog(self._window, question, yes, no, destroys=destroys)
        return dialog.exec() == QDialog.DialogCode.Accepted

    def pick(self, question: str, answers: Sequence[str], *, filled: int = 0, unasked: bool = False) -> int | None:
        """Ask something each of whose answers does something; leaving does nothing.

        `unasked`: no hand led to the question, so whoever is typing gives no answer.
        """
        dialog = Picking(self._window, question, answers, filled, unasked=unasked)
        return dialog.picked if dialog.exec() else None

    def which(self, question: str, most: int) -> int | None:
        """Ask for a number from 1 to `most`."""
        number = StillSpin()
        number.setRange(1, max(1, most))
        number.setAccessibleName(question)
        dialog = Asking(self._window, question, number)
        return number.value() if dialog.exec() else None

    def choose_one(self, question: str, choices: Sequence[tuple[int, str]]) -> int | None:
        """Ask for one of several."""
        box = StillCombo()
        box.setAccessibleName(question)
        for key, words in choices:
            box.addItem(words, key)
        dialog = Asking(self._window, question, box)
        return int(box.currentData()) if dialog.exec() and box.count() else None

    def file_to_open(self, title: str, kinds: str) -> Path | None:
        """Which file to read; the folder is not remembered anywhere."""
        return file_dialogs.file_to_open(self._window, title, kinds)

    def files_to_open(self, title: str, kinds: str) -> list[Path]:
        """Which files to read."""
        return file_dialogs.files_to_open(self._window, title, kinds)

    def file_to_save(self, title: str, name: str, kinds: str) -> Path | None:
        """Where to write a file."""
        return file_dialogs.file_to_save(self._window, title, name, kinds)

    def folder(self, title: str) -> Path | None:
        """Which folder."""
        return file_dialogs.folder(self._window, title)


class ConfirmDialog(Dialog):
    """A question with two answers that say what they do; the filled one has the keyboard, and it is the safe one.

    `destroys` for what no undo takes back: then staying is the filled answer.
    """

    def __init__(self, window: QWidget, question: str, yes: str, no: str, *, destroys: bool) -> None:
        super().__init__(window, "MAT Desktop")
        hold(self, least_width=460)
        self.yes = button(yes, self.accept, "destroy" if destroys else "primary")
        self.no = button(no, self.reject, "primary" if destroys else "")
        pair = (self.yes, self.no) if destroys else (self.no, self.yes)
        lay_out(self, column(label(question, wrap=True)), *pair)
        pair[1].setFocus()


class Picking(Dialog):
    """A question with an answer for each thing that can be done, and one for nothing at all."""

    def __init__(
        self, window: QWidget, question: str, answers: Sequence[str], filled: int, *, unasked: bool = False
    ) -> None:
        """A question that comes `unasked` hears no key but Esc until the hand has rested a moment."""
        super().__init__(window, "MAT Desktop")
        self.picked: int | None = None
        hold(self, least_width=460)
        kinds = ["primary" if place == filled else "" for place in range(len(answers))]
        buttons = [button(words, partial(self._pick, place), kinds[place]) for place, words in enumerate(answers)]
        leave = button("Leave", self.reject)
        lay_out(self, column(label(question, wrap=True)), *reversed(buttons), first=leave)
        self._rests = QTimer(self, interval=REST_MS if unasked else 0, singleShot=True)
        self._rests.timeout.connect(buttons[filled].setFocus)
        if unasked:
            # Else Qt gives the keyboard of a dialog to its default button.
            self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.setFocus()
            self._rests.start()
        else:
            buttons[filled].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Who was typing when the question came types on, and answers nothing."""
        if self._rests.isActive() and event.key() != Qt.Key.Key_Escape:
            self._rests.start()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab, too, was meant for what was typed in."""
        return self._rests.isActive() or super().focusNextPrevChild(onward)

    def _pick(self, place: int) -> None:
        self.picked = place
        self.accept()


class Asking(Dialog):
    """A question that is answered in one field; leaving it answers nothing."""

    def __init__(self, window: QWidget, question: str, field: QWidget) -> None:
        super().__init__(window, "MAT Desktop")
        hold(self, least_width=460)
        content = column(label(question, wrap=True), field, gap=20)
        lay_out(self, content, button("Leave", self.reject), button("Go on", self.accept, "primary"))
        field.setFocus()
