"""Over random tables: verdict, interval and p of one page never say different things, and intervals hold what they say.

The suite tries some; `dev.py torture outcomes` tries 5,000 tables, and 2,000 of each number of partnerships.
"""

import os
import random  # noqa: TID251  with a seed
import re
from collections import Counter
from math import sqrt

import numpy as np
import pytest
from scipy import stats

from mat_desktop.facilitation.outcomes.conclusions import concluded
from mat_desktop.facilitation.outcomes.words import figures
from mat_desktop.facilitation.shown.figure_words import between, number
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.effect import effect_interval, jackknife_error, of_cases
from mat_desktop.workshop.outcomes.flips import shift
from mat_desktop.workshop.outcomes.interval import t_interval, wilson
from mat_desktop.workshop.outcomes.permutation import relabelled
from mat_desktop.workshop.outcomes.reliable import Better, Norms
from mat_desktop.workshop.outcomes.spread import decimals
from mat_desktop.workshop.outcomes.summary import Summary, Verdict, summarised, towards_better
from tests.figures import figure

TABLES = int(os.environ.get("MAT_DESKTOP_TABLES", "150"))
COVERED = int(os.environ.get("MAT_DESKTOP_COVERED", "30"))
"""Of each number of partnerships, so many tables."""
SURE_OF_T = 1000
"""From so many tables on the share of intervals by t is known well enough to be held to two percent."""
IN_ARMS = COVERED if COVERED >= SURE_OF_T else COVERED // 5
SIX_TO_FIFTEEN_AN_ARM = range(12, 31, 2) if COVERED >= SURE_OF_T else ()
TWO_ARMS = ((4, {*range(6, 16), *SIX_TO_FIFTEEN_AN_ARM}), (30, range(6, 16)))
"""The size of a block, and how many partnerships there are in both arms together."""


