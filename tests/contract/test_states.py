"""Every state of the window in four libraries keeps the contract between the window and a person's hands."""

import os

from mat_desktop.screens.frame.pages import PAGES, PageName
from mat_desktop.screens.look.dress import load_fonts
from tests.contract.libraries import STAGES
from tests.contract.walker import Walker

WHOLE = bool(os.environ.get("MAT_DESKTOP_WHOLE_CONTRACT"))
"""`dev.py torture` holds each state to everything; the suite shares out what costs most over the four libraries."""


def test_every_page_tab_and_dialog_of_four_libraries_keeps_the_contract(qapp, tmp_path):
    load_fonts()
    walker = Walker(folder=tmp_path, whole=WHOLE)
    for stage in STAGES:
        walker.through(stage)
    assert walker.faults == [], "\n".join(walker.faults)
    elsewhere = {PageName.ENTRANCE, PageName.PARTICIPANT}
    assert walker.pages == {*PAGES} - elsewhere, "A page that no step of the rail leads to needs a walk of its own."
