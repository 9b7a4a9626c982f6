"""Every state can be read, hit and gone through by keys, in each theme and where there is least room."""

import json
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from mat_desktop.facilitation.library.settings import LookWish, TextSize
from mat_desktop.screens.look.dress import load_fonts
from tests.contract.libraries import EMPTY, STAGES
from tests.contract.looking import Look, Onlooker, kinds_of

LEAST = QSize(911, 512)
ASKED = os.environ.get("MAT_DESKTOP_LOOK", "")
"""One slice of what `dev.py torture look` goes through, as packaging/looks.py says it."""
ALL_STOPS = 1000


def test_without_a_roster_every_state_is_read_and_hit_with_large_words_in_the_smallest_window(qapp, tmp_path):
    load_fonts()
    onlooker = Onlooker(folder=tmp_path, stops=1)
    onlooker.through(EMPTY, Look(colours=LookWish.DARK, text=TextSize.LARGEST, size=LEAST))
    assert onlooker.faults == [], "\n".join(onlooker.faults)


@pytest.mark.skipif(not ASKED, reason="dev.py torture look asks for it, slice by slice")
def test_one_slice_of_the_full_product(qapp, tmp_path):
    told = json.loads(ASKED)
    load_fonts()
    onlooker = Onlooker(folder=tmp_path, stops=ALL_STOPS, part=told["part"], parts=told["parts"])
    look = Look(
        colours=LookWish(told["colours"]), text=TextSize(told["text"]), size=QSize(told["width"], told["height"])
    )
    onlooker.through(next(stage for stage in STAGES if stage.name == told["library"]), look)
    Path(told["faults"]).write_text(json.dumps(onlooker.faults), encoding="utf-8")
    assert onlooker.states > 0
    assert onlooker.faults == [], "\n".join(kinds_of(onlooker.faults))
