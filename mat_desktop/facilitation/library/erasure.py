"""Erasing one person: the wish and its days, the erasing, and the certificate of what was reached and what was not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.contact.happenings import ENDED_BY
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Desk, Work, deed, look
from mat_desktop.facilitation.ports import Erasure, Fact, Note, Rows
from mat_desktop.facilitation.printed.library.handed_over import Certificate
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.contact.happenings import Happened
from mat_desktop.workshop.library import authority_of
from mat_desktop.workshop.pairing.nouns import Member, people_of
from mat_desktop.workshop.participants.calling import called_of, first_name
from mat_desktop.workshop.participants.erasure import WAIT, ErasureRequest
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.safety import SafetyCard, is_open
from mat_desktop.workshop.setup import Workshop

_LAST_FIGURES = 2


@dataclass(frozen=True)
class Proof:
    """What she types beside the name, so that nobody is taken for a namesake. Without a phone number, none is asked."""

    table_number: str
    last_figures: str


@dataclass(frozen=True, kw_only=True)
class CopiesErased:
    """In how many copies of the library somebody was erased, and which could not be reached."""

    reached: int
    beyond: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ErasureView:
    """One person, as the question about erasing shows them, and how far the request is."""

    name: str
    called: str
    who: str
    """The name with table number and last figures, and that there are namesakes."""
    has_phone: bool
    refused: str
    """Why it cannot be done now; empty where it can."""
    goes_on_with: tuple[str, ...]
    asked_on: date | None
    erase_on: date | None
    would_be_on: date


@dataclass(frozen=True, kw_only=True)
class Beforehand:
    """What the certificate must know, and nothing can tell any more afterwards."""

    facilitator: str
    authority: str
    """Who can be asked too, whether something is still kept."""
    had_partner: bool
    given_out: tuple[date, ...]
    """The days on which research data of the workshop were made, which have no names."""


@deed(DeedKind.LIBRARY_ASK_ERASURE)
def ask(work: Work, person_id: int, proof: Proof, *, at_once: bool) -> date:
    """Keep that somebody wishes to be erased: after seven days, or at once. Returns the day on which it may be done.

    Raises Refusal where the proof is another person's, while a safety card is open, and for whom it was asked already.
    """
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    _refuse(_hindrance(work.rows, person))
    _refuse(_mismatch(person, proof))
    if _request(work.rows, person_id) is not None:
        raise Refusal(f"This was asked for {person.name} already.")
    day = work.today if at_once else work.today + WAIT
    work.rows.add(ErasureRequest(person.workshop_id, person_id, work.today, day))
    return day


@deed(DeedKind.LIBRARY_CALL_OFF_ERASURE)
def call_off(work: Work, person_id: int) -> None:
    """The person would rather stay, or it was a mistake: nothing is locked any more. Raises Refusal if nobody asked."""
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    request = _request(work.rows, person_id)
    if request is None:
        raise Refusal(f"Nobody asked that {person.name} is erased.")
    work.rows.remove(request)


def erase(desk: Desk, person_id: int) -> Beforehand:
    """Erase somebody from the library and its journal, for good. The copies come afterwards.

    A partnership that goes on ends as when somebody leaves. Returns what the certificate needs. Raises Refusal while a
    safety card is open, and before the day that was settled.
    """
    erasure, note, beforehand = _prepared(desk, person_id)
    desk.archive.erase(note, erasure)
    desk.trail.committed(note.kind)
    return beforehand


def _prepared(desk: Desk, person_id: int) -> tuple[Erasure, Note, Beforehand]:
    facts, now, today = DeedKind.LIBRARY_ERASE.value, desk.clock.now(), desk.clock.today()
    with desk.archive.look() as rows:
        person = rows.get(Participant, person_id)
        _refuse(_hindrance(rows, person))
        request = _request(rows, person_id)
        if request is None or request.erase_on > today:
            raise Refusal("The day that was settled for erasing is still to come. Until then it can be called off.")
        workshop = rows.get(Workshop, person.workshop_id)
        erasure = Erasure(uid=person.uid, on=today, at=now, reason=ENDED_BY[Happened.STOPS])
        note = Note(facts.key, facts.undoable, now, workshop_id=workshop.id)
        had_partner = bool(rows.all(Member, participant_id=person_id))
    tables = desk.archive.done_at(DeedKind.RESEARCH_EXPORT, key_of(workshop))
    beforehand = Beforehand(
        facilitator=first_name(workshop.facilitator),
        authority=authority_of(workshop).name,
        had_partner=had_partner,
        given_out=tuple(sorted({at.date() for at in tables})),
    )
    return erasure, note, beforehand


def done_in_copies(desk: Desk) -> None:
    """All copies that can be reached were: nobody waits for it any more."""
    desk.archive.keep_fact(Fact.ERASING, "")


@look
def erasure_of(rows: Rows, person_id: int, today: date) -> ErasureView:
    """One person before the question."""
    person = rows.get(Participant, person_id)
    standing, request = stand(rows, person.workshop_id), _request(rows, person_id)
    place = next((p for p in standing.agreed if person_id in people_of(p)), None)
    return ErasureView(
        name=person.name,
        called=called_of(person.name, person.called),
        who=_told_apart(person, [p for p in standing.people if p.id != person_id]),
        has_phone=bool(_figures(person.phone)),
        refused=_hindrance(rows, person),
        goes_on_with=tuple(standing.name(m) for m in people_of(place) if m != person_id) if place else (),
        asked_on=request.asked_on if request else None,
        erase_on=request.erase_on if request else None,
        would_be_on=today + WAIT,
    )


@look
def waiting(rows: Rows, workshop_id: int) -> dict[int, date]:
    """Who of a workshop is locked, and on which day it is done."""
    requests = rows.all(ErasureRequest, workshop_id=workshop_id, done_on=None)
    return {r.participant_id: r.erase_on for r in requests if r.participant_id is not None}


def _refuse(why: str) -> None:
    if why:
        raise Refusal(why)


def _hindrance(rows: Rows, person: Participant) -> str:
    if person.takes_part:
        return "This is you. Step back in step 4, and hand the workshop to somebody else first."
    if any(is_open(card) for card in rows.all(SafetyCard, participant_id=key_of(person))):
        return f"A safety card of {person.name} is open. Close it in step 3 first; nothing is erased until then."
    return ""


def _mismatch(person: Participant, proof: Proof) -> str:
    figures = _figures(person.phone)
    if proof.table_number.strip() != str(person.table_number):
        return f"{person.name} has another table number. Look at the person again before anything is erased."
    if figures and _figures(proof.last_figures) != figures[-_LAST_FIGURES:]:
        return f"The phone number of {person.name} ends otherwise. Look at the person again before anything is erased."
    return ""


def _figures(words: str) -> str:
    return "".join(letter for letter in words if letter.isdecimal())


def _told_apart(person: Participant, others: list[Participant]) -> str:
    phone = _figures(person.phone)
    first = called_of(person.name, person.called)
    alike = sum(called_of(other.name, other.called) == first for other in others) + 1
    ends = f", phone {phone[:3]} … {phone[-_LAST_FIGURES:]}" if len(phone) > _LAST_FIGURES else ""
    namesakes = f"There are {alike} people called {first}. " if alike > 1 else ""
    return f"{namesakes}This is {person.name}, table {person.table_number}{ends}."


def _request(rows: Rows, person_id: int) -> ErasureRequest | None:
    return rows.find(ErasureRequest, participant_id=person_id, done_on=None)


def certificate(desk: Desk, beforehand: Beforehand, copies: CopiesErased) -> Certificate:
    """The certificate of what was just done; nothing in the library could make it a second time."""
    who = beforehand.facilitator or "the facilitator"
    papers = ["papers at your home", *(["your partner’s copy of the agreement"] if beforehand.had_partner else [])]
    beyond, by_hand = beyond_and_by_hand(desk, papers, beforehand.given_out, copies)
    return Certificate(
        erased=_ERASED.format(
            day=day_month_year(desk.clock.today()),
            who=who,
            copies=COPIES[min(copies.reached, 2)].format(n=copies.reached),
        ),
        stays_head="Without your name, this stays:",
        stays=_STAYS,
        others=_OTHERS if beforehand.had_partner else "",
        beyond_head=f"This {who} could not reach:",
        beyond=beyond,
        by_hand=(_SHREDDED, *by_hand),
        foot=(
            "No copy of this page is kept. It can’t be printed again.",
            f"Is something still kept? Tell {who}, or ask {beforehand.authority}.",
        ),
    )


def beyond_and_by_hand(
    desk: Desk, papers: Sequence[str], given_out: Sequence[date], copies: CopiesErased
) -> tuple[str, tuple[str, ...]]:
    """What could not be reached, in sentences, and what of it is to be erased by hand."""
    sticks = _sticks(desk)
    beyond = [*papers, *(_TABLE.format(day=day_month_year(day)) for day in given_out)]
    beyond += [f"the {stick}" for stick in sticks] + [f"the safety copy “{name}”" for name in copies.beyond]
    words = f"{'. '.join(one[0].upper() + one[1:] for one in beyond)}."
    return words, tuple(_BY_HAND.format(stick=stick) for stick in sticks)


def _sticks(desk: Desk) -> list[str]:
    made = ((Fact.SECOND_COPY, "stick of {day}"), (Fact.COPY_HERE, "copy made by hand on {day}"))
    told = [(words, desk.fact(fact)) for fact, words in made]
    return [words.format(day=day_month_year(date.fromisoformat(day))) for words, day in told if day]


_ERASED = (
    "On {day}, as you asked, {who} erased what was kept about you on the computer: your name and how to reach you, "
    "your answers, your goals, your call days, notes and the words of your agreement.{copies}"
)
COPIES = ("", " It was erased from one safety copy too.", " It was erased from {n} safety copies too.")
_STAYS = "that one person took part, and numbers that were added up before today."
_OTHERS = "your partner’s own papers and their own log."
_TABLE = "the table that was made on {day}, which has no names"
_SHREDDED = "your sheets in the folder were shredded on"
_BY_HAND = "the {stick} was erased on"
