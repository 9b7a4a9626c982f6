"""The line of somebody's ratings as plain geometry: a point a rating, a gap where one is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from mat_desktop.workshop.contact.alliance import nearest


@dataclass(frozen=True, kw_only=True)
class TrendPoint:
    """One rating: its place across (0 to 1), its height (0 to 1 for 0 to 10), its day and its value."""

    x: float
    y: float
    day: date
    value: float


@dataclass(frozen=True)
class Trend:
    """The points, joined only where no rating is missing between them, and where ratings are missing."""

    points: tuple[TrendPoint, ...]
    joined: tuple[tuple[TrendPoint, TrendPoint], ...]
    missing: tuple[float, ...]
    """How far across the agreed dates lie for which there is no rating."""


def trend(ratings: Sequence[tuple[date, float]], asked: Sequence[date] = ()) -> Trend:
    """Lay out ratings by their dates, from the first to the last date that was rated or asked for.

    Args:
        ratings: day and mean of each rating, 0 to 10, in order.
        asked: the agreed dates up to today; those without a rating are gaps.
    """
    given = {nearest(asked, day) for day, _ in ratings}
    absent = [day for day in asked if day not in given]
    days = sorted([*(day for day, _ in ratings), *asked])
    if not days:
        return Trend((), (), ())
    span = max(1, (days[-1] - days[0]).days)
    points = tuple(
        TrendPoint(x=(day - days[0]).days / span, y=value / 10, day=day, value=value) for day, value in ratings
    )
    pairs = pairwise(points)
    lines = tuple((a, b) for a, b in pairs if not any(a.day < day < b.day for day in absent))
    return Trend(points, lines, tuple((day - days[0]).days / span for day in absent))
