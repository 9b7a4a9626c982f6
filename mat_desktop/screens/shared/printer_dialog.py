"""Which printer, which pages, how often and how: a dialog of the program's own.

The system's own dialogs for printing, where they are windows of the system, lie where no cover reaches them, and
behind them the page with its names stays in sight.
"""

from dataclasses import dataclass
from math import floor

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mat_desktop.facilitation.printer import Style
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.fields import Tick
from mat_desktop.screens.shared.lines import Line
from mat_desktop.screens.shared.parts import Segments, boxed, button, column, fault_lines, keep_line, label, row
from mat_desktop.screens.shared.printers import PrinterAtHand, Printers, SystemPrinters
from mat_desktop.screens.shared.still import StillCombo, StillSpin
from mat_desktop.screens.shared.to_printer import is_own_paper, spot

ALL, SEEN, THESE = "all", "seen", "these"
MOST_COPIES = 99
_PAPERS = {"A4": QPageSize(QPageSize.PageSizeId.A4), "Letter": QPageSize(QPageSize.PageSizeId.Letter)}
_DUPLEX = QPrinter.DuplexMode
_SIDES = {_DUPLEX.DuplexNone: "One side", _DUPLEX.DuplexLongSide: "Both sides", _DUPLEX.DuplexShortSide: "Both, short"}
_WAYS = QPageLayout.Orientation
_NONE = "No printer is set up on this computer. “Save as PDF” makes a file that another computer can print."


@dataclass(frozen=True, kw_only=True)
class Document:
    """What is to be printed.

    Args:
        style: the paper for which its pages are made, and whether they use both sides.
        pages: how many there are; 0 where that is not known yet.
        has_page_seen: whether one page of it is in front of her.
        wanted: pages that are wanted from the beginning, as "3-9"; empty for all.
    """

    style: Style
    pages: int = 0
    has_page_seen: bool = False
    wanted: str = ""


def choose_printer(parent: QWidget, document: Document, printers: Printers | None = None) -> QPrinter | None:
    """The printer that the facilitator chooses, set as she wants it; None when she leaves."""
    dialog = PrinterDialog(parent, document, printers or SystemPrinters())
    return dialog.printer() if dialog.exec() == Dialog.DialogCode.Accepted else None


