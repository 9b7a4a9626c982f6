"""A year of twelve people as it goes: a group of three, a pair that ended, a death, a silence, one without a partner.

Two follow-ups are typed, with gaps: somebody never answers, somebody's sheet cannot be read, somebody gets worse.
"""

from datetime import date, datetime, timedelta

from mat_desktop.facilitation import safety
from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.agreement import signing
from mat_desktop.facilitation.agreement.terms import TermField
from mat_desktop.facilitation.answers import responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.contact import alliance, happenings, log, meetings, repair, schedule
from mat_desktop.facilitation.contact.happenings import Told
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.followup import entry, views
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals import round as goal_round
from mat_desktop.facilitation.goals import steps
from mat_desktop.facilitation.goals.entry import GoalField
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.pairing import life, moves, telling
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.setup import measures
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.storage.folder.library import Library
from mat_desktop.workshop.agreement import HelpStyle
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import AnswerState, Informant, Mode
from mat_desktop.workshop.contact.days import Mark, Reason
from mat_desktop.workshop.contact.happenings import Happened
from mat_desktop.workshop.contact.meetings import Came
from mat_desktop.workshop.followup import FURTHER_BACK
from mat_desktop.workshop.goals.goal import PaperWords
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.setup import Frequency
from tests.people import NEW_ZEALAND, WORKSHOP_DAY, CountedCodes, include, part_of_a_study, rest_left_empty
from tests.years import HALF, NAMES, YEAR, phq4

GROUPS = (("Ana", "Ben"), ("Cleo", "Dov", "Elif"), ("Farid", "Grace"), ("Hemi", "Ines"), ("Jan", "Kofi"))
"""Lena is in none of them."""
STORIES = ("Ana", "Cleo", "Farid", "Ines", "Jan", "Lena")
"""One of each story: together, in a group of three, ended, the partner died, silent, never paired."""
GOALS = {"Ana": "Walk half an hour", "Ben": "Sleep before eleven", "Cleo": "Cook at home", "Dov": "Ring my brother"}
LADDER = {-2: "1 day a week", -1: "3 days a week", 0: "5 days a week", 1: "6 days a week", 2: "every day"}
REACHED = {"Ana": (0, 1), "Ben": (-1, 0), "Cleo": (1, 2), "Dov": (0, None), "Elif": (-1, -2), "Farid": (None, None),
           "Grace": (0, 1), "Ines": (-1, 0), "Jan": (2, 1), "Kofi": (1, FURTHER_BACK), "Lena": (-1, -1)}  # fmt: skip
"""The step each reached at six months and at one year; Farid never answers."""
PHQ = {"Ana": (8, 5, 3), "Ben": (7, 6, 4), "Cleo": (9, None, 2), "Dov": (6, 5, None), "Elif": (5, 9, 8),
       "Grace": (10, 7, 5),
       "Hemi": (4, None, None), "Ines": (8, 8, 8), "Jan": (7, 2, 3), "Kofi": (6, 4, 6)}  # fmt: skip
"""Totals at the start, at six months and at one year."""
TALKED, MESSAGE, NO_CALL, EXCUSED = Mark
PATTERN = (TALKED, TALKED, MESSAGE, TALKED, NO_CALL, None, TALKED, EXCUSED, TALKED, TALKED)


def a_year_of_twelve(library: Library) -> None:
    """Twelve people from registration to the answers of one year, in workshop 1."""
    clock = SampleClock(datetime.combine(WORKSHOP_DAY, datetime.min.time(), NEW_ZEALAND).replace(hour=9))
    desk = Desk(library.archive, clock, CountedCodes())
    workshop_id = _workshop(desk)
    people = {name: include(desk, workshop_id, name) for name in NAMES}
    for name, person in people.items():
        _starts(desk, name, person)
    places = _pair(desk, workshop_id, people)
    _agree(desk, people, places)
    clock.go_to(date(2026, 6, 1))
    _talk(desk, workshop_id, people, places)
    _rate(desk, people, places)
    _things_happen(desk, clock, people, places)
    clock.go_to(HALF)
    _half_a_year_later(desk, workshop_id, people)
    clock.go_to(YEAR)
    _a_year_later(desk, workshop_id, people)


