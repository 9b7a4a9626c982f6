"""What the program noted when it went wrong: read by her, saved by her, sent by nobody but her."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import Look, Messages
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import lay_out
from mat_desktop.screens.shared.lines import Text
from mat_desktop.screens.shared.parts import button, column, label
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
        hold(self, least_width=680)
        head = label("If the program went wrong", "section", wrap=True)
        content = column(head, label(NOTED if noted else NOTHING, wrap=True), gap=16)
        self.close_button = button("Close", self.reject, "" if noted else "primary")
        if not noted:
            lay_out(self, content, self.close_button)
            return
        content.addWidget(self._text(), 1)
        lay_out(self, content, button("Save as a file", self._save, "primary", "save"), first=self.close_button)

    def _text(self) -> QWidget:
        text = Text(self._noted)
        text.setReadOnly(True)
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        hold(text, height=240)
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
