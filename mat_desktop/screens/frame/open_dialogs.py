"""The dialogs that are open over the page, and whether they may go."""

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from mat_desktop.screens.shared.dialog import Dialog


def open_dialogs() -> list[QWidget]:
    """What is open over the page, the one in front last."""
    found = [top for top in QApplication.topLevelWidgets() if isinstance(top, QDialog) and top.isVisible()]
    return sorted(found, key=_depth)


def holds_typing(dialog: QWidget) -> bool:
    """Whether leaving this dialog would lose what was typed; one that is not ours does not tell, and is left alone."""
    return dialog.typed if isinstance(dialog, Dialog) else True


def leave(dialogs: list[QWidget]) -> None:
    """Leave every dialog without change, the one in front first."""
    for dialog in reversed(dialogs):
        if isinstance(dialog, QDialog):
            dialog.reject()


def _depth(widget: QWidget) -> int:
    parent, depth = widget.parentWidget(), 0
    while parent is not None:
        parent, depth = parent.parentWidget(), depth + 1
    return depth
