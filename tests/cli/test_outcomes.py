"""`outcomes` and `pool` as a researcher calls them: exact keys, exact figures, and a sentence for what is wrong."""

import json
from statistics import fmean

import numpy as np
import pytest
from scipy import stats

from mat_desktop import cli

HEAD = "person,partnership,baseline,six_months,one_year,arm,contacts\n"
ROWS = (
    *("a,1,18,12,9,daily,150", "b,1,15,10,,daily,150", "c,2,20,19,18,daily,100", "d,2,14,,,daily,90"),
    *("e,3,9,8,7,weekly,20", "f,3,16,17,15,weekly,22", "g,4,21,15,12,weekly,25", "h,4,11,9,8,weekly,25"),
)


@pytest.fixture
def call(tmp_path, capsys):
    def of(command: str, text: str | bytes, *arguments: str) -> tuple[int, object, str]:
        path = tmp_path / "data.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        status = cli.main([command, str(path), *arguments, "--json"])
        said = capsys.readouterr()
        return status, json.loads(said.out) if said.out else None, said.err

    return of


def test_outcomes_gives_every_key_with_the_figures_of_the_table(call):
    status, found, _ = call("outcomes", HEAD + "\n".join(ROWS), "--reliability", ".89", "--norm-mean", "4.7",
                            "--norm-sd", "4.8", "--sd", "6", "--clinical-mean", "19.7")  # fmt: skip
    assert status == 0
    means = [-9, -2, fmean([-2, -1]), fmean([-9, -3])]
    assert found["flow"] == {
        "began": 8,
        "partnerships": 4,
        "six_months": 7,
        "one_year": 6,
        "analysed": 6,
        "not_heard_from": 2,
        "without_start": 0,
    }
    assert found["at"] == "one_year"
    assert found["mean_change"] == pytest.approx(fmean(means))
    assert found["ci"] is None, "four partnerships rule nothing out"
    assert found["ci_t"] == pytest.approx(list(stats.t.interval(0.95, 3, fmean(means), stats.sem(means))))
    assert found["permutation_p"] == 2 / 16
    assert sum(found["classes"].values()) == found["improved"]["of"] + found["classes"]["healthy_at_start"] == 6
    assert list(found["classes"]) == ["recovered", "improved", "unchanged", "deteriorated", "healthy_at_start"]
    assert found["dose"]["rho"] == pytest.approx(stats.spearmanr([150, 100, 21, 25], [-m for m in means]).statistic)
    assert set(found["sensitivity"]) == {
        *("missing", "observed", "last_carried_forward", "no_change", "worst", "tipping_point"),
    }
    assert found["sensitivity"]["missing"] == 2
    for key in ("g", "v", "se_jackknife", "icc"):
        assert isinstance(found[key], float)
    design = [[1, 1, 18], [1, 1, 20], [1, 0, fmean([9, 16])], [1, 0, fmean([21, 11])]]
    at_equal_starts = np.linalg.lstsq(np.array(design), np.array(means), rcond=None)[0][1]
    assert found["arms"]["adjusted"] is True
    assert found["arms"]["difference"] == pytest.approx(at_equal_starts)


def test_an_occasion_can_be_named_and_else_it_is_said_that_the_last_with_answers_counts(call, tmp_path, capsys):
    _, last, _ = call("outcomes", HEAD + "\n".join(ROWS))
    _, year, _ = call("outcomes", HEAD + "\n".join(ROWS), "--at", "one_year")
    _, half, _ = call("outcomes", HEAD + "\n".join(ROWS), "--at", "six_months")
    assert [f["flow"]["analysed"] for f in (last, year, half)] == [6, 6, 7]
    assert [f["at"] for f in (last, year, half)] == ["one_year", "one_year", "six_months"]
    assert cli.main(["outcomes", str(tmp_path / "data.csv")]) == 0
    assert capsys.readouterr().out.startswith("Counted at one year, the last with answers; --at chooses another.")


