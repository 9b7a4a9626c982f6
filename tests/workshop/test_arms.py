"""Two arms at equal starts: every way of giving out their labels fitted again by least squares, and the same."""

from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.comparing import compared
from mat_desktop.workshop.outcomes.labels import every_way
from mat_desktop.workshop.outcomes.permutation import relabelled
from tests.sure import sure

ROWS = st.lists(
    st.tuples(st.integers(-30, 30), st.integers(0, 40), st.booleans(), st.sampled_from("ab")), min_size=6, max_size=8
)
"""Change, start, arm and block of some partnerships."""


def fitted(values, scores, blocks, start) -> tuple[float, float]:
    """The coefficient of the arm beside block and start, and its t, by least squares; t is 0 where there is none."""
    names = sorted(set(blocks))
    design = np.column_stack([scores, start, *([b == name for b in blocks] for name in names)]).astype(float)
    if np.linalg.matrix_rank(design) < design.shape[1]:
        return float("nan"), 0.0
    found = np.linalg.lstsq(design, np.asarray(values, dtype=float), rcond=None)[0]
    left = np.asarray(values) - design @ found
    error = np.sqrt(left @ left / (len(values) - design.shape[1]) * np.linalg.inv(design.T @ design)[0, 0])
    return float(found[0]), float(found[0] / error) if error > 1e-9 else float("inf")


def table(rows) -> tuple[list[float], list[float], list[str], list[float]]:
    """The blocks that hold both arms, as the test takes them."""
    both = [b for b in "ab" if len({arm for _, _, arm, block in rows if block == b}) > 1]
    kept = [row for row in rows if row[3] in both]
    return (
        [v / 3 for v, *_ in kept],
        [float(arm) for _, _, arm, _ in kept],
        [block for *_, block in kept],
        [b / 2 for _, b, _, _ in kept],
    )


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_a_difference_at_equal_starts_is_the_one_of_least_squares_and_its_p_counts_every_fit(rows):
    values, scores, blocks, start = table(rows)
    found = relabelled(values, scores, blocks, start=start) if values else None
    assume(found is not None and found.adjusted)
    own, far = fitted(values, scores, blocks, start)
    assume(np.isfinite(far))
    assert sure(sure(found).difference) == pytest.approx(own)
    places = [[n for n, b in enumerate(blocks) if b == name] for name in sorted(set(blocks))]
    ways = [sorted({tuple(order) for order in permutations([scores[n] for n in inside])}) for inside in places]
    further = 0
    for way in product(*ways):
        exchanged = list(scores)
        for inside, order in zip(places, way, strict=True):
            for n, score in zip(inside, order, strict=True):
                exchanged[n] = score
        further += abs(fitted(values, exchanged, blocks, start)[1]) >= abs(far) * (1 - 1e-7) - 1e-9
    test = sure(found).test
    assert test.exact
    assert test.p == pytest.approx(further / test.arrangements)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.integers(-60, 60))
def test_a_difference_at_equal_starts_lies_in_its_interval_just_when_the_test_does_not_rule_it_out(rows, off):
    values, scores, blocks, start = table(rows)
    value = off / 3 + 0.0131
    found = relabelled(values, scores, blocks, start=start) if values else None
    moved = [v - value * s for v, s in zip(values, scores, strict=True)]
    again = relabelled(moved, scores, blocks, start=start) if values else None
    assume(found is not None and again is not None and found.interval is not None)
    low, high = sure(sure(found).interval)
    assert (low <= value <= high) == (sure(again).test.p > 0.05)


def test_an_arm_that_began_worse_is_not_called_better_for_what_everybody_who_began_worse_does():
    # Change is minus half the start in both arms; one began 12 points higher.
    start = [10.0, 11, 13, 14, 22, 23, 25, 27]
    values = [-b / 2 + n % 2 * 0.1 for n, b in enumerate(start)]
    arms = [0.0] * 4 + [1.0] * 4
    plain, fair = sure(relabelled(values, arms)), sure(relabelled(values, arms, start=start))
    assert sure(plain.difference) < -5
    assert plain.test.p < 0.05
    assert sure(fair.difference) == pytest.approx(0, abs=0.2)
    assert fair.test.p > 0.3


