"""Names and goals in every script: whole, in their own direction, never a box."""

import io

import pypdf
import pytest

from mat_desktop.paper import press
from mat_desktop.paper.drawing import Page, rich_lines
from mat_desktop.paper.fonts import Face, as_drawn, lacking, runs


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("שרה, six months on", "הרש, six months on"),
        ("שרה (12)", "(12) הרש"),
        ("Dear שרה (כהן), welcome", "Dear (ןהכ) הרש, welcome"),
        ("You and שרה talked on 117 of 181 days", "You and הרש talked on 117 of 181 days"),
    ],
)
def test_a_name_read_from_the_right_stands_in_its_own_direction_inside_a_sentence_of_ours(text, drawn):
    assert as_drawn(text) == drawn


def test_every_abdullah_is_printed_with_letters_that_the_fonts_have():
    assert lacking("عبد الله", Face.BOLD) == []
    assert "_" not in as_drawn("عبد الله")


@pytest.mark.parametrize("word", ["Ōtāne", "Nguyễn", "李小龍", "ひらがな", "Ωmega", "שרה"])
def test_a_word_is_whole_in_one_font(word):
    assert lacking(word) == []
    assert len(runs(as_drawn(word), Face.BOLD)) == 1


@pytest.mark.parametrize("name", ["สมชาย", "🙂", "हिन्दी"])
def test_what_no_font_can_draw_is_a_line_for_the_pen_and_never_a_box(name):
    page = Page(300, 300)
    page.text(10, 20, f"{name}, six months on", 12)
    words = "".join(mark[3] for mark in page.marks)
    assert words == "__________ six months on"
    assert lacking(name)


def test_two_names_read_from_the_right_keep_their_order_in_bold():
    ((line,),) = rich_lines([(Face.BOLD, "שרה כהן")], 400, 11)
    assert line == (Face.BOLD, "שרה כהן"), "both words are turned together"


def test_chinese_is_embedded_and_reads_back():
    page = Page(300, 300)
    page.text(10, 20, "李小龍", 12)
    reader = pypdf.PdfReader(io.BytesIO(press.bound([page], "")))
    assert "李小龍" in reader.pages[0].extract_text()
