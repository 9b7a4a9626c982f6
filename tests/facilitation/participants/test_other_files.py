"""Further files of the kinds that people have: other tools, languages and orders, and lists that somebody typed.

What matters is who comes out, with what of their own, and that whatever is unclear is said and not guessed.
"""

import gzip
import io
import zipfile

import pytest

from mat_desktop.facilitation import csv_table
from mat_desktop.facilitation.participants.forms.columns import Understanding, guess
from mat_desktop.facilitation.participants.forms.first_row import headed
from mat_desktop.facilitation.participants.roster_file import ReadRoster, people_of
from mat_desktop.workshop.participants.participant import DayKind, PartOfDay
from mat_desktop.workshop.refusal import Refusal

AUCKLAND = "Pacific/Auckland"
MARA = {"name": "Mara Quill"}
PHONE = {"phone": "021 555 0001"}


def understood(*lines: str) -> tuple[Understanding, ReadRoster]:
    table = headed(csv_table.read("\n".join(lines).encode(), sheet=""))
    found = guess(table)
    return found, people_of(table, found.columns, AUCKLAND)


def read(*lines: str) -> ReadRoster:
    return understood(*lines)[1]


def people(*lines: str) -> list[dict[str, str]]:
    return [dict(entry.told) for entry in read(*lines).entries]


def notes(*lines: str) -> str:
    found, roster = understood(*lines)
    return "\n".join((*found.notes, *map(str, roster.notes), *map(str, roster.faults)))


# Whose a number is.


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Participant,Contact name,Contact phone,Contact email", "Mara Quill,Ben Payer,04 555 0100,ben@example.org"),
        ("Name,Emergency contact,Contact's phone", "Mara Quill,Ben Roe,04 555 0111"),
        ("Name,Phone,Emergency contact,Phone", "Mara Quill,,Ben Roe,04 555 0111"),
        ("Name,Phone,Emergency contact,Relationship,Phone", "Mara Quill,,Ben Roe,brother,04 555 0111"),
        ("Name,Phone,GP,Phone", "Mara Quill,,Dr Roe,04 555 0111"),
        ("Name,Mobile,Emergency contact,Their mobile", "Mara Quill,,Ben Roe,021 555 0111"),
        ("Your name,Your phone,Name of the friend who comes with you,Their phone", "Mara Quill,,Teo Park,04 555 0111"),
        ("Name,Phone,Guest 1 name,Guest 1 phone", "Mara Quill,,Teo Park,021 555 0002"),
        ("Attendee 1 name,Attendee 1 phone,Attendee 2 name,Attendee 2 phone", "Mara Quill,,Teo Park,021 555 0002"),
        ("Name,Phone,Support person name,Support person phone", "Mara Quill,,Ben Roe,021 555 0111"),
    ],
)
def test_the_number_of_somebody_who_stands_beside_a_person_never_becomes_theirs(header: str, row: str):
    assert [p.items() & {*MARA.items()} for p in people(header, row)] == [MARA.items()]
    assert not any("phone" in p or "email" in p for p in people(header, row))


def test_a_number_that_may_be_another_persons_is_said_and_offered():
    found, _ = understood("Name,Phone,Emergency contact,Phone", "Mara Quill,021 555 0001,Ben Roe,04 555 0111")
    assert found.offered == {3: "emergency_phone"}
    assert found.notes == ("“Phone” (column 4) stands beside “Emergency contact” and may be theirs; it is not taken.",)


@pytest.mark.parametrize(
    "header",
    [
        "Name,Company,Phone", "Name,Emergency contact,Your phone", "Client,Doctor asked?,Mobile", "Name,,Ph",
        "Name,Contact number,Mob", "Name,Notes,Cell #", "Invitee name,Event,Telephone #",
    ],
)  # fmt: skip
def test_a_number_of_ones_own_is_taken_beside_whatever_else_stands_there(header: str):
    assert people(header, "Mara Quill,No,021 555 0001")[0].items() >= {**MARA, **PHONE}.items()


