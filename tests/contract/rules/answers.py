"""Answers: a click keeps the one that was clicked, a digit the one of the question that has the ring."""

from collections import Counter
from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from mat_desktop.screens.followup.part_box import PartBox
from mat_desktop.screens.followup.questions import of_row
from mat_desktop.screens.private.answers import AnswerButton
from mat_desktop.screens.shared.question_row import QuestionRow
from mat_desktop.workshop.answers.instruments import Item, Option, typed_value
from mat_desktop.workshop.followup import COMPLAINTS_PART
from tests.contract.hand import in_reach, named
from tests.contract.kept import KeptLine
from tests.contract.state import State, astray
from tests.contract.visitor import TABS

KEEPS_NOTHING: Mapping[str, str] = {
    "The owner asks to show the goal": "It is asked anew each time that something is shown.",
    "They are 18 or older and want to take part": "It is kept with the person, once a name stands beside it.",
    "Their answers on the computer: Yes": "It is kept with the person, once a name stands beside it.",
    "Their answers on the computer: No, on paper only": "It is kept with the person, once a name stands beside it.",
    "Compare: Waiting list": "It is kept once the plan is sealed.",
    "Compare: A call every day": "It is kept once the plan is sealed.",
    "Compare: A call every week": "It is kept once the plan is sealed.",
    "Compare: Meetings only": "It is kept once the plan is sealed.",
    "Waiting list": "It is kept once the list of arms is drawn.",
    "A call every week": "It is kept once the list of arms is drawn.",
    "Meetings only": "It is kept once the list of arms is drawn.",
}
"""What is chosen without a row changing, by its name, and why that is meant."""
FOR_THIS_PRINT = ", print"
"""What is chosen in the print centre counts for the print at hand only."""

_VALUES = {"value", "level"}
"""The columns in which an answer stands, whatever it is an answer to."""
Marks = dict[tuple[str, int], bool]


def a_click_keeps_exactly_that_answer(state: State) -> Iterator[str]:
    """At any scroll position, and wherever the focus was before; every other answer stands as it stood."""
    names = [one.accessibleName() for one in state.some(answers(state))]
    for name in names:
        scroll_and_focus_anywhere(state)
        found = next((one for one in answers(state) if one.accessibleName() == name and in_reach(one)), None)
        if found is not None:
            yield from _click_on(state, found)


def answers(state: State) -> list[QAbstractButton]:
    """What can be chosen here and is not chosen yet, tabs aside."""
    found = [b for b in state.all(QAbstractButton) if isinstance(b, QAbstractButton) and b.isCheckable()]
    open_ones = [b for b in found if b.isEnabled() and (isinstance(b, QCheckBox) or not b.isChecked())]
    return [b for b in open_ones if not b.accessibleName().startswith(TABS)]


