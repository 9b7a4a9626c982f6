"""Asking again: complaints in own words, several informants, who came, who could not be reached, what paper says."""

import io
from datetime import date

import pypdf
import pytest

from mat_desktop.facilitation import history, safety
from mat_desktop.facilitation.answers import form, responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.contact import happenings
from mat_desktop.facilitation.contact.happenings import Told
from mat_desktop.facilitation.followup import entry, views
from mat_desktop.facilitation.followup.ladders import LADDERS
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals import steps
from mat_desktop.facilitation.pairing import moves, telling
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.private import offered, pin
from mat_desktop.facilitation.private import talk as private
from mat_desktop.facilitation.setup import measures
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.today import page as today
from mat_desktop.paper import press
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import AnswerState, Informant, Mode
from mat_desktop.workshop.contact.happenings import Happened
from mat_desktop.workshop.contact.meetings import Came
from mat_desktop.workshop.followup import ASK_AGAIN, ASK_AGAIN_YES, FURTHER_BACK, FollowUpState, Story
from mat_desktop.workshop.goals.goal import PaperWords
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import SheetKind
from tests.paperwork import of_kind, years_later
from tests.people import rest_left_empty
from tests.sure import sure

MET = date(2026, 9, 20)


def with_goal(desk, person: int, words: str = "Walk") -> int:
    goal = goals.add(desk, person)
    goals.change(desk, goal, goals.GoalField.WORDS, words)
    goals.change(desk, goal, goals.GoalField.ON_PAPER, PaperWords.FULL)
    for level, said in ((-2, "1 day"), (-1, "3 days"), (0, "5 days"), (1, "6 days"), (2, "7 days")):
        steps.set_level(desk, goal, level, said)
    return goal


def on_paper(desk, workshop_id, kind, person) -> str:
    views_ = of_kind(desk, workshop_id, kind, [person])
    pages = pypdf.PdfReader(io.BytesIO(press.pdf(views_, Style()))).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


@pytest.fixture
def six_months_on(desk, pair, clock):
    """Ana and Ben with a goal each and a complaint of Ana's; six months later."""
    place, ana, ben = pair
    for person in (ana, ben):
        with_goal(desk, person)
    responses.answer(desk, ana, own_pages.COMPLAINTS, 1, Entered(value=11, words="I lie awake"), Mode.PAPER)
    clock.go_to(MET)
    return place, ana, ben


def test_a_complaint_is_rated_again_in_the_same_words_with_the_earlier_mark_hidden_until_then(
    desk, workshop_id, six_months_on
):
    _, ana, _ = six_months_on
    (before,) = views.follow_up(desk, ana, 6).complaints
    assert (before.words, before.now, before.before) == ("I lie awake", None, None)
    said = on_paper(desk, workshop_id, SheetKind.SIX_MONTHS, ana)
    assert "I lie awake" in said
    assert "much better" in said
    entry.respond(desk, ana, 6, own_pages.COMPLAINTS, 1, Entered(value=5, words="I lie awake"))
    entry.answer(desk, ana, 6, "complaint_1", "much better")
    (after,) = views.follow_up(desk, ana, 6).complaints
    assert (sure(after.now).value, after.before, after.improvement) == (5, 11, "much better")
    with pytest.raises(Refusal, match="much worse"):
        entry.answer(desk, ana, 6, "complaint_1", "splendid")


def test_what_several_informants_see_stands_side_by_side_and_only_the_own_answer_is_an_answer(desk, six_months_on):
    _, ana, _ = six_months_on
    (goal,) = [g.id for g, _ in views.follow_up(desk, ana, 6).goals]
    entry.set_level(desk, ana, 6, goal, -1, Informant.PARTNER)
    entry.set_level(desk, ana, 6, goal, 0, Informant.FACILITATOR)
    assert views.follow_up(desk, ana, 6).state is FollowUpState.DUE
    entry.set_level(desk, ana, 6, goal, 1)
    seen = {who: views.follow_up(desk, ana, 6, who).goals[0][1] for who in Informant}
    assert seen == {
        Informant.SELF: 1,
        Informant.PARTNER: -1,
        Informant.FACILITATOR: 0,
        Informant.RATER: None,
    }
    rest_left_empty(desk, ana, 6)
    assert views.follow_up(desk, ana, 6).state is FollowUpState.DONE


