"""What happens when the program itself goes wrong."""

import sys
import traceback
from pathlib import Path
from types import TracebackType

from mat_desktop.app.window import Window


class Mishaps:
    """An error of our own making: one calm sentence, the place of it in a file, no personal data."""

    def __init__(self, window: Window, log: Path) -> None:
        self._window, self._log = window, log
        self._told: set[str] = set()

    def __call__(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Write where it happened, never what was in hand; tell once."""
        lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
        place = lines[-1] if lines else kind.__name__
        if place in self._told:
            return
        self._told.add(place)
        self._log.parent.mkdir(parents=True, exist_ok=True)
        with self._log.open("a", encoding="utf-8") as file:
            file.write("\n".join([kind.__name__, *lines, ""]) + "\n")
        sys.stderr.write(f"MAT Desktop met an error of its own; the place is noted in {self._log}\n")
        if self._window.workplace is not None:
            self._window.workplace.messages.tell(
                "Something went wrong in the program. Everything that the rail calls saved is kept. "
                "If it happens again, close MAT Desktop and open it again."
            )
