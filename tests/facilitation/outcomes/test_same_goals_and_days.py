"""What is compared is the same on both sides: the goals as they were frozen, and arms only while some still wait."""

from datetime import date, datetime, timedelta

import pytest

from mat_desktop.facilitation.contact import pairs as contact_pairs
from mat_desktop.facilitation.contact import schedule
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.followup import entry
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals import steps
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.outcomes import plan, views
from mat_desktop.facilitation.outcomes.words import caution
from mat_desktop.facilitation.pairing import moves, telling
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.shown.plots import contact_plot
from mat_desktop.workshop.contact.schedule import Arm, ArmKind, crossed_from
from mat_desktop.workshop.followup import FURTHER_BACK
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.trajectory import Trajectory, counted_at, group_result
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import FollowUpPoint, Workshop
from tests.people import NEW_ZEALAND, WORKSHOP_DAY, CountedCodes, include, part_of_a_study
from tests.sure import sure
from tests.years import LADDER


def a_workshop(*meetings: date | None) -> Workshop:
    found = Workshop("Quay Room", "Pier Street 4", date(2026, 3, 14), "Pacific/Auckland")
    found.points = [FollowUpPoint(months, day) for months, day in zip((6, 12), meetings, strict=False)]
    return found


def waiting(day: date | None = None) -> Arm:
    return Arm(1, 3, ArmKind.WAIT_LIST, "Waiting list", day)


@pytest.mark.parametrize(
    ("meeting", "begin", "months"),
    [
        (None, None, 7),
        (date(2026, 9, 12), None, 7),
        (date(2026, 9, 14), None, 7),
        (date(2026, 9, 19), None, 6),
        (date(2026, 9, 19), date(2026, 9, 19), 7),
        (None, date(2026, 5, 2), 2),
        (None, date(2027, 3, 20), 13),
    ],
    ids=["due that day", "met before", "met that day", "met after", "moved with the meeting", "soon", "after the year"],
)
def test_arms_are_compared_up_to_the_day_on_which_those_who_wait_begin_and_not_after(meeting, begin, months):
    assert crossed_from(a_workshop(meeting, None), [waiting(begin)]) == months


def test_where_nobody_waits_nobody_crosses_over():
    assert crossed_from(a_workshop(None), [Arm(1, 0, ArmKind.DAILY, "A call every day")]) is None
    assert crossed_from(a_workshop(None), []) is None


@pytest.fixture
def then():
    return SampleClock(datetime(2026, 3, 12, 9, tzinfo=NEW_ZEALAND))


@pytest.fixture
def group(library, then):
    """Four people with a goal each, in two pairs; the desk, the workshop, the people and their first goals."""
    desk = Desk(library.archive, then, CountedCodes())
    workshop_id = setup.create(desk, "Quay Room", "Pier Street 4", WORKSHOP_DAY, "Pacific/Auckland")
    keys = [include(desk, workshop_id, name) for name in ("Mara", "Nils", "Ole", "Pia")]
    first = {}
    for key in keys:
        first[key] = goals.add(desk, key)
        goals.change(desk, first[key], goals.GoalField.WORDS, "Swim")
        for level, words in LADDER.items():
            steps.set_level(desk, first[key], level, words)
        steps.set_flag(desk, first[key], steps.GoalFlag.NOW, -1)
    moves.propose(desk, workshop_id, [(keys[:2], 50), (keys[2:], 50)])
    telling.confirm(desk, workshop_id)
    telling.all_said_yes(desk, workshop_id)
    return desk, workshop_id, keys, first


def test_a_goal_that_was_written_anew_counts_as_it_was_set_at_first(group, then):
    desk, workshop_id, keys, first = group
    then.go_to(date(2026, 6, 1))
    fresh = goals.revise(desk, first[keys[0]])
    then.go_to(date(2026, 9, 20))
    for key in keys:
        entry.set_level(desk, key, 6, first[key], -1)
    entry.set_level(desk, keys[0], 6, fresh, 2)
    found = views.outcomes(desk, workshop_id)
    assert [p.six_months for p in found.people] == [-1, -1, -1, -1]
    assert found.result.reached == 0


