from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mat_desktop.facilitation import history
from mat_desktop.facilitation.followup import entry, views
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals import round as goal_round
from mat_desktop.facilitation.goals import steps
from mat_desktop.facilitation.goals.entry import GoalField
from mat_desktop.facilitation.goals.views import GoalView
from mat_desktop.workshop.followup import FURTHER_BACK
from mat_desktop.workshop.goals.goal import Goal, GoalKind, PaperWords, attainment_t, weights
from mat_desktop.workshop.goals.ladder import needs_backup, suggested_steps
from mat_desktop.workshop.refusal import Refusal
from tests.sure import sure

FIRST_CALL = date(2026, 3, 16)


def only(desk, person):
    (found,) = goals.goals_of(desk, person, desk.clock.today()).goals
    return found


@pytest.fixture
def goal(desk, pair):
    """Ana's goal in days a week, from one to five."""
    key = goals.add(desk, pair[1])
    for field, value in (
        (GoalField.WORDS, "Walk"),
        (GoalField.UNIT, "days a week"),
        (GoalField.BASELINE, "1"),
        (GoalField.HOPED, "5"),
    ):
        goals.change(desk, key, field, value)
    return key


def test_steps_are_suggested_from_now_to_what_is_hoped_for_and_never_beyond_the_week(desk, pair, goal):
    steps.set_level(desk, goal, -1, "my own words")
    assert steps.suggest_steps(desk, goal) == 4
    assert dict(only(desk, pair[1]).ladder) == {
        2: "7 days a week",
        1: "6 days a week",
        0: "5 days a week",
        -1: "my own words",
        -2: "1 day a week",
    }
    history.undo(desk)
    assert dict(only(desk, pair[1]).ladder)[0] == ""


def test_a_goal_downwards_never_suggests_less_than_nothing():
    assert suggested_steps(20, 5, "cigarettes a day") == {
        0: "5 cigarettes a day",
        -2: "20 cigarettes a day",
        2: "0 cigarettes a day",
        1: "3 cigarettes a day",
        -1: "13 cigarettes a day",
    }


def test_where_it_could_get_worse_now_stands_at_minus_one_and_a_step_lies_below(desk, pair, goal):
    steps.suggest_steps(desk, goal)
    steps.can_get_worse(desk, goal, on=True)
    found = only(desk, pair[1])
    assert (found.now, found.could_get_worse) == (-1, True)
    assert dict(found.ladder)[-1] == "1 day a week", "what was written about now goes with it"
    assert suggested_steps(4, 8, "km", -1)[-2] == "2 km"


@given(st.integers(0, 200), st.integers(0, 200), st.sampled_from((-1, -2)))
def test_suggested_steps_are_in_order_and_no_two_are_alike(now, hoped, level):
    if now == hoped:
        return
    found = suggested_steps(now, hoped, "things", level)
    amounts = [float(found[step].split()[0]) for step in sorted(found)]
    assert len(set(amounts)) == len(amounts)
    assert amounts == sorted(amounts, reverse=hoped < now)
    assert {0, level} <= set(found), "now and hoped for are always said"


def test_what_is_typed_about_a_goal_is_shown_where_it_was_typed(desk, pair, goal):
    typed = {
        GoalField.WORDS: "Walk to work",
        GoalField.UNIT: "days a week",
        GoalField.BASELINE: 1.0,
        GoalField.HOPED: 5.0,
        GoalField.IMPORTANCE: 3,
        GoalField.DIFFICULTY: 1,
        GoalField.OBSTACLE: "Rain",
        GoalField.FIRST_STEP: "Shoes by the door",
        GoalField.LOOK_AGAIN_ON: date(2026, 5, 1),
        GoalField.HAPPENED_ON: date(2026, 3, 14),
        GoalField.WITNESS_HEARD: True,
        GoalField.ON_PAPER: PaperWords.SHORT,
        GoalField.SHORT_WORDS: "Moving",
        GoalField.KIND: GoalKind.HABIT,
    }
    for field, value in typed.items():
        goals.change(desk, goal, field, value)
    goals.set_plan(desk, goal, 1, "It rains", "I climb stairs", "I dance")
    goals.set_plan(desk, goal, 0, "I am late", "I walk home")
    found = only(desk, pair[1])
    assert {field: getattr(found, field) for field in typed} == typed
    plans = [(plan.if_words, plan.then_words, plan.backup) for plan in found.plans]
    assert plans == [("I am late", "I walk home", ""), ("It rains", "I climb stairs", "I dance")]
    assert (found.id, found.position, found.title, found.version, found.shared) == (goal, 0, "Moving", 1, False)


