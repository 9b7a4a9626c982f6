import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from mat_desktop.facilitation import safety, screening
from mat_desktop.facilitation.answers import responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.door import checkin, closing
from mat_desktop.facilitation.participants import consenting
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import filing
from mat_desktop.rehearsal.hands import NotThere, in_dialog, press, seen, strike, write
from mat_desktop.screens.look.belonging import seen_in
from mat_desktop.screens.screening.decisions import Decision
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.screens.shared.question_row import QuestionRow
from mat_desktop.workshop.answers.responses import Occasion
from mat_desktop.workshop.codes import shown_code
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import Presence
from mat_desktop.workshop.screening import PHRASES, ScreeningOutcome
from mat_desktop.workshop.sheets import SheetKind
from tests.contract.hand import Hand
from tests.paperwork import of_kind
from tests.people import WORKSHOP_DAY, include
from tests.screens.conftest import with_passphrase
from tests.sure import sure


def three_in_the_hall(desk):
    setup.create(desk, "Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland")
    for name in ("Cleo", "Ana", "Ben"):
        participants.add(desk, 1, name, "021 555")


@pytest.fixture
def at_the_hall(facilitator):
    with_passphrase(facilitator, three_in_the_hall)
    facilitator.go_to(Step.SCREENING)
    return facilitator


def listed(page: QWidget) -> dict[str, str]:
    found = next(one for one in page.findChildren(PeopleList) if one.isVisible())
    return {entry.words: entry.badge for entry in found.model.shown}


def words_on(window: QWidget) -> str:
    QTest.qWait(10)
    return " | ".join(w.text() for w in window.findChildren(QLabel) if w.isVisible())


def test_in_a_talk_the_list_says_done_or_to_do_and_only_the_sheets_show_who_wants_a_talk_first(at_the_hall):
    at_the_hall.pick("Ana")
    at_the_hall.type_sheet("Readiness", *"111121111")
    at_the_hall.pick("Ben")
    at_the_hall.type_sheet("Readiness", *"111111111")
    at_the_hall.decide("include")
    safety.open_by_hand(at_the_hall.place.desk, 1, "said so at the door")
    at_the_hall.place.show_again()
    assert listed(at_the_hall.page) == {"Ana": "to do", "Ben": "done", "Cleo": "to do"}
    press(at_the_hall.place.header, "View: Sheets")
    assert listed(at_the_hall.page) == {"Ana": "talk first", "Ben": "done", "Cleo": "safety card"}
    press(at_the_hall.place.header, "View: Summary")
    assert "Include: 1 person | Ben" in words_on(at_the_hall.page)


def test_no_decision_is_chosen_in_advance_and_a_tap_gives_the_reason(at_the_hall):
    at_the_hall.pick("Ana")
    at_the_hall.type_sheet("Readiness", *"111111111")
    assert not any(b.isChecked() for b in at_the_hall.page.talk.decisions.buttons.values())
    press(at_the_hall.page, "Refer: Other help first")
    assert screening.talk(at_the_hall.place.desk, 2, WORKSHOP_DAY).outcome is None
    assert "It is not about your worth" in words_on(at_the_hall.page)
    press(at_the_hall.page, "Needs other help first")
    found = screening.talk(at_the_hall.place.desk, 2, WORKSHOP_DAY)
    assert (found.outcome, found.reason) == ("refer", "Needs other help first")


def test_screening_one_person_by_keyboard_takes_eleven_keys_and_a_twelfth_leads_to_the_next(at_the_hall):
    who = at_the_hall
    hand = Hand(lambda: who.window)
    keys = [*[Qt.Key.Key_1] * 9, Qt.Key.Key_Return, Qt.Key.Key_Return]
    assert len(keys) <= 14
    first, *_ = screening.people(who.place.desk, 1)
    for key in keys:
        hand.key(key)
    decided = {row.name: row.state for row in screening.people(who.place.desk, 1)}
    assert [name for name, state in decided.items() if state == screening.DONE] == [first.name]
    before = who.place.desk.archive.last_done()
    hand.key(Qt.Key.Key_Return)
    assert who.page.person != first.id
    assert isinstance(who.window.focusWidget(), QuestionRow)
    assert who.place.desk.archive.last_done() == before, "the twelfth key decides nothing"


