"""Every formula of the outcomes against a published number, and against somebody else's code or straight counting."""

from itertools import combinations, permutations, product
from math import gamma, log, sqrt
from statistics import fmean, stdev

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from mat_desktop.workshop.outcomes import allocation, flips, labels, pooling
from mat_desktop.workshop.outcomes.association import spearman
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.effect import exact_j, jackknife_error, of_cases, standardised_change
from mat_desktop.workshop.outcomes.flips import shift, sign_flips
from mat_desktop.workshop.outcomes.interval import bootstrap_interval, t_interval, wilson
from mat_desktop.workshop.outcomes.likeness import design_effect, likeness
from mat_desktop.workshop.outcomes.missing import ScaleRoom, sensitivity
from mat_desktop.workshop.outcomes.permutation import relabelled
from mat_desktop.workshop.outcomes.power import people_needed, permutation_power, power
from mat_desktop.workshop.outcomes.reliable import (
    Better,
    Class,
    Norms,
    classified,
    difference_error,
    reliable_change_index,
    standard_error,
)
from mat_desktop.workshop.outcomes.spread import decimals
from mat_desktop.workshop.outcomes.summary import Verdict, summarised
from tests.sure import sure

MAIZE = (49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48)
"""Fisher 1935, The Design of Experiments: height differences of Darwin's fifteen pairs of maize, eighths of an inch."""
BCG = (
    *((4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13536, 248, 12619), (33, 5036, 47, 5761)),
    *((180, 1361, 372, 1079), (8, 2537, 10, 619), (505, 87886, 499, 87892), (29, 7470, 45, 7232)),
    *((17, 1699, 65, 1600), (186, 50448, 141, 27197), (5, 2493, 3, 2338), (27, 16886, 29, 17825)),
)
"""Colditz et al. 1994, JAMA 271: thirteen trials of BCG against tuberculosis, ill and well with and without it."""
SMALL = st.integers(-9, 9)


def bcg() -> list[pooling.Study]:
    return [
        pooling.Study(str(n), log((a / (a + b)) / (c / (c + d))), 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d))
        for n, (a, b, c, d) in enumerate(BCG)
    ]


def test_reliable_change_gives_the_worked_example_of_jacobson_and_truax_1991():
    assert standard_error(7.5, 0.80) == pytest.approx(3.35, abs=0.005)
    sdiff = difference_error(7.5, 0.80)
    assert sdiff == pytest.approx(4.74, abs=0.005)
    assert reliable_change_index(32.5, 47.5, sdiff) == pytest.approx(3.16, abs=0.005)
    cuts = [Norms(Better.HIGHER, 40, 7.5, 0.80, 60, 7.5, which).cut() for which in "abc"]
    assert cuts == pytest.approx([55, 45, 50])
    cuts = [Norms(Better.LOWER, 60, 7.5, 0.80, 40, 7.5, which).cut() for which in "abc"]
    assert cuts == pytest.approx([45, 55, 50]), "where less is better, health lies below"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (32.5, 52, Class.RECOVERED),
        (32.5, 47.5, Class.IMPROVED),
        (45, 52, Class.UNCHANGED),
        (45, 30, Class.DETERIORATED),
        (55, 30, Class.HEALTHY),
        (50, 60, Class.RECOVERED),
    ],
)
def test_each_class_of_change_in_both_directions(before, after, expected):
    higher = Norms(Better.HIGHER, 40, 7.5, 0.80, 60, 7.5)
    lower = Norms(Better.LOWER, 60, 7.5, 0.80, 40, 7.5)
    assert classified(before, after, higher) is expected
    assert classified(100 - before, 100 - after, lower) is expected


def test_a_change_of_exactly_196_is_not_beyond_it_and_without_reliability_nobody_is_classified():
    norms = Norms(Better.HIGHER, 40, 1 / sqrt(2), 0.0, 60, 1)
    assert classified(0, 1.96, norms) is Class.UNCHANGED
    assert classified(0, 1.9601, norms) is Class.IMPROVED
    assert classified(0, 9, Norms(Better.HIGHER, 40, 7.5)) is None
    assert Norms(Better.LOWER, sd=2, reliability=0.9).cut() is None


@pytest.mark.parametrize("df", [2, 3, 9, 40])
def test_the_correction_for_small_samples_is_the_ratio_of_gamma_functions(df):
    assert exact_j(df) == pytest.approx(gamma(df / 2) / (sqrt(df / 2) * gamma((df - 1) / 2)))
    if df > 8:
        assert exact_j(df) == pytest.approx(1 - 3 / (4 * df - 1), abs=0.001)  # Hedges 1981, the usual approximation
    with pytest.raises(ValueError, match="degrees of freedom"):
        exact_j(1)


