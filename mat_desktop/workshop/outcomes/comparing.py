"""Arms beside each other, and the one test over all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from mat_desktop.workshop.outcomes.case import OutcomeCase, partnership_means
from mat_desktop.workshop.outcomes.interval import Interval
from mat_desktop.workshop.outcomes.permutation import Permuted, relabelled


@dataclass(frozen=True)
class ArmResult:
    """One arm: its name, its partnerships and people with an outcome, and the mean of its partnership means."""

    arm: str
    partnerships: int
    people: int
    mean_change: float


@dataclass(frozen=True)
class Comparison:
    """The arms in the order of the contrast, most contact first, and the test over all of them.

    `difference` is that of the first two arms within blocks at equal starts (`adjusted`, where there are enough
    partnerships to allow for the start), with the interval that inverts the test; where there are more arms, or no
    block holds both, it is None. Three arms or more are tested only where their order was named: a contrast in any
    other order says nothing.
    """

    arms: tuple[ArmResult, ...]
    difference: float | None
    interval: Interval | None
    test: Permuted | None
    adjusted: bool = False


def compared(cases: Sequence[OutcomeCase], at: int, order: Sequence[str]) -> Comparison | None:
    """Compare the arms of cases that each have a change at this occasion; None where fewer than two arms have any."""
    arms = [*order, *sorted({c.arm for c in cases} - set(order))]
    by_arm = {arm: inside for arm in arms if arm and (inside := [c for c in cases if c.arm == arm])}
    if len(by_arm) < 2:
        return None
    results, values, starts = list[ArmResult](), list[float](), list[float]()
    scores, blocks = list[float](), list[str]()
    for place, (arm, inside) in enumerate(by_arm.items()):
        means = partnership_means(inside, lambda c: c.change(at))
        began = partnership_means(inside, lambda c: c.start(at))
        results.append(ArmResult(arm, len(means), len(inside), fmean(means.values())))
        values += means.values()
        starts += [began[key] for key in means]
        scores += [float(-place)] * len(means)
        block = {c.partnership: c.block for c in inside}
        blocks += [block[key] for key in means]
    ordered = len(results) == 2 or set(by_arm) <= set(order)
    found = relabelled(values, scores, blocks, start=starts) if ordered else None
    if found is None:
        return Comparison(tuple(results), None, None, None)
    return Comparison(tuple(results), found.difference, found.interval, found.test, found.adjusted)
