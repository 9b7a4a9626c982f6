"""Outcomes as they are seen: counts first, each goal's way, figures measure by measure, the missing named."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.outcomes.flow import Flow, flow, got_worse
from mat_desktop.facilitation.outcomes.material import Material, alliance_by_month, early_alliance, material
from mat_desktop.facilitation.outcomes.measures import MeasureData, informants_t, measure_of, measures, start_goals
from mat_desktop.facilitation.outcomes.measuring import MeasureAsked, MeasureView, worked_out
from mat_desktop.facilitation.outcomes.words import caution
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.remembered import remembered
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.shown.figure_words import occasion
from mat_desktop.facilitation.shown.words.answers import INFORMANTS
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.answers.responses import Informant
from mat_desktop.workshop.contact.schedule import crossed_from
from mat_desktop.workshop.followup import level_of
from mat_desktop.workshop.goals.goal import Goal
from mat_desktop.workshop.outcomes.case import last_occasion
from mat_desktop.workshop.outcomes.trajectory import (
    ONE_YEAR,
    SIX_MONTHS,
    GroupResult,
    Trajectory,
    counted_at,
    group_result,
)
from mat_desktop.workshop.pairing.nouns import people_of
from mat_desktop.workshop.participants.calling import in_alphabet
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.text import joined


@dataclass(frozen=True, kw_only=True)
class OutcomesView:
    """The result of one workshop: every first goal's way, the counts, and how to read them."""

    people: tuple[Trajectory, ...]
    goals: tuple[Trajectory, ...]
    """The way of every goal of everybody, called by its number and never by its words, ordered by change."""
    result: GroupResult
    agreed_days: int
    flow: Flow
    worse: int
    """How many said that something got worse, or stand further back than at the start."""
    alliance: tuple[tuple[int, int, float, float, float], ...]
    """Month after the workshop, how many ratings, lowest, middle, highest."""
    caution: tuple[str, str]
    all_agreed: bool
    """Whether all have agreed that the group may see its result."""
    blind: bool
    """Whether the arms of a study are not named yet."""


@dataclass(frozen=True, kw_only=True)
class PairOutcome:
    """One partnership: who, how much contact, and each member's way."""

    partnership: int
    names: str
    ended: str
    people: tuple[Trajectory, ...]
    informants: tuple[str, ...]
    """What others than the person marked, a line a person, side by side and never averaged."""


@look
def outcomes(rows: Rows, workshop_id: int) -> OutcomesView:
    """Before and after of everybody who began and has a goal, ordered by where they ended."""
    return outcomes_view(material(rows, workshop_id))


def outcomes_view(material: Material) -> OutcomesView:
    """The same from what was read."""
    standing = material.standing
    names = Names(standing)
    people = list(_trajectories(material, names).values())
    people.sort(key=lambda p: (p.gain is None, -(p.gain or 0), in_alphabet(p.name)))
    result, workshop = group_result(people), standing.workshop
    goals = [way for person in material.people for way in _goal_ways(material, person, result.at)]
    return OutcomesView(
        people=tuple(people),
        goals=tuple(sorted(goals, key=lambda p: (p.gain is None, -(p.gain or 0), p.start, p.name))),
        result=result,
        agreed_days=max((p.agreed_days for p in people), default=0),
        flow=flow(standing),
        worse=len(got_worse(material)),
        alliance=alliance_by_month(material),
        caution=caution(result),
        all_agreed=workshop.group_agreed_on is not None,
        blind=workshop.study and workshop.unblinded_on is None,
    )


def _trajectories(material: Material, names: Names) -> dict[int, Trajectory]:
    """Everybody with a goal who began and lives: person -> way, counted at the last occasion with an answer."""
    ways = {person: p for person in material.people if (p := _trajectory(material, names, person)) is not None}
    return dict(zip(ways, counted_at(list(ways.values())), strict=True))


def _trajectory(material: Material, names: Names, person: int) -> Trajectory | None:
    standing = material.standing
    goals = start_goals(standing, person)
    if not goals or standing.person(person).died_on is not None:
        return None
    return _way(material, person, goals[0], names.of(person))


def _goal_ways(material: Material, person: int, at: int | None) -> list[Trajectory]:
    """The ways of somebody's goals that stood when the calls began, by number."""
    if material.standing.person(person).died_on is not None:
        return []
    goals = start_goals(material.standing, person)
    ways = [_way(material, person, goal, f"Goal {number}") for number, goal in enumerate(goals, 1)]
    return [replace(way, at=at if at is not None else SIX_MONTHS) for way in ways]


def _way(material: Material, person: int, goal: Goal, name: str) -> Trajectory:
    standing = material.standing
    levels = [level_of(standing.follow_ups.get((person, months)), key_of(goal)) for months in (6, 12)]
    counts = material.talked.get(person, 0), material.agreed.get(person, 0)
    place = key_of(material.place[person])
    return Trajectory(
        name,
        place,
        goal.now,
        goal.target,
        levels[0],
        levels[1],
        *counts,
        not_known=material.not_known.get(person, 0),
        recalled=material.recalled.get(person, 0),
    )


@look
def measure_titles(rows: Rows, workshop_id: int, *, standardised: bool = False) -> tuple[tuple[str, str], ...]:
    """The measures of a workshop, the headline one first; only those that can be told in deviations where asked."""
    headline = stand(rows, workshop_id).workshop.headline
    told = [m for m in measures(rows, workshop_id) if m.standardised or not standardised]
    return tuple((m.key, m.title) for m in sorted(told, key=lambda m: m.key != headline))


