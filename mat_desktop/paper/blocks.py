"""Blocks: what belongs together and is never divided, and the rules by which pages are filled with them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from mat_desktop.paper.drawing import WRITTEN, Mark, Page, Rich, rich_lines
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.measures import Measures

_ENDLESS = 1e6
_BELOW = 6.0
"""How much of a line of text lies below its baseline."""


@dataclass(frozen=True)
class Block:
    """Something drawn from its own top, and how high it is in points. `item` names it where it may grow by lines."""

    page: Page
    high: float
    item: str = ""


@dataclass(frozen=True)
class Section:
    """Blocks under one letter. A whole section goes to the next page rather than be divided, if a page can hold it.

    `again` stands above what goes on on another page: what is asked, where the answers beside it make no sense alone.
    """

    blocks: tuple[Block, ...]
    whole: bool = True
    again: Block | None = None

    @property
    def high(self) -> float:
        """How high all of it is, in points."""
        return sum(block.high for block in self.blocks)


@dataclass(frozen=True)
class Room:
    """From where to where a page can be filled, in points from its top."""

    top: float
    floor: float

    @property
    def high(self) -> float:
        """How much stands there."""
        return self.floor - self.top


Filled = list[list[tuple[Block, float]]]
"""For each page its blocks, each with its top."""


def filled(sections: Sequence[Section], room: Room, tail: float = 0) -> Filled:
    """The one rule by which pages are filled.

    A section goes to the next page only whole where that page can hold it. A block is never divided, unless no page
    can hold it: then between two of its lines. `tail` is what must still fit below the last block.
    """
    pages: Filled = [[]]
    y = room.top
    for place, section in enumerate(sections):
        last = place == len(sections) - 1
        asked = section.high + (tail if last else 0)
        if section.whole and pages[-1] and y + asked > room.floor >= room.top + asked:
            pages.append([])
            y = room.top
        blocks = [part for block in section.blocks for part in parted(block, room.high - tail)]
        for number, block in enumerate(blocks):
            below = tail if last and number == len(blocks) - 1 else 0
            if pages[-1] and y + block.high + below > room.floor + 0.01:
                pages.append([])
                y = room.top
                if number and section.again is not None:
                    pages[-1].append((section.again, y))
                    y += section.again.high
            pages[-1].append((block, y))
            y += block.high
    return pages


def parted(block: Block, high: float) -> list[Block]:
    """The block itself, or where it is higher than that, as many as it takes, parted between two lines of text."""
    found = []
    while block.high > high:
        bases = [mark[2] for mark in block.page.marks if mark[0] in WRITTEN and mark[2] <= high - _BELOW]
        at = max(bases, default=high) + _BELOW
        above, under = Page(block.page.width, at), Page(block.page.width, _ENDLESS)
        for mark in block.page.marks:
            for page, piece in zip((above, under), _cut(mark, at), strict=True):
                page.marks += [piece] if piece is not None else []
        for place in block.page.places:
            (above if place.y < at else under).places.append(place)
        above.shortened += block.page.shortened
        found.append(Block(above, at, block.item))
        rest = Page(block.page.width, _ENDLESS)
        rest.taken(under, 0, -at)
        block = Block(rest, block.high - at, block.item)
    return [*found, block]


def _cut(mark: Mark, at: float) -> tuple[Mark | None, Mark | None]:
    """A mark above and below a height; only frames and upright lines are cut in two."""
    if mark[0] in ("begin", "end"):
        return mark, mark
    if mark[0] == "box" and mark[2] < at < mark[2] + mark[4]:
        kind, x, y, w, h, *rest = mark
        return (kind, x, y, w, at - y, *rest), (kind, x, at, w, y + h - at, *rest)
    top = mark[1][0][1] if mark[0] == "boxes" else mark[2]
    return (mark, None) if top < at else (None, mark)


def end_of(placed: Sequence[tuple[Block, float]], room: Room) -> float:
    """Where what stands on a page ends."""
    return max((y + block.high for block, y in placed), default=room.top)


class Pen:
    """Writes one block from its top down. `y` is where the next thing goes."""

    def __init__(self, left: float, wide: float, measures: Measures) -> None:
        self.left, self.wide, self.m = left, wide, measures
        self.page = Page(left + wide, _ENDLESS)
        self.y = 0.0

    @property
    def right(self) -> float:
        """The right margin."""
        return self.left + self.wide

    def block(self, after: float = 0, item: str = "") -> Block:
        """What was written, with some room below."""
        return Block(self.page, self.y + after, item)

    @contextmanager
    def tagged(self, role: str, alternative: str = "") -> Iterator[None]:
        """What is written inside is one thing to whoever has it read aloud."""
        with self.page.tagged(role, alternative):
            yield

    def words(
        self,
        text: str,
        size: float = 0,
        face: Face = Face.REGULAR,
        *,
        leading: float = 0,
        indent: float = 0,
        wide: float = 0,
        role: str = "P",
    ) -> None:
        """A paragraph in body size, or in another."""
        size, step = size or self.m.body, leading or self.m.leading
        if not text:
            return
        with self.tagged(role):
            for line in self.page.lines(text, (wide or self.wide - indent), size, face):
                self.page.text(self.left + indent, self.y + size, line, size, face)
                self.y += step

    def small(self, text: str, *, indent: float = 0, wide: float = 0) -> None:
        """A note in the smallest type."""
        self.words(text, self.m.small, leading=self.m.small_leading, indent=indent, wide=wide)

    def rich(self, pieces: Rich, size: float = 0, *, leading: float = 0, indent: float = 0, wide: float = 0) -> None:
        """A paragraph of several weights."""
        size, step = size or self.m.body, leading or self.m.leading
        with self.tagged("P"):
            for line in rich_lines([piece for piece in pieces if piece[1]], wide or self.wide - indent, size):
                x = self.left + indent
                for face, word in line:
                    self.page.text(x, self.y + size, word, size, face)
                    x += width(f"{word} ", face, size)
                self.y += step

    def writing_lines(self, item: str, count: int, *, indent: float = 0, before: float = 0) -> None:
        """Lines for the pen, as wide as the column; together they are one answer in words."""
        left, top = self.left + indent, self.y
        self.y += before
        for _ in range(count):
            self.y += self.m.line
            self.page.line(left, self.y, self.right, self.y)
        if item:
            self.page.words_here(item, left, top, self.right - left, self.y - top)

    def choices(
        self, item: str, choices: Sequence[tuple[str, str]], x: float, pitch: float = 0, *, gap: float = 12
    ) -> None:
        """Boxes for a cross with their words, beside each other as far as they fit, else one below the other.

        With a `pitch` they stand in columns.
        """
        left, edge, high = x, self.m.tick, self.m.tick + 5.5
        for value, words in choices:
            lines = self.page.lines(words, self.right - left - edge - 6, self.m.body)
            long = edge + 6 + max(width(line, Face.REGULAR, self.m.body) for line in lines)
            if x > left and x + long > self.right + 0.5:
                x, self.y = left, self.y + high
            self.page.tick(item, value, x, self.y, edge)
            with self.tagged("P"):
                for number, line in enumerate(lines):
                    at = self.y + edge / 2 + self.m.body * 0.36 + number * self.m.leading
                    self.page.text(x + edge + 6, at, line, self.m.body)
            self.y += (len(lines) - 1) * self.m.leading
            x += max(pitch, long + gap) if long <= pitch or not pitch else pitch * -(-long // pitch)
        self.y += high

    def frame(self, top: float, thick: float) -> None:
        """A frame from a top down to here."""
        self.page.box(self.left, top, self.wide, self.y - top, thick)
