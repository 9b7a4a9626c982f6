"""One promised call: whom, how, by when, and what can be done about it with one key."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.promises.views import PromiseView, by_when, tried_words
from mat_desktop.screens.look import sizes
from mat_desktop.screens.promises.replies import DECIDE_NOW, REPLIES, CallReply, instead_words
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import boxed, button, column, label
from mat_desktop.workshop.promises import Instead

_KEYS = {
    Qt.Key.Key_T: CallReply.TALKED,
    Qt.Key.Key_N: CallReply.NO_ANSWER,
    Qt.Key.Key_D: CallReply.ANOTHER_DAY,
}
"""With the keyboard anywhere in the row, one key does it."""
_LETTERS = {reply: chr(key) for key, reply in _KEYS.items()}
_WHO = 230
"""The width of a name before its actions, in pixels at text of 100 %."""


class CallRow(QWidget):
    """One promised call; `reply` is told what was chosen. Why it was promised is not on it."""

    def __init__(
        self,
        call: PromiseView,
        day: date,
        reply: Callable[[CallReply | Instead], object],
        *,
        about: str = "",
        second_person: str = "",
        opens: bool = True,
    ) -> None:
        super().__init__()
        self._reply, self._second = reply, second_person
        self._offers = [one for one in CallReply if opens or one is not CallReply.OPEN]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        when = label(by_when(call, day), "attn" if call.due < day else "strong", wrap=True)
        told = [label(call.who, "strong", wrap=True), when]
        known = ". ".join(part for part in (call.phone or "no number", call.ways, tried_words(call), about) if part)
        words = boxed(column(*told, label(known, "small", wrap=True), gap=0))
        sizes.hold(words, least_width=_WHO)
        line = QWidget()
        line.setLayout(FlowLayout(words, *self._buttons(call), gap=4))
        layout.addWidget(line)
        if call.asks_instead:
            layout.addWidget(self._decision(call))

    def _buttons(self, call: PromiseView) -> list[QWidget]:
        found: list[QWidget] = []
        for reply in self._offers:
            if reply is CallReply.ANOTHER_DAY and call.asks_instead:
                continue
            one = button(REPLIES[reply], partial(self._reply, reply), "quiet")
            one.setAccessibleName(f"{REPLIES[reply]}: {call.who}")
            if reply in _LETTERS:
                one.setToolTip(f"{REPLIES[reply]} ({_LETTERS[reply]})")
            found.append(one)
        return found

    def _decision(self, call: PromiseView) -> QWidget:
        """After the second miss of a safety call: four things that can be done, none of which ends the promise."""
        choices: list[QWidget] = []
        for instead in Instead:
            words = instead_words(instead, self._second)
            one = button(words, partial(self._reply, instead), "tap")
            one.setAccessibleName(f"{words}: {call.who}")
            choices.append(one)
        inside = column(label(DECIDE_NOW, "strong", wrap=True), boxed(FlowLayout(*choices, gap=6)), gap=6)
        inside.setContentsMargins(14, 10, 14, 10)
        frame = boxed(inside)
        frame.setObjectName("caution")
        frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        return frame

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """T: talked. N: no answer. D: another day."""
        reply = _KEYS.get(Qt.Key(event.key()))
        if reply is None or event.modifiers() != Qt.KeyboardModifier.NoModifier or event.isAutoRepeat():
            super().keyPressEvent(event)
            return
        event.accept()
        self._reply(reply)
