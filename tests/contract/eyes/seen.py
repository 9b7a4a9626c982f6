"""What of a state is in sight, and where."""

from collections.abc import Callable, Iterator
from functools import cached_property

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QWidget

from tests.contract.eyes.picture import Picture
from tests.contract.hand import visible_part
from tests.contract.state import State


class Sight:
    """What is seen of a state at one moment: its pixels, and the box of each thing that is seen of it."""

    def __init__(self, state: State) -> None:
        """Everything is drawn once, and looked up once."""
        self.state = state
        self.window = state.root.window()

    @cached_property
    def picture(self) -> Picture:
        """The whole window."""
        return Picture(self.window)

    @cached_property
    def _all(self) -> list[tuple[QWidget, QRect]]:
        found = ((one, seen_box(one)) for one in self.window.findChildren(QWidget) if one.isVisible())
        return [(one, box) for one, box in found if not box.isEmpty()]

    def all(self, *kinds: type[QWidget]) -> list[tuple[QWidget, QRect]]:
        """Everything of these kinds with the box of it that is seen, however little."""
        return [(one, box) for one, box in self._all if isinstance(one, kinds)]


Rule = Callable[[Sight], Iterator[str]]
"""Holds what is seen to something, and says in a sentence what it found against it."""


def seen_box(widget: QWidget) -> QRect:
    """The box of what is seen of something, in its window; empty where nothing of it is."""
    part = visible_part(widget)
    return QRect(part[0], part[1]) if part is not None else QRect()


def in_window(widget: QWidget, box: QRect) -> QRect:
    """A box of something, in its window, as far as it is seen."""
    return box.translated(widget.mapTo(widget.window(), QPoint(0, 0))) & seen_box(widget)


def is_part_of_another(widget: QWidget) -> bool:
    """Whether this is the line within a box or a spin box, or the sign that empties a line."""
    return isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox | QLineEdit)
