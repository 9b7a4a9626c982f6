"""Each line of what was found in files that people really have, as what a facilitator sees of it."""

import pytest

from mat_desktop.facilitation import csv_table
from mat_desktop.facilitation.participants.forms.columns import guess
from mat_desktop.facilitation.participants.forms.first_row import FirstRow, headed
from mat_desktop.facilitation.participants.forms.mapping import told_by_hand
from mat_desktop.facilitation.participants.roster_file import ReadRoster, people_of
from mat_desktop.workshop.participants.participant import DayKind, PartOfDay
from mat_desktop.workshop.refusal import Refusal
from tests.facilitation.participants.exports import EXPORTS

AUCKLAND = "Pacific/Auckland"


def read(*lines: str, zone: str = "") -> ReadRoster:
    table = csv_table.read("\n".join(lines).encode())
    return people_of(table, guess(table).columns, zone)


def names(*lines: str) -> list[str]:
    return [entry.name for entry in read(*lines).entries]


def told(*lines: str, zone: str = "") -> dict[str, str]:
    (entry,) = read(*lines, zone=zone).entries
    return dict(entry.told)


def test_empty_cells_at_the_end_of_a_row_carry_nothing():
    assert names("Name,Phone", "Mara Quill,021 555 0101,,,", "Teo Park,021 555 0102") == ["Mara Quill", "Teo Park"]
    assert [f.row for f in read("Name,Phone", "Mara,021 555 0101,,more").faults] == [2]


def test_of_two_columns_of_a_name_the_one_that_varies_is_taken_and_an_address_of_mail_is_no_address():
    found = read(
        "ID,Start time,Completion time,Email,Name,Your name,Your email address",
        "1,3/2/26 9:12,3/2/26 9:14,anonymous,Anonymous,Mara Quill,mara@example.org",
        "2,3/2/26 9:15,3/2/26 9:16,anonymous,Anonymous,Teo Park,teo@example.org",
    )
    assert [dict(e.told) for e in found.entries] == [
        {"name": "Mara Quill", "email": "mara@example.org"},
        {"name": "Teo Park", "email": "teo@example.org"},
    ]


def test_a_form_sent_twice_is_one_person_with_the_later_answer_and_a_couple_stays_two():
    found = read(
        "Timestamp,Name,Email,Phone",
        "2026/02/02 9:00:00,MARA QUILL,q@example.org,021 555 0109",
        "2026/02/01 9:00:00,Mara Quill,q@example.org,021 555 0101",
        "2026/02/01 9:30:00,Teo Quill,q@example.org,",
    )
    assert [(e.name, e.told.get("phone")) for e in found.entries] == [
        ("Mara Quill", "021 555 0109"),
        ("Teo Quill", None),
    ]
    assert any("the same person as row 2" in str(note) for note in found.notes)


@pytest.mark.parametrize(
    "cell",
    ["Yet to decide", "You must ask me first", "1 = not at all", "x - no", "maybe", "yes but not yet", "12", "0.5"],
)
def test_only_a_known_yes_word_is_a_consent_and_everything_else_is_named_by_row(cell: str):
    found = read("Name,I agree to take part", f"Mara,{cell}")
    assert "consent_take_part" not in found.entries[0].told
    assert str(found.notes[0]).startswith("row 2, column I agree to take part")


@pytest.mark.parametrize(
    ("cell", "kept"),
    [("Yes", "yes"), ("I agree", "yes"), ("TRUE", "yes"), ("x", "yes"), ("✓", "yes"), ("Ja", "yes"), ("Sí", "yes"),
     ("Āe", "yes"), ("I agree to take part", "yes"), ("No", "no"), ("Nein", "no"), ("Kāo", "no"), ("0", "no")],
)  # fmt: skip
def test_a_yes_and_a_no_are_kept_as_such(cell: str, kept: str):
    assert told("Name,I agree to take part", f"Mara,{cell}")["consent_take_part"] == kept


def test_two_answers_of_one_person_that_differ_about_consent_give_none():
    found = read("Name,Phone,I agree to take part", "Mara,021 555 0101,No", "Mara,021 555 0101,Yes")
    assert "consent_take_part" not in found.entries[0].told
    assert any("differ" in note.sentence for note in found.notes)


@pytest.mark.parametrize(
    "cell", ["6.4215550101E+11", "#ERROR!", "215550101", "215550101.0", "Mobile", "1", "=21+5550101"]
)
def test_a_number_that_a_spreadsheet_spoilt_is_named_by_row_and_never_kept(cell: str):
    found = read("Name,Phone", f"Mara,{cell}", "Teo,021 555 0102")
    assert "phone" not in found.entries[0].told
    assert [note.row for note in found.notes] == [2]
    assert cell in found.notes[0].sentence


