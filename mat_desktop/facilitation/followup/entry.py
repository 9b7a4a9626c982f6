"""Typing a follow-up sheet: ladders by several informants, complaints, questionnaires, questions, attempts."""

from datetime import date

from mat_desktop.facilitation.answers.occasions import at_follow_up
from mat_desktop.facilitation.answers.responses import Entered, put
from mat_desktop.facilitation.contact.alliance import keep_rating
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed
from mat_desktop.facilitation.followup.ladders import given_alone
from mat_desktop.facilitation.followup.own_parts import own_parts
from mat_desktop.facilitation.followup.parts import marks_of
from mat_desktop.facilitation.participants.people import give_afresh
from mat_desktop.facilitation.promises.making import not_needed, promise
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import Informant, Mode
from mat_desktop.workshop.contact.alliance import ALLIANCE_ITEMS, AllianceCheck
from mat_desktop.workshop.contact.meetings import Came
from mat_desktop.workshop.followup import (
    A_LOT_WORSE,
    ANSWERED,
    ASK_AGAIN,
    ASK_AGAIN_YES,
    COMPLAINTS_MOST,
    FIRST_QUESTION,
    FURTHER_BACK,
    HELP_NOW,
    IMPROVEMENT,
    THE_REST,
    WANTS_TO_TALK,
    WORSE,
    FollowUp,
    FollowUpAnswer,
    FollowUpLevel,
    FollowUpState,
    LeftEmpty,
    improvement_key,
    question_part,
    questions_at,
    state_when_answered,
)
from mat_desktop.workshop.goals.goal import LEVELS
from mat_desktop.workshop.pairing.nouns import people_of
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.promises import PromiseReason
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import FollowUpPoint, Workshop, meets_on
from mat_desktop.workshop.text import clean
from mat_desktop.workshop.today import ATTEMPTS


def _follow_up(work: Work, person_id: int, months: int) -> FollowUp:
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    found = work.rows.find(FollowUp, participant_id=person_id, months=months)
    return found or work.rows.add(FollowUp(person_id, months))


def _meeting(work: Work, follow_up: FollowUp) -> date:
    workshop = work.rows.get(Workshop, work.rows.get(Participant, follow_up.participant_id).workshop_id)
    point = next((p for p in workshop.points if p.months == follow_up.months), FollowUpPoint(follow_up.months))
    return meets_on(workshop, point)


def _answered(work: Work, follow_up: FollowUp) -> None:
    """Something was answered: that fixes the day on which it happened, and may have been what was still open.

    A sheet that is typed later is one of the meeting, unless its owner was not there or had to be looked for.
    """
    if follow_up.happened_on is None:
        sought = follow_up.came in (Came.AWAY, Came.EXCUSED) or follow_up.attempts > 0
        follow_up.happened_on = work.today if sought else min(work.today, _meeting(work, follow_up))
    if follow_up.state is FollowUpState.LOST:
        follow_up.state = FollowUpState.DUE
    _weigh(work, follow_up)


def _weigh(work: Work, follow_up: FollowUp) -> None:
    """A sheet is done, or late after the meeting, when every part was answered or left empty, and due again before."""
    if _is_whole(work, follow_up):
        follow_up.state = state_when_answered(follow_up.happened_on or work.today, _meeting(work, follow_up))
    elif follow_up.state in ANSWERED:
        follow_up.state = FollowUpState.DUE


def _is_whole(work: Work, follow_up: FollowUp) -> bool:
    """Whether no part is open. What is asked of everybody is looked at first: to know the rest costs much more."""
    marks = marks_of(follow_up)
    given = {answer.question for answer in follow_up.answers}
    closed = {q.key for q in questions_at(follow_up.months) if q.key in given or question_part(q.key) in marks}
    if THE_REST not in marks and not closed & {FIRST_QUESTION, HELP_NOW}:
        return False
    return all(part.closed for part in own_parts(work.rows, follow_up.participant_id, follow_up.months))


def note_answered(work: Work, person_id: int, months: int) -> None:
    """Somebody has answered something at a follow-up, for another deed."""
    _answered(work, _follow_up(work, person_id, months))


