"""What the eye gets of a state: which words are cut, at the size that the window has now.

What needs another size, more room for text or another theme is measured by `state.hold` at that size, with more rules
of this kind beside this one.
"""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTableWidget,
    QWidget,
)

from mat_desktop.screens.shared.answer import AnswerRadio
from mat_desktop.screens.shared.long_words import breakable
from mat_desktop.screens.shared.shortened import Shortened
from tests.contract.hand import named
from tests.contract.state import State
from tests.sure import sure

_SLACK = 2
"""Pixels by which rounding may be wrong."""
_TURNS = 12
"""What gets another width asks for another height, and each part that lies in another one hears of it a turn later."""
_BETWEEN = 4
"""What a style puts between an icon and the words beside it."""


def no_text_is_cut(state: State) -> Iterator[str]:
    """Every word stands whole within its control, and every control within the page or an area that scrolls to it."""
    for _ in range(_TURNS):
        QApplication.processEvents()
    for widget in state.root.window().findChildren(QWidget):
        if widget.isVisible() and _words(widget):
            short = _lacking(widget)
            if short.width() > _SLACK or short.height() > _SLACK:
                yield f"{_told(widget)} lacks {short.width()}x{short.height()} pixels"
            elif beyond := _out_of_reach(widget):
                yield f"{_told(widget)} stands {beyond}"
    for header in state.all(QHeaderView):
        if isinstance(header, QHeaderView) and header.orientation() == Qt.Orientation.Horizontal:
            yield from _cut_columns(header)


def _told(widget: QWidget) -> str:
    return f"“{_words(widget)[:60]}” ({named(widget)})"


def _words(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton):
        # The sign before the letter of Alt is not drawn.
        return widget.text().replace("&", "")
    if isinstance(widget, QLabel):
        return widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.placeholderText() if isinstance(widget, QLineEdit) and not widget.text() else ""


def _lacking(widget: QWidget) -> QSize:
    """By how much words are wider and higher than what is there for them; nothing where they fit."""
    if isinstance(widget, Shortened) and widget.toolTip():
        return QSize(0, 0)
    if isinstance(widget, QLabel):
        return _lacks_label(widget)
    needed = QSize(_advance(widget, _words(widget)), 0)
    if isinstance(widget, AnswerRadio):
        return widget.minimumSizeHint() - widget.size()
    if isinstance(widget, QCheckBox):
        # Its words may go on in a new line, where it is high enough for them.
        wrapped = QSize(widget.minimumSizeHint().width(), widget.heightForWidth(widget.width()))
        return (wrapped if widget.hasHeightForWidth() else widget.sizeHint()) - widget.size()
    if isinstance(widget, QPushButton):
        return _with_icon(widget, needed) - _room_of_button(widget)
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        if breakable(widget.currentText()) != widget.currentText() == widget.toolTip():
            return QSize(0, 0)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        return needed - widget.style().subControlRect(control, option, part, widget).size()
    if isinstance(widget, QLineEdit):
        margins = widget.textMargins()
        inside = widget.style().subElementRect(QStyle.SubElement.SE_LineEditContents, _frame(widget), widget)
        return needed - inside.size() + QSize(margins.left() + margins.right(), 0)
    return QSize(0, 0)


def _frame(edit: QLineEdit) -> QStyleOptionFrame:
    option = QStyleOptionFrame()
    edit.initStyleOption(option)
    return option


def _advance(widget: QWidget, words: str) -> int:
    lines = words.replace("&&", "&").splitlines() or [""]
    return max(widget.fontMetrics().horizontalAdvance(line) for line in lines)


def _lacks_label(label: QLabel) -> QSize:
    inside = label.contentsRect().size() - QSize(2 * label.margin(), 2 * label.margin())
    metrics, words = label.fontMetrics(), label.text()
    if not label.wordWrap():
        return metrics.size(0, words) - inside
    flags = int(Qt.TextFlag.TextWordWrap)
    box = metrics.boundingRect(QRect(0, 0, inside.width(), 100_000), flags, words)
    return QSize(box.width(), box.height()) - inside


def _with_icon(button: QPushButton, needed: QSize) -> QSize:
    return needed if button.icon().isNull() else needed + QSize(button.iconSize().width() + _BETWEEN, 0)


def _room_of_button(button: QPushButton) -> QSize:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    return button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button).size()


def _out_of_reach(widget: QWidget) -> str:
    """Whether a part of something lies where neither the page nor a bar that scrolls brings it into sight."""
    box, parent = widget.rect(), widget.parentWidget()
    at: QWidget = widget
    while parent is not None:
        box = box.translated(at.pos())
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and parent is area.viewport():
            return "" if _scrolls_to(area, box) else f"beyond {named(area)}, which has no bar"
        if not parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(box):
            return f"beyond {named(parent)}: {box.getRect()} of {parent.width()}x{parent.height()}"
        if parent.isWindow():
            return ""
        at, parent = parent, parent.parentWidget()
    return ""


def _scrolls_to(area: QAbstractScrollArea, box: QRect) -> bool:
    wide, high = area.viewport().width(), area.viewport().height()
    across = box.left() >= -_SLACK and box.right() <= wide + _SLACK
    down = box.top() >= -_SLACK and box.bottom() <= high + _SLACK
    bars = area.horizontalScrollBar(), area.verticalScrollBar()
    return (across or bars[0].isVisible()) and (down or bars[1].isVisible())


def _cut_columns(header: QHeaderView) -> Iterator[str]:
    table = header.parentWidget()
    for section in range(header.count()):
        if header.isSectionHidden(section):
            continue
        words = [str(header.model().headerData(section, Qt.Orientation.Horizontal) or "")]
        if isinstance(table, QTableWidget):
            items = [table.item(row, section) for row in range(table.rowCount())]
            words += [item.text() for item in items if item is not None and not item.toolTip()]
        if isinstance(table, QTableWidget) and _wraps(table):
            words = [word for line in words for word in line.split()]
        widest = max((_advance(sure(table), line) for line in words), default=0)
        if widest > header.sectionSize(section) + _SLACK:
            yield f"column {section} of {named(sure(table))} is {header.sectionSize(section)} wide for {widest}"


def _wraps(table: QTableWidget) -> bool:
    """Whether the rows of a table are as high as words in several lines need."""
    rows = table.verticalHeader()
    headings = bool(table.horizontalHeader().defaultAlignment() & Qt.TextFlag.TextWordWrap)
    if rows.count() == 0:
        return headings
    sized = rows.sectionResizeMode(0) == QHeaderView.ResizeMode.ResizeToContents
    return table.wordWrap() and sized and headings
