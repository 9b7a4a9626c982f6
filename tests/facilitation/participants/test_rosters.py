"""Sixty shapes of rosters with known truth: nobody lost, doubled, renamed, or given what is another's."""

import os
import time

import pytest

from mat_desktop.facilitation import csv_table
from mat_desktop.facilitation.participants import comparing, newcomers
from mat_desktop.facilitation.participants.forms.columns import guess
from mat_desktop.facilitation.participants.roster_file import ReadRoster, people_of
from mat_desktop.workshop.refusal import Refusal
from tests.facilitation.participants.rosters import SHAPES, Roster, roster


def read(content: bytes, encoding: str = "utf-8") -> ReadRoster:
    table = csv_table.read(content, encoding)
    return people_of(table, guess(table).columns, "Pacific/Auckland")


def wrong(drawn: Roster) -> list[str]:
    """What a facilitator would have been told wrongly."""
    try:
        found = read(drawn.content, drawn.encoding)
    except Refusal as refusal:
        return [drawn.shape, str(refusal)]
    faults = [str(fault) for fault in found.faults]
    if [e.name for e in found.entries] != [p.name for p in drawn.people]:
        faults.append(f"{[e.name for e in found.entries]} instead of {[p.name for p in drawn.people]}")
        return faults
    for entry, truth in zip(found.entries, drawn.people, strict=True):
        told = entry.told
        own = (told.get("phone", ""), told.get("email", ""), told.get("windows", ""))
        if own != (truth.phone, truth.email, truth.windows):
            faults.append(f"row {entry.row}: {own} instead of {truth}")
        if (told.get("consent_take_part") == "yes") is not truth.consent:
            faults.append(f"row {entry.row}: consent {told.get('consent_take_part')}")
        named = sum(note.row == entry.row for note in found.notes)
        if named < truth.unclear:
            faults.append(f"row {entry.row}: {named} cells named, {truth.unclear} are unclear")
    return faults


DRAWN = int(os.environ.get("MAT_DESKTOP_ROSTERS", str(SHAPES)))
"""So many rosters; `dev.py torture` asks for ten of each shape."""


def test_sixty_shapes_of_rosters_say_of_everybody_what_is_theirs_and_name_every_cell_that_is_unclear():
    told = {seed: faults for seed in range(DRAWN) if (faults := wrong(roster(seed)))}
    assert told == {}


def test_the_same_file_again_changes_nobody_and_asks_about_nobody(desk, workshop_id):
    found = read(roster(17).content)
    newcomers.take_in(desk, workshop_id, comparing.newcomers(comparing.compare(desk, workshop_id, found)), ())
    again = comparing.compare(desk, workshop_id, found)
    assert (again.new, again.changed, again.questions) == ((), (), ())
    assert len(again.unchanged) == len(found.entries)


def test_a_thousand_people_are_read_understood_and_compared_in_under_a_second(desk, workshop_id):
    head = "Timestamp,First name,Last name,Phone,E-mail,When are you free?,I agree to take part,I agree to storage\n"
    rows = (
        f"2026/02/01 9:00:00,Mara,Quill{n},021 555 {n:04},p{n}@example.org,weekdays evening,Yes,Yes\n"
        for n in range(1000)
    )
    content = (head + "".join(rows)).encode()
    begun = time.process_time()
    plan = comparing.compare(desk, workshop_id, read(content))
    assert len(plan.new) == 1000
    assert not plan.notes
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    "name", ["x" * 10_000, "=HYPERLINK(1)", "\u202eanA", "@SUM(A1)", "<b>Ana</b>", "a" * 200, "#NAME?", "12345"]
)
def test_a_hostile_name_is_a_person_or_a_fault_with_its_row_and_nothing_else(name: str):
    try:
        found = read(f'Name,Phone\n"{name}",021 555 0101\nTeo Park,021 555 0102\n'.encode())
    except Refusal as refusal:
        pytest.fail(str(refusal))
    assert found.entries[-1].name == "Teo Park"
    assert len(found.entries) + len(found.faults) == 2
    assert "\u202e" not in "".join(e.name for e in found.entries)
