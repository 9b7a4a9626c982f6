"""Work that may take long: what it is handed, how far it is, how it ends. Who does it, and where, is a port.

Such work never sees the library: it is handed frozen values, and hands back bytes or plain values.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from mat_desktop.workshop.refusal import Refusal

P = TypeVar("P")
G = TypeVar("G")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

Tell = Callable[[int, int], None]
"""Says how far the work is: so many, of so many."""


@dataclass(frozen=True, kw_only=True)
class Task(Generic[P, G, R]):
    """One piece of work.

    Args:
        work: a function of a module, which another process can import; it is called with a `Tell`, all parts, and
            what was given.
        parts: what there is much of. It is handed over a handful at a time, so that the window stays live.
        given: everything else that the work needs.
        heavy: whether it takes so long that it is better done beside the window.
        lost: the sentence for when it could not be done; `{why}` stands for the reason.
    """

    work: Callable[[Tell, Sequence[P], G], R]
    parts: Sequence[P]
    given: G
    heavy: bool
    lost: str


class Job(Protocol[R_co]):
    """A task under way."""

    def progress(self) -> tuple[int, int]:
        """How far it is: so many, of so many. Of 0 where nobody knows."""
        ...

    def finished(self) -> bool:
        """Whether there is a result, or a fault."""
        ...

    def result(self) -> R_co:
        """What came of it. Raises Refusal when nothing did."""
        ...

    def cancel(self) -> None:
        """Leave it; nothing will come of it."""
        ...


class Dispatcher(Protocol):
    """Does tasks: small ones at once, heavy ones beside the window."""

    def begin(self, task: Task[P, G, R]) -> Job[R]:
        """Begin a task; a small one is finished when this returns."""
        ...


class Done(Generic[R]):
    """A task that was done at once."""

    def __init__(self, task: Task[P, G, R]) -> None:
        self._of = len(task.parts)
        self._refused: Refusal | None = None
        self._results: list[R] = []
        try:
            self._results.append(task.work(nobody_listens, task.parts, task.given))
        except Refusal as refusal:
            self._refused = refusal

    def progress(self) -> tuple[int, int]:
        """All of it."""
        return self._of, self._of

    def finished(self) -> bool:
        """It is."""
        return True

    def result(self) -> R:
        """What came of it. Raises Refusal when it was refused."""
        if self._refused is not None:
            raise self._refused
        return self._results[0]

    def cancel(self) -> None:
        """There is nothing left to leave."""


class AtOnce:
    """Does every task at once, however heavy: the command line, and tests that wait for nothing."""

    def begin(self, task: Task[P, G, R]) -> Job[R]:
        """Do it."""
        return Done(task)


def nobody_listens(_done: int, _of: int) -> None:
    """Whoever waits for the whole does not ask how far it is."""
