"""Answers that belong together in one line; where there is no room for it, in more lines."""

from math import ceil

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from mat_desktop.screens.shared.flow import FlowLayout


class JoinedLayout(FlowLayout):
    """The answers to one question: all in a line, else in as few lines as there is room for.

    `fills` gives them the width that is left as well. With `most_lines` the lines have equal columns, and where there
    would be more lines, as where a scale would no longer be read as one, it rather asks for more width. Without (0)
    each line holds what it can, and each may have a line of its own.
    """

    def __init__(self, *parts: QWidget, gap: int = 0, fills: bool = False, most_lines: int = 0) -> None:
        super().__init__(*parts, gap=gap)
        self._shares, self._most = fills, most_lines

    def in_one_line(self, width: int) -> bool:
        """Whether all of them stand in one line at this width."""
        return _least_line(self._seen(), self.spacing()) <= width

    def minimumSize(self) -> QSize:
        """As many in a line as `most_lines` ask for, and the height of one line."""
        each = ceil(len(self._seen()) / self._most) if self._most else 1
        least = super().minimumSize()
        return QSize(max(0, each * (least.width() + self.spacing()) - self.spacing()), least.height())

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """Lay the lines out in `rect`; returns the height they take."""
        top = rect.top()
        if move:
            top += max(0, rect.height() - self.heightForWidth(rect.width())) // 2
        alone = self.in_one_line(rect.width())
        gap = self.spacing() if alone else max(self.spacing(), _BETWEEN)
        lines = [self._seen()] if alone else self._in_lines(rect.width(), gap)
        for line in lines:
            height = max((_tall(item) for item in line), default=0)
            if move:
                widths = self._widths_of(line, len(lines[0]), rect.width(), gap)
                _set(line, widths, QRect(rect.left(), top, rect.width(), height), gap)
            top += height + _BETWEEN
        return max(0, top - _BETWEEN - rect.top())

    def _in_lines(self, room: int, gap: int) -> list[list[QLayoutItem]]:
        """Words in each line as long as there is room; a scale in lines of as many values each."""
        seen = self._seen()
        if self._most:
            each = self._columns(seen, room, gap)
            return [seen[first : first + each] for first in range(0, len(seen), each)]
        lines: list[list[QLayoutItem]] = []
        for item in seen:
            if not lines or _least_line([*lines[-1], item], gap) > room:
                lines.append([])
            lines[-1].append(item)
        return lines

    def _columns(self, seen: list[QLayoutItem], room: int, gap: int) -> int:
        """How many of equal width stand in each of as few lines as there is room for, at most in `most_lines`."""
        widest = max((item.minimumSize().width() for item in seen), default=0)
        each = [max(1, ceil(len(seen) / lines)) for lines in range(2, max(2, self._most) + 1)]
        return next((columns for columns in each if columns * (widest + gap) - gap <= room), each[-1])

    def _widths_of(self, line: list[QLayoutItem], columns: int, room: int, gap: int) -> list[int]:
        """What each would like to have, or what there is; the values of a scale in lines are all as wide."""
        if self._most and len(line) <= columns < len(self._seen()):
            return [(room - gap * (columns - 1)) // columns] * len(line)
        liked = [max(item.sizeHint().width(), item.minimumSize().width()) for item in line]
        left = room - sum(liked) - gap * (len(line) - 1)
        if left < 0:
            liked = [item.minimumSize().width() for item in line]
            left = max(0, room - _least_line(line, gap))
        elif not self._shares:
            left = 0
        more, rest = divmod(left, max(1, len(line)))
        return [width + more + (place < rest) for place, width in enumerate(liked)]


_BETWEEN = 4
"""Between lines, and between what stands in more than one line."""


def _least_line(line: list[QLayoutItem], gap: int) -> int:
    return sum(item.minimumSize().width() + gap for item in line) - gap


def _set(line: list[QLayoutItem], widths: list[int], rect: QRect, gap: int) -> None:
    x = rect.left()
    for item, width in zip(line, widths, strict=True):
        item.setGeometry(QRect(x, rect.top(), width, rect.height()))
        x += width + gap


def _tall(item: QLayoutItem) -> int:
    return max(item.sizeHint().height(), item.minimumSize().height())
