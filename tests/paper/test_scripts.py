"""Names and goals in every script: whole, joined, in their own direction, never a box."""

import io
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from mat_desktop.assets import font
from mat_desktop.paper import press, shaping
from mat_desktop.paper.drawing import Page, rich_lines
from mat_desktop.paper.fonts import LINE, Face, Run, file_of, lacking, run_width, runs, width

DEJAVU = "DejaVuSans.ttf"
SCRIPTS = {
    "pointed Hebrew": "שָׂרָה",
    "Arabic": "عبد الله",
    "Thai": "น้ำผึ้ง",
    "Devanagari": "हिन्दी",
    "Hangul": "김민수",
    "Chinese": "李小龍",
    "kana": "ひらがな",
    "Vietnamese": "Nguyễn",
    "Maori": "Ōtāne",
    "Maori, its marks apart": "O\u0304ta\u0304ne",
}


def seen(words: str, face: Face = Face.REGULAR) -> str:
    """The letters as they stand from left to right on paper, by the outlines that are drawn."""
    return "".join(chain.from_iterable(_letters(run) for run in runs(words, face)))


def _letters(run: Run) -> str:
    if not run.laid_out:
        return run.words
    glyphs = shaping.shaped(run.words, file_of(run.name)).glyphs
    brackets = {shaping.shaped(bracket, file_of(run.name)).glyphs[0].number: bracket for bracket in "()"}
    return "".join(brackets.get(glyph.number, str(run.words[glyph.letter])) for glyph in glyphs)


def printed(page: Page) -> bytes:
    return press.bound([page], "")


def page_with(words: str, size: float = 12) -> Page:
    page = Page(300, 60)
    page.text(10, 30, words, size)
    return page


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("שרה, six months on", "הרש, six months on"),
        ("שרה (12)", "(12) הרש"),
        ("Dear שרה (כהן), welcome", "Dear (ןהכ) הרש, welcome"),
        ("You and שרה talked on 117 of 181 days", "You and הרש talked on 117 of 181 days"),
        ("שרה כהן 12:30", "12:30 ןהכ הרש"),
    ],
)
def test_a_name_read_from_the_right_stands_in_its_own_direction_inside_a_sentence_of_ours(text, drawn):
    assert seen(text) == drawn


def test_brackets_around_what_is_read_from_the_right_are_mirrored():
    opening, closing = (shaping.shaped(bracket, DEJAVU).glyphs[0].number for bracket in "()")
    numbers = [glyph.number for glyph in shaping.shaped("שרה (כהן)", DEJAVU).glyphs]
    assert (numbers[0], numbers[4]) == (opening, closing), "the name in brackets stands at the left, inside them"


def test_arabic_letters_are_joined_and_keep_their_order():
    apart = {shaping.shaped(letter, DEJAVU).glyphs[0].number for letter in "محمد"}
    joined = [glyph.number for glyph in shaping.shaped("محمد", DEJAVU).glyphs]
    assert len(set(joined[1:]) - apart) == 3, "the inner letters have the forms in which they join"
    assert seen("محمد") == "دمحم"


@pytest.mark.parametrize("word", SCRIPTS.values(), ids=SCRIPTS)
@pytest.mark.parametrize("face", Face)
def test_a_name_in_its_script_is_whole_in_one_font(word, face):
    assert lacking(word, face) == []
    (run,) = runs(word, face)
    assert LINE not in run.words
    if run.laid_out:
        assert shaping.shaped(run.words, file_of(run.name)).whole


def test_bold_has_every_letter_that_the_usual_weight_has_so_that_what_is_told_beforehand_is_all():
    for name in ("𝖠𝗇𝖺", *SCRIPTS.values()):
        assert [lacking(name, face) for face in Face] == [[]] * 3, name
        assert LINE not in "".join(run.words for run in runs(name, Face.BOLD))


def test_marks_stand_on_their_letter_and_take_no_room_of_their_own():
    assert width("น้ำ", Face.REGULAR, 12) == pytest.approx(width("นำ", Face.REGULAR, 12))
    assert width("שָׂרָה", Face.REGULAR, 12) == pytest.approx(width("שרה", Face.REGULAR, 12))
    assert len(shaping.shaped("हिन्दी", file_of("Devanagari")).glyphs) < len("हिन्दी"), "letters become one"


