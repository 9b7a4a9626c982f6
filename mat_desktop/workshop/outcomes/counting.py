"""Person by person: how many of those who could got reliably better, and how many got worse."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.interval import Interval, wilson
from mat_desktop.workshop.outcomes.likeness import design_effect
from mat_desktop.workshop.outcomes.reliable import Class, Norms, classified, reliably


@dataclass(frozen=True)
class Share:
    """So many of so many people, with Wilson's interval, 0 to 1, widened because people come in pairs."""

    count: int
    of: int
    interval: Interval | None


@dataclass(frozen=True)
class PersonByPerson:
    """The classes of everybody with a start and an outcome.

    `improved` counts those who recovered or improved, of those who did not begin on the healthy side; who did can be
    neither. `deteriorated` counts everybody who got reliably worse, those who began healthy among them.
    `better_from_health` and `worse_from_health` are those of the healthy who changed reliably.
    """

    classes: dict[Class, int]
    improved: Share
    deteriorated: Share
    better_from_health: int
    worse_from_health: int


def person_by_person(cases: Sequence[OutcomeCase], norms: Norms, at: int, icc: float | None) -> PersonByPerson | None:
    """Classify cases that each have a change; None of nobody, or where no change can be called reliable."""
    ways = [
        (start, after) for c in cases if (after := c.outcome(at)) is not None and (start := c.start(at)) is not None
    ]
    if not ways or (norms.sdiff() is None and norms.points is None):
        return None
    kinds = [classified(start, after, norms) for start, after in ways]
    moved = [reliably(start, after, norms) for start, after in ways]
    from_health = Counter(way for kind, way in zip(kinds, moved, strict=True) if kind is Class.HEALTHY)
    classes = {kind: kinds.count(kind) for kind in Class}
    better = classes[Class.RECOVERED] + classes[Class.IMPROVED]
    wider = design_effect(icc, cases, at)
    could = len(ways) - classes[Class.HEALTHY]
    return PersonByPerson(
        classes=classes,
        improved=Share(better, could, wilson(better, could, design_effect=wider)),
        deteriorated=Share(moved.count(-1), len(ways), wilson(moved.count(-1), len(ways), design_effect=wider)),
        better_from_health=from_health[1],
        worse_from_health=from_health[-1],
    )
