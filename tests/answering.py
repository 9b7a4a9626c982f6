"""A process of its own that answers and answers, and says of each answer that it was saved once it was committed."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.folder import engine
from mat_desktop.storage.folder.library import open_with_passphrase
from tests.people import CountedCodes

ANA = 1
WEAK = (("synchronous", "FULL", 2), ("journal_mode", "DELETE", "delete"), ("locking_mode", "NORMAL", "normal"))
"""Settings that lose what was said to be saved, when the power fails: a harness must find that they do."""


def answer(folder: Path, passphrase: str, first: int, count: int, out: int, *, early: bool = False) -> None:
    """Change one field from `first` on, so many times; each time that it is saved, write its number to `out`.

    With `early` it is said before it is so, which a harness must find out.
    """
    library = open_with_passphrase(folder, passphrase, standing_rules)
    desk = Desk(library.archive, SampleClock(datetime(2026, 3, 14, 9, tzinfo=UTC)), CountedCodes())
    for number in range(first, first + count):
        told = f"saved {number}\n".encode()
        if early:
            os.write(out, told)
        participants.change(desk, ANA, participants.PersonField.PHONE, str(number))
        if not early:
            os.write(out, told)
    library.close()


if __name__ == "__main__":
    kind, place, words, asked = sys.argv[1:]
    engine.CIPHER_MEMORY_SECURITY = "OFF"
    if kind == "weak":
        others = [setting for setting in engine.SETTINGS if setting[0] not in {name for name, *_ in WEAK}]
        engine.SETTINGS = (*WEAK, *others)
    answer(Path(place), words, 1, int(asked), 1)
