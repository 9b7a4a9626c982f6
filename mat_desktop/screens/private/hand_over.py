"""Handing the laptop over: which questions, and at the first time the PIN."""

from PySide6.QtWidgets import QLineEdit, QWidget

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.pairing.ballots import ALONE as BALLOT
from mat_desktop.facilitation.private import pin
from mat_desktop.facilitation.private.offered import Offered
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import lay_out
from mat_desktop.screens.shared.fields import Tick
from mat_desktop.screens.shared.lines import Line
from mat_desktop.screens.shared.parts import button, column, fault_lines, label
from mat_desktop.workshop.refusal import Refusal


class HandOverDialog(Dialog):
    """`chosen` are the instruments to be answered alone, once it was accepted."""

    def __init__(self, parent: QWidget, desk: Desk, name: str, offered: tuple[Offered, ...]) -> None:
        super().__init__(parent, "Hand over")
        self._desk = desk
        self.chosen: tuple[str, ...] = ()
        hold(self, least_width=520)
        layout = column(label(f"Hand the laptop to {name}", "section", wrap=True), gap=10)
        layout.addWidget(
            label(
                "They see only their own questions. Your PIN brings you back. What they answer has no undo.",
                wrap=True,
            )
        )
        self._ticks: dict[str, Tick] = {}
        for one in offered:
            words = one.words + (" (answered alone already)" if one.closed else "")
            tick = Tick(words, lambda _on: None)
            tick.set(not one.closed and not one.begun and one.key != BALLOT)
            tick.setEnabled(not one.closed)
            self._ticks[one.key] = tick
            layout.addWidget(tick)
        self._pin = (_secret("New PIN, at least 4 digits"), _secret("The same PIN again"))
        self._asks_pin = not pin.has_pin(desk)
        self._first = label("Choose a PIN now. It is asked for when you take the laptop back.", "strong", wrap=True)
        layout.addWidget(self._first)
        for edit in self._pin:
            layout.addWidget(edit)
        for part in (self._first, *self._pin):
            part.setVisible(self._asks_pin)
        self.error = fault_lines()
        layout.addWidget(self.error)
        go = button("Hand over now", self.go, "primary", "laptop")
        lay_out(self, layout, button("Cancel", self.reject), go)

    def go(self) -> None:
        """Set the PIN where there is none, and go."""
        self.chosen = tuple(key for key, tick in self._ticks.items() if tick.isChecked() and tick.isEnabled())
        if not self.chosen:
            self.error.setText("Tick at least one.")
            return
        try:
            if self._asks_pin:
                pin.set_pin(self._desk, *(edit.text() for edit in self._pin))
        except Refusal as refusal:
            self.error.setText(str(refusal))
            self._pin[0].setFocus()
            return
        self.accept()


def _secret(name: str) -> QLineEdit:
    edit = Line()
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    edit.setPlaceholderText(name)
    edit.setAccessibleName(name)
    return edit
