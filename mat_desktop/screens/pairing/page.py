"""Step 4: the board, the rounds, the ballots, rules about two people, and the telling list."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.pairing import board, telling
from mat_desktop.facilitation.pairing.board import Board
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.screens.pairing.adjust import AdjustPanel
from mat_desktop.screens.pairing.ballots import BallotTable
from mat_desktop.screens.pairing.board import BoardView
from mat_desktop.screens.pairing.projector import Projector
from mat_desktop.screens.pairing.rounds import RoundsView
from mat_desktop.screens.pairing.suggesting import Suggesting
from mat_desktop.screens.pairing.telling import TellingView
from mat_desktop.screens.pairing.ties import TiesView
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.beside import WorkStrip
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import Segments, boxed, button, label, rename, row
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.pairing.case import Odd
from mat_desktop.workshop.pairing.nouns import PartnershipState
from mat_desktop.workshop.sheets import SheetKind


class PairingPage(StepPage):
    """Five views. The board opens without ballots, reasons or figures."""

    def __init__(self, bench: Bench, step: Step) -> None:
        super().__init__(bench)
        self.step = step
        self.strip = WorkStrip(bench.dispatcher, bench.messages)
        self.suggesting = Suggesting(self, bench, self.strip, lambda: self.show_view("board"))
        self.board = BoardView(bench)
        self.adjust = AdjustPanel(bench, self._choose_odd)
        self.rounds, self.ballots = RoundsView(bench), BallotTable(bench)
        self.ties, self.telling = TiesView(bench), TellingView(bench)
        self._views: dict[str, QWidget] = {
            "board": self._board_and_rules(),
            "rounds": self.rounds,
            "ballots": self.ballots,
            "ties": self.ties,
            "telling": self.telling,
        }
        titles = {"board": "Board", "rounds": "Rounds", "ballots": "Ballots", "ties": "Rules", "telling": "Telling"}
        self._view = Segments(list(titles.items()), "View", self.show_view, 76)
        self.tools = [self._view]
        for view in self._views.values():
            self.content.addWidget(view)
        self._actions()
        self.show_view("board")

    def _board_and_rules(self) -> QWidget:
        self.reasons = button("Show reasons", lambda: None, "quiet")
        self.reasons.setToolTip("Held down, the board shows fit and reasons. Nobody else should see the screen.")
        self.reasons.pressed.connect(lambda: self._show_reasons(True))
        self.reasons.released.connect(lambda: self._show_reasons(False))
        self.unfold = button("Adjust", self._toggle_adjust, "quiet", "settings")
        self.project = button("For the projector", self._project, "quiet", "laptop")
        self.say = label("", "small", wrap=True)
        tools = QWidget()
        tools.setLayout(FlowLayout(self.strip, self.reasons, self.project, self.unfold, ends=True))
        over = row(self.say, tools)
        over.setStretch(1, 1)
        beside = PageZones((self.board, 1), (self.adjust, 0), gap=14)
        self.adjust.hide()
        both = QVBoxLayout()
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(6)
        both.addLayout(over)
        both.addWidget(beside, 1)
        return boxed(both)

    def _actions(self) -> None:
        self.suggest = button("Suggest pairs", self.suggest_pairs, icon="refresh-cw")
        self.another = button("Another idea", self.next_idea, icon="shuffle")
        self.confirm = button("Confirm pairs", self.confirm_pairs, icon="check")
        self.side = [self.suggest, self.another, self.confirm]

    def show_view(self, view: str) -> None:
        """The board, the rounds, the ballots, the rules, or the telling list."""
        self._view.set(view)
        self._shown = view
        self._refresh_view()
        for key, widget in self._views.items():
            widget.setVisible(key == view)
        for found in (self.suggest, self.another):
            found.setEnabled(view == "board")
        if view == "ballots":
            self.ballots.start()
        elif view == "telling":
            self.telling.begin()

    def arrive(self) -> None:
        """A list that is come back to shows only who is still to be asked."""
        if self._shown == "telling":
            self.telling.begin()
        super().arrive()

    def open_sheet(self, kind: SheetKind, owner_id: int, version: int = 1) -> None:
        """The ballot of one person, or the list of those who are asked."""
        ballot = kind is SheetKind.ROUND_CARD
        self.show_view("ballots" if ballot else "telling")
        if ballot:
            self.ballots.work_on(owner_id)

    def is_about(self, people: Sequence[int]) -> bool:
        """Every view is about everybody."""
        return True

    def refresh(self) -> None:
        """Show what is kept."""
        self.suggesting.held_back = ""
        found = board.board(self.bench.desk, self.bench.workshop_id)
        self.board.show_board(found)
        self.adjust.refresh()
        self._refresh_view()
        self._name_actions(found)
        self._note = _note(found)
        locked = any(card.locked for card in found.cards)
        self.say.setText("Locked pairs stay when pairs are suggested again." if locked else "")
        if self.adjust.isVisible():
            self.suggesting.say_what_would_change(self.adjust.live)

    def _refresh_view(self) -> None:
        """Only what is seen is drawn afresh; the others are when they are shown."""
        for view in (self.rounds, self.ballots, self.ties, self.telling):
            if view is self._views[self._shown]:
                view.refresh()

    def _name_actions(self, board: Board) -> None:
        proposed = [c for c in board.cards if c.state is PartnershipState.PROPOSED]
        self.confirm.setEnabled(bool(proposed))
        rename(self.suggest, "Suggest again" if proposed else "Suggest pairs")
        self.another.setVisible(bool(proposed))

    def note(self) -> str:
        """How many people, pairs and groups of three."""
        return self._note

    def suggest_pairs(self) -> None:
        """Work out the best partnerships and lay them on the board, around what is locked."""
        self.suggesting.suggest()

    def next_idea(self) -> None:
        """Lay out the next best different suggestion, and after the last the best again."""
        self.suggesting.next_idea()

    def _show_reasons(self, on: bool) -> None:
        self.board.show_reasons(on)
        if on and self.suggesting.held_back:
            self.bench.messages.tell(self.suggesting.held_back, Look.NOTE)
        elif self.suggesting.held_back:
            self.bench.messages.hush()

    def _toggle_adjust(self) -> None:
        self.adjust.setVisible(not self.adjust.isVisible())
        self.refresh()

    def _choose_odd(self, odd: Odd) -> None:
        if odd is Odd.FACILITATOR:
            self.board.leftover.take_part()
        self.suggesting.odd = Odd.WAIT if odd is Odd.WAIT else Odd.THREE
        self.refresh()

    def _project(self) -> None:
        Projector(self.bench, self.window()).exec()

    def confirm_pairs(self) -> None:
        """The proposals go onto the telling list: each is asked alone."""
        found = board.board(self.bench.desk, self.bench.workshop_id)
        left = ", ".join(name for key, name in found.not_placed if key not in found.settled)
        words = "Ask each person alone now? The telling list opens; no pair is announced before both said yes."
        if left:
            words += f" Not placed yet: {left}."
        aside = sum(bool(card.broken) for card in found.cards if card.state is PartnershipState.PROPOSED)
        if aside:
            words += f" In {counted(aside, 'pair')} you set a limit aside by hand; that is recorded."
        if self.bench.messages.ask(words, "Confirm pairs", "Not yet") and self.bench.do(
            telling.confirm, self.bench.workshop_id
        ):
            self.show_view("telling")


def _note(board: Board) -> str:
    threes = sum(len(c.members) == 3 for c in board.cards)
    parts = [counted(len(board.cards) - threes, "pair")] if board.cards else []
    parts += [counted(threes, "group of three", "groups of three")] if threes else []
    said = " and ".join(parts) or "no pairs yet"
    return f"{counted(board.included, 'person', 'people')}: {said}"
