"""Closing, logging out and coming back while something is printed."""

from dataclasses import dataclass, field
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageRanges
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import delete

from mat_desktop.facilitation.goals import round as goal_round
from mat_desktop.facilitation.sheets import coming_out
from mat_desktop.rehearsal.hands import in_dialog, press, seen
from mat_desktop.screens.frame.action_list import ActionList
from mat_desktop.screens.shared.band import Strip
from mat_desktop.screens.shared.buttons import Button
from mat_desktop.screens.shared.messages import WindowMessages
from mat_desktop.screens.shared.printer_dialog import choose_printer
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import SheetKind
from tests.paperwork import of_kind
from tests.screens.shared.test_to_printer import FilePrinter, TwoPrinters
from tests.screens.test_printing import pictures, until
from tests.sure import sure

CARMEN = 3
CTRL, NO = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@dataclass
class EndingSession:
    """A system that ends the session, and hears what is said to it."""

    interactive: bool = True
    heard: list[str] = field(default_factory=list)

    def allowsInteraction(self) -> bool:
        return self.interactive

    def release(self) -> None:
        self.heard.append("asked")

    def cancel(self) -> None:
        self.heard.append("stay")


@pytest.fixture
def under_way(at_own_sample, tmp_path):
    """A print of the day, on its way into a file."""
    press(at_own_sample.place.rail, "Print")
    press(at_own_sample.page, "The day")
    at_own_sample.page.settle()
    at_own_sample.messages.paths.append(tmp_path / "day.pdf")
    press(at_own_sample.place, "Save as PDF")
    assert at_own_sample.page.busy
    return at_own_sample


@pytest.fixture
def sent(at_own_sample, tmp_path):
    """Nine call logs, sent to a printer; nobody answered yet whether they came out."""
    press(at_own_sample.place.rail, "Print")
    at_own_sample.tick_kinds(SheetKind.CALL_LOG)
    at_own_sample.page.settle()
    at_own_sample.page.outgoing.ask_printer = lambda _parent, _document: FilePrinter(tmp_path / "first.pdf")
    at_own_sample.messages.picks.append(None)
    at_own_sample.page.printing.click()
    until(lambda: not at_own_sample.messages.picks and not at_own_sample.page.busy)
    return at_own_sample


def key(facilitator, which: Qt.Key, held: Qt.KeyboardModifier = NO) -> None:
    QTest.keyClick(sure(facilitator.window.windowHandle()), which, held)


def keys_work(facilitator) -> None:
    """The privacy screen, the list of actions, undo and the scanner do what they always do."""
    window, place = facilitator.window, facilitator.place
    window.activateWindow()
    QTest.qWait(20)
    key(facilitator, Qt.Key.Key_F9)
    assert place.covered
    key(facilitator, Qt.Key.Key_F9)
    assert not place.covered
    opened: list[bool] = []
    in_dialog(partial(key, facilitator, Qt.Key.Key_K, CTRL), lambda d: opened.append(isinstance(d, ActionList)))
    assert opened == [True]
    (sheet, *_) = of_kind(place.desk, 1, SheetKind.CALL_LOG, [CARMEN])
    place.open_step(Step.GOALS, CARMEN)
    edit = seen(place.page, QLineEdit, "Goal, in their own words")
    window.activateWindow()
    edit.setFocus()
    QTest.qWait(150)
    # One by one to the window, letters would come as slowly as from a hand, which is no scanner.
    QTest.keyClicks(edit, f"{sheet.head.code}/1")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert place.step is Step.CONTACT, "the scanner"
    goal_round.begin_turn(place.desk, 1)
    place.show_again()
    before = place.desk.archive.last_done()
    key(facilitator, Qt.Key.Key_Z, CTRL)
    assert place.desk.archive.last_done() != before, "undo"


def test_closing_asks_once_with_waiting_as_the_safe_answer_and_all_keys_work_afterwards(
    under_way, tmp_path, monkeypatch
):
    place = under_way.place
    monkeypatch.setattr(place, "messages", WindowMessages(place, place.strip))
    shown: list[str] = []

    def wait(dialog) -> None:
        shown.append(dialog.focusWidget().text())
        sure(under_way.window).close()
        assert sure(QApplication.activeModalWidget()) is dialog, "asked once"
        QTest.keyClick(sure(dialog.windowHandle()), Qt.Key.Key_Return)

    in_dialog(under_way.window.close, wait)
    assert shown == ["Wait"]
    assert under_way.window.isVisible()
    until(lambda: not under_way.page.busy)
    assert (tmp_path / "day.pdf").exists(), "it went on to its end"
    place.messages = under_way.messages
    keys_work(under_way)


