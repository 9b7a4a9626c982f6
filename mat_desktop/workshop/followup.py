"""Steps 8 and 9: asking again at six months and at one year."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from mat_desktop.workshop.answers import own_pages
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
    ON_HOLD = "on hold"
    PARTNER_DIED = "partner died"
    ONE_OF_THREE_DIED = "one of three died"
    NEVER_PAIRED = "never paired"


ALONE = (Story.ENDED, Story.SILENT, Story.ON_HOLD, Story.PARTNER_DIED, Story.NEVER_PAIRED)
"""Paper of these people names no partner and shows no strip."""
_ASKED_WHAT_NOW = (Story.ENDED, Story.SILENT, Story.NEVER_PAIRED)
_PLAIN_HOLES = {
    "start": "the workshop",
    "before": "the meeting before",
    "partner": "your partner",
    "facilitator": "the facilitator",
    "readers": "the facilitator",
    "until": "ten years from now",
}


@dataclass(frozen=True)
class Question:
    """One question of section E. `choices` are empty where the answer is a few words; they are kept as they stand here.

    `number` is the number on paper and on the screen: what is left out leaves a gap. `shown` are the words of the
    choices where paper and screen say more plainly what is kept. `most` is how many lines it may grow to.
    """

    key: str
    words: str
    lines: int
    choices: tuple[str, ...] = ()
    of_two: bool = False
    """Whether it is asked only of somebody who has a partner now."""
    number: int = 0
    note: str = ""
    shown: tuple[str, ...] = ()
    most: int = 1
    stories: tuple[Story, ...] = ()
    """The stories in which alone it is asked; none where it is asked of everybody."""
    holes: tuple[tuple[str, str], ...] = ()
    """The names and months that stand in its words; plain ones where neither are at hand."""

    @property
    def title(self) -> str:
        """The question as it is put, on paper and on the screen."""
        return self._filled(self.words)

    @property
    def under(self) -> str:
        """What stands under the question."""
        return self._filled(self.note)

    @property
    def shown_choices(self) -> tuple[str, ...]:
        """The choices as they are put, in their order."""
        return tuple(self._filled(words) for words in self.shown or self.choices)

    def _filled(self, words: str) -> str:
        return words.format(**{**_PLAIN_HOLES, **dict(self.holes)})

    def is_asked(self, story: Story) -> bool:
        """Whether a person with this story is asked."""
        if story is Story.PARTNER_DIED or self.stories:
            return story in self.stories
        if story is Story.ONE_OF_THREE_DIED and self.number == _WORSE.number:
            return False
        return not (self.of_two and story in ALONE and not (story is Story.ON_HOLD and self.key == _GO_ON.key))


_DIFFERENT = Question("different", "What is different in your life since {start}?", 1, number=1, most=5)
_ELSE = Question("else", "What else happened?", 1, number=2, most=3, note="For example an illness, a move, other help.")
_HELPED = Question("helped", "What did {partner} do that helped you most?", 1, of_two=True, number=3, most=3)
_IN_THE_WAY = Question("in_the_way", "What made it hard?", 1, number=4, most=3)
WORSE, GO_ON = "worse", "go_on"
_WORSE = Question(
    WORSE, "Did anything get worse?", 0, ("no", "a little", "yes, a lot"), number=5, shown=("no", "a little", "a lot")
)
_WHAT_WORSE = Question("what_worse", "If you like, say what got worse:", 1, number=5)
_GO_ON = Question(
    GO_ON,
    "What would you like now?",
    0,
    (
        "I would like to go on",
        "I would like to go on, less often",
        "I would like to stop",
        "I don't know yet",
        "I want to talk with the facilitator",
    ),
    of_two=True,
    number=6,
    note="Only {readers} will see this. {facilitator} talks with you before anything changes.",
    shown=("go on as we are", "call less often", "stop", "I don’t know yet", "talk with {facilitator}"),
)
_ABOUT_CALLS = Question(
    "about_calls",
    "Is there anything about the calls, or how they ended, that {facilitator} should know? You do not have to say.",
    1,
    number=3,
    most=3,
    stories=(Story.ENDED, Story.SILENT),
)
_WHAT_NOW = Question(
    "what_now",
    "What would you like now?",
    0,
    ("a new partner", "go on alone", "I don't know yet", "I want to talk with the facilitator"),
    number=6,
    note="Only {readers} will see this.",
    shown=("ask about a new partner", "go on alone", "I don’t know yet", "talk with {facilitator}"),
    stories=_ASKED_WHAT_NOW,
)
_HELP_NOW = Question("help_now", "What would help now?", 4, number=1, most=4, stories=(Story.PARTNER_DIED,))
FIRST_QUESTION, HELP_NOW, WHAT_NOW = _DIFFERENT.key, _HELP_NOW.key, _WHAT_NOW.key
"""One of the first two is asked of everybody."""
_SINCE = Question(
    "since",
    "Since {before}, have you and {partner} talked?",
    0,
    ("often", "now and then", "no"),
    of_two=True,
    number=3,
)
_OTHER_HELP = Question("other_help", "What other help did you have?", 1, number=4, most=3)
ASK_AGAIN, ASK_AGAIN_YES = "ask_again", "yes, you may ask me again"
_ASK_AGAIN = Question(
    ASK_AGAIN,
    "May {facilitator} ask you again in later years?",
    0,
    (ASK_AGAIN_YES, "no, thank you"),
    number=7,
    note="If yes, {facilitator} keeps your name, number and answers until {until}. You can change your mind at any "
    "time.",
    shown=("yes", "no"),
)
QUESTIONS: tuple[Question, ...] = (
    _DIFFERENT,
    _ELSE,
    _HELPED,
    _ABOUT_CALLS,
    _IN_THE_WAY,
    _WORSE,
    _WHAT_WORSE,
    _GO_ON,
    _WHAT_NOW,
    _HELP_NOW,
)
LATER_QUESTIONS: tuple[Question, ...] = (
    _DIFFERENT,
    _ELSE,
    _SINCE,
    _ABOUT_CALLS,
    _OTHER_HELP,
    _WORSE,
    _WHAT_WORSE,
    _GO_ON,
    _WHAT_NOW,
    _ASK_AGAIN,
    _HELP_NOW,
)
A_LOT_WORSE, WANTS_TO_TALK = _WORSE.choices[-1], _GO_ON.choices[-1]
"""The two answers that promise a call; the second may be offered by more than one question."""
LAST_TWO_WEEKS = ("phq-2", "phq-4", "phq-8", "gad-2", "gad-7")
"""The questionnaires of section C. All others ask about safety or carry a notice: each is a sheet of its own."""
HAND_IN_FORMS = (*LAST_TWO_WEEKS, own_pages.ALLIANCE)
"""What stands among the sections of the part that is handed in, in sections C and D."""
IMPROVEMENT = ("much better", "a little better", "the same", "a little worse", "much worse")
"""How a complaint has changed, in five words."""
COMPLAINTS_MOST = 3


def improvement_key(number: int) -> str:
    """Under which name the five words about one complaint are kept."""
    return f"complaint_{number}"


def questions_at(months: int) -> tuple[Question, ...]:
    """Every question that somebody may be asked at a follow-up point."""
    return QUESTIONS if months < 12 else LATER_QUESTIONS


def questions_for(months: int, story: Story) -> tuple[Question, ...]:
    """The questions on the handout of somebody with this story, in the order of paper and typing."""
    return tuple(question for question in questions_at(months) if question.is_asked(story))


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
    looked_at_on: date | None = None
    """When what got worse and what is wanted was looked at, before the person left the meeting."""
    id: int | None = None
    uid: str = ""
    levels: list[FollowUpLevel] = field(default_factory=list)
    answers: list[FollowUpAnswer] = field(default_factory=list)
    left_empty: list[LeftEmpty] = field(default_factory=list)


def level_of(follow_up: FollowUp | None, goal_id: int, informant: Informant = Informant.SELF) -> int | None:
    """The level that one informant recorded for one goal, or None."""
    entries = follow_up.levels if follow_up is not None else []
    return next((e.level for e in entries if e.goal_id == goal_id and e.informant is informant), None)


def state_when_answered(happened_on: date, meeting: date) -> FollowUpState:
    """Done up to the meeting day, late after it."""
    return FollowUpState.DONE if happened_on <= meeting else FollowUpState.LATE
