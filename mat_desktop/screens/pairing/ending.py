"""Ending a partnership: a reason in a few words, kept with the facilitator."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.parts import button, column, label, row


class EndDialog(Dialog):
    """Names what ends, and that each keeps their own history."""

    def __init__(self, window: QWidget, names: str) -> None:
        super().__init__(window, "End a partnership")
        self.setMinimumWidth(480)
        self.reason = QLineEdit()
        self.reason.setAccessibleName("Reason")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(label(f"End the partnership of {names}?", "section", wrap=True))
        layout.addWidget(label("Each keeps their own history. Nobody is told the reason.", "muted", wrap=True))
        layout.addLayout(column(label("Reason", "label"), self.reason, gap=4))
        keep = button("Keep", self.reject, "primary")
        end = button("End the partnership", self.accept, "destroy")
        layout.addLayout(row(None, end, keep))
        self.reason.setFocus()
