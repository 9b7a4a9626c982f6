"""What was done before the program went wrong: kinds of deeds and pages, never whose."""

from collections import deque
from enum import StrEnum

HELD = 100
"""So many steps are held: fifty deeds, even where a page was turned before each of them."""


class MemoryTrail:
    """The last deeds and pages, in memory only, and gone with the program. Implements the Trail port."""

    def __init__(self) -> None:
        self._steps: deque[tuple[str, int]] = deque(maxlen=HELD)

    def committed(self, kind: str) -> None:
        """A deed of this kind was committed."""
        self._take(f"deed {kind}")

    def shown(self, page: StrEnum) -> None:
        """The window turned to this page."""
        self._take(f"page {page}")

    def _take(self, step: str) -> None:
        last, times = self._steps[-1] if self._steps else ("", 0)
        if step == last:
            self._steps[-1] = (step, times + 1)
        else:
            self._steps.append((step, 1))

    def lines(self) -> tuple[str, ...]:
        """The steps, the newest last; what was done several times running stands once, with its count."""
        return tuple(step if times == 1 else f"{step}, {times} times" for step, times in tuple(self._steps))