@pytest.mark.parametrize("typed", ["five", "-1", "nan", "1e9", "5 days"])
def test_an_amount_that_is_none_is_refused_in_a_sentence(desk, pair, goal, typed):
    with pytest.raises(Refusal, match="An amount such as 5"):
        goals.change(desk, goal, goals.GoalField.BASELINE, typed)
    assert only(desk, pair[1]).baseline == 1


def test_only_now_and_hoped_for_are_needed(desk, pair, goal):
    assert not only(desk, pair[1]).is_set
    steps.set_level(desk, goal, 0, "5 days")
    steps.set_level(desk, goal, -2, "1 day")
    assert only(desk, pair[1]).is_set


def test_a_plan_that_waits_for_the_partner_asks_what_if_there_is_no_call(desk, pair, goal):
    goals.set_plan(desk, goal, 0, "Ben has called", "I put on my shoes")
    goals.set_plan(desk, goal, 1, "It rains", "I climb stairs")
    assert [plan.asks_backup for plan in only(desk, pair[1]).plans] == [True, False]
    assert needs_backup("my partner calls", ())
    assert not needs_backup("The bench is wet", ("Ben",)), "a name inside a word is no name"


def test_once_the_calls_have_begun_a_change_is_a_new_version_and_both_are_kept_and_asked_about(desk, pair, goal, clock):
    person = pair[1]
    steps.suggest_steps(desk, goal)
    clock.go_to(FIRST_CALL)
    with pytest.raises(Refusal, match="Write it anew"):
        goals.change(desk, goal, goals.GoalField.WORDS, "Walk less")
    goals.change(desk, goal, goals.GoalField.ON_PAPER, PaperWords.FULL)
    clock.go_to(FIRST_CALL + timedelta(days=30))
    fresh = goals.revise(desk, goal)
    goals.change(desk, fresh, goals.GoalField.WORDS, "Walk with a friend")
    found = goals.goals_of(desk, person, clock.today())
    assert [(g.version, g.words) for g in found.goals] == [(2, "Walk with a friend")]
    assert [(g.version, g.words) for g in found.earlier] == [(1, "Walk")]
    asked = [g.id for g, _ in views.follow_up(desk, person, 6).goals]
    assert asked == [fresh, goal], "both versions are reported"
    with pytest.raises(Refusal, match="later version"):
        goals.revise(desk, goal)
    history.undo(desk)
    history.undo(desk)
    assert [g.id for g in goals.goals_of(desk, person, clock.today()).goals] == [goal]


def test_a_goal_typed_later_from_paper_may_be_changed_on_the_day_it_is_typed(desk, pair, clock):
    clock.go_to(FIRST_CALL + timedelta(days=9))
    late = goals.add(desk, pair[1])
    goals.change(desk, late, goals.GoalField.HAPPENED_ON, date(2026, 3, 14))
    goals.change(desk, late, goals.GoalField.WORDS, "Sleep")
    clock.go_to(FIRST_CALL + timedelta(days=10))
    with pytest.raises(Refusal, match="Write it anew"):
        goals.change(desk, late, goals.GoalField.WORDS, "Sleep more")
    assert only(desk, pair[1]).happened_on == date(2026, 3, 14)


def test_a_shared_project_belongs_to_both_and_each_says_where_they_stand(desk, workshop_id, pair):
    place, ana, ben = pair
    key = goals.add_shared(desk, place)
    goals.change(desk, key, goals.GoalField.WORDS, "Plant a garden")
    for level, words in ((0, "six beds"), (-2, "none")):
        steps.set_level(desk, key, level, words)
    for person in (ana, ben):
        assert [(g.words, g.shared) for g in goals.goals_of(desk, person, desk.clock.today()).goals] == [
            ("Plant a garden", True)
        ]
    entry.set_level(desk, ana, 6, key, 0)
    entry.set_level(desk, ben, 6, key, FURTHER_BACK)
    assert views.follow_up(desk, ana, 6).goals[0][1] == 0
    assert views.follow_up(desk, ben, 6).goals[0][1] == FURTHER_BACK
    with pytest.raises(Refusal, match="a shared project already"):
        goals.add_shared(desk, place)


def rated(views: Iterable[GoalView]) -> list[Goal]:
    return [Goal(1, 1, importance=view.importance, difficulty=view.difficulty) for view in views]


