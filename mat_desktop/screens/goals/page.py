"""Step 5: goals in the person's own words, a ladder drawn as stairs, the card as it prints; and the goal round."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals.views import GoalsView, GoalView
from mat_desktop.facilitation.printed.goals import GoalCardSheet
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.facilitation.today.page import rail
from mat_desktop.screens.goals.form import GoalForm
from mat_desktop.screens.goals.room import GoalRoom
from mat_desktop.screens.goals.round import GoalRound
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.beginning import begin_in
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.page_stack import PageStack
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import Segments, boxed, button, card, column, label, rename, row
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.screens.shared.people_rows import PersonEntry
from mat_desktop.screens.shared.preview import Preview
from mat_desktop.screens.shared.print_options import remembered
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.sheets import SheetKind


class GoalsPage(StepPage):
    """People left; the goal in the middle with the card right, or the round."""

    def __init__(self, bench: Bench, step: Step) -> None:
        super().__init__(bench)
        self.step = step
        self._view = Segments(
            (("goal", "Goals"), ("room", "In threes"), ("round", "Goal round")), "View", self.show_view, 110
        )
        self.list = PeopleList("Whose goals", self.work_on, 204)
        self.form = GoalForm(bench)
        self.round = GoalRound(bench)
        self.room = GoalRoom(bench)
        self.empty, self._empty_words = self._no_goal()
        self.preview = Preview("How it prints", "A5")
        hold(self.preview, width=280)
        self.print_card = button("Print card", self._print_card, icon="printer")
        beside = column(self.preview, self.print_card)
        beside.setStretch(0, 1)
        self._goal_view = PageZones((self.form, 1), (self.empty, 1), (boxed(beside), 0), gap=12)
        self._stack = PageStack()
        self._stack.addWidget(self._goal_view)
        self._stack.addWidget(self.room)
        self._stack.addWidget(self.round)
        self.content.addWidget(PageZones((self.list, 0), (self._stack, 1), gap=12), 1)
        self.other = button("Second goal", self._other_goal, icon="plus")
        self.shared = button("Shared project", self._add_shared, icon="users")
        self.tools = [self._view, self.shared]
        self.side = [self.other, button("Remove", self._remove, "danger", "trash-2")]
        self.following = button("Next person", self._next_person, icon="arrow-right", after=True)
        self.extra = [self.following]
        self._soon = QTimer(self, interval=150, singleShot=True)
        self._soon.timeout.connect(self._draw_card)
        self.show_view("goal")

    @property
    def goal(self) -> int:
        """The goal on the table."""
        return self.form.goal

    def _no_goal(self) -> tuple[QWidget, QLabel]:
        frame, layout = card()
        said = label("", "muted", wrap=True)
        layout.addWidget(said)
        self.first = button("Write the first goal", self._add, icon="plus")
        layout.addLayout(row(self.first, None))
        layout.addStretch(1)
        return frame, said

    def show_view(self, view: str) -> None:
        """Goals, the tables of three, or the round."""
        self.keep_typing()
        self._view.set(view)
        self._stack.setCurrentWidget({"round": self.round, "room": self.room}.get(view, self._goal_view))
        if view == "room":
            self.room.refresh()
        self._show_goals()
        self.round.show_person(self.person)
        self.bench.worked_on.emit(self.person)

    def _add(self) -> None:
        key, refused = self.bench.attempt("", goals.add, self.person)
        self._opened(key, refused)

    def _add_shared(self) -> None:
        found = goals.goals_of(self.bench.desk, self.person, self.bench.desk.clock.today())
        held = next((g.id for g in found.goals if g.shared), None)
        if held is not None:
            self._opened(held, "")
        elif found.partnership_id is None:
            self.bench.messages.tell("A shared project needs a pair that said yes. Pairs are made in step 4.")
        else:
            self._opened(*self.bench.attempt("", goals.add_shared, found.partnership_id))

    def _opened(self, key: int | None, refused: str) -> None:
        if refused or key is None:
            self.bench.messages.tell(refused)
            return
        self.form.goal = key
        self.refresh()
        self.form.words.edit.setFocus()

    def _other_goal(self) -> None:
        self.keep_typing()
        found = goals.goals_of(self.bench.desk, self.person, self.bench.desk.clock.today())
        keys = [g.id for g in found.goals]
        own = [g.id for g in found.goals if not g.shared]
        if len(keys) < 2 or (keys[-1] == self.goal and len(own) < goals.MOST_GOALS):
            self._add()
            return
        self.form.goal = keys[(keys.index(self.goal) + 1) % len(keys)]
        self.refresh()

    def _remove(self) -> None:
        if self.goal and self.bench.do(goals.remove, self.goal):
            self.bench.messages.tell("The goal was removed. Undo brings it back.", Look.DONE)

    def _print_card(self) -> None:
        self.keep_typing()
        self.bench.print_wanted.emit(SheetKind.GOAL_CARD.value, (self.person,))

    def _next_person(self) -> None:
        if following := self.list.neighbour(self.person, 1):
            self.work_on(following)

    def whom(self) -> int:
        """Who is marked in the list."""
        return self.person

    def refresh(self) -> None:
        """Show the list, and the goal or the round of the person on the table."""
        rows = goals.people(self.bench.desk, self.bench.workshop_id)
        keys = [r.id for r in rows]
        if self.person not in keys:
            self.person = keys[0] if keys else 0
        self.list.show_entries([PersonEntry(r.id, r.name, "set" if r.standing else "to do") for r in rows], self.person)
        # Counted as on the rail: those who are in a pair, once there are pairs.
        aim = rail(self.bench.desk, self.bench.workshop_id, self.bench.desk.clock.today())[Step.GOALS]
        self._note = f"{aim.done} of {aim.total} have a goal" if aim.total else ""
        self.following.setEnabled(bool(self.list.neighbour(self.person, 1)))
        if self._stack.currentWidget() is self.round:
            self.round.show_person(self.person)
        elif self._stack.currentWidget() is self.room:
            self.room.refresh()
        self._show_goals()

    def _show_goals(self) -> None:
        if not self.person:
            self._show_none("Nobody is expected yet. People are added in step 2.", can_add=False)
            return
        found = goals.goals_of(self.bench.desk, self.person, self.bench.desk.clock.today())
        goal_keys = [g.id for g in found.goals]
        if self.goal not in goal_keys:
            self.form.goal = goal_keys[0] if goal_keys else 0
        if not self.goal:
            said = f"{found.called} has no goal yet."
            self._show_none(f"{said} Registered with: “{found.challenge}”" if found.challenge else said, can_add=True)
            return
        self._show_goal(found, found.goals[goal_keys.index(self.goal)])

    def begin(self) -> None:
        """The first empty line of the goal; where there is none yet, the button that writes the first one."""
        if self.goal and self.form.isVisible():
            begin_in(self.form)
        elif self.first.isVisible():
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def note(self) -> str:
        """How many have a goal."""
        return self._note

    def _show_none(self, words: str, *, can_add: bool) -> None:
        self.form.hide()
        self.preview.hide()
        self.print_card.hide()
        self.empty.show()
        self._empty_words.setText(words)
        self.first.setVisible(can_add)
        for action in (*self.side, self.shared):
            action.setEnabled(False)

    def _show_goal(self, view: GoalsView, goal: GoalView) -> None:
        self.empty.hide()
        self.form.show()
        self.preview.show()
        self.print_card.show()
        for action in self.side:
            action.setEnabled(self._stack.currentWidget() is self._goal_view)
        self.shared.setEnabled(view.partnership_id is not None)
        own = sum(not g.shared for g in view.goals)
        last = view.goals[-1].id == goal.id and own < goals.MOST_GOALS
        new = {1: "Second goal", 2: "Third goal"}.get(own, "Next goal")
        rename(self.other, new if last or len(view.goals) < 2 else "Next goal")
        self.form.show_goal(view, goal)
        self._soon.start()

    def _draw_card(self) -> None:
        if not (self.person and self.goal and self.preview.isVisible()):
            return
        cards = sheets.preview(
            self.bench.desk,
            Order(workshop_id=self.bench.workshop_id, kinds=(SheetKind.GOAL_CARD,), people=(self.person,)),
        )
        place = [c.goal.id if isinstance(c, GoalCardSheet) and c.goal else 0 for c in cards].index(self.goal)
        style = remembered(self.bench.desk)
        self.preview.show_pdf(self.bench.printer.pdf([cards[place]], style, cards_alone=True), f"Goal card {place + 1}")
