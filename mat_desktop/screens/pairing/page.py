"""Step 4: the pairing board, the ballots, and who is kept apart."""

from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation import checkin, pairing
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.screens.pairing.apart import KeepApartView
from mat_desktop.screens.pairing.ballots import BallotView
from mat_desktop.screens.pairing.board import BoardView
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.parts import Segments, button
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.pairing.best import best
from mat_desktop.workshop.pairing.nouns import PartnershipState


def make(bench: Bench, step: Step) -> StepPage:
    """The page of this step."""
    return PairingPage(bench, step)


class PairingPage(StepPage):
    """Three views. The board opens without ballots, reasons or figures."""

    def __init__(self, bench: Bench, step: Step) -> None:
        super().__init__(bench)
        self.step = step
        views = (("board", "Board"), ("ballots", "Ballots"), ("apart", "Keep apart"))
        self._view = Segments(views, "View", self.show_view, 100)
        self.tools = [self._view]
        self.board = BoardView(bench)
        self.ballots = BallotView(bench)
        self.apart = KeepApartView(bench)
        self._views: dict[str, QWidget] = {"board": self.board, "ballots": self.ballots, "apart": self.apart}
        for view in self._views.values():
            self.content.addWidget(view)
        self.suggest = button("Suggest pairs", self.suggest_pairs, icon="refresh-cw")
        self.reasons = button("Show reasons", lambda: None)
        self.reasons.setToolTip("Held down, the board shows fit and reasons. Nobody else should see the screen.")
        self.reasons.pressed.connect(lambda: self.board.show_reasons(True))
        self.reasons.released.connect(lambda: self.board.show_reasons(False))
        self.confirm = button("Confirm pairs", self.confirm_pairs, "primary", "check")
        self.side = [self.suggest, self.reasons]
        self.show_view("board")

    def show_view(self, view: str) -> None:
        """The board, the ballots, or the keep-apart list."""
        self._view.set(view)
        for key, widget in self._views.items():
            widget.setVisible(key == view)

    def refresh(self) -> None:
        """Show what is kept."""
        found = pairing.board(self.bench.desk, self.bench.workshop_id)
        proposed = [c for c in found.cards if c.state is PartnershipState.PROPOSED]
        self.board.show_board(found)
        self.apart.show_apart(found)
        self.ballots.refresh()
        self.confirm.setEnabled(bool(proposed))
        self.suggest.setText("Suggest again" if proposed else "Suggest pairs")
        self.suggest.setAccessibleName(self.suggest.text())
        threes = sum(len(c.members) == 3 for c in found.cards)
        parts = [counted(len(found.cards) - threes, "pair")] if found.cards else []
        parts += [counted(threes, "group of three", "groups of three")] if threes else []
        said = " and ".join(parts) or "no pairs yet"
        self._note = f"{counted(found.included, 'person', 'people')}: {said}; {found.ballots_in} ballots in"
        self.primary = self.confirm if proposed or not found.cards else None

    def note(self) -> str:
        """How many pairs, and whether the ballots are in."""
        return self._note

    def suggest_pairs(self) -> None:
        """Work out the best partnerships and lay them on the board."""
        given = pairing.pairing_input(self.bench.desk, self.bench.workshop_id)
        if len(given.candidates) < 2:
            self.bench.messages.tell("Fewer than two people can be paired. Include people in step 3 first.")
            return
        if not self._absent_are_meant():
            self.bench.go(Step.PARTICIPANTS)
            return
        found = best(given.candidates, given.apart, given.around)
        groups = [([int(c.key) for c in p.members], p.fit.value) for p in found.partnerships]
        if self.bench.do(pairing.propose, self.bench.workshop_id, groups):
            self.show_view("board")
        if found.unpaired:
            names = ", ".join(c.name for c in found.unpaired)
            self.bench.messages.tell(f"Not placed yet: {names}. Look at their limits, or put them somewhere by hand.")

    def _absent_are_meant(self) -> bool:
        """People who were not checked in are asked about, never dropped."""
        absent = checkin.not_checked_in(self.bench.desk, self.bench.workshop_id)
        if not absent:
            return True
        words = f"Not checked in yet: {', '.join(absent)}. Shall they be paired with the others?"
        return self.bench.messages.ask(words, "Pair them too", "Check in first")

    def confirm_pairs(self) -> None:
        """Both said yes, everywhere: the trial begins."""
        found = pairing.board(self.bench.desk, self.bench.workshop_id)
        left = ", ".join(name for _, name in found.not_placed)
        words = "Has everybody on the board said yes in private? Their trial then begins."
        if left:
            words += f" Not placed yet: {left}."
        if self.bench.messages.ask(words, "Confirm pairs", "Not yet"):
            self.bench.do(pairing.confirm, self.bench.workshop_id)