@look
def measure(rows: Rows, workshop_id: int, measure_key: str, at: int | None = None) -> MeasureView:
    """Every figure of one measure at an occasion in months, or at the last one that each person answered."""
    return measured(rows, workshop_id, measure_key, at)


@remembered
def measured(rows: Rows, workshop_id: int, measure_key: str, at: int | None) -> MeasureView:
    """The same for whoever has rows at hand.

    Remembered: its intervals and tests draw thousands of samples, and every visit of the page asks for them.
    """
    return measure_view(material(rows, workshop_id), measure_of(rows, workshop_id, measure_key), at)


@look
def measures_asked(
    rows: Rows, workshop_id: int, keys: Sequence[str] = (), at: int | None = None
) -> tuple[MeasureAsked, ...]:
    """What the figures of some measures are worked out from, of all measures where none is named."""
    return _every_asked(rows, workshop_id, keys, at)


def _every_asked(
    rows: Rows, workshop_id: int, keys: Sequence[str] = (), at: int | None = None
) -> tuple[MeasureAsked, ...]:
    found = material(rows, workshop_id)
    every = sorted(measures(rows, workshop_id), key=lambda m: m.key != found.standing.workshop.headline)
    return tuple(_asked(found, data, at) for data in every if not keys or data.key in keys)


@look
def arms_asked(rows: Rows, workshop_id: int) -> tuple[MeasureAsked, ...]:
    """What the arms are compared by: first what a sealed plan names, at its point; then each measure at its last."""
    found, every = material(rows, workshop_id), _every_asked(rows, workshop_id)
    if found.planned is None:
        return every
    key, months = found.planned
    planned = tuple(replace(one, at=months) for one in every if one.key == key)
    return (*planned, *(one for one in every if one.key != key or last_occasion(one.cases) != months))


def measure_view(material: Material, data: MeasureData, at: int | None) -> MeasureView:
    """One measure worked out and said."""
    return worked_out(_asked(material, data, at))


def _asked(material: Material, data: MeasureData, at: int | None) -> MeasureAsked:
    workshop = material.standing.workshop
    since = ""
    if data.key == workshop.headline and workshop.headline_on is not None:
        since = f"Named in advance, on {day_month_year(workshop.headline_on)}, as the one to look at first."
    return MeasureAsked(
        key=data.key,
        title=data.title,
        headline=since,
        cases=material.cases(data),
        norms=data.norms,
        standardised=data.standardised,
        at=at,
        arms=material.arms,
        study=workshop.study,
        blind=workshop.study and workshop.unblinded_on is None,
        sealed=bool(material.blocks),
        planned=material.planned,
        crossed=_crossed(material),
        early=early_alliance(material),
    )


def _crossed(material: Material) -> int | None:
    """From which month on those who waited have had calls as well; arms that nobody is in count for nothing."""
    arms = [arm for place in material.place.values() if (arm := material.course.arm(place)) is not None]
    return crossed_from(material.standing.workshop, arms)


@look
def each_pair(rows: Rows, workshop_id: int) -> tuple[PairOutcome, ...]:
    """Every partnership that began, with each member's way. Who has died is on no list."""
    found = material(rows, workshop_id)
    return pair_outcomes(found, Names(found.standing))


def pair_outcomes(material: Material, names: Names) -> tuple[PairOutcome, ...]:
    """The same from what was read."""
    standing, every = material.standing, _trajectories(material, names)
    told = []
    for place in sorted(material.course.begun, key=lambda p: p.ended_on is not None):
        members = [m for m in people_of(place) if m in material.place and standing.person(m).died_on is None]
        here = [m for m in members if key_of(material.place[m]) == key_of(place)]
        ways = tuple(every[m] for m in here if m in every)
        lines = tuple(line for m in here for line in _informants(names, m))
        ended = f"Ended on {day_month_year(place.ended_on)}" if place.ended_on else ""
        if members:
            who = joined(names.of_all(members))
            told.append(PairOutcome(partnership=key_of(place), names=who, ended=ended, people=ways, informants=lines))
    return tuple(told)


def _informants(names: Names, person: int) -> list[str]:
    said = []
    for months in (6, 12):
        seen = informants_t(names.standing, person, months)
        if any(who is not Informant.SELF for who in seen):
            marks = ", ".join(f"{INFORMANTS[who]} T {t:.0f}" for who, t in seen.items())
            said.append(f"{names.of(person)} after {months} months: {marks}")
    return said


def began_in_words(view: OutcomesView) -> tuple[tuple[int, str], ...]:
    """The counts that stand above everything else."""
    result = view.result
    died = dict(view.flow.reasons).get("died", 0)
    return (
        (result.began, "began with a goal"),
        *_answered(result),
        *(((died, "died"),) if died else ()),
    )


def _answered(result: GroupResult) -> tuple[tuple[int, str], ...]:
    """Nothing is said about an occasion that has not been."""
    if result.at is None:
        return ()
    year = ((result.answered_one_year, "answered at one year"),) if result.at == ONE_YEAR else ()
    missing = (len(result.not_heard_from), f"not heard from at {occasion(result.at)}")
    return ((result.answered_six_months, "answered at six months"), *year, missing)


@deed(DeedKind.OUTCOMES_GROUP_AGREED)
def set_group_agreed(work: Work, workshop_id: int, *, agreed: bool) -> None:
    """All have agreed that the group sees its result, without names; or it is taken back."""
    workshop = work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    workshop.group_agreed_on = work.today if agreed else None
