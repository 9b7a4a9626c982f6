"""Dates as a hand types them in the window: asked where two are meant, refused where the day is still to come."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import in_dialog, press, seen, write
from mat_desktop.screens.shared.fields import DateField
from mat_desktop.screens.shared.over import SaidOver
from mat_desktop.screens.shared.ring import FocusRing
from mat_desktop.workshop.journey import Step
from tests.people import WORKSHOP_DAY
from tests.screens.conftest import with_passphrase


def mill_lane(desk):
    setup.create(desk, "Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland")


@pytest.fixture
def with_workshop(facilitator):
    with_passphrase(facilitator, mill_lane)
    facilitator.go_to(Step.SETUP)
    press(facilitator.place.header, "View: Workshop")
    return facilitator


def click(widget: QWidget) -> None:
    """As a hand does: where the thing is, on the window."""
    top = widget.window()
    window = top.windowHandle()
    assert window is not None
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=widget.mapTo(top, widget.rect().center()))


def field_of(edit: QLineEdit) -> DateField:
    field = edit.parentWidget()
    assert isinstance(field, DateField)
    return field


def offered(who) -> list[str]:
    """The days that are offered under a field."""
    QTest.qWait(10)
    over = [one for one in who.window.findChildren(SaidOver) if one.isVisible()]
    return [b.text() for one in over for b in one.findChildren(QPushButton)]


def test_nothing_moves_when_a_field_says_what_is_wrong_or_asks_which_day_it_is(with_workshop):
    shown = [w for w in with_workshop.window.findChildren(QWidget) if w.isVisible() and not isinstance(w, FocusRing)]
    before = [w.mapTo(with_workshop.window, QPoint(0, 0)) for w in shown]
    for typed, sentence in (("yesterweek", "Write the date as"), ("11/12/2026", "Which day is it")):
        write(with_workshop.page, "Date of the workshop", typed)
        QTest.qWait(20)
        (over,) = [one for one in with_workshop.window.findChildren(SaidOver) if one.isVisible()]
        assert sentence in over.sentence.text()
        assert over.visibleRegion().boundingRect() == over.rect(), "it is seen whole"
        assert [w.mapTo(with_workshop.window, QPoint(0, 0)) for w in shown] == before


def test_a_day_that_can_mean_two_is_asked_and_one_click_says_which(with_workshop):
    write(with_workshop.page, "Date of the workshop", "11/12/2026")
    edit = seen(with_workshop.page, QLineEdit, "Date of the workshop")
    assert field_of(edit).error.text() == "Which day is it: 11 December 2026 or 12 November 2026?"
    click(seen(with_workshop.page, QPushButton, "12 November 2026"))
    assert (edit.text(), field_of(edit).error.text()) == ("12 November 2026", "")
    with_workshop.go_to(Step.PARTICIPANTS)
    with_workshop.go_to(Step.SETUP)
    press(with_workshop.place.header, "View: Workshop")
    assert seen(with_workshop.page, QLineEdit, "Date of the workshop").text() == "12 November 2026"


def test_days_are_shown_in_words_whatever_was_typed_and_an_answered_question_is_not_left_standing(with_workshop):
    edit = seen(with_workshop.page, QLineEdit, "Date of the workshop")
    for typed, shown in (("+14", "28 March 2026"), ("26.11.2026", "26 November 2026"), ("today", "14 March 2026")):
        write(with_workshop.page, "Date of the workshop", "1/2/26")
        assert offered(with_workshop) == ["1 February 2026", "2 January 2026"]
        write(with_workshop.page, "Date of the workshop", typed)
        assert (edit.text(), field_of(edit).error.text()) == (shown, "")
        assert offered(with_workshop) == []


def test_today_is_the_day_where_the_workshop_is_whatever_the_laptop_thinks(with_workshop):
    with_workshop.clock.at = datetime(2026, 3, 13, 21, tzinfo=UTC)
    with_workshop.go_to(Step.SETUP)
    press(with_workshop.place.header, "View: Workshop")
    assert typed_today(with_workshop) == "14 March 2026"
    choose(seen(with_workshop.page, QComboBox, "Time zone"), "America/New_York")
    assert typed_today(with_workshop) == "13 March 2026"
    with_workshop.press("Undo")
    with_workshop.press("Undo")
    assert typed_today(with_workshop) == "14 March 2026"


def typed_today(who) -> str:
    edit = seen(who.page, QLineEdit, "Date of the workshop")
    write(who.page, "Date of the workshop", "today")
    return edit.text()


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_the_keyboard_goes_to_the_days_that_are_asked_about_and_not_to_what_they_lie_over(with_workshop):
    facilitator = with_workshop
    facilitator.today()
    names = []

    def type_it(dialog):
        for key in ("Return", "Tab"):
            edit = seen(dialog, QLineEdit, "Date")
            edit.setFocus()
            edit.setText("11/12/2026")
            QTest.keyClick(dialog.windowHandle(), getattr(Qt.Key, f"Key_{key}"))
            QTest.qWait(10)
            names.append(dialog.focusWidget().accessibleName())
            QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Return)
            names.append(edit.text())

    in_dialog(facilitator.place.today.new.click, type_it)
    assert names == ["11 December 2026"] * 4


def test_what_is_wrong_with_a_date_is_said_on_the_ground_of_the_dialog(with_workshop):
    facilitator = with_workshop
    facilitator.today()
    grounds = list[QColor]()

    def type_it(dialog):
        write(dialog, "Date", "31 feb")
        QTest.qWait(10)
        (over,) = [one for one in dialog.findChildren(SaidOver) if one.isVisible()]
        picture = over.grab().toImage()
        ground = dialog.grab().toImage().pixelColor(2, 2)
        grounds.extend((picture.pixelColor(picture.width() - 2, 1), ground))

    in_dialog(facilitator.place.today.new.click, type_it)
    assert grounds[0] == grounds[1]


def test_the_time_zones_unfold_over_some_rows_and_not_over_the_whole_screen(with_workshop):
    zones = seen(with_workshop.page, QComboBox, "Time zone")
    zones.showPopup()
    QTest.qWait(10)
    row = zones.view().sizeHintForRow(0)
    assert row >= 36
    assert zones.view().window().height() <= (zones.maxVisibleItems() + 1) * row
    zones.hidePopup()
