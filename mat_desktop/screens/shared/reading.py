"""Tab goes as one reads: from left to right and from top to bottom, part by part, whatever was made last.

Qt keeps the order in which things were put into a window. A page that comes later, a row that is made anew or a button
that moves from bar to bar would stand at its end. So the order is laid anew each time before it is followed.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QWidget

from mat_desktop.screens.look.belonging import group_of, has_deputy, seen_in


class LaidOver(QFrame):
    """What lies over a page and belongs to one of its fields: Tab comes to it right after the field."""

    def __init__(self, edit: QWidget) -> None:
        super().__init__(edit)
        self.edit = edit


def read_in_order(window: QWidget) -> None:
    """Let Tab go through a window in the order in which one reads it now."""
    for before, after in pairwise(stops_in(window)):
        QWidget.setTabOrder(before, after)


def stops_in(root: QWidget) -> Iterator[QWidget]:
    """Everything in sight under `root` that takes the keyboard by Tab, as one reads it."""
    over = {one.edit: one for one in seen_in(root, LaidOver)}
    yield from _under(root, over)


def _under(root: QWidget, over: dict[QWidget, LaidOver]) -> Iterator[QWidget]:
    for part in _as_read(root):
        if _is_stop(part):
            yield part
        yield from _under(part, over)
        if part in over:
            yield from _under(over[part], over)


def _is_stop(part: QWidget) -> bool:
    if not part.isEnabled() or has_deputy(part):
        return False
    if isinstance(part, QAbstractButton) and part.isCheckable() and (chosen := _chosen_beside(part)) is not None:
        # Qt lets Tab pass by the others only once the keyboard was in the group.
        part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if part is chosen else Qt.FocusPolicy.ClickFocus)
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _chosen_beside(part: QAbstractButton) -> QAbstractButton | None:
    """The one that is chosen of several of which one is: Tab stops there, and nowhere else among them."""
    group = group_of(part)
    chosen = next((one for one in group.buttons() if one.isChecked()), None) if group and group.exclusive() else None
    takes = chosen is not None and chosen.isVisible() and chosen.isEnabled()
    return chosen if takes and part.focusPolicy() != Qt.FocusPolicy.NoFocus else None


def _as_read(root: QWidget) -> list[QWidget]:
    """The parts of something, line by line: what stands beside each other goes from left to right."""
    parts = [p for p in root.children() if isinstance(p, QWidget) and not isinstance(p, LaidOver)]
    seen = sorted((p for p in parts if p.isVisible() and not p.isWindow()), key=lambda p: p.y())
    lines: list[list[QWidget]] = []
    for part in seen:
        if lines and _beside(lines[-1][0], part):
            lines[-1].append(part)
        else:
            lines.append([part])
    return [part for line in lines for part in sorted(line, key=lambda p: p.x())]


def _beside(first: QWidget, part: QWidget) -> bool:
    """Whether something stands in the line that `first` began: half of the lower one is beside it."""
    shared = min(first.geometry().bottom(), part.geometry().bottom()) - max(first.y(), part.y())
    return 2 * shared >= min(first.height(), part.height())