def test_what_changed_since_the_call_wants_a_talk(at_the_hall):
    desk = at_the_hall.place.desk
    at_the_hall.clock.at = at_the_hall.clock.at.replace(day=10)
    for item in range(1, 10):
        responses.answer(desk, 2, "readiness", item, Entered(value=1))
    assert screening.talk(desk, 2, desk.clock.today()).readiness.occasion is Occasion.CALL
    assert screening.people(desk, 1)[0].state == screening.TO_DO
    at_the_hall.clock.at = at_the_hall.clock.at.replace(day=14)
    responses.answer(desk, 2, "readiness", 4, Entered(value=2))
    assert screening.talk(desk, 2, WORKSHOP_DAY).readiness.answered == 9
    assert screening.talk(desk, 2, WORKSHOP_DAY).changed == (4,)
    assert screening.people(desk, 1)[0].state == screening.TALK_FIRST


def test_a_safety_card_is_opened_by_hand_and_closed_only_with_initials(at_the_hall):
    desk = at_the_hall.place.desk
    at_the_hall.pick("Ana")

    def open_it(dialog):
        write(dialog, "What it is about, in a few words", "A line on the sheet")
        press(dialog, "Open a safety card")
        press(dialog, "Talked alone. They chose to go on today. They have the numbers.")
        press(dialog, "Close the card")
        assert "your initials" in words_on(dialog)
        write(dialog, "Your initials", "RN")
        press(dialog, "Close the card")

    in_dialog(lambda: press(at_the_hall.place, "Safety card"), open_it)
    (card,) = safety.cards(desk, 1)
    assert (card.open, card.source, card.initials) == (False, "A line on the sheet", "RN")


def test_a_row_at_the_door_is_one_click_the_name_is_confirmed_and_undo_takes_it_back(at_the_hall):
    at_the_hall.go_to(Step.PARTICIPANTS)
    press(at_the_hall.place.header, "View: Check-in")
    assert list(listed(at_the_hall.page)) == ["Ana", "Ben", "Cleo"]
    at_the_hall.pick("Ben")
    assert listed(at_the_hall.page)["Ben"] == "here"
    assert "Ben: here. Undo takes it back." in at_the_hall.messages.said
    at_the_hall.place.turning.undo()
    assert listed(at_the_hall.page)["Ben"] == "expected"


def test_somebody_at_the_door_is_here_in_three_fields_and_not_pairable_before_a_decision(at_the_hall):
    desk = at_the_hall.place.desk
    at_the_hall.go_to(Step.PARTICIPANTS)
    press(at_the_hall.place.header, "View: Check-in")
    write(at_the_hall.page, "Name of somebody at the door", "Dov")
    write(at_the_hall.page, "Phone of somebody at the door", "021 9")
    press(at_the_hall.page, "Add and check in")
    assert "tick it" in at_the_hall.messages.said[-1]
    assert seen(at_the_hall.page, QLineEdit, "Name of somebody at the door").text() == "Dov"
    press(at_the_hall.page, "They are 18 or older and want to take part")
    press(at_the_hall.page, "Add and check in")
    assert "whether their answers may be kept" in at_the_hall.messages.said[-1]
    press(at_the_hall.page, "Their answers on the computer: Yes")
    press(at_the_hall.page, "Add and check in")
    dov = next(r for r in checkin.door(desk, 1) if r.name == "Dov")
    assert (dov.presence, dov.walk_in, dov.table_number) == (Presence.HERE, True, 4)
    assert screening.people(desk, 1)[3].state == screening.TO_DO


def test_somebody_at_the_door_who_wants_nothing_kept_is_taken_in_on_paper_only(at_the_hall):
    desk = at_the_hall.place.desk
    at_the_hall.go_to(Step.PARTICIPANTS)
    press(at_the_hall.place.header, "View: Check-in")
    write(at_the_hall.page, "Name of somebody at the door", "Dov")
    write(at_the_hall.page, "Phone of somebody at the door", "021 9")
    press(at_the_hall.page, "They are 18 or older and want to take part")
    press(at_the_hall.page, "Their answers on the computer: No, on paper only")
    press(at_the_hall.page, "Add and check in")
    dov = next(r for r in checkin.door(desk, 1) if r.name == "Dov")
    found = participants.person(desk, dov.id)
    assert (dov.presence, found.paper_only) == (Presence.HERE, True)
    assert set(found.consents) == {ConsentKind.TAKE_PART}
    write(at_the_hall.page, "Name of somebody at the door", "Kim")
    press(at_the_hall.page, "Add and check in")
    assert "18 or older" in at_the_hall.messages.said[-1], "nothing of it is taken over to the next one"


