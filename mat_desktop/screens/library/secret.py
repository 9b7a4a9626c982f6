"""A line for a passphrase: what is typed is not seen, and no menu offers it elsewhere."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from mat_desktop.screens.shared.lines import Line


def secret_line(name: str) -> QLineEdit:
    """One such line."""
    edit = Line()
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    edit.setAccessibleName(name)
    edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    return edit
