"""Somebody who asks for it is erased from the library, its journal and all of its copies, and from nothing else."""

import os
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from sqlalchemy import select

from mat_desktop.app.system import Press
from mat_desktop.facilitation import history
from mat_desktop.facilitation.contact import sheet
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.dispatch import AtOnce
from mat_desktop.facilitation.library import erasure
from mat_desktop.facilitation.library.erasure import CopiesErased, Proof
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import roster
from mat_desktop.facilitation.ports import Fact, Note
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.storage.faults import NotSaved
from mat_desktop.storage.folder.copying import verify
from mat_desktop.storage.folder.erasing import in_copies
from mat_desktop.storage.folder.glance import BACKUPS, DATABASE, all_backups
from mat_desktop.storage.folder.library import Library, open_with_passphrase
from mat_desktop.storage.tables.columns import FREE, MENTIONS, mappers, metadata
from mat_desktop.storage.tables.ledger import journal_changes
from mat_desktop.storage.tables.mapping import DOMAIN_TABLES
from mat_desktop.storage.work import journal
from mat_desktop.workshop.agreement import Agreement
from mat_desktop.workshop.goals.goal import Goal
from mat_desktop.workshop.pairing.nouns import Member, Partnership, PartnershipState
from mat_desktop.workshop.participants.erasure import ERASED, ErasureRequest
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import SheetKind
from tests.figures import figure
from tests.full_disk import needs_a_system_that_refuses, no_room
from tests.libraries import library_of
from tests.people import NEW_ZEALAND, CountedCodes, harbour_hall
from tests.storage.folder.test_kills import after_kills
from tests.storage.test_migrations import first_form
from tests.sure import sure
from tests.twelve import a_year_of_twelve
from tests.years import YEAR

WORKSHOP, ANA, BEN, CLEO, LENA = 1, 1, 2, 3, 12
SIGN = "Qx7canary"
"""Every word that is Ana’s alone begins so."""
NAME, PHONE = f"{SIGN}name Tokenova", "021 555 7788"


def clock() -> SampleClock:
    return SampleClock(datetime(YEAR.year, YEAR.month, YEAR.day, 10, tzinfo=NEW_ZEALAND))


def at_desk(library: Library) -> Desk:
    return Desk(library.archive, clock(), CountedCodes())


def owner_of(thing: object) -> Iterator[tuple[str, int]]:
    """To what a row belongs, by the references of its table."""
    table = metadata.tables[kind_name(type(thing))]
    for key in table.foreign_keys:
        value = getattr(thing, key.parent.name)
        if value is not None and not key.parent.info.get(MENTIONS):
            yield key.column.table.name, value
    if table.name == "printed_agreement":
        yield "partnership", thing.partnership_id  # type: ignore[attr-defined]


def kind_name(kind: type[Any]) -> str:
    return str(next(m.local_table.name for m in mappers.mappers if m.class_ is kind))  # type: ignore[attr-defined]


def her_things(rows: Any, person: int, places: set[int]) -> list[Any]:
    """Everything that is hers, and everything of her partnership that is nobody's alone: a walk of our own."""
    everything = {(kind_name(m.class_), one.id): one for m in mappers.mappers for one in rows.all(m.class_)}

    def people(key: tuple[str, int]) -> set[int]:
        if key[0] == "participant":
            return {key[1]}
        owners = list(owner_of(everything[key])) if key in everything else []
        direct = {one for table, one in owners if table == "participant"}
        return direct or set().union(*(people(owner) for owner in owners if owner[0] != "workshop"))

    def of_place(key: tuple[str, int]) -> bool:
        if key[0] == "partnership":
            return key[1] in places
        owners = list(owner_of(everything[key])) if key in everything else []
        return not people(key) and any(of_place(owner) for owner in owners if owner[0] != "workshop")

    return [one for key, one in everything.items() if person in people(key) or of_place(key)]


def mark(library: Library, person: int) -> None:
    """Put a word of her own into every field in which one can write, twice, so that the journal holds it before and
    after; and have others write about her.
    """
    desk = at_desk(library)
    participants.change(desk, person, participants.PersonField.NAME, f"{SIGN}once Tokenova")
    participants.change(desk, person, participants.PersonField.NAME, NAME)
    participants.change(desk, person, participants.PersonField.PHONE, PHONE)
    for turn in ("first", "second"):
        with library.archive.deed(Note("participants.change", True, clock().now(), workshop_id=WORKSHOP)) as rows:
            places = {sure(m.partnership_id) for m in rows.all(Member, participant_id=person)}
            for thing in her_things(rows, person, places):
                table = metadata.tables[kind_name(type(thing))]
                for column in table.c:
                    if column.info.get(FREE) and (table.name, column.name) not in KEPT:
                        setattr(thing, column.name, f"{SIGN}{turn} {table.name}.{column.name} {thing.id}")
    goals_of_ben(library, f"Walk with {NAME} and ask {SIGN}name")


