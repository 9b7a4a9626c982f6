"""How the facilitator wants her paper, remembered by the library."""

import json
from dataclasses import asdict, replace

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.printer import Style


def remembered(desk: Desk) -> Style:
    """The last choice; the paper of this computer, in letters of 11 points on one side, where there is none yet."""
    try:
        return Style(**{"paper": desk.paper, **json.loads(desk.fact(Fact.PRINT_STYLE) or "{}")})
    except (ValueError, TypeError):
        return Style(paper=desk.paper)


def take_paper(desk: Desk, paper: str) -> None:
    """Another paper was set for this computer: it counts from now on, also where another was chosen before."""
    desk.paper = paper
    if desk.fact(Fact.PRINT_STYLE):
        remember(desk, replace(remembered(desk), paper=paper))


def remember(desk: Desk, style: Style) -> None:
    """Keep a choice for the next time; a full disk does not stand in the way of printing now."""
    desk.hold(Fact.PRINT_STYLE, json.dumps(asdict(style)))
