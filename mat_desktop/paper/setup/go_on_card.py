"""Cards for the parts of the day: what the others do when the facilitator has stepped out. Eight to a sheet."""

from mat_desktop.facilitation.printed.setup import GoOnBlock, GoOnSheet
from mat_desktop.paper.blocks import Pen
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.measures import LARGE, STANDARD
from mat_desktop.paper.sizes import Format

_COLUMNS, _ROWS, _LARGE_ROWS = 2, 4, 3
_INSET = 11 * MM


def laid_out(sheet: GoOnSheet, form: Format) -> list[Page]:
    """Two columns of cards, to be cut apart: the card of the present part lies on the table when she steps out."""
    rows = _LARGE_ROWS if form.scale > 1 else _ROWS
    many = _COLUMNS * rows
    blocks = sheet.blocks
    return [_page(blocks[first : first + many], form, rows) for first in range(0, len(blocks), many)] or [
        Page(form.width, form.height)
    ]


def _page(blocks: tuple[GoOnBlock, ...], form: Format, rows: int) -> Page:
    page = Page(form.width, form.height)
    column, row = form.width / _COLUMNS, form.height / rows
    for place, block in enumerate(blocks):
        _card(page, block, (place % _COLUMNS) * column, (place // _COLUMNS) * row, form)
    page.line(column, 0, column, form.height, 0.5, (3.0, 3.0))
    for cut in range(1, rows):
        page.line(0, cut * row, form.width, cut * row, 0.5, (3.0, 3.0))
    return page


def _card(page: Page, block: GoOnBlock, x: float, y: float, form: Format) -> None:
    measures = LARGE if form.scale > 1 else STANDARD
    pen = Pen(x + _INSET, form.width / _COLUMNS - 2 * _INSET, measures)
    pen.words(f"{block.title}, {block.minutes} minutes", measures.goal, Face.BOLD, leading=measures.goal + 4)
    pen.y += 3
    for sentence in (
        "I have stepped out and I am coming back. Nothing is wrong with you.",
        "Whoever sits nearest the door keeps the time. Do not talk about who went out.",
        f"Then: {block.following}." if block.following else "Then wait together until I am back.",
    ):
        pen.words(sentence, measures.small if measures.large else measures.body, leading=measures.leading - 1)
    page.taken(pen.block().page, 0, y + _INSET)
