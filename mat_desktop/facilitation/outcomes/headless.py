"""Outcomes and pooling without the window: figures as plain JSON values, null with a sentence where there is none."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from mat_desktop.facilitation.outcomes import files as outcome_files
from mat_desktop.workshop.outcomes import pooling
from mat_desktop.workshop.outcomes.permutation import Permuted
from mat_desktop.workshop.outcomes.reliable import Better, Class, Norms
from mat_desktop.workshop.outcomes.summary import INFLATED, Comparison, Summary, summarised
from mat_desktop.workshop.refusal import Refusal

_NAMES = {months: name for name, months in outcome_files.OCCASIONS.items()}


def outcomes(
    content: bytes, norms: Norms, at: str = "", encoding: str = "utf-8", order: Sequence[str] = ()
) -> dict[str, Any]:
    """The outcomes of a table of people. Raises Refusal, a line a fault, or where `order` names other arms."""
    cases = outcome_files.cases(content, encoding)
    arms = {c.arm for c in cases if c.arm}
    if order and set(order) != arms:
        raise Refusal(
            f"--order names {', '.join(order)}; the arms of the table are {', '.join(sorted(arms)) or 'none'}"
        )
    return described(summarised(cases, norms, outcome_files.OCCASIONS.get(at), order))


def no_outcomes() -> dict[str, Any]:
    """What is said of a table that is refused: every key of `described`, and no figure."""
    return dict.fromkeys(described(summarised((), Norms(Better.LOWER))))


def described(found: Summary) -> dict[str, Any]:
    """One measure in one group as plain values. Changes are outcome minus baseline, whichever way is better."""
    used = found.norms
    return {
        "flow": {
            "began": found.began,
            "partnerships": found.partnerships,
            **{_NAMES.get(months, f"month_{months}"): count for months, count in found.heard.items()},
            "analysed": found.analysed,
            "not_heard_from": found.began - found.analysed,
        },
        **_change(found),
        "classes": _classes(found),
        "healthy_at_start_got_worse": found.worse_from_health if found.classes else None,
        "dose": {
            "rho": found.dose.rho if found.dose else None,
            "p": found.dose.p if found.dose else None,
            "partnerships": found.dose.n if found.dose else None,
            "exact": found.dose.exact if found.dose else None,
        },
        "icc": found.icc,
        "sensitivity": asdict(found.sensitivity),
        "arms": _arms(found.comparison),
        "norms": {
            "better": used.better.value,
            "mean": used.mean,
            "sd": used.sd,
            "reliability": used.reliability,
            "norm_mean": used.healthy_mean,
            "norm_sd": used.healthy_sd,
            "cutoff": used.cut(),
            "sdiff": used.sdiff(),
        },
        "notes": [*found.notes, INFLATED],
    }


def _change(found: Summary) -> dict[str, Any]:
    return {
        "mean_change": found.mean_change,
        "mean_change_people": found.mean_change_people,
        "ci": _list(found.ci),
        "ci_bootstrap": _list(found.bootstrap),
        "g": found.effect.g if found.effect else None,
        "v": found.effect.v if found.effect else None,
        "r": found.effect.correlation if found.effect else None,
        "n": found.effect.n if found.effect else found.analysed,
        "se_jackknife": found.se_jackknife,
        "permutation_p": found.permutation.p if found.permutation else None,
        "permutation": _permuted(found.permutation),
    }


def _list(interval: tuple[float, float] | None) -> list[float] | None:
    return list(interval) if interval else None


def _permuted(found: Permuted | None) -> dict[str, Any] | None:
    return asdict(found) if found else None


def _classes(found: Summary) -> dict[str, int | None] | None:
    """Counts of the five classes; without a cut-off two of them cannot be told apart and are null."""
    if found.classes is None:
        return None
    unknown = () if found.norms.cut() is not None else (Class.RECOVERED, Class.HEALTHY)
    return {kind.value: None if kind in unknown else count for kind, count in found.classes.items()}


def _arms(found: Comparison | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "order": [asdict(arm) for arm in found.arms],
        "difference": found.difference,
        "permutation": _permuted(found.test),
    }


def pooled(content: bytes, encoding: str = "utf-8") -> dict[str, Any]:
    """The effects of a table of workshops pooled both ways. Raises Refusal, a line a fault."""
    studies = outcome_files.effects(content, encoding)
    spread = pooling.heterogeneity(studies)
    return {
        "k": spread.k,
        "Q": spread.q if spread.k > 1 else None,
        "I2": spread.i2 if spread.k > 1 else None,
        "DL": _pooled(pooling.pool(studies, pooling.tau2_dl), spread.k),
        "REML": _pooled(pooling.pool(studies, pooling.tau2_reml), spread.k),
        "notes": [pooling.certainty(spread.k), INFLATED],
    }


def no_pool() -> dict[str, Any]:
    """The same of a table of effects."""
    return dict.fromkeys(("k", "Q", "I2", "DL", "REML"))


def _pooled(found: pooling.Pooled, k: int) -> dict[str, Any]:
    return {
        "tau2": found.tau2 if k > 1 else None,
        "mu": found.mu,
        "se": found.se,
        "ci": list(found.ci),
        "hartung_knapp": {"floored": _knapp(found.floored), "unfloored": _knapp(found.unfloored)} if k > 1 else None,
        "prediction": _list(found.prediction),
    }


def _knapp(found: pooling.HartungKnapp | None) -> dict[str, Any] | None:
    return None if found is None else {"q": found.q, "se": found.se, "ci": list(found.ci)}


def in_words(said: dict[str, Any]) -> list[str]:
    """The same for a person to read: counts first, then change, then what may be concluded."""
    flow, norms = said["flow"], said["norms"]
    lines = [
        f"Began: {flow['began']} people in {flow['partnerships']} partnerships.",
        f"With an outcome: {flow['analysed']}; not heard from: {flow['not_heard_from']}.",
        f"Mean change over partnerships: {_said(said['mean_change'])}, 95 % interval {_between(said['ci'])}.",
        f"Permutation p {_said(said['permutation_p'])}.",
        f"Standardised change g {_said(said['g'])}, variance {_said(said['v'])}.",
        f"Its error, leaving out one partnership at a time: {_said(said['se_jackknife'])}.",
    ]
    if said["classes"]:
        counts = ", ".join(f"{kind.replace('_', ' ')} {_said(n)}" for kind, n in said["classes"].items())
        lines.append(f"Reliable change beyond {_said(1.96 * norms['sdiff'])}: {counts}.")
    lines.append(f"Contact against change: rho {_said(said['dose']['rho'])}, p {_said(said['dose']['p'])}.")
    lines.append(f"Likeness of partners (ICC): {_said(said['icc'])}.")
    if said["arms"]:
        arms = "; ".join(f"{arm['arm']} {_said(arm['mean_change'])}" for arm in said["arms"]["order"])
        lines.append(f"Arms: {arms}; p {_said((said['arms']['permutation'] or {}).get('p'))}.")
    return [*lines, *said["notes"]]


def pooled_in_words(said: dict[str, Any]) -> list[str]:
    """The pooled result for a person to read."""
    lines = [f"Q {_said(said['Q'])}, I2 {_said(said['I2'])}, {said['k']} workshops."]
    for name in ("DL", "REML"):
        one = said[name]
        lines.append(
            f"{name}: tau2 {_said(one['tau2'])}, mean {_said(one['mu'])}, 95 % {_between(one['ci'])}, "
            f"prediction {_between(one['prediction'])}."
        )
    return [*lines, *said["notes"]]


def _said(value: float | None) -> str:
    return "not known" if value is None else f"{value:.4g}"


def _between(ends: list[float] | None) -> str:
    return "not known" if ends is None else f"{ends[0]:.4g} to {ends[1]:.4g}"
