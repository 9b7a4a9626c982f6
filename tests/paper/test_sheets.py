import ast
import io
import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, product
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import DictionaryObject
from reportlab.pdfbase import pdfmetrics

import mat_desktop.paper
from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.agreement.terms import TermField
from mat_desktop.facilitation.answers import shelf
from mat_desktop.facilitation.contact import alliance, log
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.followup import entry
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals import steps
from mat_desktop.facilitation.library import erasure
from mat_desktop.facilitation.library.erasure import Beforehand, CopiesErased
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import roster
from mat_desktop.facilitation.printed.agreement import AgreementSheet
from mat_desktop.facilitation.printed.contact import CallLogSheet
from mat_desktop.facilitation.printed.head import OrderedSheet
from mat_desktop.facilitation.printed.screening import QuestionnaireSheet, form_of
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order, SortBy
from mat_desktop.paper import letters, measures, press
from mat_desktop.paper.drawing import MM, qr_boxes
from mat_desktop.paper.fonts import file_of
from mat_desktop.paper.library import certificate, recovery_sheet
from mat_desktop.paper.shaping import shaped
from mat_desktop.workshop.codes import shown_code
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.goals.goal import PaperWords
from mat_desktop.workshop.sheets import FACTS, FILED, TAKE_HOME, Goes, SheetKind
from tests.paperwork import of_kind, years_later
from tests.people import WORKSHOP_DAY, CountedCodes, ana_and_ben, nine_o_clock
from tests.sure import sure_of

CUT = (SheetKind.GO_ON, SheetKind.PAIR_SLIP)
"""What is cut apart to the very edge of the sheet."""
HOSTILE = '<img src="/etc/hostname"/> & <b>Zoë</b> {x} %s \\ Ωβ Я ש'
FIELDS = (
    setup.WorkshopField.PLACE,
    setup.WorkshopField.FACILITATOR,
    setup.WorkshopField.FACILITATOR_PHONE,
    setup.WorkshopField.SAFETY_WORDS,
)
STYLES = [Style(paper, large) for paper in ("A4", "Letter") for large in (False, True)]


def half_a_year_of_a_pair(library):
    """Fills a library with Ana and Ben, their goals, terms, a log and a trend."""
    ana_and_ben(library)
    clock = nine_o_clock()
    desk = Desk(library.archive, clock, CountedCodes())
    (place,) = (one.partnership_id for one in agreement.partnerships(desk, 1))
    ana, ben = (one.id for one in roster.roster(desk, 1))
    for person in (ana, ben):
        goal = goals.add(desk, person)
        goals.change(desk, goal, goals.GoalField.WORDS, "Walk half an hour")
        for level, words in ((2, "7 days"), (1, "6 days"), (0, "5 days"), (-1, "3 days"), (-2, "1 day")):
            steps.set_level(desk, goal, level, words)
        goals.set_plan(desk, goal, 0, "It rains", "I climb stairs")
        goals.change(desk, goal, goals.GoalField.ON_PAPER, PaperWords.FULL)
    agreement.change(desk, place, TermField.WINDOW_STARTS, "19:30")
    first = setup.workshop(desk, 1).first_day
    log.mark_many(desk, place, ana, {first + timedelta(days=n): Mark.TALKED for n in range(100)})
    clock.go_to(date(2026, 6, 1))
    check = alliance.begin_check(desk, place, ana, first)
    alliance.rate(desk, check, {"truth": 7, "aims": 8})
    clock.go_to(WORKSHOP_DAY)
    years_later(desk, 1, clock, ana)


@pytest.fixture
def filled(request, filled):
    """The half year, for those who ask for it."""
    return half_a_year_of_a_pair if "half_year" in request.fixturenames else filled


@pytest.fixture
def half_year(pair):
    """Ana and Ben with goals, terms, a log and a trend: partnership, Ana, Ben."""
    return pair


def printed(desk, workshop_id, kind, people, style=None) -> pypdf.PdfReader:
    views = of_kind(desk, workshop_id, kind, people)
    return pypdf.PdfReader(io.BytesIO(press.pdf(views, style or Style())))


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
    assert "talked on 100 of 183 days. For 83 days we do not know." in said
    assert "Further back than all of these" in said
    assert "These are our own questions. They are not a test of you or of Ben." in said