def test_an_independent_rater_sees_a_number_and_neither_name_nor_earlier_mark(desk, workshop_id, six_months_on, clock):
    _, ana, _ = six_months_on
    years_later(desk, workshop_id, clock, ana)
    found = views.follow_up(desk, ana, 6, Informant.RATER)
    assert (found.name, found.questions, found.forms) == ("Number 1", (), ())
    said = on_paper(desk, workshop_id, SheetKind.RATER, ana)
    assert "Number 1" in said
    assert "Ana" not in said
    assert "every day" not in said.lower()


def test_there_are_no_rater_sheets_outside_a_study(desk, workshop_id, six_months_on):
    assert sheets.recipients(desk, workshop_id, (SheetKind.RATER,)) == ()


def test_questionnaires_and_ratings_of_a_handout_are_kept_at_that_occasion_and_leave_the_start_alone(
    desk, workshop_id, six_months_on
):
    place, ana, _ = six_months_on
    phq = [f.instrument for f in views.follow_up(desk, ana, 6).forms]
    assert phq == ["phq-4", own_pages.ALLIANCE]
    entry.set_date(desk, ana, 6, date(2026, 9, 14))
    for item in range(1, 5):
        entry.respond(desk, ana, 6, "phq-4", item, Entered(value=1))
    entry.respond(desk, ana, 6, own_pages.ALLIANCE, 1, Entered(value=8))
    forms = {f.instrument: f for f in views.follow_up(desk, ana, 6).forms}
    assert forms["phq-4"].said.startswith("Total 4")
    assert sure(forms[own_pages.ALLIANCE].items[0].answer).value == 8
    assert form.form(desk, ana, "phq-4", desk.clock.today()).answered == 0
    from mat_desktop.facilitation.contact import alliance

    (check,) = alliance.checks_of(desk, place, ana)
    assert (check.happened_on, check.ratings) == (date(2026, 9, 14), {"truth": 8})
    entry.respond(desk, ana, 6, own_pages.ALLIANCE, 1, None)
    assert alliance.checks_of(desk, place, ana) == ()


def test_a_safety_answer_at_a_follow_up_opens_a_card_as_everywhere(desk, workshop_id, six_months_on):
    _, ana, _ = six_months_on
    setup.change(desk, workshop_id, setup.WorkshopField.SECOND_PERSON, "Mere")
    setup.change(desk, workshop_id, setup.WorkshopField.ANSWERS_READER, "Mere")
    measures.use_measure(desk, workshop_id, "phq-9", on=True)
    entry.respond(desk, ana, 6, "phq-9", 9, Entered(value=1))
    (card,) = safety.cards(desk, workshop_id)
    assert (card.participant_id, card.open) == (ana, True)


def test_a_day_before_the_workshop_or_still_to_come_is_refused_for_a_sheet(desk, six_months_on):
    _, ana, _ = six_months_on
    for day in (date(2026, 3, 1), date(2026, 10, 1)):
        with pytest.raises(Refusal, match="filled in"):
            entry.set_date(desk, ana, 6, day)


