"""What research data hide: of the same people in every table, and never so that the rest tells it."""

import csv
import io
from collections import Counter, defaultdict
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mat_desktop.facilitation.contact import schedule
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.outcomes import files as outcome_files
from mat_desktop.facilitation.outcomes import headless, study
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import roster
from mat_desktop.facilitation.research import export as research
from mat_desktop.facilitation.research.hiding import Shared, hidden, hiding_in_words
from mat_desktop.workshop.outcomes.reliable import Better, Norms
from tests.libraries import library_of
from tests.people import NEW_ZEALAND, part_of_a_study
from tests.years import YEAR, a_year

HIDDEN = ".s"
PEOPLE = st.lists(
    st.builds(
        Shared,
        arm=st.sampled_from(["arm1", "arm1", "arm2", "arm3"]),
        age_band=st.sampled_from(["18-29", "30-44", "45-59", ".u"]),
        gender=st.sampled_from(["woman", "woman", "woman", "man", "other", ".u"]),
        heard=st.frozensets(st.sampled_from([6, 12])),
    ),
    min_size=1,
    max_size=40,
)


@settings(max_examples=150, deadline=None)
@given(PEOPLE)
def test_whoever_is_hidden_hides_among_five_or_everybody_is_hidden(people):
    told = hidden(dict(enumerate(people)))
    assert set(told) == set(range(len(people)))
    for key, (arm, band, gender) in told.items():
        assert arm in (people[key].arm, HIDDEN)
        assert band in (people[key].age_band, HIDDEN)
        assert gender in (people[key].gender, HIDDEN)
    for place in range(3):
        values = Counter(one[place] for one in told.values())
        if len(values) > 1:
            assert min(values.values()) >= 5, values
    together = Counter(told.values())
    if len(people) >= 5:
        assert min(together.values()) >= 5, together
    arms = {one.arm for key, one in enumerate(people) if told[key][0] == HIDDEN}
    assert len(arms) != 1 or len({one.arm for one in people}) == 1, "one arm alone beside others is no secret"


def test_eight_of_one_kind_do_not_tell_the_ninth():
    people = {n: Shared(arm="", age_band="30-44", gender="woman" if n else "man") for n in range(9)}
    assert {one[2] for one in hidden(people).values()} == {HIDDEN}
    more = people | {n: Shared(arm="", age_band="30-44", gender="other") for n in range(9, 14)}
    assert Counter(one[2] for one in hidden(more).values()) == {"woman": 8, HIDDEN: 6}


@pytest.fixture
def library(tmp_path):
    """A library with a whole year in it."""
    found = library_of(tmp_path / "library", a_year)
    yield found
    found.close()


@pytest.fixture
def clock():
    """After the year."""
    return SampleClock(datetime(YEAR.year, YEAR.month, YEAR.day, 10, tzinfo=NEW_ZEALAND))


@pytest.fixture
def in_arms(desk):
    """The year as a study of two arms by a sealed list, every pair's arm revealed, and traits that differ."""
    part_of_a_study(desk, 1)
    study.seal_list(desk, 1, [a.id for a in schedule.arms(desk, 1)][:2])
    while waiting := study.allocations(desk, 1).waiting:
        study.reveal(desk, waiting[0][0])
    for number, person in enumerate(roster.roster(desk, 1)):
        participants.change(desk, person.id, participants.PersonField.GENDER, "woman" if number < 8 else "man")
    return desk


def tables(files: dict[str, bytes]) -> dict[str, list[dict[str, str]]]:
    """Every table of people or counts, row by row."""
    names = [name for name in files if name.endswith(".csv") and name != "codebook.csv"]
    return {name: list(csv.DictReader(io.StringIO(files[name].decode()))) for name in names}


