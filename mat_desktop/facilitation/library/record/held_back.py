"""Kinds of things that stand in nobody's record, each with the reason."""

from typing import Any

from mat_desktop.workshop.outcomes.plan import StudyPlan
from mat_desktop.workshop.outcomes.study import AllocationList, AllocationSlot
from mat_desktop.workshop.pairing.nouns import KeepApart

HELD_BACK: dict[type[Any], str] = {
    KeepApart: "that two are kept apart may be the wish of either",
    AllocationList: "the sealed list of a study, on which nobody stands by name",
    StudyPlan: "who allowed the study and what is compared in it; it names nobody",
    AllocationSlot: "a line of that list; the arm is told once the arms are named",
}
