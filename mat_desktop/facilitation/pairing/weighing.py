"""What counts when pairs are suggested: four stops for each criterion."""

from dataclasses import dataclass

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.workshop.pairing.criteria.similarity import SIMILARITY
from mat_desktop.workshop.pairing.fit import ALL, Weights
from mat_desktop.workshop.pairing.nouns import CriterionWeight
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop

STOPS = ("Not at all", "A little", "As usual", "A lot")
_FACTORS = (0, 1, 2, 4)
"""A little is half of what is usual, a lot is double."""

OFF, USUAL_STOP = 0, 2


@dataclass(frozen=True)
class Stop:
    """One criterion and how much it counts: a place in STOPS."""

    criterion: str
    title: str
    stop: int


@deed(DeedKind.PAIRING_WEIGH)
def weigh(work: Work, workshop_id: int, criterion: str, stop: int) -> None:
    """Set one criterion. Raises Refusal where nothing would count any more."""
    work.about(workshop_id)
    stops = stops_of(work.rows, workshop_id)
    if not any({**stops, criterion: stop}.values()):
        raise Refusal("At least one of them must count.")
    found = work.rows.find(CriterionWeight, workshop_id=workshop_id, criterion=criterion)
    if found is None:
        work.rows.add(CriterionWeight(workshop_id, criterion, stop))
    else:
        found.stop = stop


@deed(DeedKind.PAIRING_AVOID)
def avoid_earlier(work: Work, workshop_id: int, *, on: bool) -> None:
    """Whether people who were partners before, in any workshop, are kept from each other where it can be."""
    work.about(workshop_id)
    work.rows.get(Workshop, workshop_id).avoid_earlier = on


def stops_of(rows: Rows, workshop_id: int) -> dict[str, int]:
    """The stop of every criterion. Ratings of likeness count only where they are asked for."""
    usual = {criterion.name: USUAL_STOP for criterion in ALL} | {SIMILARITY.name: OFF}
    return usual | {w.criterion: w.stop for w in rows.all(CriterionWeight, workshop_id=workshop_id)}


def weights_of(rows: Rows, workshop_id: int) -> Weights:
    """What each criterion counts in this workshop."""
    stops = stops_of(rows, workshop_id)
    return {criterion.name: criterion.weight * _FACTORS[stops[criterion.name]] for criterion in ALL}


@look
def asks_likeness(rows: Rows, workshop_id: int) -> bool:
    """Whether the round cards ask how alike two felt."""
    return stops_of(rows, workshop_id)[SIMILARITY.name] > OFF


@look
def stops(rows: Rows, workshop_id: int) -> tuple[tuple[Stop, ...], bool]:
    """Every criterion with its stop, and whether earlier partners are avoided."""
    found = stops_of(rows, workshop_id)
    workshop = rows.get(Workshop, workshop_id)
    return tuple(Stop(c.name, c.title, found[c.name]) for c in ALL), workshop.avoid_earlier
