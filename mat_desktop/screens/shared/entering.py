"""Where Enter leads when no button has the focus: decided here for pages, dialogs and the entrance alike."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

FILLED = "primary"
"""The kind of the one filled button of a page or dialog."""
_OWN_ENTER = "answersEnter"


def answers_enter(edit: QLineEdit) -> None:
    """Mark a line that does something of its own on Enter, such as adding a person: Enter goes nowhere else then."""
    edit.setProperty(_OWN_ENTER, True)


def filled_button(root: QWidget) -> QPushButton | None:
    """The one filled button in sight; None where there is none, or more than one."""
    buttons = [b for b in root.findChildren(QPushButton) if b.property("kind") == FILLED and b.isVisible()]
    return buttons[0] if len(buttons) == 1 else None


def first_stop(root: QWidget) -> QWidget | None:
    """The first thing in here that takes keys; None where there is none."""
    widget = root.nextInFocusChain()
    while widget is not None and widget is not root:
        if _is_stop(root, widget):
            return widget
        widget = widget.nextInFocusChain()
    return None


def enter(root: QWidget, *, confirms: bool) -> None:
    """Do what Enter does: in a line go on to the next field, elsewhere press the filled button.

    `confirms` for a dialog, whose last line leads to its filled button; on a page the last line leads on as Tab does.
    """
    focus = root.window().focusWidget()
    if isinstance(focus, QLineEdit):
        if not focus.property(_OWN_ENTER):
            _go_on(root, focus, confirms)
        return
    _press(filled_button(root))


def _go_on(root: QWidget, line: QLineEdit, confirms: bool) -> None:
    stops = list(_stops_after(root, line))
    fields = [w for w in stops if isinstance(w, QLineEdit | QPlainTextEdit | QComboBox)]
    if fields:
        fields[0].setFocus(Qt.FocusReason.TabFocusReason)
    elif confirms:
        _press(filled_button(root))
    elif stops:
        stops[0].setFocus(Qt.FocusReason.TabFocusReason)


def _press(button: QPushButton | None) -> None:
    if button is not None and button.isEnabled():
        button.click()


def _stops_after(root: QWidget, edit: QWidget) -> Iterator[QWidget]:
    """Where Tab would stop after this line, until the ring of Tab begins anew at the window itself."""
    found = edit.nextInFocusChain()
    while found is not None and found is not edit and found is not root.window():
        if _is_stop(root, found):
            yield found
        found = found.nextInFocusChain()


def _is_stop(root: QWidget, widget: QWidget) -> bool:
    stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return stops and root.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled()
