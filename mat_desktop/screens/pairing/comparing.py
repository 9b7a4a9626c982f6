"""While the reasons are held: which two would both fit better with each other, worked out beside the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.pairing import better_pairs
from mat_desktop.facilitation.pairing.better_pairs import ComparisonRequest
from mat_desktop.screens.pairing.tiles import Tile
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.beside import Beside
from mat_desktop.screens.shared.parts import label


class Comparing(QObject):
    """Compares the people of all proposals once for each state of the board. `came` is called when it is done."""

    def __init__(self, view: QWidget, bench: Bench, came: Callable[[], object]) -> None:
        super().__init__(view)
        self._bench, self._tell = bench, came
        self._work = Beside(view, bench.dispatcher, while_held=True)
        self._request: ComparisonRequest | None = None
        self._found: tuple[str, ...] | None = None

    def want(self) -> None:
        """The reasons are held: begin, unless it is known already or under way."""
        request = better_pairs.asked(self._bench.desk, self._bench.workshop_id)
        if request != self._request or (self._found is None and not self._work.busy):
            self._request, self._found = request, None
            self._work.start(better_pairs.task(request), self._came, self._bench.messages.tell)

    def leave(self) -> None:
        """The reasons are hidden again; nothing comes of what is under way."""
        self._work.leave()

    def _came(self, found: tuple[str, ...]) -> None:
        self._found = found
        self._tell()

    def tile(self) -> QWidget | None:
        """What is shown beside the cards: that they are being compared, or what came of it; None where nothing did."""
        if self._work.busy:
            return _tile(better_pairs.WORKING, ())
        return _tile("Would both fit better with each other", self._found) if self._found else None


def _tile(title: str, pairs: tuple[str, ...]) -> QWidget:
    tile = Tile("well")
    tile.body.addWidget(label(title, "label"))
    for names in pairs:
        tile.body.addWidget(label(names, "small", wrap=True))
    tile.body.addStretch(1)
    return tile
