"""The four decisions, equal in rank, none chosen in advance; a reason where one is wanted."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from mat_desktop.facilitation.screening import ScreeningView
from mat_desktop.facilitation.shown.dates import short
from mat_desktop.screens.look.theme import colour, type_font, worn
from mat_desktop.screens.shared.badges import BADGES
from mat_desktop.screens.shared.buttons import ENTER, Segment
from mat_desktop.screens.shared.fields import LineField
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.joined import JoinedLayout
from mat_desktop.screens.shared.parts import boxed, button, column, emptied, label
from mat_desktop.screens.shared.ring import lead_to
from mat_desktop.screens.shared.side_by_side import SideBySide
from mat_desktop.workshop.screening import PHRASES, WORDS_TO_SAY, ScreeningOutcome, wants_reason

_SAID = {
    ScreeningOutcome.INCLUDE: "Goes on to pairing",
    ScreeningOutcome.REFER: "Other help first",
    ScreeningOutcome.NOT_NOW: "Ask next time",
    ScreeningOutcome.OWN_CHOICE: "Not going on",
}
_INDENT, _TALL, _SAID_OVER = 38, 60, 16
"""Where the words begin, behind the ring, the height, and a line of small words, as drawn at 100 %."""


class Decision(Segment):
    """One of the four decisions: a radio button drawn as a card with a ring, a word and what it means."""

    stood = Signal()
    """Enter came to it while it was the one that stands."""

    def __init__(self, outcome: ScreeningOutcome) -> None:
        super().__init__(BADGES[outcome][2])
        self.outcome = outcome
        self.setAccessibleName(f"{BADGES[outcome][2]}: {_SAID[outcome]}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the decision that stands goes on; it is not decided twice."""
        if event.key() in ENTER and self.isChecked():
            event.accept()
            if not event.isAutoRepeat():
                self.stood.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Four of them share the row."""
        return QSize(max(160, self.minimumSizeHint().width()), worn().px(_TALL))

    def minimumSizeHint(self) -> QSize:
        """The ring, and the longer of its two lines."""
        lines = (self.text(), "strong"), (_SAID[self.outcome], "small")
        wide = max(QFontMetrics(type_font(kind)).horizontalAdvance(words) for words, kind in lines)
        return QSize(worn().px(_INDENT) + wide + 5, worn().px(_TALL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card; the chosen one is tinted, with a heavy border and a filled ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        theme = worn()
        painter.setPen(QPen(colour("primary" if on else "control"), theme.chosen if on else theme.border))
        painter.setBrush(colour("primary_soft" if on else "surface"))
        painter.drawRoundedRect(box, 10, 10)
        ring = QRectF(theme.px(10), (self.height() - theme.px(20)) / 2, theme.px(20), theme.px(20))
        painter.setPen(QPen(colour("primary" if on else "control"), theme.px(6) if on else 1.5))
        painter.setBrush(colour("surface"))
        painter.drawEllipse(ring.adjusted(2, 2, -2, -2) if on else ring)
        self._write(painter, underlined=on and theme.outlined)

    def _write(self, painter: QPainter, *, underlined: bool) -> None:
        px, middle = worn().px, self.height() // 2 - 1
        words = self.rect().adjusted(px(_INDENT), 0, -4, 0)
        font = type_font("strong")
        font.setUnderline(underlined)
        painter.setPen(colour("ink"))
        painter.setFont(font)
        top = words.adjusted(0, middle - px(22), 0, middle - self.height())
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(type_font("small"))
        painter.setPen(colour("ink_muted"))
        foot = words.adjusted(0, middle, 0, middle + px(22) - self.height())
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, _SAID[self.outcome])


class Decisions(QWidget):
    """`decide` is given the decision and the reason; `reword` a new reason for the decision that stands.

    `following`: Enter on the decision that stands leads there.
    """

    def __init__(
        self,
        decide: Callable[[ScreeningOutcome, str], object],
        reword: Callable[[str, str], str],
        following: Callable[[], object],
    ) -> None:
        super().__init__()
        self._decide = decide
        self._found: ScreeningView | None = None
        self._wanted: ScreeningOutcome | None = None
        self.suggested = label("", "small", wrap=True)
        self.suggested.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.say = label("", "small", wrap=True)
        self.reason = LineField("", reword, "Reason, in a few words")
        self.reason.edit.setAccessibleName("Reason")
        self.phrases = FlowLayout(gap=6)
        self.buttons: dict[ScreeningOutcome, Decision] = {}
        self._group = QButtonGroup(self)
        choices = JoinedLayout(gap=10, fills=True, most_lines=len(ScreeningOutcome))
        for outcome in ScreeningOutcome:
            found = Decision(outcome)
            found.clicked.connect(lambda _on=False, o=outcome: self.choose(o))
            found.stood.connect(following)
            self._group.addButton(found)
            self.buttons[outcome] = found
            choices.addWidget(found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(SideBySide((label("Your decision", "strong"), 0, 0), (self.suggested, 1, 240)))
        layout.addLayout(choices)
        layout.addWidget(self.say)
        # The line under them is left for what is said over the reason, which has no title that it could cover.
        tapped = column(boxed(self.phrases), gap=0)
        tapped.addSpacing(worn().px(_SAID_OVER))
        self._tap = boxed(tapped)
        layout.addWidget(self._tap)
        layout.addWidget(self.reason)

    @property
    def chosen(self) -> ScreeningOutcome | None:
        """What was decided."""
        return self._found.outcome if self._found is not None else None

    def start(self) -> None:
        """Put the keyboard on the four decisions; none of them is chosen by that."""
        lead_to(self.buttons[self.chosen or ScreeningOutcome.INCLUDE])

    def choose(self, outcome: ScreeningOutcome) -> None:
        """Decide; where a reason is wanted, and would be kept, it is asked for first."""
        assert self._found is not None
        reason = self.reason.text().strip()
        if wants_reason(outcome, self._found.suggestion) and not reason and not self._found.paper_only:
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
        self.reason.setVisible(not view.paper_only)
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
        words = self._words(outcome) if outcome else ""
        self.say.setText(words)
        self.say.setVisible(bool(words))
        emptied(self.phrases)
        asked = outcome if outcome is not None and outcome is self._wanted else None
        for phrase in PHRASES.get(asked, ()) if asked else ():
            tap = button(phrase, partial(self._tapped, phrase), "tap")
            self.phrases.addWidget(tap)
        self._tap.setVisible(asked is not None)

    def _words(self, outcome: ScreeningOutcome) -> str:
        day = self._found.phones_on.get(outcome) if self._found is not None else None
        return WORDS_TO_SAY.get(outcome, "").format(day=short(day) if day else "")

    def _tapped(self, phrase: str) -> None:
        assert self._wanted is not None
        assert isinstance(self.reason.edit, QLineEdit)
        self.reason.edit.setText(phrase)
        self.choose(self._wanted)
