"""Work beside the window: it is begun, listened to from the event loop, stopped by a click, and told when it ends."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from mat_desktop.facilitation.dispatch import Dispatcher, Job, Task
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import Look, Messages
from mat_desktop.screens.shared.let_go import held_down
from mat_desktop.screens.shared.parts import button, label, rename, row
from mat_desktop.workshop.refusal import Refusal

LISTENS_MS = 20
"""So often is asked how far the work is."""

P = TypeVar("P")
G = TypeVar("G")
R = TypeVar("R")


class Beside(QObject):
    """One piece of work of one page. Another one that is begun takes the place of the one before.

    What came of it waits until no hand is in the middle of something; where it is asked for by holding a button down,
    it is shown `while_held`.
    """

    def __init__(self, page: QWidget, dispatcher: Dispatcher, *, while_held: bool = False) -> None:
        super().__init__(page)
        self._dispatcher, self._while_held = dispatcher, while_held
        self._steps: Iterator[Job[Any] | None] | None = None
        self._job: Job[Any] | None = None
        self._done: Callable[[Any], object] = lambda _result: None
        self._failed: Callable[[str], object] = lambda _sentence: None
        self._told: Callable[[int, int], object] = lambda _done, _of: None
        self.if_closed = ""
        """What is said of the work when the window is about to close; empty where it is not worth a word."""
        self._timer = QTimer(self, interval=LISTENS_MS)
        self._timer.timeout.connect(self._listen)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._steps is not None

    def start(
        self,
        task: Task[P, G, R],
        done: Callable[[R], object],
        failed: Callable[[str], object],
        told: Callable[[int, int], object] = lambda _done, _of: None,
    ) -> None:
        """Begin. Small work is done, and `done` was called, before this returns."""
        self.gather(iter(()), lambda _nothing: task, done, failed, told)

    def gather(
        self,
        steps: Iterator[P],
        task_of: Callable[[Sequence[P]], Task[Any, Any, R]],
        done: Callable[[R], object],
        failed: Callable[[str], object],
        told: Callable[[int, int], object] = lambda _done, _of: None,
    ) -> None:
        """The same, where what is to be worked on is read from the library first, step by step.

        The first step is taken at once; further ones are taken between two frames of the window.
        """
        self.leave()
        self._done, self._failed, self._told = done, failed, told
        self._steps = self._course(steps, task_of)
        self._listen()
        if self._steps is not None:
            self._timer.start()

    def _course(
        self, steps: Iterator[P], task_of: Callable[[Sequence[P]], Task[Any, Any, R]]
    ) -> Iterator[Job[R] | None]:
        read = list[P]()
        ahead = next(steps, None)
        while ahead is not None:
            read.append(ahead)
            ahead = next(steps, None)
            if ahead is not None:
                yield None
        job = self._dispatcher.begin(task_of(read))
        while True:
            yield job

    def leave(self) -> None:
        """Stop whatever is under way; nothing comes of it."""
        self._timer.stop()
        job, self._job, self._steps = self._job, None, None
        if job is not None:
            job.cancel()

    def _listen(self) -> None:
        """One look at the work."""
        assert self._steps is not None
        try:
            self._job = next(self._steps)
        except Refusal as refusal:
            self.leave()
            self._failed(str(refusal))
            return
        if self._job is None:
            return
        finished = self._job.finished()
        self._told(*self._job.progress())
        if finished and not (self._timer.isActive() and not self._while_held and _a_hand_is_at_work()):
            self._end(self._job)

    def _end(self, job: Job[Any]) -> None:
        self._timer.stop()
        self._job = self._steps = None
        try:
            result = job.result()
        except Refusal as refusal:
            self._failed(str(refusal))
            return
        self._done(result)


def _a_hand_is_at_work() -> bool:
    """A question is open, a menu is down, or a button of the mouse is pressed: nothing may change under it now."""
    asked = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    return asked is not None or held_down()


class WorkStrip(QWidget):
    """How far the work is, with Stop beside it; and, where an answer came too late, the way to ask again."""

    def __init__(self, dispatcher: Dispatcher, messages: Messages) -> None:
        super().__init__()
        self._messages = messages
        self._before: QWidget | None = None
        self._again: Callable[[], object] | None = None
        self._ended: Callable[[], object] = lambda: None
        self.work = Beside(self, dispatcher)
        self.sentence = label("", "small")
        self.bar = QProgressBar()
        self.bar.setAccessibleName("How far it is")
        self.bar.setTextVisible(False)
        hold(self.bar, most_width=180)
        self.act = button("Stop", self._pressed)
        layout = row(self.sentence, self.bar, self.act)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self.work.busy

    def start(
        self,
        task: Task[P, G, R],
        words: str,
        done: Callable[[R], object],
        if_closed: str = "",
        ended: Callable[[], object] = lambda: None,
    ) -> None:
        """Begin; `words` say what is being done. Small work is done before this returns, and shows nothing.

        `ended` hears of it where it was stopped, or failed, so that nothing came of it.
        """
        self._ended = ended
        self.gather(iter(()), lambda _nothing: task, words, done, if_closed)

    def gather(
        self,
        steps: Iterator[P],
        task_of: Callable[[Sequence[P]], Task[Any, Any, R]],
        words: str,
        done: Callable[[R], object],
        if_closed: str = "",
    ) -> None:
        """The same, where what is to be worked on is read from the library first, step by step."""
        self._words = words
        self.work.if_closed = if_closed
        self.work.gather(steps, task_of, lambda result: self._came(done, result), self._failed, self._progress)
        if self.busy:
            self._show_working()

    def _show_working(self) -> None:
        self._again = None
        self.sentence.setText(self._words)
        self.setToolTip(self._words)
        self.bar.setRange(0, 0)
        self.bar.show()
        rename(self.act, "Stop")
        self._before = QApplication.focusWidget()
        self.show()

    def offer_again(self, words: str, again: Callable[[], object]) -> None:
        """Say why nothing came of it, and offer to ask again."""
        self._again = again
        self.sentence.setText(words)
        self.setToolTip(words)
        self.bar.hide()
        rename(self.act, "Suggest again")
        self.show()

    def _progress(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    def _came(self, done: Callable[[Any], object], result: object) -> None:
        self._rest()
        done(result)

    def _failed(self, sentence: str) -> None:
        self._rest()
        self._messages.tell(sentence)
        self._ended()

    def _pressed(self) -> None:
        again = self._again
        if again is None:
            self.leave()
            self._messages.tell("Stopped. Nothing was changed.", Look.NOTE)
            self._ended()
        else:
            self._rest()
            again()

    def leave(self) -> None:
        """Stop whatever is under way, and say nothing."""
        self.work.leave()
        self._rest()

    def _rest(self) -> None:
        """The focus goes back to where it was when the work began."""
        self._again = None
        had_focus = self.act.hasFocus()
        self.hide()
        if had_focus and self._before is not None and self._before.isEnabled():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