KEPT = {("participant", "name"), ("participant", "phone"), ("contact_day", "with_whom"), ("reminder", "key")}


def goals_of_ben(library: Library, words: str) -> None:
    with library.archive.deed(Note("goals.change", True, clock().now(), workshop_id=WORKSHOP)) as rows:
        (goal,) = rows.all(Goal, participant_id=BEN)
        goal.words = words


def marked_year(library: Library) -> None:
    a_year_of_twelve(library)
    mark(library, ANA)


def found_in(path: Path) -> set[str]:
    """Which of her words lie in a file, in the letters of UTF-8 and of UTF-16."""
    content = path.read_bytes()
    signs = [SIGN, "Tokenova", PHONE]
    return {s for s in signs for letters in ("utf-8", "utf-16-le", "utf-16-be") if s.encode(letters) in content}


def left_in(folder: Path) -> dict[str, set[str]]:
    return {str(p.relative_to(folder)): found for p in folder.rglob("*") if p.is_file() and (found := found_in(p))}


def erase(library: Library, person: int, *, table: str = "1", figures: str = "88") -> tuple[Desk, CopiesErased, Any]:
    """Ask, erase at once, and do it in all copies, as the window does."""
    desk = at_desk(library)
    erasure.ask(desk, person, Proof(table, figures), at_once=True)
    beforehand = erasure.erase(desk, person)
    copies = AtOnce().begin(sure(library.erasing_copies())).result()
    erasure.done_in_copies(desk)
    return desk, copies, beforehand


@pytest.fixture
def year(tmp_path: Path) -> Iterator[Library]:
    library = library_of(tmp_path / "library", marked_year)
    yield library
    library.close()


def test_nothing_of_somebody_who_was_erased_lies_in_the_library_the_journal_or_the_copies(year):
    year.back_up(clock().now())
    assert set(left_in(year.folder)) >= {DATABASE}
    assert len(left_in(year.folder / BACKUPS)) == 1
    _, copies, _ = erase(year, ANA)
    assert copies == CopiesErased(reached=1, beyond=())
    assert left_in(year.folder) == {}
    assert year.archive.faults() == []
    for path in all_backups(year.folder):
        verify(path / DATABASE, None)
    year.close()
    assert left_in(year.folder) == {}


def test_the_marked_year_holds_words_of_hers_in_nearly_every_table(year):
    with year.archive._engine.connect() as connection:
        told = connection.execute(select(journal_changes.c.table_name, journal_changes.c.after)).all()
    marked = {(table, name) for table, image in told for name, value in (image or {}).items() if SIGN in str(value)}
    assert len({table for table, _ in marked}) >= 14
    assert len(marked) >= 40


def test_the_record_of_the_partner_stands_and_the_calls_end_as_when_somebody_leaves(year):
    desk = at_desk(year)
    (place,) = {m.partnership_id for m in _members(year, BEN)}
    before = sheet.log_grid(desk, sure(place), BEN).days, alone_of(year, BEN)
    erase(year, ANA)
    assert (sheet.log_grid(desk, sure(place), BEN).days, alone_of(year, BEN)) == before
    with year.archive.look() as rows:
        kept = rows.get(Partnership, sure(place))
        assert (kept.state, kept.ended_on, kept.ended_reason) == (
            PartnershipState.ENDED,
            YEAR,
            "One of them stopped; no fault.",
        )
        (goal,) = rows.all(Goal, participant_id=BEN)
        assert goal.words == f"Walk with {ERASED} and ask {ERASED}"
    assert ANA not in {row.id for row in roster.roster(desk, WORKSHOP)}
    assert participants.person(desk, ANA).name == ERASED


def test_what_somebody_else_is_reached_by_stays_theirs_though_it_is_the_same_number(year):
    desk = at_desk(year)
    for field, value in (("phone", PHONE), ("emergency_name", NAME), ("emergency_phone", PHONE)):
        participants.change(desk, BEN, participants.PersonField(field), value)
    erase(year, ANA)
    view = participants.person(desk, BEN)
    assert (view.phone, view.emergency_name, view.emergency_phone) == (PHONE, NAME, PHONE)


