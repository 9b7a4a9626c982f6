"""Each image in the journal says whom it is about, and whatever hangs on a person goes and comes back with them."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from mat_desktop.facilitation import history
from mat_desktop.facilitation.contact import meetings
from mat_desktop.facilitation.followup import entry as followup
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals import round as goal_round
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.storage.tables.columns import metadata
from mat_desktop.storage.tables.ledger import journal_changes
from mat_desktop.storage.tables.mapping import DOMAIN_TABLES
from mat_desktop.storage.work.about import people_of
from mat_desktop.workshop.contact.meetings import Came
from tests.storage.work.test_journal import state_of
from tests.sure import sure

ANA, OWNER = 42, 7
Way = tuple[tuple[str, str], ...]


def ways_to_a_person(table: str, passed: tuple[str, ...] = ()) -> Iterator[Way]:
    """Every chain of columns that leads from a table to a participant, as the schema has it."""
    for key in sorted(metadata.tables[table].foreign_keys, key=lambda key: key.parent.name):
        target = key.column.table.name
        if target == "participant":
            yield ((table, key.parent.name),)
        elif target not in (*passed, table):
            for way in ways_to_a_person(target, (*passed, table)):
                yield ((table, key.parent.name), *way)


WAYS = [way for table in sorted(DOMAIN_TABLES) for way in ways_to_a_person(table)]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: " > ".join(".".join(step) for step in way))
def test_every_column_that_leads_to_a_participant_tags_the_image_with_them(way: Way):
    rows = {table: {column: ANA if place == len(way) - 1 else OWNER} for place, (table, column) in enumerate(way)}
    assert people_of(way[0][0], 1, rows[way[0][0]], lambda table, _: rows.get(table)) == {ANA}


def test_there_are_direct_columns_and_columns_of_owners():
    assert len([way for way in WAYS if len(way) == 1]) > 25
    assert len([way for way in WAYS if len(way) == 2]) > 5


def test_a_sheet_is_tagged_with_its_owner_though_no_foreign_key_leads_to_them():
    assert people_of("issued_sheet", 1, {"participant_id": ANA}, lambda *_: None) == {ANA}


def test_the_rungs_of_a_ladder_are_about_whose_goal_it_is(library, desk, workshop_id, include):
    ana = include("Ana")
    goals.change(desk, goals.add(desk, ana), goals.GoalField.WORDS, "Walk")
    with library.archive._engine.connect() as connection:
        found = connection.execute(
            select(journal_changes.c.people).where(journal_changes.c.table_name == "goal_level")
        ).scalars()
        assert set(map(tuple, found)) == {(ana,)}


def test_undo_names_who_came_and_not_who_is_host(desk, workshop_id, pair, clock):
    _, ana, ben = pair
    meeting = meetings.add_meeting(desk, workshop_id, date(2026, 5, 16))
    meetings.change_meeting(desk, meeting, meetings.MeetingField.HOST, ben)
    clock.go_to(date(2026, 5, 17))
    meetings.attend(desk, meeting, ben, Came.HERE)
    meetings.attend(desk, meeting, ana, Came.HERE)
    assert sure(history.undo_offer(desk)).label == "Undo the attendance of Ana"


def test_who_has_goals_ideas_answers_and_a_task_at_a_meeting_is_removed_and_brought_back(
    library, desk, workshop_id, include
):
    ana, ben = include("Ana"), include("Ben")
    goal = goals.add(desk, ana)
    goals.change(desk, goal, goals.GoalField.WORDS, "Walk")
    followup.answer(desk, ana, 6, "different", "Much")
    followup.set_level(desk, ana, 6, goal, 1)
    goal_round.suggest(desk, ben, "Lay out your shoes", ana)
    meeting = meetings.add_meeting(desk, workshop_id, date(2026, 5, 16))
    meetings.change_meeting(desk, meeting, meetings.MeetingField.HOST, ana)
    before = state_of(library)
    assert participants.remove(desk, ana) == "Ana"
    after = state_of(library)
    assert [len(after[table]) for table in ("goal", "goal_suggestion", "follow_up", "follow_up_level")] == [0] * 4
    assert not meetings.meeting(desk, meeting).host
    history.undo(desk)
    assert state_of(library) == before


NEW_TABLE = """
import sys
from pathlib import Path
from sqlalchemy import ForeignKey, Column
from mat_desktop.storage.tables.columns import mappers, own_table, words

class Keepsake:
    def __init__(self, of_id, words):
        self.of_id, self.words, self.uid = of_id, words, ""

keepsakes = own_table("keepsake", Column("of_id", ForeignKey("participant.id"), nullable=False), words("words"))
notes = own_table("note_on_keepsake", Column("keepsake_id", ForeignKey("keepsake.id"), nullable=False))
mappers.map_imperatively(Keepsake, keepsakes, version_id_col=keepsakes.c.row_version)

from datetime import datetime, UTC
from sqlalchemy import select
from mat_desktop.facilitation import history
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.participants import people
from mat_desktop.facilitation.ports import Note
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.storage.tables.ledger import journal_changes
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.folder.library import create
from tests.people import WORKSHOP_DAY, CountedCodes

library = create(Path(sys.argv[1]), None, standing_rules)
now = datetime(2026, 3, 14, 9, tzinfo=UTC)
desk = Desk(library.archive, SampleClock(now), CountedCodes())
with library.archive._engine.begin() as connection:
    keepsakes.create(connection)
library.keeper.renew()
ana = people.add(desk, setup.create(desk, "Harbour Hall", "Pier 4", WORKSHOP_DAY, "Pacific/Auckland"), "Ana")
with library.archive.deed(Note("goals.add", True, now)) as rows:
    rows.add(Keepsake(ana, "A shell"))
with library.archive._engine.connect() as connection:
    asked = select(journal_changes.c.people).where(journal_changes.c.table_name == "keepsake")
    assert connection.execute(asked).scalars().all() == [[ana]]
people.remove(desk, ana)
with library.archive.look() as rows:
    assert not rows.all(Keepsake)
history.undo(desk)
with library.archive.look() as rows:
    assert [k.words for k in rows.all(Keepsake)] == ["A shell"]
library.close()
print("kept, removed, brought back")
"""


def test_a_table_that_points_to_people_is_covered_without_being_named_anywhere(tmp_path):
    root = Path(__file__).parents[3]
    words = [sys.executable, "-c", NEW_TABLE, str(tmp_path / "library")]
    done = subprocess.run(words, capture_output=True, text=True, cwd=root, check=False, timeout=120)
    assert done.stdout.strip() == "kept, removed, brought back", done.stderr
