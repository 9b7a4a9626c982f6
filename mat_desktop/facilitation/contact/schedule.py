"""Agreed days: holidays and other pauses, a changed rhythm, the rota of a group of three, and the arms of a study."""

from dataclasses import dataclass
from datetime import date, timedelta

from mat_desktop.facilitation.contact.course import timetable
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.shown.words.contact import RESTS
from mat_desktop.facilitation.shown.words.setup import FREQUENCIES
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.contact.schedule import (
    USUAL_ARMS,
    Arm,
    ArmKind,
    FrequencyChange,
    Pause,
    Rest,
    Terms,
    sheet_days,
)
from mat_desktop.workshop.outcomes.plan import StudyPlan, is_allowed
from mat_desktop.workshop.outcomes.study import IN_NO_ARM, AllocationList
from mat_desktop.workshop.pairing.nouns import Partnership, people_of
from mat_desktop.workshop.participants.participant import Participant, outside_study
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Frequency, Workshop
from mat_desktop.workshop.text import clean_name, joined


@dataclass(frozen=True, kw_only=True)
class ScheduleView:
    """What decides the agreed days of one partnership. `arms` is empty outside a study."""

    names: str
    agreed: int
    first: date
    last: date
    pauses: tuple[tuple[int, str], ...]
    changes: tuple[tuple[int, str], ...]
    three: bool
    together: bool
    arm: int
    arms: tuple[tuple[int, str], ...]


@dataclass(frozen=True, kw_only=True)
class ArmView:
    """One arm of a study."""

    id: int
    kind: ArmKind
    label: str
    crossover_on: date | None
    partnerships: int


@look
def schedule(rows: Rows, partnership_id: int) -> ScheduleView:
    """What decides the agreed days of one partnership."""
    place = rows.get(Partnership, partnership_id)
    found = timetable(rows, place.workshop_id)
    standing = found.standing
    terms = found.terms(place)
    days = found.days(place)
    arms = found.arms if standing.workshop.study else {}
    return ScheduleView(
        names=joined([standing.name(m) for m in people_of(place)]),
        agreed=len(found.agreed(place)),
        first=days[0],
        last=days[-1],
        pauses=tuple((key_of(p), _pause_words(p)) for p in sorted(terms.pauses, key=lambda p: p.first_day)),
        changes=tuple((key_of(c), _change_words(c)) for c in sorted(terms.changes, key=lambda c: c.from_day)),
        three=len(place.members) == 3,
        together=place.together,
        arm=place.arm_id or 0,
        arms=tuple((key, arm.label) for key, arm in sorted(arms.items(), key=lambda item: item[1].position)),
    )


def _pause_words(pause: Pause) -> str:
    until = f"to {day_month_year(pause.last_day)}" if pause.last_day else "until further notice"
    return f"{begun(RESTS[pause.why])}: {day_month_year(pause.first_day)} {until}"


def _change_words(change: FrequencyChange) -> str:
    return f"From {day_month_year(change.from_day)}: {FREQUENCIES[change.frequency]}"


def _terms(work: Work, partnership_id: int) -> tuple[Partnership, Terms]:
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, *people_of(place))
    return place, timetable(work.rows, place.workshop_id).terms(place)


@deed(DeedKind.CONTACT_PAUSE)
def add_pause(work: Work, partnership_id: int, first: date, last: date | None, why: Rest = Rest.HOLIDAY) -> int:
    """No call is agreed on these days, both included; without a last day, until further notice. Returns the pause's id.

    Raises Refusal where they overlap or lie outside the term.
    """
    _, terms = _terms(work, partnership_id)
    _check_pause(terms, first, last)
    return key_of(work.rows.add(Pause(partnership_id, first, last, why)))


def _check_pause(terms: Terms, first: date, last: date | None) -> None:
    days = sheet_days(terms.workshop, terms.arm)
    if last is not None and last < first:
        raise Refusal("The last day lies before the first. Write them the other way round.")
    if first > days[-1] or (last or first) < days[0]:
        span = f"{day_month_year(days[0])} to {day_month_year(days[-1])}"
        raise Refusal(f"Calls are agreed from {span}; these days lie outside.")
    for other in terms.pauses:
        if first <= (other.last_day or date.max) and other.first_day <= (last or date.max):
            raise Refusal(f"That overlaps with “{_pause_words(other)}”. Remove that one first, or choose other days.")


@deed(DeedKind.CONTACT_NO_PAUSE)
def remove_pause(work: Work, pause_id: int) -> None:
    """These days are agreed again."""
    pause = work.rows.get(Pause, pause_id)
    _terms(work, pause.partnership_id)
    work.rows.remove(pause)


