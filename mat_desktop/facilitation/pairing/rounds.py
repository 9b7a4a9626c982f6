"""The plan of the three-minute rounds, by table number."""

from dataclasses import dataclass

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import Standing, kept_apart, key_of, stand
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.pairing import rounds as plan
from mat_desktop.workshop.pairing.nouns import Meeting
from mat_desktop.workshop.participants.participant import ABSENT
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop

USUAL_MINUTES = 40


@dataclass(frozen=True)
class PairingRoundView:
    """One round: the table numbers that meet, and who rests."""

    number: int
    meet: tuple[tuple[int, int], ...]
    rest: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Rota:
    """The whole plan. `stale` is true where somebody came or left since it was made."""

    rounds: tuple[PairingRoundView, ...]
    minutes: int
    people: int
    stale: bool


@deed(DeedKind.PAIRING_ROUNDS)
def plan_rounds(work: Work, workshop_id: int, minutes: int) -> int:
    """Plan the rounds for everybody who has a ballot. Returns how many there are.

    Raises Refusal for fewer than two people, and where the minutes do not hold one round.
    """
    work.about(workshop_id)
    standing = stand(work.rows, workshop_id)
    people = [key_of(p) for p in standing.voting if p.presence not in ABSENT]
    if len(people) < 2:
        raise Refusal("Fewer than two people can meet. Include people in step 3 first.")
    found = plan.rounds(people, kept_apart(work.rows, workshop_id), minutes)
    if not found:
        raise Refusal("There is no time for a round. Allow at least four minutes.")
    for meeting in work.rows.all(Meeting, workshop_id=workshop_id):
        work.rows.remove(meeting)
    work.rows.add_all(
        Meeting(workshop_id, number, first, second) for number, pairs in enumerate(found, 1) for first, second in pairs
    )
    return len(found)


@look
def rota(rows: Rows, workshop_id: int) -> Rota:
    """The plan as it stands."""
    standing = stand(rows, workshop_id)
    meetings = rows.all(Meeting, workshop_id=workshop_id)
    planned = {m for found in meetings for m in (found.first_id, found.second_id)}
    now = {key_of(p) for p in standing.voting if p.presence not in ABSENT}
    last = max((m.round for m in meetings), default=0)
    return Rota(
        rounds=tuple(_view(standing, planned, n, [m for m in meetings if m.round == n]) for n in range(1, last + 1)),
        minutes=minutes_for_rounds(rows, workshop_id),
        people=len(now),
        stale=bool(meetings) and planned != now,
    )


def _view(standing: Standing, planned: set[int], number: int, meetings: list[Meeting]) -> PairingRoundView:
    at = {key_of(p): p.table_number for p in standing.people}
    met = sorted(tuple(sorted((at[m.first_id], at[m.second_id]))) for m in meetings)
    busy = {person for m in meetings for person in (m.first_id, m.second_id)}
    return PairingRoundView(number, tuple((a, b) for a, b in met), tuple(sorted(at[p] for p in planned - busy)))


def minutes_for_rounds(rows: Rows, workshop_id: int) -> int:
    """The minutes that the run sheet gives to the rounds: the first part that opens pairing, however she calls it."""
    blocks = sorted(rows.get(Workshop, workshop_id).blocks, key=lambda b: b.position)
    return next((b.minutes for b in blocks if b.step == Step.PAIRING and not b.dropped), USUAL_MINUTES)
