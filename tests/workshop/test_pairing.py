from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations, pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mat_desktop.workshop.pairing.best import best, best_within, suggestions
from mat_desktop.workshop.pairing.candidates import Candidate, intervals, shared_time
from mat_desktop.workshop.pairing.case import Odd, PairingCase
from mat_desktop.workshop.pairing.fit import ALL, USUAL, fit_of, fit_of_two
from mat_desktop.workshop.pairing.impossible import conflict
from mat_desktop.workshop.pairing.nouns import Choice
from mat_desktop.workshop.pairing.rules import Limit, Rules, limits, shown_limit, two
from mat_desktop.workshop.participants.participant import (
    HOURS,
    DayKind,
    Gender,
    PartnerWish,
    PartOfDay,
    Talk,
)
from tests.sure import sure

AROUND = date(2026, 3, 16)
EVENINGS = frozenset((kind, PartOfDay.EVENING) for kind in DayKind)

choices = st.sampled_from([*Choice, None])


def case(people, **rules) -> PairingCase:
    return PairingCase(tuple(people), AROUND, Rules(**rules))


def people(count: int) -> list[Candidate]:
    return [Candidate(str(n), f"P{n}") for n in range(count)]


def why(a: Candidate, b: Candidate, **rules) -> set[Limit]:
    return set(limits(a, b, Rules(**rules), AROUND))


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
    for pair in combinations(rest, 2):
        left = [p for p in rest if p not in pair]
        found += [[(first, *pair), *split] for split in all_splits(left) if all(len(g) == 2 for g in split)]
    return found


def rank(split: list[tuple[Candidate, ...]]) -> tuple[int, int, int]:
    fits = [fit_of(g, USUAL, AROUND).value for g in split]
    return sum(map(len, split)), min(fits, default=0), sum(fits)


def allowed(split: list[tuple[Candidate, ...]], count: int) -> bool:
    threes = sum(len(g) == 3 for g in split)
    if threes > count % 2:
        return False
    return not any(why(a, b) for g in split for a, b in combinations(g, 2))


@settings(max_examples=60, deadline=None)
@given(groups())
def test_no_other_split_is_better_than_the_suggestion(people: list[Candidate]):
    found = best(case(people))
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
    graph.add_edges_from((a.key, b.key) for a, b in combinations(people, 2) if not why(a, b))
    placed = 2 * len(nx.max_weight_matching(graph, maxcardinality=True))
    assert len(people) - len(best(case(people)).unpaired) == placed


@settings(max_examples=25, deadline=None)
@given(groups())
def test_the_order_of_the_roster_does_not_matter(people: list[Candidate]):
    shuffled = sorted(people, key=lambda p: p.key[::-1], reverse=True)
    assert best(case(people)) == best(case(shuffled))


def test_two_people_kept_apart_are_never_paired():
    found = best(case(people(4), apart=frozenset({two("0", "1"), two("0", "2")})))
    assert ("0", "3") in [tuple(c.key for c in p.members) for p in found.partnerships]


def test_whoever_cannot_be_placed_is_named():
    found = best(case(people(2), apart=frozenset({two("0", "1")})))
    assert [c.name for c in found.unpaired] == ["P0", "P1"]
    assert not found.partnerships


def test_an_odd_number_gives_exactly_one_group_of_three():
    assert sorted(len(p.members) for p in best(case(people(7))).partnerships) == [2, 2, 3]


def test_an_odd_number_leaves_one_named_person_over_where_somebody_is_to_wait():
    found = best(PairingCase(tuple(people(7)), AROUND, odd=Odd.WAIT))
    assert [len(p.members) for p in found.partnerships] == [2, 2, 2]
    assert len(found.unpaired) == 1


def test_a_private_limit_is_never_explained():
    a = Candidate("a", "Ana", ballot={"b": Choice.RATHER_NOT})
    b = Candidate("b", "Ben", ballot={"a": Choice.GLADLY})
    apart = Rules(apart=frozenset({two("a", "b")}))
    assert shown_limit(limits(a, b, Rules(), AROUND)) is shown_limit(limits(b, a, Rules(), AROUND)) is Limit.PRIVATE
    assert shown_limit(limits(Candidate("a", "Ana"), Candidate("b", "Ben"), apart, AROUND)) is Limit.PRIVATE
    findings = fit_of_two(a, b, USUAL, AROUND)
    assert not any("not" in words and "chose" not in words for words in findings.against)


