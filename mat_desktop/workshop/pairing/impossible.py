"""Why nobody can place everybody: a smallest set of rules that together forbid it, and what giving up one would give.

All private limits are one rule, without names or number. They are not offered for giving up.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from math import comb

from mat_desktop.workshop.pairing.case import Odd, PairingCase
from mat_desktop.workshop.pairing.exact.answer import solve
from mat_desktop.workshop.pairing.exact.problem import Edge, Group, rank
from mat_desktop.workshop.pairing.rules import Limit

MOST_TRIED = 400
"""So many sets are looked at for a smaller one than the first that was found."""


@dataclass(frozen=True)
class Relaxed:
    """What would come of giving up one rule: people left over, the worst fit, the total.

    All are None where it is not given up; the fits alone where nobody asked for them.
    """

    limit: Limit | None
    """None for a lock."""
    people: tuple[str, ...]
    """For people kept apart or locked, their names; a rule for everybody names nobody."""
    unpaired: int | None
    worst: int | None = None
    total: int | None = None


@dataclass(frozen=True)
class _Rule:
    limit: Limit | None
    """None for a lock."""
    people: tuple[str, ...] = ()
    pairs: frozenset[Edge] = frozenset()
    """For people kept apart, which."""
    group: Group = ()
    """For a lock, which."""


def conflict(case: PairingCase, *, with_fits: bool = True) -> tuple[Relaxed, ...]:
    """The rules of a smallest set that makes it impossible to place everybody; none where everybody can be placed.

    Args:
        case: what a suggestion is worked out from.
        with_fits: whether to find the best answer without each rule as well, which takes as long as a suggestion; else
            only how many people would be left over.
    """
    rules = _rules(case)
    everybody = len(case.ordered) - (1 if _one_waits(case) else 0)

    @cache
    def impossible(active: frozenset[_Rule]) -> bool:
        return _placed(case, active) < everybody

    every = frozenset(rules)
    if not impossible(every) or impossible(frozenset()):
        return ()
    found = _smallest(rules, impossible)
    return tuple(_relaxed(case, every, rule, with_fits=with_fits) for rule in found)


def _one_waits(case: PairingCase) -> bool:
    return len(case.ordered) % 2 == 1 and case.odd is not Odd.THREE


def _rules(case: PairingCase) -> list[_Rule]:
    every = {limit for why in case.forbidden.values() for limit in why}
    found = [_Rule(limit) for limit in Limit if limit in every and limit is not Limit.APART]
    for a, b in case.edges(case.rules.apart):
        found.append(_Rule(Limit.APART, (case.ordered[a].name, case.ordered[b].name), frozenset({(a, b)})))
    return found + [_Rule(None, tuple(p.name for p in case.members(group)), group=group) for group in case.locked]


def _forbids(rule: _Rule, pair: Edge, why: Collection[Limit]) -> bool:
    return rule.limit in why and (not rule.pairs or pair in rule.pairs)


def _fits(case: PairingCase, active: Collection[_Rule]) -> dict[Edge, int]:
    return {
        pair: fit
        for pair, fit in case.fits.items()
        if pair not in case.forbidden or not any(_forbids(rule, pair, case.forbidden[pair]) for rule in active)
    }


def _locked(case: PairingCase, active: Collection[_Rule]) -> dict[Group, int]:
    return {rule.group: case.locked[rule.group] for rule in active if rule.group}


def _placed(case: PairingCase, active: Collection[_Rule]) -> int:
    bare = dict.fromkeys(_fits(case, active), 0)
    locked = dict.fromkeys(_locked(case, active), 0)
    problem = replace(case.problem, fits=bare, soft={}, locked=locked)
    return rank(problem, solve(problem)).placed


def _smallest(rules: Sequence[_Rule], impossible: Callable[[frozenset[_Rule]], bool]) -> list[_Rule]:
    """One rule after the other is left out where the rest is enough; then sets that are smaller still are tried."""
    found = list(rules)
    for rule in reversed(rules):
        rest = [r for r in found if r is not rule]
        if impossible(frozenset(rest)):
            found = rest
    for smaller in _smaller_sets(rules, len(found)):
        if impossible(frozenset(smaller)):
            return list(smaller)
    return found


def _smaller_sets(rules: Sequence[_Rule], below: int) -> Iterator[tuple[_Rule, ...]]:
    left = MOST_TRIED
    for size in range(1, below):
        left -= comb(len(rules), size)
        if left < 0:
            return
        yield from combinations(rules, size)


def _relaxed(case: PairingCase, every: frozenset[_Rule], rule: _Rule, *, with_fits: bool) -> Relaxed:
    if rule.limit is Limit.PRIVATE:
        return Relaxed(rule.limit, (), None)
    rest = every - {rule}
    if not with_fits:
        return Relaxed(rule.limit, rule.people, len(case.ordered) - _placed(case, rest))
    problem = replace(case.problem, fits=_fits(case, rest), locked=_locked(case, rest))
    groups = solve(problem)
    found = rank(problem, groups)
    return Relaxed(rule.limit, rule.people, problem.count - found.placed, found.worst if groups else None, found.total)
