"""What outcomes are worked out from: each measure as cases, days of contact, alliance, flow and harms."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import fmean

from mat_desktop.facilitation.answers import shelf
from mat_desktop.facilitation.contact.course import Course, course
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.remembered import remembered
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.instruments import Direction, Instrument
from mat_desktop.workshop.answers.responses import Answer, AnswerState, Informant, Occasion, Response
from mat_desktop.workshop.answers.scoring import score
from mat_desktop.workshop.contact.alliance import alliance_mean
from mat_desktop.workshop.contact.days import ContactDay, Mark, SettledDay
from mat_desktop.workshop.followup import FURTHER_BACK, FollowUp
from mat_desktop.workshop.goals.goal import Goal, attainment_t, first_versions, is_set, weights
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.reliable import Better, Norms
from mat_desktop.workshop.outcomes.study import AllocationList
from mat_desktop.workshop.pairing.nouns import Partnership, people_of
from mat_desktop.workshop.setup import GOALS, Workshop

GOAL_TITLE, COMPLAINT_TITLE = "Goal attainment, T score", "What troubled people, 1 to 13"
_T = Norms(Better.HIGHER)
_COMPLAINTS = Norms(Better.LOWER)
Values = dict[int, dict[int, float]]
"""Person -> months (0 at the start) -> value."""


@dataclass(frozen=True, kw_only=True)
class MeasureData:
    """One measure: how it is called, what is published of it, and everybody's values."""

    key: str
    title: str
    norms: Norms
    values: Values


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
    blocks: dict[int, str]
    """The block of the random allocation of each partnership."""

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
    talked, agreed = _contact(rows, found.course, found.people)
    return replace(found, talked=talked, agreed=agreed)


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
        blocks=_blocks(rows, standing),
    )


@remembered
def measures(rows: Rows, workshop_id: int) -> tuple[MeasureData, ...]:
    """Every measure of a workshop, the goals first; read only where a figure is asked for.

    Remembered: each figure picks its own measure out of all, and scoring goes over every response.
    """
    standing = stand(rows, workshop_id)
    people = standing.began
    answered = _responses(rows, people)
    return _goals(standing, people), *_complaints(answered), *_questionnaires(rows, standing, answered)


def measure_of(rows: Rows, workshop_id: int, measure_key: str) -> MeasureData:
    """The measure with this key; the goals where it is not used here."""
    every = measures(rows, workshop_id)
    return next((m for m in every if m.key == measure_key), every[0])


def _places(standing: Standing, people: Sequence[int]) -> dict[int, Partnership]:
    begun = sorted(
        (p for p in standing.partnerships if p.confirmed_on is not None),
        key=lambda p: (p.ended_on or date.max, p.confirmed_on or date.min, key_of(p)),
    )
    last = {member: p for p in begun for member in people_of(p)}
    return {person: last[person] for person in people}


def _contact(rows: Rows, course: Course, people: Sequence[int]) -> tuple[dict[int, int], dict[int, int]]:
    """Each person's agreed days over all their partnerships, and on how many of them they talked."""
    keys = [key_of(p) for p in course.begun]
    columns = ("partnership_id", "participant_id", "day")
    days: dict[tuple[int, int], set[date]] = {}
    for place, person, day in rows.values(ContactDay, columns, partnership_id=keys, mark=Mark.TALKED):
        days.setdefault((place, person), set()).add(day)
    settled: dict[int, dict[date, Mark]] = {}
    for place, day, mark in rows.values(SettledDay, ("partnership_id", "day", "mark"), partnership_id=keys):
        settled.setdefault(place, {})[day] = mark
    talked, agreed, wanted = Counter[int](), Counter[int](), set(people)
    known: dict[object, frozenset[date]] = {}
    for one in course.begun:
        key, two = key_of(one), len(one.members) < 3
        shared = _agreed_of_two(course, one, known) if two else frozenset[date]()
        for person in wanted & set(people_of(one)):
            own = shared if two else frozenset(course.agreed(one, person))
            ruled = settled.get(key, {})
            said = {day for day in days.get((key, person), set()) if day not in ruled}
            said |= {day for day, mark in ruled.items() if mark is Mark.TALKED}
            agreed[person] += len(own)
            talked[person] += len(own & said)
    return dict(talked), dict(agreed)


