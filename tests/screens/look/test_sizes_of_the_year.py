"""What is done with people over the year is seen whole in a small window with large words, and in a usual one."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from mat_desktop.facilitation.library.settings import TextSize
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.rehearsal.hands import press, seen
from mat_desktop.screens.contact.agreed_days import AgreedDaysDialog
from mat_desktop.screens.contact.happened import HappenedDialog
from mat_desktop.screens.goals.projector import GoalProjector
from mat_desktop.screens.look.dress import wear
from mat_desktop.screens.look.theme import Theme
from mat_desktop.screens.safety.card import SafetyDialog
from mat_desktop.screens.shared.answer import AnswerRadio, Answers
from mat_desktop.screens.shared.parts import Segments, button, label
from mat_desktop.screens.shared.side_by_side import SideBySide
from mat_desktop.workshop.journey import Step
from tests.screens.conftest import opened
from tests.screens.look.faults import faults
from tests.sure import sure

SMALL, USUAL = (911, 512, TextSize.LARGEST), (1366, 768, TextSize.USUAL)
VIEWS = {
    Step.SCREENING: ("View: Talk", "View: Sheets", "View: Summary"),
    Step.GOALS: ("View: Goals", "View: Goal round"),
    Step.AGREEMENT: ("View: Agreements", "View: Usual words"),
    Step.CONTACT: ("View: Take in sheets", "View: How the pairs are", "View: Calls and talks", "View: Meetings"),
    Step.SIX_MONTHS: ("View: Take in sheets", "View: Check-in"),
    Step.ONE_YEAR: ("View: Take in sheets",),
}
NAMES = {1: "Carla de la Fuente y Martínez-Bordiú", 2: "Wolfgang-Amadeus von und zu Hohenstein"}
FURTHER = {
    "View: Take in sheets": "Sheet: Alliance check",
    "View: How the pairs are": "Show ratings",
    "View: Meetings": "Meeting: Agenda",
}


def at(facilitator, width, height, text):
    """The window at this size, with words of this size."""
    wardrobe = facilitator.window.wardrobe
    wardrobe.change(replace(wardrobe.settings, text=text))
    facilitator.window.resize(width, height)
    facilitator.settle()


def wrong(root: QWidget) -> list[str]:
    """Every fault of what is seen, and every answer that a finger would miss."""
    small = [
        f"{answer.accessibleName()}: {answer.width()} x {answer.height()}"
        for answer in root.findChildren(AnswerRadio)
        if answer.isVisible() and min(answer.width(), answer.height()) < 44
    ]
    return [*faults(root), *small]


@pytest.fixture(autouse=True)
def usual_again(qapp):
    """Words have their usual size again when a test is over."""
    yield
    wear(qapp, Theme())


@pytest.fixture(params=[SMALL, USUAL], ids=["911x512 at 150 %", "1366x768 at 100 %"])
def at_a_size(request, facilitator, own_sample):
    """The sample with names as people really have, at a small size with large words and at the usual one."""
    found = opened(facilitator, own_sample)
    for person, name in NAMES.items():
        participants.change(found.place.desk, person, participants.PersonField.NAME, name)
    at(found, *request.param)
    return found


def test_nothing_of_the_year_is_cut_or_leaves_the_window_sideways(at_a_size):
    found = []
    for step, views in VIEWS.items():
        at_a_size.go_to(step)
        for view in views:
            press(at_a_size.place, view)
            found += seen_here(at_a_size, f"{step.value}, {view}")
    assert found == []


def seen_here(facilitator, where):
    """What is wrong in this view, and in what a further click of it shows."""
    if where.endswith("Meetings"):
        facilitator.write("Another meeting", "20 October 2026")
        press(facilitator.page, "Add a meeting")
    facilitator.settle()
    found = [f"{where}: {fault}" for fault in wrong(facilitator.window)]
    view = where.split(", ")[1]
    if view in FURTHER and facilitator.place.step is Step.CONTACT:
        press(facilitator.page, FURTHER[view])
        facilitator.settle()
        found += [f"{FURTHER[view]}: {fault}" for fault in wrong(facilitator.window)]
    return found


def test_no_dialog_of_the_year_is_larger_than_the_screen_and_its_buttons_stay_in_sight(at_a_size):
    at_a_size.go_to(Step.CONTACT)
    page, room = at_a_size.page, at_a_size.window.size().boundedTo(QSize(800, 600))
    for dialog in (
        HappenedDialog(page, page.bench, page.person),
        AgreedDaysDialog(page, page.bench, page.take_in.place),
        SafetyDialog(page, page.bench, page.person, "Ana de la Fuente y Martínez-Bordiú", lambda: None),
    ):
        dialog.show()
        dialog.fit(room)
        at_a_size.settle()
        assert dialog.size().boundedTo(room) == dialog.size()
        last = sure(sure(dialog.layout()).itemAt(sure(dialog.layout()).count() - 1)).geometry()
        assert dialog.rect().contains(last)
        assert wrong(dialog) == []
        dialog.hide()


def test_what_does_not_fit_in_a_dialog_scrolls_and_what_was_typed_stays_with_the_keyboard_in_it(at_own_sample):
    at_own_sample.go_to(Step.CONTACT)
    page = at_own_sample.page
    dialog = HappenedDialog(page, page.bench, page.person)
    dialog.show()
    line = seen(dialog, QLineEdit, "A few words, for you alone")
    line.setText("Moved house")
    line.setFocus()
    before = dialog.height()
    dialog.fit(QSize(700, 300))
    at_own_sample.settle()
    assert before > 300
    assert dialog.height() <= 300
    (area,) = [area for area in dialog.findChildren(QScrollArea) if area.isVisible()]
    assert area.isAncestorOf(line)
    assert line.text() == "Moved house"
    assert dialog.focusWidget() is line
    dialog.hide()


def test_a_dialog_that_is_open_grows_with_the_words_and_stays_on_the_screen(at_own_sample):
    at_own_sample.go_to(Step.CONTACT)
    page = at_own_sample.page
    dialog = HappenedDialog(page, page.bench, page.person)
    dialog.show()
    at(at_own_sample, *SMALL)
    room = sure(dialog.screen()).availableSize()
    assert dialog.size().boundedTo(room) == dialog.size()
    assert wrong(dialog) == []
    dialog.hide()


def test_the_clock_on_the_wall_is_as_large_as_the_wall_has_room_for(at_own_sample):
    wall = GoalProjector(at_own_sample.page.bench, at_own_sample.window)
    wall.clock.setText("+20:00")
    wall.show()
    sizes = []
    for width, height in ((1366, 768), (911, 512)):
        wall.setWindowState(wall.windowState() & ~wall.windowState().WindowFullScreen)
        wall.resize(width, height)
        at_own_sample.settle()
        wall.ensurePolished()
        assert wall.clock.fontMetrics().horizontalAdvance("+20:00") <= width
        sizes.append(wall.clock.fontMetrics().height())
    assert sizes[0] > sizes[1]
    wall.hide()


def shown(qtbot, widget, width):
    qtbot.addWidget(widget)
    widget.show()
    widget.resize(width, widget.heightForWidth(width) if widget.hasHeightForWidth() else 200)
    return widget


def places(answers, count):
    return [(answers.button(value).x(), answers.button(value).y()) for value in range(count)]


def test_a_scale_goes_on_in_a_second_line_of_equal_answers_and_never_in_a_third(qtbot):
    options = [(value, str(value), str(value)) for value in range(11)]
    answers = shown(qtbot, Answers(options, lambda _value: None), 700)
    assert len({y for _, y in places(answers, 11)}) == 1
    answers.resize(400, answers.heightForWidth(400))
    assert len({y for _, y in places(answers, 11)}) == 2
    assert len({answers.button(value).width() for value in range(11)}) == 1
    assert answers.minimumSizeHint().width() >= 6 * 44, "narrower, and it would ask for room instead"


def test_joined_answers_are_buttons_of_their_own_where_they_stand_in_lines(qtbot):
    words = (("a", "Go on as it is"), ("b", "Change something"), ("c", "Another partner"), ("d", "Stop"))
    segments = shown(qtbot, Segments(words, "Wants to", lambda _key: None), 800)
    assert segments.button("b").property("end") == "middle"
    narrow = sum(segments.button(key).minimumSizeHint().width() for key in "ab") + 8
    segments.resize(narrow, segments.heightForWidth(narrow))
    assert segments.button("b").property("end") == "only"
    assert segments.button("a").y() == segments.button("b").y() < segments.button("c").y()
    segments.resize(800, 60)
    assert segments.button("b").property("end") == "middle"


def test_a_question_has_its_answers_beside_it_and_under_it_where_its_words_would_have_no_room(qtbot):
    words, answer = label("Can talk every day for six months", wrap=True), button("Yes, every day", lambda: None)
    both = shown(qtbot, SideBySide((words, 1, 190), (answer, 0, 0)), 500)
    qtbot.wait(1)
    assert not both.stacked
    assert words.x() < answer.x()
    both.resize(300, 200)
    qtbot.wait(1)
    assert both.stacked
    assert words.y() < answer.y()
    assert answer.width() >= answer.sizeHint().width()
