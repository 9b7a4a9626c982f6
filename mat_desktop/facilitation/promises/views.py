"""What is promised: of one workshop over all days, and as Today and the contact line show it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.promises.keeping import PromiseKey
from mat_desktop.facilitation.promises.planned import planned
from mat_desktop.facilitation.shown.dates import short, until
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.participants.calling import first_name
from mat_desktop.workshop.participants.participant import ways_to_reach
from mat_desktop.workshop.promises import (
    Instead,
    Promise,
    PromiseState,
    asks_instead,
    due_from,
    is_open,
)

AT_A_TIME = 3
"""So many promises are shown at once: more would be a list to look away from."""


@dataclass(frozen=True, kw_only=True)
class PromiseView:
    """One promised call as a list shows it: whom, how, by when; never why."""

    which: PromiseKey
    person: int
    who: str
    phone: str
    ways: str
    opens: date
    due: date
    closes: date | None
    by_week: bool
    safety: bool
    attempts: int
    tried_on: date | None
    asks_instead: bool
    instead: Instead | None

    def is_due(self, day: date) -> bool:
        """Whether it stands on Today on a day."""
        return self.opens <= day and (self.closes is None or day <= self.closes)


def owed(rows: Rows, workshop_id: int) -> tuple[PromiseView, ...]:
    """Every open promise of one workshop, over all days: safety first, then by its day."""
    standing = stand(rows, workshop_id)
    people = [key_of(p) for p in standing.people]
    held = rows.kept(Promise, participant_id=people)
    views = [_view(standing, one) for one in held if is_open(one)]
    views += [
        replace(
            _bare(standing, one.person),
            which=PromiseKey(person_id=one.person, partnership_id=one.partnership, reason=one.reason),
            opens=one.opens,
            due=one.due,
            closes=one.closes,
            by_week=one.opens < one.due,
        )
        for one in planned(rows, standing, held)
    ]
    alive = [view for view in views if standing.person(view.person).died_on is None]
    return tuple(sorted(alive, key=in_order))


def in_order(view: PromiseView) -> tuple[bool, date, str, int]:
    """What hurts comes first, then what was promised earlier."""
    return not view.safety, view.due, view.who.casefold(), view.which.promise_id


def _bare(standing: Standing, person: int) -> PromiseView:
    about = standing.person(person)
    return PromiseView(
        which=PromiseKey(),
        person=person,
        who=about.name,
        phone=about.phone,
        ways=ways_to_reach(about),
        opens=date.min,
        due=date.min,
        closes=None,
        by_week=False,
        safety=False,
        attempts=0,
        tried_on=None,
        asks_instead=False,
        instead=None,
    )


def _view(standing: Standing, promise: Promise) -> PromiseView:
    return replace(
        _bare(standing, promise.participant_id),
        which=PromiseKey(
            promise_id=key_of(promise),
            person_id=promise.participant_id,
            partnership_id=promise.partnership_id or 0,
            reason=promise.reason,
        ),
        opens=due_from(promise),
        due=promise.due_on,
        by_week=promise.by_week,
        safety=promise.safety,
        attempts=promise.attempts,
        tried_on=promise.tried_on,
        asks_instead=asks_instead(promise),
        instead=promise.instead,
    )


def by_when(view: PromiseView, day: date) -> str:
    """By when it was promised, from a day: `by today`, `by Thu 3 May`, `this week, by Sun 6 May`, `2 days overdue`."""
    if view.due < day:
        return until(view.due, day)
    when = "today" if view.due == day else short(view.due)
    return f"this week, by {when}" if view.by_week else f"by {when}"


def tried_words(view: PromiseView) -> str:
    """How often it was tried, on different days; empty where it was not."""
    if not view.attempts:
        return ""
    return f"Not reached on {view.attempts} {'day' if view.attempts == 1 else 'days'}"


MOVED_WORDS = "“{name}, I said that I would phone by {before}. It will be {after}. Is that all right for you?”"


def moved_words(view: PromiseView, day: date) -> str:
    """What is said to somebody whose call is moved."""
    return MOVED_WORDS.format(name=first_name(view.who), before=short(view.due), after=short(day))


def waiting_names(views: Sequence[PromiseView]) -> list[str]:
    """Who waits for a call that was promised to them; calls that only go with a partnership are left out."""
    return list(dict.fromkeys(view.who for view in views if view.which.promise_id))


ENDINGS = {
    PromiseState.KEPT: "kept",
    PromiseState.CALLED_OFF: "called off",
    PromiseState.NOT_REACHED: "could not reach",
}


def ended_words(promise: Promise) -> str:
    """One promise in the contact line: when it was made, by when, what became of it. Never what was said, or why."""
    by = "in the week to" if promise.by_week else "by"
    words = f"A call promised, {by} {short(promise.due_on)}"
    tried = f"; not reached on {promise.attempts} {'day' if promise.attempts == 1 else 'days'}"
    return words + (tried if promise.attempts else "") + (f"; {ENDINGS[promise.state]}" if not is_open(promise) else "")
