"""The line at the top of a page: its title, how far it is, and its tools."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QLayoutItem, QWidget

from mat_desktop.screens.look import tokens
from mat_desktop.screens.shared.flow import FlowLayout, kept_out, tall
from mat_desktop.screens.shared.parts import without_word

PRIVACY = "Privacy screen"
_BETWEEN = 6
"""Between the lines of a head that has more than one."""


class TitleLayout(FlowLayout):
    """Title left, all else right, in one line; else the title with the note above, and the tools in lines beneath.

    The first part is the title, the second the note, which takes no room where it says nothing.
    """

    def _seen(self) -> list[QLayoutItem]:
        silent = self._items[1].widget() if len(self._items) > 1 else None
        empty = isinstance(silent, QLabel) and not silent.text()
        return [item for item in super()._seen() if not empty or item.widget() is not silent]

    def _lay(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        title, *rest = self._seen()
        if self.sizeHint().width() <= rect.width():
            high = max(tall(item, item.sizeHint().width()) for item in (title, *rest))
            if move:
                self._at_both_ends(title, rest, QRect(inside.topLeft(), QSize(inside.width(), inside.height())))
            return high + margins.top() + margins.bottom()
        return self._in_lines(title, rest, inside, move=move) + margins.top() + margins.bottom()

    def _in_lines(self, title: QLayoutItem, rest: list[QLayoutItem], inside: QRect, *, move: bool) -> int:
        note = [item for item in rest[:1] if item.widget() is self._items[1].widget()]
        if note and self._width([title, *note]) > inside.width():
            note = []
        tools = rest[len(note) :]
        beside = self._beside(title, note, tools, inside.width())
        high = max(tall(item, item.sizeHint().width()) for item in (title, *note, *beside))
        if move:
            self._at_both_ends(title, [*note, *beside], QRect(inside.topLeft(), QSize(inside.width(), high)))
        top = high
        for line in self._lines_of(tools[: len(tools) - len(beside)], inside.width()):
            wide = [self._wide(item, inside.width()) for item in line]
            deep = max(tall(item, width) for item, width in zip(line, wide, strict=True))
            if move:
                self._place(line, QRect(inside.left(), 0, inside.width(), 0), inside.top() + top + _BETWEEN, deep)
            top += deep + _BETWEEN
        return top

    def _beside(
        self, title: QLayoutItem, note: list[QLayoutItem], tools: list[QLayoutItem], room: int
    ) -> list[QLayoutItem]:
        """The last tools, if beside the title they have room and save the page a line."""
        lines = len(self._lines_of(tools, room))
        for many in range(1, len(tools)):
            last = tools[-many:]
            if self._width([title, *note, *last]) > room:
                return []
            if len(self._lines_of(tools[:-many], room)) < lines:
                return last
        return []

    def _at_both_ends(self, title: QLayoutItem, rest: list[QLayoutItem], box: QRect) -> None:
        self._place([title], box, box.top(), box.height())
        if rest:
            wide = self._width(rest)
            self._place(rest, QRect(QPoint(box.right() + 1 - wide, 0), QSize(wide, 0)), box.top(), box.height())

    def _width(self, items: list[QLayoutItem]) -> int:
        return sum(item.sizeHint().width() for item in items) + self.spacing() * (len(items) - 1)


class TitleLine(QWidget):
    """Title left, progress and tools right; what has no room beside the title goes on in lines of its own.

    There the button of the privacy screen keeps its icon and loses its word, which its tool tip has.
    """

    def __init__(self, title: QLabel, note: QLabel, privacy: QAbstractButton, tools: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.title, self.note, self.privacy = title, note, privacy
        self.privacy.setProperty("tight", True)
        self._parts = TitleLayout(title, note, privacy, gap=12)
        self._parts.setContentsMargins(tokens.MARGIN, 4, tokens.MARGIN, 4)
        self.setLayout(self._parts)
        self.show_tools(tools)

    def show_tools(self, tools: Sequence[QWidget]) -> None:
        """The tools of one page, and after them the privacy screen."""
        kept_out(self._parts, 2)
        for tool in (*tools, self.privacy):
            self._parts.addWidget(tool)
            tool.show()
        self._fit()

    def event(self, event: QEvent) -> bool:
        """A tool got other words, or all words another size: they may need other room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self._parts.sizeHint().width()
        if not self.privacy.text():
            needed += self.privacy.fontMetrics().horizontalAdvance(PRIVACY)
        without_word(self.privacy, "" if needed > self.width() else PRIVACY)
