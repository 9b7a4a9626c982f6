"""What happens when the program itself goes wrong: a calm sentence, and the place in a file for whoever mends it."""

import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from mat_desktop.app.account import Account, account_of
from mat_desktop.app.mishap_log import MishapLog, headline

if TYPE_CHECKING:
    from mat_desktop.app.trail import MemoryTrail
    from mat_desktop.facilitation.ports import Clock

SENTENCE = (
    "Something went wrong in the program. Everything that the rail calls saved is kept. If it happens again, close "
    "MAT Desktop and open it again. Today has a page for whoever helps you: “If the program went wrong”."
)
QUIET_SECONDS = 30.0
"""A mistake that comes again and again is told again after so long."""


class _Raised(Protocol):
    """What the system hands over about an exception in a thread, or in a place that cannot raise."""

    @property
    def exc_value(self) -> BaseException | None:
        """The exception."""
        ...


class Mishaps(QObject):
    """Hears of every exception that nobody caught, in the window, in threads, in processes of their own.

    `met` tells the window, in the window's own thread, whatever thread the exception was raised in. What the disk did
    not take is no mistake of the program: `refused` tells its own sentence, for whichever road led to it.
    """

    met = Signal(str)
    refused = Signal(str)

    def __init__(
        self, log: MishapLog, trail: "MemoryTrail", clock: "Clock", ticks: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self.log, self._trail, self._clock, self._ticks = log, trail, clock, ticks
        self._lock = threading.Lock()
        self._times: Counter[str] = Counter()
        self._told_at: dict[str, float] = {}

    def listen(self) -> None:
        """Be asked from now on, instead of the system, which would print what was in hand."""
        sys.excepthook = self.caught
        threading.excepthook = self.caught_elsewhere
        sys.unraisablehook = self.caught_elsewhere

    def caught(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """An exception in the window's own thread. Ctrl+C in a terminal is none, and left to the system."""
        from mat_desktop.storage.faults import LibraryFault, NotSaved

        if isinstance(fault, NotSaved | LibraryFault):
            self.refused.emit(str(fault))
        elif isinstance(fault, Exception):
            self.note(account_of(fault.with_traceback(trace)))
        else:
            sys.__excepthook__(kind, fault, trace)

    def caught_elsewhere(self, raised: _Raised) -> None:
        """An exception in a thread, or one that could not be raised."""
        if isinstance(raised.exc_value, Exception):
            self.note(account_of(raised.exc_value))

    def note(self, account: Account) -> None:
        """Write the account down and tell her; a storm of one mistake is written at 1, 10, 100 ... times only."""
        with self._lock:
            self._times[account.source] += 1
            times = self._times[account.source]
            tells = self._is_due(account.source)
            if str(times).strip("0") == "1":
                self._write(account, times)
        if tells:
            self.met.emit(SENTENCE)

    def _is_due(self, source: str) -> bool:
        now = self._ticks()
        due = now - self._told_at.get(source, now - QUIET_SECONDS) >= QUIET_SECONDS
        if due:
            self._told_at[source] = now
        return due

    def _write(self, account: Account, times: int) -> None:
        head = headline(self._clock.now())
        if times == 1:
            lines = [head, *account.lines, "Before it, the newest last:", *(f"  {s}" for s in self._trail.lines())]
        else:
            lines = [head, f"{times} times by now: {account.source}"]
        try:
            self.log.append("\n".join(lines))
        except OSError:
            return
        if sys.stderr is not None and times == 1:
            sys.stderr.write("MAT Desktop met an error of its own; the place is noted in its log.\n")
