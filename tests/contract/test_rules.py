"""Each rule finds its fault: small windows made wrong on purpose, one for each thing that a hand must never meet."""

from collections.abc import Callable
from random import Random  # noqa: TID251  seeded below
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mat_desktop.screens.shared.buttons import Button
from mat_desktop.screens.shared.entering import FILLED
from mat_desktop.screens.shared.still import StillCombo
from tests.contract.hand import Hand, to_the_front
from tests.contract.kept import KeptLine, KeptRow
from tests.contract.rules.answers import a_click_keeps_exactly_that_answer
from tests.contract.rules.covers import under_the_privacy_screen_nothing_is_reached_or_read
from tests.contract.rules.keys import (
    at_most_one_button_is_filled,
    enter_presses_the_button_in_focus_or_the_filled_one_and_changes_no_row,
    esc_leaves_without_change,
    tab_reaches_every_control_and_leaves_it,
    the_wheel_changes_no_value_and_no_row,
)
from tests.contract.state import Rule, State
from tests.contract.visitor import Visitor


class Noted:
    """Keeps a line for each time that something was done, and takes none back."""

    def __init__(self) -> None:
        self.lines: list[KeptLine] = []

    def note(self, *_whatever: object) -> None:
        """A row was changed."""
        row = KeptRow(table="participants", before=None, after={}, people=frozenset())
        self.lines.append(KeptLine(sequence=len(self.lines) + 1, kind="any", undoable=False, rows=(row,)))

    def last(self) -> int:
        """How many."""
        return len(self.lines)

    def since(self, sequence: int) -> tuple[KeptLine, ...]:
        """Those after it."""
        return tuple(self.lines[sequence:])

    def tables(self) -> dict[str, str]:
        """None."""
        return {}


class Small:
    """A window with what is put into it, held to a rule."""

    def __init__(self, qtbot, top: QWidget, *parts: QWidget, covers: object = None) -> None:
        self.top, self.kept = top, Noted()
        layout = QVBoxLayout(top)
        for part in parts:
            if not part.accessibleName():
                part.setAccessibleName(part.text() if isinstance(part, QAbstractButton) else type(part).__name__)
            layout.addWidget(part)
        top.setAccessibleName("Small")
        qtbot.addWidget(top)
        top.show()
        to_the_front(top)
        place = SimpleNamespace(covers=covers, bench=None, desk=None)
        self.visitor = SimpleNamespace(
            hand=Hand(lambda: top), window=SimpleNamespace(workplace=None), place=place, press=lambda _name: None
        )

    def faults(self, rule: Rule, *, leaves: bool = False) -> str:
        """What the rule says against it."""
        state = State(
            name="small",
            root=self.top,
            visitor=cast(Visitor, self.visitor),
            kept=self.kept,
            dice=Random(1),
            share=100,
            leaves=leaves,
        )
        return "\n".join(rule(state))


def a_filled(words: str) -> Button:
    found = Button(words)
    found.setProperty("kind", FILLED)
    return found


def a_list(kind: type[QComboBox]) -> QComboBox:
    found = kind()
    found.addItems(["Registered", "Confirmed", "Cancelled"])
    found.setCurrentIndex(1)
    return found


def test_two_filled_buttons_are_found(qtbot):
    small = Small(qtbot, QWidget(), a_filled("Go on"), a_filled("Sign"))
    assert "these are filled" in small.faults(at_most_one_button_is_filled)
    assert Small(qtbot, QWidget(), a_filled("Go on"), Button("Sign")).faults(at_most_one_button_is_filled) == ""


def test_a_list_that_the_wheel_turns_is_found_and_so_is_one_that_it_brings_the_keyboard(qtbot):
    said = Small(qtbot, QWidget(), QLineEdit(), a_list(QComboBox)).faults(the_wheel_changes_no_value_and_no_row)
    assert "changed Confirmed to" in said
    assert "brings" in said
    assert Small(qtbot, QWidget(), a_list(StillCombo)).faults(the_wheel_changes_no_value_and_no_row) == ""


