"""Whether it is seen where the keyboard is: by a ring around a control, or by a mark within a list."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from mat_desktop.screens.look.belonging import has_deputy
from tests.contract.eyes.contrast import MARKS
from tests.contract.eyes.picture import Picture, Pixels, contrast
from tests.contract.eyes.seen import seen_box
from tests.contract.hand import named
from tests.contract.state import Rule, State

_AROUND = 8
"""The ring is at most four pixels wide and two away from its control."""
_SHARE = 0.25
"""So much of the way around what is in sight of a control is marked at least; the rest may be scrolled away."""


def ring_is_seen(share: int) -> Rule:
    """The rule for so many stops of the state, which ones its dice say."""

    def where_the_keyboard_is_can_be_seen(state: State) -> Iterator[str]:
        stops = [one for one in state.root.window().findChildren(QWidget) if _is_stop(one)]
        if len(stops) > share:
            stops = state.dice.sample(stops, share)
        for stop in stops:
            if isValid(stop) and _is_stop(stop):
                yield from _held(state, stop)

    return where_the_keyboard_is_can_be_seen


def _is_stop(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled() and not has_deputy(widget)


def _held(state: State, before: QWidget) -> Iterator[str]:
    """From one stop Tab leads to the next, which is scrolled into sight and marked."""
    before.setFocus(Qt.FocusReason.TabFocusReason)
    state.hand.key(Qt.Key.Key_Tab)
    stop = QApplication.focusWidget()
    if stop is None or stop is before:
        return
    seen = seen_box(stop)
    if seen.isEmpty():
        yield f"{named(stop)} has the keyboard out of sight"
        return
    box = seen.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    window = stop.window()
    with_focus = Picture(window, box).pixels
    stop.clearFocus()
    QApplication.processEvents()
    without = Picture(window, box).pixels
    marked = _marked(with_focus, without) if with_focus.shape == without.shape else 0
    least = _SHARE * (seen.width() + seen.height())
    if marked < least:
        yield f"{named(stop)} has the keyboard, and {marked} pixels of {least:.0f} at least say so"


def _marked(now: Pixels, before: Pixels) -> int:
    """How many pixels stand out from what was there without the keyboard."""
    changed = (now != before).any(axis=2)
    pairs = np.concatenate([now[changed], before[changed]], axis=1)
    if not len(pairs):
        return 0
    kinds, times = np.unique(pairs, axis=0, return_counts=True)
    return sum(int(n) for k, n in zip(kinds, times, strict=True) if _stands_out(k))


def _stands_out(pair: Pixels) -> bool:
    r, g, b, before_r, before_g, before_b = (int(part) for part in pair)
    return contrast((r, g, b), (before_r, before_g, before_b)) >= MARKS
