"""A line for a passphrase: what is typed is not seen, and no menu offers it elsewhere."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit


def secret_line(name: str) -> QLineEdit:
    """One such line."""
    edit = QLineEdit()
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    edit.setAccessibleName(name)
    edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    return edit
