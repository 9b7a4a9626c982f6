"""What lies in a widget and what it belongs to, found so that nothing changes hands.

PySide takes what most questions to a widget give out for a part of the widget that was asked: what `findChildren`
finds, the one that takes the keyboard for it, the next one by Tab, its group. When the one that was asked goes, Python
destroys what it gave out, which may be a part of a page that is seen, and the program with it. `children` and `parent`
leave everything where it is; a test forbids the others.
"""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QButtonGroup,
    QComboBox,
    QLayout,
    QWidget,
)

T = TypeVar("T", bound=QObject)
W = TypeVar("W", bound=QWidget)


def all_in(root: QObject, kind: type[T]) -> list[T]:
    """Everything of a kind that lies in a widget, however deep, in the order in which it was put there."""
    return _below(root, kind, in_sight=False)


def seen_in(root: QWidget, kind: type[W]) -> list[W]:
    """The same, of what is in sight; what is hidden is not gone through, which is most of a window with many pages."""
    return _below(root, kind, in_sight=True) if root.isVisible() else []


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


def standing_in(layout: QLayout) -> list[QWidget]:
    """The widgets that stand in one of Qt's own layouts, in their order; what stands in a layout within is not told.

    What `itemAt` gives out outlives its item in Python: it is then taken for whatever Qt makes at the same address.
    """
    holder = layout.parentWidget()
    placed = [(layout.indexOf(one), one) for one in holder.children() if isinstance(one, QWidget)] if holder else []
    return [one for place, one in sorted(placed, key=lambda pair: pair[0]) if place >= 0]


def has_deputy(part: QWidget) -> bool:
    """Whether another one takes the keyboard for it: Qt's own lines, and areas, in boxes and around them."""
    return isinstance(part.parentWidget(), (QAbstractScrollArea, QAbstractSpinBox, QComboBox))


_NOT_IN_IT = -1


def _below(root: QObject, kind: type[T], *, in_sight: bool) -> list[T]:
    """What lies below, each before what lies in it. No widget lies in anything else, such as a layout."""
    found: list[T] = []
    within: type[QObject] = QWidget if issubclass(kind, QWidget) else QObject
    waiting = root.children()[::-1]
    while waiting:
        one = waiting.pop()
        if not isinstance(one, within) or (in_sight and isinstance(one, QWidget) and not one.isVisible()):
            continue
        if isinstance(one, kind):
            found.append(one)
        waiting += one.children()[::-1]
    return found
