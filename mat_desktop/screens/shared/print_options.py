"""How the facilitator wants her paper, remembered by the library."""

import json
from dataclasses import asdict

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.printer import Style

_FACT = "print"


def remembered(desk: Desk) -> Style:
    """The last choice; A4 in letters of 11 points on one side where there is none yet."""
    try:
        return Style(**json.loads(desk.archive.fact(_FACT) or "{}"))
    except (ValueError, TypeError):
        return Style()


def remember(desk: Desk, style: Style) -> None:
    """Keep a choice for the next time."""
    desk.archive.keep_fact(_FACT, json.dumps(asdict(style)))