def test_the_handouts_of_all_others_print_after_somebody_was_erased(year):
    desk, *_ = erase(year, ANA)
    kinds = (SheetKind.CALL_LOG, SheetKind.AGREEMENT, SheetKind.ONE_YEAR)
    others = tuple(row.id for row in roster.roster(desk, WORKSHOP))
    order = Order(workshop_id=WORKSHOP, kinds=kinds, people=others)
    plan = sheets.plan(desk, order)
    pdf = Press().pdf(sheets.print_out(desk, order), Style())
    assert pdf.startswith(b"%PDF")
    assert len(plan) > len(others)


@pytest.mark.parametrize(("person", "table"), [(CLEO, "3"), (6, "6")])
def test_every_kind_of_sheet_prints_for_everybody_else_and_names_nobody_who_was_erased(tmp_path, person, table):
    library = library_of(tmp_path / "library", a_year_of_twelve)
    name = participants.person(at_desk(library), person).name
    desk, *_ = erase(library, person, table=table, figures="55")
    others = tuple(row.id for row in roster.roster(desk, WORKSHOP))
    for kind in SheetKind:
        order = Order(workshop_id=WORKSHOP, kinds=(kind,), people=others)
        if sheets.plan(desk, order):
            pages = pypdf.PdfReader(BytesIO(Press().pdf(sheets.preview(desk, order), Style()))).pages
            assert name not in " ".join(page.extract_text() for page in pages).split(), kind
    library.close()


def test_undo_says_that_there_is_nothing_to_undo_once_somebody_was_erased(year):
    desk, *_ = erase(year, ANA)
    assert history.undo_offer(desk) is None
    with pytest.raises(Refusal, match="nothing to undo"):
        history.undo(desk)


def test_every_row_is_what_the_journal_last_said_of_it(year):
    erase(year, ANA)
    with year.archive._engine.connect() as connection:
        last: dict[tuple[str, int], Any] = {}
        for row in connection.execute(select(journal_changes).order_by(journal_changes.c.id)):
            last[row.table_name, row.row_id] = row.after
        for name in sorted(DOMAIN_TABLES):
            for row_id in connection.execute(select(metadata.tables[name].c.id)).scalars():
                assert journal.read_image(connection, metadata.tables[name], row_id) == last[name, row_id], name


def test_an_agreement_that_was_signed_stays_as_a_redacted_copy_that_says_so(tmp_path):
    library = library_of(tmp_path / "library", a_year_of_twelve)
    desk, *_ = erase(library, CLEO, table="3", figures="55")
    (place,) = {m.partnership_id for m in _members(library, CLEO + 1)}
    with library.archive.look() as rows:
        (kept,) = rows.all(Agreement, partnership_id=sure(place))
    snapshot = sure(kept.snapshot)
    assert snapshot["names"] == [ERASED, "Dov", "Elif"]
    assert snapshot["how_we_listen"] == ERASED
    assert "Cleo" not in str(snapshot)
    assert kept.signed_on is not None
    assert set(found_words(library.folder, "Cleo")) == set()
    library.close()


def test_of_somebody_who_was_in_no_partnership_nothing_stays_but_the_days_of_the_request(tmp_path):
    library = library_of(tmp_path / "library", a_year_of_twelve)
    erase(library, LENA, table="12", figures="55")
    with library.archive.look() as rows:
        assert LENA not in {p.id for p in rows.all(Participant)}
        (request,) = rows.all(ErasureRequest)
        assert (request.participant_id, request.done_on) == (None, YEAR)
    assert library.archive.faults() == []
    assert set(found_words(library.folder, "Lena")) == set()
    library.close()


def test_copies_that_were_not_reached_before_the_power_went_are_reached_the_next_time(year):
    desk = at_desk(year)
    erasure.ask(desk, ANA, Proof("1", "88"), at_once=True)
    erasure.erase(desk, ANA)
    year.close()
    assert left_in(year.folder / BACKUPS)
    again = open_with_passphrase(year.folder, None, standing_rules)
    AtOnce().begin(sure(again.erasing_copies())).result()
    erasure.done_in_copies(at_desk(again))
    assert again.erasing_copies() is None
    assert left_in(year.folder) == {}
    again.close()


