"""Each member's private rating of the partnership, and when it is worth offering a talk."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date


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
NEAR_DAYS = 10
"""A rating belongs to the agreed date that is at most so many days away."""

_TREND_DOMAINS = ("bond", "goal", "task")
_DOMAIN_WORDS = {"bond": "how far they trust each other", "goal": "what they aim for", "task": "how they use the calls"}


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
    typed_on: date | None = None
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


def asks_for_a_talk(ratings: Mapping[str, int], earlier: Mapping[str, int] | None) -> tuple[str, ...]:
    """Why a repair talk is worth offering, each reason in a plain sentence; empty where there is none.

    A fall of two points or more in a domain, any item at four or less, or five or more on holding back.
    """
    found = []
    for domain in _TREND_DOMAINS:
        now, before = domain_mean(ratings, domain), domain_mean(earlier or {}, domain)
        if now is not None and before is not None and before - now >= 2:
            found.append(
                f"{_DOMAIN_WORDS[domain].capitalize()}: from {before:.1f} to {now:.1f} since the check before."
            )
    low = [i for i in ALLIANCE_ITEMS if i.key != "holding_back" and ratings.get(i.key, 10) <= 4]
    found += [f"{ratings[i.key]} of 10 for “{i.words}”" for i in low]
    if (held := ratings.get("holding_back", 0)) >= 5:
        found.append(f"{held} of 10 for “{ALLIANCE_ITEMS[-1].words}”")
    return tuple(found)


def gap(first: float | None, second: float | None) -> float | None:
    """How far two members' means of one date lie apart, 0-10; None where one of them is missing."""
    return None if first is None or second is None else abs(first - second)


def nearest(agreed: Iterable[date], happened_on: date) -> date | None:
    """The agreed date that a rating belongs to, or None where it was given at another time."""
    close = [day for day in agreed if abs((day - happened_on).days) <= NEAR_DAYS]
    return min(close, key=lambda day: (abs((day - happened_on).days), day)) if close else None
