"""What the program noted when it went wrong: read by her, saved by her, sent by nobody but her."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from mat_desktop.screens.shared.bench import Look, Messages
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.parts import button, label, row
from mat_desktop.workshop.refusal import Refusal

NOTED = (
    "Nothing in here names anybody. It says where in the program the error was, and which kinds of things were done "
    "before. You can save it and send it to whoever helps you. MAT Desktop sends nothing."
)
NOTHING = "Nothing has gone wrong so far. If it does, this page says where in the program. It never names anybody."


class MishapsDialog(Dialog):
    """Read, save, close."""

    def __init__(self, window: QWidget, noted: str, write: Callable[[Path, bytes], object], messages: Messages) -> None:
        super().__init__(window, "If the program went wrong")
        self._noted, self._write, self._messages = noted, write, messages
        self.setMinimumWidth(680)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(16)
        layout.addWidget(label("If the program went wrong", "section"))
        layout.addWidget(label(NOTED if noted else NOTHING, wrap=True))
        self.close_button = button("Close", self.reject, "" if noted else "primary")
        if not noted:
            layout.addLayout(row(None, self.close_button))
            return
        layout.addWidget(self._text(), 1)
        layout.addLayout(row(self.close_button, None, button("Save as a file", self._save, "primary", "save")))

    def _text(self) -> QWidget:
        text = QPlainTextEdit(self._noted)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        text.setMinimumHeight(280)
        text.setAccessibleName("What was noted")
        text.moveCursor(text.textCursor().MoveOperation.End)
        return text

    def _save(self) -> None:
        path = self._messages.file_to_save("Where to save it", "mat-desktop-errors.txt", "Text (*.txt)")
        if path is None:
            return
        try:
            self._write(path, self._noted.encode())
        except Refusal as refusal:
            self._messages.tell(str(refusal))
            return
        self._messages.tell(f"Saved in {path}.", Look.NOTE)
        self.accept()
