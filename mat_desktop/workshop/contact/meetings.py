"""The meetings of the group between the workshop and the six-month meeting, led or without a leader."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from mat_desktop.workshop.setup import Workshop, last_day, months_after


class Lead(StrEnum):
    """Whether somebody leads the meeting."""

    LED = "led"
    LEADERLESS = "without a leader"


class Came(StrEnum):
    """Whether somebody was there. Nobody is absent before it is said."""

    HERE = "here"
    EXCUSED = "excused"
    AWAY = "not here"


@dataclass(eq=False)
class Attendance:
    """One person at one meeting, and how many minutes of help they gave and got."""

    participant_id: int
    came: Came | None = None
    gave: int | None = None
    got: int | None = None
    id: int | None = None
    uid: str = ""
    meeting_id: int | None = None


@dataclass(eq=False)
class GroupMeeting:
    """One meeting. Without a leader a host and a timekeeper are named; they rotate."""

    workshop_id: int
    day: date
    at_time: str = "10:00"
    lead: Lead = Lead.LED
    host_id: int | None = None
    timekeeper_id: int | None = None
    held: bool = False
    typed_on: date | None = None
    id: int | None = None
    uid: str = ""
    attendances: list[Attendance] = field(default_factory=list)


@dataclass(frozen=True)
class AgendaCard:
    """One part of a meeting: its minutes, its title and the words to say."""

    minutes: int
    title: str
    say: str


LED_AGENDA: tuple[AgendaCard, ...] = (
    AgendaCard(10, "Arriving", "Good to see you. Sheets into the box, face down; nobody reads another's."),
    AgendaCard(10, "What we keep to", "What is said stays here, except danger. No advice unless it is asked for."),
    AgendaCard(25, "What helped", "One sentence each: one thing that your partner did that helped."),
    AgendaCard(25, "What got in the way", "One thing, without names. The group asks, the owner decides."),
    AgendaCard(10, "The slip", "Fill in the folded slip alone. It goes into the envelope; your partner never sees it."),
    AgendaCard(10, "Next step and next date", "Say your next step as if and then. The next date stands on your sheet."),
)
LEADERLESS_AGENDA: tuple[AgendaCard, ...] = (
    AgendaCard(5, "Arrive", "The host reads this card aloud. Somebody else keeps the time."),
    AgendaCard(5, "A quiet minute", "What has moved since we last met?"),
    AgendaCard(
        35, "Equal turns", "Everybody has the same time. Say where you stand on your ladder, and one thing that helped."
    ),
    AgendaCard(15, "In pairs, apart", "Is there anything between us? What shall we change until next time?"),
    AgendaCard(10, "Together", "Help I gave, and help I got."),
    AgendaCard(5, "Next time", "Next date, next host, next timekeeper."),
)


def agenda(lead: Lead) -> tuple[AgendaCard, ...]:
    """The cards of a meeting: 90 minutes led, 75 without a leader."""
    return LED_AGENDA if lead is Lead.LED else LEADERLESS_AGENDA


def minutes(lead: Lead) -> int:
    """How long a meeting takes."""
    return sum(card.minutes for card in agenda(lead))


def usual_days(workshop: Workshop) -> tuple[date, ...]:
    """A meeting each calendar month after the workshop, up to the six-month meeting, at least a fortnight before it."""
    months = range(1, workshop.contact_months)
    days = (months_after(workshop.held_on, month) for month in months)
    return tuple(day for day in days if day <= last_day(workshop) - timedelta(days=14))
