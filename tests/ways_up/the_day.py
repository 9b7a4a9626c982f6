"""The workshop of the year before, and the workshop day of Mill Lane."""

from datetime import date, timedelta

from mat_desktop.facilitation import csv_table, safety, screening
from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.agreement import signing
from mat_desktop.facilitation.agreement.terms import TermField
from mat_desktop.facilitation.answers import responses, shelf
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.contact import schedule
from mat_desktop.facilitation.door import checkin, closing
from mat_desktop.facilitation.followup import entry
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals import round as goal_round
from mat_desktop.facilitation.outcomes import pool, study
from mat_desktop.facilitation.pairing import ballots, board, life, moves, rounds, telling, ties, weighing
from mat_desktop.facilitation.participants import comparing, newcomers, roster, roster_file
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.forms.columns import guess
from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.setup import measures, run_sheet
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.workshop.agreement import HelpStyle
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import AnswerState, Mode
from mat_desktop.workshop.outcomes.pooling import Study
from mat_desktop.workshop.pairing.nouns import Choice
from mat_desktop.workshop.participants.consent import AT_THE_DOOR, ConsentKind
from mat_desktop.workshop.participants.participant import DayKind, PartOfDay, Presence
from mat_desktop.workshop.screening import ScreeningOutcome
from mat_desktop.workshop.sheets import SheetKind
from tests.people import WORKSHOP_DAY, part_of_a_study
from tests.ways_up.playing import HALF, REEF_DAY, Year, print_kind, set_goal

_ROSTER = (
    "name,email,phone,When are you free?\nAna Alder,ana@example.org,021 555 0001,Weekdays evening\n"
    "Ben Birch,ben@example.org,021 555 0002,Weekdays evening\n"
)
_OWN_SCALE = """id = "own-scale"
title = "Own scale"
version = "1"
licence = "Bought licence 12"
licence_holder = "Nobody in particular"
permission = "Letter of 3 May 2026"
options = [ { value = 0, words = "No" }, { value = 1, words = "Yes" } ]
[[items]]
words = "Slept well"
[[items]]
words = "Rested well"
[scoring]
rule = "sum"
direction = "better"
source = "Invented for a test"
[[checks]]
answers = [1, 0]
total = 1
"""


def earlier_study(year: Year) -> None:
    """The workshop before was part of a study; an effect from elsewhere is pooled with them."""
    desk = year.desk
    year.reef = setup.create(desk, "Reef Street", "Hall", REEF_DAY, "Pacific/Auckland")
    part_of_a_study(desk, year.reef)
    names = ("Ines Ivy", "Jan Juniper", "Kofi Kapok", "Lena Larch")
    ines, jan, kofi, lena = (participants.add(desk, year.reef, name, "021 557") for name in names)
    for person in (ines, jan, kofi, lena):
        screening.decide(desk, person, ScreeningOutcome.INCLUDE, "Fine with all of it, on the phone")
    arms = [arm.id for arm in schedule.arms(desk, year.reef)][:2]
    moves.put_together(desk, [ines, jan])
    telling.confirm(desk, year.reef)
    telling.all_said_yes(desk, year.reef)
    study.seal_list(desk, year.reef, arms)
    study.reveal(desk, board.board(desk, year.reef).cards[0].id)
    moves.put_together(desk, [kofi, lena])
    set_goal(year, ines, "Read for an hour")
    year.clock.go_to(date(2026, 2, 9))
    for kind in (*AT_THE_DOOR, ConsentKind.LATER_CONTACT):
        participants.set_consent(desk, ines, kind, given=True)
    setup.add_point(desk, year.reef, 24)
    entry.set_level(desk, ines, 12, goals.goals_of(desk, ines, year.clock.today()).goals[0].id, 2)
    entry.answer(desk, ines, 12, "different", "I read")
    pool.take_in(desk, "goals", 12, [(Study("Elsewhere, 2025", 0.4, 0.05), 14)])


def set_up(year: Year) -> None:
    """Three weeks before: the workshop, its papers, and two people from the export of a form."""
    desk = year.desk
    year.clock.go_to(WORKSHOP_DAY - timedelta(days=21))
    year.mill = setup.create(desk, "Mill Lane", "Library, Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland")
    for field, value in (("facilitator", "Ruth Rowan"), ("second_person", "Mere"), ("answers_reader", "Ruth")):
        setup.change(desk, year.mill, setup.WorkshopField(field), value)
    shelf.load(desk, _OWN_SCALE.encode())
    for instrument in ("phq-4", "own-scale"):
        measures.use_measure(desk, year.mill, instrument, on=True)
    measures.set_headline(desk, year.mill, "phq-4")
    setup.add_point(desk, year.mill, 24)
    setup.set_meeting(desk, setup.workshop(desk, year.mill).points[0].id, HALF, "17:00")
    safety.set_contact(desk, year.mill, 5, "Somebody to talk to", "0800 000 000")
    safety.contacts_checked(desk, year.mill)
    table = csv_table.read(_ROSTER.encode())
    plan = comparing.compare(desk, year.mill, roster_file.people_of(table, guess(table).columns))
    newcomers.take_in(desk, year.mill, comparing.newcomers(plan), ())
    year.people = {row.name.split()[0]: row.id for row in roster.roster(desk, year.mill)}


