"""Rules about two people: kept apart and why, or a couple of whom each opts in alone. Nobody else sees it."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.pairing import ties
from mat_desktop.facilitation.pairing.ties import REASONS, Apart, CoupleView, Ties
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.columns import Columns
from mat_desktop.screens.shared.fields import ChoiceField, LineField, Tick
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import button, card, emptied, label, line, row, scrolled
from mat_desktop.screens.shared.still import StillMenu


class TiesView(QWidget):
    """Two people and a reason above, what is laid down below."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._chosen = [0, 0]
        self.first = ChoiceField("First person", [], lambda key: self._choose(0, int(key)))
        self.second = ChoiceField("Second person", [], lambda key: self._choose(1, int(key)))
        self.reason = LineField("Reason, for you alone", lambda _words, _visit: "", "same household")
        frame, layout = card()
        layout.addLayout(Columns(self.first, self.second, self.reason, most=3))
        self.usual = button("Usual reasons", lambda: None, "quiet", "chevron-down", after=True)
        menu = StillMenu("", self.usual)
        for words in REASONS:
            menu.addAction(words, partial(self.reason.edit.setText, words))  # type: ignore[union-attr]
        self.usual.setMenu(menu)
        self.add = button("Keep apart", self._add, icon="unlink")
        self.couple = button("They are a couple", self._couple, icon="link-2")
        right = QWidget()
        right.setLayout(FlowLayout(self.couple, self.add, gap=12, ends=True))
        actions = row(self.usual, right)
        actions.setStretch(1, 1)
        layout.addLayout(actions)
        below, body = card(gap=0)
        self._rows = QVBoxLayout()
        holder = QWidget()
        holder.setLayout(self._rows)
        body.addWidget(scrolled(holder))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(frame)
        outer.addWidget(below, 1)

    def _choose(self, place: int, key: int) -> None:
        self._chosen[place] = key

    def refresh(self) -> None:
        """Show what is laid down, and everybody to choose from."""
        found = ties.ties(self._bench.desk, self._bench.workshop_id)
        self._offer(found)
        emptied(self._rows)
        if not found.apart and not found.couples:
            self._rows.addWidget(label("Nobody is kept apart, and there is no couple.", "muted", wrap=True))
        for apart in found.apart:
            self._apart(apart)
        for couple in found.couples:
            self._show_couple(couple)
        self._rows.addStretch(1)

    def _offer(self, found: Ties) -> None:
        keys = [key for key, _ in found.people]
        for place, field in enumerate((self.first, self.second)):
            field.box.clear()
            for key, name in found.people:
                field.box.addItem(name, str(key))
            if self._chosen[place] not in keys:
                self._chosen[place] = keys[min(place, len(keys) - 1)] if keys else 0
            field.box.setCurrentIndex(field.box.findData(str(self._chosen[place])))

    def _apart(self, apart: Apart) -> None:
        undo = button("Allow again", partial(self._bench.do, ties.allow_together, apart.id), "quiet")
        undo.setAccessibleName(f"Allow again: {apart.names}")
        found = row(label(apart.names, "strong", wrap=True), label(apart.reason, "small", wrap=True), undo)
        found.setStretch(0, 1)
        found.setStretch(1, 1)
        self._rows.addLayout(found)
        self._rows.addWidget(line())

    def _show_couple(self, couple: CoupleView) -> None:
        names = " and ".join(couple.names)
        gone = button("No couple", partial(self._bench.do, ties.no_couple, couple.id), "quiet")
        gone.setAccessibleName(f"No couple: {names}")
        head = row(label(names, "strong", wrap=True), label("a couple", "small"), gone)
        head.setStretch(0, 1)
        self._rows.addLayout(head)
        boxes = FlowLayout(label("Asked alone, opts in:", "small"), gap=12)
        for place, name in enumerate(couple.names):
            tick = Tick(name, partial(self._opt_in, couple.id, place))
            tick.setAccessibleName(f"{name} opts in, asked alone")
            tick.set(couple.opts_in[place])
            boxes.addWidget(tick)
        self._rows.addLayout(boxes)
        self._rows.addWidget(line())

    def _opt_in(self, couple: int, place: int, on: bool) -> None:
        self._bench.do(ties.opt_in, couple, place, on=on)

    def _add(self) -> None:
        first, second = self._chosen
        if self._bench.do(ties.keep_apart, first, second, self.reason.text()):
            self.reason.clear()

    def _couple(self) -> None:
        self._bench.do(ties.mark_couple, *self._chosen)