def _workshop(desk: Desk) -> int:
    workshop_id = setup.create(desk, "Harbour Hall", "Pier Street 4", WORKSHOP_DAY, "Pacific/Auckland")
    for field, value in (("facilitator", "Ruth"), ("facilitator_phone", "021 555 0142"), ("second_person", "Joana")):
        setup.change(desk, workshop_id, setup.WorkshopField(field), value)
    measures.use_measure(desk, workshop_id, "phq-4", on=True)
    safety.set_contact(desk, workshop_id, 0, "Need to talk?", "1737")
    safety.set_contact(desk, workshop_id, 1, "Emergency", "111")
    safety.contacts_checked(desk, workshop_id)
    return workshop_id


def _starts(desk: Desk, name: str, person: int) -> None:
    for kind in (ConsentKind.TAKE_PART, ConsentKind.STORE, ConsentKind.RESEARCH):
        participants.set_consent(desk, person, kind, given=True)
    goal = goals.add(desk, person)
    number = NAMES.index(name)
    for field, value in (
        (GoalField.WORDS, GOALS.get(name, "Walk to work")),
        *((GoalField.UNIT, "days a week"), (GoalField.BASELINE, "1"), (GoalField.HOPED, "5")),
        *(
            (GoalField.IMPORTANCE, 3),
            (GoalField.DIFFICULTY, 1 + number % 2),
            (GoalField.OBSTACLE, "Rain"),
            (GoalField.FIRST_STEP, "Shoes by the door"),
        ),
        (GoalField.ON_PAPER, (PaperWords.FULL, PaperWords.SHORT, PaperWords.MY_GOAL)[number % 3]),
    ):
        goals.change(desk, goal, field, value)
    goals.change(desk, goal, goals.GoalField.SHORT_WORDS, "Moving")
    for level, said in LADDER.items():
        steps.set_level(desk, goal, level, said)
    goals.set_plan(desk, goal, 0, "It rains", "I climb stairs", "I dance in the kitchen")
    if name in PHQ:
        phq4(desk, person, PHQ[name][0])
    complaint = Entered(value=8 + number % 4, words="I lie awake")
    responses.answer(desk, person, own_pages.COMPLAINTS, 1, complaint, Mode.PAPER)


def _pair(desk: Desk, workshop_id: int, people: dict[str, int]) -> dict[str, int]:
    moves.propose(desk, workshop_id, [([people[name] for name in group], 60) for group in GROUPS])
    telling.confirm(desk, workshop_id)
    telling.all_said_yes(desk, workshop_id)
    keys = [row.partnership_id for row in agreement.partnerships(desk, workshop_id)]
    return {name: key for group, key in zip(GROUPS, keys, strict=True) for name in group}


def _agree(desk: Desk, people: dict[str, int], places: dict[str, int]) -> None:
    idea = goal_round.suggest(desk, people["Ana"], "Lay out your shoes", people["Ben"])
    goal_round.keep(desk, idea, True)
    for name, starts in (("Ana", "19:30"), ("Cleo", "7:15")):
        agreement.change(desk, places[name], TermField.WINDOW_STARTS, starts)
        asks = "Ask me twice when I say that all is well."
        agreement.set_voice(desk, places[name], people[name], wants=HelpStyle.LISTEN, asks=asks)
    signing.sign(desk, places["Cleo"])
    shared = goals.add_shared(desk, places["Ana"])
    goals.change(desk, shared, goals.GoalField.WORDS, "Swim across the bay")
    steps.set_level(desk, shared, 0, "both of us, once")


def _talk(desk: Desk, workshop_id: int, people: dict[str, int], places: dict[str, int]) -> None:
    first = setup.workshop(desk, workshop_id).first_day
    for number, (name, place) in enumerate(places.items()):
        days = range(number, 70 - 4 * number)
        marks = {first + timedelta(n): PATTERN[(n + number) % 10] for n in days}
        log.mark_many(desk, place, people[name], {day: mark for day, mark in marks.items() if mark})
    log.mark(desk, places["Ana"], people["Ana"], first, NO_CALL, reason=Reason.WORK)
    log.recall(desk, places["Ben"], people["Ben"], first + timedelta(70), 4)
    log.mark(desk, places["Cleo"], people["Cleo"], first + timedelta(1), TALKED, with_whom="B")
    schedule.add_pause(desk, places["Ana"], date(2026, 5, 4), date(2026, 5, 10))
    schedule.change_frequency(desk, places["Jan"], date(2026, 5, 1), Frequency.WEEKDAYS)


