"""Whatever is pressed, clicked and turned, a row changes only by what is under the hand."""

import os
from random import Random  # noqa: TID251  seeded below

from mat_desktop.screens.look.dress import load_fonts
from tests.contract.libraries import DAY, LAST, MONTHS
from tests.contract.visitor import visitor_of
from tests.contract.walk import Walk

SEED = 20261126
STEPS = int(os.environ.get("MAT_DESKTOP_WALK_STEPS", "150"))
"""`dev.py torture` walks 20,000."""


def test_a_random_walk_through_the_window_changes_no_row_that_the_hand_did_not_mean(qapp, tmp_path):
    load_fonts()
    strays, deeds = list[str](), 0
    for stage in (DAY, MONTHS, LAST):
        stage.lay(tmp_path / stage.name)
        visitor = visitor_of(tmp_path / stage.name, stage.day)
        walk = Walk(visitor=visitor, dice=Random(f"{SEED} {stage.name}"))
        walk.go(STEPS // 3)
        visitor.close()
        strays += [f"{stage.name}, {stray}" for stray in walk.strays]
        deeds += walk.deeds
    assert strays == [], "\n".join(strays)
    assert deeds >= STEPS // 50, "A walk on which next to nothing is kept proves nothing."
