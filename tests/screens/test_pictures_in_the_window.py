"""What hands do around the pile: watch a folder, end the trial, click corners; each event goes to the window."""

from datetime import date

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mat_desktop.app.system import Press
from mat_desktop.eye.reader import KnownPage
from mat_desktop.facilitation import history
from mat_desktop.facilitation.contact import sheet
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed
from mat_desktop.facilitation.participants import consenting
from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets import answer_places
from mat_desktop.facilitation.sheets.log_pictures import Figures, note_reading
from mat_desktop.paper.press import redrawn
from mat_desktop.rehearsal.hands import in_dialog
from mat_desktop.screens.contact.pictures.trial import TRIAL
from mat_desktop.workshop.seen import SeenMark
from mat_desktop.workshop.sheets import IssuedSheet, SheetKind
from tests.eye.camera import TROUBLES, photographed
from tests.facilitation.sheets.test_sheet_pictures import seen
from tests.paperwork import of_kind
from tests.screens.test_contact import CARMEN, contact  # noqa: F401  a fixture
from tests.screens.test_from_pictures import printed_log, written_log
from tests.screens.test_sheets_from_pictures import hand_over
from tests.sure import sure

PLAIN, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """A click of the mouse on the window, where this lies in it."""
    assert widget.isVisible()
    spot = widget.mapTo(widget.window(), at if at is not None else widget.rect().center())
    QTest.mouseClick(sure(widget.window().windowHandle()), LEFT, PLAIN, spot)


def type_on(widget: QWidget, words: str) -> None:
    """Keys of the keyboard, given to the window."""
    for letter in words:
        QTest.keyClick(sure(widget.window().windowHandle()), Qt.Key(ord(letter.upper())))


@pytest.fixture
def table(contact):  # noqa: F811
    """The page of pictures in step 7, reached by the mouse."""
    click(contact.page.take_in.pictures)
    contact.page.pictures.sources.watcher._timer.setInterval(30)
    return contact


