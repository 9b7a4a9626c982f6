"""How due things are called, alone and several together, and where each leads."""

from dataclasses import dataclass

from mat_desktop.workshop.journey import Step


@dataclass(frozen=True)
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
KINDS: dict[str, KindWords] = {
    "card": KindWords(
        "triangle-alert", "A safety card is open", "{n} safety cards open", "Act today", Step.SCREENING, "Open", False
    ),
    "died": KindWords(
        "phone-call",
        "Phone {who} yourself, today",
        "Phone {n} people yourself, today",
        "Say it plainly. No letter",
        Step.CONTACT,
        "Open",
        False,
    ),
    "day": KindWords("calendar-days", "The workshop", "", "{note}", Step.PARTICIPANTS, "Open", False),
    "contacts": KindWords("phone-call", "Check the crisis contacts", "", "{note}", Step.SETUP, "Open"),
    "screening": KindWords(
        "clipboard-check",
        "Screening talk with {who}",
        "Screening talk with {n} people",
        "Before pairs are made",
        Step.SCREENING,
        "Open",
    ),
    "asking": KindWords(
        "message-square-quote",
        "A pair still to be asked",
        "{n} pairs still to be asked",
        "Each person alone",
        Step.PAIRING,
        "Open",
    ),
    "agreement": KindWords(
        "file-pen-line",
        "1 agreement to be signed",
        "{n} agreements to be signed",
        "Before the first call",
        Step.AGREEMENT,
        "Open",
    ),
    "alone": KindWords(
        "phone-call",
        "Phone {who} alone",
        "Phone the members of {n} pairs alone",
        "Each alone; never ask one about the other",
        Step.CONTACT,
        "Open",
    ),
    "repair": KindWords(
        "heart-handshake", "Repair talk: {who}", "Repair talks of {n} pairs", _TALK, Step.CONTACT, "Open"
    ),
    "talk": KindWords(
        "heart-handshake",
        "Repair talk arranged: {who}",
        "{n} repair talks arranged",
        "Ask afterwards what came of it",
        Step.CONTACT,
        "Open",
    ),
    "look-again": KindWords(
        "heart-handshake",
        "Did the change help? {who}",
        "Did the changes of {n} pairs help?",
        "As agreed in the repair talk",
        Step.CONTACT,
        "Open",
    ),
    "trial": KindWords(
        "heart-handshake",
        "Trial check: {who}",
        "Trial check of {n} partnerships",
        "Phone each person alone",
        Step.CONTACT,
        "Open",
    ),
    "sheets": KindWords(
        "clock-alert",
        "Call log not back: {who}",
        "Call logs not back: {n} people",
        "Ask for the sheet",
        Step.CONTACT,
        "Enter",
    ),
    "rating": KindWords(
        "clock-alert", "No rating: {who}", "No rating from {n} people", "{note}", Step.CONTACT, "Enter"
    ),
    "meeting": KindWords("calendar-days", "Meeting", "{n} meetings", "Print the meeting bag", Step.CONTACT, "Open"),
    "attendance": KindWords(
        "clipboard-check",
        "Who came to the meeting?",
        "Who came to {n} meetings?",
        "Enter the list",
        Step.CONTACT,
        "Enter",
    ),
    "tell": KindWords(
        "phone-call",
        "Pass on the new number of {who}",
        "Pass on {n} new numbers",
        "The owner said yes",
        Step.CONTACT,
        "Open",
    ),
    "partner": KindWords(
        "phone-call",
        "Phone {who}",
        "Phone {n} people whose partner stopped",
        "Another partner, three, or home with dignity",
        Step.CONTACT,
        "Open",
    ),
    "happened": KindWords("info", "Ask again: {who}", "Ask {n} people again", "{note}", Step.CONTACT, "Open"),
    "follow-up": KindWords(
        "calendar-clock", "{note} meeting", "", "Print the handouts", Step.SIX_MONTHS, "Open", False
    ),
    "asked-again": KindWords(
        "clock-alert",
        "{note}: {who} not heard from",
        "{note}: {n} people not heard from",
        "Enter the sheet, or try to reach them",
        Step.SIX_MONTHS,
        "Open",
    ),
}
