"""The pages that no rail leads to: the way in, and all that a participant sees."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from mat_desktop.app.window import Window
from mat_desktop.facilitation.desk import Desk
from mat_desktop.screens.library.entrance import Entrance
from mat_desktop.screens.library.recovery import RecoveryDialog
from mat_desktop.screens.look.dress import load_fonts
from mat_desktop.screens.private.answers import AnswerButton
from mat_desktop.screens.private.hand_over import HandOverDialog
from mat_desktop.screens.private.window import ParticipantWindow
from mat_desktop.workshop.journey import Step
from tests.contract.libraries import DAY
from tests.contract.measure import no_text_is_cut
from tests.contract.rules.keys import esc_leaves_without_change, the_wheel_changes_no_value_and_no_row
from tests.contract.state import hold
from tests.contract.visitor import LARGE, SMALL, Visitor, until, visitor_of
from tests.contract.walker import EACH_CONTROL, Walker
from tests.libraries import sealed_library_of
from tests.people import WORKSHOP_DAY, harbour_hall
from tests.sure import sure, sure_of

PASSPHRASE, PIN = "five words of my own", "4826"
RULES = (no_text_is_cut, *EACH_CONTROL, the_wheel_changes_no_value_and_no_row, esc_leaves_without_change)
F9, F4, ALT = Qt.Key.Key_F9, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def walker(qapp, tmp_path):
    load_fonts()
    return Walker(folder=tmp_path)


def look(walker: Walker, visitor: Visitor, name: str, root: QWidget, *, leaves: bool = False) -> None:
    """Hold what is seen to all of it, at both sizes."""
    state = walker.state(visitor, name, root, leaves=leaves)
    walker.faults += hold(state, SMALL, (no_text_is_cut,))
    walker.faults += hold(state, LARGE, RULES)


def at_the_door(walker: Walker, folder: str) -> tuple[Visitor, Entrance]:
    visitor = visitor_of(walker.folder / folder, WORKSHOP_DAY)
    return visitor, sure_of(Entrance, visitor.window.centralWidget())


def fill_in(visitor: Visitor, *words: str) -> None:
    """Type into the lines in sight, one after the other."""
    lines = [line for line in visitor.hand.front.findChildren(QLineEdit) if line.isVisible()]
    for line, typed in zip(lines, words, strict=True):
        visitor.hand.click(line)
        visitor.hand.write(typed)


def test_the_first_page_of_all_and_the_recovery_sheet_that_follows(walker):
    visitor, entrance = at_the_door(walker, "none")
    look(walker, visitor, "entrance, welcome", entrance)
    fill_in(visitor, PASSPHRASE, PASSPHRASE)
    seen: list[str] = []

    def inside(over: QWidget) -> None:
        seen.append(type(over).__name__)
        look(walker, visitor, "entrance, recovery sheet", over, leaves=True)

    visitor.hand.inside = inside
    visitor.press("Make my library")
    until(lambda: visitor.window.recovery_offered)
    visitor.close()
    assert seen == [RecoveryDialog.__name__]
    assert walker.faults == [], "\n".join(walker.faults)


def a_workshop(desk: Desk) -> None:
    harbour_hall(desk)


def test_the_passphrase_and_the_page_for_who_forgot_it(walker):
    sealed_library_of(walker.folder / "sealed", a_workshop)
    visitor, entrance = at_the_door(walker, "sealed")
    look(walker, visitor, "entrance, passphrase", entrance)
    visitor.press("I have forgotten it")
    look(walker, visitor, "entrance, recovery lines", entrance)
    visitor.close()
    assert walker.faults == [], "\n".join(walker.faults)


def test_a_library_that_cannot_be_opened(walker):
    (walker.folder / "torn").mkdir()
    (walker.folder / "torn" / "library.db").write_bytes(b"no library" * 400)
    visitor, entrance = at_the_door(walker, "torn")
    look(walker, visitor, "entrance, damaged", entrance)
    visitor.close()
    assert walker.faults == [], "\n".join(walker.faults)


def handed_over(walker: Walker) -> tuple[Visitor, ParticipantWindow]:
    """The laptop with somebody who was asked nothing yet, with every questionnaire that is offered."""
    DAY.lay(walker.folder / "library")
    visitor = visitor_of(walker.folder / "library", DAY.day)
    visitor.go_to(Step.SCREENING)
    assert visitor.kept.last(), "there is a library to look into, also once the program has put it away"

    def inside(over: QWidget) -> None:
        if isinstance(over, HandOverDialog):
            fill_in(visitor, PIN, PIN)
            visitor.press("Hand over now")

    visitor.hand.inside = inside
    visitor.press("Hand over", visitor.place.header)
    until(lambda: window_of(visitor.window) is not None)
    window = sure(window_of(visitor.window))
    # The screen of these tests is smaller than a laptop's: what fills it is measured as on a laptop.
    window.showNormal()
    return visitor, window


def window_of(window: Window) -> ParticipantWindow | None:
    return window.participant


def answers_in(window: ParticipantWindow) -> list[AnswerButton]:
    return [answer for answer in window.findChildren(AnswerButton) if answer.isVisible()]


def question_after_question(walker: Walker, visitor: Visitor, window: ParticipantWindow) -> Iterator[str]:
    """Each question is looked at, and answered by a click and by digits in turn; what is kept is exactly that."""
    number = 0
    while answers_in(window):
        number += 1
        look(walker, visitor, f"participant, question {number}", window)
        state = walker.state(visitor, f"participant, answer {number}", window)
        answer, last = state.dice.choice(answers_in(window)), visitor.kept.last()
        value = answer.value
        if number % 2:
            visitor.hand.click(answer)
        else:
            for digit in str(value):
                visitor.hand.key(Qt.Key(ord(digit)))
            if visitor.kept.last() == last:
                visitor.hand.key(Qt.Key.Key_Return)
        kept = [
            r.after["value"] for line in visitor.kept.since(last) for r in line.rows if r.after and "value" in r.after
        ]
        if kept != [value]:
            yield f"question {number} was answered with {value}, and {kept} was kept"


def test_every_page_of_a_participant_and_every_answer(walker):
    visitor, window = handed_over(walker)
    look(walker, visitor, "participant, first", window)
    visitor.hand.key(F9)
    look(walker, visitor, "participant, hidden", window)
    visitor.press("Show the question again")
    visitor.press("I would like to stop")
    look(walker, visitor, "participant, asked whether to stop", window)
    visitor.press("Go on")
    walker.faults += question_after_question(walker, visitor, window)
    look(walker, visitor, "participant, thanked", window)
    visitor.close()
    assert len(walker.states) > 20
    assert walker.faults == [], "\n".join(walker.faults)
