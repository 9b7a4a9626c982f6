"""Each rule of the eye finds its fault: small windows on which something cannot be read, hit, or seen to be ringed."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QScrollArea, QWidget

from mat_desktop.screens.look.dress import load_fonts
from mat_desktop.screens.shared.buttons import Button
from mat_desktop.screens.shared.ring import FocusRing
from tests.contract.eyes.ringed import ring_is_seen
from tests.contract.eyes.sight import what_is_seen_can_be_read_and_hit
from tests.contract.measure import no_text_is_cut
from tests.contract.small import Small
from tests.contract.undressed import whatever_is_open_is_dressed

READ = what_is_seen_can_be_read_and_hit


@pytest.fixture(autouse=True)
def _letters_of_the_program(qapp):
    load_fonts()


def on_white(ink: str = "black") -> QWidget:
    """A white window: what is drawn on it is told by its own colours."""
    top = QWidget()
    top.setStyleSheet(f"QWidget {{ background: white; color: {ink}; }}")
    top.resize(600, 300)
    return top


def a_label(words: str, style: str = "") -> QLabel:
    found = QLabel(words)
    found.setStyleSheet(style)
    return found


def a_button(words: str, style: str = "border: 1px solid black;", high: int = 44) -> Button:
    found = Button(words)
    found.setStyleSheet(f"QPushButton {{ background: white; color: black; {style} }}")
    found.setMinimumHeight(high)
    found.setMaximumHeight(high)
    return found


def narrow(widget: QWidget, wide: int) -> QWidget:
    widget.setMaximumWidth(wide)
    return widget


def test_a_window_on_which_all_is_well_has_no_fault(qtbot):
    small = Small(qtbot, on_white(), a_label("Everybody is here."), a_button("Go on"))
    assert small.faults(no_text_is_cut) == ""
    assert small.faults(READ) == ""


def test_words_that_have_no_room_are_found(qtbot):
    wide = "Somebody with a long name"
    said = Small(qtbot, on_white(), narrow(a_label(wide), 60), narrow(a_button(wide), 60)).faults(no_text_is_cut)
    assert said.count("lacks") == 2


def test_words_that_stand_outside_of_what_holds_them_are_found(qtbot):
    small = Small(qtbot, on_white(), a_label("Here"))
    away = a_label("Away")
    away.setParent(small.top)
    away.move(580, 100)
    away.resize(80, 20)
    away.show()
    assert "stands beyond" in small.faults(no_text_is_cut)


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        (lambda: a_label("Nobody can read this.", "color: #bbbbbb;"), "of 4.5"),
        (lambda: a_label("Nobody sees this at all.", "color: white;"), "have the colour of their ground"),
        (lambda: a_button("Pale", "border: 1px solid black; color: #999999;"), "of 4.5"),
        (lambda: a_button("Without a border", "border: 1px solid #eeeeee;"), "the border of"),
        (lambda: a_button("Low", high=20), "targets are large enough to hit does not hold"),
    ],
)
def test_what_can_hardly_be_read_or_hit_is_found(qtbot, part: Callable[[], QWidget], fault: str):
    assert fault in Small(qtbot, on_white(), part()).faults(READ)


def test_words_to_be_read_at_length_stand_out_further_than_others(qtbot):
    said = Small(qtbot, on_white("#767676"), a_label("This is read at length.")).faults(READ)
    assert "4.5 of 7.0" in said


def test_a_pale_line_of_a_list_is_found(qtbot):
    names = QListWidget()
    names.addItems(["Ana", "Ben"])
    names.setStyleSheet("color: #cccccc; background: white;")
    assert "lines of lists stand out does not hold" in Small(qtbot, on_white(), names).faults(READ)


def test_one_control_over_another_is_found(qtbot):
    small = Small(qtbot, on_white(), a_button("Below"))
    over = a_button("Above")
    over.setParent(small.top)
    over.setGeometry(30, 130, 120, 44)
    over.show()
    assert "nothing lies over anything else does not hold" in small.faults(READ)


def test_what_leaves_the_window_sideways_is_found(qtbot):
    area, inside = QScrollArea(), QWidget()
    layout = QHBoxLayout(inside)
    for number in range(12):
        layout.addWidget(a_button(f"Month {number}"))
    area.setWidget(inside)
    assert "nothing leaves the window sideways does not hold" in Small(qtbot, on_white(), area).faults(READ)


@pytest.mark.parametrize("ringed", [True, False])
def test_a_control_on_which_nobody_sees_the_keyboard_is_found(qtbot, ringed):
    parts = [a_button("One", "border: 1px solid black; outline: none;") for _ in range(2)]
    top = on_white()
    top.setStyleSheet("QWidget { background: white; outline: none; }")
    small = Small(qtbot, top, *parts)
    if ringed:
        ring = FocusRing(top)
    said = small.faults(ring_is_seen(2))
    if ringed:
        ring.rest()
    assert ("pixels of" in said) is not ringed, said


def test_a_window_that_wears_no_sheet_is_found(qtbot):
    small = Small(qtbot, QWidget(), QLineEdit())
    small.top.setWindowTitle("Undressed")
    assert "“Undressed” wears no sheet" in small.faults(whatever_is_open_is_dressed)
    small.top.setStyleSheet("QWidget { color: black; }")
    assert "Undressed" not in small.faults(whatever_is_open_is_dressed)