def test_stopping_closes_and_leaves_no_half_file(under_way, tmp_path, monkeypatch):
    place = under_way.place
    monkeypatch.setattr(place, "messages", WindowMessages(place, place.strip))
    in_dialog(under_way.window.close, lambda dialog: press(dialog, "Stop and close"))
    assert not under_way.window.isVisible()
    QTest.qWait(100)
    assert not (tmp_path / "day.pdf").exists()
    under_way.window.deleteLater()
    under_way.window = None


def test_waiting_keeps_the_session_and_stopping_lets_it_end_without_another_question(under_way):
    session = EndingSession()
    under_way.messages.answers.append(False)
    under_way.window.session_ends(session)
    assert session.heard == ["asked", "stay"]
    assert under_way.page.busy
    keys_work(under_way)
    press(under_way.place.rail, "Print")
    session = EndingSession()
    under_way.messages.answers.append(True)
    under_way.window.session_ends(session)
    assert session.heard == ["asked"]
    asked = len(under_way.messages.asked)
    under_way.close()
    assert len(under_way.messages.asked) == asked


def test_under_the_privacy_screen_and_without_time_the_session_ends_unasked(under_way):
    asked = len(under_way.messages.asked)
    under_way.place.covers.toggle_privacy()
    session = EndingSession()
    under_way.window.session_ends(session)
    assert session.heard == []
    assert not under_way.page.busy
    under_way.close()
    assert len(under_way.messages.asked) == asked


def test_a_session_that_goes_on_leaves_the_covers_alive(at_own_sample):
    session = EndingSession()
    at_own_sample.window.session_ends(session)
    assert session.heard == [], "nothing is under way, nothing is asked"
    keys_work(at_own_sample)


def test_staying_after_a_backup_that_failed_leaves_every_key_alive(at_own_sample, monkeypatch):
    place = at_own_sample.place
    opened = place.library

    class FullDisk:
        """The library on a disk that takes no backup."""

        def __getattr__(self, name):
            return getattr(opened, name)

        def back_up(self):
            raise Refusal("The disk is full.")

    place.library = FullDisk()
    at_own_sample.messages.answers.append(False)
    assert not at_own_sample.window.close()
    assert "The disk is full." in at_own_sample.messages.asked[-1]
    place.library = opened
    keys_work(at_own_sample)


def test_a_key_that_was_meant_for_another_page_does_not_say_that_all_of_it_came_out(at_own_sample, tmp_path):
    """Printing takes a while, and she goes on typing elsewhere: the question comes over that."""
    who = at_own_sample
    press(who.place.rail, "Print")
    who.tick_kinds(SheetKind.CALL_LOG)
    who.page.settle()
    who.page.outgoing.ask_printer = lambda _parent, _document: FilePrinter(tmp_path / "first.pdf")
    strip = Strip()
    who.messages.pick = WindowMessages(who.window, strip).pick
    who.page.printing.click()
    who.go_to(Step.GOALS)
    typed: list[Qt.Key] = []

    def type_on(dialog) -> None:
        QTest.qWait(30)
        for which in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape):
            typed.append(which)
            if dialog.isVisible():
                QTest.keyClick(sure(dialog.windowHandle()), which)

    in_dialog(lambda: until(lambda: len(typed) == 3), type_on)
    assert coming_out.last(who.place.desk) is not None, "Today asks again"
    delete(strip)


def test_whether_all_of_it_came_out_is_asked_again_after_the_program_was_closed(sent, tmp_path):
    sent.close()
    sent.open()
    assert seen(sent.place.today, Button, "Answer").isEnabled()
    first = pictures(tmp_path / "first.pdf")
    codes = [sheet.head.code for sheet in of_kind_seen(sent)]
    assert all(codes)
    sent.open_workshop("Harbour Hall")
    press(sent.place.rail, "Print")
    again = tmp_path / "again.pdf"
    wanted: list[str] = []

    def choose(parent, document):
        wanted.append(document.wanted)
        chosen: list[object] = []

        def enter(dialog) -> None:
            QTest.keyClick(sure(dialog.windowHandle()), Qt.Key.Key_Return)

        in_dialog(lambda: chosen.append(choose_printer(parent, document, TwoPrinters(again))), enter)
        return chosen[0]

    sent.page.outgoing.ask_printer = choose
    sent.messages.picks += [1, 0]
    sent.messages.numbers.append(7)
    sent.today()
    press(sent.place.today, "Answer")
    until(lambda: not sent.messages.picks and not sent.page.busy)
    assert sent.messages.asked[-3].startswith("Printed on 20 September at ")
    assert sent.messages.asked[-3].endswith(": 9 sheets of paper. Did all of it come out?")
    assert wanted == ["7-9"]
    assert len(pictures(again)) == 3
    for page, before in zip(pictures(again), first[6:], strict=True):
        off = sum(abs(one - other) for one, other in zip(page, before, strict=True)) / len(page)
        assert off < 1, "the same pages, in grey as the dialog prints them"
    assert [sheet.head.code for sheet in of_kind_seen(sent)] == codes, "with the codes that they had"
    assert coming_out.last(sent.place.desk) is None
    sent.today()
    assert not [b for b in sent.place.today.findChildren(Button) if b.text() == "Answer"]


