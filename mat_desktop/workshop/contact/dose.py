"""How much contact there was, and how much of it is not known: always told together."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mat_desktop.workshop.contact.days import Mark, weeks_of


@dataclass(frozen=True)
class Dose:
    """One person's contact over the agreed days. Every agreed day is in exactly one of the counts.

    `recalled` days were told as a number for a week, `recalled_not` are the rest of such weeks; `beyond` are calls on
    days that were not agreed, which no other count holds.
    """

    agreed: int
    talked: int = 0
    message: int = 0
    no_call: int = 0
    excused: int = 0
    recalled: int = 0
    recalled_not: int = 0
    beyond: int = 0

    @property
    def not_known(self) -> int:
        """The agreed days about which nothing is written."""
        known = self.talked + self.message + self.no_call + self.excused + self.recalled + self.recalled_not
        return self.agreed - known


def dose(agreed_days: Iterable[date], marks: Mapping[date, Mark], recalled: Mapping[date, int] | None = None) -> Dose:
    """Count one member's agreed days by what is known of them.

    Args:
        agreed_days: the denominator.
        marks: what is known of single days.
        recalled: Monday of a week -> days remembered as talked, for weeks of which no day is marked.
    """
    days = set(agreed_days)
    known = [marks[day] for day in days if day in marks]
    by_number, rest = _by_number(days, marks, recalled or {})
    return Dose(
        agreed=len(days),
        talked=known.count(Mark.TALKED),
        message=known.count(Mark.MESSAGE),
        no_call=known.count(Mark.NO_CALL),
        excused=known.count(Mark.EXCUSED),
        recalled=by_number,
        recalled_not=rest,
        beyond=sum(mark is Mark.TALKED for day, mark in marks.items() if day not in days),
    )


def _by_number(days: Collection[date], marks: Mapping[date, Mark], recalled: Mapping[date, int]) -> tuple[int, int]:
    """The remembered days of whole weeks; a number larger than the days that are not known counts as those."""
    if not recalled:
        return 0, 0
    talked = rest = 0
    for monday, week in weeks_of(days).items():
        if monday in recalled:
            open_days = sum(day not in marks for day in week)
            number = min(recalled[monday], open_days)
            talked, rest = talked + number, rest + open_days - number
    return talked, rest


@dataclass(frozen=True)
class WeekDose:
    """One week of the sheet: its Monday and its counts."""

    monday: date
    dose: Dose


def by_week(
    agreed_days: Iterable[date], marks: Mapping[date, Mark], recalled: Mapping[date, int] | None = None
) -> tuple[WeekDose, ...]:
    """The same counts week by week; their sums are the counts of the whole but for days beyond the agreed ones."""
    found = []
    for monday, week in sorted(weeks_of(agreed_days).items()):
        own = {day: marks[day] for day in week if day in marks}
        found.append(WeekDose(monday, dose(week, own, recalled)))
    return tuple(found)
