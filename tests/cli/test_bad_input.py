"""Tables that are too small, too even, too large or too odd: a sentence and null, never a made-up figure."""

import json

import pytest

from mat_desktop import cli
from mat_desktop.facilitation.outcomes import headless
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.reliable import Better, Norms
from mat_desktop.workshop.outcomes.summary import Verdict, summarised

HEAD = "person,partnership,baseline,one_year,arm,block,contacts\n"


@pytest.fixture
def told(tmp_path, capsys):
    """The JSON and the words that the command line gives for these rows."""

    def of(rows: list[str], *arguments: str):
        path = tmp_path / "data.csv"
        path.write_text(HEAD + "\n".join(rows), encoding="utf-8")
        assert cli.main(["outcomes", str(path), *arguments, "--json"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert cli.main(["outcomes", str(path), *arguments]) == 0
        return found, capsys.readouterr().out

    return of


def pairs(many: int, change: float = 2.0) -> list[str]:
    return [f"{n}{m},{n},{10 + n % 3 + m},{10 + n % 3 + m - change - n % 2},,,{n}" for n in range(many) for m in (0, 1)]


@pytest.mark.parametrize("many", [1, 3, 5])
def test_fewer_than_six_partnerships_have_no_interval_and_no_direction(told, many):
    found, words = told(pairs(many))
    assert found["ci"] is None
    assert found["verdict"] == "too_few"
    assert "Fewer than six partnerships rule out no amount of change" in words
    assert "changed for the better" not in words
    if many == 1:
        assert (found["icc"], found["se_jackknife"], found["dose"]["rho"], found["ci_t"]) == (None,) * 4


def test_where_all_changed_alike_nothing_is_made_of_the_tie(told):
    found, words = told([f"{n},{n},10,7,,,5" for n in range(8)])
    assert (found["g"], found["icc"], found["dose"]["rho"]) == (None, None, None)
    assert found["ci"] == [-3.0, -3.0]
    assert found["verdict"] == "better"
    assert "nan" not in words
    assert "Every partnership changed by just as much, so nothing tells how far chance could have moved it." in words
    assert "−3.0 to −3.0" not in words
    still, said = told([f"{n},{n},10,10,,,5" for n in range(8)])
    assert (still["permutation"], still["verdict"]) == (None, "unmoved")
    assert "May be said: up to one year the mean changed in no partnership that answered." in said


def test_partners_who_moved_apart_are_not_told_that_nobody_changed(told):
    found, words = told([row for n in range(8) for row in (f"{n}a,{n},10,12,,,{n}", f"{n}b,{n},10,8,,,{n}")])
    assert (found["verdict"], found["icc"], found["icc_ci"]) == ("unmoved", -1.0, None)
    assert "obody changed" not in words
    assert "(ICC): −1.00, without an interval, for all partnerships came to the same" in words
    alike, said = told([f"{n}{m},{n},10,{9 - n},,,{n}" for n in range(6) for m in "ab"])
    assert (alike["icc"], alike["icc_ci"]) == (1.0, None)
    assert "without an interval, for the partners of each changed just alike" in said


def test_whoever_has_no_value_at_the_start_is_counted_as_heard_from_or_not_like_everybody_else(told):
    rows = [f"{n}{m},{n},10,{8 - n % 2},,,{n}" for n in range(6) for m in "ab"]
    found, words = told([*rows, "x,7,,8,,,1", "y,8,,,,,1", "z,9,10,,,,1"])
    assert (found["flow"]["one_year"], found["flow"]["not_heard_from"], found["flow"]["without_start"]) == (13, 2, 1)
    assert "1 more person answered without a value at the start." in words
    assert "2 people were not heard from at one year, one of them not at the start either. Had the rest not" in words
    assert "Nothing is known of 2 people not heard from." in words
    none, said = told([*rows, "y,8,,,,,1"])
    assert none["sensitivity"]["missing"] == 0
    assert "1 person was not heard from at one year, nor at the start, so nothing can be supposed of them." in said


def test_the_interval_of_a_standardised_change_never_decides_a_direction_that_the_test_leaves_open(told):
    moved = (-1, -2, -3, -4, -5, 1)
    found, words = told(
        [f"{n}{m},{n},{12 + m + n % 2},{12 + m + n % 2 + moved[n]},,,{n}" for n in range(6) for m in (0, 1)]
    )
    assert found["verdict"] == "open"
    assert found["g_ci"][1] < 0, "by t the interval of g leaves nothing out"
    assert "(by t, of its size; whether there was a change is for the test above)" in words


def test_what_two_arms_can_show_is_told_without_an_order_that_nobody_named(told):
    _, words = told([f"{n}{m},{n},{10 + n},{9 - n % 3},{'ab'[n % 2]},x,{n}" for n in range(4) for m in "ab"])
    assert "most contact first" not in words
    assert "; so few arrangements rule out no difference at 95 %." in words
    three = [f"{n}{m},{n},{10 + n},{9 - n % 3},{'abc'[n % 3]},x,{n}" for n in range(6) for m in "ab"]
    assert "most contact first" not in told(three)[1]
    assert (
        "Test between the arms, in the order that was named, most contact first: p"
        in told(three, "--order", "b,a,c")[1]
    )


def test_where_nobody_was_heard_from_every_figure_of_change_is_null(told):
    found, words = told([f"{n},{n},10,,,,5" for n in range(8)])
    assert {found[k] for k in ("at", "mean_change", "shift", "ci", "g", "permutation_p")} == {None}
    assert found["sensitivity"]["missing"] == 8
    assert found["sensitivity"]["tipping_point"] is None
    assert "Nothing may be concluded yet." in words


def test_where_everyone_was_healthy_nobody_could_get_better(told):
    norms = ("--sd", "5", "--reliability", ".9", "--clinical-mean", "19", "--norm-mean", "12", "--norm-sd", "5")
    found, words = told([f"{n},{n},{n % 3},{n % 4},,," for n in range(8)], *norms)
    assert found["classes"]["healthy_at_start"] == 8
    assert found["improved"] == {"count": 0, "of": 0, "interval": None}
    assert "All began on the healthy side already, so nobody is counted as better (a change is called" in words
    assert "Reliably worse: 0 of 8; of such people at most 32 %, at 95 %." in words
    assert "0 of the 0" not in words


def test_a_block_with_one_arm_is_no_comparison(told):
    rows = [f"{n},{n},{10 + n % 3},{8 - n % 4},{'ab'[n // 4]},{'xy'[n // 4]}," for n in range(8)]
    found, words = told(rows)
    assert found["arms"]["permutation"] is None
    assert (found["arms"]["difference"], found["arms"]["ci"]) == (None, None)
    assert "two must meet in one block" in words


def test_a_scale_of_one_step_gives_shares_and_no_nonsense(told):
    found, words = told([f"{n}{m},{n},{(n + m) % 2},{n % 2},,,{n}" for n in range(8) for m in (0, 1)])
    assert -1 <= found["ci"][0] <= found["ci"][1] <= 1
    assert found["icc"] is None or -1 <= found["icc"] <= 1
    assert "inf" not in words.split()


def test_a_measure_without_norms_classifies_nobody(told):
    found, words = told(pairs(8))
    assert (found["classes"], found["improved"], found["deteriorated"]) == (None, None, None)
    assert "Without the reliability of the measure no change of one person can be called reliable" in words


def test_a_thousand_and_one_rows_are_told_with_what_was_drawn(told):
    found, words = told([f"{n},{n},{10 + n % 7},{9 + n % 5},,," for n in range(1001)])
    assert found["flow"]["partnerships"] == 1001
    assert found["permutation"]["exact"] is False
    assert "19,999 drawn" in words or "20,000 drawn" in words
    assert found["permutation"]["smallest"] == pytest.approx(1e-4)


def test_a_number_beyond_all_measures_is_refused_by_its_row(tmp_path, capsys):
    path = tmp_path / "data.csv"
    path.write_text(HEAD + "a,1,1e300,2,,,", encoding="utf-8")
    assert cli.main(["outcomes", str(path)]) == 2
    assert "row 2, column baseline: “1e300” is too large; a number up to 1,000,000,000,000" in capsys.readouterr().err


@pytest.mark.parametrize("unit", [1e-300, 1e-30, 1e12, 1e150])
def test_in_whatever_unit_a_figure_is_finite_or_null_and_the_verdict_stays(unit):
    cases = [
        OutcomeCase(f"{n}{m}", str(n), unit * (10 + n % 3 + m), {12: unit * (7 + n % 2)}, "ab"[n % 2], float(n))
        for n in range(8)
        for m in (0, 1)
    ]
    found = summarised(cases, Norms(Better.LOWER), 12, ("a", "b"))
    json.dumps(headless.described(found), allow_nan=False)
    assert found.verdict is Verdict.BETTER
