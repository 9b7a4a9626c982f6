"""Sheets under the hand: every event goes to the window, as keys and clicks do."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from mat_desktop.facilitation import screening
from mat_desktop.facilitation.answers import form, responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import press, seen, strike
from mat_desktop.screens.shared.answer import AnswerRadio
from mat_desktop.screens.shared.form_sheet import FormSheet
from mat_desktop.screens.shared.question_row import QuestionRow
from mat_desktop.workshop.journey import Step
from tests.people import WORKSHOP_DAY
from tests.screens.conftest import with_passphrase
from tests.sure import sure

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
KEY = Qt.Key
ANA, BEN, CLEO = 1, 2, 3


def three_at_mill_lane(desk):
    setup.create(desk, "Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland")
    for name in ("Ana", "Ben", "Cleo"):
        participants.add(desk, 1, name, "021 555")


@pytest.fixture
def at_the_table(facilitator):
    with_passphrase(facilitator, three_at_mill_lane)
    facilitator.window.resize(1366, 768)
    facilitator.go_to(Step.SCREENING)
    facilitator.window.activateWindow()
    QApplication.processEvents()
    return facilitator


def sheet_of(who, title="Readiness"):
    return seen(who.page, FormSheet, f"{title}: type the digits of the sheet")


def open_sheet(who, title):
    press(who.place.header, "View: Sheets")
    press(who.page, f"Sheet: {title}")
    return sheet_of(who, title)


def answers(who, person, instrument="readiness"):
    items = form.form(who.place.desk, person, instrument, WORKSHOP_DAY).items
    return [None if i.answer is None else i.answer.value for i in items]


def at(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), widget.rect().center())


def click(widget: QWidget) -> None:
    QTest.mouseClick(sure(widget.window().windowHandle()), LEFT, PLAIN, at(widget))


def answer(sheet: FormSheet, number: int, value: int) -> AnswerRadio:
    return sheet.rows[number].answers.button(value)


def scroll_of(widget: QWidget) -> QScrollArea:
    parent = widget.parentWidget()
    while not isinstance(parent, QScrollArea):
        assert parent is not None
        parent = parent.parentWidget()
    return parent


def ring(sheet: FormSheet) -> int:
    return sure(sheet.ringed).question.number


def test_a_step_opens_at_the_first_open_question_with_the_keyboard_there(at_the_table):
    who = at_the_table
    assert ring(sheet_of(who)) == 1


def test_the_digits_of_the_next_person_begin_at_their_first_question(at_the_table):
    who = at_the_table
    last = len(sheet_of(who).rows)
    strike(who.page, *"1" * last)
    press(who.place, "Next person")
    assert ring(sheet_of(who)) == 1
    strike(who.page, *"2" * (last - 1))
    assert answers(who, BEN) == [*[2] * (last - 1), None]
    assert answers(who, ANA) == [1] * last


def test_a_digit_too_many_changes_nothing_and_the_question_says_so(at_the_table):
    who = at_the_table
    sheet = open_sheet(who, "PHQ-4")
    strike(sheet, *"0123")
    assert ring(sheet) == 4
    strike(sheet, *"10")
    assert answers(who, ANA, "phq-4") == [0, 1, 2, 3]
    assert "Already 3. Click another, or press Delete" in sheet.rows[4].state.text()
    assert "Already 3" in sheet.rows[4].accessibleDescription()
    strike(sheet, KEY.Key_Delete, "1")
    assert answers(who, ANA, "phq-4") == [0, 1, 2, 1]
    assert not sheet.rows[4].state.isVisible()


@pytest.mark.parametrize("title", ["Readiness", "PHQ-4"])
def test_what_is_said_under_a_question_moves_no_question_in_the_smallest_window(at_the_table, title):
    who = at_the_table
    who.window.resize(1280, 680)
    sheet = open_sheet(who, title) if title != "Readiness" else sheet_of(who)
    who.settle()
    lie = [row.y() for row in sheet.rows.values()]
    last = sheet.rows[len(sheet.rows)]
    for keys, said in (("9", "answers go from"), ("R" * len(lie), "Would rather not say"), ("1", "press Delete first")):
        strike(sheet, *keys)
        who.settle()
        assert said in (sheet.rows[1] if said.endswith("from") else last).state.text()
        assert [row.y() for row in sheet.rows.values()] == lie, said


def test_a_digit_that_comes_upon_an_answer_by_itself_confirms_it_or_is_not_kept(at_the_table):
    who = at_the_table
    responses.answer(who.place.desk, ANA, "phq-4", 2, Entered(value=2))
    responses.answer(who.place.desk, ANA, "phq-4", 3, Entered(value=3))
    sheet = open_sheet(who, "PHQ-4")
    assert ring(sheet) == 1
    strike(sheet, "1", "2", "0")
    assert (ring(sheet), answers(who, ANA, "phq-4")) == (3, [1, 2, 3, None])
    strike(sheet, "3")
    assert answers(who, ANA, "phq-4") == [1, 2, 3, None], (
        "after a digit that did not fit, the next ones wait for a hand"
    )
    strike(sheet, KEY.Key_Up, KEY.Key_Down, "0", "1")
    assert answers(who, ANA, "phq-4") == [1, 2, 0, 1]


@pytest.mark.parametrize("keys", [(KEY.Key_Up,), (KEY.Key_Backtab,), (KEY.Key_Backspace,)])
def test_where_the_hand_puts_the_ring_a_digit_writes_over(at_the_table, keys):
    who = at_the_table
    sheet = open_sheet(who, "PHQ-4")
    strike(sheet, "1", *keys, "3")
    assert answers(who, ANA, "phq-4") == [3, None, None, None]


def test_missing_illegible_and_refused_never_write_over_an_answer_that_the_hand_did_not_go_to(at_the_table):
    who = at_the_table
    sheet = open_sheet(who, "PHQ-4")
    strike(sheet, *"0123", "m")
    assert answers(who, ANA, "phq-4") == [0, 1, 2, 3]
    click(sheet.rows[2].answers.parentWidget())
    strike(sheet, "m")
    assert answers(who, ANA, "phq-4") == [0, None, 2, 3]


def test_a_half_typed_number_waits_to_be_seen_for_as_long_as_it_takes(at_the_table):
    who = at_the_table
    sheet = open_sheet(who, "Rulers")
    strike(sheet, "1")
    QTest.qWait(1500)
    assert (ring(sheet), answers(who, ANA, "rulers")[0]) == (1, None)
    assert sheet.rows[1].state.text().startswith("1…")
    strike(sheet, "0")
    assert (ring(sheet), answers(who, ANA, "rulers")[0]) == (2, 10)
    strike(sheet, "1", KEY.Key_Return, "1", KEY.Key_Tab, "1", KEY.Key_Down)
    assert answers(who, ANA, "rulers") == [10, 1, 1, 1, None]
    strike(sheet, "1", "5")
    assert answers(who, ANA, "rulers")[4] is None
    assert "from 0 to 10" in sheet.rows[5].state.text()


def in_sight(sheet, number):
    scroll_of(sheet).ensureWidgetVisible(sheet.rows[number], 0, 0)
    QApplication.processEvents()


def test_what_is_half_typed_goes_to_its_own_question_and_never_to_another_person(at_the_table):
    who = at_the_table
    sheet = open_sheet(who, "Rulers")
    strike(sheet, "7", "1")
    in_sight(sheet, 4)
    click(answer(sheet, 4, 3))
    assert answers(who, ANA, "rulers") == [7, 1, None, 3, None]
    strike(sheet, KEY.Key_Up, "1")
    who.page.work_on(BEN)
    assert answers(who, ANA, "rulers") == [7, 1, 1, 3, None]
    assert answers(who, BEN, "rulers") == [None] * 5
    strike(sheet, "0")
    assert answers(who, BEN, "rulers") == [0, None, None, None, None]


def test_a_click_keeps_exactly_its_answer_wherever_the_page_is_scrolled_and_the_focus_was(at_the_table):
    who = at_the_table
    who.window.resize(1280, 680)
    sheet = sheet_of(who)
    last = max(sheet.rows)
    for number, value in ((last, 3), (5, 2), (1, 2), (6, 3), (last, 1)):
        scroll_of(sheet).ensureWidgetVisible(sheet.rows[number], 0, 0)
        QApplication.processEvents()
        bar = scroll_of(sheet).verticalScrollBar()
        bar.setValue(bar.value() - 8)  # A row that is cut off below is clicked where it is, too.
        before = bar.value()
        press_at = at(answer(sheet, number, value))
        QTest.mousePress(who.window.windowHandle(), LEFT, PLAIN, press_at)
        QTest.qWait(20)
        assert scroll_of(sheet).verticalScrollBar().value() == before
        QTest.mouseRelease(who.window.windowHandle(), LEFT, PLAIN, press_at)
        QTest.qWait(20)
        assert answers(who, ANA)[number - 1] == value
        assert ring(sheet) == number


def test_a_click_counts_although_what_was_half_typed_moves_the_page_under_it(at_the_table):
    who = at_the_table
    responses.answer(who.place.desk, ANA, "rulers", 1, Entered(value=5))
    sheet = open_sheet(who, "Rulers")
    strike(sheet, "1")
    in_sight(sheet, 4)
    press_at = at(answer(sheet, 4, 8))
    QTest.mousePress(who.window.windowHandle(), LEFT, PLAIN, press_at)
    sheet.rows[1].complain("A sentence that makes the row above much higher. " * 9)
    QApplication.processEvents()
    QTest.mouseRelease(who.window.windowHandle(), LEFT, PLAIN, press_at)
    assert answers(who, ANA, "rulers") == [5, 1, None, 8, None]


def test_a_double_click_is_one_click_and_a_held_digit_one_digit(at_the_table):
    who = at_the_table
    sheet = sheet_of(who)
    QTest.mouseDClick(who.window.windowHandle(), LEFT, PLAIN, at(answer(sheet, 2, 3)))
    assert answers(who, ANA)[1] in (3, None)
    strike(sheet, KEY.Key_Up)
    for held in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_1, PLAIN, "1", held)
        QApplication.sendEvent(who.window.windowHandle(), event)
    assert answers(who, ANA)[0] == 1
    assert answers(who, ANA)[2] is None


def test_enter_goes_to_the_next_open_question_then_to_the_decision_and_then_to_the_next_person(at_the_table):
    who = at_the_table
    sheet = sheet_of(who)
    last = max(sheet.rows)
    responses.answer(who.place.desk, ANA, "readiness", 2, Entered(value=1))
    who.place.show_again()
    strike(sheet, KEY.Key_Return)
    assert ring(sheet) == 3
    strike(sheet, KEY.Key_Up, KEY.Key_Up, *"1" * last, KEY.Key_Return)
    assert answers(who, ANA) == [1] * last
    assert screening.talk(who.place.desk, ANA, WORKSHOP_DAY).outcome is None
    strike(sheet, KEY.Key_Return)
    assert screening.talk(who.place.desk, ANA, WORKSHOP_DAY).outcome == "include"


def test_one_person_is_screened_with_at_most_fourteen_keys_from_name_to_decision(at_the_table):
    who = at_the_table
    who.page.list.view.setFocus()
    keys = [KEY.Key_Down, KEY.Key_Return, *"1" * max(sheet_of(who).rows), KEY.Key_Return, KEY.Key_Return]
    assert len(keys) <= 14
    strike(who.page, *keys)
    assert screening.talk(who.place.desk, BEN, WORKSHOP_DAY).outcome == "include"


def test_arrows_go_through_the_list_of_people_and_stay_in_it(at_the_table):
    who = at_the_table
    who.page.list.view.setFocus()
    strike(who.page, KEY.Key_Down, KEY.Key_Down)
    assert who.page.person == CLEO
    assert who.page.list.view.hasFocus()
    strike(who.page, KEY.Key_Return)
    assert ring(sheet_of(who)) == 1


def test_another_person_is_shown_from_the_top_with_nothing_of_the_one_before(at_the_table):
    who = at_the_table
    who.window.resize(1280, 680)
    sheet = sheet_of(who)
    last = max(sheet.rows)
    strike(sheet, *"1" * last, "3")
    assert sheet.rows[last].state.isVisible()
    press(who.place, "Next person")
    QTest.qWait(20)
    assert scroll_of(sheet).verticalScrollBar().value() == 0
    assert not any(row.state.isVisible() for row in sheet.rows.values())


def test_a_blind_second_entry_writes_over_nothing_and_takes_back_only_itself(at_the_table):
    who = at_the_table
    desk = who.place.desk
    setup.change(desk, 1, setup.WorkshopField.SECOND_ENTRY, True)
    sheet = open_sheet(who, "PHQ-4")
    strike(sheet, *"0123")
    press(who.page, "Second entry")
    strike(sheet, *"0120", "1")
    found = form.form(desk, ANA, "phq-4", WORKSHOP_DAY)
    assert [sure(i.second).value for i in found.items] == [0, 1, 2, 0]
    strike(sheet, KEY.Key_Delete)
    found = form.form(desk, ANA, "phq-4", WORKSHOP_DAY)
    assert (found.items[3].second, sure(found.items[3].answer).value) == (None, 3)


def test_a_question_is_a_group_with_its_number_its_words_and_its_answer_and_answers_are_radio_buttons(at_the_table):
    who = at_the_table
    sheet = open_sheet(who, "PHQ-4")
    strike(sheet, "2")
    row = sheet.rows[1]
    group, chosen = (QAccessible.queryAccessibleInterface(w) for w in (row, row.answers.button(2)))
    assert group.role() is QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name).startswith(f"1. {row.question.words}. Answer: ")
    assert (chosen.role(), chosen.state().checked) == (QAccessible.Role.RadioButton, 1)
    empty = QAccessible.queryAccessibleInterface(sheet.rows[2])
    assert empty.text(QAccessible.Text.Name).endswith("No answer yet")


def test_tab_reaches_every_question_and_goes_on_beyond_the_last(at_the_table):
    who = at_the_table
    sheet = sheet_of(who)
    strike(sheet, *[KEY.Key_Tab] * (len(sheet.rows) - 1))
    assert ring(sheet) == max(sheet.rows)
    strike(sheet, KEY.Key_Tab)
    assert not isinstance(who.window.focusWidget(), QuestionRow)


def test_a_chosen_twelve_is_seen_whole(at_the_table):
    who = at_the_table
    who.window.resize(1280, 680)
    sheet = open_sheet(who, "What troubles me")
    answer = sheet.rows[1].answers.button(12)
    answer.setChecked(True)
    QTest.qWait(20)
    room = answer.fontMetrics().horizontalAdvance("12")
    assert answer.width() >= room + 4
    assert (answer.text(), answer.height() >= 40) == ("12", True)


def test_the_next_person_with_a_name_of_many_lines_has_the_ring_in_sight(facilitator):
    def half_screened(desk):
        three_at_mill_lane(desk)
        participants.change(desk, BEN, participants.PersonField.NAME, "Ben" + "wolfeschlegelsteinhausenberger" * 6)
        for number in (1, 2, 3):
            responses.answer(desk, BEN, "readiness", number, Entered(value=1))

    with_passphrase(facilitator, half_screened)
    facilitator.window.resize(1366, 768)
    facilitator.go_to(Step.SCREENING)
    press(facilitator.place, "Next person")
    row = sure(sheet_of(facilitator).ringed)
    assert row.question.number == 4
    QTest.qWait(20)
    assert row.visibleRegion().boundingRect().height() == row.height()