@needs_a_system_that_refuses
def test_a_disk_that_fills_up_anywhere_while_copies_are_erased_from_is_said_and_leaves_them_whole_for_the_next_time(
    year,
):
    desk = at_desk(year)
    erasure.ask(desk, ANA, Proof("1", "88"), at_once=True)
    erasure.erase(desk, ANA)
    (copy,) = (year.folder / BACKUPS).iterdir()
    before, size = (copy / DATABASE).read_bytes(), (copy / DATABASE).stat().st_size
    task = sure(year.erasing_copies())
    said = set()
    for beyond in (size // 2, size, size + 4096):
        with no_room(beyond), pytest.raises(NotSaved) as refused:
            in_copies(lambda *_: None, task.parts, task.given)
        said.add(str(refused.value))
        assert (copy / DATABASE).read_bytes() == before
    assert all("NOT saved" in words for words in said)
    AtOnce().begin(sure(year.erasing_copies())).result()
    assert left_in(year.folder) == {}


def test_a_copy_that_does_not_open_is_named_and_left_as_it_is(year):
    strange = year.folder / BACKUPS / "from-elsewhere"
    strange.mkdir(parents=True)
    (strange / DATABASE).write_bytes(b"no library at all " * 100)
    desk, copies, beforehand = erase(year, ANA)
    assert copies.beyond == ("from-elsewhere",)
    assert "the safety copy “from-elsewhere”" in erasure.certificate(desk, beforehand, copies).beyond.lower()
    assert (strange / DATABASE).read_bytes().startswith(b"no library")


def test_a_copy_of_the_first_form_is_carried_forward_and_holds_nothing_either(tmp_path):
    folder = tmp_path / "library"
    first_form(folder)
    library = open_with_passphrase(folder, None, standing_rules)
    (before,) = all_backups(folder)
    assert b"asked for help" in (before / DATABASE).read_bytes()
    erase(library, 1, figures="")
    assert not [p for p in folder.rglob("*") if p.is_file() and b"asked for help" in p.read_bytes()]
    assert library.archive.faults() == []
    verify(before / DATABASE, None)
    library.close()


def alone_of(library: Library, person: int) -> dict[str, list[dict[str, Any]]]:
    """The rows that point to one person and to nobody else, but for the words in which she was named."""
    told = {}
    with library.archive._engine.connect() as connection:
        for name in sorted(DOMAIN_TABLES - {"goal", "member", "private_call"}):
            columns = [k.parent for k in metadata.tables[name].foreign_keys if k.column.table.name == "participant"]
            if len(columns) == 1:
                found = connection.execute(select(metadata.tables[name]).where(columns[0] == person)).mappings()
                told[name] = [dict(row) for row in found]
    return {name: rows for name, rows in told.items() if rows}


def _members(library: Library, person: int) -> list[Member]:
    with library.archive.look() as rows:
        return list(rows.all(Member, participant_id=person))


def found_words(folder: Path, word: str) -> Iterator[Path]:
    return (p for p in folder.rglob("*") if p.is_file() and word.encode() in p.read_bytes())


def two_people(library: Library) -> None:
    desk = Desk(library.archive, clock(), CountedCodes())
    workshop_id = harbour_hall(desk)
    for name in (NAME, "Ben"):
        participants.add(desk, workshop_id, name, "021 555")
    library.archive.copy_to(library.folder / BACKUPS, clock().now())


def erased_in(folder: Path) -> None:
    library = open_with_passphrase(folder, None, standing_rules)
    erase(library, ANA, figures="55")
    library.close()


def after_the_next_opening(folder: Path) -> str:
    """What lies there once the library was opened again, and what was left to do is done."""
    library = open_with_passphrase(folder, None, standing_rules)
    task = library.erasing_copies()
    if task is not None:
        AtOnce().begin(task).result()
        library.archive.keep_fact(Fact.ERASING, "")
    with library.archive.look() as rows:
        names = [person.name for person in rows.all(Participant)]
    told = names + library.archive.faults()
    library.close()
    return ", ".join([*told, *(["found in files"] if left_in(folder) else [])])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only here a child can be forked and killed")
def test_an_erasing_that_is_killed_is_done_whole_or_was_never_begun(tmp_path):
    library_of(tmp_path / "before", two_people).close()
    states = after_kills(tmp_path / "before", tmp_path, erased_in, after_the_next_opening)
    assert set(states) <= {f"{NAME}, Ben, found in files", "Ben"}
    assert "Ben" in states
    figure("kill -9 in an erasing", f"{len(states) - 1} kills: done whole or never begun, 0 canaries where it was done")
