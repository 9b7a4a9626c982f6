"""Tab and the ring as a hand at the keyboard meets them."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mat_desktop.screens.look.belonging import standing_in
from mat_desktop.screens.look.dress import load_fonts
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.entering import first_stop
from mat_desktop.screens.shared.fields import DateField, LineField
from mat_desktop.screens.shared.parts import Segments, button, row
from mat_desktop.workshop.journey import Step
from tests.contract.hand import Hand, to_the_front
from tests.contract.libraries import EMPTY
from tests.contract.visitor import until, visitor_of
from tests.people import WORKSHOP_DAY
from tests.sure import sure


class Form(Dialog):
    """Two columns, made in another order than they are read, and a bar of buttons."""

    def __init__(self) -> None:
        super().__init__(None, "Form")
        layout, columns = QVBoxLayout(self), QHBoxLayout()
        self.bar = row(button("Cancel", self.reject), button("Done", self.accept, "primary"))
        self.columns = [QVBoxLayout(), QVBoxLayout()]
        names = ("Right above", "Right below"), ("Left above", "Left below")
        for column, fields in zip(reversed(self.columns), names, strict=True):
            for name in fields:
                column.addWidget(LineField(name, lambda _words, _visit: ""))
        self.day = DateField("Day", None, lambda: WORKSHOP_DAY)
        for column in self.columns:
            columns.addLayout(column)
        layout.addLayout(columns)
        layout.addWidget(self.day)
        layout.addLayout(self.bar)


@pytest.fixture
def form(qapp):
    load_fonts()
    found = Form()
    found.show()
    to_the_front(found)
    yield found
    found.reject()
    found.deleteLater()


@pytest.fixture
def hand(form):
    return Hand(lambda: form)


def focus_name() -> str:
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus is not None else ""


def by_tab(hand: Hand, times: int, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    names = []
    for _ in range(times):
        hand.key(key)
        names.append(focus_name())
    return names


READ = ["Left above", "Right above", "Left below", "Right below", "Day", "Cancel", "Done"]


def test_tab_goes_as_one_reads_whatever_was_made_first(form, hand):
    (day,) = standing_in(form.columns[0])[:1]
    assert isinstance(day, LineField)
    day.edit.setFocus()
    assert by_tab(hand, len(READ)) == [*READ[1:], READ[0]]
    assert by_tab(hand, 2, Qt.Key.Key_Backtab) == ["Done", "Cancel"]


def test_what_is_made_anew_or_moved_stands_where_it_is_seen(form, hand):
    form.layout().insertWidget(0, button("Made last", form.reject))
    cancel = standing_in(form.bar)[0]
    cancel.setParent(None)
    form.bar.insertWidget(1, cancel)
    cancel.show()
    hand.key(Qt.Key.Key_Tab)
    form.day.edit.setFocus()
    names = by_tab(hand, len(READ) + 1)
    assert names[:3] == ["Done", "Cancel", "Made last"]


def test_the_days_that_a_question_offers_come_right_after_its_field(form, hand):
    form.day.edit.setFocus()
    hand.write("11/12/2026")
    hand.key(Qt.Key.Key_Tab)
    form.day.edit.setFocus()
    assert by_tab(hand, 3) == ["11 December 2026", "12 November 2026", "Cancel"]


def test_enter_in_a_line_that_is_refused_leads_to_what_is_offered_and_else_nowhere(form, hand):
    form.day.edit.setFocus()
    hand.write("11/12/2026")
    hand.key(Qt.Key.Key_Return)
    assert focus_name() == "11 December 2026"
    hand.key(Qt.Key.Key_Return)
    assert (form.day.text(), focus_name()) == ("11 December 2026", "Day")
    form.day.edit.clear()
    hand.write("yesterweek")
    hand.key(Qt.Key.Key_Return)
    assert focus_name() == "Day"
    assert form.isVisible()


def test_what_has_the_keyboard_in_a_dialog_has_the_ring(form, hand):
    form.day.edit.setFocus()
    assert form.ring.isVisible()
    middle = form.day.edit.mapTo(form, form.day.edit.rect().center())
    assert form.ring.geometry().contains(middle)


def test_what_has_the_keyboard_at_the_door_has_the_ring(qapp, tmp_path):
    load_fonts()
    visitor = visitor_of(tmp_path / "none", WORKSHOP_DAY)
    entrance = visitor.window.centralWidget()
    focus = QApplication.focusWidget()
    assert isinstance(entrance, QWidget)
    assert focus is not None
    until(entrance.ring.isVisible)  # type: ignore[attr-defined]
    assert entrance.ring.geometry().contains(focus.mapTo(entrance, focus.rect().center()))  # type: ignore[attr-defined]
    visitor.close()


def test_tab_goes_from_the_header_through_the_page_to_the_bar_whichever_page_came_first(qapp, tmp_path):
    load_fonts()
    EMPTY.lay(tmp_path / "library")
    visitor = visitor_of(tmp_path / "library", EMPTY.day)
    for step in (Step.SETUP, Step.PARTICIPANTS):
        visitor.go_to(step)
    visitor.place.header.privacy.setFocus()
    wanted = ["Next line", "Name of a new participant", "Phone of a new participant", "Add", "Find a person"]
    names = by_tab(visitor.hand, 12)
    visitor.close()
    assert names[:5] == wanted
    bar = [names.index(name) for name in ("Back", "Step out", "Import a file", "Next: Screening")]
    assert bar == sorted(bar)


def test_tab_and_the_first_key_come_to_the_answer_that_is_chosen_of_several(form, hand):
    chosen: list[str] = []
    segments = Segments((("a", "One"), ("b", "Two"), ("c", "Three")), "Views", chosen.append)
    segments.set("b")
    form.layout().insertWidget(0, segments)
    hand.key(Qt.Key.Key_Tab)
    assert sure(first_stop(form)).accessibleName() == "Views: Two"
    standing_in(form.bar)[1].setFocus()
    assert by_tab(hand, 2) == ["Views: Two", "Left above"]
    assert chosen == []


def test_where_two_dialogs_close_in_one_stroke_the_window_below_has_the_keyboard(qtbot):
    load_fonts()
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    to_the_front(window)
    below = Dialog(window, "Below")

    def ask() -> None:
        above = Dialog(below, "Above")
        QTimer.singleShot(0, above.reject)
        above.exec()
        below.reject()

    QTimer.singleShot(0, ask)
    below.exec()
    QApplication.processEvents()
    assert QApplication.activeWindow() is window
