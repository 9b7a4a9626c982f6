"""What lies in a widget and what it belongs to, found so that nothing changes hands.

PySide takes what most questions to a widget give out for a part of the widget that was asked: what `findChildren`
finds, the one that takes the keyboard for it, the next one by Tab, its group. When the one that was asked goes, Python
destroys what it gave out, which may be a part of a page that is seen, and the program with it. `children` and `parent`
leave everything where it is; a test forbids the others.
"""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QAbstractSpinBox, QButtonGroup, QComboBox, QWidget

T = TypeVar("T", bound=QObject)


def all_in(root: QObject, kind: type[T]) -> list[T]:
    """Everything of a kind that lies in a widget, however deep, in the order in which it was put there."""
    return [one for one in _below(root) if isinstance(one, kind)]


def outermost(root: QWidget, kind: type[T]) -> Iterator[T]:
    """The same, without what lies in another one of the kind."""
    for one in root.children():
        if isinstance(one, kind):
            yield one
        elif isinstance(one, QWidget):
            yield from outermost(one, kind)


def group_of(button: QAbstractButton) -> QButtonGroup | None:
    """The group that a button is in; it lies in one of the widgets around the button."""
    around = button.parentWidget()
    while around is not None:
        for one in around.children():
            if isinstance(one, QButtonGroup) and one.id(button) != _NOT_IN_IT:
                return one
        around = None if around.isWindow() else around.parentWidget()
    return None


def has_deputy(part: QWidget) -> bool:
    """Whether another one takes the keyboard for it: Qt's own lines, and areas, in boxes and around them."""
    return isinstance(part.parentWidget(), (QAbstractScrollArea, QAbstractSpinBox, QComboBox))


_NOT_IN_IT = -1


def _below(root: QObject) -> Iterator[QObject]:
    for one in root.children():
        yield one
        yield from _below(one)
