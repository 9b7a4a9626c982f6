"""Printed sheets: which kinds there are, to whom each goes, and which were issued."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum, auto

from mat_desktop.workshop.journey import Step


class SheetKind(StrEnum):
    """The things that are printed, in the order in which the day needs them."""

    RUN_SHEET = "run-sheet"
    SIGN_IN = "sign-in"
    NAME_TENT = "name-tent"
    WALL_ROTA = "wall-rota"
    WHERE_WE_ARE = "where-we-are"
    GO_ON = "go-on-card"
    CONSENT = "consent"
    STUDY_CONSENT = "study-consent"
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
    PHONE_LIST = "phone-list"
    TO_COLLECT = "to-collect"
    SIX_MONTHS = "six-month"
    ONE_YEAR = "one-year"
    LATER = "later-follow-up"
    ABSENT = "absent-pack"
    RATER = "rater"
    REPORT = "outcome-report"
    PAIR_OUTCOMES = "pair-outcomes"
    SUMMARY = "summary"
    STUDY_PLAN = "study-plan"
    REFERRAL = "referral"
    PRIVACY_NOTICE = "privacy-notice"
    WHAT_I_KEEP = "what-i-keep"
    RISKS = "risks"
    REQUESTS = "requests"
    IF_LOST = "if-lost"
    STAND_IN = "stand-in"


class Goes(StrEnum):
    """To whom a kind of sheet goes."""

    PERSON = "each person"
    PAIR = "each partnership, a copy for each member"
    ALL = "the same for everybody"
    ROOM = "once, for the room"


class Who(Enum):
    """Who can have a sheet of a kind."""

    NOBODY = auto()
    """It is printed once, for the room."""
    EXPECTED = auto()
    MAY_VOTE = auto()
    """Whoever has a ballot, or may still get one: included, or not decided about yet."""
    GOING_ON = auto()
    """Whoever goes on to pairing; before the first decision everybody who is expected."""
    WITH_A_GOAL = auto()
    IN_PAIRS = auto()
    AGREED_PAIRS = auto()
    PAIRS_TO_ASK = auto()
    AT_SIX_MONTHS = auto()
    AT_ONE_YEAR = auto()
    AT_LATER_POINT = auto()
    ABSENT = auto()
    RATED = auto()
    IN_STUDY = auto()
    """Whoever is expected, where the workshop is part of a study."""


class Group(StrEnum):
    """Under which heading the print centre lists a kind."""

    DAY = "Day"
    HOME = "Home"
    MEETING = "Meeting"
    HALF_YEAR = "Half year"
    FOR_YOU = "For you"


class Point(Enum):
    """Which follow-up point a kind of sheet asks about, where that is not told by the kind itself."""

    NEXT_LATER = auto()
    LAST_MET = auto()
    NEXT_RATED = auto()


@dataclass(frozen=True, kw_only=True)
class KindFacts:
    """Everything that is the same for all sheets of a kind, whatever stands on them."""

    title: str
    one: str
    """One of them, in a sentence."""
    note: str
    """What is said beside its title."""
    goes: Goes
    who: Who
    step: Step | None
    """Where it is typed; None where nothing on it is. A sheet about six months is typed at that step."""
    group: Group = Group.DAY
    point: Point | None = None
    """Where there is one, the sheet's version is the follow-up point in months."""
    share: int = 1
    """How many people share one, where it is alike for all: two, or a table of three."""
    cut: bool = False
    """Several are on one sheet of paper and are cut apart: for the day they come stack by stack."""
    nobody: str = ""
    """What is said where nobody can have one yet, if that is not simply that nobody is expected."""


