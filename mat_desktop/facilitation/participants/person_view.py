"""One person as the page of step 2 shows them."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.workshop.goals.goal import PaperWords
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import (
    DayKind,
    Gender,
    PartnerWish,
    PartOfDay,
    Presence,
    Registration,
    Talk,
)


@dataclass(frozen=True, kw_only=True)
class PersonView:
    """One participant as the page shows them."""

    id: int
    name: str
    called: str
    table_number: int
    registration: Registration
    phone: str
    email: str
    address: str
    languages: str
    time_zone: str
    challenge_kind: str
    challenge: str
    emergency_name: str
    emergency_phone: str
    emergency_never: str
    access_hearing: bool
    access_reading: bool
    access_language: bool
    access_no_phone: bool
    access_note: str
    reach_by_post: bool
    envelope_may_name: bool
    reach_by_phone: bool
    may_leave_message: bool
    reach_by_email: bool
    only_in_person: bool
    partner_named: bool
    goal_words: PaperWords | None
    opens_own_post: bool
    no_letters: bool
    feelings_wanted: bool
    talk_phone: bool
    talk_relay: bool
    talk_in_person: bool
    talks_best_by: Talk | None
    fixes_weekly: bool
    gender: Gender | None
    partner_wish: PartnerWish | None
    birth_year: int | None
    consents: dict[ConsentKind, date]
    paper_only: bool
    walk_in: bool
    presence: Presence
    windows: frozenset[tuple[DayKind, PartOfDay]]
    ways: str
