"""How the library of an earlier version was made: a small year in which everything is kept that old data can hold.

`library-0.6.0.tar.xz` was made by `make` with the code of version 0.6.0, and must never be made again: a library made
by later code is no proof that an old one still opens. The function stays because it tells what is in the file, and
because the file of the next version is made with it:

    python -m tests.ways_up.making tests/ways_up/library-VERSION.tar.xz

The year has two workshops with invented people. *Mill Lane* has come to its six months. Ana and Ben talk: goals with
ladders and plans, one of them written anew, a signed agreement and its amendment, logs that differ on one day, checks,
a repair talk, meetings; the follow-up of Ana is half typed, Ben marked his ladder alone on the screen. Cleo, Dov and
Elif were three until Dov wanted to stop. Farid left early and has died since; Grace had a safety card, which is closed,
and was referred; Hemi came to the door and waits for a partner. Two reminders are put off. All that can be printed was
printed, filled and blank, before the follow-ups were typed. *Reef Street*, a year before, is a study: its list of arms
is sealed, one pair has its arm and one is only proposed; Ines was asked again after a year, and may be asked later.
What was done last can be undone far back, and three steps are undone and wait for "redo".
"""

import sys
import tarfile
import tempfile
from datetime import datetime, time
from pathlib import Path

from mat_desktop.facilitation import history
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.folder.library import create
from tests.people import NEW_ZEALAND, CountedCodes
from tests.ways_up import the_day, the_half_year
from tests.ways_up.playing import REEF_DAY, Year

PARTS = (
    the_day.earlier_study,
    the_day.set_up,
    the_day.screen,
    the_day.pair,
    the_day.set_goals,
    the_day.agree,
    the_day.close_the_day,
    the_half_year.first_months,
    the_half_year.on_the_way,
    the_half_year.print_all,
    the_half_year.follow_up,
    the_half_year.put_off,
)


def make(folder: Path) -> None:
    """Play the year into this folder, which must not be there yet."""
    library = create(folder, None, standing_rules)
    clock = SampleClock(datetime.combine(REEF_DAY, time(9), NEW_ZEALAND))
    year = Year(Desk(library.archive, clock, CountedCodes()), clock)
    for part in PARTS:
        part(year)
    for _ in range(3):
        history.undo(year.desk)
    library.close()


def main(target: Path) -> None:
    """Play the year, and pack its library."""
    with tempfile.TemporaryDirectory() as found:
        make(Path(found) / "small")
        with tarfile.open(target, "w:xz", preset=9) as packed:
            packed.add(Path(found) / "small" / "library.db", "small/library.db")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
