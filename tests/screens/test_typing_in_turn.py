"""What is typed line after line, Enter between them, is one thing: a person with a phone, never two people."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from mat_desktop.facilitation.participants import people, roster
from mat_desktop.screens.look.dress import load_fonts
from mat_desktop.workshop.journey import Step
from tests.contract.hand import visible_part
from tests.contract.libraries import DAY, EMPTY, Stage
from tests.contract.visitor import Visitor, visitor_of
from tests.sure import sure

ENTER, SPACE, TAB, CTRL = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def at(qapp, tmp_path):
    visitors = list[Visitor]()

    def begin(stage: Stage) -> Visitor:
        load_fonts()
        stage.lay(tmp_path / "library")
        visitors.append(visitor_of(tmp_path / "library", stage.day))
        return visitors[0]

    yield begin
    visitors[0].close()


def ringed() -> str:
    return sure(QApplication.focusWidget()).accessibleName()


def phones(visitor: Visitor) -> dict[str, str]:
    desk = visitor.place.desk
    shown = roster.roster(desk, sure(visitor.place.bench).workshop_id)
    return {one.name: people.person(desk, one.id).phone for one in shown}


def type_in_turn(visitor: Visitor, *words: str) -> None:
    for typed in words:
        visitor.hand.write(typed)
        visitor.hand.key(ENTER)


def test_the_first_people_of_a_workshop_are_typed_name_enter_phone_enter_straight_from_today(at):
    visitor = at(EMPTY)
    visitor.press("Open: The workshop is today", visitor.place.today)
    visitor.hand.key(Qt.Key.Key_2, CTRL)
    type_in_turn(visitor, "Ana", "021 551", "Ben", "021 552")
    assert phones(visitor) == {"Ana": "021 551", "Ben": "021 552"}
    assert ringed() == "Name of a new participant"


def test_a_phone_without_a_name_adds_nobody_and_stays_where_it_was_typed(at):
    visitor = at(EMPTY)
    visitor.go_to(Step.PARTICIPANTS)
    type_in_turn(visitor, "", "021 551")
    assert phones(visitor) == {}
    assert ringed() == "Name of a new participant"
    type_in_turn(visitor, "Ana", "")
    assert phones(visitor) == {"Ana": "021 551"}


def press_add(visitor) -> None:
    """Go on by Tab to the button, and press it."""
    for _ in range(4):
        if ringed() == "Add and check in":
            break
        visitor.hand.key(TAB)
    visitor.hand.key(ENTER)


def test_somebody_at_the_door_is_typed_and_what_is_missing_has_the_ring(at):
    visitor = at(DAY)
    visitor.go_to(Step.PARTICIPANTS)
    visitor.press("View: Check-in", visitor.place.header)
    before = len(phones(visitor))
    visitor.hand.click(visitor.page.door.new_name)
    type_in_turn(visitor, "Kim", "021 900")
    assert ringed() == "They are 18 or older and want to take part"
    visitor.hand.key(SPACE)
    press_add(visitor)
    assert ringed() == "Their answers on the computer: Yes"
    assert len(phones(visitor)) == before
    visitor.hand.key(SPACE)
    press_add(visitor)
    assert phones(visitor)["Kim"] == "021 900"
    assert ringed() == "Name of somebody at the door"


def test_the_ring_goes_along_when_keys_turn_the_tabs(at):
    visitor = at(EMPTY)
    visitor.go_to(Step.SETUP)
    tab = visitor.button("View: Workshop", visitor.place.header)
    visitor.hand.click(tab)
    visitor.hand.key(TAB, CTRL)
    assert ringed() == "View: Run sheet"
    assert visitor.button("View: Run sheet", visitor.place.header).isChecked()


def test_a_tab_that_a_key_turns_to_has_the_keyboard_wherever_it_was_before(at):
    visitor = at(DAY)
    visitor.go_to(Step.PARTICIPANTS)
    visitor.hand.click(visitor.page.name)
    visitor.hand.key(TAB, CTRL)
    assert ringed() == "Find a person"
    visitor.hand.key(TAB, CTRL)
    focus = sure(QApplication.focusWidget())
    assert visitor.page.isAncestorOf(focus) or focus.accessibleName() == "View: Door list"


def test_somebody_is_checked_in_by_the_beginning_of_the_name_and_enter_twice(at):
    visitor = at(DAY)
    visitor.go_to(Step.PARTICIPANTS)
    visitor.hand.key(TAB, CTRL)
    visitor.hand.write("El")
    last = visitor.kept.last()
    visitor.hand.key(ENTER)
    assert ringed() == "Who is here"
    assert visitor.kept.last() == last, "the first Enter only goes to whom it would check in"
    visitor.hand.key(ENTER)
    (line,) = visitor.kept.since(last)
    assert [row.after["name"] for row in line.rows if row.after and "name" in row.after] == ["Elif"]
    visitor.hand.write("Fa")
    visitor.hand.key(ENTER)
    visitor.hand.key(ENTER)
    marked = [line.kind for line in visitor.kept.since(last)]
    assert marked == [line.kind] * 2, "the next one is looked up straight away"


def test_enter_after_a_name_in_the_list_opens_that_person_and_begins_with_them(at):
    visitor = at(DAY)
    visitor.go_to(Step.SCREENING)
    visitor.hand.click(visitor.page.list.search)
    visitor.hand.write("Ines")
    visitor.hand.key(ENTER)
    assert visitor.page.person == visitor.page.list.model.shown[0].key
    assert ringed().startswith("4. ")


def test_every_line_that_enter_leads_to_is_seen_whole(at):
    visitor = at(DAY)
    visitor.go_to(Step.GOALS)
    visitor.press("Write the first goal", visitor.page)
    seen = list[str]()
    for _ in range(20):
        visitor.hand.key(ENTER)
        line = sure(QApplication.focusWidget())
        if not isinstance(line, QLineEdit) or ringed() in seen:
            break
        seen.append(ringed())
        part = visible_part(line)
        assert part is not None, f"{ringed()} is out of sight"
        assert part[1].y() - part[0].y() + 1 >= line.height(), f"{ringed()} is cut"
    assert len(seen) > 9, seen


def test_the_keyboard_draws_nothing_on_a_button_but_its_ring(at):
    visitor = at(EMPTY)
    visitor.go_to(Step.SETUP)
    button = visitor.button("Step out", visitor.place.bar)
    without = button.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    visitor.hand.key(TAB, Qt.KeyboardModifier.ShiftModifier)
    visitor.hand.key(TAB)
    assert button.hasFocus()
    assert button.grab().toImage() == without


def all_say_yes(visitor: Visitor) -> None:
    visitor.go_to(Step.PAIRING)
    visitor.press("View: Telling", visitor.place.header)
    visitor.hand.inside = lambda _over: visitor.press("All said yes")
    visitor.press("All of them said yes", visitor.page)


def test_a_time_is_shown_as_it_is_kept_once_the_line_is_left(at):
    visitor = at(DAY)
    all_say_yes(visitor)
    visitor.go_to(Step.AGREEMENT)
    type_in_turn(visitor, "1930", "20.30")
    shown = {one.accessibleName(): one.text() for one in visitor.page.findChildren(QLineEdit) if one.accessibleName()}
    assert (shown["Call at"], shown["Second try"]) == ("19:30", "20:30")


def test_once_everybody_said_yes_the_keyboard_is_where_the_day_goes_on(at):
    visitor = at(DAY)
    all_say_yes(visitor)
    assert QApplication.focusWidget() is visitor.place.bar.on
