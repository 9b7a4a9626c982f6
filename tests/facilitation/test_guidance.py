"""One place for going on: Next follows the run sheet on the day and the rail on others, and never goes round."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mat_desktop.facilitation import guidance
from mat_desktop.facilitation.contact import meetings
from mat_desktop.facilitation.door import checkin
from mat_desktop.facilitation.guidance import day_route, following
from mat_desktop.facilitation.setup import ending, run_sheet
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.setup.run_sheet import BlockView
from mat_desktop.facilitation.today import page as today
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.participants.participant import Presence
from tests.people import WORKSHOP_DAY

STATES = st.sampled_from(["ahead", "running", "over", "dropped"])
BLOCKS = st.lists(
    st.builds(
        BlockView,
        id=st.just(1),
        title=st.just(""),
        minutes=st.just(5),
        step=st.sampled_from(["", *Step]),
        droppable=st.booleans(),
        state=STATES,
    ),
    max_size=14,
).map(tuple)


def on_the_way(blocks: tuple[BlockView, ...], start: Step) -> list[Step]:
    """Every step that Next leads through, until it leads to Today."""
    route, passed = day_route(blocks), [start]
    while (step := following(route, passed[-1])) is not None:
        passed.append(step)
        assert len(passed) <= len(Step), "Next goes round"
    return passed


@given(BLOCKS, st.sampled_from(Step))
@example((), Step.SETUP)
def test_following_next_ends_at_today_and_comes_to_no_step_twice(blocks: tuple[BlockView, ...], start: Step):
    passed = on_the_way(blocks, start)
    assert len(set(passed)) == len(passed)
    if not day_route(blocks):
        assert passed == list(Step)[list(Step).index(start) :]


@given(BLOCKS, st.sampled_from(Step))
def test_on_the_day_no_step_is_passed_over_that_the_run_sheet_still_asks_for(
    blocks: tuple[BlockView, ...], start: Step
):
    route = list(day_route(blocks))
    passed = on_the_way(blocks, start)
    if route and start is route[0]:
        assert passed == route


def test_on_the_workshop_day_set_up_leads_into_the_day_and_the_contact_ends_it(desk, workshop_id):
    passed = [Step.SETUP]
    while (step := guidance.next_step(desk, workshop_id, passed[-1])[0]) is not passed[-1]:
        passed.append(step)
    assert passed == [
        Step.SETUP,
        Step.PARTICIPANTS,
        Step.SCREENING,
        Step.GOALS,
        Step.PAIRING,
        Step.AGREEMENT,
        Step.CONTACT,
    ]
    assert guidance.next_step(desk, workshop_id, Step.CONTACT)[1] == "To Today"
    assert run_sheet.run_sheet(desk, workshop_id, desk.clock.now()).blocks


def test_on_the_day_the_strip_says_how_late_it_is_what_could_be_dropped_and_what_follows(desk, workshop_id, clock):
    first, second, *_ = run_sheet.run_sheet(desk, workshop_id, desk.clock.now()).blocks
    assert guidance.lines(desk, workshop_id, Step.PARTICIPANTS)[1].words.startswith("Type who is here")
    run_sheet.start_block(desk, first.id)
    clock.at += timedelta(minutes=first.minutes + 12)
    said = guidance.lines(desk, workshop_id, Step.PARTICIPANTS)[1]
    ends = clock.at - timedelta(minutes=12)
    can_drop = sum(b.minutes for b in run_sheet.run_sheet(desk, workshop_id, clock.at).blocks[1:] if b.droppable)
    assert said.lead == "Next"
    assert said.words == (
        f"Now: {first.title}, until {ends:%H:%M}. 12 min late; {can_drop} min can be dropped. Then: {second.title}."
    )


def test_each_step_says_a_sentence_and_one_for_the_hardest_moment_and_only_set_up_speaks_to_nobody(
    desk, workshop_id, clock
):
    clock.at -= timedelta(days=3)
    for step in Step:
        first, *typed, last = guidance.lines(desk, workshop_id, step)
        if step is Step.SETUP:
            assert (first.lead, last.lead, typed) == ("Next", "Next", [])
            continue
        assert (first.lead, last.lead) == ("Say", "If it is hard")
        assert first.words == f"“{guidance.USUAL[step]}”"
        assert last.words == f"“{guidance.HARDEST[step]}”"
        assert [line.lead for line in typed] == ["Next"] * (step in guidance.BEFORE_THE_DAY)


def asked_at_set_up(desk, workshop_id):
    return [line.words for line in guidance.lines(desk, workshop_id, Step.SETUP)]


def test_set_up_asks_for_nothing_that_is_chosen_begun_or_over(desk, workshop_id, clock):
    clock.go_to(WORKSHOP_DAY - timedelta(days=9))
    assert asked_at_set_up(desk, workshop_id) == [guidance.CHOOSE_MEETINGS, guidance.HALL_FALLS_THROUGH]
    for point in setup.workshop(desk, workshop_id).points:
        setup.set_meeting(desk, point.id, point.due)
    assert asked_at_set_up(desk, workshop_id) == [guidance.TELL_MEETINGS, guidance.HALL_FALLS_THROUGH]
    clock.go_to(WORKSHOP_DAY)
    assert asked_at_set_up(desk, workshop_id) == [guidance.START_THE_DAY, guidance.HALL_TODAY]
    run_sheet.start_block(desk, run_sheet.run_sheet(desk, workshop_id, clock.now()).blocks[0].id)
    assert asked_at_set_up(desk, workshop_id)[1:] == [guidance.TELL_MEETINGS, guidance.MEETING_MOVES]
    clock.go_to(WORKSHOP_DAY + timedelta(days=1))
    assert asked_at_set_up(desk, workshop_id)[0].startswith("The next meeting is on 14 September 2026.")
    meetings.add_meeting(desk, workshop_id, WORKSHOP_DAY + timedelta(days=30))
    assert asked_at_set_up(desk, workshop_id)[0].startswith("The next meeting is on 13 April 2026.")
    clock.go_to(WORKSHOP_DAY + timedelta(days=31))
    assert asked_at_set_up(desk, workshop_id)[0].startswith("The next meeting is on 14 September 2026.")
    clock.go_to(WORKSHOP_DAY + timedelta(days=400))
    assert asked_at_set_up(desk, workshop_id) == [guidance.FINISH_IT, guidance.MEETING_MOVES]
    ending.finish(desk, workshop_id)
    assert asked_at_set_up(desk, workshop_id)[0] == guidance.FINISHED


@pytest.mark.parametrize("days", [-30, 0, 1, 200])
def test_no_step_asks_to_type_what_is_typed_or_what_belongs_to_another_day(desk, workshop_id, pair, clock, days):
    _, ana, ben = pair
    clock.go_to(WORKSHOP_DAY)
    for person in (ana, ben):
        checkin.mark(desk, person, Presence.HERE)
    clock.go_to(WORKSHOP_DAY + timedelta(days=days))
    asked = {step: [line.words for line in guidance.lines(desk, workshop_id, step)[1:-1]] for step in Step}
    for step in (Step.PARTICIPANTS, Step.SCREENING, Step.PAIRING):
        assert asked[step] == [], "everybody is here, decided about and in a pair"
    if days > 0:
        assert asked[Step.GOALS] == ["Copy the paper goal cards: 2 still to type."]
        assert asked[Step.AGREEMENT] == ["Copy the agreements signed by hand: 1 still to type."]
    assert all("today" not in words for words in asked[Step.GOALS] if days)


@pytest.mark.parametrize(
    ("day", "on_the_rail"),
    [
        (date(2026, 3, 12), "2 days to go"),
        (date(2026, 3, 13), "Tomorrow"),
        (date(2026, 3, 14), "Workshop day"),
        (date(2026, 3, 15), "First call Mon 16 March"),
        (date(2026, 3, 16), "Week 1 of 27"),
        (date(2026, 3, 22), "Week 1 of 27"),
        (date(2026, 3, 28), "Week 2 of 27"),
        (date(2026, 9, 14), "Week 27 of 27"),
        (date(2026, 9, 15), "The year after"),
    ],
)
def test_the_rail_counts_the_weeks_of_the_calls_as_the_card_on_today_does(
    desk, workshop_id, pair, clock, day, on_the_rail
):
    clock.go_to(day)
    assert guidance.day_word(setup.workshop(desk, workshop_id), day) == on_the_rail
    (card,) = today.today(desk).workshops
    if "Week" in on_the_rail and "Week" in card.saying:
        assert card.saying == f"Step 7: {on_the_rail}"
    assert ("Week" in card.saying) <= ("Week" in on_the_rail)