def test_a_rather_not_reads_in_no_reason_otherwise_than_no_mark_at_all():
    b = Candidate("b", "Ben", ballot={"a": Choice.COULD})
    against = [
        fit_of_two(Candidate("a", "Ana", ballot=marks), b, USUAL, AROUND).against
        for marks in ({"b": Choice.RATHER_NOT}, {"b": Choice.COULD}, {})
    ]
    assert against[0] == against[1] == against[2]


@pytest.mark.parametrize(
    ("wish", "gender", "forbidden"),
    [
        (PartnerWish.WOMEN, Gender.WOMAN, False),
        (PartnerWish.WOMEN, Gender.MAN, True),
        (PartnerWish.WOMEN, None, True),
        (PartnerWish.MEN, Gender.OTHER, True),
        (None, None, False),
    ],
)
def test_a_private_wish_about_the_partner_is_a_limit_both_ways(wish, gender, forbidden):
    a, b = Candidate("a", "Ana", wish=wish), Candidate("b", "Ben", gender=gender)
    assert (why(a, b) == {Limit.PRIVATE}) is forbidden
    assert why(a, b) == why(b, a)


def test_two_people_in_a_crisis_are_not_paired_and_one_of_them_is():
    a, b = Candidate("a", "Ana", in_crisis=True), Candidate("b", "Ben", in_crisis=True)
    assert why(a, b) == {Limit.PRIVATE}
    assert not why(a, Candidate("c", "Cleo"))


def test_people_without_a_way_of_talking_in_common_are_not_paired():
    a = Candidate("a", "Ana", talks_by=frozenset({Talk.PHONE}))
    b = Candidate("b", "Ben", talks_by=frozenset({Talk.RELAY}))
    assert why(a, b) == {Limit.TALKING}
    assert not why(a, Candidate("c", "Cleo")), "not asked yet is no limit"


def test_people_without_a_language_in_common_are_not_paired():
    a, b = (
        Candidate("a", "Ana", languages=frozenset({"english"})),
        Candidate("b", "Ben", languages=frozenset({"māori"})),
    )
    assert why(a, b) == {Limit.LANGUAGE}
    assert not why(a, Candidate("c", "Cleo")), "not asked yet is no limit"


def test_a_shared_call_time_is_worked_out_across_time_zones():
    here = Candidate("a", "Ana", "Pacific/Auckland", EVENINGS)
    near = Candidate("b", "Ben", "Australia/Sydney", EVENINGS)
    far = Candidate("c", "Cleo", "Europe/London", EVENINGS)
    assert sure(shared_time(here, near, AROUND)).minutes < sure(shared_time(here, here, AROUND)).minutes
    assert why(here, far) == {Limit.TIME}


def test_somebody_who_works_in_shifts_fixes_the_time_each_sunday():
    here = Candidate("a", "Ana", "Pacific/Auckland", EVENINGS)
    far = Candidate("c", "Cleo", "Europe/London", EVENINGS, fixes_weekly=True)
    assert not why(here, far)
    assert "They fix the time each Sunday" in fit_of_two(here, far, USUAL, AROUND).reasons


@pytest.mark.parametrize("around", [date(2026, 1, 5), date(2026, 3, 16), date(2026, 6, 1), date(2026, 9, 21)])
def test_a_change_of_the_clocks_anywhere_in_the_half_year_is_seen(around):
    early = frozenset((kind, PartOfDay.EARLY) for kind in DayKind)
    auckland = Candidate("a", "Ana", "Pacific/Auckland", early)
    brisbane = Candidate("b", "Ben", "Australia/Brisbane", early)
    assert why(auckland, brisbane) == {Limit.TIME}, "three hours apart in summer, two in winter: the poorer counts"
    for one, other in ((auckland, brisbane), (brisbane, auckland)):
        assert sure(shared_time(one, other, around)).minutes == 0, "whoever of the two changes the clocks"


def test_a_few_weeks_between_two_changes_of_the_clocks_are_seen():
    late = frozenset((kind, PartOfDay.LATE) for kind in DayKind)
    evening = frozenset((kind, PartOfDay.EVENING) for kind in DayKind)
    new_york, paris = Candidate("a", "Ana", "America/New_York", evening), Candidate("b", "Ben", "Europe/Paris", late)
    apart = shared_time(new_york, paris, date(2026, 11, 9))
    assert apart is not None
    assert apart.minutes == min(
        shared.minutes
        for week in (date(2026, 11, 9), date(2027, 3, 15), date(2027, 4, 5))
        if (shared := shared_time(new_york, paris, week)) is not None
    )


