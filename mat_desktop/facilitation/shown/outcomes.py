"""Charts of outcomes as plain geometry, drawn by the window and on paper alike. All places are shares of the width."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from mat_desktop.facilitation.shown.numbers import signed
from mat_desktop.workshop.followup import FURTHER_BACK
from mat_desktop.workshop.outcomes.pooling import Pooled, Study
from mat_desktop.workshop.outcomes.trajectory import Trajectory

Z = 1.959964


@dataclass(frozen=True, kw_only=True)
class Dumbbell:
    """One person's way: where ring, diamond and disc stand, whether the line is broken, and the words at its end."""

    name: str
    start: float
    six_months: float | None
    one_year: float | None
    ends: tuple[float, float]
    dotted: bool


def level_x(level: int) -> float:
    """How far across a level of the ladder lies: "further back" at 0, +2 at 1."""
    return (level - FURTHER_BACK) / 5


@dataclass(frozen=True, kw_only=True)
class AxisLevel:
    """One level of the ladder on the axis: where it stands, and its words."""

    x: float
    words: str
    hoped: bool


def _axis_level(level: int) -> AxisLevel:
    words = {FURTHER_BACK: "back", 0: "0 hoped"}.get(level, signed(level))
    return AxisLevel(x=level_x(level), words=words, hoped=level == 0)


LEVEL_AXIS: tuple[AxisLevel, ...] = tuple(_axis_level(n) for n in range(FURTHER_BACK, 3))


def dumbbells(people: Sequence[Trajectory], *, by_start: bool) -> tuple[Dumbbell, ...]:
    """A line a person. For a group they stand in the order of the start, so that nobody is known by their end."""
    order = sorted(people, key=lambda p: (p.start, p.contact_days)) if by_start else people
    return tuple(_dumbbell(p, named=not by_start) for p in order)


def goal_dumbbells(goals: Sequence[Trajectory]) -> tuple[Dumbbell, ...]:
    """A line a goal, called by its number, in the order in which they come."""
    return tuple(_dumbbell(goal, named=True) for goal in goals)


def goal_counts(goals: Sequence[Trajectory]) -> str:
    """How many goals each column of such lines holds."""
    told = (("start", len(goals)), ("six months", sum(g.six_months is not None for g in goals)))
    year = sum(g.one_year is not None for g in goals)
    return ", ".join(f"{words} {count}" for words, count in (*told, *((("one year", year),) if year else ())))


def _dumbbell(person: Trajectory, *, named: bool) -> Dumbbell:
    told = [person.start, *(x for x in (person.six_months, person.one_year) if x is not None)]
    return Dumbbell(
        name=person.name if named else "",
        start=level_x(person.start),
        six_months=None if person.six_months is None else level_x(person.six_months),
        one_year=None if person.one_year is None else level_x(person.one_year),
        ends=(level_x(min(told)), level_x(max(told))),
        dotted=person.one_year is None,
    )


@dataclass(frozen=True, kw_only=True)
class MonthBar:
    """One month of ratings: how far across, and lowest, middle and highest as shares of ten."""

    month: int
    x: float
    low: float
    middle: float
    high: float
    count: int


def months_of_alliance(months: Sequence[tuple[int, int, float, float, float]]) -> tuple[MonthBar, ...]:
    """A bar a month from the lowest to the highest rating, with the middle one marked."""
    last = max((m for m, *_ in months), default=1) or 1
    return tuple(
        MonthBar(month=m, x=m / last, low=low / 10, middle=middle / 10, high=high / 10, count=n)
        for m, n, low, middle, high in months
    )


@dataclass(frozen=True, kw_only=True)
class ForestRow:
    """One workshop, or what they come to: estimate and interval across, the words beside it, and its weight 0 to 1."""

    name: str
    x: float
    low: float
    high: float
    words: str
    weight: float
    pooled: bool = False


@dataclass(frozen=True)
class Forest:
    """The rows, the place of no change, and the ticks of the axis."""

    rows: tuple[ForestRow, ...]
    zero: float
    ticks: tuple[tuple[float, str], ...]


def forest(studies: Sequence[Study], total: Pooled | None) -> Forest:
    """A row a workshop, the pooled one last, and under it the range in which one workshop more would likely lie."""
    if not studies or total is None:
        return Forest((), 0.5, ())
    told = [(s.name, s.g, s.g - Z * sqrt(s.v), s.g + Z * sqrt(s.v), 1 / (s.v + total.tau2), False) for s in studies]
    heaviest = max(w for *_, w, _ in told)
    if len(studies) > 1:
        low, high = total.floored.ci if total.floored else total.ci
        told.append(("All of them", total.mu, low, high, heaviest, True))
    if total.prediction is not None:
        told.append(("One workshop more", total.mu, *total.prediction, heaviest, True))
    least, most = min(0.0, *(t[2] for t in told)), max(0.0, *(t[3] for t in told))
    edge = 0.05 * (most - least or 1)
    least, span = least - edge, most - least + 2 * edge

    def at(value: float) -> float:
        return (value - least) / span

    rows = tuple(
        ForestRow(
            name=name,
            x=at(g),
            low=at(low),
            high=at(high),
            words=f"{g:.2f} ({low:.2f} to {high:.2f})".replace("-", "−"),
            weight=w / heaviest,
            pooled=p,
        )
        for name, g, low, high, w, p in told
    )
    step = next(s for s in (0.1, 0.2, 0.5, 1, 2, 5, 10, 50, 1e9) if span / s <= 8)
    first = int(least / step) - 1
    values = [n * step for n in range(first, first + 12)]
    ticks = tuple((at(v), f"{v:g}".replace("-", "−")) for v in values if 0 <= at(v) <= 1)
    return Forest(rows, at(0), ticks)
