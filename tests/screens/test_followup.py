"""The pages of six months and one year as a facilitator uses them."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton, QScrollArea

from mat_desktop.facilitation.answers import responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.followup import views
from mat_desktop.facilitation.followup.ladders import LADDERS
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.printed.followup.views import HandInSheet
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.private import pin
from mat_desktop.facilitation.private import talk as private
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.paper.press import pages_of as press_of
from mat_desktop.rehearsal.hands import choose, press, seen, strike
from mat_desktop.screens.private.answers import AnswerButton
from mat_desktop.screens.shared.fields import TextField
from mat_desktop.screens.shared.question_row import QuestionRow
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import Informant, Mode
from mat_desktop.workshop.followup import FURTHER_BACK, FollowUpState, question_part
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.sheets import SheetKind
from tests.paperwork import of_kind
from tests.people import rest_left_empty
from tests.sure import sure, sure_of

CARMEN = 3


@pytest.fixture
def one_year(at_own_sample):
    """The one-year page, Carmen on the table, with a complaint from the start."""
    who = at_own_sample
    desk = who.place.desk
    present = who.clock.at
    who.clock.go_to(date(2026, 3, 14))
    complaint = Entered(value=11, words="I lie awake")
    responses.answer(desk, CARMEN, own_pages.COMPLAINTS, 1, complaint, Mode.PAPER)
    who.clock.at = present
    who.clock.go_to(date(2027, 3, 20))
    who.go_to(Step.ONE_YEAR)
    who.pick("Carmen R.")
    who.window.activateWindow()
    QTest.qWait(10)
    return who


def words_on(page) -> list[str]:
    QTest.qWait(30)
    return [found.text() for found in page.findChildren(QLabel) if found.isVisible()]


def test_a_complaint_is_typed_again_and_only_then_the_earlier_mark_is_seen(one_year):
    who = one_year
    assert "At the start: 11 of 13" not in words_on(who.page)
    sheet = who.page.sheet.body.sheet_of("complaints")
    sheet.start()
    strike(sheet, "0")
    assert "from 1 to 13" in sure(sheet.ringed).state.text()
    strike(sheet, "5")
    press(who.page, "Compared with March: I lie awake: much better")
    assert "At the start: 11 of 13" in words_on(who.page)
    (found,) = views.follow_up(who.place.desk, CARMEN, 12).complaints
    assert (sure(found.now).value, found.improvement) == (5, "much better")
    who.place.turning.undo()
    who.place.turning.undo()
    (found,) = views.follow_up(who.place.desk, CARMEN, 12).complaints
    assert (found.now, found.improvement) == (None, "")


def the_asked(who) -> str:
    """The letter and number of what has the keyboard now; nothing where the sheet is done."""
    focus = sure(who.window.focusWidget())
    box = who.page.sheet.body.box_of(focus)
    if box is None:
        return ""
    if isinstance(box.asks, TextField):
        words = next(
            q for q, _ in views.follow_up(who.place.desk, CARMEN, 12).questions if question_part(q.key) == box.name
        )
        return f"E{words.number}"
    return sure(who.page.sheet.body.sheet_of(box.name).ringed).question.printed or "the same, compared"


def test_a_whole_sheet_is_typed_in_the_order_of_the_paper_from_the_first_ladder_to_the_last_question_by_keys(one_year):
    who = one_year
    (sheet, _) = of_kind(who.place.desk, 1, SheetKind.ONE_YEAR, [CARMEN])
    on_paper = dict.fromkeys(place.item.split()[0] for page in press_of([sheet], Style()) for place in page.places)
    who.page.begin()
    typed: list[str] = []
    for _ in range(60):
        item = the_asked(who)
        if not item:
            break
        typed.append(item)
        if isinstance(sure(who.page.sheet.body.box_of(sure(who.window.focusWidget()))).asks, TextField):
            strike(who.page, "x", Qt.Key.Key_Tab)
        else:
            strike(who.page, "2")
            if the_asked(who) == item:  # another digit might come, or this is the last one of its part
                strike(who.page, Qt.Key.Key_Return)
        QTest.qWait(1)
    assert [item for item in dict.fromkeys(typed) if item in on_paper] == list(on_paper)
    found = views.follow_up(who.place.desk, CARMEN, 12)
    assert all(at is not None for _, at in found.goals)
    assert all(words for _, words in found.questions)
    assert not [part.words for part in found.parts if not part.closed]


def test_paper_and_screen_put_every_question_in_the_same_words(one_year):
    who = one_year
    desk = who.place.desk
    for months, kind in ((6, SheetKind.SIX_MONTHS), (12, SheetKind.ONE_YEAR)):
        (sheet, _) = of_kind(desk, 1, kind, [CARMEN])
        on_paper = {q.item: q for q in sure_of(HandInSheet, sheet).handout.questions}
        for question, _ in views.follow_up(desk, CARMEN, months).questions:
            printed = on_paper[f"E{question.number}"]
            if printed.key == question.key:
                assert question.title == printed.words
                assert question.shown_choices == tuple(words for _, words in printed.choices)
    assert "What is different in your life since March last year?" in " ".join(words_on(who.page))


def test_questionnaires_on_the_sheet_are_typed_by_digits_and_what_is_typed_survives_closing(one_year):
    who = one_year
    form = who.page.sheet.body.sheet_of("form.phq-4")
    form.start()
    strike(form, *"102m")
    who.close()
    who.open()
    forms = {f.instrument: f for f in views.follow_up(who.place.desk, CARMEN, 12).forms}
    assert [sure(i.answer).value for i in forms["phq-4"].items] == [1, 0, 2, None]
    assert forms["phq-4"].answered == 4


def test_what_the_partner_sees_is_kept_beside_and_changes_no_answer_of_the_persons_own(one_year):
    who = one_year
    (goal, *_) = [g for g, _ in views.follow_up(who.place.desk, CARMEN, 12).goals]
    press(who.page, "Who says so: Partner")
    press(who.page, f"{goal.words}: 3, {dict(goal.ladder)[-1]}")
    assert views.follow_up(who.place.desk, CARMEN, 12, Informant.PARTNER).goals[0][1] == -1
    assert views.follow_up(who.place.desk, CARMEN, 12).state is FollowUpState.DUE
    who.pick("Amara O.")
    assert who.page.sheet.informant is Informant.SELF


def test_check_in_takes_one_click_a_row_and_offers_the_pack_only_to_those_who_allow_post(one_year):
    who = one_year
    desk = who.place.desk
    participants.change(desk, CARMEN, participants.PersonField.ADDRESS, "12 Hill Road")
    participants.change(desk, CARMEN, participants.PersonField.REACH_BY_POST, True)
    press(who.place, "View: Check-in")
    press(who.page, "Amara O.: Here")
    press(who.page, "Ben T.: Not here")
    assert not who.page.check_in.pack.isEnabled()
    press(who.page, "Carmen R.: Not here")
    assert "Here 1, not here 2" in who.page.check_in.counts.text()
    press(who.page, "Pack for the absent")
    assert who.page.what.kinds == (SheetKind.ABSENT,)


def test_the_door_list_of_a_meeting_names_whose_sheet_was_not_looked_at(one_year):
    who = one_year
    press(who.place, "View: Check-in")
    press(who.page, "Amara O.: Here")
    QTest.qWait(20)
    assert who.page.check_in.door.text() == "E5 and E6 looked at: 0 of 1. Before they leave: Amara O."
    assert who.page.check_in.door.text() in words_on(who.page)
    press(who.page, "Amara O.: E5, E6 looked at")
    QTest.qWait(20)
    assert "E5 and E6 looked at: 1 of 1." in words_on(who.page)
    press(who.page, "Amara O.: Here")
    QTest.qWait(20)
    assert not [words for words in words_on(who.page) if words.startswith("E5 and E6")]


def test_the_third_attempt_closes_it_and_an_answer_still_counts_as_late(one_year):
    who = one_year
    for _ in range(3):
        press(who.page, "Tried to reach")
    assert views.follow_up(who.place.desk, CARMEN, 12).state is FollowUpState.LOST
    (goal, *_) = [g for g, _ in views.follow_up(who.place.desk, CARMEN, 12).goals]
    press(who.page, f"{goal.words}: 4, {dict(goal.ladder)[0]}")
    rest_left_empty(who.place.desk, CARMEN, 12)
    who.place.show_again()
    assert views.follow_up(who.place.desk, CARMEN, 12).state is FollowUpState.LATE
    assert "counts as well" in " ".join(words_on(who.page))


def test_a_later_follow_up_is_chosen_on_the_page_of_one_year_and_its_code_leads_there(one_year):
    who = one_year
    desk = who.place.desk
    setup.add_point(desk, 1, 24)
    who.place.show_again()
    press(who.page, "May Ruth ask you again in later years?: yes")
    choose(who.place, "Which follow-up", "Two-year")
    assert who.listed() == ["Carmen R."]
    (sheet, _) = of_kind(desk, 1, SheetKind.LATER, [CARMEN])
    choose(who.place, "Which follow-up", "One-year")
    who.place.filing.open_code(sheet.head.code)
    assert (who.page.months, who.page.person) == (24, CARMEN)


def test_somebody_marks_their_own_ladder_alone_with_one_key_and_she_finds_it_on_the_sheet(at_own_sample):
    who = at_own_sample
    who.clock.go_to(date(2026, 9, 14))
    desk = who.place.desk
    person = views.people(desk, 1, 6)[0].id
    pin.set_pin(desk, "4826", "4826")
    who.window.hand_over(private.hand_over(desk, person, (LADDERS,)))
    window = who.window.participant
    QTest.qWait(20)
    assert "Further back than all of these" in [a.accessibleName().partition(" ")[2] for a in answers_on(window)]
    assert all(a.height() >= 44 for a in answers_on(window))
    QTest.keyClick(window, Qt.Key.Key_5)
    QTest.qWait(20)
    assert next(level for _, level in views.follow_up(desk, person, 6).goals) == 1


def answers_on(window):
    return [a for a in window.findChildren(AnswerButton) if a.isVisible()]


def click(widget, *, wheel=False):
    point = widget.mapTo(widget.window(), widget.rect().center())
    window = widget.window().windowHandle()
    if not wheel:
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        return
    event = QWheelEvent(
        QPointF(point),
        QPointF(widget.window().mapToGlobal(point)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(window, event)


def levels(who):
    return [level for _, level in views.follow_up(who.place.desk, CARMEN, 12).goals]


def test_a_ladder_is_typed_by_the_number_of_its_box_and_marked_by_a_click(one_year):
    who = one_year
    sheet = who.page.sheet.body.sheet_of("ladders")
    sheet.start()
    strike(sheet, "7")
    assert "from 1 to 6" in sure(sheet.ringed).state.text()
    row = sure(sheet.ringed)
    strike(sheet, "1")
    assert levels(who)[0] == FURTHER_BACK
    click(row.answers.button(5))
    assert levels(who)[0] == 1
    click(row.answers.button(5))
    assert levels(who)[0] == 1, "a second click keeps what the first one said"
    strike(sheet, Qt.Key.Key_Delete)
    assert levels(who)[0] is None


def test_the_wheel_answers_nothing_on_a_follow_up_sheet(one_year):
    who = one_year
    box = seen(who.page, QRadioButton, "Did anything get worse?: a little")
    area = next(a for a in who.page.findChildren(QScrollArea) if a.isAncestorOf(box))
    area.ensureWidgetVisible(box)
    QTest.qWait(20)
    click(box, wheel=True)
    found = views.follow_up(who.place.desk, CARMEN, 12)
    assert {q.key: said for q, said in found.questions}["worse"] == ""
    assert found.state is FollowUpState.DUE


def key(who, *keys, alt=False):
    held = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    for one in keys:
        QTest.keyClick(who.place.window().windowHandle(), one, held)
    QTest.qWait(150 if alt else 30)


def in_hand(who) -> str:
    """The part of the sheet in which the keyboard is."""
    return str(sure(who.page.sheet.body.box_of(sure(who.place.window().focusWidget()))).name)


def test_one_key_leaves_the_part_in_hand_empty_and_goes_on_to_the_next_open_one(one_year):
    who = one_year
    who.page.arrive()
    assert in_hand(who) == "ladders"
    key(who, Qt.Key.Key_L, alt=True)
    found = {p.name: p for p in views.follow_up(who.place.desk, CARMEN, 12).parts}
    assert [name for name, part in found.items() if part.empty] == ["ladders"]
    assert who.page.sheet.body.boxes["ladders"].empty.isVisible()
    assert in_hand(who) == "complaints"
    rest_left_empty(who.place.desk, CARMEN, 12)
    assert views.follow_up(who.place.desk, CARMEN, 12).state is FollowUpState.DONE
    who.close()
    who.open()
    assert views.follow_up(who.place.desk, CARMEN, 12).state is FollowUpState.DONE


def test_left_empty_is_taken_back_by_the_same_key_while_the_part_is_in_hand(one_year):
    who = one_year
    who.page.arrive()
    key(who, Qt.Key.Key_L, alt=True)
    who.page.sheet.body.boxes["ladders"].start()
    QTest.qWait(20)
    assert who.page.sheet.left_empty.accessibleName() == "Not left empty"
    key(who, Qt.Key.Key_L, alt=True)
    assert not any(p.closed for p in views.follow_up(who.place.desk, CARMEN, 12).parts)
    assert in_hand(who) == "ladders"


def test_a_click_on_left_empty_is_about_the_part_that_had_the_keyboard(one_year):
    who = one_year
    who.page.sheet.body.boxes["question.worse"].start()
    QTest.qWait(20)
    click(who.page.sheet.left_empty)
    found = views.follow_up(who.place.desk, CARMEN, 12).parts
    assert [part.name for part in found if part.empty] == ["question.worse"]


def test_a_choice_of_the_sheet_is_typed_by_the_place_of_its_box(one_year):
    who = one_year
    who.page.sheet.body.boxes["question.worse"].start()

    def worse():
        return {q.key: said for q, said in views.follow_up(who.place.desk, CARMEN, 12).questions}["worse"]

    key(who, Qt.Key.Key_4)
    assert worse() == ""
    key(who, Qt.Key.Key_2)
    assert worse() == "a little"


def test_nothing_moves_when_a_question_says_what_is_wrong_or_where_a_complaint_began(one_year):
    who = one_year
    who.page.arrive()
    QTest.qWait(30)
    rows = [row for box in who.page.sheet.body.boxes.values() for row in box.findChildren(QuestionRow)]
    sheet = who.page.sheet.body.sheet_of("complaints")
    sheet.start()
    area = next(a for a in who.page.findChildren(QScrollArea) if a.isAncestorOf(sheet))
    area.verticalScrollBar().setValue(0)
    before = [row.mapTo(who.page, QPoint(0, 0)) for row in rows]
    for typed in ("0", "1", "1"):
        strike(sheet, typed)
        QTest.qWait(20)
        area.verticalScrollBar().setValue(0)
        assert [row.mapTo(who.page, QPoint(0, 0)) for row in rows] == before
