"""Dragging at random: mostly people of the board, now and then anything else, which does nothing.

What a drop may do is what the board says before it. A window that becomes tiny while somebody hangs on the pointer
changes nothing of that, and under a cover that comes meanwhile nothing is dropped.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random  # noqa: TID251  seeded by whoever walks

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shiboken6 import isValid

from mat_desktop.screens.pairing.chip import Chip, Landing
from mat_desktop.screens.pairing.effect import EffectPanel
from tests.contract.hand import Hand, named, under, visible_part
from tests.contract.meant import control, dropping, means

_ONTO_SOMETHING, _SELDOM = 0.7, 0.15


@dataclass(frozen=True, kw_only=True)
class Held:
    """What the hand took: a person of the board, or something that cannot be dragged, and its name by then."""

    widget: QWidget | None
    name: str


def drag_anything(dice: Random, hand: Hand, window: QWidget, seen: Sequence[QWidget]) -> tuple[Held, frozenset[str]]:
    """Press somewhere and let go elsewhere. What was taken, and the kinds of deeds that the drop may do."""
    people = [one for one in seen if isinstance(one, Chip)]
    places = [one for one in seen if isinstance(one, Landing)]
    held = dice.choice(people or seen)
    onto = dice.choice(places if places and dice.random() < _ONTO_SOMETHING else seen)
    name, start, end = named(held), spot_in(dice, held), spot_in(dice, onto)
    pressed = under(window, start)
    # What is pressed and let go within one control is a click on it, however far the hand slid.
    slid = under(window, end) is pressed and not people
    by_click = means(control(pressed)) if slid else frozenset[str]()
    shrinks, covers, size = dice.random() < _SELDOM, dice.random() < _SELDOM, window.size()
    shown = list[str]()

    def meanwhile() -> None:
        if shrinks:
            window.resize(window.minimumSize())
            QApplication.processEvents()
        shown.append("" if covers else said_of_the_drop(window))

    hand.drag(window, start, end, meanwhile, Qt.Key.Key_F9 if covers else None)
    if covers and shown:
        hand.key(Qt.Key.Key_F9)
    if isValid(window) and shrinks:
        window.resize(size)
    return Held(widget=held if people or slid else None, name=name), dropping(" ".join(shown)) | by_click


def said_of_the_drop(window: QWidget) -> str:
    """What the board says that a drop would do; nothing where it says nothing."""
    panels = [one for one in window.findChildren(EffectPanel) if one.isVisible()]
    return " ".join(one.text() for panel in panels for one in panel.findChildren(QLabel))


def spot_in(dice: Random, widget: QWidget) -> QPoint:
    """Some point of what is seen of something, in its window."""
    part = visible_part(widget) or (QPoint(1, 1), QPoint(2, 2))
    return QPoint(dice.randint(part[0].x(), part[1].x()), dice.randint(part[0].y(), part[1].y()))
