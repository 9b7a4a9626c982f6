"""A library that an earlier version left is opened, read, printed, undone and gone on with by this one."""

import json
import os
import sqlite3
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from mat_desktop.app.system import Press
from mat_desktop.cli import main
from mat_desktop.facilitation import history, screening
from mat_desktop.facilitation.followup import views
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets import filing, orders
from mat_desktop.facilitation.sheets.answer_places import keep_printed, kept_pages
from mat_desktop.facilitation.today import page as today
from mat_desktop.storage.tables.mapping import DOMAIN_TABLES
from mat_desktop.workshop.answers.responses import Informant
from mat_desktop.workshop.followup import FollowUpState
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import FACTS, Goes, SheetKind
from tests import ways_up
from tests.paperwork import of_kind
from tests.sure import sure
from tests.ways_up.left import Left, differences, found_in, rows_of, taken_back, unpacked
from tests.ways_up.making import make
from tests.ways_up.walk import in_plain_words, open_codes, open_everything, print_everything, redo, undo_all

SMALL = Path(ways_up.__file__).with_name("library-0.6.0.tar.xz")


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Left:
    """What version 0.6.0 left; only looked at."""
    found: Left
    (found,) = unpacked(SMALL, tmp_path_factory.mktemp("small"))
    return found


@pytest.fixture
def own(small: Left, tmp_path: Path) -> Left:
    """A copy of it, to be changed."""
    return small.copied(tmp_path / "own")


@pytest.fixture
def at_the_table(facilitator, own):
    """The window, opened from a copy of it at the moment when it was left."""
    return sit_down(facilitator, own)


def sit_down(facilitator, left: Left):
    facilitator.folder, facilitator.clock.at = left.folder, left.at
    return facilitator.open(left.passphrase)


def codes_in(rows, *, one_of_each: bool) -> list[str]:
    """Codes of all sheets that were printed, or of one of each kind for each workshop."""
    found = {
        (row["workshop_id"], row["kind"]) if one_of_each else row["code"]: row["code"]
        for (table, _), row in sorted(rows.items())
        if table == "issued_sheet"
    }
    return sorted(found.values())


def walk_through_the_window(who, *, one_of_each: bool) -> list[str]:
    """Open every page, then the page of every code; nothing is refused, and looking has changed nothing."""
    before = rows_of(who.place.library.library)
    opened = open_everything(who, everybody=not one_of_each)
    assert who.messages.said == []
    assert open_codes(who, codes_in(before, one_of_each=one_of_each)) == []
    assert differences(before, rows_of(who.place.library.library)) == []
    return opened


def turn_back_and_forth(left: Left) -> tuple[list[str], str]:
    """Undo all that can be undone and do it again; returns what was said: the labels, and what ended it."""
    with left.opened() as (library, desk):
        recorded = rows_of(library)
        undone = undo_all(desk)
        assert differences(taken_back(recorded, library, undone.lines), rows_of(library)) == []
        labels = undone.labels + redo(desk, undone.steps)
        assert differences(recorded, rows_of(library)) == []
        assert library.archive.faults() == []
    return labels, undone.refused


def asked_for(desk, workshop_id: int) -> dict[str, str]:
    """What Today asks for in one workshop, by the name under which it is put off, and what is said beside it."""
    due = (row for row in today.today(desk).due if row.workshop_id == workshop_id)
    return {str(entry.key): entry.ways for row in due for entry in row.entries}


def put_off_in(rows) -> list[tuple[int, str, date, str]]:
    """The workshop, the name, the day and the reason of everything that is put off."""
    return [
        (row["workshop_id"], row["key"], date.fromisoformat(row["put_off_until"]), row["reason"])
        for (table, _), row in rows.items()
        if table == "reminder" and row["put_off_until"]
    ]