# fmt: off
FACTS: dict[SheetKind, KindFacts] = {
    SheetKind.RUN_SHEET: KindFacts(
        title="Run sheet", one="run sheet", note="the day, for you",
        group=Group.FOR_YOU, goes=Goes.ROOM, who=Who.NOBODY, step=None,
    ),
    SheetKind.SIGN_IN: KindFacts(
        title="Sign-in list", one="sign-in list", note="one list, for the door",
        group=Group.FOR_YOU, goes=Goes.ROOM, who=Who.NOBODY, step=Step.PARTICIPANTS,
    ),
    SheetKind.NAME_TENT: KindFacts(
        title="Name tents", one="name tent", note="to be folded, two to a sheet",
        goes=Goes.PERSON, who=Who.EXPECTED, step=None, cut=True,
    ),
    SheetKind.WALL_ROTA: KindFacts(
        title="Rota for the wall", one="rota for the wall", note="who meets whom in which round, by table number",
        goes=Goes.ROOM, who=Who.NOBODY, step=None,
    ),
    SheetKind.WHERE_WE_ARE: KindFacts(
        title="Where we are", one="page “Where we are”", note="one page, if the battery dies",
        group=Group.FOR_YOU, goes=Goes.ROOM, who=Who.NOBODY, step=None,
    ),
    SheetKind.GO_ON: KindFacts(
        title="Go on without me", one="card “Go on without me”", note="a card for each part of the day",
        goes=Goes.ROOM, who=Who.NOBODY, step=None,
    ),
    SheetKind.CONSENT: KindFacts(
        title="Information and consent", one="information and consent form", note="to be signed",
        goes=Goes.PERSON, who=Who.EXPECTED, step=Step.PARTICIPANTS,
    ),
    SheetKind.STUDY_CONSENT: KindFacts(
        title="Consent for the study", one="consent form for the study", note="a second sheet, only in a study",
        goes=Goes.PERSON, who=Who.IN_STUDY, step=Step.PARTICIPANTS,
        nobody="This workshop is part of no study. That is said in step 1.",
    ),
    SheetKind.EVIDENCE: KindFacts(
        title="What is known", one="page “What is known”", note="evidence for and against, one a table",
        goes=Goes.ALL, who=Who.EXPECTED, step=None, share=3,
    ),
    SheetKind.READINESS: KindFacts(
        title="Readiness form", one="readiness form", note="before the talk",
        goes=Goes.PERSON, who=Who.EXPECTED, step=Step.SCREENING,
    ),
    SheetKind.QUESTIONNAIRE: KindFacts(
        title="Questionnaires", one="questionnaire", note="those the workshop uses",
        goes=Goes.PERSON, who=Who.EXPECTED, step=Step.SCREENING,
    ),
    SheetKind.COMPLAINTS: KindFacts(
        title="What troubles me", one="sheet “What troubles me”", note="three things, in own words",
        goes=Goes.PERSON, who=Who.EXPECTED, step=Step.SCREENING,
    ),
    SheetKind.HELP_SHEET: KindFacts(
        title="Help sheet", one="help sheet", note="numbers to phone",
        group=Group.HOME, goes=Goes.ALL, who=Who.EXPECTED, step=None,
    ),
    SheetKind.ROUND_CARD: KindFacts(
        title="Round cards", one="round card", note="which are the ballots as well",
        goes=Goes.PERSON, who=Who.MAY_VOTE, step=Step.PAIRING, cut=True,
        nobody="Nobody can have a ballot yet. People are added in step 2 and included in step 3.",
    ),
    SheetKind.PAIR_SLIP: KindFacts(
        title="Slips for pairs", one="slip for a pair", note="cut apart before the room fills; each is asked alone",
        goes=Goes.PAIR, who=Who.PAIRS_TO_ASK, step=Step.PAIRING,
        nobody="There are no pairs yet. They are made in step 4.",
    ),
    SheetKind.GOAL_SHEET: KindFacts(
        title="Goal sheets", one="goal sheet", note="to work on with the group",
        goes=Goes.PERSON, who=Who.GOING_ON, step=Step.GOALS,
    ),
    SheetKind.GOAL_CARD: KindFacts(
        title="Goal cards", one="goal card", note="A5, two to a sheet",
        group=Group.HOME, goes=Goes.PERSON, who=Who.WITH_A_GOAL, step=Step.GOALS, cut=True,
        nobody="Nobody has a goal yet. They are set in step 5. Blank copies need nobody.",
    ),
    SheetKind.AGREEMENT: KindFacts(
        title="Agreements", one="agreement", note="one copy each",
        group=Group.HOME, goes=Goes.PAIR, who=Who.AGREED_PAIRS, step=Step.AGREEMENT,
        nobody="There are no pairs yet. They are made in step 4. Blank copies need none.",
    ),
    SheetKind.CALL_LOG: KindFacts(
        title="Call logs", one="call log", note="the whole term",
        group=Group.HOME, goes=Goes.PERSON, who=Who.GOING_ON, step=Step.CONTACT,
    ),
    SheetKind.POCKET_CARD: KindFacts(
        title="Pocket cards", one="pocket card", note="script, missed call, numbers",
        group=Group.HOME, goes=Goes.PERSON, who=Who.GOING_ON, step=None, cut=True,
    ),
    SheetKind.DATES: KindFacts(
        title="Dates", one="sheet of dates", note="what comes when",
        group=Group.HOME, goes=Goes.PERSON, who=Who.GOING_ON, step=None,
    ),
    SheetKind.PRACTICE_CALL: KindFacts(
        title="Practice call", one="page “Practice call”", note="back to back, out loud, one for two",
        goes=Goes.ALL, who=Who.EXPECTED, step=None, share=2,
    ),
    SheetKind.REPAIR_CARD: KindFacts(
        title="Missed call and repair", one="card “Missed call and repair”", note="what to say then, one for two",
        group=Group.HOME, goes=Goes.ALL, who=Who.EXPECTED, step=None, share=2,
    ),
    SheetKind.ALLIANCE_CHECK: KindFacts(
        title="Alliance checks", one="alliance check", note="how the calls feel",
        group=Group.MEETING, goes=Goes.PERSON, who=Who.IN_PAIRS, step=Step.CONTACT,
        nobody="Nobody is in a pair yet. Pairs are made in step 4.",
    ),
    SheetKind.MEETING_CARD: KindFacts(
        title="Meeting without a leader", one="card “Meeting without a leader”", note="75 minutes",
        group=Group.MEETING, goes=Goes.ALL, who=Who.EXPECTED, step=None,
    ),
    SheetKind.MEETING_AGENDA: KindFacts(
        title="Meeting agenda", one="meeting agenda", note="90 minutes, led",
        group=Group.MEETING, goes=Goes.ROOM, who=Who.NOBODY, step=None,
    ),
    SheetKind.PHONE_LIST: KindFacts(
        title="Phone list", one="phone list", note="for the calls; the numbers are cut off afterwards",
        group=Group.FOR_YOU, goes=Goes.ROOM, who=Who.NOBODY, step=None,
    ),
    SheetKind.ATTENDANCE: KindFacts(
        title="Who came", one="list “Who came”", note="first names, at a meeting",
        group=Group.MEETING, goes=Goes.ROOM, who=Who.NOBODY, step=None,
    ),
    SheetKind.TO_COLLECT: KindFacts(
        title="Sheets to collect", one="list of sheets to collect", note="for the box, no answers on it",
        group=Group.MEETING, goes=Goes.ROOM, who=Who.NOBODY, step=None,
    ),
    SheetKind.SIX_MONTHS: KindFacts(
        title="Six-month handouts", one="six-month handout", note="to answer by pen",
        group=Group.HALF_YEAR, goes=Goes.PERSON, who=Who.AT_SIX_MONTHS, step=Step.SIX_MONTHS,
        nobody="Nobody has begun yet. Pairs are made in step 4.",
    ),
    SheetKind.ONE_YEAR: KindFacts(
        title="One-year handouts", one="one-year handout", note="to answer by pen",
        group=Group.HALF_YEAR, goes=Goes.PERSON, who=Who.AT_ONE_YEAR, step=Step.ONE_YEAR,
        nobody="Nobody has begun yet. Pairs are made in step 4.",
    ),
    SheetKind.LATER: KindFacts(
        title="Later handouts", one="later handout", note="two years and more, to answer by pen",
        group=Group.HALF_YEAR, goes=Goes.PERSON, who=Who.AT_LATER_POINT, step=Step.ONE_YEAR, point=Point.NEXT_LATER,
    ),
    SheetKind.ABSENT: KindFacts(
        title="Packs for the absent", one="pack for somebody absent", note="letter, handout, labels; only by post",
        group=Group.HALF_YEAR, goes=Goes.PERSON, who=Who.ABSENT, step=Step.ONE_YEAR, point=Point.LAST_MET,
    ),
    SheetKind.RATER: KindFacts(
        title="Rater sheets", one="rater sheet", note="for an independent rater; a number, no name",
        group=Group.HALF_YEAR, goes=Goes.PERSON, who=Who.RATED, step=Step.ONE_YEAR, point=Point.NEXT_RATED,
    ),
    SheetKind.REPORT: KindFacts(
        title="Outcome report", one="outcome report", note="the group, without names",
        group=Group.FOR_YOU, goes=Goes.ROOM, who=Who.NOBODY, step=None,
    ),
    SheetKind.PAIR_OUTCOMES: KindFacts(
        title="Each pair", one="page “Each pair”", note="with names, for you alone",
        group=Group.FOR_YOU, goes=Goes.ROOM, who=Who.NOBODY, step=None,
    ),
    SheetKind.SUMMARY: KindFacts(
        title="One-page summary", one="one-page summary", note="for a funder, whole-group counts",
        group=Group.FOR_YOU, goes=Goes.ROOM, who=Who.NOBODY, step=None,
    ),
    SheetKind.STUDY_PLAN: KindFacts(
        title="Plan of the study", one="plan of the study", note="with its seal; the list once the arms are named",
        group=Group.FOR_YOU, goes=Goes.ROOM, who=Who.NOBODY, step=None,
    ),
    SheetKind.REFERRAL: KindFacts(
        title="Referral sheets", one="referral sheet", note="written by pen",
        group=Group.FOR_YOU, goes=Goes.PERSON, who=Who.EXPECTED, step=None,
    ),
    SheetKind.PRIVACY_NOTICE: KindFacts(
        title="Privacy notice", one="privacy notice", note="what people are told is kept",
        goes=Goes.ROOM, who=Who.NOBODY, step=None,
    ),
    SheetKind.WHAT_I_KEEP: KindFacts(
        title="What I keep, and why", one="page “What I keep, and why”", note="the record of processing, for you",
        goes=Goes.ROOM, who=Who.NOBODY, step=None,
    ),
    SheetKind.RISKS: KindFacts(
        title="Risks and measures", one="page “Risks and measures”", note="to go through once before the day",
        goes=Goes.ROOM, who=Who.NOBODY, step=None,
    ),
    SheetKind.REQUESTS: KindFacts(
        title="Requests and their days", one="page “Requests and their days”", note="with names, for you alone",
        goes=Goes.ROOM, who=Who.NOBODY, step=None,
    ),
    SheetKind.IF_LOST: KindFacts(
        title="If something is lost", one="page “If something is lost”", note="a sheet, a stick, the laptop",
        goes=Goes.ROOM, who=Who.NOBODY, step=None,
    ),
    SheetKind.STAND_IN: KindFacts(
        title="If I fall ill", one="page “If I fall ill”", note="for whoever stands in; in the sealed envelope",
        group=Group.FOR_YOU, goes=Goes.ROOM, who=Who.NOBODY, step=None,
    ),
}
# fmt: on
"""Every kind of sheet, in the order in which the print centre lists them."""
BY_MONTHS = tuple(kind for kind, facts in FACTS.items() if facts.point)
"""Kinds whose version is the follow-up point in months."""

