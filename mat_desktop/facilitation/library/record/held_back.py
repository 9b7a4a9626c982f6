"""Kinds of things that stand in nobody's record, each with the reason."""

from typing import Any

from mat_desktop.workshop.outcomes.plan import StudyPlan
from mat_desktop.workshop.outcomes.study import AllocationList, AllocationSlot
from mat_desktop.workshop.pairing.nouns import KeepApart
from mat_desktop.workshop.seen import KeptPage, SheetReading

HELD_BACK: dict[type[Any], str] = {
    KeepApart: "that two are kept apart may be the wish of either",
    AllocationList: "the sealed list of a study, on which nobody stands by name",
    StudyPlan: "who allowed the study and what is compared in it; it names nobody",
    KeptPage: "a page as it was printed for them; the paper itself is theirs",
    SheetReading: "how well the reader of pictures did; what it read is told where it is kept",
    AllocationSlot: "a line of that list; the arm is told once the arms are named",
}
