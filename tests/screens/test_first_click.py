"""The first click counts: what is under the hand straight after a page or a person came is what it will be."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from mat_desktop.facilitation.followup import views
from mat_desktop.screens.look.dress import load_fonts
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.screens.shared.preview import Preview
from mat_desktop.screens.shared.question_row import QuestionRow
from mat_desktop.screens.today.page import JourneyStrip
from mat_desktop.workshop.journey import Step
from tests.contract.libraries import LAST
from tests.contract.visitor import visitor_of
from tests.sure import sure

AMARA = 1


def places(page: QWidget) -> dict[QWidget, QPoint]:
    """Where each button of a page lies; those that turn the pages of a preview come with the preview."""
    turning = {b for shown in page.findChildren(Preview) for b in (shown.back, shown.on)}
    buttons = [b for b in page.findChildren(QAbstractButton) if b.isVisible() and b not in turning]
    return {b: b.mapTo(page, QPoint(0, 0)) for b in buttons}


def moved(before: dict[QWidget, QPoint], after: dict[QWidget, QPoint]) -> list[str]:
    """What came, went or lies elsewhere, by name."""
    here = [w for w in before.keys() | after.keys() if before.get(w) != after.get(w)]
    return sorted(f"{w.accessibleName()}: {before.get(w)}, {after.get(w)}" for w in here)


def click(who, widget: QWidget) -> None:
    """Press and release there where the widget lies now, as a hand does."""
    at = widget.mapTo(who.window, QPoint(12, widget.height() // 2))
    QTest.mouseClick(sure(who.window.windowHandle()), Qt.MouseButton.LeftButton, pos=at)


@pytest.fixture
def one_year(at_own_sample):
    at_own_sample.clock.go_to(date(2027, 3, 20))
    at_own_sample.go_to(Step.ONE_YEAR)
    at_own_sample.settle()
    return at_own_sample


def test_a_click_on_a_ladder_straight_after_a_person_came_is_kept(one_year):
    who = one_year
    (goal, *_) = [g for g, _ in views.follow_up(who.place.desk, AMARA, 12).goals]
    who.page.list.view.setCurrentIndex(who.page.list.view.model().index(3, 0))
    who.pick("Amara O.")
    name = f"{goal.words}: 5, {dict(goal.ladder)[1]}"
    (answer,) = [b for b in who.page.findChildren(QAbstractButton) if b.accessibleName() == name and b.isVisible()]
    click(who, answer)
    assert views.follow_up(who.place.desk, AMARA, 12).goals[0][1] == 1


def test_a_workshop_on_today_opens_by_a_click_anywhere_on_its_card(at_own_sample):
    who = at_own_sample
    who.today()
    strip = next(s for s in who.place.today.findChildren(JourneyStrip) if s.isVisible())
    click(who, strip)
    assert who.place.step is not None
    who.today()
    title = [w for w in who.place.today.findChildren(QLabel) if w.text() == "Harbour Hall" and w.isVisible()][-1]
    click(who, title)
    assert who.place.step is not None


def test_what_is_due_unfolds_by_a_click_on_its_words_and_leaving_with_the_hand_down_does_nothing(one_year):
    who = one_year
    who.today()
    fold = next(b for b in who.place.today.findChildren(QAbstractButton) if shows_who(b))
    row = sure(fold.parentWidget())
    next(area for area in who.place.today.findChildren(QScrollArea) if area.isAncestorOf(row)).ensureWidgetVisible(row)
    at = QPoint(row.mapTo(who.window, QPoint(80, 0)).x(), fold.mapTo(who.window, fold.rect().center()).y())
    hand = sure(who.window.windowHandle())
    opened = [b.accessibleName() for b in who.place.today.findChildren(QAbstractButton)]
    QTest.mousePress(hand, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(hand, Qt.MouseButton.LeftButton, pos=QPoint(at.x(), 5))
    assert [b.accessibleName() for b in who.place.today.findChildren(QAbstractButton)] == opened
    QTest.mouseClick(hand, Qt.MouseButton.LeftButton, pos=at)
    assert len(who.place.today.findChildren(QAbstractButton)) > len(opened)


def shows_who(found: QAbstractButton) -> bool:
    return found.accessibleName().startswith("Show who") and found.isVisible()


@pytest.mark.parametrize("step", [Step.SCREENING, Step.GOALS, Step.CONTACT, Step.SIX_MONTHS, Step.ONE_YEAR])
def test_nothing_moves_after_another_person_came(one_year, step):
    who = one_year
    who.go_to(step)
    who.settle()
    (people,) = [p for p in who.page.findChildren(PeopleList) if p.isVisible()]
    who.page.work_on(people.neighbour(who.page.person, 1))
    at_once = places(who.page)
    who.settle()
    assert moved(at_once, places(who.page)) == []


@pytest.mark.parametrize("step", list(Step))
def test_nothing_moves_after_a_step_was_opened(one_year, step):
    who = one_year
    who.place.open_step(step)
    at_once = places(who.page)
    who.settle()
    assert moved(at_once, places(who.page)) == []


def test_no_question_of_a_sheet_moves_when_one_is_answered(at_the_year):
    visitor = at_the_year
    rows = visitor.page.sheet.body.findChildren(QuestionRow)
    first = min((row for row in rows if row.isVisible()), key=lambda row: row.mapTo(visitor.page, QPoint(0, 0)).y())
    before = first.mapTo(visitor.page, QPoint(0, 0))
    for digit in (Qt.Key.Key_4, Qt.Key.Key_2):
        visitor.hand.key(digit)
        assert "Still open: " in visitor.page.sheet.said.text()
        area = visitor.page.sheet.body.parentWidget().parentWidget()
        assert isinstance(area, QScrollArea)
        area.verticalScrollBar().setValue(0)
        assert first.mapTo(visitor.page, QPoint(0, 0)) == before


@pytest.fixture
def at_the_year(qapp, tmp_path):
    load_fonts()
    LAST.lay(tmp_path / "library")
    found = visitor_of(tmp_path / "library", LAST.day)
    found.go_to(Step.ONE_YEAR)
    yield found
    found.close()
