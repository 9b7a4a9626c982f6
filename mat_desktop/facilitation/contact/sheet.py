"""One member's log for typing: the same days as on paper, and all that is known of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mat_desktop.facilitation.contact.course import Known, Timetable, dose_of, known, timetable
from mat_desktop.facilitation.desk import look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.contact.days import ContactDay, Mark, Reason, Source, StepDone, differing
from mat_desktop.workshop.contact.dose import Dose
from mat_desktop.workshop.contact.schedule import LETTERS, partners_by_day
from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, people_of
from mat_desktop.workshop.participants.calling import in_alphabet
from mat_desktop.workshop.text import joined

SILENT_DAYS = 35
"""After so many days without an entry somebody asks for the sheet."""


@dataclass(frozen=True, kw_only=True)
class DayView:
    """What is known of one day beside its mark."""

    source: Source
    typed_on: date | None
    minutes: int | None
    step: StepDone | None
    confidence: int | None
    reason: Reason | None
    with_whom: str


@dataclass(frozen=True, kw_only=True)
class LogGrid:
    """What the entry grid shows: every day of the sheet, the agreed ones, and what is known of them."""

    partnership_id: int
    participant_id: int
    name: str
    with_whom: tuple[str, ...]
    letters: tuple[tuple[str, str], ...]
    days: tuple[date, ...]
    agreed: frozenset[date]
    marks: dict[date, Mark]
    details: dict[date, DayView]
    rota: dict[date, str]
    differs: tuple[date, ...]
    settled: dict[date, Mark]
    recalled: dict[date, int]
    lent: bool
    """Whether a partner's sheet tells of days that are not known here."""
    dose: Dose
    counts: str


@dataclass(frozen=True)
class Difference:
    """One day on which two sheets say different things: what each says."""

    day: date
    said: tuple[tuple[str, Mark], ...]


@dataclass(frozen=True, kw_only=True)
class MemberRow:
    """One line of the list of sheets: who, in which partnerships, and whether a sheet is long not back."""

    participant_id: int
    name: str
    places: tuple[tuple[int, str], ...]
    """Each partnership of this person and what to call it; the one that goes on stands last."""
    begun: bool
    silent: bool


@look
def members(rows: Rows, workshop_id: int, today: date) -> tuple[MemberRow, ...]:
    """Everybody who is or was in a partnership, in the order of the alphabet, told from the summary rows alone."""
    return rows_of_members(rows, workshop_id, today)


def rows_of_members(rows: Rows, workshop_id: int, today: date) -> tuple[MemberRow, ...]:
    """The same, for looks that need it themselves."""
    found = timetable(rows, workshop_id)
    standing = found.standing
    places: dict[int, list[Partnership]] = {}
    for place in sorted(found.begun, key=lambda p: p.state is not PartnershipState.ENDED):
        for person in people_of(place):
            places.setdefault(person, []).append(place)
    rows_ = [_member(standing, found, person, own, today) for person, own in places.items()]
    return tuple(sorted((row for row in rows_ if row.name), key=lambda row: in_alphabet(row.name)))


def _member(standing: Standing, agreed: Timetable, person: int, own: list[Partnership], today: date) -> MemberRow:
    gone = standing.person(person).died_on is not None
    return MemberRow(
        participant_id=person,
        name="" if gone else standing.name(person),
        places=tuple((key_of(p), _called(standing, p, person)) for p in own),
        begun=any(p.days_known > 0 for p in own),
        silent=is_silent(own[-1], lambda: agreed.agreed(own[-1]), today),
    )


def _called(standing: Standing, partnership: Partnership, person: int) -> str:
    others = joined([_shown(standing, m) for m in people_of(partnership) if m != person])
    return f"{others} (ended)" if partnership.state is PartnershipState.ENDED else others


def _shown(standing: Standing, person: int) -> str:
    """A name for a list; who has died is named on none."""
    return "an earlier partner" if standing.person(person).died_on is not None else standing.name(person)