def test_the_agreement_has_its_name_in_the_footer_and_promises_nothing_it_cannot(desk, workshop_id, half_year):
    said = words(printed(desk, workshop_id, SheetKind.AGREEMENT, [half_year[1]]))
    for sentence in (
        "Our agreement about daily calls",
        "Agreement. Type this code to file it",
        "What I ask of you",
        "nobody can guarantee it",
        "By phone at 19:30",
        "without reasons, by telling the other or the facilitator",
    ):
        assert sentence in said
    assert "MAT" not in said
    assert "therapy" not in said.lower()


def test_an_agreement_prints_before_anything_is_known(desk, workshop_id, pair):
    said = words(printed(desk, workshop_id, SheetKind.AGREEMENT, [pair[1]]))
    assert "By phone at ____" in said


def test_readiness_and_rulers_are_one_sheet_on_a4_and_letter(desk, workshop_id, half_year):
    views = of_kind(desk, workshop_id, SheetKind.READINESS, [half_year[1]])
    for paper in ("A4", "Letter"):
        (page,) = press.pages_of(views, Style(paper))
        scale = [place for place in page.places if place.item == "Rulers 4"]
        assert [place.value for place in scale] == [str(n) for n in range(11)]
        assert len({place.y for place in scale}) == 1, "nought to ten stand on the line of the question"


def test_an_agreement_of_two_is_one_page_and_its_lines_are_nine_millimetres_apart(desk, workshop_id, half_year):
    for paper in ("A4", "Letter"):
        (page,) = press.pages_of(of_kind(desk, workshop_id, SheetKind.AGREEMENT, [], 1), Style(paper))
        lines = [mark for mark in page.marks if mark[0] == "line" and mark[3] - mark[1] > 150 and mark[5] == 0.7]
        first = sorted({mark[2] for mark in lines if mark[1] < 60 and mark[3] < page.width / 2 + 20})
        assert (first[-1] - first[-2]) / MM >= 8.99
        gaps = [mark[2] for mark in page.marks if mark[0] == "text" and mark[3].startswith("__________")]
        assert all((second - before) / MM >= 8.99 for before, second in pairwise(sorted(set(gaps))))


def test_the_consent_sheet_says_before_anything_is_asked_who_reads_where_how_long_and_whom_to_ask(
    desk, workshop_id, half_year
):
    setup.change(desk, workshop_id, setup.WorkshopField.FACILITATOR, "Ruth Hale")
    setup.change(desk, workshop_id, setup.WorkshopField.ANSWERS_READER, "Joana")
    views = of_kind(desk, workshop_id, SheetKind.CONSENT, [half_year[1]])
    (page,) = press.pages_of(views, Style())
    said = words(printed(desk, workshop_id, SheetKind.CONSENT, [half_year[1]]))
    for sentence in (
        "Ruth Hale runs this workshop. Ruth also looks after what is written down about you.",
        "The two of you talk every day for six months. We meet again after six months",
        "It may help. That is not proven. It is not treatment.",
        "Who can read it: Ruth and Joana. Your partner sees your goals and what you two agreed, and nothing else.",
        "How long: until 30 June 2027. Then it is erased, unless you say yes to box 4.",
        "You get an answer within 20 working days.",
        "You can also ask the Privacy Commissioner, privacy.org.nz.",
        "You can say no to boxes 2 to 5 and still take part.",
        "nobody else opens my post",
        "One copy is yours.",
    ):
        assert sentence in said
    assert said.index("Who can read it") < said.index("What do you say yes to?")
    assert len([mark for mark in page.marks if mark[0] == "box"]) == 2 * 5 + 9, "nothing is ticked for anybody"


def test_the_page_about_what_is_known_has_no_statistics(desk, workshop_id):
    said = words(printed(desk, workshop_id, SheetKind.EVIDENCE, []))
    assert "It made no difference, or it is not clear" in said
    assert not re.search(r"(p|d|r|g) ?[=<] ?[.0-9]|HbA1c|[0-9]\.[0-9]", said)


