"""A workshop ends, rests, is opened again, and is the pattern of the next one."""

from dataclasses import fields
from datetime import date, timedelta

import pytest

from mat_desktop.facilitation import safety
from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.agreement.terms import TermField
from mat_desktop.facilitation.pairing import weighing
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.promises import finding, keeping
from mat_desktop.facilitation.promises.finding import Among
from mat_desktop.facilitation.setup import ending, measures, repeating, run_sheet
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.today import page as today
from mat_desktop.workshop.agreement import UsualTerms
from mat_desktop.workshop.pairing.criteria.similarity import SIMILARITY
from mat_desktop.workshop.pairing.nouns import CriterionWeight
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.safety import ContactRole
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.today import DueKind
from tests.people import WORKSHOP_DAY

F = setup.WorkshopField
ITS_OWN = (
    *("title", "place", "held_on", "time_zone", "typed_on", "headline_on", "points", "blocks", "measures", "contacts"),
    *("finished", "closed_at", "ballots_destroyed", "paper_counted", "safety_contact", "group_agreed_on"),
    *("study", "unblinded_on", "id", "uid"),
)
"""What is said anew, copied part by part, or stays with its group: people, study, what was agreed and closed."""


def test_a_finished_workshop_asks_for_nothing_but_erasing_and_can_be_opened_again(desk, workshop_id, include, clock):
    participants.add(desk, workshop_id, "Tom")
    clock.go_to(WORKSHOP_DAY + timedelta(days=400))
    before = {row.kind for row in today.today(desk).due}
    assert DueKind.SCREENING in before
    ending.finish(desk, workshop_id)
    view = today.today(desk)
    assert {row.kind for row in view.due} == {DueKind.NEVER_BEGAN}
    assert (view.workshops, [card.title for card in view.finished]) == ((), ["Harbour Hall"])
    with pytest.raises(Refusal, match="This workshop is open"):
        ending.open_again(desk, workshop_id)
        ending.open_again(desk, workshop_id)
    assert {row.kind for row in today.today(desk).due} == before


def test_open_cards_and_promised_calls_keep_a_workshop_open_by_name(desk, workshop_id, include):
    ana, ben = include("Ana"), include("Ben")
    card = safety.open_by_hand(desk, ana, "said so")
    keeping.give(desk, ben, WORKSHOP_DAY + timedelta(days=3))
    assert ending.ending(desk, workshop_id).open_cards == ("Ana",)
    with pytest.raises(Refusal, match="Ana: the safety card is open"):
        ending.finish(desk, workshop_id)
    safety.record_action(desk, card, "Talked alone", "10:40", "RN")
    with pytest.raises(Refusal, match="A call is still promised to Ben"):
        ending.finish(desk, workshop_id)
    keeping.kept(desk, keeping.PromiseKey(promise_id=1))
    ending.finish(desk, workshop_id)
    assert ending.ending(desk, workshop_id).finished


def test_a_new_workshop_like_the_last_takes_everything_but_people_and_moves_the_dates(desk, workshop_id, include):
    include("Ana")
    for field, value in ((F.FACILITATOR, "Ruth"), (F.SECOND_PERSON, "Joana"), (F.TRIAL_DAYS, "21")):
        setup.change(desk, workshop_id, field, value)
    safety.set_contact(desk, workshop_id, 0, "Night line", "0800 111")
    measures.use_measure(desk, workshop_id, "gad-7", on=True)
    run_sheet.set_minutes(desk, 1, 33)
    run_sheet.drop_block(desk, 3)
    first = setup.workshop(desk, workshop_id)
    setup.set_meeting(desk, first.points[0].id, first.points[0].due + timedelta(days=5), "17:30")
    agreement.change_usual(desk, workshop_id, TermField.MINUTES, "20")
    weighing.weigh(desk, workshop_id, SIMILARITY.name, 2)
    key = repeating.repeat(desk, workshop_id, "Harbour Hall II", "Pier 5", date(2027, 3, 13), "Pacific/Auckland")
    new, first = setup.workshop(desk, key), setup.workshop(desk, workshop_id)
    for name in ("facilitator", "second_person", "trial_days", "contacts", "measures", "card_words", "safety_words"):
        assert getattr(new, name) == getattr(first, name)
    assert (new.title, new.held_on, new.finished) == ("Harbour Hall II", date(2027, 3, 13), False)
    assert [(p.months, p.meeting, p.meeting_time) for p in new.points] == [
        (6, date(2027, 9, 18), "17:30"),
        (12, date(2028, 3, 13), "10:00"),
    ]
    blocks = run_sheet.run_sheet(desk, key, desk.clock.now()).blocks
    assert (blocks[0].minutes, {block.state for block in blocks}) == (33, {"ahead"})
    with desk.archive.look() as rows:
        assert [terms.minutes for terms in rows.all(UsualTerms, workshop_id=key)] == [20]
        assert [weight.stop for weight in rows.all(CriterionWeight, workshop_id=key)] == [2]
    assert {card.title: card.people for card in today.today(desk).workshops} == {
        "Harbour Hall": 1,
        "Harbour Hall II": 0,
    }


