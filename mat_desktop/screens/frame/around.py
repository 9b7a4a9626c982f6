"""What stands above every step: the header and the guidance line."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QWidget

from mat_desktop.facilitation.shown.spoken import SpokenLine
from mat_desktop.screens.look import icons, sizes, tokens
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import button, label, without_word


def kept_out(layout: QLayout, start: int) -> None:
    """Take the parts of the last page out of a layout without destroying them."""
    while layout.count() > start:
        item = layout.takeAt(start)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.setParent(None)


class Header(QWidget):
    """Title left, progress and tools right; what has no room beside the title goes on in a line of its own."""

    def __init__(self, privacy: Callable[[], object], card: Callable[[], object]) -> None:
        super().__init__()
        self.title = label("", "title")
        self.note = label("", "small")
        self.privacy = button("Privacy screen", privacy, icon="eye-off")
        self.privacy.setToolTip("Blank the page at once (F9)")
        self.card = button("Safety card of who is here", card, "quiet", "triangle-alert")
        without_word(self.card, "")
        self.card.setToolTip("Safety card of who is on the page (F7)")
        sizes.hold(self.card, width=tokens.TARGET)
        self._tools: list[QWidget] = []
        right = QWidget()
        self._right = FlowLayout(self.note, self.card, self.privacy, gap=12, ends=True)
        right.setLayout(self._right)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(tokens.MARGIN, 4, tokens.MARGIN, 4)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(right, 1)

    def show_page(self, title: str, note: str, tools: Sequence[QWidget]) -> None:
        """The header of one page."""
        self.title.setText(title)
        self.note.setText(note)
        kept_out(self._right, 1)
        for tool in (*tools, self.card, self.privacy):
            self._right.addWidget(tool)
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
