import shutil
from datetime import UTC, date
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select, text

from mat_desktop.facilitation import history, screening
from mat_desktop.facilitation.answers import responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals import steps
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.pairing import ballots, board, moves, rounds, telling, ties, weighing
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import roster
from mat_desktop.facilitation.private import talk as private
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.storage.faults import Damaged
from mat_desktop.storage.folder.library import open_with_passphrase
from mat_desktop.storage.tables.columns import metadata
from mat_desktop.storage.tables.mapping import DOMAIN_TABLES
from mat_desktop.storage.work import history as past
from mat_desktop.storage.work.referring import CALLED
from mat_desktop.workshop.answers.own_pages import READINESS
from mat_desktop.workshop.pairing.nouns import Choice, Reply
from mat_desktop.workshop.participants.participant import DayKind, PartOfDay
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.screening import STATEMENTS, ScreeningOutcome
from tests.libraries import empty_library
from tests.people import WORKSHOP_DAY, CountedCodes
from tests.sure import sure

State = dict[str, list[tuple[Any, ...]]]


def state_of(library) -> State:
    """Every domain table, row versions aside."""
    with library.archive._engine.connect() as connection:
        return {
            name: sorted(
                tuple(row)
                for row in connection.execute(
                    select(*(c for c in metadata.tables[name].columns if c.name != "row_version"))
                )
            )
            for name in sorted(DOMAIN_TABLES)
        }


def test_undo_works_after_closing_and_opening_again(library, desk, workshop_id, clock):
    before = state_of(library)
    participants.add(desk, workshop_id, "Ana")
    library.close()
    again = open_with_passphrase(library.folder, None, standing_rules)
    desk = Desk(again.archive, clock, CountedCodes())
    assert sure(history.undo_offer(desk)).label == "Undo adding Ana"
    history.undo(desk)
    assert state_of(again) == before
    assert sure(history.redo_offer(desk)).label == "Redo adding Ana"
    history.redo(desk)
    assert [r.name for r in roster.roster(desk, workshop_id)] == ["Ana"]
    again.close()


def test_what_undo_knows_after_each_deed_is_what_it_reads_when_the_library_opens_again(library, desk, workshop_id):
    def known_as_read():
        with library.archive._engine.connect() as connection:
            return library.archive._history_now() == past.read_history(connection)

    desk.visit = "phone of Ana"
    ana = participants.add(desk, workshop_id, "Ana")
    participants.change(desk, ana, participants.PersonField.PHONE, "021")
    assert known_as_read()
    history.undo(desk)
    assert known_as_read()
    history.redo(desk)
    assert known_as_read()


def test_successive_changes_of_one_field_in_one_visit_are_one_undo_step(desk, workshop_id):
    ana = participants.add(desk, workshop_id, "Ana")
    for words in ("0", "02", "021"):
        desk.visit = "phone of Ana, first visit"
        participants.change(desk, ana, participants.PersonField.PHONE, words)
    desk.visit = "phone of Ana, second visit"
    participants.change(desk, ana, participants.PersonField.PHONE, "022")
    desk.visit = ""
    history.undo(desk)
    assert participants.person(desk, ana).phone == "021"
    history.undo(desk)
    assert participants.person(desk, ana).phone == ""


def test_what_was_typed_and_taken_back_in_one_visit_is_no_step_and_undo_goes_on_to_the_one_before(
    library, desk, workshop_id, clock
):
    ana = participants.add(desk, workshop_id, "Ana")
    ben = participants.add(desk, workshop_id, "Ben")
    for words in ("021", ""):
        desk.visit = "phone of Ana"
        participants.change(desk, ana, participants.PersonField.PHONE, words)
    desk.visit = ""
    assert sure(history.undo_offer(desk)).label == "Undo adding Ben"
    history.undo(desk)
    assert [r.id for r in roster.roster(desk, workshop_id)] == [ana]
    library.close()
    again = open_with_passphrase(library.folder, None, standing_rules)
    desk = Desk(again.archive, clock, CountedCodes())
    assert sure(history.undo_offer(desk)).label == "Undo adding Ana"
    history.redo(desk)
    assert [r.id for r in roster.roster(desk, workshop_id)] == [ana, ben]
    again.close()


