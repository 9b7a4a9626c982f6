"""The menu, the keys and the searchable list, all made from the table of actions."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from mat_desktop.screens.frame.action_room import ActionRoom
from mat_desktop.screens.frame.actions import ACTIONS, Action, Menu


def do(room: ActionRoom, action: Action) -> None:
    """Do it where it is on and nothing covers the window."""
    if not room.covered and action.on(room):
        action.does(room)


def do_key(room: ActionRoom, pressed: str) -> None:
    """Do what a key means that comes by another way than a shortcut."""
    do(room, next(action for action in ACTIONS if pressed in action.keys))


def listen(room: ActionRoom, widget: QWidget) -> None:
    """Hear every key of the table that nobody hears already."""
    for action in ACTIONS:
        for key in () if action.heard else action.keys:
            QShortcut(QKeySequence(key), widget).activated.connect(_doing(room, action))


def _doing(place: ActionRoom, action: Action) -> Callable[[], None]:
    return lambda: do(place, action)


def menu_of(room: ActionRoom, widget: QWidget) -> QMenu:
    """The menu with its menus, every action with its keys, grey where it is not on.

    Keys stand in the words: were they set on the entries, each would be heard twice.
    """
    whole = QMenu(widget)
    offered: list[tuple[QAction, Action]] = []
    for one in Menu:
        inner = whole.addMenu(f"&{one}")
        for action in ACTIONS:
            if action.menu is one:
                entry = inner.addAction("\t".join([action.words, ", ".join(action.keys)]).rstrip())
                entry.triggered.connect(_doing(room, action))
                offered.append((entry, action))

    def show_what_is_on() -> None:
        for entry, action in offered:
            entry.setEnabled(action.on(room))

    whole.aboutToShow.connect(show_what_is_on)
    return whole


def show_list(room: ActionRoom, widget: QWidget) -> None:
    """The searchable list; what was chosen there is done when it is gone."""
    from mat_desktop.screens.frame.action_list import ActionList

    found = ActionList(widget, tuple(action for action in ACTIONS if action.on(room)))
    if not found.exec():
        return
    if found.code:
        room.filing.open_code(found.code)
    elif found.chosen is not None:
        found.chosen.does(room)
