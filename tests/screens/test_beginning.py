"""Another person is shown from the top, with the keyboard at the first thing that is asked and has no answer."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from mat_desktop.rehearsal.hands import press
from mat_desktop.screens.contact.log_entry import LogTable
from mat_desktop.screens.shared.fields import Field
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.workshop.journey import Step
from tests.sure import sure


def bars(page):
    lists = page.findChildren(PeopleList)
    areas = [a for a in page.findChildren(QScrollArea) if not any(one.isAncestorOf(a) for one in lists)]
    return [area.verticalScrollBar() for area in areas if area.isVisible()]


def test_a_form_begins_at_its_first_empty_line_and_at_its_top(at_own_sample):
    who = at_own_sample
    who.window.resize(1280, 680)
    who.go_to(Step.GOALS)
    for bar in bars(who.page):
        bar.setValue(bar.maximum())
    who.page.work_on(who.page.list.neighbour(who.page.person, 1))
    QTest.qWait(30)
    focus = sure(who.window.focusWidget())
    field = focus.parentWidget()
    assert isinstance(field, Field)
    fields = [f for f in who.page.form.findChildren(Field) if f.isVisible() and f.edit.isEnabled()]
    empty = [f for f in fields if not f.text().strip()]
    assert field is min(empty or fields, key=lambda f: (f.mapTo(who.page, f.rect().topLeft()).y(), f.x()))
    if field is fields[0]:
        assert all(bar.value() == 0 for bar in bars(who.page))


def test_next_person_by_a_click_shows_the_top_of_the_form_also_from_its_bottom(at_own_sample):
    who = at_own_sample
    who.window.resize(1280, 680)
    who.go_to(Step.GOALS)
    QTest.qWait(30)
    for bar in bars(who.page):
        bar.setValue(bar.maximum())
    before, following = who.page.person, who.page.following
    at = following.mapTo(who.window, following.rect().center())
    QTest.mouseClick(sure(who.window.windowHandle()), Qt.MouseButton.LeftButton, pos=at)
    assert who.page.person != before
    at_once = [bar.value() for bar in bars(who.page)]
    focus = sure(who.window.focusWidget())
    QTest.qWait(50)
    assert [bar.value() for bar in bars(who.page)] == at_once, "nothing scrolls afterwards"
    assert who.window.focusWidget() is focus
    assert isinstance(focus.parentWidget(), Field)
    first = next(f for f in who.page.form.findChildren(Field) if f.isVisible() and f.edit.isEnabled())
    assert all(value == 0 for value in at_once) or focus.parentWidget() is not first


def test_the_log_has_the_keyboard_when_another_person_comes(at_own_sample):
    who = at_own_sample
    who.go_to(Step.CONTACT)
    press(who.place.header, "View: Take in sheets")
    who.page.list.search.setFocus(Qt.FocusReason.OtherFocusReason)
    who.page.work_on(who.page.list.neighbour(who.page.person, 1))
    QTest.qWait(20)
    assert isinstance(who.window.focusWidget(), LogTable)
