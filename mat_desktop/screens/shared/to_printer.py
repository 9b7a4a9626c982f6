"""The way to a printer: the system's own dialog, and page after page with the window alive in between."""

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, QTimer
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.printer import Style
from mat_desktop.screens.shared.preview import page_count, render

_DOTS = 300 / 72


def choose_printer(parent: QWidget, style: Style) -> QPrinter | None:
    """The printer that the facilitator chooses, set to one or both sides; None when she leaves."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    sides = QPrinter.DuplexMode
    printer.setDuplex(sides.DuplexLongSide if style.both_sides else sides.DuplexNone)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    dialog = QPrintDialog(printer, parent)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


class Printing(QObject):
    """Paints the pages of a PDF from `first` on, one at a time. `told` hears how far it is."""

    def __init__(
        self,
        pdf: bytes,
        printer: QPrinter,
        first: int,
        told: Callable[[int, int], object],
        done: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pdf, self._printer, self._told, self._done = pdf, printer, told, done
        self._first, self._next, self._count = first, first, page_count(pdf)
        self._painter = QPainter()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self.step)

    def start(self) -> None:
        """Begin."""
        self._printer.setFullPage(True)
        self._timer.start()

    def step(self) -> None:
        """One page, at its own size and direction."""
        if self._next >= self._count:
            self.cancel()
            self._done()
            return
        one = render(self._pdf, self._next, 1.0)
        unit, fuzzy = QPageSize.Unit.Point, QPageSize.SizeMatchPolicy.FuzzyMatch
        size = QPageSize(QSizeF(one.width(), one.height()), unit, "", fuzzy)
        self._printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
        if self._next == self._first:
            self._painter.begin(self._printer)
        else:
            self._printer.newPage()
        picture = render(self._pdf, self._next, _DOTS)
        self._painter.drawImage(QRectF(self._painter.viewport()), picture, QRectF(picture.rect()))
        self._next += 1
        self._told(self._next - self._first, self._count - self._first)

    def cancel(self) -> None:
        """End the job with the pages that are painted."""
        self._timer.stop()
        if self._painter.isActive():
            self._painter.end()


def paint_on(pdf: bytes, printer: QPrinter) -> None:
    """Paint every page at once; for a page or two."""
    finished: list[bool] = []
    job = Printing(pdf, printer, 0, lambda _done, _of: None, lambda: finished.append(True))
    printer.setFullPage(True)
    while not finished:
        job.step()
