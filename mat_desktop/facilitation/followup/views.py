"""Steps 8 and 9 as they are seen: who is asked, and one person's sheet in the order of the paper."""

from dataclasses import dataclass, replace
from datetime import date

from mat_desktop.facilitation.answers.form import FormView, form_view
from mat_desktop.facilitation.answers.occasions import When, at_follow_up
from mat_desktop.facilitation.answers.responses import Entered, response_of
from mat_desktop.facilitation.contact.course import course
from mat_desktop.facilitation.desk import look
from mat_desktop.facilitation.followup.asked import asked_at, place_now, story_of
from mat_desktop.facilitation.followup.parts import SheetPart, marks_of, parts_of, still_open
from mat_desktop.facilitation.followup.wording import partners_now, questions_put, readers_of, start_word
from mat_desktop.facilitation.goals.views import GoalView, partners_of, view_of
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.shown.words.followup import STATES
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import AnswerState, Informant, Occasion, answer_of
from mat_desktop.workshop.contact.alliance import ALLIANCE_ITEMS, AllianceCheck
from mat_desktop.workshop.contact.meetings import Came
from mat_desktop.workshop.followup import (
    ALONE,
    FURTHER_BACK,
    HAND_IN_FORMS,
    FollowUp,
    FollowUpState,
    Question,
    Story,
    improvement_key,
)
from mat_desktop.workshop.goals.goal import Goal, attainment_t, current, first_versions, is_set, weights
from mat_desktop.workshop.participants.participant import Participant, may_be_written_to, ways_to_reach
from mat_desktop.workshop.setup import FollowUpPoint, Workshop, due_on, meets_on
from mat_desktop.workshop.text import joined


@dataclass(frozen=True, kw_only=True)
class FollowUpRow:
    """One line of the list: who, and how far their follow-up has come."""

    id: int
    name: str
    table_number: int
    state: FollowUpState
    attempts: int
    ways: str
    came: Came | None
    by_post: bool
    looked_at: bool
    card_open: bool


@dataclass(frozen=True, kw_only=True)
class ComplaintView:
    """One complaint in own words. What was marked at the start is told only once it is marked again."""

    number: int
    words: str
    now: Entered | None
    improvement: str
    before: int | None


@dataclass(frozen=True, kw_only=True)
class FollowUpView:
    """One person at one follow-up point, as one informant sees it.

    An independent rater is shown neither name nor arm nor earlier marks; `name` is a number then.
    """

    participant_id: int
    name: str
    months: int
    informant: Informant
    state: FollowUpState
    happened_on: date | None
    attempts: int
    ways: str
    story: Story
    partners: tuple[str, ...]
    goals: tuple[tuple[GoalView, int | None], ...]
    complaints: tuple[ComplaintView, ...]
    forms: tuple[FormView, ...]
    questions: tuple[tuple[Question, str], ...]
    since: str
    """The month of the workshop, with which a complaint is compared."""
    parts: tuple[SheetPart, ...]
    """What must be answered or left empty before this counts as answered; nothing of what others say."""
    attainment: str
    """Goal attainment in words with its source; empty while no ladder is answered."""
    said: str
    """When it is due, when people meet, and what became of it, in one line."""


@look
def people(rows: Rows, workshop_id: int, months: int) -> tuple[FollowUpRow, ...]:
    """Everybody who is asked, with the state of this follow-up."""
    standing = stand(rows, workshop_id)
    return tuple(_row(standing, person, months) for person in asked_at(standing, months))


def _row(standing: Standing, key: int, months: int) -> FollowUpRow:
    found, person = standing.follow_ups.get((key, months)), standing.person(key)
    return FollowUpRow(
        id=key,
        name=standing.name(key),
        table_number=person.table_number,
        state=found.state if found else FollowUpState.DUE,
        attempts=found.attempts if found else 0,
        ways=ways_to_reach(person),
        came=found.came if found else None,
        by_post=may_be_written_to(person),
        looked_at=found is not None and found.looked_at_on is not None,
        card_open=key in standing.open_cards,
    )


