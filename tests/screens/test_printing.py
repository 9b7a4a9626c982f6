import io
from collections.abc import Callable

import pypdf
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from mat_desktop.facilitation.contact import sheet
from mat_desktop.facilitation.sheets import filing
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.paper.worker import AT_ONCE
from mat_desktop.rehearsal.hands import in_dialog, press, seen, write
from mat_desktop.screens.printing import outgoing
from mat_desktop.screens.printing.filing import CodeDialog
from mat_desktop.workshop.codes import shown_code
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.sheets import SheetKind
from tests.paperwork import of_kind
from tests.screens.shared.test_to_printer import FilePrinter
from tests.sure import sure

CARMEN = 3


@pytest.fixture
def centre(at_own_sample):
    """The facilitator before the print centre of the sample workshop."""
    press(at_own_sample.place.rail, "Print")
    return at_own_sample


def text(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def paper_printer(path):
    """A printer that writes what it is sent into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def until(true: Callable[[], object]) -> None:
    for _ in range(9000):
        QTest.qWait(10)
        if true():
            return
    pytest.fail("It did not come to that.")


def pictures(path) -> list[bytes]:
    """Each page of a file, as it looks."""
    document = pypdfium2.PdfDocument(str(path))
    return [bytes(page.render(scale=0.5).buffer) for page in document]


def issued(facilitator) -> int:
    desk = facilitator.place.desk
    codes = {s.head.code for kind in SheetKind for s in sheets.preview(desk, everything(facilitator, kind))}
    return len(codes - {""})


def everything(facilitator, kind):
    people = sheets.recipients(facilitator.place.desk, 1, (kind,))
    return sheets.Order(workshop_id=1, kinds=(kind,), people=tuple(r.key for r in people))


def test_looking_at_a_page_issues_nothing_and_saving_it_does(centre, tmp_path):
    centre.tick_kinds(SheetKind.ALLIANCE_CHECK)
    centre.page.settle()
    before = issued(centre)
    assert "The code comes with printing" in text(centre.page.preview.pdf)
    centre.save_paper(SheetKind.ALLIANCE_CHECK, tmp_path / "paper.pdf")
    assert issued(centre) == before + 9
    printed = text((tmp_path / "paper.pdf").read_bytes())
    assert "The code comes with printing" not in printed


def test_leaving_the_print_dialog_prints_and_issues_nothing(centre):
    before = issued(centre)
    centre.page.outgoing.ask_printer = lambda _parent, _document: None
    centre.tick_kinds(SheetKind.DATES)
    centre.page.settle()
    centre.page.printing.click()
    assert issued(centre) == before
    assert not centre.page.busy


@pytest.mark.parametrize("counted", [True, False], ids=["counted", "not counted yet"])
def test_more_than_two_hundred_sheets_of_paper_are_asked_about_before_anything_prints(
    centre, tmp_path, monkeypatch, counted
):
    """With the limit at eight sheets, for nine logs and not for 201: a printer paints each of them."""
    assert outgoing.MANY == 200
    monkeypatch.setattr(outgoing, "MANY", 8)
    printer = FilePrinter(tmp_path / "logs.pdf")
    centre.page.outgoing.ask_printer = lambda _parent, _document: printer
    centre.tick_kinds(SheetKind.CALL_LOG)
    centre.page.settle()
    if counted:
        until(lambda: centre.page.wanted().pages)
    before = issued(centre)
    centre.messages.answers.append(False)
    centre.page.printing.click()
    until(lambda: centre.messages.asked and not centre.page.busy)
    assert centre.messages.asked == ["This takes 9 sheets of paper. Print all of them?"]
    assert not (tmp_path / "logs.pdf").exists()
    assert not counted or issued(centre) == before, "nothing has a code that nobody printed"
    monkeypatch.setattr(outgoing, "MANY", 9)
    centre.page.printing.click()
    until(lambda: len(centre.messages.asked) > 1 and not centre.page.busy)
    assert centre.messages.asked[1:] == ["Did all of it come out?"]


def test_after_a_jam_the_very_same_pages_print_again_from_the_sheet_that_is_missing(centre, tmp_path):
    printer = paper_printer(tmp_path / "first.pdf")
    centre.page.outgoing.ask_printer = lambda _parent, _document: printer
    centre.tick_kinds(SheetKind.CALL_LOG)
    centre.page.settle()

    class Jams(list[int | None]):
        """Whoever says that not all came out puts other paper in."""

        def pop(self, *_args) -> int | None:
            printer.setOutputFileName(str(tmp_path / "again.pdf"))
            return super().pop(0)

    centre.messages.picks = Jams([1, 0])
    centre.messages.numbers.append(7)
    centre.page.printing.click()
    until(lambda: not centre.messages.picks and not centre.page.busy)
    first, again = (pictures(tmp_path / name) for name in ("first.pdf", "again.pdf"))
    assert (len(first), len(again)) == (9, 3)
    assert again == first[6:], "mark for mark the same pages"
    assert centre.messages.asked[-2:] == [
        "Which sheet of paper did not come out? Counted from the first, which is 1.",
        "Did all of it come out?",
    ]


def test_a_long_job_runs_beside_the_window_shows_how_far_it_is_and_can_be_stopped(centre, tmp_path):
    press(centre.page, "The day")
    centre.page.settle()
    assert len(centre.page._places) > AT_ONCE
    centre.messages.paths.append(tmp_path / "day.pdf")
    press(centre.place, "Save as PDF")
    assert centre.page.busy
    press(centre.page, "Stop")
    assert not centre.page.busy
    assert not (tmp_path / "day.pdf").exists()
    assert centre.messages.said[-1].startswith("Stopped.")
    centre.messages.paths.append(tmp_path / "day.pdf")
    press(centre.place, "Save as PDF")
    shown = set()
    for _ in range(3000):
        QTest.qWait(10)
        shown.add(centre.page.bar.value())
        if not centre.page.busy:
            break
    QTest.qWait(20)
    reader = pypdf.PdfReader(str(tmp_path / "day.pdf"))
    assert len(reader.pages) > 100
    assert len(shown) > 5
    assert "Run sheet" in reader.pages[0].extract_text()


def test_closing_in_the_middle_of_a_print_is_asked_about_first_leaves_no_file_and_asks_nothing_more(centre, tmp_path):
    press(centre.page, "The day")
    centre.page.settle()
    centre.messages.paths.append(tmp_path / "day.pdf")
    press(centre.place, "Save as PDF")
    for _ in range(40):
        QTest.qWait(10)
    assert centre.page.busy
    centre.messages.asked.clear()
    centre.messages.answers.append(False)
    centre.window.close()
    assert centre.page.busy, "whoever stays loses nothing"
    centre.close()
    QTest.qWait(300)
    assert not (tmp_path / "day.pdf").exists()
    question = "Printing is not finished. Stop it, and close? Nothing else is lost; you can ask for it again."
    assert centre.messages.asked == [question] * 2
    centre.open()
    centre.open_workshop("Harbour Hall")


def test_one_file_for_each_sheet_named_by_kind_and_code(centre, tmp_path):
    centre.tick_kinds(SheetKind.POCKET_CARD)
    press(centre.page, "One file each")
    centre.page.settle()
    centre.messages.paths.append(tmp_path)
    press(centre.place, "Save as PDF")
    centre.wait_for_paper()
    names = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert len(names) == 9
    assert all(name.startswith("Pocket card ") for name in names)


def test_choices_of_paper_are_remembered(centre):
    press(centre.page, "Paper: Letter")
    press(centre.page, "Letters: Large, 16 pt")
    centre.close()
    centre.open()
    centre.open_workshop("Harbour Hall")
    press(centre.place.rail, "Print")
    assert (centre.page.whom.style_wanted.paper, centre.page.whom.style_wanted.large) == ("Letter", True)


def test_letters_that_no_font_has_are_said_before_printing(centre):
    from mat_desktop.facilitation.participants import people as participants

    participants.change(centre.place.desk, CARMEN, participants.PersonField.NAME, "Carmen த")
    centre.tick_kinds(SheetKind.DATES)
    centre.page.settle()
    for _ in range(100):
        QTest.qWait(10)
        if "த" in centre.page.warning.text():
            break
    assert "a line to write on prints instead: த (in “Carmen த”)" in centre.page.warning.text()


def test_words_of_which_only_the_beginning_fits_are_said_before_printing(centre):
    from mat_desktop.facilitation.participants import people as participants

    participants.change(centre.place.desk, CARMEN, participants.PersonField.NAME, "N" * 120)
    centre.tick_kinds(SheetKind.POCKET_CARD)
    centre.page.settle()
    for _ in range(100):
        QTest.qWait(10)
        if "only the beginning" in centre.page.warning.text():
            break
    assert "Too long for the line, so only the beginning prints there: “NNNN" in centre.page.warning.text()


def test_the_take_home_pack_is_five_things_for_everybody_in_a_pair(centre):
    press(centre.page, "To take home")
    centre.page.settle()
    assert [place.kind for place in centre.page._places[:5]] == [
        SheetKind.GOAL_CARD,
        SheetKind.AGREEMENT,
        SheetKind.CALL_LOG,
        SheetKind.POCKET_CARD,
        SheetKind.DATES,
    ]
    assert len(centre.page._places) == 9 * 5


def test_a_calendar_of_one_person_or_of_the_facilitator_without_names(centre, tmp_path):
    centre.tick_kinds(SheetKind.DATES)
    centre.page.whom.choose([CARMEN])
    centre.messages.paths += [tmp_path / "one.ics", tmp_path / "mine.ics"]
    press(centre.place, "Calendar file")
    centre.page.whom.choose([])
    press(centre.place, "Calendar file")
    one, mine = ((tmp_path / name).read_bytes() for name in ("one.ics", "mine.ics"))
    assert b"SUMMARY:Call\r\n" in one
    assert b"pair 2" in mine
    assert b"Hemi" not in one + mine
    centre.messages.paths.append(tmp_path / "left.ics")
    centre.messages.picks.append(None)
    press(centre.place, "Calendar file")
    assert not (tmp_path / "left.ics").exists()


def code_of(facilitator, kind, person=CARMEN) -> str:
    """The code on what is handed in; what is kept at home shows none."""
    (*_, code) = (s.head.code for s in of_kind(facilitator.place.desk, 1, kind, [person]) if s.head.code)
    return code


def test_a_code_typed_in_the_dialog_opens_the_sheet_from_anywhere(centre):
    code = code_of(centre, SheetKind.CALL_LOG)

    def type_it(dialog) -> None:
        assert isinstance(dialog, CodeDialog)
        write(dialog, "Form code", shown_code(code).lower())
        press(dialog, "Open")

    in_dialog(lambda: press(centre.place.rail, "Find a sheet by its code"), type_it)
    assert (centre.place.step, centre.page.person) == (Step.CONTACT, CARMEN)
    assert centre.window.focusWidget() is centre.page.take_in.table


@pytest.mark.parametrize(
    ("kind", "step"),
    [
        (SheetKind.READINESS, Step.SCREENING),
        (SheetKind.COMPLAINTS, Step.SCREENING),
        (SheetKind.ROUND_CARD, Step.PAIRING),
        (SheetKind.GOAL_SHEET, Step.GOALS),
        (SheetKind.AGREEMENT, Step.AGREEMENT),
        (SheetKind.ALLIANCE_CHECK, Step.CONTACT),
        (SheetKind.SIX_MONTHS, Step.SIX_MONTHS),
        (SheetKind.CONSENT, Step.PARTICIPANTS),
    ],
)
def test_each_sheet_opens_where_it_is_typed(centre, kind, step):
    centre.place.filing.open_code(code_of(centre, kind))
    assert centre.place.step is step
    if kind is SheetKind.COMPLAINTS:
        assert centre.page.sheets._shown == "target-complaints"


def test_what_is_typed_nowhere_says_so(centre):
    centre.place.filing.open_code(code_of(centre, SheetKind.DATES))
    assert centre.messages.said[-1] == "Nothing on this sheet is to be typed. Dates: Carmen R."


def test_a_code_wrong_in_one_place_is_offered_and_taken_only_with_a_yes(centre):
    code = code_of(centre, SheetKind.CALL_LOG)
    wrong = code[:3] + ("2" if code[3] != "2" else "3") + code[4:]
    centre.messages.answers.append(False)
    centre.place.filing.open_code(wrong)
    assert f"Is it {shown_code(code)}, Call logs: Carmen R.?" in centre.messages.asked[-1]
    assert centre.place.step is not Step.CONTACT
    centre.place.filing.open_code(wrong)
    assert (centre.place.step, centre.page.person) == (Step.CONTACT, CARMEN)


def test_a_scanner_opens_the_sheet_and_takes_back_what_its_letters_did(centre):
    code = code_of(centre, SheetKind.ROUND_CARD)
    centre.place.open_step(Step.CONTACT, 8)
    place = centre.page.take_in.place
    before = sheet.log_grid(centre.place.desk, place, 8).marks
    table = centre.page.take_in.table
    table.window().activateWindow()
    table.setFocus()
    QTest.qWait(150)
    QTest.keyClicks(table, f"{code}/1")
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert centre.place.step is Step.PAIRING
    assert sheet.log_grid(centre.place.desk, place, 8).marks == before


def test_a_scan_into_a_field_leaves_its_text_as_it_was(centre):
    code = code_of(centre, SheetKind.CALL_LOG)
    centre.place.open_step(Step.GOALS, CARMEN)
    edit = seen(centre.page, QLineEdit, "Goal, in their own words")
    edit.window().activateWindow()
    edit.setFocus()
    QTest.qWait(150)
    before = edit.text()
    QTest.keyClicks(edit, f"{code}/1")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == before
    assert (centre.place.step, centre.page.person) == (Step.CONTACT, CARMEN)


def test_a_blank_sheet_asks_whose_it_is_at_its_first_entry(centre):
    (blank,) = of_kind(centre.place.desk, 1, SheetKind.GOAL_SHEET, (), 1)
    centre.place.filing.open_code(blank.head.code)
    assert centre.messages.asked[-1] == "Goal sheets: whose sheet is it?"
    assert sure(filing.find_sheet(centre.place.desk, blank.head.code)).participant_id is None
    centre.messages.numbers.append(CARMEN)
    centre.place.filing.open_code(blank.head.code)
    assert (centre.place.step, centre.page.person) == (Step.GOALS, CARMEN)
    asked = len(centre.messages.asked)
    centre.place.filing.open_code(blank.head.code)
    assert len(centre.messages.asked) == asked, "it knows whose it is now"
