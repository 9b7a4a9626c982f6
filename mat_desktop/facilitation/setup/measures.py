"""Step 1: which questionnaires a workshop uses, and the one that is looked at first."""

from dataclasses import dataclass

from mat_desktop.facilitation.answers import shelf
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import Measure, Occasion, Response
from mat_desktop.workshop.followup import ANSWERED, FollowUp
from mat_desktop.workshop.outcomes.plan import StudyPlan
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import (
    GOALS,
    Workshop,
)

USUAL_MEASURES = ("phq-4",)
NOT_NAMED = ""
"""No measure is named in advance; the goals are looked at first then, and it is said that nobody chose them."""


@dataclass(frozen=True, kw_only=True)
class OfferedMeasure:
    """One questionnaire that a workshop can use."""

    instrument: str
    title: str
    licence: str
    permission: str
    asks_about_safety: bool
    offered: bool
    used: bool
    only_unpaid: bool
    """Whether its licence holds only where nobody earns by the workshop, so that this is asked."""


@deed(DeedKind.SETUP_MEASURE)
def use_measure(work: Work, workshop_id: int, instrument_id: str, *, on: bool, nobody_earns: bool = False) -> None:
    """Use an instrument in this workshop, or no longer.

    Raises Refusal where somebody must be named first, and where its licence holds only if nobody earns by the workshop
    and that was not said.
    """
    workshop = work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    found = next((m for m in workshop.measures if m.instrument == instrument_id), None)
    if on and found is None:
        instrument = shelf.instrument(work.rows, instrument_id)
        workshop.measures.append(Measure(instrument.id, nobody_earns=nobody_earns and instrument.only_unpaid))
        check_readers(work.rows, workshop)
        if instrument.only_unpaid and not nobody_earns:
            raise Refusal(
                f"{instrument.title} may be used only where nobody earns by the workshop ({instrument.licence}). Ask "
                f"{instrument.licence_holder} for leave, or choose another questionnaire."
            )
    elif not on and found is not None:
        workshop.measures.remove(found)


@deed(DeedKind.SETUP_HEADLINE)
def set_headline(work: Work, workshop_id: int, measure_key: str) -> None:
    """Name in advance the one measure to look at first; `NOT_NAMED` takes it back.

    Raises Refusal once an answer of any follow-up is in, whole or in part, where a sealed plan names it, and for a
    measure that is not used.
    """
    workshop = work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    plan = work.rows.find(StudyPlan, workshop_id=workshop_id)
    if plan is not None and plan.seal:
        raise Refusal("The plan of the study is sealed, and its measure with it. It stays as it is.")
    if _has_follow_up_answers(work.rows, workshop_id):
        raise Refusal("Answers have come in already. The headline measure is named before, or it says nothing.")
    if measure_key == NOT_NAMED:
        workshop.headline, workshop.headline_on = GOALS, None
        return
    if measure_key not in {GOALS, own_pages.COMPLAINTS, *(m.instrument for m in workshop.measures)}:
        raise Refusal("This measure is not used in this workshop. Choose it under Safety first.")
    workshop.headline, workshop.headline_on = measure_key, work.today


def _has_follow_up_answers(rows: Rows, workshop_id: int) -> bool:
    people = [p for (p,) in rows.values(Participant, ("id",), workshop_id=workshop_id)]
    begun = (f.levels or f.answers or f.state in ANSWERED for f in rows.all(FollowUp, participant_id=people))
    return any(begun) or bool(rows.values(Response, ("id",), participant_id=people, occasion=Occasion.LATER))


def check_readers(rows: Rows, workshop: Workshop) -> None:
    """Questions about wanting to die are asked only where a second person is there and somebody reads the answers.

    Raises Refusal where a measure asks them and one of the two is not named.
    """
    if workshop.second_person and workshop.answers_reader:
        return
    for measure in workshop.measures:
        found = shelf.instrument(rows, measure.instrument)
        if found.has_safety_item:
            raise Refusal(
                f"{found.title} asks about safety. Name the second person in the room, and who reads the answers "
                "before anybody leaves; then it can be used."
            )


@look
def measures(rows: Rows, workshop_id: int) -> tuple[OfferedMeasure, ...]:
    """Every questionnaire on the shelf, and whether this workshop uses it."""
    used = {m.instrument for m in rows.get(Workshop, workshop_id).measures}
    return tuple(
        OfferedMeasure(
            instrument=i.id,
            title=i.title,
            licence=i.licence,
            permission=i.permission,
            asks_about_safety=i.has_safety_item,
            offered=i.offered,
            used=i.id in used,
            only_unpaid=i.only_unpaid,
        )
        for i in shelf.everything(rows)
        if i.id not in own_pages.ALL
    )
