"""Plots of people and partnerships as plain geometry, drawn by the window and on paper alike.

All places are shares of the plot, across and up; every plot names its axes, says in a sentence what may be read from
it, and tells its values in words to whoever cannot see it. Nothing hangs on a colour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from mat_desktop.facilitation.shown.figure_words import between, number
from mat_desktop.facilitation.shown.numbers import counted, signed
from mat_desktop.facilitation.shown.outcomes import Forest, ForestRow
from mat_desktop.workshop.outcomes.case import OutcomeCase, by_partnership
from mat_desktop.workshop.outcomes.flips import Shift
from mat_desktop.workshop.outcomes.reliable import BEYOND, Better, Norms, reliably
from mat_desktop.workshop.outcomes.trajectory import Trajectory


@dataclass(frozen=True, kw_only=True)
class PlotLine:
    """A line from one point to another; a broken one is a limit, a whole one is where nothing changed."""

    start: tuple[float, float]
    end: tuple[float, float]
    broken: bool = False


@dataclass(frozen=True, kw_only=True)
class PlotDot:
    """One person: full where the change is reliably for the better, a ring where not, a cross where it is for worse."""

    x: float
    y: float
    mark: str


FULL, RING, CROSS = "full", "ring", "cross"


@dataclass(frozen=True, kw_only=True)
class Plot:
    """Dots between two named axes."""

    across: str
    up: str
    lines: tuple[PlotLine, ...]
    dots: tuple[PlotDot, ...]
    ticks_across: tuple[tuple[float, str], ...]
    ticks_up: tuple[tuple[float, str], ...]
    reading: str
    """What may be read from it."""
    told: str
    """Its values for a screen reader."""
    square: bool = False
    """Whether both axes measure the same, so that the line of no change is drawn at half a right angle."""


def jacobson_truax(cases: Sequence[OutcomeCase], norms: Norms, at: int, when: str) -> Plot | None:
    """Each person at the start against the same person later (Jacobson & Truax 1991).

    On the whole line nobody changed; between the broken lines beside it a change may be the error of the measure alone;
    the straight broken lines are the cut-off. None where no change can be called reliable, or nobody was heard from.
    """
    sdiff = norms.sdiff()
    band = norms.points if norms.points is not None else BEYOND * sdiff if sdiff is not None else None
    ways = [(s, o) for c in cases if (o := c.outcome(at)) is not None and (s := c.start(at)) is not None]
    if band is None or not ways:
        return None
    cut = norms.cut()
    scale = _Scale.over([v for way in ways for v in way] + ([cut] if cut is not None else []))
    moved = [reliably(start, after, norms) or 0 for start, after in ways]
    dots = [
        PlotDot(x=scale.at(start), y=scale.at(after), mark={1: FULL, 0: RING, -1: CROSS}[way])
        for (start, after), way in zip(ways, moved, strict=True)
    ]
    return Plot(
        across="at the start",
        up=f"at {when}",
        lines=_limits(scale, band, cut),
        dots=tuple(dots),
        ticks_across=scale.ticks(),
        ticks_up=scale.ticks(),
        reading=_way_reading(moved, norms.better, cut),
        told="; ".join(f"from {start:g} to {after:g}" for start, after in sorted(ways)),
        square=True,
    )


def _limits(scale: "_Scale", band: float, cut: float | None) -> tuple[PlotLine, ...]:
    """Where nothing changed, how far chance alone may lead from there, and the cut-off both ways."""
    w = min(1.0, band / scale.span)
    lines = [
        PlotLine(start=(0, 0), end=(1, 1)),
        PlotLine(start=(0, w), end=(1 - w, 1), broken=True),
        PlotLine(start=(w, 0), end=(1, 1 - w), broken=True),
    ]
    if cut is not None:
        c = scale.at(cut)
        lines += [PlotLine(start=(0, c), end=(1, c), broken=True), PlotLine(start=(c, 0), end=(c, 1), broken=True)]
    return tuple(lines)


def _way_reading(moved: Sequence[int], better: Better, cut: float | None) -> str:
    side = "below" if better is Better.LOWER else "above"
    crossing = "" if cut is None else f" The broken lines that cross are the cut-off, {cut:.6g}: {side} it is healthy."
    return (
        f"A mark a person, {side} the whole line is better: {moved.count(1)} reliably better (full), "
        f"{moved.count(0)} without a reliable change (ring), {moved.count(-1)} reliably worse (cross). Between the "
        f"broken lines beside it a change may be the error of the measure alone.{crossing}"
    )


def days_not_known(people: Sequence[Trajectory]) -> str:
    """Of how many agreed days of all together nothing is known."""
    agreed, dark = sum(p.agreed_days for p in people), sum(p.not_known for p in people)
    return f"Of {agreed:,} agreed days of all together {dark:,} are not known."


def contact_plot(people: Sequence[Trajectory], most: int) -> Plot | None:
    """Days talked against steps gained of those who answered. There is no line through a handful of dots."""
    told = [(p.contact_days, p.gain) for p in people if p.gain is not None]
    if not told:
        return None
    low, high = min([0, *(g for _, g in told)]), max([4, *(g for _, g in told)])
    most = max(1, most, *(days for days, _ in told))
    return Plot(
        across="days talked",
        up="steps gained",
        lines=(),
        dots=tuple(PlotDot(x=days / most, y=(gain - low) / (high - low), mark=FULL) for days, gain in told),
        ticks_across=tuple((days / most, str(days)) for days in dict.fromkeys((0, most // 2, most))),
        ticks_up=tuple(((n - low) / (high - low), signed(n)) for n in range(low, high + 1)),
        reading=(
            f"A mark a person, of {len(told)} who answered and stand on the ladder. {days_not_known(people)} "
            "People doing well may also call more."
        ),
        told="; ".join(f"{days} days, {gain} steps" for days, gain in sorted(told)),
    )


def partnership_forest(cases: Sequence[OutcomeCase], at: int, shift: Shift | None, decimals: int) -> Forest:
    """A row a partnership, without a name, in the order of change; last the shift of all of them with its interval."""
    changes = sorted((fmean(v), len(v)) for v in by_partnership(cases, lambda c: c.change(at)).values())
    if shift is None or not changes:
        return Forest((), 0.5, ())
    ends = shift.interval or (shift.estimate, shift.estimate)
    scale = _Scale.over([0.0, *ends, *(mean for mean, _ in changes)])
    most = max(size for _, size in changes)
    rows = [
        ForestRow(
            name=f"{counted(size, 'person', 'people')} heard from",
            x=scale.at(mean),
            low=scale.at(mean),
            high=scale.at(mean),
            words=number(mean, decimals),
            weight=size / most,
        )
        for mean, size in changes
    ]
    said = between(shift.interval, decimals) if shift.interval else "too few to say"
    said = "all alike" if shift.interval and shift.interval[0] == shift.interval[1] else said
    together = ForestRow(
        name="All of them",
        x=scale.at(shift.estimate),
        low=scale.at(ends[0]),
        high=scale.at(ends[1]),
        words=f"{number(shift.estimate, decimals)} ({said})",
        weight=1.0,
        pooled=True,
    )
    return Forest((*rows, together), scale.at(0.0), scale.ticks())


def way_columns(many: int) -> tuple[tuple[float, float], ...]:
    """Where each of so many boxes of a way begins, and how wide it is, with room for an arrow between them."""
    wide = (1 - _ARROW * (many - 1)) / max(1, many)
    return tuple((number * (wide + _ARROW), wide) for number in range(many))


_ARROW = 0.022
FLOW_READING = "Each box says how many came so far; at its way out stands who went no further, and why."
GOALS_READING = (
    "A line a goal, from where it began to where it stood; right is better. A broken line has no answer at one year. "
    "It shows what happened, and not why."
)
ALLIANCE_READING = (
    "Bar: lowest to highest; dot: the middle; n: ratings. Not everybody rates each month. Not a validated scale."
)
POOL_READING = (
    "A square a workshop, larger the more it weighs, with its normal interval at 95 %, which is narrow for few "
    "partnerships; the diamonds are all of them together, and one workshop more. Right of the line is better."
)
FOREST_READING = (
    "A square a partnership, larger where more answered; the diamond fits all of them best, its line what fits at 95 %."
)


@dataclass(frozen=True)
class _Scale:
    """From values to shares, with room at both ends."""

    low: float
    high: float

    @classmethod
    def over(cls, values: Sequence[float]) -> "_Scale":
        least, most = min(values), max(values)
        edge = 0.06 * (most - least) or 0.5 * (abs(most) or 1.0)
        return cls(least - edge, most + edge)

    @property
    def span(self) -> float:
        return self.high - self.low

    def at(self, value: float) -> float:
        return (value - self.low) / self.span

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """At most seven round values."""
        step = 10.0**-300
        for power in range(-300, 301):
            found = next((m * 10.0**power for m in (1, 2, 5) if self.span / (m * 10.0**power) <= 6), None)
            if found is not None:
                step = found
                break
        first = int(self.low // step)
        values = [n * step for n in range(first, first + 9)]
        return tuple((self.at(v), f"{v:.10g}".replace("-", "−")) for v in values if 0 <= self.at(v) <= 1)