@deed(DeedKind.FOLLOWUP_LEFT_EMPTY)
def leave_empty(work: Work, person_id: int, months: int, part: str, *, empty: bool = True) -> None:
    """Mark that somebody left a part of the sheet empty, or take the mark back.

    Raises Refusal about a part that is answered whole, and KeyError for one that this person's sheet does not have.
    """
    follow_up = _follow_up(work, person_id, months)
    parts = {p.name: p for p in own_parts(work.rows, person_id, months)}
    if empty and parts[part].answered:
        raise Refusal("This part is answered. Take the answer back first, or leave it.")
    follow_up.left_empty = [one for one in follow_up.left_empty if one.part != part]
    if empty:
        follow_up.left_empty.append(LeftEmpty(part))
        _answered(work, follow_up)
    else:
        _weigh(work, follow_up)


@deed(DeedKind.FOLLOWUP_LEVEL)
def set_level(
    work: Work, person_id: int, months: int, goal_id: int, level: int | None, informant: Informant = Informant.SELF
) -> None:
    """Record where somebody stands on a ladder, or "further back", as one informant sees it; None takes it back.

    Only the person's own answer makes a follow-up done: what others say stands beside it. Raises Refusal for a step
    that no ladder has, and once the person marked it alone on the screen: that stays as it was given.
    """
    if informant is Informant.SELF and given_alone(work.rows, person_id, months):
        raise Refusal("These ladders were marked alone on the screen and stay as they were given.")
    put_level(work, person_id, months, goal_id, level, informant)


def put_level(
    work: Work, person_id: int, months: int, goal_id: int, level: int | None, informant: Informant = Informant.SELF
) -> None:
    """Keep one mark on a ladder inside a deed; None takes it back. Raises Refusal for a step that no ladder has."""
    if level is not None and level not in (*LEVELS, FURTHER_BACK):
        raise Refusal("A ladder goes from −2 to +2.")
    follow_up = _follow_up(work, person_id, months)
    entries = (e for e in follow_up.levels if e.goal_id == goal_id and e.informant is informant)
    found = next(entries, None)
    if level is None:
        if found is not None:
            follow_up.levels.remove(found)
            _weigh(work, follow_up)
        return
    if found is not None:
        found.level = level
    else:
        follow_up.levels.append(FollowUpLevel(goal_id, level, informant))
    if informant is Informant.SELF:
        _answered(work, follow_up)


@deed(DeedKind.FOLLOWUP_ANSWER)
def answer(work: Work, person_id: int, months: int, question: str, words: str) -> None:
    """Record the answer to one question; an empty one takes it back.

    "Yes, you may ask me again" is kept as a fresh consent as well, with the words that were agreed to. Raises Refusal
    for a complaint with an answer that the form does not offer, and KeyError for a question that is not asked then.
    """
    improvements = {improvement_key(n) for n in range(1, COMPLAINTS_MOST + 1)}
    if question not in improvements | {q.key for q in questions_at(months)}:
        raise KeyError(question)
    said = clean(words)
    if question in improvements and said and said not in IMPROVEMENT:
        raise Refusal(f"One of these is expected: {', '.join(IMPROVEMENT)}.")
    follow_up = _follow_up(work, person_id, months)
    found = next((a for a in follow_up.answers if a.question == question), None)
    if question == ASK_AGAIN:
        day = follow_up.happened_on or work.today
        person = work.rows.get(Participant, person_id)
        workshop = work.rows.get(Workshop, person.workshop_id)
        give_afresh(workshop, person, ConsentKind.LATER_CONTACT, day, given=said == ASK_AGAIN_YES)
    _promise_a_call(work, person_id, months, question, said)
    if found is not None and not said:
        follow_up.answers.remove(found)
        _weigh(work, follow_up)
        return
    if found is not None:
        found.words = said
    elif said:
        follow_up.answers.append(FollowUpAnswer(question, said))
    else:
        return
    _answered(work, follow_up)


def _promise_a_call(work: Work, person_id: int, months: int, question: str, said: str) -> None:
    """Worse by "a lot", and the wish to talk, promise a call within two days; taken back, so is the promise."""
    offers = next((q.choices for q in questions_at(months) if q.key == question), ())
    if question != WORSE and WANTS_TO_TALK not in offers:
        return
    reason = PromiseReason.WORSE if question == WORSE else PromiseReason.ASKED_TO_TALK
    if said in (A_LOT_WORSE, WANTS_TO_TALK):
        promise(work, person_id, reason)
    else:
        not_needed(work, (person_id,), (reason,))


