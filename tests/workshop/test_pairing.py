from datetime import date
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mat_desktop.workshop.pairing.best import best
from mat_desktop.workshop.pairing.candidates import Candidate, shared_time
from mat_desktop.workshop.pairing.fit import fit_of, fit_of_two, limit
from mat_desktop.workshop.pairing.nouns import Choice
from mat_desktop.workshop.participants import DayKind, PartOfDay

AROUND = date(2026, 3, 16)
EVENINGS = frozenset((kind, PartOfDay.EVENING) for kind in DayKind)
NOBODY: frozenset[frozenset[str]] = frozenset()

choices = st.sampled_from([*Choice, None])


@st.composite
def groups(draw: st.DrawFn, least: int = 2, most: int = 7) -> list[Candidate]:
    count = draw(st.integers(least, most))
    return [
        Candidate(
            str(n),
            f"Person {n}",
            ballot={str(m): c for m in range(count) if m != n and (c := draw(choices)) is not None},
            challenge_kind=draw(st.sampled_from(["", "sleep", "money"])),
            readiness=draw(st.sampled_from([None, 2.0, 8.0])),
        )
        for n in range(count)
    ]


def all_splits(people: list[Candidate]) -> list[list[tuple[Candidate, ...]]]:
    """Every way to split people into pairs and at most one three, leaving over as few as must be."""
    if not people:
        return [[]]
    first, rest = people[0], people[1:]
    found = list(all_splits(rest))
    for other in rest:
        left = [p for p in rest if p is not other]
        found += [[(first, other), *split] for split in all_splits(left)]
    for two in combinations(rest, 2):
        left = [p for p in rest if p not in two]
        found += [[(first, *two), *split] for split in all_splits(left) if all(len(g) == 2 for g in split)]
    return found


def rank(split: list[tuple[Candidate, ...]]) -> tuple[int, int, int]:
    fits = [fit_of(g, AROUND).value for g in split]
    return sum(map(len, split)), min(fits, default=0), sum(fits)


def allowed(split: list[tuple[Candidate, ...]], count: int) -> bool:
    threes = sum(len(g) == 3 for g in split)
    if threes > count % 2:
        return False
    return not any(limit(a, b, NOBODY, AROUND) for g in split for a, b in combinations(g, 2))


@settings(max_examples=60, deadline=None)
@given(groups())
def test_no_other_split_is_better_than_the_suggestion(people: list[Candidate]):
    found = best(people, NOBODY, AROUND)
    ours = [p.members for p in found.partnerships]
    assert allowed([tuple(g) for g in ours], len(people))
    others = [split for split in all_splits(people) if allowed(split, len(people))]
    assert rank([tuple(g) for g in ours]) == max(map(rank, others))
    assert len(found.unpaired) == len(people) - sum(map(len, ours))


@settings(max_examples=25, deadline=None)
@given(groups(8, 12).filter(lambda people: len(people) % 2 == 0))
def test_networkx_agrees_on_how_many_can_be_placed(people: list[Candidate]):
    graph = nx.Graph()
    graph.add_nodes_from(p.key for p in people)
    graph.add_edges_from((a.key, b.key) for a, b in combinations(people, 2) if not limit(a, b, NOBODY, AROUND))
    placed = 2 * len(nx.max_weight_matching(graph, maxcardinality=True))
    assert len(people) - len(best(people, NOBODY, AROUND).unpaired) == placed


@settings(max_examples=25, deadline=None)
@given(groups())
def test_the_order_of_the_roster_does_not_matter(people: list[Candidate]):
    shuffled = sorted(people, key=lambda p: p.key[::-1], reverse=True)
    assert best(people, NOBODY, AROUND) == best(shuffled, NOBODY, AROUND)


def test_two_people_kept_apart_are_never_paired():
    people = [Candidate(str(n), f"P{n}") for n in range(4)]
    apart = frozenset({frozenset({"0", "1"}), frozenset({"0", "2"})})
    found = best(people, apart, AROUND)
    assert ("0", "3") in [tuple(c.key for c in p.members) for p in found.partnerships]


def test_whoever_cannot_be_placed_is_named():
    people = [Candidate(str(n), f"P{n}") for n in range(2)]
    found = best(people, frozenset({frozenset({"0", "1"})}), AROUND)
    assert [c.name for c in found.unpaired] == ["P0", "P1"]
    assert not found.partnerships


def test_an_odd_number_gives_exactly_one_group_of_three():
    people = [Candidate(str(n), f"P{n}") for n in range(7)]
    assert sorted(len(p.members) for p in best(people, NOBODY, AROUND).partnerships) == [2, 2, 3]


def test_a_private_limit_is_never_explained():
    a = Candidate("a", "Ana", ballot={"b": Choice.RATHER_NOT})
    b = Candidate("b", "Ben", ballot={"a": Choice.GLADLY})
    assert limit(a, b, NOBODY, AROUND) == limit(b, a, NOBODY, AROUND) == "private limits"


def test_people_without_a_language_in_common_are_not_paired():
    a, b = (
        Candidate("a", "Ana", languages=frozenset({"english"})),
        Candidate("b", "Ben", languages=frozenset({"māori"})),
    )
    assert limit(a, b, NOBODY, AROUND) == "no shared language"
    assert not limit(a, Candidate("c", "Cleo"), NOBODY, AROUND), "not asked yet is no limit"


def test_a_shared_call_time_is_worked_out_across_time_zones():
    here = Candidate("a", "Ana", "Pacific/Auckland", EVENINGS)
    near = Candidate("b", "Ben", "Australia/Sydney", EVENINGS)
    far = Candidate("c", "Cleo", "Europe/London", EVENINGS)
    assert shared_time(here, near, AROUND).minutes < shared_time(here, here, AROUND).minutes
    assert limit(here, far, NOBODY, AROUND) == "a shared call time on 0 days a week only"


def test_a_change_to_winter_time_later_in_the_term_is_seen():
    early = frozenset((kind, PartOfDay.EARLY) for kind in DayKind)
    auckland = Candidate("a", "Ana", "Pacific/Auckland", early)
    brisbane = Candidate("b", "Ben", "Australia/Brisbane", early)
    summer = shared_time(auckland, brisbane, date(2026, 1, 5))
    assert summer is not None
    assert summer.days == 0, "three hours apart in summer, two in winter: the poorer week counts"


def test_not_knowing_when_somebody_is_free_means_ask():
    a, b = Candidate("a", "Ana", windows=EVENINGS), Candidate("b", "Ben")
    assert shared_time(a, b, AROUND) is None
    assert "Ask when both are free" in fit_of_two(a, b, AROUND).reasons


@pytest.mark.parametrize("count", [0, 1])
def test_nobody_and_one_person_are_answered_too(count: int):
    people = [Candidate(str(n), f"P{n}") for n in range(count)]
    assert len(best(people, NOBODY, AROUND).unpaired) == count