def is_silent(partnership: Partnership, agreed: Callable[[], Sequence[date]], today: date) -> bool:
    """Whether no sheet told anything for five weeks of agreed days; they are laid out only where that can be."""
    since, known = today - timedelta(days=SILENT_DAYS), partnership.last_known_day or date.min
    if partnership.state is PartnershipState.ENDED or max(known, partnership.confirmed_on or date.max) >= since:
        return False
    past = [day for day in agreed() if day <= since]
    return bool(past) and known < past[-1]


@look
def whose(rows: Rows, partnership_id: int, person_id: int) -> tuple[str, tuple[str, ...]]:
    """Whose sheet lies at hand, and with whom that person is or was in a partnership."""
    place = rows.get(Partnership, partnership_id)
    standing = stand(rows, place.workshop_id)
    return standing.name(person_id), _others(standing, place, person_id)


def _others(standing: Standing, partnership: Partnership, person: int) -> tuple[str, ...]:
    return tuple(_shown(standing, m) for m in people_of(partnership) if m != person)


@look
def log_grid(rows: Rows, partnership_id: int, person_id: int, until: date | None = None) -> LogGrid:
    """One member's log for typing. `until` is the last day that is counted; all of them where it is left out."""
    place = rows.get(Partnership, partnership_id)
    found, days = timetable(rows, place.workshop_id), known(rows, place)
    standing, people = found.standing, people_of(place)
    entries = rows.values(ContactDay, _OF_A_DAY, partnership_id=partnership_id, participant_id=person_id)
    all_days, agreed = found.days(place), found.agreed(place, person_id)
    counts = dose_of(agreed, days, person_id, until or all_days[-1])
    return LogGrid(
        partnership_id=partnership_id,
        participant_id=person_id,
        name=standing.name(person_id),
        with_whom=_others(standing, place, person_id),
        letters=tuple((LETTERS[n], _shown(standing, m)) for n, m in enumerate(people) if m != person_id),
        days=all_days,
        agreed=frozenset(agreed),
        marks=days.marks.get(person_id, {}),
        details={day: _view(*detail) for day, *detail in entries},
        rota=partners_by_day(found.terms(place), person_id) if len(people) == 3 else {},
        differs=differing(days.marks, days.settled),
        settled=days.settled,
        recalled=days.recalled.get(person_id, {}),
        lent=_lent(days, person_id),
        dose=counts,
        counts=in_words(counts),
    )


_OF_A_DAY = ("day", "source", "typed_on", "minutes", "step", "confidence", "reason", "with_whom")


def _view(
    source: Source,
    typed_on: date | None,
    minutes: int | None,
    step: StepDone | None,
    confidence: int | None,
    reason: Reason | None,
    with_whom: str,
) -> DayView:
    return DayView(
        source=source,
        typed_on=typed_on,
        minutes=minutes,
        step=step,
        confidence=confidence,
        reason=reason,
        with_whom=with_whom,
    )


def _lent(days: Known, person: int) -> bool:
    own = days.own(person)
    return any(day not in own for other, theirs in days.marks.items() if other != person for day in theirs)


def in_words(dose: Dose) -> str:
    """The counts in one sentence; what is not known is always said beside what is."""
    said = [f"talked {dose.talked}"]
    if dose.recalled or dose.recalled_not:
        said.append(f"talked as remembered {dose.recalled}, not talked as remembered {dose.recalled_not}")
    said += [f"message only {dose.message}", f"no call {dose.no_call}", f"excused {dose.excused}"]
    beyond = f" And {counted(dose.beyond, 'call')} on other days." if dose.beyond else ""
    return f"Of {dose.agreed} agreed days: {', '.join(said)}, not known {dose.not_known}.{beyond}"


@look
def differences(rows: Rows, partnership_id: int) -> tuple[Difference, ...]:
    """The days of which the sheets of one partnership say different things, and what each says."""
    place = rows.get(Partnership, partnership_id)
    standing = stand(rows, place.workshop_id)
    days = known(rows, place)
    return tuple(
        Difference(
            day,
            tuple((_shown(standing, m), days.marks[m][day]) for m in people_of(place) if day in days.marks.get(m, {})),
        )
        for day in differing(days.marks, days.settled)
    )
