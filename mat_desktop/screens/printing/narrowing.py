"""Which sheets of an order lie on the pages that are wanted: the others are not issued."""

from collections.abc import Callable, Generator, Sequence
from itertools import groupby

from mat_desktop.facilitation.printed.head import OrderedSheet
from mat_desktop.facilitation.printed.kinds import Sheet
from mat_desktop.facilitation.printer import Printer, Style

Show = Callable[[Sequence[OrderedSheet]], Sequence[Sheet]]
_HANDFUL = 4


def narrowed(
    show: Show, printer: Printer, places: Sequence[OrderedSheet], style: Style, wanted: Callable[[int], bool]
) -> Generator[None, None, tuple[Sequence[OrderedSheet], list[int]]]:
    """The sheets on wanted pages, and all pages of these, counted from 0 over the whole order.

    Where leaving the others out would lay these out in another way, all are kept. Yields so that the window stays live.
    """
    lying = yield from _lying(show, printer, places, style)
    kept = [at for at, pages in enumerate(lying) if any(map(wanted, pages))]
    pages = sorted({page for at in kept for page in lying[at]})
    chosen = [places[at] for at in kept]
    alone = yield from _lying(show, printer, chosen, style)
    if [[pages.index(page) for page in lying[at]] for at in kept] != alone:
        return places, sorted({page for own in lying for page in own})
    return chosen, pages


def _lying(
    show: Show, printer: Printer, places: Sequence[OrderedSheet], style: Style
) -> Generator[None, None, list[list[int]]]:
    """On which pages each sheet of an order lies. Several may share a page."""
    lying: list[list[int]] = [[] for _ in places]
    sheets: list[tuple[int, Sheet]] = []
    for at, place in enumerate(places):
        sheets += ((at, sheet) for sheet in show((place,)))
        if at % _HANDFUL == 0:
            yield
    page = 0
    for _, group in groupby(sheets, key=lambda sheet: type(sheet[1])):
        owners, own = zip(*group, strict=True)
        stacks = yield from _counted(printer, own, style)
        share = yield from _sharing(printer, own, style, stacks)
        for number, count in enumerate(stacks):
            first = 0 if share == len(own) else number * share
            for at in owners[first : first + share]:
                lying[at] += range(page, page + count)
            page += count
    return lying


def _sharing(printer: Printer, sheets: Sequence[Sheet], style: Style, stacks: list[int]) -> Generator[None, None, int]:
    """How many of these share one sheet of paper, each as many as the first; all, where they lie in no such order."""
    many = 1
    while many < len(sheets) and len((yield from _counted(printer, sheets[: many + 1], style))) == 1:
        many += 1
    firsts = range(0, len(sheets), many)
    in_order = len(firsts) == len(stacks)
    for number, first in enumerate(firsts):
        counts = yield from _counted(printer, sheets[first : first + many], style)
        in_order = in_order and counts == stacks[number : number + 1]
    return many if in_order else len(sheets)


def _counted(printer: Printer, sheets: Sequence[Sheet], style: Style) -> Generator[None, None, list[int]]:
    counts = list[int]()
    for counted in printer.counting(sheets, style):
        counts.append(counted.pages)
        yield
    return counts
