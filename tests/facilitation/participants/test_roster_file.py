import pytest
from hypothesis import given
from hypothesis import strategies as st

from mat_desktop.facilitation import csv_table, history
from mat_desktop.facilitation.pairing import headless as headless_pairing
from mat_desktop.facilitation.participants import comparing, newcomers, roster, roster_file
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.forms.columns import guess
from mat_desktop.workshop.participants.participant import DayKind, PartOfDay
from mat_desktop.workshop.refusal import Refusal

FORM = (
    "Timestamp,Email Address,Your name,Phone number,When are you free?,What would you like to change?,"
    "I agree to take part,I agree that my data is kept\r\n"
    '2026/02/01 9:12:44 AM GMT+13,zoe@example.org,"Zoë Brown, Dr.",021 555 0001,'
    '"Weekdays evening, Weekend evening","Sleep, and rest",I agree,I agree\r\n'
    "2026/02/01 9:20:01 AM GMT+13,ana@example.org,Ana,021 555 0002,Weekdays evening,Move,I agree,I agree\r\n"
)


def read(text: str) -> tuple[roster_file.RosterEntry, ...]:
    table = csv_table.read(text.encode())
    found = people_of(table)
    assert not found.faults
    return found.entries


def people_of(table: csv_table.CsvTable) -> roster_file.ReadRoster:
    return roster_file.people_of(table, guess(table).columns)


def test_the_export_of_a_form_is_understood_by_its_headings():
    table = csv_table.read(FORM.encode("utf-8-sig"))
    assert guess(table).columns == {
        "email": (1,),
        "name": (2,),
        "phone": (3,),
        "windows": (4,),
        "challenge": (5,),
        "consent_take_part": (6,),
        "consent_store": (7,),
    }
    entries = read(FORM)
    assert entries[0].name == "Zoë Brown, Dr."
    assert (DayKind.WEEKEND, PartOfDay.EVENING) in entries[0].windows


def test_text_that_is_not_utf8_is_refused_with_the_row_and_the_way_out():
    with pytest.raises(Refusal, match=r"row 2.*--encoding windows-1252"):
        csv_table.read(FORM.encode("windows-1252"))
    table = csv_table.read(FORM.encode("windows-1252"), "windows-1252")
    assert table.rows[0][1][2] == "Zoë Brown, Dr."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"name\n", "no people"),
        (b"name,name\nAna,Ben\n", "No column is marked as the name"),
        (b"phone\n021\n", "No column is marked as the name"),
        (b'name\n"Ana\n', "breaks off in row"),
        (b"name\nAna\0\n", "NUL"),
        (b"name\n" + b"x\n" * 1001, "at most 1,000"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_plain_sentence(content: bytes, said: str):
    with pytest.raises(Refusal, match=said) as refused:
        table = csv_table.read(content)
        people_of(table)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("x" * 10_000 + ",021", "row 2, column name: a name of at most 200 characters is expected"),
        (",021", "row 2, column name: a name is expected"),
        ("Ana,021,more", "row 2, column 3: more cells than row 1 has columns; put texts with commas in quotes"),
    ],
)
def test_a_fault_is_named_by_row_and_column(row: str, fault: str):
    table = csv_table.read(f"name,phone\n{row}\n".encode())
    found = people_of(table)
    assert not found.entries
    assert [str(f) for f in found.faults] == [fault]


def test_the_valid_rows_are_taken_when_others_are_not():
    table = csv_table.read(b"name,phone\nAna,021 555 0101\n,2\nAna,021 555 0101\nAna,021 555 0103\n")
    found = people_of(table)
    assert [(e.row, e.name) for e in found.entries] == [(2, "Ana"), (5, "Ana")], "two people of one name are kept"
    assert [f.row for f in found.faults] == [3]
    assert [f.row for f in found.notes] == [4, 5]


def test_markup_in_a_name_is_kept_letter_for_letter():
    (entry,) = read('name\n"<img src=""/etc/hostname""/> & <b>"\n')
    assert entry.name == '<img src="/etc/hostname"/> & <b>'


@given(st.binary(max_size=300))
def test_no_file_breaks_the_reader(content: bytes):
    try:
        table = csv_table.read(content)
        people_of(table)
    except Refusal as refusal:
        assert str(refusal)


def take(desk, workshop_id, text):
    table = csv_table.read(text.encode())
    plan = comparing.compare(desk, workshop_id, people_of(table))
    changed = [(c.person_id, tuple((f, new) for f, _, new, hand in c.differences if not hand)) for c in plan.changed]
    newcomers.take_in(desk, workshop_id, comparing.newcomers(plan), changed)
    return plan


def test_a_later_export_shows_new_changed_unchanged_and_gone(desk, workshop_id):
    head, ana = "name,email,phone\n", "Ana,a@x.org,02155501\n"
    take(desk, workshop_id, f"{head}{ana}Ben,b@x.org,02155502\nCleo,c@x.org,02155503\n")
    plan = take(desk, workshop_id, f"{head}{ana}Ben,b@x.org,02155509\nDov,d@x.org,02155504\n")
    assert [e.name for e in plan.new] == ["Dov"]
    assert [(c.name, c.differences) for c in plan.changed] == [("Ben", (("phone", "02155502", "02155509", False),))]
    assert plan.unchanged == ("Ana",)
    assert plan.gone == ("Cleo",)


def test_a_later_export_never_overwrites_what_was_typed_by_hand(desk, workshop_id):
    take(desk, workshop_id, "name,email,phone\nAna,a@x.org,02155501\n")
    ana = roster.roster(desk, workshop_id)[0].id
    participants.change(desk, ana, participants.PersonField.PHONE, "021 new")
    plan = take(desk, workshop_id, "name,email,phone\nAna,a@x.org,02155505\n")
    assert plan.changed[0].differences == (("phone", "021 new", "02155505", True),)
    assert participants.person(desk, ana).phone == "021 new"


def test_one_undo_takes_a_whole_import_back(desk, workshop_id):
    take(desk, workshop_id, FORM)
    assert len(roster.roster(desk, workshop_id)) == 2
    history.undo(desk)
    assert roster.roster(desk, workshop_id) == ()


def test_more_than_a_thousand_people_are_refused_before_anybody_is_added(desk, workshop_id):
    take(desk, workshop_id, "name\n" + "\n".join(f"P{n}" for n in range(600)))
    with pytest.raises(Refusal, match=r"1,200 people.*Nothing was added"):
        take(desk, workshop_id, "name\n" + "\n".join(f"Q{n}" for n in range(600)))
    assert len(roster.roster(desk, workshop_id)) == 600


def paired(content):
    return headless_pairing.pair(headless_pairing.roster(content, "utf-8"), headless_pairing.PairingInputs())


def test_pairing_a_roster_needs_no_more_than_names():
    found = paired(b"name\nAna\nBen\nCleo\n")
    assert found["unpaired"] == []
    assert sorted(found["partnerships"][0]["members"]) == ["Ana", "Ben", "Cleo"]


def test_pairing_a_roster_uses_its_ids_and_refuses_two_people_of_one_name_without():
    found = paired(b"id,name\n7,Ana\n8,Ana\n")
    assert found["partnerships"][0]["members"] == ["7", "8"]
    with pytest.raises(Refusal, match="row 3, column name"):
        paired(b"name,phone\nAna,1\nAna,2\n")
