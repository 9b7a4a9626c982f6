"""Who is not to be paired, and why. Nobody else sees it."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mat_desktop.facilitation import pairing
from mat_desktop.facilitation.pairing import Board
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import ChoiceField, LineField
from mat_desktop.screens.shared.parts import button, card, emptied, label, line, row, scrolled


class KeepApartView(QWidget):
    """Two people and a reason above, the pairs kept apart below."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._chosen = [0, 0]
        self.first = ChoiceField("First person", [], lambda key: self._choose(0, int(key)))
        self.second = ChoiceField("Second person", [], lambda key: self._choose(1, int(key)))
        self.reason = LineField("Reason, for you alone", lambda _words, _visit: "", "same household")
        frame, layout = card()
        fields = QHBoxLayout()
        fields.setSpacing(12)
        for field in (self.first, self.second, self.reason):
            fields.addWidget(field, 1)
        layout.addLayout(fields)
        self.add = button("Keep apart", self._add, icon="unlink")
        layout.addLayout(row(None, self.add))
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

    def show_apart(self, board: Board) -> None:
        """Show the pairs kept apart, and everybody to choose from."""
        people = [person for found in board.cards for person in found.members] + list(board.not_placed)
        people.sort(key=lambda person: person[1].casefold())
        for place, field in enumerate((self.first, self.second)):
            field.box.clear()
            for key, name in people:
                field.box.addItem(name, str(key))
            if self._chosen[place] not in [key for key, _ in people]:
                self._chosen[place] = people[min(place, len(people) - 1)][0] if people else 0
            field.box.setCurrentIndex(field.box.findData(str(self._chosen[place])))
        emptied(self._rows)
        if not board.apart:
            self._rows.addWidget(label("Nobody is kept apart.", "muted"))
        for number, (key, names, reason) in enumerate(board.apart):
            if number:
                self._rows.addWidget(line())
            undo = button("Allow again", partial(self._bench.do, pairing.allow_together, key), "quiet")
            undo.setAccessibleName(f"Allow again: {names}")
            found = row(label(names, "strong"), label(reason, "small", wrap=True), undo)
            found.setStretch(1, 1)
            self._rows.addLayout(found)
        self._rows.addStretch(1)

    def _add(self) -> None:
        first, second = self._chosen
        if self._bench.do(pairing.keep_apart, first, second, self.reason.text()):
            self.reason.clear()