HANDOUTS = (SheetKind.SIX_MONTHS, SheetKind.ONE_YEAR, SheetKind.LATER)
"""What comes in two parts: one to hand in, one to keep."""

KEPT = (SheetKind.GOAL_CARD, SheetKind.POCKET_CARD, SheetKind.DATES, SheetKind.HELP_SHEET)
"""What people keep: no code and no surname stands on it."""
AT_HOME = frozenset(kind for kind, facts in FACTS.items() if facts.group is Group.HOME) | {
    SheetKind.CONSENT,
    SheetKind.STUDY_CONSENT,
    SheetKind.REFERRAL,
    SheetKind.MEETING_CARD,
}
"""What lies about at home, where others see it: the workshop's title does not stand on it. Handouts see to it
themselves, for one part of them is handed in."""
FILED = frozenset(kind for kind, facts in FACTS.items() if facts.step is not None) - {
    SheetKind.GOAL_CARD,
    SheetKind.PAIR_SLIP,
} | {SheetKind.PHONE_LIST}
"""What somebody files by its code; goal cards go home, and slips are typed on the telling list by name. A phone list is
typed on Today, without its code: that is for its picture."""
READ_FROM_PICTURES = frozenset(
    {
        *(SheetKind.CALL_LOG, SheetKind.SIX_MONTHS, SheetKind.ONE_YEAR, SheetKind.LATER, SheetKind.ABSENT),
        *(SheetKind.ROUND_CARD, SheetKind.ALLIANCE_CHECK, SheetKind.PHONE_LIST),
        *(SheetKind.READINESS, SheetKind.QUESTIONNAIRE, SheetKind.COMPLAINTS),
        *(SheetKind.CONSENT, SheetKind.STUDY_CONSENT),
    }
)
"""The kinds of sheet that are read from pictures; all others are typed, and no page of them is kept."""
NEW_EACH_TIME = frozenset({SheetKind.PHONE_LIST})
"""What is another sheet each time it is printed: whose row is whose changes from day to day."""

