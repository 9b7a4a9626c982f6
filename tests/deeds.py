"""A deed of every kind, in an order in which each is allowed: what a workshop of eight people sees in a year."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from mat_desktop.facilitation import safety, screening
from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.agreement import prints, signing
from mat_desktop.facilitation.agreement.terms import TermField
from mat_desktop.facilitation.answers import responses, shelf
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.contact import alliance, calls, happenings, log, meetings, repair, schedule
from mat_desktop.facilitation.contact.happenings import Told
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.door import checkin, closing
from mat_desktop.facilitation.followup import door as followup_door
from mat_desktop.facilitation.followup import entry
from mat_desktop.facilitation.followup.no_more import no_more
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals import room, steps
from mat_desktop.facilitation.goals import round as goal_round
from mat_desktop.facilitation.library import erasing_workshop, erasure, keys, losing
from mat_desktop.facilitation.library.erasing_workshop import WorkshopProof
from mat_desktop.facilitation.library.erasure import Proof
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.outcomes import plan, pool, study, views
from mat_desktop.facilitation.pairing import ballots, life, moves, rounds, telling, ties, weighing
from mat_desktop.facilitation.participants import consenting, corrections, newcomers, requests
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.consenting import AtHome
from mat_desktop.facilitation.participants.newcomers import Newcomer
from mat_desktop.facilitation.printer import AnswerPlace, PrintedPage
from mat_desktop.facilitation.private import pin
from mat_desktop.facilitation.private import talk as private
from mat_desktop.facilitation.promises import keeping
from mat_desktop.facilitation.promises.keeping import PromiseKey
from mat_desktop.facilitation.research import export as research
from mat_desktop.facilitation.setup import ending, measures, parts_of_the_day, repeating, run_sheet
from mat_desktop.facilitation.setup import keeping as privacy
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import answer_places, filing, log_pictures
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.log_pictures import DayBox, Figures, LogRead
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.facilitation.sheets.reading.keeping import keep_calls, keep_consents, keep_sheet
from mat_desktop.facilitation.sheets.reading.sheet_lines import LineKind, SheetLine
from mat_desktop.facilitation.sheets.reading.sheet_read import LineRead, SheetRead
from mat_desktop.facilitation.today import reminders
from mat_desktop.storage.folder.library import Library
from mat_desktop.workshop.agreement import HelpStyle
from mat_desktop.workshop.answers.responses import Mode
from mat_desktop.workshop.contact.calls import CallKind, Wish
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.contact.happenings import Happened
from mat_desktop.workshop.contact.meetings import Came
from mat_desktop.workshop.outcomes.plan import NO_RESEARCH
from mat_desktop.workshop.outcomes.pooling import Study
from mat_desktop.workshop.pairing.criteria.similarity import SIMILARITY
from mat_desktop.workshop.pairing.nouns import Choice, Reply
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import DayKind, PartOfDay, Presence
from mat_desktop.workshop.participants.record import RequestKind
from mat_desktop.workshop.promises import Instead
from mat_desktop.workshop.safety import ContactRole
from mat_desktop.workshop.screening import ScreeningOutcome
from mat_desktop.workshop.setup import GOALS, Frequency
from mat_desktop.workshop.sheets import SheetKind
from mat_desktop.workshop.today import DueKey, DueKind
from tests.people import NEW_ZEALAND, WORKSHOP_DAY, CountedCodes, include

WORKSHOP = 1
ANA, BEN, CLEO, DOV, ELIF, FARID, GRACE, HEMI = PEOPLE = range(1, 9)
SPRING, AUTUMN, YEAR = WORKSHOP_DAY + timedelta(days=60), date(2026, 9, 20), date(2027, 3, 20)
FIRST = WORKSHOP_DAY + timedelta(days=2)
OWN_SCALE = b"""id = "own-scale"
title = "Own scale"
version = "1"
licence = "Bought licence 12"
licence_holder = "Somebody"
permission = "Letter of 3 May 2026"
options = [ { value = 0, words = "No" }, { value = 1, words = "Yes" } ]

[[items]]
words = "First"

