"""Who may not be paired with whom, and who asks to be together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mat_desktop.workshop.pairing.candidates import DAYS_NEEDED, Candidate, shared_time
from mat_desktop.workshop.pairing.nouns import Choice
from mat_desktop.workshop.participants.participant import Gender, PartnerWish

Two = frozenset[str]
"""The keys of two people."""

Twos = frozenset[Two]


class Limit(StrEnum):
    """Why two people cannot be paired. What is private stays one limit for all."""

    PRIVATE = "private limits"
    APART = "kept apart"
    LANGUAGE = "no shared language"
    TIME = "no shared call time on enough days"
    TALKING = "no shared way of talking"


@dataclass(frozen=True)
class Rules:
    """What was laid down about pairs of people, by their keys.

    Args:
        apart: never together (hard).
        private: never together, and nobody is told that it was laid down (hard): a couple of whom not both opted in,
            two who were asked before and of whom one would rather not.
        together: they asked to be together (kept where the limits allow it, else named).
        earlier: they were partners before (avoided where it can be, else named).
        locked: partnerships that stay as they are.
        days_needed: on so many days a week both must be free at the same time.
    """

    apart: Twos = frozenset()
    private: Twos = frozenset()
    together: Twos = frozenset()
    earlier: Twos = frozenset()
    locked: tuple[tuple[str, ...], ...] = ()
    days_needed: int = DAYS_NEEDED


def two(a: str, b: str) -> Two:
    """Two keys as a pair without an order."""
    return frozenset((a, b))


def limits(a: Candidate, b: Candidate, rules: Rules, around: date) -> Iterator[Limit]:
    """Every limit that forbids this pair. What was not asked yet forbids nothing, save a private wish."""
    if _private(a, b, rules):
        yield Limit.PRIVATE
    if two(a.key, b.key) in rules.apart:
        yield Limit.APART
    if a.languages and b.languages and not a.languages & b.languages:
        yield Limit.LANGUAGE
    if a.talks_by and b.talks_by and not a.talks_by & b.talks_by:
        yield Limit.TALKING
    if not a.fixes_weekly and not b.fixes_weekly:
        shared = shared_time(a, b, around)
        if shared is not None and shared.days < rules.days_needed:
            yield Limit.TIME


def _private(a: Candidate, b: Candidate, rules: Rules) -> bool:
    return (
        Choice.RATHER_NOT in (a.ballot.get(b.key), b.ballot.get(a.key))
        or two(a.key, b.key) in rules.private
        or not (content(a.wish, b.gender) and content(b.wish, a.gender))
        or (a.in_crisis and b.in_crisis)
    )


def content(wish: PartnerWish | None, gender: Gender | None) -> bool:
    """Whether a wish is met. Somebody who did not say what they are meets none: the wish protects."""
    if wish is None:
        return True
    return gender is (Gender.WOMAN if wish is PartnerWish.WOMEN else Gender.MAN)


def shown_limit(limits_found: Iterable[Limit]) -> Limit | None:
    """The one limit to be shown with a pair. Keep-apart pairs are told from private ones on no card."""
    found = list(limits_found)
    if Limit.PRIVATE in found or Limit.APART in found:
        return Limit.PRIVATE
    return found[0] if found else None
