"""Outcomes and pooling without the window: figures as plain JSON values, null with a sentence where there is none."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from mat_desktop.facilitation.outcomes import files as outcome_files
from mat_desktop.facilitation.outcomes.conclusions import concluded
from mat_desktop.facilitation.outcomes.pool_words import estimate_in_words, spread_in_words
from mat_desktop.facilitation.outcomes.words import figures
from mat_desktop.facilitation.shown.figure_words import occasion
from mat_desktop.workshop.outcomes import pooling
from mat_desktop.workshop.outcomes.comparing import Comparison
from mat_desktop.workshop.outcomes.counting import PersonByPerson
from mat_desktop.workshop.outcomes.permutation import Permuted
from mat_desktop.workshop.outcomes.reliable import Better, Class, Norms
from mat_desktop.workshop.outcomes.spread import decimals
from mat_desktop.workshop.outcomes.summary import INFLATED, Summary, summarised
from mat_desktop.workshop.refusal import Refusal

_NAMES = {months: name for name, months in outcome_files.OCCASIONS.items()}


@dataclass(frozen=True, kw_only=True)
class OutcomesTold:
    """The outcomes of a table of people: plain values for a program, sentences for a person."""

    values: dict[str, Any]
    sentences: tuple[str, ...]


def outcomes(
    content: bytes,
    norms: Norms,
    at: str = "",
    encoding: str = "utf-8",
    order: Sequence[str] = (),
    mapping: Sequence[str] = (),
) -> OutcomesTold:
    """The outcomes of a table of people at one occasion, the last with any answer where none is named.

    Raises Refusal, a line a fault, or where `order` names other arms.
    """
    cases = outcome_files.cases(content, encoding, mapping)
    arms = {c.arm for c in cases if c.arm}
    if order and set(order) != arms:
        raise Refusal(
            f"--order names {', '.join(order)}; the arms of the table are {', '.join(sorted(arms)) or 'none'}"
        )
    found = summarised(cases, norms, outcome_files.OCCASIONS.get(at), order)
    digits = decimals(v for c in cases for v in (c.baseline, *c.after.values()) if v is not None)
    chosen = (
        ""
        if at or found.at is None
        else f"Counted at {occasion(found.at)}, the last with answers; --at chooses another."
    )
    if outcome_files.hides_arms(content, encoding, mapping):
        found = replace(found, notes=(*found.notes, _HIDDEN))
    told = (*((chosen,) if chosen else ()), *figures(found, blind=False, decimals=digits))
    return OutcomesTold(values=described(found), sentences=(*told, *concluded(found, decimals=digits)))


_HIDDEN = "The arm of some people is hidden in this table (.s), for few share it; they are in no comparison of arms."


def no_outcomes() -> dict[str, Any]:
    """What is said of a table that is refused: every key of `described`, and no figure."""
    return dict.fromkeys(described(summarised((), Norms(Better.LOWER))))


def described(summary: Summary) -> dict[str, Any]:
    """One measure in one group at one occasion as plain values. Changes are outcome minus start, whichever is better.

    Associations (`dose`) count better up.
    """
    used, alike = summary.norms, summary.likeness
    return {
        "at": _NAMES.get(summary.at, f"month_{summary.at}") if summary.at is not None else None,
        "flow": {
            "began": summary.began,
            "partnerships": summary.partnerships,
            **{_NAMES.get(months, f"month_{months}"): count for months, count in summary.heard.items()},
            "analysed": summary.analysed,
            "not_heard_from": summary.not_heard_from,
            "without_start": summary.without_start,
        },
        **_change(summary),
        **_each(summary.each, summary.norms),
        "dose": {
            "rho": summary.dose.rho if summary.dose else None,
            "p": summary.dose.p if summary.dose else None,
            "smallest": summary.dose.smallest if summary.dose else None,
            "partnerships": summary.dose.n if summary.dose else None,
            "exact": summary.dose.exact if summary.dose else None,
        },
        "icc": alike.icc if alike else None,
        "icc_ci": _list(alike.interval) if alike else None,
        "sensitivity": _sensitivity(summary),
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
    test = summary.shift.test if summary.shift else None
    return {
        "mean_change": summary.mean_change,
        "mean_change_people": summary.mean_change_people,
        "shift": summary.shift.estimate if summary.shift else None,
        "ci": _list(summary.shift.interval) if summary.shift else None,
        "ci_t": _list(summary.ci_t),
        "ci_bootstrap": _list(summary.bootstrap),
        "verdict": summary.verdict.value,
        "g": summary.effect.g if summary.effect else None,
        "v": summary.effect.v if summary.effect else None,
        "r": summary.effect.correlation if summary.effect else None,
        "n": summary.effect.n if summary.effect else summary.analysed,
        "se_jackknife": summary.se_jackknife,
        "g_ci": _list(summary.effect_ci),
        "permutation_p": test.p if test else None,
        "permutation": _permuted(test),
    }


def _sensitivity(summary: Summary) -> dict[str, Any]:
    """What those not heard from could change; whether the scale has room for it only where its ends are known."""
    told = asdict(summary.sensitivity)
    return told if told["room"] is not None else {key: value for key, value in told.items() if key != "room"}


def _list(interval: tuple[float, float] | None) -> list[float] | None:
    return list(interval) if interval else None


def _permuted(found: Permuted | None) -> dict[str, Any] | None:
    return asdict(found) if found else None


def _each(each: PersonByPerson | None, norms: Norms) -> dict[str, Any]:
    """Counts of the five classes; without a cut-off two of them cannot be told apart and are null."""
    if each is None:
        return dict.fromkeys(("classes", "improved", "deteriorated", "healthy_at_start_got_worse"))
    unknown = () if norms.cut() is not None else (Class.RECOVERED, Class.HEALTHY)
    return {
        "classes": {kind.value: None if kind in unknown else count for kind, count in each.classes.items()},
        "improved": asdict(each.improved),
        "deteriorated": asdict(each.deteriorated),
        "healthy_at_start_got_worse": each.worse_from_health,
    }


def _arms(found: Comparison | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "order": [asdict(arm) for arm in found.arms],
        "difference": found.difference,
        "adjusted": found.adjusted,
        "ci": _list(found.interval),
        "permutation": _permuted(found.test),
    }


def pooled(content: bytes, encoding: str = "utf-8", mapping: Sequence[str] = ()) -> OutcomesTold:
    """The effects of a table of workshops pooled both ways. Raises Refusal, a line a fault."""
    studies = outcome_files.effects(content, encoding, mapping)
    spread = pooling.heterogeneity(studies)
    moments, likelihood = (pooling.pool(studies, by) for by in (pooling.tau2_dl, pooling.tau2_reml))
    notes = [pooling.certainty(spread.k), INFLATED]
    values = {
        "k": spread.k,
        "Q": spread.q if spread.k > 1 else None,
        "I2": spread.i2 if spread.k > 1 else None,
        "DL": _pooled(moments, spread.k),
        "REML": _pooled(likelihood, spread.k),
        "notes": notes,
    }
    told = [estimate_in_words("REML", likelihood)]
    if spread.k > 1:
        told += [estimate_in_words("DerSimonian and Laird", moments), spread_in_words(spread)]
    return OutcomesTold(values=values, sentences=(*told, *notes))


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
