"""Work off the window's thread: a process that is spawned, watched from the event loop, and may be left."""

from collections.abc import Callable, Sequence
from multiprocessing import get_context
from typing import Any

from mat_desktop.facilitation.printed.kinds import Sheet
from mat_desktop.facilitation.printer import Style
from mat_desktop.workshop.refusal import Refusal

AT_ONCE = 20
"""So few sheets are made before a process would have started."""
HANDFUL = 40
"""So many are handed over at a time, so that the window stays live."""


class MadeAtOnce:
    """Paper that is there already."""

    def __init__(self, pdf: bytes, count: int) -> None:
        self._pdf, self._count = pdf, count

    def progress(self) -> tuple[int, int]:
        """All of it."""
        return self._count, self._count

    def finished(self) -> bool:
        """It is."""
        return True

    def result(self) -> bytes:
        """The PDF."""
        return self._pdf

    def cancel(self) -> None:
        """There is nothing left to leave."""


class Spawned:
    """Paper under way in a process of its own. It is handed frozen views, never a library, a path or a key."""

    def __init__(self, target: Callable[..., None], sheets: Sequence[Sheet], style: Style) -> None:
        context = get_context("spawn")
        self._left: list[Sheet] | None = list(sheets)
        self._of, self._done = len(sheets), 0
        self._pipe, far = context.Pipe()
        self._process = context.Process(target=target, args=(far, style), daemon=True)
        self._process.start()
        far.close()
        self._ready = False
        self._end: tuple[str, Any] | None = None

    def progress(self) -> tuple[int, int]:
        """How many sheets are laid out, and of how many."""
        return min(self._done, self._of), self._of

    def finished(self) -> bool:
        """Whether the bytes are here, or will never be. Each call listens, and hands over some more."""
        try:
            self._listen()
            if self._ready and self._end is None:
                self._hand_over()
        except (EOFError, OSError):
            self._end = self._end or ("fault", "it ended before its time")
        return self._end is not None

    def _listen(self) -> None:
        while self._end is None and self._pipe.poll():
            said = self._pipe.recv()
            if isinstance(said, int):
                self._done = said
            elif said[0] == "ready":
                self._ready = True
            else:
                self._end = said

    def _hand_over(self) -> None:
        """A handful at a time; the empty one says that these were all."""
        if self._left is None:
            return
        self._pipe.send(self._left[:HANDFUL])
        self._left = self._left[HANDFUL:] if self._left else None

    def result(self) -> bytes:
        """The PDF. Raises Refusal when it could not be made; nothing is lost by that."""
        assert self._end is not None, "Ask whether it is finished first."
        self._let_go()
        word, found = self._end
        if word == "fault":
            raise Refusal(f"The paper could not be made ({found}). Nothing is lost: print fewer sheets at a time.")
        return bytes(found)

    def cancel(self) -> None:
        """Leave it; the process ends."""
        self._process.terminate()
        self._let_go()

    def _let_go(self) -> None:
        self._process.join(5)
        self._pipe.close()
