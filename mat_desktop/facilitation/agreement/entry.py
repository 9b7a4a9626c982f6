"""Step 6: the agreement about daily calls."""

from dataclasses import dataclass
from typing import Any

from mat_desktop.facilitation.agreement.terms import TERMS, AgreementTerms, TermField, terms_now
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.typed_time import read_time
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.agreement import (
    Agreement,
    AgreementState,
    AgreementVoice,
    HelpStyle,
    UsualTerms,
    usual,
    usual_terms,
    voice_of,
)
from mat_desktop.workshop.pairing.nouns import Partnership, people_of
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.text import clean, clean_name

_USUAL = (
    *(TermField.WHO_DIALS, TermField.HOW_WE_LISTEN, TermField.CONFRONT_WHERE, TermField.MISSED_CALL),
    TermField.HOLIDAYS,
)
"""The terms in words with which every agreement of a workshop can begin."""
_ASKS_LIMIT = 600


@dataclass(frozen=True, kw_only=True)
class AgreementRow:
    """One line of the list: the partnership, and how far its agreement has come."""

    partnership_id: int
    names: tuple[str, ...]
    called: tuple[str, ...]
    state: AgreementState | None
    version: int


@dataclass(frozen=True, kw_only=True)
class UsualView:
    """The words with which every agreement of this workshop begins."""

    minutes: int
    who_dials: str
    how_we_listen: str
    confront_where: str
    missed_call: str
    holidays: str


def draft_of(work: Work, partnership_id: int) -> Agreement:
    """The terms that may still change, the usual ones at first. Raises Refusal once they are signed."""
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, *people_of(place))
    latest = _latest(work.rows, partnership_id)
    if latest is None:
        return work.rows.add(usual(partnership_id, list(people_of(place)), _usual(work.rows, place.workshop_id)))
    if latest.state is AgreementState.SIGNED:
        raise Refusal("This agreement is signed. Choose “Change the terms” to begin a new version.")
    return latest


def _latest(rows: Rows, partnership_id: int) -> Agreement | None:
    found = rows.all(Agreement, partnership_id=partnership_id)
    return max(found, key=lambda a: a.version, default=None)


def _usual(rows: Rows, workshop_id: int) -> UsualTerms:
    return rows.find(UsualTerms, workshop_id=workshop_id) or usual_terms(workshop_id)


@deed(DeedKind.AGREEMENT_USUAL)
def change_usual(work: Work, workshop_id: int, field: TermField, value: Any) -> None:
    """Change the words with which every agreement of this workshop begins; drafts that exist stay as they are.

    Raises Refusal for minutes that are no number of minutes, and KeyError for a field with which no agreement begins.
    """
    work.about(workshop_id)
    work.rows.get(Workshop, workshop_id)
    found = work.rows.find(UsualTerms, workshop_id=workshop_id) or work.rows.add(usual_terms(workshop_id))
    if field is TermField.MINUTES:
        found.minutes = read_minutes(str(value))
    elif field in _USUAL:
        setattr(found, field.value, clean(str(value), TERMS[field]))
    else:
        raise KeyError(field)


@deed(DeedKind.AGREEMENT_CHANGE)
def change(work: Work, partnership_id: int, field: TermField, value: Any) -> None:
    """Change one of the terms of the draft.

    Raises Refusal once it is signed, for a time or a length that is none, and for a witness who takes part.
    """
    draft = draft_of(work, partnership_id)
    if field in (TermField.WINDOW_STARTS, TermField.WINDOW_BACKUP):
        setattr(draft, field.value, read_time(str(value)))
    elif field is TermField.MINUTES:
        draft.minutes = read_minutes(str(value))
    elif field is TermField.WITNESS:
        draft.witness = _witness(work, partnership_id, str(value))
    else:
        setattr(draft, field.value, clean(str(value), TERMS[field]))
    _typed_later(draft)