def test_what_is_said_about_a_missing_reason_covers_none_of_the_reasons_to_tap(at_the_hall):
    at_the_hall.pick("Ben")
    press(at_the_hall.page, "Not now: Ask next time")
    QTest.qWait(50)
    (said,) = [w for w in seen_in(at_the_hall.window, QLabel) if w.text().startswith("Give a reason first")]
    taps = [seen(at_the_hall.page, QPushButton, phrase) for phrase in PHRASES[ScreeningOutcome.NOT_NOW]]
    assert taps
    for tap in taps:
        assert not whole(tap).intersects(whole(said)), tap.text()
        assert tap.visibleRegion().boundingRect().height() == tap.height(), tap.text()


def whole(widget: QWidget) -> QRect:
    """Where all of it lies on the screen."""
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("outcome", [ScreeningOutcome.INCLUDE, ScreeningOutcome.NOT_NOW])
def test_who_is_on_paper_only_is_decided_about_with_one_click_and_no_reason_is_asked_for(at_the_hall, outcome):
    desk = at_the_hall.place.desk
    ben = next(row.id for row in consenting.answers(desk, 1) if row.name == "Ben")
    consenting.answer_consent(desk, ben, ConsentKind.FIRST_CALL, yes=False)
    at_the_hall.place.show_again()
    at_the_hall.pick("Ben")
    assert seen(at_the_hall.page, Decision, "Include: Goes on to pairing")
    with pytest.raises(NotThere):
        seen(at_the_hall.page, QLineEdit, "Reason")
    next(b for b in at_the_hall.page.findChildren(Decision) if b.outcome is outcome).click()
    assert screening.talk(desk, ben, WORKSHOP_DAY).outcome is outcome
    at_the_hall.pick("Ana")
    assert seen(at_the_hall.page, QLineEdit, "Reason")


def test_absent_people_are_asked_about_before_pairs_are_suggested(at_the_hall):
    desk = at_the_hall.place.desk
    for person in (1, 2, 3):
        for item in range(1, 10):
            responses.answer(desk, person, "readiness", item, Entered(value=1))
        screening.decide(desk, person, ScreeningOutcome.INCLUDE)
    assert checkin.not_checked_in(desk, 1) == ()
    checkin.mark(desk, 2, Presence.HERE)
    assert set(checkin.not_checked_in(desk, 1)) == {"Ben", "Cleo"}