def test_three_arms_are_tested_only_in_the_order_that_is_named(call):
    rows = "\n".join(f"p{n},{n},{20 + n % 4},,{12 + n},{('daily', 'weekly', 'wait')[n % 3]}," for n in range(9))
    _, unnamed, _ = call("outcomes", HEAD + rows)
    assert unnamed["arms"]["permutation"] is None
    assert any("their order must be named" in note for note in unnamed["notes"])
    _, named, _ = call("outcomes", HEAD + rows, "--order", "daily,weekly,wait")
    assert named["arms"]["permutation"]["arrangements"] == 1680
    assert [arm["arm"] for arm in named["arms"]["order"]] == ["daily", "weekly", "wait"]
    status, _, error = call("outcomes", HEAD + rows, "--order", "daily,weekly")
    assert status == 2
    assert "the arms of the table are daily, wait, weekly" in error


def test_without_published_figures_nobody_is_classified_and_the_groups_own_are_not_used(call):
    _, own, _ = call("outcomes", HEAD + "\n".join(ROWS), "--reliability", ".89")
    _, given, _ = call("outcomes", HEAD + "\n".join(ROWS), "--reliability", ".89", "--sd", "6.1")
    assert given["norms"]["sd"] == 6.1
    assert (own["norms"]["sd"], own["norms"]["mean"], own["classes"], own["improved"]) == (None,) * 4
    assert any("the group's own is not used" in note for note in own["notes"])
    assert given["classes"]["recovered"] is None, "without a cut-off"
    _, cut, _ = call("outcomes", HEAD + "\n".join(ROWS), "--reliability", ".89", "--sd", "6.1", "--cutoff", "a")
    assert cut["classes"]["recovered"] is None, "cut-off a needs the published mean as well"
    words = ("--reliability", ".89", "--sd", "6.1", "--cutoff", "a", "--clinical-mean", "19.7")
    _, both, _ = call("outcomes", HEAD + "\n".join(ROWS), *words)
    assert both["norms"]["cutoff"] == pytest.approx(19.7 - 12.2)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("a,1,18,12,9,,", "Fewer than six partnerships"),
        ("a,1,5,5,5,,\nb,2,5,5,5,,", "In no partnership did the mean change"),
        ("a,1,5,,,,\nb,2,6,NA,,,", "Nobody has both"),
        ("a,1,,4,3,,\nb,2,,4,2,,", "Nobody has both"),
        ("", "Nobody has begun"),
    ],
)
def test_too_little_to_count_gives_null_and_a_sentence(call, rows, said):
    status, found, _ = call("outcomes", HEAD + rows)
    assert status == 0
    assert said in " ".join(found["notes"])
    assert (found["ci"], found["se_jackknife"], found["icc"], found["dose"]["rho"]) == (None, None, None, None)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("a,1,18,12,many,,", "row 2, column one_year: “many” is no number"),
        ("a,1,18,12,,,\nb,1,inf,3,,,", "row 3, column baseline: “inf” has no end"),
        ("a,1,18,1e999,,,", "row 2, column six_months: “1e999” is too large"),
        ('a,1,"18,5",12,,,', "with a point, not a comma"),
        ("a,1,18,12,,,\na,2,18,12,,,", "row 3, column person: a stands in an earlier row, in another partnership"),
        ("a,1,18,12,,,\na,1,18,12,,,", "row 3, column person: a stands in an earlier row;"),
        ("a,1,18,12,,daily,\nb,1,18,12,,weekly,", "row 3, column arm"),
        (",1,18,12,,,", "row 2, column person"),
        ("a,,18,12,,,", "row 2, column partnership"),
        ("a,1,18,12,,,-3", "row 2, column contacts"),
    ],
)
def test_a_wrong_cell_is_named_by_row_and_column_and_every_figure_is_null(call, rows, said):
    status, found, error = call("outcomes", HEAD + rows)
    assert status == 2
    assert said in error
    assert said in " ".join(found.pop("notes"))
    assert set(found) >= {"flow", "mean_change", "g", "classes", "sensitivity", "arms", "permutation"}
    assert set(found.values()) == {None}
    assert "Traceback" not in error


