"""A study: the sealed list of arms, revealing them one by one, naming them at the end; pooling over workshops."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.dispatch import Task, Tell, nobody_listens
from mat_desktop.facilitation.outcomes.material import without_contact
from mat_desktop.facilitation.outcomes.measures import measures
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.codes import ALPHABET
from mat_desktop.workshop.contact.schedule import Arm
from mat_desktop.workshop.outcomes import allocation, pooling
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.pooling import Heterogeneity, Pooled, Study, study_of
from mat_desktop.workshop.outcomes.reliable import Better
from mat_desktop.workshop.outcomes.study import AllocationList, AllocationSlot, OutsideEffect, measure_at
from mat_desktop.workshop.outcomes.trajectory import ONE_YEAR
from mat_desktop.workshop.pairing.nouns import Partnership, people_of
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.text import clean_name, joined

PLACES = 40
"""At least so many places in each stratum."""
YES, NO = "yes", "no"
FEW = 60
"""Pooling the outcomes of so few people is done before a process would have started."""
_LOST = "The workshops could not be pooled ({why}). Nothing is lost: open this page again."


@dataclass(frozen=True, kw_only=True)
class AllocationView:
    """The list as the facilitator sees it: sealed or not, who waits for an arm, and what was revealed.

    No place that is not revealed is ever in here.
    """

    sealed: bool
    seal: str
    sealed_at: datetime | None
    unchanged: bool
    """Whether the list, arms and all, still gives its seal."""
    questions: tuple[str, ...]
    arms: tuple[tuple[int, str], ...]
    waiting: tuple[tuple[int, str], ...]
    revealed: tuple[tuple[str, str], ...]
    blind: bool


@deed(DeedKind.STUDY_SEAL)
def seal_list(work: Work, workshop_id: int, arm_ids: Sequence[int], questions: Sequence[str] = ()) -> str:
    """Draw the whole list in random blocks and seal it before the first arm is revealed. Returns the seal.

    `questions` are at most two that are answered yes or no of each pair, such as "Are both in work?".
    Raises Refusal where there is a list, a pair has an arm already, or fewer than two arms take part.
    """
    workshop = work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    asked = [clean_name(q)[:80] for q in questions if clean_name(q)]
    _may_seal(work, workshop, arm_ids, asked)
    strata = [" ".join(answers) for answers in product((YES, NO), repeat=len(asked))]
    arms = [str(key) for key in sorted(set(arm_ids))]
    slots = [slot for stratum in strata for slot in allocation.blocks(arms, stratum, PLACES, _drawn(work))]
    salt = "".join(ALPHABET[n] for n in work.codes.numbers(26))
    first, second = [*asked, "", ""][:2]
    found = AllocationList(workshop_id, salt, allocation.seal(slots, salt), work.now, first, second)
    found.slots = [AllocationSlot(n, s.stratum, s.block, int(s.arm)) for n, s in enumerate(slots)]
    work.rows.add(found)
    return found.seal


def _may_seal(work: Work, workshop: Workshop, arm_ids: Sequence[int], asked: Sequence[str]) -> None:
    if not workshop.study:
        raise Refusal("Arms are allotted only in a workshop that is part of a study.")
    if work.rows.find(AllocationList, workshop_id=key_of(workshop)) is not None:
        raise Refusal("The list is sealed already. It cannot be drawn again.")
    own = {key_of(a) for a in work.rows.all(Arm, workshop_id=key_of(workshop))}
    if len(set(arm_ids) & own) < 2 or set(arm_ids) - own:
        raise Refusal("Choose at least two arms of this workshop.")
    if len(asked) > allocation.MOST_STRATA:
        raise Refusal("At most two questions can divide the list.")
    if any(p.arm_id for p in stand(work.rows, key_of(workshop)).agreed):
        raise Refusal("A pair has an arm already. The list is sealed before the first one; take that arm back first.")


def _drawn(work: Work) -> list[int]:
    """Whole numbers of 0 to 1,048,575, as many as a stratum can need."""
    numbers = work.codes.numbers(4 * 8 * PLACES)
    return [((a * 32 + b) * 32 + c) * 32 + d for a, b, c, d in zip(*[iter(numbers)] * 4, strict=True)]


@deed(DeedKind.STUDY_REVEAL)
def reveal(work: Work, partnership_id: int, answers: Sequence[bool] = ()) -> str:
    """The next place of the list in this pair's stratum. Returns the words of the arm; no undo takes it back.

    Raises Refusal without a sealed list, before all members said yes, for a pair that has its arm, before the questions
    that divide the list are answered, and where such pairs have used up their part of the list.
    """
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, *people_of(place))
    found = work.rows.find(AllocationList, workshop_id=place.workshop_id)
    if found is None:
        raise Refusal("There is no sealed list yet.")
    if place.confirmed_on is None:
        raise Refusal("Both say yes first; then their arm is revealed.")
    if any(slot.partnership_id == partnership_id for slot in found.slots):
        raise Refusal("This pair has its arm.")
    if len(answers) != len(_questions(found)):
        raise Refusal("Answer the questions that divide the list first.")
    stratum = " ".join(YES if said else NO for said in answers)
    free = next((s for s in found.slots if s.stratum == stratum and s.partnership_id is None), None)
    if free is None:
        raise Refusal("The list has no place left for such a pair.")
    free.partnership_id, free.revealed_at = partnership_id, work.now
    place.arm_id = free.arm_id
    return work.rows.get(Arm, free.arm_id).label


def _questions(found: AllocationList) -> tuple[str, ...]:
    return tuple(q for q in (found.first_stratum, found.second_stratum) if q)


@deed(DeedKind.STUDY_UNBLIND)
def unblind(work: Work, workshop_id: int) -> None:
    """From now on results name their arms; what was seen cannot be unseen, so no undo takes it back."""
    workshop = work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    workshop.unblinded_on = workshop.unblinded_on or work.today


@look
def allocations(rows: Rows, workshop_id: int) -> AllocationView:
    """The list of one workshop, without any place that is not revealed."""
    standing = stand(rows, workshop_id)
    arms = {key_of(a): a.label for a in sorted(rows.all(Arm, workshop_id=workshop_id), key=lambda a: a.position)}
    found = rows.find(AllocationList, workshop_id=workshop_id)
    taken = {s.partnership_id: s for s in found.slots if s.partnership_id is not None} if found else {}
    names = {key_of(p): joined([standing.name(m) for m in people_of(p)]) for p in standing.partnerships}
    waiting = [key_of(p) for p in standing.agreed if key_of(p) not in taken] if found else []
    slots = [allocation.ArmSlot(s.stratum, s.block, str(s.arm_id)) for s in found.slots] if found else []
    return AllocationView(
        sealed=found is not None,
        seal=found.seal if found else "",
        sealed_at=found.sealed_at if found else None,
        unchanged=found is None or allocation.seal(slots, found.salt) == found.seal,
        questions=_questions(found) if found else (),
        arms=tuple(arms.items()),
        waiting=tuple((key, names[key]) for key in waiting),
        revealed=tuple(
            (names[key], arms[s.arm_id]) for key, s in sorted(taken.items(), key=lambda i: i[1].position) if key
        ),
        blind=standing.workshop.unblinded_on is None,
    )


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