def test_where_the_emergency_number_is_asked_apart_every_other_number_is_the_persons():
    header = "Name,Emergency contact,Emergency phone,Phone,E-mail"
    (found,) = people(header, "Mara Quill,Ben Roe,04 555 0111,021 555 0001,m@example.org")
    assert found == {**MARA, **PHONE, "email": "m@example.org", "emergency_name": "Ben Roe",
                     "emergency_phone": "04 555 0111"}  # fmt: skip
    (short,) = people("Name,ICE name,ICE number", "Mara Quill,Ben Roe,04 555 0111")
    assert short == {**MARA, "emergency_name": "Ben Roe", "emergency_phone": "04 555 0111"}
    (german,) = people("Name;Notfallkontakt;Telefon des Notfallkontakts", "Mara Quill;Ben Roe;04 555 0111")
    assert german == short


def test_a_column_that_says_the_same_nothing_of_everybody_is_told_once_and_not_taken():
    header, rows = "Email,Name,Your email", [f"anonymous,Person {n},p{n}@example.org" for n in "abc"]
    assert people(header, *rows)[2] == {"name": "Person c", "email": "pc@example.org"}
    alone = [row.rpartition(",")[0] for row in rows]
    assert people("Email,Name", *alone)[0] == {"name": "Person a"}
    assert notes("Email,Name", *alone) == "“Email” (column 1) holds no E-mail; not taken."


# Consent and times.


@pytest.mark.parametrize(
    "heading",
    [
        "Guardian consents to participation", "My partner and I agree to take part", "Consent of a parent to take part",
        "I withdraw my consent to take part", "I refuse consent to storage of my data", "I opt out of consent to store",
        "Untick to withhold consent to take part", "Ich widerrufe meine Zustimmung zur Teilnahme",
    ],
)  # fmt: skip
def test_a_yes_of_somebody_else_or_to_taking_a_consent_back_is_no_consent(heading: str):
    assert people(f"Name,{heading}", "Mara Quill,Yes") == [MARA]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("I am 18 or older and I want to take part. I know that it is not treatment.", "consent_take_part"),
        ("My answers, also about my health, may be kept on the computer until 30 June 2027.", "consent_store"),
        ("I agree to take part with a partner", "consent_take_part"),
        ("¿Acepta participar en el taller?", "consent_take_part"),
        ("Acceptez-vous de participer ?", "consent_take_part"),
    ],
)
def test_a_consent_is_known_by_the_words_of_the_sheet_and_in_other_languages(heading: str, field: str):
    assert people(f'Name,"{heading}"', "Mara Quill,Yes") == [{**MARA, field: "yes"}]


def test_a_one_beside_other_numbers_is_a_code_and_no_yes():
    found = read("Name,I agree to take part", "Mara Quill,1", "Teo Park,2")
    assert [dict(e.told) for e in found.entries] == [MARA, {"name": "Teo Park"}]
    assert [n.row for n in found.notes] == [2, 3]
    assert people("Name,I agree to take part", "Mara Quill,1.0", "Teo Park,0.0") == [
        {**MARA, "consent_take_part": "yes"},
        {"name": "Teo Park", "consent_take_part": "no"},
    ]


def test_ranks_in_a_grid_of_times_are_asked_about():
    grid = "Name,When are you free? [Weekday evenings],When are you free? [Weekend mornings]"
    found = read(grid, "Mara Quill,1,3", "Teo Park,1,1")
    assert [e.windows for e in found.entries] == [frozenset(), frozenset()]
    assert [n.row for n in found.notes] == [2, 3]
    assert read(grid, "Mara Quill,1,N/A").entries[0].windows == {(DayKind.WEEKDAYS, PartOfDay.EVENING)}


