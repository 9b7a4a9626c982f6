"""A new workshop like an earlier one: its wording, contacts, run sheet, measures and helpers, with the dates moved."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.typed_day import check_near
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.agreement import UsualTerms
from mat_desktop.workshop.answers.responses import Measure
from mat_desktop.workshop.pairing.nouns import CriterionWeight
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.safety import CrisisContact
from mat_desktop.workshop.setup import FollowUpPoint, RunSheetBlock, Workshop, due_on, months_after
from mat_desktop.workshop.text import clean_name

_SAME = (
    "facilitator",
    "facilitator_phone",
    "safety_words",
    "frequency",
    "contact_months",
    "trial_days",
    "second_person",
    "answers_reader",
    "second_entry",
    "card_words",
    "contacts_checked_on",
    "avoid_earlier",
    "headline",
    "begins_at",
    "home_heading",
    "authority",
    "authority_web",
    "answer_within",
    "authority_checked_on",
)
"""What a new workshop takes over as it stands."""
_MOVED = ("first_call_on", "phone_until", "kept_until")
"""Days that were chosen: they keep their distance from the day of the workshop."""
_TERMS = ("minutes", "who_dials", "how_we_listen", "confront_where", "missed_call", "holidays")


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """A workshop that can be taken as the pattern of a new one."""

    id: int
    title: str
    place: str
    time_zone: str
    held_on: date


@look
def earlier(rows: Rows) -> tuple[Earlier, ...]:
    """Every workshop there is, the last one first."""
    found = sorted(rows.kept(Workshop), key=lambda w: (w.held_on, key_of(w)), reverse=True)
    return tuple(
        Earlier(id=key_of(w), title=w.title, place=w.place, time_zone=w.time_zone, held_on=w.held_on) for w in found
    )


@deed(DeedKind.SETUP_REPEAT)
def repeat(work: Work, workshop_id: int, title: str, venue: str, held_on: date, time_zone: str) -> int:
    """A new workshop like this one, on another day; its meetings keep their distance from the day. Returns its id.

    Raises Refusal without a title, and for a day that is many years away.
    """
    pattern = work.rows.get(Workshop, workshop_id)
    kept = clean_name(title)
    if not kept:
        raise Refusal("Give the workshop a title, for example the name of the hall.")
    check_near(held_on, work.today)
    new = Workshop(kept, clean_name(venue), held_on, time_zone)
    for name in _SAME:
        setattr(new, name, getattr(pattern, name))
    new.typed_on = work.today
    for name in _MOVED:
        chosen = getattr(pattern, name)
        setattr(new, name, held_on + (chosen - pattern.held_on) if chosen is not None else None)
    named = pattern.headline_on is not None and work.today <= held_on
    new.headline_on = work.today if named else None
    new.points = [_moved(pattern, point, held_on) for point in pattern.points]
    new.blocks = [RunSheetBlock(b.position, b.title, b.minutes, b.step, b.droppable) for b in pattern.blocks]
    new.measures = [Measure(m.instrument, nobody_earns=m.nobody_earns) for m in pattern.measures]
    new.contacts = [CrisisContact(c.position, c.name, c.number, c.role) for c in pattern.contacts]
    work.rows.add(new)
    key = key_of(new)
    work.about(key)
    _take_wording(work, workshop_id, key)
    return key


def _moved(pattern: Workshop, point: FollowUpPoint, held_on: date) -> FollowUpPoint:
    """A meeting that was chosen some days from its due date is so many days from it again."""
    day = None
    if point.meeting_date is not None:
        day = months_after(held_on, point.months) + (point.meeting_date - due_on(pattern, point))
    return FollowUpPoint(point.months, day, point.meeting_time)


def _take_wording(work: Work, pattern_id: int, key: int) -> None:
    """The usual words of agreements, and what counts in pairing."""
    terms = work.rows.find(UsualTerms, workshop_id=pattern_id)
    if terms is not None:
        work.rows.add(UsualTerms(key, **{name: getattr(terms, name) for name in _TERMS}))
    weights = work.rows.all(CriterionWeight, workshop_id=pattern_id)
    work.rows.add_all([CriterionWeight(key, weight.criterion, weight.stop) for weight in weights])
