"""Consent under the hand: asked first, typed from signed sheets, and the three roads when a yes is taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

from mat_desktop.facilitation.participants import consenting
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.rehearsal.hands import in_dialog, press, strike
from mat_desktop.screens.look.belonging import seen_in
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import Registration
from tests.people import WORKSHOP_DAY

KEY = Qt.Key


@pytest.fixture
def twelve_names(facilitator):
    facilitator.open().make_library("four words of mine")
    facilitator.set_up("Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland")
    for number in range(12):
        participants.add(facilitator.place.desk, 1, f"Person {chr(65 + number)}", "021 555")
    return facilitator


def answers(who):
    return [row.answers for row in consenting.answers(who.place.desk, 1)]


def test_twelve_signed_sheets_are_typed_in_sixty_keys(twelve_names):
    twelve_names.go_to(Step.PARTICIPANTS)
    struck: list[Qt.Key] = []

    def type_all(dialog):
        for _ in range(12):
            keys = (KEY.Key_Y, KEY.Key_3, KEY.Key_4, KEY.Key_5, KEY.Key_Down)
            strike(dialog, *keys)
            struck.extend(keys)
        press(dialog, "Leave")

    in_dialog(lambda: press(twelve_names.place, "Consents"), type_all)
    assert len(struck) <= 60
    assert answers(twelve_names) == [(True,) * 5] * 12


@pytest.mark.parametrize("box", ["1", "3"])
def test_from_whatever_box_the_arrow_down_is_the_next_person_and_up_the_one_before(twelve_names, box):
    twelve_names.go_to(Step.PARTICIPANTS)

    def type_three(dialog):
        strike(dialog, box, KEY.Key_Down, box, KEY.Key_Down, box, KEY.Key_Up, "5")
        press(dialog, "Leave")

    in_dialog(lambda: press(twelve_names.place, "Consents"), type_three)
    rows = answers(twelve_names)
    assert [row[int(box) - 1] for row in rows[:4]] == [True, True, True, None]
    assert [row[4] for row in rows[:4]] == [None, True, None, None]


def test_arrow_down_is_the_next_person_from_every_box_and_letters_cross_the_lines_under_the_boxes(twelve_names):
    twelve_names.go_to(Step.PARTICIPANTS)

    def type_lines(dialog):
        strike(dialog, KEY.Key_2, KEY.Key_Down, KEY.Key_L, KEY.Key_L, KEY.Key_P, KEY.Key_Down, KEY.Key_Up, KEY.Key_N)
        press(dialog, "Leave")

    in_dialog(lambda: press(twelve_names.place, "Consents"), type_lines)
    first, second, third, *_ = consenting.answers(twelve_names.place.desk, 1)
    assert first.answers == (None, True, None, None, None)
    assert second.at_home == ("first name", "", "do not write", "message")
    assert third.at_home == first.at_home == ("only “my partner”", "", "", "no message")


def test_many_are_marked_only_after_their_names_were_read_and_a_digit_typed_twice_is_a_no(twelve_names):
    twelve_names.go_to(Step.PARTICIPANTS)

    def mark_many(dialog):
        strike(dialog, KEY.Key_2, KEY.Key_2)
        twelve_names.messages.answers = [False]
        press(dialog, "I hold all missing sheets, signed")
        assert all(not row[0] for row in answers(twelve_names))
        twelve_names.messages.answers = [True]
        press(dialog, "I hold all missing sheets, signed")
        press(dialog, "Leave")

    in_dialog(lambda: press(twelve_names.place, "Consents"), mark_many)
    assert "Person A, Person B" in twelve_names.messages.asked[-1]
    assert answers(twelve_names) == [(True, False, None, None, None), *[(True, None, None, None, None)] * 11]


def test_a_letter_or_digit_with_ctrl_or_alt_is_a_command_and_answers_nothing_on_a_consent_sheet(twelve_names):
    twelve_names.go_to(Step.PARTICIPANTS)

    def command(dialog):
        for held in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
            for key in (KEY.Key_Y, KEY.Key_2):
                QTest.keyClick(dialog.focusWidget(), key, held)
        press(dialog, "Leave")

    in_dialog(lambda: press(twelve_names.place, "Consents"), command)
    assert answers(twelve_names) == [(None,) * 5] * 12


def test_before_anything_is_written_down_it_is_asked_and_a_no_closes_the_form(twelve_names):
    twelve_names.go_to(Step.SCREENING)
    place = twelve_names.place
    talk = place.page.talk
    QTest.qWait(10)
    assert talk.asking.isVisible()
    twelve_names.messages.picks = [1]
    press(place.page, "Read aloud …")
    QTest.qWait(10)
    assert "may I write down your answers" in twelve_names.messages.asked[-1]
    assert not talk.asking.isVisible()
    assert not talk.form.isEnabled()
    assert participants.person(place.desk, 1).paper_only


@pytest.mark.parametrize(
    ("road", "registration", "paper_only"),
    [(0, Registration.CANCELLED, False), (1, Registration.REGISTERED, True), (None, Registration.REGISTERED, False)],
)
def test_a_yes_that_is_taken_back_knows_its_roads_and_leaving_changes_nothing(
    twelve_names, road, registration, paper_only
):
    desk = twelve_names.place.desk
    for kind in (ConsentKind.TAKE_PART, ConsentKind.STORE):
        consenting.answer_consent(desk, 1, kind, yes=True)
    twelve_names.go_to(Step.PARTICIPANTS)
    twelve_names.page.work_on(1)
    twelve_names.messages.pick = lambda *_asked, **_more: road
    twelve_names.page.form.consents[ConsentKind.TAKE_PART].click()
    found = participants.person(desk, 1)
    assert (found.registration, found.paper_only) == (registration, paper_only)
    assert (ConsentKind.TAKE_PART in found.consents) is (road != 0)
    assert twelve_names.page.form.consents[ConsentKind.TAKE_PART].isChecked() is (road != 0)


def test_of_a_person_six_fields_stand_there_until_more_is_asked_for(twelve_names):
    twelve_names.go_to(Step.PARTICIPANTS)

    def fields():
        QTest.qWait(20)
        found = [*seen_in(twelve_names.page.form, QLineEdit), *seen_in(twelve_names.page.form, QPlainTextEdit)]
        found += [*seen_in(twelve_names.page.form, QComboBox), *seen_in(twelve_names.page.form, QCheckBox)]
        return {one.accessibleName() for one in found}

    six = {"Name", "Called", "Phone", "Registration", "Agrees to take part"}
    assert fields() == six | {"What they want to change, in their own words"}
    press(twelve_names.page, "Everything else about them")
    assert len(fields()) > 12


@pytest.mark.parametrize("view", ["Check-in", "Door list"])
def test_signed_sheets_are_typed_where_they_come_in_too(twelve_names, view):
    twelve_names.go_to(Step.PARTICIPANTS)
    press(twelve_names.place, f"View: {view}")

    def type_one(dialog):
        strike(dialog, KEY.Key_Y)
        press(dialog, "Leave")

    in_dialog(lambda: press(twelve_names.place, "Consents"), type_one)
    assert answers(twelve_names)[0][:2] == (True, True)
