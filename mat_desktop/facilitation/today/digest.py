"""What Today needs of each workshop, worked out once after its last deed, so that a hundred open as fast as one."""

from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from mat_desktop.facilitation.contact.course import timetable
from mat_desktop.facilitation.desk import Desk, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.promises.keeping import PromiseKey
from mat_desktop.facilitation.promises.views import PromiseView, owed
from mat_desktop.facilitation.standing import key_of, progress, stand
from mat_desktop.facilitation.today.due.item import DueItem
from mat_desktop.facilitation.today.due.items import items
from mat_desktop.workshop.journey import DAY_STEPS, Progress, Step
from mat_desktop.workshop.promises import Instead, PromiseReason
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop, first_day, last_day, meets_on
from mat_desktop.workshop.today import read_due_key

BEFORE_PAIRS = (Step.SETUP, Step.PARTICIPANTS, Step.SCREENING)
_DATES = ("opens", "due", "closes")
_PROMISED = (*_DATES, "tried_on")


@dataclass(frozen=True, kw_only=True)
class Digest:
    """One workshop in short. Nothing here depends on the day on which it is read."""

    id: int
    title: str
    held_on: date
    finished: bool
    people: int
    first_day: date
    last_day: date
    event_days: tuple[date, ...]
    counts: tuple[Progress, ...]
    items: tuple[DueItem, ...]
    promises: tuple[PromiseView, ...]
    second_person: str

    def progress(self, day: date) -> dict[Step, Progress]:
        """How far each step has come on a day: contact is done only when its months are over."""
        found = dict(zip(Step, self.counts, strict=True))
        if day < self.last_day:
            found[Step.CONTACT] = Progress(0, found[Step.CONTACT].total)
        return found

    def current(self, day: date) -> Step:
        """The first step that is not finished.

        After the day nothing waits any more for what comes before pairs, nor for somebody who found no partner; once
        the agreed time is over, for nothing of the day.
        """
        found = self.progress(day)
        passed: tuple[Step, ...] = ()
        if day > self.last_day:
            passed = DAY_STEPS
        elif day > self.held_on:
            passed = (*BEFORE_PAIRS, Step.PAIRING) if found[Step.PAIRING].done else BEFORE_PAIRS
        return next((step for step in Step if step not in passed and not found[step].finished), Step.OUTCOMES)


def digests(desk: Desk) -> list[Digest]:
    """Every workshop in short; those that changed since are worked out again."""
    known = desk.archive.digests()
    present = _present(desk)
    fresh = {key: _made(desk, key) for key in present if key not in known}
    with suppress(Refusal):  # kept for speed alone: Today opens on a full disk too
        desk.archive.keep_digests({key: _plain(found) for key, found in fresh.items()})
    return [fresh[key] if key in fresh else _lively(known[key]) for key in present]


@look
def _present(rows: Rows) -> list[int]:
    return [key for (key,) in rows.values(Workshop, ("id",))]


@look
def _made(rows: Rows, workshop_id: int) -> Digest:
    standing = stand(rows, workshop_id)
    workshop = standing.workshop
    met = {workshop.held_on, *(meets_on(workshop, p) for p in workshop.points)}
    met |= {m.day for m in timetable(rows, workshop_id).meetings}
    found = progress(standing, last_day(workshop))
    return Digest(
        id=key_of(workshop),
        title=workshop.title,
        held_on=workshop.held_on,
        finished=workshop.finished,
        people=len(standing.coming),
        first_day=first_day(workshop),
        last_day=last_day(workshop),
        event_days=tuple(sorted(met)),
        counts=tuple(found[step] for step in Step),
        items=items(rows, workshop_id),
        promises=() if workshop.finished else owed(rows, workshop_id),
        second_person=workshop.second_person,
    )


def _plain(found: Digest) -> dict[str, Any]:
    """The digest as plain JSON values."""
    body = asdict(replace(found, items=(), counts=(), promises=()))
    for name in ("held_on", "first_day", "last_day"):
        body[name] = body[name].isoformat()
    body["event_days"] = [day.isoformat() for day in found.event_days]
    body["counts"] = [[p.done, p.total] for p in found.counts]
    body["items"] = [_plain_item(item) for item in found.items]
    body["promises"] = [_plain_promise(promise) for promise in found.promises]
    return body


def _plain_promise(promise: PromiseView) -> dict[str, Any]:
    body = asdict(promise)
    return {**body, **{name: body[name].isoformat() if body[name] else None for name in _PROMISED}}


def _plain_item(item: DueItem) -> dict[str, Any]:
    body = asdict(item)
    return {**body, "key": str(item.key), **{name: body[name].isoformat() if body[name] else None for name in _DATES}}


def _lively(body: dict[str, Any]) -> Digest:
    """The digest from plain JSON values."""
    days = {name: date.fromisoformat(body[name]) for name in ("held_on", "first_day", "last_day")}
    return Digest(
        **{
            **body,
            **days,
            "event_days": tuple(date.fromisoformat(day) for day in body["event_days"]),
            "counts": tuple(Progress(*pair) for pair in body["counts"]),
            "items": tuple(_lively_item(item) for item in body["items"]),
            "promises": tuple(_lively_promise(promise) for promise in body["promises"]),
        }
    )


def _lively_item(body: dict[str, Any]) -> DueItem:
    dates: dict[str, Any] = {name: date.fromisoformat(body[name]) if body[name] else None for name in _DATES}
    told = {name: body[name] for name in ("who", "person", "note", "ways", "put_off")}
    return DueItem(key=read_due_key(body["key"]), **told, **dates)


def _lively_promise(body: dict[str, Any]) -> PromiseView:
    dates: dict[str, Any] = {name: date.fromisoformat(body[name]) if body[name] else None for name in _PROMISED}
    which = PromiseKey(**{**body["which"], "reason": PromiseReason(body["which"]["reason"])})
    instead = Instead(body["instead"]) if body["instead"] else None
    return PromiseView(**{**body, **dates, "which": which, "instead": instead})
