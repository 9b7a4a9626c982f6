"""The head of a section: its letter in a black square, its title, what is asked. It stays with what follows it."""

from mat_desktop.paper.blocks import Pen
from mat_desktop.paper.fonts import Face, width


def section_head(pen: Pen, letter: str, title: str, note: str = "") -> None:
    """Put the head of a section on the pen."""
    m, page = pen.m, pen.page
    pen.y += m.before_section
    page.box(pen.left, pen.y, m.square, m.square, 0.5, filled=True)
    base = pen.y + m.square / 2 + m.letter * 0.36
    page.white(pen.left + m.square / 2, base, letter, m.letter)
    x = pen.left + m.indent
    lines = page.lines(title, pen.right - x, m.section, Face.BOLD)
    with pen.tagged("H2"):
        for number, line in enumerate(lines):
            page.text(x, base + number * (m.section + 5), line, m.section, Face.BOLD)
    base += (len(lines) - 1) * (m.section + 5)
    after = x + width(f"{lines[-1]}  ", Face.BOLD, m.section)
    top = pen.y
    pen.y = top + m.section_head + (len(lines) - 1) * (m.section + 5)
    if not note:
        return
    if after + width(note, Face.REGULAR, m.body) <= pen.right:
        with pen.tagged("P"):
            page.text(after, base, note, m.body)
        return
    pen.words(note, indent=m.indent)
    pen.y += 3
