"""Tables of outcomes from strangers: whatever stands in them, a figure or a sentence, never a crash."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mat_desktop.facilitation.outcomes import files as outcome_files
from mat_desktop.facilitation.outcomes import headless as headless_outcomes
from mat_desktop.facilitation.research import reading as research_files
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.reliable import Better, Norms
from mat_desktop.workshop.outcomes.summary import summarised
from mat_desktop.workshop.refusal import Refusal

VALUES = st.one_of(st.none(), st.integers(0, 5).map(float), st.floats(-1e6, 1e6, allow_nan=False))
HEAD = b"person,partnership,baseline,six_months,one_year,arm,contacts\n"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 5), VALUES, VALUES, VALUES, st.sampled_from(("", "a", "b", "c"))), max_size=14),
    st.sampled_from(tuple(Better)),
    st.sampled_from((None, 0.0, 0.8, 0.99)),
    st.sampled_from((None, 6, 12)),
)
def test_whatever_people_answered_every_figure_is_finite_or_null_with_a_sentence(rows, better, reliability, at):
    arms: dict[int, str] = {}
    cases = []
    for number, (pair, before, six, year, arm) in enumerate(rows):
        after = {m: v for m, v in ((6, six), (12, year)) if v is not None}
        own = arms.setdefault(pair, arm)
        cases.append(OutcomeCase(str(number), str(pair), before, after, own, float(number)))
    norms = Norms(better, reliability=reliability, healthy_mean=2.0, healthy_sd=1.0)
    found = headless_outcomes.described(summarised(cases, norms, at))
    json.dumps(found, allow_nan=False)
    for key in ("ci", "se_jackknife", "icc", "g"):
        if found[key] is None:
            assert len(found["notes"]) > 1, key
    flow = found["flow"]
    assert flow["analysed"] + flow["without_start"] + flow["not_heard_from"] == flow["began"] == len(rows)
    if found["classes"]:
        assert sum(n or 0 for n in found["classes"].values()) == flow["analysed"]


VARIANCES = st.one_of(st.floats(0, 1e12, exclude_min=True), st.sampled_from((5e-324, 1e-160, 1e-12, 0.1)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(VALUES.filter(lambda g: g is not None), VARIANCES), min_size=1, max_size=8))
def test_whatever_effects_are_pooled_every_figure_is_finite_or_the_row_is_refused(pairs):
    rows = "".join(f"w{n},{g!r},{v!r}\n" for n, (g, v) in enumerate(pairs))
    try:
        found = headless_outcomes.pooled(f"workshop,g,v\n{rows}".encode())
    except Refusal as refusal:
        assert "column v: a variance above 0" in str(refusal)
        assert min(v for _, v in pairs) < 1e-12
    else:
        json.dumps(found.values, allow_nan=False)
        assert found.sentences


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=200).map(lambda t: HEAD + t.encode())))
def test_random_files_are_read_or_refused_in_words(content):
    for read in (outcome_files.cases, outcome_files.effects):
        try:
            read(content)
        except Refusal as refusal:
            assert str(refusal)


@pytest.mark.parametrize("cell", ["NaN", "-inf", "1_000", "0x10", "１２", "9" * 60, "1e400", "--1", "=1+1"])
def test_what_only_looks_like_a_number_is_never_taken_for_one(cell):
    content = HEAD + f"a,1,10,{cell},,,\n".encode()
    try:
        (case,) = outcome_files.cases(content)
    except Refusal as refusal:
        assert "row 2, column six_months" in str(refusal)
    else:
        assert case.after == {}, "NaN is the usual word for missing"


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[1]", b'{"mat_desktop": {"format": 9, "measures": {}}}', b"\xff\xfe", b'{"a": NaN}', b"[" * 100_000],
)
def test_a_package_that_is_none_is_refused_in_words(content):
    with pytest.raises(Refusal, match=r"datapackage\.json"):
        research_files.measures(lambda _name: content)


def test_a_package_cannot_lead_to_another_file():
    body = {"mat_desktop": {"format": 1, "measures": {"x": {"file": "../key.csv", "better": "lower", "title": "x"}}}}
    with pytest.raises(Refusal, match="strange file"):
        research_files.measures(lambda _name: json.dumps(body).encode())


def test_a_number_far_outside_of_all_others_is_refused_by_row_and_never_a_figure():
    rows = b"1,Blue,20,12,\n2,blue ,18,-99,NA\n3,Red,14,9,.\n4,Red,9,999,\n"
    with pytest.raises(Refusal) as refused:
        outcome_files.cases(b"person,partnership,baseline,six_months,one_year\n" + rows)
    assert [line[:24] for line in str(refused.value).splitlines()] == [
        "row 3, column six_months",
        "row 5, column six_months",
    ]


def test_capitals_and_blanks_make_no_partnership_of_their_own():
    found = outcome_files.cases(b"person,partnership,baseline,six_months\n1,Blue,20.0,12\n2,blue ,18,NA\n")
    assert {case.partnership for case in found} == {"Blue"}


def test_the_columns_of_a_table_can_be_named():
    content = b"pid;dyad;t0;t1\n1;A;20;12\n"
    mapping = ["person=pid", "partnership=2", "baseline=t0", "six_months=t1"]
    assert outcome_files.cases(content, mapping=mapping)[0].after == {6: 12.0}


def test_a_pool_is_never_told_that_it_has_people():
    with pytest.raises(Refusal, match="rows"):
        outcome_files.effects(b"workshop,g,v\n" + b"".join(b"w%d,1,1\n" % n for n in range(100_001)))


def test_a_person_in_two_rows_is_named_with_row_and_column():
    rows = "person,partnership,baseline,one_year\na,1,10,8\na,2,10,9\nb,2,10,9\nb,2,10,9\n"
    with pytest.raises(Refusal) as refused:
        outcome_files.cases(rows.encode())
    assert str(refused.value).splitlines() == [
        "row 3, column person: a stands in an earlier row, in another partnership; one row a person is expected",
        "row 5, column person: b stands in an earlier row; one row a person is expected",
    ]
