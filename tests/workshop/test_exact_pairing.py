from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from mat_desktop.workshop.pairing.exact import bounds, matching
from mat_desktop.workshop.pairing.exact.answer import solve, solve_within
from mat_desktop.workshop.pairing.exact.blocking import blocking_pairs
from mat_desktop.workshop.pairing.exact.bounds import GRAIN, Held, Program, Seen
from mat_desktop.workshop.pairing.exact.effort import SearchEffort
from mat_desktop.workshop.pairing.exact.following import answers
from mat_desktop.workshop.pairing.exact.problem import Problem, fit_of_three, rank
from mat_desktop.workshop.pairing.exact.table import NEVER, Weighed, table


def splits(people, *, three):
    """Every way to put people into pairs, with at most one group of three where one is allowed."""
    if not people:
        yield []
        return
    first, rest = people[0], people[1:]
    yield from splits(rest, three=three)
    for other in rest:
        for split in splits([p for p in rest if p != other], three=three):
            yield [(first, other), *split]
    if three:
        for pair in combinations(rest, 2):
            for split in splits([p for p in rest if p not in pair], three=False):
                yield [(first, *pair), *split]


def allowed(problem, group):
    if group in problem.closed:
        return False
    return group in problem.fits if len(group) == 2 else fit_of_three(group, problem.fits) is not None


def every_answer(problem):
    taken = {p for group in problem.locked for p in group}
    free = [n for n in range(problem.count) if n not in taken]
    for split in splits(free, three=problem.three and len(free) % 2 == 1):
        if all(allowed(problem, group) for group in split):
            yield sorted([*split, *problem.locked])


@st.composite
def problems(draw, most=7):
    count = draw(st.integers(0, most))
    top = draw(st.sampled_from([0, 1, 3, 100, 10**6]))
    edges = list(combinations(range(count), 2))
    fits = {e: draw(st.integers(0, top)) for e in edges if draw(st.integers(0, 9)) < 7}
    soft = {e: draw(st.sampled_from([-1, 1])) for e in edges if draw(st.integers(0, 9)) == 0}
    locked = {}
    if count >= 4 and draw(st.booleans()):
        size = draw(st.sampled_from([2, 2, 3]))
        locked = {tuple(sorted(draw(st.permutations(range(count)))[:size])): draw(st.integers(0, top))}
    closed: set[tuple[int, ...]] = {e for e in fits if draw(st.integers(0, 9)) == 0}
    if draw(st.booleans()):
        closed |= {t for t in combinations(range(count), 3) if draw(st.integers(0, 9)) == 0}
    return Problem(count, fits, draw(st.booleans()), soft, locked, frozenset(closed))


@settings(max_examples=400, deadline=None)
@given(problems())
def test_no_answer_is_better_whatever_is_forbidden_locked_asked_for_or_odd(problem):
    assert rank(problem, solve(problem)) == max(rank(problem, groups) for groups in every_answer(problem))


@settings(max_examples=12, deadline=None)
@given(problems(most=9).filter(lambda problem: problem.count >= 8))
def test_no_answer_is_better_for_eight_and_nine_people(problem):
    assert rank(problem, solve(problem)) == max(rank(problem, groups) for groups in every_answer(problem))


@settings(max_examples=100, deadline=None)
@given(problems(most=8), st.sampled_from([0, 100, 1000]))
def test_an_answer_whose_search_was_ended_keeps_the_worst_fit_and_says_how_far_the_total_may_be_below(problem, steps):
    answer = solve_within(problem, SearchEffort(steps))
    found, best = rank(problem, answer.groups), rank(problem, solve(problem))
    assert found[:3] == best[:3]
    assert 0 <= best.total - found.total <= answer.short


@settings(max_examples=40, deadline=None)
@given(problems(most=6))
def test_the_answers_that_follow_are_all_there_are_in_order(problem):
    best = rank(problem, solve(problem)).placed
    every = [groups for groups in every_answer(problem) if rank(problem, groups).placed == best]
    found = answers(problem, 500)
    assert sorted(found) == sorted(every)
    ranks = [rank(problem, groups) for groups in found]
    assert ranks == sorted(ranks, reverse=True)


