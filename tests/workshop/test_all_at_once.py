"""What is worked out for all people at once is what two of them are told, one pair at a time."""

from datetime import date
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from mat_desktop.workshop.pairing.all_times import NOT_ASKED, shared_times
from mat_desktop.workshop.pairing.candidates import Candidate, shared_time
from mat_desktop.workshop.pairing.case import PairingCase
from mat_desktop.workshop.pairing.fit import ALL, fit_of_two
from mat_desktop.workshop.pairing.nouns import Choice
from mat_desktop.workshop.pairing.rules import Rules, limits, two
from mat_desktop.workshop.participants.participant import DayKind, Gender, PartnerWish, PartOfDay, Talk

KEYS = "abcdef"
ZONES = ["Europe/Berlin", "America/New_York", "Pacific/Auckland", "Asia/Kolkata"]
WINDOWS = [(kind, part) for kind in DayKind for part in PartOfDay]
TWOS = [two(a, b) for a, b in combinations([*KEYS, "stranger"], 2)]

days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@st.composite
def people(draw):
    """Up to six people of whom anything may be known or not."""

    def some(values):
        return draw(st.frozensets(st.sampled_from(values), max_size=4))

    def one(*values):
        return draw(st.sampled_from([None, *values]))

    def of_others(key, values):
        return draw(st.dictionaries(st.sampled_from([k for k in (*KEYS, "stranger") if k != key]), values, max_size=3))

    return tuple(
        Candidate(
            key,
            draw(st.sampled_from(["Ayla", "Bo", "Çem"])),
            draw(st.sampled_from(ZONES)),
            draw(st.frozensets(st.sampled_from(WINDOWS))),
            some(["en", "de", "tr"]),
            draw(st.sampled_from(["", "Work", "work", "Health"])),
            draw(st.none() | st.floats(0, 10)),
            of_others(key, st.sampled_from(Choice)),
            of_others(key, st.integers(1, 5)),
            draw(st.integers(0, 4)) == 0,
            some(list(Talk)),
            one(*Talk),
            one(*Gender),
            one(*PartnerWish),
            draw(st.booleans()),
        )
        for key in KEYS[: draw(st.integers(0, len(KEYS)))]
    )


@settings(max_examples=150, deadline=None)
@given(people(), days)
def test_every_two_share_the_time_they_are_told(group, around):
    found = shared_times(group, around)
    for (i, a), (j, b) in combinations(enumerate(group), 2):
        told = shared_time(a, b, around)
        expected = (NOT_ASKED, NOT_ASKED) if told is None else (told.days, told.minutes)
        assert (found.days[i, j], found.minutes[i, j]) == expected


@settings(max_examples=150, deadline=None)
@given(
    people(), days, st.fixed_dictionaries({c.name: st.integers(0, 40) for c in ALL}).filter(lambda w: any(w.values()))
)
def test_every_two_have_the_fit_that_is_explained_to_them(group, around, weights):
    case = PairingCase(group, around, weights=weights)
    told = {
        (i, j): fit_of_two(a, b, weights, around).value for (i, a), (j, b) in combinations(enumerate(case.ordered), 2)
    }
    assert case.fits == told


@settings(max_examples=150, deadline=None)
@given(
    people(),
    days,
    st.lists(st.frozensets(st.sampled_from(TWOS), max_size=3), min_size=2, max_size=2),
    st.integers(0, 7),
)
def test_every_two_have_the_limits_that_one_by_one_forbid_them(group, around, twos, needed):
    rules = Rules(apart=twos[0], private=twos[1], days_needed=needed)
    case = PairingCase(group, around, rules)
    told = {
        (i, j): why
        for (i, a), (j, b) in combinations(enumerate(case.ordered), 2)
        if (why := frozenset(limits(a, b, rules, around)))
    }
    assert case.forbidden == told