def test_the_call_log_shows_how_a_day_is_marked_and_asks_for_a_dark_pen(desk, workshop_id, half_year):
    for style in STYLES:
        views = of_kind(desk, workshop_id, SheetKind.CALL_LOG, [half_year[1]])
        for page in press.pages_of(views, style):
            said = [mark[3] for mark in page.marks if mark[0] == "text"]
            assert any("with a dark pen, not a pencil" in words for words in said)
            shown = [mark for mark in page.marks if mark[0] == "box"][:4]
            assert {"we talked", "message only", "no call", "excused"} <= set(said)
            assert {round(mark[2]) for mark in shown} == {round(shown[0][2])}, (
                "the four examples stand beside each other"
            )
            assert all(mark[1] + mark[3] < page.width - 15 * MM for mark in shown)


def test_the_rows_of_the_call_log_are_eight_millimetres_where_they_fit_and_seven_for_half_a_year(
    desk, workshop_id, half_year
):
    (one,) = of_kind(desk, workshop_id, SheetKind.CALL_LOG, [half_year[1]])
    view = sure_of(CallLogSheet, one)
    for days, least in ((len(view.days), 6.95), (20 * 7, 8)):
        short = replace(view, days=view.days[:days])
        (page,) = press.pages_of([short], Style())
        last = [mark for mark in page.marks if mark[0] == "box"][5]
        assert last[4] / MM >= least - 0.01


def test_the_call_log_holds_every_day_of_the_term_on_one_page(desk, workshop_id, half_year):
    for paper in ("A4", "Letter"):
        reader = printed(desk, workshop_id, SheetKind.CALL_LOG, [half_year[1]], Style(paper))
        assert len(reader.pages) == 1
        said = words(reader)
        assert "26 7 Sep" in said or "7 Sep" in said
        assert "Empty days mean: no call I did not write it down" in said


def test_goal_cards_are_two_to_a_sheet(desk, workshop_id, half_year):
    reader = printed(desk, workshop_id, SheetKind.GOAL_CARD, [half_year[1], half_year[2]])
    assert len(reader.pages) == 1
    assert reader.pages[0].mediabox.width > reader.pages[0].mediabox.height
    assert "My witness: my partner" in words(reader)
    assert "Ben" not in words(printed(desk, workshop_id, SheetKind.GOAL_CARD, [half_year[1]]))
    assert "Ben" not in words(printed(desk, workshop_id, SheetKind.CALL_LOG, [half_year[1]]))
    participants.change(desk, half_year[1], participants.PersonField.PARTNER_NAMED, True)
    assert "My witness: Ben" in words(printed(desk, workshop_id, SheetKind.GOAL_CARD, [half_year[1]]))
    assert "Ana, with Ben" in words(printed(desk, workshop_id, SheetKind.CALL_LOG, [half_year[1]]))


def test_a_goal_card_before_pairing_has_a_line_for_the_witness(desk, workshop_id):
    ana = participants.add(desk, workshop_id, "Ana")
    goals.add(desk, ana)
    assert "Witness" in words(printed(desk, workshop_id, SheetKind.GOAL_CARD, [ana]))


def outside(page, *, cut: bool = False) -> list[tuple[object, ...]]:
    """Marks that reach into the margin; halves and panels that are cut out have narrower ones, tents none."""
    low_most = page.height - 10 * 72 / 25.4
    least = 11 * 72 / 25.4 - 1 if cut or page.width > page.height else measures.MARGIN - 1
    wrong = []
    for mark in page.marks:
        if mark[0] == "text":
            _, x, y, said, name, size = mark
            right, low = x + pdfmetrics.stringWidth(said, name, size), y
            if not (least <= x and right <= page.width - least and 20 <= low <= low_most):
                wrong.append(mark)
        elif mark[0] in ("box", "circle") and not (0 <= mark[1] <= page.width and 0 <= mark[2] <= page.height):
            wrong.append(mark)
    return wrong


