"""What to print: every kind with a tick, and the packs with one button each."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.fields import Tick
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import button, card, label, scrolled
from mat_desktop.workshop.sheets import FACTS, Group, SheetKind


class WhatToPrint(QWidget):
    """The first zone. `changed` is told after every tick; the packs have their own calls."""

    def __init__(
        self,
        changed: Callable[[], object],
        day: Callable[[], object],
        rest: Callable[[], object],
        take_home: Callable[[], object],
    ) -> None:
        super().__init__()
        self._changed = changed
        self.kinds: tuple[SheetKind, ...] = ()
        self._ticks: dict[SheetKind, Tick] = {}
        frame, layout = card(gap=8)
        layout.addWidget(label("1. What to print", "strong"))
        packs = ("The day", day), ("Rest of it", rest), ("To take home", take_home)
        layout.addLayout(FlowLayout(*(button(words, then) for words, then in packs)))
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, 8, 0)
        body.setSpacing(0)
        headed: set[Group] = set()
        for kind in (kind for group in Group for kind in FACTS if FACTS[kind].group is group):
            facts = FACTS[kind]
            if facts.group not in headed:
                headed.add(facts.group)
                body.addWidget(label(facts.group.value, "section"))
            tick = Tick(facts.title, partial(self._tick, kind))
            tick.setToolTip(facts.note)
            note = label(facts.note, "small", wrap=True)
            note.setIndent(30)
            self._ticks[kind] = tick
            body.addWidget(tick)
            body.addWidget(note)
            body.addSpacing(6)
        holder = QWidget()
        holder.setLayout(body)
        self._area = scrolled(holder)
        layout.addWidget(self._area, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        hold(self, least_width=284)

    def _tick(self, kind: SheetKind, on: bool) -> None:
        chosen = set(self.kinds) | {kind} if on else set(self.kinds) - {kind}
        self.choose(chosen)
        self._changed()

    def choose(self, kinds: Iterable[SheetKind]) -> None:
        """Tick these kinds and no others; they print in the order of the list."""
        wanted = set(kinds)
        self.kinds = tuple(kind for kind in FACTS if kind in wanted)
        for kind, tick in self._ticks.items():
            tick.set(kind in wanted)
        if self.kinds:
            self._area.ensureWidgetVisible(self._ticks[self.kinds[0]], 0, 60)
