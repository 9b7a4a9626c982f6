"""Asking each alone whether they will try, and after the trial whether they go on. Nobody learns who would not."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.pairing.known import case
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.promises.making import kept, not_needed, promise
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.pairing.nouns import (
    Partnership,
    PartnershipState,
    Reply,
    forget_replies,
    not_begun,
    people_of,
)
from mat_desktop.workshop.pairing.rules import Limit
from mat_desktop.workshop.promises import UNTIL_PLACED, PromiseReason
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import trial_over_on
from mat_desktop.workshop.text import joined

ANSWERED = (Reply.YES, Reply.RATHER_NOT)
NOT_AFTER_TRIAL = "not after the trial"


@dataclass(frozen=True, kw_only=True)
class AskedMember:
    """One member on the telling list. `answered` does not say what the answer was."""

    id: int
    name: str
    told: bool
    answered: bool
    talk_first: bool
    """Whether the slip says "talk with me first": a talk is promised for today."""


@dataclass(frozen=True)
class Telling:
    """One partnership on the list: being asked whether they try, or after the trial whether they go on."""

    partnership_id: int
    state: PartnershipState
    members: tuple[AskedMember, ...]


@dataclass(frozen=True)
class TellingList:
    """Everybody still to be asked, the partnerships that came about, and how many did not."""

    open: tuple[Telling, ...]
    begun: tuple[tuple[str, ...], ...]
    not_begun: tuple[tuple[str, ...], ...]
    """Members of partnerships that did not come about, who are in no other yet."""


@deed(DeedKind.PAIRING_CONFIRM)
def confirm(work: Work, workshop_id: int) -> int:
    """Every proposal goes onto the telling list. Returns how many. Raises Refusal where private limits forbid one."""
    work.about(workshop_id)
    standing = stand(work.rows, workshop_id)
    proposed = [p for p in standing.live if p.state is PartnershipState.PROPOSED]
    if not proposed:
        raise Refusal("There is nothing to confirm. Suggest pairs first.")
    for partnership in proposed:
        known = case(work.rows, standing, people_of(partnership))
        if any({Limit.PRIVATE, Limit.APART} & why for why in known.forbidden.values()):
            names = joined([standing.name(m) for m in people_of(partnership)])
            raise Refusal(f"{names}: private limits. Suggest again, or take them apart.")
        partnership.state = PartnershipState.ASKED
    return len(proposed)


@deed(DeedKind.PAIRING_REPLY)
def reply(work: Work, partnership_id: int, person_id: int, answer: Reply | None) -> PartnershipState:
    """What one member was told or answered. Returns the state of the partnership afterwards.

    Only when all have answered does it begin, or not come about; who would rather not is then kept nowhere. Raises
    Refusal where the partnership is not being asked, and about somebody who is no member.
    """
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, person_id)
    if place.state not in (PartnershipState.ASKED, PartnershipState.TRIAL):
        raise Refusal("This partnership is not being asked.")
    member = next((m for m in place.members if m.participant_id == person_id), None)
    if member is None:
        raise Refusal("This person is no member of the partnership.")
    member.reply = answer
    if answer is Reply.TALK_FIRST:
        promise(work, person_id, PromiseReason.TALK_FIRST)
    elif answer in ANSWERED:
        kept(work, person_id, PromiseReason.TALK_FIRST)
    if all(m.reply in ANSWERED for m in place.members):
        work.about(place.workshop_id, *people_of(place))
        _decide(work, place)
    return place.state


def _decide(work: Work, partnership: Partnership) -> None:
    willing = all(m.reply is Reply.YES for m in partnership.members)
    forget_replies(partnership)
    if partnership.state is PartnershipState.ASKED:
        if willing:
            _begin(work, partnership)
        else:
            not_begun(partnership)
            _look_further(work, partnership)
    elif willing:
        partnership.state = PartnershipState.CONFIRMED
    else:
        partnership.state, partnership.ended_on, partnership.ended_reason = (
            PartnershipState.ENDED,
            work.today,
            NOT_AFTER_TRIAL,
        )
        _look_further(work, partnership)


def _look_further(work: Work, partnership: Partnership) -> None:
    """All hear the same words, "let us look at what else we can do": so each of them is promised a call."""
    for member in people_of(partnership):
        promise(work, member, PromiseReason.NOT_COME_ABOUT)


def _begin(work: Work, partnership: Partnership) -> None:
    """All members said yes, and the trial begins."""
    forget_replies(partnership)
    partnership.state, partnership.confirmed_on, partnership.locked = PartnershipState.TRIAL, work.today, False
    not_needed(work, people_of(partnership), UNTIL_PLACED)


@deed(DeedKind.PAIRING_ALL_YES)
def all_said_yes(work: Work, workshop_id: int) -> int:
    """Everybody who is being asked said yes. Returns how many partnerships begin.

    Raises Refusal where an answer that is in says otherwise.
    """
    work.about(workshop_id)
    asked = [p for p in work.rows.all(Partnership, workshop_id=workshop_id) if p.state is PartnershipState.ASKED]
    if not asked:
        raise Refusal("Nobody is being asked just now.")
    if any(m.reply in (Reply.RATHER_NOT, Reply.TALK_FIRST) for p in asked for m in p.members):
        raise Refusal("Not everybody said yes. Enter the answers one by one.")
    for place in asked:
        _begin(work, place)
    return len(asked)


@look
def telling(rows: Rows, workshop_id: int) -> TellingList:
    """The telling list."""
    standing = stand(rows, workshop_id)
    placed = {m for p in standing.live for m in people_of(p)}

    def names(place: Partnership) -> tuple[str, ...]:
        return tuple(standing.name(m) for m in people_of(place))

    asked = [p for p in standing.live if p.state is PartnershipState.ASKED]
    return TellingList(
        tuple(_telling(rows, p) for p in asked),
        tuple(names(p) for p in standing.agreed),
        tuple(
            names(p)
            for p in standing.partnerships
            if p.state is PartnershipState.NOT_BEGUN and not placed & set(people_of(p))
        ),
    )


@look
def trial_checks(rows: Rows, workshop_id: int, today: date) -> tuple[Telling, ...]:
    """Partnerships whose trial is over, with whose answers are in."""
    standing = stand(rows, workshop_id)
    workshop = standing.workshop
    return tuple(
        _telling(rows, p)
        for p in standing.live
        if p.state is PartnershipState.TRIAL and today >= trial_over_on(workshop, p.confirmed_on)
    )


def _telling(rows: Rows, partnership: Partnership) -> Telling:
    standing = stand(rows, partnership.workshop_id)
    members = sorted(partnership.members, key=lambda m: m.position)
    return Telling(
        key_of(partnership),
        partnership.state,
        tuple(
            AskedMember(
                id=m.participant_id,
                name=standing.name(m.participant_id),
                told=m.reply is not None,
                answered=m.reply in ANSWERED,
                talk_first=m.reply is Reply.TALK_FIRST,
            )
            for m in members
        ),
    )
