"""The safety card under the hand: every event goes to the window."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from mat_desktop.facilitation import safety, screening
from mat_desktop.facilitation.answers import responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.pairing import moves, telling
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import in_dialog, press, seen, strike
from mat_desktop.screens.shared.buttons import Button
from mat_desktop.screens.shared.entering import FILLED
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.screening import FINE, STATEMENTS, ScreeningOutcome
from tests.people import WORKSHOP_DAY, include
from tests.screens.conftest import with_passphrase
from tests.sure import sure

KEY = Qt.Key
FIRST = "Talked alone. They chose to go on today. They have the numbers."


def two_at_mill_lane(desk):
    setup.create(desk, "Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland")
    for name in ("Ana", "Ben"):
        participants.add(desk, 1, name, "021 555")


@pytest.fixture
def at_the_table(facilitator):
    with_passphrase(facilitator, two_at_mill_lane)
    facilitator.go_to(Step.SCREENING)
    return facilitator


def with_card(who, then, *, opened=True):
    if opened:
        safety.open_by_hand(who.place.desk, 1, "said so at the door")
    in_dialog(lambda: press(who.place, "Safety card"), then)


def field(dialog, name):
    found = seen(dialog, QLineEdit, name)
    found.setFocus()
    return found


def the_card(who):
    (card,) = safety.cards(who.place.desk, 1)
    return card


def words_on(widget) -> str:
    QTest.qWait(10)
    return " | ".join(w.text() for w in widget.findChildren(QLabel) if w.isVisible())


def filled(dialog) -> list[str]:
    return [b.accessibleName() for b in dialog.findChildren(Button) if b.property("kind") == FILLED and b.isVisible()]


def test_own_words_stay_own_words_and_enter_leads_through_to_closing(at_the_table):
    def act(dialog):
        field(dialog, "What you did")
        strike(dialog, *"WENT OUT", KEY.Key_Return, KEY.Key_Return, *"RN", KEY.Key_Return)
        assert the_card(at_the_table).open, "Enter in the last line leads to the button, and closes nothing"
        assert filled(dialog) == ["Leave it open"]
        strike(dialog, KEY.Key_Return)

    with_card(at_the_table, act)
    card = the_card(at_the_table)
    assert (card.open, card.action.upper(), card.initials.upper()) == (False, "WENT OUT", "RN")


def test_a_prepared_action_stands_beside_own_words_and_never_takes_their_place(at_the_table):
    def act(dialog):
        action = field(dialog, "What you did")
        strike(dialog, *"OUT")
        press(dialog, "Phoned a crisis line together.")
        press(dialog, FIRST)
        assert action.text().upper() == f"OUT. {FIRST}".upper()

    with_card(at_the_table, act)
    assert the_card(at_the_table).open


@pytest.mark.parametrize(("lacking", "said"), [("What you did", "what you did"), ("At what time", "the time")])
def test_nothing_is_recorded_without_action_time_and_initials(at_the_table, lacking, said):
    def act(dialog):
        for name, typed in (("What you did", "WENT"), ("At what time", "10"), ("Your initials", "RN")):
            edit = field(dialog, name)
            edit.clear()
            if name != lacking:
                strike(dialog, *typed)
        press(dialog, "Close the card")
        assert said in words_on(dialog)

    with_card(at_the_table, act)
    assert the_card(at_the_table).open


@pytest.mark.parametrize("leave", ["esc", "Leave it open", "Referral sheet"])
def test_leaving_with_words_typed_asks_and_staying_keeps_them(at_the_table, leave):
    asked = []

    def act(dialog):
        action = field(dialog, "What you did")
        strike(dialog, *"WENT")

        def stay():
            ask = sure(QApplication.activeModalWidget())
            asked.append(words_on(ask))
            strike(ask, KEY.Key_Return)

        QTimer.singleShot(50, stay)
        if leave == "esc":
            strike(dialog, KEY.Key_Escape)
        else:
            press(dialog, leave)
        assert dialog.isVisible()
        assert action.text().upper() == "WENT"

    with_card(at_the_table, act)
    assert "not kept yet" in asked[0]


def test_leaving_an_open_card_in_which_nothing_was_typed_asks_nothing(at_the_table):
    def act(dialog):
        strike(dialog, KEY.Key_Escape)
        assert not dialog.isVisible()

    with_card(at_the_table, act)


def test_enter_on_a_new_card_opens_none_before_it_says_what_it_is_about(at_the_table):
    def act(dialog):
        field(dialog, "Day it was written, if it is from a sheet")
        assert filled(dialog) == ["Back"]
        strike(dialog, KEY.Key_Return, KEY.Key_Return)
        assert safety.cards(at_the_table.place.desk, 1) == ()
        assert "what it is about" in words_on(dialog)
        strike(dialog, *"A LINE", KEY.Key_Return, KEY.Key_Return)
        assert safety.cards(at_the_table.place.desk, 1) == ()
        strike(dialog, KEY.Key_Return)
        assert the_card(at_the_table).source.upper() == "A LINE"
        strike(dialog, KEY.Key_Escape)
        assert not dialog.isVisible(), "what was typed is kept, so leaving asks nothing"

    with_card(at_the_table, act, opened=False)


def test_include_is_not_suggested_while_a_card_is_open_or_they_would_rather_talk(at_the_table):
    who, desk = at_the_table, at_the_table.place.desk
    for item in range(1, 10):
        responses.answer(desk, 1, "readiness", item, Entered(value=2 if item == 9 else 1))
    who.place.show_again()
    assert "Suggested: talk first, alone" in words_on(who.page)
    responses.answer(desk, 1, "readiness", 9, Entered(value=1))
    who.place.show_again()
    assert "Suggested: Include" in words_on(who.page)
    safety.open_by_hand(desk, 1, "said so at the door")
    who.place.show_again()
    assert "Suggested: nothing while a safety card is open" in words_on(who.page)
    press(who.page, "Include: Goes on to pairing")
    assert screening.talk(desk, 1, WORKSHOP_DAY).outcome is None, "it wants a reason then"


def test_the_open_board_says_nothing_of_a_safety_card(at_the_table):
    who, desk = at_the_table, at_the_table.place.desk
    ana, ben = include(desk, 1, "Cleo"), include(desk, 1, "Dov")
    safety.open_by_hand(desk, ana, "said so at the door")
    who.go_to(Step.PAIRING)
    who.page.bench.do(moves.put_together, [ana, ben])
    assert "Cleo cannot be in a pair" in who.messages.said[-1]
    shown = words_on(who.page) + " ".join(b.text() + b.toolTip() for b in who.page.findChildren(Button))
    for words in (shown, who.messages.said[-1]):
        assert "safety" not in words.lower()


def test_before_a_card_opens_on_somebody_whose_calls_have_begun_it_says_what_it_puts_on_hold(at_the_table):
    who = at_the_table
    desk = who.place.desk
    read: list[str] = []

    def look(dialog):
        read.append(words_on(dialog))
        dialog.reject()

    with_card(who, look, opened=False)
    assert "on hold" not in read[-1]
    for person in (1, 2):
        for number in range(1, STATEMENTS + 1):
            responses.answer(desk, person, "readiness", number, Entered(value=FINE))
        screening.decide(desk, person, ScreeningOutcome.INCLUDE, "fine")
    moves.put_together(desk, [1, 2])
    telling.confirm(desk, 1)
    telling.all_said_yes(desk, 1)
    with_card(who, look, opened=False)
    assert "This puts the calls with Ben on hold until you let them go on, and promises each of them a call" in read[-1]
    assert "Say to both: “Your calls are on hold just now." in read[-1]


def test_after_a_card_was_opened_the_keyboard_is_where_the_action_is_written(at_the_table):
    names = []

    def open_one(dialog):
        field(dialog, "What it is about, in a few words").setText("said so at the door")
        press(dialog, "Open a safety card")
        QTest.qWait(10)
        names.append(sure(QApplication.focusWidget()).accessibleName())

    with_card(at_the_table, open_one, opened=False)
    assert names == ["What you did"]


def test_the_number_of_the_person_is_seen_whole_as_soon_as_the_card_opens(at_the_table):
    cut = list[QLabel]()

    def look(dialog):
        QTest.qWait(10)
        numbers = [one for one in dialog.findChildren(QLabel) if one.text() == "021 555"]
        cut.extend(one for one in numbers if one.visibleRegion().boundingRect().height() < one.height())
        assert numbers

    at_the_table.window.resize(1366, 768)
    with_card(at_the_table, look)
    assert cut == []


def test_on_a_laptop_the_numbers_to_phone_are_seen_at_once_beside_what_can_be_done(at_the_table):
    for place, (name, number) in enumerate((("Emergency", "111"), ("Need to talk? Free call or text", "1737"))):
        safety.set_contact(at_the_table.place.desk, 1, place, name, number)

    def look(dialog):
        dialog.resize(dialog.width(), 700)  # with its frame it has room on 768 lines
        QTest.qWait(30)
        whole = {w.text(): w.visibleRegion().boundingRect().height() == w.height() for w in dialog.findChildren(QLabel)}
        assert [whole.get(number) for number in ("111", "1737", "021 555")] == [True] * 3
        assert dialog.height() == 700

    with_card(at_the_table, look)
