"""Turns sheets into PDF bytes: the same sheets give the same bytes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from mat_desktop.facilitation.printed.kinds import Sheet
from mat_desktop.facilitation.printer import AnswerPlace, PrintedPage, Style
from mat_desktop.paper.drawing import MM, Mark, Page, Place
from mat_desktop.paper.fonts import Face, at_hand, file_of, load
from mat_desktop.paper.layouts import BACKS_EMPTY, LAYOUTS
from mat_desktop.paper.shaping import outline, shaped
from mat_desktop.paper.tags import Tags, tagged_pages


def pdf(sheets: Sequence[Sheet], style: Style = Style(), *, cards_alone: bool = False) -> bytes:  # noqa: B008  frozen
    """One PDF of all these sheets. `cards_alone` gives each goal card a page of its own, for the preview."""
    return bound((page for pages in stacks(sheets, style, cards_alone=cards_alone) for page in pages), title_of(sheets))


def pages_of(sheets: Sequence[Sheet], style: Style) -> list[Page]:
    """Every page of these sheets, laid out."""
    return [page for pages in stacks(sheets, style) for page in pages]


def stacks(sheets: Sequence[Sheet], style: Style, *, cards_alone: bool = False) -> Iterator[list[Page]]:
    """The pages of one sheet after the other; on both sides of the paper, each begins on a new front."""
    for view, same in groupby(sheets, key=type):
        first, *others = same
        for number, pages in enumerate(LAYOUTS[view]([first, *others], style, cards_alone)):
            if number == 0 and pages and not pages[0].name:
                pages[0].name = first.head.footer
            yield _with_backs(pages, style, empty=view in BACKS_EMPTY)


def pages_with_answers(sheets: Sequence[Sheet], style: Style) -> list[PrintedPage]:
    """Every page of these sheets that asks for answers, as it is printed; what is only read aloud is left out."""
    found = []
    for sheet in sheets:
        pages = pages_of([sheet], style) if sheet.head.code else []
        for number, page in enumerate(pages, 1):
            if page.places:
                found.append(_printed(page, sheet.head.code, number))
    return found


def _printed(page: Page, code: str, number: int) -> PrintedPage:
    return PrintedPage(
        code=code,
        page=number,
        width=page.width,
        height=page.height,
        marks=tuple(mark for mark in page.marks if mark[0] in _DRAW),
        places=tuple(_in_mm(place, number) for place in page.places),
    )


def redrawn(printed: PrintedPage) -> bytes:
    """One page as it was printed once, as PDF."""
    for mark in printed.marks:
        if mark[0] in _WRITTEN:
            load(mark[4])
    return bound([Page(printed.width, printed.height, list(printed.marks))], "")


def _in_mm(place: Place, page: int) -> AnswerPlace:
    x, y, wide, high = (round(value / MM, 1) for value in (place.x, place.y, place.w, place.h))
    return AnswerPlace(item=place.item, value=place.value, page=page, x=x, y=y, wide=wide, high=high)


def _with_backs(pages: list[Page], style: Style, *, empty: bool) -> list[Page]:
    """On both sides of the paper: an empty back where the next sheet would begin there, or where none may be used."""
    if not style.both_sides:
        return pages
    if empty:
        return [one for page in pages for one in (page, Page(page.width, page.height))]
    return [*pages, Page(pages[-1].width, pages[-1].height)] if len(pages) % 2 else pages


def title_of(sheets: Sequence[Sheet]) -> str:
    """What the document is called: its first sheet and the workshop."""
    if not sheets:
        return ""
    head = sheets[0].head
    return ", ".join(part for part in (head.footer, head.title) if part)


def bound(pages: Iterable[Page], title: str, drawn: Callable[[], object] | None = None) -> bytes:
    """Draw laid-out pages onto one PDF, black on white, fonts embedded. `drawn` is told of each page.

    It is tagged, so that it can be read aloud in its order; what begins has a bookmark, and its pages are named: by the
    title, where the first of them has no name of its own.
    """
    rl_config.invariant = 1
    buffer = BytesIO()
    canvas = Canvas(buffer, pageCompression=1, invariant=1, lang="en", initialFontName=at_hand(Face.REGULAR))
    canvas.setTitle(title)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setAuthor("")
    canvas.setCreator("")
    tags = Tags(canvas)
    tagged_pages(canvas)
    for number, page in enumerate(pages):
        canvas.setPageSize((page.width, page.height))
        _name(canvas, page.name or (title if number == 0 else ""), number)
        for mark in page.marks:
            _put(canvas, tags, page.height, mark)
        tags.page_done()
        canvas.showPage()
        if drawn is not None:
            drawn()
    tags.finish()
    canvas.save()
    return buffer.getvalue()


def _name(canvas: Canvas, name: str, number: int) -> None:
    """What begins on this page has a bookmark; its pages are counted under its name."""
    if name:
        key = f"page{number}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(name, key, 0)
        canvas.addPageLabel(number, prefix=f"{name}, page ", style="ARABIC", start=1)
    elif number == 0:
        canvas.addPageLabel(0, style="ARABIC", start=1)


def _put(canvas: Canvas, tags: Tags, height: float, mark: Mark) -> None:
    kind = mark[0]
    if kind == "begin":
        tags.begin(*mark[1:])
    elif kind == "end":
        tags.end()
    else:
        tags.draw(mark)
        _DRAW[kind](canvas, height, mark)


def _text(canvas: Any, height: float, mark: Mark) -> None:
    _, x, y, words, name, size = mark
    canvas.setFont(name, size)
    canvas.drawString(x, height - y, words)


def _turned(canvas: Any, height: float, mark: Mark) -> None:
    _, x, y, words, name, size = mark
    canvas.saveState()
    canvas.translate(x, height - y)
    canvas.rotate(180)
    canvas.setFont(name, size)
    canvas.drawString(0, 0, words)
    canvas.restoreState()


def _shaped(canvas: Any, height: float, mark: Mark) -> None:
    _, x, y, words, name, size = mark
    canvas.saveState()
    canvas.translate(x, height - y)
    _outlines(canvas, words, name, size)
    canvas.restoreState()


def _shaped_turned(canvas: Any, height: float, mark: Mark) -> None:
    _, x, y, words, name, size = mark
    canvas.saveState()
    canvas.translate(x, height - y)
    canvas.rotate(180)
    _outlines(canvas, words, name, size)
    canvas.restoreState()


def _outlines(canvas: Any, words: str, name: str, size: float) -> None:
    """Words as the outlines of their letters; what is read aloud, and copied, are the words themselves."""
    file = file_of(name)
    laid_out = shaped(words, file)
    said = words.encode("utf-16-be").hex()
    code = canvas._code  # noqa: SLF001  marked content and outlines in units of a font have no method of their own
    code.append(f"/Span <</ActualText <feff{said}>>> BDC")
    canvas.scale(size / laid_out.em, size / laid_out.em)
    x, y = 0, 0
    for glyph in laid_out.glyphs:
        operators = outline(file, glyph.number)
        if operators:
            canvas.translate(glyph.x - x, glyph.y - y)
            x, y = glyph.x, glyph.y
            code += [*operators, "f"]
    code.append("EMC")


def _white(canvas: Any, height: float, mark: Mark) -> None:
    canvas.setFillGray(1)
    _text(canvas, height, mark)
    canvas.setFillGray(0)


def _diamond(canvas: Any, height: float, mark: Mark) -> None:
    _, x, y, radius = mark
    path = canvas.beginPath()
    path.moveTo(x - radius, height - y)
    for dx, dy in ((0, radius), (radius, 0), (0, -radius)):
        path.lineTo(x + dx, height - y + dy)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _line(canvas: Any, height: float, mark: Mark) -> None:
    _, x1, y1, x2, y2, thick, dash = mark
    canvas.setLineWidth(thick)
    canvas.setDash(list(dash))
    canvas.line(x1, height - y1, x2, height - y2)


def _box(canvas: Any, height: float, mark: Mark) -> None:
    _, x, y, w, h, thick, filled = mark
    canvas.setLineWidth(thick)
    canvas.setDash([])
    canvas.rect(x, height - y - h, w, h, stroke=1, fill=int(filled))


def _circle(canvas: Any, height: float, mark: Mark) -> None:
    _, x, y, radius, thick, filled = mark
    canvas.setLineWidth(thick)
    canvas.setDash([])
    canvas.circle(x, height - y, radius, stroke=1, fill=int(filled))


def _boxes(canvas: Any, height: float, mark: Mark) -> None:
    path = canvas.beginPath()
    for x, y, w, h in mark[1]:
        path.rect(x, height - y - h, w, h)
    canvas.drawPath(path, stroke=0, fill=1)


_WRITTEN = ("text", "white", "turned")
_DRAW = {
    "white": _white,
    "turned": _turned,
    "shaped": _shaped,
    "shaped turned": _shaped_turned,
    "diamond": _diamond,
    "text": _text,
    "line": _line,
    "box": _box,
    "circle": _circle,
    "boxes": _boxes,
}
