"""Who types a follow-up sheet does not wait for the rest of the workshop: each answer looks at one person's sheet."""

from datetime import datetime, time

import pytest
from sqlalchemy import event

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.followup import entry, views
from mat_desktop.facilitation.followup.own_parts import own_parts
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.workshop.answers.responses import Informant
from mat_desktop.workshop.participants.participant import Participant
from tests.people import NEW_ZEALAND, CountedCodes
from tests.twelve import a_year_of_twelve
from tests.years import YEAR

WORKSHOP = 1


@pytest.fixture
def filled():
    return a_year_of_twelve


@pytest.fixture
def desk(library):
    return Desk(library.archive, SampleClock(datetime.combine(YEAR, time(12), NEW_ZEALAND)), CountedCodes())


@pytest.mark.parametrize("months", [6, 12])
def test_an_answer_waits_for_the_very_parts_that_the_page_shows_as_open(desk, months):
    shown, known = {}, {}
    for row in views.people(desk, WORKSHOP, months):
        if row.came is None and not row.attempts:
            entry.answer(desk, row.id, months, "worse", "no")
        shown[row.name] = [(p.name, p.answered, p.empty) for p in views.follow_up(desk, row.id, months).parts]
        with desk.archive.look() as rows:
            known[row.name] = [(p.name, p.answered, p.empty) for p in own_parts(rows, row.id, months)]
    assert len(shown) == 11
    assert known == shown
    assert len({(answered, empty) for parts in shown.values() for _, answered, empty in parts}) > 1


def test_an_answer_reads_of_nobody_but_its_person_and_those_they_were_ever_paired_with(desk):
    people = {row.name.split()[0]: row.id for row in views.people(desk, WORKSHOP, 12)}
    read = {name: _read_by_an_answer(desk, people[name]) for name in ("Lena", "Ana", "Cleo")}
    assert read == {"Lena": {"Lena"}, "Ana": {"Ana", "Ben"}, "Cleo": {"Cleo", "Dov", "Elif"}}


def _read_by_an_answer(desk: Desk, person: int) -> set[str]:
    read = set[str]()

    def note(thing: Participant, _: object) -> None:
        read.add(thing.name.split()[0])

    event.listen(Participant, "load", note)
    try:
        entry.answer(desk, person, 12, "worse", "yes")
        entry.set_level(desk, person, 12, views.follow_up(desk, person, 12).goals[0][0].id, 1, Informant.SELF)
        read.clear()
        entry.answer(desk, person, 12, "worse", "no")
    finally:
        event.remove(Participant, "load", note)
    return read