def test_after_the_third_attempt_somebody_could_not_be_reached_and_reminders_end_but_an_answer_still_counts(
    desk, workshop_id, six_months_on, clock
):
    _, ana, _ = six_months_on

    def asked() -> set[str]:
        return {e.who for row in today.today(desk).due for e in row.entries if e.months}

    assert "Ana" in asked()
    for number in (1, 2, 3):
        assert entry.attempt(desk, ana, 6) == number
    assert views.follow_up(desk, ana, 6).state is FollowUpState.LOST
    assert "Ana" not in asked()
    (goal,) = [g.id for g, _ in views.follow_up(desk, ana, 6).goals]
    clock.go_to(date(2027, 1, 10))
    entry.set_level(desk, ana, 6, goal, 0)
    assert views.follow_up(desk, ana, 6).state is FollowUpState.DUE, "somebody who answers is reached after all"
    rest_left_empty(desk, ana, 6)
    found = views.follow_up(desk, ana, 6)
    assert (found.state, found.happened_on) == (FollowUpState.LATE, date(2027, 1, 10))


def test_two_who_live_at_one_address_get_an_envelope_each_and_it_is_said_before_printing(
    desk, workshop_id, six_months_on
):
    _, ana, ben = six_months_on
    for person, address in ((ana, "12 Hill Road\nAuckland"), (ben, "12 hill road  Auckland")):
        entry.attend(desk, person, 6, Came.AWAY)
        participants.change(desk, person, participants.PersonField.ADDRESS, address)
        participants.change(desk, person, participants.PersonField.REACH_BY_POST, True)
    order = sheets.Order(workshop_id=workshop_id, kinds=(SheetKind.ABSENT,), people=(ana, ben))
    said = "An envelope each, never one for both: Ana and Ben live at one address."
    assert said in sheets.before_printing(desk, order)
    participants.change(desk, ben, participants.PersonField.ADDRESS, "14 Hill Road\nAuckland")
    assert said not in sheets.before_printing(desk, order)


def test_the_pack_for_the_absent_is_only_for_those_who_allow_post_and_asks_nothing_about_safety(
    desk, workshop_id, six_months_on
):
    _, ana, ben = six_months_on
    setup.change(desk, workshop_id, setup.WorkshopField.SECOND_PERSON, "Mere")
    setup.change(desk, workshop_id, setup.WorkshopField.ANSWERS_READER, "Mere")
    measures.use_measure(desk, workshop_id, "phq-9", on=True)
    for person in (ana, ben):
        entry.attend(desk, person, 6, Came.AWAY)
    participants.change(desk, ana, participants.PersonField.ADDRESS, "12 Hill Road")
    participants.change(desk, ana, participants.PersonField.REACH_BY_POST, True)
    assert [r.name for r in sheets.recipients(desk, workshop_id, (SheetKind.ABSENT,))] == ["Ana"]
    said = on_paper(desk, workshop_id, SheetKind.ABSENT, ana)
    assert "You do not have to explain" in said
    assert "12 Hill Road" in said
    assert "The last two weeks" in said
    assert "PHQ-9" not in said
    assert "PHQ-9" in on_paper(desk, workshop_id, SheetKind.SIX_MONTHS, ana)


def test_who_came_is_not_said_before_the_meeting(desk, six_months_on, clock):
    _, ana, _ = six_months_on
    clock.go_to(date(2026, 9, 1))
    with pytest.raises(Refusal, match="14 September 2026"):
        entry.attend(desk, ana, 6, Came.HERE)