def test_a_library_of_0_6_0_is_sound_and_opening_it_changes_nothing_in_it(small, own):
    """Read with the driver of Python itself before, and through the open library after."""
    with sqlite3.connect(small.folder / "library.db") as raw:
        raw.row_factory = sqlite3.Row
        with own.opened() as (library, _):
            for (table, key), row in rows_of(library).items():
                (stored,) = raw.execute(f"SELECT * FROM {table} WHERE id = ?", (key,))
                assert {name: stored[name] for name in stored.keys() if name != "row_version"} == row  # noqa: SIM118
    raw.close()
    assert main(["check", "--library", str(own.folder)]) == 0


def test_every_page_opens_from_it_and_every_code_on_paper_leads_to_its_page(at_the_table):
    opened = walk_through_the_window(at_the_table, one_of_each=True)
    assert len(opened) == len(set(opened)) == 71
    assert {"Reef Street: outcomes Arms", "Reef Street: setup Privacy", "Mill Lane: setup Privacy"} <= set(opened)


def test_every_code_that_was_printed_is_found_with_its_kind_and_its_owner(own):
    with own.opened() as (library, desk):
        printed = [row for (table, _), row in rows_of(library).items() if table == "issued_sheet"]
        for row in printed:
            sheet = sure(filing.find_sheet(desk, row["code"]))
            assert (sheet.kind, sheet.version) == (row["kind"], row["version"])
            assert (sheet.participant_id, sheet.partnership_id) == (row["participant_id"], row["partnership_id"])
    assert len(printed) == 54


def test_everything_is_printed_from_it_filled_and_blank(own):
    with own.opened() as (_, desk):
        made = print_everything(desk)
    assert {kind for kind, blank in made if not blank} == set(SheetKind)
    not_for_the_room = {kind for kind in SheetKind if FACTS[kind].goes is not Goes.ROOM}
    shared = {kind for kind in SheetKind if FACTS[kind].share > 1}
    assert {kind for kind, blank in made if blank} == not_for_the_room - shared - {SheetKind.PAIR_SLIP}


def test_a_log_that_was_printed_before_pages_were_kept_is_typed_also_after_it_was_printed_again(own):
    with own.opened() as (library, desk):
        before = [
            r for (table, _), r in rows_of(library).items() if table == "issued_sheet" and r["kind"] == "call-log"
        ]
        shop = before[0]["workshop_id"]
        people = tuple(one.key for one in orders.recipients(desk, shop, (SheetKind.CALL_LOG,)))
        again = of_kind(desk, shop, SheetKind.CALL_LOG, people, blanks=1)
        keep_printed(desk, Press(), shop, again, Style())
        kept = {page.code for page in kept_pages(desk, shop)}
    assert not kept & {row["code"] for row in before}


def test_what_was_done_before_the_library_had_its_present_form_stays_done_which_is_said_in_words(own):
    with own.opened() as (_, desk):
        assert (history.undo_offer(desk), history.redo_offer(desk)) == (None, None)
        with pytest.raises(Refusal, match="There is nothing to undo"):
            history.undo(desk)


def test_what_is_done_after_that_can_be_undone_and_done_again(own):
    with own.opened() as (_, desk):
        screening.set_note(desk, 9, "Glad of the calls")
        goal = goals.add(desk, 9)
        goals.change(desk, goal, goals.GoalField.WORDS, "Walk")
    said, refused = turn_back_and_forth(own)
    assert len(said) == 6
    assert refused == ""
    assert not [words for words in said if not in_plain_words(words)]


def test_every_step_has_its_words_after_a_restart(own):
    """Asked in a process that has opened no page yet."""
    code = f"from tests.ways_up.labels import tell; tell({str(own.folder)!r})"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, encoding="utf-8")
    labels = json.loads(answer.stdout)
    assert len(labels) > 80
    assert not [kind for kind, label in labels.items() if not in_plain_words(label)]


