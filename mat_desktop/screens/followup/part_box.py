"""One part of the follow-up sheet on the screen: its head, what is asked, and whether it was left empty."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.followup.parts import SheetPart
from mat_desktop.screens.shared.fields import Field
from mat_desktop.screens.shared.form_holder import FormHolder
from mat_desktop.screens.shared.form_sheet import FormSheet
from mat_desktop.screens.shared.parts import keep_place, label, row

Asks = FormSheet | FormHolder | Field


class PartBox(QWidget):
    """A part under its name among the marks. That it was left empty stands at its head, where room is kept for it.

    `title` is empty where what is asked says it itself.
    """

    def __init__(self, name: str, title: str, asks: Asks, *, stem: str = "", notice: str = "") -> None:
        super().__init__()
        self.name, self.asks = name, asks
        self.empty = label("Left empty", "attn")
        keep_place(self.empty)
        self.empty.hide()
        head = label(title, "label" if isinstance(asks, Field) else "section", wrap=True)
        if isinstance(asks, Field):
            head.setBuddy(asks.edit)
            asks.title.hide()
        above = row(head, self.empty)
        above.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(above)
        if stem:
            layout.addWidget(label(stem, "small", wrap=True))
        layout.addWidget(asks)
        if notice:
            layout.addWidget(label(notice, "small", wrap=True))

    def show_part(self, part: SheetPart | None) -> None:
        """Show whether it was left empty; None where nobody asks that, as in what others say."""
        self.empty.setVisible(part is not None and part.empty)

    def start(self) -> None:
        """Put the keyboard on what is asked first here and has no answer."""
        self.asks.start()