@pytest.mark.parametrize(
    ("heading", "cell", "free"),
    [
        ("When can you talk: morning, midday, evening or late?", "Weekdays", 0),
        ("When can you talk: morning, midday, evening or late?", "Weekday evenings", 1),
        ("When can you talk: morning, midday, evening or late?", "Evening", 2),
        ("When are you free: weekdays or weekends?", "Evening", 0),
        ("When are you free: weekdays or weekends?", "Weekday evenings", 1),
        ("When are you available: weekday mornings or evenings?", "Yes", 0),
        ("When is your partner free?", "Weekday evenings", 0),
    ],
)
def test_what_a_heading_lists_to_choose_from_is_not_what_was_chosen(heading: str, cell: str, free: int):
    (entry,) = read(f'Name,"{heading}"', f"Mara Quill,{cell}").entries
    assert len(entry.windows) == free


# Names.


@pytest.mark.parametrize(
    ("cell", "name", "said"),
    [
        ("Mara Quill (she/her)", "Mara Quill", "“(she/her)” is no part of the name"),
        ('"Quill, Mara (they/them)"', "Mara Quill", "“(they/them)” is no part of the name"),
        ("1. Mara Quill", "Mara Quill", ""),
        ("2) Mara Quill", "Mara Quill", ""),
        ("• Mara Quill", "Mara Quill", ""),
        ('="Mara Quill"', "Mara Quill", ""),
        ("Mara O&#039;Neill", "Mara O'Neill", ""),
        ("Zo&euml; Quill", "Zoë Quill", ""),
        ('"Mara Quill, Teo Park"', "Mara Quill, Teo Park", "may be two people"),
        ("Mara Quill (cancelled)", "Mara Quill (cancelled)", "“cancelled” stands in the name"),
        ("Mara Quill - waiting list", "Mara Quill - waiting list", "“waiting list” stands in the name"),
        ("Mara Quill CANCELLED", "Mara Quill CANCELLED", "“CANCELLED” stands in the name"),
        ("ZoÃ« Quill", "ZoÃ« Quill", "text encoding"),
        ("Zo\ufffd Quill", "Zo\ufffd Quill", "text encoding"),
        ("Zo? Quill", "Zo? Quill", "text encoding"),
        ("£ukasz Quill", "£ukasz Quill", "text encoding"),
        ("Mara Quill 2", "Mara Quill 2", "holds a number"),
        ("Test Test", "Test Test", "may be a trial"),
        ("Łukasz O’Neill-Müller", "Łukasz O’Neill-Müller", ""),
        ("Māia Ngata", "Māia Ngata", ""),
        ("Đặng Thị Ánh", "Đặng Thị Ánh", ""),
    ],
)
def test_a_name_is_kept_as_it_is_said_and_what_is_strange_about_it_is_told(cell: str, name: str, said: str):
    lines = ("Name,Phone", f"{cell},021 555 0001")
    assert [p["name"] for p in people(*lines)] == [name]
    assert said in notes(*lines)
    assert bool(notes(*lines)) == bool(said)


@pytest.mark.parametrize("cell", ["N/A", "NULL", "Unknown", "TBC", "teo@example.org", '"{""first"":""Mara""}"'])
def test_what_is_nobodys_name_is_no_person_and_is_said(cell: str):
    found = read("Name,Phone", f"{cell},021 555 0001", "Mara Quill,021 555 0002")
    assert [e.name for e in found.entries] == ["Mara Quill"]
    assert [f.row for f in found.faults] == [2]


def test_a_name_and_an_address_in_one_cell_are_both_taken():
    both = {**MARA, "email": "mara@example.org"}
    assert people("Name,Phone", "Mara Quill <mara@example.org>,") == [both]
    assert people("Name,E-mail", "Mara Quill,Mara Quill <mara@example.org>") == [both]
    assert people("Name,E-mail", "Mara Quill <other@example.org>,mara@example.org") == [both]


@pytest.mark.parametrize("cell", ['"m@example.org, n@example.org"', '"m@example,org"', "m at example.org", "@", "m@"])
def test_what_is_no_address_of_mail_is_left_empty_and_said(cell: str):
    assert people("Name,E-mail", f"Mara Quill,{cell}") == [MARA]
    assert "is no e-mail address; left empty" in notes("Name,E-mail", f"Mara Quill,{cell}")