def test_a_straight_script_over_the_files_finds_the_same_people_hidden_in_each_table(in_arms):
    made = research.export(in_arms, 1)
    every = tables(made.files)
    said: defaultdict[tuple[str, str], set[tuple[str | None, ...]]] = defaultdict(set)
    for name, rows in every.items():
        if name != "counts.csv":
            for row in rows:
                told = tuple(row.get(column) for column in ("arm", "contacts"))
                said[row["person"], "arm"].add(told)
                if "gender" in row:
                    said[row["person"], "traits"].add((row["age_band"], row["gender"]))
                if row["arm"] == HIDDEN and "block" in row:
                    assert row["block"] == HIDDEN
    assert all(len(ways) == 1 for ways in said.values()), "one person, one way of being told"
    counted: Counter[tuple[str, str]] = Counter()
    for row in every["people_long.csv"]:
        counted[row["arm"], row["occasion"]] += row["state"] in ("done", "late")
    assert {(r["arm"], r["occasion"]): int(r["answered"]) for r in every["counts.csv"]} == dict(counted)
    groups = Counter((r["arm"], r["age_band"], r["gender"]) for r in every["people_wide.csv"])
    assert min(groups.values()) >= 5
    assert {r["gender"] for r in every["people_wide.csv"]} == {HIDDEN}, "three men, and eight women would tell them"


def test_a_hidden_arm_is_read_as_no_arm(in_arms):
    rows = tables(research.export(in_arms, 1).files)["outcome-goals.csv"]
    header = ",".join(rows[0])
    content = "\n".join([header, *(",".join({**r, "arm": HIDDEN, "block": HIDDEN}.values()) for r in rows)])
    assert {(c.arm, c.block) for c in outcome_files.cases(content.encode())} == {("", "")}


def test_what_is_hidden_is_said_with_its_reason_and_with_what_can_be_done(in_arms):
    made = research.export(in_arms, 1)
    assert "Gender is hidden for everybody, for fewer than five share one." in made.said
    assert made.said in made.files["README.txt"].decode()
    hidden_arms = {row["arm"] for row in tables(made.files)["people_wide.csv"]} == {HIDDEN}
    assert hidden_arms is ("nobody can compare the arms from these data" in made.said)


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ((6, 6), ""),
        ((6, 4), "The arm of everybody is hidden"),
        ((6, 7, 2), "The arm of 8 of 15 is hidden"),
    ],
)
def test_who_shares_data_of_small_arms_reads_why_they_are_hidden(sizes, said):
    people = {
        (arm, n): Shared(arm=f"arm{arm}", age_band="30-44", gender="woman")
        for arm, many in enumerate(sizes)
        for n in range(many)
    }
    shared = dict(enumerate(people.values()))
    words = " ".join(hiding_in_words(shared, hidden(shared)))
    assert words.startswith(said) if said else not words
    assert ("ask more people of the smaller arm" in words) is ("everybody" in said)


def test_a_table_with_hidden_arms_says_why_it_compares_none(in_arms):
    rows = tables(research.export(in_arms, 1).files)["outcome-goals.csv"]
    content = "\n".join([",".join(rows[0]), *(",".join({**r, "arm": HIDDEN, "block": HIDDEN}.values()) for r in rows)])
    told = headless.outcomes(content.encode(), Norms(Better.HIGHER))
    assert told.values["arms"] is None
    assert "The arm of some people is hidden in this table" in " ".join(told.sentences)
    open_arms = "\n".join([",".join(rows[0]), *(",".join({**r, "arm": "a", "block": ""}.values()) for r in rows)])
    assert "hidden" not in " ".join(headless.outcomes(open_arms.encode(), Norms(Better.HIGHER)).sentences)


def test_while_arms_stand_under_letters_the_data_name_none_and_no_number_of_days_tells_them(in_arms):
    files = research.export(in_arms, 1).files
    for name, rows in tables(files).items():
        for row in rows:
            assert not row["arm"].startswith("arm"), name
            assert row.get("contacts", HIDDEN) == HIDDEN
            assert row.get("agreed_days", HIDDEN) == HIDDEN
    assert b"daily" not in files["codebook.csv"]
    assert b"under random ids until the arms are named" in files["codebook.csv"]
    study.unblind(in_arms, 1)
    files = research.export(in_arms, 1).files
    assert b"arm1 = daily; arm2 = weekly" in files["codebook.csv"]
    arms = {row["arm"] for row in tables(files)["people_wide.csv"]}
    assert arms in ({"arm1", "arm2"}, {HIDDEN})
