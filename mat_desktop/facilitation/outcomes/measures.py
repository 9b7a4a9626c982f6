"""Each measure of a workshop, and everybody's values in it: goals, complaints, questionnaires."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from statistics import fmean

from mat_desktop.facilitation.answers import shelf
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.remembered import remembered
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.instruments import Direction, Instrument
from mat_desktop.workshop.answers.responses import Answer, AnswerState, Informant, Occasion, Response
from mat_desktop.workshop.answers.scoring import score
from mat_desktop.workshop.followup import FURTHER_BACK, FollowUp
from mat_desktop.workshop.goals.goal import Goal, attainment_t, first_versions, is_set, weights
from mat_desktop.workshop.outcomes.reliable import Better, Norms
from mat_desktop.workshop.setup import GOALS, Workshop, first_day

GOAL_TITLE = "Goal attainment, T score"


COMPLAINT_TITLE = "What troubled people, 1 to 13"


_FARTHEST = 20 / sqrt(0.3)
"""No T score lies farther from 50, whatever the number of goals and their weights (Kiresuk & Sherman 1968)."""
_T = Norms(Better.HIGHER, ends=(50 - _FARTHEST, 50 + _FARTHEST))
_COMPLAINTS = Norms(Better.LOWER, ends=(1.0, 13.0))

Values = dict[int, dict[int, float]]
"""Person -> months (0 at the start) -> value."""


@dataclass(frozen=True, kw_only=True)
class MeasureData:
    """One measure: how it is called, what is published of it, and everybody's values."""

    key: str
    title: str
    norms: Norms
    values: Values
    starts: Values = field(default_factory=dict)
    """Person -> months -> the start that the value at that occasion is held against, where it is another one.

    Both sides of a change are about the same goals and complaints: those that were marked at the start and then.
    """
    standardised: bool = True
    """Whether a change in it may be told in standard deviations: not where the method sets where people begin."""


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


def _goals(standing: Standing, people: Sequence[int]) -> MeasureData:
    """The T score over the goals as they were set at first; "further back" counts as -2, the lowest step.

    Goals that were added once the calls had begun were at no start, and count in no change.
    """
    values, starts = Values(), Values()
    asked = by_person(standing)
    for person in people:
        goals = start_goals(standing, person)
        if goals:
            values[person] = {0: _t_at_start(goals)}
            for follow_up in asked.get(person, ()):
                told = _told(goals, follow_up)
                if told:
                    values[person][follow_up.months] = _t_of(told, follow_up)
                    starts.setdefault(person, {})[follow_up.months] = _t_at_start(told)
    return MeasureData(key=GOALS, title=GOAL_TITLE, norms=_T, values=values, starts=starts, standardised=False)


def start_goals(standing: Standing, person: int) -> list[Goal]:
    """A person's goals that stood when their calls began; of whoever set none by then, those of their first day."""
    goals = [g for g in first_versions(standing.versions.get(person, [])) if is_set(g)]
    begins = first_day(standing.workshop)
    days = [g.happened_on for g in goals if g.happened_on is not None]
    last = max(begins, min(days, default=begins))
    return [g for g in goals if g.happened_on is None or g.happened_on <= last]


def by_person(standing: Standing) -> dict[int, list[FollowUp]]:
    """Every follow-up of each person."""
    found: dict[int, list[FollowUp]] = {}
    for (person, _), follow_up in standing.follow_ups.items():
        found.setdefault(person, []).append(follow_up)
    return found


def levels_at(follow_up: FollowUp, informant: Informant = Informant.SELF) -> dict[int, int]:
    """What one informant marked: goal -> level, `FURTHER_BACK` among them."""
    return {entry.goal_id: entry.level for entry in follow_up.levels if entry.informant is informant}


def _told(goals: Sequence[Goal], follow_up: FollowUp, informant: Informant = Informant.SELF) -> list[Goal]:
    """Those of the goals that this informant marked."""
    levels = levels_at(follow_up, informant)
    return [g for g in goals if key_of(g) in levels]


def _t_at_start(goals: Sequence[Goal]) -> float:
    return attainment_t([g.now for g in goals], weights(goals))


def _t_of(goals: Sequence[Goal], follow_up: FollowUp, informant: Informant = Informant.SELF) -> float:
    levels = levels_at(follow_up, informant)
    return attainment_t([max(FURTHER_BACK + 1, levels[key_of(g)]) for g in goals], weights(goals))


def informants_t(standing: Standing, person: int, months: int) -> dict[Informant, float]:
    """The T score as each informant sees it, side by side and never averaged."""
    goals = start_goals(standing, person)
    found = standing.follow_ups.get((person, months))
    if found is None:
        return {}
    told = {who: _told(goals, found, who) for who in Informant}
    return {who: _t_of(marked, found, who) for who, marked in told.items() if marked}


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
    """The mean severity of a person's complaints; at each occasion over those that were rated then and at the start."""
    told: dict[int, dict[int, Mapping[int, int]]] = {}
    for (person, key, months), marks in answered.items():
        if key == own_pages.COMPLAINTS:
            told.setdefault(person, {})[months] = marks
    values, starts = Values(), Values()
    for person, occasions in told.items():
        first = occasions.get(0, {})
        values[person] = {0: fmean(first.values())} if first else {}
        for months, marks in occasions.items():
            same = set(first) & set(marks)
            if months and same:
                values[person][months] = fmean(marks[item] for item in same)
                starts.setdefault(person, {})[months] = fmean(first[item] for item in same)
    found = MeasureData(
        key=own_pages.COMPLAINTS, title=COMPLAINT_TITLE, norms=_COMPLAINTS, values=values, starts=starts
    )
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
        scoring.reliable_change_level,
        _ends(instrument),
    )


def _ends(instrument: Instrument) -> tuple[float, float] | None:
    """The lowest and the highest total that its answers can come to."""
    ends = []
    for turned in (False, True):
        chosen = {i.number: (max if i.reverse is not turned else min)(i.values) for i in instrument.items if i.values}
        ends.append(score(instrument, chosen).total)
    low, high = ends
    return (low, high) if low is not None and high is not None else None
