"""What lies over the program lies over all of it."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from mat_desktop.facilitation.participants import roster
from mat_desktop.screens.frame.veil import VeilPage
from tests.contract.aloud import read_aloud
from tests.contract.hand import middle_of, named, under, visible_part
from tests.contract.state import State

CTRL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
F8, F9 = Qt.Key.Key_F8, Qt.Key.Key_F9
_KEYS = (
    *((key, PLAIN) for key in (Qt.Key.Key_Escape, Qt.Key.Key_1, Qt.Key.Key_X, Qt.Key.Key_Delete)),
    *((key, PLAIN) for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_F1)),
    *((key, CTRL) for key in (Qt.Key.Key_N, Qt.Key.Key_F, Qt.Key.Key_K, Qt.Key.Key_P, Qt.Key.Key_Z, Qt.Key.Key_C)),
)


def under_the_privacy_screen_nothing_is_reached_or_read(state: State) -> Iterator[str]:
    """F9, then keys, clicks and the wheel where the controls were: no row, no focus behind it, no name read aloud."""
    yield from _under(state, [F9], F9)


def under_the_step_out_page_nothing_is_reached_or_read(state: State) -> Iterator[str]:
    """The same under F8, once the guide has gone."""
    yield from _under(state, [F8, F8], F8)


def _under(state: State, down: list[Qt.Key], up: Qt.Key) -> Iterator[str]:
    spots = [middle_of(w) for w in state.some(state.all(QAbstractButton)) if visible_part(w)]
    window, focus, last = state.root.window(), QApplication.focusWidget(), state.kept.last()
    for pressed in down:
        state.hand.key(pressed)
    covers = state.visitor.place.covers
    if not covers.up:
        yield f"{down[0].name} lays nothing over it"
        return
    last = max(last, state.kept.last()) if state.kept.last() - last <= 1 else last
    yield from _pry(state, window, spots)
    if state.kept.last() != last:
        yield f"under the cover {', '.join(map(str, state.kept.since(last)))} was kept"
    state.hand.key(up)
    yield from _came_back(state, focus)


def _pry(state: State, window: QWidget, spots: list[QPoint]) -> Iterator[str]:
    covers = state.visitor.place.covers
    names = names_of(state)
    for act in _attempts(state, window, spots):
        told = act()
        focus = QApplication.focusWidget()
        if not covers.up:
            yield f"{told} took the cover away"
            return
        if focus is not None and not _is_on(covers.page, focus):
            yield f"{told} moved the focus behind the cover, to {named(focus)}"
        if state.hand.opened:
            yield f"{told} opened {state.hand.opened} over the cover"
    said = "\n".join(read_aloud())
    if heard := sorted(name for name in names if name in said):
        yield f"{heard} can be read aloud under the cover"


def _is_on(cover: VeilPage | None, widget: QWidget) -> bool:
    return cover is not None and (cover is widget or cover.isAncestorOf(widget))


def _attempts(state: State, window: QWidget, spots: list[QPoint]) -> Iterator[Callable[[], str]]:
    def key(which: Qt.Key, held: Qt.KeyboardModifier) -> str:
        state.hand.key(which, held)
        return f"{held.name} {which.name}"

    def click(spot: QPoint) -> str:
        state.hand.click_at(window, spot)
        state.hand.wheel(window, spot, -2)
        return f"a click at {spot.toTuple()}"

    for spot in spots:
        if not isinstance(under(window, spot), QAbstractButton):
            yield partial(click, spot)
    for which, held in state.dice.sample(_KEYS, min(len(_KEYS), 2 * state.share)):
        # Whoever goes to “Back to work” by Tab may press it.
        if not (which is Qt.Key.Key_Return and isinstance(QApplication.focusWidget(), QAbstractButton)):
            yield partial(key, which, held)


def _came_back(state: State, focus: QWidget | None) -> Iterator[str]:
    if state.visitor.place.covers.up:
        yield "the key that laid the cover does not lift it"
        state.visitor.press("Back to work")
    now = QApplication.focusWidget()
    if focus is not None and now is not focus:
        yield f"the focus came back to {named(now) if now else 'nothing'} and was on {named(focus)}"


def names_of(state: State) -> set[str]:
    """Parts of names, and the title, that nobody may hear of."""
    bench = state.visitor.place.bench
    names = [line.name for line in roster.roster(state.visitor.place.desk, bench.workshop_id)] if bench else []
    return {part for name in names for part in name.split() if len(part) > 3} | {"Harbour Hall"}
