"""What the law asks of whoever keeps a library: the authority of the country, and until when an answer is due.

The table is a beginning, as the crisis contacts are: the facilitator looks each of them up once before it counts as
checked, and writes her own where her country has another.
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


_BY_COUNTRY: dict[str, tuple[str, str, AnswerWithin]] = {
    "NZ": ("the Privacy Commissioner", "privacy.org.nz", AnswerWithin.WORKING_DAYS),
    "AU": ("the Information Commissioner (OAIC)", "oaic.gov.au", AnswerWithin.THIRTY_DAYS),
    "UK": ("the Information Commissioner (ICO)", "ico.org.uk", AnswerWithin.ONE_MONTH),
    "IE": ("the Data Protection Commission", "dataprotection.ie", AnswerWithin.ONE_MONTH),
    "FR": ("the CNIL", "cnil.fr", AnswerWithin.ONE_MONTH),
    "NL": ("the Autoriteit Persoonsgegevens", "autoriteitpersoonsgegevens.nl", AnswerWithin.ONE_MONTH),
    "EU": ("the data protection authority of your country", "edpb.europa.eu", AnswerWithin.ONE_MONTH),
    "US": ("the attorney general of your state", "naag.org", AnswerWithin.ONE_MONTH),
}
"""EU and UK: General Data Protection Regulation, article 12 (3). NZ: Privacy Act 2020, section 44. Australia: Privacy
Act 1988, principle 12.4, as its authority reads it. Where no law says so, one month is what the consent sheet promises.
"""
_OF_ZONE = {"Europe/Dublin": "IE", "Europe/Paris": "FR", "Europe/Amsterdam": "NL"}
_ELSEWHERE = ("the authority of your country for privacy", "", AnswerWithin.ONE_MONTH)
_WORKING_DAYS, _DAYS = 20, 30
_MONTHS_AFTER_THE_LAST, _YEARS_LATER = 3, 10
LONG_BEFORE = timedelta(days=30)
"""So long before everything of a workshop is to be erased, Today asks."""


def authority_of(workshop: Workshop) -> Authority:
    """What the facilitator wrote, and where she wrote nothing, what is usual in the workshop's time zone."""
    zone = workshop.time_zone
    name, web, within = _BY_COUNTRY.get(_OF_ZONE.get(zone) or country_of(zone), _ELSEWHERE)
    own = bool(workshop.authority)
    return Authority(
        name=workshop.authority or name,
        web=workshop.authority_web if own or workshop.authority_web else web,
        within=AnswerWithin(workshop.answer_within) if workshop.answer_within else within,
        checked_on=workshop.authority_checked_on,
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
