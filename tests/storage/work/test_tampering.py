"""A library into which somebody wrote behind the program's back: `check` finds it, in a sentence that quotes nothing.

The suite does a few, `dev.py torture` a thousand, in the sample workshop with its half year of calls.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.folder.library import open_with_passphrase
from mat_desktop.storage.work.checking import journal_faults
from mat_desktop.storage.work.explained import row_faults
from mat_desktop.storage.work.journal import GENESIS
from tests.figures import figure
from tests.libraries import sample_library
from tests.tampering import Tampered, tamperings, targets, whole_library_tamperings

TAMPERINGS = int(os.environ.get("MAT_DESKTOP_TAMPERINGS", "40"))


@pytest.fixture
def held(tmp_path: Any) -> Iterator[Any]:
    shutil.copytree(sample_library(), tmp_path / "library")
    library = open_with_passphrase(tmp_path / "library", None, standing_rules)
    with library.archive._engine.connect() as connection:
        connection.begin()
        yield connection
        connection.rollback()
    library.close()


def done_to(connection: Any, check: Callable[[], list[str]]) -> list[Tampered]:
    return list(tamperings(connection.connection.driver_connection, TAMPERINGS, check))


def test_every_tampering_with_any_column_of_journal_or_tables_is_found_and_none_ends_in_an_error(held):
    def check() -> list[str]:
        return journal_faults(held) + row_faults(held)

    assert check() == [], "the sample is whole before anybody touches it"
    done = done_to(held, check)
    assert [one.where for one in done if not one.found] == []
    assert len(done) == TAMPERINGS
    assert check() == [], "each was taken back"
    columns = len(targets(held.connection.driver_connection))
    figure("tampering with journal and tables", f"{len(done)} over {columns} columns: 100 % found, 0 errors")


def test_a_journal_that_is_cut_moved_or_counted_otherwise_is_found(held):
    driver = held.connection.driver_connection
    missed = []
    for words, statements in list(whole_library_tamperings(driver)):
        driver.execute("SAVEPOINT whole")
        for statement in statements.split("; "):
            driver.execute(statement)
        missed += [words] if not journal_faults(held) else []
        driver.execute("ROLLBACK TO whole")
    assert missed == []


def as_0_6_0_checked(driver: Any) -> list[str]:
    """Only whether each line follows on the one before: what the tables and the tags hold is nobody's concern."""
    previous, found = GENESIS, []
    for sequence, said, own in driver.execute("SELECT sequence, previous, hash FROM journal ORDER BY sequence"):
        found += [f"Line {sequence}"] if said != previous else []
        previous = own
    return found


def test_the_harness_finds_what_a_weaker_check_misses(held):
    driver = held.connection.driver_connection
    missed = [one.where for one in done_to(held, lambda: as_0_6_0_checked(driver)) if not one.found]
    assert len(missed) > TAMPERINGS // 2
    figure("tampering with journal and tables", f"control: a check of the chain alone misses {len(missed)}")
