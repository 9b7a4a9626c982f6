"""Step 1: until when everything is kept, who watches over privacy, and how soon somebody who asks gets an answer."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.workshop.library import Authority, authority_of, kept_for_later_until, kept_until
from mat_desktop.workshop.participants.erasure import ErasureRequest
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop

_MOST_YEARS = 15


@dataclass(frozen=True, kw_only=True)
class KeepingView:
    """What the consent sheet and the papers say about keeping, as the set-up page shows it."""

    kept_until: date
    kept_for_later_until: date
    chosen: bool
    """Whether another day than the usual one was agreed."""
    authority: str
    authority_web: str
    answer_within: str
    checked: str
    law: str
    erase_on: date | None
    """When the whole workshop is erased, where that was asked for."""


def authority_words(authority: Authority) -> str:
    """How old the address of the authority and its days are."""
    if authority.checked_on is None:
        return "The authority and its days were not looked up yet"
    by_whom = "" if authority.by_her else ", when this program was made"
    return f"The authority and its days were looked up on {day_month_year(authority.checked_on)}{by_whom}"


def check_kept_until(workshop: Workshop) -> None:
    """Raises Refusal for a day that comes before the workshop, or so late that it must be a slip."""
    day = workshop.kept_until
    if day is not None and not workshop.held_on <= day <= workshop.held_on.replace(
        year=workshop.held_on.year + _MOST_YEARS, day=1
    ):
        raise Refusal(f"A day after the workshop, at most {_MOST_YEARS} years later.")


@deed(DeedKind.SETUP_AUTHORITY_CHECKED)
def authority_checked(work: Work, workshop_id: int) -> None:
    """The authority, its address and its days were looked up today, and they are as they stand here."""
    workshop = work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    workshop.authority_checked_on = work.today


@look
def keeping(rows: Rows, workshop_id: int) -> KeepingView:
    """What is said about keeping in one workshop; where she wrote nothing, what is usual."""
    workshop = rows.get(Workshop, workshop_id)
    authority = authority_of(workshop)
    asked = rows.all(ErasureRequest, workshop_id=workshop_id, whole=True)
    return KeepingView(
        kept_until=kept_until(workshop),
        kept_for_later_until=kept_for_later_until(workshop),
        chosen=workshop.kept_until is not None,
        authority=authority.name,
        authority_web=authority.web,
        answer_within=authority.within,
        checked=authority_words(authority),
        law=authority.law,
        erase_on=next((request.erase_on for request in asked), None),
    )
