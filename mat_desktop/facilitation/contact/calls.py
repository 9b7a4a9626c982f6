"""The trial check: the facilitator phones each member alone, and the answers lead the partnership on."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.contact.course import course
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.promises.making import kept as promise_kept
from mat_desktop.facilitation.shown.words.pairing import NOT_WORKED_OUT
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.contact.calls import CallKind, PrivateCall, Wish
from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, forget_replies, people_of
from mat_desktop.workshop.participants.participant import ways_to_reach
from mat_desktop.workshop.promises import PromiseReason
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import trial_over_on
from mat_desktop.workshop.text import clean, joined

SAY = "How are the calls for you? I ask each of you alone, and I tell nobody what you say. How should it go on?"
NEXT: dict[Wish | None, str] = {
    None: "Phone each of them alone. Nobody hears what the other said.",
    Wish.GO_ON: "Both go on. The partnership is confirmed.",
    Wish.TERMS: "Somebody would like to change something. Open the agreement with both, then let it go on.",
    Wish.PARTNER: f"End it without a reason; both go back to the board. Say to both alike: “{NOT_WORKED_OUT}”",
    Wish.STOP: f"Somebody stops. End it without a reason, and phone the other person: “{NOT_WORKED_OUT}”",
}


_KEEPS = {CallKind.DAY_14: PromiseReason.DAY_14, CallKind.ALONE: PromiseReason.HOLD}
"""Which promise a private call keeps, once it brought an answer."""


@dataclass(frozen=True, kw_only=True)
class CalledView:
    """One member in a round of calls: how to reach them, and what they said, if they were asked."""

    participant_id: int
    name: str
    ways: str
    phone: str
    called_on: date | None
    wish: Wish | None
    note: str


@dataclass(frozen=True, kw_only=True)
class CallRoundView:
    """One round of private calls. `leads_to` is the weightiest answer once all have answered."""

    partnership_id: int
    kind: CallKind
    names: str
    asked_on: date
    members: tuple[CalledView, ...]
    leads_to: Wish | None
    said: str
    on_trial: bool


@deed(DeedKind.CONTACT_CALL)
def record_call(
    work: Work, partnership_id: int, person_id: int, kind: CallKind, wish: Wish | None, note: str = ""
) -> None:
    """Keep one private call. Where all said on day 14 that they go on, the partnership is confirmed.

    Raises Refusal about somebody who is no member, and once the partnership has ended.
    """
    work.about(work.rows.get(Partnership, partnership_id).workshop_id, person_id)
    put_call(work, partnership_id, person_id, kind, wish, note)


def put_call(
    work: Work, partnership_id: int, person_id: int, kind: CallKind, wish: Wish | None, note: str = ""
) -> None:
    """The same inside a deed. Raises Refusal as that does."""
    place = work.rows.get(Partnership, partnership_id)
    if person_id not in people_of(place):
        raise Refusal("This person is no member of the partnership.")
    if place.state is PartnershipState.ENDED:
        raise Refusal("This partnership has ended; there is nothing left to ask.")
    held = work.rows.find(PrivateCall, partnership_id=partnership_id, participant_id=person_id, kind=kind)
    kept = held or work.rows.add(PrivateCall(partnership_id, person_id, kind, work.today))
    kept.wish, kept.note, kept.happened_on, kept.typed_on = wish, clean(note, 400), work.today, work.today
    if wish is not None and kind in _KEEPS:
        promise_kept(work, person_id, _KEEPS[kind], partnership_id)
    calls = work.rows.all(PrivateCall, partnership_id=partnership_id, kind=kind)
    said = {c.participant_id: kept.wish if c is kept else c.wish for c in calls}
    all_go_on = all(said.get(person) is Wish.GO_ON for person in people_of(place))
    if kind is CallKind.DAY_14 and all_go_on and place.state is PartnershipState.TRIAL:
        place.state = PartnershipState.CONFIRMED
        forget_replies(place)


@look
def round_of(rows: Rows, partnership_id: int, kind: CallKind) -> CallRoundView:
    """One round of private calls with the members of one partnership."""
    place = rows.get(Partnership, partnership_id)
    standing = stand(rows, place.workshop_id)
    calls = {
        c.participant_id: c for c in course(rows, place.workshop_id).calls.get(partnership_id, []) if c.kind is kind
    }
    members = []
    for key in people_of(place):
        person, call = standing.person(key), calls.get(key)
        if not person.takes_part:
            members.append(
                CalledView(
                    participant_id=key,
                    name=standing.name(key),
                    ways=ways_to_reach(person),
                    phone=person.phone,
                    called_on=call.happened_on if call else None,
                    wish=call.wish if call else None,
                    note=call.note if call else "",
                )
            )
    leads_to = weightiest([m.wish for m in members])
    return CallRoundView(
        partnership_id=partnership_id,
        kind=kind,
        names=joined([standing.name(m) for m in people_of(place)]),
        asked_on=trial_over_on(standing.workshop, place.confirmed_on),
        members=tuple(members),
        leads_to=leads_to,
        said=NEXT[leads_to],
        on_trial=place.state is PartnershipState.TRIAL,
    )


def weightiest(wishes: list[Wish | None]) -> Wish | None:
    """What a round of answers leads to; None while somebody was not asked."""
    if not wishes or None in wishes:
        return None
    return max((w for w in wishes if w is not None), key=list(Wish).index)


def unasked(calls: list[PrivateCall], partnership: Partnership, kind: CallKind) -> list[int]:
    """The members who were not phoned in this round."""
    asked = {c.participant_id for c in calls if c.kind is kind and c.wish is not None}
    return [person for person in people_of(partnership) if person not in asked]


def forget_wishes(work: Work, partnership: Partnership) -> None:
    """Once a partnership has ended, nothing keeps who wished for what."""
    for call in work.rows.all(PrivateCall, partnership_id=key_of(partnership)):
        call.wish = None
