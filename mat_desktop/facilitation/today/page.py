"""Today: where you stopped, what is due over all workshops, and the workshops with their journey."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.desk import Desk, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.promises.views import PromiseView, in_order
from mat_desktop.facilitation.remembered import remembered
from mat_desktop.facilitation.shown.dates import week_words
from mat_desktop.facilitation.standing import progress, stand
from mat_desktop.facilitation.today.digest import Digest, digests
from mat_desktop.facilitation.today.due.item import DueItem, is_done_by_word, months_of, step_of, unnamed
from mat_desktop.facilitation.today.due.words import KINDS
from mat_desktop.workshop.journey import TITLES, Progress, Step, number
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.today import DueKey, DueKind

_EVERYWHERE = (DueKind.CARD, DueKind.DIED)
"""What is shown on the day of another event too."""
_HURTS = (*_EVERYWHERE, DueKind.UNREAD)
_HELD = (DueKind.DAY, DueKind.MEETING, DueKind.FOLLOW_UP)


@dataclass(frozen=True, kw_only=True)
class DueEntry:
    """One thing within a row: about whom, how to reach them, and whether it can be put off."""

    key: DueKey
    who: str
    ways: str
    day: date
    person: int
    months: int
    can_wait: bool
    done_by_word: bool


@dataclass(frozen=True, kw_only=True)
class Due:
    """What is due of one kind in one workshop, together; its entries unfold."""

    workshop_id: int
    workshop: str
    icon: str
    title: str
    detail: str
    day: date
    step: Step
    action: str
    entries: tuple[DueEntry, ...]
    kind: DueKind


@dataclass(frozen=True, kw_only=True)
class Promised:
    """One promised call that is due, with its workshop."""

    workshop_id: int
    workshop: str
    second_person: str
    """With whom a missed safety call is talked over."""
    call: PromiseView


@dataclass(frozen=True, kw_only=True)
class WorkshopCard:
    """One workshop with its ten-part strip."""

    id: int
    title: str
    held_on: date
    people: int
    progress: tuple[Progress, ...]
    current: Step
    saying: str


@dataclass(frozen=True, kw_only=True)
class CarryOn:
    """Where the facilitator stopped."""

    workshop_id: int
    title: str
    step: Step
    person_id: int | None
    done: Progress
    saying: str


@dataclass(frozen=True, kw_only=True)
class TodayView:
    """The whole page."""

    day: date
    carry_on: CarryOn | None
    due: tuple[Due, ...]
    workshops: tuple[WorkshopCard, ...]
    finished: tuple[WorkshopCard, ...]
    event: str
    event_id: int
    """The workshop of which an event is today, 0 on other days.

    Then other eyes are about: no name stands in a list, and no title of another workshop, before it is asked for."""
    promised: tuple[Promised, ...]
    """Every promised call that is due, what is about safety first; on the day of an event that event's only."""
    promised_elsewhere: int
    """How many more are due in other workshops, on the day of an event: a number, and no title."""


def today(desk: Desk) -> TodayView:
    """Read everything that the Today page shows."""
    day = desk.clock.today()
    found = sorted(digests(desk), key=lambda d: (d.held_on, d.id), reverse=True)
    open_ones = [d for d in found if not d.finished]
    event = next((d for d in open_ones if day in d.event_days), None)
    due = [row for d in found for row in _rows(d, day, event)]
    calls = [_promised(d, call) for d in open_ones for call in d.promises if call.is_due(day)]
    here = [call for call in calls if event is None or call.workshop_id == event.id]
    return TodayView(
        day=day,
        carry_on=_carry_on(desk, found, day, event),
        due=tuple(sorted(due, key=lambda row: (_comes(row, day), row.day, row.title))),
        workshops=tuple(_card(d, day) for d in open_ones),
        finished=tuple(_card(d, day) for d in found if d.finished),
        event=event.title if event is not None else "",
        event_id=event.id if event is not None else 0,
        promised=tuple(sorted(here, key=lambda one: in_order(one.call))),
        promised_elsewhere=len(calls) - len(here),
    )


def _comes(row: Due, day: date) -> int:
    """What hurts comes first, then what is held today, then everything else by its day."""
    if row.kind in _HURTS:
        return 0
    return 1 if row.kind in _HELD and row.day == day else 2


