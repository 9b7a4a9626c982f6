"""Another passphrase, another PIN: asked for in a dialog each, and kept in the library itself."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from mat_desktop.facilitation.library import keys
from mat_desktop.facilitation.library.notices import OpenLibrary
from mat_desktop.facilitation.private import pin
from mat_desktop.facilitation.today.evening import passphrase_typed
from mat_desktop.screens.library.secret import secret_line
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import lay_out
from mat_desktop.screens.shared.fields import Tick
from mat_desktop.screens.shared.parts import button, column, fault_lines, label
from mat_desktop.workshop.refusal import Refusal

KEPT = "Kept in the library itself, never in the settings of this computer."
SOMEBODY = (
    "Then everything is encrypted anew, the copies beside the library too. The old passphrase and the old recovery "
    "sheet open nothing here any more, and you print a new sheet. Copies on sticks stay as they are: destroy them."
)


class _Form:
    """Some lines that are not seen, what is wrong with them, and one button, put into a dialog."""

    def __init__(self, dialog: Dialog, title: str, words: str, lines: tuple[str, ...], kept: str = KEPT) -> None:
        hold(dialog, least_width=560)
        self._dialog = dialog
        self.lines: tuple[QLineEdit, ...] = tuple(map(secret_line, lines))
        self.error = fault_lines()
        self.body = column(label(title, "section"), label(f"{words} {kept}".strip(), wrap=True), gap=10)
        for name, line in zip(lines, self.lines, strict=True):
            self.body.addLayout(column(label(name, "label"), line, gap=4))

    def end(self, words: str, go: Callable[[], object]) -> None:
        """The last lines: what is wrong, and the way on."""
        self.body.addWidget(self.error)
        lay_out(self._dialog, self.body, button("Cancel", self._dialog.reject), button(words, go, "primary"))
        self.lines[0].setFocus()

    def typed(self) -> tuple[str, ...]:
        """What stands in the lines."""
        return tuple(line.text() for line in self.lines)


class PassphraseDialog(Dialog):
    """`told` is what became of it, where everything was encrypted anew; then a new recovery sheet is due."""

    def __init__(self, window: QWidget | None, library: OpenLibrary) -> None:
        lines = ("The passphrase now", "New passphrase", "The same again")
        super().__init__(window, "Change the passphrase")
        advice = "Four words that only you would put together are good."
        self._form = _Form(self, "Change the passphrase", advice, lines)
        self.error = self._form.error
        self._library = library
        self.told = ""
        self.known = Tick("Somebody may know the passphrase, or the recovery sheet is lost", lambda _on: None)
        self._form.body.addWidget(self.known)
        self._form.body.addWidget(label(SOMEBODY, "small", wrap=True))
        self._form.end("Change it", self.go)

    def go(self) -> None:
        """Change it, and say what is wrong where it cannot be changed."""
        present, first, second = self._form.typed()
        try:
            if self.known.isChecked():
                self.told = keys.renew_key(self._library, present, first, second).words
            else:
                keys.change_passphrase(self._library, present, first, second)
        except Refusal as refusal:
            self.error.setText(str(refusal))
            return
        self.accept()


class PinDialog(Dialog):
    """The PIN that brings the laptop back and lifts the covers."""

    def __init__(self, window: QWidget | None, library: OpenLibrary) -> None:
        self._desk = library.desk
        self._had = pin.has_pin(library.desk)
        lines = (("The PIN now",) if self._had else ()) + ("New PIN, at least 4 digits", "The same PIN again")
        super().__init__(window, "The PIN")
        advice = "It brings the laptop back from a participant and lifts the covers."
        self._form = _Form(self, "The PIN", advice, lines)
        self.error = self._form.error
        self._form.end("Keep it", self.go)

    def go(self) -> None:
        """Keep it, and say what is wrong where it cannot be kept."""
        *present, first, second = self._form.typed()
        try:
            pin.check_pin(first, second)
            wrong = pin.try_pin(self._desk, present[0]) if present else ""
            if not wrong:
                pin.set_pin(self._desk, first, second)
        except Refusal as refusal:
            wrong = str(refusal)
        self.error.setText(wrong)
        if not wrong:
            self.accept()


class OnceDialog(Dialog):
    """The passphrase typed once, the evening before a workshop."""

    def __init__(self, window: QWidget | None, library: OpenLibrary) -> None:
        super().__init__(window, "The passphrase, once")
        self._library = library
        words = "You will need your passphrase on the day. Type it once now."
        self._form = _Form(self, "The passphrase, once", words, ("The passphrase",), kept="")
        self.error = self._form.error
        self._form.end("Check it", self.go)

    def go(self) -> None:
        """Say whether it is the one; nothing is changed by it."""
        try:
            passphrase_typed(self._library.desk, right=self._library.is_passphrase(self._form.typed()[0]))
        except Refusal as refusal:
            self.error.setText(str(refusal))
            return
        self.accept()