def test_goal_attainment_weighs_importance_and_difficulty_only_where_all_goals_have_both(desk, pair):
    first, second = goals.add(desk, pair[1]), goals.add(desk, pair[1])
    goals.change(desk, first, goals.GoalField.IMPORTANCE, 3)
    goals.change(desk, first, goals.GoalField.DIFFICULTY, 2)
    held = goals.goals_of(desk, pair[1], desk.clock.today()).goals
    assert weights(rated(held)) is None
    goals.change(desk, second, goals.GoalField.IMPORTANCE, 1)
    goals.change(desk, second, goals.GoalField.DIFFICULTY, 1)
    held = goals.goals_of(desk, pair[1], desk.clock.today()).goals
    assert weights(rated(held)) == [6.0, 1.0]
    assert attainment_t([-1, -1, 0, 0, -1]) == pytest.approx(40.95466, abs=1e-5)
    assert attainment_t([1, 0], [6.0, 1.0]) > attainment_t([0, 1], [6.0, 1.0])


def test_goal_attainment_is_told_as_first_set_and_as_it_stands_with_its_source(desk, pair, goal, clock):
    person = pair[1]
    steps.suggest_steps(desk, goal)
    clock.go_to(FIRST_CALL + timedelta(days=30))
    fresh = goals.revise(desk, goal)
    entry.set_level(desk, person, 6, goal, 1)
    assert views.follow_up(desk, person, 6).attainment == (
        "Goal attainment T = 60 over 1 goal as first set (Kiresuk & Sherman 1968; 50 is what was hoped for)."
    )
    entry.set_level(desk, person, 6, fresh, -1)
    assert "T = 40 over 1 goal as it stands now" in views.follow_up(desk, person, 6).attainment


def test_an_idea_is_credited_and_the_owner_has_the_last_word(desk, pair):
    _, ana, ben = pair
    key = goal_round.suggest(desk, ana, "  Lay out your shoes ", ben)
    with pytest.raises(Refusal, match="somebody else"):
        goal_round.suggest(desk, ana, "Mine", ana)
    with pytest.raises(Refusal, match="Write the idea"):
        goal_round.suggest(desk, ana, " ", ben)
    goal_round.keep(desk, key, True)
    goal_round.word(desk, key, "Shoes by the door")
    (idea,) = goal_round.round_of(desk, ana, desk.clock.now()).suggestions
    assert (idea.by, idea.words, idea.own_words, idea.kept) == ("Ben", "Lay out your shoes", "Shoes by the door", True)
    goal_round.word(desk, key, "")
    assert goal_round.round_of(desk, ana, desk.clock.now()).suggestions[0].own_words == "Lay out your shoes"


def test_the_round_knows_a_goal_by_its_words_and_says_when_its_steps_are_not_written(desk, pair, goal):
    ana = pair[1]
    found = goal_round.round_of(desk, ana, desk.clock.now())
    assert (found.goals, found.unset) == (("Walk",), ("Walk",))
    steps.suggest_steps(desk, goal)
    found = goal_round.round_of(desk, ana, desk.clock.now())
    assert (found.goals, found.unset) == (("Walk",), ())


def test_the_clock_of_a_turn_stands_still_in_a_pause_and_survives_closing(desk, workshop_id, pair, clock):
    ana = pair[1]
    goal_round.begin_turn(desk, ana)
    assert sure(goal_round.running_turn(desk, workshop_id, clock.at)).seconds_left == 20 * 60
    clock.at += timedelta(minutes=5)
    goal_round.pause(desk, workshop_id, on=True)
    clock.at += timedelta(minutes=30)
    left = sure(goal_round.running_turn(desk, workshop_id, clock.at)).seconds_left
    assert left == pytest.approx(15 * 60, abs=5)
    goal_round.pause(desk, workshop_id, on=False)
    goal_round.more_time(desk, workshop_id)
    clock.at += timedelta(minutes=21)
    turn = sure(goal_round.running_turn(desk, workshop_id, clock.at))
    assert turn.over
    assert turn.seconds_left == pytest.approx(-60, abs=8)
    goal_round.begin_turn(desk, pair[2])
    assert goal_round.round_of(desk, ana, clock.at).had == {ana}
    goal_round.end_turn(desk, workshop_id)
    with pytest.raises(Refusal, match="Nobody has a turn"):
        goal_round.end_turn(desk, workshop_id)


def test_a_goal_written_anew_keeps_its_plans_in_their_places(desk, workshop_id, include):
    ana = include("Ana")
    goal = goals.add(desk, ana)
    for place, words in enumerate(("It rains", "I am tired")):
        goals.set_plan(desk, goal, place, words, f"I do {place}", f"else {place}")
    fresh = goals.revise(desk, goal)
    found = goals.goals_of(desk, ana, desk.clock.today())
    assert [(g.id, g.version) for g in (*found.goals, *found.earlier)] == [(fresh, 2), (goal, 1)]
    assert found.goals[0].plans == found.earlier[0].plans
    assert [plan.if_words for plan in found.goals[0].plans if plan.if_words] == ["It rains", "I am tired"]
