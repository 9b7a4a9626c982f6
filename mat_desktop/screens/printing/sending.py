"""From the bytes to the paper, and on until somebody said that all of it came out."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from mat_desktop.facilitation.sheets import coming_out
from mat_desktop.facilitation.sheets.coming_out import Sent
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.preview import page_count
from mat_desktop.screens.shared.to_printer import Paper, Printing, papers_of

_AFTER_ANOTHER_MS = 150
_ANSWERS = ("Yes", "No, not all")
_WHICH = "Which sheet of paper did not come out? Counted from the first, which is 1."


class Sending(QObject):
    """One print on its way to a printer. `told` hears how far it is, `ended` that it rests, `failed` a sentence."""

    def __init__(
        self,
        page: QWidget,
        bench: Bench,
        told: Callable[[int, int], object],
        ended: Callable[[], object],
        failed: Callable[[str], object],
    ) -> None:
        super().__init__(page)
        self._page, self._bench, self._told, self._ended, self._failed = page, bench, told, ended, failed
        self._job: Printing | None = None

    @property
    def busy(self) -> bool:
        """Whether pages are on their way."""
        return self._job is not None

    def send(self, pdf: bytes, printer: QPrinter, sent: Sent, seen: int = 0) -> None:
        """Send what the printer was chosen for. `seen` is the page in sight, from 0 on."""
        papers = papers_of(printer, page_count(pdf), seen)
        if papers:
            self._print(pdf, printer, papers, sent)
        else:
            self._failed(f"Nothing was printed: there are only {page_count(pdf)} pages.")

    def _print(self, pdf: bytes, printer: QPrinter, papers: list[Paper], sent: Sent) -> None:
        coming_out.keep(self._bench.desk, replace(sent, papers=tuple(papers)))

        def done() -> None:
            self.leave()
            self._ended()
            self._ask(pdf, printer, papers, sent)

        self._job = Printing(pdf, printer, papers, self._told, done, self._broke, self._page)
        self._job.start()

    def _broke(self, sentence: str) -> None:
        self.leave()
        self._failed(sentence)

    def leave(self) -> None:
        """No further page."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _ask(self, pdf: bytes, printer: QPrinter, papers: list[Paper], sent: Sent) -> None:
        """Paper jams: from the sheet that did not come out, the very same pages print again."""
        if QApplication.activeModalWidget() is not None:
            QTimer.singleShot(_AFTER_ANOTHER_MS, self, lambda: self._ask(pdf, printer, papers, sent))
            return
        first = self.first_missing(len(papers), "", unasked=True)
        if first is not None:
            self._print(pdf, printer, papers[first:], sent)

    def first_missing(self, papers: int, when: str, *, unasked: bool = False) -> int | None:
        """Ask whether all of it came out; the first sheet of paper that did not, from 0 on, None where none is wanted.

        Whoever leaves the question finds it again on Today. It comes `unasked` when the last page has gone, over
        whatever she is doing by then.
        """
        messages = self._bench.messages
        picked = messages.pick(f"{when} {coming_out.QUESTION}".strip(), _ANSWERS, unasked=unasked)
        if picked == 0:
            coming_out.forget(self._bench.desk)
        number = messages.which(_WHICH, papers) if picked == 1 else None
        return None if number is None else number - 1


def as_ranges(papers: Iterable[Paper]) -> str:
    """The pages of these papers as they are typed: 3-7, 9."""
    ranges = QPageRanges()
    for page in sorted({page for paper in papers for page in paper}):
        ranges.addPage(page + 1)
    return ranges.toString().replace(",", ", ")
