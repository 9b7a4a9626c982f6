"""Something has happened: what it moves, and the words for it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Happened(StrEnum):
    """What has happened to somebody on the way."""

    NEW_CONTACT = "new phone or address"
    SILENT = "has gone silent"
    STOPS = "wants to stop"
    TIE = "partners who are more than that now"
    DIED = "has died"
    OTHER = "something else"


class NewTie(StrEnum):
    """What two partners have become to each other."""

    COUPLE = "a couple"
    EMPLOYER = "employer and employee"
    LENDER = "lender and borrower"
    HOUSEMATES = "housemates"


@dataclass(eq=False)
class Happening:
    """One thing that happened to one participant; the day it happened is kept apart from the day it was typed."""

    participant_id: int
    kind: Happened
    happened_on: date
    typed_on: date
    partnership_id: int | None = None
    words: str = ""
    tie: NewTie | None = None
    may_pass_on: bool = False
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True)
class Guide:
    """What to say, what not to say, and what the program does."""

    say: str
    never: str
    moves: str


WITHOUT_A_PARTNER: dict[Happened, Guide] = {
    Happened.NEW_CONTACT: Guide(
        "Thank you. I have written it down.",
        "Never pass a number on without the owner's yes.",
        "The number is changed here, with its date.",
    ),
    Happened.SILENT: Guide(
        "I am phoning to hear how you are. You need not explain anything.",
        "Do not leave word with anybody else.",
        "A call is promised within three days, and Today asks until it is kept.",
    ),
    Happened.STOPS: Guide(
        "Thank you for telling me. You need give no reason.",
        "Never ask for a reason.",
        "A pair that is only proposed is taken back. Before the workshop the registration is cancelled.",
    ),
    Happened.DIED: Guide(
        "I am sorry. Thank you for telling me. You need do nothing more.",
        "Do not send a letter, do not leave a message.",
        "Everything due is withdrawn, nothing more can be printed for this person, and the name leaves every list.",
    ),
    Happened.OTHER: Guide(
        "Thank you for telling me. What would help you now?",
        "Write down no more than you need to know.",
        "Your note stays with you. A call is promised within three days, and Today asks until it is kept.",
    ),
}
"""The same about somebody who is in no pair; a tie between partners there cannot be."""
GUIDES: dict[Happened, Guide] = {
    Happened.NEW_CONTACT: Guide(
        "Thank you. May I give the new number to your partner, or would you rather do that yourself?",
        "Never pass a number on without the owner's yes, not even to the partner.",
        "The number is changed here, with its date. Only after a yes does Today ask you to tell the partner.",
    ),
    Happened.SILENT: Guide(
        "I am phoning to hear how you are. You need not explain anything.",
        "Do not ask the partner what is wrong with the other.",
        "Today asks you to phone each alone. Days stay agreed; what nobody wrote down stays not known.",
    ),
    Happened.STOPS: Guide(
        "Thank you for telling me. You need give no reason. Shall I tell your partner, or would you rather?",
        "Never ask for a reason, and never give one to the partner.",
        "The partnership ends on that day without fault. Due calls go; the partner is phoned and looked after.",
    ),
    Happened.TIE: Guide(
        "I am glad that you told me. Partners are not each other's couple, boss, lender or landlord; let us see.",
        "Do not judge it, and do not ask one about the other.",
        "The calls pause from that day and count no more, until you have phoned each alone and decided.",
    ),
    Happened.DIED: Guide(
        "I have sad news. (Say it plainly, today, yourself.) You need do nothing. I will phone again tomorrow.",
        "Do not send a letter, do not leave a message, do not ask for the sheets.",
        "Everything due is withdrawn, nothing more can be printed for this person, and the name leaves every list.",
    ),
    Happened.OTHER: Guide(
        "Thank you for telling me. What would help you now?",
        "Write down no more than you need to know.",
        "Your note stays with you. Today asks you once more on the day that you choose.",
    ),
}