[[items]]
words = "Second"

[scoring]
rule = "sum"
direction = "worse"
source = "Manual, page 3"

[[checks]]
answers = [1, 0]
total = 1
"""

Ids = Mapping[str, Any]
"""What the last deed of each kind returned."""
Deed = Callable[[Desk, Ids], object]


def eight_people(library: Library) -> None:
    """A workshop on its day: eight people are included, and in no pair yet."""
    desk = Desk(library.archive, clock_of(WORKSHOP_DAY), CountedCodes())
    setup.create(desk, "Harbour Hall", "Pier Street 4", WORKSHOP_DAY, "Pacific/Auckland")
    for name in ("Ana", "Ben", "Cleo", "Dov", "Elif", "Farid", "Grace", "Hemi"):
        include(desk, WORKSHOP, name)
    for kind in (ConsentKind.TAKE_PART, ConsentKind.STORE):
        participants.set_consent(desk, ANA, kind, given=True)


def clock_of(day: date) -> SampleClock:
    """A clock that stands at ten in the morning of a day."""
    return SampleClock(datetime(day.year, day.month, day.day, 10, tzinfo=NEW_ZEALAND))


def _print(desk: Desk, kind: SheetKind, blanks: int = 0) -> str:
    order = Order(workshop_id=WORKSHOP, kinds=(kind,), people=() if blanks else (ANA,), blanks=blanks)
    (code,) = sheets.issue(desk, WORKSHOP, sheets.plan(desk, order))
    return code


def _sealed(desk: Desk, workshop_id: int) -> str:
    return plan.seal_plan(desk, workshop_id, GOALS, 6, [arm.id for arm in schedule.arms(desk, workshop_id)])


A_PLACE = AnswerPlace(item="A1", value="4", page=1, x=20.0, y=80.0, wide=6.0, high=6.0)


def a_page(code: str) -> PrintedPage:
    """A page with one circle."""
    marks = (("circle", 65.2, 235.3, 8.5, 0.9, False),)
    return PrintedPage(code=code, page=1, width=595.3, height=841.9, marks=marks, places=(A_PLACE,))


FIGURES = Figures(boxes=182, asked=20, checked=3, wrong=0)


def a_read_page(code: str) -> LogRead:
    """A page of Ben's on which one day could be read."""
    place = AnswerPlace(item=FIRST.isoformat(), value="day", page=1, x=41.0, y=55.2, wide=21.9, high=6.8)
    day = DayBox(
        day=FIRST, place=place, certain=True, mark=Mark.TALKED, guess=None, kept=None, agreed=True, why="", beside=False
    )
    return LogRead(
        code=code,
        page=1,
        person_id=BEN,
        name="Ben",
        places=((1, "Ana"),),
        span="",
        days=(day,),
        empty_days_asked=False,
        notes=(),
        digest="0" * 64,
        straight=b"",
        scale=6.0,
    )


def a_read_sheet(code: str) -> SheetRead:
    """A page of Ben's on which one ruler could be read."""
    ruler = SheetLine(item="Rulers 1", words="", options=(("5", ""),), part=LineKind.FORM, number=1, name="rulers")
    return SheetRead(
        code=code,
        kind=SheetKind.COMPLAINTS,
        page=2,
        person_id=BEN,
        name="Ben",
        title="",
        lines=(LineRead(line=ruler, places=(A_PLACE,), value="5"),),
        words=(),
        months=0,
        partnership_id=0,
        day=None,
        notes=(),
        digest="1" * 64,
        straight=b"",
        scale=6.0,
    )


def a_read_consent(code: str) -> SheetRead:
    """A consent sheet of Ana's with a yes to the emergency contact."""
    box = SheetLine(
        item="5", words="", options=(("yes", ""),), part=LineKind.CONSENT, name=ConsentKind.EMERGENCY, only_clear=True
    )
    read = LineRead(line=box, places=(A_PLACE,), value="", guess="yes", why="this is always asked")
    return replace(a_read_sheet(code), kind=SheetKind.CONSENT, page=1, person_id=ANA, lines=(read,), digest="2" * 64)


