"""The words of each consent as they are put to somebody: with the name of whoever asks, and the days."""

from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.facilitation.shown.dates import MONTHS, day_month_year
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.contact.schedule import Arm, ArmKind
from mat_desktop.workshop.library import kept_for_later_until, kept_until
from mat_desktop.workshop.outcomes.plan import StudyPlan, is_research
from mat_desktop.workshop.participants.calling import UNSAID, first_name
from mat_desktop.workshop.participants.consent import ON_THE_SECOND_SHEET, WORDING, ConsentKind
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop

LINE = "_" * 16
"""A line for the pen."""


def study_words(rows: Rows, workshop_id: int) -> tuple[str, str]:
    """What a study is to those who are asked, and who allowed it; lines for the pen where that is not typed yet."""
    waits = [a for a in rows.all(Arm, workshop_id=workshop_id) if a.kind is ArmKind.WAIT_LIST]
    until = next((day_month_year(a.crossover_on) for a in waits if a.crossover_on is not None), LINE)
    wait = f" You may be asked to wait until {until}." if waits else ""
    return WORDING[ConsentKind.STUDY].format(wait=wait), _allowed(rows.find(StudyPlan, workshop_id=workshop_id))


def _allowed(plan: StudyPlan | None) -> str:
    if plan is not None and not is_research(plan):
        return "This is no research that a committee has to allow, and nothing of it is published."
    found = plan or StudyPlan(0)
    day = day_month_year(found.approved_on) if found.approved_on is not None else LINE
    return f"Allowed by {found.committee or LINE}, number {found.approval or LINE}, on {day}."


def refuse_without_study(workshop: Workshop, kind: ConsentKind) -> None:
    """Nobody can say yes or no to a study that there is not. Raises Refusal."""
    if kind is ConsentKind.STUDY and not workshop.study:
        raise Refusal("This workshop is part of no study. Say in step 1 that it is, and who allowed it.")


def words_to_keep(rows: Rows, workshop: Workshop, kind: ConsentKind) -> str:
    """The words that are kept with an answer, as they were put: of a study with its wait and who allowed it."""
    if kind is not ConsentKind.STUDY:
        return consent_words(workshop, kind)
    return " ".join((*study_words(rows, key_of(workshop)), ON_THE_SECOND_SHEET))


def consent_words(workshop: Workshop, kind: ConsentKind) -> str:
    """What stands on the sheet, and is kept with the answer."""
    later = kept_for_later_until(workshop)
    who = first_name(workshop.facilitator) or UNSAID
    words = WORDING[kind].format(
        facilitator=who,
        until=day_month_year(kept_until(workshop)),
        line=LINE,
        later=f"{MONTHS[later.month - 1]} {later.year}",
        wait="",
    )
    return begun(words)
