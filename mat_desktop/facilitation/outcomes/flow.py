"""Everybody from registration on, why somebody was not heard from, and who said that something got worse."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.followup.views import set_goals
from mat_desktop.facilitation.outcomes.material import Material
from mat_desktop.facilitation.outcomes.measures import by_person
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.answers.responses import Informant
from mat_desktop.workshop.followup import ANSWERED, FURTHER_BACK, FollowUp, FollowUpState
from mat_desktop.workshop.outcomes.trajectory import ONE_YEAR, SIX_MONTHS


@dataclass(frozen=True, kw_only=True)
class Flow:
    """Everybody from registration to one year, and why somebody was not heard from.

    `at` is the last occasion with answers, in months, which the reasons are about; None before the first answer.
    """

    registered: int
    screened: int
    included: int
    began: int
    six_months: int
    one_year: int
    at: int | None
    reasons: tuple[tuple[str, int], ...]
    reasons_before: tuple[tuple[str, int], ...] = ()
    """The same at six months, where `at` is one year."""


@dataclass(frozen=True, kw_only=True)
class FlowStep:
    """One step of the way: how many came so far, and in words how many went no further and why; empty for nobody."""

    count: int
    words: str
    left: str


def flow_steps(way: Flow) -> tuple[FlowStep, ...]:
    """The way as boxes with their exits. Nothing is said about an occasion that has not been.

    Who was not heard from at one year is counted of all who began: whoever missed six months may have answered then.
    """
    came = (way.registered, "registered"), (way.screened, "were screened"), (way.included, "were included")
    following = (way.screened, "not screened"), (way.included, "not included"), (way.began, "never began")
    steps = [
        FlowStep(count=count, words=words, left=_less(count, *after))
        for (count, words), after in zip(came, following, strict=True)
    ]
    first = way.reasons_before if way.at == ONE_YEAR else way.reasons
    steps.append(FlowStep(count=way.began, words="began with a partner", left=_why(first)))
    if way.at is not None:
        later = _why(way.reasons) if way.at == ONE_YEAR else ""
        later = f"of the {way.began} who began: {later}" if later else ""
        steps.append(FlowStep(count=way.six_months, words="answered at six months", left=later))
    if way.at == ONE_YEAR:
        steps.append(FlowStep(count=way.one_year, words="answered at one year", left=""))
    return tuple(steps)


def flow_told(steps: Sequence[FlowStep]) -> str:
    """The boxes and their exits in words, for whoever cannot see them."""
    return ". ".join(f"{step.count} {step.words}" + (f"; {step.left}" if step.left else "") for step in steps)


def _less(count: int, following: int, words: str) -> str:
    return f"{count - following} {words}" if count > following else ""


def _why(reasons: Sequence[tuple[str, int]]) -> str:
    return "; ".join(f"{count} {words}" for words, count in reasons)


def flow(standing: Standing) -> Flow:
    """Counts of the whole way. Who died is counted by that word, never as missing."""
    began = standing.began
    points = SIX_MONTHS, ONE_YEAR
    counts = [sum(_has_answered(standing, person, months) for person in began) for months in points]
    at = next((months for months, count in reversed(list(zip(points, counts, strict=True))) if count), None)
    decided = [s for s in standing.screenings.values() if s.outcome is not None]
    return Flow(
        registered=len([p for p in standing.people if not p.takes_part]),
        screened=len(decided),
        included=len([p for p in standing.included if not p.takes_part]) if not began else _ever_included(standing),
        began=len(began),
        six_months=counts[0],
        one_year=counts[1],
        at=at,
        reasons=_reasons(standing, began, at),
        reasons_before=_reasons(standing, began, SIX_MONTHS) if at == ONE_YEAR else (),
    )


def _reasons(standing: Standing, began: Sequence[int], at: int | None) -> tuple[tuple[str, int], ...]:
    missing = [person for person in began if _is_missing(standing, person, at)]
    reasons = Counter(_reason(standing, person, at or 0) for person in missing)
    return tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0])))


def _ever_included(standing: Standing) -> int:
    """Those who were included at the time, who stopped or died later too."""
    own = {key_of(p) for p in standing.people if not p.takes_part}
    return len({*standing.began, *(key_of(p) for p in standing.included)} & own)


def _has_answered(standing: Standing, person: int, months: int) -> bool:
    found = standing.follow_ups.get((person, months))
    return found is not None and found.state in ANSWERED


def _is_missing(standing: Standing, person: int, at: int | None) -> bool:
    """Who died is told from the day on; of everybody else nothing is missing before anybody was heard from."""
    if at is None:
        return standing.person(person).died_on is not None
    return not _has_answered(standing, person, at)


def _reason(standing: Standing, key: int, at: int) -> str:
    person, found = standing.person(key), standing.follow_ups.get((key, at))
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


def heard_at_all(material: Material) -> int:
    """How many of those who began answered at one follow-up or another."""
    asked = by_person(material.standing)
    return sum(any(f.state in ANSWERED for f in asked.get(person, ())) for person in material.people)


def _is_worse(standing: Standing, person: int, asked: Sequence[FollowUp]) -> bool:
    goals = {key_of(g): g.now for g in set_goals(standing, person)}
    for follow_up in asked:
        if any(a.question == "worse" and a.words not in ("", "no") for a in follow_up.answers):
            return True
        own = [entry for entry in follow_up.levels if entry.informant is Informant.SELF]
        if any(e.level == FURTHER_BACK or e.level < goals.get(e.goal_id, -2) for e in own):
            return True
    return False
