"""A workshop that is erased is gone from the library, its journal and all of its copies; other workshops stay."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from mat_desktop.facilitation.dispatch import AtOnce
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals.entry import GoalField
from mat_desktop.facilitation.library import erasing_workshop as erasing
from mat_desktop.facilitation.library.erasing_workshop import WorkshopProof
from mat_desktop.facilitation.library.erasure import CopiesErased, done_in_copies
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.ports import Bookmark, Note
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.storage.folder.copying import verify
from mat_desktop.storage.folder.glance import BACKUPS, DATABASE, all_backups
from mat_desktop.storage.folder.library import Library, open_with_passphrase
from mat_desktop.storage.tables.columns import FREE, mappers, metadata
from mat_desktop.storage.tables.ledger import journal_changes
from mat_desktop.storage.tables.mapping import DOMAIN_TABLES
from mat_desktop.storage.work.about import references
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.participants.erasure import ERASED
from tests.figures import figure
from tests.libraries import library_of
from tests.people import WORKSHOP_DAY
from tests.storage.folder.test_erasing import (
    ANA,
    NAME,
    PHONE,
    SIGN,
    WORKSHOP,
    at_desk,
    clock,
    kind_name,
    left_in,
)
from tests.storage.test_migrations import first_form
from tests.sure import sure
from tests.twelve import a_year_of_twelve

AS_THEY_ARE = {("participant", "name"), ("participant", "phone"), ("contact_day", "with_whom"), ("reminder", "key")}
"""Names and keys by which the program finds something again."""


def tables_of_workshops() -> set[str]:
    """Every table whose rows belong to a workshop, over any number of steps."""
    found = {"workshop"}
    while more := {t for t in DOMAIN_TABLES - found if {target for _, target in references(t)} & found}:
        found |= more
    return found


def mark_everything(library: Library) -> None:
    """Make every word that somebody wrote a canary; and another workshop, which names somebody of this one."""
    desk = at_desk(library)
    participants.change(desk, ANA, participants.PersonField.NAME, NAME)
    participants.change(desk, ANA, participants.PersonField.PHONE, PHONE)
    with library.archive.deed(Note("participants.change", True, clock().now(), workshop_id=WORKSHOP)) as rows:
        for mapper in sorted(mappers.mappers, key=str):
            table = metadata.tables[kind_name(mapper.class_)]
            columns = [c.name for c in table.c if c.info.get(FREE) and (table.name, c.name) not in AS_THEY_ARE]
            for thing in rows.all(mapper.class_) if table.name in tables_of_workshops() else ():
                for name in columns:
                    setattr(thing, name, f"{SIGN} {table.name}.{name} {thing.id}")
    other = setup.create(desk, "Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland")
    goal = goals.add(desk, participants.add(desk, other, "Wren"))
    goals.change(desk, goal, GoalField.WORDS, f"Walk with {NAME}")
    library.archive.keep_place(Bookmark(WORKSHOP, Step.GOALS, ANA))


def erase(library: Library, people: int = 12) -> CopiesErased:
    """Ask, erase at once, and do it in all copies, as the window does."""
    desk = at_desk(library)
    title = setup.workshop(desk, WORKSHOP).title
    erasing.ask(desk, WORKSHOP, WorkshopProof(title, str(people)), at_once=True)
    erasing.erase(desk, WORKSHOP)
    copies: CopiesErased = AtOnce().begin(sure(library.erasing_copies())).result()
    done_in_copies(desk)
    return copies


@pytest.fixture
def year(tmp_path: Path) -> Iterator[Library]:
    library = library_of(tmp_path / "library", a_year_of_twelve)
    mark_everything(library)
    yield library
    library.close()


def rows_of(library: Library) -> dict[str, list[dict[str, Any]]]:
    with library.archive._engine.connect() as connection:
        told = {t: connection.execute(select(metadata.tables[t])).mappings().all() for t in sorted(DOMAIN_TABLES)}
    return {table: [dict(row) for row in rows] for table, rows in told.items() if rows}


def test_nothing_of_a_workshop_that_was_erased_lies_in_the_library_the_journal_or_the_copies(year):
    year.back_up(clock().now())
    before = (year.folder / DATABASE).read_bytes().count(SIGN.encode())
    assert len(left_in(year.folder / BACKUPS)) == 1
    assert erase(year) == CopiesErased(reached=1, beyond=())
    assert left_in(year.folder) == {}
    assert year.archive.faults() == []
    for path in all_backups(year.folder):
        verify(path / DATABASE, None)
    year.close()
    assert left_in(year.folder) == {}
    figure("erasing a whole workshop", f"{before} words of it: 0 in library, journal and backups")


def test_what_is_kept_of_another_workshop_stays_without_the_names_of_who_was_erased(year):
    erase(year)
    left = rows_of(year)
    assert [row["title"] for row in left["workshop"]] == ["Mill Lane"]
    assert [row["name"] for row in left["participant"]] == ["Wren"]
    assert [row["words"] for row in left["goal"]] == [f"Walk with {ERASED}"]
    assert year.archive.place() is None


def test_every_table_of_a_workshop_is_emptied_of_it(tmp_path):
    library = library_of(tmp_path / "library", a_year_of_twelve)
    filled = rows_of(library).keys()
    assert len(filled & tables_of_workshops()) > 25
    erase(library)
    assert rows_of(library) == {}
    with library.archive._engine.connect() as connection:
        told = connection.execute(select(journal_changes.c.before, journal_changes.c.after)).all()
    assert not [image for image in told if image.before or image.after]
    assert library.archive.faults() == []
    library.close()


def test_copies_that_were_not_reached_before_the_power_went_are_reached_the_next_time(year):
    desk = at_desk(year)
    erasing.ask(desk, WORKSHOP, WorkshopProof(setup.workshop(desk, WORKSHOP).title, "12"), at_once=True)
    erasing.erase(desk, WORKSHOP)
    year.close()
    assert left_in(year.folder / BACKUPS)
    again = open_with_passphrase(year.folder, None, standing_rules)
    AtOnce().begin(sure(again.erasing_copies())).result()
    done_in_copies(at_desk(again))
    assert left_in(year.folder) == {}
    again.close()


def test_a_copy_of_the_first_form_is_carried_forward_and_holds_nothing_either(tmp_path):
    folder = tmp_path / "library"
    first_form(folder)
    library = open_with_passphrase(folder, None, standing_rules)
    (before,) = all_backups(folder)
    assert b"asked for help" in (before / DATABASE).read_bytes()
    erase(library, erasing.erasure_of(at_desk(library), WORKSHOP, WORKSHOP_DAY).people)
    assert not [p for p in folder.rglob("*") if p.is_file() and b"asked for help" in p.read_bytes()]
    assert rows_of(library) == {}
    library.close()
