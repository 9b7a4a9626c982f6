"""The page for whoever stands in when the facilitator falls ill: whom to ask first, and which calls are promised.

Everybody was told "If someone takes over from Ruth, you are asked first." (the consent sheet). So asking is its first
step, and it names nobody who would not be asked.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.head import OrderedSheet
from mat_desktop.facilitation.printed.library import words
from mat_desktop.facilitation.printed.library.for_her import (
    PaperForHer,
    PaperSection,
    filled,
    holes_of,
    page_for_her,
    sections_of,
)
from mat_desktop.facilitation.promises.views import owed
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import Participant, may_be_phoned
from mat_desktop.workshop.safety import ContactRole
from mat_desktop.workshop.screening import ScreeningOutcome
from mat_desktop.workshop.setup import Workshop, meets_on
from mat_desktop.workshop.text import joined

_PEN = "________________"
_YES_NO = "yes / no"


def stand_in(rows: Rows, standing: Standing, names: Names, _ordered: OrderedSheet, code: str) -> PaperForHer:
    """What the stand-in needs, without any answer, any reason and any note.

    Names are what people are called, so that whoever keeps all on paper stands there like everybody else.
    """
    workshop = rows.get(Workshop, key_of(standing.workshop))
    holes = {
        **holes_of(workshop),
        "second": workshop.second_person or _PEN,
        "days": joined([day_month_year(day) for day in (workshop.held_on, *_meetings(workshop))]),
        "emergency": " or ".join(c.number for c in workshop.contacts if c.role is ContactRole.EMERGENCY) or _PEN,
    }
    calls = _promised(rows, standing)
    people = sorted((p for p in standing.people if _stands(standing, p, calls)), key=lambda p: p.table_number)
    called = names.all_called([key_of(p) for p in people])
    lines = tuple(_line(p, name, calls[key_of(p)]) for p, name in zip(people, called, strict=True))
    elsewhere = sum(len(days) for person, days in calls.items() if person not in {key_of(p) for p in people})
    parts = (
        *filled(sections_of(words.STAND_IN), holes),
        PaperSection(
            title=words.STAND_IN_PEOPLE,
            sentences=_beside(elsewhere, holes),
            columns=words.STAND_IN_COLUMNS,
            lines=lines,
        ),
    )
    return replace(page_for_her(standing, code, "If I fall ill", parts, "to be sealed"), foot="")


def _meetings(workshop: Workshop) -> list[date]:
    """The page lies sealed for a year: whichever day comes next when it is opened, it is named."""
    return sorted(meets_on(workshop, point) for point in workshop.points)


def _promised(rows: Rows, standing: Standing) -> dict[int, list[date]]:
    """By day alone: what hurts would come first, and tell whose promise is about safety."""
    calls: dict[int, list[date]] = defaultdict(list)
    for one in owed(rows, key_of(standing.workshop)):
        calls[one.person].append(one.due)
    return calls


def _stands(standing: Standing, person: Participant, calls: dict[int, list[date]]) -> bool:
    """Whether somebody is asked at all: not who said no to taking part or took it back, nor who never was in it."""
    if person.died_on is not None or person.takes_part or person.stopped_on is not None or _said_no(person):
        return False
    if calls.get(key_of(person)):
        return True
    going_on = standing.outcome(key_of(person)) in (None, ScreeningOutcome.INCLUDE)
    return going_on and person in standing.coming


def _said_no(person: Participant) -> bool:
    """Whether the last word about taking part is a no, or a yes that was taken back."""
    told = [c for c in person.consents if c.kind is ConsentKind.TAKE_PART]
    return bool(told) and not any(c.withdrawn_on is None and not c.refused for c in told)


def _line(person: Participant, called: str, due: Sequence[date]) -> tuple[str, ...]:
    days = ", ".join(day_month_year(day) for day in sorted(due))
    if not may_be_phoned(person) or not person.phone:
        return ("", called, words.NEVER_PHONED, days)
    return (_YES_NO, called, person.phone if person.may_leave_message else f"{person.phone} (no message)", days)


def _beside(elsewhere: int, holes: dict[str, str]) -> tuple[str, ...]:
    """Calls that nobody else may make are told by their number, so that they are not forgotten for good."""
    number = f"{counted(elsewhere, 'call')} {'is' if elsewhere == 1 else 'are'}"
    return (words.NOT_ON_IT.format(number=number, who=holes["who"]),) if elsewhere else ()