def test_not_knowing_when_somebody_is_free_means_ask():
    a, b = Candidate("a", "Ana", windows=EVENINGS), Candidate("b", "Ben")
    assert shared_time(a, b, AROUND) is None
    assert "Ask when both are free" in fit_of_two(a, b, USUAL, AROUND).reasons
    assert not why(a, b)


@pytest.mark.parametrize("count", [0, 1])
def test_nobody_and_one_person_are_answered_too(count: int):
    assert len(best(case(people(count))).unpaired) == count
    assert conflict(case(people(count))) == ()


def test_every_criterion_says_what_speaks_for_and_what_speaks_against():
    ana = Candidate("a", "Ana", "UTC", EVENINGS, challenge_kind="sleep", readiness=8, talks_best_by=Talk.PHONE)
    like = Candidate("b", "Ben", "UTC", EVENINGS, challenge_kind="sleep", readiness=8, talks_best_by=Talk.PHONE)
    unlike = Candidate("c", "Cleo", "Asia/Tokyo", EVENINGS, frozenset(), "money", 2, talks_best_by=Talk.RELAY)
    both = {"a": Choice.GLADLY, "b": Choice.GLADLY}, {"a": 5, "b": 5}
    neither = {"a": Choice.COULD, "c": Choice.COULD}, {"a": 1, "c": 1}
    for other, (ballot, similar), good in ((like, both, True), (unlike, neither, False)):
        for criterion in ALL:
            first, second = (Candidate(**{**vars(one), "ballot": ballot, "similar": similar}) for one in (ana, other))
            found = criterion.find(first, second, AROUND)
            assert 0 <= found.fit <= 1
            assert bool(found.reason) is good, criterion.name
            assert bool(found.against) is not good, criterion.name


def test_weights_decide_what_counts():
    a = Candidate("a", "Ana", challenge_kind="sleep", readiness=9)
    b = Candidate("b", "Ben", challenge_kind="sleep", readiness=1)
    assert fit_of_two(a, b, {"challenge": 1}, AROUND).value == 100
    assert fit_of_two(a, b, {"readiness": 1}, AROUND).value == 0


def test_a_couple_that_opted_in_is_together_and_one_that_did_not_is_never_paired():
    pair = frozenset({two("0", "1")})
    gladly = [Candidate(str(n), f"P{n}", ballot={str((n + 2) % 4): Choice.GLADLY}) for n in range(4)]
    assert ("0", "1") not in [tuple(c.key for c in p.members) for p in best(case(gladly)).partnerships]
    assert ("0", "1") in [tuple(c.key for c in p.members) for p in best(case(gladly, together=pair)).partnerships]
    assert ("0", "1") not in [tuple(c.key for c in p.members) for p in best(case(people(2), private=pair)).partnerships]


def test_a_wish_that_had_to_give_is_named():
    found = best(case(people(4), together=frozenset({two("0", "1"), two("1", "2")})))
    assert len(found.broken) == 1
    assert "asked to be together" in found.broken[0]
    apart = frozenset({two("0", "1")})
    assert best(case(people(2), together=apart, apart=apart)).broken == ("P0 and P1 asked to be together",)


def test_earlier_partners_are_avoided_unless_somebody_would_be_left_over():
    earlier = frozenset({two("0", "1")})
    found = best(case(people(4), earlier=earlier))
    assert ("0", "1") not in [tuple(c.key for c in p.members) for p in found.partnerships]
    assert best(case(people(2), earlier=earlier)).broken == ("P0 and P1 were put together before",)


def test_locked_partnerships_stay_and_the_rest_is_suggested_around_them():
    gladly = [Candidate(str(n), f"P{n}", ballot={str(n ^ 1): Choice.GLADLY}) for n in range(6)]
    found = best(case(gladly, locked=(("0", "3"),)))
    assert ("0", "3") in [tuple(c.key for c in p.members) for p in found.partnerships]
    assert ("4", "5") in [tuple(c.key for c in p.members) for p in found.partnerships]
    assert not found.unpaired


def test_the_next_ideas_are_all_different_and_never_better():
    gladly = [Candidate(str(n), f"P{n}", ballot={str(n ^ 1): Choice.GLADLY}) for n in range(6)]
    ideas = suggestions(case(gladly), 15)
    shapes = {frozenset(tuple(c.key for c in p.members) for p in idea.partnerships) for idea in ideas}
    assert len(shapes) == len(ideas) == 15
    ranks = [(idea.worst, idea.total) for idea in ideas]
    assert ranks == sorted(ranks, reverse=True)


