"""A random walk with keys, clicks and the wheel: every row that changes is compared with what was under the hand.

What it proves: a row changes only by an event on a control that names that kind of deed (`meant.py`), or by leaving a
field in which something was typed, in the room of the page that is seen; it is about the person whom the control names,
or else about the one whose page it is; an answer is the one of the button that was pressed, for its own question; words
that are kept are words that were typed.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random  # noqa: TID251  seeded by whoever walks

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from mat_desktop.facilitation.participants import roster
from mat_desktop.screens.private.hand_over import HandOverDialog
from mat_desktop.screens.promises.person_line import ContactLine
from mat_desktop.screens.shared.answer import AnswerRadio
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.fields import Field
from mat_desktop.screens.shared.question_row import QuestionRow
from mat_desktop.workshop.journey import Step
from tests.contract.dragged import drag_anything, spot_in
from tests.contract.hand import Hand, named, under, visible_part
from tests.contract.kept import KeptLine
from tests.contract.meant import ANYWHERE, ROOMS, control, means, told
from tests.contract.rules.answers import question_of
from tests.contract.visitor import Visitor

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
PLAIN = Qt.KeyboardModifier.NoModifier
_MOVES_ON = 0.15
"""How often another step is opened."""
_DRAGS = 0.08
"""How often the mouse drags."""
_NAMES_ONE = ("Button", "Chip", "Tick", "Segment")
"""What tells a person by its name does it to that person."""
_COMMANDS = 0.3
"""How often a key that is held is a command."""
_DOWN_MS = 120
_AIMED = 0.7
"""How often the mouse is over something that can be clicked."""
WORDS = ("Māori", "x", "7", "Ruth", "3 June 2026", "19:30")
_NAMES = "Return Enter Escape Space Tab Backtab Up Down Left Right Home End PageUp PageDown Delete Backspace"
KEYS = [
    *(getattr(Qt.Key, f"Key_{name}") for name in _NAMES.split()),
    *(getattr(Qt.Key, f"Key_{letter}") for letter in "0123456789ABEIMRWX"),
]
LETTERS = [getattr(Qt.Key, f"Key_{letter}") for letter in "ZYPNOFVCXAWQSK"]
ONCE = ("held", "clicked twice")
"""What may do a thing once only, however often it is told."""
TURNS = frozenset({"undo", "redo"})
ABOUT_ONE = frozenset({Step.SCREENING, Step.GOALS, Step.SIX_MONTHS, Step.ONE_YEAR})
"""Pages that are about one person at a time."""


@dataclass(frozen=True, kw_only=True)
class Event:
    """One event: what was done, with which control."""

    did: str
    target: QWidget | None
    name: str
    turns: bool = False
    """Whether it asks for undo or redo."""
    means: frozenset[str] = frozenset()
    """The kinds of deeds that the control names."""


def one_event(dice: Random, hand: Hand, window: QWidget) -> Event:
    """Do something at random in a window, as a hand does it."""
    draw = dice.random()
    if draw < 0.02:
        return _hold(hand, *_to_hold(dice), times=dice.randint(2, 12))
    if draw < 0.25:
        return _strike(hand, dice.choice(KEYS), dice.choice([PLAIN, PLAIN, PLAIN, SHIFT]))
    if draw < 0.32:
        return _strike(hand, dice.choice(LETTERS), dice.choice([CTRL, ALT]))
    if draw < 0.38:
        target = QApplication.focusWidget()
        event = _event("typed", target)
        hand.write(dice.choice(WORDS))
        return event
    seen = [one for one in window.findChildren(QWidget) if _can_be_hit(one, window)] or [window]
    if dice.random() < _DRAGS:
        held, means_by_drop = drag_anything(dice, hand, window, seen)
        return Event(did="dragged", target=held.widget, name=held.name, means=means_by_drop | _by_letting_go(window))
    # Hands go where something can be done, and now and then beside it.
    controls = [one for one in seen if _control(one) is one] if dice.random() < _AIMED else []
    target = dice.choice(controls or seen)
    return _at(dice, hand, window, spot_in(dice, target), draw)


def _by_letting_go(window: QWidget) -> frozenset[str]:
    """What an entry of a menu does on which the mouse is let go."""
    entries = [entry.text() for entry in window.actions()] if isinstance(window, QMenu) else []
    return frozenset(deed for entry in entries if entry for deed in means(control(window, entry)))


def _at(dice: Random, hand: Hand, window: QWidget, spot: QPoint, draw: float) -> Event:
    target = _control(under(window, spot))
    entry = window.actionAt(spot) if isinstance(window, QMenu) else None
    if draw < 0.48:
        event = _event("wheeled over", None)
        hand.wheel(window, spot, dice.choice([-3, -1, 1, 3]))
    elif draw < 0.52:
        event = _event("asked for the menu of", None)
        hand.ask_for_menu(window, spot)
    else:
        did, does = _clicks(dice, hand)
        event = _event(did, target, entry=entry.text() if entry is not None else "")
        does(window, spot)
    return event


def _clicks(dice: Random, hand: Hand) -> tuple[str, Callable[[QWidget, QPoint], None]]:
    """Mostly one click; now and then two at once, or a press during which the window becomes small."""
    draw = dice.random()
    if draw < 0.05:
        return "clicked twice", hand.click_twice_at
    if draw < 0.08:
        return "pressed while it shrank", hand.press_while_it_shrinks
    return "clicked", hand.click_at


def _event(did: str, target: QWidget | None, *, turns: bool = False, entry: str = "") -> Event:
    name = named(target) if target is not None else "nothing"
    meant = means(control(target, entry)) if did != "wheeled over" else frozenset[str]()
    return Event(did=did, target=target, name=f"{name} {entry}".rstrip(), turns=turns, means=meant)


def _to_hold(dice: Random) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    """Mostly a key alone; now and then a command, undo above all."""
    if dice.random() < _COMMANDS:
        return dice.choice(LETTERS), dice.choice([CTRL, CTRL, ALT])
    return dice.choice(KEYS), PLAIN


def _hold(hand: Hand, key: Qt.Key, held: Qt.KeyboardModifier, *, times: int) -> Event:
    event = _event(f"held {held.name} {key.name} on", QApplication.focusWidget(), turns=_turns(key, held))
    hand.hold(key, times, held)
    return event


def _turns(key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
    return held is CTRL and key in (Qt.Key.Key_Z, Qt.Key.Key_Y)


def _strike(hand: Hand, key: Qt.Key, held: Qt.KeyboardModifier) -> Event:
    turns = _turns(key, held)
    menu = QApplication.activePopupWidget()
    chosen = menu.activeAction() if isinstance(menu, QMenu) else None
    entry = chosen.text() if chosen is not None else ""
    target = menu if isinstance(menu, QMenu) else QApplication.focusWidget()
    event = _event(f"struck {held.name} {key.name} on", target, turns=turns, entry=entry)
    hand.key(key, held)
    if held is ALT:
        # A button that Alt presses is down for a moment before it does anything.
        QTest.qWait(_DOWN_MS)
    return event


def _can_be_hit(widget: QWidget, window: QWidget) -> bool:
    return widget.isVisible() and widget.window() is window and visible_part(widget) is not None


def _control(widget: QWidget) -> QWidget | None:
    """The control that a click on this reaches; None for words, frames and what lies between."""
    found: QWidget | None = widget
    kinds = (
        *(QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView),
        *(QMenu, QuestionRow),
    )
    while found is not None and not isinstance(found, kinds) and not found.isWindow():
        found = found.parentWidget()
    return found if isinstance(found, kinds) else None


@dataclass(kw_only=True)
class Walk:
    """One walk through one window. What changed without a reason is in `strays`."""

    visitor: Visitor
    dice: Random
    strays: list[str] = field(default_factory=list)
    deeds: int = 0
    steps: int = 0
    _seen: int = 0
    _typed: list[frozenset[str] | None] = field(default_factory=list)
    """What was half typed before each event that is not over: what opens has others within itself, and meanwhile the
    words before it are kept, because the keyboard left them or because a second went by."""

    def go(self, steps: int) -> None:
        """So many steps, those within dialogs counted."""
        self._begin()
        while self.steps < steps:
            if self._out_of_the_library:
                self._come_back()
            if self.dice.random() < _MOVES_ON and not self.visitor.place.covers.up:
                self.visitor.go_to(self.dice.choice(list(Step)))
                self._settle()
            if not self._out_of_the_library:
                self._step(self.visitor.window)

    def _begin(self) -> None:
        self._seen = self.visitor.kept.last()
        self.visitor.hand.inside = self._inside

    @property
    def _out_of_the_library(self) -> bool:
        """Whether the program was closed, which is one of the things that a hand can do."""
        return self.visitor.window.workplace is None

    def _come_back(self) -> None:
        """Open the program again, as somebody does who closed it by mistake."""
        self.visitor.close()
        self.visitor.open()
        self._begin()

    def _settle(self) -> None:
        """What was typed is kept when the page is left: that is no stray, and not what is looked at here."""
        self._seen = self.visitor.kept.last()

    def _inside(self, over: QWidget) -> None:
        """Some steps within what opened. Files, printers and the laptop itself are handed to nobody."""
        if isinstance(over, QFileDialog | HandOverDialog) or not isinstance(over, Dialog | QMenu):
            return
        for _ in range(self.dice.randint(1, 4)):
            if isValid(over) and over.isVisible() and not self._out_of_the_library:
                self._step(over)

    def _step(self, window: QWidget) -> None:
        self.steps += 1
        step, person, names = self._where(), self._person(), self._named_people()
        focus = QApplication.focusWidget()
        self._typed.append(means(control(focus)) if _holds_typing(focus) else None)
        event = one_event(self.dice, self.visitor.hand, window)
        typed = _together(self._typed)
        self._typed.pop()
        lines = self.visitor.kept.since(self._seen)
        self._seen = lines[-1].sequence if lines else self._seen
        self.deeds += len(lines)
        if event.did.startswith(ONCE) and typed is None:
            self.strays += [f"step {self.steps}: {event.did} {event.name} kept {kind}" for kind in _twice(lines)]
        if lines and (lost := _keyboard_lost()):
            self.strays.append(f"step {self.steps}: {event.did} {event.name} left the keyboard of {lost} nowhere")
        for line in lines:
            wrong = [*self._wrong(line, event, typed, step, person, names)]
            self.strays += [
                f"step {self.steps} on {step or 'Today'}: {event.did} {event.name} kept {line}: {w}" for w in wrong
            ]

    def _where(self) -> Step | None:
        return self.visitor.place.step

    def _person(self) -> int:
        over = QApplication.activeModalWidget()
        if isinstance(over, ContactLine):
            return over._person
        page = self.visitor.place.page_in_front
        return page.person if page is not None else 0

    def _named_people(self) -> dict[str, int]:
        bench = self.visitor.place.bench
        if bench is None:
            return {}
        return {line.name: line.id for line in roster.roster(self.visitor.place.desk, bench.workshop_id)}

    def _wrong(
        self,
        line: KeptLine,
        event: Event,
        typed: frozenset[str] | None,
        step: Step | None,
        person: int,
        names: dict[str, int],
    ) -> Iterator[str]:
        if line.kind in TURNS:
            if not event.turns and not event.name.endswith("“Undo”"):
                yield "nobody asked for it"
            return
        room = line.kind.partition(".")[0]
        if room not in ROOMS[step] | ANYWHERE and self._where() is step:
            yield "it belongs to another room"
        if event.target is None and typed is None:
            yield "nothing was under the hand that does anything"
        elif line.kind not in (meant := event.means | (typed or frozenset())):
            yield f"the control means {told(meant)}"
        yield from _of_whom(line, event, step, person, names)
        yield from _which_answer(line, event, typed is not None)


def _keyboard_lost() -> str:
    """The window in front, where after something was kept nothing in it has the keyboard."""
    window = QApplication.activeWindow()
    if window is None or QApplication.activePopupWidget() is not None:
        return ""
    QTest.qWait(1)
    focus = QApplication.focusWidget()
    return "" if focus is not None and focus.isVisible() else type(window).__name__


def _together(typed: list[frozenset[str] | None]) -> frozenset[str] | None:
    """What any of these may keep; None where nothing was half typed anywhere."""
    begun = [one for one in typed if one is not None]
    return frozenset().union(*begun) if begun else None


def _twice(lines: tuple[KeptLine, ...]) -> Iterator[str]:
    """What was done more than once by one stroke or one double click."""
    for kind, times in Counter(line.kind for line in lines).items():
        if times > 1:
            yield f"{kind} {times} times"


def _holds_typing(focus: QWidget | None) -> bool:
    """Whether something was typed there that is kept when it is left, or after a pause."""
    if isinstance(focus, QuestionRow):
        return bool(focus.waiting)
    field = focus.parentWidget() if isinstance(focus, QLineEdit | QPlainTextEdit) else None
    return isinstance(field, Field) and field.dirty


def _of_whom(line: KeptLine, event: Event, step: Step | None, person: int, names: dict[str, int]) -> Iterator[str]:
    """Whom the control names, or whose page it is."""
    meant = {key for name, key in names.items() if name in event.name}
    if meant and event.name.startswith(_NAMES_ONE):
        if line.people and not meant & line.people:
            yield f"it is about {set(line.people)}, and the control names {meant}"
    elif step in ABOUT_ONE and person and line.people and person not in line.people:
        yield f"it is about {set(line.people)}, and the page is about {person}"


def _which_answer(line: KeptLine, event: Event, typed: bool) -> Iterator[str]:
    """The answer that was clicked, for its own question; a question beside its answers is only given the ring."""
    answer = event.target
    if event.did != "clicked" or answer is None or not isValid(answer):
        return
    values = [after["value"] for r in line.rows if (after := r.after) is not None and "value" in after]
    if isinstance(answer, QuestionRow) and values and not typed:
        yield f"{values} was kept, and no answer was under the hand"
    row = question_of(answer)
    if isinstance(answer, AnswerRadio) and row is not None and values:
        wanted = next(value for value, _, _ in row.question.options if row.answers.button(value) is answer)
        if values != [wanted]:
            yield f"{values} was kept, and {wanted} was clicked"
