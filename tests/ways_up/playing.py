"""What the parts of the year share: the desk, who is who, and two things that are done again and again."""

from dataclasses import dataclass, field
from datetime import date

from mat_desktop.app.system import Press
from mat_desktop.facilitation.agreement import prints
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals import steps
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.workshop.sheets import SheetKind

REEF_DAY = date(2025, 2, 8)
HALF = date(2026, 9, 14)
"""The six-month meeting; the library is left a week later."""
PIN = "4826"
_LADDER = {-2: "1 day", -1: "3 days", 0: "5 days", 1: "6 days", 2: "7 days"}


@dataclass
class Year:
    """The desk, the clock that is set forward, and the ids of what the parts of the year have made."""

    desk: Desk
    clock: SampleClock
    people: dict[str, int] = field(default_factory=dict)
    """First names and ids of those at Mill Lane."""
    mill: int = 0
    reef: int = 0
    two: int = 0
    """The partnership of Ana and Ben."""
    three: int = 0
    """That of Cleo, Dov and Elif."""


def set_goal(year: Year, person: int, words: str) -> None:
    """One goal with its ladder, its flag and its plan."""
    desk = year.desk
    goal = goals.add(desk, person)
    goals.change(desk, goal, goals.GoalField.WORDS, words)
    for level, said in _LADDER.items():
        steps.set_level(desk, goal, level, said)
    steps.set_flag(desk, goal, steps.GoalFlag.NOW, -1)
    goals.change(desk, goal, goals.GoalField.IMPORTANCE, 3)
    goals.change(desk, goal, goals.GoalField.DIFFICULTY, 2)
    goals.set_plan(desk, goal, 0, "it rains", "I climb stairs", "I stretch")


def print_kind(year: Year, kind: SheetKind, *people: int, blanks: int = 0) -> list[str]:
    """Print one kind for these people, keep agreements as they were printed, and return the codes."""
    found = sheets.print_out(
        year.desk, sheets.Order(workshop_id=year.mill, kinds=(kind,), people=people, blanks=blanks)
    )
    said = prints.digests(year.desk, year.mill)
    list(sheets.keep_agreements(year.desk, Press(), said, found, Style()))
    return [sheet.head.code for sheet in found]
