"""A computer whose clock is set back: it is said, and nothing is put in another order by it."""

from datetime import timedelta

import pytest

from mat_desktop.app.doors import OpenedLibrary
from mat_desktop.facilitation import history
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library.notices import notices
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import roster
from mat_desktop.storage.folder.glance import read_name
from tests.people import CountedCodes, nine_o_clock
from tests.sure import sure

BEHIND = "clock is behind the last entry"


@pytest.fixture
def set_back(library, desk, workshop_id) -> Desk:
    """Ana was added on the workshop day; then the clock of the computer fell back by a year."""
    participants.add(desk, workshop_id, "Ana")
    return Desk(library.archive, SampleClock(nine_o_clock().now() - timedelta(days=365)), CountedCodes())


def said(library, desk) -> bool:
    return any(BEHIND in one.words for one in notices(OpenedLibrary(library, desk)))


def test_a_clock_behind_the_last_entry_is_said_and_no_longer_once_it_is_right(library, desk, set_back):
    assert said(library, set_back)
    assert not said(library, desk)


def test_what_is_done_while_the_clock_is_behind_comes_after_what_was_done_before(library, set_back, workshop_id):
    participants.add(set_back, workshop_id, "Ben")
    assert "Ben" in str(sure(history.undo_offer(set_back)))
    history.undo(set_back)
    assert [person.name for person in roster.roster(set_back, workshop_id)] == ["Ana"]
    assert library.archive.faults() == []


def test_a_backup_made_while_the_clock_is_behind_is_newer_than_the_one_made_before(library, set_back, workshop_id):
    earlier = sure(library.back_up(nine_o_clock().now()))
    participants.add(set_back, workshop_id, "Ben")
    later = sure(library.back_up(set_back.clock.now()))
    assert read_name(later).rank > read_name(earlier).rank
    assert earlier.exists()
    assert later.exists()
