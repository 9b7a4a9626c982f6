"""Erasing a whole workshop: asked for with its title and its people, waited for or done at once, and certified."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Desk, Work, deed, look
from mat_desktop.facilitation.library.erasure import COPIES, CopiesErased, beyond_and_by_hand
from mat_desktop.facilitation.ports import Erasure, Note, Rows
from mat_desktop.facilitation.printed.library.handed_over import Certificate
from mat_desktop.facilitation.setup.ending import CARDS_OPEN
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.library import kept_for_later_until, kept_until
from mat_desktop.workshop.participants.calling import first_name
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.erasure import ERASED, WAIT, ErasureRequest
from mat_desktop.workshop.participants.participant import Participant, consent_to
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import joined


@dataclass(frozen=True)
class WorkshopProof:
    """What she types, so that no workshop is taken for another."""

    title: str
    people: str


@dataclass(frozen=True, kw_only=True)
class WorkshopErasureView:
    """One workshop, as the question about erasing shows it, and how far the request is."""

    title: str
    held_on: date
    people: int
    refused: str
    """Why it cannot be done now; empty where it can."""
    go_on: int
    """How many partnerships go on, whose calls end with it."""
    kept_until: date
    later: int
    """How many said that they may be asked in later years."""
    later_until: date
    asked_on: date | None
    erase_on: date | None
    would_be_on: date


@dataclass(frozen=True, kw_only=True)
class BeforeWorkshop:
    """What the certificate must know, and nothing can tell any more afterwards."""

    facilitator: str
    held_on: date
    people: int
    given_out: tuple[date, ...]
    """The days on which research data of the workshop were made, which have no names."""


@deed(DeedKind.LIBRARY_ASK_ERASING_WORKSHOP)
def ask(work: Work, workshop_id: int, proof: WorkshopProof, *, at_once: bool) -> date:
    """Keep that the workshop is to be erased: after seven days, or at once. Returns the day on which it may be done.

    Raises Refusal where the proof is another workshop's, while a safety card is open, and where it was asked already.
    """
    standing = stand(work.rows, workshop_id)
    work.about(workshop_id)
    _refuse(_hindrance(standing))
    _refuse(_mismatch(standing, proof))
    if _request(work.rows, workshop_id) is not None:
        raise Refusal("This was asked for this workshop already.")
    day = work.today if at_once else work.today + WAIT
    work.rows.add(ErasureRequest(workshop_id, None, work.today, day, whole=True))
    return day


@deed(DeedKind.LIBRARY_CALL_OFF_ERASING_WORKSHOP)
def call_off(work: Work, workshop_id: int) -> None:
    """The workshop stays: nothing is locked any more. Raises Refusal if nobody asked."""
    work.about(workshop_id)
    request = _request(work.rows, workshop_id)
    if request is None:
        raise Refusal("Nobody asked that this workshop is erased.")
    work.rows.remove(request)


def erase(desk: Desk, workshop_id: int) -> BeforeWorkshop:
    """Erase a workshop with all of its people from the library and its journal, for good. The copies come afterwards.

    Returns what the certificate needs. Raises Refusal while a safety card is open, and before the day that was settled.
    """
    facts, now, today = DeedKind.LIBRARY_ERASE_WORKSHOP.value, desk.clock.now(), desk.clock.today()
    with desk.archive.look() as rows:
        standing = stand(rows, workshop_id)
        _refuse(_hindrance(standing))
        request = _request(rows, workshop_id)
        if request is None or request.erase_on > today:
            raise Refusal("The day that was settled for erasing is still to come. Until then it can be called off.")
        uid, who = standing.workshop.uid, first_name(standing.workshop.facilitator)
        held_on, people = standing.workshop.held_on, len(_everybody(standing))
    tables = desk.archive.done_at(DeedKind.RESEARCH_EXPORT, workshop_id)
    note = Note(facts.key, facts.undoable, now)
    desk.archive.erase(note, Erasure(uid=uid, on=today, at=now, reason="", workshop=True))
    desk.trail.committed(note.kind)
    return BeforeWorkshop(
        facilitator=who, held_on=held_on, people=people, given_out=tuple(sorted({at.date() for at in tables}))
    )


@look
def erasure_of(rows: Rows, workshop_id: int, today: date) -> WorkshopErasureView:
    """One workshop before the question."""
    standing, request = stand(rows, workshop_id), _request(rows, workshop_id)
    workshop = standing.workshop
    return WorkshopErasureView(
        title=workshop.title,
        held_on=workshop.held_on,
        people=len(_everybody(standing)),
        refused=_hindrance(standing),
        go_on=len(standing.agreed),
        kept_until=kept_until(workshop),
        later=sum(_may_be_asked(person) for person in _everybody(standing)),
        later_until=kept_for_later_until(workshop),
        asked_on=request.asked_on if request else None,
        erase_on=request.erase_on if request else None,
        would_be_on=today + WAIT,
    )


def _refuse(why: str) -> None:
    if why:
        raise Refusal(why)


def _everybody(standing: Standing) -> list[Participant]:
    """Everybody of whom something is kept; she herself is none of them, nor who was erased before."""
    return [p for p in standing.people if not p.takes_part and p.name != ERASED]


def _may_be_asked(person: Participant) -> bool:
    return person.died_on is None and consent_to(person, ConsentKind.LATER_CONTACT) is not None


def _hindrance(standing: Standing) -> str:
    cards = [p.name for p in standing.people if key_of(p) in standing.open_cards]
    return CARDS_OPEN.format(names=joined(cards)) if cards else ""


def _mismatch(standing: Standing, proof: WorkshopProof) -> str:
    if " ".join(proof.title.split()).casefold() != " ".join(standing.workshop.title.split()).casefold():
        return "This workshop has another title. Type it as it stands above."
    if proof.people.strip() != str(len(_everybody(standing))):
        return "Another number of people is kept in this workshop. Look at it again before anything is erased."
    return ""


def _request(rows: Rows, workshop_id: int) -> ErasureRequest | None:
    return rows.find(ErasureRequest, workshop_id=workshop_id, whole=True)


def certificate(desk: Desk, before: BeforeWorkshop, copies: CopiesErased) -> Certificate:
    """The certificate of what was just done, for her own folder; nothing in the library could make it again."""
    beyond, by_hand = beyond_and_by_hand(desk, _PAPERS, before.given_out, copies)
    return Certificate(
        erased=_ERASED.format(
            day=day_month_year(desk.clock.today()),
            who=before.facilitator or "the facilitator",
            people=counted(before.people, "person", "people"),
            held_on=day_month_year(before.held_on),
            copies=COPIES[min(copies.reached, 2)].format(n=copies.reached),
        ),
        stays_head="Without names, this stays:",
        stays=_STAYS,
        others=_OTHERS,
        beyond_head="This could not be reached:",
        beyond=beyond,
        by_hand=(_SHREDDED, *by_hand),
        foot=("No copy of this page is kept. It can’t be printed again.",),
    )


_PAPERS = ("papers at people’s homes", "agreements and logs that they took with them")
_ERASED = (
    "On {day}, {who} erased what was kept about {people} who came to the workshop of {held_on}: names and how to reach "
    "them, answers, goals, call days, notes, agreements, and the workshop itself.{copies}"
)
_STAYS = "that on this day a workshop was erased, and numbers that were added up before."
_OTHERS = "what was written about people in other workshops, without the names of those who were erased here."
_SHREDDED = "the sheets in the folder were shredded on"