def test_pairs_who_would_both_do_better_together_are_shown_and_not_forced():
    gladly = [Candidate(str(n), f"P{n}", ballot={str(n ^ 1): Choice.GLADLY}) for n in range(4)]
    found = best(case(gladly, locked=(("0", "2"),)))
    assert [(a.key, b.key) for a, b in found.blocking] == [("0", "1"), ("2", "3")]
    assert not best(case(gladly)).blocking


def test_what_makes_it_impossible_is_named_with_what_giving_up_one_rule_would_give():
    apart = frozenset({two("0", "1"), two("0", "2"), two("0", "3"), two("1", "2")})
    found = conflict(case(people(4), apart=apart))
    assert [(rule.limit, rule.people) for rule in found] == [(Limit.APART, ("P0", f"P{n}")) for n in (1, 2, 3)]
    assert [rule.unpaired for rule in found] == [0, 0, 2]


def test_where_only_the_numbers_left_over_are_asked_for_they_are_the_same_and_no_fits_are_worked_out():
    apart = frozenset(two(str(a), str(b)) for a, b in combinations(range(7), 2) if (a, b) not in {(0, 1), (2, 3)})
    full, bare = (conflict(case(people(7), apart=apart), with_fits=asked) for asked in (True, False))
    assert full
    assert [(r.limit, r.people, r.unpaired) for r in bare] == [(r.limit, r.people, r.unpaired) for r in full]
    assert {(rule.worst, rule.total) for rule in bare} == {(None, None)}
    assert None not in {rule.total for rule in full}


@settings(max_examples=30, deadline=None)
@given(groups(least=5), st.sampled_from([0, 10**9]))
def test_whoever_waits_gets_the_best_worst_fit_and_hears_how_far_the_total_may_be_below(candidates, steps):
    found, top = best_within(case(candidates), steps), best(case(candidates))
    assert (len(found.unpaired), found.worst) == (len(top.unpaired), top.worst)
    assert 0 <= top.total - found.total <= found.short
    assert steps == 0 or found.short == 0


def test_private_limits_are_one_rule_without_names_and_are_not_given_up():
    wanting = [Candidate(str(n), f"P{n}", wish=PartnerWish.WOMEN) for n in range(2)]
    (rule,) = conflict(case(wanting))
    assert (rule.limit, rule.people, rule.unpaired, rule.worst, rule.total) == (Limit.PRIVATE, (), None, None, None)


def test_of_two_reasons_the_smaller_set_is_told():
    both = [Candidate(str(n), f"P{n}", languages=frozenset({f"tongue {n}"})) for n in range(4)]
    apart = frozenset(two(str(a), str(b)) for a, b in combinations(range(4), 2))
    assert [(rule.limit, rule.people) for rule in conflict(case(both, apart=apart))] == [(Limit.LANGUAGE, ())]


def test_who_is_free_at_weekends_is_free_on_saturday_and_sunday_and_on_no_other_day():
    weekend = frozenset({(DayKind.WEEKEND, PartOfDay.EVENING)})
    days = {day.weekday() for day, _, _ in intervals("UTC", weekend, date(2026, 3, 16))}
    assert days == {5, 6}


def test_not_knowing_speaks_neither_for_nor_against_and_lies_in_the_middle_of_every_criterion():
    first, second = people(2)
    assert {criterion.name: criterion.find(first, second, AROUND).fit for criterion in ALL} == dict.fromkeys(
        (criterion.name for criterion in ALL), 0.5
    )


@given(st.sets(st.sampled_from(PartOfDay)), st.sets(st.sampled_from(PartOfDay)))
def test_somebody_is_free_in_the_parts_that_they_named_and_at_no_other_time(
    weekdays: set[PartOfDay], weekend: set[PartOfDay]
):
    named = {DayKind.WEEKDAYS: weekdays, DayKind.WEEKEND: weekend}
    windows = frozenset((kind, part) for kind, parts in named.items() for part in parts)
    free = intervals("UTC", windows, AROUND)
    assert list(free) == sorted(free)
    for offset in range(-1, 8):
        day = AROUND + timedelta(days=offset)
        midnight = int(datetime.combine(day, time(), UTC).timestamp())
        parts = named[DayKind.WEEKEND if day.isoweekday() in (6, 7) else DayKind.WEEKDAYS]
        wanted = {minute for part in parts for minute in range(*HOURS[part])}
        stretches = [((start - midnight) // 60, (end - midnight) // 60) for own, start, end in free if own == day]
        assert {minute for stretch in stretches for minute in range(*stretch)} == wanted
        assert all(end < start for (_, end), (start, _) in pairwise(stretches)), "parts that touch are one stretch"
