"""One print under way: sheets are issued and drawn a handful at a time, so that the window stays live."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.agreement import prints
from mat_desktop.facilitation.dispatch import Job
from mat_desktop.facilitation.printed.head import OrderedSheet
from mat_desktop.facilitation.printed.kinds import Sheet
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.answer_places import keep_printed
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.screens.printing.narrowing import narrowed
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import SheetKind

_HANDFUL, _ISSUED = 8, 40
_SLICE_MS = 15


class PrintRun(QObject):
    """From an order to a PDF. `told` hears how far it is, `done` gets the sheets and the bytes, `failed` a sentence.

    `places` are the sheets of the order that are wanted. With `codes` they were issued before and are only drawn. With
    `only`, which is given a page of the order from 0 on, nothing but the sheets on such pages is issued and drawn.
    """

    def __init__(
        self,
        page: QWidget,
        bench: Bench,
        order: Order,
        places: Sequence[OrderedSheet],
        codes: Sequence[str],
        style: Style,
        told: Callable[[int, int], object],
        done: Callable[[list[Sheet], bytes], object],
        failed: Callable[[str], object],
        only: Callable[[int], bool] | None = None,
    ) -> None:
        super().__init__(page)
        self._only = only
        self.places: Sequence[OrderedSheet] = places
        self.pages: list[int] = []
        """The pages of the order that were drawn, where only some were wanted."""
        self._bench, self._order, self._style = bench, order, style
        self._issued_before = bool(codes)
        self.codes: list[str] = list(codes)
        self._told, self._done, self._failed = told, done, failed
        self._sheets: list[Sheet] = []
        self._said: dict[int, tuple[int, str]] = {}
        self._job: Job[bytes] | None = None
        self._steps = self._work()
        self._timer = QTimer(self, interval=_SLICE_MS)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin; a small order is finished before this returns."""
        if not self.places:
            self._failed("Choose at least one person to print for.")
            return
        if SheetKind.AGREEMENT in self._order.kinds:
            self._said = prints.digests(self._bench.desk, self._order.workshop_id)
        if len(self.places) <= _HANDFUL:
            self._to_the_end()
        else:
            self._timer.start()

    def _to_the_end(self) -> None:
        while self._step():
            pass

    def _step(self) -> bool:
        """One slice of the work. False when there is none left."""
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()
            return False
        except Refusal as refusal:
            self._timer.stop()
            self._failed(str(refusal))
            return False
        return True

    def _work(self) -> Iterator[None]:
        if self._only is not None:
            yield from self._narrow(self._only)
        desk, total, codes = self._bench.desk, len(self.places), self.codes
        while handful := self.places[len(codes) : len(codes) + _ISSUED]:
            codes += sheets.issue(desk, self._order.workshop_id, handful)
            self._told(len(codes) // 3, 2 * total)
            yield
        for at in range(0, total, _HANDFUL):
            until = at + _HANDFUL
            self._sheets += sheets.shown(desk, self._order, self.places[at:until], codes[at:until])
            self._told(max(at, total // 3), 2 * total)
            yield
        self._job = self._bench.printer.begin(self._sheets, self._style)
        while not self._job.finished():
            drawn, _ = self._job.progress()
            self._told(total + drawn, 2 * total)
            yield
        pdf = self._job.result()
        if not self._issued_before:
            yield from sheets.keep_agreements(desk, self._bench.printer, self._said, self._sheets, self._style)
            for at in range(0, total, _HANDFUL):
                drawn_sheets = self._sheets[at : at + _HANDFUL]
                keep_printed(desk, self._bench.printer, self._order.workshop_id, drawn_sheets, self._style)
                yield
        self._timer.stop()
        self._done(self._sheets, pdf)

    def _narrow(self, only: Callable[[int], bool]) -> Iterator[None]:
        desk, order = self._bench.desk, self._order
        looks = partial(sheets.shown, desk, order)
        self.places, self.pages = yield from narrowed(looks, self._bench.printer, self.places, self._style, only)
        if not self.places:
            raise Refusal("Nothing was printed: there are fewer pages than that.")

    def cancel(self) -> None:
        """Leave it. What was issued keeps its code; nothing went to the printer."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