def cases(*groups: tuple[tuple[float, float | None], ...]) -> list[OutcomeCase]:
    """Partnerships of people as baseline and outcome at one year."""
    return [
        OutcomeCase(f"{g}.{n}", str(g), before, {} if after is None else {12: after})
        for g, people in enumerate(groups)
        for n, (before, after) in enumerate(people)
    ]


GROUP = cases(((18, 9), (15, 10)), ((20, 18), (14, None)), ((9, 7), (16, 15)), ((21, 12), (11, 8)))


def test_standardised_change_and_its_variance_are_those_of_the_formula():
    before, after = [18, 15, 20, 9, 16, 21, 11], [9, 10, 18, 7, 15, 12, 8]
    found = sure(of_cases(GROUP, 12))
    r = stats.pearsonr(before, after).statistic
    g = (1 - 3 / (4 * 6 - 1)) * (fmean(after) - fmean(before)) / stdev(before)
    assert found.g == pytest.approx(g, rel=0.002)
    assert found.v == pytest.approx(2 * (1 - r) / 7 + found.g**2 / 14)
    assert standardised_change([1, 1, 1], [2, 3, 4]) is None
    assert standardised_change([1, 2], [2, 3]) is None


def test_the_error_that_leaves_out_one_partnership_at_a_time_is_the_jackknife():
    values = [sure(of_cases([c for c in GROUP if c.partnership != left], 12)).g for left in "0123"]
    expected = sqrt(3 / 4 * sum((v - fmean(values)) ** 2 for v in values))
    assert jackknife_error(GROUP, 12) == pytest.approx(expected)
    assert jackknife_error(GROUP[:4], 12) is None


def test_the_interval_of_the_mean_is_students_over_partnership_means():
    means = [-7, -2, -1.5, -6]
    low, high = stats.t.interval(0.95, 3, loc=fmean(means), scale=stats.sem(means))
    assert t_interval(means) == pytest.approx((low, high))
    assert summarised(GROUP, Norms(Better.LOWER)).ci_t == pytest.approx((low, high))
    assert t_interval([3.0]) is None
    assert t_interval([3.0, 3.0]) is None


def test_wilsons_interval_agrees_with_statsmodels_and_with_newcombes_example():
    from statsmodels.stats.proportion import proportion_confint

    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=0.0001)  # Newcombe 1998, Stat. Med. 17, method 3
    for count, total in ((0, 9), (9, 9), (3, 7)):
        assert wilson(count, total) == pytest.approx(proportion_confint(count, total, method="wilson"))
    assert wilson(0, 0) is None


def test_a_bootstrap_is_told_from_fifteen_partnerships_on_and_is_always_the_same():
    assert bootstrap_interval(MAIZE[:14]) is None
    low, high = sure(bootstrap_interval(MAIZE))
    assert (low, high) == bootstrap_interval(MAIZE)
    assert low < fmean(MAIZE) < high
    assert bootstrap_interval([2.0] * 20) is None


def test_sign_flips_of_fishers_maize_give_1726_of_32768():
    found = sure(sign_flips(MAIZE))
    assert (round(found.p * 32768), found.arrangements, found.exact) == (1726, 32768, True)
    assert found.smallest == 2 / 32768


@settings(max_examples=40, deadline=None)
@given(st.lists(SMALL, min_size=1, max_size=8))
def test_sign_flips_agree_with_straight_counting(means):
    found = sign_flips([m / 3 for m in means])
    if not any(means):
        assert found is None
        return
    sums = [abs(sum(s * m for s, m in zip(signs, means, strict=True))) for signs in product((1, -1), repeat=len(means))]
    assert sure(found).p == pytest.approx(sum(s >= abs(sum(means)) for s in sums) / len(sums))


@pytest.mark.parametrize("unit", [1e-30, 1e-9, 1.0, 1e9])
def test_a_test_says_the_same_in_whatever_unit_people_were_measured(unit):
    assert sure(sign_flips([m * unit for m in MAIZE])).p == 1726 / 32768
    arms = [float(n % 2) for n in range(len(MAIZE))]
    assert sure(relabelled([m * unit for m in MAIZE], arms)).test == sure(relabelled(MAIZE, arms)).test


