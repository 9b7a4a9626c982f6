"""Whoever reads the sentences reads the figures that a program reads: each number in words is the one of the JSON."""

import random  # noqa: TID251  with a seed

import pytest

from mat_desktop.facilitation.outcomes.headless import described
from mat_desktop.facilitation.outcomes.words import alliance_in_words, arms_in_words, figures
from mat_desktop.workshop.outcomes.association import spearman
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.reliable import Better, Norms
from mat_desktop.workshop.outcomes.summary import summarised
from tests.sure import sure

NORMS = Norms(Better.LOWER, mean=15.0, sd=5.0, reliability=0.85, healthy_mean=6.0, healthy_sd=4.0)


def people() -> list[OutcomeCase]:
    """Ten pairs in two arms and blocks of four, one person not heard from at one year, two at six months."""
    draw, cases = random.Random(8), []
    for pair in range(10):
        for member in (0, 1):
            start = 3.0 + 2 * draw.randrange(9)
            after = {6: start - draw.randrange(9), 12: start - 9 + draw.randrange(12)}
            for months, missing in ((6, ("4-0", "5-1")), (12, ("3-1",))):
                if f"{pair}-{member}" in missing:
                    del after[months]
            own = "ab"[pair % 2], float(draw.randrange(99)), str(pair // 4)
            cases.append(OutcomeCase(f"{pair}-{member}", str(pair), start, after, *own))
    return cases


SUMMARY = summarised(people(), NORMS, 12, ("b", "a"))
SAID = " ".join(figures(SUMMARY, blind=False)).replace("−", "-")
FOUND = described(SUMMARY)


def p(value: float) -> str:
    """Three digits that count."""
    return "< .001" if value < 0.001 else f"{value:#.3g}"[1:]


def signed(value: float) -> str:
    return f"{value:+.1f}" if abs(value) >= 0.05 else "0.0"


def test_who_is_counted_is_told_with_the_same_numbers():
    flow = FOUND["flow"]
    assert f"{flow['began']} people in {flow['partnerships']} partnerships began" in SAID
    assert f"heard from: {flow['six_months']} at six months, {flow['one_year']} at one year." in SAID
    assert f"from {flow['analysed']} people in 10 partnerships with both values" in SAID
    assert (flow["began"], flow["six_months"], flow["one_year"], flow["not_heard_from"]) == (20, 18, 19, 1)


def test_the_change_its_test_and_its_interval_are_told_with_the_same_numbers():
    low, high = FOUND["ci"]
    test = FOUND["permutation"]
    assert f"mean change over partnerships {signed(FOUND['mean_change'])} (lower is better)" in SAID
    assert f"fits all of them best is {signed(FOUND['shift'])}; at 95 % anything from {signed(low)} to " in SAID
    assert f" to {signed(high)} fits." in SAID
    assert f"Test of no change: p {p(test['p'])} over all {test['arrangements']:,} ways to sign" in SAID
    assert f"partnership means; the smallest p possible is {p(test['smallest'])}." in SAID


def test_the_standardised_change_is_told_with_the_same_numbers():
    low, high = FOUND["g_ci"]
    assert (
        f"Standardised change g {FOUND['g']:.2f}, variance {FOUND['v']:.3f}, error {FOUND['se_jackknife']:.2f}" in SAID
    )
    assert f"at a time, 95 % {low:.2f} to {high:.2f} (by t" in SAID


def test_person_by_person_is_told_with_the_same_numbers():
    kinds = FOUND["classes"]
    better, worse = FOUND["improved"], FOUND["deteriorated"]
    assert f"{kinds['recovered']} recovered, {kinds['improved']} improved, {kinds['unchanged']} without a" in SAID
    assert f"{kinds['deteriorated']} reliably worse and {kinds['healthy_at_start']} healthy at the start" in SAID
    low, high = (f"{100 * share:.0f} %" for share in better["interval"])
    assert f"Reliably better: {better['count']} of the {better['of']} who could (a change is called" in SAID
    assert f"reliable at 95 %), 95 %: {low} to {high}. Reliably worse: {worse['count']} of {worse['of']}; of" in SAID
    assert f"such people at most {100 * worse['interval'][1]:.0f} %, at 95 %." in SAID
    assert min(kinds["recovered"], kinds["unchanged"], kinds["healthy_at_start"]) > 0, "a table on which each tells"


def test_associations_are_told_with_the_same_numbers():
    dose, (low, high) = FOUND["dose"], FOUND["icc_ci"]
    assert f"for the better: rho {dose['rho']:.2f}, p {p(dose['p'])} over {dose['partnerships']} partnerships;" in SAID
    assert f"partnerships; the smallest p possible is {p(dose['smallest'])}. This is an association" in SAID
    assert f"partners changed (ICC): {FOUND['icc']:.2f}, 95 % {low:.2f} to {high:.2f};" in SAID


def test_what_the_missing_could_change_is_told_with_the_same_numbers():
    found = FOUND["sensitivity"]
    assert f"{found['missing']} person was not heard from at one year. Had they not changed" in SAID
    assert f"the mean change would be {signed(found['no_change'])}; had they all done as badly as the worst" in SAID
    assert f"of the others, {signed(found['worst'])}. With the last answer of each" in SAID
    assert f"that is missing: {signed(found['last_carried_forward'])}." in SAID
    assert f"have done {abs(found['tipping_point']):.1f} points worse than those" in SAID
    assert len({found[key] for key in ("no_change", "worst", "last_carried_forward", "observed")}) == 4


def test_the_arms_are_told_with_the_same_numbers_and_blind_without_their_names():
    arms, (low, high) = FOUND["arms"], FOUND["arms"]["ci"]
    first, second = arms["order"]
    assert (first["arm"], second["arm"]) == ("b", "a"), "as the order names them"
    assert f"Arms: b: {signed(first['mean_change'])} over {first['partnerships']} partnerships; a: " in SAID
    assert f"a: {signed(second['mean_change'])} over {second['partnerships']} partnerships." in SAID
    assert (
        f"within blocks, at equal starts: {signed(arms['difference'])}, 95 % {signed(low)} to {signed(high)}." in SAID
    )
    test = arms["permutation"]
    assert f"Test between the arms: p {p(test['p'])} over all {test['arrangements']:,} arrangements within the" in SAID
    assert f"within the blocks; the smallest p possible is {p(test['smallest'])}." in SAID
    blind = " ".join(arms_in_words(sure(SUMMARY.comparison), blind=True)).replace("−", "-")
    lower, higher = sorted(arms["order"], key=lambda arm: arm["mean_change"])
    assert f"Arm A: {signed(higher['mean_change'])} over {higher['partnerships']}" in blind
    assert f"Arm B: {signed(lower['mean_change'])} over {lower['partnerships']}" in blind
    assert "Difference" not in blind, "its sign would tell which is which"


@pytest.mark.parametrize(("study", "blind"), [(False, False), (False, True)])
def test_without_a_study_only_counts_and_changes_are_told(study, blind):
    said = " ".join(figures(SUMMARY, study=study, blind=blind))
    assert "Reliably better" in said
    for word in ("Test of", "Standardised", "rho", "ICC", "Arm", "Jacobson", " p "):
        assert word not in said


def test_early_ratings_are_told_with_their_own_figures_and_as_no_cause():
    found = sure(spearman([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]))
    (said,) = alliance_in_words(found)
    assert f"(weeks 2 to 4) against change for the better: rho 0.80, p {p(found.p)} over 5 partnerships" in said
    assert said.endswith("A description, no cause; the ratings are no validated scale.")
    assert alliance_in_words(None) == ()
