"""Participant mode: what a person alone with the laptop can see and do, and what she finds afterwards."""

import gc
import os
import random  # noqa: TID251  seeded below
from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from mat_desktop.facilitation import safety, screening
from mat_desktop.facilitation.answers import form, responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.pairing import ballots
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import roster
from mat_desktop.facilitation.private import pin
from mat_desktop.facilitation.private import talk as private
from mat_desktop.facilitation.setup import measures
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import in_dialog, press, seen, strike, write
from mat_desktop.screens.private.answers import AnswerButton
from mat_desktop.screens.private.window import ParticipantWindow
from mat_desktop.screens.shared.form_sheet import FormSheet
from mat_desktop.workshop.answers.responses import AnswerState, Mode
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.pairing.nouns import Choice
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.screening import ScreeningOutcome
from tests.contract.hand import Hand
from tests.contract.walk import one_event
from tests.libraries import PASSPHRASE
from tests.people import WORKSHOP_DAY
from tests.screens.conftest import with_passphrase
from tests.sure import sure

PIN = "4826"
EVENTS = int(os.environ.get("MAT_DESKTOP_WALK_EVENTS", "1000"))
"""The suite walks a tenth; `dev.py torture` walks 10,000."""


def two_who_will_answer_alone(desk):
    """A workshop with PHQ-9, and two people whose names stand nowhere else."""
    setup.create(desk, "Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland")
    setup.change(desk, 1, setup.WorkshopField.FACILITATOR, "Ruth")
    setup.change(desk, 1, setup.WorkshopField.SECOND_PERSON, "Mere")
    setup.change(desk, 1, setup.WorkshopField.ANSWERS_READER, "Ruth")
    measures.use_measure(desk, 1, "phq-9", on=True)
    for name in ("Ana Canary", "Ben Canary"):
        participants.add(desk, 1, name, "021 555")


@pytest.fixture
def at_the_table(facilitator):
    with_passphrase(facilitator, two_who_will_answer_alone)
    facilitator.go_to(Step.SCREENING)
    return facilitator


def hand_over(facilitator, *ticked: str, digits: str = PIN) -> ParticipantWindow:
    def choose(dialog):
        for tick in dialog.findChildren(QWidget):
            name = tick.accessibleName()
            if name.split(",")[0] in ("Readiness", "Rulers", "PHQ-4", "PHQ-9", "Private ballot"):
                tick.setChecked(name.split(",")[0] in ticked)
        if not pin.has_pin(facilitator.place.desk):
            write(dialog, "New PIN, at least 4 digits", digits)
            write(dialog, "The same PIN again", digits)
        press(dialog, "Hand over now")

    in_dialog(lambda: press(facilitator.place.header, "Hand over"), choose)
    for _ in range(200):
        if facilitator.window.participant is not None:
            break
        QTest.qWait(5)
    found: ParticipantWindow | None = facilitator.window.participant
    assert found is not None
    QTest.qWait(10)
    return found


def type_keys(window: QWidget, *keys: str) -> None:
    for key in keys:
        QTest.keyClicks(window, key)
        QTest.qWait(1)


def words_on(window: QWidget) -> str:
    QTest.qWait(10)
    return " | ".join(w.text() for w in window.findChildren(QLabel) if w.isVisible())


def test_answers_are_radio_buttons_with_the_printed_value_and_tell_which_is_chosen(at_the_table):
    participant = hand_over(at_the_table, "PHQ-9")
    strike(participant, "2")
    QTest.qWait(400)
    press(participant, "Back")
    seen(participant, AnswerButton, "2 More than half the days")
    answers = [one for one in participant.findChildren(AnswerButton) if one.isVisible()]
    told = [sure(QAccessible.queryAccessibleInterface(one)) for one in answers]
    assert {one.role() for one in told} == {QAccessible.Role.RadioButton}
    names = [one.text(QAccessible.Text.Name).split()[0] for one in told]
    assert names == ["0", "1", "2", "3"]
    assert [bool(one.state().checked) for one in told] == [False, False, True, False]


def test_what_was_read_of_others_is_let_go_before_a_question_is_shown(at_the_table):
    def held() -> bool:
        gc.collect()
        return any(isinstance(o, Participant) and o.name == "Ida Canary" for o in gc.get_objects())

    participants.change(at_the_table.place.desk, 2, participants.PersonField.NAME, "Ida Canary")
    at_the_table.go_to(Step.PARTICIPANTS)
    at_the_table.go_to(Step.SCREENING)
    assert held()
    hand_over(at_the_table, "PHQ-9")
    assert not held()