@pytest.mark.parametrize("dust", [5e-324, 2.3e-229, 1e-101])
def test_values_that_differ_by_less_than_can_be_squared_do_not_differ(dust):
    apart, alike = [0.0, 1.0, 2.0, 3.0], [0.0, 0.0, dust, 0.0]
    assert standardised_change(apart, alike) is None
    assert standardised_change(alike, apart) is None
    assert t_interval(alike) is None
    assert bootstrap_interval(alike * 5) is None
    assert relabelled(alike, [0, 0, 1, 1]) is None
    assert likeness([OutcomeCase(str(n), "ab"[n % 2], 0.0, {12: value}) for n, value in enumerate(alike)], 12) is None


def test_values_that_differ_by_the_rounding_of_a_sum_do_not_differ():
    assert t_interval([0.1 + 0.2, 0.3, 0.3]) is None
    assert t_interval([0.3, 0.3001, 0.3]) is not None


def test_many_partnerships_are_drawn_and_come_close_to_the_exact_answer():
    values = [float(v) for v in MAIZE] + [3.0, -5.0, 8.0]
    found = sure(sign_flips(values))
    exact = stats.permutation_test((values,), np.mean, permutation_type="samples", n_resamples=2**18).pvalue
    assert not found.exact
    assert found.p == pytest.approx(exact, abs=0.01)


@settings(max_examples=40, deadline=None)
@given(st.lists(SMALL, min_size=2, max_size=4), st.lists(SMALL, min_size=2, max_size=4))
def test_two_arms_are_compared_by_relabelling_partnerships(first, second):
    values = [v / 3 for v in (*first, *second)]
    found = relabelled(values, [1.0] * len(first) + [0.0] * len(second))
    if len(set(values)) == 1:
        assert found is None
        return
    observed = abs(fmean(values[: len(first)]) - fmean(values[len(first) :]))
    places = range(len(values))
    far = []
    for chosen in combinations(places, len(first)):
        inside = [values[n] for n in chosen]
        outside = [values[n] for n in places if n not in chosen]
        far.append(abs(fmean(inside) - fmean(outside)) >= observed - 1e-9)
    assert found is not None
    assert found.test.p == pytest.approx(sum(far) / len(far))
    assert found.test.exact
    assert found.difference == pytest.approx(fmean(values[: len(first)]) - fmean(values[len(first) :]))


@settings(max_examples=25, deadline=None)
@given(st.lists(SMALL, min_size=6, max_size=7))
def test_an_ordered_contrast_of_three_arms_agrees_with_straight_counting(values):
    scores = [0.0, -1.0, -2.0, 0.0, -1.0, -2.0, 0.0][: len(values)]
    found = relabelled(values, scores)
    if len(set(values)) == 1:
        assert found is None
        return
    middle = fmean(scores)

    def far(order: tuple[float, ...]) -> float:
        return float(abs(sum((s - middle) * (v - fmean(values)) for s, v in zip(order, values, strict=True))))

    counted = [far(order) >= far(tuple(scores)) - 1e-9 for order in permutations(scores)]
    assert sure(found).test.p == pytest.approx(sum(counted) / len(counted))
    assert sure(found).difference is None, "three arms have no one difference"


def test_arms_allotted_in_blocks_are_exchanged_within_their_blocks_only():
    values, scores, blocks = [5, 1, 9, 2], [1.0, 0.0, 1.0, 0.0], ["a", "a", "b", "b"]
    found = sure(relabelled(values, scores, blocks)).test
    assert found.arrangements == 4
    assert found.p == 2 / 4
    assert found.smallest == 2 / 4


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(SMALL, st.booleans(), st.sampled_from("abc")), min_size=4, max_size=8))
def test_exchanging_the_names_of_two_arms_changes_no_p_and_only_the_sign_of_their_difference(rows):
    values = [v / 3 for v, _, _ in rows]
    blocks = [block for _, _, block in rows]
    one, other = ([-float(arm is way) for _, arm, _ in rows] for way in (True, False))
    first, second = (relabelled(values, scores, blocks) for scores in (one, other))
    both = [b for b in "abc" if len({arm for _, arm, block in rows if block == b}) > 1]
    if first is None or second is None:
        assert first == second
        return
    assert both, "a block with one arm says nothing"
    assert first.test == second.test
    assert first.difference == pytest.approx(-sure(second.difference))
    far = 0
    centred = {b: fmean([v for v, k in zip(values, blocks, strict=True) if k == b]) for b in both}
    inside = [[n for n, k in enumerate(blocks) if k == b] for b in both]
    ways = [list({tuple(order) for order in permutations([one[n] for n in places])}) for places in inside]
    sums = [
        sum(
            score * (values[n] - centred[blocks[n]])
            for places, order in zip(inside, way, strict=True)
            for n, score in zip(places, order, strict=True)
        )
        for way in product(*ways)
    ]
    own = sum(one[n] * (values[n] - centred[blocks[n]]) for places in inside for n in places)
    far = sum(abs(x) >= abs(own) - 1e-9 for x in sums)
    assert first.test.p == pytest.approx(far / len(sums))


