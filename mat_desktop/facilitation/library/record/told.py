"""How one kind of thing is told in somebody's own record: which rows are theirs, and what each of their fields says."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, StrEnum
from typing import Any

from mat_desktop.facilitation.answers.shelf import as_answered
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.dates import clock, day_month_year
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.answers.instruments import Instrument
from mat_desktop.workshop.answers.responses import Response
from mat_desktop.workshop.goals.goal import Goal
from mat_desktop.workshop.pairing.nouns import Partnership, people_of
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import joined


class Chapter(StrEnum):
    """The parts of a record, in their order."""

    WHO = "Who you are, and how to reach you"
    AGREED = "What you agreed to, and what you asked for"
    BEFORE = "The talk beforehand, and your answers"
    SAFETY = "What was done for your safety"
    FINDING = "Finding a partner"
    PAIR = "You and your partner"
    GOALS = "Your goals"
    CALLS = "Your calls"
    MEETINGS = "Meetings of the group"
    LATER = "Six months, one year and later"
    PAPER = "What was printed, and what you answered alone"


@dataclass(frozen=True, kw_only=True)
class Whose:
    """One person, and what their rows are found by."""

    rows: Rows
    standing: Standing
    person: int
    today: date

    @property
    def begun(self) -> list[Partnership]:
        """The partnerships to which all said yes. Of one that did not come about nothing is told: somebody chose so."""
        return [p for p in self.standing.partnerships if p.confirmed_on is not None and self.person in people_of(p)]

    def name(self, person: int | None) -> str:
        """How another person is named."""
        return self.standing.name(person) if person else ""

    def others(self, partnership: Partnership) -> str:
        """The others of a partnership."""
        return joined([self.standing.name(m) for m in people_of(partnership) if m != self.person])

    def instrument(self, response: Response) -> Instrument | None:
        """To which version of a questionnaire somebody answered; None where its file is no longer here."""
        try:
            return as_answered(self.rows, response.instrument, response)
        except Refusal:
            return None


Find = Callable[[Whose], Iterable[Any]]
Head = Callable[[Whose, Any], str]
Say = Callable[[Whose, Any], str]


@dataclass(frozen=True, kw_only=True)
class KeptKind:
    """One kind of thing: the part it belongs to, whose rows, what stands over each, and its fields in words.

    `notes` are the fields in which the facilitator writes; where they name somebody else they are left out unless she
    puts them in. `hidden` says of each field that is not told why not.
    """

    kind: type[Any]
    part: Chapter
    find: Find
    fields: Mapping[str, str]
    head: Head = lambda _whose, _thing: ""
    says: Mapping[str, Say] = field(default_factory=dict)
    notes: frozenset[str] = frozenset()
    hidden: Mapping[str, str] = field(default_factory=dict)
    folded: bool = False
    """Whether the rows of one month stand in one line, each with its day."""


def own(kind: type[Any], **more: Any) -> Find:
    """Rows that are there because of the person alone."""
    return lambda whose: whose.rows.all(kind, participant_id=whose.person, **more)


def of_pairs(kind: type[Any]) -> Find:
    """Rows of the partnerships that began, which belong to no single member."""
    return lambda whose: whose.rows.all(kind, partnership_id=[key_of(p) for p in whose.begun])


def beneath(owners: Find, part: str) -> Find:
    """What the rows of another kind own."""
    return lambda whose: [thing for owner in owners(whose) for thing in getattr(owner, part)]


def between_two(kind: type[Any]) -> Find:
    """Rows about two people, of whom the person is one."""

    def find(whose: Whose) -> Sequence[Any]:
        return [*whose.rows.all(kind, first_id=whose.person), *whose.rows.all(kind, second_id=whose.person)]

    return find


def goals_of(whose: Whose) -> list[Goal]:
    """The person's goals in all versions, and the shared projects of the partnerships that began."""
    places = [key_of(p) for p in whose.begun]
    return [*whose.rows.all(Goal, participant_id=whose.person), *whose.rows.all(Goal, partnership_id=places)]


def other_of_two(whose: Whose, thing: Any) -> str:
    """The other of the two people whom a row is about."""
    return whose.name(thing.second_id if thing.first_id == whose.person else thing.first_id)


def in_words(value: Any) -> str:
    """What a field says; empty where it says nothing. A tick that is not set says nothing."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, datetime):
        return f"{day_month_year(value.date())}, {clock(value)}"
    if isinstance(value, date):
        return day_month_year(value)
    if isinstance(value, float):
        return f"{value:g}"
    return str(value.value if isinstance(value, Enum) else value).strip()


def yes_or_no(attribute: str) -> Say:
    """A field of which a no says something too."""
    return lambda _whose, thing: {True: "yes", False: "no", None: ""}[getattr(thing, attribute)]