@deed(DeedKind.CONTACT_RHYTHM)
def change_frequency(work: Work, partnership_id: int, from_day: date, frequency: Frequency) -> int:
    """From this day on they agreed to talk in another rhythm. Returns the id of the change.

    Raises Refusal for a day outside the term of the calls.
    """
    place, terms = _terms(work, partnership_id)
    days = sheet_days(terms.workshop, terms.arm)
    if not days[0] <= from_day <= days[-1]:
        raise Refusal(f"Calls are agreed from {day_month_year(days[0])} to {day_month_year(days[-1])}.")
    held = work.rows.find(FrequencyChange, partnership_id=key_of(place), from_day=from_day)
    kept = held or work.rows.add(FrequencyChange(key_of(place), from_day, frequency))
    kept.frequency = frequency
    return key_of(kept)


@deed(DeedKind.CONTACT_NO_RHYTHM)
def remove_change(work: Work, change_id: int) -> None:
    """The rhythm of before goes on."""
    change = work.rows.get(FrequencyChange, change_id)
    _terms(work, change.partnership_id)
    work.rows.remove(change)


@deed(DeedKind.CONTACT_TOGETHER)
def talk_together(work: Work, partnership_id: int, *, on: bool) -> None:
    """All three on every call, or two at a time by rota."""
    place, _ = _terms(work, partnership_id)
    place.together = on


def rest_is_over(work: Work, partnership: Partnership) -> None:
    """A partnership on hold goes on; the days of rest stay out of the agreed days."""
    if partnership.held_on is not None and partnership.held_on < work.today:
        work.rows.add(Pause(key_of(partnership), partnership.held_on, work.today - timedelta(days=1), Rest.PAUSE))
    assert partnership.held_from is not None
    partnership.state, partnership.held_from, partnership.held_on = partnership.held_from, None, None


@deed(DeedKind.CONTACT_STUDY)
def set_study(work: Work, workshop_id: int, *, on: bool) -> None:
    """Only a workshop that is part of a study has arms; the usual four are there at once, to be renamed.

    Raises Refusal before it is typed who allowed the study, or that this is no research.
    """
    workshop = work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    if on and not is_allowed(work.rows.find(StudyPlan, workshop_id=workshop_id)):
        raise Refusal(
            "Before there are arms, type the ethics committee, its number, the day and the registry; or tick that this "
            "is no research."
        )
    workshop.study = on
    if on and not work.rows.all(Arm, workshop_id=workshop_id):
        work.rows.add_all(Arm(workshop_id, n, kind, words) for n, (kind, words) in enumerate(USUAL_ARMS))


@deed(DeedKind.CONTACT_ARM_LABEL)
def change_arm(work: Work, arm_id: int, label: str, crossover_on: date | None = None) -> None:
    """The words for an arm; a wait list has the day on which its calls begin.

    Raises Refusal without a name, for other words once the plan or the list of arms is sealed, and for a wait that ends
    before the workshop is over.
    """
    arm = work.rows.get(Arm, arm_id)
    work.about(arm.workshop_id)
    if not clean_name(label):
        raise Refusal("Give the arm a name.")
    workshop = work.rows.get(Workshop, arm.workshop_id)
    if crossover_on is not None and crossover_on <= workshop.held_on:
        raise Refusal("The waiting ends after the workshop day. Choose a later date.")
    words = clean_name(label)[:80]
    plan = work.rows.find(StudyPlan, workshop_id=arm.workshop_id)
    listed = work.rows.find(AllocationList, workshop_id=arm.workshop_id) is not None
    if words != arm.label and (listed or (plan is not None and plan.seal)):
        what = "The list of arms is sealed" if listed else "The plan is sealed"
        raise Refusal(f"{what}, and the words of the arms with it. They stay as they are.")
    arm.label, arm.crossover_on = words, crossover_on


@deed(DeedKind.CONTACT_ARM)
def choose_arm(work: Work, partnership_id: int, arm_id: int | None) -> None:
    """A partnership is in one arm, or in none; its agreed days follow.

    Raises Refusal where a sealed list decides, for an arm of another workshop, and where somebody said no to the study.
    """
    place, _ = _terms(work, partnership_id)
    if work.rows.find(AllocationList, workshop_id=place.workshop_id) is not None:
        raise Refusal("The arms come from the sealed list. Reveal this pair’s place in step 10, under Arms.")
    if arm_id and work.rows.get(Arm, arm_id).workshop_id != place.workshop_id:
        raise Refusal("This arm belongs to another workshop.")
    if arm_id and any(outside_study(work.rows.get(Participant, member)) for member in people_of(place)):
        raise Refusal(IN_NO_ARM)
    place.arm_id = arm_id or None


@look
def arms(rows: Rows, workshop_id: int) -> tuple[ArmView, ...]:
    """The arms of a study, in order; empty outside a study."""
    standing = stand(rows, workshop_id)
    if not standing.workshop.study:
        return ()
    found = sorted(rows.all(Arm, workshop_id=workshop_id), key=lambda a: a.position)
    return tuple(
        ArmView(
            id=key_of(a),
            kind=a.kind,
            label=a.label,
            crossover_on=a.crossover_on,
            partnerships=sum(p.arm_id == a.id for p in standing.agreed),
        )
        for a in found
    )
