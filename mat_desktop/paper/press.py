"""Turns sheets into PDF bytes: the same sheets give the same bytes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from mat_desktop.facilitation.printed.kinds import Sheet
from mat_desktop.facilitation.printer import AnswerPlace, Style
from mat_desktop.paper.drawing import MM, Mark, Page, Place
from mat_desktop.paper.layouts import BACKS_EMPTY, LAYOUTS


def pdf(sheets: Sequence[Sheet], style: Style = Style(), *, cards_alone: bool = False) -> bytes:  # noqa: B008  frozen
    """One PDF of all these sheets. `cards_alone` gives each goal card a page of its own, for the preview."""
    title = sheets[0].head.footer if sheets else ""
    return bound((page for pages in stacks(sheets, style, cards_alone=cards_alone) for page in pages), title)


def pages_of(sheets: Sequence[Sheet], style: Style) -> list[Page]:
    """Every page of these sheets, laid out."""
    return [page for pages in stacks(sheets, style) for page in pages]


def stacks(sheets: Sequence[Sheet], style: Style, *, cards_alone: bool = False) -> Iterator[list[Page]]:
    """The pages of one sheet after the other; on both sides of the paper, each begins on a new front."""
    for view, same in groupby(sheets, key=type):
        for pages in LAYOUTS[view](same, style, cards_alone):
            yield _with_backs(pages, style, empty=view in BACKS_EMPTY)


def places(sheets: Sequence[Sheet], style: Style) -> dict[str, list[AnswerPlace]]:
    """Where the answers stand on these sheets, by code, in millimetres."""
    found: dict[str, list[AnswerPlace]] = {}
    for sheet in sheets:
        if sheet.head.code:
            kept = found.setdefault(sheet.head.code, [])
            for number, page in enumerate(pages_of([sheet], style), 1):
                kept += [_in_mm(place, number) for place in page.places]
    return found


def _in_mm(place: Place, page: int) -> AnswerPlace:
    x, y, wide, high = (round(value / MM, 1) for value in (place.x, place.y, place.w, place.h))
    return AnswerPlace(place.item, place.value, page, x, y, wide, high)


def _with_backs(pages: list[Page], style: Style, *, empty: bool) -> list[Page]:
    """On both sides of the paper: an empty back where the next sheet would begin there, or where none may be used."""
    if not style.both_sides:
        return pages
    if empty:
        return [one for page in pages for one in (page, Page(page.width, page.height))]
    return [*pages, Page(pages[-1].width, pages[-1].height)] if len(pages) % 2 else pages


def bound(pages: Iterable[Page], title: str, drawn: Callable[[], object] | None = None) -> bytes:
    """Draw laid-out pages onto one PDF, black on white, fonts embedded. `drawn` is told of each page."""
    rl_config.invariant = 1
    buffer = BytesIO()
    canvas = Canvas(buffer, pageCompression=1, invariant=1, lang="en")
    canvas.setTitle(title)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setAuthor("")
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        for mark in page.marks:
            _DRAW[mark[0]](canvas, page.height, mark)
        canvas.showPage()
        if drawn is not None:
            drawn()
    canvas.save()
    return buffer.getvalue()


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


def _nothing(_canvas: Any, _height: float, _mark: Mark) -> None:
    """Where something begins or ends for whoever has the page read aloud: nothing is drawn there."""


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


_DRAW = {
    "begin": _nothing,
    "end": _nothing,
    "white": _white,
    "turned": _turned,
    "diamond": _diamond,
    "text": _text,
    "line": _line,
    "box": _box,
    "circle": _circle,
    "boxes": _boxes,
}
