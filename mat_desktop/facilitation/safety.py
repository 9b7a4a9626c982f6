"""Safety cards: opened by an answer or by hand, closed only by what a person did."""

from dataclasses import dataclass
from datetime import date, datetime

from mat_desktop.facilitation.contact.schedule import rest_is_over
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.pairing.moves import leave_proposal
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.promises.making import not_needed, promise
from mat_desktop.facilitation.shown.dates import checked_words
from mat_desktop.facilitation.shown.typed_day import check_happened
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, hold, not_begun, people_of
from mat_desktop.workshop.participants.calling import first_name
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import Participant, consent_to, ways_to_reach
from mat_desktop.workshop.promises import PromiseReason
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.safety import CardOpened, ContactRole, CrisisContact, SafetyCard, close, is_open, role_of
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.text import NAME_LIMIT, clean, clean_name, joined


@dataclass(frozen=True, kw_only=True)
class CardView:
    """One safety card as the facilitator reads it, alone."""

    id: int
    participant_id: int
    name: str
    opened_at: datetime
    source: str
    written_on: date | None
    words: str
    contacts: tuple[tuple[str, str], ...]
    checked: str
    action: str
    acted_at: str
    initials: str
    open: bool


def open_card(work: Work, person: Participant, by: CardOpened, source: str, written_on: date | None = None) -> int:
    """Open a card inside a deed, and put the person's partnership on hold. Such a deed has no undo.

    A proposal that nobody was told is taken back; one that is being asked about does not come about; a partnership
    that has begun is on hold until the facilitator lets it go on.
    """
    key = key_of(person)
    same = [c for c in work.rows.all(SafetyCard, participant_id=key) if is_open(c) and c.source == source]
    if same:
        return key_of(same[0])
    work.note.undoable = False
    card = work.rows.add(SafetyCard(key, work.now, by, clean(source), written_on))
    for partnership in work.rows.all(Partnership, workshop_id=person.workshop_id):
        if key not in people_of(partnership):
            continue
        work.about(person.workshop_id, *people_of(partnership))
        if partnership.state is PartnershipState.PROPOSED:
            leave_proposal(work, partnership, key)
        elif partnership.state is PartnershipState.ASKED:
            not_begun(partnership)
            _promise_calls(work, partnership, key, PromiseReason.NOT_COME_ABOUT)
        elif partnership.state in (PartnershipState.TRIAL, PartnershipState.CONFIRMED):
            hold(partnership, work.today)
            promise(work, key, PromiseReason.CARD, partnership_id=key_of(partnership))
            _promise_calls(work, partnership, key, PromiseReason.HOLD)
    return key_of(card)


def _promise_calls(work: Work, partnership: Partnership, but: int, reason: PromiseReason) -> None:
    """A call to everybody in a partnership but the person whom the card is about."""
    for member in people_of(partnership):
        if member != but:
            promise(work, member, reason, partnership_id=key_of(partnership))


@dataclass(frozen=True, kw_only=True)
class WhomToReach:
    """How to reach somebody whose card lies open, and whom they named for an emergency."""

    phone: str
    ways: str
    named: str
    may_phone_named: bool
    never: str
    """Who is never to be phoned."""


@look
def reach(rows: Rows, person_id: int) -> WhomToReach:
    """The own number, and the named person with whether they may be phoned."""
    person = rows.get(Participant, person_id)
    named = ", ".join(part for part in (person.emergency_name, person.emergency_phone) if part)
    agreed = consent_to(person, ConsentKind.EMERGENCY) is not None
    return WhomToReach(
        phone=person.phone,
        ways=ways_to_reach(person),
        named=named,
        may_phone_named=bool(named) and agreed,
        never=person.emergency_never,
    )


@dataclass(frozen=True, kw_only=True)
class Hold:
    """What a card would put on hold, and what is said to everybody about it."""

    warning: str
    words: str


HOLDS = "This puts the calls with {names} on hold until you let them go on, and promises each of them a call from you."


@look
def would_hold(rows: Rows, person_id: int) -> Hold | None:
    """What opening a card about somebody would put on hold; None where no calls of theirs have begun."""
    person = rows.get(Participant, person_id)
    standing = stand(rows, person.workshop_id)
    goes_on = (PartnershipState.TRIAL, PartnershipState.CONFIRMED)
    place = next((p for p in standing.live if person_id in people_of(p) and p.state in goes_on), None)
    if place is None:
        return None
    others = [m for m in people_of(place) if m != person_id]
    names = joined(Names(standing).all_called(others))
    who = first_name(standing.workshop.facilitator) or "I"
    return Hold(
        warning=HOLDS.format(names=names),
        words=f"Your calls are on hold just now. {who} will talk with you before anything changes.",
    )


