"""The form that brings a library back: which copy, and its passphrase or the recovery sheet. Five actions at most."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.library.notices import Doors, check_passphrase
from mat_desktop.facilitation.library.way_back import LibraryCopy, WayIn
from mat_desktop.screens.library.secret import secret_line
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.lines import Text
from mat_desktop.screens.shared.parts import button, column, fault_lines, label, row
from mat_desktop.screens.shared.still import StillCombo
from mat_desktop.workshop.refusal import Refusal

_NONE_HERE = "There is no copy beside the library. Choose the stick or folder where one lies."
_NONE_THERE = "There is no copy of a library in {folder}. Choose the folder that holds it."


class BringingBack(QWidget):
    """The newest copy is chosen already. `done` is handed the passphrase that opens what was brought back."""

    def __init__(self, doors: Doors, ask_folder: Callable[[str], Path | None], done: Callable[[str], str]) -> None:
        super().__init__()
        self.setObjectName("bare")
        self._doors, self._ask_folder, self._done = doors, ask_folder, done
        self.copies = StillCombo()
        self.copies.setAccessibleName("Which copy")
        self.copies.setSizeAdjustPolicy(StillCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.passphrase = secret_line("Passphrase of the copy")
        self.sheet = Text()
        hold(self.sheet, height=96)
        self.sheet.setAccessibleName("The eight lines")
        self.new = secret_line("New passphrase")
        self.error = fault_lines()
        self._build()
        self._offer(doors.copies(), _NONE_HERE)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        elsewhere = button("Stick or folder", self._choose_folder, icon="hard-drive")
        chosen = row(self.copies, elsewhere)
        chosen.setStretch(0, 1)
        layout.addWidget(label("Which copy", "label"))
        layout.addLayout(chosen)
        layout.addLayout(column(label("Passphrase of the copy", "label"), self.passphrase, gap=4))
        instead = "Or, if it is forgotten: the eight lines of the recovery sheet, and a new passphrase"
        layout.addLayout(column(label(instead, "label", wrap=True), self.sheet, gap=4))
        # Typed once: whoever mistypes it has the sheet in hand, and types it again.
        layout.addLayout(column(label("New passphrase", "label"), self.new, gap=4))
        layout.addWidget(self.error)
        self.go = button("Bring it back", self._bring_back, "primary", "arrow-right", after=True)
        layout.addLayout(row(None, self.go))

    def start(self) -> None:
        """Put the cursor where the first answer goes."""
        (self.passphrase if self.copies.count() else self).setFocus()

    def _offer(self, copies: Sequence[LibraryCopy], none: str) -> None:
        self.copies.clear()
        for copy in copies:
            self.copies.addItem(copy.words, copy.path)
        self.copies.setEnabled(bool(copies))
        self.error.setText("" if copies else none)

    def _choose_folder(self) -> None:
        folder = self._ask_folder("Where the copy lies: a stick or a folder")
        if folder is not None:
            self._offer(self._doors.copies_in(folder), _NONE_THERE.format(folder=folder))
            self.passphrase.setFocus()

    def _bring_back(self) -> None:
        if not self.copies.count():
            self.error.setText(_NONE_HERE)
            return
        sheet = self.sheet.toPlainText().strip()
        wrong = check_passphrase(self.new.text(), self.new.text()) if sheet else ""
        passphrase = self.new.text() if sheet else self.passphrase.text()
        self.error.setText(wrong)
        if wrong:
            return
        try:
            self._doors.bring_back(self.copies.currentData(), WayIn(passphrase=passphrase, sheet=sheet))
        except Refusal as refusal:
            self.error.setText(str(refusal))
            return
        self.error.setText(self._done(passphrase))