def test_a_block_that_holds_one_arm_only_changes_nothing():
    values, scores, blocks = [5.0, 1.0, 9.0, 2.0], [1.0, 0.0, 1.0, 0.0], ["a", "a", "b", "b"]
    alone = sure(relabelled(values, scores, blocks))
    beside = sure(relabelled([*values, 40.0, 44.0], [*scores, 1.0, 1.0], [*blocks, "c", "c"]))
    assert beside == alone
    assert relabelled([5.0, 1.0], [1.0, 0.0], ["a", "b"]) is None


@settings(max_examples=60, deadline=None)
@given(st.lists(SMALL, min_size=6, max_size=9), st.integers(-9, 9))
def test_a_shift_lies_in_the_interval_just_when_the_test_does_not_rule_it_out(means, off):
    low, high = sure(sure(shift([m / 4 for m in means])).interval)
    value = off / 4 + 0.01
    moved = sign_flips([m / 4 - value for m in means])
    assert (low <= value <= high) == (sure(moved).p > 0.05)


@settings(max_examples=40, deadline=None)
@given(st.lists(SMALL, min_size=4, max_size=5), st.lists(SMALL, min_size=4, max_size=5), st.integers(-9, 9))
def test_a_difference_lies_in_the_interval_just_when_the_test_of_the_arms_does_not_rule_it_out(first, second, off):
    scores = [1.0] * len(first) + [0.0] * len(second)
    value = off / 4 + 0.013
    found = relabelled([v / 4 for v in (*first, *second)], scores)
    moved = relabelled([v / 4 - value for v in first] + [v / 4 for v in second], scores)
    if found is None or moved is None or found.interval is None:
        return
    assert (found.interval[0] <= value <= found.interval[1]) == (moved.test.p > 0.05)


def test_the_shift_is_the_median_of_the_means_of_all_pairs():
    # Hollander & Wolfe 1999, Nonparametric Statistical Methods, example 3.1 (depression scores): -0.46.
    changes = [-0.952, 0.147, -1.022, -0.430, -0.620, -0.590, -0.490, 0.080, -0.010]
    assert sure(shift(changes)).estimate == pytest.approx(-0.46, abs=0.005)


def test_fewer_than_six_partnerships_rule_nothing_out_and_six_their_extremes():
    assert sure(shift([1.0, 2.0, 3.0, 4.0, 5.0])).interval is None
    assert sure(shift([3.0, 1.0, 2.0, 6.0, 5.0, 4.0])).interval == (1.0, 6.0)
    assert shift([]) is None


def test_test_and_interval_of_many_partnerships_come_from_the_same_draws():
    values = [float(v) for v in MAIZE] + [3.0, -5.0, 8.0]
    found = sure(shift(values))
    low, high = sure(found.interval)
    assert not sure(found.test).exact
    assert (low > 0 or high < 0) == (sure(found.test).p <= 0.05)
    moved = sure(shift([v + 12 for v in values]))
    assert sure(moved.interval) == pytest.approx((low + 12, high + 12))
    assert sum(len(part) for part in flips._drawn(18)) == labels.DRAWS


def test_a_rank_correlation_is_counted_over_every_order():
    first, second = [1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5]
    found = sure(spearman(first, second))
    rhos = [abs(stats.spearmanr(first, order).statistic) for order in permutations(second)]
    assert found.p == pytest.approx(sum(r >= abs(found.rho) - 1e-9 for r in rhos) / len(rhos))
    assert found.exact
    tied = sure(spearman([1, 1, 2, 3], [4, 4, 4, 9]))
    assert tied.rho == pytest.approx(stats.spearmanr([1, 1, 2, 3], [4, 4, 4, 9]).statistic)
    assert spearman([1, 1, 1], [1, 2, 3]) is None
    assert spearman([1, 2], [1, 2]) is None


