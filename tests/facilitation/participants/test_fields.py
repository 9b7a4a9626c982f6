"""What can be changed of a person or a workshop is a closed list; nothing else can be reached by a name."""

from dataclasses import fields
from enum import StrEnum

import pytest

from mat_desktop.facilitation.participants import people
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.setup import Workshop

KEPT = {"id", "uid", "workshop_id", "windows", "consents", "presence", "walk_in", "came_at", "left_at", "unplaced"}
"""What is never changed as a field: it has deeds of its own, or never changes."""


@pytest.mark.parametrize(("named", "thing"), [(people.PersonField, Participant), (setup.WorkshopField, Workshop)])
def test_every_field_that_can_be_changed_is_there(named: type[StrEnum], thing: type):
    assert {field.value for field in named} <= {field.name for field in fields(thing)}


def test_presence_consents_and_ids_cannot_be_changed_as_a_field():
    assert not KEPT & {field.value for field in people.PersonField}
    with pytest.raises(ValueError, match="presence"):
        people.PersonField("presence")