def _promised(found: Digest, call: PromiseView) -> Promised:
    return Promised(workshop_id=found.id, workshop=found.title, second_person=found.second_person, call=call)


@look
@remembered
def rail(rows: Rows, workshop_id: int, day: date) -> dict[Step, Progress]:
    """How far each step of one workshop has come.

    Remembered: the rail is drawn on every page and after every deed, and looks at every participant.
    """
    return progress(stand(rows, workshop_id), day)


def _card(found: Digest, day: date) -> WorkshopCard:
    step = found.current(day)
    saying = f"Step {number(step)}: {TITLES[step]}"
    week = week_words(found.first_day, found.last_day, day)
    if step is Step.CONTACT and week:
        saying = f"Step 7: {week}"
    steps = tuple(found.progress(day).values())
    return WorkshopCard(
        id=found.id,
        title=found.title,
        held_on=found.held_on,
        people=found.people,
        progress=steps,
        current=step,
        saying=saying,
    )


def _carry_on(desk: Desk, found: Sequence[Digest], day: date, event: Digest | None) -> CarryOn | None:
    place = desk.archive.place()
    here = next((d for d in found if place is not None and d.id == place.workshop_id), None)
    if here is None or place is None:
        return None
    done = here.progress(day)[place.step]
    name = _name(desk, place.person_id) if place.person_id and event is None else ""
    saying = f"{done.done} of {done.total} done." if done.total > 1 else ""
    if name:
        saying = f"{saying} You were with {name.rstrip('.')}.".strip()
    return CarryOn(
        workshop_id=here.id,
        title=_title(here, event),
        step=place.step,
        person_id=place.person_id,
        done=done,
        saying=saying,
    )


@look
def _name(rows: Rows, person_id: int) -> str:
    person = rows.find(Participant, id=person_id)
    return person.name if person is not None and person.died_on is None else ""


def _title(found: Digest, event: Digest | None) -> str:
    """How a workshop is called: on the day of an event no other one by its title."""
    return found.title if event is None or found is event else "Another workshop"


def _rows(found: Digest, day: date, event: Digest | None) -> list[Due]:
    """What is open on a day, one row for each kind; on the day of an event no more of others than what hurts."""
    only_urgent = event is not None and found is not event
    kinds: dict[tuple[DueKind, int], list[DueItem]] = {}
    for item in found.items:
        shown = item.opens <= day and (item.closes is None or day <= item.closes)
        if shown and (item.kind in _EVERYWHERE or not only_urgent):
            kinds.setdefault((item.kind, months_of(item)), []).append(item)
    return [_row(found, kind, of_kind, day, event) for (kind, _), of_kind in kinds.items()]


def _row(found: Digest, kind: DueKind, items: Sequence[DueItem], day: date, event: Digest | None) -> Due:
    words, first = KINDS[kind], items[0]
    many = len(items) > 1
    who = first.who if event is None else unnamed(first)
    title = (words.many if many else words.one).format(n=len(items), who=who, note=first.note)
    if kind is DueKind.DAY and found.held_on == day:
        title = "The workshop is today"
    detail = words.detail.format(note=first.note)
    step = Step.SETUP if kind is DueKind.DAY and found.held_on == day else step_of(first)
    entries = tuple(_entry(item, day, can_wait=words.can_wait) for item in items if item.who)
    due = min(_due(item, day) for item in items)
    return Due(
        workshop_id=found.id,
        workshop=_title(found, event),
        icon=words.icon,
        title=title,
        detail=detail,
        day=due,
        step=step,
        action=words.action,
        entries=entries,
        kind=kind,
    )


def _entry(item: DueItem, day: date, *, can_wait: bool) -> DueEntry:
    said = [
        item.note if item.kind in (DueKind.RATING, DueKind.HAPPENED) else "",
        f"Put off: {item.put_off}" if item.put_off else "",
    ]
    ways = ". ".join(part for part in (item.ways, *said) if part)
    months, by_word = months_of(item), is_done_by_word(item)
    return DueEntry(
        key=item.key,
        who=item.who,
        ways=ways,
        day=_due(item, day),
        person=item.person,
        months=months,
        can_wait=can_wait,
        done_by_word=by_word,
    )


def _due(item: DueItem, day: date) -> date:
    """What is always to be done at once has no date of its own."""
    return day if item.due == date.min else item.due
