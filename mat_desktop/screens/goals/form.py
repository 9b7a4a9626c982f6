"""One goal as a form, in the order of the goal sheet: words, ladder, plans, and what paper may say."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals import steps
from mat_desktop.facilitation.goals.entry import GoalField
from mat_desktop.facilitation.goals.views import GoalsView, GoalView
from mat_desktop.facilitation.shown.choices import choices
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.shown.words.goals import KINDS
from mat_desktop.screens.goals.stairs import Stairs
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import DateField, LineField, Tick
from mat_desktop.screens.shared.more import More
from mat_desktop.screens.shared.parts import Segments, boxed, button, card, column, flowing, label, line, row, scrolled
from mat_desktop.screens.shared.side_by_side import SideBySide
from mat_desktop.workshop.goals.goal import WEIGHT_STEPS, GoalKind, PaperWords
from mat_desktop.workshop.text import joined

_STEPS = dict(zip(map(str, WEIGHT_STEPS), ("a little", "quite", "very"), strict=True))
_PAPER = ((PaperWords.FULL, "Full words"), (PaperWords.SHORT, "Short words"), (PaperWords.MY_GOAL, "“My goal”"))


MORE_ABOUT_A_GOAL = "Numbers, weight, next look"


class GoalForm(QWidget):
    """The card in the middle of the page."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench, self.goal = bench, 0
        self.whose, self.since = label("", "small", wrap=True), label("", "attn", wrap=True)
        self.words = LineField("Goal, in their own words", self._keep(GoalField.WORDS))
        self.look_again = DateField(
            "Look again on",
            lambda day, visit: self._change(GoalField.LOOK_AGAIN_ON, day, visit),
            bench.desk.clock.today,
        )
        self.kind = Segments(
            choices(KINDS),
            "Counted in",
            lambda key: self.bench.do(goals.change, self.goal, GoalField.KIND, key),
            84,
        )
        self.unit = LineField("Unit", self._keep(GoalField.UNIT), "days a week")
        self.baseline = LineField("Amount now", self._keep(GoalField.BASELINE), letters="000.00")
        self.hoped = LineField("Amount hoped for", self._keep(GoalField.HOPED), letters="000.00")
        self.suggest = button("Suggest steps", self._suggest)
        self.stairs = Stairs(self._keep_step, lambda flag, level: self.bench.do(steps.set_flag, self.goal, flag, level))
        self.worse = Tick("It could also get worse", lambda on: self.bench.do(steps.can_get_worse, self.goal, on=on))
        self.plans: list[tuple[LineField, LineField, LineField]] = []
        self.obstacle = LineField("What is most likely to get in the way", self._keep(GoalField.OBSTACLE))
        self.first_step = LineField("First step, within two days", self._keep(GoalField.FIRST_STEP))
        words = list(_STEPS.items())
        self.importance = Segments(words, "Important", lambda key: self._rate(GoalField.IMPORTANCE, key), 72)
        self.difficulty = Segments(words, "Difficult", lambda key: self._rate(GoalField.DIFFICULTY, key), 72)
        self.paper = Segments(
            [(k.value, words) for k, words in _PAPER], "Paper that others may see", self._on_paper, 116
        )
        self.short_words = LineField("In short", self._keep(GoalField.SHORT_WORDS))
        self.witness = Tick("", lambda on: self.bench.do(goals.change, self.goal, GoalField.WITNESS_HEARD, on))
        self.witness_name = label("", "small", wrap=True)
        self.anew = button("Write it anew", self._revise, icon="file-pen-line")
        self._build()

    def _build(self) -> None:
        frame, outer = card(gap=8)
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, 10, 0)
        body.setSpacing(8)
        self._lay_head(body)
        self._lay_ladder(body)
        self._lay_plans(body)
        self._lay_paper(body)
        self._lay_more(body)
        body.addStretch(1)
        holder = QWidget()
        holder.setLayout(body)
        outer.addWidget(scrolled(holder))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)

    def _lay_head(self, body: QVBoxLayout) -> None:
        body.addWidget(self.whose)
        self._frozen_row = SideBySide((self.since, 1, 200), (self.anew, 0, 0))
        body.addWidget(self._frozen_row)
        body.addWidget(self.words)

    def _lay_ladder(self, body: QVBoxLayout) -> None:
        body.addWidget(label("Five steps, in things you can count", "label", wrap=True))
        body.addWidget(self.stairs)
        body.addWidget(self.worse)

    def _lay_plans(self, body: QVBoxLayout) -> None:
        body.addWidget(label("If-then plans", "label"))
        for position in range(goals.PLANS):
            body.addLayout(self._plan(position))
        body.addWidget(self.obstacle)
        body.addWidget(self.first_step)

    def _lay_more(self, body: QVBoxLayout) -> None:
        inner = QVBoxLayout()
        inner.setSpacing(8)
        inner.addLayout(flowing(label("Counted in", "label"), self.kind, fills=False))
        self._amounts = boxed(flowing(self.unit, self.baseline, self.hoped, self.suggest))
        inner.addWidget(self._amounts)
        inner.addLayout(flowing(label("Important", "label"), self.importance, fills=False))
        inner.addLayout(flowing(label("Difficult", "label"), self.difficulty, fills=False))
        inner.addLayout(flowing(self.look_again, fills=False))
        self.more = More(MORE_ABOUT_A_GOAL, inner)
        body.addWidget(self.more)

    def _lay_paper(self, body: QVBoxLayout) -> None:
        body.addWidget(line())
        body.addWidget(label("On paper that others may see (nothing prints before this is chosen)", "label", wrap=True))
        body.addWidget(self.paper)
        body.addWidget(self.short_words)
        body.addWidget(line())
        body.addWidget(self.witness)
        body.addWidget(self.witness_name)

    def _plan(self, position: int) -> QVBoxLayout:
        def keep(_words: str, visit: str) -> str:
            said = [field.text() for field in self.plans[position]]
            return self._do(f"plan {position} {visit}", goals.set_plan, position, *said)

        number = position + 1
        fields = (LineField("", keep), LineField("", keep), LineField("And if not?", keep))
        for field, name in zip(fields, ("If", "Then", "Backup"), strict=True):
            field.edit.setAccessibleName(f"{name}, plan {number}")
        self.plans.append(fields)
        halves = []
        for word, field in zip(("If", "then"), fields, strict=False):
            half = row(label(word, "link"), field, gap=8)
            half.setStretch(1, 1)
            halves.append((boxed(half), 1, 190))
        return column(SideBySide(*halves, gap=8), fields[2], gap=4)

    def _do(self, visit: str, deed: Callable[..., object], *values: object) -> str:
        return self.bench.attempt(f"goal {self.goal} {visit}", deed, self.goal, *values)[1]

    def _change(self, field: GoalField, value: Any, visit: str) -> str:
        return self._do(f"{field.value} {visit}", goals.change, field, value)

    def _keep(self, field: GoalField) -> Callable[[str, str], str]:
        return lambda words, visit: self._change(field, words, visit)

    def _keep_step(self, level: int, words: str, visit: str) -> str:
        return self._do(f"level {level} {visit}", steps.set_level, level, words)

    def _rate(self, field: GoalField, key: str) -> None:
        self.bench.do(goals.change, self.goal, field, int(key))

    def _on_paper(self, key: str) -> None:
        self.bench.do(goals.change, self.goal, GoalField.ON_PAPER, key)
        if key == PaperWords.SHORT and not self.short_words.text():
            self.short_words.edit.setFocus()

    def _suggest(self) -> None:
        for field in (self.unit, self.baseline, self.hoped, *self.stairs.levels.values()):
            field.commit()
        self.bench.do(steps.suggest_steps, self.goal)

    def _revise(self) -> None:
        key, refused = self.bench.attempt("", goals.revise, self.goal)
        if refused or key is None:
            self.bench.messages.tell(refused)
            return
        self.goal = key
        self.bench.done.emit()

    def show_goal(self, view: GoalsView, goal: GoalView) -> None:
        """Show one goal; once the calls have begun it is shown and not changed."""
        self.goal = goal.id
        frozen = goal.id in view.frozen
        self._show_head(view, goal, frozen)
        for field, words in (
            (self.words, goal.words),
            (self.unit, goal.unit),
            (self.baseline, _amount(goal.baseline)),
            (self.hoped, _amount(goal.hoped)),
            (self.obstacle, goal.obstacle),
            (self.first_step, goal.first_step),
        ):
            field.set(words, goal.id)
            field.edit.setReadOnly(frozen)
        self.short_words.set(goal.short_words, goal.id)
        self.short_words.setVisible(goal.on_paper is PaperWords.SHORT)
        self.look_again.set_day(goal.look_again_on, goal.id)
        self.kind.set(goal.kind)
        counted = goal.kind in (GoalKind.NUMBER, GoalKind.HABIT)
        self._amounts.setVisible(counted)
        self.suggest.setVisible(counted and not frozen)
        self.stairs.show_goal(goal, frozen=frozen)
        self.worse.set(goal.could_get_worse)
        self.importance.set(str(goal.importance or ""))
        self.difficulty.set(str(goal.difficulty or ""))
        self.paper.set(goal.on_paper)
        for widget in (self.kind, self.worse, self.importance, self.difficulty):
            widget.setEnabled(not frozen)
        self._show_plans(goal, frozen=frozen)
        self._show_witness(view, goal)

    def _show_head(self, view: GoalsView, goal: GoalView, frozen: bool) -> None:
        place = [g.id for g in view.goals].index(goal.id) + 1
        said = f"{view.name}, goal {place} of {len(view.goals)}"
        if goal.shared:
            said = f"{said}, shared with {joined(view.witnesses)}"
        if goal.version > 1:
            said = f"{said}, version {goal.version}; the earlier one is kept"
        self.whose.setText(f"{said}. Registered with: “{view.challenge}”" if view.challenge else said)
        since = f" of {day_month_year(goal.happened_on)}" if goal.happened_on else ""
        self.since.setText(f"The calls have begun: this version{since} stays as it is.")
        self._frozen_row.setVisible(frozen)

    def _show_plans(self, goal: GoalView, *, frozen: bool) -> None:
        for fields, plan in zip(self.plans, goal.plans, strict=True):
            for field, words in zip(fields, (plan.if_words, plan.then_words, plan.backup), strict=True):
                field.set(words, goal.id)
                field.edit.setReadOnly(frozen)
            fields[2].title.setText("And if there is no call?" if plan.asks_backup else "And if not?")
            fields[2].setVisible(bool(plan.asks_backup or plan.backup or plan.if_words))

    def _show_witness(self, view: GoalsView, goal: GoalView) -> None:
        who = joined(view.witnesses_called)
        said = f"{who} said the goal back in other words" if who else "The witness said the goal back in other words"
        self.witness.setText(said)
        self.witness.setAccessibleName(said)
        self.witness.set(goal.witness_heard)
        self.witness_name.setText("" if who else "No pair yet: the witness prints as a line until pairs are confirmed.")
        self.witness_name.setVisible(not who)


def _amount(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