def scroll_and_focus_anywhere(state: State) -> None:
    """The page is scrolled somewhere, and the keyboard is somewhere on it."""
    for area in state.all(QScrollArea):
        if isinstance(area, QScrollArea):
            bar = area.verticalScrollBar()
            bar.setValue(state.dice.randint(bar.minimum(), bar.maximum()))
    stops = [w for w in state.all(QWidget) if w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    if stops:
        state.dice.choice(stops).setFocus(Qt.FocusReason.OtherFocusReason)
    QApplication.processEvents()


def marks(state: State) -> Marks:
    """Everything that is ticked, chosen or filled in here, by its name."""
    seen: Counter[str] = Counter()
    found: Marks = {}
    for one in state.all(QAbstractButton):
        if isinstance(one, QAbstractButton) and one.isCheckable():
            name = one.accessibleName() or one.text()
            found[(name, seen[name])] = one.isChecked()
            seen[name] += 1
    return found


def _click_on(state: State, answer: QAbstractButton) -> Iterator[str]:
    name, group = answer.accessibleName(), _names_of_group(answer)
    row, value = question_of(answer), _value_of(answer)
    before, last = marks(state), state.kept.last()
    state.hand.click(answer)
    lines = state.kept.since(last)
    after = marks(state)
    others = [other for (other, n), on in after.items() if before.get((other, n), on) is not on and other not in group]
    if others:
        yield f"a click on “{name}” changed {others} as well"
    if row is not None:
        yield from _kept_for(lines, _item_of(row), value, name)
    elif len({line.kind for line in lines}) > 1:
        yield f"a click on “{name}” kept {', '.join(map(str, lines))}"
    elif not lines and after.get((name, 0), False) and _should_keep(state, name):
        yield f"a click on “{name}” kept nothing. A tab within a page stands in visitor.INNER, others in KEEPS_NOTHING"
    if not state.leaves and (wrong := astray(state)):
        yield f"after a click on “{name}” {wrong}"
    state.take_back(last)


def _should_keep(state: State, name: str) -> bool:
    """Whether what is chosen here is to be kept at once. A dialog keeps nothing before it is confirmed."""
    passing = state.leaves or state.name.endswith(FOR_THIS_PRINT) or name in KEEPS_NOTHING
    return not passing and not state.hand.opened


def _names_of_group(answer: QAbstractButton) -> set[str]:
    if answer.group() is None:
        return {answer.accessibleName()}
    return {b.accessibleName() for b in answer.group().buttons()}


def question_of(answer: QWidget) -> QuestionRow | None:
    """The question on a form sheet that this answers."""
    parent = answer.parentWidget()
    while parent is not None and not isinstance(parent, QuestionRow):
        parent = parent.parentWidget()
    return parent


def _value_of(answer: QAbstractButton) -> int | None:
    if isinstance(answer, AnswerButton):
        return answer.value
    row = question_of(answer)
    if row is None or not isinstance(answer, QRadioButton):
        return None
    return next(value for value, _, _ in row.question.options if row.answers.button(value) is answer)


def _item_of(row: QuestionRow) -> int:
    """The number under which the answer to a row is kept; on a follow-up sheet a complaint has two rows."""
    parts = [part for part in row.window().findChildren(PartBox) if part.isAncestorOf(row)]
    complaints = [part.name for part in parts] == [COMPLAINTS_PART]
    return of_row(row.question.number)[0] if complaints else row.question.number


def _kept_for(lines: tuple[KeptLine, ...], number: int, value: int | None, did: str) -> Iterator[str]:
    """Exactly one answer was kept, this one, for the question of this number."""
    kept = [row.after or {} for line in lines for row in line.rows if not _VALUES.isdisjoint(row.after or {})]
    values = [after[next(iter(_VALUES & after.keys()))] for after in kept]
    items = {item for after in kept if isinstance(item := after.get("item"), int)}
    if values != [value] or not items <= {number}:
        yield f"“{did}” should keep {value} for question {number}, and kept {values} for {items or kept}"


def digits_keep_exactly_the_answer_of_the_ringed_question(state: State) -> Iterator[str]:
    """The hand puts the ring on a question and types a value: that question has it, and no other one changed."""
    for _ in state.some(_typed_rows(state)):
        chosen = state.dice.randrange(len(_typed_rows(state)))
        scroll_and_focus_anywhere(state)
        rows = _typed_rows(state)
        if chosen < len(rows) and in_reach(rows[chosen]):
            yield from _type_into(state, rows[chosen])


def _typed_rows(state: State) -> list[QuestionRow]:
    return [row for row in state.all(QuestionRow) if isinstance(row, QuestionRow) and row.question.by_digits]


def _type_into(state: State, row: QuestionRow) -> Iterator[str]:
    question, last = row.question, state.kept.last()
    value = state.dice.choice([v for v, _, _ in question.options if v != row.value])
    corner = row.mapTo(row.window(), QPoint(3, row.height() // 2))
    state.hand.click_at(row.window(), corner)
    before = marks(state)
    for digit in str(value):
        state.hand.key(Qt.Key(ord(digit)))
    item = Item(question.number, "", tuple(Option(v, w) for v, w, _ in question.options))
    if typed_value(item, str(value))[1]:
        state.hand.key(Qt.Key.Key_Return)
    after = marks(state)
    own = {row.answers.button(v).accessibleName() for v, _, _ in question.options}
    others = [name for (name, n), on in after.items() if before.get((name, n), on) is not on and name not in own]
    if others:
        yield f"{value} typed on question {question.number} changed {others} as well"
    yield from _kept_for(state.kept.since(last), _item_of(row), value, f"{value} typed on {named(row)}")
    if wrong := astray(state):
        yield f"after {value} typed on question {question.number} {wrong}"
    state.take_back(last)
