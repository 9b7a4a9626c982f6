"""What stands below every step: the bar of actions, always in sight."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLayoutItem, QWidget

from mat_desktop.screens.look import tokens
from mat_desktop.screens.shared.flow import FlowLayout, kept_out
from mat_desktop.screens.shared.parts import button, mark, without_word

_GAP = 12
_BESIDE = 8
"""What an icon keeps between itself and its word, at least."""


class BarLayout(FlowLayout):
    """Actions from left to right, in a second line where there is no room; those that end a page stand at the right."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__(*parts, gap=_GAP)
        self.at_the_left = len(parts)
        """So many of the first parts stand at the left."""

    def _place(self, line: list[QLayoutItem], inside: QRect, top: int, height: int) -> None:
        first = {id(item) for item in self._items[: self.at_the_left]}
        left, right = [i for i in line if id(i) in first], [i for i in line if id(i) not in first]
        super()._place(left, inside, top, height)
        wide = sum(item.sizeHint().width() + self.spacing() for item in right) - self.spacing()
        super()._place(right, QRect(inside.right() + 1 - wide, 0, wide, 0), top, height)


class ActionBar(QFrame):
    """Back and side actions left; at the bottom right the one filled button, which goes on and does nothing else.

    Where all of them have no room in one line, the three that every page has keep their icons and lose their words,
    then the other actions at the left that have an icon; where that is not enough, they go on in a second line.
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
        self._always = (self.back, self.undo, self.out)
        self._side: tuple[QAbstractButton, ...] = ()
        self._words: dict[QAbstractButton, str] = {b: b.text() for b in self._always}
        self._shown: tuple[QWidget, ...] = ()
        self._tight = False
        self._saved = 0
        """What narrow buttons save, while they are narrow: left out, they would seem to have room again."""
        self._parts = BarLayout(*self._always)
        self._parts.setContentsMargins(tokens.MARGIN, 8, tokens.MARGIN, 8)
        self.setLayout(self._parts)

    def show_page(self, side: Sequence[QWidget], extra: Sequence[QWidget]) -> None:
        """The actions of one page; nothing moves when they are the same as before. Going on is always the last one."""
        shown = (*side, *extra, self.on)
        if shown != self._shown:
            self._begin_roomy()
            self._shown = shown
            self._take_side(side)
            kept_out(self._parts, len(self._always))
            self._parts.at_the_left = len(self._always) + len(side)
            for widget in shown:
                self._parts.addWidget(widget)
                widget.show()
        self._fit()

    def _take_side(self, side: Sequence[QWidget]) -> None:
        """Those of the page before have their words again."""
        for one in self._side:
            without_word(one, one.text() or self._words[one])
        self._side = tuple(one for one in side if isinstance(one, QAbstractButton) and not one.icon().isNull())
        self._words = {one: one.text() or self._words.get(one, "") for one in (*self._always, *self._side)}

    def event(self, event: QEvent) -> bool:
        """A button got other words, or all words another size: they may need other room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another look or size of words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._begin_roomy()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # Whoever gave a button other words meanwhile means those.
        self._words = {one: one.text() or words for one, words in self._words.items()}
        tight = self._needed() + self._saved > self.width()
        if tight is not self._tight:
            self._narrow(tight=tight)
        needed = self._needed()
        for some in (self._always, self._side):
            wordless = needed > self.width()
            for one in some:
                needed -= self._wide(one) if wordless else 0
                if wordless is bool(one.text()):
                    without_word(one, "" if wordless else self._words[one])

    def _needed(self) -> int:
        """What all actions take in one line with their words, as narrow as they are now."""
        return self._parts.sizeHint().width() + sum(self._wide(one) for one in self._words if not one.text())

    def _narrow(self, *, tight: bool) -> None:
        before = self._needed()
        self._tight = tight
        for widget in (*self._shown, *self._always):
            mark(widget, "tight", tight)
        self._parts.invalidate()
        self._saved = max(0, before - self._needed()) if tight else 0

    def _begin_roomy(self) -> None:
        """Other actions, or another look: what was saved holds no more."""
        if self._tight:
            self._narrow(tight=False)

    def _wide(self, one: QAbstractButton) -> int:
        """What the word of a button takes, with what stands between it and its icon."""
        return one.fontMetrics().horizontalAdvance(self._words[one]) + _BESIDE
