"""What stands around every step: header, guidance line, action bar."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from mat_desktop.facilitation.shown.spoken import SpokenLine
from mat_desktop.screens.look import icons, tokens
from mat_desktop.screens.shared.band import MessageBand, Strip
from mat_desktop.screens.shared.parts import button, label


def _kept_out(layout: QLayout, start: int) -> None:
    """Take the parts of the last page out of a layout without destroying them."""
    while layout.count() > start:
        item = layout.takeAt(start)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.setParent(None)


class Header(QWidget):
    """Title left, progress and tools right; the privacy button always in the same place."""

    def __init__(self, privacy: Callable[[], object]) -> None:
        super().__init__()
        self.title = label("", "title")
        self.note = label("", "small")
        self.privacy = button("Privacy screen", privacy, icon="eye-off")
        self.privacy.setToolTip("Blank the page at once (F9)")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(tokens.MARGIN, 0, tokens.MARGIN, 0)
        self._layout.setSpacing(12)
        self._layout.addWidget(self.title)
        self._layout.addStretch(1)
        self._layout.addWidget(self.note)
        self._tools = QHBoxLayout()
        self._layout.addLayout(self._tools)
        self._layout.addWidget(self.privacy)

    def show_page(self, title: str, note: str, tools: Sequence[QWidget]) -> None:
        """The header of one page."""
        self.title.setText(title)
        self.note.setText(note)
        _kept_out(self._tools, 0)
        for tool in tools:
            self._tools.addWidget(tool)
            tool.show()


class Guidance(QFrame):
    """The yellow line: words to say, and what comes next. "Next line" goes round."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guidance")
        self._lines: tuple[SpokenLine, ...] = ()
        self._at = 0
        mark = QLabel()
        icons.shown(mark, "message-square-quote", "say_mark", 24)
        self.lead, self.words = label("", "lead"), label("", wrap=True)
        self.on = button("Next line", self._turn, icon="chevron-right", after=True)
        icons.beside(self.on, "chevron-right", "say_mark", after=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 8, 0)
        layout.setSpacing(12)
        layout.addWidget(mark)
        layout.addWidget(self.lead)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.on)

    def show_lines(self, lines: tuple[SpokenLine, ...], *, afresh: bool) -> None:
        """The lines of one step; a new step begins with its first."""
        self._lines = lines
        self._at = 0 if afresh else min(self._at, len(lines) - 1)
        self._show()

    def _turn(self) -> None:
        self._at = (self._at + 1) % len(self._lines)
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._lines))
        if self._lines:
            line = self._lines[self._at]
            self.lead.setText(line.lead)
            self.words.setText(line.words)
            self.on.setVisible(len(self._lines) > 1)


_SPACING = 12
_AIR = 16
"""What a button of the action bar is narrower where the bar is tight."""


class ActionBar(QFrame):
    """Back and side actions left, the one primary action at the bottom right."""

    def __init__(
        self,
        back: Callable[[], object],
        undo: Callable[[], object],
        out: Callable[[], object],
        on: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("actionbar")
        self.back = button("Back", back, icon="arrow-left")
        self.undo = button("Undo", undo, icon="undo-2")
        self.out = button("Step out", out, icon="pause")
        self.out.setToolTip("Go out with somebody: the time and a short guide, nothing else (F8)")
        self.on = button("Next", on, "primary", "arrow-right", after=True)
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        self._shown: tuple[QWidget, ...] = ()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(tokens.MARGIN, 0, tokens.MARGIN, 0)
        layout.setSpacing(_SPACING)
        layout.addWidget(self.back)
        layout.addWidget(self.undo)
        layout.addWidget(self.out)
        layout.addLayout(self._left)
        layout.addStretch(1)
        layout.addLayout(self._right)

    def show_page(self, side: Sequence[QWidget], extra: Sequence[QWidget], primary: QWidget | None) -> None:
        """The actions of one page; nothing moves when they are the same as before."""
        shown = (*side, *extra, primary or self.on)
        if shown == self._shown:
            self._fit()
            return
        self._shown = shown
        _kept_out(self._left, 0)
        _kept_out(self._right, 0)
        for widget in side:
            self._left.addWidget(widget)
            widget.show()
        for widget in (*extra, primary or self.on):
            self._right.addWidget(widget)
            widget.show()
        self._fit(afresh=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *, afresh: bool = False) -> None:
        """Where the words would be cut off, there is less air around them; other buttons are told afresh."""
        tight = bool(self.property("tight"))
        asked = [w for w in (self.back, self.undo, self.out, *self._shown) if not w.isHidden()]
        air = _SPACING + (_AIR if tight else 0)
        needed = sum(w.sizeHint().width() + air for w in asked)
        wanted = needed > self.width() - 2 * tokens.MARGIN
        if wanted is tight and not (afresh and wanted):
            return
        self.setProperty("tight", wanted)
        for widget in asked:
            widget.style().unpolish(widget)
            widget.style().polish(widget)


class WorkshopFrame(QWidget):
    """Header, guidance, the page, the action bar; messages stand where the guidance rests, and move nothing."""

    def __init__(self, header: Header, guidance: Guidance, page: QWidget, bar: ActionBar) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._header, self._guidance, self._bar = header, guidance, bar
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        self.band = MessageBand(guidance)
        inset = QHBoxLayout()
        inset.setContentsMargins(tokens.MARGIN, 0, tokens.MARGIN, tokens.GAP)
        inset.addWidget(self.band)
        layout.addLayout(inset)
        layout.addWidget(page, 1)
        layout.addWidget(bar)
        self.fit(768)

    def hold(self, strip: Strip) -> None:
        """Take the strip for messages, where the guidance rests."""
        self.band.hold(strip)

    def fit(self, height: int) -> None:
        """Below 720 px of window height everything around the page is lower."""
        short = height < tokens.SHORT_BELOW
        self._header.setFixedHeight(tokens.SHORT_HEADER if short else tokens.HEADER)
        self.band.setFixedHeight(tokens.SHORT_GUIDANCE if short else tokens.GUIDANCE)
        self._bar.setFixedHeight(tokens.SHORT_ACTION_BAR if short else tokens.ACTION_BAR)
