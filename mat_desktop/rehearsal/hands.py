"""Hands on the real window: what is clicked and typed is found by the name that a screen reader would say."""

from collections.abc import Callable
from itertools import count
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from mat_desktop.screens.look.belonging import seen_in
from mat_desktop.screens.look.standing_on import window_of

W = TypeVar("W", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
DIALOG_PATIENCE = 300


class NotThere(AssertionError):
    """What should be clicked is not on the screen."""


def seen(root: QWidget, kind: type[W], name: str) -> W:
    """The visible thing of this kind with this name; the last one where several are on top of each other.

    Raises NotThere, with the names that are there, when it does not appear soon.
    """
    found: list[W] = []
    for patience in range(20):
        QTest.qWait(patience)
        found = [w for w in seen_in(root, kind) if w.accessibleName() == name]
        if found:
            break
    if not found:
        names = sorted({w.accessibleName() for w in seen_in(root, kind) if w.accessibleName()})
        raise NotThere(f"No {kind.__name__} named “{name}” is on the screen. There are: {', '.join(names)[:1500]}")
    return found[-1]


def press(root: QWidget, name: str) -> None:
    """Click the button with this name. Raises NotThere where it is grey or missing."""
    found = seen(root, QAbstractButton, name)
    if not found.isEnabled():
        raise NotThere(f"The button “{name}” cannot be pressed now.")
    QTest.mouseClick(found, LEFT, pos=QPoint(12, found.height() // 2))


def choose(root: QWidget, name: str, words: str) -> None:
    """Choose one value of a list. Raises NotThere where the list does not offer it."""
    box = seen(root, QComboBox, name)
    place = box.findText(words)
    if place < 0:
        raise NotThere(f"“{words}” is not in the list {name}.")
    box.setCurrentIndex(place)
    box.activated.emit(place)


def write(root: QWidget, name: str, words: str) -> None:
    """Replace what stands in a field, and leave it with Tab. Raises NotThere where there is no such field."""
    QApplication.processEvents()
    edits: list[QWidget] = [w for k in (QLineEdit, QPlainTextEdit) for w in seen_in(root, k)]
    found = [w for w in edits if w.accessibleName() == name]
    if not found:
        raise NotThere(f"No field named “{name}” is on the screen. There are: {[w.accessibleName() for w in edits]}")
    edit = found[-1]
    if not edit.isActiveWindow():
        edit.window().activateWindow()
        QApplication.processEvents()
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    if words.isascii() and "\n" not in words:
        QTest.keyClicks(edit, words)
    else:
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(edit, event)
    QTest.keyClick(edit, Qt.Key.Key_Tab)


def strike(root: QWidget, *keys: str | Qt.Key) -> None:
    """Press keys as a hand does: they go to the window, and from there to whatever has the focus."""
    window = root.window()
    if not window.isActiveWindow():
        window.activateWindow()
        QApplication.processEvents()
    handle = window_of(window)
    assert handle is not None
    for pressed in keys:
        QTest.keyClick(handle, Qt.Key(ord(pressed.upper())) if isinstance(pressed, str) else pressed)


def from_menu(menu: QMenu | None, *words: str) -> None:
    """Choose an entry of a menu, through its sub-menus. Raises NotThere where one of the words is missing."""
    for number, word in enumerate(words):
        if menu is not None:
            menu.aboutToShow.emit()
        actions = {action.text(): action for action in (menu.actions() if menu else [])}
        if word not in actions:
            raise NotThere(f"“{word}” is not in the menu. There are: {list(actions)}")
        if number == len(words) - 1:
            actions[word].trigger()
        else:
            found = actions[word].menu()
            menu = found if isinstance(found, QMenu) else None


def in_dialog(open_it: Callable[[], object], then: Callable[[QDialog], object]) -> None:
    """Do something that opens a dialog, and act in it. What goes wrong inside is raised outside."""
    failures: list[BaseException] = []
    patience = count(1)

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None and next(patience) < DIALOG_PATIENCE:
            QTimer.singleShot(10, act)
            return
        try:
            assert isinstance(dialog, QDialog), "No dialog opened."
            then(dialog)
        except BaseException as failure:  # noqa: BLE001  raised again outside the dialog's own loop
            failures.append(failure)
        finally:
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, act)
    open_it()
    while not failures and next(patience) < DIALOG_PATIENCE and QApplication.activeModalWidget() is not None:
        QTest.qWait(5)
    if failures:
        raise failures[0]
