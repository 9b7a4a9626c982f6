"""The menu, the keys and the searchable list, all made from the table of actions."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget
from shiboken6 import isValid

from mat_desktop.screens.frame.action_room import ActionRoom
from mat_desktop.screens.frame.actions import ACTIONS, Action, Menu
from mat_desktop.screens.look.belonging import all_in
from mat_desktop.screens.shared.buttons import Button
from mat_desktop.screens.shared.still import StillMenu


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
    whole = StillMenu("", widget)
    offered: list[tuple[QAction, Action]] = []
    for one in Menu:
        inner = StillMenu(f"&{one}", whole)
        whole.addMenu(inner)
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


def of_the_page(room: ActionRoom) -> tuple[Action, ...]:
    """Every button that can be pressed on the page in front, those of the action bar first, each name once."""
    page = room.page_in_front
    around = (*page.side, *page.extra) if page is not None else (room.bar,)
    buttons = [one for part in around for one in (part, *all_in(part, QAbstractButton))]
    # Today and the print centre are no step, and have buttons too.
    buttons += all_in(page or room.main, Button)
    known = {action.words for action in ACTIONS}
    named: dict[str, Action] = {}
    for one in buttons:
        if isinstance(one, QAbstractButton) and _can_be_pressed(one):
            words = one.accessibleName() or one.text()
            if words not in known:
                named.setdefault(words, Action(words=words, menu=Menu.GO, does=partial(_press, one)))
    return tuple(named.values())


def _can_be_pressed(one: QAbstractButton) -> bool:
    return one.isVisible() and one.isEnabled() and not one.isCheckable() and bool(one.accessibleName() or one.text())


def _press(one: QAbstractButton, _room: ActionRoom) -> None:
    if isValid(one) and _can_be_pressed(one):
        one.click()


def show_list(room: ActionRoom, widget: QWidget) -> None:
    """The searchable list; what was chosen there is done when it is gone."""
    from mat_desktop.screens.frame.action_list import ActionList

    actions = (action for action in ACTIONS if action.on(room))
    found = ActionList(widget, (*actions, *of_the_page(room)))
    done, code, chosen = found.exec(), found.code, found.chosen
    # What is opened from here would have this list behind it, and a cover over that would leave its names to be read.
    QCoreApplication.sendPostedEvents(found, QEvent.Type.DeferredDelete)
    if done and code:
        room.filing.open_code(code)
    elif done and chosen is not None:
        chosen.does(room)
