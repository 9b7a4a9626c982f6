"""Where Enter leads when no button has the focus: decided here for pages, dialogs and the entrance alike."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from mat_desktop.screens.look.belonging import seen_in
from mat_desktop.screens.shared.buttons import ENTER
from mat_desktop.screens.shared.lines import Line
from mat_desktop.screens.shared.reading import stops_in
from mat_desktop.screens.shared.ring import lead_to

FILLED = "primary"
"""The kind of the one filled button of a page or dialog."""
WRONG, OFFERED = "wrong", "offered"
"""Properties: of a line, that what stands in it was refused; of a button, that it is an answer offered under one."""


class DoingLine(Line):
    """A line that does something of its own on Enter, such as adding a person, and once however long it is held.

    Qt's own line hands Enter on to its page afterwards, which would do what the filled button says as soon as the line
    has put the keyboard elsewhere.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends here; every other key is Qt's."""
        if event.key() not in ENTER or not event.isAutoRepeat():
            super().keyPressEvent(event)
        if event.key() in ENTER:
            event.accept()


def filled_in_turn(then: Callable[[], object], *lines: DoingLine) -> None:
    """Lines of which one thing is made, such as a name and a phone: Enter goes on to the next, in the last one it does.

    Enter after a name would else add somebody without a phone, and make a second person of the number typed next.
    """
    for line, following in pairwise(lines):
        line.returnPressed.connect(partial(lead_to, following))
    lines[-1].returnPressed.connect(then)


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
    elif not isinstance(focus, DoingLine):
        _go_on(root, focus, confirms)


def _answer(root: QWidget, line: QLineEdit) -> None:
    """Go to the first of the answers that are offered under a refused line; where none is offered, stay."""
    following = next(_stops_after(root, line), None)
    if following is not None and following.property(OFFERED):
        lead_to(following)


def _go_on(root: QWidget, line: QLineEdit, confirms: bool) -> None:
    stops = list(_stops_after(root, line))
    fields = [w for w in stops if isinstance(w, QLineEdit | QPlainTextEdit | QComboBox)]
    if fields:
        lead_to(fields[0])
    elif confirms:
        _press(filled_button(root))
    elif stops:
        lead_to(stops[0])


def _press(button: QPushButton | None) -> None:
    if button is not None and button.isEnabled():
        button.click()


def _stops_after(root: QWidget, edit: QWidget) -> Iterator[QWidget]:
    """Where Tab would stop after this line, until it begins anew."""
    stops = iter(stops_in(root.window()))
    before = next((stop for stop in stops if stop is edit), None)
    return (stop for stop in stops if before is not None and root.isAncestorOf(stop))
