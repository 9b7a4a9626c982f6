"""Each rule finds its fault: small windows made wrong on purpose, one for each thing that a hand must never meet."""

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.screens.shared.buttons import Button
from mat_desktop.screens.shared.entering import FILLED
from mat_desktop.screens.shared.form_sheet import FormSheet
from mat_desktop.screens.shared.question_row import ShownQuestion
from mat_desktop.screens.shared.still import StillCombo
from tests.contract.rules.answers import (
    a_click_keeps_exactly_that_answer,
    digits_keep_exactly_the_answer_of_the_ringed_question,
)
from tests.contract.rules.covers import (
    under_the_privacy_screen_nothing_is_reached_or_read,
    under_the_step_out_page_nothing_is_reached_or_read,
)
from tests.contract.rules.keys import (
    at_most_one_button_is_filled,
    enter_presses_the_button_in_focus_or_the_filled_one_and_changes_no_row,
    esc_leaves_without_change,
    tab_reaches_every_control_and_leaves_it,
    the_wheel_changes_no_value_and_no_row,
)
from tests.contract.small import Noted, Small
from tests.contract.state import Rule


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
    """A cover that lies over the page and takes nothing of it away; `guide` where a first stroke takes a guide away."""

    def __init__(self, over: Callable[[], QWidget], *, guide: bool) -> None:
        self._over, self.page = over, cast(QLabel | None, None)
        self._begins_with_guide = self._guide = guide

    @property
    def up(self) -> bool:
        """Whether it lies there."""
        return self.page is not None

    def toggle(self) -> None:
        """Lay it, or take it away."""
        if self.page is not None and self._guide:
            self._guide = False
            return
        if self.page is not None:
            self.page.hide()
            self.page, self._guide = None, self._begins_with_guide
            return
        top = self._over()
        self.page = QLabel("A short break.", top)
        self.page.setGeometry(top.rect())
        self.page.show()


COVERS = [
    (Qt.Key.Key_F9, under_the_privacy_screen_nothing_is_reached_or_read),
    (Qt.Key.Key_F8, under_the_step_out_page_nothing_is_reached_or_read),
]


def faults_under(qtbot, lays: Qt.Key | None, rule: Rule) -> str:
    """What a rule says against a window with a cover that only looks like one, laid by this key."""
    line, top = QLineEdit(), QWidget()
    covers = OnlyLooks(lambda: top, guide=lays is Qt.Key.Key_F8)
    small = Small(qtbot, top, line, Button("Remove"), covers=covers)
    line.textEdited.connect(small.kept.note)
    line.setFocus()
    if lays is not None:
        QShortcut(lays, top).activated.connect(covers.toggle)
    return small.faults(rule)


@pytest.mark.parametrize(("key", "rule"), COVERS)
def test_a_cover_that_only_looks_like_one_is_found(qtbot, key, rule):
    said = faults_under(qtbot, key, rule)
    assert "moved the focus behind the cover" in said
    assert "was kept" in said


@pytest.mark.parametrize(("key", "rule"), COVERS)
def test_a_key_that_lays_no_cover_is_found(qtbot, key, rule):
    assert f"{key.name} lays nothing over it" in faults_under(qtbot, None, rule)


def a_sheet(qtbot, *, kept_for: int = 0, shown_on: int = 0, moves: bool = True) -> Small:
    """Three questions whose answers are kept for another question than they were typed on, or shown on another."""
    kept, answers = Noted(), dict[int, Entered]()
    options = ((1, "1 Yes", "Yes"), (2, "2 No", "No"))
    questions = [ShownQuestion(number=n, printed=str(n), words=f"Question {n}", options=options) for n in (1, 2, 3)]

    def keep(number: int, entered: Entered | None) -> None:
        assert entered is not None
        kept.note_row({"item": number + kept_for, "value": entered.value})
        for one in {number, (number + shown_on - 1) % 3 + 1}:
            answers[one] = entered
        sheet.show_answers(answers, "one")
        if not moves:
            line.setFocus()

    sheet, line = FormSheet("Sheet", questions, keep, lambda: None), QLineEdit()
    line.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    top = QWidget()
    small = Small(qtbot, top, sheet, line, kept=kept)
    line.setAccessibleName("")
    return small


DIGITS = digits_keep_exactly_the_answer_of_the_ringed_question


def test_a_digit_that_is_kept_for_another_question_or_shown_on_another_is_found(qtbot):
    assert a_sheet(qtbot).faults(DIGITS) == ""
    assert "should keep" in a_sheet(qtbot, kept_for=1).faults(DIGITS)
    assert "changed" in a_sheet(qtbot, shown_on=1).faults(DIGITS)


def test_a_digit_after_which_the_focus_has_no_name_is_found(qtbot):
    assert "has no name" in a_sheet(qtbot, moves=False).faults(DIGITS)
