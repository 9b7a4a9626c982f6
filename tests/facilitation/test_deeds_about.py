"""The journal knows whom and which workshop each deed is about: undo names people by it, and lists are read by it."""

import pytest
from sqlalchemy import select

from mat_desktop.facilitation.desk import Desk
from mat_desktop.storage.tables.ledger import journal, journal_changes
from mat_desktop.workshop.participants.participant import Participant
from tests.deeds import WORKSHOP, YEAR_OF_DEEDS, clock_of, eight_people
from tests.libraries import library_of
from tests.people import WORKSHOP_DAY, CountedCodes
from tests.sure import sure


class Remembering(dict[str, object]):
    """What the last deed of each kind returned."""


@pytest.fixture
def library(tmp_path):
    found = library_of(tmp_path / "library", eight_people)
    yield found
    found.close()


def test_every_deed_of_a_year_is_written_down_under_its_workshop_and_its_people(library):
    clock, ids = clock_of(WORKSHOP_DAY), Remembering()
    desk = Desk(library.archive, clock, CountedCodes())
    for day, deeds in YEAR_OF_DEEDS:
        clock.go_to(day)
        for deed in deeds:
            returned = deed(desk, ids)
            last = _last_kind(library)
            ids[last] = returned
    with desk.archive.look() as rows:
        people = {sure(person.id) for person in rows.all(Participant)}
    with library.archive._engine.connect() as connection:
        lines = connection.execute(select(journal.c.kind, journal.c.workshop_id)).all()
        named = connection.execute(select(journal_changes.c.people)).scalars().all()
    assert len(lines) > 142
    elsewhere = {line.kind for line in lines if line.workshop_id not in (None, WORKSHOP)}
    assert elsewhere <= {"setup.create"}, "only another workshop that is set up is about another one"
    strangers = {person for listed in named for person in listed} - people
    assert strangers <= set(range(1, max(people) + 2)), "whoever was removed had an id of these"


def _last_kind(library) -> str:
    with library.archive._engine.connect() as connection:
        kind = connection.execute(select(journal.c.kind).order_by(journal.c.sequence.desc())).scalars().first()
    return str(kind)
