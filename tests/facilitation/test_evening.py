"""The evening before: one list of six things, each done with one key, and two pages for when something goes wrong."""

from datetime import timedelta

import pytest

from mat_desktop.facilitation import safety, screening
from mat_desktop.facilitation.participants import consenting
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.people import PersonField
from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.printed.library.for_her import PaperForHer
from mat_desktop.facilitation.promises import keeping
from mat_desktop.facilitation.setup import run_sheet
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.facilitation.today import evening
from mat_desktop.facilitation.today import page as today
from mat_desktop.facilitation.today.evening import EveningAct
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import Registration
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.screening import ScreeningOutcome
from mat_desktop.workshop.sheets import DAY_ESSENTIALS, SheetKind
from tests.people import WORKSHOP_DAY
from tests.sure import sure

SIX = list(EveningAct)[:6]


@pytest.fixture
def tonight(desk, workshop_id, clock):
    """What stands on Today the evening before, by what each line does."""
    clock.go_to(WORKSHOP_DAY - timedelta(days=1), 20)

    def look():
        found = sure(evening.evening(desk, [(workshop_id, WORKSHOP_DAY)], encrypted=True))
        assert [line.act for line in found.lines] == list(EveningAct)
        return {line.act: line for line in found.lines}

    return look


def test_the_list_stands_on_the_evening_and_until_the_day_has_begun_and_on_no_other_day(desk, workshop_id, clock):
    def stands(day):
        clock.go_to(day)
        return evening.evening(desk, [(workshop_id, WORKSHOP_DAY)], encrypted=False) is not None

    days = [WORKSHOP_DAY + timedelta(days=n) for n in (-2, -1, 0, 1)]
    assert [stands(day) for day in days] == [False, True, True, False]
    clock.go_to(WORKSHOP_DAY)
    run_sheet.start_block(desk, run_sheet.run_sheet(desk, workshop_id, clock.now()).blocks[0].id)
    assert not stands(WORKSHOP_DAY)


def test_what_is_still_to_come_is_said_of_today_on_the_day_itself(desk, workshop_id, tonight, clock):
    participants.add(desk, workshop_id, "Ana", "021 555")
    assert "comes first tomorrow" in tonight()[EveningAct.CONSENTS].words
    assert "passphrase tomorrow" in tonight()[EveningAct.PASSPHRASE].words
    clock.go_to(WORKSHOP_DAY, 7)
    found = sure(evening.evening(desk, [(workshop_id, WORKSHOP_DAY)], encrypted=True))
    words = " ".join(line.words for line in found.lines)
    assert "comes first today" in words
    assert "passphrase today" in words
    assert "tomorrow" not in words


def test_each_of_the_six_is_done_when_it_is_done_and_not_before(desk, workshop_id, tonight):
    ana = participants.add(desk, workshop_id, "Ana", "021 555")
    participants.change(desk, ana, PersonField.ACCESS_READING, True)
    assert not any(tonight()[act].done for act in SIX)
    sheets.print_out(desk, Order(workshop_id=workshop_id, kinds=DAY_ESSENTIALS, people=(ana,), blanks=3))
    evening.passphrase_typed(desk, right=True)
    safety.contacts_checked(desk, workshop_id)
    desk.hold(Fact.SECOND_COPY, desk.clock.today().isoformat())
    consenting.answer_consent(desk, ana, ConsentKind.FIRST_CALL, yes=False)
    found = tonight()
    assert [act for act in SIX if not found[act].done] == [EveningAct.ACCESS]
    assert found[EveningAct.ACCESS].words == "Help needed at table 1: large print or reading aloud."
    asked = found[EveningAct.CONSENTS]
    assert asked.words == "Everybody was asked; of 1 of 1 the signed sheet is still to come.", "as the header counts"
    consenting.answer_consent(desk, ana, ConsentKind.TAKE_PART, yes=True)
    assert tonight()[EveningAct.CONSENTS].words == "Everybody has signed."
    participants.add(desk, workshop_id, "Ben", "021 556")
    found = tonight()
    assert found[EveningAct.PRINT].words == "The day is printed, but not for 1 person who came to it since."
    assert not found[EveningAct.CONSENTS].done


