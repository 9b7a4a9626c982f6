"""Bars of the ratings of an alliance, month by month."""

import pytest

from mat_desktop.facilitation.shown.outcomes import months_of_alliance


def test_a_month_stands_where_it_belongs_with_its_lowest_middle_and_highest_rating_as_shares_of_ten():
    first, last = months_of_alliance([(1, 4, 3.0, 6.5, 9.0), (4, 2, 7.0, 8.0, 10.0)])
    assert (first.month, first.count) == (1, 4)
    assert (last.month, last.count) == (4, 2)
    assert [first.x, first.low, first.middle, first.high] == pytest.approx([0.25, 0.3, 0.65, 0.9])
    assert [last.x, last.low, last.middle, last.high] == pytest.approx([1, 0.7, 0.8, 1])


def test_without_a_rating_there_is_no_bar():
    assert months_of_alliance([]) == ()
