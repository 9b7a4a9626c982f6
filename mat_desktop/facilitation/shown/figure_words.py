"""Figures as they stand in a sentence: probabilities, changes, intervals, occasions. One rounding for all of them."""

from mat_desktop.facilitation.shown.dates import point_title
from mat_desktop.workshop.outcomes.interval import Interval

_MOST_DECIMALS = 9


def p_in_words(p: float) -> str:
    """`p .0527`, `p 1.00`: three digits that count, or `p < .001`."""
    return f"p {probability(p)}"


def probability(p: float) -> str:
    """A probability with three digits that count, without the nought before the point."""
    return "< .001" if p < 0.001 else f"{p:#.3g}".removeprefix("0")


def number(value: float | None, decimals: int = 1) -> str:
    """A change with its sign, a true minus, and as many decimals as the measure has use for."""
    if value is None:
        return "not known"
    said = f"{value:+.{decimals}f}".replace("-", "−")
    return said if any(digit in said for digit in "123456789") else said[1:]


def between(ends: Interval | None, decimals: int = 1) -> str:
    """An interval in words."""
    return "not known" if ends is None else f"{_end(ends[0], decimals)} to {_end(ends[1], decimals)}"


def _end(value: float, decimals: int) -> str:
    """An end beside 0 is never rounded to it: whether 0 lies inside is what an interval is read for."""
    while decimals < _MOST_DECIMALS and abs(value) > 10**-_MOST_DECIMALS and round(value, decimals) == 0:
        decimals += 1
    return number(value, decimals)


def percent(share: float) -> str:
    """`15 %`: a share in whole percent."""
    return f"{100 * share:.0f} %"


def share_between(ends: Interval | None) -> str:
    """An interval of a share, in whole percent."""
    return "not known" if ends is None else f"{percent(ends[0])} to {percent(ends[1])}"


def occasion(months: int) -> str:
    """`six months`, `one year`, `18 months`."""
    title = point_title(months)
    many, kind = title.rsplit("-", 1)
    return f"{many.lower()} {kind}{'' if months in (1, 12) else 's'}"