def test_a_wait_list_whose_day_nobody_typed_is_compared_at_six_months_and_no_more_at_one_year(group, then):
    desk, workshop_id, keys, first = group
    part_of_a_study(desk, workshop_id)
    arms = {a.kind: a.id for a in schedule.arms(desk, workshop_id)}
    pairs = [p.partnership_id for p in contact_pairs.pairs(desk, workshop_id, WORKSHOP_DAY)]
    for place, kind in zip(pairs, (ArmKind.DAILY, ArmKind.WAIT_LIST), strict=True):
        schedule.choose_arm(desk, place, arms[kind])
    then.go_to(date(2027, 3, 20))
    for months in (6, 12):
        for number, key in enumerate(keys):
            entry.set_level(desk, key, months, first[key], number - 1)
    assert views.measure(desk, workshop_id, "goals", 6).summary.comparison is not None
    later = views.measure(desk, workshop_id, "goals", 12)
    assert later.summary.comparison is None
    assert later.summary.crossed
    assert "The arms are not compared: by this occasion those who waited had crossed over." in later.sentences


def test_who_stands_lower_than_at_the_start_is_told_as_worse_also_without_being_further_back(group, then):
    desk, workshop_id, keys, first = group
    then.go_to(date(2026, 9, 20))
    for key, level in zip(keys, (-2, -1, 0, FURTHER_BACK), strict=True):
        entry.set_level(desk, key, 6, first[key], level)
    assert {p.start for p in views.outcomes(desk, workshop_id).people} == {-1}
    assert views.outcomes(desk, workshop_id).worse == 2


def test_a_plan_that_compares_those_who_wait_after_their_calls_began_is_refused(desk, workshop_id):
    part_of_a_study(desk, workshop_id)
    arms = {a.kind: a.id for a in schedule.arms(desk, workshop_id)}
    both = [arms[ArmKind.DAILY], arms[ArmKind.WAIT_LIST]]
    plan.change_plan(desk, workshop_id, plan.PlanField.STOP_RULE, "Whoever asks to begin begins at once")
    with pytest.raises(Refusal, match="At one year those who wait have calls already"):
        plan.seal_plan(desk, workshop_id, "goals", 12, both)
    assert not plan.study_plan(desk, workshop_id).seal
    schedule.change_arm(desk, both[1], "Waiting list", WORKSHOP_DAY + timedelta(days=400))
    assert plan.seal_plan(desk, workshop_id, "goals", 12, both)


def test_steps_are_told_of_those_who_stand_on_the_ladder_and_whoever_is_further_back_is_named_beside_them():
    people = [
        Trajectory("a", 1, -1, 0, 0, None, 9, 10),
        Trajectory("b", 1, -1, 0, 1, None, 9, 10),
        Trajectory("c", 2, -1, 0, FURTHER_BACK, None, 9, 10),
    ]
    lead, rest = caution(group_result(people))
    assert lead == "Everybody answered at six months."
    assert rest.startswith(
        "Of the three who answered one stands further back than the whole ladder; the other two moved 1.5 steps"
    )
    missing = [*people, Trajectory("d", 2, -1, 0, None, None, 9, 10)]
    rest = caution(group_result(missing))[1]
    assert "the other two moved 1.5 steps on average. If those not heard from had not moved" in rest
    assert (
        "A mark a person, of 2 who answered and stand on the ladder."
        in sure(contact_plot(counted_at(people), 10)).reading
    )


def test_a_value_that_differs_by_the_rounding_of_a_sum_is_no_change():
    assert OutcomeCase("a", "1", 0.3, {12: 0.1 + 0.2}).change(12) == 0
    assert OutcomeCase("a", "1", 3e-300, {12: 1e-300}).change(12) == pytest.approx(-2e-300)
    assert OutcomeCase("a", "1", 0.0, {12: 1e-14}).change(12) == 1e-14
