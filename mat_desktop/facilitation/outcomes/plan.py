"""What allows a study, and its plan: sealed before the first person is included, and checked anywhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.outcomes.measures import measures
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.figure_words import occasion
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.codes import ALPHABET
from mat_desktop.workshop.contact.schedule import Arm, ArmKind, crossed_from
from mat_desktop.workshop.outcomes.plan import NO_RESEARCH, StudyPlan, is_allowed, is_research, plan_file, plan_seal
from mat_desktop.workshop.outcomes.plan import plan_text as sealed_words
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.text import clean, clean_name

SEALED = "The plan is sealed. What stands in it stays as it is."
VERIFY = "mat-desktop verify-seal FILE"
"""The one command that checks a saved plan, or the list of arms, on any computer."""


class PlanField(Enum):
    """What is typed before there are arms."""

    COMMITTEE = "committee"
    APPROVAL = "approval"
    APPROVED_ON = "approved_on"
    REGISTRY = "registry"
    STOP_RULE = "stop_rule"


_STOP_RULE_LETTERS = 600
_NO_STOP_RULE = (
    "Somebody is to wait. Write first when the waiting ends before its day, for one person and for all: the plan is "
    "sealed with it."
)


@dataclass(frozen=True, kw_only=True)
class StudyPlanView:
    """What allows the study, and the plan as it was sealed; `text` and `seal` are empty before."""

    committee: str
    approval: str
    approved_on: date | None
    registry: str
    stop_rule: str
    research: bool
    measure: str
    months: int | None
    text: tuple[str, ...]
    seal: str
    salt: str
    sealed_at: datetime | None
    unchanged: bool
    """Whether words and salt still give the seal, and the arms are still called so."""


@deed(DeedKind.STUDY_APPROVAL)
def change_plan(work: Work, workshop_id: int, field: PlanField, value: str | date | None) -> None:
    """Type who allowed the study, under which number, on which day, where it is registered, and its stop rule.

    `NO_RESEARCH` as the registry says that nobody has to. Raises Refusal once the plan is sealed, and where arms are
    on and would stand without it.
    """
    workshop = work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    plan = work.rows.find(StudyPlan, workshop_id=workshop_id) or work.rows.add(StudyPlan(workshop_id))
    if plan.seal:
        raise Refusal(SEALED)
    was_allowed = is_allowed(plan)
    setattr(plan, field.value, _in_one_line(field, value) if isinstance(value, str) else value)
    if workshop.study and was_allowed and not is_allowed(plan):
        raise Refusal("There are arms already: say first that this workshop is part of no study, then change this.")


def _in_one_line(field: PlanField, typed: str) -> str:
    """What is typed of a plan is one line of it, so that no line of the sealed words can be taken for another."""
    if field is PlanField.STOP_RULE:
        return " ".join(clean(typed, _STOP_RULE_LETTERS).split())
    return clean_name(typed)[:200]


@deed(DeedKind.STUDY_SEAL_PLAN)
def seal_plan(work: Work, workshop_id: int, measure_key: str, months: int, arm_ids: Sequence[int]) -> str:
    """Seal which arms are compared in which measure at which point. Returns the seal; no undo takes it back.

    The measure is from then on the one named in advance. Raises Refusal outside a study, where the plan is sealed, once
    anybody is included, for fewer than two arms, where somebody waits and no stop rule is written, for a measure or a
    point that this workshop does not have, and for a point at which those who waited have calls as well.
    """
    workshop = work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    plan = work.rows.find(StudyPlan, workshop_id=workshop_id)
    if not workshop.study or plan is None or not is_allowed(plan):
        raise Refusal("Say first that this workshop is part of a study, and who allowed it.")
    if plan.seal:
        raise Refusal(SEALED)
    if stand(work.rows, workshop_id).included:
        raise Refusal("Somebody is included already. A plan says something only if it was sealed before.")
    title = next((m.title for m in measures(work.rows, workshop_id) if m.key == measure_key), None)
    if title is None or months not in {p.months for p in workshop.points}:
        raise Refusal("Choose a measure and a follow-up point of this workshop.")
    arms = _arms(work.rows, workshop_id, arm_ids)
    chosen = [a for a in work.rows.all(Arm, workshop_id=workshop_id) if a.id in arm_ids]
    if not plan.stop_rule and any(a.kind is ArmKind.WAIT_LIST for a in chosen):
        raise Refusal(_NO_STOP_RULE)
    crossed = crossed_from(workshop, chosen)
    if crossed is not None and months >= crossed:
        raise Refusal(
            f"At {occasion(months)} those who wait have calls already, so nothing is left to compare. Choose an "
            "earlier point, or a later day on which their calls begin."
        )
    plan.measure, plan.months = measure_key, months
    where = f"{workshop.title}, {workshop.held_on}"
    plan.text = sealed_words(where, plan, title, occasion(months), arms)
    plan.salt = "".join(ALPHABET[n] for n in work.codes.numbers(26))
    plan.seal, plan.sealed_at = plan_seal(plan), work.now
    workshop.headline, workshop.headline_on = measure_key, work.today
    return plan.seal


def _arms(rows: Rows, workshop_id: int, arm_ids: Sequence[int]) -> list[str]:
    """The chosen arms by what they do and are called, most contact first."""
    own = sorted(rows.all(Arm, workshop_id=workshop_id), key=lambda a: a.position)
    if len(set(arm_ids)) < 2 or set(arm_ids) - {key_of(a) for a in own}:
        raise Refusal("Choose at least two arms of this workshop.")
    return [f"{a.kind.value}: {a.label}" for a in own if key_of(a) in set(arm_ids)]


@look
def study_plan(rows: Rows, workshop_id: int) -> StudyPlanView:
    """What was typed, and what was sealed."""
    plan = rows.find(StudyPlan, workshop_id=workshop_id) or StudyPlan(workshop_id)
    return StudyPlanView(
        committee=plan.committee,
        approval=plan.approval,
        approved_on=plan.approved_on,
        registry="" if plan.registry == NO_RESEARCH else plan.registry,
        stop_rule=plan.stop_rule,
        research=is_research(plan),
        measure=plan.measure,
        months=plan.months,
        text=tuple(plan.text.splitlines()),
        seal=plan.seal,
        salt=plan.salt,
        sealed_at=plan.sealed_at,
        unchanged=is_whole(rows, plan),
    )


def is_whole(rows: Rows, plan: StudyPlan) -> bool:
    """Whether words and salt still give the seal, and every arm of it is still an arm of the workshop."""
    if not plan.seal:
        return True
    arms = {f"{a.kind.value}: {a.label}" for a in rows.all(Arm, workshop_id=plan.workshop_id)}
    return plan_seal(plan) == plan.seal and set(arms_of(plan)) <= arms


def arms_of(plan: StudyPlan) -> list[str]:
    """The arms that a sealed plan names, by what they do and are called."""
    return [line.split(": ", 1)[1] for line in plan.text.splitlines() if line.startswith("Arm ")]


@look
def sealed_plan(rows: Rows, workshop_id: int) -> bytes:
    """The plan with its salt as a file that anybody can check. Raises Refusal where none is sealed."""
    plan = rows.find(StudyPlan, workshop_id=workshop_id)
    if plan is None or not plan.seal:
        raise Refusal("No plan is sealed yet.")
    return plan_file(plan)
