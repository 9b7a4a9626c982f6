import io
import os
import time
import zipfile

import pytest
from openpyxl import Workbook

from mat_desktop.facilitation import csv_table
from mat_desktop.facilitation.tabular.limits import content_of
from mat_desktop.workshop.refusal import Refusal


def cells(text: str, **how):
    table = csv_table.read(text.encode(), **how)
    return table.header, [row for _, row in table.rows]


def test_commas_in_a_question_do_not_outvote_the_semicolons_between_the_cells():
    header, rows = cells("Name;Languages (e.g. English, French, Māori);Phone\nMara Quill;English;021 555 0101\n")
    assert header == ("Name", "Languages (e.g. English, French, Māori)", "Phone")
    assert rows == [("Mara Quill", "English", "021 555 0101")]


def test_a_question_with_more_commas_than_the_row_has_cells_divides_nothing():
    header, rows = cells("Name;Languages (English,French,Māori,Samoan);Phone\nMara Quill;English;021\nTeo;Māori;022\n")
    assert len(header) == 3
    assert rows == [("Mara Quill", "English", "021"), ("Teo", "Māori", "022")]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_each_delimiter_is_found_whatever_stands_in_quotes(mark: str):
    header, rows = cells(
        mark.join(["Name", '"When, or; or\tor|?"', "Phone"]) + "\n" + mark.join(["Teo", '"a,b;c"', "1"])
    )
    assert header == ("Name", "When, or; or\tor|?", "Phone")
    assert rows == [("Teo", "a,b;c", "1")]


def test_a_file_of_one_column_keeps_a_name_with_a_comma_whole():
    assert cells("name\nQuill, Mara\nTeo Park\nIna Wolf\n") == (
        ("name",),
        [("Quill, Mara",), ("Teo Park",), ("Ina Wolf",)],
    )


def test_the_instruction_of_excel_is_obeyed_and_the_rows_keep_their_numbers():
    table = csv_table.read(b"sep=;\r\nName;Notes, all\r\nMara;a, b\r\n")
    assert table.header == ("Name", "Notes, all")
    assert table.rows == ((3, ("Mara", "a, b")),)


def test_who_chooses_a_delimiter_gets_it():
    assert cells("a,b;c\n1,2;3\n", delimiter=";")[0] == ("a,b", "c")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_at_the_start_says_the_encoding_whatever_was_declared(encoding: str):
    for declared in ("utf-8", "windows-1252"):
        assert csv_table.read("Name\nZoë\n".encode(encoding), declared).rows[0][1] == ("Zoë",)


def test_a_title_above_the_headings_and_headings_that_come_again_are_no_people():
    table = csv_table.read(b"Registrations for 14 March,,\n\nName,Phone\nMara,021\nName,Phone\nTeo,022\n")
    assert table.header == ("Name", "Phone")
    assert [row for row, _ in table.rows] == [4, 6]
    assert len(table.notes) == 2


def test_a_survey_with_three_rows_of_headings_has_no_person_among_them():
    table = csv_table.read(
        b'Q1,Q2\nWhat is your name?,"Phone, please"\n"{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"\nMara,021\n'
    )
    assert table.header == ("Q1", "Q2")
    assert table.words == ("What is your name?", "Phone, please")
    assert table.rows == ((4, ("Mara", "021")),)


def test_a_survey_with_two_rows_of_headings_spreads_each_question_over_its_parts():
    table = csv_table.read(
        b"Respondent ID,Your name,When are you free?,\n"
        b",Open-Ended Response,Weekday evenings,Weekend mornings\n"
        b"7,Mara,x,\n"
    )
    assert table.words == (
        "Respondent ID",
        "Your name",
        "When are you free? [Weekday evenings]",
        "When are you free? [Weekend mornings]",
    )
    assert [row for row, _ in table.rows] == [3]


def workbook(*rows) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_a_workbook_is_read_like_a_csv_file():
    table = csv_table.read(
        workbook(["Name", "Phone", "Born"], ["Zoë Brown", "021 555 0101", 1980], ["Teo", None, None])
    )
    assert table.header == ("Name", "Phone", "Born")
    assert table.rows == ((2, ("Zoë Brown", "021 555 0101", "1980")), (3, ("Teo",)))


def test_a_formula_that_no_program_worked_out_is_no_empty_cell():
    table = csv_table.read(workbook(["Name", "Phone"], ["Mara", "=1+1"]))
    assert table.rows[0][1] == ("Mara", "#FORMULA")


