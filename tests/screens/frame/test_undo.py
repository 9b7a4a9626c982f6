"""Undo is the library's last deed; what is not in front is shown and named before it is taken back."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mat_desktop.facilitation import screening
from mat_desktop.facilitation.answers import responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.history import step_of
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.messages import RecordedMessages
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import Mode
from mat_desktop.workshop.journey import Step
from tests.people import WORKSHOP_DAY, include
from tests.screens.conftest import with_passphrase
from tests.sure import sure

OTHER = "The last thing you did was somewhere else"


@dataclass
class WhereAsked(RecordedMessages):
    """Keeps beside each question what stood in front when it was asked."""

    who: object = None
    seen: list[tuple[object, int]] = field(default_factory=list)

    def ask(self, question: str, yes: str, no: str, *, destroys: bool = False) -> bool:
        page = self.who.place.page_in_front  # type: ignore[attr-defined]
        self.seen.append((page.step, page.person))
        return super().ask(question, yes, no, destroys=destroys)


def two_people(desk):
    tomorrow = WORKSHOP_DAY + timedelta(days=1)
    workshop = setup.create(desk, "Mill Lane", "Mill Lane 2", tomorrow, "UTC")
    for name in ("Ana", "Ben"):
        include(desk, workshop, name)
    setup.create(desk, "Pier Street", "Pier Street 1", tomorrow, "UTC")


@pytest.fixture
def at_the_desk(facilitator):
    facilitator.messages = WhereAsked(who=facilitator)
    with_passphrase(facilitator, two_people)
    goals.add(facilitator.place.desk, 1)
    return facilitator


def undo(who) -> None:
    """Press Undo where a hand finds it."""
    who.settle()
    bar = who.place.bar.undo
    middle = bar.mapTo(who.window, QPoint(bar.width() // 2, bar.height() // 2))
    QTest.mouseClick(sure(who.window.windowHandle()), Qt.MouseButton.LeftButton, pos=middle)


def has_goal(who) -> bool:
    return bool(goals.goals_of(who.place.desk, 1, who.clock.today()).goals)


def test_undo_of_something_on_another_page_shows_it_there_and_names_whom_it_is_about(at_the_desk):
    at_the_desk.go_to(Step.PARTICIPANTS)
    undo(at_the_desk)
    assert at_the_desk.messages.asked == [f"{OTHER}: under Goals, about Ana. Undo a new goal of Ana?"]
    assert at_the_desk.messages.seen == [(Step.GOALS, 1)]
    assert not has_goal(at_the_desk)


def test_keeping_it_leaves_everything_and_comes_back_to_what_was_in_front(at_the_desk):
    at_the_desk.go_to(Step.SCREENING)
    at_the_desk.pick("Ben")
    at_the_desk.messages.answers = [False]
    undo(at_the_desk)
    assert has_goal(at_the_desk)
    assert (at_the_desk.place.step, at_the_desk.page.person) == (Step.SCREENING, 2)


def test_undo_of_something_about_another_person_on_the_same_page_turns_to_that_person(at_the_desk):
    at_the_desk.go_to(Step.GOALS)
    at_the_desk.pick("Ben")
    undo(at_the_desk)
    assert at_the_desk.messages.seen == [(Step.GOALS, 1)]
    assert "about Ana" in at_the_desk.messages.asked[0]


def test_undo_of_something_in_another_workshop_opens_it(at_the_desk):
    at_the_desk.today()
    at_the_desk.open_workshop("Pier Street")
    undo(at_the_desk)
    assert at_the_desk.messages.seen == [(Step.GOALS, 1)]
    assert at_the_desk.place.bench.workshop_id == 1


def test_what_is_in_front_is_undone_without_a_question(at_the_desk):
    at_the_desk.go_to(Step.GOALS)
    at_the_desk.pick("Ana")
    undo(at_the_desk)
    assert at_the_desk.messages.asked == []
    assert not has_goal(at_the_desk)


def test_an_answer_that_opened_a_card_is_named_and_stays_and_what_lies_before_it_is_asked_about(at_the_desk):
    desk = at_the_desk.place.desk
    at_the_desk.go_to(Step.SCREENING)
    at_the_desk.pick("Ana")
    responses.answer(desk, 1, own_pages.READINESS, 8, Entered(value=3), Mode.ALOUD)
    at_the_desk.messages.answers = [False]
    undo(at_the_desk)
    stays = "The last thing that was done cannot be taken back: an answer of Ana. It opened a safety card."
    assert at_the_desk.messages.asked == [
        f"{stays} What you did before that was somewhere else: under Goals, about Ana. Undo a new goal of Ana?"
    ]
    assert has_goal(at_the_desk)
    undo(at_the_desk)
    assert not has_goal(at_the_desk)


def test_ctrl_z_asks_as_the_button_does(at_the_desk):
    screening.set_note(at_the_desk.place.desk, 2, "Speaks Spanish")
    at_the_desk.go_to(Step.PAIRING)
    at_the_desk.settle()
    QTest.keyClick(sure(at_the_desk.window.windowHandle()), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert at_the_desk.messages.seen == [(Step.SCREENING, 2)]


def test_every_kind_of_deed_belongs_to_a_step_or_is_known_to_belong_to_none():
    none = {kind.value.key for kind in DeedKind if kind.value.undoable and step_of(kind.value.key) is None}
    rooms = {"safety", "today", "promises", "instruments", "outcomes", "undo", "redo"}
    assert {key for key in none if key.partition(".")[0] not in rooms} == {
        "setup.create",
        "contact.call",
        "contact.happened",
        "library.ask_erasure",
        "library.ask_erasing_workshop",
        "library.call_off_erasure",
        "library.call_off_erasing_workshop",
        "library.loss",
        "sheets.picture",
    }
