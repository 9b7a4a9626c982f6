"""What a follow-up sheet asks beside questionnaires, as questions with their answers: ladders, complaints, choices."""

from collections.abc import Iterable

from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.followup.views import ComplaintView
from mat_desktop.facilitation.goals.views import GoalView
from mat_desktop.screens.shared.question_row import ShownQuestion
from mat_desktop.workshop.followup import FURTHER_BACK, IMPROVEMENT, Question
from mat_desktop.workshop.goals.goal import LEVELS

SEVERITIES = range(1, 14)
_ROWS = 2
"""A complaint has two rows: how much it troubles now, and whether that is better or worse."""


_FIRST_BOX = 1
"""The number of the box "Further back than all of these"; the steps from the lowest up follow."""


def ladder(number: int, goal: GoalView, words: str, *, blind: bool) -> ShownQuestion:
    """One ladder as a question, its boxes numbered as on paper; a rater is not told where it began."""
    steps = dict(goal.ladder)
    boxes = [(_box(level), str(_box(level)), f"{_box(level)}, {steps[level]}") for level in sorted(LEVELS)]
    hoped = f"Hoped for {_box(goal.target)}: {steps[goal.target]}"
    start = f"At the start {_box(goal.now)}: {steps[goal.now]}. "
    return ShownQuestion(
        number=goal.id,
        printed=f"A{number}",
        words=words,
        options=((_FIRST_BOX, str(_FIRST_BOX), f"{_FIRST_BOX}, further back than all of these"), *boxes),
        note=hoped if blind else f"{start}{hoped}",
        states=(),
    )


def _box(level: int) -> int:
    """The number of a step's box on paper, from the worst on the left."""
    return level - FURTHER_BACK + _FIRST_BOX


def level_of(entered: Entered | None) -> int | None:
    """The step that a box stands for; None where the answer is taken back."""
    return None if entered is None or entered.value is None else entered.value - _FIRST_BOX + FURTHER_BACK


def complaints(views: Iterable[ComplaintView], since: str, *, own: bool) -> list[ShownQuestion]:
    """Every complaint in its own words, 1 to 13, and for the person's own answer whether it is better or worse."""
    rows = []
    for complaint in views:
        rows.append(
            ShownQuestion(
                number=complaint.number * _ROWS,
                printed=f"B{complaint.number}",
                words=complaint.words,
                options=tuple((value, str(value), str(value)) for value in SEVERITIES),
                keeps_note=True,
            )
        )
        if own:
            rows.append(_chosen(complaint.number * _ROWS + 1, f"Compared with {since}: {complaint.words}", IMPROVEMENT))
    return rows


def of_row(number: int) -> tuple[int, bool]:
    """The complaint of a row, and whether the row asks how much it troubles now."""
    return number // _ROWS, number % _ROWS == 0


def complaint_answers(views: Iterable[ComplaintView]) -> dict[int, Entered | None]:
    """What was answered in the rows of the complaints."""
    answers: dict[int, Entered | None] = {}
    for complaint in views:
        answers[complaint.number * _ROWS] = complaint.now
        answers[complaint.number * _ROWS + 1] = chosen(IMPROVEMENT, complaint.improvement)
    return answers


def complaint_notes(views: Iterable[ComplaintView]) -> dict[int, str]:
    """Where a complaint began, once it is marked again."""
    return {c.number * _ROWS: f"At the start: {c.before} of 13" for c in views if c.before is not None}


def choice(question: Question) -> ShownQuestion:
    """A question with prepared answers."""
    return _chosen(1, question.title, question.shown_choices, f"E{question.number}")


def _chosen(number: int, words: str, choices: tuple[str, ...], printed: str = "") -> ShownQuestion:
    """Prepared answers: a digit is the place of the box on paper, from the left and from 1 on."""
    options = tuple((place, f"{place} {said}", said) for place, said in enumerate(choices, 1))
    return ShownQuestion(number=number, printed=printed, words=words, options=options, in_words=True, states=())


def chosen(choices: tuple[str, ...], words: str) -> Entered | None:
    """The prepared answer that stands; None where there is none."""
    return Entered(value=choices.index(words) + 1) if words in choices else None


def words_of(choices: tuple[str, ...], entered: Entered | None) -> str:
    """The words of a prepared answer; empty where it is taken back."""
    return choices[entered.value - 1] if entered is not None and entered.value is not None else ""


def marked(level: int | None) -> Entered | None:
    """A mark on a ladder as an answer."""
    return Entered(value=_box(level)) if level is not None else None
