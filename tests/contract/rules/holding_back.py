"""Buttons that are pressed without a consequence, so that each of a page can be pressed one after the other.

The press itself is Qt's own: the key goes to the window, the button goes down and says so. Only what it says next, that
it was clicked, is heard by nobody.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid


class Presses:
    """The buttons that went down, in order."""

    def __init__(self, root: QWidget) -> None:
        self.pressed: list[QAbstractButton] = []
        self._ended = False
        self._held: list[tuple[QAbstractButton, bool]] = []
        self._root = root
        self._heard: set[QAbstractButton] = set()
        self.hear()

    def hear(self) -> None:
        """Listen to the buttons that were made since."""
        for button in set(self._root.findChildren(QAbstractButton)) - self._heard:
            button.pressed.connect(partial(self._take, button))
            self._heard.add(button)

    def _take(self, button: QAbstractButton) -> None:
        if self._ended or not isValid(button):
            return
        self.pressed.append(button)
        self._held.append((button, button.isChecked()))
        button.blockSignals(True)
        if button.group() is not None:
            button.group().blockSignals(True)

    def let_go(self) -> list[QAbstractButton]:
        """Let the buttons that went down speak again; each is as it was. Which they were."""
        for button, was_checked in self._held:
            if not isValid(button):
                continue
            _restore(button, checked=was_checked)
            button.blockSignals(False)
            if button.group() is not None:
                button.group().blockSignals(False)
        pressed, self.pressed, self._held = self.pressed, [], []
        return pressed

    def end(self) -> None:
        """Listen no more."""
        self.let_go()
        self._ended = True


def _restore(button: QAbstractButton, *, checked: bool) -> None:
    """Show a button as chosen or not, and with it the others of its group, of which none may have been chosen."""
    group = button.group()
    exclusive = group is not None and group.exclusive()
    if not button.isCheckable() or button.isChecked() is checked:
        return
    if exclusive:
        group.setExclusive(False)
    button.setChecked(checked)
    if exclusive:
        group.setExclusive(True)


@contextmanager
def held_back(root: QWidget) -> Iterator[Presses]:
    """While this lasts, pressing a button of `root` does nothing but tell."""
    presses = Presses(root)
    try:
        yield presses
    finally:
        presses.end()
