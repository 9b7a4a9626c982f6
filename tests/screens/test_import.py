"""The window in which a facilitator takes in the file of her registration form."""

import io
import os

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from mat_desktop.facilitation import history
from mat_desktop.facilitation.participants import roster
from mat_desktop.screens.participants.import_dialog import ASKING, MEANINGS, ROWS, TELLING, ImportDialog
from tests.facilitation.participants.exports import EXPORTS
from tests.sure import sure

SMALL = (911, 512)


@pytest.fixture
def over(at_own_sample):
    """Opens the dialog over a file, as small as her screen at 150 %."""

    def opened(content: str | bytes) -> ImportDialog:
        bytes_of_it = content if isinstance(content, bytes) else content.encode()
        dialog = ImportDialog(at_own_sample.window, sure(at_own_sample.place.bench), bytes_of_it)
        dialog.resize(*SMALL)
        dialog.show()
        QApplication.processEvents()
        if "PICTURES" in os.environ:
            for view in (MEANINGS, ROWS, TELLING, ASKING):
                dialog.show_view(view)
                QApplication.processEvents()
                dialog.grab().save(f"{os.environ['PICTURES']}/{view}-{len(bytes_of_it)}.png")
            dialog.show_view(MEANINGS)
        return dialog

    return opened


def choose(dialog: ImportDialog, number: int, field: str) -> None:
    box = dialog.meanings.boxes[number]
    box.setCurrentIndex(box.findData(field))
    box.activated.emit(box.currentIndex())


def test_every_guess_is_shown_with_three_cells_and_can_be_changed(over):
    dialog = over("Who;Nummer\n" + "".join(f"Person {n};021 555 01{n:02}\n" for n in range(12)))
    assert "Choose it under Columns" in dialog.error.text()
    assert dialog.take.text() == "Nothing to take in"
    choose(dialog, 0, "name")
    choose(dialog, 1, "phone")
    assert dialog.take.text() == "Take in 12 people"
    assert dialog.preview.rowCount() == 10
    told = " ".join(found.text() for found in dialog.meanings.findChildren(QLabel))
    assert "Person 0 · Person 1 · Person 2" in told


def test_a_wrong_delimiter_can_be_put_right(over):
    dialog = over("Name, family name first;Phone\nQuill, Mara;021 555 0101\n")
    box = dialog.delimiter.box
    box.setCurrentIndex(box.findData(","))
    box.activated.emit(box.currentIndex())
    assert dialog.preview.columnCount() == 2
    box.setCurrentIndex(box.findData(";"))
    box.activated.emit(box.currentIndex())
    assert dialog.preview.horizontalHeaderItem(1).text() == "Phone"


def test_the_dialog_never_advises_what_was_just_tried(over):
    dialog = over(b"Name,Phone\nZo\x81,021 555 0101\n")
    told = set()
    for encoding in ("utf-8", "windows-1252"):
        box = dialog.encoding.box
        box.setCurrentIndex(box.findData(encoding))
        box.activated.emit(box.currentIndex())
        told.add(dialog.error.text())
        assert "--encoding" not in dialog.error.text()
        assert dialog.error.text().endswith("Choose another text encoding under Columns.")
    assert len(told) == 2, "each says which one it was not"


def test_a_hundred_faults_do_not_hide_the_ninety_right_rows(over):
    rows = [f"Person {n},021 555 0{n:03},p{n}@example.org" for n in range(90)] + [f",{n},x" for n in range(100)]
    dialog = over("Name,Phone,E-mail\n" + "\n".join(rows))
    assert dialog.take.text() == "Take in 90 people"
    assert dialog.take.isVisible()
    assert dialog.rect().contains(dialog.take.mapTo(dialog, dialog.take.rect().bottomRight()))
    assert "90 new" in dialog.summary.text()
    assert "100 rows left out" in dialog.summary.text()
    dialog.show_view(ROWS)
    QApplication.processEvents()
    last = dialog.preview.visualItemRect(sure(dialog.preview.item(9, 0)))
    assert dialog.preview.viewport().rect().contains(last), "ten rows are seen at once"