def test_a_phq_9_takes_nine_keys_and_the_pin_brings_her_back_behind_the_privacy_screen(at_the_table):
    window = hand_over(at_the_table, "PHQ-9")
    assert at_the_table.window.workplace is None
    assert not at_the_table.window.isVisible()
    type_keys(window, *"012301230")
    assert "Thank you, Ana." in words_on(window)
    assert "tell Ruth now or any time today" in words_on(window)
    write(window, "PIN", PIN)
    press(window, "Unlock")
    QTest.qWait(20)
    place = at_the_table.place
    shown = words_on(at_the_table.window)
    assert place.covered
    assert shown == "A short break."
    assert [b.text() for b in at_the_table.window.findChildren(QPushButton) if b.isVisible()] == ["Back to work"]
    found = form.form(place.desk, 1, "phq-9", WORKSHOP_DAY)
    assert [sure(i.answer).value for i in found.items] == [0, 1, 2, 3, 0, 1, 2, 3, 0]
    assert (found.mode, found.closed) == (Mode.ALONE, True)


def test_a_ballot_is_given_alone_by_table_number_and_no_name_is_on_the_screen(at_the_table):
    for key in (1, 2):
        screening.decide(at_the_table.place.desk, key, ScreeningOutcome.INCLUDE, "well known")
    window = hand_over(at_the_table, "Private ballot")
    said = words_on(window)
    assert "the person of table 2" in said
    assert "Ben" not in said
    type_keys(window, "4")
    assert "The answers go from 1 to 3." in words_on(window)
    type_keys(window, "3")
    assert "Thank you, Ana." in words_on(window)
    write(window, "PIN", PIN)
    press(window, "Unlock")
    QTest.qWait(20)
    assert ballots.ballot(at_the_table.place.desk, 1).marks == {2: Choice.RATHER_NOT}


def test_a_worrying_answer_says_nothing_to_the_person_and_only_something_to_read_to_her(at_the_table):
    window = hand_over(at_the_table, "PHQ-9")
    type_keys(window, *"000000001")
    assert "safety" not in words_on(window).lower()
    write(window, "PIN", PIN)
    press(window, "Unlock")
    QTest.qWait(20)
    place = at_the_table.place
    read = seen(at_the_table.window, QPushButton, "Something to read")
    opened = []
    in_dialog(read.click, lambda dialog: opened.append(words_on(dialog)))
    assert "PHQ-9, question 9" in opened[0]
    assert safety.cards(place.desk, 1)[0].name == "Ana Canary"


def test_on_a_scale_to_ten_one_waits_for_zero_or_enter(at_the_table):
    window = hand_over(at_the_table, "Rulers")
    type_keys(window, "1", "0", "1")
    assert "Question 2 of 5" in words_on(window)
    QTest.keyClick(window, Qt.Key.Key_Return)
    type_keys(window, "7", "0", "3")
    assert "Thank you" in words_on(window)
    found = form.form(at_the_table.window._library.desk, 1, "rulers", WORKSHOP_DAY)
    assert [sure(i.answer).value for i in found.items] == [10, 1, 7, 0, 3]


def test_a_key_that_is_not_on_the_form_answers_nothing(at_the_table):
    window = hand_over(at_the_table, "PHQ-4")
    type_keys(window, "4")
    assert "Question 1 of 4" in words_on(window)
    assert "The answers go from 0 to 3." in words_on(window)


def test_rather_not_say_is_not_missing_and_back_changes_an_answer(at_the_table):
    window = hand_over(at_the_table, "PHQ-4")
    type_keys(window, "3")
    press(window, "I would rather not say")
    press(window, "Back")
    assert "You chose: I would rather not say." in words_on(window)
    press(window, "Back")
    type_keys(window, "1")
    press(window, "Next")
    press(window, "I would like to stop")
    press(window, "Stop")
    assert "Please hand the computer back." in words_on(window)
    items = form.form(at_the_table.window._library.desk, 1, "phq-4", WORKSHOP_DAY).items
    assert [i.answer and (i.answer.state, i.answer.value) for i in items] == [
        (AnswerState.GIVEN, 1),
        (AnswerState.REFUSED, None),
        None,
        None,
    ]


def test_the_buttons_show_the_printed_value_and_a_click_answers(at_the_table):
    window = hand_over(at_the_table, "PHQ-4")
    answers = [a for a in window.findChildren(AnswerButton) if a.isVisible()]
    assert [a.value for a in answers] == [0, 1, 2, 3]
    QTest.mouseClick(answers[2], Qt.MouseButton.LeftButton)
    assert "Question 2 of 4" in words_on(window)
    assert all(a.width() >= 44 and a.height() >= 44 for a in window.findChildren(AnswerButton) if a.isVisible())


