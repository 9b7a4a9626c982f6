"""For whom and how: people to tick, blank copies, and how the paper is wanted."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.printed.head import Part
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets.orders import Recipient, SortBy
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.tokens import TARGET_LEAST
from mat_desktop.screens.shared.columns import Columns
from mat_desktop.screens.shared.fields import ChoiceField, Tick
from mat_desktop.screens.shared.parts import Segments, button, card, label, line, row, scrolled
from mat_desktop.screens.shared.print_options import remember, remembered
from mat_desktop.screens.shared.still import StillSpin

MOST_BLANKS = 60
_WHICH = (("both", "Both"), ("hand in", "Hand in"), ("keep", "Keep"))
_PARTS = {"both": (Part.HAND_IN, Part.KEEP), "hand in": (Part.HAND_IN,), "keep": (Part.KEEP,)}
_ORDERS = {SortBy.NAME: "By name", SortBy.TABLE: "By table", SortBy.PAIR: "By pair"}


class WhomAndHow(QWidget):
    """The second zone. `changed` is told after every choice."""

    def __init__(self, desk: Desk, changed: Callable[[], object]) -> None:
        super().__init__()
        self._desk, self._changed = desk, changed
        self.style_wanted: Style = remembered(desk)
        self.sort_by, self.first_names, self.separate = SortBy.NAME, False, False
        self._boxes: dict[int, Tick] = {}
        self._chosen: set[int] = set()
        self._people = Columns(least=110, gap=6, rows=0)
        self.said = label("", "muted", wrap=True)
        self.blank_copies = StillSpin()
        self.blank_copies.setRange(0, MOST_BLANKS)
        hold(self.blank_copies, letters="60000", least_height=TARGET_LEAST)
        self.blank_copies.setAccessibleName("Blank copies")
        self.blank_copies.setToolTip("Sheets that belong to nobody yet; at the first entry you say whose they are")
        self.blank_copies.valueChanged.connect(lambda _number: self._changed())
        self.paper = Segments((("A4", "A4"), ("Letter", "Letter")), "Paper", self._pick_size, 100)
        self.letters = Segments((("", "11 pt"), ("large", "Large, 16 pt")), "Letters", self._pick_letters, 100)
        self.parts: tuple[Part, ...] = _PARTS["both"]
        self.which = Segments(_WHICH, "Parts of handouts", self._pick_parts, 80)
        self.which.set("both")
        self.which.hide()
        self.both_sides = Tick("Both sides", lambda on: self._restyle(both_sides=on))
        self.first = Tick("First names only", self._pick_first)
        self.each = Tick("One file each", self._pick_each)
        orders = [(order.value, words) for order, words in _ORDERS.items()]
        self.order = ChoiceField("", orders, self._pick_order)
        self.order.box.setAccessibleName("Order")
        hold(self.order, least_width=132)
        self._build()

    def _build(self) -> None:
        frame, layout = card(gap=6)
        everybody = button("All", self.choose_all, "quiet")
        nobody = button("Nobody", lambda: self.choose(()), "quiet")
        layout.addLayout(row(label("2. For whom", "strong"), None, everybody, nobody, gap=4))
        layout.addWidget(self.said)
        holder = QWidget()
        around = QVBoxLayout(holder)
        around.setContentsMargins(0, 0, 6, 0)
        around.addLayout(self._people)
        around.addStretch(1)
        layout.addWidget(scrolled(holder), 1)
        layout.addLayout(row(label("Blank copies", "label"), self.blank_copies, None, gap=8))
        layout.addWidget(line())
        layout.addWidget(label("3. How", "strong"))
        layout.addWidget(self.paper)
        layout.addWidget(self.letters)
        layout.addWidget(self.which)
        layout.addLayout(Columns(self.both_sides, self.first, self.each, self.order, least=125, gap=8, rows=6))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        hold(self, least_width=312)
        self._show_style()

    def show_style(self) -> None:
        """Show how paper is wanted now; it may have been set elsewhere."""
        self.style_wanted = remembered(self._desk)
        self._show_style()

    def _show_style(self) -> None:
        self.paper.set(self.style_wanted.paper)
        self.letters.set("large" if self.style_wanted.large else "")
        self.both_sides.set(self.style_wanted.both_sides)

    def _restyle(self, **changes: bool | str) -> None:
        self.style_wanted = replace(self.style_wanted, **changes)  # type: ignore[arg-type]
        remember(self._desk, self.style_wanted)
        self._show_style()
        self._changed()

    def _pick_size(self, paper: str) -> None:
        self._restyle(paper=paper)

    def _pick_letters(self, key: str) -> None:
        self._restyle(large=bool(key))

    def _pick_parts(self, key: str) -> None:
        self.parts = _PARTS[key]
        self._changed()

    def show_parts(self, *, handouts: bool) -> None:
        """Offer the parts of handouts, where there are any among what prints."""
        self.which.setVisible(handouts)

    def _pick_first(self, on: bool) -> None:
        self.first_names = on
        self._changed()

    def _pick_each(self, on: bool) -> None:
        self.separate = on

    def _pick_order(self, key: str) -> None:
        self.sort_by = SortBy(key)
        self._changed()

    @property
    def people(self) -> tuple[int, ...]:
        """Who is ticked."""
        return tuple(key for key in self._boxes if key in self._chosen)

    def show_people(self, recipients: Sequence[Recipient], nobody: str) -> None:
        """Offer these people; whoever was ticked and is still there stays ticked."""
        if [r.key for r in recipients] != list(self._boxes):
            self._people.clear()
            self._boxes = {}
            for one in recipients:
                box = Tick(one.name, partial(self._tick, one.key))
                self._boxes[one.key] = box
                self._people.addWidget(box)
        self._chosen &= set(self._boxes)
        self.said.setText(nobody)
        self.said.setVisible(bool(nobody))
        self._show_ticks()

    def _show_ticks(self) -> None:
        for key, box in self._boxes.items():
            box.set(key in self._chosen)

    def _tick(self, key: int, on: bool) -> None:
        self._chosen = self._chosen | {key} if on else self._chosen - {key}
        self._changed()

    def tick_only(self, keys: Sequence[int]) -> None:
        """Tick these people without telling."""
        self._chosen = set(keys) & set(self._boxes)
        self._show_ticks()

    def choose(self, keys: Sequence[int]) -> None:
        """Tick these people and no others."""
        self.tick_only(keys)
        self._changed()

    def choose_all(self) -> None:
        """Tick everybody."""
        self.choose(list(self._boxes))
