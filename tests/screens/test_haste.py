"""What hands do in haste: type and click at once, click twice, hold a key too long."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from mat_desktop.screens.contact.log_entry import LogTable
from mat_desktop.screens.contact.page import ContactPage
from mat_desktop.screens.look.dress import load_fonts
from mat_desktop.workshop.journey import Step
from tests.contract.hand import in_reach
from tests.contract.libraries import MONTHS
from tests.contract.visitor import Visitor, visitor_of
from tests.sure import sure, sure_of


@pytest.fixture
def at_the_calls(qapp, tmp_path):
    load_fonts()
    MONTHS.lay(tmp_path / "library")
    found = visitor_of(tmp_path / "library", MONTHS.day)
    found.go_to(Step.CONTACT)
    found.press("View: Calls", found.place.header)
    yield found
    found.close()


def note_of_first(visitor: Visitor) -> tuple[QLineEdit, str]:
    lines = [line for line in visitor.page.findChildren(QLineEdit) if line.isVisible()]
    note = next(line for line in lines if line.accessibleName().startswith("Note about the call with "))
    assert in_reach(note)
    return note, note.accessibleName().removeprefix("Note about the call with ")


def test_an_answer_that_is_clicked_with_a_note_half_typed_is_kept_beside_the_note(at_the_calls):
    visitor = at_the_calls
    note, name = note_of_first(visitor)
    visitor.hand.click(note)
    visitor.hand.write("said so")
    last = visitor.kept.last()
    answers = [b for b in visitor.page.findChildren(type(visitor.button(f"{name} wants to"))) if b.isVisible()]
    answer = next(b for b in answers if b.accessibleName().startswith(f"{name} wants to") and not b.isChecked())
    wanted = answer.accessibleName()
    visitor.hand.click(answer)
    kept = [row.after for line in visitor.kept.since(last) for row in line.rows]
    assert kept
    assert kept[-1]["note"] == "said so"
    assert visitor.button(wanted).isChecked()


def open_round(visitor: Visitor) -> list[str]:
    """A round of private calls in which nobody has answered yet, by a click. The members' names, from the top."""
    visitor.press("Calls: Day 7")
    lines = [line for line in visitor.page.findChildren(QLineEdit) if line.isVisible()]
    notes = sorted((one for one in lines if one.accessibleName().startswith("Note about")), key=top_of)
    names = [note.accessibleName().removeprefix("Note about the call with ") for note in notes]
    assert len(names) > 1
    return names


def top_of(line: QLineEdit) -> int:
    return line.mapToGlobal(line.rect().topLeft()).y()


def focus_name() -> str:
    return sure(QApplication.focusWidget()).accessibleName()


def hold(visitor: Visitor, key: Qt.Key, words: str, times: int) -> None:
    """Hold a key down: one press, many repeats, one letting go, all to the window of the screen."""
    handle = sure(visitor.hand.front.windowHandle())
    plain = Qt.KeyboardModifier.NoModifier
    for turn in range(times):
        QApplication.sendEvent(handle, QKeyEvent(QEvent.Type.KeyPress, key, plain, words, turn > 0))
    QApplication.sendEvent(handle, QKeyEvent(QEvent.Type.KeyRelease, key, plain, words))


def test_the_private_calls_begin_with_the_first_who_has_not_answered_and_a_key_leads_to_the_next(at_the_calls):
    visitor = at_the_calls
    first, second, *_ = open_round(visitor)
    sure_of(ContactPage, visitor.page).begin()
    assert focus_name().startswith(f"{first} wants to")
    last = visitor.kept.last()
    visitor.hand.key(Qt.Key.Key_2)
    assert visitor.button(f"{first} wants to: 2").isChecked()
    assert focus_name().startswith(f"{second} wants to")
    assert len(visitor.kept.since(last)) == 1


def test_a_held_digit_answers_for_nobody_else(at_the_calls):
    visitor = at_the_calls
    first, second, *_ = open_round(visitor)
    sure_of(ContactPage, visitor.page).begin()
    last = visitor.kept.last()
    hold(visitor, Qt.Key.Key_4, "4", 12)
    assert [len(line.rows) for line in visitor.kept.since(last)] == [1]
    assert visitor.button(f"{first} wants to: 4").isChecked()
    assert not visitor.button(f"{second} wants to: 4").isChecked()


def test_a_digit_that_slipped_writes_over_no_answer_about_a_partnership(at_the_calls):
    visitor = at_the_calls
    first, *_ = open_round(visitor)
    sure_of(ContactPage, visitor.page).begin()
    visitor.hand.key(Qt.Key.Key_1)
    answer = visitor.button(f"{first} wants to: 1")
    answer.setFocus(Qt.FocusReason.TabFocusReason)
    last = visitor.kept.last()
    visitor.hand.key(Qt.Key.Key_4)
    assert visitor.kept.last() == last
    assert visitor.button(f"{first} wants to: 1").isChecked()


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier])
def test_a_digit_with_a_command_key_answers_for_nobody(at_the_calls, held):
    visitor = at_the_calls
    open_round(visitor)
    sure_of(ContactPage, visitor.page).begin()
    last = visitor.kept.last()
    for key in (Qt.Key.Key_1, Qt.Key.Key_4):
        visitor.hand.key(key, held)
    assert visitor.kept.last() == last


def test_a_held_key_marks_one_day_of_a_log_and_not_a_month(at_the_calls):
    visitor = at_the_calls
    visitor.press("View: Take in sheets", visitor.place.header)
    table = next(one for one in visitor.page.findChildren(LogTable) if one.isVisible())
    table.setFocus(Qt.FocusReason.TabFocusReason)
    unknown = next(day for day in table.log.days if day not in table.log.marks)
    table.setCurrentIndex(table.log.index_of(unknown))
    last = visitor.kept.last()
    hold(visitor, Qt.Key.Key_Space, " ", 12)
    assert len(visitor.kept.since(last)) == 1
