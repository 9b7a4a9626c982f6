"""Small parts: labels, buttons, cards, rows."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mat_desktop.screens.look import icons
from mat_desktop.screens.shared.buttons import Button, Segment

L = TypeVar("L", bound=QBoxLayout)
LINE_PX = 14
"""The size of what is said by the way: notes, what waits, what is wrong."""


def label(words: str = "", kind: str = "body", *, wrap: bool = False) -> QLabel:
    """Plain text of one kind; user text is never read as markup."""
    found = QLabel(words)
    found.setTextFormat(Qt.TextFormat.PlainText)
    found.setProperty("kind", kind)
    found.setWordWrap(wrap)
    return found


def fault_lines(lines: int = 2) -> QLabel:
    """Where a dialog says what is wrong; so many lines are kept free for it."""
    found = label("", "error", wrap=True)
    found.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    keep_line(found, lines)
    return found


def keep_line(widget: QLabel, lines: int = 1) -> None:
    """Keep room free for words that come only now and then: nothing moves when they come or go."""
    keep_place(widget)
    font = QFont(widget.font())
    font.setPixelSize(LINE_PX)
    widget.setMinimumHeight(QFontMetrics(font).lineSpacing() * lines + 2)


def keep_place(widget: QWidget) -> None:
    """Keep the place of something that is seen only now and then: nothing moves when it comes or goes."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)


def button(words: str, then: Callable[[], object], kind: str = "", icon: str = "", *, after: bool = False) -> Button:
    """A button with its word, and an icon before or after it; `&` stands before the letter that Alt presses it by."""
    found = Button(words)
    found.setAccessibleName(words.replace("&", ""))
    if kind:
        found.setProperty("kind", kind)
    if icon:
        token = {"primary": "on_primary", "quiet": "primary", "danger": "danger", "destroy": "danger"}.get(kind, "ink")
        if words:
            icons.beside(found, icon, token, after=after)
        else:
            icons.alone(found, icon, token)
    if after:
        found.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    found.clicked.connect(lambda _checked=False: then())
    return found


def rename(button: QPushButton, words: str) -> None:
    """Give a button another word, for the eye and for a screen reader."""
    button.setText(words)
    button.setAccessibleName(words.replace("&", ""))


def mark(widget: QWidget, name: str, value: object) -> None:
    """Let the style sheet draw a widget otherwise, by a property of this name."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def without_word(button: QAbstractButton, words: str) -> None:
    """Show a button with this word, or without any; its name stays for a screen reader and for a tool tip."""
    name = button.accessibleName()
    button.setText(words)
    button.setAccessibleName(name)
    if not button.toolTip():
        button.setToolTip(name)


def card(name: str = "card", *, margins: int = 16, gap: int = 12) -> tuple[QFrame, QVBoxLayout]:
    """A white card and its layout."""
    frame = QFrame()
    frame.setObjectName(name)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(margins, margins, margins, margins)
    layout.setSpacing(gap)
    return frame, layout


def row(*parts: QWidget | int | None, gap: int = 12) -> QHBoxLayout:
    """Parts beside each other; None is the space that gives, a number a fixed gap."""
    return _filled(QHBoxLayout(), parts, gap)


def column(*parts: QWidget | int | None, gap: int = 8) -> QVBoxLayout:
    """Parts under each other."""
    return _filled(QVBoxLayout(), parts, gap)


def _filled(layout: L, parts: Sequence[QWidget | int | None], gap: int) -> L:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        else:
            layout.addWidget(part)
    return layout


def boxed(layout: QBoxLayout) -> QWidget:
    """A layout as a widget."""
    widget = QWidget()
    widget.setObjectName("bare")
    widget.setLayout(layout)
    return widget


def scrolled(widget: QWidget) -> QScrollArea:
    """The only part of a page that scrolls. What does not fit sideways has a bar too: nothing is out of reach."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.setObjectName(widget.objectName() or "bare")
    area.setWidget(widget)
    return area


def emptied(layout: QBoxLayout) -> None:
    """Take everything out of a layout; the widgets go."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            gone(widget)
        elif isinstance(inner, QBoxLayout):
            emptied(inner)


def gone(widget: QWidget) -> None:
    """Take a widget off the screen for good."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def emptied_grid(grid: QGridLayout) -> None:
    """Take everything out of a grid; the widgets go."""
    while grid.count():
        item = grid.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            gone(widget)


def line() -> QFrame:
    """A hairline."""
    found = QFrame()
    found.setFixedHeight(1)
    found.setObjectName("hairline")
    return found


class Segments(QWidget):
    """Answers joined in one row, one of them chosen; the chosen one carries a tick."""

    def __init__(
        self, words: Sequence[tuple[str, str]], name: str, chosen: Callable[[str], object], width: int = 98
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._then = chosen
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._keys = [key for key, _ in words]
        layout = row(gap=0)
        for place, (key, said) in enumerate(words):
            found = Segment(said)
            found.setProperty("end", _end(place, len(words)))
            found.setAccessibleName(f"{name}: {said}")
            found.clicked.connect(lambda _on=False, k=key: self._chosen(k))
            self._group.addButton(found, place)
            layout.addWidget(found)
        self.setLayout(layout)

    def _chosen(self, key: str) -> None:
        self.set(key)
        self._then(key)

    def set(self, value: str) -> None:
        """Show one as chosen, or none."""
        self._group.setExclusive(False)
        for place, found in enumerate(self._keys):
            one = self._group.button(place)
            one.setChecked(found == value)
            icons.alone(one, "check" if found == value else "", "on_primary", 18)
        self._group.setExclusive(True)

    def turn(self, by: int) -> None:
        """Choose the answer so many places on, round and round."""
        joined = [one for one in self._group.buttons() if one.isEnabled()]
        at = next((n for n, one in enumerate(joined) if one.isChecked()), 0)
        if joined:
            joined[(at + by) % len(joined)].click()

    def button(self, value: str) -> Segment:
        """The button of one answer."""
        found = self._group.button(self._keys.index(value))
        assert isinstance(found, Segment)
        return found


def _end(place: int, count: int) -> str:
    if count == 1:
        return "only"
    return "first" if place == 0 else "last" if place == count - 1 else "middle"
