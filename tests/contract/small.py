"""A small window made wrong on purpose, held to a rule: it shows that the rule finds the fault."""

from random import Random  # noqa: TID251  seeded below
from types import SimpleNamespace
from typing import cast

from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from tests.contract.hand import Hand, to_the_front
from tests.contract.kept import KeptLine, KeptRow
from tests.contract.state import Rule, State
from tests.contract.visitor import Visitor


class Noted:
    """Keeps a line for each time that something was done, and takes none back."""

    def __init__(self) -> None:
        self.lines: list[KeptLine] = []

    def note(self, *_whatever: object) -> None:
        """A row was changed."""
        self.note_row({})

    def note_row(self, after: dict[str, int | None]) -> None:
        """A row was changed to this."""
        row = KeptRow(table="participants", before=None, after=after, people=frozenset())
        self.lines.append(KeptLine(sequence=len(self.lines) + 1, kind="any", undoable=False, rows=(row,)))

    def last(self) -> int:
        """How many."""
        return len(self.lines)

    def since(self, sequence: int) -> tuple[KeptLine, ...]:
        """Those after it."""
        return tuple(self.lines[sequence:])

    def tables(self) -> dict[str, str]:
        """None."""
        return {}


class Small:
    """A window with what is put into it, held to a rule."""

    def __init__(self, qtbot, top: QWidget, *parts: QWidget, covers: object = None, kept: Noted | None = None) -> None:
        self.top, self.kept = top, kept or Noted()
        layout = QVBoxLayout(top)
        for part in parts:
            if not part.accessibleName():
                part.setAccessibleName(part.text() if isinstance(part, QAbstractButton) else type(part).__name__)
            layout.addWidget(part)
        top.setAccessibleName("Small")
        qtbot.addWidget(top)
        top.show()
        to_the_front(top)
        place = SimpleNamespace(covers=covers, bench=None, desk=None)
        self.visitor = SimpleNamespace(
            hand=Hand(lambda: top), window=SimpleNamespace(workplace=None), place=place, press=lambda _name: None
        )

    def faults(self, rule: Rule, *, leaves: bool = False) -> str:
        """What the rule says against it."""
        state = State(
            name="small",
            root=self.top,
            visitor=cast(Visitor, self.visitor),
            kept=self.kept,
            dice=Random(1),
            share=100,
            leaves=leaves,
        )
        return "\n".join(rule(state))