def _rate(desk: Desk, people: dict[str, int], places: dict[str, int]) -> None:
    for name, ratings in (("Ana", (6, 8, 9)), ("Ben", (7, 5)), ("Cleo", (4, 3, 8)), ("Jan", (9,))):
        for number, value in enumerate(ratings):
            check = alliance.begin_check(desk, places[name], people[name], date(2026, 3, 14) + timedelta(30 * number))
            alliance.rate(desk, check, {"truth": value, "aims": max(1, value - number)})
    repair.arrange(desk, places["Cleo"], date(2026, 5, 20), "18:00", "the library")


def _things_happen(desk: Desk, clock: SampleClock, people: dict[str, int], places: dict[str, int]) -> None:
    for name, day, kind in (
        ("Jan", date(2026, 6, 10), Happened.SILENT),
        ("Farid", date(2026, 6, 20), Happened.STOPS),
        ("Hemi", date(2026, 7, 2), Happened.DIED),
    ):
        clock.go_to(day)
        happenings.record(desk, people[name], Told(happened_on=day, kind=kind))
    life.trial_passed(desk, places["Ana"])


def _half_a_year_later(desk: Desk, workshop_id: int, people: dict[str, int]) -> None:
    _met(desk, people, 6)
    setup.add_point(desk, workshop_id, 24)
    meeting = meetings.add_meeting(desk, workshop_id, date(2026, 9, 19))
    meetings.attend(desk, meeting, people["Ana"], Came.HERE)
    _answer(desk, people, 6)
    entry.respond(desk, people["Ana"], 6, own_pages.COMPLAINTS, 1, Entered(value=5, words="I lie awake"))
    entry.answer(desk, people["Ana"], 6, "complaint_1", "much better")
    entry.respond(desk, people["Cleo"], 6, "phq-4", 1, Entered(state=AnswerState.ILLEGIBLE))
    entry.answer(desk, people["Elif"], 6, "worse", "yes, a lot")
    entry.answer(desk, people["Elif"], 6, "what_worse", "My sleep")
    for name, reached in REACHED.items():
        if reached[0] is not None:
            rest_left_empty(desk, people[name], 6)
    for _ in range(3):
        entry.attempt(desk, people["Farid"], 6)


def _a_year_later(desk: Desk, workshop_id: int, people: dict[str, int]) -> None:
    part_of_a_study(desk, workshop_id)
    _met(desk, people, 12)
    _answer(desk, people, 12)
    for name, reached in REACHED.items():
        if reached[1] is not None:
            rest_left_empty(desk, people[name], 12)
    (goal,) = [goal for goal, _ in views.follow_up(desk, people["Cleo"], 12).goals if goal]
    entry.set_level(desk, people["Cleo"], 12, goal.id, 0, Informant.PARTNER)
    for name in STORIES:
        participants.set_consent(desk, people[name], ConsentKind.LATER_CONTACT, given=True)


def _met(desk: Desk, people: dict[str, int], months: int) -> None:
    for name, person in people.items():
        if name == "Hemi":
            continue
        away = REACHED[name][months // 12] is None
        entry.attend(desk, person, months, Came.AWAY if away else Came.HERE)
        if away:
            participants.change(desk, person, participants.PersonField.ADDRESS, "12 Hill Road\nAuckland")
            participants.change(desk, person, participants.PersonField.REACH_BY_POST, True)


def _answer(desk: Desk, people: dict[str, int], months: int) -> None:
    for name, levels in REACHED.items():
        level = levels[months // 12]
        if level is None:
            continue
        for goal, _ in views.follow_up(desk, people[name], months).goals:
            entry.set_level(desk, people[name], months, goal.id, level)
        total = PHQ.get(name, (0, None, None))[months // 6]
        if total is not None:
            phq4(desk, people[name], total, months)
        entry.answer(desk, people[name], months, "different", f"Much, says {name}")
