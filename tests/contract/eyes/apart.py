"""Whether what is seen stands apart: nothing lies over anything else, and a finger hits what it means."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from mat_desktop.screens.look.tokens import TARGET, TARGET_LEAST
from mat_desktop.screens.shared.answer import AnswerRadio
from mat_desktop.screens.shared.band import Strip
from tests.contract.eyes.seen import Sight, is_part_of_another
from tests.contract.hand import named

_TARGETS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit)
_SLACK = 2
"""Pixels by which two boxes may meet: a font counts some air above and below its letters."""


def nothing_lies_over_anything_else(sight: Sight) -> Iterator[str]:
    """Words and controls of one window stand beside each other; what belongs over all others is left out."""
    found = [(w, box) for w, box in sight.all(*_TARGETS, QLabel) if _counts(w)]
    for (one, its), (other, others) in combinations(found, 2):
        both = its & others
        if min(both.width(), both.height()) > _SLACK and not _within(one, other):
            yield f"{_called(one)} and {_called(other)} share {both.width()}x{both.height()} pixels"


def targets_are_large_enough_to_hit(sight: Sight) -> Iterator[str]:
    """What is clicked is 40 pixels in each way, an answer 44."""
    for widget, box in sight.all(*_TARGETS):
        least = TARGET if isinstance(widget, AnswerRadio) else TARGET_LEAST
        small = min(widget.width(), widget.height()) < least
        if small and widget.isEnabled() and not is_part_of_another(widget) and not _is_corner(widget):
            yield f"{_called(widget)} is {widget.width()}x{widget.height()}, in sight {box.width()}x{box.height()}"


def nothing_leaves_the_window_sideways(sight: Sight) -> Iterator[str]:
    """Pages scroll up and down; what is wider than the window is never looked for."""
    for widget, _ in sight.all(QScrollArea):
        inside = widget.widget() if isinstance(widget, QScrollArea) else None
        if isinstance(widget, QScrollArea) and inside is not None and inside.width() > widget.viewport().width():
            yield f"{named(inside)} is {inside.width()} wide in {named(widget)} of {widget.viewport().width()}"


def _counts(widget: QWidget) -> bool:
    through = widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    empty = isinstance(widget, QLabel) and not widget.text() and widget.pixmap().isNull()
    return not (through or empty or is_part_of_another(widget) or _is_corner(widget) or _over_all(widget))


def _over_all(widget: QWidget) -> bool:
    """A message lies over the guidance, where it has its place; it is read, and goes."""
    found: QWidget | None = widget
    while found is not None and not isinstance(found, Strip):
        found = found.parentWidget()
    return found is not None


def _is_corner(widget: QWidget) -> bool:
    """The corner of a table, which Qt makes itself."""
    return type(widget) is QAbstractButton


def _within(one: QWidget, other: QWidget) -> bool:
    return one.isAncestorOf(other) or other.isAncestorOf(one)


def _called(widget: QWidget) -> str:
    words = widget.text()[:40] if isinstance(widget, QLabel) else ""
    return f"“{words}” (label)" if words else named(widget)
