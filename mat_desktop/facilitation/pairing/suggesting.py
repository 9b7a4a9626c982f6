"""Suggesting partnerships: what is asked, where it is worked out, and what is said of the answer.

The window and the command line both suggest by this; neither knows how an answer is found.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mat_desktop.facilitation.desk import Desk, look
from mat_desktop.facilitation.dispatch import Task, Tell
from mat_desktop.facilitation.pairing.known import to_suggest_for
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.shown.words.pairing import rule_words, short_of_best
from mat_desktop.facilitation.standing import stand
from mat_desktop.workshop.pairing.best import Suggestion, best, best_within, suggestions
from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.case import Odd, PairingCase
from mat_desktop.workshop.pairing.exact.effort import MOST_STEPS
from mat_desktop.workshop.pairing.fit import Fit
from mat_desktop.workshop.pairing.impossible import Relaxed, conflict
from mat_desktop.workshop.pairing.nouns import PartnershipState, people_of

IDEAS = 5
"""So many different suggestions are offered, one after the other."""
FEW = 40
"""So few people are paired while the button is still down."""
FEW_FOR_IDEAS = 24
"""Finding the next best answers takes an answer for each partnership, so this is for fewer people."""

TOO_FEW = "Fewer than two people can be paired. Include people in step 3 first."
NO_OTHER = "There is no other suggestion that places as many people."
CHANGED = "The people or the table changed meanwhile."
WORKING = "Pairs are being worked out …"
IF_CLOSED = "Pairs are still being worked out."
_LOST = "The pairs could not be worked out ({why}). Nothing was changed: suggest again."

Groups = Sequence[tuple[Sequence[int], int]]
"""The members of each partnership that is to be laid out, with its fit."""


@dataclass(frozen=True, kw_only=True)
class SuggestionRequest:
    """What a suggestion is worked out from, and what lay on the table when it was asked for."""

    case: PairingCase
    proposed: frozenset[tuple[tuple[int, ...], bool]]
    """Each proposal: its members, and whether it is locked."""


@dataclass(frozen=True, kw_only=True)
class Placed:
    """One suggested partnership by the keys of its members."""

    members: tuple[str, ...]
    fit: Fit


@dataclass(frozen=True, kw_only=True)
class PlainSuggestion:
    """One suggestion in plain values: partnerships, who is left over, what had to give, and what is in the way."""

    partnerships: tuple[Placed, ...]
    worst: int | None
    total: int
    unpaired: tuple[str, ...]
    """Keys."""
    left_over: tuple[str, ...]
    """The same people by name."""
    broken: tuple[str, ...]
    blocking: tuple[tuple[str, str], ...]
    why: tuple[Relaxed, ...]
    short: int = 0
    """The total is at most by so much below the best possible."""


@look
def asked(rows: Rows, workshop_id: int, odd: Odd = Odd.THREE) -> SuggestionRequest:
    """What can be suggested now."""
    standing = stand(rows, workshop_id)
    proposed = [p for p in standing.live if p.state is PartnershipState.PROPOSED]
    return SuggestionRequest(
        case=replace(to_suggest_for(rows, standing), odd=odd),
        proposed=frozenset((tuple(people_of(p)), p.locked) for p in proposed),
    )


def still_so(desk: Desk, workshop_id: int, before: SuggestionRequest) -> bool:
    """Whether an answer to this would still be an answer to what is so now."""
    return asked(desk, workshop_id, before.case.odd) == before


def answer(case: PairingCase) -> PlainSuggestion:
    """The best suggestion, however long that takes; and why nobody could do better where somebody is left over."""
    found = best(case)
    return _plain(found, conflict(case) if found.unpaired else ())


def answer_in_time(case: PairingCase) -> PlainSuggestion:
    """The same for somebody who waits: the search for the best total ends in time, and says how far it came."""
    found = best_within(case, MOST_STEPS)
    return _plain(found, conflict(case, with_fits=False) if found.unpaired else ())


def task(case: PairingCase, ideas: int = 1) -> Task[Candidate, tuple[PairingCase, int], tuple[PlainSuggestion, ...]]:
    """Working out the best suggestion, or the best few, beside the window where there are many people."""
    return Task(
        work=work,
        parts=case.people,
        given=(replace(case, people=()), ideas),
        heavy=len(case.people) > (FEW if ideas == 1 else FEW_FOR_IDEAS),
        lost=_LOST,
    )


def work(_tell: Tell, people: Sequence[Candidate], given: tuple[PairingCase, int]) -> tuple[PlainSuggestion, ...]:
    """Work it out from frozen people alone."""
    frame, ideas = given
    case = replace(frame, people=tuple(people))
    return (answer_in_time(case),) if ideas == 1 else _in_order(case, ideas)


def _in_order(case: PairingCase, ideas: int) -> tuple[PlainSuggestion, ...]:
    """All place as many people, so what is in the way is the same for all."""
    found = suggestions(case, ideas)
    why = conflict(case) if found[0].unpaired else ()
    return tuple(_plain(one, why) for one in found)


def _plain(found: Suggestion, why: tuple[Relaxed, ...]) -> PlainSuggestion:
    return PlainSuggestion(
        partnerships=tuple(Placed(members=tuple(m.key for m in p.members), fit=p.fit) for p in found.partnerships),
        worst=found.worst,
        total=found.total,
        unpaired=tuple(person.key for person in found.unpaired),
        left_over=tuple(person.name for person in found.unpaired),
        broken=found.broken,
        blocking=tuple((a.key, b.key) for a, b in found.blocking),
        why=why,
        short=found.short,
    )


def to_lay_out(before: SuggestionRequest, suggestion: PlainSuggestion) -> Groups:
    """Everything but the locked partnerships, which stay where they are."""
    locked = {frozenset(keys) for keys in before.case.rules.locked}
    return [
        ([int(key) for key in p.members], p.fit.value)
        for p in suggestion.partnerships
        if frozenset(p.members) not in locked
    ]


def said_openly(suggestion: PlainSuggestion, number: int = 0, of: int = 0) -> str:
    """What may be said of an answer beside the open board; empty where there is nothing to say."""
    words = [f"Idea {number} of {of}, from the best down."] if of else []
    if suggestion.unpaired:
        words.append(f"Not placed yet: {', '.join(suggestion.left_over)}.")
    if suggestion.broken:
        words.append("A wish could not be kept.")
    if suggestion.short:
        words.append(short_of_best(suggestion.short))
    if said_while_held(suggestion):
        words.append("Hold “Show reasons” to see why.")
    return " ".join(words)


def said_while_held(suggestion: PlainSuggestion) -> str:
    """What is said only while the reasons are held: what is in the way, and which wishes had to give."""
    words = [_in_the_way(suggestion.why)] if suggestion.why else []
    words += [f"Could not be kept: {'; '.join(suggestion.broken)}."] if suggestion.broken else []
    return " ".join(words)


def _in_the_way(why: Sequence[Relaxed]) -> str:
    rules = "; ".join(rule_words(rule) for rule in why)
    lighter = [f"without “{rule_words(rule)}” {_finding(rule.unpaired)}" for rule in why if rule.unpaired is not None]
    more = f" {begun('; '.join(lighter))}." if lighter else " Private limits are not given up."
    return f"In the way together: {rules}.{more}"


def _finding(unpaired: int) -> str:
    return f"{unpaired} are left over" if unpaired else "everybody finds a place"


def what_would_change(before: SuggestionRequest, suggestion: PlainSuggestion) -> str:
    """What another suggestion would change on the table, without moving anybody."""
    now = {frozenset(members) for members, _ in before.proposed}
    then = {frozenset(int(key) for key in p.members) for p in suggestion.partnerships}
    if not now:
        return "Nothing is proposed yet."
    if now == then:
        return short_of_best(suggestion.short) or "The board is the best answer to this."
    return f"{counted(len(then - now), 'partnership')} would change. Suggest again to see them."