@deed(DeedKind.SAFETY_OPEN)
def open_by_hand(work: Work, person_id: int, source: str, written_on: date | None = None) -> int:
    """Open a card because of what was said, seen, or written on a sheet that came back. Returns its id."""
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    check_happened(written_on or work.today, work.today)
    return open_card(work, person, CardOpened.HAND, clean(source) or "Opened by hand", written_on)


@deed(DeedKind.SAFETY_ACT)
def record_action(work: Work, card_id: int, action: str, acted_at: str, initials: str) -> None:
    """Close a card with what was done, when, and by whom. Raises Refusal when one of them is missing."""
    card = work.rows.get(SafetyCard, card_id)
    person = work.rows.get(Participant, card.participant_id)
    work.about(person.workshop_id, person.id)
    if not is_open(card):
        raise Refusal("This card is closed already.")
    close(card, clean(action), clean_name(acted_at)[:40], clean_name(initials)[:40], work.now)


@deed(DeedKind.SAFETY_GO_ON)
def go_on(work: Work, partnership_id: int) -> None:
    """Let a partnership that is on hold go on as it was before. Raises Refusal where it is not on hold."""
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, *people_of(place))
    if place.state is not PartnershipState.PAUSED or place.held_from is None:
        raise Refusal("This partnership is not on hold.")
    rest_is_over(work, place)
    not_needed(work, people_of(place), (PromiseReason.HOLD,))


@deed(DeedKind.SAFETY_CONTACTS)
def set_contact(work: Work, workshop_id: int, position: int, name: str, number: str) -> None:
    """Write one line of help; an empty one goes. What changed must be dialled again before it counts as checked."""
    workshop = work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    kept_name, kept_number = clean_name(name), clean_name(number)[:NAME_LIMIT]
    found = next((c for c in workshop.contacts if c.position == position), None)
    if found is not None and (found.name, found.number) == (kept_name, kept_number):
        return
    if found is None:
        workshop.contacts.append(CrisisContact(position, kept_name, kept_number, role_of(kept_name)))
    elif kept_name or kept_number:
        if found.name != kept_name:
            found.role = role_of(kept_name)
        found.name, found.number = kept_name, kept_number
    else:
        workshop.contacts.remove(found)
    workshop.contacts_checked_on = None


@deed(DeedKind.SAFETY_CONTACT_ROLE)
def set_contact_role(work: Work, workshop_id: int, position: int, role: ContactRole) -> None:
    """Say what a number is for: danger now, or to talk. Raises Refusal where no number stands there."""
    workshop = work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    found = next((c for c in workshop.contacts if c.position == position), None)
    if found is None:
        raise Refusal("Write the number first.")
    found.role = role


@deed(DeedKind.SAFETY_CHECKED)
def contacts_checked(work: Work, workshop_id: int) -> None:
    """The numbers were dialled today and they answer. Raises Refusal where no number is written yet."""
    workshop = work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    if not workshop.contacts:
        raise Refusal("There is no number yet. Write at least the emergency number.")
    workshop.contacts_checked_on = work.today


@look
def cards(rows: Rows, workshop_id: int) -> tuple[CardView, ...]:
    """Every card of a workshop, the open ones first."""
    standing = stand(rows, workshop_id)
    workshop = rows.get(Workshop, workshop_id)
    found = rows.all(SafetyCard, participant_id=[key_of(p) for p in standing.people])
    views = [
        CardView(
            id=key_of(c),
            participant_id=c.participant_id,
            name=standing.name(c.participant_id),
            opened_at=c.opened_at,
            source=c.source,
            written_on=c.written_on,
            words=workshop.card_words,
            contacts=tuple((x.name, x.number) for x in sorted(workshop.contacts, key=lambda x: x.position)),
            checked=checked_words(workshop.contacts_checked_on),
            action=c.action,
            acted_at=c.acted_at,
            initials=c.initials,
            open=is_open(c),
        )
        for c in found
    ]
    return tuple(sorted(views, key=lambda v: (not v.open, v.opened_at)))