def test_a_crash_comes_back_to_the_same_question_and_to_nothing_else(at_the_table):
    window = hand_over(at_the_table, "PHQ-9")
    type_keys(window, "1", "2")
    at_the_table.window._library.close()
    window.deleteLater()
    at_the_table.window.participant = None
    at_the_table.window._library = None
    at_the_table.close()
    at_the_table.open(PASSPHRASE)
    QTest.qWait(50)
    again = at_the_table.window.participant
    assert again is not None
    assert at_the_table.window.workplace is None
    assert "Question 3 of 9" in words_on(again)


def test_closing_the_window_leads_to_the_page_that_asks_for_the_pin(at_the_table):
    window = hand_over(at_the_table, "PHQ-9")
    window.close()
    QTest.qWait(5)
    assert window.isVisible()
    assert words_on(window) == "Stop here? What you answered is kept."
    press(window, "Stop")
    assert "Please hand the computer back." in words_on(window)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Please hand the computer back." in words_on(window)


def test_closing_while_the_question_is_hidden_still_leads_to_the_pin(at_the_table):
    window = hand_over(at_the_table, "PHQ-9")
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert "Question" not in words_on(window)
    window.close()
    press(window, "Stop")
    assert "Please hand the computer back." in words_on(window)


def test_the_pin_is_slowed_after_five_wrong_tries_and_the_passphrase_stands_in(at_the_table):
    window = hand_over(at_the_table, "PHQ-4")
    press(window, "I would like to stop")
    press(window, "Stop")
    for _ in range(4):
        write(window, "PIN", "0000")
        press(window, "Unlock")
        assert window.unlock.error.text() == "That was not it."
    write(window, "PIN", "0000")
    press(window, "Unlock")
    assert "Wait 30 seconds" in window.unlock.error.text()
    write(window, "PIN", PIN)
    press(window, "Unlock")
    assert "Wait" in window.unlock.error.text()
    assert at_the_table.window.workplace is None
    at_the_table.clock.at += timedelta(seconds=40)
    press(window, "PIN forgotten")
    write(window, "Passphrase", PASSPHRASE)
    press(window, "Unlock")
    assert at_the_table.window.workplace is not None
    assert not pin.has_pin(at_the_table.place.desk)


def test_answers_given_alone_have_no_undo_and_are_not_handed_over_again(at_the_table):
    window = hand_over(at_the_table, "PHQ-4")
    type_keys(window, *"1111")
    write(window, "PIN", PIN)
    press(window, "Unlock")
    QTest.qWait(10)
    at_the_table.back_to_work()
    at_the_table.place.turning.undo()
    found = form.form(at_the_table.place.desk, 1, "phq-4", WORKSHOP_DAY)
    assert found.answered == 4
    with pytest.raises(Refusal, match="given alone and are closed"):
        responses.answer(at_the_table.place.desk, 1, "phq-4", 1, Entered(value=3))
    with pytest.raises(Refusal, match="answered these already"):
        private.hand_over(at_the_table.place.desk, 1, ("phq-4",))


def test_a_paper_phq_9_takes_ten_keys_and_the_readiness_form_ten(at_the_table):
    press(at_the_table.place.header, "View: Sheets")
    press(at_the_table.page, "Sheet: PHQ-9")
    at_the_table.type_sheet("PHQ-9", *"012301230")
    sheet = seen(at_the_table.page, FormSheet, "PHQ-9: type the digits of the sheet")
    strike(sheet, Qt.Key.Key_Return)
    assert at_the_table.page.person == 2
    press(at_the_table.page, "Sheet: Readiness")
    at_the_table.type_sheet("Readiness", *"111121111")
    desk = at_the_table.place.desk
    assert [sure(i.answer).value for i in form.form(desk, 1, "phq-9", WORKSHOP_DAY).items] == [
        0,
        1,
        2,
        3,
        0,
        1,
        2,
        3,
        0,
    ]
    assert form.form(desk, 2, "readiness", WORKSHOP_DAY).answered == 9


def test_missing_illegible_and_refused_are_typed_apart_and_a_second_entry_is_blind(at_the_table):
    desk = at_the_table.place.desk
    setup.change(desk, 1, setup.WorkshopField.SECOND_ENTRY, True)
    press(at_the_table.place.header, "View: Sheets")
    press(at_the_table.page, "Sheet: PHQ-4")
    sheet = seen(at_the_table.page, FormSheet, "PHQ-4: type the digits of the sheet")
    strike(sheet, *"2mir")
    states = [sure(i.answer).state for i in form.form(desk, 1, "phq-4", WORKSHOP_DAY).items]
    assert states == [AnswerState.GIVEN, AnswerState.MISSING, AnswerState.ILLEGIBLE, AnswerState.REFUSED]
    press(at_the_table.page, "Second entry")
    shown = [b.text() for b in sheet.findChildren(QAbstractButton) if b.isVisible() and b.isChecked()]
    assert shown == []
    sheet.start()
    strike(sheet, *"3m1r")
    press(at_the_table.page, "Second entry")
    assert form.form(desk, 1, "phq-4", WORKSHOP_DAY).mismatches == (1, 3)
    press(at_the_table.page, "1: 3")
    press(at_the_table.page, "3: 1")
    found = form.form(desk, 1, "phq-4", WORKSHOP_DAY)
    assert found.mismatches == ()
    assert [sure(i.answer).value for i in found.items] == [3, None, 1, None]


