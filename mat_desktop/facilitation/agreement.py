"""Step 6: the agreement about daily calls."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.agreement import Agreement, AgreementState, usual
from mat_desktop.workshop.goals import is_set
from mat_desktop.workshop.pairing.nouns import Partnership, people_of
from mat_desktop.workshop.participants import first_name
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Frequency, first_day, last_day, trial_ends_on
from mat_desktop.workshop.text import clean

_TERMS: dict[str, int] = {
    "who_dials": 200,
    "how_we_listen": 600,
    "off_limits": 400,
    "confront_where": 400,
    "missed_call": 400,
    "holidays": 400,
    "shared_project": 400,
}


@dataclass(frozen=True)
class AgreementRow:
    """One line of the list: the partnership, and how far its agreement has come."""

    partnership_id: int
    names: tuple[str, ...]
    state: AgreementState | None
    version: int


@dataclass(frozen=True)
class Terms:
    """What an agreement says, as it stands on screen and paper. Empty words print as a writing line."""

    partnership_id: int
    names: tuple[str, ...]
    goals: tuple[tuple[str, tuple[str, ...]], ...]
    version: int
    state: AgreementState
    starts: date
    ends: date
    trial_ends: date
    frequency: Frequency
    window_starts: str
    window_backup: str
    minutes: int
    who_dials: str
    how_we_listen: str
    off_limits: str
    confront_where: str
    missed_call: str
    holidays: str
    shared_project: str
    copied_from_paper: bool
    signed_on: date | None


def _draft(work: Work, partnership_id: int) -> Agreement:
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, *people_of(place))
    latest = _latest(work.rows, partnership_id)
    if latest is None:
        return work.rows.add(usual(partnership_id, len(place.members)))
    if latest.state is AgreementState.SIGNED:
        raise Refusal("This agreement is signed. Choose “Change the terms” to begin a new version.")
    return latest


def _latest(rows: Rows, partnership_id: int) -> Agreement | None:
    found = rows.all(Agreement, partnership_id=partnership_id)
    return max(found, key=lambda a: a.version, default=None)


@deed("agreement.change", "the agreement of {people}")
def change(work: Work, partnership_id: int, field: str, value: Any) -> None:
    """Change one of the terms of the draft."""
    draft = _draft(work, partnership_id)
    if field in ("window_starts", "window_backup"):
        setattr(draft, field, read_time(str(value)))
    elif field == "minutes":
        text = str(value).strip()
        if not (text.isdecimal() and 5 <= int(text) <= 120):
            raise Refusal("The length of a call: a whole number of minutes from 5 to 120.")
        draft.minutes = int(text)
    else:
        setattr(draft, field, clean(str(value), _TERMS[field]))
    if draft.state is AgreementState.BY_HAND:
        draft.copied_from_paper = True


def read_time(text: str) -> str:
    """A typed time of day such as 7, 7:5, 7.30 or 1930, as `07:30`. Raises Refusal."""
    digits = text.strip().replace(".", ":").replace("h", ":")
    if not digits:
        return ""
    hours, _, minutes = digits.partition(":")
    if not minutes and len(hours) in (3, 4):
        hours, minutes = hours[:-2], hours[-2:]
    if not hours.isdecimal() or not (minutes or "0").isdecimal() or int(hours) > 23 or int(minutes or 0) > 59:
        raise Refusal("A time of day such as 19:30.")
    return f"{int(hours):02}:{int(minutes or 0):02}"


@deed("agreement.sign", "the signatures of {people}")
def sign(work: Work, partnership_id: int, *, by_hand: bool = False, signed_on: date | None = None) -> None:
    """Everybody signed. The terms are frozen as they stand, unless they were written on the paper by hand."""
    draft = _draft(work, partnership_id)
    standing = stand(work.rows, work.rows.get(Partnership, partnership_id).workshop_id)
    draft.state = AgreementState.BY_HAND if by_hand else AgreementState.SIGNED
    draft.signed_on = signed_on or work.today
    if not by_hand:
        draft.snapshot = _frozen(_terms(standing, partnership_id, draft))


def _frozen(terms: Terms) -> dict[str, Any]:
    plain = {name: getattr(terms, name) for name in Terms.__dataclass_fields__}
    return {n: v.isoformat() if isinstance(v, date) else v for n, v in plain.items()}


@deed("agreement.amend", "new terms for {people}")
def amend(work: Work, partnership_id: int) -> None:
    """Begin a new version with the terms of the last; the signed one stays as it is."""
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, *people_of(place))
    latest = _latest(work.rows, partnership_id)
    if latest is None or latest.state is AgreementState.DRAFT:
        raise Refusal("There is nothing signed yet: change the terms as they are.")
    fresh = usual(partnership_id, len(place.members))
    fresh.version = latest.version + 1
    for field in ("window_starts", "window_backup", "minutes", *_TERMS):
        setattr(fresh, field, getattr(latest, field))
    work.rows.add(fresh)


@look
def partnerships(rows: Rows, workshop_id: int) -> tuple[AgreementRow, ...]:
    """Every partnership that can have an agreement."""
    standing = stand(rows, workshop_id)
    return tuple(
        AgreementRow(
            key_of(p),
            tuple(standing.name(m) for m in people_of(p)),
            found.state if (found := standing.agreements.get(key_of(p))) else None,
            found.version if found else 1,
        )
        for p in standing.agreed or standing.live
    )


@look
def terms(rows: Rows, partnership_id: int) -> Terms:
    """The latest terms of a partnership; before the first change, the usual ones."""
    standing = stand(rows, rows.get(Partnership, partnership_id).workshop_id)
    return terms_now(standing, partnership_id)


def terms_now(standing: Standing, partnership_id: int) -> Terms:
    """The terms as they print: a signed agreement as it was signed, a draft as it is."""
    place = next(p for p in standing.partnerships if p.id == partnership_id)
    found = standing.agreements.get(partnership_id) or usual(partnership_id, len(place.members))
    if found.snapshot is not None:
        return _thawed(found.snapshot, found)
    return _terms(standing, partnership_id, found)


def _thawed(snapshot: dict[str, Any], found: Agreement) -> Terms:
    plain = dict(snapshot)
    for name in ("starts", "ends", "trial_ends"):
        plain[name] = date.fromisoformat(plain[name])
    plain["names"] = tuple(plain["names"])
    plain["goals"] = tuple((name, tuple(goals)) for name, goals in plain["goals"])
    plain |= {"state": found.state, "signed_on": found.signed_on, "frequency": Frequency(plain["frequency"])}
    return Terms(**plain)


def _terms(standing: Standing, partnership_id: int, found: Agreement) -> Terms:
    place = next(p for p in standing.partnerships if p.id == partnership_id)
    people = people_of(place)
    goals = tuple(
        (first_name(standing.name(m)), tuple(g.words for g in standing.goals.get(m, []) if is_set(g))) for m in people
    )
    workshop = standing.workshop
    return Terms(
        partnership_id,
        tuple(standing.name(m) for m in people),
        goals,
        found.version,
        found.state,
        first_day(workshop),
        last_day(workshop),
        trial_ends_on(workshop),
        workshop.frequency,
        found.window_starts,
        found.window_backup,
        found.minutes,
        **{term: getattr(found, term) for term in _TERMS},
        copied_from_paper=found.copied_from_paper,
        signed_on=found.signed_on,
    )