def test_in_a_long_journal_undo_goes_back_far_enough_and_takes_back_whole_steps_only(
    library, desk, workshop_id, clock, monkeypatch, tmp_path
):
    people = [participants.add(desk, workshop_id, name) for name in ("Ana", "Ben", "Cleo", "Dina")]
    history.undo(desk)
    for words in ("0", "02", "021"):
        desk.visit = "phone of Ana"
        participants.change(desk, people[0], participants.PersonField.PHONE, words)
    desk.visit = ""
    participants.add(desk, workshop_id, "Ewa")
    library.close()
    for read_back, left in ((6, ""), (3, "021"), (2, "021")):
        shutil.copytree(library.folder, folder := tmp_path / str(read_back))
        monkeypatch.setattr(past, "_READ_BACK", read_back)
        again = open_with_passphrase(folder, None, standing_rules)
        later = Desk(again.archive, clock, CountedCodes())
        while history.undo_offer(later):
            history.undo(later)
        assert participants.person(later, people[0]).phone == left, "whole steps, or none of it"
        assert [row.name for row in roster.roster(later, workshop_id)] == ["Ana", "Ben", "Cleo"]
        again.close()


def test_what_was_undone_before_the_lines_that_are_read_can_still_be_done_again(
    library, desk, workshop_id, clock, monkeypatch
):
    for name in ("Ana", "Ben"):
        participants.add(desk, workshop_id, name)
    history.undo(desk)
    history.redo(desk)
    library.close()
    monkeypatch.setattr(past, "_READ_BACK", 1)
    again = open_with_passphrase(library.folder, None, standing_rules)
    later = Desk(again.archive, clock, CountedCodes())
    assert history.undo_offer(later) is None, "the step lies too far back"
    participants.add(later, workshop_id, "Cleo")
    history.undo(later)
    assert [row.name for row in roster.roster(later, workshop_id)] == ["Ana", "Ben"]
    again.close()


def test_an_undo_that_something_stands_in_the_way_of_says_what_it_is(desk, workshop_id):
    ana = participants.add(desk, workshop_id, "Ana")
    private.hand_over(desk, ana, (READINESS,))
    with pytest.raises(Refusal, match=r"^What somebody answered alone still refers to this\. Take that back first\.$"):
        history.undo(desk)
    assert [r.name for r in roster.roster(desk, workshop_id)] == ["Ana"]


def test_whatever_can_refer_to_another_row_has_a_name_that_is_used_at_the_table():
    referring = {name for name in DOMAIN_TABLES if metadata.tables[name].foreign_keys}
    assert referring
    assert referring - set(CALLED) == set()


def test_a_new_deed_ends_redo(desk, workshop_id):
    participants.add(desk, workshop_id, "Ana")
    history.undo(desk)
    participants.add(desk, workshop_id, "Ben")
    assert history.redo_offer(desk) is None
    with pytest.raises(Refusal, match="nothing to redo"):
        history.redo(desk)


def test_an_id_is_never_used_twice(desk, workshop_id):
    first = participants.add(desk, workshop_id, "Ana")
    history.undo(desk)
    assert participants.add(desk, workshop_id, "Ben") > first


def test_a_deed_that_is_refused_leaves_no_trace(library, desk, workshop_id):
    before, saved = state_of(library), desk.archive.saved_at()
    with pytest.raises(Refusal):
        participants.add(desk, workshop_id, "   ")
    assert (state_of(library), desk.archive.saved_at()) == (before, saved)


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE journal SET kind = 'x' WHERE sequence = 2",
        "UPDATE journal SET at = '2020-01-01T00:00:00+00:00' WHERE sequence = 2",
        "DELETE FROM journal WHERE sequence = 2",
        "DELETE FROM journal WHERE sequence = (SELECT max(sequence) FROM journal)",
        "UPDATE journal_change SET after = json_set(after, '$.name', 'Eve') WHERE sequence = 2",
        "DELETE FROM journal_change WHERE sequence = 2",
        "UPDATE journal SET sequence = CASE sequence WHEN 2 THEN 99 ELSE sequence END",
        "UPDATE journal_change SET salt = NULL WHERE sequence = 2",
        'UPDATE journal_change SET salt = NULL, after = \'{"name": "Eve"}\' WHERE sequence = 2',
        "INSERT INTO journal_change (sequence, table_name, row_id, people) VALUES (99, 'participant', 1, '[]')",
        "UPDATE journal_change SET id = 1000 WHERE sequence = 2",
        "DELETE FROM journal; DELETE FROM journal_change; DELETE FROM sqlite_sequence WHERE name LIKE 'journal%'",
        "UPDATE journal SET touched = '[[' WHERE sequence = 2",
        "UPDATE journal SET touched = '7' WHERE sequence = 2",
        "UPDATE journal SET touched = '[7]' WHERE sequence = 2",
        "UPDATE journal SET takes = '{' WHERE sequence = 2",
        "UPDATE journal SET at = 'yesterday' WHERE sequence = 2",
        "UPDATE journal SET previous = '' WHERE sequence = 2",
        "UPDATE journal_change SET after = '{\"name\": ' WHERE sequence = 2",
        "UPDATE journal_change SET people = 'Ana' WHERE sequence = 2",
        "UPDATE journal_change SET people = '{}' WHERE sequence = 2",
        "UPDATE journal_change SET people = '[]' WHERE sequence = 2",
        "UPDATE journal_change SET people = '[1, 2]' WHERE sequence = 2",
        "UPDATE journal_change SET salt = NULL, before = NULL, after = NULL WHERE sequence = 2",
        "UPDATE journal SET form = 1 WHERE sequence = 2",
        "UPDATE journal SET form = 3 WHERE sequence = 2",
        "UPDATE journal SET at = CAST(x'ff' AS TEXT) WHERE sequence = 2",
        "UPDATE journal_change SET id = id + 1000",
        "DELETE FROM library_fact WHERE name = 'journal_head'",
        "UPDATE participant SET phone = '021' WHERE name = 'Ben'",
        "DELETE FROM availability_window",
        "DELETE FROM participant WHERE name = 'Cleo'",
        "INSERT INTO ballot (uid, row_version, participant_id, about_id, choice) VALUES ('b', 1, 1, 2, 'want')",
    ],
)
def test_any_change_to_the_journal_is_found(library, desk, workshop_id, tampering):
    for name in ("Ana", "Ben", "Cleo"):
        participants.add(desk, workshop_id, name)
    participants.set_window(desk, 1, DayKind.WEEKEND, PartOfDay.LATE, free=True)
    assert library.archive.faults() == []
    tampered(library, tampering)
    faults = library.archive.faults()
    assert faults != []
    assert not [fault for fault in faults if "Eve" in fault or "Ana" in fault]


