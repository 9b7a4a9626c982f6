"""What is told of the follow-ups, of what was due, and of what was printed."""

from typing import Any

from mat_desktop.facilitation.library.record.told import (
    Chapter,
    KeptKind,
    Whose,
    beneath,
    goals_of,
    own,
)
from mat_desktop.facilitation.shown.dates import point_title
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.answers.responses import Informant
from mat_desktop.workshop.followup import (
    LATER_QUESTIONS,
    QUESTIONS,
    FollowUp,
    FollowUpAnswer,
    FollowUpLevel,
    LeftEmpty,
)
from mat_desktop.workshop.library import Loss
from mat_desktop.workshop.private import HandOver
from mat_desktop.workshop.sheets import FACTS, IssuedSheet
from mat_desktop.workshop.today import Reminder, Subject, read_due_key

_ASKED = {question.key: question.title for question in (*QUESTIONS, *LATER_QUESTIONS)}


def _goal(whose: Whose, thing: Any) -> str:
    goal = next((g for g in goals_of(whose) if g.id == thing.goal_id), None)
    return goal.words if goal is not None else ""


def _point(whose: Whose, thing: Any) -> str:
    follow_ups = whose.rows.all(FollowUp, participant_id=whose.person)
    return next((point_title(f.months) for f in follow_ups if f.id == thing.follow_up_id), "")


def _reminders(whose: Whose) -> list[Reminder]:
    every = whose.rows.all(Reminder, workshop_id=key_of(whose.standing.workshop))
    return [reminder for reminder in every if _is_about(reminder.key, whose.person)]


def _is_about(written: str, person: int) -> bool:
    try:
        due = read_due_key(written)
    except ValueError:
        return False
    return person in (due.person, due.about if due.subject is Subject.PERSON else 0)


_FOLLOW_UPS = own(FollowUp)
LATER: tuple[KeptKind, ...] = (
    KeptKind(
        kind=FollowUp,
        part=Chapter.LATER,
        find=_FOLLOW_UPS,
        fields={
            "state": "",
            "happened_on": "on",
            "came": "At the meeting",
            "looked_at_on": "Your sheet was looked at before you left, on",
            "attempts": "Times you were tried to reach",
        },
        head=lambda _whose, follow_up: point_title(follow_up.months),
        hidden={"months": "stands over it"},
    ),
    KeptKind(
        kind=FollowUpLevel,
        part=Chapter.LATER,
        find=lambda whose: [
            level for f in _FOLLOW_UPS(whose) for level in f.levels if level.informant is Informant.SELF
        ],
        fields={"level": "Where you stood"},
        head=lambda whose, level: f"{_point(whose, level)}, {_goal(whose, level)}",
        says={"level": lambda _whose, level: str(level.level)},
        hidden={"informant": "only the person’s own are told", "goal_id": "stands over it"},
    ),
    KeptKind(
        kind=FollowUpAnswer,
        part=Chapter.LATER,
        find=beneath(_FOLLOW_UPS, "answers"),
        fields={"words": ""},
        head=lambda whose, answer: f"{_point(whose, answer)}, {_ASKED.get(answer.question, answer.question)}",
        hidden={"question": "stands over it"},
    ),
    KeptKind(
        kind=LeftEmpty,
        part=Chapter.LATER,
        find=beneath(_FOLLOW_UPS, "left_empty"),
        fields={"part": "A part that you left empty"},
        head=_point,
    ),
    KeptKind(
        kind=Reminder,
        part=Chapter.LATER,
        find=_reminders,
        fields={
            "attempts": "Something due about you: times you were tried to reach",
            "unreachable": "could not be reached",
            "put_off_until": "put off until",
            "reason": "because",
            "done_on": "done on",
        },
        notes=frozenset({"reason"}),
        hidden={"key": "which due thing it is"},
    ),
    KeptKind(
        kind=IssuedSheet,
        part=Chapter.PAPER,
        find=own(IssuedSheet),
        fields={"printed_at": "printed on"},
        head=lambda _whose, sheet: FACTS[sheet.kind].title,
        hidden={
            "kind": "stands over it",
            "code": "finds the paper",
            "version": "which point it asks about",
            "occasion": "told by the day",
            "fields": "says where on the paper each answer stands",
            "earlier": "says whether a picture of the paper may be read",
        },
    ),
    KeptKind(
        kind=HandOver,
        part=Chapter.PAPER,
        find=own(HandOver),
        fields={
            "handed_at": "You answered alone on",
            "ended_at": "until",
            "stopped": "You stopped before the end",
            "instruments": "asked",
            "returned_at": "Given back on",
        },
    ),
    KeptKind(
        kind=Loss,
        part=Chapter.PAPER,
        find=own(Loss),
        fields={"happened_on": "Lost on", "words": "What happened"},
        notes=frozenset({"words"}),
    ),
)
