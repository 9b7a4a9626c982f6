"""Step 6: signing. With the last signature the terms are frozen."""

from datetime import date, datetime

from mat_desktop.facilitation.agreement.entry import draft_of, voice_in
from mat_desktop.facilitation.agreement.prints import printed_versions
from mat_desktop.facilitation.agreement.terms import as_terms, digest, frozen, terms_now
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.dates import clock, day_month_year
from mat_desktop.facilitation.shown.typed_day import check_happened
from mat_desktop.facilitation.standing import stand
from mat_desktop.workshop.agreement import (
    Agreement,
    AgreementState,
    AgreementVoice,
    voice_of,
)
from mat_desktop.workshop.pairing.nouns import Partnership, people_of
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import joined


@deed(DeedKind.AGREEMENT_SIGN)
def sign(work: Work, partnership_id: int, *, by_hand: bool = False, signed_on: date | None = None) -> None:
    """Everybody signed. The terms are frozen as they stand, unless they were written on the paper by hand.

    Raises Refusal where it is signed already, and where the terms are not those that were printed last.
    """
    draft = draft_of(work, partnership_id)
    place = work.rows.get(Partnership, partnership_id)
    for member in people_of(place):
        if member not in [v.participant_id for v in draft.voices]:
            draft.voices.append(AgreementVoice(member))
    day = signed_on or work.today
    check_happened(day, work.today)
    for voice in draft.voices:
        voice.signed_on = voice.signed_on or day
    _sealed(work, draft, day, by_hand=by_hand)


@deed(DeedKind.AGREEMENT_SIGNATURE)
def tick_signature(work: Work, partnership_id: int, person_id: int, signed_on: date | None) -> None:
    """One member signed on a day, or did not after all. With the last signature the terms are frozen.

    Raises Refusal as `sign` does, about somebody who is no member, and for a day that is still to come.
    """
    check_happened(signed_on or work.today, work.today)
    voice = voice_in(work, partnership_id, person_id)
    voice.signed_on = signed_on
    draft = draft_of(work, partnership_id)
    members = people_of(work.rows.get(Partnership, partnership_id))
    days = [day for m in members if (day := voice_of(draft, m).signed_on) is not None]
    if draft.state is AgreementState.DRAFT and len(days) == len(members):
        _sealed(work, draft, max(days), by_hand=False)


def _sealed(work: Work, draft: Agreement, day: date, *, by_hand: bool) -> None:
    standing = stand(work.rows, work.rows.get(Partnership, draft.partnership_id).workshop_id)
    terms = as_terms(standing, draft.partnership_id, draft)
    printed = printed_versions(work.rows, draft.partnership_id, draft.version)
    if not by_hand and printed and printed[-1].terms_digest != digest(terms):
        raise Refusal(
            f"The terms were changed after they were printed on {_when(printed[-1].printed_at)}. Print them again, "
            "or choose “Signed by hand”."
        )
    draft.state = AgreementState.BY_HAND if by_hand else AgreementState.SIGNED
    draft.signed_on, draft.typed_on = day, work.today
    if not by_hand:
        draft.snapshot = frozen(as_terms(standing, draft.partnership_id, draft))


def _when(at: datetime) -> str:
    return f"{day_month_year(at.date())} at {clock(at)}"


@look
def before_signing(rows: Rows, partnership_id: int, day: date, by_hand: bool) -> str:
    """What is asked before an agreement is frozen: whose it is, the day, and what it does not say yet."""
    standing = stand(rows, rows.get(Partnership, partnership_id).workshop_id)
    found = terms_now(standing, partnership_id)
    wanting = [words for field, words in _WANTED.items() if not getattr(found, field)]
    asked = f"Did {joined(found.names)} all sign on {day_month_year(day)}?"
    if by_hand:
        return f"{asked} What was written on the paper by hand counts; you copy it here afterwards."
    missing = f" Missing: {joined(wanting)}." if wanting else ""
    return f"{asked} The terms are frozen as they stand here; a change is a new version.{missing}"


_WANTED = {"window_starts": "the time of the call", "who_dials": "who dials", "confront_where": "where to confront"}
