"""The contact strip as plain geometry: a column a week, a row a weekday, months above."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mat_desktop.facilitation.shown.dates import month
from mat_desktop.workshop.contact.days import Mark


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One day: its column and row, and what is known of it (None: not known; ahead: still to come)."""

    column: int
    row: int
    mark: Mark | None
    ahead: bool
    agreed: bool = True
    """A day without a call that nobody agreed on is left empty."""
    recalled: bool = False
    """Of this week only a number is known."""


@dataclass(frozen=True)
class DayStrip:
    """All days of a term, and the month names over their first columns."""

    columns: int
    cells: tuple[Cell, ...]
    months: tuple[tuple[int, str], ...]


def strip(
    days: tuple[date, ...],
    marks: Mapping[date, Mark],
    today: date,
    agreed: Collection[date] | None = None,
    recalled: Collection[date] = (),
) -> DayStrip:
    """Lay out a term week by week; the first column is the week of the first day.

    Args:
        days: every day of the sheet.
        marks: what is known of them.
        today: days after it are still to come.
        agreed: the days on which a call was agreed; all of them where it is left out.
        recalled: the Mondays of weeks of which only a number is known.
    """
    if not days:
        return DayStrip(0, (), ())
    monday = days[0] - timedelta(days=days[0].weekday())
    cells = tuple(
        Cell(
            column=(day - monday).days // 7,
            row=day.weekday(),
            mark=marks.get(day),
            ahead=day > today,
            agreed=agreed is None or day in agreed,
            recalled=day - timedelta(days=day.weekday()) in recalled,
        )
        for day in days
    )
    months: list[tuple[int, str]] = []
    for day, cell in zip(days, cells, strict=True):
        name = month(day)
        if not months or months[-1][1] != name:
            room = not months or cell.column - months[-1][0] >= 2
            if room:
                months.append((cell.column, name))
    return DayStrip(cells[-1].column + 1, cells, tuple(months))
