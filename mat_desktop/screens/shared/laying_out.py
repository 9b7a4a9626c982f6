"""What is new has its place before a hand can reach it: nothing moves after a page, a person or a sheet came."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

_TURNS = 4
"""So often what was laid out may ask for more: a form in a part in a scroll area."""


def lay_out(root: QWidget) -> None:
    """Show what was built anew under a widget, and give everything its room now instead of with the next events."""
    for _ in range(_TURNS):
        new = _waiting(root)
        for widget in new:
            QCoreApplication.sendPostedEvents(widget, QEvent.Type.MetaCall.value)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        if not new:
            return


def _waiting(root: QWidget) -> list[QWidget]:
    """What a layout will show with the next event; what somebody hid by word, and all behind it, is passed by."""
    found: list[QWidget] = []
    seen = [root] if root.isVisible() else []
    while seen:
        for child in seen.pop().children():
            if not isinstance(child, QWidget) or child.isWindow():
                continue
            if child.isVisible():
                seen.append(child)
            elif not child.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                found.append(child)
    return found
