"""How many pages an order has, found out a few sheets at a time while the facilitator goes on choosing."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.printed.head import OrderedSheet
from mat_desktop.facilitation.printed.kinds import Sheet
from mat_desktop.facilitation.printer import Counted, Style, said_beforehand
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.workshop.refusal import Refusal

_HANDFUL = 4
_SLICE = 0.02


class Counting(QObject):
    """`counted` is told pages, sheets of paper, letters that no font has, and what has to give way, in sentences."""

    def __init__(
        self,
        page: QWidget,
        bench: Bench,
        counted: Callable[[int, int, tuple[tuple[str, str], ...], tuple[str, ...]], object],
    ) -> None:
        super().__init__(page)
        self._bench, self._counted = bench, counted
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._slice)

    def start(self, order: Order, places: Sequence[OrderedSheet], style: Style) -> None:
        """Begin anew; the earlier count is left."""
        self._steps = self._work(order, places, style)
        self._timer.start()

    def stop(self) -> None:
        """Leave it."""
        self._timer.stop()

    def _slice(self) -> None:
        until = perf_counter() + _SLICE
        while perf_counter() < until:
            try:
                next(self._steps)
            except (StopIteration, Refusal):
                self._timer.stop()
                return

    def _work(self, order: Order, places: Sequence[OrderedSheet], style: Style) -> Iterator[None]:
        printer, pages, papers = self._bench.printer, 0, 0
        lacking: dict[str, str] = {}
        sheets_found: list[Sheet] = []
        rest = iter(places)
        while handful := tuple(islice(rest, _HANDFUL)):
            sheets_found += sheets.shown(self._bench.desk, order, handful)
            yield
        each = list[Counted]()
        for counted in printer.counting(sheets_found, style):
            pages += counted.pages
            papers += -(-counted.pages // 2) if style.both_sides else counted.pages
            each.append(counted)
            yield
        for place in range(0, len(sheets_found), _HANDFUL):
            for letter, words in printer.lacking(sheets_found[place : place + _HANDFUL]):
                lacking.setdefault(letter, words)
            yield
        self._counted(pages, papers, tuple(lacking.items()), said_beforehand(each))
