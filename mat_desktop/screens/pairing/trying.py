"""What a move on the board would do: shown before it is done, whether it is dragged or chosen from a menu."""

from collections.abc import Callable, Sequence
from functools import partial

from mat_desktop.facilitation.pairing import board, moves
from mat_desktop.facilitation.pairing.board import Board, BoardCard, BoardChange
from mat_desktop.screens.pairing.chip import Target
from mat_desktop.screens.pairing.effect import EffectPanel
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.workshop.pairing.nouns import PartnershipState
from mat_desktop.workshop.text import joined

THREE_WORDS = "“Would you three try it together? You call in turns: A and B, then B and C, then C and A.”"


class Trying:
    """The moves of one board, each with its effect; `effect` is where that is shown."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._board: Board | None = None
        self._moved = 0
        self.effect = EffectPanel()

    def begin(self, board: Board) -> int:
        """Try moves on this board from now on. Returns who was moved last, or 0: the keyboard stays with them."""
        self._board = board
        self.effect.hide()
        moved, self._moved = self._moved, 0
        return moved

    @property
    def _on_board(self) -> Board:
        assert self._board is not None
        return self._board

    def _is_placed(self, person: int) -> bool:
        return all(person != key for key, _ in self._on_board.not_placed)

    def _beside(self, person: int) -> list[int]:
        """Who else is in the partnership of somebody."""
        groups = ([key for key, _ in card.members] for card in self._on_board.cards)
        return [key for group in groups if person in group for key in group if key != person]

    def taking_out(self) -> Target:
        """Dropping somebody here takes them out."""
        return Target(self._show_taking_out, self.effect.hide, self.take_out)

    def _show_taking_out(self, person: int) -> bool:
        if not self._is_placed(person):
            return False
        name, others = self._name(person), self._beside(person)
        left = f"; {joined([self._name(key) for key in others])} is then without a place" if len(others) == 1 else ""
        return self._show(f"{name} is taken out{left}", board.effect_of_taking_out(self._bench.desk, person))

    def take_out(self, person: int) -> None:
        """Take somebody out of their partnership."""
        self._do(person, moves.take_out, person)

    def swapping(self, other: int) -> Target:
        """Dropping somebody on this person swaps the two."""
        return Target(
            lambda person: (
                other not in (person, *self._beside(person)) and self._preview(self._swap_words(person), person, other)
            ),
            self.effect.hide,
            lambda person: self._do(person, moves.swap, person, other),
        )

    def _swap_words(self, person: int) -> str:
        return "{} and {} swap" if self._is_placed(person) else "{} takes the place of {}"

    def pairing_up(self, other: int) -> Target:
        """Dropping somebody on this person, who is not placed, makes a new pair or takes the other's place."""

        def show(person: int) -> bool:
            if person == other:
                return False
            if self._is_placed(person):
                return self._preview("{1} takes the place of {0}", person, other)
            return self._show("A new pair", board.effect_of_joining(self._bench.desk, person, [other]))

        def drop(person: int) -> None:
            if self._is_placed(person):
                self._do(person, moves.swap, person, other)
            else:
                self._do(person, moves.put_together, [other, person])

        return Target(show, self.effect.hide, drop)

    def joining(self, card: BoardCard) -> Target:
        """Dropping somebody on this pair makes a group of three."""
        people = [key for key, _ in card.members]

        def show(person: int) -> bool:
            if self._is_placed(person):
                return False
            return self._show("A group of three", board.effect_of_joining(self._bench.desk, person, people))

        return Target(show, self.effect.hide, lambda person: self._do(person, moves.join, person, card.id))

    def _preview(self, title: str, first: int, second: int) -> bool:
        title = title.format(self._name(first), self._name(second))
        return self._show(title, board.effect(self._bench.desk, first, second))

    def _show(self, title: str, changes: Sequence[BoardChange]) -> bool:
        self.effect.show_changes(title, changes, None)
        return True

    def ask_swap(self, first: int, second: int) -> None:
        """Say what a swap would do, and ask."""
        changes = board.effect(self._bench.desk, first, second)
        title = f"If you swap {self._name(first)} and {self._name(second)}"
        self._ask(title, changes, "Swap", partial(self._do, first, moves.swap, first, second))

    def ask_together(self, first: int, second: int) -> None:
        """Say what a new pair would be like, and ask."""
        changes = board.effect_of_joining(self._bench.desk, second, [first])
        self._ask("A new pair", changes, "Put together", partial(self._do, first, moves.put_together, [first, second]))

    def ask_join(self, person_id: int, card: BoardCard) -> None:
        """Say what a group of three would be like, and ask; people who began already are asked alone first."""
        changes = board.effect_of_joining(self._bench.desk, person_id, [person for person, _ in card.members])
        began = card.state is not PartnershipState.PROPOSED
        title = THREE_WORDS
        if began:
            title += " Have all three said yes, each asked alone?"
        self._ask(title, changes, "Join", partial(self._do, person_id, moves.join, person_id, card.id, all_asked=began))

    def _ask(self, title: str, changes: Sequence[BoardChange], word: str, then: Callable[[], object]) -> None:
        self.effect.show_changes(title, changes, (word, then))

    def _do(self, person: int, deed: Callable[..., object], *args: object, **kwargs: object) -> None:
        """Do a move; the keyboard stays with the person who was moved."""
        self.effect.hide()
        self._moved = person
        self._bench.do(deed, *args, **kwargs)

    def _name(self, key: int) -> str:
        members = [member for card in self._on_board.cards for member in card.members]
        return dict([*members, *self._on_board.not_placed]).get(key, "")


def names_on(card: BoardCard) -> str:
    """The names of the members, as one is told."""
    return joined([name for _, name in card.members])