def test_a_rank_correlation_of_nine_ten_and_thirteen():
    # Zar 2010, Biostatistical Analysis, table B.20: for nine pairs rho .700 is the two-sided five per cent point.
    order = list(range(1, 14))
    found = sure(spearman(order[:9], [3, 1, 2, 6, 4, 9, 5, 8, 7]))
    assert found.exact
    assert (found.rho >= 0.7) == (found.p <= 0.05)
    turned = sure(spearman(order[:10], order[9::-1]))
    assert (turned.rho, turned.exact) == (-1, True)
    assert turned.p == turned.smallest == pytest.approx(5.5115e-07, rel=1e-4), "2 of 10!, and never by t"
    drawn = sure(spearman(order, [2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11, 13]))
    assert not drawn.exact
    assert drawn.p == drawn.smallest == 1 / 20_000, "never below one in the draws and the one observed"


def test_changes_that_only_rounding_tells_apart_are_tied():
    contact = [10, 20, 30, 40, 50]
    changes = [0.025, 0.30 - 0.35, -0.05, 0.05, -0.3]
    assert changes[1] != changes[2]
    found = sure(spearman(contact, changes))
    assert (found.rho, found.p) == pytest.approx((-0.359092, 0.633333), abs=1e-6)
    assert spearman(contact, [0.3, 0.1 + 0.2, 0.3, 0.3, 0.3]) is None, "nothing varies"


def test_likeness_of_partners_is_the_icc_of_analysis_of_variance_and_may_be_negative():
    import pandas as pd
    from statsmodels.formula.api import ols
    from statsmodels.stats.anova import anova_lm

    data = cases(((10, 4), (10, 5)), ((10, 9), (10, 7)), ((10, 2), (10, 3), (10, 4)), ((10, 8), (10, None)))
    heard = [c for c in data if c.change(12) is not None and c.partnership != "3"]
    frame = pd.DataFrame({"change": [c.change(12) for c in heard], "pair": [c.partnership for c in heard]})
    squares = anova_lm(ols("change ~ C(pair)", frame).fit())["mean_sq"]
    sizes = frame.groupby("pair").size()
    k = (sizes.sum() - (sizes**2).sum() / sizes.sum()) / (len(sizes) - 1)
    expected = (squares.iloc[0] - squares.iloc[1]) / (squares.iloc[0] + (k - 1) * squares.iloc[1])
    found = sure(likeness(data, 12))
    assert found.icc == pytest.approx(expected)
    apart = cases(((10, 2), (10, 8)), ((10, 8), (10, 2)))
    assert sure(likeness(apart, 12)).icc == pytest.approx(-1)
    assert likeness(data[:2], 12) is None
    assert sure(found.interval)[0] < expected < sure(found.interval)[1]
    assert design_effect(-0.4, data, 12) == 1
    assert design_effect(0.5, data, 12) == pytest.approx(1 + (8 / 4 - 1) * 0.5)


def test_the_interval_of_the_icc_is_shrout_and_fleiss_for_their_own_example():
    # Shrout & Fleiss 1979, Psychol. Bull. 86, table 2: six targets, four judges, ICC(1,1) .17, 95 % -.13 to .72.
    ratings = [(9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7)]
    found = sure(likeness(cases(*(tuple((0, value) for value in row) for row in ratings)), 12))
    assert (found.icc, *sure(found.interval)) == pytest.approx((0.166, -0.133, 0.723), abs=0.001)


def test_what_the_missing_could_change_is_worked_out_and_where_the_change_would_vanish():
    data = cases(((10, 8), (10, None)), ((10, 9), (10, None)), ((10, 12), (10, 11)))
    found = sensitivity(data, Better.LOWER, 12)
    assert found.missing == 2
    assert found.observed == pytest.approx((-2 - 1 + 1.5) / 3)
    assert found.no_change == pytest.approx((-1 - 0.5 + 1.5) / 3)
    assert found.worst == pytest.approx((0 + 0.5 + 1.5) / 3)
    heard = fmean([-2, -1, 2, 1])
    supposed = heard + sure(found.tipping_point)
    assert fmean([(-2 + supposed) / 2, (-1 + supposed) / 2, 1.5]) == pytest.approx(0)
    assert sensitivity(cases(((10, None), (9, None))), Better.LOWER, 12).observed is None
    whole = sensitivity(cases(((10, 8), (10, 7))), Better.LOWER, 12)
    assert (whole.missing, whole.tipping_point, whole.worst) == (0, None, None), "where nobody is missing"


