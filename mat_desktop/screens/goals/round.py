"""The goal round: a quiet clock, the ideas of the group with who gave them, and what the owner makes of each."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.goals import round as goal_round
from mat_desktop.facilitation.goals.round import GoalRoundView, SuggestionView
from mat_desktop.screens.goals.projector import GoalProjector, left_in_words
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.entering import DoingLine
from mat_desktop.screens.shared.fields import LineField, Tick
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import boxed, button, card, emptied, flowing, label, line, rename, scrolled
from mat_desktop.screens.shared.side_by_side import SideBySide
from mat_desktop.screens.shared.still import StillCombo
from mat_desktop.screens.shared.while_seen import WhileSeen
from mat_desktop.workshop.refusal import Refusal


class GoalRound(QWidget):
    """Two cards: the clock, and the ideas for the person whose turn it is."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench, self.person = bench, 0
        self._tick = WhileSeen(self, 1000, self._show_clock)
        self.who, self.said = label("", "person", wrap=True), label("", "small", wrap=True)
        self.clock = label("", "number")
        self.clock.setAccessibleName("Time left")
        self.begin = button("Begin the twenty minutes", self._begin, icon="clock")
        self.pause = button("Pause", self._pause, icon="pause")
        self._paused = False
        self.more = button("Five minutes more", lambda: self.bench.do(goal_round.more_time, bench.workshop_id))
        self.end = button("End the turn", lambda: self.bench.do(goal_round.end_turn, bench.workshop_id))
        self.project = button("Projector", self._project)
        self.asked = Tick("The owner asks to show the goal", lambda _on: None)
        self.idea = DoingLine()
        self.idea.setAccessibleName("An idea")
        self.idea.setPlaceholderText("An idea for a step or a plan")
        self.idea.returnPressed.connect(self._add)
        self.by = StillCombo()
        self.by.setAccessibleName("Who gave it")
        hold(self.by, least_width=150)
        self.add = button("Write it down", self._add, icon="plus")
        self._ideas = QVBoxLayout()
        self._ideas.setSpacing(8)
        self._shown: object = None
        self._build()

    def _build(self) -> None:
        clock, inner = card(gap=8)
        inner.addWidget(SideBySide((self.who, 1, 150), (self.clock, 0, 0), gap=16))
        inner.addWidget(self.said)
        inner.addLayout(FlowLayout(self.begin, self.pause, self.more, self.end, gap=12))
        inner.addLayout(FlowLayout(self.project, self.asked, gap=12))
        ideas, laid = card(gap=8)
        laid.addWidget(
            label("Ideas from the group. The owner keeps or drops each, and has the last word.", "strong", wrap=True)
        )
        hold(self.idea, letters="An idea for a step or a plan")
        laid.addLayout(flowing(self.idea, self.by, self.add))
        holder = QWidget()
        holder.setLayout(self._ideas)
        laid.addWidget(scrolled(holder), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(clock)
        outer.addWidget(ideas, 1)

    def show_person(self, person: int) -> None:
        """Show the round with one person."""
        self.person = person
        self.setEnabled(bool(person))
        if not person:
            return
        found = goal_round.round_of(self.bench.desk, person, self.bench.desk.clock.now())
        self.who.setText(found.name)
        self.said.setText(_so_far(found))
        self._show_turn(found)
        self._show_givers(found)
        shown = tuple((idea.id, idea.by, idea.words, idea.kept) for idea in found.suggestions)
        if shown != self._shown:
            self._shown = shown
            self._show_ideas(found.suggestions)

    def _show_turn(self, view: GoalRoundView) -> None:
        turn = view.turn
        own = turn is not None and turn.participant_id == self.person
        self.begin.setVisible(not own)
        for widget in (self.pause, self.more, self.end):
            widget.setVisible(own)
        if turn is not None:
            self._paused = turn.paused
            rename(self.pause, "Go on" if turn.paused else "Pause")
            self.clock.setText(left_in_words(turn.seconds_left))
            self.clock.setToolTip(f"{turn.name} has the turn")
        else:
            self.clock.setText("20:00")

    def _show_clock(self) -> None:
        """Only the figures move; nothing rings."""
        try:
            turn = goal_round.running_turn(self.bench.desk, self.bench.workshop_id, self.bench.desk.clock.now())
        except Refusal:
            turn = None
        if turn is not None:
            self.clock.setText(left_in_words(turn.seconds_left))

    def _show_givers(self, view: GoalRoundView) -> None:
        wanted = [(0, "the group"), *view.others]
        if [(self.by.itemData(n), self.by.itemText(n)) for n in range(self.by.count())] != wanted:
            self.by.clear()
            for key, name in wanted:
                self.by.addItem(name, key)

    def _show_ideas(self, ideas: tuple[SuggestionView, ...]) -> None:
        emptied(self._ideas)
        if not ideas:
            self._ideas.addWidget(label("No idea is written down yet.", "muted"))
        for number, idea in enumerate(ideas):
            if number:
                self._ideas.addWidget(line())
            self._ideas.addWidget(self._idea(idea))
        self._ideas.addStretch(1)

    def _idea(self, idea: SuggestionView) -> QWidget:
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(4)
        state = {True: "Kept", False: "Dropped", None: "Not said yet"}[idea.kept]
        layout.addWidget(label(f"{idea.words}  (from {idea.by})", "strong", wrap=True))
        keep = button("Keep", partial(self._decide, idea, True), icon="check")
        drop = button("Drop", partial(self._decide, idea, False), icon="x")
        gone = button("Remove", lambda: self.bench.do(goal_round.remove, idea.id), "danger", "trash-2")
        for found, word in ((keep, "Keep"), (drop, "Drop"), (gone, "Remove")):
            found.setAccessibleName(f"{word}: {idea.words}")
        doors = FlowLayout(keep, drop, gone, gap=8, ends=True)
        layout.addWidget(SideBySide((label(state, "small"), 0, 0), (boxed(doors), 1, 0)))
        if idea.kept:
            own = LineField("In the owner’s words", self._worded(idea.id))
            own.set(idea.own_words, idea.id)
            layout.addWidget(own)
        return widget

    def _worded(self, idea: int) -> Callable[[str, str], str]:
        return lambda words, visit: self.bench.attempt(f"idea {idea} {visit}", goal_round.word, idea, words)[1]

    def _decide(self, idea: SuggestionView, kept: bool) -> None:
        wanted = None if idea.kept is kept else kept
        QTimer.singleShot(0, lambda: self.bench.do(goal_round.keep, idea.id, wanted))

    def _begin(self) -> None:
        self.bench.do(goal_round.begin_turn, self.person)

    def _pause(self) -> None:
        self.bench.do(goal_round.pause, self.bench.workshop_id, on=not self._paused)

    def _add(self) -> None:
        if self.bench.do(goal_round.suggest, self.person, self.idea.text(), self.by.currentData() or None):
            self.idea.clear()
            self.idea.setFocus()

    def _project(self) -> None:
        found = goal_round.round_of(self.bench.desk, self.person, self.bench.desk.clock.now())
        words = found.goals if self.asked.isChecked() else ()
        self.asked.setChecked(False)
        GoalProjector(self.bench, self.window(), words).exec()


def _so_far(view: GoalRoundView) -> str:
    """What is written of this person's goals, what is still to be written of them, and whether the turn is over."""
    goals, unset = ([words.rstrip(".") for words in found] for found in (view.goals, view.unset))
    said = [f"Goal so far: {'; '.join(goals)}." if goals else "No goal is written yet."]
    if unset and len(goals) == 1:
        said.append("Its steps “now” and “hoped for” are still to be written.")
    elif unset:
        said.append(f"The steps “now” and “hoped for” of “{'”, “'.join(unset)}” are still to be written.")
    if view.participant_id in view.had:
        said.append("They had their turn.")
    return " ".join(said)