@pytest.mark.parametrize(
    ("happened", "person", "story"),
    [
        (Happened.STOPS, 2, Story.ENDED),
        (Happened.DIED, 2, Story.PARTNER_DIED),
        (Happened.SILENT, 2, Story.SILENT),
        (None, 2, Story.TOGETHER),
    ],
)
def test_paper_follows_the_partnership_and_names_no_partner_where_there_is_none(
    desk, workshop_id, six_months_on, happened, person, story
):
    _, ana, _ = six_months_on
    if happened is not None:
        happenings.record(desk, six_months_on[person], Told(kind=happened, happened_on=date(2026, 6, 1)))
    shown = views.follow_up(desk, ana, 6)
    assert shown.story is story
    rated = own_pages.ALLIANCE in {one.instrument for one in shown.forms}
    assert rated is (story is Story.TOGETHER), "the calls are asked about only where there are calls"
    said = on_paper(desk, workshop_id, SheetKind.SIX_MONTHS, ana)
    assert not sheets.before_printing(
        desk, sheets.Order(workshop_id=workshop_id, kinds=(SheetKind.CALL_LOG,), people=(ana,))
    )
    warning = sheets.before_printing(
        desk, sheets.Order(workshop_id=workshop_id, kinds=(SheetKind.SIX_MONTHS,), people=(ana,))
    )
    if story is Story.TOGETHER:
        assert "Your calls with Ben" in said
        assert warning == ()
    else:
        assert "Ben" not in said
        assert "talked on" not in said
        assert "Your calls with" not in said
        assert warning[0] == f"No partner’s name and no strip on the paper of Ana ({story})."
        assert ("Give the first sheet by hand" in " ".join(warning)) is (story is Story.PARTNER_DIED)


def test_a_death_comes_before_a_later_partnership_that_ended_too(desk, workshop_id, pair, clock, include):
    _, ana, ben = pair
    clock.go_to(date(2026, 5, 1))
    happenings.record(desk, ben, Told(kind=Happened.DIED, happened_on=date(2026, 4, 30)))
    cleo = include("Cleo")
    moves.put_together(desk, [ana, cleo])
    telling.confirm(desk, workshop_id)
    telling.all_said_yes(desk, workshop_id)
    clock.go_to(date(2026, 7, 1))
    happenings.record(desk, cleo, Told(kind=Happened.STOPS, happened_on=date(2026, 7, 1)))
    clock.go_to(date(2026, 9, 14))
    assert views.follow_up(desk, ana, 6).story is Story.PARTNER_DIED
    assert views.follow_up(desk, cleo, 6).story is Story.ENDED, "she never had a partner who died"


def test_paper_of_somebody_whose_calls_are_on_hold_says_so_and_asks_nothing_about_the_calls(
    desk, workshop_id, six_months_on
):
    _, ana, _ = six_months_on
    safety.open_by_hand(desk, ana, "she said so")
    assert views.follow_up(desk, ana, 6).story is Story.ON_HOLD
    said = on_paper(desk, workshop_id, SheetKind.SIX_MONTHS, ana)
    assert "Your calls are on hold just now." in said
    assert "Your calls with" not in said
    assert "go on as we are" in said


@pytest.mark.parametrize("kind", [SheetKind.SIX_MONTHS, SheetKind.ONE_YEAR, SheetKind.LATER, SheetKind.ABSENT])
def test_before_any_handout_prints_she_hears_whose_names_no_partner(desk, workshop_id, six_months_on, kind):
    _, ana, ben = six_months_on
    happenings.record(desk, ben, Told(kind=Happened.STOPS, happened_on=date(2026, 6, 1)))
    (warning,) = sheets.before_printing(desk, sheets.Order(workshop_id=workshop_id, kinds=(kind,), people=(ana,)))
    assert "No partner’s name" in warning


def test_questionnaires_are_said_to_be_none_only_where_they_are_to_print_and_none_is_chosen(desk, workshop_id, pair):
    order = sheets.Order(workshop_id=workshop_id, kinds=(SheetKind.QUESTIONNAIRE,), people=(pair[1],))
    measures.use_measure(desk, workshop_id, "phq-4", on=False)
    assert sheets.before_printing(desk, order) == ("This workshop uses no questionnaire; they are chosen in step 1.",)
    measures.use_measure(desk, workshop_id, "phq-4", on=True)
    assert sheets.before_printing(desk, order) == ()


