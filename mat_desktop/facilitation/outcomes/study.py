"""A study: the sealed list of arms, revealing them one by one, naming them at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.outcomes.plan import arms_of
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.codes import ALPHABET
from mat_desktop.workshop.contact.schedule import Arm
from mat_desktop.workshop.outcomes import allocation
from mat_desktop.workshop.outcomes.plan import StudyPlan, is_research
from mat_desktop.workshop.outcomes.study import IN_NO_ARM, AllocationList, AllocationSlot
from mat_desktop.workshop.pairing.nouns import Partnership, people_of
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import Participant, consent_to, outside_study
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.text import clean_name, joined

PLACES = 40
"""At least so many places in each stratum."""
YES, NO = "yes", "no"


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
    found = AllocationList(workshop_id, salt, "", work.now, first, second)
    found.slots = [AllocationSlot(n, s.stratum, s.block, int(s.arm)) for n, s in enumerate(slots)]
    found.seal = allocation.seal(list_in_words(work.rows, found), salt)
    work.rows.add(found)
    return found.seal


def list_in_words(rows: Rows, sealed: AllocationList) -> list[allocation.ArmSlot]:
    """The places of a list as they are sealed: each arm by what it does and is called, which anybody can read."""
    arms = {key_of(a): f"{a.kind.value}: {a.label}" for a in rows.all(Arm, workshop_id=sealed.workshop_id)}
    return [allocation.ArmSlot(s.stratum, s.block, arms[s.arm_id]) for s in sealed.slots]


def _is_unchanged(rows: Rows, found: AllocationList) -> bool:
    """Lists of before named their arms by number alone; their seals hold as they did."""
    numbers = [allocation.ArmSlot(s.stratum, s.block, str(s.arm_id)) for s in found.slots]
    return found.seal in (allocation.seal(slots, found.salt) for slots in (list_in_words(rows, found), numbers))


@look
def sealed_list(rows: Rows, workshop_id: int) -> bytes:
    """The list with its salt as a file that anybody can check: its first line is the seal of all that follows.

    Raises Refusal without a list, and before the arms are named.
    """
    found = rows.find(AllocationList, workshop_id=workshop_id)
    if found is None:
        raise Refusal("There is no sealed list yet.")
    if rows.get(Workshop, workshop_id).unblinded_on is None:
        raise Refusal("Name the arms first: until then nobody sees the list.")
    slots = list_in_words(rows, found)
    if allocation.seal(slots, found.salt) != found.seal:
        slots = [allocation.ArmSlot(s.stratum, s.block, str(s.arm_id)) for s in found.slots]
    return allocation.as_file(slots, found.salt)


def _may_seal(work: Work, workshop: Workshop, arm_ids: Sequence[int], asked: Sequence[str]) -> None:
    if not workshop.study:
        raise Refusal("Arms are allotted only in a workshop that is part of a study.")
    if work.rows.find(AllocationList, workshop_id=key_of(workshop)) is not None:
        raise Refusal("The list is sealed already. It cannot be drawn again.")
    own = {key_of(a) for a in work.rows.all(Arm, workshop_id=key_of(workshop))}
    if len(set(arm_ids) & own) < 2 or set(arm_ids) - own:
        raise Refusal("Choose at least two arms of this workshop.")
    _must_be_planned(work, key_of(workshop), arm_ids)
    if len(asked) > allocation.MOST_STRATA:
        raise Refusal("At most two questions can divide the list.")
    if any(p.arm_id for p in stand(work.rows, key_of(workshop)).agreed):
        raise Refusal("A pair has an arm already. The list is sealed before the first one; take that arm back first.")


def _must_be_planned(work: Work, workshop_id: int, arm_ids: Sequence[int]) -> None:
    """The list holds the arms of the sealed plan. A study of before this program kept plans has none to hold to."""
    plan = work.rows.find(StudyPlan, workshop_id=workshop_id)
    if plan is None or (not plan.seal and not is_research(plan)):
        return
    if not plan.seal:
        raise Refusal("Seal the plan of the study first, in set-up, before anybody is included.")
    arms = {key_of(a): f"{a.kind.value}: {a.label}" for a in work.rows.all(Arm, workshop_id=workshop_id)}
    if {arms[key] for key in arm_ids} != set(arms_of(plan)):
        raise Refusal("The sealed plan names other arms. Choose those of the plan.")


def _drawn(work: Work) -> list[int]:
    """Whole numbers of 0 to 1,048,575, as many as a stratum can need."""
    numbers = work.codes.numbers(4 * 8 * PLACES)
    return [((a * 32 + b) * 32 + c) * 32 + d for a, b, c, d in zip(*[iter(numbers)] * 4, strict=True)]


@deed(DeedKind.STUDY_REVEAL)
def reveal(work: Work, partnership_id: int, answers: Sequence[bool] = ()) -> str:
    """The next place of the list in this pair's stratum. Returns the words of the arm; no undo takes it back.

    Raises Refusal without a sealed list, before all members said yes to each other and to the study, for a pair that
    has its arm, before the questions that divide the list are answered, and where such pairs have used up their part
    of the list.
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
    _all_in_study(work, place)
    stratum = " ".join(YES if said else NO for said in answers)
    free = next((s for s in found.slots if s.stratum == stratum and s.partnership_id is None), None)
    if free is None:
        raise Refusal("The list has no place left for such a pair.")
    free.partnership_id, free.revealed_at = partnership_id, work.now
    place.arm_id = free.arm_id
    return work.rows.get(Arm, free.arm_id).label


def _all_in_study(work: Work, place: Partnership) -> None:
    """Nobody is allotted an arm who has not said yes to the study, on the sheet that is about it alone."""
    for person in (work.rows.get(Participant, member) for member in people_of(place)):
        if person.takes_part or consent_to(person, ConsentKind.STUDY) is not None:
            continue
        if outside_study(person):
            raise Refusal(IN_NO_ARM)
        raise Refusal(
            f"{person.name} has not been asked about the study. Print “Consent for the study”, and type the answer in "
            "step 2, Consents."
        )


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
    in_study = [p for p in standing.agreed if not any(map(standing.outside_study, people_of(p)))]
    waiting = [key_of(p) for p in in_study if key_of(p) not in taken] if found else []
    return AllocationView(
        sealed=found is not None,
        seal=found.seal if found else "",
        sealed_at=found.sealed_at if found else None,
        unchanged=found is None or _is_unchanged(rows, found),
        questions=_questions(found) if found else (),
        arms=tuple(arms.items()),
        waiting=tuple((key, names[key]) for key in waiting),
        revealed=tuple(
            (names[key], arms[s.arm_id]) for key, s in sorted(taken.items(), key=lambda i: i[1].position) if key
        ),
        blind=standing.workshop.unblinded_on is None,
    )
