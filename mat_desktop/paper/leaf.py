"""The one page style: head, body that flows, foot with code and QR, page n of m.

Large print is laid out on a smaller page whose every mark is then drawn larger: the text flows anew, and margins
stay as they are.
"""

from collections.abc import Callable, Sequence

from mat_desktop.facilitation.printed.head import Head
from mat_desktop.paper.blocks import Block, parted
from mat_desktop.paper.drawing import MM, Page, Rich, rich_lines
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.foot import SMALL, put_foot
from mat_desktop.paper.sizes import Format

BODY, TITLE, SECTION = 11.0, 24.0, 14.0
LEADING = 15.5
BLANK = "_" * 12
TICK = 5 * MM
"""How wide a box for a cross is."""
WRITING = 9 * MM
"""From one line for the pen to the next."""


def _is_written_in(line: str) -> bool:
    return line.startswith(BLANK[:-2])


class Leaf:
    """The pages of one sheet under way. `y` is where the next thing goes, from the top."""

    def __init__(self, head: Head, form: Format) -> None:
        self.head, self.form = head, form
        self.pages: list[Page] = []
        self.left = form.margin / form.scale
        self._top = (form.edge or form.margin) / form.scale
        self._size = (form.width / form.scale, form.height / form.scale)
        self.wide = self._size[0] - 2 * self.left
        self.y = 0.0
        self.new_page()

    @property
    def page(self) -> Page:
        """The page under way."""
        return self.pages[-1]

    @property
    def right(self) -> float:
        """The right margin."""
        return self.left + self.wide

    @property
    def floor(self) -> float:
        """Where the body ends."""
        return self._size[1] - self._top - self.foot_high

    @property
    def foot_high(self) -> float:
        """How much of the page the foot takes, in points."""
        return self.form.foot / float(self.form.scale**0.5)

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on this page yet."""
        return self.y <= self._top + 1

    def new_page(self) -> None:
        """Begin another page at the top margin."""
        self.pages.append(Page(*self._size))
        self.y = self._top

    def need(self, height: float) -> None:
        """Begin another page when this height does not fit on the present one."""
        if self.y + height > self.floor and not self.fresh:
            self.new_page()

    def put(self, block: Block) -> None:
        """Put a block that is never divided, unless no page can hold it."""
        for part in parted(block, self.floor - self._top):
            self.need(part.high)
            self.page.taken(part.page, 0, self.y)
            self.y += part.high

    def together(self, drawn: Callable[[], object]) -> None:
        """Draw something that is never divided: where it runs over the end of a page, it begins on the next one."""
        pages, y, fresh = len(self.pages), self.y, self.fresh
        marks, places = len(self.page.marks), len(self.page.places)
        drawn()
        if len(self.pages) == pages or fresh:
            return
        del self.pages[pages:]
        del self.page.marks[marks:], self.page.places[places:]
        self.y = y
        self.new_page()
        drawn()

    def banner(self, left: tuple[str, str], right: tuple[str, str], *, mark: bool = False) -> None:
        """The head of a sheet: two lines left and right, a heavy rule. `mark` adds the two rings."""
        page, x, room = self.page, self.left, self.wide * 0.6
        if mark:
            for offset in (0, 11):
                page.circle(x + 12 + offset, self.y + 12, 11, 2.2)
            x, room = x + 44, room - 44
        top, beside = self.y, self.wide * 0.4 - 12
        y = page.paragraph(x, top - 2, left[0], room, BODY, LEADING)
        y = page.paragraph(x, y, left[1], room, BODY, LEADING)
        ends = top - 2
        for words, face in zip(right, (Face.BOLD, Face.REGULAR), strict=True):
            for line in page.lines(words, beside, BODY, face):
                page.text(self.right, ends + BODY, line, BODY, face, "right")
                ends += LEADING
        self.y = max(y, ends, top + 28) + 5
        page.line(self.left, self.y, self.right, self.y, 1.5)
        self.y += 12

    def heading(self, title: str, note: str = "") -> None:
        """The head of a sheet that is about one thing: its title and the workshop's own words."""
        self.title(title)
        if self.head.whose:
            self.words(self.head.whose, SMALL)
        if note:
            self.words(note, SMALL)
        self.y += 4
        self.page.line(self.left, self.y, self.right, self.y, 1.5)
        self.y += 9

    def title(self, words: str) -> None:
        """The title, over as many lines as it needs."""
        self.words(words, TITLE, Face.BOLD, leading=28, after=4)

    def section(self, words: str, before: float = 10) -> None:
        """A section heading that stays with what follows it."""
        self.need(before + 48)
        self.y += before
        self.words(words, SECTION, Face.BOLD, leading=19, after=4)

    def words(
        self,
        text: str,
        size: float = BODY,
        face: Face = Face.REGULAR,
        *,
        leading: float = LEADING,
        after: float = 0,
        indent: float = 0,
        wide: float | None = None,
        item: str = "",
    ) -> None:
        """A paragraph that may run over pages. A line that begins with a gap to write in has room for the pen.

        With an `item` each line with a gap in it is where that is answered in words.
        """
        for line in self.page.lines(text, (wide or self.wide) - indent, size, face):
            above = max(0.0, WRITING - leading) if _is_written_in(line) else 0.0
            self.need(leading + above)
            if item and BLANK[:-2] in line:
                self.page.words_here(item, self.left + indent, self.y, self.wide - indent, above + leading)
            self.y += above
            self.page.text(self.left + indent, self.y + size, line, size, face)
            self.y += leading
        self.y += after

    def rich(
        self, pieces: Rich, size: float = BODY, indent: float = 0, after: float = 0, *, leading: float = LEADING
    ) -> None:
        """A paragraph of several weights."""
        for line in rich_lines(pieces, self.wide - indent, size):
            self.need(leading)
            x = self.left + indent
            for face, word in line:
                self.page.text(x, self.y + size, word, size, face)
                x += width(f"{word} ", face, size)
            self.y += leading
        self.y += after

    def numbered(self, number: int, heading: str, sentences: list[str]) -> None:
        """A point with its number in the margin, and a hairline under it. Gaps in it are answered under its number."""
        self.need(46)
        self.page.text(self.left, self.y + 13, str(number), 13, Face.BOLD)
        self.words(heading, 13, Face.BOLD, indent=28, leading=17)
        for sentence in sentences:
            self.words(sentence, indent=28, item=str(number))
        self.rule(1, 3)

    def bullets(self, sentences: list[str], after: float = 4) -> None:
        """Sentences behind a mark."""
        for sentence in sentences:
            self.need(LEADING)
            self.page.circle(self.left + 4, self.y + 8, 1.6, 0.5, filled=True)
            self.words(sentence, indent=16)
        self.y += after

    def owner(self, name: str, word: str = "Name") -> None:
        """The owner's name, or a line to write it on."""
        if name:
            self.words(name, 15, Face.BOLD, leading=20, after=2)
        else:
            self.line_for(word, 200)

    def line_for(self, words: str, long: float = 0, at: float = 0, *, item: str = "") -> None:
        """Words and a line for the pen behind them, as long as is said or to the margin; `at` is how far in."""
        *above, words = self.page.lines(words, self.wide - 90, BODY)
        for line in above:
            self.words(line)
        self.need(26)
        self.y += 7
        self.page.text(self.left + at, self.y + 12, words, BODY)
        x = self.left + at + width(f"{words}  ", Face.REGULAR, BODY)
        ends = min(self.right, x + long) if long else self.right
        self.page.line(x, self.y + 14, ends, self.y + 14)
        if item:
            self.page.words_here(item, x, self.y - 5, ends - x, 19)
        self.y += 20

    def tick_boxes(self, choices: Sequence[str], indent: float = 0, *, item: str = "") -> None:
        """Boxes to tick, as many beside each other as fit. With an `item` a cross in one answers it by its words."""
        x, edge = self.left + indent, TICK
        self.need(24)
        for words in choices:
            lines = self.page.lines(words, self.wide - indent - edge - 8, BODY)
            long = edge + 8 + max(width(line, Face.REGULAR, BODY) for line in lines)
            if x > self.left + indent and x + long > self.right:
                x = self.left + indent
                self.y += 23
                self.need(24)
            self._tick_box(item, words, x, edge)
            for number, line in enumerate(lines):
                self.page.text(x + edge + 7, self.y + 13.5 + number * LEADING, line, BODY)
            self.y += (len(lines) - 1) * LEADING
            x += long + 22
        self.y += 25

    def _tick_box(self, item: str, words: str, x: float, edge: float) -> None:
        if item:
            self.page.tick(item, words, x, self.y + 3, edge)
        else:
            self.page.box(x, self.y + 3, edge, edge, 1)

    def writing_lines(self, count: int, indent: float = 0, gap: float = WRITING, *, item: str = "") -> None:
        """Empty lines for the pen. Where the page ends there are fewer of them, never a page for the rest."""
        self.need(gap)
        top = self.y
        for _ in range(min(count, max(1, int((self.floor - self.y) // gap)))):
            self.y += gap
            self.page.line(self.left + indent, self.y, self.right, self.y)
        if item:
            self.page.words_here(item, self.left + indent, top, self.wide - indent, self.y - top)
        self.y += 4

    def rule(self, before: float = 6, after: float = 8) -> None:
        """A thin line across."""
        self.y += before
        self.page.line(self.left, self.y, self.right, self.y)
        self.y += after

    def cut_line(self) -> None:
        """Where paper is cut apart."""
        self.page.line(self.left, self.y, self.right, self.y, 0.5, (3.0, 3.0))

    def finish(self) -> list[Page]:
        """Put the foot on every page, now that their number is known."""
        for number, page in enumerate(self.pages, 1):
            put_foot(self, page, number)
        scale = self.form.scale
        return self.pages if scale == 1 else [page.enlarged(scale) for page in self.pages]
