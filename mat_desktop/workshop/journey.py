"""The ten steps of a workshop, from setting it up to its outcomes."""

from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """A room of the house: every layer has one under the same name."""

    SETUP = "setup"
    PARTICIPANTS = "participants"
    SCREENING = "screening"
    PAIRING = "pairing"
    GOALS = "goals"
    AGREEMENT = "agreement"
    CONTACT = "contact"
    SIX_MONTHS = "six-months"
    ONE_YEAR = "one-year"
    OUTCOMES = "outcomes"


TITLES: dict[Step, str] = {
    Step.SETUP: "Set up workshop",
    Step.PARTICIPANTS: "Participants",
    Step.SCREENING: "Screening",
    Step.PAIRING: "Pairing",
    Step.GOALS: "Goals",
    Step.AGREEMENT: "Agreement",
    Step.CONTACT: "Six months of contact",
    Step.SIX_MONTHS: "Six-month follow-up",
    Step.ONE_YEAR: "One-year follow-up",
    Step.OUTCOMES: "Outcomes",
}

DAY_STEPS = tuple(Step)[:6]
YEAR_STEPS = tuple(Step)[6:]


def number(step: Step) -> int:
    """The step's place on the rail, from 1."""
    return tuple(Step).index(step) + 1


@dataclass(frozen=True)
class Progress:
    """How far one step has come: `done` of `total`, and what stands beside it on the rail."""

    done: int
    total: int

    @property
    def finished(self) -> bool:
        """Everything that this step asks for is there."""
        return self.total > 0 and self.done >= self.total
