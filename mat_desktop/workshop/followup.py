"""Steps 8 and 9: asking again at six months and at one year."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from mat_desktop.workshop.answers.responses import Informant
from mat_desktop.workshop.contact.meetings import Came


class FollowUpState(StrEnum):
    """How far one person's follow-up has come. `late` is done after the meeting."""

    DUE = "due"
    DONE = "done"
    LATE = "late"
    LOST = "could not reach"


ANSWERED = (FollowUpState.DONE, FollowUpState.LATE)


class Story(StrEnum):
    """How a handout speaks of the partnership."""

    TOGETHER = "together"
    RE_PAIRED = "re-paired"
    ENDED = "ended"
    SILENT = "silent"
    PARTNER_DIED = "partner died"
    NEVER_PAIRED = "never paired"


ALONE = (Story.ENDED, Story.SILENT, Story.PARTNER_DIED, Story.NEVER_PAIRED)
"""Paper of these people names no partner and shows no strip."""


@dataclass(frozen=True)
class Question:
    """One question on the handout. `choices` are empty where the answer is a few words."""

    key: str
    words: str
    lines: int
    choices: tuple[str, ...] = ()
    of_two: bool = False
    """Whether it is asked only of somebody who has a partner now."""

    @property
    def title(self) -> str:
        """The question as a screen puts it, where no date is at hand."""
        return self.words.replace("{start}", "the workshop")


_DIFFERENT = Question("different", "What is different in your life since {start}?", 2)
_ELSE = Question("else", "What else happened in this time that matters here?", 1)
_HELPED = Question("helped", "What did your partner do that helped most?", 1, of_two=True)
_IN_THE_WAY = Question("in_the_way", "What got in the way?", 1)
WORSE, GO_ON = "worse", "go_on"
_WORSE = Question(WORSE, "Did anything get worse?", 0, ("no", "a little", "yes, a lot"))
_WHAT_WORSE = Question("what_worse", "If something got worse: what?", 1)
_GO_ON = Question(
    GO_ON,
    "From here on",
    0,
    (
        "I would like to go on",
        "I would like to go on, less often",
        "I would like to stop",
        "I don't know yet",
        "I want to talk with the facilitator",
    ),
    of_two=True,
)
_SINCE = Question("since", "Since the meeting before, have you two talked?", 0, ("often", "now and then", "no"), True)
_OTHER_HELP = Question("other_help", "What other help did you have in this time?", 1)
ASK_AGAIN, ASK_AGAIN_YES = "ask_again", "yes, you may ask me again"
_ASK_AGAIN = Question(ASK_AGAIN, "May I ask you again, a year or more from now?", 0, (ASK_AGAIN_YES, "no, thank you"))
QUESTIONS: tuple[Question, ...] = (_DIFFERENT, _ELSE, _HELPED, _IN_THE_WAY, _WORSE, _WHAT_WORSE, _GO_ON)
LATER_QUESTIONS: tuple[Question, ...] = (
    _DIFFERENT,
    _ELSE,
    _SINCE,
    _OTHER_HELP,
    _WORSE,
    _WHAT_WORSE,
    _GO_ON,
    _ASK_AGAIN,
)
A_LOT_WORSE, WANTS_TO_TALK = _WORSE.choices[-1], _GO_ON.choices[-1]
"""The two answers that promise a call; the second may be offered by more than one question."""
IMPROVEMENT = ("much better", "a little better", "the same", "a little worse", "much worse")
"""How a complaint has changed, in five words."""
COMPLAINTS_MOST = 3


def improvement_key(number: int) -> str:
    """Under which name the five words about one complaint are kept."""
    return f"complaint_{number}"


def questions_at(months: int) -> tuple[Question, ...]:
    """The questions on the handout of a follow-up point."""
    return QUESTIONS if months < 12 else LATER_QUESTIONS


FURTHER_BACK = -3
"""The box "further back than the start": kept as its own answer, never counted as a level of the ladder."""


@dataclass(eq=False)
class FollowUpLevel:
    """Where the person stands on one goal's ladder, -2 to +2, or `FURTHER_BACK`, as one informant sees it.

    What several informants say stands side by side and is never averaged.
    """

    goal_id: int
    level: int
    informant: Informant = Informant.SELF
    id: int | None = None
    uid: str = ""
    follow_up_id: int | None = None


@dataclass(eq=False)
class FollowUpAnswer:
    """The answer to one question."""

    question: str
    words: str
    id: int | None = None
    uid: str = ""
    follow_up_id: int | None = None


LADDERS_PART, COMPLAINTS_PART = "ladders", "complaints"
THE_REST = "rest"
"""Everything that was not answered: so stand the sheets that counted as done before parts could be left empty."""


def form_part(instrument: str) -> str:
    """Under which name one questionnaire of the sheet is marked as left empty."""
    return f"form.{instrument}"


def question_part(question: str) -> str:
    """Under which name one question of the sheet is marked as left empty."""
    return f"question.{question}"


@dataclass(eq=False)
class LeftEmpty:
    """A part of the sheet that its owner left empty, wholly or from some point on: nobody waits for it any more."""

    part: str
    id: int | None = None
    uid: str = ""
    follow_up_id: int | None = None


@dataclass(eq=False)
class FollowUp:
    """One person asked again at one point; the day it happened is kept apart from the day it was typed."""

    participant_id: int
    months: int
    state: FollowUpState = FollowUpState.DUE
    happened_on: date | None = None
    attempts: int = 0
    came: Came | None = None
    """Whether the person was at the meeting; answers may come without that."""
    id: int | None = None
    uid: str = ""
    levels: list[FollowUpLevel] = field(default_factory=list)
    answers: list[FollowUpAnswer] = field(default_factory=list)
    left_empty: list[LeftEmpty] = field(default_factory=list)


def level_of(follow_up: FollowUp | None, goal_id: int, informant: Informant = Informant.SELF) -> int | None:
    """The level that one informant recorded for one goal, or None."""
    if follow_up is None:
        return None
    entries = (e for e in follow_up.levels if e.goal_id == goal_id and e.informant is informant)
    return next((entry.level for entry in entries), None)


def state_when_answered(happened_on: date, meeting: date) -> FollowUpState:
    """Done up to the meeting day, late after it."""
    return FollowUpState.DONE if happened_on <= meeting else FollowUpState.LATE
