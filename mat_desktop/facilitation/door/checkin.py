"""The door: who is here, late, not coming, walked in or left."""

from dataclasses import dataclass

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.pairing.moves import leave_proposal
from mat_desktop.facilitation.participants.people import answered, register
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.promises.making import not_needed, promise
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, not_begun, people_of
from mat_desktop.workshop.participants.consent import AT_THE_DOOR
from mat_desktop.workshop.participants.participant import Participant, Presence
from mat_desktop.workshop.promises import PromiseReason
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.safety import SafetyCard, is_open
from mat_desktop.workshop.setup import Workshop


@dataclass(frozen=True, kw_only=True)
class DoorRow:
    """One line of the alphabetical list at the door."""

    id: int
    name: str
    table_number: int
    presence: Presence
    walk_in: bool
    has_open_card: bool


@deed(DeedKind.CHECKIN_MARK)
def mark(work: Work, person_id: int, presence: Presence) -> str:
    """Mark one person; the name is returned so that it can be confirmed aloud."""
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    person.presence = presence
    if presence is Presence.HERE:
        person.came_at = person.came_at or work.now
    person.left_at = work.now if presence is Presence.LEFT else None
    if presence is Presence.LEFT:
        for place in work.rows.all(Partnership, workshop_id=person.workshop_id):
            if person_id in people_of(place) and place.state is PartnershipState.PROPOSED:
                leave_proposal(work, place, person_id)
            elif person_id in people_of(place) and place.state is PartnershipState.ASKED:
                not_begun(place)
                for partner in people_of(place):
                    if partner != person_id:
                        promise(work, partner, PromiseReason.NOT_COME_ABOUT)
    _promise_a_call(work, person_id, presence)
    return person.name


def _promise_a_call(work: Work, person_id: int, presence: Presence) -> None:
    """Whoever leaves is phoned the next day; with an open card that is a matter of safety."""
    if presence is not Presence.LEFT:
        not_needed(work, (person_id,), (PromiseReason.LEFT,))
        return
    unwell = any(is_open(card) for card in work.rows.all(SafetyCard, participant_id=person_id))
    promise(work, person_id, PromiseReason.LEFT, safety=unwell)


@deed(DeedKind.CHECKIN_WALK_IN)
def walk_in(work: Work, workshop_id: int, name: str, phone: str, *, takes_part: bool, may_be_kept: bool | None) -> int:
    """Take in somebody at the door: name, phone, consent, the next table number. Not pairable until decided.

    `may_be_kept` is what they said about their answers on the computer: a no is "on paper only", None that nobody
    asked. Returns the id of the new participant. Raises Refusal before they want to take part, and before that was
    asked.
    """
    if not takes_part:
        raise Refusal("Ask first whether they are 18 or older and want to take part, and tick it.")
    if may_be_kept is None:
        raise Refusal("Ask whether their answers may be kept on the computer. A no is fine: then they stay on paper.")
    person, workshop = register(work, workshop_id, name, phone), work.rows.get(Workshop, workshop_id)
    person.walk_in, person.presence, person.came_at = True, Presence.HERE, work.now
    for kind, yes in zip(AT_THE_DOOR, (True, may_be_kept), strict=True):
        answered(workshop, person, kind, work.today, yes=yes)
    return key_of(person)


@look
def door(rows: Rows, workshop_id: int) -> tuple[DoorRow, ...]:
    """Everybody who is expected, by the alphabet."""
    standing = stand(rows, workshop_id)
    return tuple(
        DoorRow(
            id=key_of(p),
            name=p.name,
            table_number=p.table_number,
            presence=p.presence,
            walk_in=p.walk_in,
            has_open_card=p.id in standing.open_cards,
        )
        for p in standing.coming
    )


@look
def not_checked_in(rows: Rows, workshop_id: int) -> tuple[str, ...]:
    """Included people of whom nobody said that they are here, once somebody was checked in: asked about."""
    standing = stand(rows, workshop_id)
    if all(p.presence is Presence.EXPECTED for p in standing.coming):
        return ()
    return tuple(p.name for p in standing.included if p.presence is Presence.EXPECTED)
