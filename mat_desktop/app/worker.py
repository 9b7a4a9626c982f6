"""Work off the window's thread: processes that are spawned, watched from the event loop, and may be left.

The other side of the pipe is here as well, so nothing in this file may import the window's library.
"""

import os
import threading
import time
from collections.abc import Callable, Sequence
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from mat_desktop.app.account import Account, account_of
from mat_desktop.app.no_dumps import leave_no_dumps
from mat_desktop.facilitation.dispatch import Done, Job, Task
from mat_desktop.workshop.refusal import Refusal

P = TypeVar("P")
G = TypeVar("G")
R = TypeVar("R")

HANDFUL = 40
"""So many parts are handed over at a time."""
PATIENCE_S = 0.008
"""So long the window may be busy with handing over, each time it asks how far the work is."""
READY, DONE, REFUSED, FAULT = "ready", "done", "refused", "fault"
_ENDED = Account(("it ended before its time",))


class Processes:
    """Does small tasks at once, and each heavy one in a process of its own. `note` is told what goes wrong there."""

    def __init__(self, note: Callable[[Account], object] = lambda _account: None) -> None:
        self._note = note

    def begin(self, task: Task[P, G, R]) -> Job[R]:
        """Begin a task. A heavy one is handed frozen values, never a library, a path or a key."""
        return Spawned(task, self._note) if task.heavy else Done(task)


class Spawned(Generic[R]):
    """A task under way in a process of its own."""

    def __init__(self, task: Task[P, G, R], note: Callable[[Account], object]) -> None:
        self._note = note
        self._lost = task.lost
        self._head: tuple[Callable[..., R], G] = (task.work, task.given)
        self._left: Sequence[P] | None = task.parts
        self._progress = (0, len(task.parts))
        self._ready = False
        self._end: tuple[str, Any] | None = None
        context = get_context("spawn")
        self._pipe, far = context.Pipe()
        self._process = context.Process(target=serve, args=(far,), daemon=True)
        try:
            self._process.start()
        except OSError as fault:
            self._end = (FAULT, account_of(fault))
        far.close()

    def progress(self) -> tuple[int, int]:
        """How far it is, of how much."""
        return self._progress

    def finished(self) -> bool:
        """Whether the result is here, or will never be. Each call listens, and hands over some more."""
        if self._end is not None:
            return True
        try:
            self._listen()
            if self._ready and self._end is None:
                self._hand_over()
        except (EOFError, OSError):
            self._end = self._end or (FAULT, _ENDED)
        return self._end is not None

    def _listen(self) -> None:
        while self._end is None and self._pipe.poll():
            word, told = self._pipe.recv()
            if word == READY:
                self._pipe.send(self._head)
                self._ready = True
            elif word in (DONE, REFUSED, FAULT):
                self._end = (word, told)
            else:
                self._progress = (word, told)

    def _hand_over(self) -> None:
        """A handful at a time; the empty one says that these were all."""
        until = time.perf_counter() + PATIENCE_S
        while self._left is not None and time.perf_counter() < until:
            self._pipe.send(self._left[:HANDFUL])
            self._left = self._left[HANDFUL:] if self._left else None

    def result(self) -> R:
        """What came of it. Raises Refusal when nothing did; nothing is lost by that."""
        assert self._end is not None, "Ask whether it is finished first."
        self._let_go()
        word, told = self._end
        if word == REFUSED:
            raise Refusal(told)
        if word == FAULT:
            self._note(told)
            raise Refusal(self._lost.format(why=told.lines[0]))
        result: R = told
        return result

    def cancel(self) -> None:
        """Leave it; the process ends at once, whatever it is at."""
        if self._process.pid is not None:
            self._process.kill()
        self._let_go()

    def _let_go(self) -> None:
        if self._process.pid is not None:
            self._process.join(5)
        self._pipe.close()


def serve(pipe: "Connection[Any, Any]") -> None:
    """The other side: takes one task through the pipe, does it, and says how it ended."""
    leave_no_dumps()
    threading.Thread(target=_end_with_the_window, daemon=True).start()
    try:
        pipe.send((READY, None))
        work, given = pipe.recv()
        parts: list[Any] = []
        while handful := pipe.recv():
            parts += handful
        pipe.send((DONE, work(lambda done, of: pipe.send((done, of)), parts, given)))
    except EOFError:
        return
    except Refusal as refusal:
        pipe.send((REFUSED, str(refusal)))
    except Exception as fault:  # noqa: BLE001  uncaught, the system would print it with what was in hand
        pipe.send((FAULT, account_of(fault)))
    finally:
        pipe.close()


def _end_with_the_window() -> None:
    """Nobody is left to be told when the window is gone, however it went."""
    window = parent_process()
    if window is not None:
        window.join()
        os._exit(0)