def test_what_was_put_off_is_asked_for_again_on_its_day_with_its_reason(own):
    with own.opened() as (library, desk):
        later = put_off_in(rows_of(library))
        assert [reason for _, _, _, reason in later] == ["Moving house until then", "At sea until Christmas"]
        for workshop_id, key, day, reason in sorted(later, key=lambda one: one[2]):
            assert key not in asked_for(desk, workshop_id)
            desk.clock.go_to(day - timedelta(days=1))
            assert key not in asked_for(desk, workshop_id)
            desk.clock.go_to(day)
            assert asked_for(desk, workshop_id)[key].endswith(f"Put off: {reason}")


def test_a_follow_up_that_was_typed_by_half_goes_on_where_it_stopped(own):
    with own.opened() as (_, desk):
        ana, ben, cleo = (row.id for row in views.people(desk, 2, 6) if row.name.split()[0] in ("Ana", "Ben", "Cleo"))
        half = views.follow_up(desk, ana, 6)
        assert [(goal.words, level) for goal, level in half.goals] == [
            ("Walk, and rest on Sundays", 1),
            ("Walk, says Ana", None),
        ]
        assert {q.key: words for q, words in half.questions if words} == {
            "different": "I sleep; “mostly” – at night",
            "worse": "a little",
        }
        assert [(c.words, c.improvement, c.now) for c in half.complaints] == [
            ("I lie awake", "a little better", None),
            ("I am short with the children", "", None),
        ]
        typed = [(form.instrument, item) for form in half.forms for item in form.items if item.answer is not None]
        assert [(key, item.number, sure(item.answer).value) for key, item in typed] == [
            ("phq-4", 1, 0),
            ("phq-4", 3, 2),
        ]
        assert (half.state, half.happened_on) == (FollowUpState.DONE, date(2026, 9, 14))
        assert [level for _, level in views.follow_up(desk, ana, 6, Informant.PARTNER).goals] == [0, None]
        assert [level for _, level in views.follow_up(desk, ben, 6).goals] == [0]
        assert (views.follow_up(desk, cleo, 6).state, views.follow_up(desk, cleo, 6).attempts) == (FollowUpState.DUE, 1)


OLD = os.environ.get("MAT_DESKTOP_OLD_LIBRARY", "")
"""An archive with whole libraries that earlier versions left, plain or with `NAME-passphrase.txt` beside `NAME`."""


@pytest.fixture(scope="module")
def old(tmp_path_factory) -> list[Left]:
    """All libraries of that archive."""
    return unpacked(Path(OLD), tmp_path_factory.mktemp("old"))


@pytest.mark.skipif(not OLD, reason="MAT_DESKTOP_OLD_LIBRARY names no archive with libraries of earlier versions.")
class TestWholeLibraries:
    """The same walk through whole years, plain and encrypted; and the small one is played once more."""

    def test_the_small_one_can_still_be_played(self, tmp_path):
        make(tmp_path / "played")
        with found_in(tmp_path / "played").opened() as (library, _):
            assert {table for table, _ in rows_of(library)} >= DOMAIN_TABLES
            assert library.archive.faults() == []

    def test_every_page_opens_and_every_code_leads_to_its_page(self, facilitator, old, tmp_path):
        for left in old:
            who = sit_down(facilitator, left.copied(tmp_path / left.folder.name))
            assert len(walk_through_the_window(who, one_of_each=False)) > 30
            who.close()

    def test_everything_is_printed(self, old, tmp_path):
        for left in old:
            with left.copied(tmp_path / left.folder.name).opened() as (library, desk):
                assert {blank for _, blank in print_everything(desk)} == {False, True}
                assert library.archive.faults() == []

    def test_all_is_undone_and_done_again(self, old, tmp_path):
        for left in old:
            said, refused = turn_back_and_forth(left.copied(tmp_path / left.folder.name))
            assert not [words for words in said if not in_plain_words(words)]
            assert not refused or in_plain_words(refused)

    def test_what_was_put_off_is_not_asked_for_before_its_day(self, old, tmp_path):
        for left in old:
            with left.copied(tmp_path / left.folder.name).opened() as (library, desk):
                for workshop_id, key, day, _ in put_off_in(rows_of(library)):
                    assert day <= desk.clock.today() or key not in asked_for(desk, workshop_id)
