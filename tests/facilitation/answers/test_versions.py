"""The readiness form changed: what was answered to the one before stays as it was asked."""

import pytest

from mat_desktop.facilitation import screening
from mat_desktop.facilitation.answers import responses, shelf
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.ports import Note
from mat_desktop.facilitation.sheets import orders
from mat_desktop.workshop.answers.own_pages import READINESS
from mat_desktop.workshop.answers.responses import Answer, Occasion, Response
from mat_desktop.workshop.screening import ScreeningOutcome
from mat_desktop.workshop.sheets import SheetKind
from tests.people import WORKSHOP_DAY
from tests.sure import sure


@pytest.fixture
def ana(desk, workshop_id):
    return participants.add(desk, workshop_id, "Ana")


def answered_before(desk, person, occasion, values, version="2"):
    """As a library of 0.6.0 holds it: eight statements, crisis and danger in one."""
    response = Response(person, READINESS, version, occasion, happened_on=WORKSHOP_DAY)
    response.answers = [Answer(item, value=value) for item, value in enumerate(values, 1)]
    with desk.archive.deed(Note("responses.answer", True, desk.clock.now())) as rows:
        rows.add(response)


@pytest.mark.parametrize("version", ["1", "2"])
def test_answers_to_the_form_before_are_shown_under_the_questions_that_were_asked(desk, ana, version):
    answered_before(desk, ana, Occasion.DAY, [1, 1, 1, 1, 1, 1, 1, 2], version)
    found = screening.talk(desk, ana, WORKSHOP_DAY)
    assert found.readiness.items[7].words == "Are you in a crisis, or in danger from anyone?"
    assert [sure(i.answer).value for i in found.readiness.items] == [1, 1, 1, 1, 1, 1, 1, 2]
    assert (found.suggestion, found.talk_about) == (None, (8,))
    responses.answer(desk, ana, READINESS, 8, Entered(value=1))
    found = screening.talk(desk, ana, WORKSHOP_DAY)
    assert (len(found.readiness.items), found.suggestion) == (8, ScreeningOutcome.INCLUDE)


def test_after_a_call_with_the_form_before_crisis_and_danger_are_asked_anew_on_the_day(desk, ana):
    answered_before(desk, ana, Occasion.CALL, [1, 1, 1, 2, 1, 1, 1, 1])
    found = screening.talk(desk, ana, WORKSHOP_DAY)
    assert [i.words for i in found.readiness.items][7:] == ["In crisis?", "In danger from anyone?"]
    assert [i.answer and i.answer.value for i in found.readiness.items] == [1, 1, 1, 2, 1, 1, 1, None, None]
    assert found.suggestion is None
    assert "in danger from anyone?” was answered “No sign”" in found.told_on_the_call
    for item in (4, 8, 9):
        responses.answer(desk, ana, READINESS, item, Entered(value=1))
    found = screening.talk(desk, ana, WORKSHOP_DAY)
    assert (found.suggestion, found.changed) == (ScreeningOutcome.INCLUDE, (4,))


def test_paper_prints_the_new_questions_in_the_words_of_the_form_and_never_those_of_the_talk(desk, workshop_id, ana):
    (sheet,) = orders.preview(desk, orders.Order(workshop_id=workshop_id, kinds=(SheetKind.READINESS,), people=(ana,)))
    printed = repr(sheet)
    assert "In crisis?" in printed
    assert "In danger from anyone?" in printed
    assert "ending your life" not in printed
    talk = screening.talk(desk, ana, WORKSHOP_DAY).readiness
    assert "Are you thinking about ending your life?" in talk.items[7].aloud
    assert "only when they are alone" in talk.items[8].aloud


def test_the_form_before_is_on_no_shelf(desk):
    with desk.archive.look() as rows:
        assert [i.version for i in shelf.everything(rows) if i.id == READINESS] == ["3"]
