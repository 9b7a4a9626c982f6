"""Scoring: what the answers to an instrument come to. A score starts a talk; it is never a diagnosis."""

from collections.abc import Sequence
from dataclasses import dataclass

from mat_desktop.workshop.answers.instruments import Answers, Check, Instrument, Item, Rule, Scoring


@dataclass(frozen=True)
class Score:
    """What the answers come to.

    `missing` counts the items without an answer. `safety` lists the safety items answered at or above their mark,
    and those unanswered: unanswered means ask, never 0. `problem` says why there is no total.
    """

    total: float | None
    subscales: dict[str, float | None]
    band: str
    missing: int
    prorated: bool
    safety: tuple[int, ...]
    problem: str = ""


def score(instrument: Instrument, answers: Answers) -> Score:
    """Score one person's answers, None or absent where an item is missing.

    Prorating, where the instrument allows it: mean of the answered items times the number of items, rounded half up,
    or with its decimals where the authors score so. A total between two bands is in the lower one.

    Raises:
        ValueError: when a value is none of the item's options.
    """
    for item in instrument.items:
        value = answers.get(item.number)
        if value is not None and value not in item.values:
            raise ValueError(f"Item {item.number} has no value {value}.")
    counted = [item for item in instrument.items if not item.apart]
    missing = sum(answers.get(item.number) is None for item in counted)
    signals = safety_signals(instrument, answers)
    scoring = instrument.scoring
    parts = {s.id: _complete_sum([instrument.item(n) for n in s.items], answers) for s in instrument.subscales}
    if scoring is None:
        return Score(None, parts, "", missing, False, signals, "This instrument has no total.")
    if missing > scoring.most_missing or missing == len(counted):
        return Score(None, parts, "", missing, False, signals, _too_many(missing, len(counted), scoring.most_missing))
    total = _total(scoring, counted, answers)
    band = next((b.words for b in reversed(scoring.bands) if b.least <= total < b.most + 1), "")
    return Score(total, parts, band, missing, missing > 0, signals)


def _too_many(missing: int, of: int, allowed: int) -> str:
    are = "answers is" if missing == 1 else "answers are"
    may = f"at most {allowed} may be" if allowed else "none may be"
    return f"{missing} of {of} {are} missing; {may}."


def scored_value(item: Item, value: int) -> int:
    """The value as it enters the total: turned around within the item's range where the item is reversed."""
    return min(item.values) + max(item.values) - value if item.reverse else value


def _total(scoring: Scoring, items: Sequence[Item], answers: Answers) -> float:
    given = [scored_value(i, v) for i in items if (v := answers.get(i.number)) is not None]
    total: float = sum(given)
    if scoring.rule is Rule.MEAN:
        return total / len(given)
    if len(given) < len(items) and scoring.decimals:
        total = total * len(items) / len(given)
    elif len(given) < len(items):
        total = (2 * sum(given) * len(items) + len(given)) // (2 * len(given))
    return total * (scoring.factor if scoring.rule is Rule.TIMES else 1)


def _complete_sum(items: Sequence[Item], answers: Answers) -> float | None:
    given = [scored_value(i, v) for i in items if (v := answers.get(i.number)) is not None]
    return sum(given) if len(given) == len(items) else None


def safety_signals(instrument: Instrument, answers: Answers) -> tuple[int, ...]:
    """The safety items answered at or above their mark, and those unanswered."""
    return tuple(
        i.number
        for i in instrument.items
        if i.safety_from is not None and ((v := answers.get(i.number)) is None or v >= i.safety_from)
    )


def raised(instrument: Instrument, answers: Answers) -> tuple[int, ...]:
    """The safety items answered at or above their mark: these open a safety card, whatever the total is."""
    return tuple(n for n in safety_signals(instrument, answers) if answers.get(n) is not None)


def check_fails(instrument: Instrument, check: Check) -> str:
    """What is wrong when an instrument's own worked example does not come out, or nothing."""
    if len(check.answers) != len(instrument.items):
        return f"it has {len(check.answers)} answers for {len(instrument.items)} items"
    try:
        found = score(instrument, dict(enumerate(check.answers, 1)))
    except ValueError as wrong:
        return str(wrong).removesuffix(".")
    if found.total != check.total:
        return f"it says total {_said(check.total)}, the scoring gives {_said(found.total)}"
    if check.band and found.band != check.band:
        return f"it says band “{check.band}”, the scoring gives “{found.band}”"
    if found.safety != check.safety:
        return f"it says safety {list(check.safety)}, the scoring gives {list(found.safety)}"
    return ""


def _said(total: float | None) -> str:
    return "none" if total is None else f"{total:g}"
