"""What stands on the paper of steps 8 and 9: the part to hand in, the part to keep, what is posted, a rater's sheet."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.goals.views import GoalView
from mat_desktop.facilitation.printed.head import Head
from mat_desktop.facilitation.printed.screening import PrintedForm
from mat_desktop.facilitation.shown.strip import DayStrip
from mat_desktop.facilitation.shown.trend import Trend
from mat_desktop.workshop.contact.dose import Dose
from mat_desktop.workshop.followup import Story
from mat_desktop.workshop.safety import ContactRole


@dataclass(frozen=True, kw_only=True)
class Contact:
    """What somebody keeps about their calls. Whoever has no partner now keeps none of it.

    `felt` has points only for whoever asked for the chart.
    """

    partners: tuple[str, ...]
    call_time: str
    dose: Dose
    strip: DayStrip
    felt: Trend


@dataclass(frozen=True, kw_only=True)
class NamedPeople:
    """Who is named on one person's sheets, and how.

    Args:
        facilitator: her first name, or "the facilitator".
        phone: her number.
        phone_until: until when she answers it, if she has said so.
        readers: everybody who reads what is handed in.
        partners: the first names of the partners of now.
        kept_partner: the partner as papers that go home may say it: the first name, or nothing.
        envelope: whose envelope the sheet goes into, where the facilitator is the partner herself.
    """

    facilitator: str
    phone: str
    phone_until: date | None
    readers: str
    partners: tuple[str, ...]
    kept_partner: str
    envelope: str = ""


@dataclass(frozen=True)
class Number:
    """One number to phone: what it is for in words, the number, and its role."""

    words: str
    number: str
    role: ContactRole


@dataclass(frozen=True, kw_only=True)
class AskedQuestion:
    """One question of section E with its names filled in; `values` are what the boxes mean, beside their words."""

    item: str
    key: str
    words: str
    note: str
    lines: int
    most: int
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class HandoutSheet:
    """One person's handout: what is handed in, without any earlier mark, and what is kept.

    Args:
        heading: what stands above what is seen at home.
        goals: each goal with the level of the follow-up before.
        two_weeks: the questionnaires of section C.
        calls: the ratings of section D, where there is a partner and somebody else to read them.
        since: the months of the start and of the follow-up before, in words.
        one_household: a couple, or people who live together: no chart, nothing written to the partner.
        may_reach_back: "May Ruth ask you again" stands on it.
    """

    head: Head
    name: str
    first_name: str
    months: int
    meeting: date
    meeting_time: str
    place: str
    heading: str
    story: Story
    goals: tuple[tuple[GoalView, int | None], ...]
    complaints: tuple[str, ...]
    two_weeks: tuple[PrintedForm, ...]
    calls: PrintedForm | None
    questions: tuple[AskedQuestion, ...]
    since: tuple[str, str]
    voices: NamedPeople
    contact: Contact
    following: tuple[str, date, str] | None
    numbers: tuple[Number, ...]
    checked: str
    posted: bool
    one_household: bool


@dataclass(frozen=True)
class HandInSheet:
    """The part that is handed in."""

    head: Head
    handout: HandoutSheet


@dataclass(frozen=True, kw_only=True)
class OwnFormSheet:
    """One questionnaire that asks about safety or carries a notice: a sheet of its own, given to its reader by hand.

    `reader` is who reads it before its owner goes home; empty where nothing on it is urgent.
    """

    head: Head
    name: str
    form: PrintedForm
    reader: str


@dataclass(frozen=True)
class KeepSheet:
    """The part that is kept: it has no code and no surname, and nobody files it."""

    head: Head
    handout: HandoutSheet


@dataclass(frozen=True, kw_only=True)
class AbsentSheet:
    """For somebody who was not there and allows post: a short letter, part 1, and a label for the way back.

    `with_keep`: nobody else opens the post, so the page to keep goes with it.
    """

    head: Head
    first_name: str
    name: str
    address: str
    back_to: tuple[str, ...]
    handout: HandoutSheet
    with_keep: bool


@dataclass(frozen=True, kw_only=True)
class RaterSheet:
    """The ladders of one person for an independent rater: a number instead of the name, no arm, no earlier mark."""

    head: Head
    number: int
    months: int
    goals: tuple[GoalView, ...]
