"""Requests about the own record: what somebody asked for, until when they have an answer, and that they had it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.library import answer_by, authority_of
from mat_desktop.workshop.participants.erasure import ErasureRequest
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.participants.record import RecordRequest, RequestKind
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop

ASKED: dict[RequestKind, str] = {
    RequestKind.ACCESS: "see what is kept",
    RequestKind.CORRECTION: "have something put right",
}
"""What somebody asked for, after "asked to"."""
ERASURE = "be erased"


@dataclass(frozen=True, kw_only=True)
class RequestView:
    """One request of one person, and the last day on which an answer is in time."""

    id: int
    asked: str
    asked_on: date
    answer_by: date
    done_on: date | None


@dataclass(frozen=True, kw_only=True)
class RequestLine:
    """One request as it stands in the list of all; the name is empty once the person is erased."""

    name: str
    asked: str
    asked_on: date
    answer_by: date
    done_on: date | None


@deed(DeedKind.PARTICIPANTS_ASK_RECORD)
def ask(work: Work, person_id: int, kind: RequestKind) -> int:
    """Keep that somebody asked today. Returns the id of the request. Raises Refusal while the same one is open."""
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    if work.rows.all(RecordRequest, participant_id=person_id, kind=kind, done_on=None):
        raise Refusal(f"{person.name} asked to {ASKED[kind]} already, and is still to be answered.")
    return key_of(work.rows.add(RecordRequest(person.workshop_id, person_id, kind, work.today)))


@deed(DeedKind.PARTICIPANTS_ANSWER_RECORD)
def answered(work: Work, request_id: int) -> None:
    """The person has the answer: Today asks no more. Raises Refusal where that was so before."""
    request = work.rows.get(RecordRequest, request_id)
    work.about(request.workshop_id, request.participant_id)
    if request.done_on is not None:
        raise Refusal("This was answered already.")
    request.done_on = work.today


@look
def requests_of(rows: Rows, person_id: int) -> tuple[RequestView, ...]:
    """What one person asked for, the latest first."""
    workshop = rows.get(Workshop, rows.get(Participant, person_id).workshop_id)
    within = authority_of(workshop).within
    found = sorted(rows.all(RecordRequest, participant_id=person_id), key=lambda r: (r.asked_on, key_of(r)))
    return tuple(
        RequestView(
            id=key_of(r),
            asked=ASKED[r.kind],
            asked_on=r.asked_on,
            answer_by=answer_by(r.asked_on, within),
            done_on=r.done_on,
        )
        for r in reversed(found)
    )


def lines(rows: Rows, workshop: Workshop, names: dict[int, str]) -> tuple[RequestLine, ...]:
    """Every request of a workshop with its days, those to be erased among them, by the day on which it was made."""
    key, within = key_of(workshop), authority_of(workshop).within
    seen = [
        _line(r, ASKED[r.kind], answer_by(r.asked_on, within), names) for r in rows.all(RecordRequest, workshop_id=key)
    ]
    erasures = rows.all(ErasureRequest, workshop_id=key, whole=False)
    gone = [_line(r, ERASURE, answer_by(r.asked_on, within), names) for r in erasures]
    return tuple(sorted([*seen, *gone], key=lambda line: (line.asked_on, line.name, line.asked)))


def _line(request: RecordRequest | ErasureRequest, asked: str, until: date, names: dict[int, str]) -> RequestLine:
    name = names.get(request.participant_id or 0, "") if request.done_on is None or asked != ERASURE else ""
    return RequestLine(name=name, asked=asked, asked_on=request.asked_on, answer_by=until, done_on=request.done_on)


def still_open(requests: Sequence[RecordRequest]) -> list[RecordRequest]:
    """Those that somebody still waits for; who is erased waits for nothing."""
    return [r for r in requests if r.done_on is None and r.participant_id is not None]
