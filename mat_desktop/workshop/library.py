"""What the law asks of whoever keeps a library: the authority of the country, and until when an answer is due.

The table is a beginning, as the crisis contacts are: each country says where it was looked up and when. The facilitator
looks once herself, and writes her own where her country has another.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mat_desktop.workshop.safety import country_of
from mat_desktop.workshop.setup import Workshop, months_after


class AnswerWithin(StrEnum):
    """Within which time somebody who asks about their own data gets an answer."""

    ONE_MONTH = "one month"
    THIRTY_DAYS = "30 days"
    WORKING_DAYS = "20 working days"


@dataclass(frozen=True, kw_only=True)
class Authority:
    """Who is asked or told beside the facilitator, where it is found, and how soon she must answer."""

    name: str
    web: str
    within: AnswerWithin
    checked_on: date | None
    by_her: bool
    """Whether she looked it up herself; otherwise it was when this program was made."""
    law: str
    """Which law has these days, and where that was read; nothing where she wrote her own."""
    loss_form: str
    """What it calls the form for telling of something that was lost; nothing where none is known."""

    @property
    def in_words(self) -> str:
        """Its name, and where it is found: how it stands on paper."""
        return f"{self.name}, {self.web}" if self.web else self.name

    @property
    def for_a_loss(self) -> str:
        """The same with its form, for telling of something that was lost."""
        return f"{self.in_words} ({self.loss_form})" if self.loss_form else self.in_words


@dataclass(frozen=True, kw_only=True)
class KnownLaw:
    """What is known of a country: its authority, the law with its days, and where that was read."""

    name: str
    web: str
    within: AnswerWithin
    law: str
    source: str
    loss_form: str = ""
    """What the authority calls the form on its page with which a loss is told."""
    sure: bool = True
    """Whether name, address and days were read at the source, and hold for everybody there."""


LOOKED_UP_ON = date(2026, 11, 26)
_EU, _UK = "General Data Protection Regulation, article 12 (3)", "UK General Data Protection Regulation, article 12 (3)"
_BY_COUNTRY: dict[str, KnownLaw] = {
    "NZ": KnownLaw(
        name="the Privacy Commissioner",
        web="privacy.org.nz",
        within=AnswerWithin.WORKING_DAYS,
        law="Privacy Act 2020, section 44",
        loss_form="NotifyUs",
        source="privacy.org.nz/responsibilities/poupou-matatapu-doing-privacy-well; its guidance for advocates of 2025",
    ),
    "AU": KnownLaw(
        name="the OAIC",
        web="oaic.gov.au",
        within=AnswerWithin.THIRTY_DAYS,
        law="Privacy Act 1988, principle 12.4: a reasonable period, which the authority reads as 30 days",
        source=(
            "oaic.gov.au, Office of the Australian Information Commissioner, Australian Privacy Principles guidelines, "
            "chapter 12; the 30 days as others quote them"
        ),
        sure=False,
    ),
    "UK": KnownLaw(
        name="the ICO",
        web="ico.org.uk",
        within=AnswerWithin.ONE_MONTH,
        law=_UK,
        source=(
            "ico.org.uk, right of access; legislation.gov.uk/uksi/2026/386 for the long name, Information Commission, "
            "Commissioner until then"
        ),
    ),
    "IE": KnownLaw(
        name="the Data Protection Commission",
        web="dataprotection.ie",
        within=AnswerWithin.ONE_MONTH,
        law=_EU,
        source="dataprotection.ie/en/faqs/access-and-rectification",
    ),
    "FR": KnownLaw(
        name="the CNIL",
        web="cnil.fr",
        within=AnswerWithin.ONE_MONTH,
        law=_EU,
        source="guidance of the CNIL on the right of access of November 2020, told by others; its own page not seen",
        sure=False,
    ),
    "NL": KnownLaw(
        name="the Autoriteit Persoonsgegevens",
        web="autoriteitpersoonsgegevens.nl",
        within=AnswerWithin.ONE_MONTH,
        law=_EU,
        source="autoriteitpersoonsgegevens.nl, right of access and how to complain",
    ),
    "EU": KnownLaw(
        name="the data protection authority of your country",
        web="edpb.europa.eu",
        within=AnswerWithin.ONE_MONTH,
        law=_EU,
        source="edpb.europa.eu/about-edpb; which authority that is depends on the country",
        sure=False,
    ),
    "US": KnownLaw(
        name="the attorney general of your state",
        web="naag.org",
        within=AnswerWithin.ONE_MONTH,
        law="none that holds for every state and every workshop; one month is what the consent sheet promises",
        source="naag.org/issues/consumer-protection",
        sure=False,
    ),
}
"""Where no law says so, one month is what the consent sheet promises. What is not `sure` counts as not looked up: the
facilitator does it herself, as she does for every other country.
"""
_OF_ZONE = {"Europe/Dublin": "IE", "Europe/Paris": "FR", "Europe/Amsterdam": "NL"}
_ELSEWHERE = KnownLaw(
    name="the authority of your country for privacy",
    web="",
    within=AnswerWithin.ONE_MONTH,
    law="not known here",
    source="",
    sure=False,
)
_WORKING_DAYS, _DAYS = 20, 30
_MONTHS_AFTER_THE_LAST, _YEARS_LATER = 3, 10
LONG_BEFORE = timedelta(days=30)
"""So long before everything of a workshop is to be erased, Today asks."""


def authority_of(workshop: Workshop) -> Authority:
    """What the facilitator wrote, and where she wrote nothing, what is usual in the workshop's time zone."""
    zone = workshop.time_zone
    known = _BY_COUNTRY.get(_OF_ZONE.get(zone) or country_of(zone), _ELSEWHERE)
    own = bool(workshop.authority)
    as_it_is = known.sure and not (own or workshop.authority_web or workshop.answer_within)
    return Authority(
        name=workshop.authority or known.name,
        web=workshop.authority_web if own or workshop.authority_web else known.web,
        within=AnswerWithin(workshop.answer_within) if workshop.answer_within else known.within,
        checked_on=workshop.authority_checked_on or (LOOKED_UP_ON if as_it_is else None),
        by_her=workshop.authority_checked_on is not None,
        law=f"{known.law}; read at {known.source}" if as_it_is else "",
        loss_form="" if own else known.loss_form,
    )


