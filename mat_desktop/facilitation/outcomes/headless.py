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
    content: bytes,
    norms: Norms,
    at: str = "",
    encoding: str = "utf-8",
    order: Sequence[str] = (),
    mapping: Sequence[str] = (),
) -> dict[str, Any]:
    """The outcomes of a table of people. Raises Refusal, a line a fault, or where `order` names other arms."""
    cases = outcome_files.cases(content, encoding, mapping)
    arms = {c.arm for c in cases if c.arm}
    if order and set(order) != arms:
        raise Refusal(
            f"--order names {', '.join(order)}; the arms of the table are {', '.join(sorted(arms)) or 'none'}"
        )
    return described(summarised(cases, norms, outcome_files.OCCASIONS.get(at), order))


def no_outcomes() -> dict[str, Any]:
    """What is said of a table that is refused: every key of `described`, and no figure."""
    return dict.fromkeys(described(summarised((), Norms(Better.LOWER))))


def described(summary: Summary) -> dict[str, Any]:
    """One measure in one group as plain values. Changes are outcome minus baseline, whichever way is better."""
    used = summary.norms
    return {
        "flow": {
            "began": summary.began,
            "partnerships": summary.partnerships,
            **{_NAMES.get(months, f"month_{months}"): count for months, count in summary.heard.items()},
            "analysed": summary.analysed,
            "not_heard_from": summary.began - summary.analysed,
        },
        **_change(summary),
        "classes": _classes(summary),
        "healthy_at_start_got_worse": summary.worse_from_health if summary.classes else None,
        "dose": {
            "rho": summary.dose.rho if summary.dose else None,
            "p": summary.dose.p if summary.dose else None,
            "partnerships": summary.dose.n if summary.dose else None,
            "exact": summary.dose.exact if summary.dose else None,
        },
        "icc": summary.icc,
        "sensitivity": asdict(summary.sensitivity),
        "arms": _arms(summary.comparison),
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
        "notes": [*summary.notes, INFLATED],
    }


def _change(summary: Summary) -> dict[str, Any]:
    return {
        "mean_change": summary.mean_change,
        "mean_change_people": summary.mean_change_people,
        "ci": _list(summary.ci),
        "ci_bootstrap": _list(summary.bootstrap),
        "g": summary.effect.g if summary.effect else None,
        "v": summary.effect.v if summary.effect else None,
        "r": summary.effect.correlation if summary.effect else None,
        "n": summary.effect.n if summary.effect else summary.analysed,
        "se_jackknife": summary.se_jackknife,
        "permutation_p": summary.permutation.p if summary.permutation else None,
        "permutation": _permuted(summary.permutation),
    }


def _list(interval: tuple[float, float] | None) -> list[float] | None:
    return list(interval) if interval else None


def _permuted(found: Permuted | None) -> dict[str, Any] | None:
    return asdict(found) if found else None


def _classes(summary: Summary) -> dict[str, int | None] | None:
    """Counts of the five classes; without a cut-off two of them cannot be told apart and are null."""
    if summary.classes is None:
        return None
    unknown = () if summary.norms.cut() is not None else (Class.RECOVERED, Class.HEALTHY)
    return {kind.value: None if kind in unknown else count for kind, count in summary.classes.items()}


def _arms(found: Comparison | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "order": [asdict(arm) for arm in found.arms],
        "difference": found.difference,
        "permutation": _permuted(found.test),
    }


def pooled(content: bytes, encoding: str = "utf-8", mapping: Sequence[str] = ()) -> dict[str, Any]:
    """The effects of a table of workshops pooled both ways. Raises Refusal, a line a fault."""
    studies = outcome_files.effects(content, encoding, mapping)
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


def in_words(values: dict[str, Any]) -> list[str]:
    """The same for a person to read: counts first, then change, then what may be concluded."""
    flow, norms = values["flow"], values["norms"]
    lines = [
        f"Began: {flow['began']} people in {flow['partnerships']} partnerships.",
        f"With an outcome: {flow['analysed']}; not heard from: {flow['not_heard_from']}.",
        f"Mean change over partnerships: {_said(values['mean_change'])}, 95 % interval {_between(values['ci'])}.",
        f"Permutation p {_said(values['permutation_p'])}.",
        f"Standardised change g {_said(values['g'])}, variance {_said(values['v'])}.",
        f"Its error, leaving out one partnership at a time: {_said(values['se_jackknife'])}.",
    ]
    if values["classes"]:
        counts = ", ".join(f"{kind.replace('_', ' ')} {_said(n)}" for kind, n in values["classes"].items())
        lines.append(f"Reliable change beyond {_said(1.96 * norms['sdiff'])}: {counts}.")
    lines.append(f"Contact against change: rho {_said(values['dose']['rho'])}, p {_said(values['dose']['p'])}.")
    lines.append(f"Likeness of partners (ICC): {_said(values['icc'])}.")
    if values["arms"]:
        arms = "; ".join(f"{arm['arm']} {_said(arm['mean_change'])}" for arm in values["arms"]["order"])
        lines.append(f"Arms: {arms}; p {_said((values['arms']['permutation'] or {}).get('p'))}.")
    return [*lines, *values["notes"]]


def pooled_in_words(values: dict[str, Any]) -> list[str]:
    """The pooled result for a person to read."""
    lines = [f"Q {_said(values['Q'])}, I2 {_said(values['I2'])}, {values['k']} workshops."]
    for name in ("DL", "REML"):
        one = values[name]
        lines.append(
            f"{name}: tau2 {_said(one['tau2'])}, mean {_said(one['mu'])}, 95 % {_between(one['ci'])}, "
            f"prediction {_between(one['prediction'])}."
        )
    return [*lines, *values["notes"]]


def _said(value: float | None) -> str:
    return "not known" if value is None else f"{value:.4g}"


def _between(ends: list[float] | None) -> str:
    return "not known" if ends is None else f"{ends[0]:.4g} to {ends[1]:.4g}"
