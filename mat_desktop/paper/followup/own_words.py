"""Section E: a question, its lines and all its choices are one block, and the framed words at the very end."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from mat_desktop.facilitation.printed.followup.views import AskedQuestion, HandoutSheet, Number
from mat_desktop.paper.blocks import Block, Pen
from mat_desktop.paper.drawing import MM, Rich, rich_lines
from mat_desktop.paper.followup.frame import Frame
from mat_desktop.paper.followup.sections import section_head
from mat_desktop.paper.fonts import Face, width
from mat_desktop.workshop.safety import ContactRole

GROWING = ("E1", "E3", "E1", "E4", "E2", "E3", "E4", "E2", "E1")
"""Whose writing lines what is left of the last page goes to, in this order."""
_COLUMNS = 3
_BETWEEN = 18.0
_INSET = 3.5 * MM
_MOST_BACK = 12


def question_blocks(
    frame: Frame, questions: Sequence[AskedQuestion], more: Mapping[str, int], *, headed: bool = True
) -> list[Block]:
    """Section E, a block a question; the head stays with the first. `more` are further lines by item."""
    found = []
    for number, (item, own) in enumerate(groupby(questions, key=lambda q: q.item)):
        pen = frame.pen()
        if number == 0 and headed:
            section_head(pen, "E", "In your own words", "A few words are enough.")
        for place, question in enumerate(own):
            _question(pen, question, more.get(item, 0), again=place > 0)
        found.append(pen.block(1.2 * MM, item))
    return found


def _question(pen: Pen, question: AskedQuestion, more: int, *, again: bool) -> None:
    m, page, top = pen.m, pen.page, pen.y
    indent = m.indent
    if again:
        _lead(pen, question)
        return
    page.text(pen.left, top + m.question, question.item, m.body, Face.BOLD)
    lines = page.lines(question.words, pen.wide - indent, m.question, Face.BOLD)
    with pen.tagged("H3"):
        for line in lines:
            page.text(pen.left + indent, pen.y + m.question, line, m.question, Face.BOLD)
            pen.y += m.leading
    beside = pen.left + indent + width(f"{lines[-1]}   ", Face.BOLD, m.question)
    note = question.note
    if question.choices and _fits_beside(pen, question, beside):
        _beside(pen, question, beside)
    elif question.choices or note:
        if note and beside + width(note, Face.REGULAR, m.body) <= pen.right:
            page.text(beside, pen.y - m.leading + m.question, note, m.body)
            note = ""
        pen.words(note, indent=indent)
        note = ""
        if question.choices:
            _below(pen, question)
    if note:
        pen.small(note, indent=indent)
    if question.lines:
        least = min(question.lines + more, question.most)
        pen.writing_lines(question.item, least, indent=indent, before=-4)
        pen.y += 5


def _lead(pen: Pen, question: AskedQuestion) -> None:
    """Words that lead into a line of their own, as in "If you like, say what got worse:"."""
    m, x = pen.m, pen.left + pen.m.indent
    pen.page.text(x, pen.y + m.body + 5, question.words, m.body)
    at = x + width(f"{question.words} ", Face.REGULAR, m.body)
    pen.page.line(at, pen.y + m.body + 8, pen.right, pen.y + m.body + 8)
    pen.page.words_here(f"{question.item} words", at, pen.y, pen.right - at, m.body + 8)
    pen.y += m.body + 12


def _fits_beside(pen: Pen, question: AskedQuestion, beside: float) -> bool:
    """Whether the choices stand on the line of the question."""
    m = pen.m
    long = sum(m.tick + 6 + width(words, Face.REGULAR, m.body) + _BETWEEN for _, words in question.choices)
    return beside + 8 + long - _BETWEEN <= pen.right


def _beside(pen: Pen, question: AskedQuestion, beside: float) -> None:
    m = pen.m
    pen.y -= m.leading + (m.tick - m.question) / 2 - 2
    pen.choices(question.item, question.choices, beside + 8, gap=_BETWEEN)


def _below(pen: Pen, question: AskedQuestion) -> None:
    """Choices in columns: three, in large print two."""
    m = pen.m
    pen.y += 2
    pitch = (pen.wide - m.indent) / (2 if m.large else _COLUMNS)
    pen.choices(question.item, question.choices, pen.left + m.indent, pitch)


def urgent(frame: Frame) -> Block:
    """The framed words: whom to tell, which number is for talking, which for danger."""
    pen, sheet = frame.pen(), frame.sheet
    top = pen.y
    pen.y += 2 * MM
    words = [piece for piece in _urgent_words(sheet) if piece[1]]
    pen.rich(words, indent=_INSET, wide=_no_number_alone(words, pen.wide - 2 * _INSET, pen.m.body))
    pen.y += 2 * MM
    pen.frame(top, 1.2)
    return pen.block()


def _no_number_alone(words: Rich, wide: float, size: float) -> float:
    """How wide the words are set, so that a number does not stand on the last line without what it is for."""
    for room in (wide - back * size for back in range(_MOST_BACK)):
        last = rich_lines(words, room, size)[-1]
        if len(last) > 1:
            return room
    return wide


def _urgent_words(sheet: HandoutSheet) -> Rich:
    voices = sheet.voices
    her = voices.envelope or voices.facilitator
    pieces: list[tuple[Face, str]] = [(Face.BOLD, "If something can’t wait:")]
    if sheet.posted:
        own = f" Phone {voices.phone}." if voices.phone else ""
        pieces.append((Face.REGULAR, f"please do not write it here.{own}"))
    else:
        pieces.append((Face.REGULAR, f"tell {her} before you go."))
    for role in (ContactRole.TALK, ContactRole.EMERGENCY):
        for number in (one for one in sheet.numbers if one.role is role and one.number):
            pieces += _to_phone(number)
    return pieces


def _to_phone(number: Number) -> Rich:
    """What a number is for, in the words of set-up, and the number. Words that are a question stay one."""
    words = number.words.rstrip(".: ")
    if number.role is ContactRole.EMERGENCY:
        words = "If someone is in danger now"
    if not words:
        return [(Face.BOLD, f"{number.number}.")]
    return [(Face.REGULAR, f"{words}:" if not words.endswith("?") else words), (Face.BOLD, f"{number.number}.")]