def test_another_passphrase_is_refused_and_the_one_of_last_year_does_not_count(desk, workshop_id, tonight):
    with pytest.raises(Refusal, match="That was not it"):
        evening.passphrase_typed(desk, right=False)
    desk.hold(Fact.READY_TO_UNLOCK, (WORKSHOP_DAY - timedelta(days=360)).isoformat())
    assert not tonight()[EveningAct.PASSPHRASE].done
    without = sure(evening.evening(desk, [(workshop_id, WORKSHOP_DAY)], encrypted=False))
    assert EveningAct.PASSPHRASE not in {line.act for line in without.lines}


def stand_in_page(desk, workshop_id) -> PaperForHer:
    order = Order(workshop_id=workshop_id, kinds=(SheetKind.STAND_IN,))
    (page,) = sheets.shown(desk, order, sheets.plan(desk, order))
    assert isinstance(page, PaperForHer)
    return page


def test_whoever_stands_in_asks_each_person_before_anything_else_and_finds_every_promised_call(
    desk, workshop_id, include
):
    ana, ben = include("Ana Silva"), include("Ben Okafor")
    participants.change(desk, ben, PersonField.ONLY_IN_PERSON, True)
    keeping.give(desk, ana, WORKSHOP_DAY + timedelta(days=3))
    keeping.give(desk, ben, WORKSHOP_DAY + timedelta(days=4))
    envelope, opened, _, people = stand_in_page(desk, workshop_id).sections
    assert "sealed envelope" in envelope.title
    assert "recovery sheet" in envelope.sentences[0]
    assert opened.steps[0].startswith("Before you open or read anything else: phone each person below and ask.")
    assert "Who says no is passed over" in opened.steps[1]
    assert "what is kept about them stays closed" in opened.steps[1]
    assert people.lines == (
        ("yes / no", "Ana", "021 555 (no message)", "17 March 2026"),
        ("", "Ben", "please do not phone", "18 March 2026"),
    )
    assert "{" not in "".join((*envelope.sentences, *opened.steps, *people.sentences))


def test_whoever_opens_the_sealed_page_half_a_year_later_reads_every_day_that_was_planned(desk, workshop_id):
    (step,) = [step for step in stand_in_page(desk, workshop_id).sections[1].steps if "can’t be held" in step]
    assert step.endswith("These days were planned: 14 March 2026, 14 September 2026 and 14 March 2027.")
    assert "We don’t meet on that day" in step, "no day is named as the one that fails"


@pytest.mark.parametrize("no", ["refused", "taken back", "stopped", "referred", "cancelled"])
def test_who_said_no_or_is_not_in_it_is_not_on_the_page_of_the_stand_in(desk, workshop_id, include, clock, no):
    include("Ana")
    ben = include("Ben")
    if no == "refused":
        consenting.answer_consent(desk, ben, ConsentKind.TAKE_PART, yes=False)
    elif no == "taken back":
        for given in (True, False):
            participants.set_consent(desk, ben, ConsentKind.TAKE_PART, given=given)
    elif no == "stopped":
        consenting.stops(desk, ben)
    elif no == "referred":
        screening.decide(desk, ben, ScreeningOutcome.REFER, "other help first")
        assert [line[1] for line in stand_in_page(desk, workshop_id).sections[-1].lines] == ["Ana", "Ben"]
        clock.go_to(WORKSHOP_DAY + timedelta(days=8))
        (call,) = today.today(desk).promised
        keeping.kept(desk, call.call.which)
    else:
        participants.change(desk, ben, PersonField.REGISTRATION, Registration.CANCELLED)
    lines = stand_in_page(desk, workshop_id).sections[-1].lines
    assert [line[1] for line in lines] == ["Ana"]


def test_a_call_promised_to_who_is_not_on_the_page_is_told_as_a_number_and_by_no_name(desk, workshop_id, include):
    ben = include("Ben")
    keeping.give(desk, ben, WORKSHOP_DAY + timedelta(days=3))
    consenting.stops(desk, ben)
    people = stand_in_page(desk, workshop_id).sections[-1]
    assert people.lines == ()
    assert people.sentences[0].startswith("1 call is also promised to people who are not on this page.")


def test_who_keeps_all_on_paper_stands_on_the_page_of_the_stand_in_like_everybody_else(desk, workshop_id, include):
    include("Ana Silva")
    ben = include("Ben Okafor")
    consenting.answer_consent(desk, ben, ConsentKind.FIRST_CALL, yes=False)
    rows = stand_in_page(desk, workshop_id).sections[-1].lines
    assert [row[1] for row in rows] == ["Ana", "Ben"]
    assert rows[0][0] == rows[1][0]
