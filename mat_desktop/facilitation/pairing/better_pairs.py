"""Proposals of whom two would both fit better with each other: every two people are compared, beside the window."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mat_desktop.facilitation.desk import look
from mat_desktop.facilitation.dispatch import Task, Tell
from mat_desktop.facilitation.pairing.known import case
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import stand
from mat_desktop.workshop.pairing.best import blocking
from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.case import PairingCase
from mat_desktop.workshop.pairing.nouns import PartnershipState, people_of

FEW = 40
"""So few people are compared while the button goes down."""
WORKING = "Every two people are being compared …"
_LOST = "People could not be compared ({why}). Nothing was changed: show the reasons again."

Members = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ComparisonRequest:
    """The people of all proposals, and who is proposed with whom, by their keys."""

    case: PairingCase
    proposed: tuple[Members, ...]


@look
def asked(rows: Rows, workshop_id: int) -> ComparisonRequest:
    """What can be compared now."""
    standing = stand(rows, workshop_id)
    proposed = [people_of(p) for p in standing.live if p.state is PartnershipState.PROPOSED]
    return ComparisonRequest(
        case=case(rows, standing, {member for people in proposed for member in people}),
        proposed=tuple(tuple(str(member) for member in people) for people in proposed),
    )


def task(request: ComparisonRequest) -> Task[Candidate, tuple[PairingCase, tuple[Members, ...]], tuple[str, ...]]:
    """Comparing every two, beside the window where there are many people."""
    people = request.case.people
    given = replace(request.case, people=()), request.proposed
    return Task(work=work, parts=people, given=given, heavy=len(people) > FEW, lost=_LOST)


def work(_tell: Tell, people: Sequence[Candidate], given: tuple[PairingCase, tuple[Members, ...]]) -> tuple[str, ...]:
    """Those who would both fit better with each other, as sentences, the strongest first."""
    frame, proposed = given
    found = blocking(replace(frame, people=tuple(people)), proposed)
    return tuple(f"{a.name} and {b.name}" for a, b in found)
