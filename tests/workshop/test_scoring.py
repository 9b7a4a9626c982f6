"""Every shipped instrument against an independent, straight-line restatement of its published scoring."""

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mat_desktop.facilitation.answers.shelf import built_in, shipped
from mat_desktop.workshop.answers.instruments import typed_value
from mat_desktop.workshop.answers.scoring import check_fails, raised, score

SCORED = [key for key in built_in() if shipped(key).scoring is not None]


def patterns(items, top, *, missing=True):
    one = st.integers(0, top)
    return st.lists(st.none() | one if missing else one, min_size=items, max_size=items)


def numbered(answers):
    return dict(enumerate(answers, 1))


def half_up(total, answered, items):
    exact = total * items / answered
    return int(exact) + (1 if exact - int(exact) >= 0.5 else 0)


@pytest.mark.parametrize("key", SCORED)
def test_the_worked_examples_of_every_shipped_instrument_come_out(key):
    instrument = shipped(key)
    assert instrument.checks
    assert [check_fails(instrument, check) for check in instrument.checks] == [""] * len(instrument.checks)


def test_every_complete_gad_7_is_the_plain_sum_with_its_published_band():
    gad = shipped("gad-7")
    for answers in product(range(4), repeat=7):
        found = score(gad, numbered(answers))
        total = sum(answers)
        band = "minimal" if total < 5 else "mild" if total < 10 else "moderate" if total < 15 else "severe"
        assert (found.total, found.band, found.prorated, found.missing) == (total, band, False, 0)


@given(patterns(7, 3))
def test_a_gad_7_with_up_to_two_missing_is_prorated_and_beyond_has_no_total(answers):
    found = score(shipped("gad-7"), numbered(answers))
    there = [a for a in answers if a is not None]
    if 7 - len(there) > 2:
        assert found.total is None
        assert "missing" in found.problem
    else:
        assert found.total == half_up(sum(there), len(there), 7)
        assert found.prorated == (len(there) < 7)


@given(patterns(9, 3))
def test_a_phq_9_prorates_two_and_its_ninth_item_is_a_signal_whatever_the_total(answers):
    found = score(shipped("phq-9"), numbered(answers))
    there = [a for a in answers if a is not None]
    if 9 - len(there) > 2:
        assert found.total is None
    else:
        total = half_up(sum(there), len(there), 9)
        edges = [(4, "minimal"), (9, "mild"), (14, "moderate"), (19, "moderately severe"), (27, "severe")]
        assert (found.total, found.band) == (total, next(words for most, words in edges if total <= most))
    assert found.safety == ((9,) if answers[8] is None or answers[8] >= 1 else ())
    assert raised(shipped("phq-9"), numbered(answers)) == ((9,) if answers[8] else ())


@given(patterns(10, 4))
def test_a_core_10_turns_two_items_around_and_prorates_one(answers):
    found = score(shipped("core-10"), numbered(answers))
    turned = [4 - a if a is not None and n in (1, 2) else a for n, a in enumerate(answers)]
    there = [a for a in turned if a is not None]
    if len(there) < 9:
        assert found.total is None
    else:
        total = sum(there) * 10 / len(there)
        assert found.total == total
        assert found.band.startswith("at or above" if total >= 11 else "below")
    assert found.safety == ((6,) if answers[5] is None or answers[5] >= 1 else ())


@given(patterns(5, 5))
def test_a_who_5_is_four_times_its_sum_and_needs_every_item(answers):
    found = score(shipped("who-5"), numbered(answers))
    if None in answers:
        assert found.total is None
    else:
        assert found.total == 4 * sum(answers)
        assert found.band == ("low well-being" if 4 * sum(answers) <= 50 else "not low")


def total(answers: Sequence[int | None]) -> int | None:
    given = [answer for answer in answers if answer is not None]
    return sum(given) if len(given) == len(answers) else None


def test_every_phq_4_has_its_two_halves():
    for answers in product((None, 0, 1, 2, 3), repeat=4):
        found = score(shipped("phq-4"), numbered(answers))
        first, second = answers[:2], answers[2:]
        assert found.subscales["gad-2"] == total(first)
        assert found.subscales["phq-2"] == total(second)
        assert found.total == total(answers)


@pytest.mark.parametrize(("key", "items", "mark"), [("phq-2", 2, 3), ("gad-2", 2, 3)])
def test_the_two_item_screens_are_cut_at_three(key, items, mark):
    for answers in product(range(4), repeat=items):
        assert score(shipped(key), numbered(answers)).band.startswith(
            "at or above" if sum(answers) >= mark else "below"
        )


@given(patterns(8, 3))
def test_a_phq_8_prorates_two(answers):
    found = score(shipped("phq-8"), numbered(answers))
    there = [a for a in answers if a is not None]
    assert found.total == (None if len(there) < 6 else half_up(sum(there), len(there), 8))
    assert found.safety == ()


def test_a_value_that_is_not_on_the_form_is_refused():
    with pytest.raises(ValueError, match="Item 2 has no value 4"):
        score(shipped("phq-2"), {1: 0, 2: 4})


def test_a_typed_one_waits_only_where_ten_is_on_the_form():
    ruler, phq = shipped("rulers").items[0], shipped("phq-9").items[0]
    assert typed_value(phq, "1") == (1, False)
    assert typed_value(ruler, "1") == (1, True)
    assert typed_value(ruler, "10") == (10, False)
    assert typed_value(phq, "4") == (None, False)
    assert typed_value(shipped("who-5").items[0], "5") == (5, False)


def test_the_alliance_check_is_the_one_that_the_contact_step_asks():
    from mat_desktop.workshop.contact.alliance import ALLIANCE_ITEMS, ALLIANCE_NOTICE

    check = shipped("alliance-check")
    assert [item.words for item in check.items] == [item.words.rstrip(".") for item in ALLIANCE_ITEMS]
    assert check.notice == ALLIANCE_NOTICE