def answer_by(asked_on: date, within: AnswerWithin) -> date:
    """The last day on which an answer is in time.

    Working days are Monday to Friday. Holidays are not left out, so the day may come before the law's, never after.
    """
    if within is AnswerWithin.ONE_MONTH:
        return months_after(asked_on, 1)
    if within is AnswerWithin.THIRTY_DAYS:
        return asked_on + timedelta(days=_DAYS)
    day, left = asked_on, _WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    return day


def kept_until(workshop: Workshop) -> date:
    """Until when what is known of people is kept.

    The day that she chose, else the end of the third month after the last follow-up of the first year.
    """
    if workshop.kept_until is not None:
        return workshop.kept_until
    last = max((point.months for point in workshop.points if point.months <= 12), default=12)
    after = months_after(workshop.held_on, last + _MONTHS_AFTER_THE_LAST).replace(day=1)
    return months_after(after, 1) - timedelta(days=1)


def kept_for_later_until(workshop: Workshop) -> date:
    """The same of who may be asked again in later years: ten years after the one-year meeting."""
    return max(months_after(workshop.held_on, 12 * (_YEARS_LATER + 1)), kept_until(workshop))


@dataclass(eq=False)
class Loss:
    """That a sheet, a stick or the computer was lost: the day, what happened, and whose sheet it was if it was one's.

    It points to nobody once the person is erased, and names nobody then.
    """

    happened_on: date
    words: str
    workshop_id: int | None = None
    participant_id: int | None = None
    id: int | None = None
    uid: str = ""
