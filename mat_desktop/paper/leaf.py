"""The one page style: head, body that flows, foot with code and QR, page n of m."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from mat_desktop.facilitation.sheet_views import Head
from mat_desktop.paper.drawing import MM, Page, Rich, rich_lines
from mat_desktop.paper.fonts import Face, width
from mat_desktop.workshop.sheets import shown_code

MARGIN = 16 * MM
FOOT = 26 * MM
BODY, SMALL, TITLE, SECTION = 11.0, 9.5, 24.0, 14.0
LEADING = 15.5
QR_SIZE = 18 * MM


class Size(StrEnum):
    """Paper sizes; the layout flows, it is never scaled."""

    A4 = "A4"
    LETTER = "Letter"


POINTS: dict[Size, tuple[float, float]] = {Size.A4: (210 * MM, 297 * MM), Size.LETTER: (612.0, 792.0)}


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


@dataclass
class Leaf:
    """The pages of one sheet under way. `y` is where the next thing goes, from the top."""

    head: Head
    size: Size

    def __post_init__(self) -> None:
        self.pages: list[Page] = []
        self.wide = POINTS[self.size][0] - 2 * MARGIN
        self.y = 0.0

    @property
    def page(self) -> Page:
        """The page under way."""
        return self.pages[-1]

    @property
    def floor(self) -> float:
        """Where the body ends."""
        return POINTS[self.size][1] - MARGIN - FOOT

    def new_page(self) -> None:
        """Begin another page at the top margin."""
        self.pages.append(Page(*POINTS[self.size]))
        self.y = MARGIN

    def need(self, height: float) -> None:
        """Begin another page when this height does not fit on the present one."""
        if self.y + height > self.floor and self.y > MARGIN + 1:
            self.new_page()

    def banner(self, left: tuple[str, str], right: tuple[str, str], *, mark: bool = True) -> None:
        """The head of a handout: the two rings, two lines left and right, a heavy rule."""
        page, x = self.page, MARGIN
        if mark:
            for offset in (0, 11):
                page.circle(x + 12 + offset, self.y + 12, 11, 2.2)
            x += 44
        room = self.wide * 0.6 - (44 if mark else 0)
        page.text(x, self.y + 9, page.lines(left[0], room, BODY)[0], BODY)
        page.text(x, self.y + 9 + LEADING, page.lines(left[1], room, BODY)[0], BODY)
        page.text(MARGIN + self.wide, self.y + 9, right[0], BODY, Face.BOLD, "right")
        page.text(MARGIN + self.wide, self.y + 9 + LEADING, right[1], BODY, align="right")
        self.y += 36
        page.line(MARGIN, self.y, MARGIN + self.wide, self.y, 1.5)
        self.y += 12

    def title(self, words: str) -> None:
        """The title, over as many lines as it needs."""
        self.words(words, TITLE, Face.BOLD, leading=30, after=4)

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
    ) -> None:
        """A paragraph that may run over pages."""
        for line in self.page.lines(text, (wide or self.wide) - indent, size, face):
            self.need(leading)
            self.page.text(MARGIN + indent, self.y + size, line, size, face)
            self.y += leading
        self.y += after

    def rich(self, pieces: Rich, size: float = BODY, indent: float = 0, after: float = 0) -> None:
        """A paragraph of several weights."""
        for line in rich_lines(pieces, self.wide - indent, size):
            self.need(LEADING)
            x = MARGIN + indent
            for face, word in line:
                self.page.text(x, self.y + size, word, size, face)
                x += width(f"{word} ", face, size)
            self.y += LEADING
        self.y += after

    def writing_lines(self, count: int, indent: float = 0, gap: float = 9 * MM) -> None:
        """Empty lines for the pen."""
        for _ in range(count):
            self.need(gap)
            self.y += gap
            self.page.line(MARGIN + indent, self.y, MARGIN + self.wide, self.y)
        self.y += 4

    def rule(self, before: float = 6, after: float = 8) -> None:
        """A thin line across."""
        self.y += before
        self.page.line(MARGIN, self.y, MARGIN + self.wide, self.y)
        self.y += after

    def finish(self) -> list[Page]:
        """Put the foot on every page, now that their number is known."""
        for number, page in enumerate(self.pages, 1):
            _foot(page, self.head, number, len(self.pages), self.wide)
        return self.pages


def _foot(page: Page, head: Head, number: int, count: int, wide: float) -> None:
    top = page.height - MARGIN - FOOT + 8
    page.line(MARGIN, top, MARGIN + wide, top, 1.5)
    code_at(page, head, MARGIN, top + 9, number)
    right = MARGIN + wide
    last = f"Page {number} of {count}"
    rest = f", {head.owner}"
    room = wide * 0.46
    shown = page.lines(rest, room - width(last, Face.BOLD, SMALL + 0.5), SMALL + 0.5)[0]
    page.text(right, top + 30, shown, SMALL + 0.5, align="right")
    page.text(right - width(shown, Face.REGULAR, SMALL + 0.5), top + 30, last, SMALL + 0.5, Face.BOLD, "right")
    if head.next_date:
        page.text(right, top + 45, f"Next date: {head.next_date}", SMALL + 0.5, align="right")


def code_at(page: Page, head: Head, x: float, y: float, number: int, size: float = QR_SIZE) -> None:
    """The QR code with the form code beside it. It holds the code and the page, no name and no answer."""
    page.boxes([(x + dx, y + dy, w, h) for dx, dy, w, h in qr_boxes(f"{head.code}/{number}", size)])
    page.spaced(x + size + 12, y + size / 2 + 2, shown_code(head.code), 14, 1.6)
    page.text(x + size + 12, y + size / 2 + 17, f"{head.footer}. Type this code to file the sheet.", SMALL)