@pytest.mark.parametrize(
    ("ends", "room"),
    [((0, 16), ScaleRoom.ENOUGH), ((0, 15), ScaleRoom.NOT_FOR_ALL), ((0, 11), ScaleRoom.TOO_LITTLE), (None, None)],
)
def test_whether_the_scale_has_room_for_the_tipping_point_is_known_where_its_ends_are(ends, room):
    # Two partnerships did 6 better. Of two people alone each would have to be 6 worse: at 16 and at 8.
    data = cases(((10, 4), (10, 4)), ((10, 4), (10, 4)), ((10, None),), ((2, None),))
    found = sensitivity(data, Better.LOWER, 12, ends)
    assert found.tipping_point == pytest.approx(12)
    assert found.room is room
    up = cases(((10, 16), (10, 16)), ((10, 16), (10, 16)), ((10, None),), ((18, None),))
    turned = None if ends is None else (20 - ends[1], 20 - ends[0])
    assert sensitivity(up, Better.HIGHER, 12, turned).room is room


@pytest.mark.parametrize("better", Better)
def test_of_twenty_people_of_whom_two_were_heard_from_little_tips_the_change(better):
    sign = 1 if better is Better.HIGHER else -1
    data = cases(*(((0.0, 10.0 * sign if n < 2 else None),) for n in range(20)))
    found = sensitivity(data, better, 12)
    assert found.tipping_point == pytest.approx(10 / 0.9), "a share of .9 is missing"


def test_the_last_known_value_is_carried_forward_only_to_a_later_occasion():
    data = [OutcomeCase("a", "1", 10, {6: 7}), OutcomeCase("b", "1", 10, {12: 6})]
    assert sensitivity(data, Better.LOWER, 12).last_carried_forward == pytest.approx((-3 - 4) / 2)
    assert sensitivity(data, Better.LOWER, 6).last_carried_forward == pytest.approx((-3 + 0) / 2)


def test_the_bcg_trials_pool_to_the_published_figures():
    found = pooling.pool(bcg(), pooling.tau2_reml)
    assert (found.tau2, found.mu, found.se) == pytest.approx((0.3132, -0.7145, 0.1798), abs=0.00005)
    assert pooling.heterogeneity(bcg()).q == pytest.approx(152.233, abs=0.0005)
    assert pooling.heterogeneity(bcg()).i2 == pytest.approx(0.9212, abs=0.0001)
    by_moments = pooling.pool(bcg(), pooling.tau2_dl)
    assert (by_moments.tau2, by_moments.mu) == pytest.approx((0.3088, -0.7141), abs=0.00005)


def test_pooling_agrees_with_statsmodels_hartung_and_knapp_too():
    from statsmodels.stats.meta_analysis import combine_effects

    studies = bcg()
    effects, variances = (np.array([getattr(s, name) for s in studies]) for name in "gv")
    other = combine_effects(effects, variances, method_re="chi2", use_t=True)
    found = pooling.pool(studies, pooling.tau2_dl)
    assert found.tau2 == pytest.approx(other.tau2)
    assert found.mu == pytest.approx(other.mean_effect_re)
    assert found.se == pytest.approx(other.sd_eff_w_re)
    assert sure(found.unfloored).se == pytest.approx(other.sd_eff_w_re_hksj)
    half = stats.t.ppf(0.975, 12) * sure(found.unfloored).se
    assert sure(found.unfloored).ci == pytest.approx((found.mu - half, found.mu + half))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.floats(-2, 2), st.floats(0.01, 2)), min_size=2, max_size=8))
def test_no_variance_between_workshops_is_likelier_than_the_one_that_is_found(pairs):
    studies = [pooling.Study(str(n), g, v) for n, (g, v) in enumerate(pairs)]

    def likelihood(tau2: float) -> float:
        weights = np.array([1 / (s.v + tau2) for s in studies])
        y = np.array([s.g for s in studies])
        mu = (weights * y).sum() / weights.sum()
        return float(0.5 * (np.log(weights).sum() - np.log(weights.sum()) - (weights * (y - mu) ** 2).sum()))

    found = likelihood(pooling.tau2_reml(studies))
    assert all(found >= likelihood(t) - 1e-7 for t in np.linspace(0, 6, 400))


