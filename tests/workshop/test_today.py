"""Due things keep their names: what was put off, tried or done in an older library is still meant."""

from datetime import date

import pytest

from mat_desktop.workshop.today import SUBJECTS, DueKey, DueKind, Subject, read_due_key

SINCE = date(2026, 3, 9)
IN_LIBRARIES_OF_0_6_0 = {
    "card:4": DueKey(DueKind.CARD, 4),
    "died:7:12": DueKey(DueKind.DIED, 7, 12),
    "day": DueKey(DueKind.DAY),
    "contacts": DueKey(DueKind.CONTACTS),
    "screening:4": DueKey(DueKind.SCREENING, 4),
    "asking:3": DueKey(DueKind.ASKING, 3),
    "agreement:3": DueKey(DueKind.AGREEMENT, 3),
    "alone:3:20260309": DueKey(DueKind.ALONE, 3, since=SINCE),
    "alone:happened:7": DueKey(DueKind.ALONE, 7, by_happening=True),
    "repair:3:20260309": DueKey(DueKind.REPAIR, 3, since=SINCE),
    "talk:5": DueKey(DueKind.TALK, 5),
    "look-again:5": DueKey(DueKind.LOOK_AGAIN, 5),
    "trial:3": DueKey(DueKind.TRIAL, 3),
    "sheets:3:12:20260309": DueKey(DueKind.SHEETS, 3, 12, SINCE),
    "rating:3:12:20260309": DueKey(DueKind.RATING, 3, 12, SINCE),
    "meeting:2": DueKey(DueKind.MEETING, 2),
    "attendance:2": DueKey(DueKind.ATTENDANCE, 2),
    "tell:7": DueKey(DueKind.TELL, 7),
    "partner:7:12": DueKey(DueKind.PARTNER, 7, 12),
    "happened:7": DueKey(DueKind.HAPPENED, 7),
    "follow-up:12": DueKey(DueKind.FOLLOW_UP, 12),
    "asked-again:6:12": DueKey(DueKind.ASKED_AGAIN, 6, 12),
}
SINCE_THEN = {
    "erase:4": DueKey(DueKind.ERASE, 4),
    "erase-workshop": DueKey(DueKind.ERASE_WORKSHOP),
    "never-began:4": DueKey(DueKind.NEVER_BEGAN, 4),
    "see-record:4": DueKey(DueKind.SEE_RECORD, 4),
    "put-right:4": DueKey(DueKind.PUT_RIGHT, 4),
    "unread:6:12": DueKey(DueKind.UNREAD, 6, 12),
    "cut-up:20260309": DueKey(DueKind.CUT_UP, since=SINCE),
    "kept-long:4": DueKey(DueKind.KEPT_LONG, 4),
}
EVERY = IN_LIBRARIES_OF_0_6_0 | SINCE_THEN


@pytest.mark.parametrize("written", EVERY)
def test_what_was_said_of_a_due_thing_in_an_older_library_is_said_of_the_same_thing_now(written: str):
    thing = EVERY[written]
    assert str(thing) == written
    assert read_due_key(written) == thing


def test_every_kind_of_due_thing_has_stood_in_a_library():
    assert {thing.kind for thing in EVERY.values()} == set(DueKind)


def test_every_kind_of_due_thing_says_what_it_counts_so_that_erasing_finds_it():
    assert set(SUBJECTS) == set(DueKind)
    assert EVERY["alone:happened:7"].subject is Subject.HAPPENING


@pytest.mark.parametrize("written", ["", "trial-1", "trial:one", "repair:3:9 March", "repair", "rating:1:2:3:20260309"])
def test_what_names_no_due_thing_is_not_taken_for_one(written: str):
    with pytest.raises(ValueError, match=r"."):
        read_due_key(written)
