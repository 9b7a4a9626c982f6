"""How far words, examples, borders and ticks stand out from what is behind them, from pixels."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from tests.contract.eyes.picture import Colour, Picture, most_contrast, told, words_on
from tests.contract.eyes.seen import Sight, in_window, is_part_of_another
from tests.contract.hand import named

BODY, WORDS, MARKS = 7.0, 4.5, 3.0
"""The least contrast of what is read at length, of all other words, and of borders and states (HANDS 14)."""
_LEAST = 6
"""A strip of something that is narrower than this, or lower than a letter, shows none whole: nothing is said of it."""
_EDGE = 4
"""So many pixels inside its box a control has its border."""
_BORDERED = (QLineEdit, QComboBox, QPlainTextEdit, QPushButton, QCheckBox, QRadioButton)
_PLAIN = ("quiet", "danger", "lock")
"""Kinds of buttons that are words or an icon without a border."""


def words_stand_out_from_their_ground(sight: Sight) -> Iterator[str]:
    """Text of the body 7:1, all other words and the examples in empty fields 4.5:1."""
    picture = sight.picture
    for widget, _ in sight.all(QLabel, QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit):
        box = in_window(widget, _box_of_words(widget))
        if box.width() < _LEAST or box.height() < widget.fontMetrics().ascent() or not _shows_words(widget):
            continue
        drawn = words_on(picture.part(box))
        least = BODY if _is_body(widget) else WORDS
        if drawn is None:
            if box.size() == _box_of_words(widget).size():
                yield f"the words of {_called(widget)} have the colour of their ground"
        elif drawn[2] < least and widget.isEnabled():
            yield f"{_called(widget)} is {told(drawn[0])} on {told(drawn[1])}: {drawn[2]:.1f} of {least}"


def lines_of_lists_stand_out(sight: Sight) -> Iterator[str]:
    """What a list paints itself, line by line."""
    picture = sight.picture
    for view, _ in sight.all(QAbstractItemView):
        if not isinstance(view, QAbstractItemView) or view.model() is None:
            continue
        for row in range(view.model().rowCount()):
            at = view.model().index(row, 0)
            if not at.data(Qt.ItemDataRole.DisplayRole):
                continue
            box = in_window(view.viewport(), view.visualRect(at))
            drawn = words_on(picture.part(box)) if box.size() == view.visualRect(at).size() else None
            if drawn is not None and drawn[2] < WORDS:
                yield f"line {row} of {named(view)} is {told(drawn[0])} on {told(drawn[1])}: {drawn[2]:.1f}"


def borders_stand_out(sight: Sight) -> Iterator[str]:
    """The border of a field, a button and a tick, or its fill, stands out 3:1 from what is around it."""
    picture = sight.picture
    for widget, seen in sight.all(*_BORDERED):
        if not widget.isEnabled() or is_part_of_another(widget) or widget.property("kind") in _PLAIN:
            continue
        box = in_window(widget, _bordered(widget))
        if box.size() != _bordered(widget).size() or not _stands_on_its_own(widget, seen):
            continue
        strongest = max(_edge(picture, box, QPoint(1, 0)), _edge(picture, box, QPoint(0, 1)))
        if strongest < MARKS:
            yield f"the border of {_called(widget)} stands out {strongest:.1f} of {MARKS}"


def _edge(picture: Picture, box: QRect, inwards: QPoint) -> float:
    """How far the border at the left (inwards 1, 0) or at the top stands out from what is beside it."""
    middle = QPoint(box.left(), box.center().y()) if inwards.x() else QPoint(box.center().x(), box.top())
    outside = picture.at(middle - inwards)
    line: list[Colour] = [c for n in range(_EDGE) if (c := picture.at(middle + inwards * n)) is not None]
    return most_contrast(line, outside) if outside is not None else 21.0


def _bordered(widget: QWidget) -> QRect:
    """The box of what has a border; of a tick, the square without the words."""
    if not isinstance(widget, QCheckBox):
        return widget.rect()
    option = QStyleOptionButton()
    widget.initStyleOption(option)
    return widget.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, widget)


def _stands_on_its_own(widget: QWidget, seen: QRect) -> bool:
    """A button within the guidance or on the rail is words without a border, as drawn."""
    found: QWidget | None = widget
    while found is not None:
        if found.objectName() in ("guidance", "rail"):
            return False
        found = found.parentWidget()
    return not seen.isEmpty()


def _shows_words(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return bool(widget.text() or widget.placeholderText())
    if isinstance(widget, QPlainTextEdit):
        return bool(widget.toPlainText() or widget.placeholderText())
    if isinstance(widget, QComboBox):
        return bool(widget.currentText())
    return bool(widget.text().strip()) if isinstance(widget, QLabel | QAbstractButton) else False


def _box_of_words(widget: QWidget) -> QRect:
    """Where the words are, without border, icon and tick."""
    inside = widget.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    if isinstance(widget, QLabel):
        return widget.contentsRect()
    if isinstance(widget, QCheckBox):
        return inside.adjusted(_bordered(widget).right() + _EDGE, 0, 0, 0)
    if isinstance(widget, QAbstractButton) and not widget.icon().isNull():
        wide = widget.iconSize().width() + 3 * _EDGE
        after = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return inside.adjusted(0 if after else wide, 0, -wide if after else 0, 0)
    if isinstance(widget, QComboBox):
        return inside.adjusted(0, 0, -widget.height(), 0)
    return inside


def _is_body(widget: QWidget) -> bool:
    """What is read at length: plain words, and what somebody typed."""
    if isinstance(widget, QLabel):
        return not widget.property("kind") and not _has_a_ground_of_its_own(widget)
    return isinstance(widget, QPlainTextEdit) and bool(widget.toPlainText())


def _has_a_ground_of_its_own(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return bool(widget.styleSheet()) or (parent is not None and parent.objectName() not in ("", "card", "bare"))


def _called(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel) else ""
    return f"“{words[:50]}” ({named(widget)})"