def _agreed_of_two(course: Course, partnership: Partnership, known: dict[object, frozenset[date]]) -> frozenset[date]:
    """The agreed days of a pair; most pairs of a workshop share them, so they are laid out once for all alike."""
    key = key_of(partnership)
    if course.pauses.get(key) or course.changes.get(key):
        return frozenset(course.agreed(partnership))
    alike = partnership.confirmed_on, partnership.ended_on, partnership.state, partnership.held_on, partnership.arm_id
    if alike not in known:
        known[alike] = frozenset(course.agreed(partnership))
    return known[alike]


def _goals(standing: Standing, people: Sequence[int]) -> MeasureData:
    """The T score over the goals as they were set at first; "further back" counts as -2, the lowest step."""
    values: Values = {}
    asked = by_person(standing)
    for person in people:
        goals = [g for g in first_versions(standing.versions.get(person, [])) if is_set(g)]
        if goals:
            values[person] = {0: attainment_t([g.now for g in goals], weights(goals))}
            for follow_up in asked.get(person, ()):
                t = _t_at(goals, follow_up)
                if t is not None:
                    values[person][follow_up.months] = t
    return MeasureData(key=GOALS, title=GOAL_TITLE, norms=_T, values=values)


def by_person(standing: Standing) -> dict[int, list[FollowUp]]:
    """Every follow-up of each person."""
    found: dict[int, list[FollowUp]] = {}
    for (person, _), follow_up in standing.follow_ups.items():
        found.setdefault(person, []).append(follow_up)
    return found


def levels_at(follow_up: FollowUp, informant: Informant = Informant.SELF) -> dict[int, int]:
    """What one informant marked: goal -> level, `FURTHER_BACK` among them."""
    return {entry.goal_id: entry.level for entry in follow_up.levels if entry.informant is informant}


def _t_at(goals: Sequence[Goal], follow_up: FollowUp, informant: Informant = Informant.SELF) -> float | None:
    levels = levels_at(follow_up, informant)
    told = [g for g in goals if key_of(g) in levels]
    if not told:
        return None
    return attainment_t([max(FURTHER_BACK + 1, levels[key_of(g)]) for g in told], weights(told))


def informants_t(standing: Standing, person: int, months: int) -> dict[Informant, float]:
    """The T score as each informant sees it, side by side and never averaged."""
    goals = [g for g in first_versions(standing.versions.get(person, [])) if is_set(g)]
    found = standing.follow_ups.get((person, months))
    if found is None:
        return {}
    said = {who: _t_at(goals, found, who) for who in Informant}
    return {who: t for who, t in said.items() if t is not None}


Answered = Mapping[tuple[int, str, int], Mapping[int, int]]
"""Person, instrument, months -> the values of the items that were answered."""


def _responses(rows: Rows, people: Sequence[int]) -> Answered:
    """Everybody's own answers. Those of the day take the place of those of the call."""
    order = (Occasion.CALL, Occasion.DAY, Occasion.LATER)
    columns = ("id", "participant_id", "instrument", "occasion", "months")
    told = rows.values(Response, columns, participant_id=list(people), informant=Informant.SELF)
    told = [one for one in told if one.instrument not in _NO_OUTCOME]
    values: dict[int, dict[int, int]] = {}
    wanted = ("response_id", "item", "value")
    keys = [one.id for one in told]
    for response, item, value in rows.values(Answer, wanted, response_id=keys, state=AnswerState.GIVEN):
        if value is not None:
            values.setdefault(response, {})[item] = value
    told.sort(key=lambda one: order.index(one.occasion))
    return {(r.participant_id, r.instrument, r.months): values[r.id] for r in told if r.id in values}


