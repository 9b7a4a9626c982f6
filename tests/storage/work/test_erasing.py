"""Erasing leaves out no table: rows of every table that can hold something of a person are made up, and all go.

A table that is added later is reached without being named here. One that leads to no person must be told below, with
the reason why nothing of a person stands in it.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

import pytest
from sqlalchemy import JSON, Boolean, Column, Connection, Date, Float, Integer, LargeBinary, String, Table, select

from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.ports import Erasure, Note
from mat_desktop.storage.tables.columns import FREE, Instant, Worded, metadata
from mat_desktop.storage.tables.ledger import LEDGERS, journal_changes
from mat_desktop.storage.tables.mapping import DOMAIN_TABLES
from mat_desktop.storage.work import journal
from mat_desktop.storage.work.about import references
from mat_desktop.storage.work.erasing import erase
from mat_desktop.storage.work.reach import is_mention
from mat_desktop.storage.work.session import around_the_unit_of_work
from mat_desktop.storage.work.touched import Touched

SIGN = "Zq9canary"
AT = datetime(2026, 9, 20, 9, tzinfo=UTC)
NOBODY = {
    "allocation_list": "the random list of a study, before anybody stands on it",
    "arm": "an arm of a study",
    "criterion_weight": "what counts in pairing",
    "crisis_contact": "numbers of services",
    "follow_up_point": "days of meetings",
    "loaded_instrument": "a questionnaire that is empty",
    "measure": "which questionnaires are used",
    "outside_effect": "published figures of elsewhere",
    "room_clock": "how long each turn is at all tables",
    "run_sheet_block": "parts of the day",
    "study_plan": "who allowed a study, and what is compared in it",
    "usual_terms": "words with which every agreement begins",
    "workshop": "the place, and the facilitator herself",
}
BY_KEY = {"reminder": "found by the key of what is due"}
OF_THE_ARCHIVE = {"journal", "journal_change", "bookmark", "library_fact", "workshop_digest"}
Row = tuple[str, int]


class MadeUp:
    """Rows about Ana, and about the partnership of Ana and Ben, in every way in which a table can be about them."""

    def __init__(self, connection: Connection, ana: int, ben: int) -> None:
        self.connection, self.ana, self.ben = connection, ana, ben
        self._number = count(1000)
        self._made: dict[str, list[int]] = {"participant": [ana]}
        self.words: dict[str, set[str]] = {}
        place = self.row(metadata.tables["partnership"], {})
        self._made["partnership"] = [place]
        self.row(metadata.tables["member"], {"participant_id": ben, "partnership_id": place})

    def of(self, name: str) -> list[int]:
        """The rows of a table about them, made when they are first asked for; its own kin aside."""
        if name not in self._made:
            self._made[name] = []
            ways = list(self._ways(name))
            self._made[name] = [self.row(metadata.tables[name], way) for way in ways]
        return self._made[name]

    def _ways(self, name: str) -> Iterator[Mapping[str, int]]:
        """Each reference that ties a row to them, with what it points to."""
        table = metadata.tables[name]
        people = [column for column, target in references(name) if target == "participant"]
        needs_one = any(not table.c[column].nullable and not is_mention(name, column) for column in people)
        for column, target in references(name):
            if target in ("workshop", name) or is_mention(name, column):
                continue
            if target == "participant":
                yield {column: self.ana}
            elif not needs_one:
                yield from ({column: owner} for owner in self.of(target))

    def row(self, table: Table, tied: Mapping[str, int]) -> int:
        """A row with a word of its own wherever words can stand."""
        targets = dict(references(table.name))
        values = {c.name: self._value(c, targets.get(c.name, ""), tied) for c in table.c if c.name != "id"}
        with around_the_unit_of_work(self.connection):
            made = self.connection.execute(table.insert().values(**values)).inserted_primary_key
        assert made is not None
        self.words[table.name] = self.words.get(table.name, set()) | {str(v) for v in values.values() if SIGN in str(v)}
        return int(made[0])

    def _value(self, column: Column[Any], target: str, tied: Mapping[str, int]) -> Any:
        if column.name in tied:
            return tied[column.name]
        if target:
            return None if column.nullable else self._other(target)
        number = next(self._number)
        if isinstance(column.type, Worded):
            return next(iter(column.type.words))
        if isinstance(column.type, JSON):
            return {"names": [SIGN, "Ben"], "goals": [[SIGN, []], ["Ben", []]], "voices": [], "witness": SIGN}
        plain: dict[type, Any] = {
            Date: date(2026, 3, 14),
            Instant: AT,
            Boolean: False,
            Float: 1.0,
            LargeBinary: SIGN.encode(),
            Integer: number,
        }
        found = next((value for kind, value in plain.items() if isinstance(column.type, kind)), None)
        if found is not None:
            return found
        return f"{SIGN}{number}" if column.info.get(FREE) else f"{number}"

    def _other(self, target: str) -> int:
        """What a row must have beside: the workshop, Ben, or something of theirs or of the workshop."""
        if target == "workshop":
            return 1
        if target == "participant":
            return self.ben
        if not self.of(target):
            self._made[target] = [self.row(metadata.tables[target], {})]
        return self._made[target][0]


CODES = {
    ("correction", "about"),
    ("hand_over", "instruments"),
    ("issued_sheet", "code"),
    ("issued_sheet", "occasion"),
    ("participant", "time_zone"),
    ("printed_agreement", "code"),
    ("printed_agreement", "terms_digest"),
    ("response", "instrument"),
    ("response", "version"),
    ("room_seat", "letter"),
    ("sheet_reading", "digest"),
}
"""Columns of text in which nobody writes: what stands there is drawn, chosen or worked out."""


def tables_that_lead_to_people() -> set[str]:
    """By the references alone, mentions and partnerships counted."""
    found = {"participant", "partnership"}
    while more := {t for t in DOMAIN_TABLES - found if {target for _, target in references(t)} & found}:
        found |= more
    return found


def test_every_table_leads_to_a_person_or_has_a_reason_why_none_stands_in_it():
    assert DOMAIN_TABLES - tables_that_lead_to_people() == NOBODY.keys() | BY_KEY
    assert LEDGERS == OF_THE_ARCHIVE


def test_every_column_of_text_is_one_in_which_people_write_or_holds_a_code():
    told = {
        (name, column.name)
        for name in tables_that_lead_to_people()
        for column in metadata.tables[name].c
        if isinstance(column.type, String) and not column.info.get(FREE) and column.name != "uid"
    }
    assert told == CODES


@pytest.fixture
def made_up(library, desk, workshop_id):
    ana, ben = (participants.add(desk, workshop_id, name) for name in ("Ana", "Ben"))
    with library.archive._engine.begin() as connection:
        made = MadeUp(connection, ana, ben)
        for name in sorted(tables_that_lead_to_people() - {"participant", "partnership", "erasure_request"}):
            made.of(name)
        touched = Touched(Note("participants.change", False, AT))
        for name, rows in made._made.items():
            touched.add(name, rows)
        journal.write(connection, touched)
    library.keeper.renew()
    return made


def uid_of(library, person: int) -> str:
    people = metadata.tables["participant"]
    with library.archive._engine.connect() as connection:
        return str(connection.execute(select(people.c.uid).where(people.c.id == person)).scalar_one())


def test_nothing_of_a_person_stays_in_any_table_nor_in_the_images_of_any(library, made_up):
    assert len(made_up.words) > 25, "there must be words to find"
    before = (library.folder / "library.db").read_bytes()
    assert SIGN.encode() in before
    library.archive.erase(
        Note("library.erase", False, AT, workshop_id=1),
        Erasure(uid=uid_of(library, made_up.ana), on=date(2026, 9, 20), at=AT, reason="One of them stopped; no fault."),
    )
    library.keeper.wipe()
    left = {}
    with library.archive._engine.connect() as connection:
        for name in sorted(metadata.tables):
            rows = connection.execute(select(metadata.tables[name])).mappings().all()
            left[name] = sum(SIGN in str(dict(row)) for row in rows)
    assert {name: number for name, number in left.items() if number} == OF_THE_WORKSHOP
    assert library.archive.faults() == []


OF_THE_WORKSHOP = {"allocation_list": 1, "arm": 1, "group_meeting": 1, "journal_change": 3}
"""What had to be made up beside, and is about nobody; and its images."""


def test_images_of_a_table_that_only_older_forms_had_are_blanked_too(library, pair):
    _, ana, _ = pair
    screening = metadata.tables["screening"]
    with library.archive._engine.begin() as connection:
        hers = connection.execute(select(screening.c.id).where(screening.c.participant_id == ana)).scalar_one()
        old = {"id": 5, "screening_id": hers, "question": "crisis", "value": SIGN}
        given = {"sequence": 1, "table_name": "screening_answer", "row_id": 5, "after": old, "salt": "s", "people": []}
        connection.execute(journal_changes.insert().values(**given))
    library.keeper.renew()
    erasure = Erasure(uid=uid_of(library, ana), on=date(2026, 9, 20), at=AT, reason="")
    library.archive.erase(Note("library.erase", False, AT, workshop_id=1), erasure)
    with library.archive._engine.connect() as connection:
        asked = select(journal_changes).where(journal_changes.c.table_name == "screening_answer")
        old, of_the_erasing = connection.execute(asked).all()
    assert (old.before, old.after, old.salt) == (None, None, None)
    assert (of_the_erasing.before, of_the_erasing.after) == (None, None), "it only names the row"


def test_erasing_somebody_whom_a_copy_never_knew_changes_nothing(library, pair):
    with library.archive._engine.begin() as connection:
        before = journal.last_hash(connection)
        erasure = Erasure(uid="nobody", on=date(2026, 9, 20), at=AT, reason="")
        assert erase(connection, Note("library.erase", False, AT), erasure) is None
        assert journal.last_hash(connection) == before
