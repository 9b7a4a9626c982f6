"""What stands below every step: the bar of actions, always in sight."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QWidget

from mat_desktop.screens.frame.around import kept_out
from mat_desktop.screens.look import tokens
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import button, without_word

_GAP = 12
_BESIDE = 8
"""What an icon keeps between itself and its word, at least."""


class ActionBar(QFrame):
    """Back and side actions left; at the bottom right the one filled button, which goes on and does nothing else.

    Where all of them have no room in one line, the three that every page has keep their icons and lose their words;
    where that is not enough, the actions go on in a second line.
    """

    def __init__(
        self,
        back: Callable[[], object],
        undo: Callable[[], object],
        out: Callable[[], object],
        on: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("actionbar")
        self.back = button("&Back", back, icon="arrow-left")
        self.undo = button("&Undo", undo, icon="undo-2")
        self.out = button("&Step out", out, icon="pause")
        self.out.setToolTip("Go out with somebody: the time and a short guide, nothing else (F8)")
        self.on = button("&Next", on, "primary", "arrow-right", after=True)
        self._words: dict[QAbstractButton, str] = {b: b.text() for b in (self.back, self.undo, self.out)}
        self._shown: tuple[QWidget, ...] = ()
        self._wordless = False
        self._left, self._right = FlowLayout(self.back, self.undo, self.out, gap=_GAP), FlowLayout(gap=_GAP, ends=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(tokens.MARGIN, 8, tokens.MARGIN, 8)
        layout.setSpacing(_GAP)
        for flow, stretch in ((self._left, 1), (self._right, 0)):
            side = QWidget()
            side.setLayout(flow)
            layout.addWidget(side, stretch)

    def show_page(self, side: Sequence[QWidget], extra: Sequence[QWidget]) -> None:
        """The actions of one page; nothing moves when they are the same as before. Going on is always the last one."""
        shown = (*side, *extra, self.on)
        if shown != self._shown:
            self._shown = shown
            kept_out(self._left, len(self._words))
            kept_out(self._right, 0)
            for flow, widgets in ((self._left, side), (self._right, (*extra, self.on))):
                for widget in widgets:
                    flow.addWidget(widget)
                    widget.show()
        self._fit()

    def event(self, event: QEvent) -> bool:
        """A button got other words, or all words another size: they may need other room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self._left.sizeHint().width() + _GAP + self._right.sizeHint().width()
        if self._wordless:
            needed += sum(one.fontMetrics().horizontalAdvance(words) + _BESIDE for one, words in self._words.items())
        wordless = needed > self.width() - 2 * tokens.MARGIN
        if wordless is self._wordless:
            return
        self._wordless = wordless
        for one, words in self._words.items():
            without_word(one, "" if wordless else words)
