"""Where Enter leads when no button has the focus: decided here for pages, dialogs and the entrance alike."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from mat_desktop.screens.look.belonging import seen_in
from mat_desktop.screens.shared.reading import stops_in

FILLED = "primary"
"""The kind of the one filled button of a page or dialog."""
WRONG, OFFERED = "wrong", "offered"
"""Properties: of a line, that what stands in it was refused; of a button, that it is an answer offered under one."""
_OWN_ENTER = "answersEnter"


def answers_enter(edit: QLineEdit) -> None:
    """Mark a line that does something of its own on Enter, such as adding a person: Enter goes nowhere else then."""
    edit.setProperty(_OWN_ENTER, True)


def filled_button(root: QWidget) -> QPushButton | None:
    """The one filled button in sight; None where there is none, or more than one."""
    buttons = [b for b in seen_in(root, QPushButton) if b.property("kind") == FILLED]
    return buttons[0] if len(buttons) == 1 else None


def first_stop(root: QWidget) -> QWidget | None:
    """The first thing in here that takes keys; None where there is none."""
    return next(stops_in(root), None)


def enter(root: QWidget, *, confirms: bool) -> None:
    """Do what Enter does: in a line go on to the next field, elsewhere press the filled button.

    `confirms` for a dialog, whose last line leads to its filled button; on a page the last line leads on as Tab does.
    A line that was just refused keeps the keyboard, or hands it to what is offered under it.
    """
    focus = root.window().focusWidget()
    if not isinstance(focus, QLineEdit):
        _press(filled_button(root))
    elif focus.property(WRONG):
        _answer(root, focus)
    elif not focus.property(_OWN_ENTER):
        _go_on(root, focus, confirms)


def _answer(root: QWidget, line: QLineEdit) -> None:
    """Go to the first of the answers that are offered under a refused line; where none is offered, stay."""
    following = next(_stops_after(root, line), None)
    if following is not None and following.property(OFFERED):
        following.setFocus(Qt.FocusReason.TabFocusReason)


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
    """Where Tab would stop after this line, until it begins anew."""
    stops = iter(stops_in(root.window()))
    before = next((stop for stop in stops if stop is edit), None)
    return (stop for stop in stops if before is not None and root.isAncestorOf(stop))
