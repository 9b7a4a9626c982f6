"""What a hand was at stays under it: after a deed the focus and the scrolling are where they were."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget
from shiboken6 import isValid

from mat_desktop.screens.look.belonging import seen_in
from mat_desktop.screens.shared.laying_out import lay_out


@dataclass(frozen=True)
class FocusHeld:
    """What had the focus: the control, its name, where it was on the page, in what it lay, whether Space sets it."""

    widget: QWidget
    kind: type[QWidget]
    name: str
    at: QPoint
    around: tuple[QWidget, ...]
    turns: bool


@contextmanager
def staying(page: QWidget, stays: Callable[[], bool] = lambda: True) -> Iterator[None]:
    """Keep the focus and every scroll position of a page while it is shown afresh.

    A control that was built anew is found by its name; where it is gone, the nearest one gets the focus, so that it is
    never nowhere and never on another page. The scrolling comes back only while `stays()` says that the page still
    shows the same person. What the page itself gives the focus to afterwards wins.
    """
    held = held_in(page)
    scrolled = {area: area.verticalScrollBar().value() for area in seen_in(page, QScrollArea)}
    yield
    # A layout that is not done yet has no room to scroll back to, and moves under the hand when it is.
    lay_out(page)
    if held is not None:
        give_back(page, held)
    if stays():
        _scroll_back(scrolled)


@contextmanager
def keyboard_kept(part: QWidget) -> Iterator[None]:
    """Keep the keyboard in a part while it is put elsewhere in its window: Qt hands it on, and scrolls to where."""
    focus = part.window().focusWidget()
    inside = focus is not None and part.isAncestorOf(focus)
    if inside and focus is not None:
        # Else Qt would look for what comes next, and lay the order of all the page for it.
        focus.clearFocus()
    yield
    if inside and focus is not None and isValid(focus):
        focus.setFocus(Qt.FocusReason.OtherFocusReason)


def held_in(page: QWidget) -> FocusHeld | None:
    """What has the keyboard in here; None where nothing of it has."""
    focus = page.window().focusWidget()
    if focus is None or not page.isAncestorOf(focus):
        return None
    around = tuple(_around(focus, page))
    return FocusHeld(focus, type(focus), focus.accessibleName(), _place(focus, page), around, _turns(focus))


def _around(widget: QWidget, page: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None and parent is not page:
        yield parent
        parent = parent.parentWidget()
    yield page


def give_back(page: QWidget, held: FocusHeld) -> None:
    """Give it the keyboard again, or what took its place."""
    if isValid(held.widget) and page.isAncestorOf(held.widget) and _can_have(page, held.widget):
        chosen: QWidget | None = held.widget
    else:
        chosen = _alike(page, held) or _nearest(page, held)
    if chosen is not None and page.window().focusWidget() is not chosen:
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)


def _can_have(page: QWidget, widget: QWidget) -> bool:
    """Whether something on the page can have the focus; a menu or a list that is open is a window of its own."""
    takes = widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    return takes and widget.isVisible() and widget.window() is page.window()


def _alike(page: QWidget, held: FocusHeld) -> QWidget | None:
    if not held.name:
        return None
    found = [w for w in seen_in(page, held.kind) if w.accessibleName() == held.name and _can_have(page, w)]
    return min(found, key=lambda w: _far(_place(w, page), held.at), default=None)


def _nearest(page: QWidget, held: FocusHeld) -> QWidget | None:
    """The nearest control of the same part of the page; of another part only where this one has none left."""
    for part in held.around:
        if isValid(part) and part.window() is page.window():
            controls = [w for w in seen_in(part, QWidget) if _can_have(page, w) and w.accessibleName()]
            if controls:
                return min(controls, key=lambda w: (_turns(w) and not held.turns, _far(_place(w, page), held.at)))
    return None


def _place(widget: QWidget, page: QWidget) -> QPoint:
    return widget.mapTo(page, QPoint(0, 0))


def _turns(widget: QWidget) -> bool:
    """Whether a stray Space would set or unset something: a tick or a choice."""
    return isinstance(widget, QAbstractButton) and widget.isCheckable()


def _far(one: QPoint, other: QPoint) -> int:
    """Rows count more than columns: what took the place of a row that is gone stands below it."""
    return abs(one.x() - other.x()) + 4 * abs(one.y() - other.y())


def _scroll_back(scrolled: dict[QScrollArea, int]) -> None:
    for area, value in scrolled.items():
        if isValid(area):
            area.verticalScrollBar().setValue(value)
