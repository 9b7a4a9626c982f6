"""One print under way: sheets are issued and drawn a handful at a time, so that the window stays live."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QObject, QTimer

from mat_desktop.facilitation import sheets
from mat_desktop.facilitation.printed.head import Place
from mat_desktop.facilitation.printed.kinds import Sheet
from mat_desktop.facilitation.printer import Job, Style
from mat_desktop.facilitation.sheets import Order
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.workshop.refusal import Refusal

_HANDFUL = 8
_SLICE_MS = 15


class PrintRun(QObject):
    """From an order to a PDF. `told` hears how far it is, `done` gets the sheets and the bytes, `failed` a sentence."""

    def __init__(
        self,
        bench: Bench,
        order: Order,
        style: Style,
        told: Callable[[int, int], object],
        done: Callable[[list[Sheet], bytes], object],
        failed: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._bench, self._order, self._style = bench, order, style
        self._told, self._done, self._failed = told, done, failed
        self._sheets: list[Sheet] = []
        self._job: Job | None = None
        self._steps = self._work()
        self._timer = QTimer(self, interval=_SLICE_MS)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin; a small order is finished before this returns."""
        places = sheets.plan(self._bench.desk, self._order)
        if not places:
            self._failed("Choose at least one person to print for.")
            return
        self._places: Sequence[Place] = places
        if len(places) <= _HANDFUL:
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
        desk, total = self._bench.desk, len(self._places)
        places = iter(self._places)
        while handful := tuple(islice(places, _HANDFUL)):
            codes = sheets.issue(desk, self._order.workshop_id, handful)
            self._sheets += sheets.shown(desk, self._order, handful, codes)
            self._told(len(self._sheets), 2 * total)
            yield
        self._job = self._bench.printer.begin(self._sheets, self._style)
        while not self._job.finished():
            drawn, _ = self._job.progress()
            self._told(total + drawn, 2 * total)
            yield
        pdf = self._job.result()
        for copies in sheets.agreements_among(self._sheets):
            sheets.keep_agreement(desk, self._bench.printer, copies, self._style)
            yield
        self._timer.stop()
        self._done(self._sheets, pdf)

    def cancel(self) -> None:
        """Leave it. What was issued keeps its code; nothing went to the printer."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