def screen(year: Year) -> None:
    """The workshop day: the door, the talks, one safety card that is closed, one person who leaves."""
    desk, people = year.desk, year.people
    year.clock.go_to(WORKSHOP_DAY)
    for name in ("Cleo Cedar", "Dov Dogwood", "Elif Elm", "Farid Fir", "Grace Gorse"):
        people[name.split()[0]] = participants.add(desk, year.mill, name, "021 555")
    people["Hemi"] = checkin.walk_in(desk, year.mill, "Hemi Hazel", "021 556", takes_part=True, may_be_kept=True)
    for name, person in people.items():
        checkin.mark(desk, person, Presence.HERE)
        for kind in (*AT_THE_DOOR, ConsentKind.RESEARCH):
            participants.set_consent(desk, person, kind, given=True)
        participants.set_window(desk, person, DayKind.WEEKDAYS, PartOfDay.EVENING, free=True)
        if name in ("Ana", "Grace"):
            _read_aloud(year, person, 3 if name == "Grace" else 1)
        if name != "Grace":
            screening.decide(desk, person, ScreeningOutcome.INCLUDE, "Fine with all of it, on the phone")
    for number, words in enumerate(("I lie awake", "I am short with the children"), 1):
        told = Entered(value=9 - number, words=words)
        responses.answer(desk, people["Ana"], own_pages.COMPLAINTS, number, told, Mode.PAPER)
    responses.answer_second(desk, people["Ana"], "phq-4", 1, Entered(AnswerState.ILLEGIBLE))
    for card in safety.cards(desk, year.mill):
        safety.record_action(desk, card.id, "Talked alone; a friend drives her home", "10:40", "RR")
    screening.decide(desk, people["Grace"], ScreeningOutcome.REFER, "wants other help first")
    screening.set_note(desk, people["Hemi"], "Prefers the evening")
    participants.change(desk, people["Cleo"], participants.PersonField.ADDRESS, "12 Hill Road\nAuckland")
    participants.change(desk, people["Cleo"], participants.PersonField.REACH_BY_POST, True)
    checkin.mark(desk, people["Farid"], Presence.LEFT)


def _read_aloud(year: Year, person: int, last: int) -> None:
    """One readiness form; its last statement is the one about danger."""
    form = shelf.shipped(own_pages.READINESS)
    for item in form.items:
        value = last if item is form.items[-1] else 1
        responses.answer(year.desk, person, own_pages.READINESS, item.number, Entered(value=value))
    responses.answer(year.desk, person, "phq-4", 1, Entered(value=1), Mode.PAPER)


def pair(year: Year) -> None:
    """Ballots, rules, rounds; a pair and a group of three say yes; one person waits."""
    desk, people = year.desk, year.people
    for key, about, choice in (("Ana", "Ben", Choice.GLADLY), ("Ben", "Ana", Choice.COULD)):
        ballots.mark(desk, people[key], people[about], choice)
    ballots.rate(desk, people["Ana"], people["Ben"], 4)
    ties.keep_apart(desk, people["Ana"], people["Dov"], "neighbours")
    ties.mark_couple(desk, people["Cleo"], people["Hemi"])
    weighing.weigh(desk, year.mill, "schedule", 3)
    rounds.plan_rounds(desk, year.mill, 40)
    moves.propose(desk, year.mill, [([people["Ana"], people["Ben"]], 80)])
    moves.put_together(desk, [people[name] for name in ("Cleo", "Dov", "Elif")])
    telling.confirm(desk, year.mill)
    telling.all_said_yes(desk, year.mill)
    life.waits(desk, people["Hemi"], WORKSHOP_DAY + timedelta(days=14))
    cards = {len(card.members): card.id for card in board.board(desk, year.mill).cards}
    year.two, year.three = cards[2], cards[3]


def set_goals(year: Year) -> None:
    """A turn with an idea, and a goal with its ladder and plan for four people."""
    desk, people = year.desk, year.people
    goal_round.begin_turn(desk, people["Ana"])
    goal_round.keep(desk, goal_round.suggest(desk, people["Ana"], "Walk with the dog", people["Ben"]), True)
    goal_round.end_turn(desk, year.mill)
    for name in ("Ben", "Ana", "Cleo", "Elif"):
        set_goal(year, people[name], f"Walk, says {name}")
    shared = goals.add_shared(desk, year.two)
    goals.change(desk, shared, goals.GoalField.WORDS, "Plant a hedge together")


def agree(year: Year) -> None:
    """The usual words, then both agreements with own words and signatures; one is kept as it was printed."""
    desk, people = year.desk, year.people
    agreement.change_usual(desk, year.mill, TermField.HOLIDAYS, "We say so a week ahead")
    for place in (year.two, year.three):
        agreement.change(desk, place, TermField.WINDOW_STARTS, "19:30")
    agreement.change(desk, year.two, TermField.WITNESS, "Wanda Willow")
    agreement.set_voice(desk, year.two, people["Ana"], wants=HelpStyle.LISTEN, asks="Let me finish")
    print_kind(year, SheetKind.AGREEMENT, people["Ana"], people["Ben"])
    for place in (year.two, year.three):
        signing.sign(desk, place)


def close_the_day(year: Year) -> None:
    """The run sheet, the door list and the three ticks; the day is closed."""
    desk = year.desk
    block = run_sheet.run_sheet(desk, year.mill, year.clock.now()).blocks[0]
    run_sheet.start_block(desk, block.id)
    for person in (year.people[name] for name in ("Ana", "Ben", "Cleo", "Dov", "Elif")):
        for tick in closing.DoorTick:
            closing.tick(desk, person, tick, on=True)
    closing.phone_on(desk, year.people["Grace"], WORKSHOP_DAY + timedelta(days=3))
    for day_tick in closing.DayTick:
        closing.day_tick(desk, year.mill, day_tick, on=True)
    desk.archive.keep_fact(Fact.SECOND_COPY, WORKSHOP_DAY.isoformat())
    closing.close_day(desk, year.mill)