@pytest.mark.parametrize("kind", SheetKind)
def test_nothing_of_any_sheet_reaches_into_the_margin_and_each_carries_its_code(desk, workshop_id, half_year, kind):
    """On A4 and Letter, in standard and in large print, filled and blank."""
    for style, (people, blanks) in product(STYLES, (([half_year[1]], 0), ((), 1))):
        if blanks and (FACTS[kind].goes in (Goes.ROOM, Goes.ALL) or kind is SheetKind.PAIR_SLIP):
            continue
        views = of_kind(desk, workshop_id, kind, people, blanks)
        for page in press.pages_of(views, style):
            assert outside(page, cut=kind in CUT) == [], style
        reader = pypdf.PdfReader(io.BytesIO(press.pdf(views, style)))
        carried = shown_code(views[0].head.code).replace(" ", "") in words(reader).replace(" ", "")
        assert carried is (kind in FILED), "only what is filed carries its code"
        for printed in reader.pages:
            fonts = sure_of(DictionaryObject, sure_of(DictionaryObject, printed["/Resources"])["/Font"])
            for font in fonts.values():
                found = font.get_object()
                if found["/Subtype"] == "/TrueType":
                    assert "/FontFile2" in found["/FontDescriptor"]


@pytest.mark.parametrize("name", sorted(shelf.built_in()))
def test_every_instrument_prints_inside_the_margins_with_its_notice(desk, workshop_id, half_year, name):
    (sheet,) = of_kind(desk, workshop_id, SheetKind.QUESTIONNAIRE, [half_year[1]])
    instrument = shelf.shipped(name)
    for style in STYLES:
        pages = press.pages_of([replace(sure_of(QuestionnaireSheet, sheet), forms=(form_of(instrument),))], style)
        assert [outside(page) for page in pages] == [[]] * len(pages), style
        said = " ".join(mark[3] for page in pages for mark in page.marks if mark[0] == "text")
        assert all(word in said for word in instrument.notice.split()[-3:])


def test_the_same_sheet_gives_the_same_bytes(desk, workshop_id, half_year):
    views = of_kind(desk, workshop_id, SheetKind.SIX_MONTHS, [half_year[1]])
    assert press.pdf(views) == press.pdf(list(views))


def test_markup_in_every_free_field_is_printed_letter_for_letter_and_reads_no_file(desk, workshop_id, half_year):
    place, ana, ben = half_year
    hostname = Path("/etc/hostname").read_text().strip() if Path("/etc/hostname").exists() else "no-such-host"
    for field in FIELDS:
        setup.change(desk, workshop_id, field, HOSTILE)
    setup.change(desk, workshop_id, setup.WorkshopField.TITLE, HOSTILE)
    participants.change(desk, ana, participants.PersonField.NAME, HOSTILE)
    (view,) = goals.goals_of(desk, ana, desk.clock.today()).goals
    goals.change(desk, view.id, goals.GoalField.WORDS, HOSTILE)
    steps.set_level(desk, view.id, 0, HOSTILE)
    goals.set_plan(desk, view.id, 0, HOSTILE, HOSTILE)
    for part in (
        TermField.HOW_WE_LISTEN,
        TermField.OFF_LIMITS,
        TermField.CONFRONT_WHERE,
        TermField.MISSED_CALL,
        TermField.HOLIDAYS,
        TermField.SHARED_PROJECT,
    ):
        agreement.change(desk, place, part, HOSTILE)
    agreement.set_voice(desk, place, ana, asks=HOSTILE)
    for kind in SheetKind:
        said = words(printed(desk, workshop_id, kind, [ana])).replace(" ", "")
        assert hostname not in said
        if kind not in (SheetKind.NAME_TENT, SheetKind.GO_ON, SheetKind.PHONE_LIST):
            assert '<imgsrc="/etc/hostname"/>' in said, kind