def test_a_q_below_one_is_floored_and_one_workshop_has_neither_t_nor_prediction():
    alike = [pooling.Study(name, g, 0.2) for name, g in (("a", 0.50), ("b", 0.51), ("c", 0.52))]
    found = pooling.pool(alike, pooling.tau2_reml)
    assert sure(found.floored).q == 1
    assert sure(found.unfloored).q < 0.01
    assert sure(found.floored).se == pytest.approx(found.se)
    one = pooling.pool(alike[:1], pooling.tau2_dl)
    assert (one.floored, one.unfloored, one.prediction, one.mu) == (None, None, None, 0.50)
    assert pooling.pool(alike[:2], pooling.tau2_dl).prediction is None
    assert "nothing to pool" in pooling.certainty(1)
    assert "very uncertain" in pooling.certainty(4)
    assert "uncertain" not in pooling.certainty(5)


def test_planning_takes_the_partnership_as_the_unit():
    # Donner & Klar 2000: t with 2m - 2 degrees of freedom over m partnerships, whose means vary by (1 + ICC) / 2.
    from statsmodels.stats.power import TTestIndPower

    for d, m, icc in ((0.5, 30, 0.0), (0.8, 12, 0.3), (1.5, 4, 0.0)):
        alone = TTestIndPower().power(d / sqrt((1 + icc) / 2), m, 0.05)
        assert power(d, m, icc) == pytest.approx(alone)
    assert power(1.5, 4) == pytest.approx(0.71, abs=0.005)
    assert permutation_power(1.5, 4) == pytest.approx(0.53, abs=0.025)
    assert people_needed(2.0).partnerships == 4, "of three an arm the smallest p is .10"
    many = people_needed(0.05).people
    assert many / people_needed(0.05, icc=0.5).people == pytest.approx(1 / 1.5, rel=1e-3)
    assert many == pytest.approx(TTestIndPower().solve_power(0.05, power=0.8, alpha=0.05), rel=1e-3)


def test_people_who_come_in_pairs_need_more_of_them_and_whole_partnerships():
    found = people_needed(0.5, icc=0.3)
    assert (found.partnerships, found.whole_people) == (42, 84)
    assert power(0.5, found.partnerships, icc=0.3) >= 0.8
    assert power(0.5, found.partnerships - 1, icc=0.3) < 0.8
    with pytest.raises(ValueError, match="Planning needs"):
        people_needed(0)


def test_exchanging_labels_in_drawn_ways_finds_about_what_every_way_finds():
    assert permutation_power(0.8, 12) == pytest.approx(power(0.8, 12), abs=0.04)
    assert permutation_power(1.5, 6) == pytest.approx(power(1.5, 6), abs=0.04)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 31), min_size=400, max_size=400), st.integers(2, 4), st.integers(1, 30))
def test_every_block_of_an_allocation_holds_each_arm_equally_often(draw, many, long):
    arms = [f"arm {n}" for n in range(many)]
    slots = allocation.blocks(arms, "young", long, draw)
    assert len(slots) >= long
    for block in {s.block for s in slots}:
        inside = [s.arm for s in slots if s.block == block]
        assert len({inside.count(arm) for arm in arms}) == 1
        assert inside.count(arms[0]) in (1, 2)


def test_an_allocation_is_sealed_so_that_one_changed_place_shows():
    slots = allocation.blocks(["daily", "weekly"], "", 6, list(range(32)) * 3)
    sealed = allocation.seal(slots, "salt")
    assert len(sealed) == 64
    assert allocation.seal(slots, "salt") == sealed
    changed = (allocation.ArmSlot("", 1, "weekly" if slots[0].arm == "daily" else "daily"), *slots[1:])
    assert allocation.seal(changed, "salt") != sealed
    assert allocation.seal(slots, "other") != sealed
    with pytest.raises(ValueError, match="Too few"):
        allocation.blocks(["daily", "weekly"], "", 6, [1])


def test_a_partnership_of_which_one_member_was_heard_from_counts():
    found = summarised(GROUP, Norms(Better.LOWER))
    assert (found.began, found.partnerships, found.analysed) == (8, 4, 7)
    assert found.mean_change == pytest.approx(fmean([-7, -2, -1.5, -6]))
    assert found.mean_change_people == pytest.approx(fmean([-9, -5, -2, -2, -1, -9, -3]))


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ([], "Nobody has begun"),
        (cases(((10, None), (9, None)), ((8, None), (7, None))), "nothing can be said about change"),
        (cases(((10, 8), (9, 7))), "Fewer than six partnerships"),
        (cases(((10, 8), (9, 7)), ((6, 4), (5, 3))), "and spread"),
        (cases(((10, 10), (9, 9)), ((6, 6), (5, 5))), "In no partnership did the mean change"),
        (cases(((10, 8), (10, 7)), ((10, 9), (10, 9))), "values that differ before and after"),
    ],
)
def test_what_cannot_be_worked_out_is_none_with_a_sentence_and_never_made_up(people, said):
    found = summarised(people, Norms(Better.LOWER, reliability=0.9))
    assert said in " ".join(found.notes)
    if len({c.partnership for c in people}) < 2:
        assert found.shift is None or found.shift.interval is None
        assert found.se_jackknife is None
        assert found.likeness is None