def test_somebody_who_was_never_paired_is_asked_about_the_goal_alone(desk, workshop_id, six_months_on, include, clock):
    clock.go_to(date(2026, 3, 14))
    alone = include("Cleo")
    with_goal(desk, alone, "Swim")
    for kind in (ConsentKind.TAKE_PART, ConsentKind.STORE):
        participants.set_consent(desk, alone, kind, given=True)
    clock.go_to(MET)
    assert [row.name for row in views.people(desk, workshop_id, 6)] == ["Ana", "Ben", "Cleo"]
    assert views.follow_up(desk, alone, 6).story is Story.NEVER_PAIRED
    assert "Swim" in on_paper(desk, workshop_id, SheetKind.SIX_MONTHS, alone)


def test_after_the_first_year_only_who_agreed_afresh_is_asked(desk, workshop_id, six_months_on, clock):
    _, ana, ben = six_months_on
    setup.add_point(desk, workshop_id, 24)
    for person in (ana, ben):
        participants.set_consent(desk, person, ConsentKind.LATER_CONTACT, given=True)
    assert views.people(desk, workshop_id, 24) == (), "a consent of before the year is not fresh"
    clock.go_to(date(2027, 3, 20))
    entry.answer(desk, ana, 12, ASK_AGAIN, ASK_AGAIN_YES)
    entry.answer(desk, ben, 12, ASK_AGAIN, "no, thank you")
    assert [row.name for row in views.people(desk, workshop_id, 24)] == ["Ana"]
    clock.go_to(date(2028, 3, 20))
    rows = {row.title for row in today.today(desk).due}
    assert "Two-year follow-up: Ana not heard from" in rows


def test_what_somebody_answers_alone_at_the_meeting_belongs_to_that_follow_up(desk, workshop_id, six_months_on):
    _, ana, _ = six_months_on
    assert [o.key for o in offered.offered(desk, ana, desk.clock.today())] == [
        LADDERS,
        own_pages.COMPLAINTS,
        "phq-4",
    ]
    pin.set_pin(desk, "4711", "4711")
    talk = private.talk(desk, private.hand_over(desk, ana, ("phq-4",)), lambda _secret: False)
    for question in talk.questions():
        talk.answer(question, Entered(value=2))
    talk.finish(False)
    forms = {f.instrument: f for f in views.follow_up(desk, ana, 6).forms}
    assert forms["phq-4"].said.startswith("Total 8")
    assert forms["phq-4"].closed
    assert views.follow_up(desk, ana, 6).state is FollowUpState.DUE, "one form alone is not the whole sheet"
    rest_left_empty(desk, ana, 6)
    assert views.follow_up(desk, ana, 6).state is FollowUpState.DONE
    with pytest.raises(Refusal, match="closed"):
        entry.respond(desk, ana, 6, "phq-4", 1, Entered(value=0))


def test_what_troubled_somebody_is_rated_alone_in_their_own_words_without_the_earlier_mark(desk, six_months_on):
    _, ana, ben = six_months_on
    trouble = offered.offered(desk, ana, desk.clock.today())[1]
    assert trouble.words == "What troubled them at the start, 1 thing"
    assert own_pages.COMPLAINTS not in [o.key for o in offered.offered(desk, ben, desk.clock.today())]
    pin.set_pin(desk, "4711", "4711")
    talk = private.talk(desk, private.hand_over(desk, ana, (own_pages.COMPLAINTS,)), lambda _secret: False)
    (question,) = talk.questions()
    assert question.words == "“I lie awake”"
    assert (question.own_words, question.answer) == (False, None)
    assert [value for value, _ in question.options] == list(range(1, 14))
    talk.answer(question, Entered(value=4))
    talk.finish(False)
    (complaint,) = views.follow_up(desk, ana, 6).complaints
    assert (complaint.words, complaint.now, complaint.before) == ("I lie awake", Entered(value=4), 11)
    assert offered.offered(desk, ana, desk.clock.today())[1].closed
    with pytest.raises(Refusal, match="closed"):
        entry.respond(desk, ana, 6, own_pages.COMPLAINTS, 1, Entered(value=1, words="I lie awake"))


