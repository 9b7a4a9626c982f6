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
    still, said = told([f"{n},{n},10,10,,,5" for n in range(8)])
    assert (still["permutation"], still["verdict"]) == (None, "open")
    assert "Nobody changed at all" in said


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
    assert "Nobody could get better" in words
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
    assert "row 2, column baseline: “1e300” has no end" in capsys.readouterr().err


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
