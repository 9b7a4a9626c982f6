"""A page as a list of marks, in points from its top left corner; drawn onto a PDF afterwards.

User text is only ever a mark of its own, never markup: nothing here reads tags.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from mat_desktop.paper.fonts import Face, run_width, runs, width
from mat_desktop.paper.shaping import clusters, is_from_right

MM = 72 / 25.4
QR_WHITE = 3 * MM
"""What stays white round a code, so that it is found."""
Mark = tuple[Any, ...]
Rich = Sequence[tuple[Face, str]]


@dataclass(frozen=True)
class Place:
    """Where one answer stands, in points: the circle or box of a value, or the lines for words.

    `item` is the letter and number on paper, `value` what a cross here means; empty where words are written.
    """

    item: str
    value: str
    x: float
    y: float
    w: float
    h: float


@dataclass
class Page:
    """One page: its size in points, its marks in the order of drawing, and where its answers stand."""

    width: float
    height: float
    marks: list[Mark] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    name: str = ""
    """What a list of pages calls it, whose and which part; empty where it goes on from the page before."""
    shortened: list[str] = field(default_factory=list)
    """The words of which only the beginning stands here."""
    longer: str = ""
    """On the first page of a part that takes more pages than it usually does: whose it is, and how many."""

    def text(self, x: float, y: float, words: str, size: float, face: Face = Face.REGULAR, align: str = "left") -> None:
        """Write one line with its baseline at y."""
        length = width(words, face, size) if align != "left" else 0.0
        start = {"left": x, "right": x - length, "middle": x - length / 2}[align]
        for run in runs(words, face):
            self.marks.append(("shaped" if run.laid_out else "text", start, y, run.words, run.name, size))
            if run.words is not words:
                start += run_width(run, size)

    def spaced(self, x: float, y: float, words: str, size: float, gap: float) -> None:
        """Write one line with wider gaps between its letters, as form codes have them."""
        for letter in words:
            self.text(x, y, letter, size, Face.BOLD)
            x += width(letter, Face.BOLD, size) + gap

    def line(
        self, x1: float, y1: float, x2: float, y2: float, thick: float = 0.7, dash: tuple[float, ...] = ()
    ) -> None:
        """A straight line."""
        self.marks.append(("line", x1, y1, x2, y2, thick, dash))

    def box(self, x: float, y: float, w: float, h: float, thick: float = 0.7, *, filled: bool = False) -> None:
        """A rectangle with its top left corner at x, y."""
        self.marks.append(("box", x, y, w, h, thick, filled))

    def circle(self, x: float, y: float, radius: float, thick: float = 0.9, *, filled: bool = False) -> None:
        """A circle around x, y."""
        self.marks.append(("circle", x, y, radius, thick, filled))

    def diamond(self, x: float, y: float, radius: float) -> None:
        """A filled diamond around x, y."""
        self.marks.append(("diamond", x, y, radius))

    def turned(self, x: float, y: float, words: str, size: float, face: Face = Face.REGULAR) -> None:
        """One line upside down, its middle at x and its baseline at y; it is read from the other side."""
        start = x + width(words, face, size) / 2
        for run in runs(words, face):
            self.marks.append(("shaped turned" if run.laid_out else "turned", start, y, run.words, run.name, size))
            start -= run_width(run, size)

    def white(self, x: float, y: float, letter: str, size: float) -> None:
        """A white letter on black, its middle at x and its baseline at y."""
        for run in runs(letter, Face.BOLD):
            self.marks.append(("white", x - width(letter, Face.BOLD, size) / 2, y, run.words, run.name, size))

    def choice(self, item: str, value: str, x: float, y: float, across: float) -> None:
        """A circle for a cross, its middle at x, y."""
        self.circle(x, y, across / 2)
        self.places.append(Place(item, value, x - across / 2, y - across / 2, across, across))

    def tick(self, item: str, value: str, x: float, y: float, edge: float) -> None:
        """A box for a cross, its top left corner at x, y."""
        self.box(x, y, edge, edge, 1)
        self.places.append(Place(item, value, x, y, edge, edge))

    def words_here(self, item: str, x: float, y: float, w: float, h: float) -> None:
        """An answer in words is written here, from its top left corner at x, y."""
        self.places.append(Place(item, "", x, y, w, h))

    @contextmanager
    def tagged(self, role: str, alternative: str = "") -> Iterator[None]:
        """What is drawn inside is one thing to whoever has it read aloud; `alternative` is the words of a picture."""
        self.marks.append(("begin", role, alternative))
        yield
        self.marks.append(("end",))

    def boxes(self, rectangles: Sequence[tuple[float, float, float, float]]) -> None:
        """Many filled rectangles as one path."""
        self.marks.append(("boxes", tuple(rectangles)))

    def lines(self, words: str, wide: float, size: float, face: Face = Face.REGULAR) -> list[str]:
        """The text broken into lines of at most `wide` points; a word that is too long is cut."""
        return [line for part in words.split("\n") for line in _broken(part, wide, size, face)]

    def short(self, words: str, room: float, size: float, face: Face = Face.REGULAR, *, quietly: bool = False) -> str:
        """The words on one line. `quietly` for a head or foot that only repeats what stands whole elsewhere."""
        if width(words, face, size) <= room:
            return words
        if not quietly:
            self.shortened.append(words)
        return self._beginning(words, room, size, face)

    def _beginning(self, words: str, room: float, size: float, face: Face) -> str:
        return self.lines(words, room - width("…", face, size), size, face)[0] + "…"

    def at_most(self, most: int, words: str, wide: float, size: float, face: Face = Face.REGULAR) -> list[str]:
        """The words on so many lines; of longer ones the beginning, for where they stand whole on another sheet."""
        lines = self.lines(words, wide, size, face)
        if len(lines) <= most:
            return lines
        self.shortened.append(words)
        last = f"{lines[most - 1]} …"
        whole = width(last, face, size) <= wide
        return [*lines[: most - 1], last if whole else self._beginning(last, wide, size, face)]

    def paragraph(
        self, x: float, y: float, words: str, wide: float, size: float, leading: float, face: Face = Face.REGULAR
    ) -> float:
        """Write lines from a top at y; returns the bottom. The caller has made room for them."""
        for line in self.lines(words, wide, size, face):
            self.text(x, y + size, line, size, face)
            y += leading
        return y

    def enlarged(self, factor: float) -> "Page":
        """The same page with everything on it larger by a factor."""
        marks = [_scaled(mark, factor) for mark in self.marks]
        places = [Place(p.item, p.value, p.x * factor, p.y * factor, p.w * factor, p.h * factor) for p in self.places]
        return Page(self.width * factor, self.height * factor, marks, places, self.name, self.shortened, self.longer)

    def taken(self, other: "Page", dx: float, dy: float = 0) -> None:
        """Take over another page's marks and places, moved to the right by dx and down by dy."""
        self.marks += [_moved(mark, dx, dy) for mark in other.marks]
        self.places += [replace(place, x=place.x + dx, y=place.y + dy) for place in other.places]
        self.shortened += other.shortened


