"""A study: arms allotted by a sealed list, and effects of workshops that lie in no library of one's own."""

from dataclasses import dataclass, field
from datetime import date, datetime

IN_NO_ARM = "This pair is in no arm: not everybody of it is in the study. They have calls as they agreed."
"""Why a pair is allotted nothing; nobody is named."""


@dataclass(eq=False)
class AllocationSlot:
    """One place of the list: the arm is fixed when the list is sealed, the partnership when it is revealed."""

    position: int
    stratum: str
    block: int
    arm_id: int
    partnership_id: int | None = None
    revealed_at: datetime | None = None
    id: int | None = None
    uid: str = ""
    list_id: int | None = None


@dataclass(eq=False)
class AllocationList:
    """The list of one workshop: at most two questions that make its strata, the salt, and the seal over all of it."""

    workshop_id: int
    salt: str
    seal: str
    sealed_at: datetime
    first_stratum: str = ""
    second_stratum: str = ""
    id: int | None = None
    uid: str = ""
    slots: list[AllocationSlot] = field(default_factory=list)


def measure_at(measure: str, months: int) -> str:
    """The name under which the effect of one measure at one occasion is kept: `phq-4@12`."""
    return f"{measure}@{months}"


@dataclass(eq=False)
class OutsideEffect:
    """The effect of a workshop that lies elsewhere, taken in from its research data or from a table.

    `measure` names the occasion too, as `measure_at` does. Effects that were kept before do not say theirs, and are not
    pooled.
    """

    workshop: str
    measure: str
    g: float
    v: float
    people: int
    taken_in_on: date
    id: int | None = None
    uid: str = ""