_NO_OUTCOME = frozenset({own_pages.READINESS, own_pages.RULERS})


def _complaints(answered: Answered) -> tuple[MeasureData, ...]:
    """The mean severity of a person's complaints, over those that are rated at every occasion they answered."""
    told: dict[int, dict[int, Mapping[int, int]]] = {}
    for (person, key, months), marks in answered.items():
        if key == own_pages.COMPLAINTS:
            told.setdefault(person, {})[months] = marks
    values: Values = {}
    for person, occasions in told.items():
        same = set.intersection(*(set(marks) for marks in occasions.values()))
        if same:
            values[person] = {months: fmean(marks[item] for item in same) for months, marks in occasions.items()}
    found = MeasureData(key=own_pages.COMPLAINTS, title=COMPLAINT_TITLE, norms=_COMPLAINTS, values=values)
    return (found,) if values else ()


def _questionnaires(rows: Rows, standing: Standing, answered: Answered) -> tuple[MeasureData, ...]:
    workshop = rows.get(Workshop, key_of(standing.workshop))
    found = []
    for measure in workshop.measures:
        instrument = shelf.instrument(rows, measure.instrument)
        if instrument.scoring is not None:
            values: Values = {}
            for (person, key, months), marks in answered.items():
                total = score(instrument, dict(marks)).total if key == instrument.id else None
                if total is not None:
                    values.setdefault(person, {})[months] = float(total)
            found.append(
                MeasureData(key=instrument.id, title=instrument.title, norms=norms_of(instrument), values=values)
            )
    return tuple(found)


def norms_of(instrument: Instrument) -> Norms:
    """What the file of an instrument says is published about it."""
    scoring = instrument.scoring
    assert scoring is not None
    return Norms(
        Better.LOWER if scoring.direction is Direction.WORSE else Better.HIGHER,
        scoring.clinical[0] if scoring.clinical else None,
        scoring.clinical[1] if scoring.clinical else None,
        scoring.alpha,
        scoring.healthy[0] if scoring.healthy else None,
        scoring.healthy[1] if scoring.healthy else None,
        scoring.cut_off if scoring.cut_off is not None else "c",
        scoring.reliable_change,
    )


def _blocks(rows: Rows, standing: Standing) -> dict[int, str]:
    if not standing.workshop.study:
        return {}
    found = rows.find(AllocationList, workshop_id=key_of(standing.workshop))
    slots = found.slots if found is not None else []
    return {s.partnership_id: f"{s.stratum} {s.block}" for s in slots if s.partnership_id is not None}


def early_alliance(material: Material) -> dict[int, float]:
    """Each person's mean rating in the second to fourth week of the calls, 0 to 10."""
    start = material.standing.workshop.held_on
    values: dict[int, list[float]] = {}
    for checks in material.course.checks.values():
        for check in checks:
            mean = alliance_mean({r.item: r.value for r in check.ratings})
            if mean is not None and 7 <= (check.happened_on - start).days <= 35:
                values.setdefault(check.participant_id, []).append(mean)
    return {person: fmean(v) for person, v in values.items()}


def alliance_by_month(material: Material) -> tuple[tuple[int, int, float, float, float], ...]:
    """Month after the workshop, how many ratings, their lowest, middle and highest."""
    start = material.standing.workshop.held_on
    months: dict[int, list[float]] = {}
    for checks in material.course.checks.values():
        for check in checks:
            mean = alliance_mean({r.item: r.value for r in check.ratings})
            if mean is not None and check.participant_id in material.place:
                months.setdefault(round((check.happened_on - start).days / 30.44), []).append(mean)
    return tuple((m, len(v), min(v), _median(v), max(v)) for m, v in sorted(months.items()))


def _median(values: Sequence[float]) -> float:
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