@pytest.mark.parametrize("kind", SheetKind)
def test_the_longest_texts_flow_onto_more_pages_and_lose_no_word(desk, workshop_id, half_year, kind):
    place, ana, _ = half_year
    long = "W" * 300 + " " + "words and more words " * 180
    participants.change(desk, ana, participants.PersonField.NAME, "N" * 200)
    (view,) = goals.goals_of(desk, ana, desk.clock.today()).goals
    goals.change(desk, view.id, goals.GoalField.WORDS, long)
    for level in (2, 1, 0, -1, -2):
        steps.set_level(desk, view.id, level, long)
    goals.set_plan(desk, view.id, 0, long, long, long)
    for field in (TermField.HOW_WE_LISTEN, TermField.OFF_LIMITS, TermField.MISSED_CALL):
        agreement.change(desk, place, field, long)
    agreement.set_voice(desk, place, ana, asks=long)
    setup.change(desk, workshop_id, setup.WorkshopField.TITLE, "T" * 200)
    for style in STYLES:
        views = of_kind(desk, workshop_id, kind, [ana])
        pages = press.pages_of(views, style)
        assert [outside(page, cut=kind in CUT) for page in pages] == [[]] * len(pages)
        said = "".join(mark[3] for page in pages for mark in page.marks if mark[0] == "text").replace(" ", "")
        if kind in (
            SheetKind.GOAL_CARD,
            SheetKind.GOAL_SHEET,
            SheetKind.AGREEMENT,
            SheetKind.SIX_MONTHS,
            SheetKind.RATER,
        ):
            assert said.count("words") >= 180, "the whole text is there"
            assert "W" * 20 in said


def test_a_word_that_no_font_can_draw_is_a_line_to_write_on(desk, workshop_id, half_year):
    participants.change(desk, half_year[1], participants.PersonField.NAME, "አበበ Ωmega")
    said = words(printed(desk, workshop_id, SheetKind.CALL_LOG, [half_year[1]]))
    assert "□" not in said
    assert "__________ Ωmega" in said


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
    (view,) = goals.goals_of(desk, half_year[1], desk.clock.today()).goals
    entry.set_level(desk, half_year[1], 6, view.id, 1)
    said = words(printed(desk, workshop_id, SheetKind.ONE_YEAR, [half_year[1]]))
    given, kept = said.split("Part 2")
    assert "September" in kept
    assert "September" not in given.replace("Since September, have you", ""), (
        "no earlier mark is handed out with part 1"
    )


def test_the_recovery_sheet_prints_its_eight_lines():
    lines = [f"{n:04X} 1111 2222 3{n}" for n in range(8)]
    said = words(pypdf.PdfReader(io.BytesIO(recovery_sheet.pdf(lines, WORKSHOP_DAY)))).replace(" ", "")
    assert all(line.replace(" ", "") in said for line in lines)


def test_the_certificate_of_erasure_says_what_went_what_stays_and_what_could_not_be_reached(desk):
    beforehand = Beforehand(facilitator="Ruth", authority="the Privacy Commissioner", had_partner=True, given_out=())
    told = erasure.certificate(desk, beforehand, CopiesErased(reached=14, beyond=()))
    reader = pypdf.PdfReader(io.BytesIO(certificate.pdf(told)))
    said = " ".join(words(reader).split())
    assert len(reader.pages) == 1
    assert "as you asked, Ruth erased what was kept about you" in said
    assert "It was erased from 14 safety copies too." in said
    assert "Without your name, this stays: that one person took part" in said
    assert "This Ruth could not reach: Papers at your home. Your partner’s copy of the agreement." in said
    assert "No copy of this page is kept. It can’t be printed again." in said
    assert "Is something still kept? Tell Ruth, or ask the Privacy Commissioner." in said


def test_what_no_font_has_is_named_before_printing_with_the_words_in_which_it_stands(desk, workshop_id, half_year):
    (view,) = goals.goals_of(desk, half_year[1], desk.clock.today()).goals
    goals.change(desk, view.id, goals.GoalField.WORDS, "Walk 張 and smile 🦄 שלום مرحبا")
    found = letters.lacking(of_kind(desk, workshop_id, SheetKind.GOAL_CARD, [half_year[1]]))
    assert {letter for letter, _ in found} == {"🦄"}
    assert all("Walk" in said for _, said in found)