def test_somebody_of_a_finished_workshop_is_found_only_when_finished_ones_are_asked_for(desk, workshop_id, include):
    include("José Sorrel")
    ending.finish(desk, workshop_id)
    setup.create(desk, "Hill House", "", WORKSHOP_DAY + timedelta(days=30), "Pacific/Auckland")
    assert finding.find(desk, "jose", 2, Among.OPEN) == ()
    (found,) = finding.find(desk, "sorrel jose", 2, Among.ALL)
    assert (found.name, found.workshop) == ("José Sorrel", "Harbour Hall")
    assert finding.find(desk, " ", 2, Among.ALL) == ()


def test_the_people_of_twenty_workshops_are_searched_in_a_tenth_of_a_second(desk, clock):
    from time import perf_counter

    for number in range(20):
        key = setup.create(desk, f"Hall {number}", "", WORKSHOP_DAY + timedelta(days=90 * number), "Pacific/Auckland")
        for person in range(12):
            participants.add(desk, key, f"Carmen {number} Sorrel {person}", f"021 {number:03} {person:03}")
    finding.find(desk, "carmen", 0, Among.ALL)
    began = perf_counter()
    found = finding.find(desk, "carmen 7 11", 0, Among.ALL)
    assert perf_counter() - began < 0.1
    assert {one.name for one in found} >= {"Carmen 7 Sorrel 11"}


def test_everything_that_is_known_of_a_workshop_is_taken_over_moved_or_named_as_its_own():
    told = (*repeating._SAME, *repeating._MOVED, *ITS_OWN)
    assert sorted(told) == sorted(field.name for field in fields(Workshop)), "each of them once"
    assert {field.name for field in fields(UsualTerms)} == {*repeating._TERMS, "workshop_id", "id", "uid"}


def test_the_next_workshop_knows_which_number_is_for_danger_and_moves_every_day_that_was_chosen(desk, workshop_id):
    safety.set_contact(desk, workshop_id, 0, "Night line", "0800 111")
    safety.set_contact_role(desk, workshop_id, 0, ContactRole.EMERGENCY)
    setup.change(desk, workshop_id, F.FIRST_CALL_ON, WORKSHOP_DAY + timedelta(days=4))
    setup.change(desk, workshop_id, F.PHONE_UNTIL, WORKSHOP_DAY + timedelta(days=400))
    setup.change(desk, workshop_id, F.AUTHORITY, "Office of the Ombudsman")
    day = date(2027, 3, 13)
    new = setup.workshop(desk, repeating.repeat(desk, workshop_id, "Again", "", day, "Pacific/Auckland"))
    assert new.in_danger == setup.workshop(desk, workshop_id).in_danger != frozenset()
    assert (new.first_day, new.phone_until) == (day + timedelta(days=4), day + timedelta(days=400))
    assert new.headline == "", "a measure that was not named in advance is not named by repeating"
    with desk.archive.look() as rows:
        assert rows.get(Workshop, new.id).authority == "Office of the Ombudsman"
