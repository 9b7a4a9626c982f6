"""The course of a half year: everything about it but the days themselves, read once for each state of the library."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.remembered import remembered
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.contact.alliance import AllianceCheck
from mat_desktop.workshop.contact.calls import PrivateCall
from mat_desktop.workshop.contact.days import ContactDay, Mark, RecalledWeek, SettledDay
from mat_desktop.workshop.contact.dose import Dose, dose
from mat_desktop.workshop.contact.happenings import Happening
from mat_desktop.workshop.contact.meetings import GroupMeeting
from mat_desktop.workshop.contact.protocol import RepairTalk
from mat_desktop.workshop.contact.schedule import (
    Arm,
    FrequencyChange,
    Pause,
    Terms,
    agreed_days,
    counted_in,
    sheet_days,
)
from mat_desktop.workshop.pairing.nouns import Partnership, people_of
from mat_desktop.workshop.participants.participant import Participant, outside_study
from mat_desktop.workshop.setup import Workshop, trial_over_on
from mat_desktop.workshop.today import Reminder

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Timetable:
    """What decides on which days each partnership of one workshop agreed to call, and when the group meets."""

    standing: Standing
    pauses: dict[int, list[Pause]]
    changes: dict[int, list[FrequencyChange]]
    arms: dict[int, Arm]
    meetings: Sequence[GroupMeeting]

    def terms(self, partnership: Partnership) -> Terms:
        """All that decides which days one partnership agreed on."""
        key = key_of(partnership)
        return Terms(
            self.standing.workshop,
            partnership,
            self.pauses.get(key, ()),
            self.changes.get(key, ()),
            self.arm(partnership),
            [m.day for m in self.meetings],
        )

    def arm(self, partnership: Partnership) -> Arm | None:
        """The arm of a partnership, where the workshop is part of a study and nobody of it is outside.

        Who left the study goes on with the calls as the two agreed them.
        """
        if not self.standing.workshop.study or any(map(self.standing.outside_study, people_of(partnership))):
            return None
        return self.arms.get(partnership.arm_id or 0)

    def days(self, partnership: Partnership) -> tuple[date, ...]:
        """Every day of the sheet."""
        return sheet_days(self.standing.workshop, self.arm(partnership))

    def agreed(self, partnership: Partnership, person: int | None = None) -> tuple[date, ...]:
        """The agreed days of a partnership or of one member."""
        return agreed_days(self.terms(partnership), person)

    def check_days(self, partnership: Partnership) -> tuple[date, ...]:
        """The days on which each member is asked for a rating: the day itself, the trial's end, every meeting."""
        workshop = self.standing.workshop
        begun = partnership.confirmed_on or workshop.held_on
        found = {workshop.held_on, trial_over_on(workshop, partnership.confirmed_on), *(m.day for m in self.meetings)}
        return tuple(
            sorted(d for d in found if d >= begun and (partnership.ended_on is None or d < partnership.ended_on))
        )

    @property
    def begun(self) -> list[Partnership]:
        """Every partnership that began, those that have ended too."""
        return [p for p in self.standing.partnerships if p.confirmed_on is not None]


@dataclass(frozen=True, kw_only=True)
class Course(Timetable):
    """What was agreed, held, said and settled in one workshop after the day."""

    talks: dict[int, list[RepairTalk]]
    calls: dict[int, list[PrivateCall]]
    checks: dict[int, list[AllianceCheck]]
    happenings: Sequence[Happening]
    reminders: dict[str, Reminder]


@remembered
def timetable(rows: Rows, workshop_id: int) -> Timetable:
    """Read what decides the agreed days of one workshop.

    Remembered: whoever types logs and ratings looks at it after every key, and neither changes it.
    """
    standing = stand(rows, workshop_id)
    places = [key_of(p) for p in standing.partnerships]
    return Timetable(
        standing=standing,
        pauses=_by_place(rows.kept(Pause, partnership_id=places)),
        changes=_by_place(rows.kept(FrequencyChange, partnership_id=places)),
        arms={key_of(a): a for a in rows.kept(Arm, workshop_id=workshop_id)},
        meetings=sorted(rows.kept(GroupMeeting, workshop_id=workshop_id), key=lambda m: m.day),
    )


@remembered
def course(rows: Rows, workshop_id: int) -> Course:
    """Read the course of one workshop.

    Remembered: the lists, strips and counts of a page each begin with it, and it reads all that happened.
    """
    agreed = timetable(rows, workshop_id)
    places = [key_of(p) for p in agreed.standing.partnerships]
    people = [key_of(p) for p in agreed.standing.people]
    return Course(
        standing=agreed.standing,
        pauses=agreed.pauses,
        changes=agreed.changes,
        arms=agreed.arms,
        meetings=agreed.meetings,
        talks=_by_place(rows.kept(RepairTalk, partnership_id=places)),
        calls=_by_place(rows.kept(PrivateCall, partnership_id=places)),
        checks=_by_place(rows.kept(AllianceCheck, partnership_id=places)),
        happenings=rows.kept(Happening, participant_id=people),
        reminders={r.key: r for r in rows.kept(Reminder, workshop_id=workshop_id)},
    )


def _by_place(things: Iterable[T]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for thing in things:
        found[getattr(thing, "partnership_id")].append(thing)  # noqa: B009
    return dict(found)


def terms_of(rows: Rows, partnership: Partnership) -> Terms:
    """All that decides which days one partnership agreed on, read for it alone: what a key press needs."""
    workshop, key = rows.get(Workshop, partnership.workshop_id), key_of(partnership)
    return Terms(
        workshop,
        partnership,
        rows.all(Pause, partnership_id=key),
        rows.all(FrequencyChange, partnership_id=key),
        _arm(rows, partnership) if workshop.study and partnership.arm_id else None,
        [m.day for m in rows.all(GroupMeeting, workshop_id=partnership.workshop_id)] if workshop.study else (),
    )


def _arm(rows: Rows, partnership: Partnership) -> Arm | None:
    if any(outside_study(rows.get(Participant, member)) for member in people_of(partnership)):
        return None
    return rows.find(Arm, id=partnership.arm_id)


@dataclass(frozen=True)
class Known:
    """What is known of one partnership's days."""

    marks: dict[int, dict[date, Mark]]
    settled: dict[date, Mark]
    recalled: dict[int, dict[date, int]]

    def own(self, person: int) -> dict[date, Mark]:
        """One member's days as they count."""
        return {**self.marks.get(person, {}), **self.settled}


def known(rows: Rows, partnership: Partnership) -> Known:
    """Read the days of one partnership."""
    key = key_of(partnership)
    marks: dict[int, dict[date, Mark]] = {person: {} for person in people_of(partnership)}
    for person, day, mark in rows.values(ContactDay, ("participant_id", "day", "mark"), partnership_id=key):
        marks.setdefault(person, {})[day] = mark
    settled = dict(rows.values(SettledDay, ("day", "mark"), partnership_id=key))
    recalled: dict[int, dict[date, int]] = defaultdict(dict)
    for person, monday, number in rows.values(RecalledWeek, ("participant_id", "monday", "talked"), partnership_id=key):
        recalled[person][monday] = number
    return Known(marks, settled, dict(recalled))


def dose_of(agreed: Iterable[date], days: Known, person: int, until: date) -> Dose:
    """One member's counts over their agreed days up to a day, that day included."""
    own = {day: mark for day, mark in days.own(person).items() if day <= until}
    return dose(counted_in(agreed, until), own, days.recalled.get(person))
