"""Figures as a view wants them: worked out once for each state of what they are worked out from."""

from collections.abc import Callable

from mat_desktop.facilitation.outcomes import measuring
from mat_desktop.facilitation.outcomes.measuring import MeasureAsked, MeasureView
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.beside import WorkStrip

Asked = tuple[MeasureAsked, ...]
Found = tuple[MeasureView, ...]


class Measured:
    """Asks for figures, and shows them when they are there. `strip` says so while they are worked out."""

    def __init__(self, bench: Bench, clear: Callable[[], object], show: Callable[[Found], object]) -> None:
        self.strip = WorkStrip(bench.dispatcher, bench.messages)
        self._clear, self._show = clear, show
        self._asked: Asked = ()
        self._found: Found | None = None

    def want(self, asked: Asked) -> None:
        """Show the figures of these measures: those that are known, or those that are being worked out already."""
        if asked == self._asked and self._found is not None:
            self._show(self._found)
        elif asked != self._asked or not self.strip.busy:
            self._clear()
            self._asked, self._found = asked, None
            self.strip.start(measuring.task(asked), measuring.WORKING, self._came)

    def _came(self, found: Found) -> None:
        self._found = found
        self._show(found)
