"""The call sheet typed back: a row a call that is due, and one key each; the keyboard goes on by itself."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.today.call_sheet import NO_ANSWER, meaning, type_call
from mat_desktop.facilitation.today.page import Promised, today
from mat_desktop.screens.look import sizes
from mat_desktop.screens.look.belonging import all_in
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.look.tokens import TARGET
from mat_desktop.screens.shared.bench import Look, Messages
from mat_desktop.screens.shared.buttons import Button
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.entering import FILLED
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import boxed, button, column, label, row, scrolled
from mat_desktop.screens.shared.ring import lead_to
from mat_desktop.screens.shared.shortened import Shortened
from mat_desktop.screens.shared.side_by_side import SideBySide
from mat_desktop.workshop.contact.calls import LETTERS
from mat_desktop.workshop.refusal import Refusal

_NAME = 260
_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
"""With one of these a letter is a command, never an answer."""
HOW = (
    "In a row: a, b, c or d as crossed on the sheet, n for no answer. After day 14, a is as it is, b change something, "
    "c another partner, d stop; at every other call all four mean that you talked."
)
CUT_UP = "Cut the phone list up now: it has names and numbers on it. Today asks until you say there that it is done."


class _Row(QWidget):
    """One call. A letter answers it; what was typed stays in sight, and undo takes it back."""

    def __init__(self, dialog: "CallSheetDialog", call: Promised, at: int) -> None:
        super().__init__()
        self._dialog, self.call, self._at = dialog, call, at
        layout = column(gap=0)
        name = Shortened(call.call.who)
        sizes.hold(name, least_width=_NAME)
        self.boxes: list[Button] = []
        for letter in (*LETTERS, NO_ANSWER):
            box = button("no answer" if letter == NO_ANSWER else letter, partial(self.answer, letter), "tap")
            box.setAccessibleName(f"{call.call.who}: {meaning(call.call, letter)}")
            box.setToolTip(meaning(call.call, letter))
            sizes.hold(box, least_width=TARGET)
            self.boxes.append(box)
        self.said = label("", "small")
        sizes.hold(self.said, least_width=120)
        # Where there is no room for the boxes beside the name, they go on under it.
        answers = boxed(FlowLayout(*self.boxes, self.said, gap=6))
        layout.addWidget(SideBySide((name, 1, _NAME), (answers, 0, 0), gap=6))
        self.setLayout(layout)

    def answer(self, letter: str) -> None:
        """Keep one answer, and go on to the next row."""
        if self._dialog.keep(self.call, letter):
            self.said.setText(meaning(self.call.call, letter))
            for box in self.boxes:
                box.setEnabled(False)
            self._dialog.go_to(self._at + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """a, b, c, d, n; arrows go through the rows."""
        letter = "" if event.modifiers() & _COMMANDS else event.text().casefold()
        if event.key() in _UP_DOWN:
            self._dialog.go_to(self._at + _UP_DOWN[Qt.Key(event.key())])
        elif letter in (*LETTERS, NO_ANSWER) and letter and self.boxes[0].isEnabled() and not event.isAutoRepeat():
            self.answer(letter)
        else:
            super().keyPressEvent(event)
            return
        event.accept()


class CallSheetDialog(Dialog):
    """Every promised call that is due today, in the order of Today and of the sheet."""

    def __init__(self, window: QWidget, desk: Desk, messages: Messages) -> None:
        super().__init__(window, "Phone list")
        self._desk, self._messages = desk, messages
        self._typed = 0
        self.resize(worn().px(860), worn().px(600))
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, 12, 0)
        body.setSpacing(4)
        self.rows = [_Row(self, call, at) for at, call in enumerate(today(desk).promised)]
        for one in self.rows:
            body.addWidget(one)
        if not self.rows:
            body.addWidget(label("No promised call is due.", "muted"))
        body.addStretch(1)
        holder = QWidget()
        holder.setLayout(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(label("Phone list", "section"))
        layout.addWidget(label(HOW, "small", wrap=True))
        layout.addWidget(scrolled(holder), 1)
        layout.addLayout(row(None, button("Leave", self._leave, FILLED)))
        self.go_to(0)

    def go_to(self, at: int) -> None:
        """Put the keyboard on a row; where that was the last one, on leaving."""
        if 0 <= at < len(self.rows):
            first = next((box for box in self.rows[at].boxes if box.isEnabled()), None)
            if first is None:
                self.go_to(at + 1)
            else:
                lead_to(first)
        elif at >= len(self.rows):
            lead_to(all_in(self, Button)[-1])

    def keep(self, call: Promised, letter: str) -> bool:
        """Keep what stands on the sheet about one call; a refusal is told."""
        try:
            type_call(self._desk, call.call, letter)
        except Refusal as refusal:
            self._messages.tell(str(refusal))
            return False
        self._typed += 1
        return True

    def _leave(self) -> None:
        if self._typed:
            self._messages.tell(CUT_UP, Look.NOTE)
        self.leave()