def _typed_later(draft: Agreement) -> None:
    if draft.state is AgreementState.BY_HAND:
        draft.copied_from_paper = True


def _witness(work: Work, partnership_id: int, words: str) -> str:
    """A witness is somebody who takes no part in the workshop."""
    name = clean_name(words)
    standing = stand(work.rows, work.rows.get(Partnership, partnership_id).workshop_id)
    if name and any(p.name.casefold() == name.casefold() for p in standing.people):
        raise Refusal("A witness is somebody who takes no part in the workshop.")
    return name


@deed(DeedKind.AGREEMENT_VOICE)
def set_voice(
    work: Work, partnership_id: int, person_id: int, *, wants: HelpStyle | None = None, asks: str | None = None
) -> None:
    """How somebody wants to be helped, and what they ask of the other, in their own words. None leaves it alone.

    Raises Refusal once it is signed, and about somebody who is no member.
    """
    voice = voice_in(work, partnership_id, person_id)
    if wants is not None:
        voice.wants = None if voice.wants is wants else wants
    if asks is not None:
        voice.asks = clean(asks, _ASKS_LIMIT)


def voice_in(work: Work, partnership_id: int, person_id: int) -> AgreementVoice:
    """What one member says in the draft. Raises Refusal once it is signed, and about somebody who is no member."""
    draft = draft_of(work, partnership_id)
    _typed_later(draft)
    if person_id not in people_of(work.rows.get(Partnership, partnership_id)):
        raise Refusal("This person is no member of the partnership.")
    voice = voice_of(draft, person_id)
    if voice not in draft.voices:
        draft.voices.append(voice)
    return voice


def read_minutes(text: str) -> int:
    """The length of a call. Raises Refusal."""
    if not (text.strip().isdecimal() and 5 <= int(text) <= 120):
        raise Refusal("The length of a call: a whole number of minutes from 5 to 120.")
    return int(text)


@deed(DeedKind.AGREEMENT_AMEND)
def amend(work: Work, partnership_id: int) -> None:
    """Begin a new version with the terms of the last; the signed one stays as it is.

    Raises Refusal where nothing is signed yet: a draft is changed as it is.
    """
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, *people_of(place))
    latest = _latest(work.rows, partnership_id)
    if latest is None or latest.state is AgreementState.DRAFT:
        raise Refusal("There is nothing signed yet: change the terms as they are.")
    fresh = usual(partnership_id, list(people_of(place)), _usual(work.rows, place.workshop_id))
    fresh.version = latest.version + 1
    for field in TermField:
        setattr(fresh, field.value, getattr(latest, field.value))
    for voice in fresh.voices:
        earlier = voice_of(latest, voice.participant_id)
        voice.wants, voice.asks = earlier.wants, earlier.asks
    work.rows.add(fresh)


@look
def partnerships(rows: Rows, workshop_id: int) -> tuple[AgreementRow, ...]:
    """Every partnership that can have an agreement."""
    standing = stand(rows, workshop_id)
    return tuple(
        AgreementRow(
            partnership_id=key_of(p),
            names=tuple(standing.name(m) for m in people_of(p)),
            called=Names(standing).all_called(people_of(p)),
            state=found.state if (found := standing.agreements.get(key_of(p))) else None,
            version=found.version if found else 1,
        )
        for p in standing.agreed or standing.live
    )


@look
def terms(rows: Rows, partnership_id: int) -> AgreementTerms:
    """The latest terms of a partnership; before the first change, the usual ones."""
    standing = stand(rows, rows.get(Partnership, partnership_id).workshop_id)
    return terms_now(standing, partnership_id)


@look
def usual_words(rows: Rows, workshop_id: int) -> UsualView:
    """The words with which every agreement of this workshop begins."""
    found = _usual(rows, workshop_id)
    return UsualView(minutes=found.minutes, **{field.value: getattr(found, field.value) for field in _USUAL})
