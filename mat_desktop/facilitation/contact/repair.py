"""Repair talks at the agreed place: arranged, held or not, the one small change, and looking at it again."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from mat_desktop.facilitation.contact.course import course, known
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.contact.days import of_two
from mat_desktop.workshop.contact.protocol import Need, RepairTalk, TalkOutcome, need
from mat_desktop.workshop.pairing.nouns import Partnership, people_of
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import clean, clean_name


class TalkField(StrEnum):
    """What can be changed of a repair talk; each value is the name of its attribute."""

    PLANNED_ON = "planned_on"
    AT_TIME = "at_time"
    PLACE = "place"
    HELD_ON = "held_on"
    OUTCOME = "outcome"
    CHANGE = "change"
    CHECK_ON = "check_on"
    HELPED = "helped"


_LIMITS = {TalkField.AT_TIME: 40, TalkField.PLACE: 200, TalkField.CHANGE: 400}


@dataclass(frozen=True, kw_only=True)
class TalkView:
    """One repair talk."""

    id: int
    planned_on: date
    at_time: str
    place: str
    outcome: TalkOutcome | None
    held_on: date | None
    change: str
    check_on: date | None
    helped: bool | None


@dataclass(frozen=True, kw_only=True)
class RepairView:
    """What the log asks for, and the talks of one partnership, the latest first."""

    names: tuple[str, ...]
    need: Need | None
    agreed_place: str
    talks: tuple[TalkView, ...]


@look
def repair(rows: Rows, partnership_id: int) -> RepairView:
    """What the log of one partnership asks for, and its repair talks."""
    place = rows.get(Partnership, partnership_id)
    standing = stand(rows, place.workshop_id)
    found, days = course(rows, place.workshop_id), known(rows, place)
    talks = sorted(found.talks.get(partnership_id, []), key=lambda t: t.planned_on, reverse=True)
    agreement = standing.agreements.get(partnership_id)
    return RepairView(
        names=tuple(standing.name(m) for m in people_of(place)),
        need=need(found.agreed(place), of_two(days.marks, days.settled), talks),
        agreed_place=agreement.confront_where if agreement else "",
        talks=tuple(_view(t) for t in talks),
    )


def _view(talk: RepairTalk) -> TalkView:
    return TalkView(
        id=key_of(talk),
        planned_on=talk.planned_on,
        at_time=talk.at_time,
        place=talk.place,
        outcome=talk.outcome,
        held_on=talk.held_on,
        change=talk.change,
        check_on=talk.check_on,
        helped=talk.helped,
    )


@deed(DeedKind.CONTACT_ARRANGE)
def arrange(work: Work, partnership_id: int, day: date, at_time: str = "", where: str = "") -> int:
    """Arrange a repair talk and return its id. Raises Refusal where the last one has no outcome yet."""
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, *people_of(place))
    if any(t.outcome is None for t in work.rows.all(RepairTalk, partnership_id=partnership_id)):
        raise Refusal("A repair talk is arranged already. Say what became of it first, or change its day.")
    talk = RepairTalk(partnership_id, day, clean_name(at_time)[:40], clean_name(where), typed_on=work.today)
    return key_of(work.rows.add(talk))


@deed(DeedKind.CONTACT_TALK)
def change_talk(work: Work, talk_id: int, field: TalkField, value: Any) -> None:
    """Change the day, time, place, outcome, the small change, the date to check, or whether it helped.

    Raises Refusal for a date to look at it again that lies before the talk.
    """
    talk = work.rows.get(RepairTalk, talk_id)
    place = work.rows.get(Partnership, talk.partnership_id)
    work.about(place.workshop_id, *people_of(place))
    if field in _LIMITS:
        value = clean(str(value), _LIMITS[field])
    if field is TalkField.CHECK_ON and value is not None and value < (talk.held_on or talk.planned_on):
        raise Refusal("The date to look at it again lies before the talk.")
    if field is TalkField.OUTCOME:
        _judge(talk, TalkOutcome(value) if value else None, work.today)
        return
    setattr(talk, field.value, value)
    talk.typed_on = work.today


def _judge(talk: RepairTalk, outcome: TalkOutcome | None, today: date) -> None:
    talk.outcome, talk.typed_on = outcome, today
    took_place = outcome in (TalkOutcome.AGREED, TalkOutcome.NOT_SETTLED)
    talk.held_on = (talk.held_on or min(talk.planned_on, today)) if took_place else None


@deed(DeedKind.CONTACT_NO_TALK)
def remove_talk(work: Work, talk_id: int) -> None:
    """A talk that was arranged by mistake."""
    talk = work.rows.get(RepairTalk, talk_id)
    place = work.rows.get(Partnership, talk.partnership_id)
    work.about(place.workshop_id, *people_of(place))
    work.rows.remove(talk)
