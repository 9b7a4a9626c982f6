"""What a library knows of itself stays known: the words under which it is kept are never written otherwise."""

import sqlite3
from pathlib import Path

from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.folder.library import open_with_passphrase
from tests.libraries import empty_library

IN_LIBRARIES_OF_0_6_0 = {
    "sample": Fact.SAMPLE,
    "recovery_offered": Fact.RECOVERY_OFFERED,
    "recovery_printed": Fact.RECOVERY_PRINTED,
    "second_copy": Fact.SECOND_COPY,
    "pin": Fact.PIN,
    "pin_tries": Fact.PIN_TRIES,
    "print": Fact.PRINT_STYLE,
    "backed_up_at_deed": Fact.BACKED_UP_AT_DEED,
    "last_backup": Fact.LAST_BACKUP,
}


def test_every_fact_that_an_older_library_kept_is_still_known(tmp_path: Path) -> None:
    empty_library(tmp_path / "library").close()
    with sqlite3.connect(tmp_path / "library" / "library.db") as older:
        older.execute("DELETE FROM library_fact")
        older.executemany(
            "INSERT INTO library_fact (name, value) VALUES (?, ?)",
            [(name, f"of {name}") for name in IN_LIBRARIES_OF_0_6_0],
        )
    older.close()
    library = open_with_passphrase(tmp_path / "library", None, standing_rules)
    known = {name: library.archive.fact(fact) for name, fact in IN_LIBRARIES_OF_0_6_0.items()}
    library.close()
    assert known == {name: f"of {name}" for name in IN_LIBRARIES_OF_0_6_0}
    newer = {
        Fact.COPY_HERE,
        Fact.READY_TO_UNLOCK,
        Fact.FACILITATOR,
        Fact.COMING_OUT,
        Fact.READER_CHECKED,
        Fact.JOURNAL_HEAD,
        Fact.ERASING,
    }
    assert set(IN_LIBRARIES_OF_0_6_0.values()) == set(Fact) - newer


def test_a_fact_that_is_kept_again_is_known_by_its_last_value_and_others_stay(tmp_path: Path) -> None:
    library = empty_library(tmp_path / "library")
    library.archive.keep_fact(Fact.PIN, "salt$1")
    library.archive.keep_fact(Fact.PIN_TRIES, "[2]")
    library.archive.keep_fact(Fact.PIN, "")
    assert {fact: library.archive.fact(fact) for fact in (Fact.PIN, Fact.PIN_TRIES)} == {
        Fact.PIN: "",
        Fact.PIN_TRIES: "[2]",
    }
    library.close()
