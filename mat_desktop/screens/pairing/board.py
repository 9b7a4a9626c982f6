"""The board: a card a partnership, a chip a person, everything by drag, by menu and by keyboard."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QMargins, Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from mat_desktop.facilitation import safety
from mat_desktop.facilitation.pairing import life, moves
from mat_desktop.facilitation.pairing.board import Board, BoardCard
from mat_desktop.screens.look import icons
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.pairing.chip import Chip, menu_of
from mat_desktop.screens.pairing.comparing import Comparing
from mat_desktop.screens.pairing.ending import EndDialog
from mat_desktop.screens.pairing.leftover import Leftover
from mat_desktop.screens.pairing.tiles import Tile, chips_in_rows, fit_bar, said_about
from mat_desktop.screens.pairing.trying import Trying, names_on
from mat_desktop.screens.shared.badges import BADGES
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import boxed, button, emptied_grid, label, row, scrolled
from mat_desktop.screens.shared.still import StillMenu
from mat_desktop.workshop.pairing.nouns import PartnershipState

MOST_BESIDE = 3
REASONS_NEED = 320

_AROUND = QMargins(2, 2, 14, 2)

_Drawn = tuple[int, BoardCard, bool]
"""What a tile shows: its number, its card, and whether reasons are on it."""


class BoardView(QWidget):
    """Cards in a grid that scrolls; below it the effect of a move before it is done."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._board: Board | None = None
        self._reasons = False
        self._comparing = Comparing(self, bench, self._draw)
        self._columns = 0
        self._drawn_in = worn()
        self._widest = 0
        self._chips: dict[int, Chip] = {}
        self._tiles: dict[_Drawn, QWidget] = {}
        self._stated: dict[int, tuple[QPushButton, BoardCard]] = {}
        self._states = StillMenu("", self)
        self._states.aboutToShow.connect(self._fill_states)
        self._grid = QGridLayout()
        self._grid.setSpacing(14)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(_AROUND)
        inner.addLayout(self._grid)
        inner.addStretch(1)
        self._trying = Trying(bench)
        self.leftover = Leftover(bench, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(holder)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._trying.effect)

    def show_board(self, board: Board) -> None:
        """Show every partnership and whoever is not placed."""
        self._board = board
        moved = self._trying.begin(board)
        if self._reasons:
            self._comparing.want()
        self._draw()
        if moved:
            # The chips are new, and take the focus only once they are laid out.
            QTimer.singleShot(0, partial(self._focus, moved))

    def _focus(self, key: int) -> None:
        if key in self._chips:
            self._chips[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_reasons(self, on: bool) -> None:
        """Reveal fit and reasons while the button is held."""
        self._reasons = on
        if on:
            self._comparing.want()
        else:
            self._comparing.leave()
        self._draw()

    def resizeEvent(self, event: object) -> None:
        """Two or three cards beside each other, as there is room."""
        if self._board is not None and self._room() != self._columns:
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of words: other cards have room beside each other."""
        super().changeEvent(event)
        # Whatever takes it out of its window and puts it back, such as a cover, says that its style changed, too.
        if event.type() != QEvent.Type.StyleChange or self._board is None or worn().as_large_as(self._drawn_in):
            return
        self._drawn_in = worn()
        # What stands on it gets its own sizes after it.
        QTimer.singleShot(0, self, self._draw)

    def _room(self) -> int:
        """As many beside each other as the longest names let."""
        one = max(self._widest, worn().px(REASONS_NEED) if self._reasons else 0) + self._grid.spacing()
        room = self._area.viewport().width() - _AROUND.left() - _AROUND.right() + self._grid.spacing()
        return max(1, min(MOST_BESIDE, room // one))

    def _draw(self) -> None:
        assert self._board is not None
        self._drawn_in = worn()
        tiles = self._cards(self._board.cards)
        if self._board.not_placed:
            tiles.append(self._not_placed())
        if self._reasons and (compared := self._comparing.tile()) is not None:
            tiles.append(compared)
        self._widest = max((tile.sizeHint().width() for tile in tiles), default=0)
        self._columns = self._room()
        for place, tile in enumerate(tiles or [self._empty()]):
            self._grid.addWidget(tile, place // self._columns, place % self._columns)
        for place in range(MOST_BESIDE):
            self._grid.setColumnStretch(place, 1 if place < self._columns else 0)

    def _cards(self, cards: Sequence[BoardCard]) -> list[QWidget]:
        """A tile a card. Tiles of cards that stayed the same stay: two hundred people are slow to draw afresh."""
        wanted = [(number, card, self._reasons) for number, card in enumerate(cards, 1)]
        same = set(wanted)
        kept = {drawn: tile for drawn, tile in self._tiles.items() if drawn in same}
        chips = {key: self._chips[key] for _, card, _ in kept for key, _ in card.members}
        for tile in kept.values():
            self._grid.removeWidget(tile)
        emptied_grid(self._grid)
        self._chips = chips
        self._tiles = {drawn: kept.get(drawn) or self._card(drawn[0], drawn[1]) for drawn in wanted}
        return list(self._tiles.values())

    def _empty(self) -> QWidget:
        tile = Tile()
        tile.body.addWidget(label("Nobody can be paired yet. People are included in step 3.", "muted", wrap=True))
        return tile

    def _card(self, number: int, card: BoardCard) -> QWidget:
        tile = Tile("locked" if card.locked else "card")
        name = "Group of three" if len(card.members) == 3 else f"Pair {number}"
        right: QWidget = self._lock(card) if card.state is PartnershipState.PROPOSED else self._state(card)
        if self._reasons:
            parts = FlowLayout(fit_bar(card.fit), label(f"Fit {card.fit}", "label"), right, ends=True)
            right = boxed(parts)
        head = row(label(name, "label"), right, gap=8)
        if self._reasons:
            head.setStretch(1, 1)
        else:
            head.insertStretch(1, 1)
        tile.body.addLayout(head)
        chips: list[QWidget] = [
            self._chip(card, position, key, person) for position, (key, person) in enumerate(card.members)
        ]
        tile.body.addLayout(chips_in_rows(chips))
        if self._reasons:
            tile.body.addWidget(said_about(card))
        tile.body.addStretch(1)
        if card.state is PartnershipState.PROPOSED and not card.locked and len(card.members) == 2:
            tile.setAcceptDrops(True)
            tile.target = self._trying.joining(card)
        return tile

    def _lock(self, card: BoardCard) -> QPushButton:
        words = f"{'Unlock' if card.locked else 'Lock'} {names_on(card)}"

        def turn() -> None:
            # What is kept decides how it looks: a refusal leaves it as it was.
            lock.setChecked(card.locked)
            self._bench.do(moves.lock, card.id, on=not card.locked)

        lock = button("", turn, "lock")
        lock.setCheckable(True)
        lock.setChecked(card.locked)
        icons.alone(lock, "lock" if card.locked else "lock-open", "on_primary" if card.locked else "ink")
        lock.setAccessibleName(words)
        lock.setToolTip("A locked pair stays when pairs are suggested again.")
        return lock

    def _state(self, card: BoardCard) -> QWidget:
        state = button(BADGES[card.state][2], lambda: None, "quiet", "chevron-down", after=True)
        state.setAccessibleName(f"{BADGES[card.state][2]}: {names_on(card)}")
        state.setMenu(self._states)
        self._stated[card.id] = state, card
        return state

    def _fill_states(self) -> None:
        """What can be done with the partnership under whose state the menu opens; one menu serves all of them."""
        menu = self._states
        card = next(card for button, card in self._stated.values() if isValid(button) and button.isDown())
        menu.clear()
        if card.state is PartnershipState.TRIAL:
            menu.addAction("They go on after the trial", lambda: self._bench.do(life.trial_passed, card.id))
        if card.state in (PartnershipState.TRIAL, PartnershipState.CONFIRMED):
            menu.addAction("Pause", lambda: self._bench.do(life.pause, card.id))
        if card.state is PartnershipState.PAUSED:
            menu.addAction("Let it go on", lambda: self._bench.do(safety.go_on, card.id))
        menu.addAction("End this partnership …", lambda: self._end(card))

    def _end(self, card: BoardCard) -> None:
        dialog = EndDialog(self, " and ".join(name for _, name in card.members))
        if dialog.exec():
            self._bench.do(life.end, card.id, dialog.reason.text())

    def _chip(self, card: BoardCard, position: int, key: int, name: str) -> Chip:
        chip = Chip(key, name, f"{name}, partner {'ABC'[position]}", position)
        self._chips[key] = chip
        if card.state is not PartnershipState.PROPOSED:
            chip.setToolTip("These people have been asked. End the partnership to change it.")
        elif card.locked:
            chip.setToolTip("This pair is locked. Unlock it to change it.")
        else:
            chip.moves_by(partial(self._moves, key, card.id), self._trying.swapping(key))
        return chip

    def _moves(self, key: int, own: int, menu: QMenu) -> None:
        assert self._board is not None
        swap = menu_of(self, "Swap with", menu)
        for other in self._board.cards:
            if other.id != own and other.state is PartnershipState.PROPOSED and not other.locked:
                for person, name in other.members:
                    swap.addAction(name, partial(self._trying.ask_swap, key, person))
        for person, name in self._board.not_placed:
            swap.addAction(f"{name} (not placed)", partial(self._trying.ask_swap, key, person))
        swap.setEnabled(bool(swap.actions()))
        menu.addAction("Take out", partial(self._trying.take_out, key))
        menu.addAction("Lock", lambda: self._bench.do(moves.lock, own, on=True))

    def _not_placed(self) -> QWidget:
        assert self._board is not None
        tile = Tile("well")
        tile.body.addWidget(label("Not placed yet", "label"))
        chips: list[QWidget] = []
        for key, name in self._board.not_placed:
            chip = Chip(key, name, f"{name}, not placed yet", None)
            chip.moves_by(partial(self._places, key), self._trying.pairing_up(key))
            self._chips[key] = chip
            chips.append(chip)
        tile.body.addLayout(chips_in_rows(chips))
        tile.body.addStretch(1)
        tile.setAcceptDrops(True)
        tile.target = self._trying.taking_out()
        return tile

    def _places(self, key: int, menu: QMenu) -> None:
        assert self._board is not None
        together = menu_of(self, "Put together with", menu)
        for person, name in self._board.not_placed:
            if person != key:
                together.addAction(name, partial(self._trying.ask_together, key, person))
        join = menu_of(self, "Join, as a group of three", menu)
        for found in self._board.cards:
            if len(found.members) == 2 and not found.locked and found.state is not PartnershipState.ASKED:
                join.addAction(names_on(found), partial(self._trying.ask_join, key, found))
        for sub in (together, join):
            sub.setEnabled(bool(sub.actions()))
        self.leftover.fill(menu, key, self._board)
