"""How the reader did in this library: by kind of sheet, from what was checked box by box. It names nobody."""

from collections.abc import Iterable
from dataclasses import dataclass

from mat_desktop.facilitation.desk import look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.workshop.seen import TRIAL_SHEETS, SheetReading
from mat_desktop.workshop.sheets import FACTS, IssuedSheet, SheetKind


@dataclass(frozen=True, kw_only=True)
class ReadKind:
    """What became of the pages of one kind that were read by one version of the reader.

    `asked` are boxes that were not certain; of the certain ones `checked` were asked all the same, and `wrong` of
    these had been read wrongly.
    """

    title: str
    reader: int
    pages: int
    boxes: int
    asked: int
    checked: int
    wrong: int

    @property
    def share_asked(self) -> str:
        """The share of boxes that were asked, in whole percent."""
        return f"{round(100 * self.asked / self.boxes)} %" if self.boxes else ""


@dataclass(frozen=True, kw_only=True)
class ReadFigures:
    """Everything on the page of figures: a line a kind, and what they mean in words."""

    kinds: tuple[ReadKind, ...]
    said: str


@look
def read_figures(rows: Rows) -> ReadFigures:
    """The figures of all pages that were read in this library, of all of its workshops."""
    kind_of = dict(rows.values(IssuedSheet, ("id", "kind")))
    asked = ("sheet_id", "reader", "boxes", "asked", "checked", "wrong")
    found: dict[tuple[SheetKind, int], list[tuple[int, ...]]] = {}
    for sheet, reader, *counts in rows.values(SheetReading, asked):
        found.setdefault((SheetKind(kind_of[sheet]), reader), []).append(tuple(counts))
    order = list(SheetKind)
    kinds = [_of_kind(*key, told) for key, told in sorted(found.items(), key=lambda one: order.index(one[0][0]))]
    return ReadFigures(kinds=tuple(kinds), said=_said(kinds))


def _of_kind(kind: SheetKind, reader: int, told: Iterable[tuple[int, ...]]) -> ReadKind:
    pages = list(told)
    boxes, asked, checked, wrong = (sum(column) for column in zip(*pages, strict=True))
    return ReadKind(
        title=FACTS[kind].title,
        reader=reader,
        pages=len(pages),
        boxes=boxes,
        asked=asked,
        checked=checked,
        wrong=wrong,
    )


def _said(kinds: Iterable[ReadKind]) -> str:
    """What may be concluded: nothing wrong in n checks means at most three in n, at 95 % (Hanley 1983)."""
    found = list(kinds)
    pages, checked, wrong = (sum(getattr(one, name) for one in found) for name in ("pages", "checked", "wrong"))
    if not checked:
        return "No page was read in this library yet."
    said = f"{counted(pages, 'page')} read. Of {counted(checked, 'checked box', 'checked boxes')}, {wrong} wrong."
    if not wrong:
        said += f" So it can hardly be more than {min(100.0, 300 / checked):.2g} in a hundred."
    more = TRIAL_SHEETS - pages
    return f"{said} {counted(more, 'page')} to go until this is no trial any more." if more > 0 else said