def tampered(library, statements):
    with library.archive._engine.begin() as connection:
        for statement in statements.split("; "):
            connection.connection.driver_connection.execute(statement)


CUT = (
    "DELETE FROM journal_change WHERE sequence > 2; DELETE FROM journal WHERE sequence > 2; "
    "UPDATE sqlite_sequence SET seq = 2 WHERE name = 'journal'"
)


def test_a_journal_that_was_cut_with_its_counter_is_found_by_how_far_it_went_when_it_was_closed(
    library, desk, workshop_id
):
    for name in ("Ana", "Ben", "Cleo"):
        participants.add(desk, workshop_id, name)
    library.close()
    for cut, sound in (("SELECT 1", True), (CUT, False)):
        again = open_with_passphrase(library.folder, None, standing_rules)
        tampered(again, cut)
        assert (again.archive.faults() == []) is sound
        again.close()


def test_a_journal_that_cannot_be_read_is_said_in_a_sentence_and_quotes_nothing(library, desk, workshop_id):
    participants.add(desk, workshop_id, "Canaryname")
    library.close()
    again = open_with_passphrase(library.folder, None, standing_rules)
    tampered(again, "UPDATE journal SET takes = '{Canaryname' WHERE sequence = 2")
    with pytest.raises(Damaged, match="cannot be read") as refused:
        again.archive.saved_at()
    assert "Canaryname" not in str(refused.value)
    again.close()


def test_nothing_is_taken_back_by_an_image_that_somebody_forged(library, desk, workshop_id):
    ana = participants.add(desk, workshop_id, "Ana")
    participants.change(desk, ana, participants.PersonField.PHONE, "021")
    tampered(library, "UPDATE journal_change SET before = json_set(before, '$.phone', '099') WHERE sequence = 3")
    library.keeper.renew()
    with pytest.raises(Damaged, match="cannot be read"):
        history.undo(desk)
    assert participants.person(desk, ana).phone == "021"


@pytest.mark.parametrize("column", ["before", "after", "people"])
def test_words_of_undo_that_cannot_be_read_are_said_in_a_sentence(library, desk, workshop_id, column):
    ana = participants.add(desk, workshop_id, "Canaryname")
    participants.change(desk, ana, participants.PersonField.PHONE, "021")
    tampered(library, f"UPDATE journal_change SET {column} = '{{Canaryname' WHERE sequence = 3")
    with pytest.raises(Damaged) as refused:
        history.undo_offer(desk)
    assert "Canaryname" not in str(refused.value)


def test_the_journal_lines_hold_no_names(library, desk, workshop_id):
    participants.add(desk, workshop_id, "Canaryname")
    with library.archive._engine.connect() as connection:
        lines = connection.execute(text("SELECT * FROM journal")).all()
    assert "Canaryname" not in repr(lines)


