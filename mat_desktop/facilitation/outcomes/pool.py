"""Several workshops pooled: their effects in one measure at one occasion, those of others among them."""

from collections.abc import Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.dispatch import Task, Tell, nobody_listens
from mat_desktop.facilitation.outcomes.material import without_contact
from mat_desktop.facilitation.outcomes.measures import measures
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.outcomes import pooling
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.pooling import Heterogeneity, Pooled, Study, study_of
from mat_desktop.workshop.outcomes.reliable import Better
from mat_desktop.workshop.outcomes.study import OutsideEffect, measure_at
from mat_desktop.workshop.outcomes.trajectory import ONE_YEAR
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.text import clean_name

FEW = 60
"""Pooling the outcomes of so few people is done before a process would have started."""
_LOST = "The workshops could not be pooled ({why}). Nothing is lost: open this page again."


@dataclass(frozen=True, kw_only=True)
class PoolView:
    """Standardised change of several workshops, better counted up, and what they come to together.

    `outside` are the ids of those that were taken in from elsewhere, by name.
    """

    measure: str
    at: int
    """The occasion in months; all workshops are counted at the same one."""
    studies: tuple[Study, ...]
    outside: tuple[tuple[int, str], ...]
    left_out: tuple[str, ...]
    spread: Heterogeneity | None
    moments: Pooled | None
    likelihood: Pooled | None
    certainty: str


@dataclass(frozen=True, kw_only=True)
class ToPool:
    """What one workshop brings to the pool, frozen: nobody's values where it does not use the measure."""

    name: str
    cases: tuple[OutcomeCase, ...]
    better: Better


@dataclass(frozen=True, kw_only=True)
class Outside:
    """Effects from elsewhere of one measure at one occasion, by id; and the names of those kept without theirs."""

    effects: tuple[tuple[int, Study], ...] = ()
    unknown: tuple[tuple[int, str], ...] = ()


Pooling = tuple[str, int, Outside]
"""What is pooled: the measure, the occasion in months, and the effects from elsewhere."""


@look
def pooled(rows: Rows, measure: str, at: int = ONE_YEAR) -> PoolView:
    """Every workshop with an effect in this measure at this occasion.

    The error is that of leaving out one partnership at a time. Attainment of goals has no effect to pool.
    """
    own = [_to_pool(rows, workshop, measure) for workshop in rows.all(Workshop)]
    return pool_of(nobody_listens, own, (measure, at, _outside(rows, measure, at)))


@look
def workshops(rows: Rows) -> tuple[int, ...]:
    """Every workshop that could be pooled."""
    return tuple(key_of(workshop) for workshop in rows.all(Workshop))


@look
def to_pool(rows: Rows, workshop_id: int, measure: str) -> ToPool:
    """What one workshop brings to the pool."""
    return _to_pool(rows, rows.get(Workshop, workshop_id), measure)


def _to_pool(rows: Rows, workshop: Workshop, measure: str) -> ToPool:
    key = key_of(workshop)
    found = without_contact(rows, key)
    data = next((m for m in measures(rows, key) if m.key == measure and m.standardised), None)
    return ToPool(
        name=f"{workshop.title}, {workshop.held_on.year}",
        cases=found.cases(data) if data is not None else (),
        better=data.norms.better if data is not None else Better.HIGHER,
    )


@look
def outside(rows: Rows, measure: str, at: int) -> Outside:
    """The effects that were taken in from elsewhere."""
    return _outside(rows, measure, at)


def _outside(rows: Rows, measure: str, at: int) -> Outside:
    every, kept = rows.all(OutsideEffect), measure_at(measure, at)
    return Outside(
        effects=tuple((key_of(e), Study(e.workshop, e.g, e.v)) for e in every if e.measure == kept),
        unknown=tuple((key_of(e), e.workshop) for e in every if e.measure == measure),
    )


def task(measure: str, at: int, own: Sequence[ToPool], elsewhere: Outside) -> Task[ToPool, Pooling, PoolView]:
    """Pooling: beside the window where many partnerships are left out one at a time."""
    people = sum(len(one.cases) for one in own)
    return Task(work=pool_of, parts=own, given=(measure, at, elsewhere), heavy=people > FEW, lost=_LOST)


def pool_of(tell: Tell, own: Sequence[ToPool], given: Pooling) -> PoolView:
    """The pool from frozen values alone."""
    measure, at, elsewhere = given
    studies, left = list[Study](), list[str]()
    for number, one in enumerate(own, 1):
        effect = study_of(one.name, one.cases, one.better, at)
        tell(number, len(own))
        if effect is None:
            left.append(one.name)
        else:
            studies.append(effect[0])
    names = {s.name for s in studies}
    studies += [
        Study(s.name if s.name not in names else f"{s.name} (elsewhere)", s.g, s.v) for _, s in elsewhere.effects
    ]
    left += [f"{name} (kept without its occasion)" for _, name in elsewhere.unknown]
    many = bool(studies)
    return PoolView(
        measure=measure,
        at=at,
        studies=tuple(studies),
        outside=(*((key, s.name) for key, s in elsewhere.effects), *elsewhere.unknown),
        left_out=tuple(left),
        spread=pooling.heterogeneity(studies) if many else None,
        moments=pooling.pool(studies, pooling.tau2_dl) if many else None,
        likelihood=pooling.pool(studies, pooling.tau2_reml) if many else None,
        certainty=pooling.certainty(len(studies)) if many else "No workshop has answers to pool yet.",
    )


@deed(DeedKind.STUDY_TAKE_IN)
def take_in(work: Work, measure: str, at: int, studies: Sequence[tuple[Study, int]]) -> int:
    """Keep the effects of workshops that lie elsewhere; one with the same name is replaced. Returns how many."""
    for study, people in studies:
        name = clean_name(study.name)
        found = work.rows.find(OutsideEffect, workshop=name, measure=measure_at(measure, at))
        kept = found or work.rows.add(
            OutsideEffect(name, measure_at(measure, at), study.g, study.v, people, work.today)
        )
        kept.g, kept.v, kept.people, kept.taken_in_on = study.g, study.v, people, work.today
    return len(studies)


@deed(DeedKind.STUDY_LEAVE_OUT)
def leave_out(work: Work, effect_id: int) -> None:
    """An effect from elsewhere is no longer pooled."""
    work.rows.remove(work.rows.get(OutsideEffect, effect_id))
