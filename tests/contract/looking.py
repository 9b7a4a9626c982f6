"""Goes through every state of a library in one look: a theme, a size of words, a size of the window."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random  # noqa: TID251  seeded with the name of each state

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.library.settings import LookWish, Settings, TextSize
from mat_desktop.rehearsal.hands import NotThere
from mat_desktop.screens.shared.dialog import Dialog
from tests.contract.eyes.ringed import ring_is_seen
from tests.contract.eyes.sight import what_is_seen_can_be_read_and_hit
from tests.contract.libraries import Stage
from tests.contract.measure import no_text_is_cut
from tests.contract.state import State, hold
from tests.contract.visitor import Visitor, until, visitor_of
from tests.contract.walker import SEED, pages_of
from tests.contract.ways import WAYS, to_the_dialog


@dataclass(frozen=True, kw_only=True)
class Look:
    """How the window is looked at; `size` in logical pixels."""

    colours: LookWish
    text: TextSize
    size: QSize

    def __str__(self) -> str:
        return f"{self.colours.value}, {int(self.text)} %, {self.size.width()}x{self.size.height()}"


@dataclass(kw_only=True)
class Onlooker:
    """`stops`: at so many places of each state it is looked whether one sees that the keyboard is there.

    Of `parts` that take turns with pages and dialogs it looks at one.
    """

    folder: Path
    stops: int
    part: int = 0
    parts: int = 1
    faults: list[str] = field(default_factory=list)
    states: int = 0

    def through(self, stage: Stage, look: Look) -> None:
        """Look at every page, tab and dialog of one library."""
        folder = self.folder / f"{stage.name}, {look}".replace(" %", "")
        folder.mkdir(parents=True)
        stage.lay(folder / "library")
        visitor = visitor_of(folder / "library", stage.day)
        visitor.window.wardrobe.change(Settings(look=look.colours, text=look.text))
        visitor.window.resize(look.size)
        until(lambda: visitor.window.size() == look.size)
        QTest.qWait(20)
        try:
            for number, (page, tab) in enumerate(pages_of(visitor)):
                if number % self.parts != self.part:
                    continue
                name = f"{page}, {tab}".removesuffix(", ")
                self._look_at(visitor, f"{stage.name}, {name}", visitor.place.main, look)
            ways = [kind for kind, way in WAYS.items() if way.stage is stage]
            for kind in ways[self.part :: self.parts]:
                self._look_into(visitor, stage, kind, look)
        finally:
            visitor.window.wardrobe.change(Settings())
            visitor.close()

    def _look_at(self, visitor: Visitor, name: str, root: QWidget, look: Look, *, leaves: bool = False) -> None:
        self.states += 1
        state = State(
            name=f"{name} ({look})",
            root=root,
            visitor=visitor,
            kept=visitor.kept,
            dice=Random(f"{SEED} {name}"),
            share=self.stops,
            leaves=leaves,
        )
        size = root.window().size() if leaves else look.size
        self.faults += hold(state, size, (no_text_is_cut, what_is_seen_can_be_read_and_hit, ring_is_seen(self.stops)))

    def _look_into(self, visitor: Visitor, stage: Stage, kind: type[Dialog], look: Look) -> None:
        reached: list[Dialog] = []

        def inside(dialog: Dialog) -> None:
            reached.append(dialog)
            self._look_at(visitor, f"{stage.name}, {kind.__name__}", dialog, look, leaves=True)

        try:
            to_the_dialog(visitor, kind, inside)
        except NotThere as nowhere:
            self.faults.append(f"{kind.__name__} ({look}): {nowhere}")
        if not reached:
            self.faults.append(f"{kind.__name__} was not reached ({look})")


def kinds_of(faults: list[str]) -> Iterator[str]:
    """Each kind of fault with how often it is there, the most frequent first."""
    counts: dict[str, int] = {}
    for fault in faults:
        kind = fault.partition(": ")[2]
        counts[kind] = counts.get(kind, 0) + 1
    yield from (f"{times}x {kind}" for kind, times in sorted(counts.items(), key=lambda one: -one[1]))
