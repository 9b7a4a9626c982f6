"""What outcomes are worked out from: each measure as cases, days of contact, alliance, flow and harms."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import fmean

from mat_desktop.facilitation.contact.course import Course, course
from mat_desktop.facilitation.outcomes.measures import MeasureData
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.remembered import remembered
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.contact.alliance import alliance_mean
from mat_desktop.workshop.contact.days import ContactDay, Mark, RecalledWeek, SettledDay, weeks_of
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.plan import StudyPlan
from mat_desktop.workshop.outcomes.study import AllocationList
from mat_desktop.workshop.pairing.nouns import Partnership, people_of


@dataclass(frozen=True, kw_only=True)
class Material:
    """Everything about the people of one workshop that an outcome can ask for."""

    standing: Standing
    course: Course
    people: tuple[int, ...]
    """Everybody who began, without the facilitator; who died is among them."""
    place: dict[int, Partnership]
    """Each person's partnership: the one that goes on, or the last one."""
    talked: dict[int, int]
    """The agreed days on which each person's log, or what was settled, says that they talked."""
    agreed: dict[int, int]
    recalled: dict[int, int]
    """The days that each remembered as a number for a week; they are no days, and stand beside them."""
    not_known: dict[int, int]
    """The agreed days of which neither a log nor a number says anything."""
    blocks: dict[int, str]
    """The block of the random allocation of each partnership."""
    planned: tuple[str, int] | None
    """The measure and the point in months that a sealed plan names; None where no plan was sealed."""

    def arm_of(self, partnership: Partnership) -> str:
        """The label of a partnership's arm; empty outside a study."""
        arm = self.course.arm(partnership)
        return arm.label if arm is not None else ""

    def cases(self, measure: MeasureData, people: Iterable[int] | None = None) -> tuple[OutcomeCase, ...]:
        """One measure as the cases of statistics, for these people or for everybody who began and lives."""
        return tuple(self._case(measure, person) for person in (self.living if people is None else people))

    @property
    def living(self) -> list[int]:
        """Everybody who began, without those who died: they are counted in the flow, and never as missing."""
        return [person for person in self.people if self.standing.person(person).died_on is None]

    def _case(self, measure: MeasureData, person: int) -> OutcomeCase:
        place = self.place[person]
        values = measure.values.get(person, {})
        return OutcomeCase(
            str(person),
            str(key_of(place)),
            values.get(0),
            {months: value for months, value in sorted(values.items()) if months},
            self.arm_of(place),
            float(self.talked.get(person, 0)),
            self.blocks.get(key_of(place), ""),
            measure.starts.get(person, {}),
        )

    @property
    def arms(self) -> tuple[str, ...]:
        """The labels of the arms, most contact first; empty outside a study."""
        if not self.standing.workshop.study:
            return ()
        return tuple(arm.label for arm in sorted(self.course.arms.values(), key=lambda a: a.position))


@remembered
def material(rows: Rows, workshop_id: int) -> Material:
    """Read everything about one workshop, the days of contact counted.

    Remembered: every outcome is worked out from it, and counting goes over each day of each partnership.
    """
    found = without_contact(rows, workshop_id)
    counts = _contact(rows, found.course, found.people)
    return replace(
        found,
        talked=counts["talked"],
        agreed=counts["agreed"],
        recalled=counts["recalled"],
        not_known=counts["not_known"],
    )


def without_contact(rows: Rows, workshop_id: int) -> Material:
    """Everything but the days of contact, which are many: enough for the effect of a workshop in one measure."""
    found = course(rows, workshop_id)
    standing = found.standing
    people = tuple(standing.began)
    return Material(
        standing=standing,
        course=found,
        people=people,
        place=_places(standing, people),
        talked={},
        agreed={},
        recalled={},
        not_known={},
        blocks=_blocks(rows, standing),
        planned=_planned(rows, standing),
    )


def _places(standing: Standing, people: Sequence[int]) -> dict[int, Partnership]:
    begun = sorted(
        (p for p in standing.partnerships if p.confirmed_on is not None),
        key=lambda p: (p.ended_on or date.max, p.confirmed_on or date.min, key_of(p)),
    )
    last = {member: p for p in begun for member in people_of(p)}
    return {person: last[person] for person in people}


def _contact(rows: Rows, course: Course, people: Sequence[int]) -> dict[str, dict[int, int]]:
    """Each person's agreed days over all their partnerships: how many, on how many they talked, what is not known."""
    written = _written(rows, key_of(course.standing.workshop))
    counts = {name: Counter[int]() for name in ("talked", "agreed", "recalled", "not_known")}
    wanted, known = set(people), dict[object, frozenset[date]]()
    for one in course.begun:
        two = len(one.members) < 3
        shared = _agreed_of_two(course, one, known) if two else frozenset[date]()
        for person in wanted & set(people_of(one)):
            own = shared if two else frozenset(course.agreed(one, person))
            talked, recalled, not_known = written.of(key_of(one), person, own)
            counts["agreed"][person] += len(own)
            counts["talked"][person] += talked
            counts["recalled"][person] += recalled
            counts["not_known"][person] += not_known
    return {name: dict(found) for name, found in counts.items()}


