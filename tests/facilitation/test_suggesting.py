from dataclasses import replace
from datetime import date

import pytest

from mat_desktop.facilitation.pairing import suggesting
from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.case import PairingCase

PEOPLE = 45


@pytest.fixture
def crowd():
    """An odd number of people, of whom each is as ready as nobody else."""
    ready = [n * 37 % 91 / 9 for n in range(PEOPLE)]
    people = (Candidate(str(n), f"P{n:02}", readiness=r, challenge_kind="abcd"[n % 4]) for n, r in enumerate(ready))
    return PairingCase(tuple(people), date(2026, 3, 16))


def asked_in_the_window(case):
    (found,) = suggesting.work(lambda _done, _of: None, case.people, (replace(case, people=()), 1))
    return found


def test_a_suggestion_that_came_to_its_end_says_nothing_of_how_good_it_is(crowd):
    found = asked_in_the_window(crowd)
    assert found.short == 0
    assert found.total == suggesting.answer(crowd).total
    assert "best possible" not in suggesting.said_openly(found)


def test_a_search_that_was_ended_says_that_the_lowest_fit_is_the_best_and_how_far_the_total_may_be_below(
    crowd, monkeypatch
):
    monkeypatch.setattr(suggesting, "MOST_STEPS", 0)
    found, top = asked_in_the_window(crowd), suggesting.answer(crowd)
    assert found.short > 0
    assert found.worst == top.worst
    assert top.total - found.total <= found.short
    sentence = f"all fits together are at most {found.short} below the best possible."
    assert sentence in suggesting.said_openly(found)
    before = suggesting.SuggestionRequest(
        case=crowd, proposed=frozenset((tuple(map(int, p.members)), False) for p in found.partnerships)
    )
    assert sentence in suggesting.what_would_change(before, found)
    assert suggesting.what_would_change(before, replace(found, short=0)) == "The board is the best answer to this."


def test_the_command_line_searches_to_the_end(crowd, monkeypatch):
    monkeypatch.setattr(suggesting, "MOST_STEPS", 0)
    assert suggesting.answer(crowd).short == 0
