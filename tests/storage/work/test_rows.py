from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from mat_desktop.facilitation.ports import Note
from mat_desktop.storage.folder.library import Library
from mat_desktop.storage.tables.columns import mappers
from mat_desktop.storage.tables.mapping import map_everything
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.setup import FollowUpPoint, Workshop
from tests.libraries import library_of
from tests.people import nine_o_clock
from tests.years import a_year


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    found = library_of(tmp_path / "library", a_year)
    yield found
    found.close()


def told(thing: object) -> tuple[dict[str, object], dict[str, list[object]]]:
    """A thing with all that comes with it, in its order."""
    mapper = inspect(type(thing))
    own = {column.key: getattr(thing, column.key) for column in mapper.column_attrs}
    owned: dict[str, list[object]] = {
        relation.key: [told(part) for part in getattr(thing, relation.key)]
        for relation in mapper.relationships
        if relation.lazy == "selectin"
    }
    return own, owned


def test_whatever_is_read_comes_with_all_that_it_owns_as_the_mapping_itself_would_bring_it(library):
    map_everything()
    owners = set()
    for mapper in list(mappers.mappers):
        kind, key = mapper.class_, mapper.local_table.c.id
        with Session(library.archive._engine) as session:
            mapped = [told(thing) for thing in session.scalars(select(kind).order_by(key))]
        with library.archive.look() as rows:
            assert [told(thing) for thing in rows.all(kind)] == mapped
        if any(parts for _, owned in mapped for parts in owned.values()):
            owners.add(kind.__name__)
    assert owners >= {"Workshop", "Participant", "Partnership", "Goal"}, "where nobody owns anything nothing is proved"


def test_one_statement_answers_every_question_of_its_form_whatever_it_is_asked_with(library):
    with library.archive.look() as rows:
        everybody = [person.id for person in rows.all(Participant)]
        assert len(everybody) > 2
        for some in (everybody, everybody[1:], everybody[:1], []):
            assert [person.id for person in rows.all(Participant, id=some)] == some
            assert [row.id for row in rows.values(Participant, ("id",), id=some)] == some
        for one in everybody:
            assert rows.get(Participant, one).id == one
        alive = [person.id for person in rows.all(Participant) if person.died_on is None]
        assert [person.id for person in rows.all(Participant, died_on=None)] == alive != []
        assert rows.all(Participant, died_on=date(2026, 1, 1)) == []


def test_what_a_deed_has_changed_already_is_not_read_over_and_what_is_owned_keeps_its_order(library):
    with library.archive.deed(Note("setup.change", undoable=True, at=nine_o_clock().now())) as rows:
        workshop = rows.get(Workshop, 1)
        before = [point.months for point in workshop.points]
        workshop.title = "Elsewhere"
        workshop.points.extend([FollowUpPoint(60), FollowUpPoint(48)])
        again = rows.get(Workshop, 1)
        assert again is workshop
        assert (again.title, [point.months for point in again.points]) == ("Elsewhere", [*before, 60, 48])
    with library.archive.look() as rows:
        assert [point.months for point in rows.get(Workshop, 1).points] == [*before, 48, 60]
