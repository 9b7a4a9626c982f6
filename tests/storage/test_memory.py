"""That the cipher locks its memory, asked of a process of its own: once on, it is on for the whole process."""

import subprocess
import sys
from pathlib import Path

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


def test_a_library_locks_its_memory_however_it_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    locked, *recovery_sheet = asked("made", folder)
    assert locked == "1"
    assert asked("opened with the passphrase", folder)[0] == "1"
    assert asked("opened with the recovery sheet", folder, "\n".join(recovery_sheet))[0] == "1"
