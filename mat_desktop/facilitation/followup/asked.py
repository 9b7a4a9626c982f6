"""Who is asked at a follow-up point, and how their paper speaks of the partnership."""

from collections.abc import Sequence
from datetime import date, timedelta

from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.answers.responses import Informant
from mat_desktop.workshop.contact.happenings import Happened, Happening
from mat_desktop.workshop.contact.meetings import Came
from mat_desktop.workshop.followup import ANSWERED, FollowUp, FollowUpState, Story
from mat_desktop.workshop.goals.goal import is_set
from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, people_of
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import Participant, agrees, consent_to, may_be_written_to
from mat_desktop.workshop.setup import FollowUpPoint, due_on

FRESH = timedelta(days=60)
"""A consent to be asked later is fresh when it was given this long before the follow-up before, or since."""
YEAR = 12


def never_paired(standing: Standing) -> list[int]:
    """Those who were included and set a goal but were in no partnership that began, once others have begun."""
    began = set(standing.began)
    if not began:
        return []
    return [
        key_of(p)
        for p in standing.included
        if p.id not in began
        and not p.takes_part
        and agrees(p)
        and not p.no_follow_up
        and any(is_set(g) for g in standing.goals.get(key_of(p), []))
    ]


def asked_at(standing: Standing, months: int) -> list[int]:
    """Everybody who is asked at a follow-up point, by name; after the first year only with a fresh consent."""
    found = [*standing.followed, *never_paired(standing)]
    if months > YEAR:
        found = [person for person in found if may_ask_later(standing, standing.person(person), months)]
    return sorted(found, key=lambda person: standing.name(person).casefold())


def may_ask_later(standing: Standing, person: Participant, months: int) -> bool:
    """Whether somebody agreed afresh, about the follow-up before or since, to be asked at this one."""
    consent = consent_to(person, ConsentKind.LATER_CONTACT)
    earlier = [p for p in standing.workshop.points if p.months < months]
    before = max(earlier, key=lambda p: p.months, default=FollowUpPoint(0))
    return consent is not None and consent.given_on >= due_on(standing.workshop, before) - FRESH


def next_later(standing: Standing) -> int:
    """The follow-up point after the first year that is asked next, in months; 0 where there is none."""
    later = sorted(p.months for p in standing.workshop.points if p.months > YEAR)
    open_ones = (m for m in later if any(not is_closed(standing, p, m) for p in asked_at(standing, m)))
    return next(open_ones, later[-1] if later else 0)


def next_rated(standing: Standing) -> int:
    """The follow-up point of which an independent rater has not marked everybody yet, in months."""
    months = sorted(p.months for p in standing.workshop.points)
    return next((m for m in months if any(not _is_rated(standing, p, m) for p in asked_at(standing, m))), months[-1])


def _is_rated(standing: Standing, person: int, months: int) -> bool:
    found = standing.follow_ups.get((person, months))
    return found is not None and any(entry.informant is Informant.RATER for entry in found.levels)


def last_met(standing: Standing) -> int:
    """The last follow-up point at which it was said who came, in months; the first one where there is none yet."""
    told = [f.months for f in standing.follow_ups.values() if f.came is not None]
    return max(told, default=min((p.months for p in standing.workshop.points), default=6))


def absent(standing: Standing) -> list[int]:
    """Those who were not at the last follow-up meeting and have not answered."""
    months = last_met(standing)
    return [p for p in asked_at(standing, months) if _is_absent(standing.follow_ups.get((p, months)))]


def absent_by_post(standing: Standing) -> list[int]:
    """Those among them to whom a letter may go."""
    return [p for p in absent(standing) if may_be_written_to(standing.person(p))]


def _is_absent(found: FollowUp | None) -> bool:
    return found is not None and found.came in (Came.AWAY, Came.EXCUSED) and found.state not in ANSWERED


def is_closed(standing: Standing, person: int, months: int) -> bool:
    """Whether somebody has answered at a point, or could not be reached."""
    found = standing.follow_ups.get((person, months))
    return found is not None and found.state in (*ANSWERED, FollowUpState.LOST)


def place_now(standing: Standing, person: int) -> Partnership | None:
    """The partnership that goes on."""
    return next((p for p in standing.agreed if person in people_of(p)), None)


def story_of(standing: Standing, happenings: Sequence[Happening], person: int) -> Story:
    """How paper speaks of somebody's partnership, by what happened to those who are in it."""
    place = place_now(standing, person)
    before = [p for p in standing.partnerships if _ended_with(p, person)]
    if place is not None:
        if any(_died(standing, p) for p in before):
            return Story.ONE_OF_THREE_DIED
        if place.state is PartnershipState.PAUSED:
            return Story.ON_HOLD
        if _is_silent(happenings, place):
            return Story.SILENT
        return Story.RE_PAIRED if before else Story.TOGETHER
    if not before:
        return Story.NEVER_PAIRED
    return Story.PARTNER_DIED if any(_died(standing, p) for p in before) else Story.ENDED


def _died(standing: Standing, partnership: Partnership) -> bool:
    """Whether somebody of it has died; that comes before every other story, whoever came after them."""
    return any(standing.person(m).died_on is not None for m in people_of(partnership))


def _ended_with(partnership: Partnership, person: int) -> bool:
    begun = partnership.confirmed_on is not None and partnership.state is PartnershipState.ENDED
    return begun and person in people_of(partnership)


def _is_silent(happenings: Sequence[Happening], partnership: Partnership) -> bool:
    """Whether somebody of it was said to have gone silent, and nothing is known of any day since."""
    told = [h.happened_on for h in happenings if h.kind is Happened.SILENT and h.partnership_id == partnership.id]
    return bool(told) and (partnership.last_known_day or date.min) <= max(told)
