import ast
import io
from datetime import timedelta
from pathlib import Path

import pypdf
import pytest

import mat_desktop.paper
from mat_desktop.facilitation import agreement, contact, followup, goals, participants, setup, sheets
from mat_desktop.paper import press
from mat_desktop.paper.leaf import Size, qr_boxes
from mat_desktop.paper.library import recovery_sheet
from mat_desktop.workshop.contact import Mark
from mat_desktop.workshop.sheets import SheetKind, shown_code
from tests.conftest import WORKSHOP_DAY

HOSTILE = '<img src="/etc/hostname"/> & <b>Zoë</b> {x} %s \\ Ωβ Я ש'
FIELDS = ("place", "facilitator", "facilitator_phone", "safety_words")


@pytest.fixture
def half_year(desk, workshop_id, pair):
    """Ana and Ben with goals, terms, a log and a trend."""
    place, ana, ben = pair
    for person in (ana, ben):
        goal = goals.add(desk, person)
        goals.change(desk, goal, "words", "Walk half an hour")
        for level, words in ((2, "7 days"), (1, "6 days"), (0, "5 days"), (-1, "3 days"), (-2, "1 day")):
            goals.set_level(desk, goal, level, words)
        goals.set_plan(desk, goal, 0, "It rains", "I climb stairs")
    agreement.change(desk, place, "window_starts", "19:30")
    first = setup.workshop(desk, workshop_id).first_day
    contact.mark_many(desk, place, ana, {first + timedelta(days=n): Mark.TALKED for n in range(100)})
    check = contact.begin_check(desk, place, ana, first)
    contact.rate(desk, check, {"truth": 7, "aims": 8})
    return place, ana, ben


def printed(desk, workshop_id, kind, keys, size=Size.A4) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(press.pdf(sheets.sheets(desk, workshop_id, kind, keys), size)))