@deed(DeedKind.FOLLOWUP_RESPONSE)
def respond(
    work: Work,
    person_id: int,
    months: int,
    instrument_id: str,
    item: int,
    entered: Entered | None,
    informant: Informant = Informant.SELF,
) -> None:
    """Keep one answer to a questionnaire at a follow-up. A safety item opens its card here as everywhere.

    Raises Refusal for what the form does not offer, and for a rating of a partnership that is none now.
    """
    follow_up = _follow_up(work, person_id, months)
    if instrument_id == own_pages.ALLIANCE:
        _rate_partnership(work, person_id, follow_up, item, entered)
    else:
        put(work, person_id, instrument_id, item, entered, Mode.PAPER, at_follow_up(months, informant))
    if informant is Informant.SELF:
        (_answered if entered is not None else _weigh)(work, follow_up)


def _rate_partnership(work: Work, person_id: int, follow_up: FollowUp, item: int, entered: Entered | None) -> None:
    """The ratings on a handout are an alliance check of the meeting's day, and stand in the same line."""
    standing = stand(work.rows, work.rows.get(Participant, person_id).workshop_id)
    place = next((p for p in standing.agreed if person_id in people_of(p)), None)
    if place is None:
        raise Refusal("This person is in no partnership now; there is nothing to rate.")
    day = follow_up.happened_on or min(work.today, _meeting(work, follow_up))
    value = entered.value if entered is not None else None
    keep_rating(work, key_of(place), person_id, day, ALLIANCE_ITEMS[item - 1].key, value)


def _take_along(work: Work, follow_up: FollowUp, day: date) -> None:
    """The ratings that stood on a handout are of the day of the handout, so they go with it to another day."""
    person = follow_up.participant_id
    there = work.rows.find(AllianceCheck, participant_id=person, happened_on=day)
    if follow_up.happened_on is None or there is not None:
        return
    for check in work.rows.all(AllianceCheck, participant_id=person, happened_on=follow_up.happened_on):
        check.happened_on = day


@deed(DeedKind.FOLLOWUP_DATE)
def set_date(work: Work, person_id: int, months: int, day: date) -> None:
    """The day on which it happened, apart from the day on which it is typed. Raises Refusal where it cannot be."""
    follow_up = _follow_up(work, person_id, months)
    workshop = work.rows.get(Workshop, work.rows.get(Participant, person_id).workshop_id)
    if not workshop.held_on < day <= work.today:
        span = f"after {day_month_year(workshop.held_on)} and not after today"
        raise Refusal(f"The day lies {span}. Write the day on which the sheet was filled in.")
    _take_along(work, follow_up, day)
    follow_up.happened_on = day
    if follow_up.state in ANSWERED:
        follow_up.state = state_when_answered(day, _meeting(work, follow_up))


@deed(DeedKind.FOLLOWUP_CAME)
def attend(work: Work, person_id: int, months: int, came: Came | None) -> None:
    """Say whether somebody came to the meeting; None takes it back. It says nothing of the others.

    Raises Refusal before the day of the meeting.
    """
    follow_up = _follow_up(work, person_id, months)
    if came is not None and _meeting(work, follow_up) > work.today:
        raise Refusal(f"This meeting is on {day_month_year(_meeting(work, follow_up))}. Who came is written down then.")
    follow_up.came = came


@deed(DeedKind.FOLLOWUP_ATTEMPT)
def attempt(work: Work, person_id: int, months: int) -> int:
    """Note one attempt to reach somebody; after the third it is "could not reach". Returns how many there were."""
    follow_up = _follow_up(work, person_id, months)
    follow_up.attempts += 1
    if follow_up.attempts >= ATTEMPTS and follow_up.state is FollowUpState.DUE:
        follow_up.state = FollowUpState.LOST
    return follow_up.attempts


@deed(DeedKind.FOLLOWUP_LOST)
def could_not_reach(work: Work, person_id: int, months: int, *, lost: bool = True) -> None:
    """Close a follow-up as "could not reach", or open it again; an answer may still come at any time.

    Raises Refusal about somebody who answered.
    """
    follow_up = _follow_up(work, person_id, months)
    own = [entry for entry in follow_up.levels if entry.informant is Informant.SELF]
    if lost and (own or follow_up.answers):
        raise Refusal("There are answers from this person. Take them back first, or leave them.")
    follow_up.state = FollowUpState.LOST if lost else FollowUpState.DUE
    if not lost:
        _weigh(work, follow_up)