@pytest.mark.parametrize("cell", ["'+64 21 555 0101", "’021 555 0101", "'021 555 0101"])
def test_the_apostrophe_that_keeps_a_spreadsheet_from_counting_is_no_part_of_a_number(cell: str):
    assert told("Name,Phone", f"Mara Quill,{cell}")["phone"] == cell[1:]


def test_a_number_without_a_zero_is_whole_where_numbers_have_none():
    assert told("Name,Phone", "Mara,5555550101", zone="America/New_York")["phone"] == "5555550101"
    assert "phone" not in told("Name,Phone", "Mara,215550101", zone=AUCKLAND)
    assert told("Name,Phone", "Mara,'+64 21 555 0101", zone=AUCKLAND)["phone"] == "+64 21 555 0101"


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("First Name,Last Name", "Mara,Quill"),
        ("Last Name,First Name", "Quill,Mara"),
        ("Vorname;Nachname", "Mara;Quill"),
        ("Name;Vorname", "Quill;Mara"),
        ("Nom;Prénom", "Quill;Mara"),
        ("Nombre;Apellidos", "Mara;Quill"),
        ("Ingoa tuatahi,Ingoa whānau", "Mara,Quill"),
        ("Name,Surname", "Mara,Quill"),
        ("RecipientFirstName,RecipientLastName", "Mara,Quill"),
        ("first_name,last_name", "Mara,Quill"),
        ("Attendee name: Given name,Attendee name: Family name", "Mara,Quill"),
        ("Name", '"Quill, Mara"'),
        ("Full Name - First Name,Full Name - Last Name", "Mara,Quill"),
        ("Name (First),Name (Last)", "Mara,Quill"),
        ("Name [First],Name [Last]", "Mara,Quill"),
        ("Name First,Name Last", "Mara,Quill"),
        ("Nome,Sobrenome", "Mara,Quill"),
        ("Imię,Nazwisko", "Mara,Quill"),
        ("Name (partner),Name", "Teo Park,Mara Quill"),
        ("Support person: First name,Support person: Last name,Name", "Teo,Park,Mara Quill"),
        ("Buyer First Name,Buyer Last Name,First Name,Last Name", "Ben,Payer,Mara,Quill"),
        ("Event,Company,User name,Full name", "Day,Acme,mq77,Mara Quill"),
        ("Sort Name,Display Name,Contact Type", '"Quill, M.",Mara Quill,Individual'),
        ("First name,Surname,Phone,Name of emergency contact", "Mara,Quill,021 555 0101,Teo Park"),
        ("Name one thing you want to change,Your name", "Sleep,Mara Quill"),
        ("Name,First Name,Last Name", "March workshop,Mara,Quill"),
        ("Invoice address: First name,Invoice address: Last name,Name", "Ben,Payer,Mara Quill"),
        ("¿Cuál es su nombre?", "Mara Quill"),
        ("Wie heißen Sie?", "Mara Quill"),
        ("Comment vous appelez-vous ?", "Mara Quill"),
    ],
)
def test_a_name_is_found_whole_in_both_orders_and_in_five_languages(header: str, row: str):
    assert names(header, row) == ["Mara Quill"]


def test_names_of_languages_that_put_the_family_first_stay_in_their_order():
    assert names("Họ,Tên", "Nguyễn,Thị Ánh") == ["Nguyễn Thị Ánh"]
    assert names("Last name,First name", "김,민수") == ["김민수"]


def test_what_stands_before_a_family_name_belongs_to_it():
    assert names("Voornaam,Tussenvoegsel,Achternaam", "Mara,van der,Berg", "Teo,,Park") == [
        "Mara van der Berg",
        "Teo Park",
    ]
    assert names("First name,Last name", "Mara,N/A", "Teo,-") == ["Mara", "Teo"]


def test_of_two_numbers_that_nobody_else_answers_comes_first_and_the_other_stands_in():
    found = read("Name,Home phone,Mobile", "Mara,04 555 0100,021 555 0101", "Teo,04 555 0102,", "Ana,04 555 0103,none")
    assert [e.told["phone"] for e in found.entries] == ["021 555 0101", "04 555 0102", "04 555 0103"]
    assert [(n.row, n.column) for n in found.notes] == [(4, "Home phone, Mobile")], "what was no number is still told"
    facts = told("Name,Phone (doctor),Phone (partner),Telefoon", "Mara,04 555 0100,04 555 0111,021 555 0101")
    assert facts["phone"] == "021 555 0101"


