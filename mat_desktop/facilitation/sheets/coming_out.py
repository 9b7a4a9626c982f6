"""What was sent to a printer, until somebody said that all of it came out: the question waits over a closed program."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.printed.head import OrderedSheet, Part
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets.orders import Order, SortBy
from mat_desktop.facilitation.shown.dates import clock, day_month
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.workshop.sheets import SheetKind

QUESTION = "Did all of it come out?"


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One print that was sent.

    Args:
        order: what was wanted.
        sheets: each sheet that was issued for it, with its code in `codes`, in the same order.
        codes: the code of each sheet.
        style: how it was made.
        at: when it was sent.
        papers: the pages, from 0 on, on each sheet of paper that was sent.
    """

    order: Order
    sheets: tuple[OrderedSheet, ...]
    codes: tuple[str, ...]
    style: Style
    at: datetime
    papers: tuple[tuple[int, ...], ...] = ()

    @property
    def words(self) -> str:
        """When it was, and how much."""
        papers = counted(len(self.papers), "sheet of paper", "sheets of paper")
        return f"Printed on {day_month(self.at.date())} at {clock(self.at)}: {papers}."


def keep(desk: Desk, sent: Sent) -> None:
    """Ask about this print from now on, and about none before it."""
    kept = {**asdict(sent), "at": sent.at.isoformat()}
    desk.archive.keep_fact(Fact.COMING_OUT, json.dumps(kept))


def last(desk: Desk) -> Sent | None:
    """The print of which nobody said yet that all of it came out."""
    words = desk.archive.fact(Fact.COMING_OUT)
    if not words:
        return None
    kept = json.loads(words)
    return Sent(
        order=_order(kept["order"]),
        sheets=tuple(_sheet(sheet) for sheet in kept["sheets"]),
        codes=tuple(kept["codes"]),
        style=Style(**kept["style"]),
        at=datetime.fromisoformat(kept["at"]),
        papers=tuple(tuple(paper) for paper in kept["papers"]),
    )


def _sheet(kept: dict[str, Any]) -> OrderedSheet:
    return OrderedSheet(**{**kept, "kind": SheetKind(kept["kind"]), "part": Part(kept.get("part", Part.WHOLE))})


def _order(kept: dict[str, Any]) -> Order:
    kinds = tuple(SheetKind(value) for value in kept["kinds"])
    parts = tuple(Part(value) for value in kept.get("parts", (Part.HAND_IN, Part.KEEP)))
    return Order(
        **{**kept, "kinds": kinds, "people": tuple(kept["people"]), "sort_by": SortBy(kept["sort_by"]), "parts": parts}
    )


def forget(desk: Desk) -> None:
    """All of it came out, or nobody wants it any more."""
    desk.archive.keep_fact(Fact.COMING_OUT, "")