@dataclass(frozen=True, kw_only=True)
class _Written:
    """What is written about the days of some partnerships: by partnership and person, or settled for all of it."""

    talked: dict[tuple[int, int], set[date]]
    said: dict[tuple[int, int], set[date]]
    settled: dict[int, dict[date, Mark]]
    numbers: dict[tuple[int, int], dict[date, int]]

    @classmethod
    def read(cls, rows: Rows, keys: Sequence[int]) -> "_Written":
        """Read all of it at once."""
        found = cls(talked={}, said={}, settled={}, numbers={})
        columns = ("partnership_id", "participant_id", "day", "mark")
        for place, person, day, mark in rows.values(ContactDay, columns, partnership_id=keys):
            found.said.setdefault((place, person), set()).add(day)
            if mark is Mark.TALKED:
                found.talked.setdefault((place, person), set()).add(day)
        for place, day, mark in rows.values(SettledDay, ("partnership_id", "day", "mark"), partnership_id=keys):
            found.settled.setdefault(place, {})[day] = mark
        columns = ("partnership_id", "participant_id", "monday", "talked")
        for place, person, monday, number in rows.values(RecalledWeek, columns, partnership_id=keys):
            found.numbers.setdefault((place, person), {})[monday] = number
        return found

    def of(self, partnership: int, person: int, own: frozenset[date]) -> tuple[int, int, int]:
        """On how many of these days they talked, how many more were remembered, and of how many nothing is known."""
        ruled, key = self.settled.get(partnership, {}), (partnership, person)
        talked = {day for day in self.talked.get(key, ()) if day not in ruled}
        talked |= {day for day, mark in ruled.items() if mark is Mark.TALKED}
        still_open = own - self.said.get(key, set()) - ruled.keys()
        recalled, weeks = 0, self.numbers.get(key, {})
        if weeks:
            for monday, days in weeks_of(still_open).items():
                if monday in weeks:
                    recalled += min(weeks[monday], len(days))
                    still_open -= set(days)
        return len(own & talked), recalled, len(still_open)


@remembered
def _written(rows: Rows, workshop_id: int) -> _Written:
    """What is written down of each day of each partnership.

    Remembered: it is a row a person and day, and what is typed of a follow-up changes none of them.
    """
    return _Written.read(rows, [key for (key,) in rows.values(Partnership, ("id",), workshop_id=workshop_id)])


def _agreed_of_two(course: Course, partnership: Partnership, known: dict[object, frozenset[date]]) -> frozenset[date]:
    """The agreed days of a pair; most pairs of a workshop share them, so they are laid out once for all alike."""
    key = key_of(partnership)
    if course.pauses.get(key) or course.changes.get(key):
        return frozenset(course.agreed(partnership))
    alike = (
        partnership.confirmed_on,
        partnership.ended_on,
        partnership.state,
        partnership.held_on,
        course.arm(partnership),
    )
    if alike not in known:
        known[alike] = frozenset(course.agreed(partnership))
    return known[alike]


def _blocks(rows: Rows, standing: Standing) -> dict[int, str]:
    if not standing.workshop.study:
        return {}
    found = rows.find(AllocationList, workshop_id=key_of(standing.workshop))
    slots = found.slots if found is not None else []
    return {s.partnership_id: f"{s.stratum} {s.block}" for s in slots if s.partnership_id is not None}


def _planned(rows: Rows, standing: Standing) -> tuple[str, int] | None:
    found = rows.find(StudyPlan, workshop_id=key_of(standing.workshop)) if standing.workshop.study else None
    return (found.measure, found.months) if found is not None and found.seal and found.months is not None else None


def early_alliance(material: Material) -> dict[int, float]:
    """Each person's mean rating in the second to fourth week of the calls, days 8 to 28 after the workshop, 0 to 10."""
    start = material.standing.workshop.held_on
    values: dict[int, list[float]] = {}
    for checks in material.course.checks.values():
        for check in checks:
            mean = alliance_mean({r.item: r.value for r in check.ratings})
            if mean is not None and 8 <= (check.happened_on - start).days <= 28:
                values.setdefault(check.participant_id, []).append(mean)
    return {person: fmean(v) for person, v in values.items()}


def alliance_by_month(material: Material, least: int = 1) -> tuple[tuple[int, int, float, float, float], ...]:
    """Month after the workshop, how many ratings, their lowest, middle and highest.

    Months that were rated in fewer than `least` partnerships are left out.
    """
    start = material.standing.workshop.held_on
    months: dict[int, list[float]] = {}
    places: dict[int, set[int]] = {}
    for checks in material.course.checks.values():
        for check in checks:
            mean = alliance_mean({r.item: r.value for r in check.ratings})
            if mean is not None and check.participant_id in material.place:
                month = round((check.happened_on - start).days / 30.44)
                months.setdefault(month, []).append(mean)
                places.setdefault(month, set()).add(key_of(material.place[check.participant_id]))
    told = [(m, v) for m, v in sorted(months.items()) if len(places[m]) >= least]
    return tuple((m, len(v), min(v), _median(v), max(v)) for m, v in told)


def _median(values: Sequence[float]) -> float:
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