@pytest.mark.parametrize("name", ["🙂", "ꮳꮃꭹ", "አበበ", "ܫܡܥܘܢ"])
def test_what_no_font_can_draw_is_a_line_for_the_pen_and_never_a_box(name):
    words = "".join(mark[3] for mark in page_with(f"{name}, six months on").marks)
    assert words == f"{LINE}, six months on"
    assert lacking(name)


def test_only_the_word_that_cannot_be_drawn_is_a_line():
    assert seen("አበበ שרה 🙂 Ana") == f"{LINE} הרש {LINE} Ana"
    assert lacking("אבא ܫܡ", Face.BOLD) == ["ܫ", "ܡ"]


def test_two_names_read_from_the_right_keep_their_order_in_bold():
    ((line,),) = rich_lines([(Face.BOLD, "שרה כהן")], 400, 11)
    assert line == (Face.BOLD, "שרה כהן"), "both words are turned together"
    assert seen(line[1], Face.BOLD) == "ןהכ הרש"


def test_a_long_word_is_never_cut_between_a_letter_and_its_marks():
    assert list(shaping.clusters("שָׂרָה")) == ["שָׂ", "רָ", "ה"]
    for line in page_with("").lines("น้ำ" * 60, 100, 12):
        assert not line.startswith(("้", "ำ"))
        assert width(line, Face.REGULAR, 12) <= 101


@pytest.mark.parametrize("word", ["李小龍", "김민수", "Nguyễn"])
def test_letters_beside_each_other_are_embedded_and_read_back(word):
    reader = pypdf.PdfReader(io.BytesIO(printed(page_with(word))))
    assert word in reader.pages[0].extract_text()


@pytest.mark.parametrize("word", ["שָׂרָה", "عبد الله", "น้ำผึ้ง", "हिन्दी"])
def test_what_is_drawn_as_outlines_is_read_aloud_as_the_words_it_is(word):
    reader = pypdf.PdfReader(io.BytesIO(printed(page_with(word))))
    content = reader.pages[0].get_contents()
    assert content is not None
    said = [operands[1]["/ActualText"] for operands, operator in content.operations if operator == b"BDC" and
            isinstance(operands[1], dict) and "/ActualText" in operands[1]]  # fmt: skip
    assert said == [word]


@pytest.mark.parametrize("word", SCRIPTS.values(), ids=SCRIPTS)
def test_ink_stands_where_the_word_is_and_nowhere_else(word):
    (document,) = [pypdfium2.PdfDocument(printed(page_with(word, 20)))]
    dark = document[0].render(scale=4, grayscale=True).to_numpy() < 128
    document.close()
    columns = dark.any(axis=0).nonzero()[0] / 4
    assert columns.size
    long = sum(run_width(run, 20) for run in runs(word, Face.REGULAR))
    assert columns.min() >= 10 - 2
    assert columns.max() <= 10 + long + 2
    assert columns.max() - columns.min() > long * 0.7


def test_a_name_upside_down_is_drawn_upside_down_too():
    upright, turned = Page(200, 100), Page(200, 100)
    upright.text(100, 50, "שרה", 30, align="middle")
    turned.turned(100, 50, "שרה", 30)
    pictures = []
    for page in (upright, turned):
        document = pypdfium2.PdfDocument(printed(page))
        pictures.append(document[0].render(scale=2, grayscale=True).to_numpy().reshape(200, 400) < 128)
        document.close()
    assert (pictures[0] & pictures[1][::-1, ::-1]).sum() > 0.9 * pictures[0].sum()


def test_every_font_travels_with_its_licence():
    folder = Path(font(DEJAVU)).parent
    licences = {path.name.split("-")[0] for path in folder.glob("*.txt")}
    fonts = {path.name.split("_")[0].split("-")[0] for path in folder.glob("*.ttf")}
    assert licences
    for name in fonts:
        assert any(name.startswith(licence) for licence in licences), name


def test_the_bytes_are_the_same_in_another_process_with_another_language():
    code = (
        "import sys; from mat_desktop.paper import press; from mat_desktop.paper.drawing import Page\n"
        "page = Page(300, 60)\n"
        f"page.text(10, 30, {' '.join(SCRIPTS.values())!r}, 12)\n"
        "sys.stdout.buffer.write(press.bound([page], ''))"
    )
    environment = {"PYTHONPATH": ":".join(sys.path), "LANG": "ar_EG.UTF-8", "LC_ALL": "th_TH.UTF-8", "LANGUAGE": "he"}
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment).stdout
    assert made == printed(page_with(" ".join(SCRIPTS.values())))