@pytest.mark.parametrize(
    "text", ["person,baseline\na,1", b"\x00\x01", b"\xff\xfe\xfa", "", "person,partnership,baseline\na,1,2"]
)
def test_a_file_that_is_no_such_table_is_refused_in_words(call, text):
    status, found, error = call("outcomes", text)
    assert (status, found["mean_change"]) == (2, None)
    assert error.startswith("data.csv: ")


def test_pool_gives_both_estimates_with_and_without_the_floor(call):
    rows = "workshop,g,v\nA,-0.9,0.08\nB,-0.4,0.05\nC,-0.6,0.11\nD,0.1,0.06\nE,-1.2,0.09\n"
    status, found, _ = call("pool", rows)
    assert status == 0
    assert found["k"] == 5
    for name in ("DL", "REML"):
        assert set(found[name]) == {"tau2", "mu", "se", "ci", "hartung_knapp", "prediction"}
        assert set(found[name]["hartung_knapp"]) == {"floored", "unfloored"}
        assert found[name]["prediction"][0] < found[name]["ci"][0]
    assert 0 < found["I2"] < 1


def test_one_workshop_is_not_pooled_and_a_few_are_very_uncertain(call):
    _, one, _ = call("pool", "workshop,g,v\nA,-0.9,0.08\n")
    assert (one["Q"], one["DL"]["tau2"], one["DL"]["hartung_knapp"], one["REML"]["prediction"]) == (None,) * 4
    assert "nothing to pool" in one["notes"][0]
    _, few, _ = call("pool", "workshop,g,v\nA,-0.9,0.08\nB,-0.3,0.1\nC,-0.3,0.1\n")
    assert "very uncertain" in few["notes"][0]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("A,-0.9,0", "row 2, column v: a variance above 0"),
        ("A,-0.9,-1", "row 2, column v"),
        ("A,,0.1", "row 2, column g: a number is expected"),
        ("A,0.1,nan", "row 2, column v: a number is expected"),
        ("A,1,1\nA,2,1", "row 3, column workshop"),
        ("", "has no row"),
    ],
)
def test_a_wrong_effect_is_named_by_row_and_column(call, rows, said):
    status, found, error = call("pool", "workshop,g,v\n" + rows)
    assert status == 2
    assert said in error
    assert said in " ".join(found["notes"])
    assert found["DL"] is found["REML"] is None


@pytest.mark.parametrize("words", [("--sd", "0"), ("--sd", "inf"), ("--reliability", "1"), ("--norm-mean", "x")])
def test_a_wrong_option_is_refused(call, words):
    with pytest.raises(SystemExit) as stop:
        call("outcomes", HEAD, *words)
    assert stop.value.code == 2


def test_partners_in_different_blocks_are_refused_by_row(call):
    status, _, error = call("outcomes", "person,partnership,baseline,six_months,block\na,1,18,12,x\nb,1,17,13,y\n")
    assert status == 2
    assert "row 3, column block: partners were allotted in one block" in error


def test_pool_in_words_shows_the_safest_interval_first_and_what_one_workshop_more_would_show(tmp_path, capsys):
    path = tmp_path / "effects.csv"
    path.write_text("workshop,g,v\nA,.5,.1\nB,.2,.05\nC,.9,.2\n", "utf-8")
    assert cli.main(["pool", str(path)]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    # metafor: rma(yi, vi, test="adhoc") gives -0.369 to 1.160 for these three.
    assert "95 % −0.37 to 1.16 (Hartung and Knapp, floored)" in first
    assert first.index("floored") < first.index("one workshop more would likely lie between") < first.index("normal")