@look
def points(rows: Rows, workshop_id: int) -> tuple[tuple[int, date, date], ...]:
    """Every follow-up point: months, the day on which it is due, and the day on which people meet."""
    workshop = stand(rows, workshop_id).workshop
    found = sorted(workshop.points, key=lambda p: p.months)
    return tuple((p.months, due_on(workshop, p), meets_on(workshop, p)) for p in found)


@look
def follow_up(rows: Rows, person_id: int, months: int, informant: Informant = Informant.SELF) -> FollowUpView:
    """One person at one follow-up point."""
    return seen(rows, person_id, months, informant)


def seen(rows: Rows, person_id: int, months: int, informant: Informant = Informant.SELF) -> FollowUpView:
    """One person at one follow-up point, for whoever has the rows."""
    person = rows.get(Participant, person_id)
    standing = stand(rows, person.workshop_id)
    found = standing.follow_ups.get((person_id, months))
    levels = {g.goal_id: g.level for g in found.levels if g.informant is informant} if found else {}
    answers = {entry.question: entry.words for entry in found.answers} if found else {}
    happenings = course(rows, person.workshop_id).happenings
    own, story = informant is Informant.SELF, story_of(standing, happenings, person_id)
    asked = set_goals(standing, person_id)
    goals = tuple((view_of(g), levels.get(key_of(g))) for g in asked)
    complaints = complaints_of(rows, person_id, at_follow_up(months, informant), answers if own else {})
    forms = forms_asked(rows, standing, person_id, months, informant, story)
    names, readers = Names(standing), joined(readers_of(standing.workshop))
    called = names.all_called(partners_now(standing, person_id)) if story not in ALONE else ()
    put = questions_put(standing, months, story, called, readers)
    questions = tuple((q, answers.get(q.key, "")) for q in put)
    partners = partners_of(names, person_id)
    parts = parts_of(
        marks_of(found),
        ladders=[level is not None for _, level in goals],
        complaints=[is_marked(c) for c in complaints],
        forms=forms,
        questions=questions,
    )
    return FollowUpView(
        participant_id=person_id,
        name=person.name if informant is not Informant.RATER else f"Number {person.table_number}",
        months=months,
        informant=informant,
        state=found.state if found else FollowUpState.DUE,
        happened_on=found.happened_on if found else None,
        attempts=found.attempts if found else 0,
        ways=ways_to_reach(person),
        story=story,
        partners=partners,
        goals=goals,
        complaints=complaints,
        forms=forms,
        questions=questions if own else (),
        since=start_word(standing.workshop),
        parts=parts if own else (),
        attainment=_attainment(asked, levels) if own else "",
        said=_in_words(standing.workshop, found, months) + (still_open(parts) if found and own else ""),
    )


def _in_words(workshop: Workshop, found: FollowUp | None, months: int) -> str:
    point = next((p for p in workshop.points if p.months == months), FollowUpPoint(months))
    due, meeting = due_on(workshop, point), meets_on(workshop, point)
    said = f"Due on {day_month_year(due)}"
    if meeting != due:
        said += f", meeting on {day_month_year(meeting)}"
    state = found.state if found else FollowUpState.DUE
    if state is FollowUpState.LATE:
        return f"{said}. Answered late, which counts as well."
    return f"{said}." if state is FollowUpState.DUE else f"{said}. {begun(STATES[state])}."