@settings(max_examples=60, deadline=None)
@given(problems(most=9))
def test_the_prices_bound_every_answer_with_a_group_of_three(problem):
    edges = [(a, b, fit) for (a, b), fit in problem.fits.items()]
    threes = [t for t in combinations(range(problem.count), 3) if fit_of_three(t, problem.fits) is not None]
    if not threes:
        return
    people = table(problem.count, edges, edges, {}, frozenset())
    weighed = Weighed(np.maximum(people.fits, 0), np.where(people.fits < 0, NEVER, people.fits), people.soft)
    program = Program(Seen(people, weighed, None), [], threes[0])
    for found in (program.prices(), program.sharper(0)):
        for three in threes:
            rest = [p for p in range(problem.count) if p not in three]
            most = max(
                sum(problem.fits.get(pair, 0) for pair in split if len(pair) == 2)
                for split in splits([*rest, *([problem.count] * (len(rest) % 2))], three=False)
            )
            assert (most + fit_of_three(three, problem.fits)) * GRAIN <= found.bound


@pytest.mark.parametrize("rounds", [0, 1, 40])
def test_prices_of_a_program_that_knows_few_pairs_hold_for_every_pair_and_group(rounds, monkeypatch):
    monkeypatch.setattr(bounds, "ROUNDS", rounds)
    monkeypatch.setattr(bounds, "FIRST_PARTNERS", 1)
    count = 31
    fits = uniform(count, np.random.default_rng(5))
    edges = [(a, b, fit) for (a, b), fit in fits.items()]
    threes = [t for t in combinations(range(count), 3) if fit_of_three(t, fits) is not None]
    people = table(count, edges, edges, {}, frozenset())
    weighed = Weighed(np.maximum(people.fits, 0), np.where(people.fits < 0, NEVER, people.fits), people.soft)
    best = rank(Problem(count, fits), solve(Problem(count, fits))).total
    found = Program(Seen(people, weighed, None), [], threes[0]).prices()
    assert (found.missed()[people.pairs] >= 0).all()
    beyond = found.rest.of_threes(np.array(threes)) - found.each[np.array(threes)].sum(axis=1)
    assert beyond.max() <= found.three
    assert best * GRAIN <= found.bound


@settings(max_examples=60, deadline=None)
@given(problems(), st.data())
def test_the_prices_bound_every_answer_that_keeps_as_many_wishes_in_as_many_pairs(problem, data):
    def wishes(groups):
        return sum(problem.soft.get(pair, 0) for group in groups for pair in combinations(group, 2))

    edges = [(a, b, fit) for (a, b), fit in problem.fits.items()]
    every = [groups for groups in splits(list(range(problem.count)), three=True) if sum(map(len, groups)) % 2]
    every = [groups for groups in every if all(pair in problem.fits for g in groups for pair in combinations(g, 2))]
    if not every:
        return
    known = data.draw(st.sampled_from(every))
    (three,) = (group for group in known if len(group) == 3)
    people = table(problem.count, edges, edges, problem.soft, frozenset())
    weighed = Weighed(
        np.maximum(people.fits, 0), np.where(people.fits < 0, NEVER, people.fits), np.zeros_like(people.soft)
    )
    held = Held(len(known) - 1, wishes(known))
    program = Program(Seen(people, weighed, held), [group for group in known if len(group) == 2], three)
    alike = [groups for groups in every if (len(groups) - 1, wishes(groups)) == (held.pairs, held.wishes)]
    most = max(
        sum(problem.fits[g] if len(g) == 2 else (fit_of_three(g, problem.fits) or 0) for g in groups)
        for groups in alike
    )
    for found in (program.prices(), program.sharper(0)):
        assert most * GRAIN <= found.bound


def by_integer_program(count, fits, floor, *, three):
    """The greatest total of a full answer in which no fit lies below the floor, by HiGHS; None where there is none."""
    groups = [(pair, fit) for pair, fit in fits.items() if fit >= floor]
    threes = []
    if three:
        found = ((t, fit_of_three(t, fits)) for t in combinations(range(count), 3))
        threes = [(t, fit) for t, fit in found if fit is not None and fit >= floor]
    every = groups + threes
    if not every:
        return None
    rows = np.zeros((count + 1, len(every)))
    for column, (group, _) in enumerate(every):
        rows[list(group), column] = 1
        rows[count, column] = len(group) == 3
    each = np.array([1.0] * count + [float(three)])
    result = milp(
        -np.array([float(fit) for _, fit in every]),
        integrality=np.ones(len(every)),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(rows, each, each),
        options={"mip_rel_gap": 0},
    )
    return round(-result.fun) if result.success else None