def test_a_list_that_begins_with_its_first_person_loses_nobody():
    found = headed(csv_table.read(b"Mara Quill,021 555 0101\nTeo Park,021 555 0102\n"))
    assert [row for row, _ in found.rows] == [1, 2]
    assert found.notes == ("Row 1 holds no headings; it is read like the others.",)
    people = people_of(found, {"name": (0,), "phone": (1,)}).entries
    assert [(e.name, e.told["phone"]) for e in people] == [("Mara Quill", "021 555 0101"), ("Teo Park", "021 555 0102")]
    with pytest.raises(Refusal, match="The file has no headings"):
        people_of(found, guess(found).columns)
    by_hand = headed(csv_table.read(b"Mara Quill\nTeo Park\n"), FirstRow.PERSON)
    assert [e.name for e in people_of(by_hand, {"name": (0,)}).entries] == ["Mara Quill", "Teo Park"]


def test_two_people_in_one_cell_and_somebody_who_cancelled_are_told_and_taken_in():
    found = read(
        "Name,Status", "Ana & Ben Lee,Confirmed", "Mara Quill,Cancelled", "Teo und Kim Park,", "Anders And,Paid"
    )
    assert len(found.entries) == 4
    assert [(n.row, n.column) for n in found.notes] == [(2, "Name"), (3, "Status"), (4, "Name")]


@pytest.mark.parametrize(
    "line",
    [
        "Total: 2 people",
        "Grand total,2",
        "Count,2",
        "Anzahl Teilnehmer: 2",
        "Monday group",
        "Waiting list",
        "Not sure yet:",
    ],
)
def test_sums_and_headings_of_a_part_of_the_list_are_no_people(line: str):
    found = read("Name,Phone", "Mara Quill,021 555 0101", line, "Sunday,021 555 0102", "Teo Sum,021 555 0103")
    assert [e.name for e in found.entries] == ["Mara Quill", "Sunday", "Teo Sum"]
    assert [n.row for n in found.notes] == [3]


def test_two_people_of_one_first_name_are_both_taken_in():
    assert names("First name,Last name", "Mara,Quill", "Mara,Park") == ["Mara Quill", "Mara Park"]
    assert names("Name", "Mara Quill", "Mara Quill") == ["Mara Quill"], "a row equal in every cell repeats another"


def test_what_an_emergency_contact_is_called_and_their_number_never_becomes_the_persons():
    facts = told(
        "Your name,Your mobile number,Phone number of somebody to call in an emergency,Emergency contact",
        "Mara Quill,021 555 0101,021 555 0199,Teo Park",
    )
    assert facts["phone"] == "021 555 0101"
    assert facts["emergency_phone"] == "021 555 0199"
    assert facts["emergency_name"] == "Teo Park"
    assert "phone" not in told("Name,Phone number of somebody to call in an emergency", "Mara,021 555 0199")


def test_a_cell_that_can_be_none_is_left_empty_and_the_person_is_taken_in():
    found = read(
        "Name,E-mail,Address,Time zone",
        "Mara,No,203.0.113.7,NZST",
        "Teo,teo@example.org,Pier Street 4,Pacific/Auckland",
    )
    assert dict(found.entries[0].told) == {"name": "Mara"}
    assert [(n.row, n.column) for n in found.notes] == [(2, "E-mail"), (2, "Address"), (2, "Time zone")]
    assert found.entries[1].told["time_zone"] == AUCKLAND


def test_columns_that_only_name_a_thing_are_not_it():
    facts = told(
        "First Name,Last Name,Do Not Phone,Do Not Email,Phone 1 - Label,Phone 1 - Value,Contact ID",
        "Mara,Quill,1,1,Mobile,021 555 0101,77",
    )
    assert facts == {"name": "Mara Quill", "phone": "021 555 0101"}


WEEK, END = DayKind.WEEKDAYS, DayKind.WEEKEND
EARLY, EVENING, LATE = PartOfDay.EARLY, PartOfDay.EVENING, PartOfDay.LATE


@pytest.mark.parametrize(
    ("cell", "free"),
    [
        ("weekdays evening; weekend early", {(WEEK, EVENING), (END, EARLY)}),
        ("Weekday evenings, Weekend mornings", {(WEEK, EVENING), (END, EARLY)}),
        ("weekday evenings and weekend mornings", {(WEEK, EVENING), (END, EARLY)}),
        ("Saturday and Sunday mornings", {(END, EARLY)}),
        ("every evening", {(WEEK, EVENING), (END, EVENING)}),
        ("Monday evening", set()),
        ("Saturday morning", set()),
        ("Tue evening, Thu evening", set()),
        ("weekday afternoons", set()),
        ("afternoon", set()),
        ("weekdays evening; Sunday afternoon", set()),
        ("Nachmittags", set()),
        ("not late please", set()),
        ("Weekdays early evening", set()),
        ("weekdays early, late", set()),
        ("any time but mornings", set()),
        ("Weekends", set()),
        ("evenings and weekends", set()),
        ("weekdays and evenings", set()),
        ("soirs et week-end", set()),
    ],
)
def test_times_are_understood_exactly_or_asked(cell: str, free: set[tuple[DayKind, PartOfDay]]):
    found = read("Name,When are you free?", f'Mara,"{cell}"')
    assert found.entries[0].windows == free
    assert bool(found.notes) == (not free)


