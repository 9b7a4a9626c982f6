"""A year of six pairs as the rows hold it, made once and copied for each test that looks at it."""

from datetime import date, datetime, timedelta

from mat_desktop.facilitation.answers import responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.contact import log, pairs
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.followup import entry, views
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals import steps
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.pairing import moves, telling
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.storage.folder.library import Library
from mat_desktop.workshop.answers.responses import Mode
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.participants.consent import ConsentKind
from tests.people import NEW_ZEALAND, WORKSHOP_DAY, CountedCodes, include, rest_left_empty

NAMES = ("Ana", "Ben", "Cleo", "Dov", "Elif", "Farid", "Grace", "Hemi", "Ines", "Jan", "Kofi", "Lena")
HALF, YEAR = date(2026, 9, 20), date(2027, 3, 20)
AFTER = {"Ana": (0, 1), "Ben": (-1, 0), "Cleo": (1, 2), "Dov": (0, None), "Elif": (-1, -1), "Farid": (None, None),
         "Grace": (0, 1), "Hemi": (1, 1), "Ines": (0, 0), "Jan": (-1, 0), "Kofi": (2, 2), "Lena": (0, -3)}  # fmt: skip
"""The step each reached at six months and at one year; Farid never answers, Dov answers only at six months."""
PHQ = {"Ana": (8, 3), "Ben": (7, 4), "Cleo": (9, 2), "Dov": (6, None), "Elif": (5, 6), "Grace": (10, 5), "Hemi": (4, 4),
       "Ines": (8, 8), "Jan": (7, 3), "Kofi": (6, 1), "Lena": (5, 7)}  # fmt: skip
"""Totals at the start and at one year."""
LADDER = {-2: "1 day", -1: "3 days", 0: "5 days", 1: "6 days", 2: "7 days"}


def a_year(library: Library) -> None:
    """Six pairs from registration to the one-year answers, in workshop 1."""
    clock = SampleClock(datetime.combine(WORKSHOP_DAY, datetime.min.time(), NEW_ZEALAND).replace(hour=9))
    desk = Desk(library.archive, clock, CountedCodes())
    workshop_id = setup.create(desk, "Harbour Hall", "Pier Street 4", WORKSHOP_DAY, "Pacific/Auckland")
    people = {name: include(desk, workshop_id, name) for name in NAMES}
    for name, person in people.items():
        _starts(desk, name, person)
    _pair(desk, workshop_id, list(people.values()))
    clock.go_to(HALF)
    _talk(desk, workshop_id, list(people.values()))
    _answer(desk, people, 6)
    clock.go_to(YEAR)
    _answer(desk, people, 12)


def phq4(desk: Desk, person: int, total: int, months: int = 0) -> None:
    """Four answers that come to this total, at the start or at a follow-up."""
    for item in range(1, 5):
        value = max(0, min(3, total - 3 * (item - 1)))
        if months:
            entry.respond(desk, person, months, "phq-4", item, Entered(value=value))
        else:
            responses.answer(desk, person, "phq-4", item, Entered(value=value), Mode.PAPER)


def _starts(desk: Desk, name: str, person: int) -> None:
    for kind in (ConsentKind.TAKE_PART, ConsentKind.STORE, ConsentKind.RESEARCH):
        if name != "Lena" or kind is not ConsentKind.RESEARCH:
            participants.set_consent(desk, person, kind, given=True)
    goal = goals.add(desk, person)
    goals.change(desk, goal, goals.GoalField.WORDS, "Walk")
    for level, said in LADDER.items():
        steps.set_level(desk, goal, level, said)
    if name in PHQ:
        phq4(desk, person, PHQ[name][0])


def _pair(desk: Desk, workshop_id: int, keys: list[int]) -> None:
    moves.propose(desk, workshop_id, [(keys[n : n + 2], 50) for n in range(0, len(keys), 2)])
    telling.confirm(desk, workshop_id)
    telling.all_said_yes(desk, workshop_id)


def _talk(desk: Desk, workshop_id: int, keys: list[int]) -> None:
    first = setup.workshop(desk, workshop_id).first_day
    found = pairs.pairs(desk, workshop_id, desk.clock.today())
    places = {m.participant_id: p.partnership_id for p in found for m in p.members}
    for number, person in enumerate(keys):
        days = {first + timedelta(days=n): Mark.TALKED for n in range(20 + 9 * number)}
        log.mark_many(desk, places[person], person, days)


def _answer(desk: Desk, people: dict[str, int], months: int) -> None:
    for name, person in people.items():
        level = AFTER[name][months // 12]
        if level is None:
            continue
        (goal,) = [g.id for g, _ in views.follow_up(desk, person, months).goals]
        entry.set_level(desk, person, months, goal, level)
        total = PHQ[name][1] if name in PHQ else None
        if months == 12 and total is not None:
            phq4(desk, person, total, 12)
        rest_left_empty(desk, person, months)
