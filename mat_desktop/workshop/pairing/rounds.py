"""The three-minute rounds: who meets whom, by the circle method of round-robin tournaments.

People sit around a table with one fixed place; each round everybody moves on by one. With an even number everybody
meets everybody in one round fewer than there are people; with an odd number one person rests each round, nobody
twice. Pairs who are kept apart are seated so that they would meet in rounds for which there is no time.
"""

from collections.abc import Sequence
from itertools import combinations

MINUTES_A_ROUND = 4
"""Three to talk, one to move and to mark the card."""

Pair = tuple[int, int]
Round = tuple[Pair, ...]


def rounds(people: Sequence[int], apart: frozenset[frozenset[int]], minutes: int) -> tuple[Round, ...]:
    """The rounds that time allows; two who are kept apart never meet.

    Where there are such pairs, the rounds in which they would meet are left out with all that meets in them, so that
    nobody sees from the plan who was kept from whom.
    """
    if len(people) < 2:
        return ()
    seats = _seated(list(people), apart)
    plan = [_round(seats, number) for number in range(len(seats) - 1)]
    clean = [found for found in plan if not any(frozenset(pair) in apart for pair in found)]
    return tuple(clean[: max(0, minutes) // MINUTES_A_ROUND])


_NOBODY = -1


def _round(seats: Sequence[int], number: int) -> Round:
    """One round; whoever would meet the empty seat rests."""
    turning = len(seats) - 1
    pairs = [
        (seats[turning], seats[number]),
        *((seats[(number + n) % turning], seats[(number - n) % turning]) for n in range(1, turning // 2 + 1)),
    ]
    return tuple(sorted((min(a, b), max(a, b)) for a, b in pairs if _NOBODY not in (a, b)))


def _meets_in(a: int, b: int, turning: int) -> int:
    """The round in which two seats meet."""
    if turning in (a, b):
        return min(a, b)
    return (a + b) * ((turning + 1) // 2) % turning


def _seated(people: list[int], apart: frozenset[frozenset[int]]) -> list[int]:
    """Seats, with an empty one for an odd number, such that the pairs kept apart share as few rounds as can be found.

    Two seats are exchanged for as long as that helps; the order of the people decides between equals.
    """
    seats = people + [_NOBODY] * (len(people) % 2)
    best = _spoilt(seats, apart)
    improved = bool(apart)
    while improved:
        improved = False
        for i, j in combinations(range(len(seats)), 2):
            if seats[i] not in frozenset().union(*apart) and seats[j] not in frozenset().union(*apart):
                continue
            seats[i], seats[j] = seats[j], seats[i]
            found = _spoilt(seats, apart)
            if found < best:
                best, improved = found, True
            else:
                seats[i], seats[j] = seats[j], seats[i]
    return seats


def _spoilt(seats: Sequence[int], apart: frozenset[frozenset[int]]) -> int:
    """In how many rounds people meet who are kept apart."""
    seat = {person: place for place, person in enumerate(seats)}
    known = [sorted(seat[p] for p in pair) for pair in apart if all(p in seat for p in pair)]
    return len({_meets_in(a, b, len(seats) - 1) for a, b in known})
