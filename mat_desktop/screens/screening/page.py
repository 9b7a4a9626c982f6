"""Step 3: the talk with each person. The answers suggest; the facilitator decides."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mat_desktop.facilitation import screening
from mat_desktop.facilitation.screening import ScreeningView
from mat_desktop.screens.shared.badges import BADGES, colour, type_font
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import DateField, LineField
from mat_desktop.screens.shared.parts import Segments, button, card, label, line, row, scrolled
from mat_desktop.screens.shared.people_list import Entry, PeopleList
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.screening import RULERS, STATEMENTS, Outcome, Reply, wants_reason

_SAID = {
    Outcome.INCLUDE: "Goes on to pairing",
    Outcome.REFER: "Other help first",
    Outcome.NOT_NOW: "Ask next time",
    Outcome.OWN_CHOICE: "Their own wish",
}


def make(bench: Bench, step: Step) -> StepPage:
    """The page of this step."""
    return ScreeningPage(bench, step)


class Decision(QAbstractButton):
    """One of the four decisions: a ring, an icon, a word and what it means."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome
        self.setCheckable(True)
        self.setFixedHeight(64)
        self.setText(BADGES[outcome][2])
        self.setAccessibleName(f"{BADGES[outcome][2]}: {_SAID[outcome]}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Four of them share the row."""
        return QSize(160, 64)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card; the chosen one is tinted, with a heavy border and a filled ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(colour("primary" if on else "control"), 3 if on else 1))
        painter.setBrush(colour("primary_soft" if on else "surface"))
        painter.drawRoundedRect(box, 10, 10)
        ring = QRectF(12, 22, 20, 20)
        painter.setPen(QPen(colour("primary" if on else "control"), 6 if on else 1.5))
        painter.setBrush(colour("surface"))
        painter.drawEllipse(ring.adjusted(2, 2, -2, -2) if on else ring)
        painter.setPen(colour("ink"))
        painter.setFont(type_font("strong"))
        painter.drawText(self.rect().adjusted(42, 9, -4, -32), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(type_font("small"))
        painter.setPen(colour("ink_muted"))
        painter.drawText(self.rect().adjusted(42, 31, -4, -9), Qt.AlignmentFlag.AlignVCenter, _SAID[self.outcome])


class ScreeningPage(StepPage):
    """The list left, the talk right."""

    def __init__(self, bench: Bench, step: Step) -> None:
        super().__init__(bench)
        self.step = step
        self.list = PeopleList("People to talk with", self.work_on)
        self.name, self.challenge = label("", "person"), label("", "small", wrap=True)
        self.statements: dict[str, Segments] = {}
        self.rulers: dict[str, LineField] = {}
        self.decisions: dict[Outcome, Decision] = {}
        self.suggested = label("", "small")
        self.reason = LineField("", self._keep_reason, "Reason, in a few words")
        self.reason.edit.setAccessibleName("Reason")
        self.happened = DateField("Day of the talk", lambda day, visit: self._do(visit, screening.set_date, day))
        self.note_field = LineField(
            "Working note. On no handout; shown to the person if they ask for their record.",
            lambda words, visit: self._do(visit, screening.set_note, words),
        )
        self.note_field.title.setWordWrap(True)
        self.empty = label("Nobody is expected yet. People are added in step 2.", "muted", wrap=True)
        self.talk = self._talk()
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.list)
        both.addWidget(self.talk, 1)
        both.addWidget(self.empty, 1)
        self.content.addLayout(both, 1)
        self.following = button("Next person", self._next_person, icon="arrow-right", after=True)
        self.extra = [self.following]

    def _talk(self) -> QWidget:
        frame, layout = card(gap=6)
        head = row(self.name, self.challenge, gap=16)
        head.setStretch(1, 1)
        self.challenge.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(head)
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, 12, 0)
        body.setSpacing(4)
        for number, statement in enumerate(STATEMENTS, 1):
            body.addWidget(line())
            body.addWidget(self._statement(number, statement.key, statement.words, statement.hint))
        body.addWidget(line())
        body.addWidget(self._rulers())
        body.addLayout(row(self.happened, self.note_field, gap=16))
        self.happened.setFixedWidth(190)
        body.addStretch(1)
        holder = QWidget()
        holder.setLayout(body)
        layout.addWidget(scrolled(holder), 1)
        layout.addWidget(line())
        layout.addLayout(row(label("Your decision", "strong"), None, self.suggested))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        choices = row(gap=10)
        for outcome in Outcome:
            found = Decision(outcome)
            found.clicked.connect(lambda _on=False, o=outcome: self.decide(o))
            self._group.addButton(found)
            self.decisions[outcome] = found
            choices.addWidget(found, 1)
        layout.addLayout(choices)
        layout.addWidget(self.reason)
        return frame

    def _statement(self, number: int, key: str, words: str, hint: str) -> QWidget:
        found = Segments(
            [(Reply.YES, "Yes"), (Reply.UNSURE, "Unsure"), (Reply.NO, "No")],
            words,
            lambda value: self._answer(key, value),
            92,
        )
        found.setFixedWidth(276)
        self.statements[key] = found
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(label(words, "strong", wrap=True))
        if hint:
            said.addWidget(label(hint, "small"))
        widget = QWidget()
        layout = QHBoxLayout(widget)
        layout.setContentsMargins(0, 3, 0, 3)
        layout.setSpacing(12)
        place = label(str(number), "muted")
        place.setFixedWidth(18)
        layout.addWidget(place)
        layout.addLayout(said, 1)
        layout.addWidget(found)
        return widget

    def _rulers(self) -> QWidget:
        widget = QWidget()
        grid = QGridLayout(widget)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setSpacing(8)
        for number, ruler in enumerate(RULERS):
            found = LineField("", self._ruler_keeper(ruler.key), "0–10")
            found.edit.setAccessibleName(f"{ruler.words}, 0 to 10")
            found.setFixedWidth(86)
            self.rulers[ruler.key] = found
            grid.addWidget(label(ruler.words), number // 2, (number % 2) * 2)
            grid.addWidget(found, number // 2, (number % 2) * 2 + 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        return widget

    def _ruler_keeper(self, key: str) -> Callable[[str, str], str]:
        return lambda words, visit: self._do(f"{key} {visit}", screening.answer, key, words.strip())

    def _do(self, visit: str, deed: Callable[..., object], *values: object) -> str:
        return self.bench.attempt(f"{self.person} {visit}", deed, self.person, *values)[1]

    def _answer(self, key: str, value: str) -> None:
        self.bench.do(screening.answer, self.person, key, value)

    def decide(self, outcome: Outcome) -> None:
        """Record the decision; a reason is asked for where it is wanted."""
        found = screening.talk(self.bench.desk, self.person)
        reason = self.reason.text().strip()
        if wants_reason(outcome, found.suggestion) and not reason:
            self.reason.complain("Give a reason first, in a few words; then choose again.")
            self._show_decision(found)
            self.reason.edit.setFocus()
            return
        self.bench.do(screening.decide, self.person, outcome, reason)

    def _keep_reason(self, words: str, visit: str) -> str:
        found = screening.talk(self.bench.desk, self.person)
        if found.outcome is None:
            return "Now choose the decision that this is the reason for."
        return self._do(visit, screening.decide, found.outcome, words)

    def _next_person(self) -> None:
        following = self.list.neighbour(self.person, 1)
        if following:
            self.work_on(following)

    def work_on(self, person: int) -> None:
        """Keep what is typed before another person is shown."""
        self.keep_typing()
        super().work_on(person)

    def refresh(self) -> None:
        """Show the list, and the talk with the person on the table."""
        rows = screening.people(self.bench.desk, self.bench.workshop_id)
        keys = [r.id for r in rows]
        if self.person not in keys:
            waiting = [r.id for r in rows if r.outcome is None]
            self.person = (waiting or keys or [0])[0]
        self.list.show_entries(
            [Entry(r.id, r.name, r.outcome or "to do", n) for n, r in enumerate(rows, 1)], self.person
        )
        done = sum(r.outcome is not None for r in rows)
        self._note = f"{done} of {len(rows)} decided" if rows else ""
        self.talk.setVisible(bool(self.person))
        self.empty.setVisible(not self.person)
        self.following.setEnabled(bool(self.list.neighbour(self.person, 1)))
        if self.person:
            self._show_talk(screening.talk(self.bench.desk, self.person))

    def note(self) -> str:
        """How many are decided."""
        return self._note

    def _show_talk(self, found: ScreeningView) -> None:
        self.name.setText(found.name)
        self.challenge.setText(f"“{found.challenge}”" if found.challenge else "")
        for key, segments in self.statements.items():
            segments.set(found.answers.get(key, ""))
        for key, field in self.rulers.items():
            field.set(found.answers.get(key, ""), self.person)
        self.happened.set_day(found.happened_on, self.person)
        self.note_field.set(found.note, self.person)
        self.reason.set(found.reason, self.person)
        self._show_decision(found)

    def _show_decision(self, found: ScreeningView) -> None:
        self._group.setExclusive(False)
        for outcome, decision in self.decisions.items():
            decision.setChecked(found.outcome is outcome)
        self._group.setExclusive(True)
        said = BADGES[found.suggestion][2] if found.suggestion else "nothing before all eight are answered"
        self.suggested.setText(f"The answers suggest, you decide. Suggested: {said}")
        if found.talk_about:
            self.suggested.setText(f"{self.suggested.text()}. Talk about {len(found.talk_about)}.")