def a_read_phone_list(code: str, person: int) -> SheetRead:
    """A phone list on which the call to somebody was held."""
    row = SheetLine(item="", words="", options=(("a", ""),), part=LineKind.CALL, number=person, only_clear=True)
    read = LineRead(line=row, places=(A_PLACE,), value="a")
    return replace(a_read_sheet(code), kind=SheetKind.PHONE_LIST, page=1, person_id=0, lines=(read,), digest="3" * 64)


_PREPARING: tuple[Deed, ...] = (
    lambda d, _: setup.change(d, WORKSHOP, setup.WorkshopField.TITLE, "Harbour Hall again"),
    lambda d, _: setup.change(d, WORKSHOP, setup.WorkshopField.FACILITATOR, "Mara Tui"),
    lambda d, _: erasing_workshop.ask(d, WORKSHOP, WorkshopProof("Harbour Hall again", "8"), at_once=False),
    lambda d, _: erasing_workshop.call_off(d, WORKSHOP),
    lambda d, _: measures.use_measure(d, WORKSHOP, "gad-7", on=True),
    lambda d, _: measures.set_headline(d, WORKSHOP, GOALS),
    lambda d, _: setup.add_point(d, WORKSHOP, 24),
    lambda d, _: setup.remove_point(d, 3),
    lambda d, _: setup.set_meeting(d, 1, AUTUMN),
    lambda d, _: privacy.authority_checked(d, WORKSHOP),
    lambda d, _: run_sheet.start_block(d, 1),
    lambda d, _: run_sheet.set_minutes(d, 1, 25),
    lambda d, _: run_sheet.drop_block(d, 3),
    lambda d, _: parts_of_the_day.set_begin(d, WORKSHOP, "9.30"),
    lambda d, _: parts_of_the_day.rename_block(d, 4, "Listening"),
    lambda d, _: parts_of_the_day.set_page(d, 4, "goals"),
    lambda d, _: parts_of_the_day.may_be_left_out(d, 5, droppable=True),
    lambda d, _: parts_of_the_day.add_block(d, WORKSHOP, "A walk", 8),
    lambda d, _: parts_of_the_day.repeat_block(d, 5),
    lambda d, _: parts_of_the_day.move_block(d, 6, 1),
    lambda d, ids: parts_of_the_day.remove_block(d, ids["setup.add_block"]),
    lambda d, _: safety.set_contact(d, WORKSHOP, 0, "Night line", "0800 111"),
    lambda d, _: safety.set_contact_role(d, WORKSHOP, 0, ContactRole.EMERGENCY),
    lambda d, _: safety.contacts_checked(d, WORKSHOP),
    lambda d, _: shelf.load(d, OWN_SCALE),
    lambda d, _: participants.add(d, WORKSHOP, "Mia"),
    lambda d, ids: participants.change(d, ids["participants.add"], participants.PersonField.NAME, "Mia Sorrel"),
    lambda d, ids: consenting.answer_consent(d, ids["participants.add"], ConsentKind.FIRST_CALL, yes=True),
    lambda d, ids: participants.set_window(d, ids["participants.add"], DayKind.WEEKEND, PartOfDay.LATE, free=True),
    lambda d, ids: participants.set_consent(d, ids["participants.add"], ConsentKind.RESEARCH, given=True),
    lambda d, ids: consenting.signed(d, (ids["participants.add"],)),
    lambda d, ids: consenting.cross_next(d, ids["participants.add"], AtHome.LETTERS),
    lambda d, ids: no_more(d, ids["participants.add"]),
    lambda d, ids: consenting.stops(d, ids["participants.add"]),
    lambda d, ids: participants.remove(d, ids["participants.add"]),
    lambda d, _: newcomers.take_in(d, WORKSHOP, (Newcomer((("name", "Noor"),)),), ((BEN, (("phone", "021 7"),)),)),
    lambda d, _: checkin.mark(d, ANA, Presence.HERE),
    lambda d, _: checkin.walk_in(d, WORKSHOP, "Wren", "021 9", takes_part=True, may_be_kept=True),
    lambda d, _: screening.set_note(d, ANA, "came back"),
    lambda d, _: screening.set_date(d, ANA, WORKSHOP_DAY - timedelta(days=5)),
    lambda d, _: screening.set_mode(d, ANA, Mode.PAPER),
    lambda d, ids: screening.decide(d, ids["checkin.walk_in"], ScreeningOutcome.NOT_NOW, "not today"),
    lambda d, _: responses.answer(d, ANA, "phq-4", 1, Entered(value=2), Mode.PAPER),
    lambda d, _: responses.answer_second(d, ANA, "phq-4", 1, Entered(value=1)),
    lambda d, _: responses.settle(d, ANA, "phq-4", 1, Entered(value=2)),
    lambda d, _: responses.set_date(d, ANA, "phq-4", WORKSHOP_DAY - timedelta(days=1)),
    lambda d, _: private.hand_over(d, BEN, ("phq-4",)),
    lambda d, ids: private._answer(d, ids["private.hand_over"], "phq-4", 1, Entered(value=1)),
    lambda d, ids: private._finish(d, ids["private.hand_over"], True),
    lambda d, ids: private._taken_back(d, ids["private.hand_over"]),
)
_PAIRING: tuple[Deed, ...] = (
    lambda d, _: weighing.weigh(d, WORKSHOP, SIMILARITY.name, 2),
    lambda d, _: weighing.avoid_earlier(d, WORKSHOP, on=True),
    lambda d, _: rounds.plan_rounds(d, WORKSHOP, 30),
    lambda d, _: ballots.mark(d, ANA, BEN, Choice.GLADLY),
    lambda d, _: ballots.type_row(d, BEN, "1233221"),
    lambda d, _: ballots.rate(d, ANA, BEN, 4),
    lambda d, _: ties.keep_apart(d, ANA, DOV),
    lambda d, _: ties.allow_together(d, 1),
    lambda d, _: ties.mark_couple(d, CLEO, GRACE),
    lambda d, _: ties.opt_in(d, 1, 0, on=True),
    lambda d, _: ties.no_couple(d, 1),
    lambda d, _: moves.propose(d, WORKSHOP, [((ANA, DOV), 50), ((CLEO, BEN), 40)]),
    lambda d, _: moves.swap(d, DOV, BEN),
    lambda d, _: moves.lock(d, 1, on=True),
    lambda d, _: moves.put_together(d, (ELIF, FARID, GRACE)),
    lambda d, _: moves.take_out(d, GRACE),
    lambda d, _: moves.join(d, GRACE, 3),
    lambda d, _: life.waits(d, HEMI, SPRING),
    lambda d, _: life.back_on_board(d, HEMI),
    lambda d, _: life.goes_home(d, HEMI),
    lambda d, _: life.take_part(d, WORKSHOP, "Dr Sorrel 021 8"),
    lambda d, _: life.step_back(d, WORKSHOP),
    lambda d, _: telling.confirm(d, WORKSHOP),
    lambda d, _: telling.reply(d, 1, ANA, Reply.YES),
    lambda d, _: telling.all_said_yes(d, WORKSHOP),
)
_PROMISING: tuple[Deed, ...] = (
    lambda d, _: goals.add(d, ANA),
    lambda d, _: goals.change(d, 1, goals.GoalField.WORDS, "Walk"),
    lambda d, _: steps.set_level(d, 1, 2, "7 days"),
    lambda d, _: steps.set_flag(d, 1, steps.GoalFlag.TARGET, 1),
    lambda d, _: steps.set_flag(d, 1, steps.GoalFlag.TARGET, 0),
    lambda d, _: goals.change(d, 1, goals.GoalField.BASELINE, "2"),
    lambda d, _: goals.change(d, 1, goals.GoalField.HOPED, "6"),
    lambda d, _: steps.suggest_steps(d, 1),
    lambda d, _: steps.can_get_worse(d, 1, on=True),
    lambda d, _: goals.set_plan(d, 1, 0, "it rains", "I climb stairs"),
    lambda d, _: room.begin(d, WORKSHOP, ((CLEO, DOV, ELIF), (FARID, GRACE)), 15),
    lambda d, _: room.pause(d, WORKSHOP, on=True),
    lambda d, _: room.more_time(d, WORKSHOP),
    lambda d, _: room.next_turn(d, WORKSHOP),
    lambda d, _: room.end(d, WORKSHOP),
    lambda d, _: goal_round.begin_turn(d, CLEO),
    lambda d, _: goal_round.pause(d, WORKSHOP, on=True),
    lambda d, _: goal_round.more_time(d, WORKSHOP),
    lambda d, _: goal_round.suggest(d, ANA, "Walk with Ben", BEN),
    lambda d, _: goal_round.word(d, 1, "Walk with a friend"),
    lambda d, _: goal_round.keep(d, 1, kept=True),
    lambda d, _: goal_round.remove(d, 1),
    lambda d, _: goal_round.end_turn(d, WORKSHOP),
    lambda d, _: goals.add_shared(d, 1),
    lambda d, ids: goals.remove(d, ids["goals.add_shared"]),
    lambda d, _: agreement.change_usual(d, WORKSHOP, TermField.MINUTES, "15"),
    lambda d, _: agreement.change(d, 1, TermField.WINDOW_STARTS, "19:30"),
    lambda d, _: agreement.set_voice(d, 1, ANA, wants=HelpStyle.LISTEN),
    lambda d, _: prints.keep_print(d, 1, prints.digests(d, WORKSHOP)[1], "0", b"paper"),
    lambda d, _: signing.tick_signature(d, 1, ANA, WORKSHOP_DAY),
    lambda d, _: signing.sign(d, 1),
    lambda d, _: agreement.amend(d, 1),
    lambda d, _: _print(d, SheetKind.CALL_LOG),
    lambda d, _: _print(d, SheetKind.COMPLAINTS, blanks=1),
    lambda d, ids: filing.claim(d, ids["sheets.print"], BEN),
    lambda d, ids: answer_places.keep_places(d, WORKSHOP, [a_page(ids["sheets.print"])]),
    lambda d, _: closing.tick(d, ANA, closing.DoorTick.PAPERS_IN_HAND, on=True),
    lambda d, _: closing.phone_on(d, HEMI, SPRING),
    lambda d, _: closing.day_tick(d, WORKSHOP, closing.DayTick.PAPER_COUNTED, on=True),
    lambda d, _: closing._close(d, WORKSHOP, ()),
)
_TALKING: tuple[Deed, ...] = (
    lambda d, _: plan.change_plan(d, WORKSHOP, plan.PlanField.REGISTRY, NO_RESEARCH),
    lambda d, _: schedule.set_study(d, WORKSHOP, on=True),
    lambda d, _: schedule.change_arm(d, 1, "Every day"),
    lambda d, _: schedule.choose_arm(d, 1, 1),
    lambda d, _: schedule.choose_arm(d, 1, None),
    lambda d, _: study.seal_list(d, WORKSHOP, (1, 2)),
    lambda d, _: consenting.answer_consent(d, ANA, ConsentKind.STUDY, yes=True),
    lambda d, _: consenting.answer_consent(d, BEN, ConsentKind.STUDY, yes=True),
    lambda d, _: study.reveal(d, 1),
    lambda d, _: schedule.set_study(d, WORKSHOP, on=False),
    lambda d, _: log.mark(d, 1, ANA, FIRST, Mark.TALKED),
    lambda d, _: log.mark(d, 1, BEN, FIRST, Mark.NO_CALL),
    lambda d, _: log.settle(d, 1, FIRST, Mark.TALKED, "the diary says so"),
    lambda d, _: log.mark_many(d, 1, ANA, {FIRST + timedelta(days=n): Mark.NO_CALL for n in range(1, 5)}),
    lambda d, _: log.set_detail(d, 1, ANA, FIRST + timedelta(days=1), log.DayField.REASON, "work"),
    lambda d, _: log.recall(d, 1, ANA, FIRST + timedelta(days=14), 3),
    lambda d, ids: log_pictures.keep_log(d, 1, a_read_page(ids["sheets.print"]), {FIRST: Mark.TALKED}, FIGURES, 1),
    lambda d, ids: keep_sheet(d, a_read_sheet(ids["sheets.print"]), {"Rulers 1": "5"}, {}, FIGURES, 1),
    lambda d, _: log.fill_rest(d, 1, ANA, FIRST + timedelta(days=30)),
    lambda d, _: log.from_partners(d, 1, BEN),
    lambda d, _: schedule.add_pause(d, 1, FIRST + timedelta(days=3), FIRST + timedelta(days=5)),
    lambda d, ids: schedule.remove_pause(d, ids["contact.pause"]),
    lambda d, _: schedule.change_frequency(d, 1, SPRING, Frequency.WEEKLY),
    lambda d, ids: schedule.remove_change(d, ids["contact.rhythm"]),
    lambda d, _: schedule.talk_together(d, 3, on=True),
    lambda d, _: alliance.begin_check(d, 1, ANA, FIRST),
    lambda d, _: alliance.rate(d, 1, {"truth": 7, "aims": 8}),
    lambda d, _: alliance.begin_check(d, 1, BEN, FIRST),
    lambda d, ids: alliance.remove_check(d, ids["contact.check"]),
    lambda d, _: repair.arrange(d, 1, SPRING, "18:00"),
    lambda d, _: repair.change_talk(d, 1, repair.TalkField.AT_TIME, "19:00"),
    lambda d, _: repair.remove_talk(d, 1),
    lambda d, _: meetings.plan_usual(d, WORKSHOP),
    lambda d, _: meetings.add_meeting(d, WORKSHOP, SPRING),
    lambda d, ids: meetings.change_meeting(d, ids["contact.add_meeting"], meetings.MeetingField.AT_TIME, "17:00"),
    lambda d, ids: meetings.attend(d, ids["contact.add_meeting"], ANA, Came.HERE),
    lambda d, _: meetings.add_meeting(d, WORKSHOP, SPRING + timedelta(days=9)),
    lambda d, ids: meetings.remove_meeting(d, ids["contact.add_meeting"]),
    lambda d, _: calls.record_call(d, 2, CLEO, CallKind.DAY_7, Wish.TERMS, "too long"),
    lambda d, _: life.trial_passed(d, 1),
    lambda d, _: life.pause(d, 2),
    lambda d, _: safety.go_on(d, 2),
    lambda d, _: life.end(d, 2, "moved away"),
    lambda d, _: happenings.record(d, FARID, Told(kind=Happened.DIED, happened_on=SPRING)),
    lambda d, _: safety.open_by_hand(d, ANA, "she said so"),
    lambda d, ids: safety.record_action(d, ids["safety.open"], "talked with her", "11:00", "MT"),
    lambda d, _: keeping.give(d, ELIF, SPRING),
    lambda d, ids: keeping.moved(d, PromiseKey(promise_id=ids["promises.give"]), SPRING + timedelta(days=2)),
    lambda d, ids: keeping.called_off(d, PromiseKey(promise_id=ids["promises.give"])),
    lambda d, _: keeping.give(d, CLEO, SPRING),
    lambda d, ids: keeping.kept(d, PromiseKey(promise_id=ids["promises.give"])),
    lambda d, _: keeping.give(d, GRACE, SPRING, safety=True),
    lambda d, ids: keeping.no_answer(d, PromiseKey(promise_id=ids["promises.give"])),
    lambda d, _: reminders.put_off(d, WORKSHOP, DueKey(DueKind.AGREEMENT, 1), SPRING + timedelta(days=3), "away"),
    lambda d, _: reminders.tried(d, WORKSHOP, DueKey(DueKind.AGREEMENT, 1)),
    lambda d, _: reminders.done(d, WORKSHOP, DueKey(DueKind.AGREEMENT, 1)),
    lambda d, _: reminders.could_not_reach(d, WORKSHOP, DueKey(DueKind.TRIAL, 2)),
    lambda d, _: erasure.ask(d, HEMI, Proof("8", "55"), at_once=False),
    lambda d, _: erasure.call_off(d, HEMI),
    lambda d, _: requests.ask(d, ANA, RequestKind.ACCESS),
    lambda d, ids: requests.answered(d, ids["participants.ask_record"]),
    lambda d, _: losing.note_loss(d, SPRING, "A call log of Ana, in the bus", WORKSHOP, ANA),
    lambda d, _: corrections.correct(d, ANA, "Screening:1:note", "I came on time"),
    lambda d, ids: corrections.take_back(d, ids["participants.correct"]),
)
_ASKING_AGAIN: tuple[Deed, ...] = (
    lambda d, ids: keeping.no_answer(d, PromiseKey(promise_id=ids["promises.give"])),
    lambda d, ids: keeping.decide_instead(d, PromiseKey(promise_id=ids["promises.give"]), Instead.SECOND_PERSON),
    lambda d, _: entry.attempt(d, DOV, 6),
    lambda d, _: entry.could_not_reach(d, DOV, 6),
    lambda d, _: entry.set_level(d, ANA, 6, 1, 1),
    lambda d, _: entry.answer(d, ANA, 6, "different", "I walk"),
    lambda d, _: entry.respond(d, ANA, 6, "phq-4", 1, Entered(value=1)),
    lambda d, _: entry.leave_empty(d, ANA, 6, "question.else"),
    lambda d, _: entry.attend(d, ANA, 6, Came.HERE),
    lambda d, _: followup_door.looked_at(d, ANA, 6, done=True),
    lambda d, _: entry.set_date(d, ANA, 6, AUTUMN - timedelta(days=1)),
    lambda d, _: goals.revise(d, 1),
    lambda d, _: _print(d, SheetKind.CONSENT),
    lambda d, ids: keep_consents(d, a_read_consent(ids["sheets.print"]), {"5": "yes"}, {}, FIGURES, 1),
    lambda d, _: keeping.give(d, ELIF, AUTUMN),
    lambda d, _: _print(d, SheetKind.PHONE_LIST),
    lambda d, ids: keep_calls(d, a_read_phone_list(ids["sheets.print"], ELIF), {"": "a"}, {}, FIGURES, 1),
)
_ENDING: tuple[Deed, ...] = (
    lambda d, _: views.set_group_agreed(d, WORKSHOP, agreed=True),
    lambda d, _: study.unblind(d, WORKSHOP),
    lambda d, _: pool.take_in(d, GOALS, 12, [(Study("Hill House, 2025", 0.4, 0.1), 20)]),
    lambda d, _: pool.leave_out(d, 1),
    lambda d, _: participants.set_consent(d, ANA, ConsentKind.RESEARCH, given=True),
    lambda d, _: research.handed_out(d, WORKSHOP),
    lambda d, _: pin.set_pin(d, "4711", "4711"),
    lambda d, _: keys._note_passphrase(d),
    lambda d, _: keys._note_key(d),
    lambda d, _: setup.create(d, "Hill House", "Hill Road 1", YEAR, "Pacific/Auckland"),
    lambda d, ids: plan.change_plan(d, ids["setup.create"], plan.PlanField.REGISTRY, NO_RESEARCH),
    lambda d, ids: schedule.set_study(d, ids["setup.create"], on=True),
    lambda d, ids: plan.change_plan(d, ids["setup.create"], plan.PlanField.STOP_RULE, "Whoever asks begins at once"),
    lambda d, ids: _sealed(d, ids["setup.create"]),
    lambda d, ids: ending.finish(d, ids["setup.create"]),
    lambda d, ids: ending.open_again(d, ids["setup.create"]),
    lambda d, _: repeating.repeat(d, WORKSHOP, "Harbour Hall, once more", "Pier", YEAR, "Pacific/Auckland"),
)
YEAR_OF_DEEDS: tuple[tuple[date, tuple[Deed, ...]], ...] = (
    (WORKSHOP_DAY, (*_PREPARING, *_PAIRING, *_PROMISING)),
    (SPRING, _TALKING),
    (AUTUMN, _ASKING_AGAIN),
    (YEAR, _ENDING),
)
"""Every deed with the day on which it is done."""
