"""Paper of step 7: the log, the pocket card, and the words for calls, repair and meetings."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.goal_views import partners_of
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.goals import call_time
from mat_desktop.facilitation.printed.head import Head, Place, head, named, next_date, private
from mat_desktop.facilitation.printed.screening import Help, help_of
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.setup import Workshop, first_day, is_agreed, term


@dataclass(frozen=True)
class CallLogSheet:
    """One member's log for the whole term, 27 rows for six months."""

    head: Head
    name: str
    with_whom: tuple[str, ...]
    call_time: str
    days: tuple[date, ...]
    not_agreed: frozenset[date]


@dataclass(frozen=True)
class PocketCardSheet:
    """The folded card: the script of a call, what to do when one was missed, numbers."""

    head: Head
    name: str
    call_time: str
    help: Help


@dataclass(frozen=True)
class PracticeCallSheet:
    """The first call, back to back, in the words of the script."""

    head: Head


@dataclass(frozen=True)
class RepairCardSheet:
    """What to do after a missed call, and the words of a repair talk."""

    head: Head
    help: Help


@dataclass(frozen=True)
class MeetingCardSheet:
    """How a group meets without a leader."""

    head: Head
    help: Help


def call_log(_rows: Rows, standing: Standing, place: Place, code: str) -> CallLogSheet:
    """One member's empty log for the whole term."""
    workshop, person = standing.workshop, place.key
    days = term(workshop)
    return CallLogSheet(
        head(workshop, code, "Call log", private(standing, person), next_date(workshop, first_day(workshop))),
        named(standing, person),
        partners_of(standing, person),
        call_time(standing, person),
        days,
        frozenset(d for d in days if not is_agreed(workshop, d)),
    )


def pocket_card(rows: Rows, standing: Standing, place: Place, code: str) -> PocketCardSheet:
    """The card of one person."""
    found = help_of(rows.get(Workshop, key_of(standing.workshop)))
    sheet_head = head(standing.workshop, code, "Pocket card", private(standing, place.key))
    return PocketCardSheet(sheet_head, named(standing, place.key), call_time(standing, place.key), found)


def practice_call(_rows: Rows, standing: Standing, _place: Place, code: str) -> PracticeCallSheet:
    """The script for the practice call."""
    return PracticeCallSheet(head(standing.workshop, code, "Practice call", "for two"))


def repair_card(rows: Rows, standing: Standing, _place: Place, code: str) -> RepairCardSheet:
    """The missed-call and repair card."""
    found = help_of(rows.get(Workshop, key_of(standing.workshop)))
    return RepairCardSheet(head(standing.workshop, code, "Missed call and repair", "for two"), found)


def meeting_card(rows: Rows, standing: Standing, _place: Place, code: str) -> MeetingCardSheet:
    """The card for a meeting without a leader."""
    found = help_of(rows.get(Workshop, key_of(standing.workshop)))
    return MeetingCardSheet(head(standing.workshop, code, "Meeting without a leader", "for the host"), found)
