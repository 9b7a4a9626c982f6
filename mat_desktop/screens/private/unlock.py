"""The facilitator's way back: the PIN, or the passphrase in its place."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mat_desktop.facilitation.private.talk import PrivateTalk
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.lines import Line
from mat_desktop.screens.shared.parts import button, fault_lines, label, mark, rename


class Unlock(QWidget):
    """One field. Wrong tries are said below it, with how long to wait."""

    def __init__(self, talk: PrivateTalk, then: Callable[[], object]) -> None:
        super().__init__()
        self._talk, self._then = talk, then
        self._by_passphrase = False
        self.lead = label("Facilitator:", "muted")
        self.edit = Line()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setPlaceholderText("PIN")
        self.edit.setAccessibleName("PIN")
        hold(self.edit, width=200)
        mark(self.edit, "tall", True)
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.edit.returnPressed.connect(self.unlock)
        self.on = button("Unlock", self.unlock, "primary")
        mark(self.on, "tall", True)
        self.other = button("PIN forgotten", self._turn, "quiet")
        self.error = fault_lines(1)
        self.error.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.error)
        layout.addLayout(FlowLayout(self.other, self.lead, self.edit, self.on, gap=16, ends=True))

    def _turn(self) -> None:
        self._by_passphrase = not self._by_passphrase
        words = "Passphrase" if self._by_passphrase else "PIN"
        self.edit.clear()
        self.edit.setPlaceholderText(words)
        self.edit.setAccessibleName(words)
        rename(self.other, "Use the PIN" if self._by_passphrase else "PIN forgotten")
        self.edit.setFocus()

    def unlock(self) -> None:
        """Try what was typed."""
        typed = self.edit.text()
        if not typed:
            # A stray Enter is no wrong try: wrong tries are slowed.
            self.edit.setFocus()
            return
        self.edit.clear()
        refused = (self._talk.unlock_with_passphrase if self._by_passphrase else self._talk.unlock)(typed)
        self.error.setText(refused)
        if not refused:
            self._then()
