"""The participant's screen: full, neutral, one question at a time. It knows one object and nothing else.

Keys that belong to the system, such as switching windows or users, reach the system before any program; they cannot
be caught here. The other window of the program is hidden and empty meanwhile, so that there is nothing to switch to.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.private.talk import PrivateTalk
from mat_desktop.screens.look.dress import clothe
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.private.between import ENDED, RING, BetweenPage, blank_page, end_page, stop_page
from mat_desktop.screens.private.digits import NO_NUMBER, digit_of, digits, why_no_digit
from mat_desktop.screens.private.question import QuestionPage, Ways
from mat_desktop.screens.private.unlock import Unlock
from mat_desktop.screens.shared.buttons import ENTER
from mat_desktop.screens.shared.held import hear_held_keys
from mat_desktop.screens.shared.parts import gone
from mat_desktop.screens.shared.ring import FocusRing
from mat_desktop.workshop.answers.instruments import Item, Option, typed_value
from mat_desktop.workshop.answers.responses import AnswerState
from mat_desktop.workshop.refusal import Refusal

_EDGE, _NARROW = 56, 960
"""The margin at the sides, in pixels at text of 100 %; a narrower window than this has a third of it."""
_UNKEPT = "Your answers are saved. The computer could not note that you have finished: please tell {facilitator}."


class ParticipantWindow(QWidget):
    """`returned` is called once the facilitator's PIN was right."""

    def __init__(self, talk: PrivateTalk, returned: Callable[[], object]) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        clothe(self)
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
        self._unkept = False
        """Whether they ended, and the disk did not take that."""
        self._page: QuestionPage | BetweenPage | None = None
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
        if self._page is not None:
            self._layout.removeWidget(self._page)
            gone(self._page)
        self._page = self._made()
        self._layout.addWidget(self._page)
        self._fit()
        self._page.show()
        (self if isinstance(self._page, QuestionPage) else self._page.starts).setFocus()

    def _made(self) -> QuestionPage | BetweenPage:
        if self._asking:
            return stop_page(lambda: self._stop(on=True), lambda: self._stop(on=False))
        if self._hidden:
            return blank_page(self.toggle_privacy)
        if self._over:
            self.unlock = Unlock(self._talk, self._go_back)
            said = _UNKEPT.format(facilitator=self._talk.facilitator) if self._unkept else ENDED
            return end_page(self._talk, len(self._questions), self.unlock, said)
        ways = Ways(
            give=self._give,
            rather_not=self._rather_not,
            back=self._back,
            on=self._next,
            stop=self._ask_to_stop,
            hide=self.toggle_privacy,
        )
        return QuestionPage(self._talk, self._questions, self._at, ways)

    @property
    def _question(self) -> QuestionPage:
        """The question in front: what is typed is about it."""
        assert isinstance(self._page, QuestionPage)
        return self._page

    def _go_back(self) -> None:
        self._free = True
        _forget_clipboards()
        self._returned()

    def _give(self, value: int) -> None:
        self._keep(Entered(value=value, words=self._question.words))

    def _rather_not(self) -> None:
        self._keep(Entered(AnswerState.REFUSED))

    def _keep(self, entered: Entered) -> None:
        """Keep an answer, and go on; a disk that is full says so here, and the answer stays chosen on the screen."""
        self._typed = ""
        try:
            self._talk.answer(self._questions[self._at], entered)
        except Refusal as refusal:
            self._question.say(f"{refusal} Please call {self._talk.facilitator}.")
            self._question.choose(entered.value)
            return
        self._questions = self._talk.questions()
        self._next()

    def _next(self) -> None:
        if self._settle():
            return
        if self._question.words and self._questions[self._at].answer is None:
            self._keep(Entered(words=self._question.words))
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
        try:
            self._talk.finish(stopped)
        except Refusal:
            self._unkept = True
        self._hidden = self._asking = False
        self._questions = ()
        self._show()

    def toggle_privacy(self) -> None:
        """Blank the question, or show it again."""
        if not self._over and not self._asking:
            self._hidden = not self._hidden
            self._show()

    @property
    def _over(self) -> bool:
        """Whether nothing more is asked."""
        return self._unkept or self._talk.ended()

    @property
    def _answerable(self) -> bool:
        """Whether a question is in sight."""
        return not (self._hidden or self._asking or self._over)

    def showEvent(self, event: QShowEvent) -> None:
        """A key that is held is one stroke from the first moment on."""
        super().showEvent(event)
        hear_held_keys(self)

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
        if (digit := digit_of(event)) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._digit(digit)
        elif event.key() in ENTER:
            if self._question.leads_on:
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

    def say_refused(self) -> None:
        """Something could not be kept: said where the question is, without a word that is not for a participant."""
        if self._answerable:
            self._say(f"This could not be saved. Please call {self._talk.facilitator}.")

    def _say(self, words: str) -> None:
        """Say something about what was typed; a number that waited waits no more."""
        self._typed = ""
        self._question.say(words)
        self._question.let_on(on=self._questions[self._at].answer is not None)

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
            self._question.say(f"You typed {self._typed}. Type the next number, or press Next for {self._typed}.")
            self._question.let_on(on=value is not None)

    def _settle(self) -> bool:
        """Take a number half typed as it stands. True when there was one."""
        typed, self._typed = self._typed, ""
        values = [value for value, _ in self._questions[self._at].options] if self._questions else []
        if typed and int(typed) in values:
            self._give(int(typed))
        return bool(typed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lower answers in a low window."""
        edge = worn().px(_EDGE if self.width() >= _NARROW * worn().factor else _EDGE // 3)
        side = edge - RING
        self._layout.setContentsMargins(side, edge // 2, side, edge // 2)
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        if isinstance(self._page, QuestionPage):
            self._page.fit(self.height())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing asks whether to stop; only after the PIN the window goes."""
        if self._free:
            event.accept()
            return
        event.ignore()
        if not self._over:
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
