"""The picture of several workshops: a line is as long as the interval in words beside it, and the axis can be read."""

import pytest

from mat_desktop.facilitation.shown.outcomes import forest
from mat_desktop.workshop.outcomes.pooling import Study, pool, tau2_dl

HALL, PIER = Study("Hall, 2026", 0.5, 0.04), Study("Pier, 2027", 0.9, 0.16)


def drawn(*studies: Study):
    return forest(studies, pool(studies, tau2_dl))


def numbers(words: str) -> list[float]:
    """`0.50 (−0.10 to 0.90)` as three numbers."""
    return [float(part) for part in words.replace("−", "-").replace("(", "").replace(")", "").split() if part != "to"]


@pytest.mark.parametrize("studies", [(HALL,), (HALL, PIER), (HALL, PIER, Study("Quay", -0.4, 0.09))])
def test_each_line_reaches_as_far_as_its_words_say_on_the_scale_of_the_ticks(studies):
    found = drawn(*studies)
    (first, one), *_, (last, other) = [(x, numbers(words)[0]) for x, words in found.ticks]
    for row in found.rows:
        for place, said in zip((row.x, row.low, row.high), numbers(row.words), strict=True):
            assert one + (place - first) / (last - first) * (other - one) == pytest.approx(said, abs=0.006)
    assert all(0 <= place <= 1 for row in found.rows for place in (row.low, row.x, row.high))


def test_a_workshop_has_the_interval_of_its_own_variance_and_the_heaviest_the_largest_square():
    hall, pier, *together = drawn(HALL, PIER).rows
    assert (hall.words, pier.words) == ("0.50 (0.11 to 0.89)", "0.90 (0.12 to 1.68)")
    assert [row.name for row in together] == ["All of them"]
    assert (hall.weight, together[0].weight, together[0].pooled) == (1, 1, True)
    assert 0 < pier.weight < 1


@pytest.mark.parametrize("size", [0.1, 0.4, 1, 3, 12])
def test_whatever_the_span_the_axis_has_from_three_to_nine_ticks_and_zero_is_one_of_them(size):
    found = drawn(Study("A", 0.5 * size, (0.2 * size) ** 2), Study("B", -0.3 * size, (0.3 * size) ** 2))
    assert 3 <= len(found.ticks) <= 9
    assert [x for x, words in found.ticks if words == "0"] == [pytest.approx(found.zero)]


def test_without_a_pooled_result_nothing_is_drawn():
    assert forest((), None).rows == forest((HALL,), None).rows == ()
