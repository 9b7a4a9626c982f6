"""What lies over the program lies over all of it: dialogs, menus and whatever opens meanwhile."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDropEvent, QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QWidget,
)

from mat_desktop.facilitation.goals import round as goal_round
from mat_desktop.facilitation.participants import roster
from mat_desktop.facilitation.private import pin
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import in_dialog, press, seen
from mat_desktop.screens.frame.people_errands import WENT_HOME
from mat_desktop.screens.frame.step_out import GUIDE
from mat_desktop.screens.shared.bench import Look
from mat_desktop.screens.shared.messages import WindowMessages
from mat_desktop.screens.shared.question_row import QuestionRow
from mat_desktop.workshop.journey import Step
from tests.contract.aloud import read_aloud
from tests.sure import sure, sure_of

F8, F9 = Qt.Key.Key_F8, Qt.Key.Key_F9
NO, CTRL, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PIN = "4826"
TWO_LINES = 50
EVERY_KEY = [
    *((getattr(Qt.Key, f"Key_{name}"), NO) for name in ("Tab", "Backtab", "C", "X", "1", "Delete", "Escape", "Menu")),
    *((getattr(Qt.Key, f"Key_F{n}"), NO) for n in range(1, 13) if n not in (8, 9)),
    *((getattr(Qt.Key, f"Key_{name}"), CTRL) for name in ("C", "F", "K", "N", "P", "Q", "V", "X", "Z", "A", "Tab")),
    (Qt.Key.Key_F4, ALT), (Qt.Key.Key_N, ALT),
]  # fmt: skip


def handle(widget: QWidget) -> QWindow:
    return sure(widget.window().windowHandle())


def front() -> QWidget:
    """The window that a hand reaches now."""
    return sure(QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow())


def key(which: Qt.Key, held: Qt.KeyboardModifier = NO) -> None:
    QTest.keyClick(handle(front()), which, held)
    QTest.qWait(1)


def typed(words: str) -> None:
    for letter in words:
        key(Qt.Key(ord(letter.upper())))


def click(widget: QWidget) -> None:
    middle = widget.mapTo(widget.window(), widget.rect().center())
    QTest.mouseClick(handle(widget), Qt.MouseButton.LeftButton, NO, middle)
    QTest.qWait(1)


def names_of(facilitator) -> set[str]:
    people = [r.name for r in roster.roster(facilitator.place.desk, 1)]
    return {part for name in people for part in name.split() if len(part) > 3} | {"Harbour"}


def told(facilitator) -> set[str]:
    """The names that can be read or heard anywhere."""
    said = "\n".join(read_aloud())
    return {name for name in names_of(facilitator) if name in said}


def words_on(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text()]


@pytest.fixture
def at_work(at_own_sample):
    at_own_sample.go_to(Step.PARTICIPANTS)
    at_own_sample.window.activateWindow()
    QTest.qWaitForWindowActive(at_own_sample.window, 500)
    at_own_sample.settle()
    return at_own_sample


def over_a_card(facilitator, then: Callable[[QDialog], object]) -> None:
    """Do something over the safety card, in the loop of its own exec()."""

    def act(dialog: QDialog) -> None:
        QTest.qWait(20)
        then(dialog)

    in_dialog(lambda: facilitator.place.errands.open_card(1), act)


def test_f9_takes_every_name_off_the_screen_and_out_of_what_is_read_aloud(at_work):
    assert told(at_work)
    key(F9)
    assert at_work.place.covered
    assert not told(at_work)
    assert words_on(at_work.window) == ["A short break."]
    said = {words for words in read_aloud() if "/" not in words}
    assert said - {"pytest-qt-qapp"} == {"MAT Desktop", "A short break.", "Time left", "Back to work"}
    key(F9)
    assert not at_work.place.covered
    assert told(at_work)


@pytest.mark.parametrize("which", [F9, F8])
def test_no_key_under_a_cover_does_anything(at_work, which):
    place = at_work.place
    last = place.desk.archive.last_done()
    QApplication.clipboard().setText("before")
    key(which)
    for pressed, held in EVERY_KEY * 2:
        key(pressed, held)
        assert place.covered, f"{pressed} lifted the cover"
        assert QApplication.activeModalWidget() is None, f"{pressed} opened something"
        assert not told(at_work)
    assert place.desk.archive.last_done() == last
    assert place.step is Step.PARTICIPANTS
    assert QApplication.clipboard().text() == "before"


def test_whoever_was_typing_types_on_for_a_moment_and_the_privacy_screen_stays(at_work):
    field = seen(at_work.page, QLineEdit, "Name of a new participant")
    click(field)
    typed("HEMI")
    key(F9)
    typed("WAS NOT HERE")
    key(Qt.Key.Key_Space)
    key(Qt.Key.Key_Return)
    assert at_work.place.covered
    key(F9)
    assert field.text().upper() == "HEMI"
    assert QApplication.focusWidget() is field


def test_tab_leads_to_the_one_button_and_enter_brings_her_back(at_work):
    key(F9)
    key(Qt.Key.Key_Tab)
    assert sure(QApplication.focusWidget()).accessibleName() == "Back to work"
    key(Qt.Key.Key_Return)
    assert not at_work.place.covered


def test_a_click_where_a_button_was_does_nothing(at_work):
    spots = [
        (one.mapTo(at_work.window, one.rect().center()), one.accessibleName())
        for one in at_work.place.findChildren(QPushButton)
        if one.isVisible()
    ]
    last = at_work.place.desk.archive.last_done()
    key(F9)
    back = seen(at_work.window, QPushButton, "Back to work")
    own = back.rect().translated(back.mapTo(at_work.window, QPoint(0, 0)))
    for spot, name in spots:
        if at_work.window.rect().contains(spot) and not own.contains(spot):
            QTest.mouseClick(handle(at_work.window), Qt.MouseButton.LeftButton, NO, spot)
            assert at_work.place.covered, name
    assert at_work.place.desk.archive.last_done() == last
    assert QApplication.activeModalWidget() is None


def test_nothing_can_be_dropped_under_a_cover(at_work):
    key(F9)
    data = QMimeData()
    data.setText("Carmen")
    drop = QDropEvent(QPointF(600, 400), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NO)
    QApplication.sendEvent(handle(at_work.window), drop)
    assert not drop.isAccepted()


def test_the_cross_of_the_window_does_nothing_under_a_cover_and_asks_nothing(at_work):
    key(F9)
    at_work.messages.asked.clear()
    at_work.window.close()
    event = QCloseEvent()
    QApplication.sendEvent(handle(at_work.window), event)
    assert at_work.window.isVisible()
    assert at_work.place.covered
    assert at_work.messages.asked == []


def test_focus_half_typed_words_and_scrolling_are_where_they_were(at_work):
    at_work.go_to(Step.SCREENING)
    at_work.window.activateWindow()
    at_work.settle()
    areas = [a for a in at_work.page.findChildren(QScrollArea) if a.isVisible() and a.verticalScrollBar().maximum()]
    area = areas[0]
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum() // 2)
    stood, focus = area.verticalScrollBar().value(), QApplication.focusWidget()
    assert stood
    key(F9)
    key(F9)
    QTest.qWait(20)
    assert area.verticalScrollBar().value() == stood
    assert QApplication.focusWidget() is focus


def test_a_number_half_typed_waits_under_a_cover_for_its_second_digit(at_work):
    at_work.go_to(Step.SCREENING)
    at_work.press("View: Sheets")
    at_work.press("Sheet: Rulers")
    at_work.window.activateWindow()
    at_work.settle()
    row = sure_of(QuestionRow, QApplication.focusWidget())
    key(Qt.Key.Key_1)
    key(F9)
    key(F9)
    QTest.qWait(20)
    assert QApplication.focusWidget() is row
    assert row.waiting == "1", "nothing was kept for it"


def test_f9_covers_a_dialog_and_the_page_behind_it_and_the_dialog_goes_on_where_it_was(at_work):
    over = []

    def cover(dialog: QDialog) -> None:
        field = next(e for e in dialog.findChildren(QLineEdit) if e.isVisible())
        click(field)
        typed("HALF")
        size, title = dialog.size(), dialog.windowTitle()
        key(F9)
        assert at_work.place.covered
        assert not told(at_work)
        assert dialog.windowTitle() == "MAT Desktop"
        assert words_on(dialog) == ["A short break."]
        for pressed, held in EVERY_KEY:
            key(pressed, held)
        QApplication.sendEvent(handle(dialog), QCloseEvent())
        dialog.close()
        assert at_work.place.covered
        assert QApplication.activeModalWidget() is dialog
        assert words_on(dialog) == ["A short break."]
        key(F9)
        assert field.text().upper() == "HALF"
        assert QApplication.focusWidget() is field
        assert (dialog.size(), dialog.windowTitle()) == (size, title)
        over.append(dialog.isVisible())

    over_a_card(at_work, cover)
    assert over == [True]
    assert told(at_work)


def test_step_out_is_heard_in_a_dialog_too(at_work):
    def cover(dialog: QDialog) -> None:
        key(F8)
        assert at_work.place.covered
        assert not told(at_work)
        key(F8)
        key(F8)
        assert not at_work.place.covered
        assert dialog.isVisible()

    over_a_card(at_work, cover)


def test_a_menu_that_is_open_closes_under_the_cover(at_work):
    at_work.go_to(Step.PAIRING)
    at_work.settle()
    menu = QMenu("Moves", at_work.page)
    menu.addAction("Swap with Carmen")
    menu.popup(at_work.window.mapToGlobal(QPoint(300, 300)))
    QTest.qWait(10)
    key(F9)
    assert at_work.place.covered
    assert not menu.isVisible()
    assert not told(at_work)


def test_a_question_that_a_worker_asks_under_the_cover_is_read_only_when_it_is_lifted(at_work):
    messages = WindowMessages(at_work.place, at_work.place.strip)
    seen_there: list[object] = []

    def look() -> None:
        dialog = sure(QApplication.activeModalWidget())
        seen_there.append(words_on(dialog))
        seen_there.append(told(at_work))
        key(Qt.Key.Key_Escape)
        seen_there.append(dialog.isVisible())
        key(F9)
        QTest.qWait(5)
        seen_there.append(words_on(dialog))
        key(Qt.Key.Key_Escape)

    key(F9)
    QTimer.singleShot(50, look)
    answer = messages.ask("Did the sheet of Carmen come out?", "Yes", "No")
    assert seen_there == [["A short break."], set(), True, ["Did the sheet of Carmen come out?"]]
    assert answer is False
    assert not at_work.place.covered


def test_a_dialog_that_ends_under_the_cover_gives_the_way_back_to_the_window(at_work):
    key(F9)
    dialog = QDialog(at_work.place)
    QTimer.singleShot(30, dialog.reject)
    dialog.exec()
    QTest.qWait(10)
    assert at_work.place.covered
    press(at_work.window, "Back to work")
    assert not at_work.place.covered


def test_what_is_said_under_the_cover_is_read_after_it(at_work):
    strip = at_work.place.strip
    strip._goes.setInterval(600)
    key(F9)
    strip.say("Carmen is kept.", Look.DONE)
    QTest.qWait(800)
    assert not told(at_work)
    key(F9)
    assert strip.isVisible()
    QTest.qWait(900)
    assert not strip.isVisible()


def test_a_file_dialog_is_covered_too_and_goes_on_where_it_was(at_work):
    messages = WindowMessages(at_work.place, at_work.place.strip)
    seen_there: list[object] = []

    def look() -> None:
        dialog = sure(QApplication.activeModalWidget())
        line = sure(dialog.findChild(QLineEdit))
        line.setText("Carmen.csv")
        QTest.qWait(20)
        key(F9)
        seen_there.append((told(at_work), words_on(dialog)))
        key(Qt.Key.Key_Escape)
        key(F9)
        seen_there.append((line.text(), dialog.isVisible()))
        assert isinstance(dialog, QDialog)
        dialog.reject()

    QTimer.singleShot(50, look)
    assert messages.file_to_save("Save the table", "Carmen.csv", "CSV (*.csv)") is None
    assert seen_there == [(set(), ["A short break."]), ("Carmen.csv", True)]


def test_the_clock_of_the_room_runs_on_over_the_privacy_screen_without_a_name(at_work):
    goal_round.begin_turn(at_work.place.desk, 1)
    at_work.clock.at += timedelta(minutes=2, seconds=5)
    key(F9)
    first = words_on(at_work.window)
    assert first in (["A short break.", "17:55"], ["A short break.", "17:54"])
    at_work.clock.at += timedelta(minutes=10)
    QTest.qWait(1100)
    assert words_on(at_work.window)[1].startswith("7:5")
    assert not told(at_work)


def test_a_turn_that_nobody_ended_yesterday_is_no_clock(at_work):
    goal_round.begin_turn(at_work.place.desk, 1)
    at_work.clock.at += timedelta(days=1)
    key(F9)
    assert words_on(at_work.window) == ["A short break."]


def test_the_guide_for_stepping_out_goes_with_any_key_and_the_room_reads_only_back_soon(at_work):
    key(F8)
    shown = words_on(at_work.window)
    assert all(words in shown for words in GUIDE)
    assert not told(at_work)
    key(Qt.Key.Key_Space)
    time, words = words_on(at_work.window)
    assert words == "Back soon. Please go on with the card."
    assert time == f"{at_work.clock.now():%H:%M}"
    assert "ending your life" not in "".join(read_aloud())
    key(F8)
    assert not at_work.place.covered


@pytest.mark.parametrize("days", [0, 30], ids=["workshop day", "later"])
def test_who_comes_back_from_stepping_out_on_the_day_is_told_where_a_call_is_promised_to_who_went_home(at_work, days):
    held_on = setup.workshop(at_work.place.desk, 1).held_on
    at_work.clock.go_to(held_on + timedelta(days=days))
    before = list(at_work.messages.said)
    key(F8)
    key(F8)
    key(F8)
    assert not at_work.place.covered
    assert at_work.messages.said[len(before) :] == ([WENT_HOME] if days == 0 else [])
    assert "Left" in WENT_HOME, "the very word that is pressed there"
    key(F9)
    key(F9)
    assert at_work.messages.said[len(before) :] == ([WENT_HOME] if days == 0 else []), "a privacy screen is no way home"


def test_the_guide_goes_by_itself_when_she_is_gone(at_work):
    key(F8)
    at_work.place.covers.page._alone.setInterval(10)
    QTest.qWait(40)
    assert words_on(at_work.window)[1:] == ["Back soon. Please go on with the card."]
    assert at_work.place.covered


def test_a_click_on_the_guide_takes_it_away_and_does_nothing_else(at_work):
    key(F8)
    QTest.mouseClick(handle(at_work.window), Qt.MouseButton.LeftButton, NO, QPoint(900, 300))
    assert words_on(at_work.window)[1:] == ["Back soon. Please go on with the card."]
    assert at_work.place.covered


@pytest.mark.parametrize("which", [F9, F8])
def test_once_there_is_a_pin_a_cover_opens_with_it_and_with_nothing_else(at_work, which):
    pin.set_pin(at_work.place.desk, PIN, PIN)
    key(which)
    key(which)
    key(which)
    assert at_work.place.covered
    assert "Type the PIN to go on." in words_on(at_work.window)
    assert not [b for b in at_work.window.findChildren(QPushButton) if b.accessibleName() == "Back to work"]
    typed("1111")
    key(Qt.Key.Key_Return)
    assert at_work.place.covered
    assert "That was not it." in words_on(at_work.window)
    typed(PIN)
    key(Qt.Key.Key_Return)
    assert not at_work.place.covered


def test_wrong_pins_are_slowed_and_the_passphrase_stands_in(at_work):
    pin.set_pin(at_work.place.desk, PIN, PIN)
    key(F9)
    for _ in range(5):
        typed("0000")
        key(Qt.Key.Key_Return)
    waits = "seconds. Nothing is lost. The sheet “Where we are” has the tables and the pairs."
    assert f"That was not it. Wait 30 {waits}" in words_on(at_work.window)
    typed(PIN)
    key(Qt.Key.Key_Return)
    assert at_work.place.covered
    assert [words for words in words_on(at_work.window) if words.startswith("Wait ") and words.endswith(waits)]
    at_work.clock.at += timedelta(seconds=40)
    click(seen(at_work.window, QPushButton, "PIN forgotten"))
    assert "Type the passphrase to go on." in words_on(at_work.window)
    typed("SAMPLE")
    key(Qt.Key.Key_Return)
    assert not at_work.place.covered


def test_the_pin_is_asked_for_over_a_dialog_too(at_work):
    pin.set_pin(at_work.place.desk, PIN, PIN)

    def cover(dialog: QDialog) -> None:
        key(F9)
        typed("1111")
        key(Qt.Key.Key_Return)
        assert at_work.place.covered
        typed(PIN)
        key(Qt.Key.Key_Return)
        assert not at_work.place.covered
        assert dialog.isVisible()

    over_a_card(at_work, cover)


@pytest.mark.parametrize(("which", "words"), [(F8, "Back soon. Please go on with the card."), (F9, "A short break.")])
def test_a_cover_is_read_as_far_and_hit_as_surely_over_a_dialog_as_over_the_window(at_work, which, words):
    """Across the room, in letters of the same size, with a button as large: whatever window it has to lie in."""
    looked = []

    def look(top: QWidget) -> None:
        QTest.qWait(20)
        key(which)
        if which is F8:
            key(Qt.Key.Key_Space)
        QTest.qWait(20)
        said = next(one for one in top.findChildren(QLabel) if one.isVisible() and one.text() == words)
        back = next(one for one in top.findChildren(QAbstractButton) if one.isVisible())
        room = QGuiApplication.primaryScreen().availableGeometry()
        assert top is at_work.window or room.contains(top.frameGeometry())
        looked.append((said.fontInfo().pixelSize(), said.fontInfo().weight(), back.height(), back.palette().button()))
        key(which)
        assert not at_work.place.covered

    look(at_work.window)
    in_dialog(at_work.place.filing.ask_code, look)
    assert looked[0] == looked[1]


def test_a_cover_over_a_small_dialog_shows_all_of_itself(at_work):
    pin.set_pin(at_work.place.desk, PIN, PIN)

    def cover(dialog: QDialog) -> None:
        QTest.qWait(20)
        size = dialog.size()
        key(F8)
        QTest.qWait(20)
        assert words_on(dialog)[2:7] == list(GUIDE)
        whole = [w for w in dialog.findChildren(QLabel) if w.isVisible() and w.text()]
        assert all(dialog.rect().contains(w.rect().translated(w.mapTo(dialog, QPoint(0, 0)))) for w in whole)
        key(F8)
        typed(PIN)
        key(Qt.Key.Key_Return)
        assert not at_work.place.covered
        QTest.qWait(20)
        assert dialog.width() == size.width()
        assert size.height() <= dialog.height() <= size.height() + TWO_LINES, "with the lines for a fault, no more"

    in_dialog(at_work.place.filing.ask_code, cover)
