"""The papers for the facilitator about what is kept: one page each, with room for her pen."""

from mat_desktop.facilitation.printed.library.for_her import PaperForHer, PaperSection
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.leaf import BODY, LEADING, Leaf
from mat_desktop.paper.sizes import Format

_ROW = 20.0


def laid_out(sheet: PaperForHer, form: Format) -> list[Page]:
    """Headings and what stands under each."""
    leaf = Leaf(sheet.head, form)
    leaf.heading(sheet.title)
    for section in sheet.sections:
        leaf.section(section.title, 3)
        _fill(leaf, section)
    if sheet.foot:
        leaf.words(sheet.foot, SMALL)
    return leaf.finish()


def _fill(leaf: Leaf, section: PaperSection) -> None:
    if section.points:
        leaf.bullets(list(section.points), after=2)
    for sentence in section.sentences:
        leaf.words(sentence, after=2)
    for number, step in enumerate(section.steps, 1):
        leaf.page.text(leaf.left, leaf.y + BODY, f"{number}.", BODY, Face.BOLD)
        leaf.words(step, indent=20, after=3)
    if section.columns:
        _table(leaf, section)
    if section.writing_lines:
        leaf.writing_lines(section.writing_lines, gap=_ROW)


def _table(leaf: Leaf, section: PaperSection) -> None:
    wide = _widths(leaf, section)
    _row(leaf, wide, section.columns, Face.BOLD)
    for line in (*section.lines, *((("",) * len(section.columns),) * section.spare)):
        _row(leaf, wide, line, Face.REGULAR)


def _widths(leaf: Leaf, section: PaperSection) -> list[float]:
    """A table of two is a day and what happened; one of five has names and wishes before its days."""
    shares = {2: (0.2, 0.8), 4: (0.17, 0.24, 0.28, 0.31), 5: (0.22, 0.25, 0.18, 0.18, 0.17)}[len(section.columns)]
    return [share * leaf.wide for share in shares]


def _row(leaf: Leaf, wide: list[float], cells: tuple[str, ...], face: Face) -> None:
    lines = [
        leaf.page.lines(words, room - 8, SMALL, face) if words else [] for words, room in zip(cells, wide, strict=True)
    ]
    high = max(_ROW, max(map(len, lines), default=0) * (LEADING - 2) + 6)
    leaf.need(high)
    x = leaf.left
    for said, room in zip(lines, wide, strict=True):
        for number, words in enumerate(said):
            leaf.page.text(x, leaf.y + 13 + number * (LEADING - 2), words, SMALL, face)
        x += room
    leaf.y += high
    leaf.page.line(leaf.left, leaf.y, leaf.right, leaf.y, 0.5)