def complaints_of(
    rows: Rows, person_id: int, when: When | None = None, answers: dict[str, str] | None = None
) -> tuple[ComplaintView, ...]:
    """What troubled somebody at the start, in their own words, with what they mark at a later occasion."""
    start = response_of(rows, person_id, own_pages.COMPLAINTS, Occasion.DAY)
    start = start or response_of(rows, person_id, own_pages.COMPLAINTS, Occasion.CALL)
    if start is None:
        return ()
    later = response_of(rows, person_id, own_pages.COMPLAINTS, when) if when is not None else None
    found = []
    for told in sorted(start.answers, key=lambda a: a.item):
        if not told.words:
            continue
        again = answer_of(later, told.item)
        entered = Entered(again.state, again.value) if again else None
        improvement = (answers or {}).get(improvement_key(told.item), "")
        known = again is not None and again.state is AnswerState.GIVEN
        found.append(
            ComplaintView(
                number=told.item,
                words=told.words,
                now=entered,
                improvement=improvement,
                before=told.value if known else None,
            )
        )
    return tuple(found)


def forms_asked(
    rows: Rows, standing: Standing, person_id: int, months: int, informant: Informant, story: Story
) -> tuple[FormView, ...]:
    """The workshop's questionnaires, and the ratings of the partnership where there is one.

    Read about one person alone: of the standing it wants the workshop, their partnerships and their follow-ups.
    """
    if informant is not Informant.SELF:
        return ()
    workshop = rows.get(Workshop, key_of(standing.workshop))
    when = at_follow_up(months)
    found = [form_view(rows, person_id, m.instrument, when) for m in workshop.measures]
    place = place_now(standing, person_id)
    if place is not None and story not in ALONE:
        found.append(_alliance_form(rows, standing, key_of(place), person_id, months))
    return tuple(sorted(found, key=lambda form: form.instrument not in HAND_IN_FORMS))


def _alliance_form(rows: Rows, standing: Standing, place: int, person: int, months: int) -> FormView:
    """The alliance check of the day on which it was answered; as on paper it asks about a week, not about today."""
    blank = form_view(rows, person, own_pages.ALLIANCE, at_follow_up(months))
    found = standing.follow_ups.get((person, months))
    day = found.happened_on if found else None
    checks = rows.all(AllianceCheck, partnership_id=place, participant_id=person)
    ratings = {r.item: r.value for c in checks if c.happened_on == day for r in c.ratings}
    items = tuple(
        replace(
            item,
            words=item.words.removesuffix(" today"),
            answer=Entered(value=ratings[known.key]) if known.key in ratings else None,
        )
        for item, known in zip(blank.items, ALLIANCE_ITEMS, strict=True)
    )
    return replace(blank, items=items)


def is_marked(complaint: ComplaintView) -> bool:
    """Whether a complaint was marked again, and what became of it was said."""
    return complaint.now is not None and bool(complaint.improvement)


def _attainment(asked: list[Goal], levels: dict[int, int]) -> str:
    """T over the goals as first set, and as they stand where one was written anew.

    "Further back than the start" counts as -2, the lowest step that the formula knows, and is said so.
    """
    first = [g for g in asked if g.revises_id is None]
    now = current(asked)
    said = [_t_in_words(first, levels, "as first set")]
    if any(g.revises_id is not None for g in now):
        said.append(_t_in_words(now, levels, "as it stands now" if len(now) == 1 else "as they stand now"))
    found = "; ".join(words for words in said if words)
    if not found:
        return ""
    floor = ", further back counts as −2" if FURTHER_BACK in levels.values() else ""
    return f"Goal attainment {found} (Kiresuk & Sherman 1968; 50 is what was hoped for{floor})."


def _t_in_words(goals: list[Goal], levels: dict[int, int], which: str) -> str:
    answered = [g for g in goals if key_of(g) in levels]
    if not answered:
        return ""
    t = attainment_t([max(-2, levels[key_of(g)]) for g in answered], weights(answered))
    return f"T = {t:.4g} over {counted(len(answered), 'goal')} {which}"


def set_goals(standing: Standing, person_id: int) -> list[Goal]:
    """The goals of one person that stand, the shared project too, each followed by its first version if it has one."""
    firsts, found = first_versions(standing.versions.get(person_id, [])), list[Goal]()
    for goal in standing.goals_of(person_id):
        found += [goal, *(g for g in firsts if g.position == goal.position and goal.revises_id is not None)]
    return [g for g in found if is_set(g)]