def test_a_heading_that_names_the_family_first_is_believed_only_where_two_words_stand_there():
    lines = ('"Nachname, Vorname";Telefon', "Quill Mara;0", "de la Cruz Teo;0", '"Park, Ana";0')
    assert [p["name"] for p in people(*lines)] == ["Mara Quill", "de la Cruz Teo", "Ana Park"]
    assert "which part of “de la Cruz Teo” is the family name is not clear" in notes(*lines)
    assert "either name may come first" in notes("Nom et prénom", "Mara Quill")


def test_a_list_with_the_family_first_throughout_holds_no_two_people_in_a_cell():
    lines = ("Name,Phone", '"García López, María José",1', '"Quill, Mara",2', '"Park Lee, Teo Kim",3')
    assert [p["name"] for p in people(*lines)] == ["María José García López", "Mara Quill", "Teo Kim Park Lee"]
    assert "two people" not in notes(*lines)


def test_a_family_name_alone_makes_nobody_but_a_question():
    with pytest.raises(Refusal, match="No column is marked as the name"):
        people("Surname,Rufzeichen", "Quill,Mara")


@pytest.mark.parametrize("cell", ["N/A", "-", "none"])
def test_nothing_is_not_what_somebody_is_called_nor_whom_to_ring_nor_what_they_want(cell: str):
    header = "Name,Nickname,Challenge,Languages,Emergency contact"
    assert people(header, ",".join(["Mara Quill", *[cell] * 4])) == [MARA]


@pytest.mark.parametrize("cell", ["same", "Yes", "see above", "Please just call me Annie", "m@example.org"])
def test_what_is_no_name_to_be_called_by_is_asked_about(cell: str):
    assert people("Name,Nickname", f"Mara Quill,{cell}") == [MARA]
    assert "is no name to be called by; ask" in notes("Name,Nickname", f"Mara Quill,{cell}")


def test_a_name_that_holds_what_divides_cells_is_told():
    lines = ("Name,Phone", "Mara Quill;English;021 555 0101,")
    assert "holds “;”: see whether the cells are divided at the right mark" in notes(*lines)


# Numbers.


@pytest.mark.parametrize(
    "cell",
    ['"215,550,101"', "14/03/2026", "14.03.2026", '"64215550101,00"', '"$215,550,101.00"', "2026-3-14 00:00",
     "021 555 01O1", "00000000", "021", "see e-mail"],
)  # fmt: skip
def test_an_amount_a_day_and_a_slip_of_the_finger_are_no_number_to_ring(cell: str):
    assert people("Name,Phone", f"Mara Quill,{cell}") == [MARA]
    assert "row 2, column Phone" in notes("Name,Phone", f"Mara Quill,{cell}")


@pytest.mark.parametrize(
    ("cell", "kept"),
    [("p:+64215550001", "+64215550001"), ("tel: 021 555 0001", "021 555 0001"), ('="0215550001"', "0215550001"),
     ("０２１ ５５５ ０００１", "021 555 0001"), ("٠٢١٥٥٥٠٠٠١", "0215550001"), ("021.555.0001", "021.555.0001"),
     ("04 555 0100 ext 12", "04 555 0100 ext 12")],
)  # fmt: skip
def test_a_number_is_kept_whatever_a_tool_wrote_before_it_and_in_whatever_script(cell: str, kept: str):
    assert people("Name,Phone", f"Mara Quill,{cell}") == [{**MARA, "phone": kept}]


# Where the headings are, and what is no person.


def test_headings_in_two_rows_tell_whose_each_column_is():
    found = people(
        "Participant,,Emergency contact,,", "Name,Phone,Name,Phone,Notes",
        "Mara Quill,021 555 0001,Ben Roe,04 555 0111,brother", "Teo Park,,Ana Lee,04 555 0112,",
    )  # fmt: skip
    assert found == [
        {**MARA, **PHONE, "emergency_name": "Ben Roe", "emergency_phone": "04 555 0111"},
        {"name": "Teo Park", "emergency_name": "Ana Lee", "emergency_phone": "04 555 0112"},
    ]