def bomb(size: int, more: bytes = b"") -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * size + more)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (bomb(30_000_000), "unfolds"),
        (bomb(2_000_000), "unfolds"),
        (bomb(25_000_000, os.urandom(400_000)), "unfolds"),
        (b"PK\x03\x04 and no more", "no whole Excel workbook"),
        (workbook(["Name"], ["Mara"])[:-200], "no whole Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old or a protected Excel file"),
        ("Name\nMara\n".encode("utf-16")[2:], "UTF-16 text without a mark"),
        (b"Name\nMara\0Quill\n", "NUL"),
        ("name\n" * 1 + "x\n" * 1001, "1,001 people"),
    ],
)
def test_what_is_no_table_is_refused_in_half_a_second_by_one_sentence(content, said: str):
    begun = time.process_time()
    with pytest.raises(Refusal, match=said) as refused:
        csv_table.read(content.encode() if isinstance(content, str) else content)
    assert "\n" not in str(refused.value)
    assert time.process_time() - begun < 0.5


def test_a_workbook_whose_xml_unfolds_itself_is_refused():
    kept = io.BytesIO()
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    with zipfile.ZipFile(io.BytesIO(workbook(["Name"], ["Mara"]))) as whole, zipfile.ZipFile(kept, "w") as archive:
        for part in whole.namelist():
            text = whole.read(part)
            if part == "xl/worksheets/sheet1.xml":
                text = f'<!DOCTYPE x [<!ENTITY e0 "a">{entities}]><x>&e9;</x>'.encode()
            archive.writestr(part, text)
    with pytest.raises(Refusal, match="no whole Excel workbook"):
        csv_table.read(kept.getvalue())


def test_a_header_of_a_hundred_thousand_columns_is_refused_in_half_a_second():
    content = (",".join(f"column {n}" for n in range(100_000)) + "\n" + "," * 99_999).encode()
    begun = time.process_time()
    with pytest.raises(Refusal, match="100,000 columns"):
        csv_table.read(content)
    assert time.process_time() - begun < 0.5


def test_a_folder_a_device_a_database_and_a_file_without_end_are_refused_before_they_are_read(tmp_path):
    (tmp_path / "library.db").write_bytes(b"x")
    with (tmp_path / "endless.csv").open("wb") as file:
        file.truncate(2_000_000_000)
    os.mkfifo(tmp_path / "pipe.csv")
    for path, said in (
        (tmp_path, "folder"),
        ("/dev/zero", "device"),
        (tmp_path / "pipe.csv", "device"),
        (tmp_path / "library.db", "database"),
        (tmp_path / "endless.csv", "20 MB"),
    ):
        with pytest.raises(Refusal, match=said):
            content_of(tmp_path / path)


def of_sheets(*sheets: tuple[str, str, list[list[object]]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, state, rows in sheets:
        sheet = book.create_sheet(title)
        sheet.sheet_state = state
        for row in rows:
            sheet.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_a_workbook_with_several_sheets_says_which_one_is_read_and_a_hidden_one_is_not_it():
    content = of_sheets(
        ("Old list", "hidden", [["Name"], ["Ben Payer"]]),
        ("Empty", "visible", []),
        ("Monday", "visible", [["Name"], ["Mara Quill"]]),
        ("Tuesday", "visible", [["Name"], ["Teo Park"]]),
    )
    first = csv_table.read(content, sheet="")
    assert first.rows == ((2, ("Mara Quill",)),)
    assert first.notes == ("Only the sheet “Monday” is read; not read: “Tuesday”.",)
    assert csv_table.read(content, sheet="Tuesday").rows == ((2, ("Teo Park",)),)
    with pytest.raises(Refusal, match="more than one sheet: “Monday”, “Tuesday”"):
        csv_table.read(content)


def test_a_sheet_full_of_formulas_takes_as_long_as_its_cells():
    rows: list[list[object]] = [["a", "b"]]
    rows += [[f"={n}", f"={n}+1"] for n in range(4000)]
    began = time.process_time()
    assert csv_table.read(of_sheets(("Sums", "visible", rows)), most=5000).rows[0][1] == ("#FORMULA", "#FORMULA")
    assert time.process_time() - began < 4


def packed(name: str, words: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr(name, words)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7\nName", "a PDF"),
        (b"\xff\xd8\xff\xe0 JFIF", "a picture"),
        (b"\n <!DOCTYPE html><html><table><tr><td>Name</td></tr></table>", "a web page"),
        ("\ufeff<html>".encode(), "a web page"),
        (b"BEGIN:VCARD\nFN:Mara Quill\nEND:VCARD\n", "vCard"),
        (b"BEGIN:VCALENDAR\n", "a calendar"),
        (b'[{"name": "Mara"}]', "JSON"),
        (b'{"people": []}', "JSON"),
        (b"<?xml version='1.0'?><people/>", "XML"),
        (b"{\\rtf1 Name}", "a letter"),
        (packed("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), "LibreOffice"),
        (packed("word/document.xml", b"<w/>"), "a Word document"),
        (packed("Index/Document.iwa", b""), "Apple Numbers"),
    ],
)
def test_a_file_of_another_kind_is_called_by_its_kind(content: bytes, said: str):
    with pytest.raises(Refusal, match=said) as refused:
        csv_table.read(content)
    assert "CSV or as an Excel workbook" in str(refused.value)
