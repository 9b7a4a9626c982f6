"""Tab, Enter, Esc and the wheel."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QWidget,
)
from shiboken6 import isValid

from mat_desktop.screens.look.belonging import has_deputy
from mat_desktop.screens.shared.entering import FILLED
from tests.contract.hand import in_reach, middle_of, named
from tests.contract.rules.holding_back import Presses, held_back
from tests.contract.state import State, spoken

MANY = 500
"""More stops than any page has."""
ENTER_MEANS: Mapping[str, str] = {
    "Who is here": "A row of the door is pressed like a button: a click or Enter checks in whoever stands in it.",
}
"""What Enter does something on beside buttons, by its name, and why."""


_MENUS = (["QMenu"], ["StillMenu"])
"""What a button opens that has a menu."""


def walked_by_tab(state: State) -> list[QWidget]:
    """Every stop of Tab, from where the focus is until it comes round."""
    window, stops = state.root.window(), list[QWidget]()
    for _ in range(MANY):
        state.hand.key(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is None or focus.window() is not window or focus in stops:
            break
        stops.append(focus)
    return stops


def tab_reaches_every_control_and_leaves_it(state: State) -> Iterator[str]:
    """From wherever the focus is, Tab comes round to where it began; nothing that can be pressed is left out."""
    # What is worked out meanwhile, such as a preview, may bring another one.
    there = _controls(state)
    stops = walked_by_tab(state)
    if not stops:
        yield "Tab goes nowhere"
        return
    focus = QApplication.focusWidget()
    if focus is stops[-1] and len(there) > 1:
        yield f"Tab does not leave {named(stops[-1])}"
    elif len(stops) >= MANY:
        yield "Tab does not come round"
    for stop in stops:
        if not spoken(stop):
            yield f"Tab stops on {named(stop)}"
    for control in there:
        if control not in stops and not _is_reached_with(control, stops):
            yield f"Tab leaves out {named(control)}"


def _controls(state: State) -> list[QWidget]:
    kinds = (
        QAbstractButton,
        QLineEdit,
        QPlainTextEdit,
        QComboBox,
        QAbstractSpinBox,
        QAbstractSlider,
        QAbstractItemView,
    )
    found = [w for kind in kinds for w in state.all(kind) if w.isEnabled() and not isinstance(w, QScrollBar)]
    return [w for w in found if not w.objectName().startswith("qt_") and not _is_part_of_another(w)]


def _is_part_of_another(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    within = (QAbstractSpinBox, QComboBox, QLineEdit, QAbstractItemView)
    return isinstance(parent, within) or (parent is not None and isinstance(parent.parentWidget(), QAbstractItemView))


def _is_reached_with(control: QWidget, stops: list[QWidget]) -> bool:
    """Whether another one stands for it: the one that is chosen in its group, or the question that it answers."""
    if isinstance(control, QAbstractButton) and control.group() is not None:
        beside = [b for b in control.group().buttons() if b in stops]
        return bool(beside) or _stands_for(control, stops)
    return _stands_for(control, stops)


def _stands_for(control: QWidget, stops: list[QWidget]) -> bool:
    """A question has the focus for its answers, which take none of their own."""
    takes_none = not control.focusPolicy() & Qt.FocusPolicy.TabFocus
    return takes_none and any(stop.isAncestorOf(control) for stop in stops)


def enter_presses_the_button_in_focus_or_the_filled_one_and_changes_no_row(state: State) -> Iterator[str]:
    """Enter on each button presses that button; elsewhere nothing but the filled one; no row changes beside that."""
    last, done = state.kept.last(), set[str]()
    with held_back(state.root) as presses:
        stops = _stops(state)
        while stops:
            stop = stops.pop(0)
            if not isValid(stop):
                # The page was made anew: go on with what is there now.
                presses.hear()
                stops = [one for one in _stops(state) if named(one) not in done]
                continue
            if not stop.isVisible() or not stop.isEnabled():
                continue
            done.add(name := named(stop))
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            yield from _enter_on(state, stop, presses)
            if state.kept.last() != last:
                lines = state.take_back(last)
                last = state.kept.last()
                if not (isValid(stop) and stop.accessibleName() in ENTER_MEANS):
                    yield f"Enter on {name} kept {', '.join(map(str, lines))}"


def _stops(state: State) -> list[QWidget]:
    found = [w for w in state.root.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
    return [w for w in found if w.focusPolicy() & Qt.FocusPolicy.TabFocus and not has_deputy(w)]


def _enter_on(state: State, stop: QWidget, presses: Presses) -> Iterator[str]:
    filled, name = state.filled, named(stop)
    state.hand.key(Qt.Key.Key_Return)
    pressed, opened = presses.let_go(), state.hand.opened
    if not isValid(stop):
        if pressed != [stop]:
            yield f"Enter on {name} pressed {pressed} and made the page anew"
        return
    if isinstance(stop, QPlainTextEdit) and not stop.isReadOnly():
        stop.undo()
    wanted: list[QAbstractButton] = [stop] if isinstance(stop, QPushButton) else [filled] if filled else []
    told = ", ".join(map(named, pressed))
    if isinstance(stop, QPushButton):
        if pressed != wanted and not (stop.menu() is not None and opened in _MENUS):
            yield f"Enter on {name} pressed {told or 'nothing'}"
    elif pressed not in ([], wanted, [stop]):
        yield f"Enter on {name} pressed {told}"
    elif opened:
        yield f"Enter on {name} opened {', '.join(opened)}"


def the_wheel_changes_no_value_and_no_row(state: State) -> Iterator[str]:
    """Over every field that holds a value, closed lists, numbers, dates and answers, the wheel only scrolls.

    Nor does it bring the keyboard: digits that are typed next are for the question with the ring.
    """
    for one in state.all(QWidget):
        if one.focusPolicy() is Qt.FocusPolicy.WheelFocus and one.isEnabled() and not has_deputy(one):
            yield f"the wheel brings {named(one)} the keyboard"
    last = state.kept.last()
    kinds = (QComboBox, QAbstractSpinBox, QAbstractSlider, QRadioButton, QPlainTextEdit, QAbstractItemView)
    fields = [f for kind in kinds for f in state.all(kind) if f.isEnabled() and not isinstance(f, QScrollBar)]
    for one in state.some(fields):
        if not in_reach(one):
            continue
        before, focus = _value(one), QApplication.focusWidget()
        for notches in (-3, 3):
            state.hand.wheel(one.window(), middle_of(one) if in_reach(one) else QPoint(1, 1), notches)
            if _value(one) != before:
                yield f"the wheel over {named(one)} changed {before} to {_value(one)}"
        if QApplication.focusWidget() is not focus:
            yield f"the wheel over {named(one)} brought it the keyboard"
        if state.kept.last() != last:
            yield f"the wheel over {named(one)} kept {', '.join(map(str, state.take_back(last)))}"
            last = state.kept.last()


def _value(field: QWidget) -> object:
    if isinstance(field, QRadioButton):
        return field.isChecked()
    for ask in ("currentText", "value", "isChecked", "text"):
        if hasattr(field, ask):
            return getattr(field, ask)()
    return None


def at_most_one_button_is_filled(state: State) -> Iterator[str]:
    """The filled button says where Enter leads, so there are never two; none of them destroys or freezes."""
    filled = [b for b in state.all(QPushButton) if b.property("kind") == FILLED]
    if len(filled) > 1:
        yield f"these are filled: {', '.join(map(named, filled))}"


def esc_leaves_without_change(state: State) -> Iterator[str]:
    """Esc closes a dialog in which nothing was typed, and on a page it does nothing that is kept."""
    last = state.kept.last()
    state.hand.key(Qt.Key.Key_Escape)
    if state.kept.last() != last:
        yield f"Esc kept {', '.join(map(str, state.kept.since(last)))}"
    if state.leaves and state.root.isVisible():
        yield f"Esc does not leave it; there came {state.hand.opened}"
    if not state.leaves and not state.root.isVisible():
        yield "Esc left it"
