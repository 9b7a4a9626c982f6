"""Step 5: goals in the person's own words, a ladder drawn as stairs, the card as it prints."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from mat_desktop.facilitation import goals, sheets
from mat_desktop.facilitation.goals import GoalsView, GoalView
from mat_desktop.facilitation.sheet_views import GoalCardSheet
from mat_desktop.facilitation.shown.numbers import signed
from mat_desktop.screens.look import icons
from mat_desktop.screens.shared.badges import colour, type_font
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import DateField, LineField, Tick
from mat_desktop.screens.shared.parts import button, card, label, line, rename, row, scrolled
from mat_desktop.screens.shared.people_list import Entry, PeopleList
from mat_desktop.screens.shared.preview import Preview
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.goals import LEVELS
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.participants import first_name
from mat_desktop.workshop.sheets import SheetKind
from mat_desktop.workshop.text import joined

_STAIRS = {2: 110, 1: 92, 0: 74, -1: 60, -2: 46}


def make(bench: Bench, step: Step) -> StepPage:
    """The page of this step."""
    return GoalsPage(bench, step)


class Stair(QWidget):
    """One step of the ladder, as wide as it is high up."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level, self._target = level, False
        self.setFixedSize(_STAIRS[level], 42)

    def mark(self, *, target: bool) -> None:
        """Show whether this is the step hoped for."""
        self._target = target
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A plain block with its number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("primary" if self._target else "sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.setFont(type_font("strong"))
        painter.setPen(colour("on_primary" if self._target else "ink"))
        painter.drawText(
            self.rect().adjusted(0, 0, -12, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            signed(self._level),
        )


class GoalsPage(StepPage):
    """People left, the goal in the middle, the card right."""

    def __init__(self, bench: Bench, step: Step) -> None:
        super().__init__(bench)
        self.step = step
        self.goal = 0
        self.list = PeopleList("Whose goals", self.work_on, 204)
        self.words = LineField("Goal, in their own words", self._keep("words"))
        self.look_again = DateField(
            "Look again on", lambda day, visit: self._do(visit, goals.change, "look_again_on", day)
        )
        self.levels: dict[int, LineField] = {}
        self.stairs: dict[int, Stair] = {}
        self.flags: dict[int, QPushButton] = {}
        self.plans: list[tuple[LineField, LineField]] = []
        self.witness = Tick("", lambda on: self.bench.do(goals.change, self.goal, "witness_heard", on))
        self.witness_name = label("", "small", wrap=True)
        self.form = self._form()
        self.empty, self._empty_words = self._no_goal()
        self.preview = Preview("How it prints", "A5")
        self.preview.setFixedWidth(280)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.list)
        both.addWidget(self.form, 1)
        both.addWidget(self.empty, 1)
        both.addWidget(self.preview)
        self.content.addLayout(both, 1)
        self.other = button("Second goal", self._other_goal, icon="plus")
        self.side = [self.other, button("Remove goal", self._remove, "danger", "trash-2")]
        self.following = button("Next person", self._next_person, icon="arrow-right", after=True)
        self.extra = [self.following]
        self._soon = QTimer(self, interval=150, singleShot=True)
        self._soon.timeout.connect(self._draw_card)

    def _form(self) -> QWidget:
        frame, layout = card(gap=8)
        self.whose = label("", "small", wrap=True)
        self.look_again.setFixedWidth(180)
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, 10, 0)
        body.setSpacing(6)
        body.addWidget(self.whose)
        top = row(self.words, self.look_again)
        top.setStretch(0, 1)
        body.addLayout(top)
        body.addWidget(label("Five steps, in things you can count", "label"))
        for level in LEVELS:
            body.addLayout(self._rung(level))
        body.addWidget(label("If-then plan", "label"))
        for position in range(goals.PLANS):
            body.addLayout(self._plan(position))
        body.addWidget(line())
        body.addWidget(self.witness)
        body.addWidget(self.witness_name)
        body.addStretch(1)
        holder = QWidget()
        holder.setLayout(body)
        layout.addWidget(scrolled(holder))
        return frame

    def _rung(self, level: int) -> QHBoxLayout:
        field = LineField("", lambda words, visit: self._do(f"level {level} {visit}", goals.set_level, level, words))
        field.edit.setAccessibleName(f"Step {signed(level)}")
        self.levels[level] = field
        self.stairs[level] = Stair(level)
        flag = QPushButton("")
        flag.setProperty("kind", "flag")
        flag.setFixedWidth(104)
        menu = QMenu(flag)
        menu.addAction("This is now", partial(self._flag, "now", level))
        menu.addAction("This is hoped for", partial(self._flag, "target", level))
        flag.setMenu(menu)
        self.flags[level] = flag
        found = row(self.stairs[level], field, flag, gap=6)
        found.setStretch(1, 1)
        return found

    def _plan(self, position: int) -> QHBoxLayout:
        def keep(_words: str, visit: str) -> str:
            first, second = self.plans[position]
            return self._do(f"plan {position} {visit}", goals.set_plan, position, first.text(), second.text())

        pair = (LineField("", keep), LineField("", keep))
        pair[0].edit.setAccessibleName(f"If, plan {position + 1}")
        pair[1].edit.setAccessibleName(f"Then, plan {position + 1}")
        self.plans.append(pair)
        found = row(label("If", "link"), pair[0], label("then", "link"), pair[1], gap=8)
        found.setStretch(1, 1)
        found.setStretch(3, 1)
        return found

    def _no_goal(self) -> tuple[QWidget, QLabel]:
        frame, layout = card()
        said = label("", "muted", wrap=True)
        layout.addWidget(said)
        self.first = button("Write the first goal", self._add, "primary", "plus")
        layout.addLayout(row(self.first, None))
        layout.addStretch(1)
        return frame, said

    def _do(self, visit: str, deed: Callable[..., object], *values: object) -> str:
        return self.bench.attempt(f"goal {self.goal} {visit}", deed, self.goal, *values)[1]

    def _keep(self, field: str) -> Callable[[str, str], str]:
        return lambda words, visit: self._do(f"{field} {visit}", goals.change, field, words)

    def _flag(self, flag: str, level: int) -> None:
        self.bench.do(goals.set_flag, self.goal, flag, level)

    def _add(self) -> None:
        key, refused = self.bench.attempt("", goals.add, self.person)
        if refused or key is None:
            self.bench.messages.tell(refused)
            return
        self.goal = key
        self.refresh()
        self.words.edit.setFocus()

    def _other_goal(self) -> None:
        self.keep_typing()
        found = goals.goals_of(self.bench.desk, self.person)
        keys = [g.id for g in found.goals]
        if len(keys) < 2 or (keys[-1] == self.goal and len(keys) < goals.MOST_GOALS):
            self._add()
            return
        self.goal = keys[(keys.index(self.goal) + 1) % len(keys)]
        self.refresh()

    def _remove(self) -> None:
        if self.goal and self.bench.do(goals.remove, self.goal):
            self.bench.messages.tell("The goal was removed. Undo brings it back.", wrong=False)

    def _next_person(self) -> None:
        if following := self.list.neighbour(self.person, 1):
            self.work_on(following)

    def work_on(self, person: int) -> None:
        """Keep what is typed before another person is shown."""
        self.keep_typing()
        super().work_on(person)

    def refresh(self) -> None:
        """Show the list, the goal and the card."""
        rows = goals.people(self.bench.desk, self.bench.workshop_id)
        keys = [r.id for r in rows]
        if self.person not in keys:
            self.person = keys[0] if keys else 0
        self.list.show_entries([Entry(r.id, r.name, "set" if r.standing else "to do") for r in rows], self.person)
        self._note = f"{sum(bool(r.standing) for r in rows)} of {len(rows)} have a goal" if rows else ""
        self.following.setEnabled(bool(self.list.neighbour(self.person, 1)))
        if not self.person:
            self._show_none("Nobody is expected yet. People are added in step 2.", can_add=False)
            return
        found = goals.goals_of(self.bench.desk, self.person)
        goal_keys = [g.id for g in found.goals]
        if self.goal not in goal_keys:
            self.goal = goal_keys[0] if goal_keys else 0
        if not self.goal:
            said = f"{first_name(found.name)} has no goal yet."
            self._show_none(f"{said} Registered with: “{found.challenge}”" if found.challenge else said, can_add=True)
            return
        self._show_goal(found, found.goals[goal_keys.index(self.goal)])

    def note(self) -> str:
        """How many have a goal."""
        return self._note

    def _show_none(self, words: str, *, can_add: bool) -> None:
        self.form.hide()
        self.preview.hide()
        self.empty.show()
        self._empty_words.setText(words)
        self.first.setVisible(can_add)
        for action in self.side:
            action.setEnabled(False)

    def _show_goal(self, found: GoalsView, goal: GoalView) -> None:
        self.empty.hide()
        self.form.show()
        self.preview.show()
        for action in self.side:
            action.setEnabled(True)
        count = len(found.goals)
        names = {1: "Second goal", 2: "Third goal"}
        last = found.goals[-1].id == goal.id
        rename(self.other, names.get(count, "Next goal") if last or count < 2 else "Next goal")
        place = [g.id for g in found.goals].index(goal.id) + 1
        self.whose.setText(
            f"{found.name}, goal {place} of {count}. Registered with: “{found.challenge}”"
            if found.challenge
            else f"{found.name}, goal {place} of {count}"
        )
        self.words.set(goal.words, goal.id)
        self.look_again.set_day(goal.look_again_on, goal.id)
        for level, words in goal.ladder:
            self.levels[level].set(words, goal.id)
            self.stairs[level].mark(target=level == goal.target)
            flag = "hoped for" if level == goal.target else "now" if level == goal.now else "…"
            self.flags[level].setText("set …" if flag == "…" else flag)
            mark = {"hoped for": "flag", "now": "map-pin"}.get(flag)
            self.flags[level].setIcon(icons.icon(mark, "primary", 16) if mark else QIcon())
            self.flags[level].setAccessibleName(
                f"Step {signed(level)} is {flag}" if flag != "…" else f"Set a flag on step {signed(level)}"
            )
        for fields, texts in zip(self.plans, goal.plans, strict=True):
            for field, words in zip(fields, texts, strict=True):
                field.set(words, goal.id)
        self._show_witness(found, goal)
        self._soon.start()

    def _show_witness(self, found: GoalsView, goal: GoalView) -> None:
        who = joined(list(found.witnesses))
        self.witness.setText(
            f"{who} said the goal back in other words" if who else "The witness said the goal back in other words"
        )
        self.witness.setAccessibleName(self.witness.text())
        self.witness.set(goal.witness_heard)
        self.witness_name.setText("" if who else "No pair yet: the witness prints as a line until pairs are confirmed.")
        self.witness_name.setVisible(not who)

    def _draw_card(self) -> None:
        if not (self.person and self.goal and self.isVisible()):
            return
        cards = sheets.sheets(self.bench.desk, self.bench.workshop_id, SheetKind.GOAL_CARD, [self.person])
        place = [c.goal.id for c in cards if isinstance(c, GoalCardSheet)].index(self.goal)
        paper = self.bench.desk.archive.fact("paper") or "A4"
        self.preview.show_pdf(self.bench.printer.pdf([cards[place]], paper, cards_alone=True), f"Goal card {place + 1}")
