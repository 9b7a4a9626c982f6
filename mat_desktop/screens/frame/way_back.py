"""The way back from under a cover: a button, or, once there is a PIN, one line for it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from mat_desktop.facilitation.private.pin import Tried
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.entering import DoingLine
from mat_desktop.screens.shared.parts import button, fault_lines, label, rename, row
from mat_desktop.workshop.refusal import Refusal

Try = Callable[[str, bool], Tried]
"""Tries what was typed; the second argument says that it is the passphrase."""

ASKED = "Type the PIN to go on."
ASKED_INSTEAD = "Type the passphrase to go on."
WRONG = "That was not it."
WAIT = "Wait {seconds} seconds. Nothing is lost. The sheet “Where we are” has the tables and the pairs."
_WIDE = 220


class WayBack(QWidget):
    """`then` is called when the way is free: at once, or after the right PIN or passphrase."""

    def __init__(self, tries: Try | None, then: Callable[[], object], *, locked: bool = False) -> None:
        """`locked`: only the passphrase is asked for, never the PIN."""
        super().__init__()
        self._tries, self._then = tries, then
        self.edit: QLineEdit | None = None
        self._by_passphrase = locked
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        if tries is None:
            self._add(self._wide(button("Back to work", then, "primary")))
        else:
            self._build_line()
            self._ask_for(by_passphrase=locked)
            self.other.setVisible(not locked)

    def _build_line(self) -> None:
        self.asked = label("", "section")
        self.edit = edit = DoingLine()
        edit.setEchoMode(QLineEdit.EchoMode.Password)
        hold(edit, width=_WIDE)
        edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        edit.returnPressed.connect(self.go)
        self.on = button("Go on", self.go, "primary")
        self.other = button("", self._turn, "quiet")
        self.error = fault_lines()
        self.error.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._add(self.asked)
        self._layout.addLayout(row(None, edit, self.on, None))
        self._add(self.other)
        self._layout.addWidget(self.error)

    def _add(self, widget: QWidget) -> None:
        self._layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)

    @staticmethod
    def _wide(found: QPushButton) -> QPushButton:
        hold(found, least_width=_WIDE)
        return found

    def ask(self) -> None:
        """Go back where nothing is asked; else put the keyboard into the line."""
        if self.edit is None:
            self._then()
        else:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self) -> None:
        """Try what is typed."""
        if self._tries is None or self.edit is None or not self.edit.text():
            return
        typed = self.edit.text()
        self.edit.clear()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        try:
            tried = self._tries(typed, self._by_passphrase)
        except Refusal as refusal:
            self.error.setText(str(refusal))
            return
        if tried.right:
            self._then()
        else:
            wait = WAIT.format(seconds=tried.wait) if tried.wait else ""
            self.error.setText(f"{WRONG if tried.heard else ''} {wait}".strip())

    def _turn(self) -> None:
        assert self.edit is not None
        self.edit.clear()
        self._ask_for(by_passphrase=not self._by_passphrase)
        self.edit.setFocus()

    def _ask_for(self, *, by_passphrase: bool) -> None:
        assert self.edit is not None
        self._by_passphrase = by_passphrase
        self.edit.setAccessibleName("Passphrase" if by_passphrase else "PIN")
        self.asked.setText(ASKED_INSTEAD if by_passphrase else ASKED)
        rename(self.other, "Use the PIN" if by_passphrase else "PIN forgotten")
