"""The way to a printer: page after page as it was chosen there, with the window alive in between."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, QTimer
from PySide6.QtGui import QImage, QPageLayout, QPageRanges, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from mat_desktop.screens.shared.preview import page_count, render

Paper = tuple[int, ...]
"""The pages on one sheet of paper, front first."""

NAME = "MAT Desktop"
"""What the list of waiting prints shows: it is read by everybody who uses the printer."""
DID_NOT_TAKE = "The printer took no more pages. Look whether it is switched on and has paper, and print again."
_DOTS = 300 / 72
_SAME = 3.0
"""Points by which two papers of one name may differ."""
_UNITS, _WAYS = QPageLayout.Unit, QPageLayout.Orientation


def papers_of(printer: QPrinter, count: int, seen: int = 0) -> list[Paper]:
    """The sheets of paper that come out of a document with `count` pages, in their order, copies among them.

    `seen` is the page, from 0 on, that "the page seen now" means.
    """
    pages = [page for page in range(count) if is_wanted(printer, page, seen)]
    step = pages_a_paper(printer)
    papers = [tuple(pages[at : at + step]) for at in range(0, len(pages), step)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        papers.reverse()
    copies = max(1, printer.copyCount())
    return papers * copies if printer.collateCopies() else [paper for paper in papers for _ in range(copies)]


def pages_a_paper(printer: QPrinter) -> int:
    """How many pages one sheet of paper takes."""
    return 1 if printer.duplex() is QPrinter.DuplexMode.DuplexNone else 2


def choose_among(printer: QPrinter, drawn: Sequence[int]) -> None:
    """Choose the same pages where only these pages of the document, counted from 0, were drawn."""
    ranges = QPageRanges()
    for place, page in enumerate(drawn):
        if is_wanted(printer, page):
            ranges.addPage(place + 1)
    printer.setPageRanges(ranges)


def is_wanted(printer: QPrinter, page: int, seen: int = 0) -> bool:
    """Whether a page, from 0 on, was chosen."""
    if printer.printRange() is QPrinter.PrintRange.CurrentPage:
        return page == seen
    ranges = printer.pageRanges()
    return ranges.isEmpty() or ranges.contains(page + 1)


def turned(layout: QPageLayout, size: QSizeF) -> QPageLayout:
    """The paper as it lies for a page of this size: as the page does, or sideways where that was chosen for all."""
    found = QPageLayout(layout)
    if size.width() > size.height():
        found.setOrientation(_WAYS.Landscape)
    return found


def spot(layout: QPageLayout, size: QSizeF) -> QRectF:
    """Where a page of this size lies on the paper, in points.

    On its own paper it lies as it was made. On another one it lies in the middle of what the printer can reach, as
    large as it was made where that fits, else smaller, its sides always in proportion.
    """
    whole = layout.fullRect(_UNITS.Point)
    if is_own_paper(layout, size):
        room, scale = whole, 1.0
    else:
        room = _reachable(layout)
        scale = min(1.0, room.width() / size.width(), room.height() / size.height())
    drawn = QRectF(0, 0, size.width() * scale, size.height() * scale)
    drawn.moveCenter(room.center())
    return drawn


def is_own_paper(layout: QPageLayout, size: QSizeF) -> bool:
    """Whether the paper, as it lies, is the one for which the page was made."""
    off = layout.fullRect(_UNITS.Point).size() - size
    return abs(off.width()) <= _SAME and abs(off.height()) <= _SAME


def _reachable(layout: QPageLayout) -> QRectF:
    within = QPageLayout(layout)
    within.setMode(QPageLayout.Mode.StandardMode)
    return within.paintRect(_UNITS.Point)


class Printing(QObject):
    """Paints the papers of a PDF from the paper `first` on, one page at a time.

    `told` hears how far it is, `done` that all of it was sent, `failed` a sentence where the printer took no more.
    """

    def __init__(
        self,
        pdf: bytes,
        printer: QPrinter,
        papers: list[Paper],
        told: Callable[[int, int], object],
        done: Callable[[], object],
        failed: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pdf, self._printer, self._told, self._done, self._failed = pdf, printer, told, done, failed
        self._pages = _sides(papers, pages_a_paper(printer))
        self._next, self._layout = 0, printer.pageLayout()
        self._painter = QPainter()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self.step)

    def start(self) -> None:
        """Begin. Copies and their order are told page by page, so that each printer does the same."""
        self._printer.setFullPage(True)
        self._printer.setCopyCount(1)
        self._printer.setPageOrder(QPrinter.PageOrder.FirstPageFirst)
        self._printer.setDocName(NAME)
        self._timer.start()

    def step(self) -> None:
        """One page, or an empty back."""
        if self._next >= len(self._pages):
            self.cancel()
            self._done()
            return
        page = self._pages[self._next]
        picture = render(self._pdf, page, _DOTS) if page is not None else None
        if not self._turn_to(picture):
            self.cancel()
            self._failed(DID_NOT_TAKE)
            return
        if picture is not None:
            self._paint(picture)
        self._next += 1
        self._told(self._next, len(self._pages))

    def _turn_to(self, picture: QImage | None) -> bool:
        if picture is not None:
            layout = turned(self._layout, _points(picture))
            layout.setMode(QPageLayout.Mode.FullPageMode)
            layout.setMargins(QMarginsF(0, 0, 0, 0))
            self._printer.setPageLayout(layout)
        return self._printer.newPage() if self._painter.isActive() else self._painter.begin(self._printer)

    def _paint(self, picture: QImage) -> None:
        size = _points(picture)
        lying = spot(turned(self._layout, size), size)
        dots = self._printer.resolution() / 72
        target = QRectF(lying.topLeft() * dots, lying.size() * dots)
        self._painter.drawImage(target, picture, QRectF(picture.rect()))

    def cancel(self) -> None:
        """End the job with the pages that are painted; the printer stays as it was chosen."""
        self._timer.stop()
        if self._painter.isActive():
            self._painter.end()
        self._printer.setPageLayout(self._layout)


def _points(picture: QImage) -> QSizeF:
    return QSizeF(picture.width() / _DOTS, picture.height() / _DOTS)


def _sides(papers: list[Paper], step: int) -> list[int | None]:
    """Page after page; None is a back that stays empty, so that the next paper begins on its front."""
    sides: list[int | None] = []
    for paper in papers:
        sides += [None] * (-len(sides) % step)
        sides += paper
    return sides


def paint_on(pdf: bytes, printer: QPrinter, failed: Callable[[str], object]) -> bool:
    """Paint every page at once; for a page or two. False where the printer did not take them."""
    ended: list[bool] = []

    def fail(sentence: str) -> None:
        ended.append(False)
        failed(sentence)

    papers = papers_of(printer, page_count(pdf))
    job = Printing(pdf, printer, papers, lambda _done, _of: None, lambda: ended.append(True), fail)
    job.start()
    while not ended:
        job.step()
    return ended[0]