DAY_ESSENTIALS: tuple[SheetKind, ...] = (
    SheetKind.RUN_SHEET,
    SheetKind.SIGN_IN,
    SheetKind.WHERE_WE_ARE,
    SheetKind.WALL_ROTA,
    SheetKind.GO_ON,
    SheetKind.NAME_TENT,
    SheetKind.CONSENT,
    SheetKind.READINESS,
    SheetKind.GOAL_SHEET,
    SheetKind.ROUND_CARD,
    SheetKind.CALL_LOG,
    SheetKind.POCKET_CARD,
    SheetKind.HELP_SHEET,
    SheetKind.AGREEMENT,
)
"""The evening before: that without which the day could not be held; agreements are blank until there are pairs."""


def essentials(*, study: bool) -> tuple[SheetKind, ...]:
    """The same for one workshop: in a study the second consent sheet is among it, after the first."""
    second = DAY_ESSENTIALS.index(SheetKind.CONSENT) + 1
    return (*DAY_ESSENTIALS[:second], *(SheetKind.STUDY_CONSENT,) * study, *DAY_ESSENTIALS[second:])


DAY_REST: tuple[SheetKind, ...] = (
    SheetKind.QUESTIONNAIRE,
    SheetKind.EVIDENCE,
    SheetKind.COMPLAINTS,
    SheetKind.DATES,
    SheetKind.PRACTICE_CALL,
    SheetKind.REPAIR_CARD,
    SheetKind.ALLIANCE_CHECK,
)
"""What is good to have on the day, and can wait until the essentials are out."""
DAY_PACK = (*DAY_ESSENTIALS, *DAY_REST)
"""Everything that does not depend on pairs."""
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
LEADERLESS_BAG: tuple[SheetKind, ...] = (SheetKind.MEETING_CARD, SheetKind.CALL_LOG)
"""What goes to a meeting without a leader: the card. Nobody collects forms there."""
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
    fields: str = ""
    """Where its answers stand, as `facilitation/sheets/answer_places.py` writes it; empty where nothing is answered."""
    earlier: bool = False
    """Issued before pages were kept as printed: paper that nobody knows may be about, so it is typed, never read."""
    id: int | None = None
    uid: str = ""
