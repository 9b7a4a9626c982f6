"""Paper of step 7: the log, the pocket card, and the words for calls, repair and meetings."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from mat_desktop.facilitation.contact.calls import SAY
from mat_desktop.facilitation.contact.course import timetable
from mat_desktop.facilitation.contact.meetings import invited
from mat_desktop.facilitation.goals.views import partners_at_home
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.goals import call_time
from mat_desktop.facilitation.printed.head import Head, OrderedSheet, head, named, next_date, private
from mat_desktop.facilitation.printed.screening import Help, help_of
from mat_desktop.facilitation.promises.views import owed
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.contact.calls import LETTERS as BOXES
from mat_desktop.workshop.contact.meetings import Lead
from mat_desktop.workshop.contact.schedule import LETTERS, agreed_days, partners_by_day, sheet_days
from mat_desktop.workshop.pairing.nouns import people_of
from mat_desktop.workshop.participants.calling import first_name
from mat_desktop.workshop.participants.participant import Participant, may_be_phoned
from mat_desktop.workshop.safety import ContactRole
from mat_desktop.workshop.setup import Workshop, first_day, is_agreed, term


@dataclass(frozen=True, kw_only=True)
class CallLogSheet:
    """One member's log for the whole term, 27 rows for six months."""

    head: Head
    name: str
    with_whom: tuple[str, ...]
    call_time: str
    days: tuple[date, ...]
    not_agreed: frozenset[date]
    letters: tuple[tuple[str, str], ...] = ()
    """In a group of three: the letter of each other member, for the column with whom."""
    rota: Mapping[date, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class PocketCardSheet:
    """The folded card: the script of a call, what to do when one was missed, numbers."""

    head: Head
    name: str
    called: str
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
    """How a group meets, with a leader or without."""

    head: Head
    help: Help
    lead: Lead = Lead.LEADERLESS


@dataclass(frozen=True)
class AttendanceSheet:
    """Who came to a meeting: first names, and rows for the minutes of help."""

    head: Head
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PhoneRow:
    """One person to phone: first name, number, and whether a message is all right.

    `whose` tells a crossed row back to its person, also when the page is kept without names.
    """

    name: str
    number: str
    may_leave_message: bool
    whose: str


@dataclass(frozen=True, kw_only=True)
class PhoneListSheet:
    """Whom to phone: no workshop and no reason stands on it, and the numbers lie on a strip that is cut off."""

    head: Head
    rows: tuple[PhoneRow, ...]
    facilitator: str
    emergency: tuple[str, ...]
    ask: str
    """What is asked after the trial days."""
    answers: tuple[tuple[str, str], ...]
    """Each box and what it means, for the page that stays at home."""


@dataclass(frozen=True)
class ToCollectSheet:
    """The sheets that may lie in the box: the same boxes for everybody, and no answer of anybody."""

    head: Head
    names: tuple[str, ...]


def call_log(rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> CallLogSheet:
    """One member's empty log for the whole term."""
    workshop, person = standing.workshop, ordered.key
    place_of = next((p for p in standing.agreed if person in people_of(p)), None)
    terms = timetable(rows, key_of(workshop)).terms(place_of) if place_of is not None else None
    days = sheet_days(workshop, terms.arm) if terms is not None else term(workshop)
    agreed = agreed_days(terms, person) if terms is not None else [d for d in days if is_agreed(workshop, d)]
    three = terms is not None and len(terms.partnership.members) == 3
    return CallLogSheet(
        head=head(workshop, code, "Call log", private(names, person), next_date(workshop, first_day(workshop))),
        name=named(names, person),
        with_whom=partners_at_home(names, person),
        call_time=call_time(standing, person),
        days=days,
        not_agreed=frozenset(days) - frozenset(agreed),
        letters=_letters(names, people_of(terms.partnership), person) if three and terms is not None else (),
        rota=partners_by_day(terms, person) if three and terms is not None else {},
    )


def _letters(names: Names, people: tuple[int, ...], person: int) -> tuple[tuple[str, str], ...]:
    """Whose letter is whose; the names are left to the pen where their owner wants none on papers at home."""
    named_here = names.standing.person(person).partner_named
    called = names.all_called(people) if named_here else ("",) * len(people)
    return tuple((LETTERS[n], name) for n, name in enumerate(called) if people[n] != person)


def pocket_card(rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> PocketCardSheet:
    """The card of one person."""
    found = help_of(rows.get(Workshop, key_of(standing.workshop)))
    sheet_head = head(standing.workshop, code, "Pocket card", private(names, ordered.key))
    return PocketCardSheet(
        head=sheet_head,
        name=named(names, ordered.key),
        called=standing.called(ordered.key),
        call_time=call_time(standing, ordered.key),
        help=found,
    )


def practice_call(
    _rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str
) -> PracticeCallSheet:
    """The script for the practice call."""
    return PracticeCallSheet(head(standing.workshop, code, "Practice call", "for two"))


def repair_card(rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> RepairCardSheet:
    """The missed-call and repair card."""
    found = help_of(rows.get(Workshop, key_of(standing.workshop)))
    return RepairCardSheet(head(standing.workshop, code, "Missed call and repair", "for two"), found)


def meeting_card(rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> MeetingCardSheet:
    """The card for a meeting without a leader."""
    found = help_of(rows.get(Workshop, key_of(standing.workshop)))
    return MeetingCardSheet(head(standing.workshop, code, "Meeting without a leader", "for the host"), found)


def meeting_agenda(
    rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str
) -> MeetingCardSheet:
    """The agenda of a led meeting."""
    found = help_of(rows.get(Workshop, key_of(standing.workshop)))
    return MeetingCardSheet(head(standing.workshop, code, "Meeting", "for you"), found, Lead.LED)


def attendance(_rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> AttendanceSheet:
    """The list of who came, by first names."""
    return AttendanceSheet(head(standing.workshop, code, "Who came", "for the meeting"), _first_names(standing))


def phone_list(rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> PhoneListSheet:
    """Whoever is promised a call, in the order of Today, then who else is in a pair; all who may be phoned."""
    workshop = rows.get(Workshop, key_of(standing.workshop))
    shown = Names(standing, first_only=True)
    waiting = [call.person for call in owed(rows, key_of(standing.workshop))]
    people = [standing.person(key) for key in dict.fromkeys((*waiting, *invited(standing)))]
    listed = [p for p in people if may_be_phoned(p)]
    return PhoneListSheet(
        head=replace(head(standing.workshop, code, "Phone list", ""), to_file=""),
        rows=tuple(_phone_row(shown, p) for p in listed),
        facilitator=first_name(workshop.facilitator),
        emergency=tuple(c.number for c in workshop.contacts if c.role is ContactRole.EMERGENCY),
        ask=SAY,
        answers=tuple((letter, wish.value) for letter, wish in BOXES.items()),
    )


def _phone_row(shown: Names, person: Participant) -> PhoneRow:
    return PhoneRow(
        name=shown.of(key_of(person)),
        number=person.phone,
        may_leave_message=person.may_leave_message,
        whose=person.uid,
    )


def to_collect(_rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> ToCollectSheet:
    """The list for the box of sheets."""
    return ToCollectSheet(head(standing.workshop, code, "Sheets to collect", "for the meeting"), _first_names(standing))


def _first_names(standing: Standing) -> tuple[str, ...]:
    return Names(standing, first_only=True).of_all(invited(standing))
