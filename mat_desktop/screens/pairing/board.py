"""The board: a card a partnership, a chip a person, everything by menu and by keyboard."""

from functools import partial

from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from mat_desktop.facilitation import pairing, safety
from mat_desktop.facilitation.pairing import Board, Card
from mat_desktop.screens.look import icons
from mat_desktop.screens.pairing.ending import EndDialog
from mat_desktop.screens.shared.badges import BADGES, draw_partner
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.parts import button, card, emptied, emptied_grid, label, row, scrolled
from mat_desktop.workshop.pairing.nouns import PartnershipState

_COLUMNS = 3


def shape_icon(position: int) -> QIcon:
    """The shape of partner A, B or C."""
    picture = QPixmap(16, 16)
    picture.fill("transparent")
    painter = QPainter(picture)
    draw_partner(painter, position, 8, 8)
    painter.end()
    return QIcon(picture)


class BoardView(QWidget):
    """Cards in a grid that scrolls; below it the effect of a swap before it is done."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._board: Board | None = None
        self._reasons = False
        self._first = 0
        self._grid = QGridLayout()
        self._grid.setSpacing(14)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(2, 2, 14, 2)
        inner.addLayout(self._grid)
        inner.addStretch(1)
        self._effect, self._effect_lines = card("soft", margins=12, gap=6)
        self._effect.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(holder), 1)
        layout.addWidget(self._effect)

    def show_board(self, board: Board) -> None:
        """Show every partnership and whoever is not placed."""
        self._board = board
        self._effect.hide()
        self._draw()

    def show_reasons(self, on: bool) -> None:
        """Reveal fit and reasons while the button is held."""
        self._reasons = on
        self._draw()

    def _draw(self) -> None:
        emptied_grid(self._grid)
        assert self._board is not None
        tiles: list[QWidget] = [self._card(n, c) for n, c in enumerate(self._board.cards, 1)]
        if self._board.not_placed:
            tiles.append(self._not_placed())
        if not tiles:
            tiles = [self._empty()]
        for place, tile in enumerate(tiles):
            self._grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
        for place in range(_COLUMNS):
            self._grid.setColumnStretch(place, 1)

    def _empty(self) -> QWidget:
        frame, layout = card()
        layout.addWidget(label("Nobody can be paired yet. People are included in step 3.", "muted", wrap=True))
        return frame

    def _card(self, number: int, found: Card) -> QFrame:
        frame, layout = card(gap=8)
        frame.setMinimumHeight(150)
        name = "Group of three" if len(found.members) == 3 else f"Pair {number}"
        head = row(label(name, "label"), None)
        if self._reasons:
            head.addWidget(label(f"Fit {found.fit}", "label"))
        head.addWidget(self._state(found))
        layout.addLayout(head)
        for position, (key, person) in enumerate(found.members):
            layout.addWidget(self._chip(found, position, key, person))
        if self._reasons:
            self._say(layout, found)
        layout.addStretch(1)
        return frame

    def _state(self, found: Card) -> QWidget:
        if found.state is PartnershipState.PROPOSED:
            return label("Proposed", "small")
        end = button(BADGES[found.state][2], lambda: None, "quiet", "chevron-down", after=True)
        menu = QMenu(end)
        if found.state is PartnershipState.TRIAL:
            menu.addAction("They go on after the trial", lambda: self._bench.do(pairing.trial_passed, found.id))
        if found.state is PartnershipState.PAUSED:
            menu.addAction("Let it go on", lambda: self._bench.do(safety.go_on, found.id))
        menu.addAction("End this partnership …", lambda: self._end(found))
        end.setMenu(menu)
        return end

    def _end(self, found: Card) -> None:
        names = " and ".join(name for _, name in found.members)
        dialog = EndDialog(self, names)
        if dialog.exec():
            self._bench.do(pairing.end, found.id, dialog.reason.text())

    def _say(self, layout: QVBoxLayout, found: Card) -> None:
        lines = [("triangle-alert", found.broken)] if found.broken else []
        lines += [("check", said) for said in found.reasons] + [("info", said) for said in found.against]
        for icon, words in lines:
            mark = label()
            mark.setPixmap(icons.pixmap(icon, "primary" if icon == "check" else "attn_ink", 18))
            line = row(mark, label(words, "small", wrap=True), gap=8)
            line.setStretch(1, 1)
            layout.addLayout(line)

    def _chip(self, found: Card, position: int, key: int, name: str) -> QPushButton:
        chip = QPushButton(shape_icon(position), name)
        chip.setProperty("kind", "chip")
        chip.setAccessibleName(f"{name}, partner {'ABC'[position]}")
        if found.state is PartnershipState.PROPOSED:
            chip.setMenu(self._moves(chip, key, found.id))
        else:
            chip.setEnabled(True)
            chip.setToolTip("This partnership is confirmed. End it to change it.")
        return chip

    def _moves(self, chip: QPushButton, key: int, own: int) -> QMenu:
        assert self._board is not None
        menu = QMenu(chip)
        swap = menu.addMenu("Swap with")
        for other in self._board.cards:
            if other.id != own and other.state is PartnershipState.PROPOSED:
                for person, name in other.members:
                    swap.addAction(name, partial(self.show_effect, key, person))
        for person, name in self._board.not_placed:
            swap.addAction(f"{name} (not placed)", partial(self.show_effect, key, person))
        swap.setEnabled(bool(swap.actions()))
        menu.addAction("Take out", lambda: self._bench.do(pairing.take_out, key))
        return menu

    def _not_placed(self) -> QFrame:
        assert self._board is not None
        frame, layout = card("well", gap=8)
        layout.addWidget(label("Not placed yet", "label"))
        for key, name in self._board.not_placed:
            chip = QPushButton(name)
            chip.setProperty("kind", "chip")
            chip.setAccessibleName(f"{name}, not placed yet")
            chip.setMenu(self._places(chip, key))
            layout.addWidget(chip)
        layout.addStretch(1)
        return frame

    def _places(self, chip: QPushButton, key: int) -> QMenu:
        assert self._board is not None
        menu = QMenu(chip)
        together = menu.addMenu("Put together with")
        for person, name in self._board.not_placed:
            if person != key:
                together.addAction(name, partial(self._bench.do, pairing.put_together, [key, person]))
        together.setEnabled(bool(together.actions()))
        join = menu.addMenu("Join, as a group of three")
        for found in self._board.cards:
            if len(found.members) == 2 and found.state is PartnershipState.PROPOSED:
                names = " and ".join(name for _, name in found.members)
                join.addAction(names, partial(self._bench.do, pairing.join, key, found.id))
        join.setEnabled(bool(join.actions()))
        return menu

    def show_effect(self, first: int, second: int) -> None:
        """Say what a swap would do, before it is done."""
        emptied(self._effect_lines)
        found = pairing.swap_effect(self._bench.desk, first, second)
        self._effect_lines.addWidget(label("If you swap these two", "strong"))
        for names, before, after, said in found.lines:
            words = (
                "stays about as good"
                if abs(after - before) <= 3
                else "fits better"
                if after > before
                else "fits less well"
            )
            self._effect_lines.addLayout(row(label(names), label(words, "strong"), label(said, "small"), None, gap=18))
        swap = button("Swap", lambda: self._bench.do(pairing.swap, first, second), "primary")
        cancel = button("Leave as it is", self._effect.hide)
        self._effect_lines.addLayout(row(None, cancel, swap))
        self._effect.show()
        cancel.setFocus()
