"""How messages reach the facilitator: a strip above the action bar, and questions that focus the safe answer."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QHBoxLayout, QLabel, QSpinBox, QWidget

from mat_desktop.screens.look import icons
from mat_desktop.screens.shared.parts import button, card, label, row


class Strip(QWidget):
    """One sentence, until the next deed or until it is closed."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(24, 0, 24, 8)
        self.sentence = label("", wrap=True)
        self.sentence.setAccessibleName("Message")
        self._icon = QLabel()
        self._frame, inner = card("complaint", margins=10)
        self._close = button("Close", self.hide, "quiet")
        found = row(self._icon, self.sentence, self._close)
        found.setStretch(1, 1)
        inner.addLayout(found)
        self._layout.addWidget(self._frame)
        self.hide()

    def say(self, sentence: str, *, wrong: bool) -> None:
        """Show the sentence."""
        self._frame.setObjectName("complaint" if wrong else "notice")
        self._frame.style().unpolish(self._frame)
        self._frame.style().polish(self._frame)
        self._icon.setPixmap(
            icons.pixmap("triangle-alert" if wrong else "info", "danger_ink" if wrong else "pause_ink")
        )
        self.sentence.setText(sentence)
        self.show()


class WindowMessages:
    """Messages through the window: the strip, a small dialog, Qt's own file dialogs."""

    def __init__(self, window: QWidget, strip: Strip) -> None:
        self._window = window
        self._strip = strip

    def tell(self, sentence: str, *, wrong: bool = True) -> None:
        """Say something that needs no answer."""
        self._strip.say(sentence, wrong=wrong)

    def hush(self) -> None:
        """Take the last message away."""
        self._strip.hide()

    def ask(self, question: str, yes: str, no: str, *, destroys: bool = False) -> bool:
        """Ask; the focus is on the safe answer."""
        dialog = Question(self._window, question, yes, no, destroys=destroys)
        return dialog.exec() == QDialog.DialogCode.Accepted

    def which(self, question: str, most: int) -> int | None:
        """Ask for a number from 1 to `most`."""
        number = QSpinBox()
        number.setRange(1, max(1, most))
        number.setAccessibleName(question)
        dialog = Asking(self._window, question, number)
        return number.value() if dialog.exec() else None

    def choose_one(self, question: str, choices: Sequence[tuple[int, str]]) -> int | None:
        """Ask for one of several."""
        box = QComboBox()
        box.setAccessibleName(question)
        for key, words in choices:
            box.addItem(words, key)
        dialog = Asking(self._window, question, box)
        return int(box.currentData()) if dialog.exec() and box.count() else None

    def file_to_open(self, title: str, kinds: str) -> Path | None:
        """Which file to read; the folder is not remembered anywhere."""
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(Path.home()), kinds, options=_PLAIN)
        return Path(name) if name else None

    def file_to_save(self, title: str, name: str, kinds: str) -> Path | None:
        """Where to write a file."""
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(Path.home() / name), kinds, options=_PLAIN)
        return Path(chosen) if chosen else None

    def folder(self, title: str) -> Path | None:
        """Which folder."""
        name = QFileDialog.getExistingDirectory(self._window, title, str(Path.home()), options=_FOLDERS)
        return Path(name) if name else None


_PLAIN = QFileDialog.Option.DontUseNativeDialog
"""Qt's own dialog, on every system: a cover reaches it, and the keys of the window work in it."""
_FOLDERS = _PLAIN | QFileDialog.Option.ShowDirsOnly


class Question(QDialog):
    """A question with two answers that say what they do."""

    def __init__(self, window: QWidget, question: str, yes: str, no: str, *, destroys: bool) -> None:
        super().__init__(window)
        self.setWindowTitle("MAT Desktop")
        self.setMinimumWidth(460)
        _, layout = card()
        self.setLayout(layout)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(20)
        layout.addWidget(label(question, wrap=True))
        self.yes = button(yes, self.accept, "destroy" if destroys else "primary")
        self.no = button(no, self.reject)
        layout.addLayout(row(None, self.no, self.yes))
        self.no.setFocus()


class Asking(QDialog):
    """A question that is answered in one field; leaving it answers nothing."""

    def __init__(self, window: QWidget, question: str, field: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle("MAT Desktop")
        self.setMinimumWidth(460)
        _, layout = card()
        self.setLayout(layout)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(20)
        layout.addWidget(label(question, wrap=True))
        layout.addWidget(field)
        layout.addLayout(row(None, button("Leave", self.reject), button("Go on", self.accept, "primary")))
        field.setFocus()