def test_decisions_are_radio_buttons_and_an_arrow_changes_no_decision_that_stands(at_the_hall):
    desk = at_the_hall.place.desk
    at_the_hall.go_to(Step.SCREENING)
    at_the_hall.pick("Cleo")
    press(at_the_hall.page, "Own choice: Not going on")
    decided = screening.talk(desk, at_the_hall.page.person, WORKSHOP_DAY).outcome
    assert decided is ScreeningOutcome.OWN_CHOICE
    told = [sure(QAccessible.queryAccessibleInterface(one)) for one in at_the_hall.page.findChildren(Decision)]
    assert {one.role() for one in told} == {QAccessible.Role.RadioButton}
    assert [bool(one.state().checked) for one in told] == [False, False, False, True]
    seen(at_the_hall.page, Decision, "Own choice: Not going on").setFocus(Qt.FocusReason.TabFocusReason)
    strike(at_the_hall.window, Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert at_the_hall.window.focusWidget().accessibleName() == "Refer: Other help first"
    assert screening.talk(desk, at_the_hall.page.person, WORKSHOP_DAY).outcome is decided


def test_the_door_list_names_what_is_missing_and_closes_the_day(at_the_hall):
    desk = at_the_hall.place.desk
    at_the_hall.go_to(Step.PARTICIPANTS)
    press(at_the_hall.place.header, "View: Door list")
    press(at_the_hall.page, "Close the day")
    assert "date for a phone call" in at_the_hall.messages.said[-1]
    for name in ("Ana", "Ben", "Cleo"):
        write(at_the_hall.page, f"Phone {name} on", "20 March 2026")
    press(at_the_hall.page, "Ballots and slips destroyed")
    press(at_the_hall.page, "Paper counted")
    desk.archive.keep_fact(Fact.SECOND_COPY, WORKSHOP_DAY.isoformat())
    seen(at_the_hall.page, QPushButton, "Close the day").setFocus(Qt.FocusReason.TabFocusReason)
    strike(at_the_hall.window, Qt.Key.Key_Space)
    assert closing.door_list(desk, 1, "").closed
    assert at_the_hall.window.focusWidget() is at_the_hall.place.bar.on
    strike(at_the_hall.window, Qt.Key.Key_Space)
    assert closing.door_list(desk, 1, "").paper_counted, "a stray Space goes on and unsets nothing"


def test_a_questionnaire_about_safety_is_refused_in_words_until_two_people_are_named(at_the_hall):
    desk = at_the_hall.place.desk
    at_the_hall.go_to(Step.SETUP)
    press(at_the_hall.place.header, "View: Safety")
    press(at_the_hall.page, "PHQ-9 – asks about safety")
    assert "Name the second person" in words_on(at_the_hall.page)
    write(at_the_hall.page, "The second person in the room", "Mere")
    write(at_the_hall.page, "Who reads safety answers before anybody leaves", "Ruth")
    press(at_the_hall.page, "PHQ-9 – asks about safety")
    assert setup.workshop(desk, 1).measures == ("phq-4", "phq-9")


def test_a_blank_form_asks_whose_it_is_and_knows_it_afterwards(at_the_hall):
    desk = at_the_hall.place.desk
    (blank,) = of_kind(desk, 1, SheetKind.QUESTIONNAIRE, (), 1)
    at_the_hall.pick("Ben")
    press(at_the_hall.place.header, "View: Sheets")
    at_the_hall.messages.numbers.append(3)
    at_the_hall.write("Form code, from the foot of the sheet", shown_code(blank.head.code).replace("–", "-"))
    assert at_the_hall.messages.asked[-1] == "Questionnaires: whose sheet is it?"
    assert sure(filing.find_sheet(desk, blank.head.code)).participant_id == 3
    assert at_the_hall.page.person == 3
    at_the_hall.pick("Ana")
    at_the_hall.write("Form code, from the foot of the sheet", blank.head.code)
    assert at_the_hall.page.person == 3


def test_withdrawn_consent_stays_on_record_with_the_words_that_were_agreed_to(desk, workshop_id):
    from mat_desktop.facilitation.participants import consenting
    from mat_desktop.workshop.participants.consent import ConsentKind
    from mat_desktop.workshop.participants.participant import Participant, consent_to

    ana = participants.add(desk, workshop_id, "Ana")
    put = consenting.words_put(desk, workshop_id)
    participants.set_consent(desk, ana, ConsentKind.STORE, given=True)
    participants.set_consent(desk, ana, ConsentKind.STORE, given=False)
    assert participants.person(desk, ana).consents == {}
    with desk.archive.look() as rows:
        person = rows.get(Participant, ana)
        (kept,) = person.consents
        assert consent_to(person, ConsentKind.STORE) is None
        assert (kept.wording, kept.withdrawn_on) == (put[ConsentKind.STORE], WORKSHOP_DAY)
    assert "until 30 June 2027" in put[ConsentKind.STORE]


def test_the_number_before_a_name_is_the_number_of_the_table_on_every_page(facilitator):
    def come_in_another_order(desk):
        setup.create(desk, "Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland")
        for name in ("Zoe", "Ana", "Moe"):
            include(desk, 1, name)

    with_passphrase(facilitator, come_in_another_order)
    tables = {"Ana": 2, "Moe": 3, "Zoe": 1}
    for step in (Step.PARTICIPANTS, Step.SCREENING):
        facilitator.go_to(step)
        (shown,) = seen_in(facilitator.page, PeopleList)
        assert {entry.words: entry.number for entry in shown.model.shown} == tables
