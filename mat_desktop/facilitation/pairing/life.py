"""The life of a partnership after it began, and what becomes of somebody for whom no partner was found."""

from datetime import date

from mat_desktop.facilitation.contact.happenings import end_place
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed
from mat_desktop.facilitation.promises.making import promise
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, forget_replies, hold, people_of
from mat_desktop.workshop.participants.participant import Participant, Presence, Unplaced
from mat_desktop.workshop.promises import PromiseReason
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.text import clean, clean_name


@deed(DeedKind.PAIRING_TRIAL_PASSED)
def trial_passed(work: Work, partnership_id: int) -> None:
    """After the trial all of them said that they go on. Raises Refusal where it is not on trial."""
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, *people_of(place))
    if place.state is not PartnershipState.TRIAL:
        raise Refusal("This partnership is not on trial.")
    place.state = PartnershipState.CONFIRMED
    forget_replies(place)


@deed(DeedKind.PAIRING_PAUSE)
def pause(work: Work, partnership_id: int) -> None:
    """The calls rest for a while; the partnership goes on by the facilitator's word. Each is promised a call.

    Raises Refusal before it has begun.
    """
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, *people_of(place))
    if place.state not in (PartnershipState.TRIAL, PartnershipState.CONFIRMED):
        raise Refusal("Only a partnership that has begun can pause.")
    hold(place, work.today)
    for member in people_of(place):
        promise(work, member, PromiseReason.HOLD, partnership_id=partnership_id)


@deed(DeedKind.PAIRING_END)
def end(work: Work, partnership_id: int, reason: str) -> None:
    """End a partnership; each member keeps their own history. Raises Refusal without a reason."""
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, *people_of(place))
    if not clean(reason):
        raise Refusal("Give a reason in a few words; it stays with you.")
    end_place(work, place, work.today, clean(reason))


@deed(DeedKind.PAIRING_WAITS)
def waits(work: Work, person_id: int, until: date) -> None:
    """No partner today: the person waits, and is phoned on a day that is settled now.

    Raises Refusal for a day that is over, and about somebody who has a place on the board.
    """
    person = _unplaced(work, person_id)
    if until < work.today:
        raise Refusal("That day is over. Choose one that is still to come.")
    person.unplaced = Unplaced.WAITS
    promise(work, person_id, PromiseReason.WAITS, due_on=until)


@deed(DeedKind.PAIRING_GOES_HOME)
def goes_home(work: Work, person_id: int) -> None:
    """No partner, and the person goes home with dignity: told alone, with their goals and papers.

    Raises Refusal about somebody who has a place on the board.
    """
    _unplaced(work, person_id).unplaced = Unplaced.HOME


@deed(DeedKind.PAIRING_BACK)
def back_on_board(work: Work, person_id: int) -> None:
    """The person is looked at again when pairs are suggested."""
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    person.unplaced = None


def _unplaced(work: Work, person_id: int) -> Participant:
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    if stand(work.rows, person.workshop_id).partnership_of(person_id) is not None:
        raise Refusal(f"{person.name} has a place on the board. Take them out of it first.")
    return person


@deed(DeedKind.PAIRING_TAKE_PART)
def take_part(work: Work, workshop_id: int, safety_contact: str) -> int:
    """The facilitator is somebody's partner; outcomes leave her out. Returns her id.

    Raises Refusal unless somebody else is named as safety contact.
    """
    workshop = work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    standing = stand(work.rows, workshop_id)
    if not workshop.facilitator:
        raise Refusal("Write your own name in step 1 first.")
    contact = clean_name(safety_contact)
    if not contact or contact.casefold() == workshop.facilitator.casefold():
        raise Refusal("Name somebody else as safety contact: your partner must be able to turn to another person.")
    workshop.safety_contact = contact
    hers = next((p for p in standing.people if p.takes_part), None)
    if hers is None:
        number = max((p.table_number for p in standing.people), default=0) + 1
        hers = work.rows.add(
            Participant(workshop_id, clean_name(workshop.facilitator), number, time_zone=workshop.time_zone)
        )
        hers.takes_part, hers.presence = True, Presence.HERE
    hers.unplaced = None
    return key_of(hers)


@deed(DeedKind.PAIRING_STEPS_BACK)
def step_back(work: Work, workshop_id: int) -> None:
    """The facilitator takes part no longer. Raises Refusal where she does not, and while she is in a partnership."""
    work.about(workshop_id)
    standing = stand(work.rows, workshop_id)
    hers = next((p for p in standing.people if p.takes_part), None)
    if hers is None:
        raise Refusal("You do not take part.")
    if standing.partnership_of(key_of(hers)) is not None:
        raise Refusal("You are in a partnership. Take yourself out of it, or end it, first.")
    hers.unplaced = Unplaced.HOME
