"""The pictures that were chosen: read a few at a time, in their order; what was read waits to be checked."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from mat_desktop.facilitation.chosen_file import TooLarge, content_of_file
from mat_desktop.facilitation.sheets.answer_places import kept_pages
from mat_desktop.facilitation.sheets.pictures import ByHand, PageRead
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.shown.words.sheets import TROUBLES
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.beside import WorkStrip
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.seen import Trouble

_LARGEST = 80_000_000
"""Bytes of one file: a scanned pile of a hundred pages is smaller."""
_AT_A_TIME = 3
"""So many files are read together: she checks the first while the next are read."""


@dataclass(frozen=True)
class PictureFile:
    """One chosen file, in memory: its name, and a digest by which the very same one is known again."""

    name: str
    data: bytes

    @property
    def digest(self) -> str:
        """Of its bytes."""
        return sha256(self.data).hexdigest()


@dataclass(frozen=True)
class WaitingPage:
    """One page that was read and is to be checked, and the file it comes from."""

    file: PictureFile
    read: PageRead


class Pile:
    """What is chosen, what is being read, and what waits. `came` is called whenever pages were read."""

    def __init__(self, bench: Bench, strip: WorkStrip, came: Callable[[], object]) -> None:
        self._bench, self._strip, self._came = bench, strip, came
        self._chosen: deque[PictureFile] = deque()
        self._reading: list[PictureFile] = []
        self.waiting: deque[WaitingPage] = deque()
        self.refused: list[str] = []
        """Files that could not even be opened, a sentence each."""

    @property
    def left(self) -> int:
        """How many files are still to be read."""
        return len(self._chosen) + len(self._reading)

    def take(self, paths: Iterable[Path]) -> None:
        """Read these files, in the order of their names."""
        for path in sorted(paths, key=lambda one: one.name.casefold()):
            self._open(path)
        if not self._strip.busy:
            self._next()

    def _open(self, path: Path) -> None:
        try:
            self._chosen.append(PictureFile(path.name, content_of_file(path, _LARGEST)))
        except TooLarge:
            self.refused.append(f"{path.name}: {TROUBLES[Trouble.TOO_LARGE]}")
        except Refusal as refusal:
            self.refused.append(f"{path.name}: {refusal}")
        except OSError:
            self.refused.append(f"{path.name}: this file cannot be opened. Copy it onto this computer first.")

    def again(self, page: WaitingPage, by_hand: ByHand) -> None:
        """Read one picture once more, as she says it lies; it comes before all others, and what was begun waits."""
        self._chosen.extendleft(reversed(self._reading))
        self._reading = []
        task = self._bench.eye.task([page.file.data], kept_pages(self._bench.desk, self._bench.workshop_id), by_hand)
        self._strip.start(
            task,
            f"Reading {page.file.name} …",
            lambda found: self._found([page.file], found, first=True),
            ended=partial(self._given_up, page),
        )

    def _next(self) -> None:
        files = self._reading = [self._chosen.popleft() for _ in range(min(_AT_A_TIME, len(self._chosen)))]
        if not files:
            self._came()
            return
        desk, eye = self._bench.desk, self._bench.eye
        task = eye.task([file.data for file in files], kept_pages(desk, self._bench.workshop_id))
        words = f"Reading {counted(self.left, 'picture')} …"
        self._strip.start(
            task, words, lambda found: self._found(files, found), "Pictures are being read.", self._given_up
        )

    def _given_up(self, page: WaitingPage | None = None) -> None:
        """Nothing came of the reading: what was not read yet is let go, and said by name; what was, waits on."""
        self.refused += [f"{file.name}: not read. Choose it again." for file in (*self._reading, *self._chosen)]
        self._reading = []
        self._chosen.clear()
        if page is not None:
            self.waiting.appendleft(page)
        self._came()

    def _found(self, files: list[PictureFile], found: list[PageRead], *, first: bool = False) -> None:
        self._reading = []
        pages = [WaitingPage(files[read.picture], replace(read, picture=0)) for read in found]
        if first:
            self.waiting.extendleft(reversed(pages))
        else:
            self.waiting.extend(pages)
        self._came()
        self._next()

    def clear(self) -> None:
        """Forget all of it: nothing of a picture is left."""
        self._strip.leave()
        self._chosen.clear()
        self._reading = []
        self.waiting.clear()
        self.refused.clear()
