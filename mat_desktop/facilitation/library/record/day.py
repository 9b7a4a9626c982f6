"""What is told of the time before the calls: the person, their consents and answers, the search for a partner."""

from typing import Any

from mat_desktop.facilitation.library.record.told import (
    Chapter,
    KeptKind,
    Whose,
    beneath,
    between_two,
    in_words,
    other_of_two,
    own,
)
from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.workshop.answers.responses import Answer, AnswerState, Informant, Response
from mat_desktop.workshop.pairing.nouns import Ballot, Couple, Meeting, Similarity
from mat_desktop.workshop.participants.consent import Consent
from mat_desktop.workshop.participants.erasure import ErasureRequest
from mat_desktop.workshop.participants.participant import AvailabilityWindow, ImportedFact, Participant
from mat_desktop.workshop.participants.record import Correction, RecordRequest
from mat_desktop.workshop.safety import SafetyCard
from mat_desktop.workshop.screening import Screening

_SHOWN = (Informant.SELF, Informant.FACILITATOR)
"""Whose answers about somebody are theirs to see: their own, and what the facilitator herself wrote down."""


def responses_of(whose: Whose) -> list[Response]:
    """The questionnaires about the person, but for those that another person answered."""
    return [r for r in whose.rows.all(Response, participant_id=whose.person) if r.informant in _SHOWN]


def _answers(whose: Whose) -> list[tuple[Response, Answer]]:
    return [(r, a) for r in responses_of(whose) for a in sorted(r.answers, key=lambda a: a.item)]


def _title(whose: Whose, response: Response) -> str:
    instrument = whose.instrument(response)
    return instrument.title if instrument is not None else response.instrument


def _question(whose: Whose, answer: Answer) -> str:
    response = next(r for r in responses_of(whose) if r.id == answer.response_id)
    instrument = whose.instrument(response)
    item = next((i for i in instrument.items if i.number == answer.item), None) if instrument is not None else None
    return f"{_title(whose, response)}, {answer.item}: {item.words if item is not None else ''}".rstrip(": ")


def _answer(whose: Whose, answer: Answer) -> str:
    if answer.state is not AnswerState.GIVEN:
        return answer.state.value
    response = next(r for r in responses_of(whose) if r.id == answer.response_id)
    instrument = whose.instrument(response)
    item = next((i for i in instrument.items if i.number == answer.item), None) if instrument is not None else None
    options = item.options if item is not None else ()
    words = next((o.words for o in options if o.value == answer.value), "")
    return ", ".join(part for part in (in_words(answer.value), words) if part)


def _about(whose: Whose, thing: Any) -> str:
    return whose.name(thing.about_id)


def _opted_in(whose: Whose, couple: Couple) -> str:
    first = couple.first_id == whose.person
    return in_words(couple.first_opts_in if first else couple.second_opts_in)


