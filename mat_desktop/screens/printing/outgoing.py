"""What is chosen goes out: into files or to a printer. The strip shows how far it is, and stops it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QProgressBar, QWidget
from shiboken6 import isValid

from mat_desktop.facilitation.printed.head import OrderedSheet
from mat_desktop.facilitation.printed.kinds import Sheet, code_of
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets import coming_out
from mat_desktop.facilitation.sheets.coming_out import Sent
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.screens.printing.run import PrintRun
from mat_desktop.screens.printing.sending import Sending, as_ranges
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.buttons import ENTER
from mat_desktop.screens.shared.parts import button, row
from mat_desktop.screens.shared.preview import page_count
from mat_desktop.screens.shared.printer_dialog import Document, choose_printer
from mat_desktop.screens.shared.to_printer import choose_among, is_wanted, pages_a_paper, papers_of
from mat_desktop.workshop.refusal import Refusal

MANY = 200
"""More sheets of paper than this are asked about: a slip of copies or of what was ticked empties a printer."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What goes out.

    Args:
        order: what was chosen.
        sheets: its sheets.
        style: how they are made.
        separate: whether each sheet becomes a file of its own.
        sheet_seen: which of the sheets is in sight, from 0 on.
        page_seen: which of that sheet's pages, from 0 on.
        pages: how many pages there are in all; 0 while they are being counted.
        codes: where they were issued before, the code of each sheet.
    """

    order: Order
    sheets: Sequence[OrderedSheet]
    style: Style
    separate: bool = False
    sheet_seen: int = 0
    page_seen: int = 0
    pages: int = 0
    codes: Sequence[str] = ()


class Outgoing(QWidget):
    """`wanted` tells what is chosen, `changed` is called when something begins and when it ends."""

    def __init__(
        self,
        bench: Bench,
        write: Callable[[Path, bytes], None],
        wanted: Callable[[], Wanted],
        changed: Callable[[], object],
    ) -> None:
        super().__init__()
        self._bench, self._write, self._wanted, self._changed = bench, write, wanted, changed
        self.ask_printer = choose_printer
        self._run: PrintRun | None = None
        self._before: QWidget | None = None
        """What had the keyboard when it began."""
        self._sending = Sending(self, bench, self._progress, self._rest, self._failed)
        self.bar = QProgressBar()
        self.bar.setAccessibleName("How far it is")
        self.bar.setTextVisible(False)
        layout = row(self.bar, button("Stop", self.stop))
        layout.setStretch(0, 1)
        self.setLayout(layout)
        # While it works the strip itself has the keyboard: Enter does nothing there.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("What is being printed or saved")
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._run is not None or self._sending.busy

    def save(self) -> None:
        """Into a file, or a file for each sheet into a folder."""
        wanted, messages = self._wanted(), self._bench.messages
        if wanted.separate:
            folder = messages.folder("Where to put the files")
            if folder is not None:
                self._make(wanted, lambda sheets, _pdf: self._write_each(folder, sheets, wanted.style))
            return
        kinds = wanted.order.kinds
        name = f"{kinds[0].value}.pdf" if len(kinds) == 1 else "sheets.pdf"
        path = messages.file_to_save("Save as PDF", name, "PDF (*.pdf)")
        if path is not None:
            self._make(wanted, lambda _sheets, pdf: self._write_one(path, pdf))

    def _write_one(self, path: Path, pdf: bytes) -> None:
        if self.kept(path, pdf):
            self._bench.messages.tell(f"Saved: {path}", Look.NOTE)

    def _write_each(self, folder: Path, sheets: list[Sheet], style: Style) -> None:
        by_code: dict[str, list[Sheet]] = {}
        for sheet in sheets:
            by_code.setdefault(f"{sheet.head.footer} {code_of(sheet)}", []).append(sheet)
        for name, own in by_code.items():
            if not self.kept(folder / f"{name}.pdf", self._bench.printer.pdf(own, style)):
                return
        self._bench.messages.tell(f"{counted(len(by_code), 'file')} in {folder}", Look.NOTE)

    def kept(self, path: Path, content: bytes) -> bool:
        """Write a file; False where the disk refused, which is told."""
        try:
            self._write(path, content)
        except Refusal as refusal:
            self._bench.messages.tell(str(refusal))
            return False
        return True

    def print(self) -> None:
        """To a printer that the facilitator chooses; asked first, so that nothing is issued for nothing."""
        wanted = self._wanted()
        document = Document(style=wanted.style, pages=wanted.pages, has_page_seen=bool(wanted.sheets))
        printer = self.ask_printer(self.window(), document)
        if printer is None:
            return
        if printer.printRange() is QPrinter.PrintRange.CurrentPage:
            wanted = replace(wanted, sheets=wanted.sheets[wanted.sheet_seen : wanted.sheet_seen + 1])
        style = replace(wanted.style, both_sides=pages_a_paper(printer) > 1)
        if self._is_meant(len(papers_of(printer, wanted.pages, wanted.page_seen))):
            self._send(replace(wanted, style=style), printer)

    def _is_meant(self, papers: int) -> bool:
        """Whether she wants so much paper; what any day or meeting needs is not asked about."""
        if papers <= MANY:
            return True
        question = f"This takes {papers:,} sheets of paper. Print all of them?"
        return self._bench.messages.ask(question, f"Print {papers:,} sheets", "Not now")

    def ask_again(self) -> None:
        """The question whether all of the last print came out; what is missing prints again with its codes."""
        sent = coming_out.last(self._bench.desk)
        first = self._sending.first_missing(len(sent.papers), sent.words) if sent and not self.busy else None
        if sent is None or first is None:
            return
        document = Document(style=sent.style, wanted=as_ranges(sent.papers[first:]))
        printer = self.ask_printer(self.window(), document)
        if printer is not None:
            self._send(Wanted(order=sent.order, sheets=sent.sheets, style=sent.style, codes=sent.codes), printer)

    def _send(self, wanted: Wanted, printer: QPrinter) -> None:
        def made(_sheets: list[Sheet], pdf: bytes) -> None:
            if run.pages:
                choose_among(printer, run.pages)
            sent = Sent(
                order=wanted.order,
                sheets=tuple(run.places),
                codes=tuple(run.codes),
                style=wanted.style,
                at=self._bench.desk.clock.now(),
            )
            papers = papers_of(printer, page_count(pdf), wanted.page_seen)
            if not wanted.pages and not self._is_meant(len(papers)):
                return
            self._work()
            self._sending.send(pdf, printer, sent, wanted.page_seen)

        some = printer.printRange() is QPrinter.PrintRange.PageRange and not wanted.codes
        run = self._prepare(wanted, made, partial(is_wanted, printer) if some else None)
        run.start()

    def _make(self, wanted: Wanted, then: Callable[[list[Sheet], bytes], object]) -> None:
        self._prepare(wanted, then).start()

    def _prepare(
        self, wanted: Wanted, then: Callable[[list[Sheet], bytes], object], only: Callable[[int], bool] | None = None
    ) -> PrintRun:
        def done(sheets: list[Sheet], pdf: bytes) -> None:
            self._rest()
            then(sheets, pdf)

        parts = (wanted.order, wanted.sheets, wanted.codes, wanted.style)
        self._run = PrintRun(self, self._bench, *parts, self._progress, done, self._failed, only)
        self._work()
        return self._run

    def _progress(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    def _failed(self, sentence: str) -> None:
        self._rest()
        self._bench.messages.tell(sentence)

    def _work(self) -> None:
        if self.isHidden():
            self._before = self.window().focusWidget()
        self.show()
        self.setFocus()
        self._changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While the keyboard rests here, Enter and Space lead nowhere: no stray key leaves the work under way."""
        if event.key() in (*ENTER, Qt.Key.Key_Space):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _rest(self) -> None:
        """The keyboard goes back to where it was, if it is still here."""
        focus = self.window().focusWidget()
        had_it = focus is self or (focus is not None and self.isAncestorOf(focus))
        self._run = None
        self.hide()
        self._changed()
        if had_it and self._before is not None and isValid(self._before):
            self._before.setFocus()

    def abandon(self) -> None:
        """Leave what is under way. What was sent is asked about when the program opens again."""
        if self._run is not None:
            self._run.cancel()
        self._sending.leave()
        self._rest()

    def stop(self) -> None:
        """Leave what is under way, because she wants it."""
        if self.busy:
            if self._sending.busy:
                coming_out.forget(self._bench.desk)
            self.abandon()
            self._bench.messages.tell("Stopped. Sheets that came out keep their codes.", Look.NOTE)