def test_a_couple_stays_two_and_whoever_is_taken_for_another_is_asked_about(over, at_own_sample):
    place = at_own_sample.place
    first = over("Name,Phone,I agree to take part\nMara Quill,03 555 0101,Yes\n")
    press(first, "Take in 1 person")
    again = over(
        "Name,Phone,I agree to take part\nTeo Quill,03 555 0101,\nMara Quill,03 555 0101,Yes\nM. Quill,03 555 0101,\n"
    )
    assert "2 new, 0 changed, 1 unchanged" in again.summary.text()
    assert not again.questions.fields, "Mara herself is in the file: whoever shares her phone is somebody else"
    other = over("Name,Phone\nM. Quill,03 555 0101\n")
    field = other.questions.fields[2]
    assert field.box.currentText() == "M. Quill is somebody new"
    field.box.setCurrentIndex(1)
    field.box.activated.emit(1)
    assert "0 new, 1 changed" in other.summary.text()
    press(other, "Take in 1 person")
    named = [row.name for row in roster.roster(place.desk, 1)]
    assert "Mara Quill" not in named
    assert "M. Quill" in named
    history.undo(place.desk)
    assert "Mara Quill" in [row.name for row in roster.roster(place.desk, 1)]


@pytest.mark.parametrize(
    "tool", ["google forms", "ms forms", "qualtrics", "redcap", "eventbrite", "pretix", "civicrm", "google contacts"]
)
def test_the_exports_of_eight_tools_and_a_workbook_are_taken_in(over, at_own_sample, tool):
    press(
        over(EXPORTS[tool]),
        "Take in 2 people" if tool in ("ms forms", "redcap", "pretix") else "Take in 1 person",
    )
    assert "Zoë Brown" in [row.name for row in roster.roster(at_own_sample.place.desk, 1)]


def test_a_workbook_made_by_hand_is_taken_in(over, at_own_sample):
    book = Workbook()
    sheet = sure(book.active)
    for line in (
        ["People for March"],
        [],
        ["No.", "Name", "Mobile"],
        [1, "Zoë Brown", "021 555 0001"],
        [2, "Teo", 215550002],
    ):
        sheet.append(line)
    kept = io.BytesIO()
    book.save(kept)
    dialog = over(kept.getvalue())
    assert not dialog.encoding.isVisible()
    press(dialog, "Take in 2 people")
    assert "lost its first 0" in dialog.details.toPlainText()


def test_of_a_workbook_with_two_lists_she_chooses_which_one_is_taken_in(over, at_own_sample):
    book = Workbook()
    sheet = sure(book.active)
    sheet.title = "Monday"
    for line in (["Name", "Mobile"], ["Mara Quill", "021 555 0101"]):
        sheet.append(line)
    other = book.create_sheet("Tuesday")
    for line in (["Name", "Mobile"], ["Teo Park", "021 555 0102"], ["Ana Lee", "021 555 0103"]):
        other.append(line)
    kept = io.BytesIO()
    book.save(kept)
    dialog = over(kept.getvalue())
    assert "Only the sheet “Monday” is read; not read: “Tuesday”." in dialog.details.toPlainText()
    box = dialog.sheet.box
    assert dialog.sheet.isVisible()
    box.setCurrentIndex(box.findData("Tuesday"))
    box.activated.emit(box.currentIndex())
    assert box.currentText() == "Tuesday"
    press(dialog, "Take in 2 people")


def test_a_list_without_headings_is_taken_in_with_its_first_person(over, at_own_sample):
    dialog = over("Mara Quill\nTeo Park\n")
    box = dialog.first_row.box
    box.setCurrentIndex(box.findData("person"))
    box.activated.emit(box.currentIndex())
    assert not dialog.sheet.isVisible()
    choose(dialog, 0, "name")
    press(dialog, "Take in 2 people")
    assert "Mara Quill" in [row.name for row in roster.roster(at_own_sample.place.desk, 1)]


def press(dialog: ImportDialog, words: str) -> None:
    next(b for b in dialog.findChildren(QPushButton) if b.text() == words).click()
