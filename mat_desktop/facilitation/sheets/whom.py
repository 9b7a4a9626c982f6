"""Who can have a sheet of each kind, and about which follow-up point it asks."""

from collections.abc import Callable, Iterable, Mapping

from mat_desktop.facilitation.followup.asked import absent_by_post, asked_at, last_met, next_later, next_rated
from mat_desktop.facilitation.pairing.cards import may_vote
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, people_of
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.sheets import FACTS, Goes, Point, SheetKind, Who

Keys = list[int]


def _keys(people: Iterable[Participant]) -> Keys:
    return [key_of(p) for p in people]


def _nobody(_standing: Standing) -> Keys:
    return []


def _expected(standing: Standing) -> Keys:
    return _keys(standing.coming)


def _in_study(standing: Standing) -> Keys:
    return _keys(standing.coming) if standing.workshop.study else []


def _may_vote(standing: Standing) -> Keys:
    return _keys(may_vote(standing))


def _going_on(standing: Standing) -> Keys:
    """Whoever goes on; a facilitator who takes part has a log, a card, dates and goals of her own as well."""
    hers = _herself(standing)
    return [*(_keys(p for p in standing.included if p.id not in hers) or _expected(standing)), *hers]


def _herself(standing: Standing) -> Keys:
    return _keys(p for p in standing.included if p.takes_part)


def _with_a_goal(standing: Standing) -> Keys:
    return [key for key in (*_expected(standing), *_herself(standing)) if standing.goals_of(key)]


def _in_pairs(standing: Standing) -> Keys:
    members = {m for p in standing.agreed for m in people_of(p)}
    return _keys(p for p in standing.coming if p.id in members)


def _agreed_pairs(standing: Standing) -> list[Partnership]:
    return standing.agreed or standing.live


def _pairs_to_ask(standing: Standing) -> list[Partnership]:
    asked = (PartnershipState.PROPOSED, PartnershipState.ASKED)
    return [p for p in standing.live if p.state in asked] or standing.live


def _at_six_months(standing: Standing) -> Keys:
    return asked_at(standing, 6)


def _at_one_year(standing: Standing) -> Keys:
    return asked_at(standing, 12)


def _at_later_point(standing: Standing) -> Keys:
    months = next_later(standing)
    return asked_at(standing, months) if months else []


def _rated(standing: Standing) -> Keys:
    return asked_at(standing, next_rated(standing)) if standing.workshop.study else []


PAIRS: Mapping[Who, Callable[[Standing], list[Partnership]]] = {
    Who.AGREED_PAIRS: _agreed_pairs,
    Who.PAIRS_TO_ASK: _pairs_to_ask,
}
"""Where the copies of a sheet go to all members of a pair."""
PEOPLE: Mapping[Who, Callable[[Standing], Keys]] = {
    Who.NOBODY: _nobody,
    Who.EXPECTED: _expected,
    Who.MAY_VOTE: _may_vote,
    Who.GOING_ON: _going_on,
    Who.WITH_A_GOAL: _with_a_goal,
    Who.IN_PAIRS: _in_pairs,
    Who.AT_SIX_MONTHS: _at_six_months,
    Who.AT_ONE_YEAR: _at_one_year,
    Who.AT_LATER_POINT: _at_later_point,
    Who.ABSENT: absent_by_post,
    Who.RATED: _rated,
    Who.IN_STUDY: _in_study,
}
"""Where each has a sheet of their own, or one that is alike for all."""
POINTS: Mapping[Point, Callable[[Standing], int]] = {
    Point.NEXT_LATER: next_later,
    Point.LAST_MET: last_met,
    Point.NEXT_RATED: next_rated,
}
"""Which follow-up point is asked about now, in months."""


def pairs(standing: Standing, kind: SheetKind) -> list[Partnership]:
    """Whose sheets of a kind can be printed, where each goes to a pair."""
    return PAIRS[FACTS[kind].who](standing)


def whom(standing: Standing, kind: SheetKind) -> Keys:
    """Who can have a sheet of a kind."""
    if FACTS[kind].goes is Goes.PAIR:
        return [m for p in pairs(standing, kind) for m in people_of(p)]
    return PEOPLE[FACTS[kind].who](standing)


def version(standing: Standing, kind: SheetKind, owner: int) -> int:
    """Which version of its owner's sheet is printed now: the point it asks about, or which agreement it is."""
    point = FACTS[kind].point
    if point is not None:
        return POINTS[point](standing)
    agreed = standing.agreements.get(owner) if kind is SheetKind.AGREEMENT else None
    return agreed.version if agreed else 1
