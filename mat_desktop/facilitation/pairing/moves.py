"""Moving people on the board: suggested, swapped, taken out, put together, locked."""

from collections.abc import Sequence

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed
from mat_desktop.facilitation.pairing.known import case
from mat_desktop.facilitation.shown.words.pairing import LIMITS
from mat_desktop.facilitation.standing import Standing, stand
from mat_desktop.workshop.pairing.nouns import Member, Partnership, PartnershipState, people_of
from mat_desktop.workshop.pairing.rules import Limit
from mat_desktop.workshop.participants.participant import Participant, says_no
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import joined

_FORBIDDEN = (Limit.PRIVATE, Limit.APART)
"""What no hand may set aside; the other limits may rest on what is no longer true."""


@deed(DeedKind.PAIRING_PROPOSE)
def propose(work: Work, workshop_id: int, groups: Sequence[tuple[Sequence[int], int]]) -> None:
    """Lay out these groups with their fit. Earlier proposals go; locked ones, and those that were told, stay."""
    work.about(workshop_id)
    for partnership in work.rows.all(Partnership, workshop_id=workshop_id):
        if partnership.state is PartnershipState.PROPOSED and not partnership.locked:
            work.rows.remove(partnership)
    for people, fit in groups:
        work.rows.add(_partnership(workshop_id, people, fit))


def _partnership(workshop_id: int, people: Sequence[int], fit: int = 0) -> Partnership:
    partnership = Partnership(workshop_id, fit=fit)
    partnership.members = [Member(person, position) for position, person in enumerate(people)]
    return partnership


@deed(DeedKind.PAIRING_SWAP)
def swap(work: Work, first_id: int, second_id: int) -> None:
    """Exchange two people of two proposed partnerships, or one of them with somebody not placed.

    Raises Refusal for two of the same partnership, once one was asked or locked, and for what no hand may set aside.
    """
    workshop_id = work.rows.get(Participant, first_id).workshop_id
    work.about(workshop_id, first_id, second_id)
    standing = stand(work.rows, workshop_id)
    places = [_open_place(standing, person) for person in (first_id, second_id)]
    if places[0] is places[1]:
        raise Refusal("These two are in the same partnership already.")
    for place, person in zip(places, (second_id, first_id), strict=True):
        if place is not None:
            _seat(place, first_id if person == second_id else second_id).participant_id = person
    for place in places:
        if place is not None:
            weigh_anew(work, place)


def _open_place(standing: Standing, person: int) -> Partnership | None:
    place = standing.partnership_of(person)
    if place is not None and place.state is not PartnershipState.PROPOSED:
        raise Refusal(f"{standing.name(person)} has been asked about this partnership. End it first.")
    if place is not None and place.locked:
        raise Refusal(f"The pair of {standing.name(person)} is locked. Unlock it first.")
    return place


def _seat(partnership: Partnership, person: int) -> Member:
    return next(m for m in partnership.members if m.participant_id == person)


def weigh_anew(work: Work, partnership: Partnership) -> None:
    """After a change of members: the fit, and on record the limits that were set aside by hand.

    Whoever has a place now waits no longer. Raises Refusal for what no hand may set aside.
    """
    people = people_of(partnership)
    for member in (work.rows.get(Participant, person) for person in people):
        if says_no(member):
            raise Refusal(f"{member.name} said no to taking part. Ask again, and cross box 1, first.")
        member.unplaced = None
    known = case(work.rows, stand(work.rows, partnership.workshop_id), people)
    found = {limit for why in known.forbidden.values() for limit in why}
    if found & set(_FORBIDDEN):
        raise Refusal(f"{joined([p.name for p in known.ordered])} cannot be put together: {LIMITS[Limit.PRIVATE]}.")
    partnership.fit = known.fit_of(known.ordered).value
    partnership.override = "; ".join(sorted(limit.value for limit in found))


@deed(DeedKind.PAIRING_TAKE_OUT)
def take_out(work: Work, person_id: int) -> None:
    """Leave somebody unplaced; a pair that is left with one person goes.

    Raises Refusal about somebody who is not placed, and once their partnership was asked or locked.
    """
    workshop_id = work.rows.get(Participant, person_id).workshop_id
    work.about(workshop_id, person_id)
    place = _open_place(stand(work.rows, workshop_id), person_id)
    if place is None:
        raise Refusal("This person is not placed yet.")
    leave_proposal(work, place, person_id)


def leave_proposal(work: Work, partnership: Partnership, person: int) -> None:
    """Take one person out of a proposal inside a deed; a pair that is left with one goes, a three becomes a pair.

    Raises Refusal where no hand may put the other two together.
    """
    work.about(partnership.workshop_id, *people_of(partnership))
    if len(partnership.members) == 2:
        work.rows.remove(partnership)
        return
    partnership.members.remove(_seat(partnership, person))
    partnership.locked = False
    for position, member in enumerate(sorted(partnership.members, key=lambda m: m.position)):
        member.position = position
    weigh_anew(work, partnership)


@deed(DeedKind.PAIRING_PUT_TOGETHER)
def put_together(work: Work, people: Sequence[int]) -> None:
    """Make a partnership of two or three people who are not placed. Raises Refusal for what no hand may set aside."""
    workshop_id = work.rows.get(Participant, people[0]).workshop_id
    work.about(workshop_id, *people)
    weigh_anew(work, work.rows.add(_partnership(workshop_id, people)))


@deed(DeedKind.PAIRING_JOIN)
def join(work: Work, person_id: int, partnership_id: int, *, all_asked: bool = False) -> None:
    """Make a pair a group of three. A pair that goes on already is joined only after all three were asked alone.

    Raises Refusal while the two are being asked, before all three were, and for what no hand may set aside.
    """
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, person_id, *people_of(place))
    if place.state is PartnershipState.ASKED:
        raise Refusal("These two are being asked just now. Wait for their answers.")
    if place.state is not PartnershipState.PROPOSED and not all_asked:
        raise Refusal("This partnership goes on already. Ask all three first, each alone.")
    joined = work.today if place.confirmed_on is not None else None
    place.members.append(Member(person_id, len(place.members), joined_on=joined))
    weigh_anew(work, place)


@deed(DeedKind.PAIRING_LOCK)
def lock(work: Work, partnership_id: int, *, on: bool) -> None:
    """A locked proposal stays as it is when pairs are suggested again. Raises Refusal for anything but a proposal."""
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, *people_of(place))
    if place.state is not PartnershipState.PROPOSED:
        raise Refusal("Only a proposal can be locked; what was told stays as it is anyway.")
    place.locked = on
