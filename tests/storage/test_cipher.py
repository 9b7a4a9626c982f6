"""The cipher as the program uses it, asked of processes of their own: the tests go easier on this machine."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from mat_desktop.storage.folder import slot

ASK = """
import sys
from pathlib import Path
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.folder.library import create, open_with_passphrase, open_with_recovery

way, folder = sys.argv[1], Path(sys.argv[2])
with_passphrase = "four words of mine", standing_rules
if way == "made":
    library = create(folder, *with_passphrase)
elif way == "opened with the passphrase":
    library = open_with_passphrase(folder, *with_passphrase)
else:
    library = open_with_recovery(folder, sys.argv[3], *with_passphrase)
with library.archive._engine.connect() as connection:
    print(connection.exec_driver_sql("PRAGMA cipher_memory_security").scalar_one())
print(*library.recovery_lines(), sep="\\n")
library.close()
"""


def asked(way: str, *words: object) -> list[str]:
    command = [sys.executable, "-c", ASK, way, *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A library that the program made, and what it answered."""
    folder = tmp_path_factory.mktemp("cipher") / "library"
    return folder, asked("made", folder)


def test_a_library_locks_its_memory_however_it_is_opened(made: tuple[Path, list[str]]) -> None:
    folder, (locked, *recovery_sheet) = made
    assert locked == "1"
    assert asked("opened with the passphrase", folder)[0] == "1"
    assert asked("opened with the recovery sheet", folder, "\n".join(recovery_sheet))[0] == "1"


def test_the_slot_says_how_it_was_made_and_holds_nothing_readable(made: tuple[Path, list[str]]) -> None:
    held = json.loads((made[0] / slot.SLOT).read_text())["slot"]
    assert (held["kdf"], held["memory_kib"], held["passes"], held["lanes"]) == ("argon2id", 65536, 3, 4)
