"""What a participant reads on the laptop, alone: the words of the form, and nothing of anybody else."""

import shutil
from datetime import timedelta

from mat_desktop.facilitation.answers import shelf
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.private import pin
from mat_desktop.facilitation.private import talk as private
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.facilitation.setup import measures
from mat_desktop.storage.folder.library import open_with_passphrase
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import AnswerState
from tests.full_disk import needs_a_system_that_refuses, no_room
from tests.people import CountedCodes


def handed(desk, person, *keys):
    return private.talk(desk, private.hand_over(desk, person, keys), lambda _secret: False)


def test_each_question_on_the_screen_has_the_words_the_hint_and_the_options_of_the_form(desk, workshop_id):
    cleo = participants.add(desk, workshop_id, "Cleo")
    for key in ("phq-8", "gad-7", own_pages.READINESS, own_pages.RULERS):
        if key in ("phq-8", "gad-7"):
            measures.use_measure(desk, workshop_id, key, on=True)
        form = shelf.shipped(key)
        asked = handed(desk, cleo, key).questions()
        assert [(q.instrument, q.item, q.stem, q.words, q.hint) for q in asked] == [
            (key, item.number, form.stem, item.words, item.hint) for item in form.items
        ]
        assert [q.options for q in asked] == [tuple((o.value, o.words) for o in item.options) for item in form.items]
        assert [q.own_words for q in asked] == [item.own_words for item in form.items]


def test_what_was_answered_alone_stands_there_when_one_goes_back(desk, workshop_id, pair):
    _, ana, _ = pair
    measures.use_measure(desk, workshop_id, "gad-7", on=True)
    talk = handed(desk, ana, "gad-7")
    first, second, third, *_ = talk.questions()
    talk.answer(first, Entered(value=2))
    talk.answer(second, Entered(state=AnswerState.REFUSED))
    answers = [question.answer for question in talk.questions()]
    assert answers[:3] == [Entered(value=2), Entered(state=AnswerState.REFUSED), None]
    assert third.answer is None


@needs_a_system_that_refuses
def test_a_full_disk_neither_shuts_the_facilitator_out_nor_lets_anybody_try_the_pin_on_and_on(desk):
    pin.set_pin(desk, "4826", "4826")
    with no_room():
        assert pin.try_pin(desk, "4826") == ""
        tries = [pin.try_pin(desk, "0000") for _ in range(5)]
        too_soon = pin.try_pin(desk, "4826")
    assert tries == ["That was not it."] * 4 + ["That was not it. Wait 30 seconds."]
    assert too_soon.startswith("Wait ")
    assert pin.try_pin(desk, "4826").startswith("Wait "), "with room again it is the same"


def test_a_wrong_pin_opens_nothing_and_from_the_fifth_on_it_is_not_even_heard_for_half_a_minute(desk, clock):
    pin.set_pin(desk, "4711", "4711")
    assert [pin.try_digits(desk, "4712") for _ in range(5)] == [pin.Tried(right=False)] * 4 + [
        pin.Tried(right=False, wait=30)
    ]
    clock.at += timedelta(seconds=20)
    early = pin.try_digits(desk, "4711")
    assert (early.right, early.heard) == (False, False)
    assert 1 <= early.wait <= 10
    clock.at += timedelta(seconds=20)
    assert pin.try_pin(desk, "4713") == "That was not it. Wait 60 seconds."
    clock.at += timedelta(seconds=61)
    assert pin.try_pin(desk, "4711") == ""
    assert pin.try_digits(desk, "4712") == pin.Tried(right=False)


def test_whoever_closes_the_program_or_takes_its_power_waits_all_the_same_before_the_next_pin(library, desk, clock):
    pin.set_pin(desk, "4711", "4711")
    for _ in range(5):
        pin.try_pin(desk, "4712")
    killed = shutil.copytree(library.folder, library.folder.with_name("killed"))
    again = open_with_passphrase(killed, None, standing_rules)
    tried = pin.try_digits(Desk(again.archive, clock, CountedCodes()), "4711")
    again.close()
    assert (tried.right, tried.heard) == (False, False)
    assert tried.wait > 20
