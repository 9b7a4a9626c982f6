"""The participant's screen: full, neutral, one question at a time. It knows one object and nothing else.

Keys that belong to the system, such as switching windows or users, reach the system before any program; they cannot
be caught here. The other window of the program is hidden and empty meanwhile, so that there is nothing to switch to.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.private.talk import PrivateTalk, Question
from mat_desktop.facilitation.shown.numbers import spelled
from mat_desktop.screens.look import icons
from mat_desktop.screens.private.answers import TALL, TALL_SHORT, Answer
from mat_desktop.screens.private.unlock import Unlock
from mat_desktop.screens.shared.badges import colour
from mat_desktop.screens.shared.parts import button, gone, label, row
from mat_desktop.screens.shared.ring import FocusRing
from mat_desktop.workshop.answers.instruments import Item, Option, typed_value
from mat_desktop.workshop.answers.responses import AnswerState
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import TEXT_LIMIT

_WAIT_MS = 1500
_EDGE = 56
_WORDS = 26
"""Answers with more letters than this stand on a line each."""


class Steps(QWidget):
    """How far the questions have come: filled, here, ahead."""

    def __init__(self) -> None:
        super().__init__()
        self._at, self._count = 0, 0
        self.setFixedHeight(32)
        self.setMinimumWidth(430)

    def show_steps(self, at: int, count: int) -> None:
        """At this question, of so many."""
        self._at, self._count = at, count
        self.setAccessibleName(f"Question {min(at + 1, count)} of {count}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One bar for each question."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = min(52.0, self.width() / max(1, self._count))
        left = self.width() - wide * self._count
        for place in range(self._count):
            painter.setPen(colour("primary" if place <= self._at else "control"))
            painter.setBrush(colour("primary" if place < self._at else "surface"))
            painter.drawRoundedRect(QRectF(left + place * wide + 2, 11, max(2.0, wide - 6), 10), 5, 5)


class ParticipantWindow(QWidget):
    """`returned` is called once the facilitator's PIN was right."""

    def __init__(self, talk: PrivateTalk, returned: Callable[[], object]) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Questions")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._talk, self._returned = talk, returned
        self._questions = talk.questions()
        self._at = next((n for n, q in enumerate(self._questions) if q.answer is None), len(self._questions) - 1)
        self._typed = ""
        self._free = False
        self._hidden = False
        self._answers: list[Answer] = []
        self._words: QLineEdit | None = None
        self._page: QWidget | None = None
        self._pause = QTimer(self, interval=_WAIT_MS, singleShot=True)
        self._pause.timeout.connect(self._settle)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(_EDGE, 28, _EDGE, 28)
        self.ring = FocusRing(self)
        _forget_clipboards()
        self._show()

    def _show(self) -> None:
        """Build what is in front afresh; nothing of the last question stays."""
        self._typed = ""
        self._pause.stop()
        self._answers, self._words = [], None
        if self._page is not None:
            self._layout.removeWidget(self._page)
            gone(self._page)
        self._page = QWidget()
        self._page.setObjectName("bare")
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(0, 0, 0, 0)
        if self._hidden:
            self._build_blank(layout)
        elif self._talk.ended():
            self._build_end(layout)
        else:
            self._build_question(layout, self._questions[self._at])
        self._layout.addWidget(self._page)
        self._fit()

    def _build_blank(self, layout: QVBoxLayout) -> None:
        back = button("Show the question again", self.toggle_privacy, "primary")
        layout.addStretch(1)
        layout.addWidget(back, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        back.setFocus()

    def _build_question(self, layout: QVBoxLayout, question: Question) -> None:
        count = len(self._questions)
        hello = label(f"Hello {self._talk.greeting}.", "strong")
        these = "This question is" if count == 1 else f"These {spelled(count)} questions are"
        steps = Steps()
        steps.show_steps(self._at, count)
        layout.addLayout(row(hello, label(f"{these} only for you to answer.", "muted"), None, steps, gap=8))
        layout.addStretch(2)
        where = f"Question {self._at + 1} of {count}."
        layout.addWidget(label(f"{where} {question.stem}".strip(), "muted", wrap=True))
        layout.addWidget(label(question.words, "question", wrap=True))
        if question.hint:
            layout.addWidget(label(question.hint, "muted", wrap=True))
        layout.addSpacing(28)
        if question.own_words:
            layout.addWidget(self._own_words(question))
            layout.addSpacing(16)
        layout.addLayout(self._answer_row(question))
        self.state = label("", "muted", wrap=True)
        layout.addWidget(self.state)
        layout.addStretch(3)
        layout.addLayout(self._foot(question))
        self._show_state(question)
        self.setFocus()

    def _own_words(self, question: Question) -> QLineEdit:
        self._words = QLineEdit(question.answer.words if question.answer else "")
        self._words.setAccessibleName("In your own words")
        self._words.setPlaceholderText("In your own words")
        self._words.setMaxLength(TEXT_LIMIT)
        self._words.setMinimumHeight(56)
        self._words.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        return self._words

    def _answer_row(self, question: Question) -> QBoxLayout:
        """The answers beside each other; on a line each where one has too many words for that."""
        many, lines = len(question.options) > 6, max(len(words) for _, words in question.options) > _WORDS
        found: QBoxLayout = QVBoxLayout() if lines and not many else QHBoxLayout()
        found.setSpacing(6 if many or lines else 16)
        for value, words in question.options:
            one = Answer(value, words, self._give, narrow=many, line=lines and not many)
            one.setChecked(question.answer is not None and question.answer.value == value)
            self._answers.append(one)
            found.addWidget(one)
        return found

    def _foot(self, question: Question) -> QHBoxLayout:
        back = button("Back", self._back, icon="arrow-left")
        back.setEnabled(self._at > 0)
        rather = button("I would rather not say", self._rather_not, "quiet")
        stop = button("I would like to stop", lambda: self._end(stopped=True), "quiet")
        on = button("Next", self._next, "primary", "arrow-right", after=True)
        on.setEnabled(question.answer is not None)
        on.setVisible(True)
        self._on = on
        hide = button("Hide (F9)", self.toggle_privacy, "quiet", "eye-off")
        said = label(f"Only {self._talk.facilitator} reads your answers.", "small", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for one in (back, rather, stop, hide, on):
            one.setFixedHeight(60)
        found = row(back, rather, stop, hide, None, said, on, gap=8)
        found.setStretch(5, 1)
        return found

    def _show_state(self, question: Question) -> None:
        refused = question.answer is not None and question.answer.state is AnswerState.REFUSED
        self.state.setText("You chose: I would rather not say." if refused else "")

    def _build_end(self, layout: QVBoxLayout) -> None:
        steps = Steps()
        steps.show_steps(len(self._questions), len(self._questions))
        layout.addLayout(row(None, steps))
        layout.addStretch(2)
        done = QLabel()
        done.setPixmap(icons.pixmap("circle-check", "primary", 72))
        layout.addWidget(done)
        layout.addSpacing(24)
        layout.addWidget(label(f"Thank you, {self._talk.greeting}.", "question", wrap=True))
        layout.addWidget(label("Please hand the computer back.", "question", wrap=True))
        layout.addSpacing(8)
        said = "Your answers are saved and closed. Nobody can go back to them from this screen."
        layout.addWidget(label(said, "muted", wrap=True))
        stirred = f"If a question stirred something up, tell {self._talk.facilitator} now or any time today."
        layout.addWidget(label(stirred, "strong", wrap=True))
        layout.addStretch(3)
        self.unlock = Unlock(self._talk, self._go_back)
        layout.addWidget(self.unlock)
        self.unlock.edit.setFocus()

    def _go_back(self) -> None:
        self._free = True
        _forget_clipboards()
        self._returned()

    def _give(self, value: int) -> None:
        self._keep(Entered(value=value, words=self._words.text() if self._words else ""))

    def _rather_not(self) -> None:
        self._keep(Entered(AnswerState.REFUSED))

    def _keep(self, entered: Entered) -> None:
        """Keep an answer, and go on; a disk that is full says so here, and the answer stays chosen on the screen."""
        try:
            self._talk.answer(self._questions[self._at], entered)
        except Refusal as refusal:
            self.state.setText(str(refusal))
            for one in self._answers:
                one.setChecked(one.value == entered.value)
            return
        self._questions = self._talk.questions()
        self._next()

    def _next(self) -> None:
        if self._words is not None and self._words.text() and self._questions[self._at].answer is None:
            self._keep(Entered(words=self._words.text()))
            return
        if self._at + 1 < len(self._questions):
            self._at += 1
            self._show()
        else:
            self._end(stopped=False)

    def _back(self) -> None:
        if self._at:
            self._at -= 1
            self._show()

    def _end(self, *, stopped: bool) -> None:
        self._talk.finish(stopped)
        self._hidden = False
        self._questions = ()
        self._show()

    def toggle_privacy(self) -> None:
        """Blank the question, or show it again."""
        if not self._talk.ended():
            self._hidden = not self._hidden
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers and moves on; on a scale to ten 1 waits for 0 or Enter. No other key leads anywhere."""
        key, typed = event.key(), event.text()
        event.accept()
        if key == Qt.Key.Key_F9:
            self.toggle_privacy()
        if self._hidden or self._talk.ended():
            return
        if typed.isascii() and typed.isdecimal() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._digit(typed)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._settle():
            if self._on.isEnabled():
                self._next()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Left):
            self._back()

    def _digit(self, digit: str) -> None:
        question = self._questions[self._at]
        item = Item(question.item, "", tuple(Option(v, w) for v, w in question.options))
        value, longer = typed_value(item, self._typed + digit)
        if value is None and not longer:
            self._typed = ""
            least, most = min(item.values), max(item.values)
            self.state.setText(f"The answers go from {least} to {most}.")
            return
        self._typed += digit
        if value is not None and not longer:
            self._give(value)
        else:
            self._pause.start()

    def _settle(self) -> bool:
        """Take a number half typed as it stands. True when there was one."""
        self._pause.stop()
        typed, self._typed = self._typed, ""
        values = [value for value, _ in self._questions[self._at].options] if self._questions else []
        if typed and int(typed) in values:
            self._give(int(typed))
        return bool(typed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lower answers in a low window."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        for one in (found for found in self._answers if not found.line):
            one.setFixedHeight(TALL if self.height() >= 720 else TALL_SHORT)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing leads to the page that asks for the PIN; only after the PIN the window goes."""
        if self._free:
            event.accept()
            return
        event.ignore()
        if not self._talk.ended():
            self._end(stopped=True)

    def changeEvent(self, event: QEvent) -> None:
        """A window that was made small comes back."""
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized() and not self._free:
            QTimer.singleShot(0, self.showFullScreen)
        super().changeEvent(event)


def _forget_clipboards() -> None:
    """Empty both clipboards: what was copied or merely selected belongs to somebody else."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear(clipboard.Mode.Clipboard)
    if clipboard.supportsSelection():
        clipboard.clear(clipboard.Mode.Selection)