def test_headings_in_two_languages_name_one_column():
    assert people("First name/Prénom,Last name/Nom,Phone/Téléphone", "Mara,Quill,021 555 0001") == [{**MARA, **PHONE}]


@pytest.mark.parametrize("code", ["Q1. {}", "{}", "12) {}", "G01Q02. {}", "Q3 - {}", "Frage 2: {}"])
def test_the_number_of_a_question_is_no_part_of_it(code: str):
    header = ",".join(code.format(heading) for heading in ("Your name", "Phone number"))
    assert people(header, "Mara Quill,021 555 0001") == [{**MARA, **PHONE}]


def test_a_table_that_lies_on_its_side_is_refused_with_what_to_do():
    with pytest.raises(Refusal, match=r"lies on its side.*Transpose"):
        people("Name,Mara Quill,Teo Park", "Phone,021 555 0001,021 555 0002", "E-mail,m@example.org,t@example.org")
    asked = people("Preferred contact,Name,Phone", "Phone,Mara Quill,021 555 0001", "E-mail,Teo Park,021 555 0002")
    assert [p["name"] for p in asked] == ["Mara Quill", "Teo Park"]


def test_headings_that_come_again_in_another_order_end_the_list_and_say_so():
    found = read("Name,Phone", "Mara Quill,021 555 0001", "", "Phone,Name", "021 555 0002,Teo Park")
    assert [e.name for e in found.entries] == ["Mara Quill"]
    assert [(f.row, f.sentence) for f in found.faults] == [
        (5, "stands below other headings, in row 4; save that part as a file of its own")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "12 participants", "Page 1 of 2", "Printed 14/03/2026", "End of list", "Gesamt: 12", "Grand Totals (1 records)",
        "Copyright (c) 2026 Acme", "Confidential Information - Do Not Distribute",
    ],
)  # fmt: skip
def test_what_a_program_puts_under_a_list_is_no_person(line: str):
    found = read("Name,Phone", "Mara Quill,021 555 0001", line, "Page Turner,021 555 0002")
    assert [e.name for e in found.entries] == ["Mara Quill", "Page Turner"]
    assert [n.row for n in found.notes] == [3]


def test_rows_that_were_only_numbered_beforehand_are_told_once():
    found = read("No.,Name,Phone", "1,Mara Quill,021 555 0001", "2,,", "3.,,", "4,,021 555 0002")
    assert [str(n) for n in found.notes] == [
        "row 3, column Name: holds a number and nothing else, and so do 1 more; left out"
    ]
    assert [f.row for f in found.faults] == [5]


def test_somebody_who_says_no_to_coming_is_told_and_taken_in():
    found = read("Name,Coming?", "Mara Quill,Yes", "Teo Park,No")
    assert len(found.entries) == 2
    assert [n.row for n in found.notes] == [3]


# Who is who in one file.


def test_two_names_with_one_number_stay_two_and_that_is_said():
    lines = ("Name,Phone", "Mara Quill,021 555 0001", "Mara Quil,021 555 0001")
    assert len(people(*lines)) == 2
    assert "row 3, column Name: the phone or e-mail of row 2 (“Mara Quill”); taken as two people" in notes(*lines)


@pytest.mark.parametrize(
    ("heading", "later", "earlier"),
    [
        ("Submission Date", '"Feb 9, 2026 9:00 AM"', '"Feb 1, 2026 9:00 PM"'),
        ("Submitted", "14/02/2026 09:00", "01/02/2026 09:00"),
        ("Submitted", "02/14/2026", "02/01/2026"),
        ("Zeitstempel", "09.02.2026 09:00:00", "01.02.2026 09:00:00"),
        ("Timestamp", "2026-02-09T09:00:00Z", "2026-02-01T21:00:00Z"),
        ("Completion time", "46062.4", "46054.9"),
        ("Date", "9 février 2026", "1 février 2026"),
        ("submitted", "2026/02/01 1:00:00 PM GMT+13", "2026/02/01 9:00:00 AM GMT+13"),
    ],
)
def test_of_a_form_sent_twice_the_later_answer_is_taken_whichever_stands_first(heading: str, later: str, earlier: str):
    new, old = f"{later},Mara Quill,021 555 0009,m@example.org", f"{earlier},Mara Quill,021 555 0001,m@example.org"
    for rows in ((new, old), (old, new)):
        lines = (f"{heading},Name,Phone,E-mail", *rows)
        assert [p["phone"] for p in people(*lines)] == ["021 555 0009"]
        assert "the later answers are taken" in notes(*lines)


