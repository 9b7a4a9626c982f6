"""Whether the computer went to sleep: by the system's word where there is one, and by two clocks everywhere.

One clock stands still while the computer sleeps and the other runs on; neither can be set by hand, and a program that
is stopped for a while, or busy, sees both go on alike. So only a sleep tells.
"""

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, QTimer, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

_LOOKS_MS = 1000
_SLEPT_S = 3.0
"""So much more on the clock that runs on is a sleep; less is how clocks differ."""
_PATH, _MANAGER, _WORD = "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep"

if sys.platform == "linux":

    def seconds_slept() -> float:
        """How long this computer has slept since it was started."""
        return time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC)

elif sys.platform == "darwin":

    def seconds_slept() -> float:
        """How long this computer has slept since it was started."""
        return time.clock_gettime(time.CLOCK_MONOTONIC) - time.clock_gettime(time.CLOCK_UPTIME_RAW)

elif sys.platform == "win32":
    import ctypes

    def seconds_slept() -> float:
        """How long this computer has slept since it was started."""
        awake = ctypes.c_uint64()
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(awake))
        everything = ctypes.windll.kernel32.GetTickCount64
        everything.restype = ctypes.c_uint64
        return everything() / 1e3 - awake.value / 1e7

else:

    def seconds_slept() -> float:
        """This system tells no sleep from waking by its clocks."""
        return 0.0


class Sleeping(QObject):
    """Calls `then` when the computer goes to sleep, or as soon as it is awake again."""

    def __init__(self, parent: QObject, then: Callable[[], object], slept: Callable[[], float] = seconds_slept) -> None:
        super().__init__(parent)
        self._then, self._slept = then, slept
        self._last = slept()
        self._timer = QTimer(self, interval=_LOOKS_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def listen(self, bus: "QDBusConnection | None" = None) -> bool:
        """Hear the system's own word, on its bus or on this one; False where there is none to hear it on."""
        from PySide6.QtDBus import QDBusConnection

        heard = bus or QDBusConnection.systemBus()
        if not heard.isConnected():
            return False
        slot = SLOT("prepare(bool)")
        return bool(heard.connect("", _PATH, _MANAGER, _WORD, self, slot))  # type: ignore[call-overload]

    @Slot(bool)
    def prepare(self, going: bool) -> None:
        """The system's word: it goes to sleep, or it is back."""
        if going:
            self._then()

    def look(self) -> None:
        """See by the clocks whether there was a sleep since the last look."""
        now = self._slept()
        if now - self._last > _SLEPT_S:
            self._then()
        self._last = now