def test_words_that_are_read_from_the_right_are_turned_and_joined(desk, workshop_id, half_year):
    (view,) = goals.goals_of(desk, half_year[1], desk.clock.today()).goals
    goals.change(desk, view.id, goals.GoalField.WORDS, "שלום")
    pages = press.pages_of(of_kind(desk, workshop_id, SheetKind.GOAL_CARD, [half_year[1]]), Style())
    (turned,) = {mark[3:5] for mark in pages[0].marks if mark[0] == "shaped"}
    assert turned[0] == "שלום"
    assert [glyph.letter for glyph in shaped(turned[0], file_of(turned[1])).glyphs] == [3, 2, 1, 0]


def test_nothing_of_a_goal_prints_before_its_owner_has_chosen_what_paper_may_say(desk, workshop_id, half_year):
    place, ana, _ = half_year
    (view,) = goals.goals_of(desk, ana, desk.clock.today()).goals
    goals.change(desk, view.id, goals.GoalField.ON_PAPER, PaperWords.UNDECIDED)
    order = Order(workshop_id=workshop_id, kinds=(SheetKind.AGREEMENT, SheetKind.GOAL_CARD), people=(ana,))
    assert sheets.before_printing(desk, order)[0].startswith("Ana: nothing was chosen yet")
    for kind in order.kinds:
        assert "Walk" not in words(printed(desk, workshop_id, kind, [ana])).replace("Ben: Walk", "")
        assert "5 days" not in words(printed(desk, workshop_id, kind, [ana]))
    goals.change(desk, view.id, goals.GoalField.ON_PAPER, PaperWords.MY_GOAL)
    said = words(printed(desk, workshop_id, SheetKind.GOAL_CARD, [ana]))
    assert "My goal" in said
    assert "5 days" not in said
    goals.change(desk, view.id, goals.GoalField.ON_PAPER, PaperWords.SHORT)
    goals.change(desk, view.id, goals.GoalField.SHORT_WORDS, "Outdoors")
    assert "Ana: Outdoors" in words(printed(desk, workshop_id, SheetKind.AGREEMENT, [ana]))


def test_nothing_that_goes_home_speaks_of_the_program_or_of_a_treatment(desk, workshop_id, half_year):
    for kind in (*TAKE_HOME, SheetKind.HELP_SHEET, SheetKind.SIX_MONTHS, SheetKind.ONE_YEAR, SheetKind.REPAIR_CARD):
        said = words(printed(desk, workshop_id, kind, [half_year[1]]))
        assert "MAT" not in said
        assert "therap" not in said.lower()
        if kind not in (SheetKind.POCKET_CARD, SheetKind.GOAL_CARD):
            own = "Harbour Hall" if kind in (SheetKind.SIX_MONTHS, SheetKind.ONE_YEAR) else "Pier Street"
            assert own in said, "its title on what is handed in; what lies about at home says no more than the place"


def test_both_sides_begin_every_sheet_on_a_new_front(desk, workshop_id, half_year):
    views = of_kind(desk, workshop_id, SheetKind.CALL_LOG, [half_year[1], half_year[2]])
    assert len(press.pages_of(views, Style())) == 2
    pages = press.pages_of(views, Style(both_sides=True))
    assert [bool(page.marks) for page in pages] == [True, False, True, False]


def test_a_pack_is_collated_per_person_with_spare_packs_that_belong_to_nobody(desk, workshop_id, half_year):
    _, ana, ben = half_year
    order = Order(
        workshop_id=workshop_id,
        kinds=(SheetKind.RUN_SHEET, SheetKind.CONSENT, SheetKind.HELP_SHEET),
        people=(ben, ana),
        blanks=2,
    )
    assert sheets.plan(desk, order) == (
        OrderedSheet(kind=SheetKind.RUN_SHEET, key=0),
        OrderedSheet(kind=SheetKind.CONSENT, key=ana, holder=ana),
        OrderedSheet(kind=SheetKind.HELP_SHEET, key=0, holder=ana),
        OrderedSheet(kind=SheetKind.CONSENT, key=ben, holder=ben),
        OrderedSheet(kind=SheetKind.HELP_SHEET, key=0, holder=ben),
        OrderedSheet(kind=SheetKind.CONSENT, key=-1),
        OrderedSheet(kind=SheetKind.HELP_SHEET, key=-1),
        OrderedSheet(kind=SheetKind.CONSENT, key=-2),
        OrderedSheet(kind=SheetKind.HELP_SHEET, key=-2),
    )


