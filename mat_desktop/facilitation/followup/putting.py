"""What is kept of a follow-up inside a deed: marks, answers and ratings, and how far that brings its sheet."""

from datetime import date

from mat_desktop.facilitation.answers.occasions import at_follow_up
from mat_desktop.facilitation.answers.responses import Entered, put
from mat_desktop.facilitation.contact.alliance import keep_rating
from mat_desktop.facilitation.desk import Work
from mat_desktop.facilitation.followup.own_parts import own_parts
from mat_desktop.facilitation.followup.parts import marks_of
from mat_desktop.facilitation.participants.people import give_afresh
from mat_desktop.facilitation.promises.making import not_needed, promise
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import Informant, Mode
from mat_desktop.workshop.contact.alliance import ALLIANCE_ITEMS
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


def follow_up_of(work: Work, person_id: int, months: int) -> FollowUp:
    """One person's follow-up, begun where there is none yet."""
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    found = work.rows.find(FollowUp, participant_id=person_id, months=months)
    return found or work.rows.add(FollowUp(person_id, months))


def meeting_of(work: Work, follow_up: FollowUp) -> date:
    """The day of its meeting."""
    workshop = work.rows.get(Workshop, work.rows.get(Participant, follow_up.participant_id).workshop_id)
    point = next((p for p in workshop.points if p.months == follow_up.months), FollowUpPoint(follow_up.months))
    return meets_on(workshop, point)


def answered(work: Work, follow_up: FollowUp) -> None:
    """Something was answered: that fixes the day on which it happened, and may have been what was still open.

    A sheet that is typed later is one of the meeting, unless its owner was not there or had to be looked for.
    """
    if follow_up.happened_on is None:
        sought = follow_up.came in (Came.AWAY, Came.EXCUSED) or follow_up.attempts > 0
        follow_up.happened_on = work.today if sought else min(work.today, meeting_of(work, follow_up))
    if follow_up.state is FollowUpState.LOST:
        follow_up.state = FollowUpState.DUE
    weigh(work, follow_up)


def weigh(work: Work, follow_up: FollowUp) -> None:
    """A sheet is done, or late after the meeting, when every part was answered or left empty, and due again before."""
    if _is_whole(work, follow_up):
        follow_up.state = state_when_answered(follow_up.happened_on or work.today, meeting_of(work, follow_up))
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
    answered(work, follow_up_of(work, person_id, months))


def put_level(
    work: Work, person_id: int, months: int, goal_id: int, level: int | None, informant: Informant = Informant.SELF
) -> None:
    """Keep one mark on a ladder inside a deed; None takes it back. Raises Refusal for a step that no ladder has."""
    if level is not None and level not in (*LEVELS, FURTHER_BACK):
        raise Refusal("A ladder goes from −2 to +2.")
    follow_up = follow_up_of(work, person_id, months)
    entries = (e for e in follow_up.levels if e.goal_id == goal_id and e.informant is informant)
    found = next(entries, None)
    if level is None:
        if found is not None:
            follow_up.levels.remove(found)
            weigh(work, follow_up)
        return
    if found is not None:
        found.level = level
    else:
        follow_up.levels.append(FollowUpLevel(goal_id, level, informant))
    if informant is Informant.SELF:
        answered(work, follow_up)


def put_answer(work: Work, person_id: int, months: int, question: str, words: str) -> None:
    """Keep the answer to one question inside a deed; an empty one takes it back.

    Raises Refusal for a complaint with an answer that the form does not offer, and KeyError for a question that is
    not asked then.
    """
    improvements = {improvement_key(n) for n in range(1, COMPLAINTS_MOST + 1)}
    if question not in improvements | {q.key for q in questions_at(months)}:
        raise KeyError(question)
    said = clean(words)
    if question in improvements and said and said not in IMPROVEMENT:
        raise Refusal(f"One of these is expected: {', '.join(IMPROVEMENT)}.")
    follow_up = follow_up_of(work, person_id, months)
    found = next((a for a in follow_up.answers if a.question == question), None)
    if question == ASK_AGAIN:
        day = follow_up.happened_on or work.today
        person = work.rows.get(Participant, person_id)
        workshop = work.rows.get(Workshop, person.workshop_id)
        give_afresh(workshop, person, ConsentKind.LATER_CONTACT, day, given=said == ASK_AGAIN_YES)
    _promise_a_call(work, person_id, months, question, said)
    if found is not None and not said:
        follow_up.answers.remove(found)
        weigh(work, follow_up)
        return
    if found is not None:
        found.words = said
    elif said:
        follow_up.answers.append(FollowUpAnswer(question, said))
    else:
        return
    answered(work, follow_up)


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


def put_response(
    work: Work,
    person_id: int,
    months: int,
    instrument_id: str,
    item: int,
    entered: Entered | None,
    informant: Informant = Informant.SELF,
    mode: Mode = Mode.PAPER,
) -> None:
    """Keep one answer to a questionnaire inside a deed, as `respond` does."""
    follow_up = follow_up_of(work, person_id, months)
    if instrument_id == own_pages.ALLIANCE:
        _rate_partnership(work, person_id, follow_up, item, entered)
    else:
        put(work, person_id, instrument_id, item, entered, mode, at_follow_up(months, informant))
    if informant is Informant.SELF:
        (answered if entered is not None else weigh)(work, follow_up)


def _rate_partnership(work: Work, person_id: int, follow_up: FollowUp, item: int, entered: Entered | None) -> None:
    """The ratings on a handout are an alliance check of the meeting's day, and stand in the same line."""
    standing = stand(work.rows, work.rows.get(Participant, person_id).workshop_id)
    place = next((p for p in standing.agreed if person_id in people_of(p)), None)
    if place is None:
        raise Refusal("This person is in no partnership now; there is nothing to rate.")
    day = follow_up.happened_on or min(work.today, meeting_of(work, follow_up))
    value = entered.value if entered is not None else None
    keep_rating(work, key_of(place), person_id, day, ALLIANCE_ITEMS[item - 1].key, value)
