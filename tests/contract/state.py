"""One state of the window, and what is known of it while it is held to the rules."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from random import Random  # noqa: TID251  seeded by whoever makes a state

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from mat_desktop.facilitation import history
from mat_desktop.screens.look.belonging import seen_in
from mat_desktop.screens.shared.entering import FILLED
from tests.contract.hand import Hand, named
from tests.contract.kept import Keeps, KeptLine
from tests.contract.visitor import Visitor


@dataclass(kw_only=True)
class State:
    """A page with one of its tabs, a dialog, a cover, or a page of a participant."""

    name: str
    root: QWidget
    """What the state consists of: around a page lie the rail and the frame, which belong to every page."""
    visitor: Visitor
    kept: Keeps
    dice: Random
    share: int
    """So many answers, digits and places are tried; which, the dice say."""
    again: Callable[[], object] = lambda: None
    """Shows the state as it was, after something was taken back behind its back."""
    leaves: bool = False
    """Whether Esc ends this state: it is a dialog."""
    for_good: list[KeptLine] = field(default_factory=list)
    """What no undo takes back, such as a safety card that an answer opened; nor what came before it."""

    @property
    def hand(self) -> Hand:
        """The hand of whoever sits before it."""
        return self.visitor.hand

    def all(self, kind: type[QWidget]) -> list[QWidget]:
        """Everything of a kind that is in sight here."""
        return seen_in(self.root, kind)

    @property
    def filled(self) -> QAbstractButton | None:
        """The one filled button in sight; None where there is none, or more than one."""
        found = [b for b in self.all(QAbstractButton) if b.property("kind") == FILLED]
        return found[0] if len(found) == 1 and isinstance(found[0], QAbstractButton) else None

    def some(self, of: Iterable[QWidget]) -> list[QWidget]:
        """A share of these, in the order in which they came."""
        found = list(of)
        chosen = sorted(self.dice.sample(range(len(found)), min(self.share, len(found))))
        return [found[place] for place in chosen]

    def take_back(self, since: int) -> tuple[KeptLine, ...]:
        """Undo what was kept since a line of the journal, and show the state as it was. What was kept."""
        lines = self.kept.since(since)
        workplace = self.visitor.window.workplace
        while workplace is not None:
            last = workplace.desk.archive.last_done()
            if last is None or last.sequences[-1] <= since:
                break
            history.undo(workplace.desk)
        if lines:
            self.again()
        self.for_good += [line for line in self.kept.since(since) if not line.undoable]
        return lines


Rule = Callable[[State], Iterator[str]]
"""Holds a state to something, and says in a sentence what it found against it."""


def hold(state: State, size: QSize, rules: Iterable[Rule]) -> list[str]:
    """Hold a state to these rules at this size of its window. What was found against it, a sentence each."""
    window = state.root.window()
    if window.size() != size and not state.leaves:
        window.resize(size)
        QApplication.processEvents()
    at = f"{state.name} at {window.width()}x{window.height()}"
    return [f"{at}: {_sentence(rule)}, but {fault}" for rule in rules for fault in rule(state)]


def _sentence(rule: Rule) -> str:
    return str(getattr(rule, "__name__", rule)).replace("_", " ")


def spoken(widget: QWidget) -> str:
    """What a screen reader calls something."""
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found is not None else ""


def astray(state: State) -> str:
    """What is wrong with where the focus is after a deed; nothing where it is on a visible, named part of the state."""
    focus = QApplication.focusWidget()
    if focus is None:
        return "the focus is nowhere"
    if not focus.isVisible():
        return f"the focus is on {named(focus)}, which nobody sees"
    if focus is not state.root and not state.root.isAncestorOf(focus):
        return f"the focus flew away to {named(focus)}"
    return "" if spoken(focus) else f"the focus is on {named(focus)}, which has no name"
