"""Ending a partnership: a reason in a few words, kept with the facilitator."""

from PySide6.QtWidgets import QWidget

from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import lay_out
from mat_desktop.screens.shared.lines import Line
from mat_desktop.screens.shared.parts import button, column, label


class EndDialog(Dialog):
    """Names what ends, and that each keeps their own history."""

    def __init__(self, window: QWidget, names: str) -> None:
        super().__init__(window, "End a partnership")
        hold(self, least_width=480)
        self.reason = Line()
        self.reason.setAccessibleName("Reason")
        asked = label(f"End the partnership of {names}?", "section", wrap=True)
        kept = label("Each keeps their own history. Nobody is told the reason.", "muted", wrap=True)
        content = column(asked, kept, gap=14)
        content.addLayout(column(label("Reason", "label"), self.reason, gap=4))
        keep = button("Keep", self.reject, "primary")
        end = button("End the partnership", self.accept, "destroy")
        lay_out(self, content, end, keep)
        self.reason.setFocus()