def accessible_words(root: QObject) -> Iterator[str]:
    stack = [QAccessible.queryAccessibleInterface(root)]
    while stack:
        found = stack.pop()
        if found is None or not found.isValid():
            continue
        kinds = QAccessible.Text
        yield from (found.text(kind) for kind in (kinds.Name, kinds.Description, kinds.Value, kinds.Help))
        stack += [found.child(n) for n in range(found.childCount())]


def everything_that_can_be_read() -> str:
    clipboard = QGuiApplication.clipboard()
    found = [clipboard.text(clipboard.Mode.Clipboard)]
    if clipboard.supportsSelection():
        found.append(clipboard.text(clipboard.Mode.Selection))
    found += accessible_words(sure(QApplication.instance()))
    for window in QApplication.topLevelWidgets():
        found.append(window.windowTitle())
        found += accessible_words(window)
        for widget in window.findChildren(QWidget):
            found += [widget.toolTip(), widget.statusTip(), widget.whatsThis(), widget.accessibleName()]
            for read in ("text", "toPlainText", "placeholderText", "title"):
                if callable(getattr(widget, read, None)):
                    found.append(str(getattr(widget, read)()))
    return "\n".join(found)


def one_random_event(dice: random.Random, hand: Hand, window: ParticipantWindow) -> None:
    """What a hand does to any window; now and then it closes it, or asks for one of the keys of the system."""
    draw = dice.random()
    if draw < 0.06:
        window.close()
    elif draw < 0.2:
        hand.key(Qt.Key(Qt.Key.Key_F1.value + dice.randrange(12)))
    else:
        one_event(dice, hand, window)


def test_a_random_walk_in_participant_mode_finds_nothing_of_anybody_else(at_the_table):
    """20 people with words of their own everywhere; whatever is pressed, none of them is ever on the screen."""
    desk = at_the_table.place.desk
    for number in range(3, 21):
        participants.add(desk, 1, f"Canary{number} Token{number}", f"021 9{number:03}")
    names = {r.id: r.name for r in roster.roster(desk, 1)}
    for key in names:
        participants.change(desk, key, participants.PersonField.CHALLENGE, f"Challenge-{key}-token")
        responses.answer(desk, key, "readiness", 1, Entered(value=1))
    dice = random.Random(20261124)
    each = EVENTS // len(names)
    for key, name in names.items():
        at_the_table.go_to(Step.SCREENING)
        at_the_table.pick(name)
        QGuiApplication.clipboard().setText(f"copied {name}")
        window = hand_over(at_the_table, "Readiness", "PHQ-4", "Rulers")
        others = [w for k, n in names.items() if k != key for w in (n, f"Challenge-{k}-token")]
        hand = Hand(partial(sure, window))
        for step in range(each):
            one_random_event(dice, hand, window)
            assert at_the_table.window.workplace is None, "The walk got behind the PIN."
            if step % 10 == 9:
                found = everything_that_can_be_read()
                assert not [word for word in others if word in found]
        if not window._talk.ended():
            window.close()
            press(window, "Stop")
        QApplication.clipboard().clear()
        at_the_table.clock.at += timedelta(hours=1)
        write(window, window.unlock.edit.accessibleName(), PIN if not window.unlock._by_passphrase else PASSPHRASE)
        press(window, "Unlock")
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        at_the_table.back_to_work()


def test_a_stray_enter_is_no_wrong_try_of_the_pin(at_the_table):
    window = hand_over(at_the_table, "PHQ-4")
    press(window, "I would like to stop")
    press(window, "Stop")
    for _ in range(6):
        QTest.keyClick(sure(window.windowHandle()), Qt.Key.Key_Return)
    assert window.unlock.error.text() == ""
    write(window, "PIN", PIN)
    press(window, "Unlock")
    assert at_the_table.window.workplace is not None


def test_question_answers_and_ways_stand_at_one_edge(at_the_table):
    window = hand_over(at_the_table, "PHQ-4")
    window.resize(1366, 768)
    QTest.qWait(10)
    asked = next(one for one in window.findChildren(QLabel) if one.property("kind") == "question")
    answer = min(window.findChildren(AnswerButton), key=lambda one: one.x())
    back = seen(window, QPushButton, "Back")
    assert {one.mapTo(window, one.rect().topLeft()).x() for one in (asked, answer, back)} == {56}
