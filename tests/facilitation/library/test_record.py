"""A person's own record leaves out nothing that is theirs, and holds nothing that another person said, chose or wished.

Every kind of thing that can be about somebody is told, field by field, or is held back with a reason.
"""

import pytest
from sqlalchemy import Table

from mat_desktop.facilitation import history, screening
from mat_desktop.facilitation.library.record import page as records
from mat_desktop.facilitation.library.record.held_back import HELD_BACK
from mat_desktop.facilitation.library.record.page import LEFT_OUT, TOLD
from mat_desktop.facilitation.library.record.told import Chapter, KeptKind
from mat_desktop.facilitation.pairing import ballots, moves, telling
from mat_desktop.facilitation.participants import corrections
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.people import PersonField
from mat_desktop.storage.tables.columns import FREE, metadata, table_of
from mat_desktop.storage.work.about import references
from mat_desktop.workshop.pairing.nouns import Choice, Reply
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.screening import ScreeningOutcome
from tests.people import WORKSHOP_DAY
from tests.storage.work.test_erasing import SIGN, MadeUp, tables_that_lead_to_people

KINDS = {told.kind.__name__: told for told in TOLD}
OWNER = {"id", "uid", "row_version", "participant_id"}


def columns_of(name):
    """What a row says, but for whose it is and to what of theirs it belongs."""
    to_people = {column for column, target in references(name) if target == "participant"}
    belongs = {column for column, _ in references(name)} - to_people
    return {column.name for column in metadata.tables[name].c} - OWNER - belongs


def test_every_kind_of_thing_that_can_be_about_somebody_is_told_or_held_back_with_a_reason():
    told, held_back = {table_of(kind.kind).name for kind in TOLD}, {table_of(kind).name for kind in HELD_BACK}
    assert tables_that_lead_to_people() | {"reminder"} <= told | held_back
    assert not told & held_back
    assert all(HELD_BACK.values())


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_field_is_told_or_hidden_with_a_reason(name):
    told = KINDS[name]
    table = table_of(told.kind)
    assert set(told.fields) | set(told.hidden) >= columns_of(table.name)
    assert not set(told.fields) & set(told.hidden)
    assert told.notes <= set(told.fields)


OF_OTHERS = {"goal_suggestion": "an idea for somebody is its giver's"}
OF_THE_GROUP = {"arm": "told once the arms are named", "group_meeting": "told of whoever was host"}
OVER_IT = "stands over it"


class Words:
    """Made-up words: those that belong into Ana's record, and those that others said or chose."""

    def __init__(self, made: MadeUp) -> None:
        self.made, self.hers, self.of_others = made, set[str](), set[str]()

    def add(self, told: KeptKind) -> None:
        table = table_of(told.kind)
        free = {column.name for column in table.c if column.info.get(FREE)}
        shown = {name for name in free if name in told.fields or told.hidden.get(name) == OVER_IT}
        rows = self.made._made.get(table.name, [])
        if table.name in OF_THE_GROUP:
            return
        if table.name in OF_OTHERS:
            self.of_others |= self.kept(table, rows, free)
        else:
            self.hers |= self.kept(table, rows, shown)
            self.of_others |= self.kept(table, rows, free - shown)
        if "participant_id" in table.c and table.name != "participant":
            self.of_others |= self.kept(table, [self.made.row(table, {"participant_id": self.made.ben})], free)

    def kept(self, table: Table, ids: list[int], columns: set[str]) -> set[str]:
        rows = self.made.connection.execute(table.select().where(table.c.id.in_(ids))).mappings().all()
        return {str(row[column]) for row in rows for column in columns if SIGN in str(row[column])}


