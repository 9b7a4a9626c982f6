"""What was done and when, read by her: about everybody without a name, or about one person whom she chooses."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library.audit import AuditPage, Chosen, audit, everybody
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import lay_out
from mat_desktop.screens.shared.fields import ChoiceField
from mat_desktop.screens.shared.lines import Text
from mat_desktop.screens.shared.parts import button, column, label
from mat_desktop.workshop.refusal import Refusal

TITLE = "What was done"
NOTED = (
    "Every change that was saved, the last one first. What people answered alone says so; everything else was done "
    "by whoever had the library open. Choose somebody to see what was about that person; nobody else is "
    "named, and what others said or wished about them is left out, so that it can be shown to them."
)
_EVERYBODY = "Everybody, without names"
_NOTHING = "Nothing was done yet."


class AuditDialog(Dialog):
    """Choose whom, read, go further back, close."""

    def __init__(self, window: QWidget, desk: Desk, person: int = 0) -> None:
        super().__init__(window, TITLE)
        self._desk = desk
        self._people = {str(one.id): one for one in everybody(desk)}
        self._chosen: Chosen | None = self._people.get(str(person))
        self._earlier: int | None = None
        hold(self, least_width=720)
        values = [("", _EVERYBODY), *((key, person.name) for key, person in self._people.items())]
        self.whom = ChoiceField("About whom", values, self._choose)
        self.whom.set(str(self._chosen.id) if self._chosen is not None else "")
        self.text = _read_only()
        self.further = button("Show earlier", self._show_earlier)
        head = label(TITLE, "section", wrap=True)
        content = column(head, label(NOTED, wrap=True), self.whom, gap=12)
        content.addWidget(self.text, 1)
        lay_out(self, content, button("Close", self.reject, "primary"), first=self.further)
        self._begin()

    def _choose(self, key: str) -> None:
        self._chosen = self._people.get(key)
        self._begin()

    def _begin(self) -> None:
        self.text.setPlainText("")
        self._take(None)
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)

    def _show_earlier(self) -> None:
        self._take(self._earlier)

    def _take(self, before: int | None) -> None:
        try:
            page = audit(self._desk, self._chosen, before)
        except Refusal as refusal:
            page, told = AuditPage(days=(), earlier=None), str(refusal)
        else:
            told = "\n\n".join("\n".join((day.title, *day.lines)) for day in page.days)
        if told or not self.text.toPlainText():
            self.text.appendPlainText(told or _NOTHING)
        self._earlier = page.earlier
        self.further.setEnabled(page.earlier is not None)


def _read_only() -> QPlainTextEdit:
    text = Text()
    text.setReadOnly(True)
    text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
    hold(text, height=260)
    text.setAccessibleName("Everything that was done, the last thing first")
    return text