WRITTEN = ("text", "shaped", "turned", "shaped turned", "white")
"""Marks that are words: where they begin, the words, the font, its size."""
_OF_READING = ("begin", "end")


def _moved(mark: Mark, dx: float, dy: float) -> Mark:
    kind = mark[0]
    if kind in _OF_READING:
        return mark
    if kind == "boxes":
        return (kind, tuple((x + dx, y + dy, w, h) for x, y, w, h in mark[1]))
    if kind == "line":
        return (kind, mark[1] + dx, mark[2] + dy, mark[3] + dx, mark[4] + dy, *mark[5:])
    return (kind, mark[1] + dx, mark[2] + dy, *mark[3:])


def _scaled(mark: Mark, f: float) -> Mark:
    kind = mark[0]
    if kind in _OF_READING:
        return mark
    if kind == "diamond":
        return (kind, *(v * f for v in mark[1:]))
    if kind == "boxes":
        return (kind, tuple((x * f, y * f, w * f, h * f) for x, y, w, h in mark[1]))
    if kind in WRITTEN:
        return (kind, mark[1] * f, mark[2] * f, mark[3], mark[4], mark[5] * f)
    if kind == "line":
        return (kind, *(v * f for v in mark[1:6]), tuple(v * f for v in mark[6]))
    return (kind, *(v * f for v in mark[1:-1]), mark[-1])


