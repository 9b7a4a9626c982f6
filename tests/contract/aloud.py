"""Everything that a screen reader could say of the whole program."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from tests.sure import sure


def read_aloud() -> Iterator[str]:
    """Every name, value, description and help, and the titles of the windows, whether they are in sight or not."""
    stack = [QAccessible.queryAccessibleInterface(sure(QApplication.instance()))]
    while stack:
        found = stack.pop()
        if found is None or not found.isValid():
            continue
        kinds = QAccessible.Text
        yield from filter(None, (found.text(k) for k in (kinds.Name, kinds.Description, kinds.Value, kinds.Help)))
        stack += [found.child(n) for n in range(found.childCount())]
    yield from (top.windowTitle() for top in QApplication.topLevelWidgets() if top.isVisible())
