"""Printed sheets: which kinds there are, to whom each goes, and which were issued."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SheetKind(StrEnum):
    """The things that are printed, in the order in which the day needs them."""

    RUN_SHEET = "run-sheet"
    SIGN_IN = "sign-in"
    NAME_TENT = "name-tent"
    WHERE_WE_ARE = "where-we-are"
    GO_ON = "go-on-card"
    CONSENT = "consent"
    EVIDENCE = "evidence"
    READINESS = "readiness"
    QUESTIONNAIRE = "questionnaire"
    COMPLAINTS = "complaints"
    HELP_SHEET = "help-sheet"
    ROUND_CARD = "round-card"
    PAIR_SLIP = "pair-slip"
    GOAL_SHEET = "goal-sheet"
    GOAL_CARD = "goal-card"
    AGREEMENT = "agreement"
    CALL_LOG = "call-log"
    POCKET_CARD = "pocket-card"
    DATES = "dates"
    PRACTICE_CALL = "practice-call"
    REPAIR_CARD = "repair-card"
    ALLIANCE_CHECK = "alliance-check"
    MEETING_CARD = "meeting-card"
    MEETING_AGENDA = "meeting-agenda"
    ATTENDANCE = "attendance"
    TO_COLLECT = "to-collect"
    SIX_MONTHS = "six-month"
    ONE_YEAR = "one-year"
    LATER = "later-follow-up"
    ABSENT = "absent-pack"
    RATER = "rater"
    REPORT = "outcome-report"
    PAIR_OUTCOMES = "pair-outcomes"
    SUMMARY = "summary"
    REFERRAL = "referral"


class Goes(StrEnum):
    """To whom a kind of sheet goes."""

    PERSON = "each person"
    PAIR = "each partnership, a copy for each member"
    ALL = "the same for everybody"
    ROOM = "once, for the room"


@dataclass(frozen=True)
class KindFacts:
    """How a kind of sheet is called, and one of them in a sentence; what is said beside its name; to whom it goes."""

    title: str
    one: str
    note: str
    goes: Goes = Goes.PERSON


FACTS: dict[SheetKind, KindFacts] = {
    SheetKind.RUN_SHEET: KindFacts("Run sheet", "run sheet", "the day, for you", Goes.ROOM),
    SheetKind.SIGN_IN: KindFacts("Sign-in list", "sign-in list", "one list, for the door", Goes.ROOM),
    SheetKind.NAME_TENT: KindFacts("Name tents", "name tent", "to be folded, two to a sheet"),
    SheetKind.WHERE_WE_ARE: KindFacts(
        "Where we are", "page “Where we are”", "one page, if the battery dies", Goes.ROOM
    ),
    SheetKind.GO_ON: KindFacts(
        "Go on without me", "card “Go on without me”", "a card for each part of the day", Goes.ROOM
    ),
    SheetKind.CONSENT: KindFacts("Information and consent", "information and consent form", "to be signed"),
    SheetKind.EVIDENCE: KindFacts("What is known", "page “What is known”", "evidence for and against", Goes.ALL),
    SheetKind.READINESS: KindFacts("Readiness form", "readiness form", "before the talk"),
    SheetKind.QUESTIONNAIRE: KindFacts("Questionnaires", "questionnaire", "those the workshop uses"),
    SheetKind.COMPLAINTS: KindFacts("What troubles me", "sheet “What troubles me”", "three things, in own words"),
    SheetKind.HELP_SHEET: KindFacts("Help sheet", "help sheet", "numbers to phone", Goes.ALL),
    SheetKind.ROUND_CARD: KindFacts("Round cards", "round card", "which are the ballots as well"),
    SheetKind.PAIR_SLIP: KindFacts("Slips for pairs", "slip for a pair", "each is asked alone", Goes.PAIR),
    SheetKind.GOAL_SHEET: KindFacts("Goal sheets", "goal sheet", "to work on with the group"),
    SheetKind.GOAL_CARD: KindFacts("Goal cards", "goal card", "A5, two to a sheet"),
    SheetKind.AGREEMENT: KindFacts("Agreements", "agreement", "one copy each", Goes.PAIR),
    SheetKind.CALL_LOG: KindFacts("Call logs", "call log", "the whole term"),
    SheetKind.POCKET_CARD: KindFacts("Pocket cards", "pocket card", "script, missed call, numbers"),
    SheetKind.DATES: KindFacts("Dates", "sheet of dates", "what comes when"),
    SheetKind.PRACTICE_CALL: KindFacts("Practice call", "page “Practice call”", "back to back, out loud", Goes.ALL),
    SheetKind.REPAIR_CARD: KindFacts(
        "Missed call and repair", "card “Missed call and repair”", "what to say then", Goes.ALL
    ),
    SheetKind.ALLIANCE_CHECK: KindFacts("Alliance checks", "alliance check", "how the calls feel"),
    SheetKind.MEETING_CARD: KindFacts(
        "Meeting without a leader", "card “Meeting without a leader”", "75 minutes", Goes.ALL
    ),
    SheetKind.MEETING_AGENDA: KindFacts("Meeting agenda", "meeting agenda", "90 minutes, led", Goes.ROOM),
    SheetKind.ATTENDANCE: KindFacts("Who came", "list “Who came”", "first names, at a meeting", Goes.ROOM),
    SheetKind.TO_COLLECT: KindFacts(
        "Sheets to collect", "list of sheets to collect", "for the box, no answers on it", Goes.ROOM
    ),
    SheetKind.SIX_MONTHS: KindFacts("Six-month handouts", "six-month handout", "to answer by pen"),
    SheetKind.ONE_YEAR: KindFacts("One-year handouts", "one-year handout", "to answer by pen"),
    SheetKind.LATER: KindFacts("Later handouts", "later handout", "two years and more, to answer by pen"),
    SheetKind.ABSENT: KindFacts(
        "Packs for the absent", "pack for somebody absent", "letter, handout, labels; only by post"
    ),
    SheetKind.RATER: KindFacts("Rater sheets", "rater sheet", "for an independent rater; a number, no name"),
    SheetKind.REPORT: KindFacts("Outcome report", "outcome report", "the group, without names", Goes.ROOM),
    SheetKind.PAIR_OUTCOMES: KindFacts("Each pair", "page “Each pair”", "with names, for you alone", Goes.ROOM),
    SheetKind.SUMMARY: KindFacts("One-page summary", "one-page summary", "for a funder, whole-group counts", Goes.ROOM),
    SheetKind.REFERRAL: KindFacts("Referral sheets", "referral sheet", "written by pen"),
}
BY_MONTHS = (SheetKind.LATER, SheetKind.ABSENT, SheetKind.RATER)
"""Kinds whose version is the follow-up point in months."""
SHEET_TITLES: dict[SheetKind, str] = {kind: facts.title for kind, facts in FACTS.items()}

DAY_PACK: tuple[SheetKind, ...] = (
    SheetKind.RUN_SHEET,
    SheetKind.SIGN_IN,
    SheetKind.GO_ON,
    SheetKind.NAME_TENT,
    SheetKind.CONSENT,
    SheetKind.READINESS,
    SheetKind.QUESTIONNAIRE,
    SheetKind.EVIDENCE,
    SheetKind.COMPLAINTS,
    SheetKind.GOAL_SHEET,
    SheetKind.ROUND_CARD,
    SheetKind.CALL_LOG,
    SheetKind.POCKET_CARD,
    SheetKind.DATES,
    SheetKind.PRACTICE_CALL,
    SheetKind.REPAIR_CARD,
    SheetKind.ALLIANCE_CHECK,
    SheetKind.HELP_SHEET,
    SheetKind.AGREEMENT,
)
"""The evening before: everything that does not depend on pairs; agreements are blank until there are some."""
TAKE_HOME: tuple[SheetKind, ...] = (
    SheetKind.AGREEMENT,
    SheetKind.CALL_LOG,
    SheetKind.POCKET_CARD,
    SheetKind.DATES,
    SheetKind.GOAL_CARD,
)
"""The five things that go home."""
MEETING_BAG: tuple[SheetKind, ...] = (
    SheetKind.MEETING_AGENDA,
    SheetKind.ATTENDANCE,
    SheetKind.TO_COLLECT,
    SheetKind.ALLIANCE_CHECK,
    SheetKind.CALL_LOG,
)
"""What goes to a meeting: nothing on it may not be seen by everybody there, and all is entered afterwards."""
SPARE_PACKS = 3
BLANK_AGREEMENTS = (2, 2, 3)
"""How many people each of the three blank agreements in a pack is for."""


@dataclass(eq=False)
class IssuedSheet:
    """A sheet that was issued once; printing it again keeps its code. `occasion` is when it was printed first."""

    workshop_id: int
    code: str
    kind: SheetKind
    version: int = 1
    participant_id: int | None = None
    partnership_id: int | None = None
    occasion: str = ""
    printed_at: datetime | None = None
    id: int | None = None
    uid: str = ""
