"""The participant's screen: full, neutral, one question at a time. It knows one object and nothing else.

Keys that belong to the system, such as switching windows or users, reach the system before any program; they cannot
be caught here. The other window of the program is hidden and empty meanwhile, so that there is nothing to switch to.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.private.questions import PrivateQuestion
from mat_desktop.facilitation.private.talk import PrivateTalk
from mat_desktop.facilitation.shown.numbers import spelled
from mat_desktop.screens.look import icons
from mat_desktop.screens.private.answers import TALL, TALL_SHORT, AnswerButton
from mat_desktop.screens.private.digits import NO_NUMBER, digits, why_no_digit
from mat_desktop.screens.private.steps import Steps
from mat_desktop.screens.private.unlock import Unlock
from mat_desktop.screens.shared.buttons import ENTER
from mat_desktop.screens.shared.parts import button, gone, label, row
from mat_desktop.screens.shared.ring import FocusRing
from mat_desktop.workshop.answers.instruments import Item, Option, typed_value
from mat_desktop.workshop.answers.responses import AnswerState
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import TEXT_LIMIT

_EDGE = 56
_WORDS = 26
"""Answers with more letters than this stand on a line each."""


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
        self._asking = False
        """Whether they are asked if they want to stop."""
        self._answers: list[AnswerButton] = []
        self._words: QLineEdit | None = None
        self._page: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(_EDGE, 28, _EDGE, 28)
        self.ring = FocusRing(self)
        _forget_clipboards()
        self._show()

    def _show(self) -> None:
        """Build what is in front afresh; nothing of the last question stays."""
        self._typed = ""
        self._answers, self._words = [], None
        if self._page is not None:
            self._layout.removeWidget(self._page)
            gone(self._page)
        self._page = QWidget()
        self._page.setObjectName("bare")
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(0, 0, 0, 0)
        if self._asking:
            self._build_stop(layout)
        elif self._hidden:
            self._build_blank(layout)
        elif self._talk.ended():
            self._build_end(layout)
        else:
            self._build_question(layout, self._questions[self._at])
        self._layout.addWidget(self._page)
        self._fit()
        if self._asking:
            self._page.show()
            self._going_on.setFocus()

    def _build_blank(self, layout: QVBoxLayout) -> None:
        back = button("Show the question again", self.toggle_privacy, "primary")
        layout.addStretch(1)
        layout.addWidget(label("Take your time. Nothing is lost.", "title"), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(20)
        layout.addWidget(back, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        back.setFocus()

    def _build_stop(self, layout: QVBoxLayout) -> None:
        on = button("Go on", lambda: self._stop(on=True), "primary")
        stop = button("Stop", lambda: self._stop(on=False))
        for one in (stop, on):
            one.setFixedHeight(60)
        layout.addStretch(1)
        layout.addWidget(label("Stop here? What you answered is kept.", "question", wrap=True))
        layout.addSpacing(28)
        layout.addLayout(row(stop, on, None, gap=16))
        layout.addStretch(1)
        self._going_on = on

    def _build_question(self, layout: QVBoxLayout, question: PrivateQuestion) -> None:
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

    def _own_words(self, question: PrivateQuestion) -> QLineEdit:
        self._words = QLineEdit(question.answer.words if question.answer else "")
        self._words.setAccessibleName("In your own words")
        self._words.setPlaceholderText("In your own words")
        self._words.setMaxLength(TEXT_LIMIT)
        self._words.setMinimumHeight(56)
        self._words.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        return self._words

    def _answer_row(self, question: PrivateQuestion) -> QBoxLayout:
        """The answers beside each other; on a line each where one has too many words for that."""
        many, lines = len(question.options) > 6, max(len(words) for _, words in question.options) > _WORDS
        found: QBoxLayout = QVBoxLayout() if lines and not many else QHBoxLayout()
        found.setSpacing(6 if many or lines else 16)
        for value, words in question.options:
            one = AnswerButton(value, words, self._give, narrow=many, line=lines and not many)
            one.setChecked(question.answer is not None and question.answer.value == value)
            self._answers.append(one)
            found.addWidget(one)
        return found

    def _foot(self, question: PrivateQuestion) -> QHBoxLayout:
        back = button("Back", self._back, icon="arrow-left")
        back.setEnabled(self._at > 0)
        rather = button("I would rather not say", self._rather_not, "quiet")
        stop = button("I would like to stop", self._ask_to_stop, "quiet")
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

    def _show_state(self, question: PrivateQuestion) -> None:
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
        self._typed = ""
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
        if self._settle():
            return
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

    def _ask_to_stop(self) -> None:
        """Ask once, here; a second wish to close while it stands changes nothing."""
        if not self._asking:
            self._asking = True
            self._show()

    def _stop(self, *, on: bool) -> None:
        self._asking = False
        if on:
            self._show()
        else:
            self._end(stopped=True)

    def _end(self, *, stopped: bool) -> None:
        self._talk.finish(stopped)
        self._hidden = self._asking = False
        self._questions = ()
        self._show()

    def toggle_privacy(self) -> None:
        """Blank the question, or show it again."""
        if not self._talk.ended() and not self._asking:
            self._hidden = not self._hidden
            self._show()

    @property
    def _answerable(self) -> bool:
        """Whether a question is in sight."""
        return not (self._hidden or self._asking or self._talk.ended())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers and moves on; where a second one may follow, it waits. No other key leads anywhere."""
        event.accept()
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_F9:
            self.toggle_privacy()
        elif self._answerable:
            self._hear(event)

    def _hear(self, event: QKeyEvent) -> None:
        why = why_no_digit(event)
        if digits(event.text()) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._digit(digits(event.text()))
        elif event.key() in ENTER:
            if self._on.isEnabled():
                self._next()
        elif why:
            self._say(why)
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Left):
            self._back()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Digits that come out of an input method, full-width ones among them, are digits too."""
        event.accept()
        words = event.commitString()
        if not words or not self._answerable:
            return
        if len(digits(words)) == 1:
            self._digit(digits(words))
        else:
            self._say(NO_NUMBER)

    def _say(self, words: str) -> None:
        """Say something about what was typed; a number that waited waits no more."""
        self._typed = ""
        self.state.setText(words)
        self._on.setEnabled(self._questions[self._at].answer is not None)

    def _digit(self, digit: str) -> None:
        question = self._questions[self._at]
        item = Item(question.item, "", tuple(Option(v, w) for v, w in question.options))
        value, longer = typed_value(item, self._typed + digit)
        if value is None and not longer:
            self._say(f"The answers go from {min(item.values)} to {max(item.values)}.")
        elif value is not None and not longer:
            self._give(value)
        else:
            self._typed += digit
            self.state.setText(f"You typed {self._typed}. Type the next number, or press Next for {self._typed}.")
            self._on.setEnabled(value is not None)

    def _settle(self) -> bool:
        """Take a number half typed as it stands. True when there was one."""
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
        """Closing asks whether to stop; only after the PIN the window goes."""
        if self._free:
            event.accept()
            return
        event.ignore()
        if not self._talk.ended():
            self._ask_to_stop()

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