def test_own_ladders_are_marked_alone_without_earlier_marks_and_stay_as_they_were_given(desk, six_months_on):
    _, ana, _ = six_months_on
    first = offered.offered(desk, ana, desk.clock.today())[0]
    assert (first.key, first.words) == (LADDERS, "Where they stand on their own ladder")
    pin.set_pin(desk, "4711", "4711")
    talk = private.talk(desk, private.hand_over(desk, ana, (LADDERS,)), lambda _secret: False)
    (question,) = talk.questions()
    assert (question.words, question.answer) == ("Walk", None)
    assert question.options == (
        (1, "Further back than all of these"),
        *((2, "1 day"), (3, "3 days"), (4, "5 days"), (5, "6 days"), (6, "7 days")),
    )
    for value, level in ((1, FURTHER_BACK), (2, -2), (6, 2), (5, 1)):
        talk.answer(question, Entered(value=value))
        ((goal, marked),) = views.follow_up(desk, ana, 6).goals
        assert marked == level
    assert talk.questions()[0].answer == Entered(value=5)
    talk.finish(False)
    rest_left_empty(desk, ana, 6)
    assert views.follow_up(desk, ana, 6).state is FollowUpState.DONE
    assert offered.offered(desk, ana, desk.clock.today())[0].closed
    with pytest.raises(Refusal, match="marked alone"):
        entry.set_level(desk, ana, 6, goal.id, -2)
    entry.set_level(desk, ana, 6, goal.id, 0, Informant.PARTNER)


def test_a_ladder_that_somebody_would_rather_not_mark_has_no_mark(desk, six_months_on):
    _, ana, _ = six_months_on
    pin.set_pin(desk, "4711", "4711")
    talk = private.talk(desk, private.hand_over(desk, ana, (LADDERS,)), lambda _secret: False)
    talk.answer(talk.questions()[0], Entered(AnswerState.REFUSED))
    talk.finish(False)
    found = views.follow_up(desk, ana, 6)
    assert [level for _, level in found.goals] == [None]
    assert found.state is FollowUpState.DUE


@pytest.mark.parametrize("stopped", [True, False])
def test_who_stops_before_marking_anything_can_still_hand_in_paper(desk, six_months_on, stopped):
    _, ana, _ = six_months_on
    pin.set_pin(desk, "4711", "4711")
    talk = private.talk(desk, private.hand_over(desk, ana, (LADDERS,)), lambda _secret: False)
    talk.finish(stopped)
    ((goal, _),) = views.follow_up(desk, ana, 6).goals
    if stopped:
        for level in (2, 1):
            entry.set_level(desk, ana, 6, goal.id, level)
        assert views.follow_up(desk, ana, 6).goals[0][1] == 1
    else:
        with pytest.raises(Refusal, match="marked alone"):
            entry.set_level(desk, ana, 6, goal.id, 1)


def test_of_a_goal_that_was_written_anew_the_first_version_says_so(desk, six_months_on, clock):
    _, ana, _ = six_months_on
    ((goal, _),) = views.follow_up(desk, ana, 6).goals
    goals.revise(desk, goal.id)
    pin.set_pin(desk, "4711", "4711")
    talk = private.talk(desk, private.hand_over(desk, ana, (LADDERS,)), lambda _secret: False)
    assert [q.words for q in talk.questions()] == ["Walk", "Walk (as it was written first)"]


def open_parts(desk, person) -> list[str]:
    return [part.name for part in views.follow_up(desk, person, 6).parts if not part.closed]


def test_one_word_on_a_sheet_makes_nobody_count_as_done_and_what_is_still_open_is_said(
    desk, workshop_id, six_months_on
):
    _, ana, _ = six_months_on
    entry.answer(desk, ana, 6, "worse", "a little")
    found = views.follow_up(desk, ana, 6)
    assert found.state is FollowUpState.DUE
    assert "Still open: the ladders and 9 more." in found.said
    assert "Ana" in {e.who for row in today.today(desk).due for e in row.entries if e.months}