PERSON_FIELDS = {
    "name": "Name",
    "called": "Called",
    "table_number": "Table",
    "registration": "Registration",
    "phone": "Phone",
    "email": "E-mail",
    "address": "Address",
    "languages": "Languages",
    "time_zone": "Time zone",
    "gender": "Counts as",
    "birth_year": "Year of birth",
    "challenge_kind": "What you want to change",
    "challenge": "In your own words",
    "partner_wish": "Your wish about a partner",
    "emergency_name": "Emergency contact",
    "emergency_phone": "Their phone",
    "emergency_never": "Please never phone",
    "reach_by_phone": "May be phoned",
    "may_leave_message": "A message may be left",
    "reach_by_post": "May be written to",
    "envelope_may_name": "The envelope may name the workshop",
    "reach_by_email": "May be sent e-mail",
    "only_in_person": "Only in person",
    "talk_phone": "Can talk by phone",
    "talk_relay": "Can talk by text relay",
    "talk_in_person": "Can talk in person",
    "talks_best_by": "Likes best",
    "fixes_weekly": "Fixes the times of calls each week",
    "access_hearing": "Help with hearing",
    "access_reading": "Help with reading",
    "access_language": "Help with the language",
    "access_no_phone": "No phone of your own",
    "access_note": "What helps",
    "partner_named": "Papers you take home may name your partner",
    "goal_words": "Goals on papers you take home",
    "opens_own_post": "Nobody else opens your post",
    "no_letters": "Please do not write",
    "feelings_wanted": "You asked for the chart of how calls felt",
    "presence": "On the day",
    "walk_in": "Came without registering",
    "came_at": "Came",
    "left_at": "Left",
    "numbers_exchanged": "Numbers were exchanged",
    "papers_in_hand": "Had the papers in hand",
    "phone_on": "To be phoned on",
    "unplaced": "Without a partner",
    "stopped_on": "Stopped on",
    "died_on": "Died on",
    "no_follow_up": "Does not wish to be asked again",
}
BEFORE_THE_CALLS: tuple[KeptKind, ...] = (
    KeptKind(
        kind=Participant,
        part=Chapter.WHO,
        find=lambda whose: [whose.rows.get(Participant, whose.person)],
        fields=PERSON_FIELDS,
        hidden={"takes_part": "says of the facilitator that she is a participant"},
    ),
    KeptKind(
        kind=AvailabilityWindow,
        part=Chapter.WHO,
        find=beneath(lambda whose: [whose.rows.get(Participant, whose.person)], "windows"),
        fields={"day_kind": "Free on", "part": "in the"},
    ),
    KeptKind(
        kind=ImportedFact,
        part=Chapter.WHO,
        find=own(ImportedFact),
        fields={"value": ""},
        head=lambda _whose, fact: f"The registration form said, {fact.fact}",
        hidden={"fact": "stands over it"},
    ),
    KeptKind(
        kind=Consent,
        part=Chapter.AGREED,
        find=beneath(lambda whose: [whose.rows.get(Participant, whose.person)], "consents"),
        fields={
            "wording": "",
            "refused": "You said no",
            "given_on": "Answered on",
            "withdrawn_on": "Taken back on",
        },
        head=lambda _whose, consent: begun(consent.kind.value),
        hidden={"kind": "stands over it", "version": "counts the wordings of the sheet"},
    ),
    KeptKind(
        kind=RecordRequest,
        part=Chapter.AGREED,
        find=own(RecordRequest),
        fields={"kind": "You asked for", "asked_on": "on", "done_on": "answered on"},
    ),
    KeptKind(
        kind=ErasureRequest,
        part=Chapter.AGREED,
        find=own(ErasureRequest),
        fields={"asked_on": "You asked to be erased on", "erase_on": "to be done on", "done_on": "done on"},
        hidden={"whole": "a request for a whole workshop is no one person's"},
    ),
    KeptKind(
        kind=Correction,
        part=Chapter.AGREED,
        find=own(Correction),
        fields={"statement": "Your statement of correction", "written_on": "written on"},
        hidden={"about": "says beside which line it stands, where it is shown again"},
    ),
    KeptKind(
        kind=Screening,
        part=Chapter.BEFORE,
        find=own(Screening),
        fields={
            "happened_on": "Talk on",
            "mode": "How",
            "outcome": "Decision",
            "reason": "Reason",
            "note": "Note of the facilitator",
        },
        notes=frozenset({"reason", "note"}),
    ),
    KeptKind(
        kind=Response,
        part=Chapter.BEFORE,
        find=responses_of,
        fields={"happened_on": "Answered on", "mode": "How", "informant": "By", "closed_at": "Closed"},
        head=_title,
        hidden={
            "instrument": "stands over it",
            "version": "which edition of the questionnaire it is",
            "occasion": "told by the day",
            "months": "told by the day",
        },
    ),
    KeptKind(
        kind=Answer,
        part=Chapter.BEFORE,
        find=lambda whose: [answer for _, answer in _answers(whose)],
        fields={"value": "", "words": "In words"},
        head=_question,
        says={"value": _answer},
        hidden={
            "item": "stands over it",
            "state": "told in place of an answer",
            "second_state": "how the same sheet was read a second time",
            "second_value": "how the same sheet was read a second time",
        },
    ),
    KeptKind(
        kind=SafetyCard,
        part=Chapter.SAFETY,
        find=own(SafetyCard),
        fields={
            "opened_at": "A card was opened on",
            "opened_by": "because of",
            "source": "namely",
            "written_on": "written on",
            "action": "What was done",
            "acted_at": "at",
            "initials": "by",
            "closed_at": "closed on",
        },
        notes=frozenset({"source", "action"}),
    ),
    KeptKind(
        kind=Ballot,
        part=Chapter.FINDING,
        find=own(Ballot),
        fields={"choice": ""},
        head=lambda whose, thing: f"You marked {_about(whose, thing)}",
        hidden={"about_id": "stands over it"},
    ),
    KeptKind(
        kind=Similarity,
        part=Chapter.FINDING,
        find=own(Similarity),
        fields={"rating": "How alike you felt, of 5"},
        head=lambda whose, thing: f"You and {_about(whose, thing)}",
        hidden={"about_id": "stands over it"},
    ),
    KeptKind(
        kind=Meeting,
        part=Chapter.FINDING,
        find=between_two(Meeting),
        fields={"round": "Round"},
        head=lambda whose, thing: f"You met {other_of_two(whose, thing)}",
        hidden={"first_id": "stands over it", "second_id": "stands over it"},
    ),
    KeptKind(
        kind=Couple,
        part=Chapter.FINDING,
        find=between_two(Couple),
        fields={"first_opts_in": "You would phone each other"},
        head=lambda whose, thing: f"You live with {other_of_two(whose, thing)}",
        says={"first_opts_in": _opted_in},
        hidden={
            "first_id": "stands over it",
            "second_id": "stands over it",
            "second_opts_in": "of the two answers only the person’s own is told",
        },
    ),
)
