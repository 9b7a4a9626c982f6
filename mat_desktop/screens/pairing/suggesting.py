"""Asking for a suggestion from the board: it is worked out, laid out where nothing changed meanwhile, and told."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget

from mat_desktop.facilitation.door import checkin
from mat_desktop.facilitation.pairing import moves, suggesting
from mat_desktop.facilitation.pairing.suggesting import PlainSuggestion, SuggestionRequest
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.beside import Beside, WorkStrip
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.pairing.case import Odd


class Suggesting(QObject):
    """The best suggestion, and the next best ones. `laid_out` is called when one lies on the board."""

    def __init__(self, page: QWidget, bench: Bench, strip: WorkStrip, laid_out: Callable[[], object]) -> None:
        super().__init__(page)
        self._bench, self._strip, self._laid_out = bench, strip, laid_out
        self.odd = Odd.THREE
        self._number = 0
        self._ideas: tuple[SuggestionRequest, Sequence[PlainSuggestion]] | None = None
        """The last few ideas, and what they were worked out from."""
        self.held_back = ""
        """What is told of the last suggestion only while the reasons are held."""
        self._live = Beside(page, bench.dispatcher)

    def suggest(self) -> None:
        """Work out the best partnerships and lay them on the board, around what is locked."""
        before = self._asked()
        if len(before.case.people) < 2:
            self._bench.messages.tell(suggesting.TOO_FEW)
        elif self._absent_are_meant():
            self._number = 0
            self._begin(before, 1, self.suggest)

    def next_idea(self) -> None:
        """Lay out the next best different suggestion, and after the last the best again."""
        before = self._asked()
        if self._ideas is not None and self._ideas[0].case == before.case:
            self._came(before, self.next_idea, self._ideas[1])
        else:
            self._begin(before, suggesting.IDEAS, self.next_idea)

    def _asked(self) -> SuggestionRequest:
        return suggesting.asked(self._bench.desk, self._bench.workshop_id, self.odd)

    def _begin(self, before: SuggestionRequest, ideas: int, again: Callable[[], object]) -> None:
        done = partial(self._came, before, again)
        task = suggesting.task(before.case, ideas)
        self._strip.start(task, suggesting.WORKING, done, suggesting.IF_CLOSED)

    def _came(self, before: SuggestionRequest, again: Callable[[], object], found: Sequence[PlainSuggestion]) -> None:
        """An answer is there. It is laid out only where it still answers what is so now."""
        if not suggesting.still_so(self._bench.desk, self._bench.workshop_id, before):
            self._strip.offer_again(suggesting.CHANGED, again)
        elif again == self.suggest:
            self._lay_out(before, found[0])
        elif len(found) < 2:
            self._bench.messages.tell(suggesting.NO_OTHER, Look.NOTE)
        else:
            self._ideas = before, found
            self._number = (self._number + 1) % len(found)
            self._lay_out(before, found[self._number], self._number + 1, len(found))

    def _lay_out(self, before: SuggestionRequest, suggestion: PlainSuggestion, number: int = 0, of: int = 0) -> None:
        groups = suggesting.to_lay_out(before, suggestion)
        if self._bench.do(moves.propose, self._bench.workshop_id, groups):
            self._laid_out()
        self.held_back = suggesting.said_while_held(suggestion)
        words = suggesting.said_openly(suggestion, number, of)
        if words:
            self._bench.messages.tell(words, Look.NOTE)

    def _absent_are_meant(self) -> bool:
        """People who were not checked in are asked about, never dropped; checking in comes first where she says so."""
        absent = checkin.not_checked_in(self._bench.desk, self._bench.workshop_id)
        if not absent:
            return True
        words = f"Not checked in yet: {', '.join(absent)}. Shall they be paired with the others?"
        picked = self._bench.messages.pick(words, ("Pair them too", "Check in first"))
        if picked == 1:
            self._bench.go(Step.PARTICIPANTS)
        return picked == 0

    def say_what_would_change(self, shown: QLabel) -> None:
        """Live: what the weights as they stand would change, without moving anybody."""
        before = self._asked()
        shown.setText(suggesting.WORKING)

        def came(found: Sequence[PlainSuggestion]) -> None:
            shown.setText(suggesting.what_would_change(before, found[0]))

        self._live.start(suggesting.task(before.case), came, shown.setText)
