"""Step 4: the board, the rounds, the ballots, rules about two people, and the telling list."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.door import checkin
from mat_desktop.facilitation.pairing import board, known, moves, telling
from mat_desktop.facilitation.pairing.board import Board
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.screens.pairing.adjust import AdjustPanel
from mat_desktop.screens.pairing.ballots import BallotView
from mat_desktop.screens.pairing.board import BoardView
from mat_desktop.screens.pairing.projector import Projector
from mat_desktop.screens.pairing.rounds import RoundsView
from mat_desktop.screens.pairing.telling import TellingView
from mat_desktop.screens.pairing.ties import TiesView
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.parts import Segments, boxed, button, label, rename, row
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.pairing.best import Suggestion, best, suggestions
from mat_desktop.workshop.pairing.case import Case, Odd
from mat_desktop.workshop.pairing.impossible import Relaxed, conflict
from mat_desktop.workshop.pairing.nouns import PartnershipState
from mat_desktop.workshop.sheets import SheetKind

if TYPE_CHECKING:
    from collections.abc import Sequence

IDEAS = 5
"""So many different suggestions are offered, one after the other."""


def make(bench: Bench, step: Step) -> StepPage:
    """The page of this step."""
    return PairingPage(bench, step)


class PairingPage(StepPage):
    """Five views. The board opens without ballots, reasons or figures."""

    def __init__(self, bench: Bench, step: Step) -> None:
        super().__init__(bench)
        self.step = step
        self._odd = Odd.THREE
        self._idea = 0
        self._held_back = ""
        """What is told of the last suggestion only while the reasons are held."""
        self.board = BoardView(bench)
        self.adjust = AdjustPanel(bench, self._choose_odd)
        self.rounds, self.ballots = RoundsView(bench), BallotView(bench)
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
        over = row(self.say, self.reasons, self.project, self.unfold)
        over.setStretch(0, 1)
        beside = row(self.board, self.adjust, gap=14)
        beside.setStretch(0, 1)
        self.adjust.hide()
        both = QVBoxLayout()
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(6)
        both.addLayout(over)
        both.addLayout(beside, 1)
        return boxed(both)

    def _actions(self) -> None:
        self.suggest = button("Suggest pairs", self.suggest_pairs, icon="refresh-cw")
        self.another = button("Another idea", self.next_idea, icon="shuffle")
        self.confirm = button("Confirm pairs", self.confirm_pairs, "primary", "check")
        self.side = [self.suggest, self.another]

    def show_view(self, view: str) -> None:
        """The board, the rounds, the ballots, the rules, or the telling list."""
        self._view.set(view)
        self._shown = view
        self._refresh_view()
        for key, widget in self._views.items():
            widget.setVisible(key == view)
        for found in self.side:
            found.setEnabled(view == "board")
        if view == "ballots":
            self.ballots.start()

    def open_sheet(self, kind: SheetKind, key: int, version: int = 1) -> None:
        """The ballot of one person, or the list of those who are asked."""
        ballot = kind is SheetKind.ROUND_CARD
        self.show_view("ballots" if ballot else "telling")
        if ballot:
            self.ballots.work_on(key)

    def refresh(self) -> None:
        """Show what is kept."""
        self._held_back = ""
        found = board.board(self.bench.desk, self.bench.workshop_id)
        self.board.show_board(found)
        self.adjust.refresh()
        self._refresh_view()
        self._name_actions(found)
        self._note = _note(found)
        locked = any(card.locked for card in found.cards)
        self.say.setText("Locked pairs stay when pairs are suggested again." if locked else "")
        if self.adjust.isVisible():
            self._say_what_would_change(found)

    def _refresh_view(self) -> None:
        """Only what is seen is drawn afresh; the others are when they are shown."""
        for view in (self.rounds, self.ballots, self.ties, self.telling):
            if view is self._views[self._shown]:
                view.refresh()

    def _name_actions(self, found: Board) -> None:
        proposed = [c for c in found.cards if c.state is PartnershipState.PROPOSED]
        self.confirm.setEnabled(bool(proposed))
        rename(self.suggest, "Suggest again" if proposed else "Suggest pairs")
        self.another.setVisible(bool(proposed))
        self.primary = self.confirm if proposed or not found.cards else None

    def note(self) -> str:
        """How many people, pairs and groups of three."""
        return self._note

    def _case(self) -> Case:
        return replace(known.to_suggest_for(self.bench.desk, self.bench.workshop_id), odd=self._odd)

    def suggest_pairs(self) -> None:
        """Work out the best partnerships and lay them on the board, around what is locked."""
        case = self._case()
        if len(case.people) < 2:
            self.bench.messages.tell("Fewer than two people can be paired. Include people in step 3 first.")
            return
        if not self._absent_are_meant():
            self.bench.go(Step.PARTICIPANTS)
            return
        self._idea = 0
        self._lay_out(case, best(case))

    def next_idea(self) -> None:
        """Lay out the next best different suggestion, and after the last the best again."""
        case = self._case()
        ideas = suggestions(case, IDEAS)
        if len(ideas) < 2:
            self.bench.messages.tell("There is no other suggestion that places as many people.", wrong=False)
            return
        self._idea = (self._idea + 1) % len(ideas)
        self._lay_out(case, ideas[self._idea], f"Idea {self._idea + 1} of {len(ideas)}, from the best down.")

    def _lay_out(self, case: Case, found: Suggestion, lead: str = "") -> None:
        if self.bench.do(moves.propose, self.bench.workshop_id, _groups(case, found)):
            self.show_view("board")
        why = conflict(case) if found.unpaired else ()
        told = [_in_the_way(why)] if why else []
        told += [f"Could not be kept: {'; '.join(found.broken)}."] if found.broken else []
        self._held_back = " ".join(told)
        words = [lead] if lead else []
        if found.unpaired:
            words.append(f"Not placed yet: {', '.join(person.name for person in found.unpaired)}.")
        if found.broken:
            words.append("A wish could not be kept.")
        if self._held_back:
            words.append("Hold “Show reasons” to see why.")
        if words:
            self.bench.messages.tell(" ".join(words), wrong=False)

    def _show_reasons(self, on: bool) -> None:
        self.board.show_reasons(on)
        if on and self._held_back:
            self.bench.messages.tell(self._held_back, wrong=False)
        elif self._held_back:
            self.bench.messages.hush()

    def _absent_are_meant(self) -> bool:
        """People who were not checked in are asked about, never dropped."""
        absent = checkin.not_checked_in(self.bench.desk, self.bench.workshop_id)
        if not absent:
            return True
        words = f"Not checked in yet: {', '.join(absent)}. Shall they be paired with the others?"
        return self.bench.messages.ask(words, "Pair them too", "Check in first")

    def _toggle_adjust(self) -> None:
        self.adjust.setVisible(not self.adjust.isVisible())
        self.refresh()

    def _choose_odd(self, odd: Odd) -> None:
        if odd is Odd.FACILITATOR:
            self.board.leftover.take_part(self)
        self._odd = Odd.WAIT if odd is Odd.WAIT else Odd.THREE
        self.refresh()

    def _say_what_would_change(self, shown: Board) -> None:
        """Live: what the weights as they stand would change, without moving anybody."""
        case = self._case()
        now = {frozenset(k for k, _ in c.members) for c in shown.cards if c.state is PartnershipState.PROPOSED}
        then = {frozenset(int(p.key) for p in g.members) for g in best(case).partnerships} if case.people else set()
        if not now:
            words = "Nothing is proposed yet."
        elif now == then:
            words = "The board is the best answer to this."
        else:
            words = f"{counted(len(then - now), 'partnership')} would change. Suggest again to see them."
        self.adjust.live.setText(words)

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


def _groups(case: Case, found: Suggestion) -> "Sequence[tuple[Sequence[int], int]]":
    """What is to be laid out: everything but the locked partnerships, which stay where they are."""
    locked = {frozenset(keys) for keys in case.rules.locked}
    return [
        ([int(person.key) for person in p.members], p.fit.value)
        for p in found.partnerships
        if frozenset(person.key for person in p.members) not in locked
    ]


def _note(found: Board) -> str:
    threes = sum(len(c.members) == 3 for c in found.cards)
    parts = [counted(len(found.cards) - threes, "pair")] if found.cards else []
    parts += [counted(threes, "group of three", "groups of three")] if threes else []
    said = " and ".join(parts) or "no pairs yet"
    return f"{counted(found.included, 'person', 'people')}: {said}"


def _in_the_way(why: tuple[Relaxed, ...]) -> str:
    rules = "; ".join(rule.rule for rule in why)
    lighter = [
        f"without “{rule.rule}” {'everybody finds a place' if not rule.unpaired else f'{rule.unpaired} are left over'}"
        for rule in why
        if rule.unpaired is not None
    ]
    more = f" {'; '.join(lighter).capitalize()}." if lighter else " Private limits are not given up."
    return f"In the way together: {rules}.{more}"
