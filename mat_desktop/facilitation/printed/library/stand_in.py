"""The page for whoever stands in when the facilitator falls ill: whom to phone first, and what is promised to whom."""

from dataclasses import replace

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
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.participants.participant import Participant, may_be_phoned

_NOT_BY_PHONE = "not by phone"
_PEN = "________________"


def stand_in(rows: Rows, standing: Standing, names: Names, _ordered: OrderedSheet, code: str) -> PaperForHer:
    """What the stand-in needs, without any answer, any reason and any note."""
    workshop = standing.workshop
    holes = {**holes_of(workshop), "second": workshop.second_person or _PEN, "day": day_month_year(workshop.held_on)}
    # By day and name alone: what hurts would come first, and tell whose promise is about safety.
    promised = sorted(owed(rows, key_of(workshop)), key=lambda one: (one.due, one.who.casefold()))
    calls = tuple(
        (names.of(one.person), _number(standing.person(one.person)), day_month_year(one.due)) for one in promised
    )
    coming = sorted(standing.coming, key=lambda p: p.table_number)
    people = tuple((str(p.table_number), names.of(key_of(p)), _number(p)) for p in coming)
    parts = (
        *filled(sections_of(words.STAND_IN), holes),
        PaperSection(title="Calls that are promised", columns=words.CALL_COLUMNS, lines=calls, spare=2),
        PaperSection(title="Who is expected", columns=words.PEOPLE_COLUMNS, lines=people),
    )
    return replace(page_for_her(standing, code, "If I fall ill", parts, "to be sealed"), foot="")


def _number(person: Participant) -> str:
    if not may_be_phoned(person) or not person.phone:
        return _NOT_BY_PHONE
    return person.phone if person.may_leave_message else f"{person.phone} (no message)"
