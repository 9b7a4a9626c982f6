"""How well two or three people fit: an integer from 0 to 100, with the reasons for and against."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from mat_desktop.workshop.pairing.candidates import DAYS_NEEDED, Candidate, shared_time
from mat_desktop.workshop.pairing.criteria import Criterion, Finding, ballot, challenge, readiness, schedule
from mat_desktop.workshop.pairing.nouns import Choice

CRITERIA: tuple[tuple[Criterion, int], ...] = (
    (ballot.find, ballot.WEIGHT),
    (schedule.find, schedule.WEIGHT),
    (challenge.find, challenge.WEIGHT),
    (readiness.find, readiness.WEIGHT),
)
_TOTAL_WEIGHT = sum(weight for _, weight in CRITERIA)

Apart = frozenset[frozenset[str]]


@dataclass(frozen=True)
class Fit:
    """The fit of a group. In a group of three it is the lowest of its three pairs."""

    value: int
    reasons: tuple[str, ...]
    against: tuple[str, ...]


def limit(a: Candidate, b: Candidate, apart: Apart, around: date) -> str:
    """Why these two cannot be paired at all, or nothing. A private limit is never said in detail."""
    if frozenset((a.key, b.key)) in apart or _rather_not(a, b):
        return "private limits"
    if a.languages and b.languages and not a.languages & b.languages:
        return "no shared language"
    shared = shared_time(a, b, around)
    if shared is not None and shared.days < DAYS_NEEDED:
        return f"a shared call time on {shared.days} days a week only"
    return ""


def _rather_not(a: Candidate, b: Candidate) -> bool:
    return Choice.RATHER_NOT in (a.ballot.get(b.key), b.ballot.get(a.key))


def fit_of_two(a: Candidate, b: Candidate, around: date) -> Fit:
    """The weighted mean of all criteria, rounded to a whole number from 0 to 100."""
    findings = [(criterion(a, b, around), weight) for criterion, weight in CRITERIA]
    value = round(100 * sum(f.fit * weight for f, weight in findings) / _TOTAL_WEIGHT)
    return Fit(value, _said(findings, speaks_for=True), _said(findings, speaks_for=False))


def _said(findings: list[tuple[Finding, int]], *, speaks_for: bool) -> tuple[str, ...]:
    return tuple(f.reason for f, _ in findings if f.reason and (f.speaks_for is not False) is speaks_for)


def fit_of(group: Sequence[Candidate], around: date) -> Fit:
    """The fit of two or three people."""
    pairs = [fit_of_two(a, b, around) for a, b in combinations(group, 2)]
    least = min(pairs, key=lambda fit: fit.value)
    if len(pairs) == 1:
        return least
    reasons = tuple(dict.fromkeys(r for pair in pairs for r in pair.reasons))
    against = tuple(dict.fromkeys(r for pair in pairs for r in pair.against))
    return Fit(least.value, (*reasons, "Odd number: calls rotate A–B, B–C, C–A"), against)
