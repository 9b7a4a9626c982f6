"""The board tells the truth: what a move would do is what it does."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mat_desktop.facilitation.pairing import ballots, board, moves
from mat_desktop.facilitation.pairing.board import BoardChange
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.criteria.schedule import find
from mat_desktop.workshop.pairing.nouns import Choice
from mat_desktop.workshop.participants.participant import DayKind, PartOfDay
from mat_desktop.workshop.refusal import Refusal
from tests.people import WORKSHOP_DAY

NAMES = ("Ana", "Ben", "Cleo", "Dov", "Eva", "Finn", "Gro")
MOVES = st.lists(
    st.tuples(
        st.sampled_from(["swap", "together", "join", "out"]), st.integers(1, len(NAMES)), st.integers(1, len(NAMES))
    ),
    min_size=4,
    max_size=8,
)


@pytest.fixture
def table(desk, workshop_id, include):
    """Seven people with times, languages and ballots of their own."""
    for number, name in enumerate(NAMES):
        key = include(name)
        for part in list(PartOfDay)[number % 2 :: 2]:
            participants.set_window(desk, key, DayKind.WEEKDAYS, part, free=True)
            if number % 3:
                participants.set_window(desk, key, DayKind.WEEKEND, part, free=True)
        participants.change(
            desk, key, participants.PersonField.LANGUAGES, "English" if number % 3 else "English, Māori"
        )
    ballots.mark(desk, 1, 2, Choice.GLADLY)
    ballots.mark(desk, 3, 4, Choice.RATHER_NOT)
    return desk


def beside(desk, person):
    return next((c for c in board.board(desk, 1).cards if person in dict(c.members)), None)


def foretold(desk, kind, first, second) -> tuple[tuple[BoardChange, ...], Callable[[], object] | None]:
    """What the board would show for a move, and the deed it would do; nothing where it takes no drop."""
    mine, other = beside(desk, first), beside(desk, second)
    if kind == "swap" and first != second and (mine or other) and mine != other:
        return board.effect(desk, first, second), lambda: moves.swap(desk, first, second)
    if kind == "together" and first != second and mine is None and other is None:
        changes = board.effect_of_joining(desk, first, [second])
        return changes, lambda: moves.put_together(desk, [second, first])
    if kind == "join" and mine is None and other is not None and len(other.members) == board.PAIR:
        changes = board.effect_of_joining(desk, first, list(dict(other.members)))
        return changes, lambda: moves.join(desk, first, other.id)
    if kind == "out" and mine is not None:
        return board.effect_of_taking_out(desk, first), lambda: moves.take_out(desk, first)
    return (), None


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MOVES)
def test_the_effect_that_is_shown_is_the_change_that_is_done(table, done):
    for kind, first, second in done:
        before = board.board(table, 1).cards
        changes, do = foretold(table, kind, first, second)
        if do is None:
            continue
        fits = {" and ".join(sorted(n for _, n in c.members)): c.fit for c in before}
        try:
            do()
        except Refusal:
            assert any(change.refused for change in changes)
            assert board.board(table, 1).cards == before
            continue
        assert not any(change.refused for change in changes)
        after = {tuple(sorted(n for _, n in c.members)): c for c in board.board(table, 1).cards}
        for change in changes:
            card = after[tuple(sorted(change.names.replace(" and ", ", ").split(", ")))]
            assert change.after == card.fit
            assert [n for _, n in card.members] == change.names.replace(" and ", ", ").split(", ")
            if card.broken:
                assert change.said == card.broken
            assert change.before is None or change.before in fits.values()
        untouched = {c.id: c for c in before if not {first, second} & set(dict(c.members))}
        assert {c.id: c for c in board.board(table, 1).cards if c.id in untouched} == untouched


def test_times_are_told_in_the_words_of_the_taps_and_by_the_clock_only_between_zones():
    evenings = frozenset(
        {(DayKind.WEEKDAYS, PartOfDay.EVENING), (DayKind.WEEKDAYS, PartOfDay.LATE), (DayKind.WEEKEND, PartOfDay.EARLY)}
    )
    a, b = Candidate("1", "Ana", windows=evenings), Candidate("2", "Ben", windows=evenings)
    assert find(a, b, WORKSHOP_DAY).reason == "Both free weekdays evening and late, weekend early, 7 days a week"
    far = Candidate("3", "Cleo", "Pacific/Auckland", frozenset((d, p) for d in DayKind for p in PartOfDay))
    words = find(a, far, WORKSHOP_DAY)
    assert "–" in (words.reason or words.against)
