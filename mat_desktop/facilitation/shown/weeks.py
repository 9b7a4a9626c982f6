"""The dose over the weeks as plain geometry: a column a week, told and not known stacked under what was agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mat_desktop.workshop.contact.dose import WeekDose


@dataclass(frozen=True, kw_only=True)
class WeekBar:
    """One week. All heights are shares of the most days that any week agreed on, 0 to 1."""

    monday: date
    agreed: float
    talked: float
    recalled: float
    not_known: float


def bars(weeks: Sequence[WeekDose], until: date) -> tuple[WeekBar, ...]:
    """The weeks that have begun by a day."""
    most = max((w.dose.agreed for w in weeks), default=0)
    return tuple(
        WeekBar(
            monday=w.monday,
            agreed=w.dose.agreed / most,
            talked=w.dose.talked / most,
            recalled=w.dose.recalled / most,
            not_known=w.dose.not_known / most,
        )
        for w in weeks
        if w.monday <= until
    )
