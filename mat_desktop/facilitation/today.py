"""Today: where you stopped, what is due over all workshops, and the workshops with their journey."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mat_desktop.facilitation.desk import Desk, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.dates import checked_words
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.standing import Standing, current_step, key_of, progress, stand
from mat_desktop.workshop.contact import SILENT_DAYS
from mat_desktop.workshop.followup import FollowUpState
from mat_desktop.workshop.journey import TITLES, Progress, Step, number
from mat_desktop.workshop.pairing.nouns import PartnershipState, people_of
from mat_desktop.workshop.participants import ways_to_reach
from mat_desktop.workshop.safety import wants_check
from mat_desktop.workshop.setup import Workshop, first_day, last_day, meets_on, trial_over_on
from mat_desktop.workshop.text import joined

AHEAD_DAYS = 30


@dataclass(frozen=True)
class Due:
    """One thing that is due, all of one kind in one workshop together; `people` unfold."""

    workshop_id: int
    workshop: str
    icon: str
    title: str
    detail: str
    day: date
    step: Step | None
    action: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class Card:
    """One workshop with its ten-part strip."""

    id: int
    title: str
    held_on: date
    people: int
    progress: tuple[Progress, ...]
    current: Step
    saying: str


@dataclass(frozen=True)
class CarryOn:
    """Where the facilitator stopped."""

    workshop_id: int
    title: str
    step: Step
    person_id: int | None
    done: Progress
    saying: str


@dataclass(frozen=True)
class TodayView:
    """The whole page."""

    day: date
    carry_on: CarryOn | None
    due: tuple[Due, ...]
    workshops: tuple[Card, ...]
    finished: tuple[Card, ...]
    event: str


def today(desk: Desk) -> TodayView:
    """Read everything that the Today page shows."""
    day = desk.clock.today()
    place = desk.archive.place()
    standings = _all_workshops(desk)
    cards = [_card(s, day) for s in standings]
    here = next((s for s in standings if place and s.workshop.id == place.workshop_id), None)
    event = next((s for s in standings if _is_event_day(s.workshop, day)), None)
    open_ones = [s for s in standings if not s.workshop.finished]
    asked = [event] if event is not None else open_ones
    due = sorted((item for s in asked for item in _due(s, day)), key=lambda item: (item.day, item.title))
    return TodayView(
        day,
        _carry_on(here, place.step, place.person_id, day) if here is not None and place is not None else None,
        tuple(due),
        tuple(c for s, c in zip(standings, cards, strict=True) if not s.workshop.finished),
        tuple(c for s, c in zip(standings, cards, strict=True) if s.workshop.finished),
        event.workshop.title if event is not None else "",
    )


@look
def _all_workshops(rows: Rows) -> list[Standing]:
    found = [stand(rows, key_of(w)) for w in rows.all(Workshop)]
    return sorted(found, key=lambda s: s.workshop.held_on, reverse=True)


@look
def rail(rows: Rows, workshop_id: int, day: date) -> dict[Step, Progress]:
    """How far each step of one workshop has come."""
    return progress(stand(rows, workshop_id), day)


def _is_event_day(workshop: Workshop, day: date) -> bool:
    """Whether the workshop or one of its meetings is on this day."""
    return workshop.held_on == day or any(meets_on(workshop, point) == day for point in workshop.points)


def _card(standing: Standing, day: date) -> Card:
    workshop, found = standing.workshop, progress(standing, day)
    step = current_step(standing, day)
    saying = f"Step {number(step)}: {TITLES[step]}"
    if step is Step.CONTACT and first_day(workshop) <= day <= last_day(workshop):
        weeks = (last_day(workshop) - first_day(workshop)).days // 7 + 1
        saying = f"Step 7: Week {(day - first_day(workshop)).days // 7 + 1} of {weeks}"
    return Card(
        key_of(workshop),
        workshop.title,
        workshop.held_on,
        len(standing.coming),
        tuple(found[s] for s in Step),
        step,
        saying,
    )


def _carry_on(standing: Standing, step: Step, person_id: int | None, day: date) -> CarryOn:
    found = progress(standing, day)[step]
    name = standing.name(person_id) if person_id else ""
    saying = f"{found.done} of {found.total} done." if found.total > 1 else ""
    if name:
        saying = f"{saying} You were with {name.rstrip('.')}.".strip()
    return CarryOn(key_of(standing.workshop), standing.workshop.title, step, person_id, found, saying)


def _due(standing: Standing, day: date) -> list[Due]:
    kinds: Sequence[Callable[[Standing, date], list[Due]]] = (
        _cards_due,
        _event_due,
        _contacts_due,
        _screening_due,
        _asking_due,
        _agreements_due,
        _trial_due,
        _logs_due,
        _follow_ups_due,
    )
    return [item for kind in kinds for item in kind(standing, day)]


def _item(
    standing: Standing, icon: str, title: str, detail: str, day: date, step: Step, action: str, *people: str
) -> Due:
    workshop = standing.workshop
    return Due(key_of(workshop), workshop.title, icon, title, detail, day, step, action, people)


def _soon(day: date, when: date) -> bool:
    return when - day <= timedelta(days=AHEAD_DAYS)


def _cards_due(standing: Standing, day: date) -> list[Due]:
    """Open safety cards, before everything else."""
    people = [p for p in standing.people if p.id in standing.open_cards]
    if not people:
        return []
    cards = counted(len(people), "safety card")
    title = f"{cards} open" if len(people) > 1 else "A safety card is open"
    names = [f"{p.name}: {ways_to_reach(p)}" for p in people]
    return [_item(standing, "triangle-alert", title, "Act today", day, Step.SCREENING, "Open", *names)]


def _contacts_due(standing: Standing, day: date) -> list[Due]:
    """Dial the crisis contacts again: before the day, and a month before they are a year old."""
    workshop = standing.workshop
    checked = workshop.contacts_checked_on
    ahead = day <= workshop.held_on and _soon(day, workshop.held_on)
    under_way = checked is not None and workshop.held_on < day <= last_day(workshop)
    if not (ahead or under_way) or not wants_check(checked, day):
        return []
    title, detail = "Check the crisis contacts", checked_words(checked)
    return [_item(standing, "phone-call", title, detail, day, Step.SETUP, "Open")]


def _event_due(standing: Standing, day: date) -> list[Due]:
    held_on = standing.workshop.held_on
    if not day <= held_on or not _soon(day, held_on):
        return []
    coming = counted(len(standing.coming), "person", "people")
    title = "The workshop is today" if held_on == day else "The workshop"
    step = Step.SETUP if held_on == day else Step.PARTICIPANTS
    return [_item(standing, "calendar-days", title, f"{coming} expected", held_on, step, "Open")]


def _screening_due(standing: Standing, day: date) -> list[Due]:
    workshop = standing.workshop
    todo = [p for p in standing.coming if standing.outcome(key_of(p)) is None]
    if not todo or not _soon(day, workshop.held_on) or standing.agreed:
        return []
    title = f"Screening talk with {counted(len(todo), 'person', 'people')}"
    names = [f"{p.name}: {ways_to_reach(p)}" for p in todo]
    return [
        _item(
            standing,
            "clipboard-check",
            title,
            "Before pairs are made",
            workshop.held_on,
            Step.SCREENING,
            "Open",
            *names,
        )
    ]


def _asking_due(standing: Standing, day: date) -> list[Due]:
    """Pairs that were confirmed on the board and of whom somebody is still to be asked alone."""
    asked = [p for p in standing.live if p.state is PartnershipState.ASKED]
    if not asked:
        return []
    names = [joined([standing.name(m) for m in people_of(p)]) for p in asked]
    title = f"{counted(len(asked), 'pair')} still to be asked"
    return [_item(standing, "message-square-quote", title, "Each person alone", day, Step.PAIRING, "Open", *names)]


def _agreements_due(standing: Standing, day: date) -> list[Due]:
    start = first_day(standing.workshop)
    todo = [
        p for p in standing.agreed if (found := standing.agreements.get(key_of(p))) is None or found.signed_on is None
    ]
    if not todo or not _soon(day, start):
        return []
    names = [joined([standing.name(m) for m in people_of(p)]) for p in todo]
    title = f"{counted(len(todo), 'agreement')} to be signed"
    return [_item(standing, "file-pen-line", title, "Before the first call", start, Step.AGREEMENT, "Open", *names)]


def _trial_due(standing: Standing, day: date) -> list[Due]:
    on_trial = [p for p in standing.agreed if p.state is PartnershipState.TRIAL]
    when = min((trial_over_on(standing.workshop, p.confirmed_on) for p in on_trial), default=day)
    todo = [p for p in on_trial if _soon(day, trial_over_on(standing.workshop, p.confirmed_on))]
    if not todo:
        return []
    names = [joined([standing.name(m) for m in people_of(p)]) for p in todo]
    title = f"Trial check of {counted(len(todo), 'partnership')}"
    return [_item(standing, "heart-handshake", title, "Ask each person alone", when, Step.CONTACT, "Open", *names)]


def _logs_due(standing: Standing, day: date) -> list[Due]:
    workshop = standing.workshop
    start, end = first_day(workshop), last_day(workshop)
    silent = [
        p
        for p in standing.agreed
        if start + timedelta(days=SILENT_DAYS) <= day
        and (p.last_known_day or start) < min(day, end) - timedelta(days=SILENT_DAYS)
    ]
    if not silent:
        return []
    people = [standing.person(m) for p in silent for m in people_of(p)]
    names = [f"{p.name}: {ways_to_reach(p)}" for p in people]
    title = f"Call logs not back: {counted(len(silent), 'partnership')}"
    when = min((p.last_known_day or start) for p in silent) + timedelta(days=SILENT_DAYS)
    return [_item(standing, "clock-alert", title, "Ask for the sheets", when, Step.CONTACT, "Enter", *names)]


def _follow_ups_due(standing: Standing, day: date) -> list[Due]:
    found = []
    for point in standing.workshop.points:
        step = {6: Step.SIX_MONTHS, 12: Step.ONE_YEAR}.get(point.months)
        meeting = meets_on(standing.workshop, point)
        if step is None or not standing.began or not _soon(day, meeting):
            continue
        todo = [p for p in standing.began if _is_open(standing, p, point.months)]
        if not todo:
            continue
        title = TITLES[step]
        if day <= meeting:
            title = f"{title} meeting, {counted(len(standing.began), 'person', 'people')}"
            found.append(_item(standing, "calendar-clock", title, "Print the handouts", meeting, step, "Open"))
        else:
            names = [f"{standing.name(p)}: {ways_to_reach(standing.person(p))}" for p in todo]
            title = f"{title}: {counted(len(todo), 'person', 'people')} not heard from"
            found.append(
                _item(
                    standing,
                    "clock-alert",
                    title,
                    "Enter the sheet, or try to reach them",
                    meeting,
                    step,
                    "Open",
                    *names,
                )
            )
    return found


def _is_open(standing: Standing, person: int, months: int) -> bool:
    found = standing.follow_ups.get((person, months))
    return found is None or found.state is FollowUpState.DUE
