"""What is wrong with how a window is laid out: what leaves it sideways, what is cut, what is too small to hit."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QWidget,
)

from mat_desktop.screens.shared.buttons import TickBox
from mat_desktop.screens.shared.shortened import Shortened

TARGET = 40
_SEEN = (QAbstractButton, QLabel, QLineEdit, QComboBox, QPlainTextEdit, QAbstractSpinBox)
_TARGETS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)


def faults(root: QWidget) -> list[str]:
    """Every fault of what is visible in `root`, a sentence each."""
    return [*_sideways(root), *_cut(root), *_small(root)]


def _sideways(root: QWidget) -> Iterator[str]:
    window = root.window()
    for widget in _visible(root, *_SEEN):
        left = widget.mapTo(window, QPoint(0, 0)).x()
        if left < 0 or left + widget.width() > window.width():
            yield f"{_named(widget)} leaves the window: {left} to {left + widget.width()} of {window.width()}"
    for area in _visible(root, QScrollArea):
        assert isinstance(area, QScrollArea)
        inside = area.widget()
        if inside is not None and inside.width() > area.viewport().width():
            yield f"{_named(inside)} scrolls sideways: {inside.width()} in {area.viewport().width()}"


def _cut(root: QWidget) -> Iterator[str]:
    for widget in _visible(root, QLabel, QPushButton, QCheckBox, QComboBox):
        lacks = _lacks(widget)
        if lacks:
            yield f"{_named(widget)} is cut: {lacks}"


def _lacks(widget: QWidget) -> str:
    """What a widget needs more than it has, in words; nothing where all its words are seen, or a tool tip has them."""
    if isinstance(widget, Shortened) or (isinstance(widget, QPushButton) and widget.property("kind") == "chip"):
        return "" if widget.toolTip() or widget.width() >= widget.sizeHint().width() else "shortened, and no tool tip"
    if isinstance(widget, QLabel):
        return _label_lacks(widget)
    if isinstance(widget, QComboBox):
        return _combo_lacks(widget)
    if isinstance(widget, TickBox):
        needs = widget.minimumSizeHint().width()
        high = widget.heightForWidth(widget.width())
        return _more(widget.width(), needs, "wide") or _more(widget.height(), high, "high")
    assert isinstance(widget, QAbstractButton)
    return _more(widget.width(), _button_needs(widget), "wide") or _more(widget.height(), _least_high(widget), "high")


def _label_lacks(words: QLabel) -> str:
    if not words.text():
        return ""
    if not words.wordWrap():
        hint = words.sizeHint()
        return _more(words.width(), hint.width(), "wide") or _more(words.height(), hint.height(), "high")
    metrics = QFontMetrics(words.font())
    longest = max((metrics.horizontalAdvance(word) for word in re.split(r"[\s\-–/]", words.text())), default=0)
    high = words.heightForWidth(words.width())
    return _more(words.contentsRect().width(), longest, "wide") or _more(words.height(), high, "high")


def _combo_lacks(box: QComboBox) -> str:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    room = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    whole = box.fontMetrics().horizontalAdvance(box.currentText())
    return "" if box.toolTip() else _more(room.width(), whole, "wide")


def _button_needs(widget: QAbstractButton) -> int:
    """The width of the words and the icon with what the style puts around them."""
    if isinstance(widget, QPushButton) and type(widget).sizeHint is not QPushButton.sizeHint:
        return widget.minimumSizeHint().width()
    return widget.sizeHint().width() if widget.text() else 0


def _least_high(widget: QAbstractButton) -> int:
    option = QStyleOptionButton()
    option.initFrom(widget)
    return QFontMetrics(widget.font()).height()


def _small(root: QWidget) -> Iterator[str]:
    for widget in _visible(root, *_TARGETS):
        inner = isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox | QLineEdit)
        corner = type(widget) is QAbstractButton
        if widget.isEnabled() and not inner and not corner and (widget.height() < TARGET or widget.width() < TARGET):
            yield f"{_named(widget)} is too small to hit: {widget.width()} x {widget.height()}"


def _more(has: int, needs: int, way: str) -> str:
    """What is lacking, in words; a font counts some pixels of air above and below its letters."""
    return f"{has} {way}, needs {needs}" if has + (3 if way == "high" else 1) < needs else ""


def _visible(root: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    return [w for w in root.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible() and w.width() > 0]


def _named(widget: QWidget) -> str:
    words = widget.accessibleName() or str(getattr(widget, "text", lambda: "")())
    return f"{type(widget).__name__} “{words[:50]}”"
