"""How due things are called, alone and several together, and where each leads."""

from dataclasses import dataclass

from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.today import DueKind


@dataclass(frozen=True, kw_only=True)
class KindWords:
    """How a kind of due thing is called over one and over several, what to do, and where."""

    icon: str
    one: str
    many: str
    detail: str
    step: Step
    action: str
    can_wait: bool = True


_TALK = "Ask what got in the way, not who"
KINDS: dict[DueKind, KindWords] = {
    DueKind.CARD: KindWords(
        icon="triangle-alert",
        one="A safety card is open",
        many="{n} safety cards open",
        detail="Act today",
        step=Step.SCREENING,
        action="Open",
        can_wait=False,
    ),
    DueKind.DIED: KindWords(
        icon="phone-call",
        one="Phone {who} yourself, today",
        many="Phone {n} people yourself, today",
        detail="Say it plainly. No letter",
        step=Step.CONTACT,
        action="Open",
        can_wait=False,
    ),
    DueKind.DAY: KindWords(
        icon="calendar-days",
        one="The workshop",
        many="",
        detail="{note}",
        step=Step.PARTICIPANTS,
        action="Open",
        can_wait=False,
    ),
    DueKind.CONTACTS: KindWords(
        icon="phone-call", one="Check the crisis contacts", many="", detail="{note}", step=Step.SETUP, action="Open"
    ),
    DueKind.SCREENING: KindWords(
        icon="clipboard-check",
        one="Screening talk with {who}",
        many="Screening talk with {n} people",
        detail="Before pairs are made",
        step=Step.SCREENING,
        action="Open",
    ),
    DueKind.ASKING: KindWords(
        icon="message-square-quote",
        one="A pair still to be asked",
        many="{n} pairs still to be asked",
        detail="Each person alone",
        step=Step.PAIRING,
        action="Open",
    ),
    DueKind.AGREEMENT: KindWords(
        icon="file-pen-line",
        one="1 agreement to be signed",
        many="{n} agreements to be signed",
        detail="Before the first call",
        step=Step.AGREEMENT,
        action="Open",
    ),
    DueKind.ALONE: KindWords(
        icon="phone-call",
        one="Phone {who} alone",
        many="Phone the members of {n} pairs alone",
        detail="Each alone; never ask one about the other",
        step=Step.CONTACT,
        action="Open",
    ),
    DueKind.REPAIR: KindWords(
        icon="heart-handshake",
        one="Repair talk: {who}",
        many="Repair talks of {n} pairs",
        detail=_TALK,
        step=Step.CONTACT,
        action="Open",
    ),
    DueKind.TALK: KindWords(
        icon="heart-handshake",
        one="Repair talk arranged: {who}",
        many="{n} repair talks arranged",
        detail="Ask afterwards what came of it",
        step=Step.CONTACT,
        action="Open",
    ),
    DueKind.LOOK_AGAIN: KindWords(
        icon="heart-handshake",
        one="Did the change help? {who}",
        many="Did the changes of {n} pairs help?",
        detail="As agreed in the repair talk",
        step=Step.CONTACT,
        action="Open",
    ),
    DueKind.TRIAL: KindWords(
        icon="heart-handshake",
        one="Trial check: {who}",
        many="Trial check of {n} partnerships",
        detail="Phone each person alone",
        step=Step.CONTACT,
        action="Open",
    ),
    DueKind.SHEETS: KindWords(
        icon="clock-alert",
        one="Call log not back: {who}",
        many="Call logs not back: {n} people",
        detail="Ask for the sheet",
        step=Step.CONTACT,
        action="Enter",
    ),
    DueKind.RATING: KindWords(
        icon="clock-alert",
        one="No rating: {who}",
        many="No rating from {n} people",
        detail="{note}",
        step=Step.CONTACT,
        action="Enter",
    ),
    DueKind.MEETING: KindWords(
        icon="calendar-days",
        one="Meeting",
        many="{n} meetings",
        detail="Print the meeting bag",
        step=Step.CONTACT,
        action="Open",
    ),
    DueKind.ATTENDANCE: KindWords(
        icon="clipboard-check",
        one="Who came to the meeting?",
        many="Who came to {n} meetings?",
        detail="Enter the list",
        step=Step.CONTACT,
        action="Enter",
    ),
    DueKind.TELL: KindWords(
        icon="phone-call",
        one="Pass on the new number of {who}",
        many="Pass on {n} new numbers",
        detail="The owner said yes",
        step=Step.CONTACT,
        action="Open",
    ),
    DueKind.PARTNER: KindWords(
        icon="phone-call",
        one="Phone {who}",
        many="Phone {n} people whose partner stopped",
        detail="Another partner, three, or home with dignity",
        step=Step.CONTACT,
        action="Open",
    ),
    DueKind.HAPPENED: KindWords(
        icon="info",
        one="Ask again: {who}",
        many="Ask {n} people again",
        detail="{note}",
        step=Step.CONTACT,
        action="Open",
    ),
    DueKind.FOLLOW_UP: KindWords(
        icon="calendar-clock",
        one="{note} meeting",
        many="",
        detail="Print the handouts",
        step=Step.SIX_MONTHS,
        action="Open",
        can_wait=False,
    ),
    DueKind.ASKED_AGAIN: KindWords(
        icon="clock-alert",
        one="{note}: {who} not heard from",
        many="{note}: {n} people not heard from",
        detail="Enter the sheet, or try to reach them",
        step=Step.SIX_MONTHS,
        action="Open",
    ),
    DueKind.UNREAD: KindWords(
        icon="triangle-alert",
        one="Look at what {who} handed in",
        many="Look at what {n} people handed in",
        detail="{note}: what got worse (E5), what they would like now (E6)",
        step=Step.SIX_MONTHS,
        action="Open",
        can_wait=False,
    ),
    DueKind.CUT_UP: KindWords(
        icon="file-text",
        one="Cut up the {who}",
        many="",
        detail="It has names and numbers on it. Type it first",
        step=Step.CONTACT,
        action="Open",
        can_wait=False,
    ),
    DueKind.NEVER_BEGAN: KindWords(
        icon="trash-2",
        one="Erase {who}, who did not take part",
        many="Erase {n} people who did not take part",
        detail="{note}",
        step=Step.PARTICIPANTS,
        action="Open",
    ),
    DueKind.ERASE: KindWords(
        icon="trash-2",
        one="Erase what is kept about {who}",
        many="Erase what is kept about {n} people",
        detail="{note}",
        step=Step.PARTICIPANTS,
        action="Open",
        can_wait=False,
    ),
    DueKind.ERASE_WORKSHOP: KindWords(
        icon="trash-2",
        one="Erase everything of this workshop",
        many="",
        detail="{note}",
        step=Step.SETUP,
        action="Open",
        can_wait=False,
    ),
    DueKind.SEE_RECORD: KindWords(
        icon="file-text",
        one="Show {who} what is kept about them",
        many="Show {n} people what is kept about them",
        detail="{note}",
        step=Step.PARTICIPANTS,
        action="Open",
        can_wait=False,
    ),
    DueKind.PUT_RIGHT: KindWords(
        icon="file-pen-line",
        one="Put something right for {who}",
        many="Put something right for {n} people",
        detail="{note}",
        step=Step.PARTICIPANTS,
        action="Open",
        can_wait=False,
    ),
    DueKind.KEPT_LONG: KindWords(
        icon="trash-2",
        one="Erase {who}: kept long enough",
        many="Erase {n} people: kept long enough",
        detail="{note}",
        step=Step.PARTICIPANTS,
        action="Open",
        can_wait=False,
    ),
}
