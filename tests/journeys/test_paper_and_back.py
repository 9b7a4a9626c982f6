"""The whole loop: print, fill in by pen, find by the code on the paper, type back, see it in the window."""

import re
import shutil
from datetime import date, timedelta

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mat_desktop.facilitation.answers import form
from mat_desktop.facilitation.contact import log, sheet
from mat_desktop.facilitation.followup import views
from mat_desktop.facilitation.pairing import ballots
from mat_desktop.facilitation.printed.pairing import RoundCardSheet
from mat_desktop.facilitation.setup import measures
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.rehearsal.hands import in_dialog, press, seen, strike, write
from mat_desktop.screens.shared.form_sheet import FormSheet
from mat_desktop.workshop.codes import read_code
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.pairing.nouns import Choice
from mat_desktop.workshop.sheets import SheetKind
from tests.libraries import sample_library
from tests.sure import sure, sure_of

CARMEN = 3


@pytest.fixture
def facilitator_with_paper(facilitator, tmp_path):
    facilitator.folder = shutil.copytree(sample_library(), tmp_path / "own")
    facilitator.at(date(2026, 3, 14), 9)
    facilitator.open()
    facilitator.open_workshop("Harbour Hall")
    return facilitator


def printed_code(facilitator, kind, tmp_path) -> str:
    """Print one kind for Carmen into a file, and read the code off the paper as an eye would."""
    press(facilitator.place.rail, "Print")
    facilitator.tick_kinds(kind)
    facilitator.page.whom.choose([CARMEN])
    facilitator.page.settle()
    facilitator.messages.paths.append(tmp_path / f"{kind}.pdf")
    press(facilitator.place, "Save as PDF")
    facilitator.wait_for_paper()
    reader = pypdf.PdfReader(str(tmp_path / f"{kind}.pdf"))
    said = "".join("".join(page.extract_text().split()) for page in reader.pages)
    codes = {read_code(four + two) for four, two in re.findall(r"([2-9A-HJ-NP-Z]{4})–([2-9A-HJ-NP-Z]{2})", said)}
    (code,) = codes - {None}
    return sure(code)


def type_code(facilitator, code) -> None:
    """Close the program, come back another day, and type the code of the paper at hand."""
    facilitator.close()
    facilitator.open()
    facilitator.open_workshop("Harbour Hall")

    def fill(dialog) -> None:
        write(dialog, "Form code", f"{code[:4].lower()} {code[4:].lower()}")
        press(dialog, "Open")

    in_dialog(lambda: press(facilitator.place.rail, "Find a sheet by its code"), fill)
    facilitator.window.activateWindow()
    QTest.qWait(20)


def test_a_call_log_goes_home_and_comes_back(facilitator_with_paper, tmp_path):
    who = facilitator_with_paper
    code = printed_code(who, SheetKind.CALL_LOG, tmp_path)
    who.at(date(2026, 9, 12), 16)
    type_code(who, code)
    assert (who.place.step, who.page.person) == (Step.CONTACT, CARMEN)
    place, desk = who.page.take_in.place, who.place.desk
    days = sheet.log_grid(desk, place, CARMEN).days
    log.mark_many(desk, place, CARMEN, dict.fromkeys(days[:7]))
    who.place.show_again()
    who.page.take_in.table.setFocus()
    who.page.take_in.table.setCurrentIndex(who.page.take_in.table.log.index_of(days[0]))
    for key in (Qt.Key.Key_X, Qt.Key.Key_X, Qt.Key.Key_M, Qt.Key.Key_Minus, Qt.Key.Key_E, Qt.Key.Key_Period):
        QTest.qWait(110)
        QTest.keyClick(who.page.take_in.table, key)
    marks = sheet.log_grid(desk, place, CARMEN).marks
    assert [marks.get(days[0] + timedelta(days=n)) for n in range(6)] == [
        Mark.TALKED,
        Mark.TALKED,
        Mark.MESSAGE,
        Mark.NO_CALL,
        Mark.EXCUSED,
        None,
    ]


def test_a_ballot_is_a_row_of_digits_in_the_order_of_the_card(facilitator_with_paper, tmp_path):
    who = facilitator_with_paper
    code = printed_code(who, SheetKind.ROUND_CARD, tmp_path)
    (sheet,) = sheets.preview(
        who.place.desk, sheets.Order(workshop_id=1, kinds=(SheetKind.ROUND_CARD,), people=(CARMEN,))
    )
    tables = [line.table_number for line in sure_of(RoundCardSheet, sheet).card.lines]
    type_code(who, code)
    assert who.place.step is Step.PAIRING
    digits = "".join("3" if n == 0 else "1" if n == 1 else "0" for n in range(len(tables)))
    who.write("Digits of the card", digits)
    QTest.qWait(20)
    found = ballots.ballot(who.place.desk, CARMEN)
    by_table = {table: found.marks.get(key) for key, table in found.others}
    assert by_table[tables[0]] is Choice.RATHER_NOT
    assert by_table[tables[1]] is Choice.GLADLY


def test_a_phq_9_is_typed_in_paper_order_and_its_ninth_question_opens_a_card(facilitator_with_paper, tmp_path):
    who = facilitator_with_paper
    desk = who.place.desk
    setup.change(desk, 1, setup.WorkshopField.SECOND_PERSON, "Mere T.")
    setup.change(desk, 1, setup.WorkshopField.ANSWERS_READER, "Ruth")
    measures.use_measure(desk, 1, "phq-4", on=False)
    measures.use_measure(desk, 1, "phq-9", on=True)
    code = printed_code(who, SheetKind.QUESTIONNAIRE, tmp_path)
    type_code(who, code)
    assert (who.place.step, who.page.person) == (Step.SCREENING, CARMEN)
    sheet = seen(who.page, FormSheet, "PHQ-9: type the digits of the sheet")
    sheet.start()
    strike(sheet, *"101201021")
    typed = form.form(who.place.desk, CARMEN, "phq-9", who.clock.today())
    assert [sure(item.answer).value for item in typed.items] == [1, 0, 1, 2, 0, 1, 0, 2, 1]
    assert "8" in typed.said
    assert who.page.card.isEnabled()


def test_a_six_month_handout_is_answered_by_pen_and_typed_back(facilitator_with_paper, tmp_path):
    who = facilitator_with_paper
    who.at(date(2026, 9, 12), 9)
    code = printed_code(who, SheetKind.SIX_MONTHS, tmp_path)
    who.at(date(2026, 9, 12), 17)
    type_code(who, code)
    assert (who.place.step, who.page.person) == (Step.SIX_MONTHS, CARMEN)
    press(who.page, "Walk half an hour most days: 6, 7 days a week, also in bad weather")
    who.write("What is different in your life since March?", "I take the stairs")
    found = views.follow_up(who.place.desk, CARMEN, 6)
    assert found.goals[0][1] == 2
    assert {q.key: said for q, said in found.questions}["different"] == "I take the stairs"