def test_the_page_in_sight_prints_alone_and_only_its_sheet_is_issued(at_own_sample, tmp_path):
    press(at_own_sample.place.rail, "Print")
    page = at_own_sample.page
    at_own_sample.tick_kinds(SheetKind.CALL_LOG)
    page.settle()
    press(page.preview, "Next page")

    def choose(_parent, _document):
        printer = FilePrinter(tmp_path / "one.pdf")
        printer.setPrintRange(FilePrinter.PrintRange.CurrentPage)
        return printer

    page.outgoing.ask_printer = choose
    page.printing.click()
    until(lambda: at_own_sample.messages.asked[-1:] == ["Did all of it come out?"] and not page.busy)
    assert len(pictures(tmp_path / "one.pdf")) == 1
    codes = [s.head.code for s in of_kind_seen(at_own_sample)]
    assert sum(bool(code) for code in codes) == 1
    assert codes[1]


def test_of_sheets_that_share_a_page_those_on_the_pages_wanted_are_issued(at_own_sample, tmp_path):
    press(at_own_sample.place.rail, "Print")
    page = at_own_sample.page
    at_own_sample.tick_kinds(SheetKind.NAME_TENT)
    page.settle()

    def choose(_parent, _document):
        printer = FilePrinter(tmp_path / "tents.pdf")
        printer.setPrintRange(FilePrinter.PrintRange.PageRange)
        printer.setPageRanges(QPageRanges.fromString("2, 5"))
        return printer

    page.outgoing.ask_printer = choose
    page.printing.click()
    until(lambda: at_own_sample.messages.asked[-1:] == ["Did all of it come out?"] and not page.busy)
    assert len(pictures(tmp_path / "tents.pdf")) == 2
    codes = [s.head.code for s in of_kind_seen(at_own_sample, SheetKind.NAME_TENT)]
    assert [at for at, code in enumerate(codes) if code] == [2, 3, 8, 9]


def test_of_a_page_range_only_the_sheets_on_its_pages_are_issued_and_printed(at_own_sample, tmp_path):
    press(at_own_sample.place.rail, "Print")
    page = at_own_sample.page
    at_own_sample.tick_kinds(SheetKind.CALL_LOG)
    page.settle()

    def choose(_parent, _document):
        printer = FilePrinter(tmp_path / "some.pdf")
        printer.setPrintRange(FilePrinter.PrintRange.PageRange)
        printer.setPageRanges(QPageRanges.fromString("3, 5-6"))
        return printer

    page.outgoing.ask_printer = choose
    page.printing.click()
    until(lambda: at_own_sample.messages.asked[-1:] == ["Did all of it come out?"] and not page.busy)
    assert len(pictures(tmp_path / "some.pdf")) == 3
    codes = [bool(s.head.code) for s in of_kind_seen(at_own_sample)]
    pages_each = 1 if codes[2] else 2
    assert [at for at, code in enumerate(codes) if code] == sorted({n // pages_each for n in (2, 4, 5)})


def of_kind_seen(facilitator, kind=SheetKind.CALL_LOG):
    from mat_desktop.facilitation.sheets import orders

    people = orders.recipients(facilitator.place.desk, 1, (kind,))
    return orders.preview(
        facilitator.place.desk,
        orders.Order(workshop_id=1, kinds=(kind,), people=tuple(r.key for r in people)),
    )


def test_while_a_file_is_made_the_keyboard_is_on_its_strip_and_goes_back_to_the_button(at_own_sample, tmp_path):
    press(at_own_sample.place.rail, "Print")
    window, page = at_own_sample.window, at_own_sample.page
    press(page, "The day")
    page.settle()
    window.activateWindow()
    page.save.setFocus()
    at_own_sample.messages.paths.append(tmp_path / "day.pdf")
    people = page.whom.people
    key(at_own_sample, Qt.Key.Key_Return)
    assert page.busy
    assert sure(window.focusWidget()) is page.outgoing
    for pressed in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        key(at_own_sample, pressed)
    assert page.busy
    assert page.whom.people == people
    until(lambda: not page.busy)
    assert sure(window.focusWidget()) is page.save