def until(what, patience=60_000):
    for _ in range(patience // 25):
        if what():
            return
        QTest.qWait(25)
    raise AssertionError("It never came.")


def test_what_comes_into_a_watched_folder_is_read_until_watching_is_stopped_by_the_same_button(table, tmp_path):
    folder = tmp_path / "DCIM"
    folder.mkdir()
    (folder / "before.jpg").write_bytes(b"lay there before")
    view = table.page.pictures
    table.messages.paths = [folder]
    click(view.sources.watch)
    assert view.sources.watch.text() == "Stop watching"
    assert "“DCIM” is watched" in view.sources.watched.text()
    assert view.sources.watched.isVisible()
    (folder / "IMG_7.jpg").write_bytes(b"no picture at all")
    until(lambda: "IMG_7.jpg" in view.said.text())
    assert "before.jpg" not in view.said.text()
    click(view.leave_out)
    click(view.sources.watch)
    assert view.sources.watch.text() == "Watch a folder"
    assert not view.sources.watched.isVisible()
    (folder / "IMG_8.jpg").write_bytes(b"nobody asked for this")
    QTest.qWait(300)
    assert "IMG_8" not in view.said.text()
    assert view.pile.left == 0


def test_no_folder_is_watched_when_none_was_chosen_and_a_pulled_cable_is_said(table, tmp_path):
    view = table.page.pictures
    table.messages.paths = []
    click(view.sources.watch)
    assert view.sources.watcher.folder is None
    assert view.sources.watch.text() == "Watch a folder"
    folder = tmp_path / "phone"
    folder.mkdir()
    table.messages.paths = [folder]
    click(view.sources.watch)
    folder.rmdir()
    until(lambda: any("not there any more" in words for words in table.messages.said))
    assert view.sources.watch.text() == "Watch a folder"
    assert not view.sources.watched.isVisible()


def test_watching_ends_when_the_page_is_left(table, tmp_path):
    folder = tmp_path / "scans"
    folder.mkdir()
    table.messages.paths = [folder]
    click(table.page.pictures.sources.watch)
    click(table.page.pictures.back)
    table.page.abandon()
    assert table.page.pictures.sources.watcher.folder is None


@deed(DeedKind.SHEETS_PICTURE)
def pages_were_read(work: Work, many: int) -> None:
    """So many pages were read and checked."""
    (any_sheet, *_) = work.rows.all(IssuedSheet)
    work.about(any_sheet.workshop_id)
    for number in range(many):
        note_reading(work, any_sheet.id or 0, 1, f"{number:064}", Figures(boxes=9, asked=1, checked=3, wrong=0), 1)


def test_reading_is_called_a_trial_until_thirty_sheets_were_checked_and_she_says_so_by_a_click(table):
    view, desk = table.page.pictures, table.place.desk
    printed_log(desk, CARMEN)
    pages_were_read(desk, 29)
    view.refresh()
    assert view.trial.words.text().startswith(TRIAL)
    assert not view.trial.end_trial.isVisible()
    history.undo(desk)
    pages_were_read(desk, 30)
    view.refresh()
    assert view.trial.words.text().startswith(TRIAL), "thirty are not enough: she says that they were real ones"
    click(view.trial.end_trial)
    assert view.trial.words.text() == "Pages read so far: 30. Of 90 checked boxes, 0 wrong."
    assert not view.trial.end_trial.isVisible()
    assert desk.fact(Fact.READER_CHECKED)


def test_a_consent_sheet_is_confirmed_by_a_key_a_line_and_is_in_the_library_after_a_click(table):
    desk, view = table.place.desk, table.page.pictures
    sheets = of_kind(desk, 1, SheetKind.CONSENT, [CARMEN])
    answer_places.keep_printed(desk, Press(), 1, sheets, Style())
    page = next(one for one in answer_places.kept_pages(desk, 1) if one.code == sheets[0].head.code)
    truth = {item: next(p.value for p in page.places if p.item == item) for item in dict.fromkeys(
        place.item for place in page.places if place.value)}  # fmt: skip
    hand_over(table, seen(page, truth | {"3": ""}, marks={("3", "yes"): SeenMark.FILLED}, written=("5 by pen",)))
    assert view.span.text() == "Information and consent form, page 1"
    assert "Is this sheet signed?" in view.notes.text()
    assert not view.keep.isEnabled()
    keys = 0
    while view.check.line is not None:
        line = view.check.line
        assert ("It looks like" in view.check.why.text()) is (line.line.item != "3")
        type_on(view, "2" if line.line.item == "3" else "1")
        keys += 1
    assert keys == 9
    click(view.keep)
    (row,) = [one for one in consenting.answers(desk, 1) if one.id == CARMEN]
    assert row.answers == (True, True, False, True, True)
    assert row.at_home == ("first name", "in full", "own post", "message")
    kept = [words for words in table.messages.said if "kept. Ctrl+Z takes them back." in words]
    assert len(kept) == 1


def taken_without_code(desk, style):
    """A photograph of Carmen's log as it is printed in this style, its code covered, with its paper's corners."""
    printed, *_ = Press().pages(of_kind(desk, 1, SheetKind.CALL_LOG, [CARMEN]), style)
    page, meant = written_log(printed)
    template = sure(KnownPage(printed, redrawn).template)
    left, top = (round(value * 10) - 20 for value in template.quad[0])
    page[top : top + 240, left : left + 240] = 255
    picture = photographed(page, TROUBLES["plain"], np.random.default_rng(3))
    wide, high = (size / 72 * 25.4 for size in (printed.width, printed.height))
    corners = picture.pixels(np.array([[0, 0], [wide, 0], [wide, high], [0, high]], float))
    return picture.jpeg(), corners / [picture.grey.shape[1], picture.grey.shape[0]], meant


def told_by_hand(dialog, code, corners):
    """The code by the keyboard, four corners by the mouse, and the refusals on the way."""
    click(dialog.read)
    assert "This is no code" in dialog.fault.text()
    click(dialog.code.edit)
    type_on(dialog, code)
    click(dialog.read)
    assert dialog.fault.text() == "Set all four corners of the sheet first."
    shown = dialog.corners._shown()
    for x, y in corners:
        click(dialog.corners, QPoint(round(x * shown.width()), round(y * shown.height())))
    assert dialog.which.text() == "All four are set."
    click(dialog.read)


@pytest.mark.parametrize(("style", "is_read"), [(Style(), True), (Style(large=True), False)])
def test_of_a_sheet_told_by_hand_only_its_own_print_is_read_and_another_one_is_refused(table, tmp_path, style, is_read):
    desk, view = table.place.desk, table.page.pictures
    kept = printed_log(desk, CARMEN)
    data, corners, meant = taken_without_code(desk, style)
    (tmp_path / "IMG_1.jpg").write_bytes(data)
    table.messages.paths = [tmp_path / "IMG_1.jpg"]
    click(view.sources.choose)
    until(view.by_hand.isVisible)
    in_dialog(lambda: click(view.by_hand), lambda dialog: told_by_hand(dialog, kept.code, corners))
    until(lambda: not view.strip.busy and "No code can be read" not in view.said.text())
    if not is_read:
        assert "does not lie as it was printed" in view.said.text()
        assert view.answers is None
        assert not view.keep.isVisible()
    else:
        sure_ones = [box for box in view.answers.read.days if box.certain or box.control]
        assert len(sure_ones) > 60
        assert [box.day for box in sure_ones if meant.get(box.day) is not box.mark] == []
    assert sheet.log_grid(desk, table.carmen, CARMEN).marks == {}, "nothing is kept before the click"
    assert date(2026, 3, 16) in meant