def words(reader: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


@pytest.mark.parametrize(
    ("kind", "title"), [(SheetKind.SIX_MONTHS, "six months on"), (SheetKind.ONE_YEAR, "one year on")]
)
def test_a_handout_is_titled_by_the_first_name_and_has_the_own_goal_and_count(
    desk, workshop_id, half_year, kind, title
):
    said = words(printed(desk, workshop_id, kind, [half_year[1]]))
    assert f"Ana, {title}" in said
    assert "Walk half an hour" in said
    assert "You talked on 100 of 183 days; 83 are not known" in said
    assert "further back than the start" in said
    assert "Workshop check. Not a validated scale." in said


def test_the_agreement_has_its_name_in_the_footer_and_promises_nothing_it_cannot(desk, workshop_id, half_year):
    said = words(printed(desk, workshop_id, SheetKind.AGREEMENT, [half_year[0]]))
    for sentence in (
        "Our agreement about daily calls",
        "Agreement. Type this code",
        "What I ask of you",
        "nobody can guarantee it",
        "By phone at 19:30",
        "without reasons, by telling the other or the facilitator",
    ):
        assert sentence in said
    assert "MAT" not in said
    assert "therapy" not in said.lower()


def test_an_agreement_prints_before_anything_is_known(desk, workshop_id, pair):
    said = words(printed(desk, workshop_id, SheetKind.AGREEMENT, [pair[0]]))
    assert "By phone at ____" in said


def test_the_call_log_holds_every_day_of_the_term_on_one_page(desk, workshop_id, half_year):
    for size in Size:
        reader = printed(desk, workshop_id, SheetKind.CALL_LOG, [half_year[1]], size)
        assert len(reader.pages) == 1
        said = words(reader)
        assert "26 7 Sep" in said or "7 Sep" in said
        assert "Empty days mean: no call I did not write it down" in said


def test_goal_cards_are_two_to_a_sheet(desk, workshop_id, half_year):
    reader = printed(desk, workshop_id, SheetKind.GOAL_CARD, [half_year[1], half_year[2]])
    assert len(reader.pages) == 1
    assert reader.pages[0].mediabox.width > reader.pages[0].mediabox.height
    assert "My witness: Ben" in words(reader)


def test_a_goal_card_before_pairing_has_a_line_for_the_witness(desk, workshop_id):
    ana = participants.add(desk, workshop_id, "Ana")
    goals.add(desk, ana)
    assert "Witness" in words(printed(desk, workshop_id, SheetKind.GOAL_CARD, [ana]))


@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("size", Size)
def test_every_sheet_embeds_its_fonts_carries_its_code_and_stays_inside_the_page(
    desk, workshop_id, half_year, kind, size
):
    key = half_year[0] if kind is SheetKind.AGREEMENT else half_year[1]
    views = sheets.sheets(desk, workshop_id, kind, [key])
    pages = press.pages_of(views, size)
    for page in pages:
        for mark in page.marks:
            if mark[0] in ("text", "box", "circle"):
                assert -1 <= mark[1] <= page.width + 1
                assert 0 <= mark[2] <= page.height + 1
    reader = pypdf.PdfReader(io.BytesIO(press.pdf(views, size)))
    assert shown_code(views[0].head.code).replace(" ", "") in words(reader).replace(" ", "")
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            found = font.get_object()
            if found["/Subtype"] == "/TrueType":
                assert "/FontFile2" in found["/FontDescriptor"]


def test_the_same_sheet_gives_the_same_bytes(desk, workshop_id, half_year):
    views = sheets.sheets(desk, workshop_id, SheetKind.SIX_MONTHS, [half_year[1]])
    assert press.pdf(views) == press.pdf(views)


def test_markup_in_every_free_field_is_printed_letter_for_letter_and_reads_no_file(desk, workshop_id, half_year):
    place, ana, ben = half_year
    hostname = Path("/etc/hostname").read_text().strip() if Path("/etc/hostname").exists() else "no-such-host"
    for field in FIELDS:
        setup.change(desk, workshop_id, field, HOSTILE)
    setup.change(desk, workshop_id, "title", HOSTILE)
    participants.change(desk, ana, "name", HOSTILE)
    (view,) = goals.goals_of(desk, ana).goals
    goals.change(desk, view.id, "words", HOSTILE)
    goals.set_level(desk, view.id, 0, HOSTILE)
    goals.set_plan(desk, view.id, 0, HOSTILE, HOSTILE)
    for field in ("how_we_listen", "off_limits", "confront_where", "missed_call", "holidays", "shared_project"):
        agreement.change(desk, place, field, HOSTILE)
    for kind in SheetKind:
        key = place if kind is SheetKind.AGREEMENT else ana
        said = words(printed(desk, workshop_id, kind, [key])).replace(" ", "")
        assert '<imgsrc="/etc/hostname"/>' in said, kind
        assert hostname not in said


@pytest.mark.parametrize("kind", SheetKind)
def test_the_longest_texts_flow_onto_more_pages_and_break_nothing(desk, workshop_id, half_year, kind):
    place, ana, _ = half_year
    long = "W" * 300 + " " + "words and more words " * 180
    participants.change(desk, ana, "name", "N" * 200)
    (view,) = goals.goals_of(desk, ana).goals
    goals.change(desk, view.id, "words", long)
    for level in (2, 1, 0, -1, -2):
        goals.set_level(desk, view.id, level, long)
    agreement.change(desk, place, "how_we_listen", long)
    key = place if kind is SheetKind.AGREEMENT else ana
    for size in Size:
        pages = press.pages_of(sheets.sheets(desk, workshop_id, kind, [key]), size)
        for page in pages:
            assert all(mark[2] <= page.height for mark in page.marks if mark[0] == "text")


def test_a_letter_that_no_font_has_is_printed_as_a_box(desk, workshop_id, half_year):
    participants.change(desk, half_year[1], "name", "\u5f20 Ωmega")
    said = words(printed(desk, workshop_id, SheetKind.CALL_LOG, [half_year[1]]))
    assert "\u25a1" in said
    assert "Ωmega" in said


def test_nothing_in_the_paper_layer_can_read_markup():
    folder = Path(mat_desktop.paper.__file__).parent
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("reportlab"):
                assert "platypus" not in (node.module or ""), path
                assert not {alias.name for alias in node.names} & {"Paragraph", "Image", "ImageReader"}, path


def test_a_qr_code_reads_back_what_it_says():
    boxes = qr_boxes("ABCDEF/1", 29.0)
    assert boxes[0][:2] == (0.0, 0.0), "a finder pattern begins in the corner"
    assert max(x + w for x, _, w, _ in boxes) == pytest.approx(29.0)


def test_the_one_year_handout_shows_where_one_stood_at_six_months(desk, workshop_id, half_year):
    (view,) = goals.goals_of(desk, half_year[1]).goals
    followup.set_level(desk, half_year[1], 6, view.id, 1)
    assert "at six months" in words(printed(desk, workshop_id, SheetKind.ONE_YEAR, [half_year[1]]))


def test_the_recovery_sheet_prints_its_eight_lines():
    lines = [f"{n:04X} 1111 2222 3{n}" for n in range(8)]
    said = words(pypdf.PdfReader(io.BytesIO(recovery_sheet.pdf(lines, WORKSHOP_DAY)))).replace(" ", "")
    assert all(line.replace(" ", "") in said for line in lines)
