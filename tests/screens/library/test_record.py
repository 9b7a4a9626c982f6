"""One person's record in the window: asked for, looked through, corrected, struck out, handed over and answered."""

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from mat_desktop.facilitation import screening
from mat_desktop.facilitation.library.record import page as records
from mat_desktop.facilitation.library.record.page import LEFT_OUT
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import requests
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import in_dialog, press, strike, write
from mat_desktop.screens.library.record import RecordDialog
from mat_desktop.workshop.journey import Step
from tests.people import WORKSHOP_DAY
from tests.screens.conftest import with_passphrase

SAYS = "What the person says about the marked line"


def mill_lane(desk):
    workshop_id = setup.create(desk, "Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland")
    ana = participants.add(desk, workshop_id, "Ana", "021 555 7788")
    participants.add(desk, workshop_id, "Ben", "021 555 7799")
    screening.set_note(desk, ana, "Came late. Afraid of Ben.")


@pytest.fixture
def at_the_list(facilitator):
    with_passphrase(facilitator, mill_lane)
    facilitator.go_to(Step.PARTICIPANTS)
    return facilitator


def in_the_record(who, then):
    in_dialog(lambda: press(who.place, "Record …"), then)


def mark(dialog, words):
    (item,) = dialog.list.findItems(words, Qt.MatchFlag.MatchContains)
    dialog.list.setCurrentItem(item)
    return item


def words_of(path):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_the_record_is_saved_without_the_note_that_names_somebody_else_until_she_puts_it_in(at_the_list, tmp_path):
    at_the_list.messages.paths += [tmp_path / "first.pdf", tmp_path / "second.pdf"]

    def act(dialog):
        assert isinstance(dialog, RecordDialog)
        press(dialog, "Save as PDF")
        assert "Hand it over in person" in dialog.error.text()
        assert mark(dialog, "Afraid").text().startswith("[Left out, names somebody else]")
        press(dialog, "Put it in")
        press(dialog, "Save as PDF")

    in_the_record(at_the_list, act)
    first, second = (words_of(tmp_path / name) for name in ("first.pdf", "second.pdf"))
    assert "021 555 7788" in first
    assert "Afraid" not in first
    assert LEFT_OUT in first
    assert "Afraid of Ben" in second


def test_what_the_person_says_stands_beside_the_line_and_goes_again_when_the_field_is_emptied(at_the_list):
    desk = at_the_list.place.desk

    def act(dialog):
        mark(dialog, "Afraid")
        write(dialog, SAYS, "I was early.")
        assert dialog.typed
        dialog.statement.setFocus()
        strike(dialog.statement, Qt.Key.Key_Return)
        assert not dialog.typed
        assert dialog.isVisible()
        assert mark(dialog, "Afraid").text().endswith("They say: I was early.")
        write(dialog, SAYS, "")
        press(dialog, "Keep this beside it")

    in_the_record(at_the_list, act)
    assert [e.correction for e in records.record(desk, 1, desk.clock.today()).entries if e.correction] == []


def test_a_wish_to_see_the_record_is_kept_with_its_day_and_answered_in_the_same_place(at_the_list):
    desk = at_the_list.place.desk

    def ask(dialog):
        press(dialog, "They ask to see this")

    def answer(dialog):
        press(dialog, "Answered: see what is kept")

    in_the_record(at_the_list, ask)
    (asked,) = requests.requests_of(desk, 1)
    assert asked.done_on is None
    in_the_record(at_the_list, answer)
    (asked,) = requests.requests_of(desk, 1)
    assert asked.done_on == desk.clock.today()
