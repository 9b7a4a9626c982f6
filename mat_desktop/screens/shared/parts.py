"""Small parts: labels, buttons, cards, rows."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mat_desktop.screens.look import icons
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.theme import FAMILY
from mat_desktop.screens.look.tokens import TYPE
from mat_desktop.screens.shared.buttons import Button, Segment
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.joined import JoinedLayout
from mat_desktop.screens.shared.long_words import Words
from mat_desktop.screens.shared.ring import lead_to
from mat_desktop.screens.shared.scrolling import Scrolled

L = TypeVar("L", bound=QBoxLayout)


def label(words: str = "", kind: str = "body", *, wrap: bool = False) -> QLabel:
    """Plain text of one kind; user text is never read as markup."""
    found = Words(words, wrap=wrap)
    found.setTextFormat(Qt.TextFormat.PlainText)
    found.setProperty("kind", kind)
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
    font = QFont(FAMILY)
    font.setPixelSize(TYPE["small"][0])
    hold(widget, least_height=QFontMetrics(font).lineSpacing() * lines + 2)


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


def flowing(*parts: QWidget, gap: int = 12, fills: bool = True) -> FlowLayout:
    """Parts beside each other that go on in a new line where there is no room; fields take what is left of theirs."""
    return FlowLayout(*parts, gap=gap, fills=fills)


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


def boxed(layout: QLayout) -> QWidget:
    """A layout as a widget."""
    widget = QWidget()
    widget.setObjectName("bare")
    widget.setLayout(layout)
    return widget


def scrolled(widget: QWidget, least: int = 0) -> QScrollArea:
    """The only part of a page that scrolls, never lower than `least`; what does not fit sideways has a bar too."""
    area = Scrolled()
    if least:
        hold(area, least_height=least)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.setObjectName(widget.objectName() or "bare")
    area.setWidget(widget)
    return area


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout; the widgets go."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            gone(widget)
        elif inner is not None:
            emptied(inner)


_GOING: list[QWidget] = []


def gone(widget: QWidget) -> None:
    """Take a widget off the screen for good.

    It is held until the stroke is over: what it was that took it away may be a key that it is hearing itself, and
    without a parent it would be destroyed in the middle of that, and the program with it.
    """
    if not _GOING:
        QTimer.singleShot(0, _GOING.clear)
    _GOING.append(widget)
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
    hold(found, height=1)
    found.setObjectName("hairline")
    return found


class Segments(QWidget):
    """Answers joined in one row, one of them chosen; the chosen one carries a tick.

    `width` is what each likes to have, as drawn at 100 %. Where the row has no room they stand in several lines.
    """

    def __init__(
        self, words: Sequence[tuple[str, str]], name: str, chosen: Callable[[str], object], width: int = 98
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._then = chosen
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._keys = [key for key, _ in words]
        self._joined = True
        self._answers = JoinedLayout()
        for place, (key, said) in enumerate(words):
            found = Segment(said, width)
            found.setProperty("end", _end(place, len(words)))
            found.setAccessibleName(f"{name}: {said}")
            found.clicked.connect(lambda _on=False, k=key: self._chosen(k))
            self._group.addButton(found, place)
            self._answers.addWidget(found)
        self.setLayout(self._answers)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In several lines each is a button of its own, in one line they are joined."""
        super().resizeEvent(event)
        count = len(self._keys)
        joined = self._answers.in_one_line(self.width())
        if joined is self._joined:
            return
        self._joined = joined
        for place, one in enumerate(self._group.buttons()):
            one.setProperty("end", _end(place, count) if joined else _end(0, 1))
            one.style().unpolish(one)
            one.style().polish(one)

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
        """Choose the answer so many places on, round and round; the ring goes along if it was on one of them."""
        joined = [one for one in self._group.buttons() if one.isEnabled()]
        at = next((n for n, one in enumerate(joined) if one.isChecked()), 0)
        if not joined:
            return
        chosen = joined[(at + by) % len(joined)]
        if any(one.hasFocus() for one in joined):
            lead_to(chosen)
        chosen.click()

    def take_keyboard(self) -> None:
        """Put the ring on the answer that is chosen, or on the first one."""
        buttons = self._group.buttons()
        chosen = next((one for one in buttons if one.isChecked()), buttons[0])
        lead_to(chosen)

    def button(self, value: str) -> Segment:
        """The button of one answer."""
        found = self._group.button(self._keys.index(value))
        assert isinstance(found, Segment)
        return found


def _end(place: int, count: int) -> str:
    if count == 1:
        return "only"
    return "first" if place == 0 else "last" if place == count - 1 else "middle"