def test_so_few_partnerships_that_nothing_is_left_are_compared_as_they_are():
    found = sure(relabelled([1.0, 4.0, 6.0], [1.0, 0.0, 0.0], start=[9.0, 8.0, 8.5]))
    assert not found.adjusted
    assert found.difference == pytest.approx(-4.0)
    four = sure(relabelled([1.0, 4.0, 6.0, 3.0], [1.0, 0.0, 0.0, 1.0], start=[9.0, 8.0, 8.5, 7.0]))
    assert four.adjusted
    alike = sure(relabelled([1.0, 4.0, 6.0, 3.0], [1.0, 0.0, 0.0, 1.0], start=[8.0] * 4))
    assert not alike.adjusted, "where all began alike there is nothing to allow for"


def test_arms_that_began_just_as_they_were_allotted_cannot_be_told_from_their_starts():
    assert relabelled([1.0, 4.0, 6.0, 3.0], [1.0, 0.0, 0.0, 1.0], start=[9.0, 2.0, 2.0, 9.0]) is None


@pytest.mark.parametrize("labels", ["aabb", "abc", "aabc", "aabbc", "abcd"])
def test_every_way_of_giving_out_labels_comes_once(labels):
    found = [tuple(row) for row in every_way(np.array([float(ord(one)) for one in labels]))]
    assert sorted(found) == sorted(set(permutations([float(ord(one)) for one in labels])))


def test_each_partnership_counts_with_the_mean_of_its_members_at_the_start():
    cases = [
        OutcomeCase(f"{pair}{n}", str(pair), start + n, {6: start + n - 3.0 * (pair % 2) - (pair == 5)}, "ab"[pair % 2])
        for pair, start in enumerate((10.0, 14.0, 12.0, 20.0, 17.0, 9.0))
        for n in (0, 2)
    ]
    found = sure(compared(cases, 6, ("b", "a")))
    assert found.adjusted
    scores = [1.0, 0.0, 1.0, 0.0, 1.0, 0.0]
    own = fitted([0.0, -3.0, 0.0, -3.0, 0.0, -4.0], [1 - s for s in scores], ["x"] * 6, [11, 15, 13, 21, 18, 10])[0]
    assert found.difference == pytest.approx(own)


def test_many_partnerships_in_one_block_are_compared_by_drawn_orders_and_it_is_said_so():
    scores = [float(n % 2) for n in range(21)]
    values = [0.9 * score + (7 * n % 11) / 5 for n, score in enumerate(scores)]
    found = sure(relabelled(values, scores))
    assert (found.test.exact, found.test.arrangements) == (False, 200_000)
    assert found.test.smallest == 1 / 200_001
    by_t = stats.ttest_ind(values[1::2], values[::2])
    assert found.test.p == pytest.approx(by_t.pvalue, abs=0.01)
    assert found.difference == pytest.approx(np.mean(values[1::2]) - np.mean(values[::2]))
    assert sure(found.interval) == pytest.approx(tuple(by_t.confidence_interval()), abs=0.05)


def test_a_difference_between_two_arms_is_the_same_whatever_numbers_stand_for_them():
    values, arms = [1.0, 4.0, 6.0, 3.0, 8.0, 2.5, 7.0, 9.0], [0.0, 1.0] * 4
    found, wider = sure(relabelled(values, arms)), sure(relabelled(values, [5 * arm for arm in arms]))
    assert found.difference == pytest.approx(np.mean(values[1::2]) - np.mean(values[::2]))
    assert (wider.difference, wider.test.p) == pytest.approx((found.difference, found.test.p))
    assert sure(wider.interval) == pytest.approx(sure(found.interval))