class PrinterDialog(Dialog):
    """Everything that one print needs to know. What the printer cannot do is not offered."""

    def __init__(self, window: QWidget, document: Document, printers: Printers) -> None:
        super().__init__(window, "Print")
        self._document, self._printers, self._at_hand = document, printers, printers.at_hand()
        self._range, self._sideways = THESE if document.wanted else ALL, False
        self._printer: QPrinter | None = None
        hold(self, least_width=560)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(24, 24, 24, 20)
        self._layout.setSpacing(14)
        self._layout.addWidget(label("Print", "section"))
        if self._at_hand:
            self._build()
        else:
            self._layout.addWidget(label(_NONE, wrap=True))
            self._layout.addLayout(row(None, button("Leave", self.reject, "primary")))

    def _build(self) -> None:
        self.which, self.paper, self.sides = StillCombo(), StillCombo(), StillCombo()
        for one in self._at_hand:
            self.which.addItem(one.name)
        self.copies, self.together = StillSpin(), Tick("Keep copies together", lambda _on: None)
        self.copies.setRange(1, MOST_COPIES)
        hold(self.copies, width=84)
        self.together.set(True)
        ranges = [(ALL, "All"), (THESE, "Only these")]
        if self._document.has_page_seen:
            ranges.insert(1, (SEEN, "The page in sight"))
        self.range = Segments(ranges, "Pages", self._pick_range, 90)
        self.range.set(self._range)
        self.pages = Line(self._document.wanted)
        self.pages.setPlaceholderText("1-3, 5")
        self.pages.setAccessibleName("Which pages")
        self.pages.textEdited.connect(lambda _words: self._pick_range(THESE))
        ways = Segments((("", "As each page is"), ("sideways", "All sideways")), "Direction", self._pick_way)
        ways.set("")
        self.note, self.error = label("", "attn", wrap=True), fault_lines(1)
        keep_line(self.note, 2)
        for words, field in (("Printer", self.which), ("Paper", self.paper), ("Sides", self.sides)):
            field.setAccessibleName(words)
        self.which.activated.connect(self._other_printer)
        self.paper.activated.connect(self._show)
        self.copies.setAccessibleName("Copies")
        fields = row(boxed(_named("Paper", self.paper)), boxed(_named("Sides", self.sides)))
        self._layout.addLayout(_named("Printer", self.which))
        self._layout.addLayout(fields)
        self._layout.addLayout(_named("Pages", self.range))
        self._layout.addWidget(self.pages)
        self._layout.addLayout(_named("Copies", self.copies, self.together))
        self._layout.addLayout(_named("Direction", ways))
        self._layout.addWidget(self.note)
        self._layout.addWidget(self.error)
        self.print = button("Print", self._take, "primary", "printer")
        self._layout.addLayout(row(button("Leave", self.reject), None, self.print))
        self._other_printer()
        self.print.setFocus()

    @property
    def _one(self) -> PrinterAtHand:
        return self._at_hand[self.which.currentIndex()]

    def _other_printer(self, _place: int = 0) -> None:
        """Its own papers and sides, the ones for which the pages are made where it has them."""
        one, made_for = self._one, _PAPERS[self._document.style.paper]
        names = [size.name() for size in one.papers]
        self.paper.clear()
        self.paper.addItems(names)
        same = [place for place, size in enumerate(one.papers) if size.isEquivalentTo(made_for)]
        usual = [place for place, size in enumerate(one.papers) if size.isEquivalentTo(one.usual_paper)]
        self.paper.setCurrentIndex((same or usual or [0])[0])
        self.sides.clear()
        for mode, words in _SIDES.items():
            if one.two_sided or mode is _DUPLEX.DuplexNone:
                self.sides.addItem(words, mode)
        both = self._document.style.both_sides and one.two_sided
        self.sides.setCurrentIndex(1 if both else 0)
        self._show()

    def _pick_range(self, key: str) -> None:
        self._range = key
        self.range.set(key)
        self.error.setText("")
        if key == THESE:
            self.pages.setFocus()

    def _pick_way(self, key: str) -> None:
        self._sideways = bool(key)
        self._show()

    def _show(self, _place: int = 0) -> None:
        """Say beforehand what is not as it was made."""
        said = [self._other_paper()]
        if self._document.style.both_sides and not self._one.two_sided:
            said.append("This printer prints on one side only.")
        self.note.setText(" ".join(filter(None, said)))
        self.note.setVisible(bool(self.note.text()))

    def _other_paper(self) -> str:
        layout, made_for = self._set().pageLayout(), _PAPERS[self._document.style.paper]
        size = QSizeF(made_for.sizePoints())
        if is_own_paper(layout, size):
            return ""
        words = f"The pages are made for {self._document.style.paper} upright. On {self.paper.currentText()}"
        words += " sideways" if self._sideways else ""
        percent = floor(100 * spot(layout, size).width() / size.width())
        if percent >= 100:
            return f"{words} they keep their size, in the middle."
        return f"{words} they come out at {percent} % of their size, in the middle, with nothing cut off or stretched."

    def _set(self) -> QPrinter:
        """The printer, with everything that is chosen so far."""
        printer = self._printers.open(self._one.name)
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
        printer.setPageSize(self._one.papers[self.paper.currentIndex()])
        printer.setPageOrientation(_WAYS.Landscape if self._sideways else _WAYS.Portrait)
        printer.setDuplex(self.sides.currentData() or _DUPLEX.DuplexNone)
        printer.setCopyCount(self.copies.value())
        printer.setCollateCopies(self.together.isChecked())
        if self._range == SEEN:
            printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
        elif self._range == THESE:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setPageRanges(QPageRanges.fromString(self.pages.text()))
        return printer

    def _take(self) -> None:
        wrong = self._wrong() if self._range == THESE else ""
        self.error.setText(wrong)
        if wrong:
            self.pages.setFocus()
            return
        self._printer = self._set()
        self.accept()

    def _wrong(self) -> str:
        """What is wrong with the pages that are typed, or nothing."""
        ranges, pages = QPageRanges.fromString(self.pages.text()), self._document.pages
        if ranges.isEmpty():
            return "Which pages? Type them as 3, or 1-3, 5."
        if pages and ranges.firstPage() > pages:
            return f"There are only {pages} pages."
        return ""

    def printer(self) -> QPrinter | None:
        """What was chosen; None where nothing was."""
        return self._printer


def _named(words: str, *fields: QWidget) -> QBoxLayout:
    beside = fields[0] if len(fields) == 1 else boxed(row(*fields, None))
    return column(label(words, "label"), beside, gap=4)
