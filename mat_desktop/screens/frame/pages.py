"""Everything that the window can show: its name, its title, and who makes it.

What Today does not need is read in when its step is opened.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mat_desktop.workshop.journey import TITLES, Step

if TYPE_CHECKING:
    from mat_desktop.screens.shared.bench import Bench
    from mat_desktop.screens.shared.step_page import StepPage


class PageName(StrEnum):
    """A page that is no step, by a name that no screen shows."""

    ENTRANCE = "entrance"
    TODAY = "today"
    PRINT = "print"
    PARTICIPANT = "participant"


@dataclass(frozen=True, kw_only=True)
class PageFacts:
    """What the header calls a page, and who makes it."""

    title: str = ""
    """Empty where the page has no header over it."""
    make: "Callable[[Bench, Step], StepPage] | None" = None
    """None where it is no step's: such a page needs more than a workshop, and whoever turns to it makes it."""


def _setup(bench: "Bench", step: Step) -> "StepPage":
    from mat_desktop.screens.setup.page import SetupPage

    return SetupPage(bench, step)


def _participants(bench: "Bench", step: Step) -> "StepPage":
    from mat_desktop.screens.participants.page import ParticipantsPage

    return ParticipantsPage(bench, step)


def _screening(bench: "Bench", step: Step) -> "StepPage":
    from mat_desktop.screens.screening.page import ScreeningPage

    return ScreeningPage(bench, step)


def _pairing(bench: "Bench", step: Step) -> "StepPage":
    from mat_desktop.screens.pairing.page import PairingPage

    return PairingPage(bench, step)


def _goals(bench: "Bench", step: Step) -> "StepPage":
    from mat_desktop.screens.goals.page import GoalsPage

    return GoalsPage(bench, step)


def _agreement(bench: "Bench", step: Step) -> "StepPage":
    from mat_desktop.screens.agreement.page import AgreementPage

    return AgreementPage(bench, step)


def _contact(bench: "Bench", step: Step) -> "StepPage":
    from mat_desktop.screens.contact.page import ContactPage

    return ContactPage(bench, step)


def _followup(bench: "Bench", step: Step) -> "StepPage":
    from mat_desktop.screens.followup.page import FollowUpPage

    return FollowUpPage(bench, step)


def _outcomes(bench: "Bench", step: Step) -> "StepPage":
    from mat_desktop.screens.outcomes.page import OutcomesPage

    return OutcomesPage(bench, step)


PAGES: Mapping[Step | PageName, PageFacts] = {
    Step.SETUP: PageFacts(title=TITLES[Step.SETUP], make=_setup),
    Step.PARTICIPANTS: PageFacts(title=TITLES[Step.PARTICIPANTS], make=_participants),
    Step.SCREENING: PageFacts(title=TITLES[Step.SCREENING], make=_screening),
    Step.PAIRING: PageFacts(title=TITLES[Step.PAIRING], make=_pairing),
    Step.GOALS: PageFacts(title=TITLES[Step.GOALS], make=_goals),
    Step.AGREEMENT: PageFacts(title=TITLES[Step.AGREEMENT], make=_agreement),
    Step.CONTACT: PageFacts(title=TITLES[Step.CONTACT], make=_contact),
    Step.SIX_MONTHS: PageFacts(title=TITLES[Step.SIX_MONTHS], make=_followup),
    Step.ONE_YEAR: PageFacts(title=TITLES[Step.ONE_YEAR], make=_followup),
    Step.OUTCOMES: PageFacts(title=TITLES[Step.OUTCOMES], make=_outcomes),
    PageName.ENTRANCE: PageFacts(),
    PageName.TODAY: PageFacts(),
    PageName.PRINT: PageFacts(title="Print centre"),
    PageName.PARTICIPANT: PageFacts(),
}
