"""What is chosen in the print dialog is what comes out, on whatever paper lies in the printer."""

from functools import partial

import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF, QPoint, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from mat_desktop.facilitation.printer import Style
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.press import bound
from mat_desktop.rehearsal.hands import in_dialog, seen
from mat_desktop.screens.shared.printer_dialog import Document, PrinterDialog, choose_printer
from mat_desktop.screens.shared.printers import PrinterAtHand
from mat_desktop.screens.shared.to_printer import paint_on, papers_of
from tests.sure import sure

A4, LETTER = (QPageSize(getattr(QPageSize.PageSizeId, name)) for name in ("A4", "Letter"))
POSTCARD = QPageSize(QSizeF(100, 148), QPageSize.Unit.Millimeter, "Postcard")
CTRL, NO = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
SIDES = QPrinter.DuplexMode
MARK = 144


class FilePrinter(QPrinter):
    """A printer that puts what it is sent into a file. Qt's own forgets there how the paper is turned."""

    def __init__(self, path) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))
        self._turned = SIDES.DuplexNone

    def setDuplex(self, mode) -> None:
        self._turned = mode

    def duplex(self):
        return self._turned


class TwoPrinters:
    """One that has everything, and a small one for postcards that prints on one side."""

    def __init__(self, path) -> None:
        self._path = path

    def at_hand(self):
        return (
            PrinterAtHand(name="Office", papers=(LETTER, A4), usual_paper=LETTER, two_sided=True),
            PrinterAtHand(name="Photos", papers=(POSTCARD,), usual_paper=POSTCARD, two_sided=False),
        )

    def open(self, name):
        printer = FilePrinter(self._path)
        printer.setPageMargins(QMarginsF(12, 12, 12, 12), QPageLayout.Unit.Point)
        return printer


def pages(count: int, *, sideways: bool = False) -> bytes:
    """Pages with a square in the middle, and as many small squares at the left as the page has its number."""
    drawn = []
    for number in range(1, count + 1):
        page = Page(842, 595) if sideways else Page(595, 842)
        page.box((page.width - MARK) / 2, (page.height - MARK) / 2, MARK, MARK, filled=True)
        for tick in range(number):
            page.box(60, 60 + 40 * tick, 20, 20, filled=True)
        drawn.append(page)
    return bound(drawn, "pages")


