"""Typing a follow-up sheet: ladders by several informants, complaints, questionnaires, questions, attempts."""

from datetime import date

from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed
from mat_desktop.facilitation.followup.ladders import given_alone
from mat_desktop.facilitation.followup.own_parts import own_parts
from mat_desktop.facilitation.followup.putting import (
    answered,
    follow_up_of,
    meeting_of,
    put_answer,
    put_level,
    put_response,
    weigh,
)
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.workshop.answers.responses import Informant
from mat_desktop.workshop.contact.alliance import AllianceCheck
from mat_desktop.workshop.contact.meetings import Came
from mat_desktop.workshop.followup import (
    ANSWERED,
    FollowUp,
    FollowUpState,
    LeftEmpty,
    state_when_answered,
)
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.today import ATTEMPTS


@deed(DeedKind.FOLLOWUP_LEFT_EMPTY)
def leave_empty(work: Work, person_id: int, months: int, part: str, *, empty: bool = True) -> None:
    """Mark that somebody left a part of the sheet empty, or take the mark back.

    Raises Refusal about a part that is answered whole, and KeyError for one that this person's sheet does not have.
    """
    follow_up = follow_up_of(work, person_id, months)
    parts = {p.name: p for p in own_parts(work.rows, person_id, months)}
    if empty and parts[part].answered:
        raise Refusal("This part is answered. Take the answer back first, or leave it.")
    follow_up.left_empty = [one for one in follow_up.left_empty if one.part != part]
    if empty:
        follow_up.left_empty.append(LeftEmpty(part))
        answered(work, follow_up)
    else:
        weigh(work, follow_up)


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


@deed(DeedKind.FOLLOWUP_ANSWER)
def answer(work: Work, person_id: int, months: int, question: str, words: str) -> None:
    """Record the answer to one question; an empty one takes it back.

    "Yes, you may ask me again" is kept as a fresh consent as well, with the words that were agreed to. Raises Refusal
    for a complaint with an answer that the form does not offer, and KeyError for a question that is not asked then.
    """
    put_answer(work, person_id, months, question, words)


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
    put_response(work, person_id, months, instrument_id, item, entered, informant)


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
    follow_up = follow_up_of(work, person_id, months)
    workshop = work.rows.get(Workshop, work.rows.get(Participant, person_id).workshop_id)
    if not workshop.held_on < day <= work.today:
        span = f"after {day_month_year(workshop.held_on)} and not after today"
        raise Refusal(f"The day lies {span}. Write the day on which the sheet was filled in.")
    _take_along(work, follow_up, day)
    follow_up.happened_on = day
    if follow_up.state in ANSWERED:
        follow_up.state = state_when_answered(day, meeting_of(work, follow_up))


@deed(DeedKind.FOLLOWUP_CAME)
def attend(work: Work, person_id: int, months: int, came: Came | None) -> None:
    """Say whether somebody came to the meeting; None takes it back. It says nothing of the others.

    Raises Refusal before the day of the meeting.
    """
    follow_up = follow_up_of(work, person_id, months)
    if came is not None and meeting_of(work, follow_up) > work.today:
        raise Refusal(
            f"This meeting is on {day_month_year(meeting_of(work, follow_up))}. Who came is written down then."
        )
    follow_up.came = came


@deed(DeedKind.FOLLOWUP_ATTEMPT)
def attempt(work: Work, person_id: int, months: int) -> int:
    """Note one attempt to reach somebody; after the third it is "could not reach". Returns how many there were."""
    follow_up = follow_up_of(work, person_id, months)
    follow_up.attempts += 1
    if follow_up.attempts >= ATTEMPTS and follow_up.state is FollowUpState.DUE:
        follow_up.state = FollowUpState.LOST
    return follow_up.attempts


@deed(DeedKind.FOLLOWUP_LOST)
def could_not_reach(work: Work, person_id: int, months: int, *, lost: bool = True) -> None:
    """Close a follow-up as "could not reach", or open it again; an answer may still come at any time.

    Raises Refusal about somebody who answered.
    """
    follow_up = follow_up_of(work, person_id, months)
    own = [entry for entry in follow_up.levels if entry.informant is Informant.SELF]
    if lost and (own or follow_up.answers):
        raise Refusal("There are answers from this person. Take them back first, or leave them.")
    follow_up.state = FollowUpState.LOST if lost else FollowUpState.DUE
    if not lost:
        weigh(work, follow_up)
