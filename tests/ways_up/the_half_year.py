"""The six months of Mill Lane, and the week after."""

from datetime import date, timedelta

from mat_desktop.facilitation import screening
from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.agreement.terms import TermField
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.contact import alliance, calls, happenings, log, meetings, repair, schedule
from mat_desktop.facilitation.followup import entry
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.outcomes import views
from mat_desktop.facilitation.private import pin
from mat_desktop.facilitation.private import talk as private
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import filing
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.today import page as today
from mat_desktop.facilitation.today import reminders
from mat_desktop.workshop.answers.responses import Informant
from mat_desktop.workshop.contact.alliance import ALLIANCE_ITEMS
from mat_desktop.workshop.contact.calls import CallKind, Wish
from mat_desktop.workshop.contact.days import Mark, Reason
from mat_desktop.workshop.contact.happenings import Happened
from mat_desktop.workshop.contact.meetings import Came
from mat_desktop.workshop.contact.protocol import TalkOutcome
from mat_desktop.workshop.setup import Frequency
from mat_desktop.workshop.sheets import FACTS, Goes, SheetKind
from tests.ways_up.playing import HALF, PIN, Year, print_kind


def first_months(year: Year) -> None:
    """The calls: logs, private calls, checks, a remembered week, a repair talk, the meetings."""
    desk, two, three = year.desk, year.two, year.three
    ana, ben = year.people["Ana"], year.people["Ben"]
    year.clock.go_to(date(2026, 5, 20))
    first = setup.workshop(desk, year.mill).first_day
    days = [first + timedelta(days=n) for n in range(12)]
    for person in (ana, ben):
        log.mark_many(desk, two, person, dict.fromkeys(days, Mark.TALKED))
        calls.record_call(desk, two, person, CallKind.DAY_14, Wish.GO_ON, "Glad of it")
    log.mark(desk, two, ana, days[9], Mark.NO_CALL, reason=Reason.WORK)
    log.settle(desk, two, days[9], Mark.NO_CALL, "Both looked at their phones")
    log.mark_many(desk, three, year.people["Cleo"], dict.fromkeys(days[:3], Mark.TALKED))
    log.recall(desk, three, year.people["Elif"], days[-1], 3)
    check = alliance.begin_check(desk, two, ana, days[11])
    alliance.rate(desk, check, {item.key: 7 for item in ALLIANCE_ITEMS})
    talk = repair.arrange(desk, two, days[10], "18:00", "By the river")
    repair.change_talk(desk, talk, repair.TalkField.OUTCOME, TalkOutcome.AGREED)
    repair.change_talk(desk, talk, repair.TalkField.CHANGE, "Ana dials")
    meetings.plan_usual(desk, year.mill)
    meeting = meetings.add_meeting(desk, year.mill, date(2026, 5, 18))
    meetings.attend(desk, meeting, ana, Came.HERE)


def on_the_way(year: Year) -> None:
    """A holiday, another rhythm, a new number, one who stops, one who dies, new terms, a goal that is written anew."""
    desk = year.desk
    year.clock.go_to(date(2026, 7, 1))
    schedule.add_pause(desk, year.two, date(2026, 7, 6), date(2026, 7, 12))
    schedule.change_frequency(desk, year.two, date(2026, 7, 13), Frequency.WEEKDAYS)
    schedule.talk_together(desk, year.three, on=True)
    told = happenings.Told(
        kind=Happened.NEW_CONTACT, happened_on=date(2026, 6, 20), phone="021 555 9999", may_pass_on=True
    )
    happenings.record(desk, year.people["Ana"], told)
    happenings.record(desk, year.people["Dov"], happenings.Told(kind=Happened.STOPS, happened_on=date(2026, 6, 28)))
    happenings.record(desk, year.people["Farid"], happenings.Told(kind=Happened.DIED, happened_on=date(2026, 6, 30)))
    agreement.amend(desk, year.two)
    agreement.change(desk, year.two, TermField.MINUTES, "20")
    goal = goals.revise(desk, goals.goals_of(desk, year.people["Ana"], year.clock.today()).goals[0].id)
    goals.change(desk, goal, goals.GoalField.WORDS, "Walk, and rest on Sundays")


def print_all(year: Year) -> None:
    """Every kind for two who can have it, and three kinds blank, of which one has found its owner."""
    desk = year.desk
    year.clock.go_to(HALF)
    for kind in sorted(set(SheetKind) - {SheetKind.AGREEMENT}):
        people = [r.key for r in sheets.recipients(desk, year.mill, (kind,))][:2]
        if people or FACTS[kind].goes in (Goes.ALL, Goes.ROOM):
            print_kind(year, kind, *people)
    for blank_kind in (SheetKind.CALL_LOG, SheetKind.QUESTIONNAIRE, SheetKind.AGREEMENT):
        print_kind(year, blank_kind, blanks=2)
    (blank, *_) = print_kind(year, SheetKind.CALL_LOG, blanks=1)
    filing.claim(desk, blank, year.people["Ben"])


def follow_up(year: Year) -> None:
    """Six months on: Ben answers alone on the screen, then the sheet of Ana is typed by half."""
    desk, ana, ben = year.desk, year.people["Ana"], year.people["Ben"]
    pin.set_pin(desk, PIN, PIN)
    talk = private.talk(desk, private.hand_over(desk, ben, ("own-ladders",)), lambda _words: False)
    talk.answer(talk.questions()[0], Entered(value=4))
    talk.finish(False)
    assert talk.unlock(PIN) == ""
    goal = goals.goals_of(desk, ana, HALF).goals[0].id
    entry.set_level(desk, ana, 6, goal, 1)
    entry.set_level(desk, ana, 6, goal, 0, Informant.PARTNER)
    entry.answer(desk, ana, 6, "different", "I sleep; “mostly” – at night")
    entry.answer(desk, ana, 6, "worse", "a little")
    entry.answer(desk, ana, 6, "complaint_1", "a little better")
    for item, value in ((1, 0), (3, 2)):
        entry.respond(desk, ana, 6, "phq-4", item, Entered(value=value))
    entry.attend(desk, ana, 6, Came.HERE)
    entry.attend(desk, year.people["Cleo"], 6, Came.AWAY)
    entry.attempt(desk, year.people["Cleo"], 6)
    views.set_group_agreed(desk, year.mill, agreed=True)


def put_off(year: Year) -> None:
    """A week later two of the due things are put off, the second of them until Christmas."""
    desk = year.desk
    year.clock.go_to(HALF + timedelta(days=7))
    due = [(row.workshop_id, one.key) for row in today.today(desk).due for one in row.entries if one.can_wait]
    (mill, *more), (reef, *_) = [[key for place, key in due if place == one] for one in (year.mill, year.reef)]
    reminders.put_off(desk, year.mill, mill, date(2026, 9, 30), "Moving house until then")
    reminders.put_off(desk, year.reef, reef, date(2026, 12, 24), "At sea until Christmas")
    reminders.tried(desk, year.mill, more[0])
    for words in ("Tired", "Tired, and glad", "Glad", "Glad of the calls"):
        screening.set_note(desk, year.people["Elif"], words)