def test_sheets_come_by_name_by_table_or_by_pair(desk, workshop_id, include, half_year):
    _, ana, ben = half_year
    anton = include("Anton")
    by = {
        order: [
            p.key
            for p in sheets.plan(
                desk,
                Order(
                    workshop_id=workshop_id, kinds=(SheetKind.DATES,), people=(anton, ben, ana), blanks=0, sort_by=order
                ),
            )
        ]
        for order in SortBy
    }
    assert by == {
        SortBy.NAME: [ana, anton, ben],
        SortBy.TABLE: [ana, ben, anton],
        SortBy.PAIR: [ana, ben, anton],
    }


def test_with_first_names_only_no_surname_is_on_any_paper(desk, workshop_id, half_year):
    _, ana, ben = half_year
    participants.change(desk, ana, participants.PersonField.NAME, "Ana Quill")
    participants.change(desk, ben, participants.PersonField.NAME, "Ben Rowan")
    for kind in SheetKind:
        order = Order(workshop_id=workshop_id, kinds=(kind,), people=(ana,), first_names=True)
        said = words(pypdf.PdfReader(io.BytesIO(press.pdf(sheets.print_out(desk, order)))))
        assert "Quill" not in said, kind
        assert "Rowan" not in said, kind


def test_a_blank_agreement_is_for_two_people_or_for_three(desk, workshop_id):
    found = of_kind(desk, workshop_id, SheetKind.AGREEMENT, (), 3)
    assert [len(sure_of(AgreementSheet, sheet).terms.names) for sheet in found] == [2, 2, 3]
    assert len({sheet.head.code for sheet in found}) == 3


def test_each_copy_of_an_agreement_has_room_for_the_number_of_the_other(desk, workshop_id, half_year):
    found = of_kind(desk, workshop_id, SheetKind.AGREEMENT, half_year[1:])
    said = [words(pypdf.PdfReader(io.BytesIO(press.pdf([sheet])))) for sheet in found]
    assert "Ben writes their number for Ana here" in said[0]
    assert "Ana writes their number for Ben here" in said[1]
    assert found[0].head.code == found[1].head.code
    assert "021 555" not in said[0], "no number of a participant is printed"


def test_signatures_stand_on_the_page_of_what_was_agreed(desk, workshop_id, half_year):
    for style in STYLES:
        for count in (1, 3):
            (*_, sheet) = sheets.print_out(
                desk, Order(workshop_id=workshop_id, kinds=(SheetKind.AGREEMENT,), people=(), blanks=count)
            )
            pages = press.pages_of([sheet], style)
            last = [mark[3] for mark in pages[-1].marks if mark[0] == "text"]
            assert "Witness, if wanted" in last
            assert any("What I ask of you" in said for said in last)
            assert len(pages) <= (1 if count == 1 and not style.large else 3)


def test_looking_issues_nothing_and_says_so_on_the_page(desk, workshop_id, half_year):
    order = Order(workshop_id=workshop_id, kinds=(SheetKind.CALL_LOG,), people=(half_year[1],))
    (before,) = sheets.preview(desk, order)
    assert before.head.code == ""
    assert "The code comes with printing" in words(pypdf.PdfReader(io.BytesIO(press.pdf([before]))))
    (printed_out,) = sheets.print_out(desk, order)
    (after,) = sheets.preview(desk, order)
    assert after == printed_out


def test_blank_sheets_are_new_each_time_so_that_no_two_people_fill_in_the_same_code(desk, workshop_id):
    first = of_kind(desk, workshop_id, SheetKind.CONSENT, (), 2)
    again = of_kind(desk, workshop_id, SheetKind.CONSENT, (), 2)
    assert len({sheet.head.code for sheet in (*first, *again)}) == 4