def test_a_dialog_that_esc_does_not_leave_and_a_page_on_which_it_keeps_something_are_found(qtbot):
    class Stubborn(QDialog):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            event.accept()

    small = Small(qtbot, Stubborn(), Button("Go on"))
    assert "Esc does not leave it" in small.faults(esc_leaves_without_change, leaves=True)
    page = Small(qtbot, QWidget(), Button("Go on"))
    QShortcut(Qt.Key.Key_Escape, page.top).activated.connect(page.kept.note)
    assert "Esc kept" in page.faults(esc_leaves_without_change)


def test_what_tab_leaves_out_and_what_gives_it_no_more_back_are_found(qtbot):
    for_the_mouse = Button("Remove")
    for_the_mouse.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    said = Small(qtbot, QWidget(), QLineEdit(), for_the_mouse).faults(tab_reaches_every_control_and_leaves_it)
    assert "Tab leaves out Button “Remove”" in said
    said = Small(qtbot, QWidget(), QLineEdit(), QPlainTextEdit()).faults(tab_reaches_every_control_and_leaves_it)
    assert "Tab does not leave QPlainTextEdit" in said
    unnamed = Small(qtbot, QWidget(), QLineEdit(), QLineEdit())
    unnamed.top.findChildren(QLineEdit)[1].setAccessibleName("")
    assert "Tab stops on QLineEdit" in unnamed.faults(tab_reaches_every_control_and_leaves_it)


ENTER = enter_presses_the_button_in_focus_or_the_filled_one_and_changes_no_row


def test_a_button_that_enter_does_not_press_is_found_and_a_line_that_presses_another_than_the_filled_one(qtbot):
    assert "Enter on QPushButton “Cancel” pressed" in Small(qtbot, QWidget(), QPushButton("Cancel")).faults(ENTER)
    line, wrong = QLineEdit(), Button("Remove everything")
    line.returnPressed.connect(wrong.click)
    said = Small(qtbot, QWidget(), line, wrong, a_filled("Go on")).faults(ENTER)
    assert "Enter on QLineEdit" in said
    assert "Remove everything" in said
    kept = Small(qtbot, QWidget(), QLineEdit())
    kept.top.findChildren(QLineEdit)[0].returnPressed.connect(kept.kept.note)
    assert "kept any" in kept.faults(ENTER)


def test_a_click_that_changes_another_answer_or_keeps_nothing_is_found(qtbot):
    mine, other = QCheckBox("Numbers exchanged"), QCheckBox("Papers in hand")
    mine.clicked.connect(lambda: other.setChecked(True))
    said = Small(qtbot, QWidget(), mine, other).faults(a_click_keeps_exactly_that_answer)
    assert "changed" in said
    assert "as well" in said
    assert "kept nothing" in Small(qtbot, QWidget(), QCheckBox("Yes")).faults(a_click_keeps_exactly_that_answer)


class OnlyLooks:
    """A cover that lies over the page and takes nothing of it away."""

    def __init__(self, over: Callable[[], QWidget]) -> None:
        self._over, self.page = over, cast(QLabel | None, None)

    @property
    def up(self) -> bool:
        """Whether it lies there."""
        return self.page is not None

    def toggle(self) -> None:
        """Lay it, or take it away."""
        if self.page is not None:
            self.page.hide()
            self.page = None
            return
        top = self._over()
        self.page = QLabel("A short break.", top)
        self.page.setGeometry(top.rect())
        self.page.show()


@pytest.mark.parametrize("lays", [True, False])
def test_a_cover_that_only_looks_like_one_is_found_and_a_key_that_lays_none(qtbot, lays):
    line, top = QLineEdit(), QWidget()
    covers = OnlyLooks(lambda: top)
    small = Small(qtbot, top, line, Button("Remove"), covers=covers)
    line.textEdited.connect(small.kept.note)
    line.setFocus()
    if lays:
        QShortcut(Qt.Key.Key_F9, top).activated.connect(covers.toggle)
    said = small.faults(under_the_privacy_screen_nothing_is_reached_or_read)
    if lays:
        assert "moved the focus behind the cover" in said
        assert "was kept" in said
    else:
        assert "lays nothing over it" in said