@pytest.mark.parametrize("d", [0.05, -0.05, 5])
def test_the_smallest_and_the_largest_difference_that_can_be_planned_for_are_planned_for(d):
    assert people_needed(d).people >= 2
    for beyond in (d * 0.99, d * 1.01):
        if not 0.05 <= abs(beyond) <= 5:
            with pytest.raises(ValueError, match="Planning needs d from"):
                people_needed(beyond)


@pytest.mark.parametrize("partnerships", [18, 100, 101, 1_000, 30_000])
def test_however_many_partnerships_are_drawn_for_each_is_drawn_as_often_and_little_stands_in_memory(partnerships):
    found = flips._drawn(partnerships)
    assert sum(len(part) for part in found) == labels.DRAWS == 19_999
    assert max(part.size for part in found) <= 2_000_000


def test_each_figure_belongs_to_one_occasion_and_nothing_stands_in_for_a_missing_answer():
    data = [
        OutcomeCase(f"{pair}{member}", pair, 10.0, {6: 8.0} if pair in "ab" else {6: 9.0, 12: 4.0 + n})
        for n, pair in enumerate("abcdefgh")
        for member in (1, 2)
    ]
    last = summarised(data, Norms(Better.LOWER))
    assert (last.at, last.analysed, last.partnerships_analysed) == (12, 12, 6)
    assert last.heard == {6: 16, 12: 12}
    assert last.mean_change == pytest.approx(fmean([4.0 + n - 10 for n in range(2, 8)]))
    half = summarised(data, Norms(Better.LOWER), 6)
    assert (half.at, half.analysed) == (6, 16)
    assert last.sensitivity.missing == 4


def test_both_sides_of_a_change_are_about_the_same_goals():
    case = OutcomeCase("a", "1", 22.6, {6: 30.0, 12: 37.4}, starts={6: 30.0})
    assert case.change(6) == 0
    assert case.change(12) == pytest.approx(14.8)


def test_those_who_began_healthy_are_counted_among_the_worse_and_not_among_those_who_could_get_better():
    norms = Norms(Better.LOWER, 20, 5, 0.9, 5, 5)
    data = cases(((20, 6), (20, 20)), ((18, 30), (4, 18)), ((4, 4), (4, 5)))
    found = sure(summarised(data, norms).each)
    assert (found.improved.count, found.improved.of) == (1, 3)
    assert (found.deteriorated.count, found.deteriorated.of) == (2, 6)
    assert (found.better_from_health, found.worse_from_health) == (0, 1)


def test_pairs_who_change_alike_make_a_share_less_certain():
    plain, wider = sure(wilson(4, 8)), sure(wilson(4, 8, design_effect=1.5))
    assert wider[0] < plain[0] < plain[1] < wider[1]
    assert wilson(4, 8, design_effect=2.0) == pytest.approx(wilson(2, 4))


def test_one_verdict_comes_from_one_test():
    def verdict(*changes: float) -> Verdict:
        return summarised(cases(*(((10, 10 + c), (10, 10 + c)) for c in changes)), Norms(Better.LOWER)).verdict

    assert verdict(-1, -2, -3, -4, -5) is Verdict.TOO_FEW
    assert verdict(-1, -2, -3, -4, -5, -6) is Verdict.BETTER
    assert verdict(1, 2, 3, 4, 5, 6) is Verdict.WORSE
    assert verdict(-1, -2, -3, -4, -5, 1) is Verdict.OPEN
    assert verdict(0, 0, 0, 0, 0, 0) is Verdict.UNMOVED
    assert summarised([], Norms(Better.LOWER)).verdict is Verdict.NOTHING


def test_a_mean_is_told_with_one_decimal_more_than_the_answers_have():
    assert decimals([1, 2, 3]) == 1
    assert decimals([1.5, 2.0, 3.5]) == 2
    assert decimals([22.6387, 50.0]) == 1
    assert decimals([]) == 1
