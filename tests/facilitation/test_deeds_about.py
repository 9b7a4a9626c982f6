"""The journal knows whom and which workshop each deed is about: undo names people by it, and lists are read by it."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from sqlalchemy import func, select

from mat_desktop.facilitation.desk import Desk
from mat_desktop.storage.faults import NotSaved
from mat_desktop.storage.folder.library import Library
from mat_desktop.storage.tables.ledger import journal, journal_changes
from mat_desktop.workshop.participants.participant import Participant
from tests.deeds import WORKSHOP, YEAR_OF_DEEDS, clock_of, eight_people
from tests.full_disk import needs_a_system_that_refuses, no_room
from tests.libraries import library_of
from tests.people import WORKSHOP_DAY, CountedCodes
from tests.sure import sure


class Remembering(dict[str, object]):
    """What the last deed of each kind returned."""


@dataclass
class Year:
    """A year of deeds, each tried first on a disk that takes nothing, and what was not said to be unsaved then."""

    library: Library
    unsaid: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def play(self) -> None:
        clock, ids = clock_of(WORKSHOP_DAY), Remembering()
        desk = Desk(self.library.archive, clock, CountedCodes())
        for day, deeds in YEAR_OF_DEEDS:
            clock.go_to(day)
            for deed in deeds:
                before = _lines(self.library)
                refused = _without_room(lambda: deed(desk, ids))  # noqa: B023  called at once
                if _lines(self.library) != before:
                    self.kept.append(refused)
                returned = deed(desk, ids)
                kind = _last_kind(self.library)
                ids[kind] = returned
                if _lines(self.library) != before and not refused.startswith("NOT saved: "):
                    self.unsaid.append(kind)


def _without_room(do: Callable[[], object]) -> str:
    """What is said when the disk takes nothing; nothing where it was done."""
    try:
        with no_room():
            do()
    except NotSaved as refusal:
        return str(refusal)
    return ""


def _lines(library: Library) -> int:
    with library.archive._engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(journal)).scalar_one())


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    found = Year(library_of(tmp_path_factory.mktemp("year") / "library", eight_people))
    found.play()
    yield found
    found.library.close()


@needs_a_system_that_refuses
def test_every_kind_of_deed_says_that_it_is_not_saved_changes_nothing_and_is_done_once_there_is_room(year):
    assert year.kept == []
    assert year.unsaid == []
    assert year.library.archive.faults() == []


def test_every_deed_of_a_year_is_written_down_under_its_workshop_and_its_people(year):
    library = year.library
    with library.archive.look() as rows:
        people = {sure(person.id) for person in rows.all(Participant)}
    with library.archive._engine.connect() as connection:
        lines = connection.execute(select(journal.c.kind, journal.c.workshop_id)).all()
        named = connection.execute(select(journal_changes.c.people)).scalars().all()
    assert len(lines) > 142
    elsewhere = {line.kind for line in lines if line.workshop_id not in (None, WORKSHOP)}
    of_another = {"setup.create", "setup.repeat", "setup.finish", "setup.reopen"}
    of_another |= {"study.approval", "contact.study", "study.seal_plan"}
    assert elsewhere <= of_another, "only what sets up, plans, ends or repeats another workshop is about another one"
    strangers = {person for listed in named for person in listed} - people
    assert strangers <= set(range(1, max(people) + 2)), "whoever was removed had an id of these"


def _last_kind(library) -> str:
    with library.archive._engine.connect() as connection:
        kind = connection.execute(select(journal.c.kind).order_by(journal.c.sequence.desc())).scalars().first()
    return str(kind)
