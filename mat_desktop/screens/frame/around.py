"""What stands above every step: the header and the guidance line."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from mat_desktop.facilitation.shown.spoken import SpokenLine
from mat_desktop.screens.look import icons, sizes, tokens
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.shared.parts import button, label, without_word
from mat_desktop.screens.shared.title_line import PRIVACY, TitleLine

_NEXT_LINE = "Next line"
_WORDS_FROM = 640
"""A guidance line narrower than this, as drawn at 100 %, leaves the word of its button to the words to say."""


class Header(TitleLine):
    """The title of a page, its progress and its tools."""

    def __init__(self, privacy: Callable[[], object], card: Callable[[], object]) -> None:
        self.card = button("Safety card of who is here", card, "quiet", "triangle-alert")
        without_word(self.card, "")
        self.card.setToolTip("Safety card of who is on the page (F7)")
        sizes.hold(self.card, width=tokens.TARGET)
        super().__init__(label("", "title"), label("", "small"), button(PRIVACY, privacy, icon="eye-off"))
        self.privacy.setToolTip("Blank the page at once (F9)")

    def show_page(self, title: str, note: str, tools: Sequence[QWidget]) -> None:
        """The header of one page."""
        self.title.setText(title)
        self.note.setText(note)
        self.show_tools((*tools, self.card))


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
        self.on = button(_NEXT_LINE, self._turn, icon="chevron-right", after=True)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, it is for the words to say."""
        super().resizeEvent(event)
        without_word(self.on, "" if self.width() < worn().px(_WORDS_FROM) else _NEXT_LINE)

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
