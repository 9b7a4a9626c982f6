import subprocess
import sys

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Table

from mat_desktop.storage.folder.engine import make_engine
from mat_desktop.storage.folder.glance import DATABASE
from mat_desktop.storage.tables.columns import mappers, table_of
from mat_desktop.storage.tables.mapping import map_everything
from tests.libraries import empty_library, library_of
from tests.sure import sure_of
from tests.years import a_year

TWO_AT_ONCE = """
import threading
from mat_desktop.storage.tables.mapping import map_everything
wrong = []
def go():
    try:
        map_everything()
    except Exception as fault:
        wrong.append(fault)
threads = [threading.Thread(target=go) for _ in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
raise SystemExit(str(wrong[0]) if wrong else 0)
"""


def test_every_table_is_found_by_the_name_of_its_kind():
    map_everything()
    assert len(mappers.mappers) > 40
    for mapper in mappers.mappers:
        assert table_of(mapper.class_) is mapper.local_table


TODAY = """
import sys
from pathlib import Path
from mat_desktop.app.doors import at_desk
from mat_desktop.facilitation.today import page as today
from mat_desktop.facilitation.private.handed_over import handed_over
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.tables.columns import mappers
from mat_desktop.storage.folder.library import open_with_passphrase
desk = at_desk(open_with_passphrase(Path(sys.argv[1]), None, standing_rules)).desk
assert handed_over(desk) is None
found = today.today(desk)
assert found.due, "there is something to do"
raise SystemExit("classes are mapped" if list(mappers.mappers) else 0)
"""


def test_today_is_read_before_any_class_is_mapped(tmp_path):
    library_of(tmp_path / "library", a_year).close()
    command = [sys.executable, "-c", TODAY, str(tmp_path / "library")]
    subprocess.run(command, capture_output=True, check=False)
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stderr) == (0, "")


def test_opening_while_the_program_reads_ahead_maps_everything_once():
    found = subprocess.run([sys.executable, "-c", TWO_AT_ONCE], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stderr) == (0, "")


def test_the_tables_of_a_new_library_are_those_that_the_program_writes_to(tmp_path):
    map_everything()
    library = empty_library(tmp_path / "library")
    library.close()
    engine = make_engine(tmp_path / "library" / DATABASE, None)
    (metadata,) = {sure_of(Table, mapper.local_table).metadata for mapper in mappers.mappers}
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)
    engine.dispose()
    assert found == []
