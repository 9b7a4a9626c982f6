"""Step 7: six months of contact, day by day, and each member's private rating of the partnership."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Mark(StrEnum):
    """What a log says about one day. A day without a mark is not known."""

    TALKED = "talked"
    MESSAGE = "message only"
    NO_CALL = "no call"
    EXCUSED = "excused"


class Source(StrEnum):
    """Where an entry comes from."""

    SHEET = "sheet"
    PHOTO = "photo"
    PHONE = "phone"
    PARTNER_SHEET = "partner's sheet"
    MEETING = "at the meeting"


@dataclass(eq=False)
class ContactDay:
    """What one member's log says about one day."""

    partnership_id: int
    participant_id: int
    day: date
    mark: Mark
    source: Source = Source.SHEET
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True)
class Dose:
    """One person's contact over the agreed days: every day is in exactly one of the five counts."""

    agreed: int
    talked: int
    message: int
    no_call: int
    excused: int

    @property
    def not_known(self) -> int:
        """The days about which nothing is written."""
        return self.agreed - self.talked - self.message - self.no_call - self.excused


def dose(agreed_days: Iterable[date], marks: Mapping[date, Mark]) -> Dose:
    """Count one member's agreed days by what is known of them."""
    days = list(agreed_days)
    known = [marks[day] for day in days if day in marks]
    return Dose(
        len(days),
        *(known.count(mark) for mark in (Mark.TALKED, Mark.MESSAGE, Mark.NO_CALL, Mark.EXCUSED)),
    )


@dataclass(frozen=True)
class AllianceItem:
    """One sentence of the alliance check, rated 0, not at all, to 10, completely."""

    key: str
    domain: str
    words: str


ALLIANCE_ITEMS: tuple[AllianceItem, ...] = (
    AllianceItem("truth", "bond", "I could tell my partner the truth today."),
    AllianceItem("my_side", "bond", "I felt my partner was on my side."),
    AllianceItem("aims", "goal", "We both know what each of us is aiming for."),
    AllianceItem("matters", "goal", "We are working on what matters most to me."),
    AllianceItem("calls_help", "task", "The way we use our calls helps me act."),
    AllianceItem("who_does", "task", "We agree who does what."),
    AllianceItem("fair_time", "extra", "Time was shared fairly."),
    AllianceItem("holding_back", "held back", "There is something I have been holding back."),
)
ALLIANCE_NOTICE = "Workshop check. Not a validated scale. Use it only to talk together."
SILENT_DAYS = 35
"""After so many days without an entry somebody asks for the sheet."""

_TREND_DOMAINS = ("bond", "goal", "task")


@dataclass(eq=False)
class AllianceRating:
    """One item of a check, 0 to 10."""

    item: str
    value: int
    id: int | None = None
    uid: str = ""
    check_id: int | None = None


@dataclass(eq=False)
class AllianceCheck:
    """One member's private rating of the partnership on one day; never shown to the partner."""

    partnership_id: int
    participant_id: int
    happened_on: date
    id: int | None = None
    uid: str = ""
    ratings: list[AllianceRating] = field(default_factory=list)


def domain_mean(ratings: Mapping[str, int], domain: str) -> float | None:
    """The mean of one domain's answered items, 0-10, or None where none was answered."""
    values = [ratings[i.key] for i in ALLIANCE_ITEMS if i.domain == domain and i.key in ratings]
    return sum(values) / len(values) if values else None


def alliance_mean(ratings: Mapping[str, int]) -> float | None:
    """The mean of bond, goal and task as answered, 0-10: the point on the trend."""
    domains = [m for d in _TREND_DOMAINS if (m := domain_mean(ratings, d)) is not None]
    return sum(domains) / len(domains) if domains else None


def asks_for_a_talk(ratings: Mapping[str, int], earlier: Mapping[str, int] | None) -> str:
    """Why a repair talk is worth offering, in words, or nothing.

    A fall of two points or more in a domain, any item at four or less, or five or more on holding back.
    """
    if ratings.get("holding_back", 0) >= 5:
        return "holding something back"
    if any(value <= 4 for key, value in ratings.items() if key != "holding_back"):
        return "an answer of 4 or less"
    for domain in _TREND_DOMAINS:
        now, before = domain_mean(ratings, domain), domain_mean(earlier or {}, domain)
        if now is not None and before is not None and before - now >= 2:
            return f"{domain} fell by {before - now:.1f}"
    return ""
