"""What the program is, and whose work it is made with: read, and left."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mat_desktop.facilitation.library.licences import about
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import lay_out
from mat_desktop.screens.shared.lines import Text
from mat_desktop.screens.shared.parts import button, column, label

TITLE = "About MAT Desktop, and the licences"
TOLD = (
    "MAT Desktop runs on this computer alone and sends nothing. It is made with the work of many people; this is "
    "all of it that is installed here, each part with its licence."
)


class AboutDialog(Dialog):
    """One list, and the way out."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, TITLE)
        hold(self, least_width=680)
        self.text = Text(about())
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        hold(self.text, height=260)
        self.text.setAccessibleName("Everything that is installed, each with its licence")
        content = column(label(TITLE, "section", wrap=True), label(TOLD, wrap=True), gap=12)
        content.addWidget(self.text, 1)
        lay_out(self, content, button("Close", self.reject, "primary"))