class Came:
    """One page that came out, as it looks at one dot a point."""

    def __init__(self, page) -> None:
        self.size = (round(page.get_width()), round(page.get_height()))
        bitmap = page.render(scale=1, grayscale=True)
        self._dots, self._stride = bytes(bitmap.buffer), bitmap.stride
        self._width, self._height = bitmap.width, bitmap.height

    def dark(self, x: int, y: int) -> bool:
        return bool(self._dots[y * self._stride + x] < 128)

    def box(self) -> tuple[int, int, int, int]:
        """The square in the middle: where it begins, and how large it is."""
        middle_x, middle_y = self._width // 2, self._height // 2
        across = [x for x in range(self._width) if self.dark(x, middle_y)]
        down = [y for y in range(self._height) if self.dark(middle_x, y)]
        return (across[0], down[0], len(across), len(down)) if across else (0, 0, 0, 0)

    def number(self) -> int:
        """How many small squares there are at the left; 0 on a page that stayed empty."""
        _, _, width, _ = self.box()
        column = max((tuple(self.dark(x, y) for y in range(self._height)) for x in range(self._width // 3)), key=sum)
        return round(sum(column) / (width * 20 / MARK)) if width else 0


def came_out(path) -> list[Came]:
    return [Came(page) for page in pypdfium2.PdfDocument(str(path))]


def printed(path, pdf: bytes, printer: QPrinter) -> list[int]:
    assert paint_on(pdf, printer, pytest.fail)
    return [page.number() for page in came_out(path)]


@pytest.fixture
def path(tmp_path, qapp):
    return tmp_path / "came.pdf"


@pytest.fixture
def window(qtbot):
    found = QWidget()
    qtbot.addWidget(found)
    found.show()
    found.activateWindow()
    QTest.qWaitForWindowActive(found, 500)
    return found


def click(dialog: QWidget, name: str) -> None:
    found = seen(dialog, QAbstractButton, name)
    spot = found.mapTo(dialog, QPoint(12, found.height() // 2))
    QTest.mouseClick(sure(dialog.windowHandle()), LEFT, NO, spot)


def keys(window: QWidget, words: str) -> None:
    for letter in words:
        QTest.keyClick(sure(window.windowHandle()), Qt.Key(ord(letter)))


def words_on(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def chosen(window, path, document, then) -> QPrinter | None:
    """What comes of the dialog when a hand does this in it."""
    found: list[QPrinter | None] = []
    in_dialog(lambda: found.append(choose_printer(window, document, TwoPrinters(path))), then)
    return found[0]


def test_a_page_is_as_large_on_its_own_paper_as_it_was_made_whichever_way_it_lies(path):
    for sideways in (False, True):
        assert paint_on(pages(1, sideways=sideways), FilePrinter(path), pytest.fail)
        (page,) = came_out(path)
        assert page.size in ((842, 595) if sideways else (595, 842),)
        assert page.box()[2:] == pytest.approx((MARK, MARK), abs=2)


@pytest.mark.parametrize("size", [LETTER, POSTCARD])
@pytest.mark.parametrize("sideways", [False, True])
def test_on_other_paper_a_page_stays_whole_in_the_middle_and_is_never_stretched(path, size, sideways):
    printer = FilePrinter(path)
    printer.setPageSize(size)
    printer.setPageMargins(QMarginsF(30, 30, 30, 30), QPageLayout.Unit.Point)
    assert paint_on(pages(1, sideways=sideways), printer, pytest.fail)
    (page,) = came_out(path)
    x, y, width, height = page.box()
    assert abs(width - height) <= 1, "a square is a square"
    assert abs(x + width / 2 - page.size[0] / 2) <= 1
    assert abs(y + height / 2 - page.size[1] / 2) <= 1
    made = (842, 595) if sideways else (595, 842)
    fits = min((room - 60) / side for side, room in zip(made, page.size, strict=True))
    assert fits < 1
    assert width == pytest.approx(MARK * fits, abs=1), "within the margins, and no smaller than they ask"


def test_on_larger_paper_a_page_keeps_its_size(path):
    printer = FilePrinter(path)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    assert paint_on(pages(1), printer, pytest.fail)
    assert came_out(path)[0].box()[2:] == pytest.approx((MARK, MARK), abs=2)


def test_sideways_for_all_pages_is_obeyed(path):
    printer = FilePrinter(path)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    assert paint_on(pages(1), printer, pytest.fail)
    (page,) = came_out(path)
    assert page.size == (842, 595)
    _, _, width, height = page.box()
    assert width == pytest.approx(height, abs=1)
    assert width < MARK


def test_only_the_pages_that_were_asked_for_come_out_as_often_as_was_asked(path):
    printer = FilePrinter(path)
    printer.setFromTo(2, 3)
    printer.setCopyCount(2)
    assert printed(path, pages(5), printer) == [2, 3, 2, 3]
    printer.setCopyCount(2)
    printer.setCollateCopies(False)
    assert printed(path, pages(5), printer) == [2, 2, 3, 3]


def test_the_last_page_first_where_the_printer_lays_them_face_up(path):
    printer = FilePrinter(path)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert printed(path, pages(3), printer) == [3, 2, 1]


def test_on_both_sides_each_copy_begins_on_a_new_sheet_of_paper(path):
    printer = FilePrinter(path)
    printer.setDuplex(SIDES.DuplexLongSide)
    printer.setCopyCount(2)
    assert papers_of(printer, 3) == [(0, 1), (2,), (0, 1), (2,)]
    assert printed(path, pages(3), printer) == [1, 2, 3, 0, 1, 2, 3]


def test_pages_that_do_not_exist_print_nothing(path):
    printer = FilePrinter(path)
    printer.setFromTo(7, 9)
    assert papers_of(printer, 3) == []


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_says_so(tmp_path, qapp):
    said: list[str] = []
    assert not paint_on(pages(1), FilePrinter(tmp_path / "nowhere" / "x.pdf"), said.append)
    assert said == ["The printer took no more pages. Look whether it is switched on and has paper, and print again."]


def test_enter_at_once_prints_all_of_it_on_its_own_paper(window, path):
    def enter(dialog) -> None:
        assert "The pages are made for" not in words_on(dialog)
        QTest.keyClick(sure(dialog.windowHandle()), Qt.Key.Key_Return)

    printer = sure(chosen(window, path, Document(style=Style(both_sides=True)), enter))
    assert (printer.copyCount(), printer.duplex()) == (1, SIDES.DuplexLongSide)
    assert printed(path, pages(2), printer) == [1, 2]
    assert came_out(path)[0].size == (595, 842)


def test_esc_prints_nothing(window, path):
    assert (
        chosen(
            window, path, Document(style=Style()), lambda d: QTest.keyClick(sure(d.windowHandle()), Qt.Key.Key_Escape)
        )
        is None
    )


def test_pages_copies_and_direction_are_typed_and_clicked(window, path):
    def fill(dialog) -> None:
        click(dialog, "Pages: Only these")
        keys(dialog, "2, 4")
        click(dialog, "Direction: All sideways")
        assert "made for A4 upright. On A4 sideways they come out at" in words_on(dialog)
        assert "nothing cut off or stretched" in words_on(dialog)
        dialog.copies.setFocus()
        dialog.copies.selectAll()
        keys(dialog, "2")
        click(dialog, "Print")

    printer = sure(chosen(window, path, Document(style=Style(), pages=5), fill))
    assert printed(path, pages(5), printer) == [2, 4, 2, 4]
    assert {page.size for page in came_out(path)} == {(842, 595)}


@pytest.mark.parametrize(
    ("typed", "sentence"), [("", "Which pages? Type them as 3, or 1-3, 5."), ("7-9", "There are only 5 pages.")]
)
def test_pages_that_cannot_be_are_asked_about_before_anything_is_printed(window, path, typed, sentence):
    def fill(dialog) -> None:
        click(dialog, "Pages: Only these")
        keys(dialog, typed)
        click(dialog, "Print")
        assert sentence in words_on(dialog)
        assert dialog.isVisible()
        assert dialog.focusWidget() is dialog.pages
        dialog.reject()

    assert chosen(window, path, Document(style=Style(), pages=5), fill) is None


def test_another_printer_says_beforehand_what_its_paper_and_its_one_side_mean(window, path):
    def fill(dialog) -> None:
        dialog.which.setFocus()
        QTest.keyClick(sure(dialog.windowHandle()), Qt.Key.Key_Down)
        popup = dialog.which.view().window()
        QTest.keyClick(sure(popup.windowHandle()), Qt.Key.Key_Down)
        QTest.keyClick(sure(popup.windowHandle()), Qt.Key.Key_Return)
        said = words_on(dialog)
        assert "The pages are made for A4 upright. On Postcard they come out at" in said
        assert "This printer prints on one side only." in said
        click(dialog, "Print")

    printer = sure(chosen(window, path, Document(style=Style(both_sides=True)), fill))
    assert printer.duplex() is SIDES.DuplexNone
    assert printed(path, pages(1), printer) == [1]
    assert came_out(path)[0].size == pytest.approx((283, 420), abs=1)


def test_without_a_printer_it_says_so_and_enter_leaves(window):
    class NoPrinters(TwoPrinters):
        def at_hand(self):
            return ()

    def read(dialog) -> None:
        assert words_on(dialog).startswith("Print No printer is set up on this computer.")
        QTest.keyClick(sure(dialog.windowHandle()), Qt.Key.Key_Return)

    in_dialog(lambda: choose_printer(window, Document(style=Style()), NoPrinters("")), read)


def test_the_privacy_screen_lies_over_the_print_dialog_too(at_own_sample, path):
    place = at_own_sample.place
    at_own_sample.window.activateWindow()
    QTest.qWaitForWindowActive(at_own_sample.window, 500)
    place.open_print()
    place.stack.currentWidget().outgoing.ask_printer = partial(choose_printer, printers=TwoPrinters(path))

    def cover(dialog) -> None:
        assert isinstance(dialog, PrinterDialog)
        QTest.qWait(20)
        QTest.keyClick(sure(dialog.windowHandle()), Qt.Key.Key_F9)
        assert place.covered
        assert words_on(dialog) == "A short break."
        QTest.keyClick(sure(dialog.windowHandle()), Qt.Key.Key_F9)
        assert "Printer" in words_on(dialog)

    in_dialog(place.stack.currentWidget().printing.click, cover)
    assert not path.exists()
