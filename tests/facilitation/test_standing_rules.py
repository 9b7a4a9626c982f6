from datetime import timedelta
from typing import Any

import pytest

from mat_desktop.facilitation.ports import Note
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.tables.columns import metadata
from mat_desktop.workshop.participants.participant import Participant, Registration
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.screening import Screening, ScreeningOutcome
from tests.people import WORKSHOP_DAY

DECIDING = {
    "participant": {"id", "workshop_id", "registration", "died_on", "takes_part"},
    "screening": {"participant_id", "outcome"},
}


class PairsAreLookedAt(Exception):
    pass


class Nobodys:
    """Rows that nobody may ask for."""

    def __getattr__(self, name: str) -> Any:
        raise PairsAreLookedAt


def set_of(desk, kind, value, **columns):
    """Change columns of one row in a deed that knows no rules of its own."""
    note = Note("participants.change", True, desk.clock.now(), workshop_id=1)
    with desk.archive.deed(note) as rows:
        (one,) = rows.all(kind, **value)
        for name, new in columns.items():
            setattr(one, name, new)


@pytest.mark.parametrize(
    ("kind", "whose", "column", "new"),
    [
        (Participant, "id", "registration", Registration.CANCELLED),
        (Participant, "id", "died_on", WORKSHOP_DAY - timedelta(days=1)),
        (Screening, "participant_id", "outcome", ScreeningOutcome.NOT_NOW),
    ],
)
def test_whatever_makes_a_pair_unsound_is_refused_however_it_is_written(desk, pair, kind, whose, column, new):
    _, ana, _ = pair
    with pytest.raises(Refusal, match="is in a partnership"):
        set_of(desk, kind, {whose: ana}, **{column: new})


def test_who_takes_part_without_the_talk_is_in_a_pair_only_as_long_as_that_is_said(desk, pair):
    _, ana, _ = pair
    set_of(desk, Participant, {"id": ana}, takes_part=True)
    set_of(desk, Screening, {"participant_id": ana}, outcome=ScreeningOutcome.NOT_NOW)
    with pytest.raises(Refusal, match="is in a partnership"):
        set_of(desk, Participant, {"id": ana}, takes_part=False)


@pytest.mark.parametrize("table", DECIDING)
def test_what_is_typed_of_a_person_asks_for_no_pair_unless_it_decides_who_can_be_in_one(table):
    asked = set()
    for column in metadata.tables[table].columns:
        try:
            standing_rules(Nobodys(), {table: frozenset({column.name})}, 1)
        except PairsAreLookedAt:
            asked.add(column.name)
    assert asked == DECIDING[table]


@pytest.mark.parametrize("table", ["partnership", "member", "safety_card"])
def test_whatever_changes_of_a_pair_or_of_a_safety_card_the_pairs_are_looked_at(table):
    with pytest.raises(PairsAreLookedAt):
        standing_rules(Nobodys(), {table: frozenset({"row_version"})}, 1)