class RandomFacilitator(RuleBasedStateMachine):
    """Does random deeds; then undoes all, and does all again, and every table is what it was."""

    @initialize()
    def open(self) -> None:
        import tempfile
        from datetime import datetime
        from pathlib import Path

        self.folder = tempfile.TemporaryDirectory()
        self.library = empty_library(Path(self.folder.name) / "library")
        clock = SampleClock(datetime(2026, 3, 14, 9, tzinfo=UTC))
        self.desk = Desk(self.library.archive, clock, CountedCodes())
        self.states = [state_of(self.library)]
        self.workshop = setup.create(self.desk, "A", "", WORKSHOP_DAY, "UTC")
        self.states.append(state_of(self.library))

    def _done(self, deed, *args, **kwargs) -> None:
        try:
            deed(self.desk, *args, **kwargs)
        except Refusal:
            assert state_of(self.library) == self.states[-1]
            return
        state = state_of(self.library)
        if state != self.states[-1]:
            self.states.append(state)

    @property
    def people(self) -> list[int]:
        return [r.id for r in roster.roster(self.desk, self.workshop)]

    @rule(name=st.text(max_size=8))
    def add(self, name: str) -> None:
        self._done(participants.add, self.workshop, name)

    @precondition(lambda self: self.people)
    @rule(data=st.data())
    def include(self, data: st.DataObject) -> None:
        person = data.draw(st.sampled_from(self.people))
        self._done(
            responses.answer,
            person,
            READINESS,
            data.draw(st.integers(1, STATEMENTS)),
            data.draw(st.none() | st.builds(Entered, value=st.integers(1, 2))),
        )
        self._done(screening.decide, person, data.draw(st.sampled_from(ScreeningOutcome)), "a reason")

    @precondition(lambda self: self.people)
    @rule(data=st.data(), free=st.booleans())
    def window(self, data: st.DataObject, free: bool) -> None:
        person = data.draw(st.sampled_from(self.people))
        self._done(participants.set_window, person, DayKind.WEEKEND, PartOfDay.LATE, free=free)

    @precondition(lambda self: len(self.people) > 1)
    @rule(data=st.data())
    def pair(self, data: st.DataObject) -> None:
        self._done(moves.put_together, data.draw(st.lists(st.sampled_from(self.people), min_size=2, max_size=3)))

    @precondition(lambda self: len(self.people) > 1)
    @rule(data=st.data(), on=st.booleans(), said=st.sampled_from(Reply), stop=st.integers(0, 3))
    def ask(self, data: st.DataObject, on: bool, said: Reply, stop: int) -> None:
        two = data.draw(st.lists(st.sampled_from(self.people), min_size=2, max_size=2, unique=True))
        self._done(ties.keep_apart if on else ties.mark_couple, *two)
        self._done(ballots.mark, *two, data.draw(st.none() | st.sampled_from(Choice)))
        self._done(rounds.plan_rounds, self.workshop, 40)
        self._done(weighing.weigh, self.workshop, "ballot", stop)
        for card in board.board(self.desk, self.workshop).cards[:1]:
            self._done(moves.lock, card.id, on=on)
            self._done(telling.reply, card.id, card.members[0][0], said)

    @precondition(lambda self: self.people)
    @rule(data=st.data(), words=st.text(max_size=5))
    def goal(self, data: st.DataObject, words: str) -> None:
        person = data.draw(st.sampled_from(self.people))
        self._done(goals.add, person)
        for view in goals.goals_of(self.desk, person, self.desk.clock.today()).goals[:1]:
            self._done(steps.set_level, view.id, 0, words)

    @precondition(lambda self: self.people)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        self._done(participants.remove, data.draw(st.sampled_from(self.people)))

    @rule()
    def confirm(self) -> None:
        self._done(telling.confirm, self.workshop)

    @rule(day=st.dates(date(2026, 1, 1), date(2027, 1, 1)))
    def move(self, day: date) -> None:
        self._done(setup.change, self.workshop, setup.WorkshopField.HELD_ON, day)

    @invariant()
    def the_journal_is_whole(self) -> None:
        if hasattr(self, "library"):
            assert self.library.archive.faults() == []

    def teardown(self) -> None:
        if not hasattr(self, "library"):
            return
        for wanted in reversed(self.states[:-1]):
            history.undo(self.desk)
            assert state_of(self.library) == wanted
        assert history.undo_offer(self.desk) is None
        for wanted in self.states[1:]:
            history.redo(self.desk)
            assert state_of(self.library) == wanted
        assert self.library.archive.faults() == []
        self.library.close()
        self.folder.cleanup()


TestRandomDeeds = RandomFacilitator.TestCase
TestRandomDeeds.settings = settings(
    max_examples=12, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck)
)
