"""Outcomes as they are seen: counts first, each goal's way, figures measure by measure, the missing named."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.followup.views import set_goals
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.outcomes.material import Material, alliance_by_month, early_alliance, material
from mat_desktop.facilitation.outcomes.measures import MeasureData, by_person, informants_t, measure_of, measures
from mat_desktop.facilitation.outcomes.measuring import MeasureAsked, MeasureView, worked_out
from mat_desktop.facilitation.outcomes.words import caution
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.remembered import remembered
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.shown.words.answers import INFORMANTS
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.answers.responses import Informant
from mat_desktop.workshop.followup import ANSWERED, FURTHER_BACK, FollowUp, FollowUpState, level_of
from mat_desktop.workshop.outcomes.trajectory import GroupResult, Trajectory, group_result
from mat_desktop.workshop.pairing.nouns import people_of
from mat_desktop.workshop.participants.calling import in_alphabet
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.text import joined


@dataclass(frozen=True, kw_only=True)
class Flow:
    """Everybody from registration to one year, and why somebody was not heard from."""

    registered: int
    screened: int
    included: int
    began: int
    six_months: int
    one_year: int
    reasons: tuple[tuple[str, int], ...]


@dataclass(frozen=True, kw_only=True)
class OutcomesView:
    """The result of one workshop: every first goal's way, the counts, and how to read them."""

    people: tuple[Trajectory, ...]
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
    people = [p for person in material.people if (p := _trajectory(material, names, person)) is not None]
    people.sort(key=lambda p: (p.gain is None, -(p.gain or 0), in_alphabet(p.name)))
    result, workshop = group_result(people), standing.workshop
    return OutcomesView(
        people=tuple(people),
        result=result,
        agreed_days=max((p.agreed_days for p in people), default=0),
        flow=flow(standing),
        worse=len(got_worse(material)),
        alliance=alliance_by_month(material),
        caution=caution(result),
        all_agreed=workshop.group_agreed_on is not None,
        blind=workshop.study and workshop.unblinded_on is None,
    )


def _trajectory(material: Material, names: Names, person: int) -> Trajectory | None:
    standing = material.standing
    goals = set_goals(standing, person)
    if not goals or standing.person(person).died_on is not None:
        return None
    goal = goals[0]
    levels = [level_of(standing.follow_ups.get((person, months)), key_of(goal)) for months in (6, 12)]
    counts = material.talked.get(person, 0), material.agreed.get(person, 0)
    place = key_of(material.place[person])
    return Trajectory(names.of(person), place, goal.now, goal.target, levels[0], levels[1], *counts)


def flow(standing: Standing) -> Flow:
    """Counts of the whole way. Reasons are counted at one year; who died is counted by that word, never as missing."""
    began = standing.began
    counts = [sum(_has_answered(standing, person, months) for person in began) for months in (6, 12)]
    missing = [person for person in began if not _has_answered(standing, person, 12)]
    reasons = Counter(_reason(standing, person) for person in missing)
    decided = [s for s in standing.screenings.values() if s.outcome is not None]
    return Flow(
        registered=len([p for p in standing.people if not p.takes_part]),
        screened=len(decided),
        included=len([p for p in standing.included if not p.takes_part]) if not began else _ever_included(standing),
        began=len(began),
        six_months=counts[0],
        one_year=counts[1],
        reasons=tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0]))),
    )


def _ever_included(standing: Standing) -> int:
    """Those who were included at the time, who stopped or died later too."""
    own = {key_of(p) for p in standing.people if not p.takes_part}
    return len({*standing.began, *(key_of(p) for p in standing.included)} & own)


def _has_answered(standing: Standing, person: int, months: int) -> bool:
    found = standing.follow_ups.get((person, months))
    return found is not None and found.state in ANSWERED


def _reason(standing: Standing, key: int) -> str:
    person, found = standing.person(key), standing.follow_ups.get((key, 12))
    if person.died_on is not None:
        return "died"
    if person.no_follow_up:
        return "asked not to be asked again"
    if found is not None and found.state is FollowUpState.LOST:
        return "could not be reached"
    return "stopped before" if person.stopped_on is not None else "not heard from yet"


def got_worse(material: Material) -> list[int]:
    """Those who said at any follow-up that something got worse, or stand further back than at the start."""
    asked = by_person(material.standing)
    return [person for person in material.people if _is_worse(material.standing, person, asked.get(person, ()))]


def _is_worse(standing: Standing, person: int, asked: Sequence[FollowUp]) -> bool:
    goals = {key_of(g): g.now for g in set_goals(standing, person)}
    for follow_up in asked:
        if any(a.question == "worse" and a.words not in ("", "no") for a in follow_up.answers):
            return True
        own = [entry for entry in follow_up.levels if entry.informant is Informant.SELF]
        if any(e.level == FURTHER_BACK or e.level < goals.get(e.goal_id, -2) for e in own):
            return True
    return False


@look
def measure_titles(rows: Rows, workshop_id: int) -> tuple[tuple[str, str], ...]:
    """The measures of a workshop, the headline one first."""
    headline = stand(rows, workshop_id).workshop.headline
    return tuple((m.key, m.title) for m in sorted(measures(rows, workshop_id), key=lambda m: m.key != headline))


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
    found = material(rows, workshop_id)
    every = sorted(measures(rows, workshop_id), key=lambda m: m.key != found.standing.workshop.headline)
    return tuple(_asked(found, data, at) for data in every if not keys or data.key in keys)


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
        at=at,
        arms=material.arms,
        blind=workshop.study and workshop.unblinded_on is None,
        early=early_alliance(material),
    )


@look
def each_pair(rows: Rows, workshop_id: int) -> tuple[PairOutcome, ...]:
    """Every partnership that began, with each member's way. Who has died is on no list."""
    found = material(rows, workshop_id)
    return pair_outcomes(found, Names(found.standing))


def pair_outcomes(material: Material, names: Names) -> tuple[PairOutcome, ...]:
    """The same from what was read."""
    standing = material.standing
    told = []
    for place in sorted(material.course.begun, key=lambda p: p.ended_on is not None):
        members = [m for m in people_of(place) if m in material.place and standing.person(m).died_on is None]
        here = [m for m in members if key_of(material.place[m]) == key_of(place)]
        ways = tuple(t for m in here if (t := _trajectory(material, names, m)) is not None)
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
        (result.answered_six_months, "answered at six months"),
        (result.answered_one_year, "answered at one year"),
        (len(result.not_heard_from), "not heard from"),
        *(((died, "died"),) if died else ()),
    )


@deed(DeedKind.OUTCOMES_GROUP_AGREED)
def set_group_agreed(work: Work, workshop_id: int, *, agreed: bool) -> None:
    """All have agreed that the group sees its result, without names; or it is taken back."""
    workshop = work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    workshop.group_agreed_on = work.today if agreed else None
