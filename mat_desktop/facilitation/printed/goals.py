"""Paper of step 5: the sheet to work on with the group, and the card that goes home."""

from dataclasses import dataclass, replace

from mat_desktop.facilitation.agreement.terms import terms_now
from mat_desktop.facilitation.goals.views import GoalView, partners_at_home, view_of
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.head import Head, OrderedSheet, head, named, next_date, private
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.goals.round import GoalSuggestion
from mat_desktop.workshop.pairing.nouns import people_of


@dataclass(frozen=True, kw_only=True)
class GoalSheet:
    """What the group and the owner work on: goals as far as they are written, and the ideas given."""

    head: Head
    name: str
    challenge: str
    goals: tuple[GoalView, ...]
    ideas: tuple[tuple[str, str], ...]
    """The owner's wording of each idea that was kept, and who gave it."""


@dataclass(frozen=True, kw_only=True)
class GoalCardSheet:
    """One goal on an A5 card; None is a blank card."""

    head: Head
    name: str
    number: int
    of: int
    goal: GoalView | None
    witnesses: tuple[str, ...]
    call_time: str
    signers: tuple[str, ...] = ()
    """What the person and, if the owner chose so, the witnesses are called, under the lines on which they sign."""


def call_time(standing: Standing, person: int) -> str:
    """When somebody's partnership talks, empty where that is not known."""
    place = next((p for p in standing.agreed if person in people_of(p)), None)
    return terms_now(standing, key_of(place)).window_starts if place else ""


def goal_sheet(rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> GoalSheet:
    """The working sheet of one person; it stays at the table, so it bears the goals as they are written."""
    person = ordered.key
    kept = rows.all(GoalSuggestion, participant_id=person, kept=True) if person > 0 else ()
    return GoalSheet(
        head=head(standing.workshop, code, "Goal sheet", private(names, person)),
        name=named(names, person),
        challenge=standing.person(person).challenge if person > 0 else "",
        goals=tuple(view_of(g) for g in standing.goals_of(person)),
        ideas=tuple((s.own_words, names.of(s.by_id) if s.by_id else "") for s in kept),
    )


def goal_cards(_rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> list[GoalCardSheet]:
    """One card for each goal of a person; a blank card where there is none."""
    person, workshop = ordered.key, standing.workshop
    goals = standing.goals_of(person)
    sheet_head = head(workshop, code, "Goal card", private(names, person), next_date(workshop, workshop.held_on))
    witnesses, at = partners_at_home(names, person), call_time(standing, person)
    called = witnesses if person > 0 and standing.person(person).partner_named else ()
    blank = GoalCardSheet(
        head=sheet_head,
        name=named(names, person),
        number=1,
        of=max(1, len(goals)),
        goal=None,
        witnesses=witnesses,
        call_time=at,
        signers=(names.called(person, _partner_ids(standing, person)), *called) if person > 0 else (),
    )
    if not goals:
        return [blank]
    return [replace(blank, number=number, goal=view_of(goal)) for number, goal in enumerate(goals, 1)]


def _partner_ids(standing: Standing, person: int) -> tuple[int, ...]:
    place = next((p for p in standing.agreed if person in people_of(p)), None)
    return people_of(place) if place else ()
