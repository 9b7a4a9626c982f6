"""The plan of a study: who allowed it, what is compared, when and how; sealed before the first person is included."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

NO_RESEARCH = "none, this is no research"
"""Stands in the place of a registry where nobody needs to allow it: arms are tried out, and nothing is published."""
ANALYSIS = (
    "Mean change of each partnership from the start to the point. Difference of the arms at equal starts (analysis of "
    "covariance), within the blocks of the sealed list. Test: labels of arms exchanged among the partnerships of a "
    "block, two-sided, at 5 %; interval: the differences that this test does not rule out. Three arms or more: the "
    "contrast in the order in which they stand here. People not heard from are counted, and what they could change is "
    "told: no change, the worst of the others, the tipping point. No comparison after the day on which those who "
    "waited begin."
)
"""How every plan says that it is worked out: there is one way, and the program knows no other."""


@dataclass(eq=False)
class StudyPlan:
    """What allows the study, and its plan once that is sealed.

    `text` is what was sealed, word for word; `seal` is the SHA-256 over `salt`, a line feed and `text`.
    """

    workshop_id: int
    committee: str = ""
    approval: str = ""
    """The number under which the ethics committee allowed it."""
    approved_on: date | None = None
    registry: str = ""
    """Where it is registered, with the number there; or `NO_RESEARCH`."""
    stop_rule: str = ""
    """When somebody's waiting, or everybody's, ends before its day."""
    measure: str = ""
    months: int | None = None
    text: str = ""
    salt: str = ""
    seal: str = ""
    sealed_at: datetime | None = None
    id: int | None = None
    uid: str = ""


def is_research(plan: StudyPlan) -> bool:
    """Whether somebody has to allow it."""
    return plan.registry != NO_RESEARCH


def is_allowed(plan: StudyPlan | None) -> bool:
    """Whether all is typed that has to be known before there are arms."""
    if plan is None:
        return False
    told = plan.committee and plan.approval and plan.approved_on is not None and plan.registry
    return not is_research(plan) or bool(told)


def plan_text(workshop: str, plan: StudyPlan, measure: str, point: str, arms: Sequence[str]) -> str:
    """The words of a plan, a line each: what anybody can read and nobody can change unseen."""
    allowed = f"{plan.committee}, {plan.approval}, {plan.approved_on}" if is_research(plan) else NO_RESEARCH
    return "\n".join(
        (
            f"Workshop: {workshop}",
            f"Allowed by: {allowed}",
            f"Registered: {plan.registry}",
            f"Measure: {measure}",
            f"Point: {point}",
            *(f"Arm {number}: {arm}" for number, arm in enumerate(arms, 1)),
            *([f"Stop rule: {plan.stop_rule}"] if plan.stop_rule else []),
            f"Analysis: {ANALYSIS}",
        )
    )


def plan_seal(plan: StudyPlan) -> str:
    """The seal of the words and the salt as they stand."""
    return sha256(_sealed(plan)).hexdigest()


def plan_file(plan: StudyPlan) -> bytes:
    """The plan for whoever wants to check it: its first line is the seal of all that follows."""
    return plan.seal.encode() + b"\n" + _sealed(plan)


def _sealed(plan: StudyPlan) -> bytes:
    return f"{plan.salt}\n{plan.text}".encode()
