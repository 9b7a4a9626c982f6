"""Asking for consent: what was read aloud and answered, signed sheets, and the roads when a yes is taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.participants.people import give_consent
from mat_desktop.facilitation.participants.wording import consent_words, refuse_without_study, words_to_keep
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.goals.goal import PaperWords
from mat_desktop.workshop.pairing.nouns import LIVE, Partnership, people_of
from mat_desktop.workshop.participants.consent import ASKED, WORDING_VERSION, Consent, ConsentKind
from mat_desktop.workshop.participants.participant import (
    Participant,
    Registration,
    answer_about_letters,
    consent_to,
)
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop


@dataclass(frozen=True, kw_only=True)
class ConsentRow:
    """What one person answered: yes, no, or nothing yet (None), in the order of the sheet."""

    id: int
    name: str
    answers: tuple[bool | None, ...]
    in_study: bool | None
    """The answer on the second sheet, that of the study."""
    at_home: tuple[str, ...]
    """What was crossed for papers at home, letters and phone, in the order of `AtHome`; empty where nothing was."""


@deed(DeedKind.PARTICIPANTS_ANSWER)
def answer_consent(work: Work, person_id: int, kind: ConsentKind, *, yes: bool) -> None:
    """Keep the answer to one question about consent, with the words that were put and the day. A no is kept, too.

    A no to the study, or a yes that is taken back, leaves the calls as the two agreed them. Raises Refusal about a
    study where there is none, and for a no to taking part from somebody who is in a pair or asked about one.
    """
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    put_answer(work, person, kind, yes=yes)


def put_answer(work: Work, person: Participant, kind: ConsentKind, *, yes: bool) -> None:
    """The same inside a deed. Raises Refusal alike."""
    workshop = work.rows.get(Workshop, person.workshop_id)
    refuse_without_study(workshop, kind)
    if kind is ConsentKind.TAKE_PART and not yes:
        _refuse_in_a_pair(work.rows, person)
    for standing in person.consents:
        if standing.kind is kind and standing.withdrawn_on is None and standing.refused is yes:
            standing.withdrawn_on = work.today
    if not any(c.kind is kind and c.withdrawn_on is None for c in person.consents):
        words = words_to_keep(work.rows, workshop, kind)
        person.consents.append(Consent(kind, words, WORDING_VERSION, work.today, refused=not yes))


@deed(DeedKind.PARTICIPANTS_SIGNED)
def signed(work: Work, people: Sequence[int]) -> int:
    """The signed sheets of some people lie in her hand: each takes part. Nothing optional is set by that.

    Returns how many were new. Raises Refusal for nobody.
    """
    if not people:
        raise Refusal("Choose whose signed sheets you hold in your hand.")
    new = 0
    for key in people:
        person = work.rows.get(Participant, key)
        work.about(person.workshop_id, key)
        new += consent_to(person, ConsentKind.TAKE_PART) is None
        give_consent(work.rows.get(Workshop, person.workshop_id), person, ConsentKind.TAKE_PART, work.today)
    return new


def _refuse_in_a_pair(rows: Rows, person: Participant) -> None:
    """Whose partner has to be looked after, too, does not leave by a box. Raises Refusal."""
    live = [p for p in rows.all(Partnership, workshop_id=person.workshop_id) if p.state in LIVE]
    if any(person.id in people_of(place) for place in live):
        raise Refusal(
            f"{person.name} is in a pair. Use “Something has happened” in step 7, or take them off the board, first."
        )


@deed(DeedKind.PARTICIPANTS_STOPS)
def stops(work: Work, person_id: int) -> None:
    """Somebody takes back the yes to taking part, and what is kept stays. Nobody is asked why.

    Raises Refusal about somebody whose calls have begun or are asked about: there the partner is looked after, too.
    """
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    _refuse_in_a_pair(work.rows, person)
    for standing in person.consents:
        if standing.kind is ConsentKind.TAKE_PART and standing.withdrawn_on is None:
            standing.withdrawn_on = work.today
    person.registration, person.stopped_on = Registration.CANCELLED, work.today


class AtHome(Enum):
    """The lines under the boxes of the sheet: each with what can be crossed there, in the order of the paper."""

    PARTNER = ("only “my partner”", "first name")
    GOAL = ("in full", "in short", "only “my goal”")
    LETTERS = ("own post", "do not write")
    PHONE = ("no message", "message")

    def crossed_by(self, person: Participant) -> int | None:
        """Which of the boxes on paper somebody crossed, from 0; None for none, or where nobody was asked yet."""
        if self is AtHome.PARTNER:
            return 0 if person.partner_named else None
        if self is AtHome.PHONE:
            return 0 if person.may_leave_message else None
        if self is AtHome.GOAL:
            return _GOAL_WORDS.index(person.goal_words) if person.goal_words in _GOAL_WORDS else None
        return 0 if person.opens_own_post else 1 if person.no_letters else None

    def put(self, person: Participant, box: int) -> None:
        """Keep inside a deed that this box was crossed, from 0 as on paper."""
        if self is AtHome.PARTNER:
            person.partner_named = box == 0
        elif self is AtHome.PHONE:
            person.may_leave_message = box == 0
        elif self is AtHome.GOAL:
            person.goal_words = _GOAL_WORDS[box]
        else:
            answer_about_letters(person, own_post=box == 0)


_GOAL_WORDS = (PaperWords.FULL, PaperWords.SHORT, PaperWords.MY_GOAL)


@deed(DeedKind.PARTICIPANTS_AT_HOME)
def cross_next(work: Work, person_id: int, line: AtHome) -> None:
    """Cross the next box of one line of the sheet; after the last one none is crossed, where that can be."""
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    if line is AtHome.PARTNER:
        person.partner_named = not person.partner_named
    elif line is AtHome.PHONE:
        person.may_leave_message = not person.may_leave_message
    elif line is AtHome.GOAL:
        chosen = (None, *_GOAL_WORDS)
        person.goal_words = chosen[(chosen.index(person.goal_words) + 1) % len(chosen)]
    elif person.no_letters:
        person.no_letters = False
    else:
        answer_about_letters(person, own_post=not person.opens_own_post)


def _at_home(person: Participant) -> tuple[str, ...]:
    """The words of what is crossed in each line."""
    goal = AtHome.GOAL.value[_GOAL_WORDS.index(person.goal_words)] if person.goal_words in _GOAL_WORDS else ""
    own, silent = AtHome.LETTERS.value
    letters = own if person.opens_own_post else silent if person.no_letters else ""
    return (
        AtHome.PARTNER.value[person.partner_named],
        goal,
        letters,
        AtHome.PHONE.value[person.may_leave_message],
    )


@look
def words_put(rows: Rows, workshop_id: int) -> dict[ConsentKind, str]:
    """The words of every consent as this workshop puts them."""
    workshop = rows.get(Workshop, workshop_id)
    return {kind: consent_words(workshop, kind) for kind in (ConsentKind.FIRST_CALL, *ASKED)}


@look
def answers(rows: Rows, workshop_id: int) -> tuple[ConsentRow, ...]:
    """Who answered what, of everybody who is expected."""
    return tuple(
        ConsentRow(
            id=key_of(p),
            name=p.name,
            answers=tuple(said_to(p, kind) for kind in ASKED),
            in_study=said_to(p, ConsentKind.STUDY),
            at_home=_at_home(p),
        )
        for p in stand(rows, workshop_id).coming
    )


def said_to(person: Participant, kind: ConsentKind) -> bool | None:
    """What somebody answered to a consent, yes or no, as it stands; None where it was never asked or was taken back."""
    told = [not c.refused for c in person.consents if c.kind is kind and c.withdrawn_on is None]
    return told[-1] if told else None
