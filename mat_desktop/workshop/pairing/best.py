"""The best partnerships, with reasons, with the rules that had to give, and with whoever is left over."""

from collections.abc import Sequence
from dataclasses import dataclass

from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.case import PairingCase
from mat_desktop.workshop.pairing.exact.answer import Matching, solve, solve_within
from mat_desktop.workshop.pairing.exact.blocking import blocking_pairs
from mat_desktop.workshop.pairing.exact.effort import SearchEffort
from mat_desktop.workshop.pairing.exact.following import answers
from mat_desktop.workshop.pairing.exact.problem import Edge, Group, edge
from mat_desktop.workshop.pairing.fit import Fit


@dataclass(frozen=True)
class Suggested:
    """One suggested partnership."""

    members: tuple[Candidate, ...]
    fit: Fit


@dataclass(frozen=True)
class Suggestion:
    """Partnerships, best fit first; the people for whom none was allowed; and what could not be kept.

    `broken` says in words which wishes had to give; `blocking` holds pairs who would both fit better with each other.
    The total is at most by what it is `short` below the best possible: by 0 where it is the best.
    """

    partnerships: tuple[Suggested, ...]
    unpaired: tuple[Candidate, ...]
    broken: tuple[str, ...] = ()
    blocking: tuple[tuple[Candidate, Candidate], ...] = ()
    short: int = 0

    @property
    def worst(self) -> int | None:
        """The lowest fit, or None where there is no partnership."""
        return min((p.fit.value for p in self.partnerships), default=None)

    @property
    def total(self) -> int:
        """The sum of all fits; a group of three counts once."""
        return sum(p.fit.value for p in self.partnerships)


def best(case: PairingCase) -> Suggestion:
    """Partnerships for everybody whom the limits allow; the same case gives the same answer."""
    return _told(case, Matching(solve(case.problem)))


def best_within(case: PairingCase, steps: int) -> Suggestion:
    """The same, or for many people a suggestion whose total may be short of the best; every time the same as well."""
    return _told(case, solve_within(case.problem, SearchEffort(steps)))


def suggestions(case: PairingCase, most: int) -> tuple[Suggestion, ...]:
    """The best suggestion and the next best different ones, at most so many."""
    return tuple(_told(case, Matching(groups)) for groups in answers(case.problem, most))


def _told(case: PairingCase, answer: Matching) -> Suggestion:
    groups = answer.groups
    placed = {number for group in groups for number in group}
    partnerships = [Suggested(people, case.fit_of(people)) for people in map(case.members, groups)]
    partnerships.sort(key=lambda p: (-p.fit.value, p.members[0].name.casefold(), p.members[0].key))
    return Suggestion(
        tuple(partnerships),
        tuple(person for number, person in enumerate(case.ordered) if number not in placed),
        tuple(_broken(case, groups)),
        tuple((case.ordered[a], case.ordered[b]) for a, b in _blocking(case, groups)),
        answer.short,
    )


def _broken(case: PairingCase, groups: Sequence[Group]) -> list[str]:
    of = {number: group for group in groups for number in group}
    found = [
        f"{_names(case, pair)} asked to be together"
        for pair in case.edges(case.rules.together)
        if pair[1] not in of.get(pair[0], ())
    ]
    found += [
        f"{_names(case, pair)} were put together before"
        for pair in case.edges(case.rules.earlier)
        if pair[1] in of.get(pair[0], ())
    ]
    return found


def _names(case: PairingCase, pair: Edge) -> str:
    return f"{case.ordered[pair[0]].name} and {case.ordered[pair[1]].name}"


def _blocking(case: PairingCase, groups: Sequence[Group]) -> list[Edge]:
    return blocking_pairs(groups, case.problem.fits, lambda a, b: case.fits[edge(a, b)])


def blocking(case: PairingCase, groups: Sequence[Sequence[str]]) -> tuple[tuple[Candidate, Candidate], ...]:
    """Pairs of these groups, given by the keys of their members, who would both fit better with each other."""
    numbered = [tuple(sorted(case.number[key] for key in keys)) for keys in groups]
    placed = {number for group in numbered for number in group}
    found = _blocking(case, numbered)
    return tuple((case.ordered[a], case.ordered[b]) for a, b in found if a in placed and b in placed)
