"""The day and the evening before it in the window: run sheet, tables of three, six keys, couples, the next workshop."""

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit

from mat_desktop.facilitation.goals import room
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.people import PersonField
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import choose, in_dialog, press, seen, write
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.sheets import DAY_ESSENTIALS, SheetKind
from tests.libraries import PASSPHRASE
from tests.people import WORKSHOP_DAY, include
from tests.screens.conftest import with_passphrase
from tests.sure import sure


def seven(desk):
    setup.create(desk, "Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland")
    for name in ("Ana", "Ben", "Cleo", "Dov", "Elif", "Farid", "Grace"):
        include(desk, 1, name)
    participants.change(desk, 3, PersonField.ACCESS_READING, True)


@pytest.fixture
def at_the_hall(facilitator):
    """Seven people in the hall, nine o'clock on the day."""
    return with_passphrase(facilitator, seven)


def words_on(widget) -> str:
    QTest.qWait(20)
    return " | ".join(found.text() for found in widget.findChildren(QLabel) if found.isVisible())


def focus(facilitator) -> str:
    return str(sure(facilitator.window.focusWidget()).accessibleName())


def test_the_run_sheet_is_edited_and_found_as_it_was_left(at_the_hall):
    at_the_hall.go_to(Step.SETUP)
    page = at_the_hall.page
    page.show_view("day")
    write(page, "The day begins at", "9")
    assert seen(page, QLineEdit, "The day begins at").text() == "09:00"
    press(page, "Change: Lunch")
    write(page, "Part of the day", "Kai")
    press(page, "Later")
    assert focus(at_the_hall) == "Later", "what she pressed stays under her hand"
    press(page, "Add a part")
    assert focus(at_the_hall) == "Part of the day", "and what is new waits for its name"
    write(page, "Part of the day", "A walk")
    write(page, "Minutes", "1000")
    assert "a whole number from 1 to 240" in words_on(at_the_hall.window)
    write(page, "Minutes", "10")
    before = words_on(page)
    assert "13:40" in before
    at_the_hall.close()
    at_the_hall.open(PASSPHRASE)
    at_the_hall.open_workshop("Mill Lane")
    at_the_hall.go_to(Step.SETUP)
    at_the_hall.page.show_view("day")
    after = words_on(at_the_hall.page)
    assert [word for word in after.split(" | ") if word in ("Kai", "A walk")] == ["Kai", "A walk"]
    assert "13:40" in after


def test_on_another_day_the_run_sheet_does_not_offer_to_start_the_day(at_the_hall):
    at_the_hall.at(WORKSHOP_DAY + timedelta(days=1))
    at_the_hall.go_to(Step.SETUP)
    at_the_hall.page.show_view("day")
    at_the_hall.place.show_again()
    assert "It is over." in words_on(at_the_hall.page)
    assert not at_the_hall.page._day.on.isVisible()


def test_the_clock_of_the_tables_goes_on_under_the_privacy_screen_and_over_a_restart(at_the_hall):
    at_the_hall.go_to(Step.GOALS)
    at_the_hall.page.show_view("room")
    choose(at_the_hall.page, "Table of 7 Grace", "no table")
    choose(at_the_hall.page, "Table of 4 Dov", "table B")
    choose(at_the_hall.page, "Table of 6 Farid", "table B")
    write(at_the_hall.page, "Minutes for each person", "15")
    press(at_the_hall.page, "Begin the clock")
    assert "Table A | 1 Ana speaks | Listening: 2 Ben, 3 Cleo" in words_on(at_the_hall.page)
    at_the_hall.clock.at += timedelta(minutes=20)
    at_the_hall.place.covers.toggle_privacy()
    cover = at_the_hall.place.covers.page
    said = words_on(cover)
    assert "A short break. | 9:" in said
    assert "Turn 2 of 3" in said
    assert not any(name in said for name in ("Ana", "Ben", "Mill Lane"))
    at_the_hall.close()
    at_the_hall.open(PASSPHRASE)
    at_the_hall.open_workshop("Mill Lane")
    at_the_hall.go_to(Step.GOALS)
    at_the_hall.page.show_view("room")
    assert "2 Ben speaks | Listening: 1 Ana, 3 Cleo" in words_on(at_the_hall.page)
    shown: list[str] = []

    def look_and_leave(wall: QDialog) -> None:
        shown.append(words_on(wall))
        wall.reject()

    in_dialog(lambda: press(at_the_hall.page, "Projector"), look_and_leave)
    assert "Turn 2 of 3. The lowest number at your table speaks first." in shown[0]
    assert "Ben" not in shown[0]
    press(at_the_hall.page, "Next turn")
    assert "3 Cleo speaks" in words_on(at_the_hall.page)
    press(at_the_hall.page, "End the clock")
    assert room.wall_clock(at_the_hall.place.desk, at_the_hall.clock.now()) is None


def test_a_table_of_four_is_refused_by_name_and_what_was_chosen_stays(at_the_hall):
    at_the_hall.go_to(Step.GOALS)
    at_the_hall.page.show_view("room")
    choose(at_the_hall.page, "Table of 4 Dov", "table A")
    press(at_the_hall.page, "Begin the clock")
    said = at_the_hall.messages.said[-1]
    assert said == "! Table A has 4 people. A table holds three: seat Dov at another one, or at none."
    assert seen(at_the_hall.page, QComboBox, "Table of 4 Dov").currentText() == "table A"


def typed_twice(asked):
    """First another passphrase, then the right one."""
    write(asked, "The passphrase", "another one")
    press(asked, "Check it")
    assert "That was not it" in words_on(asked)
    write(asked, "The passphrase", PASSPHRASE)
    press(asked, "Check it")


def test_the_evening_before_each_of_the_six_keys_leads_to_where_it_is_done(at_the_hall):
    at_the_hall.at(WORKSHOP_DAY - timedelta(days=1), 20)
    place = at_the_hall.place
    place.open_today()
    assert "Before the day" in words_on(place.today)
    assert "Help needed at table 3: large print or reading aloud." in words_on(place.today)
    press(place.today, "Print the day")
    at_the_hall.page.settle()
    assert set(at_the_hall.page.what.kinds) == set(DAY_ESSENTIALS)
    place.open_today()
    press(place.today, "If I fall ill")
    assert at_the_hall.page.what.kinds == (SheetKind.STAND_IN,)
    place.open_today()
    press(place.today, "Numbers")
    assert at_the_hall.page._safety.isVisible(), "the numbers are under Safety"
    place.open_today()
    in_dialog(lambda: press(place.today, "Type it"), typed_twice)
    assert "You typed your passphrase." in words_on(place.today)


def test_a_couple_is_marked_at_the_talk_and_found_where_pairs_are_made(at_the_hall):
    at_the_hall.go_to(Step.SCREENING)
    at_the_hall.pick("Ana")
    at_the_hall.messages.numbers.append(2)
    press(at_the_hall.place, "Couple")
    seen(at_the_hall.place, type(at_the_hall.page.couple), "Couple: Ben")
    at_the_hall.pick("Ben")
    at_the_hall.messages.answers.append(True)
    press(at_the_hall.place, "Couple: Ana")
    seen(at_the_hall.place, type(at_the_hall.page.couple), "Couple")