def test_when_somebody_is_not_available_is_not_when_they_are():
    assert "windows" not in told("Name,When are you NOT available?", "Mara,Weekdays evening")


def test_a_grid_keeps_the_day_of_each_of_its_columns():
    grid = ",".join(f"When can you talk? [{day}]" for day in ("Weekdays", "Saturday", "Sunday"))
    assert told(f"Name,{grid}", "Mara,Evening,Early,Early")["windows"] == "weekdays evening; weekend early"
    assert "windows" not in told(f"Name,{grid}", "Mara,,Early,")


def test_questions_for_access_and_for_what_to_call_somebody_are_found_by_their_words():
    facts = told(
        "Your name,What should we call you?,Do you have any access needs?,What would you like to change?",
        "Nguyễn Thị Ánh,Ánh,A ramp,Sleep",
    )
    assert facts == {"name": "Nguyễn Thị Ánh", "called": "Ánh", "access_note": "A ramp", "challenge": "Sleep"}
    assert "called" not in told("Your name,When should we call you?", "Mara,Noon")


def test_lines_sums_and_headings_that_come_again_are_no_people_and_that_is_said():
    found = read("Name,Phone", "-----,-----", "Mara,021 555 0101", "Name,Phone", "Total,1")
    assert [e.name for e in found.entries] == ["Mara"]
    assert [n.row for n in found.notes] == [2, 5]
    assert not found.faults


def test_a_doubled_heading_refuses_only_where_it_decides_who_somebody_is():
    assert names("Name,Notes,Notes", "Mara,a,b") == ["Mara"]
    with pytest.raises(Refusal, match="No column is marked as the name"):
        names("Name,Name", "Mara,Teo")


def test_a_column_can_be_named_by_its_heading_or_its_number():
    table = csv_table.read(b"Wer?;Nummer\nMara Quill;021 555 0101\n")
    for said in (["name=Wer?", "phone=nummer"], ["name=1", "phone=2"]):
        (entry,) = people_of(table, told_by_hand(guess(table), table, said).columns).entries
        assert dict(entry.told) == {"name": "Mara Quill", "phone": "021 555 0101"}
    for wrong in ("nom=1", "name=3", "name=Who"):
        with pytest.raises(Refusal, match="--map"):
            told_by_hand(guess(table), table, [wrong])


def test_a_sentence_that_begins_with_a_known_word_is_offered_and_not_taken():
    table = csv_table.read(b"Name,Phone a friend who could come along\nMara,021 555 0101\n")
    found = guess(table)
    assert found.columns == {"name": (0,)}
    table = csv_table.read(b"Name,Phone when you are nearly here\nMara,021 555 0101\n")
    assert guess(table).offered == {1: "phone"}


@pytest.mark.parametrize("spelling", ["O'Neill", "O’Neill", "OʼNeill", "O\u200b'Neill"])
def test_two_apostrophes_and_unseen_marks_make_one_person(spelling: str):
    found = read("Name,Phone", "Zoë O'Neill,021 555 0101", f"Zoe\u0308 {spelling},021 555 0101")
    assert [e.name for e in found.entries] == ["Zoë O'Neill"]


@pytest.mark.parametrize("tool", EXPORTS)
def test_the_export_of_each_tool_gives_whole_names_and_the_numbers_of_their_own(tool: str):
    table = headed(csv_table.read(EXPORTS[tool].encode()))
    found = people_of(table, guess(table).columns, AUCKLAND)
    assert not found.faults
    assert [e.name.casefold() for e in found.entries] in (
        ["zoë brown"],
        ["zoë brown", "teo park"],
        ["zoë brown garcía"],
    )
    phones = [e.told.get("phone", "") for e in found.entries]
    assert not [phone for phone in phones if phone.endswith(("0009", "0100", "0111"))], "somebody else's number"
    emails = [e.told.get("email", "") for e in found.entries]
    assert set(emails) <= {"", "z@example.org", "t@example.org"}, "somebody else's address"