def a_table(draw: random.Random) -> list[OutcomeCase]:
    """Pairs and threes, gaps, ties, blocks and arms, on scales of many steps or few."""
    step = draw.choice([0.25, 1.0, 1.0, 3.0, 13.0])
    pull, spread = draw.choice([0, 0, 1, 3]), draw.choice([0, 1, 2, 6])
    arms = draw.choice([("",), ("a", "b"), ("a", "b")])
    cases = []
    for pair in range(draw.randint(1, 9)):
        own = draw.randint(-spread, spread)
        for member in range(draw.choice([1, 2, 2, 2, 3])):
            start = draw.choice([None, *[step * draw.randint(0, 9)] * 9])
            moved = None if start is None else start - step * (pull + own + draw.randint(-spread, spread))
            after = {} if moved is None or draw.random() < 0.15 else {12: moved}
            arm, block = arms[pair % len(arms)], str(pair // 4) if len(arms) > 1 else ""
            cases.append(OutcomeCase(f"{pair}-{member}", str(pair), start, after, arm, float(pair), block))
    return cases


def contradictions(found: Summary) -> list[str]:
    """What one page would say against itself."""
    shifted, comparison = found.shift, found.comparison
    test, interval = (shifted.test, shifted.interval) if shifted is not None else (None, None)
    moved = found.verdict in (Verdict.BETTER, Verdict.WORSE)
    rules = {
        "moved without a test": moved and (test is None or test.p > 0.05),
        "a small p and no verdict": test is not None and test.p <= 0.05 and not moved,
        "an interval that the test denies": interval is not None and moved == (interval[0] <= 0 <= interval[1]),
        "moved without an interval": moved and interval is None,
        "p below the smallest": test is not None and test.p < test.smallest * (1 - 1e-9),
        "p that is none": test is not None and not 0 < test.p <= 1,
        "too few, and an interval": found.verdict is Verdict.TOO_FEW and interval is not None,
        "an estimate outside": interval is not None and not interval[0] <= sure_of(found) <= interval[1],
    }
    if moved and interval is not None:
        better = towards_better(interval[0] + interval[1], found.norms.better) > 0
        rules["the other way"] = better != (found.verdict is Verdict.BETTER)
    if comparison is not None and comparison.test is not None and comparison.interval is not None:
        low, high = comparison.interval
        rules["arms"] = (comparison.test.p <= 0.05) == (low <= 0 <= high)
        rules["arms outside"] = comparison.difference is not None and not low <= comparison.difference <= high
    return [said for said, is_so in rules.items() if is_so]


def sure_of(found: Summary) -> float:
    assert found.shift is not None
    return found.shift.estimate


def told_against(found: Summary, digits: int) -> list[str]:
    """The same of the sentences: a direction that is told stands beside an interval that does not reach 0."""
    said = " ".join((*concluded(found, decimals=digits), *figures(found, blind=False, decimals=digits)))
    wrong = [] if counted_alike(found, said) else ["not heard from, in two numbers"]
    if found.shift is None or found.shift.interval is None:
        return [*wrong, "an interval from nowhere"] if "at 95 % anything from" in said else wrong
    moved = "changed for the better" in said or "changed for the worse" in said
    if found.shift.interval[0] == found.shift.interval[1]:
        return wrong if "changed by just as much" in said else [*wrong, "an interval without width"]
    ends = between(found.shift.interval, digits)
    wrong += [] if ends in said else ["the interval is not told"]
    low, high = ends.split(" to ")
    same_side = low[0] == high[0] and low[0] in "+−"
    return wrong if moved == same_side else [*wrong, f"{ends} beside {found.verdict}"]


def counted_alike(found: Summary, said: str) -> bool:
    """Whoever gave no value at the occasion is counted in one number wherever they are told."""
    told = {int(many) for many in re.findall(r"(\d+) (?:person|people)(?: was| were)? not heard from", said)}
    heard = found.heard.get(found.at, 0) if found.at is not None else 0
    return told <= {found.began - heard} and bool(told) == (found.mean_change is not None and found.began > heard)


def test_verdict_interval_and_p_of_one_page_never_contradict_each_other():
    draw, seen = random.Random(22), Counter[str]()
    for number_of_table in range(TABLES):
        cases = a_table(draw)
        better, points = draw.choice(list(Better)), draw.choice([None, 3.0])
        norms = Norms(better, points=points, cut_off=10.0 if draw.random() < 0.5 else "c")
        found = summarised(cases, norms, 12, ("a", "b"))
        digits = decimals(v for c in cases for v in (c.baseline, *c.after.values()) if v is not None)
        assert not contradictions(found), (number_of_table, cases)
        assert not told_against(found, digits), (number_of_table, cases)
        seen[found.verdict] += 1
    assert set(seen) == {str(verdict) for verdict in Verdict}, "every verdict was met"
    figure(
        "tables without a contradiction", f"{TABLES} random tables: " + ", ".join(f"{n} {w}" for w, n in seen.items())
    )


def least(share: float, count: int) -> float:
    """A share less three standard errors of counting it."""
    return share - 3 * sqrt(share * (1 - share) / count)


@pytest.mark.parametrize("pairs", range(6, 16))
def test_intervals_hold_the_true_change_as_often_as_they_say(pairs):
    draws = np.random.default_rng(pairs)
    inside, by_t, changed = 0, 0, 0
    for _ in range(COVERED):
        means = (draws.normal(0.0, 1.0, pairs)).tolist()
        found = shift(means)
        assert found is not None
        assert found.interval is not None
        inside += found.interval[0] <= 0 <= found.interval[1]
        changed += found.test is not None and found.test.p <= 0.05
        by_student = t_interval(means)
        assert by_student is not None
        by_t += by_student[0] <= 0 <= by_student[1]
    assert inside / COVERED >= least(0.95, COVERED)
    assert changed == COVERED - inside
    if COVERED >= SURE_OF_T:
        assert 0.93 <= by_t / COVERED <= 0.97
    said = f"sign flips {inside / COVERED:.1%}, t {by_t / COVERED:.1%} of {COVERED}"
    figure(f"interval of the change, {pairs} partnerships", said)


def blocks_of(together: int, size: int) -> list[str]:
    """The blocks in which so many partnerships were allotted, alternately to the one arm and the other."""
    return [str(n // size) for n in range(together)]


@pytest.mark.parametrize(("size", "together"), [(size, n) for size, many in TWO_ARMS for n in sorted(many)])
def test_the_interval_of_two_arms_at_equal_starts_holds_the_true_difference_as_often_as_it_says(size, together):
    draws, inside, ends = np.random.default_rng(together), 0, 0
    scores, blocks, tried = [float(n % 2) for n in range(together)], blocks_of(together, size), max(8, IN_ARMS)
    for _ in range(tried):
        start = draws.normal(0.0, 1.0, together)
        values = draws.normal(0.0, 1.0, together) - 0.7 * start + 2.0 * np.array(scores)
        found = relabelled(values.tolist(), scores, blocks, start=start.tolist())
        assert found is not None
        assert found.adjusted
        assert (found.interval is None) == (found.test.smallest > 0.05), "no end just where no p could be so small"
        ends += found.interval is not None
        inside += found.interval is None or found.interval[0] <= 2.0 <= found.interval[1]
    assert inside / tried >= least(0.95, tried)
    said = f"{inside / tried:.1%} of {tried}" if ends else f"none of {tried} has an end: so few can rule nothing out"
    figure(f"interval of two arms, {together} partnerships together, blocks of {min(size, together)}", said)


@pytest.mark.parametrize("pairs", range(6, 16))
def test_the_interval_of_the_standardised_change_holds_the_true_one_as_often_as_it_says(pairs):
    draws, inside = np.random.default_rng(pairs), 0
    for _ in range(COVERED):
        shared, own, later = draws.normal(size=pairs), draws.normal(size=(pairs, 2)), draws.normal(size=(pairs, 2))
        before = sqrt(0.2) * shared[:, None] + sqrt(0.8) * own
        after = 0.6 * before + 0.8 * (sqrt(0.2) * draws.normal(size=pairs)[:, None] + sqrt(0.8) * later) + 0.5
        cases = [
            OutcomeCase(f"{n}-{m}", str(n), float(before[n, m]), {12: float(after[n, m])})
            for n in range(pairs)
            for m in (0, 1)
        ]
        effect, error = of_cases(cases, 12), jackknife_error(cases, 12)
        assert effect is not None
        assert error is not None
        low, high = effect_interval(effect.g, error, pairs)
        inside += low <= 0.5 <= high
    assert inside / COVERED >= least(0.93, COVERED)
    if COVERED >= SURE_OF_T:
        assert inside / COVERED <= 0.97
    figure(f"interval of the standardised change, {pairs} partnerships", f"{inside / COVERED:.1%} of {COVERED}")


@pytest.mark.parametrize(("value", "said"), [(0.04, "+0.04"), (-0.0004, "−0.0004"), (0.0, "0.0"), (0.05, "+0.1")])
def test_an_end_of_an_interval_beside_nothing_is_never_rounded_to_it(value, said):
    assert between((value, 5.0)).split(" to ")[0] == said
    assert number(5.0) == "+5.0"


@pytest.mark.parametrize("people", [8, 15, 30])
def test_wilsons_interval_holds_the_true_share_about_as_often_as_it_says(people):
    shares = np.linspace(0.01, 0.99, 99)
    ends = [wilson(count, people) for count in range(people + 1)]
    held = [
        sum(stats.binom.pmf(n, people, p) for n, end in enumerate(ends) if end is not None and end[0] <= p <= end[1])
        for p in shares
    ]
    mean, worst = float(np.mean(held)), float(min(held))
    assert 0.94 <= mean <= 0.97
    assert worst >= 0.83
    figure(f"Wilson of {people} people, enumerated", f"{mean:.1%} over all shares, {worst:.1%} at the worst one")
