"""The four decisions, equal in rank, none chosen in advance; a reason where one is wanted."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from mat_desktop.facilitation.screening import ScreeningView
from mat_desktop.screens.look.theme import colour, type_font
from mat_desktop.screens.shared.badges import BADGES
from mat_desktop.screens.shared.buttons import ENTER
from mat_desktop.screens.shared.fields import LineField
from mat_desktop.screens.shared.parts import boxed, button, emptied, label, row
from mat_desktop.workshop.screening import PHRASES, WORDS_TO_SAY, ScreeningOutcome, wants_reason

_SAID = {
    ScreeningOutcome.INCLUDE: "Goes on to pairing",
    ScreeningOutcome.REFER: "Other help first",
    ScreeningOutcome.NOT_NOW: "Ask next time",
    ScreeningOutcome.OWN_CHOICE: "Not going on",
}


class Decision(QAbstractButton):
    """One of the four decisions: a ring, an icon, a word and what it means."""

    def __init__(self, outcome: ScreeningOutcome) -> None:
        super().__init__()
        self.outcome = outcome
        self.setCheckable(True)
        self.setFixedHeight(60)
        self.setText(BADGES[outcome][2])
        self.setAccessibleName(f"{BADGES[outcome][2]}: {_SAID[outcome]}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Four of them share the row."""
        return QSize(160, 60)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses it, as Space does; a held key chooses nothing twice."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
            return
        event.accept()
        if not event.isAutoRepeat():
            self.click()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click is no press."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card; the chosen one is tinted, with a heavy border and a filled ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(colour("primary" if on else "control"), 3 if on else 1))
        painter.setBrush(colour("primary_soft" if on else "surface"))
        painter.drawRoundedRect(box, 10, 10)
        ring = QRectF(12, 20, 20, 20)
        painter.setPen(QPen(colour("primary" if on else "control"), 6 if on else 1.5))
        painter.setBrush(colour("surface"))
        painter.drawEllipse(ring.adjusted(2, 2, -2, -2) if on else ring)
        painter.setPen(colour("ink"))
        painter.setFont(type_font("strong"))
        painter.drawText(self.rect().adjusted(42, 8, -4, -30), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(type_font("small"))
        painter.setPen(colour("ink_muted"))
        painter.drawText(self.rect().adjusted(42, 29, -4, -9), Qt.AlignmentFlag.AlignVCenter, _SAID[self.outcome])


class Decisions(QWidget):
    """`decide` is given the decision and the reason; `reword` a new reason for the decision that stands."""

    def __init__(self, decide: Callable[[ScreeningOutcome, str], object], reword: Callable[[str, str], str]) -> None:
        super().__init__()
        self._decide = decide
        self._found: ScreeningView | None = None
        self._wanted: ScreeningOutcome | None = None
        self.suggested = label("", "small")
        self.say = label("", "small", wrap=True)
        self.reason = LineField("", reword, "Reason, in a few words")
        self.reason.edit.setAccessibleName("Reason")
        self.phrases = row(gap=6)
        self.buttons: dict[ScreeningOutcome, Decision] = {}
        self._group = QButtonGroup(self)
        choices = row(gap=10)
        for outcome in ScreeningOutcome:
            found = Decision(outcome)
            found.clicked.connect(lambda _on=False, o=outcome: self.choose(o))
            self._group.addButton(found)
            self.buttons[outcome] = found
            choices.addWidget(found, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row(label("Your decision", "strong"), None, self.suggested))
        layout.addLayout(choices)
        layout.addWidget(self.say)
        self._tap = boxed(self.phrases)
        layout.addWidget(self._tap)
        layout.addWidget(self.reason)

    @property
    def chosen(self) -> ScreeningOutcome | None:
        """What was decided."""
        return self._found.outcome if self._found is not None else None

    def start(self) -> None:
        """Put the keyboard on the four decisions; none of them is chosen by that."""
        self.buttons[ScreeningOutcome.INCLUDE].setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self, outcome: ScreeningOutcome) -> None:
        """Decide; where a reason is wanted, it is asked for first."""
        assert self._found is not None
        reason = self.reason.text().strip()
        if wants_reason(outcome, self._found.suggestion) and not reason:
            self._wanted = outcome
            self._show_choice(self._found.outcome)
            self._show_phrases(outcome)
            self.reason.complain("Give a reason first: tap one above or write a few words, then choose again.")
            self.reason.edit.setFocus()
            return
        self._wanted = None
        self._decide(outcome, reason)

    def show_talk(self, view: ScreeningView) -> None:
        """Show what was decided, and what the answers suggest."""
        same = self._found is not None and self._found.participant_id == view.participant_id
        self._found = view
        if not same:
            self._wanted = None
        self.reason.set(view.reason, view.participant_id)
        self._show_choice(view.outcome)
        said = BADGES[view.suggestion][2] if view.suggestion else view.nothing_because
        self.suggested.setText(f"The answers suggest, you decide. Suggested: {said}")
        outcome = self._wanted or view.outcome
        self._show_phrases(outcome)

    def _show_choice(self, chosen: ScreeningOutcome | None) -> None:
        self._group.setExclusive(False)
        for outcome, decision in self.buttons.items():
            decision.setChecked(chosen is outcome)
        self._group.setExclusive(True)

    def _show_phrases(self, outcome: ScreeningOutcome | None) -> None:
        words = WORDS_TO_SAY.get(outcome, "") if outcome else ""
        self.say.setText(words)
        self.say.setVisible(bool(words))
        emptied(self.phrases)
        asked = outcome if outcome is not None and outcome is self._wanted else None
        for phrase in PHRASES.get(asked, ()) if asked else ():
            tap = button(phrase, partial(self._tapped, phrase), "tap")
            self.phrases.addWidget(tap)
        self.phrases.addStretch(1)
        self._tap.setVisible(asked is not None)

    def _tapped(self, phrase: str) -> None:
        assert self._wanted is not None
        assert isinstance(self.reason.edit, QLineEdit)
        self.reason.edit.setText(phrase)
        self.choose(self._wanted)