def _broken(words: str, wide: float, size: float, face: Face) -> list[str]:
    lines: list[str] = []
    current, length = "", 0.0
    blank = width(" ", face, size)
    turns = _turns(words)
    for word in words.split():
        long = width(word, face, size)
        grown = width(f"{current} {word}", face, size) if turns else length + blank + long
        if current and grown <= wide:
            current, length = f"{current} {word}", grown
            continue
        if current:
            lines.append(current)
        pieces = _cut(word, wide, size, face) if long > wide else [word]
        lines += pieces[:-1]
        current, length = pieces[-1], width(pieces[-1], face, size)
    return [*lines, current] if current or not lines else lines


def _turns(words: str) -> bool:
    """Whether some words are read from the right: with what lies between them they are longer than each alone."""
    return not words.isascii() and any(is_from_right(letter) for letter in words)


def _cut(word: str, wide: float, size: float, face: Face) -> list[str]:
    pieces, current, length = [], "", 0.0
    for letter in clusters(word):
        step = width(letter, face, size)
        if current and length + step > wide:
            pieces.append(current)
            current, length = "", 0.0
        current, length = current + letter, length + step
    return [*pieces, current]


def rich_lines(pieces: Rich, wide: float, size: float) -> list[list[tuple[Face, str]]]:
    """Words of several weights broken into lines of at most `wide` points; in a line a weight is one stretch of words.

    Words of one weight stay together, for those that are read from the right stand in their order only so.
    """
    lines: list[list[tuple[Face, str]]] = [[]]
    length = 0.0
    for face, words in pieces:
        turns = _turns(words)
        for raw in words.split():
            for word in _cut(raw, wide, size, face) if width(raw, face, size) > wide else [raw]:
                grown = _with_word(lines[-1], face, word)
                long = _long(grown, size) if turns else length + width(word, face, size)
                if lines[-1] and long > wide:
                    lines.append([(face, word)])
                    long = width(word, face, size)
                else:
                    lines[-1] = grown
                length = long + width(" ", face, size)
    return lines


def _with_word(line: list[tuple[Face, str]], face: Face, word: str) -> list[tuple[Face, str]]:
    if line and line[-1][0] is face:
        return [*line[:-1], (face, f"{line[-1][1]} {word}")]
    return [*line, (face, word)]


def _long(line: list[tuple[Face, str]], size: float) -> float:
    """How long a line of several weights is, as it is drawn: a stretch, a blank, the next."""
    *before, (face, last) = line
    return sum(width(f"{words} ", own, size) for own, words in before) + width(last, face, size)


@lru_cache(maxsize=512)
def qr_boxes(content: str, size: float) -> tuple[tuple[float, float, float, float], ...]:
    """The dark modules of a QR code (level M) as rectangles, runs in a row joined, from the top left corner."""
    import segno

    matrix = [list(row) for row in segno.make(content, error="m", micro=False).matrix]
    module = size / len(matrix)
    found = []
    for row, cells in enumerate(matrix):
        start = None
        for column, dark in enumerate([*cells, 0]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                found.append((start * module, row * module, (column - start) * module, module))
                start = None
    return tuple(found)
