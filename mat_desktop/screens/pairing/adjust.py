"""What counts: a slider with four stops for each criterion, folded away until it is asked for."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSlider, QVBoxLayout, QWidget

from mat_desktop.facilitation.pairing import weighing
from mat_desktop.facilitation.pairing.weighing import STOPS, Stop
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.tokens import TARGET_LEAST
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import ChoiceField, Tick
from mat_desktop.screens.shared.parts import card, label, row, scrolled
from mat_desktop.screens.shared.still import StillSlider
from mat_desktop.workshop.pairing.case import Odd

ODD_WORDS = {
    Odd.THREE: "makes a group of three",
    Odd.FACILITATOR: "I take part",
    Odd.WAIT: "one person waits",
}


class AdjustPanel(QWidget):
    """Sliders, earlier partners, and what is done about an odd number. `live` says what the change would do."""

    def __init__(self, bench: Bench, odd_chosen: Callable[[Odd], object]) -> None:
        super().__init__()
        self._bench = bench
        hold(self, least_width=270)
        self.sliders: dict[str, QSlider] = {}
        self._words: dict[str, QLabel] = {}
        frame, layout = card(gap=10)
        layout.addWidget(label("What counts", "section"))
        self._body = QVBoxLayout()
        self._body.setSpacing(2)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.addLayout(self._body)
        self.earlier = Tick("Avoid earlier partners", self._avoid)
        inner.addWidget(self.earlier)
        self.odd = ChoiceField(
            "An odd number", [(o.value, w) for o, w in ODD_WORDS.items()], lambda key: odd_chosen(Odd(key))
        )
        inner.addWidget(self.odd)
        self.live = label("", "small", wrap=True)
        inner.addWidget(self.live)
        inner.addStretch(1)
        layout.addWidget(scrolled(holder), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def refresh(self) -> None:
        """Show the stops as they are kept."""
        stops, avoid = weighing.stops(self._bench.desk, self._bench.workshop_id)
        for stop in stops:
            if stop.criterion not in self.sliders:
                self._add(stop)
            slider = self.sliders[stop.criterion]
            slider.blockSignals(True)
            slider.setValue(stop.stop)
            slider.blockSignals(False)
            self._words[stop.criterion].setText(STOPS[stop.stop])
        self.earlier.set(avoid)

    def _add(self, stop: Stop) -> None:
        slider = StillSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, len(STOPS) - 1)
        slider.setPageStep(1)
        hold(slider, least_height=TARGET_LEAST)
        slider.setAccessibleName(stop.title)
        slider.valueChanged.connect(partial(self._weigh, stop.criterion))
        self.sliders[stop.criterion] = slider
        self._words[stop.criterion] = label("", "small")
        head = row(label(stop.title, "label", wrap=True), self._words[stop.criterion])
        head.setStretch(0, 1)
        self._body.addLayout(head)
        self._body.addWidget(slider)

    def _weigh(self, criterion: str, stop: int) -> None:
        key = f"weigh {criterion}"
        _, refused = self._bench.attempt(key, weighing.weigh, self._bench.workshop_id, criterion, stop)
        if refused:
            self._bench.messages.tell(refused)
            self.refresh()

    def _avoid(self, on: bool) -> None:
        self._bench.do(weighing.avoid_earlier, self._bench.workshop_id, on=on)