def test_a_sheet_is_done_when_every_part_is_answered_and_due_again_when_an_answer_is_taken_back(desk, six_months_on):
    _, ana, _ = six_months_on
    (goal,) = [g.id for g, _ in views.follow_up(desk, ana, 6).goals]
    entry.set_level(desk, ana, 6, goal, 1)
    entry.respond(desk, ana, 6, own_pages.COMPLAINTS, 1, Entered(AnswerState.ILLEGIBLE))
    entry.answer(desk, ana, 6, "complaint_1", "the same")
    for asked in views.follow_up(desk, ana, 6).forms:
        for item in asked.items:
            entry.respond(desk, ana, 6, asked.instrument, item.number, Entered(value=1))
    questions = [q for q, _ in views.follow_up(desk, ana, 6).questions]
    for question in questions[:-1]:
        entry.answer(desk, ana, 6, question.key, (question.choices or ("Much",))[0])
    assert open_parts(desk, ana) == [f"question.{questions[-1].key}"]
    assert views.follow_up(desk, ana, 6).state is FollowUpState.DUE
    entry.answer(desk, ana, 6, questions[-1].key, questions[-1].choices[0])
    assert views.follow_up(desk, ana, 6).state is FollowUpState.DONE
    entry.respond(desk, ana, 6, "phq-4", 2, None)
    assert views.follow_up(desk, ana, 6).state is FollowUpState.DUE


def test_a_part_that_is_left_empty_is_waited_for_no_longer_and_undo_takes_the_last_mark_back(desk, six_months_on):
    _, ana, _ = six_months_on
    rest_left_empty(desk, ana, 6)
    assert views.follow_up(desk, ana, 6).state is FollowUpState.DONE
    assert sure(history.undo_offer(desk)).label == "Undo “left empty” on the follow-up of Ana"
    history.undo(desk)
    assert views.follow_up(desk, ana, 6).state is FollowUpState.DUE
    assert len(open_parts(desk, ana)) == 1
    history.redo(desk)
    assert views.follow_up(desk, ana, 6).state is FollowUpState.DONE
    entry.leave_empty(desk, ana, 6, "ladders", empty=False)
    assert open_parts(desk, ana) == ["ladders"]
    assert views.follow_up(desk, ana, 6).state is FollowUpState.DUE


def test_what_is_answered_cannot_be_left_empty_as_well(desk, six_months_on):
    _, ana, _ = six_months_on
    entry.answer(desk, ana, 6, "worse", "no")
    with pytest.raises(Refusal, match="is answered"):
        entry.leave_empty(desk, ana, 6, "question.worse")
    with pytest.raises(KeyError):
        entry.leave_empty(desk, ana, 6, "question.of_nobody")


def test_ratings_on_a_handout_go_with_it_to_the_day_on_which_it_was_filled_in(desk, six_months_on):
    _, ana, _ = six_months_on
    entry.respond(desk, ana, 6, own_pages.ALLIANCE, 1, Entered(value=8))
    entry.set_date(desk, ana, 6, date(2026, 9, 12))
    forms = {f.instrument: f for f in views.follow_up(desk, ana, 6).forms}
    assert sure(forms[own_pages.ALLIANCE].items[0].answer).value == 8


def test_an_answer_of_a_day_to_come_is_refused(desk, pair, clock):
    clock.go_to(date(2026, 10, 1))
    _, ana, _ = pair
    for day in (date(2026, 10, 2), date(2027, 3, 14)):
        with pytest.raises(Refusal, match="not after today"):
            entry.set_date(desk, ana, 6, day)
        with pytest.raises(Refusal, match="still to come"):
            responses.set_date(desk, ana, "phq-4", day)
