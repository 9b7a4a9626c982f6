"""The door list of a follow-up meeting: no worrying line goes home unread."""

from datetime import date, timedelta

import pytest

from mat_desktop.facilitation import history, safety
from mat_desktop.facilitation.followup import door, entry, views
from mat_desktop.facilitation.setup import ending
from mat_desktop.facilitation.today import page as today
from mat_desktop.workshop.contact.meetings import Came
from mat_desktop.workshop.followup import GO_ON, WORSE, question_part
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.today import DueKind

HALF = date(2026, 9, 14)


def said(desk, workshop_id):
    return door.door_words(views.people(desk, workshop_id, 6))


def test_everybody_who_came_is_on_the_door_list_until_their_sheet_was_looked_at(desk, workshop_id, pair, clock):
    _, ana, ben = pair
    clock.go_to(HALF)
    assert said(desk, workshop_id) == ""
    for person in (ana, ben):
        entry.attend(desk, person, 6, Came.HERE)
    assert said(desk, workshop_id) == "E5 and E6 looked at: 0 of 2. Before they leave: Ana and Ben."
    door.looked_at(desk, ana, 6, done=True)
    assert said(desk, workshop_id) == "E5 and E6 looked at: 1 of 2. Before they leave: Ben."
    door.looked_at(desk, ben, 6, done=True)
    assert said(desk, workshop_id) == "E5 and E6 looked at: 2 of 2."
    history.undo(desk)
    assert "Before they leave: Ben." in said(desk, workshop_id)
    safety.open_by_hand(desk, ben, "a line on the sheet")
    assert said(desk, workshop_id).endswith("1 safety card is open: Ben.")


@pytest.mark.parametrize("came", [None, Came.AWAY, Came.EXCUSED])
def test_a_sheet_of_somebody_who_is_not_here_is_not_looked_at_in_time(desk, pair, clock, came):
    clock.go_to(HALF)
    entry.attend(desk, pair[1], 6, came)
    with pytest.raises(Refusal, match="Ana is not here"):
        door.looked_at(desk, pair[1], 6, done=True)


def unread_on_today(desk):
    return [(row.title, row.entries[0].can_wait) for row in today.today(desk).due if row.kind is DueKind.UNREAD]


def test_what_somebody_wrote_and_nobody_looked_at_stands_on_today_until_it_is_looked_at(desk, workshop_id, pair, clock):
    _, ana, ben = pair
    clock.go_to(HALF)
    assert unread_on_today(desk) == []
    entry.attend(desk, ana, 6, Came.HERE)
    entry.attend(desk, ben, 6, Came.AWAY)
    for days in (0, 1, 40, 400):
        clock.go_to(HALF + timedelta(days=days))
        whose = "one person" if not days else "Ana"
        assert unread_on_today(desk) == [(f"Look at what {whose} handed in", False)], "no name on the day of a meeting"
    with pytest.raises(Refusal, match="Ana: nobody has looked at E5 and E6"):
        ending.finish(desk, workshop_id)
    door.looked_at(desk, ana, 6, done=True)
    assert unread_on_today(desk) == []
    ending.finish(desk, workshop_id)


def test_a_posted_sheet_of_which_only_the_ladders_were_typed_is_not_looked_at_before_e5_and_e6_are_typed(
    desk, workshop_id, pair, clock
):
    _, ana, _ = pair
    clock.go_to(HALF + timedelta(days=9))
    entry.attend(desk, ana, 6, Came.AWAY)
    entry.answer(desk, ana, 6, "different", "a quieter house")
    assert unread_on_today(desk)
    entry.answer(desk, ana, 6, WORSE, "a little")
    assert unread_on_today(desk), "what is wanted was not looked at yet"
    entry.leave_empty(desk, ana, 6, question_part(GO_ON))
    assert unread_on_today(desk) == []
    entry.answer(desk, ana, 6, WORSE, "")
    assert unread_on_today(desk)
    door.looked_at(desk, ana, 6, done=True)
    assert unread_on_today(desk) == []