def test_where_nobody_can_tell_which_came_later_the_lower_row_is_taken_and_that_is_said():
    rows = ("03/02/2026,Mara Quill,021 555 0009,m@example.org", "01/02/2026,Mara Quill,021 555 0001,m@example.org")
    lines = ("Submitted,Name,Phone,E-mail", *rows)
    assert [p["phone"] for p in people(*lines)] == ["021 555 0001"]
    assert "the answers of row 3, which stands lower, are taken" in notes(*lines)


# Other languages and other files.


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Nome;Cognome;Cellulare;Indirizzo email", "Mara;Quill;021 555 0001;m@example.org"),
        ("Nome completo;Telemóvel;Correio eletrónico", "Mara Quill;021 555 0001;m@example.org"),
        ("Förnamn;Efternamn;Mobiltelefon;E-post", "Mara;Quill;021 555 0001;m@example.org"),
        ("Navn;Telefon;E-mail", "Mara Quill;021 555 0001;m@example.org"),
        ("Etunimi;Sukunimi;Puhelin;Sähköposti", "Mara;Quill;021 555 0001;m@example.org"),
        ("Ad;Soyad;Telefon;E-posta", "Mara;Quill;021 555 0001;m@example.org"),
        ("Jméno;Příjmení;Telefon;E-mail", "Mara;Quill;021 555 0001;m@example.org"),
        ("Фамилия;Имя;Телефон;Электронная почта", "Quill;Mara;021 555 0001;m@example.org"),
        ("Όνομα;Επώνυμο;Τηλέφωνο;E-mail", "Mara;Quill;021 555 0001;m@example.org"),
        ("Vor- und Zuname;Tel.;E-Mail-Adresse", "Mara Quill;021 555 0001;m@example.org"),
        ("Voornaam;Achternaam;Mobiel;E-mailadres", "Mara;Quill;021 555 0001;m@example.org"),
        ("Imię i nazwisko;Numer telefonu;Adres e-mail", "Mara Quill;021 555 0001;m@example.org"),
    ],
)
def test_names_and_numbers_are_found_in_further_languages(header: str, row: str):
    assert people(header, row) == [{**MARA, **PHONE, "email": "m@example.org"}]


def test_names_and_numbers_are_found_where_no_letters_stand():
    assert people("姓名,电话", "王小明,021 555 0001") == [{"name": "王小明", **PHONE}]
    assert people("姓,名,電話番号", "佐藤,花子,021 555 0001") == [{"name": "佐藤花子", **PHONE}]


def test_the_number_of_a_house_and_the_country_belong_to_an_address():
    header = "Vorname;Name;Straße;Hausnr.;PLZ;Ort;Land"
    assert people(header, "Mara;Quill;Pierstraße;4;4110;Bern;CH") == [
        {**MARA, "address": "Pierstraße, 4, 4110, Bern, CH"}
    ]


def test_cells_in_single_quotes_are_read_like_others():
    assert people("'Name','Phone'", "'Quill, Mara','021 555 0001'") == [{**MARA, **PHONE}]
    assert people("Name,Phone", "'Mara Quill,021 555 0001")[0]["phone"] == "021 555 0001"


def packed(name: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as folder:
        folder.writestr(name, "Name\nMara Quill\n")
    return kept.getvalue()


@pytest.mark.parametrize("content", [packed("Form responses.csv"), gzip.compress(b"Name\nMara Quill\n")])
def test_a_packed_table_is_to_be_unpacked_first(content: bytes):
    with pytest.raises(Refusal, match="Unpack it, and choose the table that lies in it"):
        csv_table.read(content)