def uniform(count, numbers):
    """Any fit from 0 to 100, one pair of five forbidden."""
    return {e: int(numbers.integers(0, 101)) for e in combinations(range(count), 2) if numbers.random() < 0.8}


def lumpy(count, numbers):
    """A few fits that many pairs share, as a roster gives them, and people who are hard to place."""
    easy = numbers.random(count)
    return {
        (a, b): 40 + 15 * int(numbers.integers(0, 4)) + int(5 * easy[a] * easy[b])
        for a, b in combinations(range(count), 2)
        if numbers.random() < 0.4 + 0.6 * min(easy[a], easy[b])
    }


@pytest.mark.parametrize("make", [uniform, lumpy])
def test_among_forty_one_people_the_ended_search_says_how_far_the_total_may_be_below(make):
    problem = Problem(41, make(41, np.random.default_rng(3)))
    answer = solve_within(problem, SearchEffort(0))
    found, best = rank(problem, answer.groups), rank(problem, solve(problem))
    assert found[:3] == best[:3]
    assert answer.short > 0, "nothing was looked through"
    assert best.total - found.total <= answer.short


def test_without_a_limit_the_answer_is_short_of_nothing():
    problem = Problem(41, lumpy(41, np.random.default_rng(3)))
    assert solve_within(problem, SearchEffort()).short == 0


def compared(count, make):
    numbers = np.random.default_rng(count)
    fits = make(count, numbers)
    three = count % 2 == 1
    problem = Problem(count, fits)
    ours = rank(problem, solve(problem))
    assert ours.placed == count
    assert by_integer_program(count, fits, ours.worst, three=three) == ours.total
    assert by_integer_program(count, fits, ours.worst + 1, three=three) is None, "a better worst was possible"


@pytest.mark.parametrize("make", [uniform, lumpy])
@pytest.mark.parametrize("count", range(20, 101, 4))
def test_an_integer_program_finds_the_same_worst_and_total_for_pairs(count, make):
    compared(count, make)


@pytest.mark.parametrize("make", [uniform, lumpy])
@pytest.mark.parametrize("count", range(11, 42, 2))
def test_an_integer_program_finds_the_same_worst_and_total_with_a_group_of_three(count, make):
    compared(count, make)


def test_an_answer_without_blocking_pairs_may_not_exist_and_they_are_shown():
    wishes = {0: [1, 2, 3], 1: [2, 0, 3], 2: [0, 1, 3], 3: [0, 1, 2]}
    views = {(a, b): 3 - place for a, others in wishes.items() for place, b in enumerate(others)}
    for groups in ([(0, 1), (2, 3)], [(0, 2), (1, 3)], [(0, 3), (1, 2)]):
        assert blocking_pairs(groups, combinations(range(4), 2), lambda a, b: views[a, b])


def test_nobody_blocks_where_everybody_has_their_best():
    fits = {(0, 1): 9, (2, 3): 9, (0, 2): 5, (0, 3): 5, (1, 2): 5, (1, 3): 5}
    groups = solve(Problem(4, fits))
    assert groups == [(0, 1), (2, 3)]
    assert not blocking_pairs(groups, fits, lambda a, b: fits[min(a, b), max(a, b)])


def test_in_a_group_of_three_the_partner_who_suits_less_decides_whether_somebody_would_rather_leave():
    views = {(0, 1): 9, (0, 2): 2, (1, 0): 9, (1, 2): 9, (2, 0): 9, (2, 1): 9}
    views |= {(0, 3): 5, (3, 0): 5, (3, 4): 1, (4, 3): 1}
    found = blocking_pairs([(0, 1, 2), (3, 4)], [(0, 3)], lambda a, b: views[a, b])
    assert found == [(0, 3)], "somebody who suits better than the worse of two would be left for"


def test_the_heaviest_matching_has_the_most_pairs_first_and_then_the_greatest_weight():
    edges = [(0, 1, 50), (1, 2, 90), (2, 3, 40), (0, 3, 41), (3, 4, 7)]
    assert matching.heaviest(5, edges) == [(0, 3), (1, 2)]
    assert matching.heaviest(4, [(0, 1, 1), (1, 2, 99), (2, 3, 1)]) == [(0, 1), (2, 3)]
    assert len(matching.largest(5, edges)) == 2
    assert matching.heaviest(3, []) == matching.largest(3, []) == []
