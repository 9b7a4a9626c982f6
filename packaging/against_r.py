#!/usr/bin/env python3
"""Holds every formula of the outcomes to R: metafor, coin, boot and nlme, over 60 random tables.

    python3 packaging/against_r.py [TABLES]

Runs where `Rscript` and the four packages are (Debian: r-base-core r-cran-metafor r-cran-coin r-cran-boot
r-cran-nlme), prints each figure that differs by more than 1e-6 of itself, and answers 1 where one does. The suite needs
no R: it holds the same formulas to published figures, to SciPy and statsmodels, and to straight counting.
"""

import csv
import io
import random  # noqa: TID251  with a seed
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

from mat_desktop.workshop.outcomes import pooling
from mat_desktop.workshop.outcomes.case import OutcomeCase, partnership_means
from mat_desktop.workshop.outcomes.comparing import compared
from mat_desktop.workshop.outcomes.effect import jackknife_error, of_cases
from mat_desktop.workshop.outcomes.flips import shift
from mat_desktop.workshop.outcomes.interval import t_interval
from mat_desktop.workshop.outcomes.likeness import likeness
from mat_desktop.workshop.outcomes.permutation import relabelled

SCRIPT = Path(__file__).with_name("against_r.R")
MOST = 1e-6
"""Of each figure itself; a figure of nothing may differ by as much as such."""
Figures = dict[str, float]


def a_table(draw: random.Random) -> list[OutcomeCase]:
    """Partnerships in two arms and blocks of four, threes, gaps, and ties on a scale of whole steps."""
    ties, cases = draw.random() < 0.5, []
    for pair in range(draw.choice([6, 7, 8])):
        own = draw.gauss(0, 2)
        for member in range(draw.choice([2, 2, 2, 3])):
            start = draw.gauss(14, 4)
            after = start - 2 + own + draw.gauss(0, 2) - 2 * (pair % 2)
            start, after = (float(round(v)) if ties else v for v in (start, after))
            heard = {12: after} if member == 0 or draw.random() > 0.15 else {}
            cases.append(
                OutcomeCase(f"{pair}-{member}", f"p{pair}", start, heard, "ab"[pair % 2], None, f"b{pair // 4}")
            )
    return cases


def ours(cases: list[OutcomeCase]) -> Figures:
    """What this program finds, under the names by which the script calls it."""
    means = list(partnership_means(cases, lambda c: c.change(12)).values())
    found = shift(means)
    assert found is not None
    told: Figures = {"mean": fmean(means), "shift": found.estimate}
    if found.test is not None:
        told["p_flips"] = found.test.p
    if found.interval is not None:
        told["shift_low"], told["shift_high"] = found.interval
    by_t, alike, effect = t_interval(means), likeness(cases, 12), of_cases(cases, 12)
    error = jackknife_error(cases, 12)
    if by_t is not None:
        told["t_low"], told["t_high"] = by_t
    if alike is not None:
        told["icc"] = alike.icc
        if alike.interval is not None:
            told["icc_low"], told["icc_high"] = alike.interval
    if effect is not None and error is not None:
        told |= {"g": effect.g, "v": effect.v, "jackknife": error}
    return told | _arms(cases)


def _arms(cases: list[OutcomeCase]) -> Figures:
    told: Figures = {}
    changed = [c for c in cases if c.change(12) is not None]
    arms = compared(changed, 12, ("a", "b"))
    if arms is not None and arms.test is not None and arms.difference is not None and arms.adjusted:
        told |= {"difference": arms.difference, "p_arms": arms.test.p}
    means = partnership_means(changed, lambda c: c.change(12))
    of = {c.partnership: c.arm for c in changed}
    plain = relabelled(list(means.values()), [float(of[key] == "a") for key in means])
    if plain is not None:
        told["p_plain"] = plain.test.p
    return told


def pooled(studies: list[pooling.Study]) -> Figures:
    """The same of several workshops."""
    told: Figures = {}
    for name, by in (("REML", pooling.tau2_reml), ("DL", pooling.tau2_dl)):
        found = pooling.pool(studies, by)
        told |= {f"{name}_tau2": found.tau2, f"{name}_mu": found.mu, f"{name}_se": found.se}
        if found.unfloored is not None:
            told |= {f"{name}_low": found.unfloored.ci[0], f"{name}_high": found.unfloored.ci[1]}
    return told


def _written(folder: Path, number: int, cases: list[OutcomeCase], studies: list[pooling.Study]) -> None:
    rows = io.StringIO()
    writer = csv.writer(rows, lineterminator="\n")
    writer.writerow(["pair", "start", "after", "arm", "block"])
    writer.writerows([c.partnership, c.baseline, c.after.get(12, "NA"), c.arm, c.block] for c in cases)
    (folder / f"{number}.csv").write_text(rows.getvalue(), encoding="utf-8")
    pool = "\n".join(f"{s.g!r},{s.v!r}" for s in studies)
    (folder / f"{number}.pool").write_text(f"g,v\n{pool}\n", encoding="utf-8")


def _theirs(folder: Path) -> dict[tuple[int, str], float]:
    ran = subprocess.run(
        ["Rscript", "--vanilla", str(SCRIPT), str(folder)], capture_output=True, text=True, check=False
    )
    if ran.returncode:
        sys.exit(f"R said: {ran.stderr.strip()}")
    rows = (line.split(",") for line in ran.stdout.splitlines())
    return {(int(number), name): float(value) for number, name, value in rows}


def _differing(number: int, own: Figures, theirs: dict[tuple[int, str], float]) -> Iterator[str]:
    for name, value in own.items():
        other = theirs.get((number, name))
        if other is None:
            yield f"table {number}: {name} is {value!r} here and nothing in R"
        elif abs(value - other) > MOST * max(abs(value), abs(other), MOST):
            yield f"table {number}: {name} is {value!r} here and {other!r} in R"


def main() -> int:
    """Make the tables, ask R, and print what differs."""
    if shutil.which("Rscript") is None:
        print("There is no Rscript here. Install R with metafor, coin, boot and nlme.")
        return 2
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    draw, own = random.Random(22), dict[int, Figures]()
    with tempfile.TemporaryDirectory(prefix="mat-desktop-r-") as name:
        for number in range(many):
            cases = a_table(draw)
            studies = [
                pooling.Study(str(n), draw.gauss(0.4, 0.3), draw.uniform(0.01, 0.2)) for n in range(draw.randint(3, 9))
            ]
            _written(Path(name), number, cases, studies)
            own[number] = ours(cases) | pooled(studies)
        theirs = _theirs(Path(name))
    wrong = [line for number, figures in own.items() for line in _differing(number, figures, theirs)]
    print("\n".join(wrong))
    print(f"{sum(map(len, own.values()))} figures of {many} tables; {len(wrong)} differ by more than {MOST:g}.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