def test_all_words_of_a_person_stand_in_their_record_and_none_of_what_others_said(library, desk, workshop_id):
    ana, ben = (participants.add(desk, workshop_id, name) for name in ("Ana", "Ben"))
    with library.archive._engine.begin() as connection:
        made = MadeUp(connection, ana, ben)
        for table in sorted(tables_that_lead_to_people() - {"participant", "partnership", "erasure_request"}):
            made.of(table)
        made.row(metadata.tables["member"], {"participant_id": ana, "partnership_id": made.of("partnership")[0]})
        words = Words(made)
        for told in TOLD:
            words.add(told)
    library.archive.forget()
    library.keeper.renew()
    said = str(records.record(desk, ana, WORKSHOP_DAY))
    assert {word for word in words.hers if word not in said} == set()
    assert {word for word in words.of_others if word in said} == set()
    assert len(words.hers) > 40
    assert len(words.of_others) > 20


def test_what_others_chose_about_somebody_is_not_in_their_record(desk, workshop_id, include):
    ana, ben = include("Ana"), include("Ben")
    ballots.mark(desk, ben, ana, Choice.RATHER_NOT)
    ballots.mark(desk, ana, ben, Choice.GLADLY)
    said = [(e.head, e.words) for e in records.record(desk, ana, WORKSHOP_DAY).entries if e.part is Chapter.FINDING]
    assert said == [("You marked Ben", "gladly")]


def test_a_pair_that_did_not_come_about_is_in_nobodys_record(desk, workshop_id, include):
    ana, ben = include("Ana"), include("Ben")
    moves.put_together(desk, [ana, ben])
    telling.confirm(desk, workshop_id)
    telling.reply(desk, 1, ben, Reply.RATHER_NOT)
    assert [e for e in records.record(desk, ana, WORKSHOP_DAY).entries if e.part is Chapter.PAIR] == []


def test_a_note_that_names_somebody_else_is_left_out_until_she_puts_it_in_and_the_paper_says_so(
    desk, workshop_id, include
):
    ana, _ = include("Ana"), include("Ben Tui")
    screening.set_note(desk, ana, "Came back. Afraid of ben.")
    participants.change(desk, ana, PersonField.CHALLENGE, "Walk with Ben")
    view = records.record(desk, ana, WORKSHOP_DAY)
    (note,) = (e for e in view.entries if "Afraid" in e.words)
    (own,) = (e for e in view.entries if "Walk with Ben" in e.words)
    assert (note.names_others, note.starts_out) == (True, True)
    assert (own.names_others, own.starts_out) == (True, False)
    paper = str(records.sheet(desk, ana, {note.about}, WORKSHOP_DAY))
    assert "Afraid" not in paper
    assert LEFT_OUT in paper
    assert "Afraid" in str(records.sheet(desk, ana, (), WORKSHOP_DAY))


def test_a_statement_of_correction_stands_beside_the_line_it_is_about_and_replaces_the_one_before(
    desk, workshop_id, include
):
    ana = include("Ana")
    screening.decide(desk, ana, ScreeningOutcome.INCLUDE)
    screening.set_note(desk, ana, "Came late.")
    about = next(e.about for e in records.record(desk, ana, WORKSHOP_DAY).entries if "Came late" in e.words)
    corrections.correct(desk, ana, about, "I was early.")
    corrections.correct(desk, ana, about, "I was on time.")
    view = records.record(desk, ana, WORKSHOP_DAY)
    (beside,) = (e for e in view.entries if e.about == about)
    assert (beside.words, beside.correction) == ("Note of the facilitator: Came late.", "I was on time.")
    assert "You say, since 14 March 2026: I was on time." in str(records.sheet(desk, ana, (), WORKSHOP_DAY))
    history.undo(desk)
    (beside,) = (e for e in records.record(desk, ana, WORKSHOP_DAY).entries if e.about == about)
    assert beside.correction == "I was early."
    corrections.take_back(desk, beside.correction_id)
    assert "early" not in str(records.record(desk, ana, WORKSHOP_DAY))
    with pytest.raises(Refusal, match="Write in the person’s words"):
        corrections.correct(desk, ana, about, " ")
